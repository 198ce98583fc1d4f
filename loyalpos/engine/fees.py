"""What the fee of a membership earns: the points of a bill of as much, within limits, caps and budgets.

A fee is no visit: neither a first purchase nor a return after long. It brings points alone, no stamps,
tickets or vouchers. Nobody is asked at a sale, so a budget that asks its owner stops there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill
from loyalpos.engine.counted import Counted, counted_in
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Standing
from loyalpos.engine.memberships import Ended
from loyalpos.engine.owner import has_said
from loyalpos.engine.program import Program
from loyalpos.engine.rules import StampRule, TicketRule, UnknownRule, VoucherRule

__all__ = ["NO_FEE", "FeeEarned", "counts_that_stay", "earned_by_fee"]


class FeeEarned(Struct, frozen=True):
    """The points a fee earns, what they count for, and the names of the budgets that did not give all."""

    points: int = 0
    given: tuple[Counted, ...] = ()
    short_of: tuple[str, ...] = ()


NO_FEE: Final = FeeEarned()
"""Most fees earn nothing."""


def earned_by_fee(program: Program, standing: Standing, fee_vnd: int) -> FeeEarned:
    """Work out what a fee earns.

    Args:
        standing: How the member stands before the sale, with what limits, caps and budgets have counted.
    """
    footing = footing_of(program, replace(standing, visits=max(1, standing.visits), last_visit=None))
    units = {one.id for one in program.rules if isinstance(one, StampRule | TicketRule | VoucherRule)}
    footing = replace(footing, asks={one: asked for one, asked in footing.asks.items() if one not in units})
    footing = has_said(footing, dict.fromkeys((budget.id for budget in program.budgets), False))
    earning = earn(program, footing, Bill(fee_vnd), 0)
    given = counted_in(program, earning, ()) if earning.points else ()
    return FeeEarned(earning.points, given, _short_of(program, earning.lines))


def counts_that_stay(counted: Iterable[Counted], points: int, ended: Ended) -> tuple[Counted, ...]:
    """Say what the part of a fee that is not refunded counts for; where no point of it stays, nothing.

    What a rule or a budget has in a part of a point counts as a whole one: no less than was given.

    Args:
        counted: What the fee counts for.
        points: What it has earned.
    """
    used_vnd, fee_vnd = ended.used_vnd, ended.sold.fee_vnd
    if not ended.refund_vnd:
        return tuple(counted)
    if not points * used_vnd // fee_vnd:
        return ()
    return tuple(
        Counted(
            one.id,
            one.times,
            -(-one.points * used_vnd // fee_vnd) if one.id else one.points * used_vnd // fee_vnd,
            -(-one.cost_vnd * used_vnd // fee_vnd),
        )
        for one in counted
    )


def _short_of(program: Program, lines: Iterable[EarnLine]) -> tuple[str, ...]:
    over = [line for line in lines if line.kind is LineKind.OVER_BUDGET]
    rules = {line.rule for line in over if line.rule}
    paying = {one.budget for one in program.rules if not isinstance(one, UnknownRule) and one.id in rules}
    names = {line.name for line in over if not line.rule}
    return tuple(one.name for one in program.budgets if one.id in paying or one.name in names)
