"""Two accounts of one person: which debt is paid by whose points, and whose tier holds for both."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.ledger import Account, Eaten
from loyalpos.engine.tier_moves import MoveReason, TierMove, TierState
from loyalpos.engine.tiers import TierPlan

__all__ = ["Chosen", "debt_paid", "merge_id", "tier_for_both"]


class Chosen(Struct, frozen=True):
    """What of the two is kept where both cannot be, each by whose it is, and a label for the cards that come.

    ``label`` says whose the cards are that come over, where two people share an account from now on; "" where
    they are one person's.
    """

    name: UUID
    phone: UUID
    label: str = ""


def merge_id(one: UUID, other: UUID, again: UUID | None = None) -> UUID:
    """Name the merge of two members equally on every till, whichever of them stays.

    Args:
        again: The record that undid their last merge, where there was one.
    """
    first, second = sorted((one, other))
    return uuid5(first, f"merge:{second}") if again is None else uuid5(again, "merge")


def debt_paid(both: Account, alive_at: datetime) -> tuple[Eaten, ...]:
    """Say which lots pay what one of two owes, in eating order, as a later earning would have."""
    left, paid = both.debt, []
    for lot in both.lots:
        points = min(left, lot.rest) if lot.live(alive_at) else 0
        if points:
            paid.append(Eaten(lot.id, points, lot.expires_at))
            left -= points
    return tuple(paid)


def tier_for_both(
    plan: TierPlan, stays: TierState, goes: TierState, today: date, revision: int
) -> TierMove | None:
    """Work out the move by which who stays comes to the higher tier of the other; None where it is not."""
    held = [tier.id for tier in plan.tiers]

    def rank(tier: str) -> int:
        return held.index(tier) + 1 if tier in held else 0

    floor = max(stays.floor, goes.floor, key=rank)
    higher = goes if rank(goes.tier) > rank(stays.tier) else stays
    if higher is stays and floor == stays.floor:
        return None
    state = replace(
        higher,
        floor=floor,
        ever=stays.ever + tuple(tier for tier in goes.ever if tier not in stays.ever),
        lost=stays.lost + goes.lost,
        moves=stays.moves + 1,
    )
    return TierMove(today, MoveReason.REACHED, stays.tier, state, revision=revision)
