"""What is wrong with a program, all of it at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loyalpos.engine.budget_costs import pays_points
from loyalpos.engine.condition_problems import MAX_QUANTITY
from loyalpos.engine.gift_budgets import gift_is_counted, gifts_pay_points, paid_vouchers
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.named_ids import NamedIds, id_problems_in
from loyalpos.engine.occasions import Occasion, Referral, UnknownOccasion
from loyalpos.engine.problem_kinds import (
    MAX_NAME,
    MAX_POINTS,
    MAX_RULE_POINTS,
    Problem,
    ProblemKind,
    Severity,
    day_problems,
    name_problems,
    named_problems,
    number_problems,
)
from loyalpos.engine.program import ExpiryKind, Program, Remainder
from loyalpos.engine.reward_problems import problems_in_reward
from loyalpos.engine.rule_problems import problems_in_rule
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    BonusRule,
    ItemRule,
    MultiplierRule,
    Rounding,
    StampRule,
    TicketRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_problems import (
    SideProgram,
    problems_in_occasion,
    problems_in_side_program,
    problems_in_tiers,
)
from loyalpos.engine.side_programs import VoucherKind

__all__ = [
    "MAX_BILL_POINTS",
    "MAX_NAME",
    "MAX_POINTS",
    "MAX_RULE_POINTS",
    "Problem",
    "ProblemKind",
    "Severity",
    "problems_in",
    "problems_with_the_end",
]

MAX_BILL_POINTS = 2**62
"""The most points all rules together may give for one bill; the file holds twice as many."""

_COUNTS = {
    ExpiryKind.DAYS: (1, 36_500),
    ExpiryKind.MONTHS: (1, 1_200),
    ExpiryKind.MONTH_END: (0, 1_200),
    ExpiryKind.YEAR_END: (0, 100),
    ExpiryKind.INACTIVITY: (1, 1_200),
}
_GIVING = (
    AmountRule,
    VisitRule,
    BandRule,
    ItemRule,
    BonusRule,
    StampRule,
    TicketRule,
    VoucherRule,
)


def problems_in(program: Program) -> tuple[Problem, ...]:
    """Find everything that is wrong with a program, in the order of its document.

    Only errors keep it from being published. Warnings name what is allowed, but seldom meant: a kind
    this version does not know, a program that gives no points, points worth as much as they cost.
    """
    return tuple(_problems(program, NamedIds.of(program), id_problems_in(program)))


def _problems(program: Program, ids: NamedIds, ids_at: dict[str, tuple[Problem, ...]]) -> Iterator[Problem]:
    yield from number_problems("$.revision", program.revision, 0, None)
    if not any(isinstance(rule, _GIVING) for rule in program.rules):
        yield Problem("$.rules", ProblemKind.NOTHING_EARNS)
    for index, rule in enumerate(program.rules):
        yield from ids_at.get(f"$.rules[{index}]", ())
        yield from problems_in_rule(f"$.rules[{index}]", rule, program, ids)
    yield from _sum_problems(program)
    for index, reward in enumerate(program.rewards):
        yield from ids_at.get(f"$.rewards[{index}]", ())
        yield from problems_in_reward(f"$.rewards[{index}]", reward, program, ids)
    if program.starts is not None:
        yield from day_problems("$.starts", program.starts)
    yield from name_problems("$.points_name", program.points_name)
    if program.remainder is Remainder.CARRIED and program.rounding is not Rounding.DOWN:
        yield Problem("$.remainder", ProblemKind.CARRIED_NEEDS_DOWN, program.rounding.value)
    yield from number_problems("$.welcome_points", program.welcome_points, 0, MAX_POINTS)
    least, most = _COUNTS.get(program.expiry.kind, (None, None))
    if least is not None:
        yield from number_problems("$.expiry.count", program.expiry.count, least, most)
    yield from _end_problems(program)
    yield from _blackout_problems(program)
    yield from problems_in_tiers(program.tiers, ids_at)
    for index, tier in enumerate(program.tiers.tiers):
        yield from named_problems(
            f"$.tiers.tiers[{index}].budget", tier.budget, ids.budgets, may_be_none=True
        )
    for index, cap in enumerate(program.caps):
        yield from number_problems(f"$.caps[{index}].points", cap.points, 0, MAX_POINTS)
    for index, budget in enumerate(program.budgets):
        path = f"$.budgets[{index}]"
        yield from ids_at.get(path, ())
        yield from name_problems(f"{path}.name", budget.name)
        yield from number_problems(f"{path}.month_vnd", budget.month_vnd, 0, MAX_AMOUNT_VND)
    yield from number_problems("$.point_cost_vnd", program.point_cost_vnd, 0, MAX_AMOUNT_VND)
    if not program.point_cost_vnd and (pays_points(program) or gifts_pay_points(program)):
        yield Problem("$.point_cost_vnd", ProblemKind.COSTS_NOTHING)
    for index, occasion in enumerate(program.occasions):
        yield from ids_at.get(f"$.occasions[{index}]", ())
        yield from problems_in_occasion(f"$.occasions[{index}]", occasion, ids)
        yield from _paid_problems(f"$.occasions[{index}].budget", occasion, program, ids)
    paid = paid_vouchers(program)
    for path, side in _side_programs(program):
        yield from ids_at.get(path, ())
        yield from problems_in_side_program(path, side, ids)
        if isinstance(side, VoucherKind) and side.id in paid and side.rate_bp and side.cap_vnd is None:
            yield Problem(f"{path}.cap_vnd", ProblemKind.NEEDS_CAP)


def _paid_problems(path: str, occasion: Occasion, program: Program, ids: NamedIds) -> Iterator[Problem]:
    """Find a budget that a gift names and that is not there, or cannot count all of it."""
    if isinstance(occasion, UnknownOccasion):
        return
    yield from named_problems(path, occasion.budget, ids.budgets, may_be_none=True)
    gives = (occasion.referrer, occasion.friend) if isinstance(occasion, Referral) else (occasion.gives,)
    if occasion.budget in ids.budgets and not all(gift_is_counted(program, one) for one in gives):
        yield Problem(path, ProblemKind.NOT_COUNTED)


def _sum_problems(program: Program) -> Iterator[Problem]:
    """Find rules that together give more for the greatest bill than a file can hold."""
    most, bonus, rate_bp = 0, 0, 10_000
    for rule in program.rules:
        match rule:
            case AmountRule() if rule.per_vnd > 0:
                most += MAX_AMOUNT_VND * rule.points // rule.per_vnd + 1
            case VisitRule():
                most += rule.points
            case BandRule():
                most += max((band.points for band in rule.bands), default=0)
            case ItemRule():
                most += MAX_QUANTITY * rule.points
            case BonusRule():
                bonus += rule.points
            case MultiplierRule():
                rate_bp += max(0, rule.rate_bp - 10_000)
            case _:
                pass
    tier_bp = max((tier.extra_bp for tier in program.tiers.tiers), default=0)
    most = most * rate_bp * (10_000 + max(0, tier_bp)) // 10_000**2 + bonus
    if most > MAX_BILL_POINTS:
        yield Problem("$.rules", ProblemKind.TOO_LARGE, most, MAX_BILL_POINTS)


def _side_programs(program: Program) -> Iterator[tuple[str, SideProgram]]:
    lists: tuple[tuple[str, tuple[SideProgram, ...]], ...] = (
        ("plans", program.plans),
        ("stamp_cards", program.stamp_cards),
        ("memberships", program.memberships),
        ("vouchers", program.vouchers),
        ("draws", program.draws),
        ("causes", program.causes),
        ("partners", program.partners),
    )
    for name, sides in lists:
        for index, side in enumerate(sides):
            yield f"$.{name}[{index}]", side


def problems_with_the_end(program: Program, before: Program, starts: date) -> tuple[Problem, ...]:
    """Find an end of points that is over before it was said: such a slip would cost every point at once.

    Args:
        before: What is in force until then.
        starts: The first business day of the program.
    """
    end, said = program.points_end, before.points_end
    if end is None or end.good_to is None or end.good_to >= starts:
        return ()
    if said is not None and said.good_to is not None and said.good_to <= end.good_to:
        return ()
    return (Problem("$.points_end.good_to", ProblemKind.LAST_BEFORE_FIRST, end.good_to, starts),)


def _end_problems(program: Program) -> Iterator[Problem]:
    end = program.points_end
    if end is None:
        return
    yield from day_problems("$.points_end.last_day", end.last_day)
    if end.good_to is not None:
        yield from day_problems("$.points_end.good_to", end.good_to)
        if end.good_to < end.last_day:
            yield Problem("$.points_end.good_to", ProblemKind.LAST_BEFORE_FIRST, end.good_to, end.last_day)


def _blackout_problems(program: Program) -> Iterator[Problem]:
    for index, blackout in enumerate(program.blackouts):
        path = f"$.blackouts[{index}]"
        yield from day_problems(f"{path}.first", blackout.first)
        yield from day_problems(f"{path}.last", blackout.last)
        if blackout.last < blackout.first:
            yield Problem(f"{path}.last", ProblemKind.LAST_BEFORE_FIRST, blackout.last, blackout.first)
