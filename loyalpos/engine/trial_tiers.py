"""A member's tier from bill to bill of a trial: followed on from where it was left, not from the start.

A hundred thousand bills ask for it, so days are counted as numbers, sums are kept, and the rules of moves are
only asked where something can move.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache
from itertools import accumulate
from uuid import UUID

from loyalpos.engine.plans_in_force import InForce, PlansIn, until_next
from loyalpos.engine.tier_moves import TierState, moved
from loyalpos.engine.tier_progress import span_begins
from loyalpos.engine.tiers import Over, Reached, measured_by
from loyalpos.engine.times import add_months

__all__ = ["Plans", "TierDays"]


class Plans:
    """Which tier plans are in force on which day.

    Args:
        plans_in: The plans of a business day, in their order.
        changes: The days on which another plan begins, in ascending order.
    """

    def __init__(self, plans_in: PlansIn, changes: tuple[date, ...]) -> None:
        self._plans_in = plans_in
        self._changes = [day.toordinal() for day in changes]
        self._known: dict[int, tuple[_Steps, ...]] = {}

    def on(self, day: int) -> tuple[_Steps, ...]:
        """Give the plans of a day by its number."""
        known = self._known.get(day)
        if known is None:
            plans = self._plans_in(date.fromordinal(day))
            known = self._known[day] = tuple(
                _Steps(one, None if after is None else after.from_ms) for one, after in until_next(plans)
            )
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
    """A plan of a day until the next of it, with its thresholds ready to be looked up."""

    def __init__(self, one: InForce, until_ms: int | None) -> None:
        self.plan = plan = one.plan
        self.from_ms = one.from_ms
        self.until_ms = until_ms
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
        self._bills: dict[UUID, tuple[int, int, int, int]] = {}
        self._days: list[int] = []
        self._sums: dict[Reached, list[int]] = {}
        self._is_summed = False
        self._known: Plans | None = None
        self._until: int | None = None
        self._state = TierState()

    def put(self, bill: UUID, day: date, *, paid_vnd: int, points: int, recorded_ms: int) -> None:
        """Count a bill as it stands."""
        on = day.toordinal()
        is_new = bill not in self._bills
        self._bills[bill] = (on, paid_vnd, points, recorded_ms)
        if self._is_summed and is_new and (not self._days or on >= self._days[-1]):
            is_same_day = bool(self._days) and on == self._days[-1]
            for reached_by, sums in self._sums.items():
                amount = measured_by(reached_by, paid_vnd, points, 1)
                if is_same_day:
                    sums[-1] += amount
                else:
                    sums.append(amount + (sums[-1] if sums else 0))
            if not is_same_day:
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
        if not plans.on(day)[-1].plan.tiers:
            return TierState()
        if self._known != plans:
            self._known, self._until = plans, None
        if not self._is_summed:
            self._sum()
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

    def _moved(self, plans: tuple[_Steps, ...], state: TierState, day: int) -> TierState:
        """Move the member on a day: as it opens, as plans are published on it, and by its bills."""
        opens, closes = bisect_left(self._days, day), bisect_right(self._days, day)
        for steps in plans:
            plan = steps.plan
            sums = self._sums_by(plan.reached_by)
            begins = 0 if plan.over is Over.EVER else bisect_left(self._days, _span_begins(plan.over, day))
            before = _up_to(sums, begins)
            opening, closing = (
                _up_to(sums, end) - (before if end > begins else _up_to(sums, end)) for end in (opens, closes)
            )
            first = (
                opening if steps is plans[0] else closing - self._late(plan.reached_by, day, steps.from_ms)
            )
            if steps.until_ms is not None:
                closing -= self._late(plan.reached_by, day, steps.until_ms)
            for measured in (first, closing):
                if steps.is_settled(state, measured):
                    continue
                while (move := moved(plan, state, measured, date.fromordinal(day))) is not None:
                    state = move.state
        return state

    def _late(self, reached_by: Reached, day: int, at_ms: int) -> int:
        """Sum what was recorded for a day from an instant on."""
        return sum(
            measured_by(reached_by, paid_vnd, points, 1)
            for on, paid_vnd, points, recorded_ms in self._bills.values()
            if on == day and recorded_ms >= at_ms
        )

    def _sums_by(self, reached_by: Reached) -> list[int]:
        """Give what the bills up to each day come to, as a plan measures them."""
        known = self._sums.get(reached_by)
        if known is None:
            by_day = dict.fromkeys(self._days, 0)
            for on, paid_vnd, points, _ in self._bills.values():
                by_day[on] += measured_by(reached_by, paid_vnd, points, 1)
            known = self._sums[reached_by] = list(accumulate(by_day.values()))
        return known

    def _sum(self) -> None:
        self._days = sorted({bill[0] for bill in self._bills.values()})
        self._sums = {}
        self._is_summed = True

    def _look_back(self, day: int) -> None:
        if self._until is not None and day <= self._until:
            self._until = None


def _up_to(sums: list[int], count: int) -> int:
    return sums[count - 1] if count else 0


@lru_cache(maxsize=10_000)
def _year_after(day: int) -> int:
    return add_months(date.fromordinal(day), 12).toordinal()


@lru_cache(maxsize=10_000)
def _span_begins(over: Over, day: int) -> int:
    return span_begins(over, date.fromordinal(day)).toordinal()
