"""What limits, budgets and caps cut from an earning, each with a line that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Given, KnownRule
from loyalpos.engine.program import Program
from loyalpos.engine.rules import BudgetEnd, Per, StampRule, TicketRule, VoucherRule
from loyalpos.engine.tiers import Tier

__all__ = ["Costs", "costs_of", "cut_by_budgets", "cut_by_caps", "cut_by_limits", "fits_still", "why_stopped"]


def why_stopped(rule: KnownRule, footing: Footing, program: Program) -> LineKind | None:
    """Say why a rule that would give something gives nothing at all: its limits or its budget are used up."""
    room = footing.room.get(rule.id)
    if room is not None and (room.times == 0 or room.points == 0):
        return LineKind.LIMITED
    if rule.budget and _stops(rule.budget, footing, program) and footing.budget_vnd.get(rule.budget, 1) <= 0:
        return LineKind.OVER_BUDGET
    return None


def cut_by_limits(parts: Iterable[Given], footing: Footing) -> Iterable[EarnLine]:
    """Give no rule more than its limits leave; what is cut leaves no remainder either."""
    if not footing.room:
        return
    for part in parts:
        room = footing.room.get(part.rule.id)
        if room is None or room.points is None or not _is_over(part, room.points):
            continue
        yield from _cut(part, room.points, LineKind.LIMITED)


def cut_by_budgets(parts: Iterable[Given], footing: Footing, program: Program) -> Iterable[EarnLine]:
    """Give the rules of a budget that stops no more points than it still pays for, one after the other."""
    if not footing.budget_vnd or not program.budgets or not program.point_cost_vnd:
        return
    left_vnd = dict(footing.budget_vnd)
    for part in parts:
        budget = _budget(part)
        if budget not in left_vnd or not _stops(budget, footing, program):
            continue
        fit = left_vnd[budget] // program.point_cost_vnd
        if _is_over(part, fit):
            yield from _cut(part, fit, LineKind.OVER_BUDGET)
        left_vnd[budget] -= (part.points + part.together) * program.point_cost_vnd


def fits_still(part: Given, parts: Iterable[Given], footing: Footing, program: Program) -> int | None:
    """Say how many points more a part may give by its limits and its budget; None is any number."""
    room = footing.room.get(part.rule.id)
    fit = None if room is None or room.points is None else room.points - part.points
    budget = _budget(part)
    if budget in footing.budget_vnd and program.point_cost_vnd and _stops(budget, footing, program):
        spent = sum(one.points for one in parts if _budget(one) == budget)
        pays_for = footing.budget_vnd[budget] // program.point_cost_vnd - spent
        fit = pays_for if fit is None else min(fit, pays_for)
    return None if fit is None else max(0, fit)


def cut_by_caps(parts: Sequence[Given], footing: Footing, program: Program) -> Iterable[EarnLine]:
    """Give no more for a bill than the program's caps leave, taking from what came last."""
    points = sum([part.points for part in parts])
    caps = [cap.points for cap in program.caps if cap.per is Per.BILL]
    if footing.cap_points is not None:
        caps.append(footing.cap_points)
    most = min(caps, default=points)
    if points <= most:
        return
    yield EarnLine("", LineKind.CAPPED, most - points, count=most)
    over = points - most
    for part in reversed(parts):
        taken = min(over, part.points)
        part.points -= taken
        over -= taken


class Costs(Struct, frozen=True):
    """What the points given cost, by budget id, and the budgets that went over and ask the owner.

    ``lines`` name those of them the owner lets this bill go over.
    """

    vnd: Mapping[str, int]
    asks_owner: tuple[str, ...]
    lines: tuple[EarnLine, ...] = ()


_NO_COSTS = Costs({}, ())


def costs_of(parts: Iterable[Given], footing: Footing, program: Program) -> Costs:
    """Add up what the rules of each budget cost."""
    if not program.point_cost_vnd:
        return _NO_COSTS
    vnd: dict[str, int] = {}
    for part in parts:
        budget = _budget(part)
        if budget and part.points:
            vnd[budget] = vnd.get(budget, 0) + part.points * program.point_cost_vnd
    over = tuple(
        budget
        for budget, cost_vnd in vnd.items()
        if cost_vnd > footing.budget_vnd.get(budget, cost_vnd) and not _stops(budget, footing, program)
    )
    if not over:
        return Costs(vnd, over)
    agreed = tuple(
        EarnLine("", LineKind.OWNER_AGREED, 0, name=budget.name)
        for budget in program.budgets
        if budget.id in over and footing.owner_said.get(budget.id, False)
    )
    return Costs(vnd, tuple(budget for budget in over if budget not in footing.owner_said), agreed)


def _cut(part: Given, fit: int, kind: LineKind) -> Iterable[EarnLine]:
    """Leave a part what fits."""
    over = part.points - fit
    part.has_rest = False
    part.together = 0
    if over <= 0:
        return
    part.points = fit
    is_unit = isinstance(part.rule, StampRule | TicketRule | VoucherRule)
    yield EarnLine(part.rule.id, kind, 0 if is_unit else -over, name=part.rule.name, count=fit)


def _is_over(part: Given, whole: int) -> bool:
    above, below = part.exact
    return above > whole * below


def _budget(part: Given) -> str:
    return "" if isinstance(part.rule, Tier) else part.rule.budget


def _stops(budget_id: str, footing: Footing, program: Program) -> bool:
    """Tell whether a budget gives no more than it has: by its rule, or because the owner said no."""
    if not footing.owner_said.get(budget_id, True):
        return True
    return any(one.id == budget_id and one.at_end is BudgetEnd.STOP for one in program.budgets)
