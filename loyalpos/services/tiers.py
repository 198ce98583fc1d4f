"""The tier of a member, read as it was recorded last, with what time has brought since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from loyalpos.engine.tier_days import moves_until
from loyalpos.engine.tier_moves import (
    TierMove,
    TierState,
    moved,
)
from loyalpos.engine.tier_progress import Dated, Progress, span_begins
from loyalpos.engine.tier_standing import TierStanding, standing_in
from loyalpos.engine.tiers import Over, TierPlan, measured_by
from loyalpos.engine.times import to_ms
from loyalpos.services.shop import Shop
from loyalpos.store.bills import sums_of
from loyalpos.store.days import is_doubtful
from loyalpos.store.file import Connection
from loyalpos.store.gifts import facts_of
from loyalpos.store.tiers import TierRow, standing_moves, tier_row

__all__ = [
    "Judged",
    "has_tiers",
    "judged_on",
    "measured_now",
    "plans_begin",
    "plans_of",
    "progress_of",
    "tier_on",
    "tier_standing",
]

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Judged:
    """Where a member stands on a day, and the moves that led there and are not recorded yet."""

    row: TierRow | None
    state: TierState
    moves: tuple[TierMove, ...] = ()
    is_stale: bool = False


def has_tiers(shop: Shop, day: date) -> bool:
    """Tell whether the program of a day has tiers."""
    return bool(shop.program_on(day).tiers.tiers)


def tier_on(connection: Connection, shop: Shop, member: UUID, day: date) -> TierState:
    """Say where a member stands before a bill of a business day, today's or an earlier one's."""
    today = shop.time.business_day(shop.now())
    if day < today:
        earlier = [row.move for row in standing_moves(connection, member) if row.move.day <= day]
        return earlier[-1].state if earlier else TierState()
    if not has_tiers(shop, today):
        return TierState()
    return judged_on(connection, shop, member, today).state


def tier_standing(connection: Connection, shop: Shop, member: UUID, today: date) -> TierStanding | None:
    """Say what the counter and the office show of a member's tier; None where the shop has no tiers."""
    plan = shop.program_on(today).tiers
    if not plan.tiers:
        return None
    state = judged_on(connection, shop, member, today).state
    return standing_in(plan, state, measured_now(connection, shop, member, plan, today))


def judged_on(connection: Connection, shop: Shop, member: UUID, today: date) -> Judged:
    """Work out where a member stands as today opens, from where it was judged last."""
    row = tier_row(connection, member)
    plan = shop.program_on(today).tiers
    if row is None:
        progress = progress_of(connection, shop, member, plan, today)
        state = TierState()
        measured = progress.measured(plan.over, today, opening=True)
        if moved(plan, state, measured, today) is None or is_doubtful(connection, today.isoformat()):
            return Judged(None, state)
        judged, first = date.min, today
    else:
        state, judged = row.state, row.judged
        is_due = row.looks is not None and row.looks <= today
        is_same = shop.program_of(row.revision).tiers == plan
        if judged >= today or (is_same and not is_due) or is_doubtful(connection, today.isoformat()):
            return Judged(row, state)
        first = judged + _A_DAY
        progress = progress_of(connection, shop, member, plan, first)
    moves = moves_until(
        plans_of(shop),
        state,
        progress,
        judged=judged,
        first=first,
        until=today,
        plans_begin=plans_begin(shop),
    )
    return Judged(row, moves[-1].state if moves else state, moves, is_stale=row is not None)


def plans_of(shop: Shop) -> Callable[[date], TierPlan]:
    """Give the plan in force on a business day."""
    return lambda day: shop.program_on(day).tiers


def plans_begin(shop: Shop) -> Iterable[date]:
    """Give the days on which another program came into force."""
    return (starts for starts, _ in shop.started)


def measured_now(connection: Connection, shop: Shop, member: UUID, plan: TierPlan, today: date) -> int:
    """Say what a plan measures of a member today, this moment's bills included."""
    if plan.over is Over.EVER:
        facts = facts_of(connection, member)
        return 0 if facts is None else facts.totals[plan.reached_by]
    return progress_of(connection, shop, member, plan, today).measured(plan.over, today)


def progress_of(
    connection: Connection, shop: Shop, member: UUID, plan: TierPlan, first: date | None
) -> Progress:
    """Read a member's dated amounts, as far as they count on some day and later; None takes all."""
    since_ms = 0
    if first is not None and plan.over is not Over.EVER:
        since_ms = to_ms(shop.time.day_begins(span_begins(plan.over, first)))
    return Progress.of(
        Dated(one.day, measured_by(plan.reached_by, one.paid_vnd, one.points, one.visits))
        for one in sums_of(connection, member, since_ms)
    )
