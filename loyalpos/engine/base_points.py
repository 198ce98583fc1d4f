"""The first stage of an earning: points for money, visits, bands and items, and what raises them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import Final

from loyalpos.engine.bases import EVERY_LINE, Basis
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.parts import Part, settle
from loyalpos.engine.program import Program, Remainder, Rounded
from loyalpos.engine.ratios import Ratio, ratio_sum, rounded
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    BaseRule,
    ItemRule,
    MultiplierRule,
    Rounding,
    VisitRule,
)
from loyalpos.engine.tenders import EVERY_WAY

__all__ = ["Raised", "base_part", "settle_together"]

# To look a member of an enumeration up takes as long as to make a line.
_AMOUNT: Final = LineKind.AMOUNT
_VISIT: Final = LineKind.VISIT
_BAND: Final = LineKind.BAND
_ITEMS: Final = LineKind.ITEMS
_MULTIPLIED: Final = LineKind.MULTIPLIED
_BELOW_MINIMUM: Final = LineKind.BELOW_MINIMUM
_EACH_RULE: Final = Rounded.EACH_RULE
_CARRIED: Final = Remainder.CARRIED


def base_part(
    rule: BaseRule, basis: Basis, program: Program, ways: int = EVERY_WAY
) -> Part[BaseRule] | EarnLine | None:
    """Work out what a rule gives for a bill, exactly.

    Args:
        ways: Marks the ways of paying it that the rule means, where it earns on an amount.

    Returns:
        A line alone where the bill stays below what the rule asks for; None where the rule has nothing
        to say to this bill.
    """
    lines = EVERY_LINE
    match rule:
        case AmountRule():
            above, below = basis.paid(program.base_of(rule), ways)
            if rule.only is not None or rule.without is not None:
                lines = basis.lines(rule.only, rule.without)
                above, below = basis.part((above, below), lines)
                if not above:
                    return None
            whole_vnd = above // below
            # A minimum is whole đồng: an amount reaches it where its whole đồng do.
            if whole_vnd < rule.minimum_vnd:
                return _below(rule, whole_vnd, rule.minimum_vnd)
            exact = (above * rule.points, below * rule.per_vnd)
            line = EarnLine(
                rule.id,
                _AMOUNT,
                0,
                base_vnd=whole_vnd,
                per_vnd=rule.per_vnd,
                per_points=rule.points,
                name=rule.name,
            )
        case ItemRule():
            lines = basis.lines(rule.match)
            count = basis.quantity(rule.match)
            exact = (count // rule.per_quantity * rule.points, 1)
            if not exact[0]:
                return None
            line = EarnLine(rule.id, _ITEMS, 0, per_points=rule.points, name=rule.name, count=count)
        case VisitRule():
            exact = (rule.points, 1)
            line = EarnLine(rule.id, _VISIT, 0, per_points=rule.points, name=rule.name)
        case BandRule():
            if not rule.bands:
                return None
            above, below = basis.paid(program.base_of(rule), ways)
            whole_vnd = above // below
            reached = [band for band in rule.bands if band.from_vnd <= whole_vnd]
            if not reached:
                return _below(rule, whole_vnd, min(band.from_vnd for band in rule.bands))
            band = max(reached, key=lambda band: band.from_vnd)
            exact = (band.points, 1)
            line = EarnLine(
                rule.id,
                _BAND,
                0,
                base_vnd=whole_vnd,
                limit_vnd=band.from_vnd,
                name=rule.name,
            )
    return Part(rule, exact, line, lines=lines, ways=ways)


def _below(rule: AmountRule | BandRule, whole_vnd: int, limit_vnd: int) -> EarnLine:
    return EarnLine(rule.id, _BELOW_MINIMUM, 0, whole_vnd, limit_vnd=limit_vnd, name=rule.name)


def settle_together(parts: Sequence[Part[BaseRule]], program: Program) -> None:
    """Make the base points whole: each rule's for itself or, where the program says so, their sum.

    A rule that names its own rounding is rounded for itself either way. Carried remainders are never
    rounded, so nothing is left to round together.

    What rounding the sum adds is of the rules that leave the largest part of a point over, one point each;
    of equal ones the first by id.
    """
    if program.remainder is _CARRIED:
        _settle_exactly(parts)
        return
    for part in parts:
        settle(part, program, _own_rounding(part.rule))
    if program.rounded is _EACH_RULE:
        return
    together = [part for part in parts if _own_rounding(part.rule) is None]
    exact = ratio_sum([part.exact for part in together])
    if not exact[0]:
        return
    points = rounded(exact, program.rounding)
    for part in together:
        above, below = part.exact
        part.points = above // below
        part.counts = (above * exact[1] * points, below * exact[0])
    over = points - sum([part.points for part in together])
    for part in sorted(together, key=_largest_rest_first)[:over]:
        part.on_top = 1


def _settle_exactly(parts: Sequence[Part[BaseRule]]) -> None:
    """Count base points over one denominator: multipliers, tier, budgets and remainder add them up again."""
    one = lcm(*[part.exact[1] for part in parts])
    for part in parts:
        above, below = part.exact
        part.points = above // below
        part.exact = part.counts = (above * (one // below), one)


def _largest_rest_first(part: Part[BaseRule]) -> tuple[Fraction, str]:
    above, below = part.exact
    return Fraction(-(above % below), below), part.rule.id


def _own_rounding(rule: BaseRule) -> Rounding | None:
    return rule.rounding if isinstance(rule, AmountRule) else None


class Raised:
    """The base points of a bill, as multipliers see them.

    Args:
        base: What the base rules that stand give, once it is whole.
    """

    def __init__(self, base: Iterable[Part[BaseRule]], basis: Basis) -> None:
        self._base = [part for part in base if part.counts[0]]
        self._basis = basis
        # Most multipliers of a program raise the same.
        self._known: dict[tuple[tuple[str, ...], int | None, int, bool], Ratio] = {}

    def by(
        self, rule: MultiplierRule, ways: int = EVERY_WAY, *, whole: bool = True
    ) -> Part[MultiplierRule] | None:
        """Work out what a multiplier adds to the base points of its rules, on the lines that fit it.

        Each line counts by its exact share of what its rule gave, and so does each way of paying where that
        went by an amount. A rate of once or less adds nothing: points that a rule gives are never taken by
        another.

        Args:
            ways: Marks the ways of paying that the multiplier means.
            whole: Whether what it asks holds of the bill as a whole, for rules that go by no amount.
        """
        meant = (rule.of, None if rule.match is None else self._basis.lines(rule.match), ways, whole)
        counts = self._known.get(meant)
        if counts is None:
            counts = self._known[meant] = ratio_sum(self._seen(*meant))
        above, below = counts
        above *= rule.rate_bp - 10_000
        if above <= 0:
            return None
        line = EarnLine(rule.id, _MULTIPLIED, 0, name=rule.name, rate_bp=rule.rate_bp)
        return Part(rule, (above, below * 10_000), line)

    def _seen(self, of: tuple[str, ...], meant: int | None, ways: int, holds: bool) -> list[Ratio]:
        base = [part for part in self._base if part.rule.id in of] if of else self._base
        if meant is None and ways == EVERY_WAY and holds:
            return [part.counts for part in base]
        # Many rules count the same of the bill, most of them all.
        alike: dict[tuple[int, int, bool, bool], list[Ratio]] = {}
        for part in base:
            kind = part.line.kind
            by_amount = kind is _AMOUNT or kind is _BAND
            if by_amount or holds:
                alike.setdefault((part.lines, part.ways, by_amount, kind is _ITEMS), []).append(part.counts)
        seen: list[Ratio] = []
        for (lines, paid, by_amount, by_items), counts in alike.items():
            wanted, whole = (1, 1) if meant is None else self._share(lines, meant, is_counted=by_items)
            if by_amount:
                wanted *= self._basis.paid_weight(paid & ways)
                whole *= self._basis.paid_weight(paid)
            if wanted == whole:
                seen += counts
            elif wanted:
                above, below = ratio_sum(counts)
                seen.append((above * wanted, below * whole))
        return seen

    def _share(self, lines: int, meant: int, *, is_counted: bool) -> Ratio:
        """Weigh, or count, what a multiplier means of the lines a base rule counts, beside all of them."""
        weigh = self._basis.count if is_counted else self._basis.weight
        return weigh(lines & meant), weigh(lines) or 1
