"""What a program comes to for a shop and its customers, asked of the engine's own pricing."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from msgspec import Struct

from loyalpos.engine.bills import Bill, Taken
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
from loyalpos.engine.footing import Footing, plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.program import AmountOff, PayWithPoints, PercentOff, Program, Reward, UnknownReward
from loyalpos.engine.reward_kinds import first_points
from loyalpos.engine.rewards import quote
from loyalpos.engine.rules import UnknownRule

__all__ = ["Example", "cost_vnd", "example", "visits_until"]

_MOST_VISITS = 1_000


class Example(Struct, frozen=True):
    """What one bill earns, and what its points take off later bills at the dearest reward.

    ``worth_vnd`` and ``share_bp`` (of the bill) are None where no reward has a price in đồng.
    """

    total_vnd: int
    earning: Earning
    worth_vnd: int | None
    share_bp: int | None


def example(program: Program, total_vnd: int) -> Example:
    """Work out what a bill of a new member earns and what that costs the shop.

    Args:
        program: One without errors.
        total_vnd: At least 1 ₫.
    """
    earning = earn(program, _plain_visit(program), Bill(total_vnd), 0)
    rates = [rate for reward in program.rewards if (rate := _vnd_a_point(program, reward, total_vnd))]
    if not rates:
        return Example(total_vnd, earning, None, None)
    worth_vnd = int(earning.points * max(rates))
    return Example(total_vnd, earning, worth_vnd, worth_vnd * 10_000 // total_vnd)


def cost_vnd(program: Program, points: int, usual_vnd: int) -> int | None:
    """Say what points cost the shop once they are spent.

    Args:
        usual_vnd: What a bill usually comes to: a share of it is worth more on a large one.

    Returns:
        By what the owner says a point costs, else by the dearest reward; None where neither is known.
    """
    if program.point_cost_vnd:
        return points * program.point_cost_vnd
    rates = [rate for reward in program.rewards if (rate := _vnd_a_point(program, reward, max(1, usual_vnd)))]
    return int(points * max(rates)) if rates else None


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


def _vnd_a_point(program: Program, reward: Reward, total_vnd: int) -> Fraction | None:
    """Ask the engine what a reward takes off a bill large enough for it, for each point it costs."""
    match reward:
        case AmountOff():
            enough_vnd = max(total_vnd, reward.minimum_vnd, reward.value_vnd)
            choice, points = Taken(reward.id), reward.points
        case PercentOff():
            enough_vnd = max(total_vnd, reward.minimum_vnd)
            choice, points = Taken(reward.id), reward.points
        case PayWithPoints():
            points = first_points(reward, "")
            first_vnd = points // reward.block_points * reward.block_vnd
            enough_vnd = max(total_vnd, reward.minimum_vnd, -(-first_vnd * 10_000 // reward.max_share_bp))
            choice = Taken(reward.id, points)
        case _:
            return None
    priced = quote(
        program,
        Account(),
        plain_footing(program),
        Bill(enough_vnd),
        (choice,),
        spendable=points,
        stock={},
    )
    return Fraction(priced.value_vnd, priced.spent_points) if priced.spent_points else None
