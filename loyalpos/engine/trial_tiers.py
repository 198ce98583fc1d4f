"""A member's tier from bill to bill of a trial: followed on from where it was left, not from the start.

A hundred thousand bills ask for it, so days are counted as numbers, sums are kept, and the rules of moves are
only asked where something can move.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Final, TypeAlias
from uuid import UUID

from loyalpos.engine.plans_in_force import InForce, PlansIn, until_next
from loyalpos.engine.tier_moves import TierState, moved
from loyalpos.engine.tier_progress import span_begins
from loyalpos.engine.tiers import Over, Reached, TierPlan, measured_by
from loyalpos.engine.times import add_months
from loyalpos.engine.trial import EarlierBill

__all__ = ["Plans", "TierDays"]

_Counts: TypeAlias = tuple[int, int, int, int]
"""Of a bill the number of its day, milliseconds of its recording, đồng paid and points."""

# By their words: to look a member of an enumeration up takes longer than all else that is asked of a day.
_REACHED: Final = {one.value: one for one in Reached}


class Plans:
    """Which tier plans are in force on which day.

    Args:
        plans_in: The plans of a business day, in their order.
        changes: The days on which another plan begins, in ascending order.

    Attributes:
        begins: The first day on which a plan has tiers, as a number: before it nobody is in any. None where
            there never are any.
    """

    def __init__(self, plans_in: PlansIn, changes: tuple[date, ...]) -> None:
        self._plans_in = plans_in
        self._changes = [day.toordinal() for day in changes]
        self._known: dict[int, tuple[_Steps, ...]] = {}
        self._ladders: dict[TierPlan, _Ladder] = {}
        before = self._changes[0] - 1 if self._changes else 1
        self.begins = next((day for day in (before, *self._changes) if self._has_tiers(day)), None)
        if self.begins == before:
            self.begins = 0

    def on(self, day: int) -> tuple[_Steps, ...]:
        """Give the plans of a day by its number."""
        known = self._known.get(day)
        if known is None:
            plans = self._plans_in(date.fromordinal(day))
            known = self._known[day] = tuple(
                _Steps(one, self._ladder(one.plan), day, None if after is None else after.from_ms)
                for one, after in until_next(plans)
            )
        return known

    def turns(self, after: int, until: int) -> list[int]:
        """Name the days on which the calendar or another plan may move anybody."""
        changes = self._changes
        years = range(_year_of(after) + 1, _year_of(until) + 1)
        return [
            *(date(year, 1, 1).toordinal() for year in years),
            *changes[bisect_right(changes, after) : bisect_right(changes, until)],
        ]

    def _has_tiers(self, day: int) -> bool:
        return any(one.plan.tiers for one in self._plans_in(date.fromordinal(day)))

    def _ladder(self, plan: TierPlan) -> _Ladder:
        known = self._ladders.get(plan)
        if known is None:
            known = self._ladders[plan] = _Ladder(plan)
        return known


class _Ladder:
    """The thresholds of a plan, ready to be looked up."""

    def __init__(self, plan: TierPlan) -> None:
        self._thresholds = [tier.threshold for tier in plan.tiers]
        self._rank = {tier.id: rank for rank, tier in enumerate(plan.tiers, 1)}
        self._at_rest: dict[tuple[tuple[str, ...], tuple[str, ...]], int | None] = {}

    def is_settled(self, state: TierState, measured: int) -> bool:
        """Tell whether nothing can move, without asking the rules: the member has just what is reached."""
        if state.notice is not None or state.floor:
            return False
        held = (state.steps, state.ever)
        try:
            rank = self._at_rest[held]
        except KeyError:
            rank = self._at_rest[held] = self._rest(state)
        return bisect_right(self._thresholds, measured) == rank

    def _rest(self, state: TierState) -> int | None:
        """Give the rank at which a member stays who reaches just that; None where something moves anyway."""
        rank = self._rank.get(state.tier, 0)
        if state.steps and not rank:
            return None
        return rank if not rank or any(self._rank.get(tier, 0) >= rank for tier in state.ever) else None


class _Steps:
    """A plan of a day until the next of it.

    Attributes:
        measure: What it measures, by its word.
        begins: The number of the first day of the span it measures.
    """

    def __init__(self, one: InForce, ladder: _Ladder, day: int, until_ms: int | None) -> None:
        self.plan = plan = one.plan
        self.ladder = ladder
        self.from_ms = one.from_ms
        self.until_ms = until_ms
        self.measure = plan.reached_by.value
        self.begins = (
            0 if plan.over is Over.EVER else span_begins(plan.over, date.fromordinal(day)).toordinal()
        )


class TierDays:
    """One member's bills as they stand, and the tier they come to on a day.

    The answer is that of following every day (:func:`~loyalpos.engine.tier_moves.followed`), as if the shop
    had opened on each; a bill that changes on a day already followed lets it begin anew.

    Args:
        earlier: Bills that stand already; those without an id never change.
    """

    def __init__(self, joined: date, earlier: Iterable[EarlierBill] = ()) -> None:
        self._joined = joined.toordinal()
        self._stood: list[_Counts] = []
        self._bills: dict[UUID, _Counts] = {}
        for bill in earlier:
            counts = (bill.day.toordinal(), bill.recorded_ms, bill.paid_vnd, bill.points)
            if bill.id is None:
                self._stood.append(counts)
            elif not bill.whole:
                self._bills[bill.id] = counts
        self._days: list[int] = []
        self._sums: dict[str, list[int]] = {}
        self._is_summed = False
        self._known: Plans | None = None
        self._until: int | None = None
        self._state = TierState()

    def going_on(self, plans: Plans) -> TierDays:
        """Give the same bills and what they have come to, to go on with others.

        Args:
            plans: Those that are gone on with: up to the day asked for last they are the same.
        """
        other = copy(self)
        other._known = plans
        other._bills = dict(self._bills)
        other._days = [*self._days]
        other._sums = {measure: [*sums] for measure, sums in self._sums.items()}
        return other

    def put(self, bill: UUID, day: date, *, paid_vnd: int, points: int, recorded_ms: int) -> None:
        """Count a bill as it stands."""
        on = day.toordinal()
        is_new = bill not in self._bills
        self._bills[bill] = (on, recorded_ms, paid_vnd, points)
        if self._is_summed and is_new and (not self._days or on >= self._days[-1]):
            is_same_day = bool(self._days) and on == self._days[-1]
            for measure, sums in self._sums.items():
                amount = measured_by(_REACHED[measure], paid_vnd, points, 1)
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
        if plans.begins is None:
            return TierState()
        day = on.toordinal()
        state = self._followed(plans, day)
        return state if plans.on(day)[-1].plan.tiers else TierState()

    def _followed(self, plans: Plans, day: int) -> TierState:
        if self._known is not plans:
            self._known, self._until = plans, None
        if plans.begins is None or day < plans.begins:
            return TierState()
        if not self._is_summed:
            self._sum()
        if self._until is None or self._until >= day:
            first = min((self._joined, day, *self._days[:1]))
            self._until, self._state = max(first, plans.begins) - 1, TierState()
        after, state = self._until, self._state
        left = self._turns(plans, after, day)
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
        """Name in their order the days on which something may move: of bills, and as they leave the span."""
        days = self._days
        turns = {after + 1, until, *plans.turns(after, until)}
        turns.update(days[bisect_right(days, after) : bisect_right(days, until)])
        for on in days[bisect_left(days, after - 367) : bisect_right(days, until - 364)]:
            gone = _year_after(on)
            turns.update(day for day in (gone, gone + 1) if after < day <= until)
        return sorted(turns)

    def _moved(self, plans: tuple[_Steps, ...], state: TierState, day: int) -> TierState:
        """Move the member on a day: as it opens, as plans are published on it, and by its bills."""
        days = self._days
        opens = bisect_left(days, day)
        closes = bisect_right(days, day, opens)
        for steps in plans:
            sums = self._sums.get(steps.measure)
            if sums is None:
                sums = self._sums_by(steps.measure)
            begins = bisect_left(days, steps.begins)
            before = sums[begins - 1] if begins else 0
            opening = sums[opens - 1] - before if opens > begins else 0
            closing = sums[closes - 1] - before if closes > begins else 0
            first = opening if steps is plans[0] else closing - self._late(steps.measure, day, steps.from_ms)
            if steps.until_ms is not None:
                closing -= self._late(steps.measure, day, steps.until_ms)
            for measured in (first,) if first == closing else (first, closing):
                if steps.ladder.is_settled(state, measured):
                    continue
                while (move := moved(steps.plan, state, measured, date.fromordinal(day))) is not None:
                    state = move.state
        return state

    def _late(self, measure: str, day: int, at_ms: int) -> int:
        """Sum what was recorded for a day from an instant on."""
        return sum(
            measured_by(_REACHED[measure], paid_vnd, points, 1)
            for on, recorded_ms, paid_vnd, points in (*self._stood, *self._bills.values())
            if on == day and recorded_ms >= at_ms
        )

    def _sums_by(self, measure: str) -> list[int]:
        """Give what the bills up to each day come to, as a plan measures them."""
        by_day = dict.fromkeys(self._days, 0)
        reached_by = _REACHED[measure]
        for on, _, paid_vnd, points in (*self._stood, *self._bills.values()):
            by_day[on] += measured_by(reached_by, paid_vnd, points, 1)
        sums = self._sums[measure] = list(accumulate(by_day.values()))
        return sums

    def _sum(self) -> None:
        self._days = sorted({bill[0] for bill in (*self._stood, *self._bills.values())})
        self._sums = {}
        self._is_summed = True

    def _look_back(self, day: int) -> None:
        if self._until is not None and day <= self._until:
            self._until = None


@lru_cache(maxsize=10_000)
def _year_of(day: int) -> int:
    return date.fromordinal(day).year


@lru_cache(maxsize=10_000)
def _year_after(day: int) -> int:
    return add_months(date.fromordinal(day), 12).toordinal()
