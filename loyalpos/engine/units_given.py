"""What a bill brings beside points: stamps, tickets and vouchers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from loyalpos.engine.bases import Basis
from loyalpos.engine.earn_lines import EarnLine, LineKind, UnitsGiven
from loyalpos.engine.parts import Part
from loyalpos.engine.program import Program
from loyalpos.engine.rules import StampRule, TicketRule, UnitRule, VoucherRule
from loyalpos.engine.side_programs import Draw, StampCard, VoucherKind
from loyalpos.engine.tenders import EVERY_WAY

__all__ = ["missing_units", "more_units", "unit_of", "unit_part"]

# To look a member of an enumeration up takes as long as to make a line.
_STAMPS: Final = LineKind.STAMPS
_TICKETS: Final = LineKind.TICKETS
_VOUCHER: Final = LineKind.VOUCHER


def unit_part(rule: UnitRule, basis: Basis, program: Program, ways: int = EVERY_WAY) -> Part[UnitRule] | None:
    """Count what a rule gives for a bill; None where that is nothing.

    Args:
        ways: Marks the ways of paying it that the rule means, where it earns on an amount.
    """
    match rule:
        case StampRule():
            kind, count, name = _STAMPS, rule.stamps, _name(rule.card, program.stamp_cards)
            if rule.match is not None:
                count *= basis.quantity(rule.match) // rule.per_quantity
        case TicketRule():
            kind, count, name = _TICKETS, rule.tickets, _name(rule.draw, program.draws)
            if rule.per_vnd is not None:
                above, below = basis.paid(program.base, ways)
                count *= above // (below * rule.per_vnd)
        case VoucherRule():
            kind, count, name = _VOUCHER, 1, _name(rule.voucher, program.vouchers)
    if not count:
        return None
    line = EarnLine(rule.id, kind, 0, name=rule.name or name, count=count)
    return Part(rule, (count, 1), line, points=count)


def unit_of(rule: UnitRule) -> str:
    """Name what a rule gives, by the id of card, draw or voucher."""
    match rule:
        case StampRule():
            return rule.card
        case TicketRule():
            return rule.draw
        case VoucherRule():
            return rule.voucher


def missing_units(given: tuple[UnitsGiven, ...], rest: tuple[UnitsGiven, ...]) -> tuple[UnitsGiven, ...]:
    """Say what of the units given the rest of a bill would not bring."""
    left = {(one.rule, one.unit): one.count for one in rest}
    missing: list[UnitsGiven] = []
    for one in given:
        short = one.count - left.get((one.rule, one.unit), 0)
        if short > 0:
            missing.append(UnitsGiven(one.rule, one.unit, short))
    return tuple(missing)


def more_units(given: tuple[UnitsGiven, ...], more: tuple[UnitsGiven, ...]) -> tuple[UnitsGiven, ...]:
    """Add what came later to units given."""
    counts: dict[tuple[str, str], int] = {}
    for one in (*given, *more):
        counts[one.rule, one.unit] = counts.get((one.rule, one.unit), 0) + one.count
    return tuple(UnitsGiven(rule, unit, count) for (rule, unit), count in counts.items())


def _name(unit: str, units: Iterable[StampCard | Draw | VoucherKind]) -> str:
    for one in units:
        if one.id == unit:
            return one.name
    return ""
