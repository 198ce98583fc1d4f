"""How limits, budgets and caps cut when the program was first released: for returns of bills of then.

A budget paid for the points of its rules alone, not for what a tier, rounding and remainders add to them, nor
for stamps and vouchers. Remainders went to nobody, past every limit, and what a rule gave was counted before
they came and before caps cut it, its units not at all.

What such a bill counted stands in its record. Its rest is worked out by the rules it was worked out by, so
that nothing is taken back but what came back.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from loyalpos.engine.bills import Bill
from loyalpos.engine.budget_cuts import OnTop, costs_of, cut_by_budgets, paid_for
from loyalpos.engine.cuts import cut_by_caps, cut_by_limits
from loyalpos.engine.earn_lines import Earning, EarnLine, LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Given
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.worked_out import units_of, worked_out

__all__ = ["earn_at_first"]


def earn_at_first(
    program: Program, footing: Footing, bill: Bill, off_vnd: int, *, left_vnd: int | None = None
) -> Earning:
    """Work out what a bill earned by the first cuts; all else is as :func:`~loyalpos.engine.earning.earn`."""
    work = worked_out(program, footing, bill, off_vnd, left_vnd)
    parts = work.parts()
    paid = paid_for((*work.base.stand, *work.raises.stand, *work.bonuses.stand))
    over = sum(part.on_top for part in work.base.stand)
    lines = [*work.base.lines()]
    if over:
        lines.append(EarnLine("", LineKind.ROUNDED, over))
    lines += work.later_lines()
    lines += cut_by_limits(work.rules(), footing)
    lines += cut_by_budgets(paid, footing, program)
    extra, carry_delta = _carried(program, footing, parts)
    if extra:
        lines.append(EarnLine("", LineKind.CARRIED, extra))
    points = sum(part.points for part in parts) + over + extra
    lines += cut_by_caps(parts, points, over + extra, footing, program)[1]
    stamps, tickets, vouchers = (units_of(one.stand) for one in (work.stamps, work.tickets, work.vouchers))
    said: dict[str, int] = {}
    for line in lines:
        if line.rule:
            said[line.rule] = said.get(line.rule, 0) + line.points
    with_units = {one.rule for one in (*stamps, *tickets, *vouchers)}
    return Earning(
        sum(line.points for line in lines),
        tuple(lines),
        work.base_vnd,
        footing.carry,
        carry_delta,
        stamps,
        tickets,
        vouchers,
        costs_of(paid, OnTop(0, {}), 0, footing, program).vnd,
        given={rule: got for rule, got in said.items() if got or rule in with_units},
    )


def _carried(program: Program, footing: Footing, parts: Sequence[Given]) -> tuple[int, Fraction]:
    """Give the whole points among the remainders, and how what the member brought moves."""
    if program.remainder is not Remainder.CARRIED or not parts:
        return 0, Fraction(0)
    left = sum((Fraction(*part.exact) - part.points for part in parts if part.has_rest), Fraction(0))
    extra = max((footing.carry + left) // 1, -sum(part.points for part in parts))
    return extra, left - extra
