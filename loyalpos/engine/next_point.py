"""What is missing for the next point, where one rule and a carried remainder say it."""

from __future__ import annotations

from fractions import Fraction

from loyalpos.engine.conditions import Always, BillAtLeast, Condition, EveryOf, Match, OneOf
from loyalpos.engine.footing import Footing
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    Beside,
    MultiplierRule,
    StampRule,
    TicketRule,
    UnknownRule,
    VoucherRule,
)

__all__ = ["missing_vnd"]


def missing_vnd(program: Program, footing: Footing) -> int | None:
    """Say what the next bill must come to for a point, under a single carried amount rule.

    The bill is taken to be paid in money and of no item, and to stand on the same footing: the rules that
    are open to the member now, their limits, multipliers and tier. Rules that are not open do not count.

    Returns:
        The least amount, at least 1 ₫, or None where no remainder is carried, where several rules give
        points, where one asks more of a bill than its amount, or where nothing more may be given.
    """
    if program.remainder is not Remainder.CARRIED or _is_full(program, footing):
        return None
    found: AmountRule | None = None
    multipliers: list[MultiplierRule] = []
    for rule in program.rules:
        if rule.id not in footing.asks or isinstance(
            rule, UnknownRule | StampRule | TicketRule | VoucherRule
        ):
            continue
        if isinstance(rule, MultiplierRule):
            multipliers.append(rule)
        elif isinstance(rule, AmountRule) and found is None:
            found = rule
        else:
            return None
    if found is None or not _counts_all(found) or not _has_room(found, footing):
        return None
    least_vnd = _least_vnd(footing.asks[found.id])
    raised = _raised(program, footing, found, multipliers)
    if least_vnd is None or raised is None or found.points <= 0:
        return None
    next_point = -((footing.carry - 1) * found.per_vnd // (found.points * raised))
    return max(1, next_point, found.minimum_vnd, least_vnd)


def _raised(
    program: Program, footing: Footing, rule: AmountRule, multipliers: list[MultiplierRule]
) -> Fraction | None:
    """Say how many times its own points a rule brings; None where that depends on the bill."""
    rates = Fraction(1)
    meant = [one for one in multipliers if not one.of or rule.id in one.of]
    if len(meant) > 1 and any(one.beside is not Beside.ADD for one in meant):
        return None
    for one in meant:
        always = isinstance(footing.asks[one.id], Always)
        if not always or one.match is not None or one.budget or one.id in footing.room:
            return None
        rates += Fraction(max(0, one.rate_bp - 10_000), 10_000)
    tier = program.tiers.tier(footing.tier)
    return rates if tier is None else rates * Fraction(10_000 + tier.extra_bp, 10_000)


def _least_vnd(asked: Condition) -> int | None:
    """Give the least amount from which on a condition holds; None where it asks something else."""
    match asked:
        case Always():
            return 0
        case BillAtLeast():
            return asked.amount_vnd
        case EveryOf() | OneOf():
            parts = [_least_vnd(part) for part in asked.conditions]
            known = [part for part in parts if part is not None]
            if not known or len(known) < len(parts):
                return None
            return max(known) if isinstance(asked, EveryOf) else min(known)
        case _:
            return None


def _counts_all(rule: AmountRule) -> bool:
    """Tell whether a rule counts a bill of no item."""
    return rule.only in (None, Match()) and rule.without != Match()


def _has_room(rule: AmountRule, footing: Footing) -> bool:
    room = footing.room.get(rule.id)
    return not rule.budget and (room is None or (room.times != 0 and room.points is None))


def _is_full(program: Program, footing: Footing) -> bool:
    return footing.cap_points == 0 or any(cap.points <= 0 for cap in program.caps)
