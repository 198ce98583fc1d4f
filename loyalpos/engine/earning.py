"""What a bill earns: what limits, budgets and caps leave of what its rules would give.

They cut what has been worked out, so that a multiplied rule is cut after it was multiplied. A part of a point
that is carried is what is left of everything together, after multipliers and tier.
"""

from __future__ import annotations

from typing import Final

from loyalpos.engine.bills import Bill
from loyalpos.engine.budget_cuts import (
    NO_COSTS,
    OnTop,
    PaidFor,
    costs_of,
    cut_by_budgets,
    cut_on_top,
    paid_for,
    shares_of_budgets,
)
from loyalpos.engine.carrying import carried, given_by
from loyalpos.engine.cuts import cut_by_caps, cut_by_limits
from loyalpos.engine.earn_lines import Earning, EarnLine, LineKind, UnitsGiven
from loyalpos.engine.footing import Footing
from loyalpos.engine.program import Program
from loyalpos.engine.ratios import Ratio
from loyalpos.engine.tenders import parts_vnd, told_whole
from loyalpos.engine.worked_out import units_of, worked_out

__all__ = ["EarnLine", "Earning", "LineKind", "UnitsGiven", "earn"]

# To look a member of an enumeration up takes as long as to make a line.
_ROUNDED: Final = LineKind.ROUNDED
_CARRIED: Final = LineKind.CARRIED


def earn(
    program: Program, footing: Footing, bill: Bill, off_vnd: int, *, left_vnd: int | None = None
) -> Earning:
    """Work out what a bill earns under every rule of a program.

    Where the remainder is carried, the parts of a point left over join what the member brought; whole
    points among them make a line of their own (see :mod:`loyalpos.engine.carrying`).

    Rewards that are taken without buying anything earn nothing, whatever the rules give for coming.

    Args:
        footing: What the member brings.
        off_vnd: What rewards and points take off the bill's total.
        left_vnd: What returns have left of the total; None is all of it. The tenders of such a bill come
            to what was paid for all of it (see :func:`~loyalpos.engine.tenders.told_whole`).

    Returns:
        Whole points, never negative, units, and the lines that explain them in order of application.
    """
    assert 0 <= off_vnd <= bill.total_vnd
    if not bill.is_purchase:
        return Earning(0, (), 0, footing.carry)
    if bill.tender_parts:
        bill = told_whole(bill, bill.total_vnd - off_vnd if left_vnd is None else parts_vnd(bill))
    work = worked_out(program, footing, bill, off_vnd, left_vnd)
    base, tier = work.base, work.tier
    parts, rules = work.parts(), work.rules()
    lines, later = [*base.lines()], work.later_lines()
    later += cut_by_limits(rules, footing)
    shares: dict[str, Ratio] = {}
    paid: list[PaidFor] = []
    if program.budgets:
        paid = paid_for(rules)
        shares = shares_of_budgets((*base.stand, *work.raises.stand), work.bonuses.stand, work.raised)
        later += cut_by_budgets(paid, footing, program)
    over = sum([part.on_top for part in base.stand])
    if over:
        lines.append(EarnLine("", _ROUNDED, over))
    lines += later

    extra, carry_delta = carried(program, footing, parts)
    if extra:
        lines.append(EarnLine("", _CARRIED, extra))
    raised_by = sum(part.points for part in tier)
    beside = over + extra
    on_top = OnTop(raised_by + beside, {})
    if shares:
        on_top, stopped = cut_on_top(raised_by + beside, shares, paid, footing, program)
        lines += stopped
        over_budget = raised_by + beside - on_top.points
        beside -= min(over_budget, max(0, beside))
        for part in tier:
            part.points = on_top.points - beside
    points = sum([part.points for part in parts]) + beside
    beside, capped = cut_by_caps(parts, points, beside, footing, program)
    lines += capped
    costs = NO_COSTS
    if program.budgets:
        kept = sum(part.points for part in tier) + beside
        costs = costs_of(paid, on_top, kept, footing, program)
        lines += costs.lines
    return Earning(
        sum([line.points for line in lines]),
        tuple(lines),
        work.base_vnd,
        footing.carry,
        carry_delta,
        units_of(work.stamps.stand),
        units_of(work.tickets.stand),
        units_of(work.vouchers.stand),
        costs.vnd,
        costs.asks_owner,
        given_by(parts, rules, beside, max(0, -extra)),
    )
