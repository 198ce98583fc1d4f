"""When a member moves between tiers: up at once, down after notice, and as if a returned bill had never been.

A member's tier history is a series of moves; each carries the whole state after it, so that the state of any
day is that of the last move up to it. On a business day, what time brings (notice, falls) is judged as the
day opens, by the amounts up to the day before; what a bill brings is judged after the bill. A plan published
in the midst of a day judges at once, by the amounts up to then, and rules what comes after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.plans_in_force import InForce, PlansIn, until_next
from loyalpos.engine.tier_progress import Progress, reached_rank
from loyalpos.engine.tiers import TierPlan

__all__ = [
    "MoveReason",
    "Notice",
    "TierMove",
    "TierState",
    "day_moves",
    "followed",
    "moved",
    "set_by_hand",
    "tier_gift_id",
    "tier_move_id",
]

_A_DAY = timedelta(days=1)


class Notice(Struct, frozen=True):
    """What a member is told who no longer reaches a tier: that it falls on a day unless reached again.

    The day is a promise: a later revision with shorter notice does not bring it forward.
    """

    given: date
    falls: date


class TierState(Struct, frozen=True):
    """Where a member stands.

    Attributes:
        steps: The tiers held, lowest first, as the plan had them; the last is the member's tier.
        since: The day the member came into that tier, from below or above.
        rose: The day a tier was reached last, also one below that set by hand: grace counts from it.
        floor: The tier set by hand, below which the member does not fall; ``""`` is none.
        notice: The notice that stands.
        ever: The tiers reached so far, not those set by hand: each gift comes once.
        lost: The tiers whose gifts returns have taken back, each as often as that happened.
        moves: How many moves have been recorded, undone ones included.
    """

    steps: tuple[str, ...] = ()
    since: date | None = None
    rose: date | None = None
    floor: str = ""
    notice: Notice | None = None
    ever: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    moves: int = 0

    @property
    def tier(self) -> str:
        """The member's tier by id, or ``""``."""
        return self.steps[-1] if self.steps else ""


class MoveReason(StrEnum):
    """Why a member's tier, or what is to become of it, changed."""

    REACHED = "reached"
    NOTICE = "notice"
    REACHED_AGAIN = "reached_again"
    FELL = "fell"
    BY_HAND = "by_hand"
    TIER_GONE = "tier_gone"


class TierMove(Struct, frozen=True):
    """One change of a member's standing.

    Attributes:
        day: The business day it is due on.
        before: The tier before, by id.
        state: Everything after it.
        gifts: Tiers reached for the first time, whose gifts it brings, lowest first; a big step brings
            those of every tier it passes.
        revision: The program in force when it came about; 0 where that was not recorded.
    """

    day: date
    reason: MoveReason
    before: str
    state: TierState
    gifts: tuple[str, ...] = ()
    revision: int = 0


def tier_move_id(member: UUID, move: TierMove) -> UUID:
    """Name a move equally on every till that saw the same: by its number, reason, day and tier."""
    number = move.state.moves
    return uuid5(member, f"tier:{number}:{move.reason.value}:{move.day.isoformat()}:{move.state.tier}")


def tier_gift_id(member: UUID, state: TierState, tier_id: str) -> UUID:
    """Name the gift for reaching a tier equally on every till; anew only after it has been taken back."""
    return uuid5(member, f"tier_gift:{tier_id}:{state.lost.count(tier_id)}")


def moved(
    plan: TierPlan, state: TierState, measured: int, day: date, *, told: date | None = None
) -> TierMove | None:
    """Work out the next move of a member on a day, or None where nothing is to change.

    A member rises at once to the highest tier reached, and falls one tier at a time, each with its own
    notice: on the day promised, not before ``grace_days`` after the last rise, and at once where the plan
    gives neither. Whose tier the plan no longer has stands on the next step below that it still has. A
    tier put in below the highest one ever reached brings no gift.

    Ask again with the state after the move, until there is none: it ends after a few, and the same facts
    never move a member twice.

    Args:
        measured: What the plan measures on that day (see :meth:`Progress.measured`).
        told: The day on which a member can first be told, where that is later (the till was closed):
            notice that would be over by then begins on it, so that nobody falls untold.
    """
    rank = _rank(plan, state.tier)
    if state.steps and not rank:
        left = max(_rank(plan, step) for step in state.steps)
        return _move(plan, state, day, MoveReason.TIER_GONE, left, since=day, notice=None)
    reached = reached_rank(plan, measured)
    known = max((_rank(plan, tier) for tier in state.ever), default=0)
    if reached > rank or reached > known:
        gifts = tuple(tier.id for tier in plan.tiers[known:reached])
        risen = replace(state, ever=(*state.ever, *gifts), rose=day)
        notice = None if reached >= rank else state.notice
        since = day if reached > rank else state.since
        top = max(rank, reached)
        return _move(plan, risen, day, MoveReason.REACHED, top, since=since, notice=notice, gifts=gifts)
    floor = _rank(plan, state.floor)
    if floor > rank:
        return _move(plan, state, day, MoveReason.BY_HAND, floor, since=day, notice=None)
    if max(reached, floor) >= rank:
        if state.notice is None:
            return None
        return _move(plan, state, day, MoveReason.REACHED_AGAIN, rank, since=state.since, notice=None)
    notice = state.notice or _notice(plan, state, day, told or day)
    if notice.falls <= day:
        return _move(plan, state, day, MoveReason.FELL, rank - 1, since=day, notice=None)
    if state.notice is None:
        return _move(plan, state, day, MoveReason.NOTICE, rank, since=state.since, notice=notice)
    return None


def set_by_hand(plan: TierPlan, state: TierState, tier_id: str, day: date) -> TierMove | None:
    """Set the tier below which a member does not fall, or lift it with ``""``; None if it is set so.

    Setting it raises whoever is below, without the gift: that comes when the tier is reached. Lifting it
    leaves the tier until notice and grace are over.

    Raises:
        ValueError: The plan has no such tier.
    """
    floor = _rank(plan, tier_id)
    if tier_id and not floor:
        raise ValueError(tier_id)
    if tier_id == state.floor:
        return None
    rank = _rank(plan, state.tier)
    floored = replace(state, floor=tier_id)
    if floor > rank:
        return _move(plan, floored, day, MoveReason.BY_HAND, floor, since=day, notice=None)
    notice = None if floor == rank else state.notice
    after = replace(floored, notice=notice, moves=state.moves + 1)
    return TierMove(day, MoveReason.BY_HAND, state.tier, after)


def followed(
    plans_in: PlansIn,
    state: TierState,
    progress: Progress,
    *,
    after: date | None,
    until: date,
    by_hand: Mapping[date, tuple[TierMove, ...]] | None = None,
    untold: bool = False,
) -> tuple[TierMove, ...]:
    """Follow a member through days, each as if the till had opened on it.

    The same moves on the same days come out however the days are cut into runs, as long as no run is
    longer than the notice; after a longer closure notice that nobody could give begins on its last day.

    Args:
        plans_in: The plans in force during a business day.
        state: The state after the day ``after``.
        after: The day up to which moves are worked out; None takes ``until`` alone.
        until: The last day, usually today.
        by_hand: By day, the moves by which something was set by hand on it, in order.
        untold: Do not wait for notice that could not be given, as if everybody had been told in time.
    """
    moves: list[TierMove] = []
    day = until if after is None else after + _A_DAY
    while day <= until:
        by_owner = (by_hand or {}).get(day, ())
        told = None if untold else until
        for move in day_moves(plans_in(day), state, progress, day, told=told, by_hand=by_owner):
            moves.append(move)
            state = move.state
        day += _A_DAY
    return tuple(moves)


def day_moves(
    plans: tuple[InForce, ...],
    state: TierState,
    progress: Progress,
    day: date,
    *,
    told: date | None,
    judged_by: int | None = None,
    by_hand: Iterable[TierMove] = (),
) -> Iterator[TierMove]:
    """Work out the moves of a business day, in order.

    Args:
        plans: Those in force during the day.
        state: Where the member stands before.
        told: See :func:`moved`.
        judged_by: The last program the member was judged by on the day, whose opening and earlier plans
            are over; None as the day opens.
        by_hand: What was set by hand on the day; what a plan does not have cannot be set under it.
    """
    by_hand = tuple(by_hand)
    for place, (one, after) in enumerate(until_next(plans)):
        if judged_by is not None and after is not None and after.revision <= judged_by:
            continue
        bills, over = progress.by(one.plan.reached_by), one.plan.over
        measures = [bills.measured(over, day, before_ms=None if after is None else after.from_ms)]
        if judged_by is None and not place:
            measures.insert(0, bills.measured(over, day, opening=True))
        elif judged_by is None or one.revision > judged_by:
            measures.insert(0, bills.measured(over, day, before_ms=one.from_ms))
        for last, measured in enumerate(measures, 1 - len(measures)):
            for set_before in by_hand if not last else ():
                if not _is_under(set_before, plans, place):
                    continue
                tier_id = set_before.state.floor
                if (not tier_id or one.plan.tier(tier_id)) and (
                    step := set_by_hand(one.plan, state, tier_id, day)
                ):
                    state = step.state
                    yield replace(step, revision=one.revision)
            while (step := moved(one.plan, state, measured, day, told=told)) is not None:
                state = step.state
                yield replace(step, revision=one.revision)


def _is_under(move: TierMove, plans: tuple[InForce, ...], place: int) -> bool:
    """Tell whether a move came about under a plan of its day; one that does not say, under the first."""
    since = max((at for at, one in enumerate(plans) if one.revision <= move.revision), default=0)
    return since == place


def _notice(plan: TierPlan, state: TierState, day: date, told: date) -> Notice:
    graced = day if state.rose is None else state.rose + timedelta(days=plan.grace_days)
    falls = max(day + timedelta(days=plan.notice_days), graced)
    if plan.notice_days and day < told and falls <= told:
        return Notice(told, told + timedelta(days=plan.notice_days))
    return Notice(day, falls)


def _rank(plan: TierPlan, tier_id: str) -> int:
    return next((place for place, tier in enumerate(plan.tiers, 1) if tier.id == tier_id), 0)


def _move(
    plan: TierPlan,
    state: TierState,
    day: date,
    reason: MoveReason,
    rank: int,
    *,
    since: date | None,
    notice: Notice | None,
    gifts: tuple[str, ...] = (),
) -> TierMove:
    steps = tuple(tier.id for tier in plan.tiers[:rank])
    after = replace(state, steps=steps, since=since, notice=notice, moves=state.moves + 1)
    return TierMove(day, reason, state.tier, after, gifts)
