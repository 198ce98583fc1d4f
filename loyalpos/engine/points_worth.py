"""What points take off later bills: never more than a customer could really take with them."""

from __future__ import annotations

from msgspec import Struct

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.program import AmountOff, PayWithPoints, PercentOff, Program
from loyalpos.engine.reward_kinds import first_points, price_points
from loyalpos.engine.rewards import quote

__all__ = ["Worth", "paid_vnd", "worth_after", "worth_vnd"]

_MOST_BILLS = 1_000


class Worth(Struct, frozen=True):
    """What the points of so many equal bills take off later ones, in đồng."""

    bills: int
    value_vnd: int


def paid_vnd(program: Program, points: int, tier: str = "") -> int | None:
    """Say what points pay in whole blocks.

    Args:
        tier: The member's, whose price may be another; ``""`` is none.

    Returns:
        0 where they are fewer than may pay; None where no reward lets points pay.
    """
    for reward in program.rewards:
        if isinstance(reward, PayWithPoints) and not reward.hidden:
            block = price_points(reward, tier)
            if not block:
                continue
            return points // block * reward.block_vnd if points >= first_points(reward, tier) else 0
    return None


def worth_vnd(program: Program, points: int, usual_vnd: int, bills: int) -> int | None:
    """Say what points take off: by paying with them, else by the best fixed amount taken whole times.

    Where only shares of a bill are taken off, each later bill gives one of them at most.

    Args:
        usual_vnd: What a later bill comes to; one that asks for more is taken to be as large as asked.
        bills: How many bills the points are of, and as many follow.

    Returns:
        0 where they do not suffice for anything; None where no reward takes đồng off.
    """
    if (paid := paid_vnd(program, points)) is not None:
        return paid
    amounts = [_times(points, reward) * _once_vnd(program, reward, usual_vnd) for reward in _fixed(program)]
    if amounts:
        return max(amounts)
    shares = [
        min(bills, _times(points, reward)) * _once_vnd(program, reward, usual_vnd)
        for reward in _by_share(program)
    ]
    return max(shares, default=None)


def worth_after(program: Program, points: int, usual_vnd: int) -> Worth | None:
    """Say after how many bills that bring so many points each they take something off, and how much.

    Returns:
        None where they never do, or only after more than a thousand bills.
    """
    if points <= 0:
        return None
    paying = [one for one in program.rewards if isinstance(one, PayWithPoints) and not one.hidden]
    needed = [first_points(one, "") for one in paying[:1] or _fixed(program) or _by_share(program)]
    for bills in sorted({max(1, -(-few // points)) for few in needed}):
        value_vnd = worth_vnd(program, points * bills, usual_vnd, bills)
        if value_vnd and bills <= _MOST_BILLS:
            return Worth(bills, value_vnd)
    return None


def _fixed(program: Program) -> list[AmountOff]:
    return [one for one in program.rewards if isinstance(one, AmountOff) and one.points and not one.hidden]


def _by_share(program: Program) -> list[PercentOff]:
    return [one for one in program.rewards if isinstance(one, PercentOff) and one.points and not one.hidden]


def _times(points: int, reward: AmountOff | PercentOff) -> int:
    return points // reward.points


def _once_vnd(program: Program, reward: AmountOff | PercentOff, usual_vnd: int) -> int:
    """Ask the engine's own pricing what a reward takes off a bill large enough for it."""
    enough_vnd = max(usual_vnd, reward.minimum_vnd, reward.value_vnd if isinstance(reward, AmountOff) else 1)
    priced = quote(
        program,
        Account(),
        plain_footing(program),
        Bill(enough_vnd),
        (Taken(reward.id),),
        spendable=reward.points + reward.keep_points,
        stock={},
    )
    return priced.value_vnd if priced.spent_points else 0
