"""The tier a member has on a day: worked out from the bills that stand, so that a return needs no undoing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from loyalpos.engine.members import Member
from loyalpos.engine.replay_tiers import measured_by
from loyalpos.engine.tier_moves import TierState, followed
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tiers import TierPlan
from loyalpos.engine.times import add_months
from loyalpos.store.bills import sums_of
from loyalpos.store.file import Connection

__all__ = ["state_on", "tier_on"]

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
    return state_on(plan_on, Progress.of(amounts), first=first, day=day)


def state_on(plan_on: Callable[[date], TierPlan], progress: Progress, *, first: date, day: date) -> TierState:
    """Give what following every day from the first gives, looking only at days that can bring a move.

    Those are the days of bills, the days on which they leave the span, the days of another plan, and the
    days on which a notice is over. A member of years is shown as fast as one of yesterday.
    """
    turns = {first, day}
    plan = plan_on(first)
    for on in map(date.fromordinal, range(first.toordinal(), day.toordinal() + 1)):
        if plan_on(on) is not plan or (on.month, on.day) == (1, 1):
            turns.add(on)
            plan = plan_on(on)
    for on in progress.days:
        gone = add_months(on, 12)
        turns.update((on, on + _A_DAY, gone, gone + _A_DAY))
    state = TierState()
    left = sorted(on for on in turns if first <= on <= day)
    while left:
        on = left.pop(0)
        moves = followed(plan_on, state, progress, after=on - _A_DAY, until=on, untold=True)
        state = moves[-1].state if moves else state
        falls = None if state.notice is None else state.notice.falls
        if falls is not None and on < falls <= day and (not left or falls < left[0]):
            left.insert(0, falls)
    return state
