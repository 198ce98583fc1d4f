"""The tier of a member, read as it was recorded last, with what time has brought since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.tier_days import moves_until
from loyalpos.engine.tier_moves import TierMove, TierState, day_moves
from loyalpos.engine.tier_progress import Dated, Progress, span_begins
from loyalpos.engine.tier_standing import TierStanding, standing_in
from loyalpos.engine.tiers import Over, TierPlan, measured_by
from loyalpos.engine.times import to_ms
from loyalpos.services.shop import Shop
from loyalpos.store.days import is_doubtful
from loyalpos.store.file import Connection
from loyalpos.store.gifts import facts_of
from loyalpos.store.tiers import TierRow, standing_moves, tier_row
from loyalpos.store.visits import sums_of

__all__ = [
    "Judged",
    "has_tiers",
    "judged_on",
    "measured_now",
    "plans_begin",
    "progress_of",
    "tier_on",
    "tier_standing",
]

_A_DAY = timedelta(days=1)


class Judged(Struct, frozen=True):
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
        moves = tuple(day_moves(shop.plans_in(today), TierState(), progress, today, told=today))
        if not moves or is_doubtful(connection, today.isoformat()):
            return Judged(None, TierState())
        return Judged(None, moves[-1].state, moves)
    state, judged = row.state, row.judged
    is_due = row.looks is not None and row.looks <= today
    is_same = _judged_by_all(shop, row.revision, today)
    is_known = judged > today or (is_same and (judged == today or not is_due))
    if is_known or is_doubtful(connection, today.isoformat()):
        return Judged(row, state)
    # What was published later on the day judged last is still to be looked at.
    first = judged + _A_DAY if is_same else judged
    moves = moves_until(
        shop.plans_in,
        state,
        progress_of(connection, shop, member, plan, first),
        judged=judged,
        judged_by=row.revision,
        first=first,
        until=today,
        plans_begin=plans_begin(shop),
    )
    return Judged(row, moves[-1].state if moves else state, moves, is_stale=True)


def _judged_by_all(shop: Shop, revision: int, today: date) -> bool:
    """Tell whether no other plan than that of a program has come into force since it did."""
    plan = shop.program_of(revision).tiers
    return all(
        one.tiers == plan for starts, one in shop.started if one.revision > revision and starts <= today
    )


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
    plans = {one.tiers for _, one in shop.started}
    since_ms = 0
    if first is not None and not any(one.over is Over.EVER for one in plans):
        since_ms = to_ms(shop.time.day_begins(min(span_begins(one.over, first) for one in plans)))
    bills = sums_of(connection, member, since_ms)
    measures = {
        reached_by: Progress.of(
            Dated(one.day, measured_by(reached_by, one.paid_vnd, one.points, one.visits), one.recorded_ms)
            for one in bills
        )
        for reached_by in {one.reached_by for one in plans}
    }
    own = measures.pop(plan.reached_by)
    return replace(own, others=measures) if measures else own
