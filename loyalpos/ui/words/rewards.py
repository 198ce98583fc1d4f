"""Rewards in words: what one gives, what it costs, what is missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.bills import Redemption
from loyalpos.engine.memberships import MEMBER_PRICE_KIND
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.program import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    ServiceReward,
    TicketReward,
    UnknownReward,
    VoucherReward,
)
from loyalpos.engine.reward_kinds import first_points
from loyalpos.engine.rewards import Offer, OfferState
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.engine.vouchers import VoucherWhy
from loyalpos.ui.words.points import named, stamps_counted

__all__ = [
    "cost_text",
    "member_discount_text",
    "missing_text",
    "percent",
    "price_text",
    "short_price",
    "terms_text",
    "voucher_bills",
    "voucher_terms",
    "voucher_why_not",
    "voucher_worth",
    "why_not",
]


def terms_text(offer: Offer, points_name: str) -> str:
    """Say in one line what a reward gives and on which bills."""
    reward = offer.reward
    match reward:
        case AmountOff():
            return _from(reward.minimum_vnd)
        case PercentOff():
            words = QCoreApplication.translate("Rewards", "{percent} of the bill")
            parts = [words.format(percent=percent(reward.rate_bp))]
            if reward.cap_vnd is not None:
                words = QCoreApplication.translate("Rewards", "at most {amount}")
                parts.append(words.format(amount=vnd(reward.cap_vnd)))
            return ", ".join((*parts, _from(reward.minimum_vnd)) if reward.minimum_vnd else parts)
        case Gift():
            return _gift_terms(reward, offer.stock)
        case PayWithPoints():
            words = QCoreApplication.translate("Rewards", "{points} = {amount}")
            parts = [
                words.format(points=named(reward.block_points, points_name), amount=vnd(reward.block_vnd))
            ]
            if reward.minimum_points > reward.block_points:
                words = QCoreApplication.translate("Rewards", "from {points} on")
                parts.append(words.format(points=named(first_points(reward, ""), points_name)))
            if reward.max_share_bp < 10_000:
                words = QCoreApplication.translate("Rewards", "at most {percent} of the bill")
                parts.append(words.format(percent=percent(reward.max_share_bp)))
            return ", ".join(parts)
        case ServiceReward():
            return _from(reward.minimum_vnd)
        case ItemReward() | VoucherReward() | TicketReward() | DonationReward() | PartnerReward():
            terms = _beside_terms(reward)
            return f"{terms}, {_from(reward.minimum_vnd)}" if reward.minimum_vnd else terms
        case UnknownReward():
            return why_not(OfferState.UNKNOWN, 0, "")


def _beside_terms(
    reward: ItemReward | VoucherReward | TicketReward | DonationReward | PartnerReward,
) -> str:
    match reward:
        case ItemReward():
            if not reward.price_vnd:
                return QCoreApplication.translate("Rewards", "one of them free")
            words = QCoreApplication.translate("Rewards", "one of them for {amount}")
            return words.format(amount=vnd(reward.price_vnd))
        case VoucherReward():
            return QCoreApplication.translate("Rewards", "a voucher for the next visit")
        case TicketReward():
            words = QCoreApplication.translate("Rewards", "draw tickets: {count}")
            return words.format(count=group_digits(reward.tickets))
        case DonationReward():
            return QCoreApplication.translate("Rewards", "given to a good cause")
        case PartnerReward():
            return QCoreApplication.translate("Rewards", "a code for our partner")


def _from(minimum_vnd: int) -> str:
    if not minimum_vnd:
        return QCoreApplication.translate("Rewards", "on any bill")
    words = QCoreApplication.translate("Rewards", "on bills from {amount}")
    return words.format(amount=vnd(minimum_vnd))


def _gift_terms(gift: Gift, stock: int | None) -> str:
    if gift.counted and stock is not None:
        return QCoreApplication.translate("Rewards", "{count} left").format(count=group_digits(stock))
    return _from(gift.minimum_vnd)


def percent(rate_bp: int) -> str:
    """Write basis points as per cent: ``30%``, ``12,5%``."""
    whole, part = divmod(rate_bp, 100)
    return f"{whole},{part:02d}".rstrip("0") + "%" if part else f"{whole}%"


def about(rate_bp: int) -> str:
    """Write a share that was worked out, as people say it: whole per cents, tenths below ten of them."""
    step = 100 if rate_bp >= 1_000 else 10
    rounded = (rate_bp + step // 2) // step * step
    if rate_bp < 10_000:
        # All is all, and hardly anything is not nothing.
        rounded = min(rounded, 9_900)
    return percent(rounded or rate_bp)


def price_text(offer: Offer, points_name: str) -> str:
    """Write what a reward costs: ``500 điểm``, ``1–375 điểm``, ``9 tem``."""
    if offer.stamps:
        return stamps_counted(offer.stamps)
    return f"{short_price(offer)}\u00a0{points_name}" if short_price(offer) else ""


def cost_text(redemption: Redemption, points_name: str) -> str:
    """Write what a reward in a bill costs: ``500 điểm``, ``9 tem``."""
    return stamps_counted(redemption.stamps) if redemption.card else named(redemption.points, points_name)


def member_discount_text(line: Redemption) -> str:
    """Say which membership takes what off a bill, and where that is by the price of an item."""
    words = "{membership} (−{amount})"
    if line.kind == MEMBER_PRICE_KIND:
        words = QCoreApplication.translate("Rewards", "{membership}: member price (−{amount})")
    return words.format(membership=line.name, amount=vnd(line.value_vnd))


def short_price(offer: Offer) -> str:
    """Write what a reward costs, without the points' name."""
    if offer.stamps:
        return stamps_counted(offer.stamps)
    if isinstance(offer.reward, UnknownReward):
        return ""
    is_range = isinstance(offer.reward, PayWithPoints) and offer.state is OfferState.TAKEABLE
    if is_range and offer.least_points < offer.points:
        return f"{group_digits(offer.least_points)}–{group_digits(offer.points)}"
    return group_digits(max(offer.points, offer.least_points))


def missing_text(offer: Offer, points_name: str) -> str:
    """Say what is missing for an offer that cannot be taken; empty for one that can."""
    if offer.state in (OfferState.TAKEABLE, OfferState.TAKEN):
        return ""
    return why_not(offer.state, offer.missing, points_name)


def why_not(state: OfferState, missing: int, points_name: str) -> str:
    """Say why a reward cannot be taken, and what would help."""
    match state:
        case OfferState.POINTS_MISSING:
            words = QCoreApplication.translate("Rewards", "{points} short")
            return words.format(points=named(missing, points_name))
        case OfferState.MUST_KEEP:
            words = QCoreApplication.translate("Rewards", "{points} short of what must stay on the card")
            return words.format(points=named(missing, points_name))
        case OfferState.STAMPS_MISSING:
            words = QCoreApplication.translate("Rewards", "stamps missing: {count}")
            return words.format(count=group_digits(missing))
        case OfferState.BILLS_MISSING:
            words = QCoreApplication.translate("Rewards", "bills missing before the first time: {count}")
            return words.format(count=group_digits(missing))
        case OfferState.BILL_TOO_SMALL:
            words = QCoreApplication.translate("Rewards", "buy {amount} more")
            return words.format(amount=vnd(missing))
        case OfferState.ITEM_MISSING:
            words = QCoreApplication.translate("Rewards", "items missing from the bill: {count}")
            return words.format(count=group_digits(missing))
        case OfferState.NOT_NOW:
            return QCoreApplication.translate("Rewards", "not for this customer today")
        case OfferState.NOT_THIS_BILL:
            return QCoreApplication.translate("Rewards", "not for this bill")
        case OfferState.LIMIT_REACHED:
            return QCoreApplication.translate("Rewards", "taken as often as allowed")
        case OfferState.NONE_LEFT_TODAY:
            return QCoreApplication.translate("Rewards", "no more of it today")
        case OfferState.HIDDEN:
            return QCoreApplication.translate("Rewards", "not on offer")
        case OfferState.NO_BILL_YET:
            return QCoreApplication.translate("Rewards", "type the bill total first")
        case OfferState.OUT_OF_STOCK:
            return QCoreApplication.translate("Rewards", "none left")
        case OfferState.NOTHING_LEFT_TO_PAY:
            return QCoreApplication.translate("Rewards", "the bill is paid in full already")
        case OfferState.UNKNOWN:
            return QCoreApplication.translate("Rewards", "needs a newer version of the program")
        case OfferState.TAKEN:
            return QCoreApplication.translate("Rewards", "in this bill already")
        case OfferState.TAKEABLE:
            return QCoreApplication.translate("Rewards", "can be taken")


def voucher_worth(kind: VoucherKind) -> str:
    """Say what a voucher takes off."""
    words = QCoreApplication.translate("Rewards", "{worth} off")
    if not kind.rate_bp:
        return words.format(worth=vnd(kind.value_vnd))
    worth = words.format(worth=percent(kind.rate_bp))
    if kind.cap_vnd is None:
        return worth
    most = QCoreApplication.translate("Rewards", "at most {amount}").format(amount=vnd(kind.cap_vnd))
    return f"{worth}, {most}"


def voucher_bills(kind: VoucherKind) -> str:
    """Say on which bills a voucher may be used; empty for any."""
    return _from(kind.minimum_vnd) if kind.minimum_vnd else ""


def voucher_terms(kind: VoucherKind) -> str:
    """Say in one line what a voucher is worth and on which bills."""
    return ", ".join(filter(None, (voucher_worth(kind), voucher_bills(kind))))


def voucher_why_not(why: VoucherWhy, missing_vnd: int) -> str:
    """Say why a voucher cannot be used, and what would help."""
    match why:
        case VoucherWhy.UNKNOWN:
            return QCoreApplication.translate("Rewards", "this shop gave no voucher with this code")
        case VoucherWhy.USED:
            return QCoreApplication.translate("Rewards", "it was used already")
        case VoucherWhy.GONE:
            return QCoreApplication.translate("Rewards", "the bill it came from was returned")
        case VoucherWhy.OTHER_MEMBER:
            return QCoreApplication.translate("Rewards", "it is another customer's")
        case VoucherWhy.OVER:
            return QCoreApplication.translate("Rewards", "its last day is over")
        case VoucherWhy.PARTNERS:
            return QCoreApplication.translate("Rewards", "it is redeemed at our partner’s, not here")
        case VoucherWhy.TWICE:
            return why_not(OfferState.TAKEN, 0, "")
        case VoucherWhy.BILL_TOO_SMALL:
            return why_not(OfferState.BILL_TOO_SMALL, missing_vnd, "")
        case VoucherWhy.NOTHING_LEFT_TO_PAY:
            return why_not(OfferState.NOTHING_LEFT_TO_PAY, 0, "")
