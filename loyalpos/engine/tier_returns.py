"""What a return leaves of a member's tiers: as if what came back had never been bought."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.plans_in_force import PlansIn
from loyalpos.engine.tier_moves import MoveReason, TierMove, TierState, followed
from loyalpos.engine.tier_progress import Progress

__all__ = ["Redone", "redone"]

_A_DAY = timedelta(days=1)


class Redone(Struct, frozen=True):
    """What a return leaves of a member's moves.

    Attributes:
        undone: Moves that no longer stand, in their order.
        moves: What stands in their place.
        taken_back: Tiers whose gifts are no longer due; they are named by the state before.
        gifts: Tiers whose gifts are due now and were not before; they are named by ``state``.
        state: Where the member stands.
    """

    undone: tuple[TierMove, ...]
    moves: tuple[TierMove, ...]
    taken_back: tuple[str, ...]
    gifts: tuple[str, ...]
    state: TierState


def redone(
    plans_in: PlansIn,
    state: TierState,
    moves: tuple[TierMove, ...],
    *,
    before: Progress,
    after: Progress,
    bill_day: date,
    today: date,
) -> Redone | None:
    """Work out a member's moves again after a return, from the bill's day on.

    Both a rise and a notice withdrawn go with the bill that brought them, together with their gifts; what
    was set by hand stays. Gifts that are due either way stay as they are. Nobody is told again of a fall
    that was due without the bill: else buying and returning would buy time.

    Args:
        plans_in: The plans in force during a business day: each moment is judged by the one of then.
        state: Where the member stands now.
        moves: Those that stand, in order, from the member's first on.
        before: The amounts as they were before the return.
        after: The amounts as they are with it.
        bill_day: The business day of the bill.

    Returns:
        None where the return changes nothing.
    """
    kept = tuple(move for move in moves if move.day < bill_day)
    undone = moves[len(kept) :]
    start = replace(kept[-1].state if kept else TierState(), moves=state.moves)
    by_hand: dict[date, tuple[TierMove, ...]] = {}
    for move in undone:
        if move.reason is MoveReason.BY_HAND:
            by_hand[move.day] = (*by_hand.get(move.day, ()), move)
    with_it, anew = (
        followed(
            plans_in, start, progress, after=bill_day - _A_DAY, until=today, by_hand=by_hand, untold=True
        )
        for progress in (before, after)
    )
    if with_it == anew:
        return None
    due = tuple(tier for move in anew for tier in move.gifts)
    had = tuple(tier for move in undone for tier in move.gifts)
    taken_back = tuple(tier for tier in had if tier not in due)
    lost = (*state.lost, *taken_back)
    return Redone(
        undone,
        tuple(replace(move, state=replace(move.state, lost=lost)) for move in anew),
        taken_back,
        tuple(tier for tier in due if tier not in had),
        replace(anew[-1].state if anew else start, lost=lost),
    )
