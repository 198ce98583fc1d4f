"""The tier a member has on a day: worked out from the bills that stand, so that a return needs no undoing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from loyalpos.engine.members import Member
from loyalpos.engine.replay_tiers import measured_by
from loyalpos.engine.tier_moves import TierState, followed
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tiers import TierPlan
from loyalpos.store.bills import sums_of
from loyalpos.store.file import Connection

__all__ = ["tier_on"]

_A_DAY = timedelta(days=1)


def tier_on(
    connection: Connection, plan_on: Callable[[date], TierPlan], person: Member, day: date
) -> TierState:
    """Follow a member from the first day to a business day, as if the shop had opened on each.

    What is measured is what the plan of that day measures, over all bills up to it; falls come when their
    notice would have been over.

    Args:
        plan_on: The plan in force on a business day.
    """
    plan = plan_on(day)
    if not plan.tiers:
        return TierState()
    amounts = [
        Dated(one.day, measured_by(plan.reached_by, one.paid_vnd, one.points, one.visits))
        for one in sums_of(connection, person.id)
        if one.day <= day
    ]
    first = min((person.joined, *(one.day for one in amounts)))
    moves = followed(
        cache(plan_on), TierState(), Progress.of(amounts), after=first - _A_DAY, until=day, untold=True
    )
    return moves[-1].state if moves else TierState()
