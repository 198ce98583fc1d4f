"""What a bill earns: base rules, multipliers, tier, bonuses, and what limits, budgets and caps leave of it.

Base points are rounded once, by the rule's own mode or the program's; what multipliers and tiers add to
them is rounded once more, each for itself. Limits, budgets and caps cut what has been worked out, so that
a multiplied rule is cut after it was multiplied. A part of a point that is carried is what is left of
everything together, after multipliers and tier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Final, TypeVar

from loyalpos.engine.base_points import Raised, base_part, settle_together
from loyalpos.engine.bases import Basis
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
from loyalpos.engine.parts import Given, Part, settle
from loyalpos.engine.program import Program
from loyalpos.engine.ratios import ratio_sum
from loyalpos.engine.rules import BaseRule, BonusRule, KnownRule, UnitRule
from loyalpos.engine.stages import Stage, applying, stage
from loyalpos.engine.tiers import Tier
from loyalpos.engine.turns import Silent
from loyalpos.engine.units_given import unit_of, unit_part

__all__ = ["EarnLine", "Earning", "LineKind", "UnitsGiven", "earn"]

# To look a member of an enumeration up takes as long as to make a line.
_TIER: Final = LineKind.TIER
_BONUS: Final = LineKind.BONUS

R = TypeVar("R", bound=KnownRule)


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
        left_vnd: What returns have left of the total; None is all of it.

    Returns:
        Whole points, never negative, units, and the lines that explain them in order of application.
    """
    assert 0 <= off_vnd <= bill.total_vnd
    if not bill.is_purchase:
        return Earning(0, (), 0, footing.carry)
    basis = Basis(bill, off_vnd, left_vnd)
    base_vnd = basis.whole_vnd(program.base)
    asked = basis.bill
    turns = program.turns

    def worked_out(
        rules: Sequence[R | Silent], work_out: Callable[[R], Part[R] | EarnLine | None]
    ) -> Stage[R]:
        return stage(applying(rules, footing, base_vnd, asked), work_out, footing, program)

    base: Stage[BaseRule] = worked_out(turns.base, lambda rule: base_part(rule, basis, program))
    settle_together(base.stand, program)
    raises = worked_out(turns.multipliers, Raised(base.stand, basis).by)
    for raised in raises.stand:
        settle(raised, program, raised.rule.rounding)
    tier = _tier(program, footing, (*base.stand, *raises.stand))
    bonuses = worked_out(turns.bonuses, _bonus)
    for bonus in bonuses.stand:
        settle(bonus, program, None)

    def given(rules: Sequence[UnitRule]) -> Stage[UnitRule]:
        return worked_out(rules, lambda rule: unit_part(rule, basis, program))

    stamps, tickets, vouchers = given(turns.stamps), given(turns.tickets), given(turns.vouchers)

    parts: list[Given] = [*base.stand, *raises.stand, *tier, *bonuses.stand]
    rules: list[Part[KnownRule]] = [*base.stand, *raises.stand, *bonuses.stand]
    rules += (*stamps.stand, *tickets.stand, *vouchers.stand)
    lines, later = [*base.lines()], [*raises.lines(), *[part.said() for part in tier]]
    later += bonuses.lines()
    for units in (stamps, tickets, vouchers):
        later += units.lines(are_points=False)
    later += cut_by_limits(rules, footing)
    shares: dict[str, Fraction] = {}
    paid: list[PaidFor] = []
    if program.budgets:
        paid = paid_for(rules)
        shares = shares_of_budgets((*base.stand, *raises.stand), bonuses.stand)
        later += cut_by_budgets(paid, footing, program)
    over = sum([part.on_top for part in base.stand])
    if over:
        lines.append(EarnLine("", LineKind.ROUNDED, over))
    lines += later

    extra, carry_delta = carried(program, footing, parts)
    if extra:
        lines.append(EarnLine("", LineKind.CARRIED, extra))
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
        base_vnd,
        footing.carry,
        carry_delta,
        _units(stamps.stand),
        _units(tickets.stand),
        _units(vouchers.stand),
        costs.vnd,
        costs.asks_owner,
        given_by(parts, rules, beside, max(0, -extra)),
    )


def _tier(program: Program, footing: Footing, parts: Iterable[Given]) -> tuple[Part[Tier], ...]:
    """Raise base points and what multiplied them by the member's tier."""
    tier = program.tiers.tier(footing.tier)
    if tier is None or not tier.extra_bp:
        return ()
    above, below = ratio_sum([part.counts for part in parts])
    if not above:
        return ()
    line = EarnLine(tier.id, _TIER, 0, name=tier.name, rate_bp=tier.extra_bp)
    part = Part(tier, (above * tier.extra_bp, below * 10_000), line)
    settle(part, program, None)
    return (part,)


def _bonus(rule: BonusRule) -> Part[BonusRule]:
    line = EarnLine(rule.id, _BONUS, 0, name=rule.name)
    return Part(rule, (rule.points, 1), line)


def _units(stand: Sequence[Part[UnitRule]]) -> tuple[UnitsGiven, ...]:
    if not stand:
        return ()
    return tuple(UnitsGiven(part.rule.id, unit_of(part.rule), part.points) for part in stand if part.points)
