"""What points are spent on: rewards as values, and what all of them may ask."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from loyalpos.engine.conditions import Always, Condition
from loyalpos.engine.rules import Limit

__all__ = [
    "REWARD_KINDS",
    "AmountOff",
    "DonationReward",
    "Gift",
    "ItemReward",
    "KnownReward",
    "PartnerReward",
    "PayWithPoints",
    "PercentOff",
    "Reward",
    "ServiceReward",
    "TicketReward",
    "TierPrice",
    "UnknownReward",
    "VoucherReward",
    "first_points",
    "kind_of",
    "price_points",
]


class TierPrice(Struct, frozen=True):
    """What a reward costs the members of a tier; 0 is free."""

    tier: str
    points: int


class _Rewarded(Struct, frozen=True, kw_only=True):
    """What every reward has.

    Attributes:
        when: When it can be taken.
        plan: The program beside others it belongs to, by id; ``""`` is the shop's own.
        limits: How often a member may take it in a span, and for how many points.
        day_limit: How often the whole shop gives it on a business day; None is no limit.
        keep_points: Points the member must still have when the bill is paid.
        minimum_bills: Bills the member must have before the first time.
        tier_prices: What it costs in some tiers; for paying with points, what a block costs.
        cost_vnd: What it costs the shop; None where nobody knows, which is not nothing.
        photo: The file name of its picture; ``""`` is none.
        hidden: Neither listed nor taken for points; a full stamp card may still bring it.
    """

    when: Condition = Always()
    plan: str = ""
    limits: tuple[Limit, ...] = ()
    day_limit: int | None = None
    keep_points: int = 0
    minimum_bills: int = 0
    tier_prices: tuple[TierPrice, ...] = ()
    cost_vnd: int | None = None
    photo: str = ""
    hidden: bool = False


class AmountOff(_Rewarded, frozen=True):
    """A fixed amount off the bill."""

    id: str
    name: str
    points: int
    value_vnd: int
    minimum_vnd: int = 0


class PercentOff(_Rewarded, frozen=True):
    """A share of the bill off, up to a cap (None is no cap)."""

    id: str
    name: str
    points: int
    rate_bp: int
    cap_vnd: int | None = None
    minimum_vnd: int = 0


class Gift(_Rewarded, frozen=True):
    """Something handed over; ``counted`` gifts run out of stock."""

    id: str
    name: str
    points: int
    counted: bool = False
    minimum_vnd: int = 0


class PayWithPoints(_Rewarded, frozen=True):
    """Part of the bill paid in blocks of points, up to a share of the total.

    Who pays with points pays with ``minimum_points`` at least, rounded up to whole blocks; 0 is one block.
    """

    id: str
    name: str
    block_points: int
    block_vnd: int
    max_share_bp: int = 10_000
    minimum_vnd: int = 0
    minimum_points: int = 0


class ServiceReward(_Rewarded, frozen=True):
    """Something done for the member, to be ticked off when it is."""

    id: str
    name: str
    points: int
    minimum_vnd: int = 0


class ItemReward(_Rewarded, frozen=True):
    """One of an item of the catalogue, free or for ``price_vnd``.

    Of a bill with lines, the dearest one of the item falls to that price. Where no lines are known it is
    handed over beside the bill, and what it still costs is in the total as typed.
    """

    id: str
    name: str
    points: int
    item: str
    price_vnd: int = 0
    minimum_vnd: int = 0


class VoucherReward(_Rewarded, frozen=True):
    """A voucher for the next visit, by the id of its kind."""

    id: str
    name: str
    points: int
    voucher: str
    minimum_vnd: int = 0


class TicketReward(_Rewarded, frozen=True):
    """Tickets of a draw, by its id."""

    id: str
    name: str
    points: int
    draw: str
    tickets: int = 1
    minimum_vnd: int = 0


class DonationReward(_Rewarded, frozen=True):
    """Points given to a cause, by its id."""

    id: str
    name: str
    points: int
    cause: str
    minimum_vnd: int = 0


class PartnerReward(_Rewarded, frozen=True):
    """A code for a partner's perk, by the partner's id."""

    id: str
    name: str
    points: int
    partner: str
    minimum_vnd: int = 0


class UnknownReward(Struct, frozen=True):
    """A reward of a kind this version does not know: it is shown, and cannot be taken.

    ``rest`` keeps what else its document says, as JSON, to be written again.
    """

    id: str
    name: str
    kind: str
    rest: str = ""


KnownReward = (
    AmountOff
    | PercentOff
    | Gift
    | PayWithPoints
    | ServiceReward
    | ItemReward
    | VoucherReward
    | TicketReward
    | DonationReward
    | PartnerReward
)

Reward = KnownReward | UnknownReward

REWARD_KINDS: Mapping[type, str] = {
    AmountOff: "amount_off",
    PercentOff: "percent_off",
    Gift: "gift",
    PayWithPoints: "pay_with_points",
    ServiceReward: "service",
    ItemReward: "item",
    VoucherReward: "voucher",
    TicketReward: "ticket",
    DonationReward: "donation",
    PartnerReward: "partner",
}
"""What a program document and the journal call each kind."""


def kind_of(reward: Reward) -> str:
    """Name a reward's kind as the program document does."""
    return reward.kind if isinstance(reward, UnknownReward) else REWARD_KINDS[type(reward)]


def first_points(reward: KnownReward, tier: str) -> int:
    """Say with how many points a reward begins in a tier: its price, or the fewest that may pay."""
    price = price_points(reward, tier)
    if not isinstance(reward, PayWithPoints) or reward.minimum_points <= price:
        return price
    return -(-reward.minimum_points // price) * price


def price_points(reward: KnownReward, tier: str) -> int:
    """Say what a reward costs in a tier (``""`` is none); of paying with points, what a block costs."""
    own = next((price.points for price in reward.tier_prices if price.tier == tier), None)
    if own is not None:
        return own
    return reward.block_points if isinstance(reward, PayWithPoints) else reward.points
