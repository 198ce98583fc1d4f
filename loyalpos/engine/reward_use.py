"""How rewards are used: how often they are taken, what that costs, and what to do where they lie still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from loyalpos.engine.bills import Redemption
from loyalpos.engine.program import Gift, Program, Reward, UnknownReward
from loyalpos.engine.reward_kinds import first_points

__all__ = ["Idea", "RewardUse", "idea_for", "reward_uses", "share_bp"]

_SHORT_DAYS: Final = 30
_LONG_DAYS: Final = 90


class RewardUse(Struct, frozen=True):
    """This is how a reward was used up to a day.

    Attributes:
        times_30: How often it was taken in the last 30 business days, today included.
        times_90: The same in the last 90.
        cost_90_vnd: What those of the 90 days cost the shop, as far as it is known.
        unknown_90: How many of them nobody knows the cost of.
        last: The last day on which it was taken; None for never.
    """

    times_30: int = 0
    times_90: int = 0
    cost_90_vnd: int = 0
    unknown_90: int = 0
    last: date | None = None


class Idea(StrEnum):
    """What may bring a reward back to life: fill it up, price it lower, put another in its place."""

    RESTOCK = "restock"
    CHEAPER = "cheaper"
    ROTATE = "rotate"


def reward_uses(
    program: Program, taken: Iterable[tuple[date, Redemption]], today: date
) -> Mapping[str, RewardUse]:
    """Add up what was taken, by the reward's id; rewards nobody took are not named.

    A reward costs what it took off the bill. What is handed over costs what the program says it does, and
    its cost is unknown where the program does not say.
    """
    costs = {
        reward.id: reward.cost_vnd for reward in program.rewards if not isinstance(reward, UnknownReward)
    }
    short, long = (today - timedelta(days=days - 1) for days in (_SHORT_DAYS, _LONG_DAYS))
    uses: dict[str, RewardUse] = {}
    for day, one in taken:
        if day > today:
            continue
        was = uses.get(one.reward, RewardUse())
        cost_vnd = one.value_vnd or costs.get(one.reward)
        in_long = day >= long
        uses[one.reward] = RewardUse(
            was.times_30 + (day >= short),
            was.times_90 + in_long,
            was.cost_90_vnd + (cost_vnd or 0 if in_long else 0),
            was.unknown_90 + (in_long and cost_vnd is None),
            day if was.last is None else max(was.last, day),
        )
    return uses


def idea_for(
    reward: Reward,
    use: RewardUse,
    *,
    today: date,
    offered_since: date,
    left: int | None,
    usual_points: int | None,
    still_days: int,
) -> Idea | None:
    """Say what may be done about a reward, or None where it is taken as rewards should be.

    Args:
        offered_since: The first day it was offered; before it could lie still for so long nothing is said.
        left: How many there are; None is not counted.
        usual_points: What members usually have (the median of those who have any); None where nobody has.
        still_days: After how many days without being taken a reward lies still.
    """
    if isinstance(reward, UnknownReward) or reward.hidden:
        return None
    if isinstance(reward, Gift) and reward.counted and left is not None and left <= 0:
        return Idea.RESTOCK
    since = max(offered_since, use.last or offered_since)
    if (today - since).days < still_days:
        return None
    price = first_points(reward, "")
    if usual_points is not None and price > usual_points:
        return Idea.CHEAPER
    return Idea.ROTATE


def share_bp(cost_vnd: int, sales_vnd: int) -> int | None:
    """Give a cost as a share of sales in basis points, rounded half up; None without sales."""
    return (2 * cost_vnd * 10_000 + sales_vnd) // (2 * sales_vnd) if sales_vnd > 0 else None
