"""A member's tier over days: which of them can bring a move, and what they bring."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from loyalpos.engine.plans_in_force import PlansIn
from loyalpos.engine.tier_moves import TierMove, TierState, day_moves, moved
from loyalpos.engine.tier_progress import Progress
from loyalpos.engine.tiers import Over, TierPlan
from loyalpos.engine.times import add_months

__all__ = ["moves_until", "next_look"]

_A_DAY: Final = timedelta(days=1)


def moves_until(
    plans_in: PlansIn,
    state: TierState,
    progress: Progress,
    *,
    judged: date,
    first: date,
    until: date,
    judged_by: int = 0,
    plans_begin: Iterable[date] = (),
) -> tuple[TierMove, ...]:
    """Give what following every day would give, looking only at days that can bring a move.

    Those are the days of bills, the days on which they leave the span, the days on which a plan begins or a
    notice is over, and the last one. Nobody falls untold: notice that would be over by the last day, though
    nobody could give it, begins on that day.

    Args:
        judged: The day up to whose opening the member was judged; before it nothing is looked at.
        first: The first day to look at; one that was judged is looked at as it closes.
        until: The last day, usually today.
        judged_by: The last program the member was judged by on the day ``judged``.
        plans_begin: The days on which another plan comes into force.
    """
    turns = {until}
    if first < until:
        turns.update(day for day in (first, *plans_begin) if first <= day < until)
        turns.update(date(year, 1, 1) for year in range(first.year + 1, until.year + 1))
        for on in progress.days:
            gone = add_months(on, 12)
            turns.update(day for day in (on, gone, gone + _A_DAY) if first <= day < until)
    moves: list[TierMove] = []
    left = sorted(turns)
    while left:
        day = left.pop(0)
        by = None if day > judged else judged_by
        for move in day_moves(plans_in(day), state, progress, day, told=until, judged_by=by):
            moves.append(move)
            state = move.state
        falls = None if state.notice is None else state.notice.falls
        if falls is not None and day < falls <= until and (not left or falls < left[0]):
            left.insert(0, falls)
    return tuple(moves)


def next_look(plan: TierPlan, state: TierState, progress: Progress, day: date) -> date | None:
    """Give the next day on which time alone moves a member; None where only bills can.

    Bills meanwhile can only bring it about later.
    """
    if not state.tier:
        return None
    days = set[date]()
    if state.notice is not None:
        days.add(state.notice.falls)
    if plan.over is Over.CALENDAR_YEAR:
        days.add(date(day.year + 1, 1, 1))
    if plan.over is Over.TWELVE_MONTHS:
        for on in progress.days:
            gone = add_months(on, 12)
            days.update((gone, gone + _A_DAY))
    for look in sorted(look for look in days if look > day):
        measured = progress.measured(plan.over, look, opening=True)
        if moved(plan, state, measured, look) is not None:
            return look
    return None
