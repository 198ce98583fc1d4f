"""What else can be done for a member, in words: paper cards swapped in, memberships sold and ended."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.extras import (
    EndOffer,
    Extra,
    PaymentOffer,
    SaleOffer,
    ServiceOffer,
    SurveyOffer,
    SwapOffer,
)
from loyalpos.engine.memberships import MembershipProblem
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.stamps import SwapProblem
from loyalpos.errors import MembershipRefused, StampsNotSwappable
from loyalpos.ui.words import dates
from loyalpos.ui.words.gifts import gift_name, gives_text
from loyalpos.ui.words.points import stamps_counted
from loyalpos.ui.words.rewards import percent

__all__ = [
    "amount_of",
    "extra_name",
    "extra_terms",
    "membership_refused",
    "numbered",
    "period_text",
    "swap_refused",
]


def extra_name(extra: Extra) -> str:
    """Name what can be done in one line."""
    match extra:
        case SwapOffer(card):
            words = QCoreApplication.translate("Extras", "Take in an old paper card: {card}")
            return words.format(card=card.name)
        case SaleOffer(sold, renews):
            words = QCoreApplication.translate("Extras", "Sell: {membership}")
            if renews:
                words = QCoreApplication.translate("Extras", "Renew: {membership}")
            return words.format(membership=sold.name)
        case EndOffer(ended):
            words = QCoreApplication.translate("Extras", "End early: {membership}")
            return words.format(membership=ended.sold.name)
        case ServiceOffer(service):
            return QCoreApplication.translate("Extras", "Done: {service}").format(service=service.name)
        case PaymentOffer(owed=owed):
            words = QCoreApplication.translate("Extras", "Pay: bill of {day}")
            if owed.number:
                words = QCoreApplication.translate("Extras", "Pay: receipt {number} of {day}")
            return words.format(day=dates.day(owed.day), number=owed.number)
        case SurveyOffer(survey):
            words = QCoreApplication.translate("Extras", "Survey answered: {survey}")
            return words.format(survey=survey.name) if survey.name else gift_name(GiftKind.SURVEY, "")


def extra_terms(extra: Extra) -> str:
    """Say what comes of it."""
    match extra:
        case SwapOffer(card):
            words = QCoreApplication.translate(
                "Extras", "its stamps, at most {count}, once for each customer"
            )
            return words.format(count=group_digits(card.size))
        case SaleOffer(sold):
            parts = [period_text(sold.first, sold.until)]
            if sold.discount_bp:
                words = QCoreApplication.translate("Extras", "{percent} off every bill")
                parts.append(words.format(percent=percent(sold.discount_bp)))
            if sold.package:
                parts.append(sold.package)
            return " · ".join(parts)
        case EndOffer(ended):
            words = QCoreApplication.translate("Extras", "hand back {amount}")
            return words.format(amount=vnd(ended.refund_vnd))
        case ServiceOffer(service):
            words = QCoreApplication.translate("Extras", "redeemed on {day}, still to be done")
            return words.format(day=dates.day(service.day))
        case PaymentOffer(owed=owed):
            words = QCoreApplication.translate("Extras", "{open} of {total} still to be paid")
            return words.format(open=vnd(owed.open_vnd), total=vnd(owed.total_vnd))
        case SurveyOffer(survey, points_name):
            words = QCoreApplication.translate("Extras", "{gift}, once for each customer")
            return words.format(gift=gives_text(survey.gives, points_name))


def numbered(tenders: tuple[str, ...]) -> str:
    """List tenders with the numbers that choose them: ``1 momo · 2 card``."""
    return " · ".join(f"{at} {tender}" for at, tender in enumerate(tenders, start=1))


def amount_of(extra: Extra) -> str:
    """Write the money that changes hands; empty for none."""
    match extra:
        case SaleOffer(sold):
            return vnd(sold.fee_vnd)
        case EndOffer(ended):
            return vnd(-ended.refund_vnd)
        case PaymentOffer(owed=owed):
            return vnd(owed.open_vnd)
        case SwapOffer() | ServiceOffer() | SurveyOffer():
            return ""


def period_text(first: date, until: date | None) -> str:
    """Say from when to when a membership counts; ``until`` is the first day it no longer does."""
    if until is None:
        return QCoreApplication.translate("Extras", "from {first}, for ever").format(first=dates.day(first))
    words = QCoreApplication.translate("Extras", "{first} to {last}")
    return words.format(first=dates.day(first), last=dates.day(until - timedelta(days=1)))


def membership_refused(error: MembershipRefused) -> str:
    """Say why a membership cannot be sold or ended."""
    match MembershipProblem(error.why):
        case MembershipProblem.NOT_ON_SALE:
            return QCoreApplication.translate("Extras", "This membership is not on sale any more")
        case MembershipProblem.FOR_EVER_ALREADY:
            words = QCoreApplication.translate("Extras", "This customer has “{membership}” for ever already")
            return words.format(membership=error.membership_name)
        case MembershipProblem.OVER:
            return QCoreApplication.translate("Extras", "This membership is over already")


def swap_refused(error: StampsNotSwappable) -> str:
    """Say why the stamps of a paper card cannot come onto a card."""
    match SwapProblem(error.why):
        case SwapProblem.NO_STAMPS:
            return QCoreApplication.translate("Extras", "Type how many stamps the paper card has")
        case SwapProblem.MORE_THAN_A_CARD:
            words = QCoreApplication.translate("Extras", "At most {stamps}: so many make a full card")
            return words.format(stamps=stamps_counted(error.size))
        case SwapProblem.SWAPPED_ALREADY:
            words = QCoreApplication.translate(
                "Extras", "This customer’s paper card “{card}” was taken in already"
            )
            return words.format(card=error.card_name)
        case SwapProblem.NOT_COLLECTED:
            return QCoreApplication.translate("Extras", "This stamp card is not collected any more")
        case SwapProblem.NO_REASON:
            return QCoreApplication.translate("Extras", "Say why: what is on the paper card, who has seen it")
