"""What budgets cut from an earning, and what it costs them.

A budget pays for what its rules give, and for its share of what comes on top of all rules together: a tier's
raise, the rounding of the bill, whole points among remainders. That share is the one its rules have in the
points that a tier raises, rounded up to whole đồng: what is counted is never less than was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from loyalpos.engine.budget_costs import rule_cost
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Part, cut, is_over
from loyalpos.engine.program import Program
from loyalpos.engine.ratios import Ratio, ratio_sum
from loyalpos.engine.rules import KnownRule

__all__ = [
    "NO_COSTS",
    "Costs",
    "OnTop",
    "PaidFor",
    "costs_of",
    "cut_by_budgets",
    "cut_on_top",
    "paid_for",
    "shares_of_budgets",
    "stops",
]


PaidFor: TypeAlias = tuple[str, Part[KnownRule]]
"""A part, and the budget that pays for it by its id."""


class Costs(Struct, frozen=True):
    """What was given costs, by budget id, and the budgets that went over and ask the owner.

    ``lines`` name those of them the owner lets this bill go over.
    """

    vnd: Mapping[str, int]
    asks_owner: tuple[str, ...]
    lines: tuple[EarnLine, ...] = ()


NO_COSTS = Costs({}, ())


class OnTop(Struct, frozen=True):
    """Points that no rule gave for itself: how many, and how many of them fall to each budget."""

    points: int
    of: Mapping[str, Ratio]


def shares_of_budgets(
    raised: Sequence[Part[KnownRule]], bonuses: Sequence[Part[KnownRule]], whole: Ratio
) -> dict[str, Ratio]:
    """Say, by budget id, which share its rules have in what comes on top.

    Args:
        raised: The points that a tier raises, by whose rules it goes; where these gave nothing, by bonuses.
        whole: How many of them there are.
    """
    if whole[0]:
        return _shares([(part.rule.budget, part.counts) for part in raised], whole)
    whole = ratio_sum([part.counts for part in bonuses])
    if whole[0]:
        return _shares([(part.rule.budget, part.counts) for part in bonuses], whole)
    every = [(part.rule.budget, (1, 1)) for part in (*raised, *bonuses)]
    return _shares(every, (len(every), 1))


def _shares(parts: Sequence[tuple[str, Ratio]], among: Ratio) -> dict[str, Ratio]:
    found: dict[str, list[Ratio]] = {}
    for budget, counts in parts:
        if budget:
            found.setdefault(budget, []).append(counts)
    sums = {budget: ratio_sum(counts) for budget, counts in found.items()}
    whole, below = among
    return {budget: (own * below, under * whole) for budget, (own, under) in sums.items() if own}


def paid_for(parts: Iterable[Part[KnownRule]]) -> list[PaidFor]:
    """Find the parts that budgets pay for."""
    return [(part.rule.budget, part) for part in parts if part.rule.budget]


def cut_by_budgets(parts: Sequence[PaidFor], footing: Footing, program: Program) -> list[EarnLine]:
    """Give the rules of a budget that stops no more than it still pays for, one after the other."""
    lines: list[EarnLine] = []
    left_vnd = dict(footing.budget_vnd)
    for budget, part in parts:
        if budget not in left_vnd or not stops(budget, footing, program):
            continue
        cost = rule_cost(program, part.rule)
        if cost is None or not cost[0]:
            continue
        fit = left_vnd[budget] * cost[1] // cost[0]
        if is_over(part, fit):
            lines += cut(part, fit, LineKind.OVER_BUDGET)
        left_vnd[budget] -= _times(cost, part.points)
    return lines


def cut_on_top(
    points: int, shares: Mapping[str, Ratio], parts: Sequence[PaidFor], footing: Footing, program: Program
) -> tuple[OnTop, list[EarnLine]]:
    """Give on top of the rules no more than the budgets that stop still pay for.

    Args:
        points: What the tier, the rounding of the bill and remainders add; below zero, take away.
        parts: What the rules of budgets give, after it was cut.
    """
    of = {budget: (points * own, whole) for budget, (own, whole) in shares.items()}
    if not program.point_cost_vnd or points <= 0:
        return OnTop(points, of), []
    own_vnd = _own_costs(parts, program)
    lines: list[EarnLine] = []
    for budget in program.budgets:
        if budget.id not in of or budget.id not in footing.budget_vnd:
            continue
        if not stops(budget.id, footing, program):
            continue
        left_vnd = max(0, footing.budget_vnd[budget.id] - own_vnd.get(budget.id, 0))
        own, whole = of[budget.id]
        # So many points that what is left pays for the rest.
        over = -((left_vnd * whole - own * program.point_cost_vnd) // (whole * program.point_cost_vnd))
        if over > 0:
            of[budget.id] = (max(0, own - over * whole), whole)
            points -= over
            lines.append(EarnLine("", LineKind.OVER_BUDGET, -over, name=budget.name))
    return OnTop(points, of), lines


def costs_of(parts: Sequence[PaidFor], on_top: OnTop, kept: int, footing: Footing, program: Program) -> Costs:
    """Add up what each budget pays for.

    Args:
        on_top: What was given on top of the rules, before caps.
        kept: What caps left of that.
    """
    vnd = _own_costs(parts, program)
    if on_top.points and kept:
        for budget, (own, whole) in on_top.of.items():
            cost_vnd = -(-program.point_cost_vnd * own * kept // (whole * on_top.points))
            vnd[budget] = vnd.get(budget, 0) + cost_vnd
    vnd = {budget: cost_vnd for budget, cost_vnd in vnd.items() if cost_vnd > 0}
    over = tuple(
        budget
        for budget, cost_vnd in vnd.items()
        if cost_vnd > footing.budget_vnd.get(budget, cost_vnd) and not stops(budget, footing, program)
    )
    if not over:
        return Costs(vnd, over)
    agreed = tuple(
        EarnLine("", LineKind.OWNER_AGREED, 0, name=budget.name)
        for budget in program.budgets
        if budget.id in over and footing.owner_said.get(budget.id, False)
    )
    return Costs(vnd, tuple(budget for budget in over if budget not in footing.owner_said), agreed)


def stops(budget_id: str, footing: Footing, program: Program) -> bool:
    """Tell whether a budget gives no more than it has: by its rule, or because the owner said no."""
    if not footing.owner_said.get(budget_id, True):
        return True
    return budget_id in program.stopping


def _own_costs(parts: Sequence[PaidFor], program: Program) -> dict[str, int]:
    vnd: dict[str, int] = {}
    for budget, part in parts:
        cost = rule_cost(program, part.rule) if part.points else None
        if cost is not None:
            vnd[budget] = vnd.get(budget, 0) + _times(cost, part.points)
    return vnd


def _times(cost: tuple[int, int], count: int) -> int:
    return -(-cost[0] * count // cost[1])
