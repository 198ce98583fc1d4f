"""Offers: whether a reward can be taken into the open bill, what it is worth there, and what is missing.

The first thing that stands in the way is said: what nobody at the counter can change (the day, the member's
tier, limits, stock) before points, and points before what more shopping would bring.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.asking import NEVER, holds
from loyalpos.engine.bases import Basis
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import Always, BillAtLeast, Condition, EveryOf, HasItem
from loyalpos.engine.footing import Footing, Room
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import (
    AmountOff,
    Gift,
    ItemReward,
    KnownReward,
    PayWithPoints,
    PercentOff,
    Reward,
    UnknownReward,
    first_points,
    price_points,
)

__all__ = ["Left", "Offer", "OfferState", "Shelf", "offer_of"]

_OPEN: Final = Room()


class OfferState(StrEnum):
    """Whether a reward can be taken into the open bill, and if not, why."""

    TAKEABLE = "takeable"
    POINTS_MISSING = "points_missing"
    MUST_KEEP = "must_keep"
    STAMPS_MISSING = "stamps_missing"
    BILLS_MISSING = "bills_missing"
    BILL_TOO_SMALL = "bill_too_small"
    ITEM_MISSING = "item_missing"
    NOT_NOW = "not_now"
    NOT_THIS_BILL = "not_this_bill"
    LIMIT_REACHED = "limit_reached"
    NONE_LEFT_TODAY = "none_left_today"
    NO_BILL_YET = "no_bill_yet"
    OUT_OF_STOCK = "out_of_stock"
    NOTHING_LEFT_TO_PAY = "nothing_left_to_pay"
    TAKEN = "taken"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


class Offer(Struct, frozen=True):
    """A reward as the counter shows it for one member and one bill.

    ``points`` is the price, or the most that can be paid with points; ``least_points`` the fewest that can,
    and ``block_points`` by how many they go on. ``missing`` is in points, stamps, bills, items or đồng, as
    ``state`` says. ``value_vnd`` is what the bill falls by; ``stock`` is None where nothing is counted.
    ``most_points`` stays the most that can be paid with points when fewer are chosen. ``stamps`` is what it
    costs where the stamp ``card`` pays for it.
    """

    reward: Reward
    state: OfferState
    points: int
    least_points: int
    value_vnd: int
    missing: int = 0
    stock: int | None = None
    most_points: int = 0
    stamps: int = 0
    card: str = ""
    block_points: int = 0


class Shelf(Struct, frozen=True):
    """What there is for rewards, besides points.

    Attributes:
        stock: Gifts left, by reward id.
        today: How often the shop has given a reward on this business day, by reward id.
        stamps: The member's stamps, by the id of the card.
    """

    stock: Mapping[str, int] = field(default_factory=dict)
    today: Mapping[str, int] = field(default_factory=dict)
    stamps: Mapping[str, int] = field(default_factory=dict)


class Left(Struct, frozen=True):
    """What the rewards chosen before leave for the next.

    Attributes:
        points: What the member has, less what they cost.
        kept: The most points any of them asks to stay.
        due_vnd: What is left to pay.
        items: The items they took off the bill, one each.
        cards: The stamp cards they were paid with, one full card each.
        paid_vnd: What points have paid of the bill.
    """

    points: int
    due_vnd: int
    kept: int = 0
    items: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    paid_vnd: int = 0


def offer_of(
    reward: Reward,
    program: Program,
    footing: Footing,
    bill: Bill | None,
    left: Left,
    shelf: Shelf,
    card: str = "",
) -> Offer:
    """Say what a reward is worth now and whether it can be taken.

    Args:
        bill: The open bill, or None while no total is typed.
        card: The stamp card that pays for it instead of points, by id; ``""`` is none.
    """
    if isinstance(reward, UnknownReward):
        return Offer(reward, OfferState.UNKNOWN, 0, 0, 0)
    stock = shelf.stock.get(reward.id, 0) if isinstance(reward, Gift) and reward.counted else None
    room = footing.room.get(reward.id, _OPEN)
    is_free = bool(card) and not isinstance(reward, PayWithPoints)
    least = 0 if is_free else first_points(reward, footing.tier)
    block = 0 if is_free else price_points(reward, footing.tier)
    keep = max(left.kept, reward.keep_points) if least else 0
    points, value_vnd = _price(reward, least, block, left.points - keep, room, bill, left)
    offer = Offer(reward, OfferState.TAKEABLE, points, least, value_vnd, 0, stock, points, block_points=block)

    if reward.hidden and not card:
        return replace(offer, state=OfferState.HIDDEN)
    asked = footing.asks.get(reward.id, NEVER)
    if asked == NEVER:
        return replace(offer, state=OfferState.NOT_NOW)
    short = footing.bills_missing.get(reward.id, 0)
    if short:
        return replace(offer, state=OfferState.BILLS_MISSING, missing=short)
    if room.times == 0 or (room.points is not None and room.points < max(points, least)):
        return replace(offer, state=OfferState.LIMIT_REACHED)
    if stock is not None and stock <= 0:
        return replace(offer, state=OfferState.OUT_OF_STOCK)
    if reward.day_limit is not None and shelf.today.get(reward.id, 0) >= reward.day_limit:
        return replace(offer, state=OfferState.NONE_LEFT_TODAY)
    if card:
        size = _card_size(reward, program, card)
        offer = replace(offer, stamps=size, card=card)
        short = size * (left.cards.count(card) + 1) - shelf.stamps.get(card, 0)
        if short > 0 or not size:
            return replace(offer, state=OfferState.STAMPS_MISSING, missing=max(short, 0))
    elif left.points < least + keep:
        state = OfferState.MUST_KEEP if left.points >= least else OfferState.POINTS_MISSING
        return replace(offer, state=state, missing=least + keep - left.points)
    state, missing = _asked_of_bill(reward, asked, program, bill, offer, left)
    return replace(offer, state=state, missing=missing)


def _price(
    reward: KnownReward, least: int, block: int, spendable: int, room: Room, bill: Bill | None, left: Left
) -> tuple[int, int]:
    """Give the price in points, or the most that can be paid, and the đồng it takes off.

    Args:
        least: The fewest points that can pay, in whole blocks of ``block`` points.
    """
    total_vnd = 0 if bill is None else bill.total_vnd
    match reward:
        case AmountOff():
            return least, min(reward.value_vnd, left.due_vnd)
        case PercentOff():
            off_vnd = total_vnd * reward.rate_bp // 10_000
            capped_vnd = off_vnd if reward.cap_vnd is None else min(off_vnd, reward.cap_vnd)
            return least, min(capped_vnd, left.due_vnd)
        case PayWithPoints():
            # The share is one of all that points pay, whichever reward they pay by.
            share_vnd = max(0, total_vnd * reward.max_share_bp // 10_000 - left.paid_vnd)
            payable_vnd = min(left.due_vnd, share_vnd)
            may_spend = spendable if room.points is None else min(spendable, room.points)
            blocks = max(0, min(may_spend // block, payable_vnd // reward.block_vnd))
            if blocks * block < least:
                return 0, 0
            return blocks * block, blocks * reward.block_vnd
        case ItemReward():
            one_vnd = _one_of_item(reward.item, bill, left.items.count(reward.item))
            return least, 0 if one_vnd is None else min(max(0, one_vnd - reward.price_vnd), left.due_vnd)
        case _:
            return least, 0


def _one_of_item(item: str, bill: Bill | None, taken: int) -> int | None:
    """Give what one of an item costs on a bill, the dearest that no reward has taken yet; None for none."""
    lines = () if bill is None else bill.lines
    of_item = [line for line in lines if line.item == item and line.quantity > 0]
    for line in sorted(of_item, key=lambda line: line.amount_vnd // line.quantity, reverse=True):
        if taken < line.quantity:
            return line.amount_vnd // line.quantity
        taken -= line.quantity
    return None


def _card_size(reward: KnownReward, program: Program, card: str) -> int:
    """Say how many stamps of a card bring a reward; 0 where no number of them does."""
    if isinstance(reward, PayWithPoints):
        return 0
    return next((one.size for one in program.stamp_cards if one.id == card and one.reward == reward.id), 0)


def _asked_of_bill(
    reward: KnownReward, asked: Condition, program: Program, bill: Bill | None, offer: Offer, left: Left
) -> tuple[OfferState, int]:
    """Ask the bill for its least total, for what the owner's condition has left, and for something to pay."""
    lowers = isinstance(reward, AmountOff | PercentOff | PayWithPoints)
    if bill is None:
        is_free = not lowers and not reward.minimum_vnd and asked == Always()
        return (OfferState.TAKEABLE if is_free else OfferState.NO_BILL_YET), 0
    short_vnd = _least_bill_vnd(reward, offer) - bill.total_vnd
    if short_vnd > 0:
        return OfferState.BILL_TOO_SMALL, short_vnd
    basis = Basis(bill, 0)
    base_vnd = basis.whole_vnd(program.base)
    if not holds(asked, base_vnd=base_vnd, bill=bill):
        return _unmet(asked, base_vnd, basis)
    if isinstance(reward, ItemReward) and bill.lines:
        if _one_of_item(reward.item, bill, left.items.count(reward.item)) is None:
            return OfferState.ITEM_MISSING, 1
        lowers = True
    if lowers and offer.value_vnd <= 0:
        return OfferState.NOTHING_LEFT_TO_PAY, 0
    return OfferState.TAKEABLE, 0


def _least_bill_vnd(reward: KnownReward, offer: Offer) -> int:
    """Give the least bill a reward asks for; where paying begins with many points, they must find room."""
    if not isinstance(reward, PayWithPoints) or not reward.minimum_points:
        return reward.minimum_vnd
    first_vnd = offer.least_points // offer.block_points * reward.block_vnd
    return max(reward.minimum_vnd, -(-first_vnd * 10_000 // reward.max_share_bp))


def _unmet(asked: Condition, base_vnd: int, basis: Basis) -> tuple[OfferState, int]:
    """Say what would help a condition that does not hold, of several the first."""
    match asked:
        case BillAtLeast():
            return OfferState.BILL_TOO_SMALL, asked.amount_vnd - base_vnd
        case HasItem():
            return OfferState.ITEM_MISSING, asked.quantity - basis.quantity(asked.match)
        case EveryOf():
            first = next(
                part for part in asked.conditions if not holds(part, base_vnd=base_vnd, bill=basis.bill)
            )
            return _unmet(first, base_vnd, basis)
        case _:
            return OfferState.NOT_THIS_BILL, 0
