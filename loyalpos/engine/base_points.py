"""The first stage of an earning: points for money, visits, bands and items, and what raises them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from math import floor

from loyalpos.engine.bases import Basis
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.parts import BaseRule, Part, exact_sum, ratio_sum, rounded, settle
from loyalpos.engine.program import Program, Remainder, Rounded
from loyalpos.engine.rules import AmountRule, BandRule, ItemRule, MultiplierRule, Rounding, VisitRule

__all__ = ["base_part", "multiplied", "settle_together"]


def base_part(rule: BaseRule, basis: Basis, program: Program) -> Part[BaseRule] | EarnLine | None:
    """Work out what a rule gives for a bill, exactly.

    Returns:
        A line alone where the bill stays below what the rule asks for; None where the rule has nothing
        to say to this bill.
    """
    match rule:
        case AmountRule():
            amount = basis.amount(rule.base or program.base)
            if rule.only is not None or rule.without is not None:
                amount = basis.part(amount, basis.lines(rule.only, rule.without))
                if not amount:
                    return None
            if rule.minimum_vnd and amount < rule.minimum_vnd:
                return _below(rule, amount, rule.minimum_vnd)
            exact = Fraction(amount.numerator * rule.points, amount.denominator * rule.per_vnd)
            line = partial(
                EarnLine,
                rule.id,
                LineKind.AMOUNT,
                base_vnd=amount.numerator // amount.denominator,
                per_vnd=rule.per_vnd,
                per_points=rule.points,
                name=rule.name,
            )
        case VisitRule():
            exact = Fraction(rule.points)
            line = partial(EarnLine, rule.id, LineKind.VISIT, per_points=rule.points, name=rule.name)
        case BandRule():
            if not rule.bands:
                return None
            amount = basis.amount(rule.base or program.base)
            # Bands begin at whole đồng, and whole numbers are compared many times as fast as fractions.
            whole_vnd = amount.numerator // amount.denominator
            reached = [band for band in rule.bands if band.from_vnd <= whole_vnd]
            if not reached:
                return _below(rule, amount, min(band.from_vnd for band in rule.bands))
            band = max(reached, key=lambda band: band.from_vnd)
            exact = Fraction(band.points)
            line = partial(
                EarnLine,
                rule.id,
                LineKind.BAND,
                base_vnd=whole_vnd,
                limit_vnd=band.from_vnd,
                name=rule.name,
            )
        case ItemRule():
            count = floor(basis.quantity(rule.match))
            exact = Fraction(count // rule.per_quantity * rule.points)
            if not exact:
                return None
            line = partial(
                EarnLine, rule.id, LineKind.ITEMS, per_points=rule.points, name=rule.name, count=count
            )
    return Part(rule, exact, line)


def _below(rule: AmountRule | BandRule, amount: Fraction, limit_vnd: int) -> EarnLine:
    return EarnLine(rule.id, LineKind.BELOW_MINIMUM, 0, floor(amount), limit_vnd=limit_vnd, name=rule.name)


def settle_together(parts: Sequence[Part[BaseRule]], program: Program) -> int:
    """Make the base points whole: each rule's for itself or, where the program says so, their sum.

    A rule that names its own rounding is rounded for itself either way. Carried remainders are never
    rounded, so nothing is left to round together.

    Returns:
        Points that rounding the sum adds to those of the rules.
    """
    for part in parts:
        settle(part, program, _own_rounding(part.rule))
    if program.rounded is Rounded.EACH_RULE or program.remainder is Remainder.CARRIED:
        return 0
    together = [part for part in parts if _own_rounding(part.rule) is None]
    exact = exact_sum(part.exact for part in together)
    if not exact:
        return 0
    points = rounded(exact, program.rounding)
    for part in together:
        part.points = floor(part.exact)
        part.counts = Fraction(
            part.exact.numerator * exact.denominator * points, part.exact.denominator * exact.numerator
        )
    return points - sum(part.points for part in together)


def _own_rounding(rule: BaseRule) -> Rounding | None:
    return rule.rounding if isinstance(rule, AmountRule) else None


def multiplied(
    rule: MultiplierRule, base: Iterable[Part[BaseRule]], basis: Basis
) -> Part[MultiplierRule] | None:
    """Work out what a multiplier adds to the base points of its rules, on the lines that fit it.

    Each line counts by its exact share of what its rule gave. A rate of once or less adds nothing: points
    that a rule gives are never taken by another.
    """
    meant = None if rule.match is None else basis.lines(rule.match)
    seen: list[tuple[int, int]] = []
    for part in base:
        counts = part.counts
        if not counts or (rule.of and part.rule.id not in rule.of):
            continue
        wanted, whole = (1, 1) if meant is None else _share(part.rule, meant, basis)
        if wanted:
            seen.append((counts.numerator * wanted, counts.denominator * whole))
    of = ratio_sum(seen)
    exact = Fraction(of.numerator * (rule.rate_bp - 10_000), of.denominator * 10_000)
    if exact <= 0:
        return None
    line = partial(EarnLine, rule.id, LineKind.MULTIPLIED, name=rule.name, rate_bp=rule.rate_bp)
    return Part(rule, exact, line)


def _share(rule: BaseRule, meant: int, basis: Basis) -> tuple[int, int]:
    """Weigh the lines a base rule counts that a multiplier means, and all that it counts."""
    match rule:
        case AmountRule():
            counted = basis.lines(rule.only, rule.without)
            wanted, whole = basis.weight(counted & meant), basis.weight(counted)
        case ItemRule():
            counted = basis.lines(rule.match)
            wanted, whole = basis.count(counted & meant), basis.count(counted)
        case VisitRule() | BandRule():
            wanted, whole = basis.weight(meant), basis.weight(basis.lines(None))
    return wanted, whole or 1
