"""What a slip tells of one act: what was done, and where the member stands when it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct, field

from loyalpos.engine.acts import Act, BillRecorded, Desk
from loyalpos.engine.next_point import missing_vnd
from loyalpos.engine.offers import Left, Offer, OfferState, Shelf, offer_of
from loyalpos.engine.reward_kinds import KnownReward, PayWithPoints, UnknownReward

__all__ = ["NextReward", "Slip", "next_point_vnd", "next_reward", "reward_in_reach"]

_IN_REACH: Final = frozenset(
    (
        OfferState.TAKEABLE,
        OfferState.NO_BILL_YET,
        OfferState.BILL_TOO_SMALL,
        OfferState.ITEM_MISSING,
        OfferState.NOT_THIS_BILL,
    )
)
"""What another bill may bring; the points for it are there."""


class Slip(Struct, frozen=True):
    """What a slip tells.

    Attributes:
        act: What was done; one that was undone since says so.
        desk: The member as he stands now, not as he stood then.
        bill: What the bill gave and took, where the act is one.
        refund_vnd: What was handed back, where the act is a return.
        at: When it is printed.
        items: What the items are called that the program names by id.
        saved_vnd: What rewards, vouchers and memberships have taken off the member's bills so far.
        open_vnd: What was still to be paid of its bill then, where the act is a payment.
    """

    act: Act
    desk: Desk
    at: datetime
    bill: BillRecorded | None = None
    refund_vnd: int | None = None
    items: Mapping[str, str] = field(default_factory=dict)
    saved_vnd: int = 0
    open_vnd: int = 0


class NextReward(Struct, frozen=True):
    """The reward that fewest points are missing for."""

    reward: KnownReward
    missing: int


def next_reward(desk: Desk) -> NextReward | None:
    """Name the reward that fewest points are missing for; the first in the program of those as near."""
    short = [
        NextReward(reward, offer.missing)
        for reward, offer in _offers(desk)
        if offer.state is OfferState.POINTS_MISSING
    ]
    return min(short, key=lambda one: one.missing, default=None)


def reward_in_reach(desk: Desk) -> KnownReward | None:
    """Name the dearest reward that the member's points pay for; paying with points is none."""
    found = [
        (offer.points, reward)
        for reward, offer in _offers(desk)
        if offer.points and offer.state in _IN_REACH and not isinstance(reward, PayWithPoints)
    ]
    return max(found, key=lambda one: one[0], default=(0, None))[1]


def next_point_vnd(desk: Desk) -> int | None:
    """Say what more makes the next point, where something of a point is left over from the bills before."""
    return missing_vnd(desk.program, desk.footing) if desk.account.carry else None


def _offers(desk: Desk) -> Iterable[tuple[KnownReward, Offer]]:
    shelf = Shelf(desk.stock, desk.given_today, desk.stamps)
    for reward in desk.program.rewards:
        if not isinstance(reward, UnknownReward):
            yield (
                reward,
                offer_of(reward, desk.program, desk.footing, None, Left(desk.spendable, 0), shelf),
            )
