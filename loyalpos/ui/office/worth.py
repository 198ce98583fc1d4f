"""What a program comes to for a shop and its customers, asked of the engine's own pricing."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import (
    Always,
    BillAtLeast,
    Condition,
    EveryOf,
    HasItem,
    Not,
    OneOf,
    PaidBy,
)
from loyalpos.engine.earning import Earning, earn
from loyalpos.engine.footing import Footing
from loyalpos.engine.points_worth import Worth, worth_after, worth_vnd
from loyalpos.engine.program import PayWithPoints, Program, Reward, UnknownReward
from loyalpos.engine.reward_kinds import first_points
from loyalpos.engine.rules import UnknownRule

__all__ = ["Example", "conditions_left_out", "cost_vnd", "example", "visits_until"]

_MOST_VISITS = 1_000


class Example(Struct, frozen=True):
    """What one bill earns, and what its points take off later bills.

    ``worth`` is None where they never take đồng off; ``share_bp`` is what that is of the bills behind it.
    """

    total_vnd: int
    earning: Earning
    worth: Worth | None
    share_bp: int | None


def example(program: Program, total_vnd: int) -> Example:
    """Work out what a bill of a new member earns and what that costs the shop.

    Args:
        program: One without errors.
        total_vnd: At least 1 ₫.
    """
    earning = earn(program, _plain_visit(program), Bill(total_vnd), 0)
    worth = worth_after(program, earning.points, total_vnd)
    share_bp = None if worth is None else worth.value_vnd * 10_000 // (total_vnd * worth.bills)
    return Example(total_vnd, earning, worth, share_bp)


def conditions_left_out(program: Program) -> tuple[Condition, ...]:
    """Give the conditions whose rules an example leaves out: of a time, a member, or a way of paying."""
    asked = [rule.when for rule in program.rules if not isinstance(rule, UnknownRule)]
    left_out = (one for one in asked if not _of_the_bill(one) or _needs_tender(one))
    return tuple(dict.fromkeys(left_out))


def cost_vnd(program: Program, points: int, usual_vnd: int, bills: int) -> int | None:
    """Say what points cost the shop once they are spent.

    Args:
        usual_vnd: What a bill usually comes to: a share of it is worth more on a large one.
        bills: How many bills the points are of.

    Returns:
        By what the owner says a point costs, else by what they take off; None where neither is known.
    """
    if program.point_cost_vnd:
        return points * program.point_cost_vnd
    return worth_vnd(program, points, max(1, usual_vnd), bills)


def visits_until(program: Program, reward: Reward, total_vnd: int) -> int | None:
    """Count the visits after which a new member who always spends so much can take a reward.

    Returns:
        None if that takes more than a thousand visits, or for ever. Welcome points count.
    """
    match reward:
        case UnknownReward():
            return None
        case PayWithPoints():
            needed = first_points(reward, "")
        case _:
            needed = reward.points
    missing = needed - program.welcome_points
    if missing <= 0:
        return 0
    earning = earn(program, _plain_visit(program), Bill(total_vnd), 0)
    # What is carried is never lost, so visits add up exactly: so many times what one of them is worth.
    each = earning.points + earning.carry_delta
    visits = ceil(missing / each) if each > 0 else _MOST_VISITS + 1
    return visits if visits <= _MOST_VISITS else None


def _plain_visit(program: Program) -> Footing:
    """Give the footing of a plain member at no special time: only what the bill itself decides may apply."""
    asks = {
        rule.id: rule.when
        for rule in program.rules
        if not isinstance(rule, UnknownRule) and _of_the_bill(rule.when)
    }
    unknown = {rule.id: Always() for rule in program.rules if isinstance(rule, UnknownRule)}
    return Footing(asks={**asks, **unknown})


def _of_the_bill(condition: Condition) -> bool:
    match condition:
        case Always() | BillAtLeast() | HasItem() | PaidBy():
            return True
        case EveryOf() | OneOf():
            return all(_of_the_bill(part) for part in condition.conditions)
        case Not():
            return _of_the_bill(condition.condition)
        case _:
            return False


def _needs_tender(condition: Condition) -> bool:
    match condition:
        case PaidBy():
            return True
        case EveryOf():
            return any(_needs_tender(part) for part in condition.conditions)
        case OneOf():
            return bool(condition.conditions) and all(_needs_tender(part) for part in condition.conditions)
        case _:
            return False
