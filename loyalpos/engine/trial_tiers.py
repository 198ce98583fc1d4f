"""A member's tier from bill to bill of a trial: followed on from where it was left, not from the start.

A hundred thousand bills ask for it, so days are counted as numbers, sums are kept, and the rules of moves are
only asked where something can move.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from itertools import accumulate
from uuid import UUID

from loyalpos.engine.tier_moves import TierState, moved
from loyalpos.engine.tier_progress import span_begins
from loyalpos.engine.tiers import Over, Reached, TierPlan, measured_by
from loyalpos.engine.times import add_months

__all__ = ["Plans", "TierDays"]


class Plans:
    """Which tier plan is in force on which day.

    Args:
        plan_on: The plan of a business day.
        changes: The days on which another plan begins, in ascending order.
    """

    def __init__(self, plan_on: Callable[[date], TierPlan], changes: tuple[date, ...]) -> None:
        self._plan_on = plan_on
        self._changes = [day.toordinal() for day in changes]
        self._known: dict[int, _Steps] = {}

    def on(self, day: int) -> _Steps:
        """Give the plan of a day by its number."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = _Steps(self._plan_on(date.fromordinal(day)))
        return known

    def turns(self, after: int, until: int) -> list[int]:
        """Name the days on which the calendar or another plan may move anybody."""
        years = range(date.fromordinal(after).year, date.fromordinal(until).year + 1)
        days = [date(year, 1, 1).toordinal() for year in years]
        return [
            *days,
            *self._changes[bisect_right(self._changes, after) : bisect_right(self._changes, until)],
        ]


class _Steps:
    """A plan, with its thresholds ready to be looked up."""

    def __init__(self, plan: TierPlan) -> None:
        self.plan = plan
        self._thresholds = [tier.threshold for tier in plan.tiers]
        self._rank = {tier.id: rank for rank, tier in enumerate(plan.tiers, 1)}

    def is_settled(self, state: TierState, measured: int) -> bool:
        """Tell whether nothing can move, without asking the rules: the member has just what is reached."""
        if state.notice is not None or state.floor:
            return False
        rank = self._rank.get(state.tier, 0)
        reached = bisect_right(self._thresholds, measured)
        if reached != rank or (state.steps and not rank):
            return False
        return not rank or any(self._rank.get(tier, 0) >= rank for tier in state.ever)


class TierDays:
    """One member's bills as they stand, and the tier they come to on a day.

    The answer is that of following every day (:func:`~loyalpos.engine.tier_moves.followed`), as if the shop
    had opened on each; a bill that changes on a day already followed lets it begin anew.
    """

    def __init__(self, joined: date) -> None:
        self._joined = joined.toordinal()
        self._bills: dict[UUID, tuple[int, int, int]] = {}
        self._days: list[int] = []
        self._sums: list[int] = []
        self._is_summed = False
        self._known: tuple[Plans, Reached] | None = None
        self._until: int | None = None
        self._state = TierState()

    def put(self, bill: UUID, day: date, *, paid_vnd: int, points: int) -> None:
        """Count a bill as it stands."""
        on = day.toordinal()
        is_new = bill not in self._bills
        self._bills[bill] = (on, paid_vnd, points)
        if (
            self._is_summed
            and is_new
            and self._known is not None
            and (not self._days or on >= self._days[-1])
        ):
            amount = measured_by(self._known[1], paid_vnd, points, 1)
            if self._days and on == self._days[-1]:
                self._sums[-1] += amount
            else:
                self._sums.append(amount + (self._sums[-1] if self._sums else 0))
                self._days.append(on)
        else:
            self._is_summed = False
        self._look_back(on)

    def drop(self, bill: UUID) -> None:
        """Leave out a bill that came back whole."""
        known = self._bills.pop(bill, None)
        if known is not None:
            self._is_summed = False
            self._look_back(known[0])

    def state(self, plans: Plans, on: date) -> TierState:
        """Give where the member stands on a business day, by all bills up to it."""
        day = on.toordinal()
        steps = plans.on(day)
        if not steps.plan.tiers:
            return TierState()
        if self._known != (plans, steps.plan.reached_by):
            self._known, self._until, self._is_summed = (plans, steps.plan.reached_by), None, False
        if not self._is_summed:
            self._sum(steps.plan.reached_by)
        first = min((self._joined, day, *self._days[:1]))
        if self._until is None or self._until >= day:
            self._until, self._state = first - 1, TierState()
        after, state = self._until, self._state
        left = sorted(one for one in {*self._turns(plans, after, day), first, day} if after < one <= day)
        at = 0
        while at < len(left):
            turn = left[at]
            falls = None if state.notice is None else state.notice.falls.toordinal()
            if falls is not None and after < falls < turn:
                turn = falls
            else:
                at += 1
            if turn == day:
                # More bills may come on this day: what is known for good ends with the day before.
                self._until, self._state = day - 1, state
            state = self._moved(plans.on(turn), state, turn)
            after = turn
        return state

    def _turns(self, plans: Plans, after: int, until: int) -> list[int]:
        """Name the days on which something may move: of bills, and on which they leave the span."""
        days = self._days
        turns = plans.turns(after, until)
        turns += days[bisect_right(days, after) : bisect_right(days, until)]
        for on in days[bisect_left(days, after - 367) : bisect_right(days, until - 364)]:
            gone = _year_after(on)
            turns += (gone, gone + 1)
        return turns

    def _moved(self, steps: _Steps, state: TierState, day: int) -> TierState:
        """Move the member on a day: as it opens, and by its bills."""
        plan = steps.plan
        begins = 0 if plan.over is Over.EVER else bisect_left(self._days, _span_begins(plan.over, day))
        before = self._up_to(begins)
        for end in (bisect_left(self._days, day), bisect_right(self._days, day)):
            measured = self._up_to(end) - (before if end > begins else self._up_to(end))
            if steps.is_settled(state, measured):
                continue
            while (move := moved(plan, state, measured, date.fromordinal(day))) is not None:
                state = move.state
        return state

    def _up_to(self, count: int) -> int:
        return self._sums[count - 1] if count else 0

    def _sum(self, reached_by: Reached) -> None:
        by_day: dict[int, int] = {}
        for on, paid_vnd, points in self._bills.values():
            by_day[on] = by_day.get(on, 0) + measured_by(reached_by, paid_vnd, points, 1)
        self._days = sorted(by_day)
        self._sums = list(accumulate(by_day[on] for on in self._days))
        self._is_summed = True

    def _look_back(self, day: int) -> None:
        if self._until is not None and day <= self._until:
            self._until = None


@lru_cache(maxsize=10_000)
def _year_after(day: int) -> int:
    return add_months(date.fromordinal(day), 12).toordinal()


@lru_cache(maxsize=10_000)
def _span_begins(over: Over, day: int) -> int:
    return span_begins(over, date.fromordinal(day)).toordinal()
