"""A member's tier from bill to bill of a trial: followed on from where it was left, not from the start."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from loyalpos.engine.replay_tiers import measured_by
from loyalpos.engine.tier_moves import TierState, followed
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tiers import Reached, TierPlan
from loyalpos.engine.times import add_months

__all__ = ["Plans", "TierDays"]

_A_DAY = timedelta(days=1)


class Plans:
    """Which tier plan is in force on which day.

    Args:
        plan_on: The plan of a business day.
        changes: The days on which another plan begins.
    """

    def __init__(self, plan_on: Callable[[date], TierPlan], changes: tuple[date, ...]) -> None:
        self.on = plan_on
        self._changes = changes

    def turns(self, after: date, until: date) -> set[date]:
        """Name the days on which the calendar or another plan may move anybody."""
        days = {date(year, 1, 1) for year in range(after.year, until.year + 1)}
        days.update(self._changes[bisect_right(self._changes, after) :])
        return days


class TierDays:
    """One member's bills as they stand, and the tier they come to on a day.

    The answer is that of following every day (:func:`~loyalpos.engine.tier_moves.followed`), as if the shop
    had opened on each; a bill that changes on a day already followed lets it begin anew.
    """

    def __init__(self, joined: date) -> None:
        self._joined = joined
        self._bills: dict[UUID, tuple[date, int, int]] = {}
        self._turns: dict[date, tuple[date, ...]] = {}
        self._known: tuple[Plans, Reached] | None = None
        self._until: date | None = None
        self._state = TierState()

    def put(self, bill: UUID, day: date, *, paid_vnd: int, points: int) -> None:
        """Count a bill as it stands."""
        self._bills[bill] = (day, paid_vnd, points)
        if day not in self._turns:
            gone = add_months(day, 12)
            self._turns[day] = (day, day + _A_DAY, gone, gone + _A_DAY)
        self._look_back(day)

    def drop(self, bill: UUID) -> None:
        """Leave out a bill that came back whole."""
        known = self._bills.pop(bill, None)
        if known is not None:
            self._look_back(known[0])

    def state(self, plans: Plans, day: date) -> TierState:
        """Give where the member stands on a business day, by all bills up to it."""
        plan = plans.on(day)
        if not plan.tiers:
            return TierState()
        reached_by = plan.reached_by
        if self._known != (plans, reached_by):
            self._known, self._until = (plans, reached_by), None
        progress = Progress.of(
            Dated(on, measured_by(reached_by, paid_vnd, points, 1))
            for on, paid_vnd, points in self._bills.values()
            if on <= day
        )
        first = min((self._joined, *progress.days[:1]))
        if self._until is None or self._until >= day:
            self._until, self._state = min(first, day) - _A_DAY, TierState()
        after = self._until
        turns = plans.turns(after, day)
        turns.update((first, day))
        for on in progress.days:
            turns.update(self._turns[on])
        left = sorted(on for on in turns if max(after, first - _A_DAY) < on <= day)
        state, at = self._state, 0
        while at < len(left):
            on = left[at]
            falls = None if state.notice is None else state.notice.falls
            if falls is not None and after < falls < on:
                on = falls
            else:
                at += 1
            if on == day:
                # More bills may come on this day: what is known for good ends with the day before.
                self._until, self._state = day - _A_DAY, state
            moves = followed(plans.on, state, progress, after=on - _A_DAY, until=on, untold=True)
            state = moves[-1].state if moves else state
            after = on
        return state

    def _look_back(self, day: date) -> None:
        if self._until is not None and day <= self._until:
            self._until = None
