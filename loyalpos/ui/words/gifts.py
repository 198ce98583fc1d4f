"""Gifts and tiers in words: what a gift is for, what it consists of, how far it is to the next tier."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from loyalpos.engine.brought import Brought, GiftGiven, GiftKind, OverBudget, ReferrerTold
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.occasions import Gives
from loyalpos.engine.tiers import Reached
from loyalpos.ui.words.points import named, signed

__all__ = [
    "brought_texts",
    "foreseen_texts",
    "gift_name",
    "gift_text",
    "gives_text",
    "measured_text",
    "over_text",
    "tier_name",
]


def gift_name(kind: GiftKind, name: str) -> str:
    """Say what a gift is for: in the owner's words, where there are some."""
    if kind is GiftKind.TIER:
        return QCoreApplication.translate("Gifts", "Reached tier {tier}").format(tier=name)
    if name:
        return name
    match kind:
        case GiftKind.WELCOME:
            return QCoreApplication.translate("Gifts", "Welcome")
        case GiftKind.BIRTHDAY:
            return QCoreApplication.translate("Gifts", "Birthday")
        case GiftKind.ANNIVERSARY:
            return QCoreApplication.translate("Gifts", "One more year together")
        case GiftKind.MILESTONE:
            return QCoreApplication.translate("Gifts", "Milestone")
        case GiftKind.WIN_BACK:
            return QCoreApplication.translate("Gifts", "Long not here")
        case GiftKind.STREAK:
            return QCoreApplication.translate("Gifts", "Came again and again")
        case GiftKind.HOLIDAY:
            return QCoreApplication.translate("Gifts", "Holiday")
        case GiftKind.SURVEY:
            return QCoreApplication.translate("Gifts", "Survey answered")
        case GiftKind.MEMBERSHIP:
            return QCoreApplication.translate("Gifts", "Membership fee")
        case GiftKind.REFERRAL:
            return QCoreApplication.translate("Gifts", "Brought a friend")


def gives_text(gives: Gives, points_name: str) -> str:
    """Say what a gift consists of."""
    parts = [named(gives.points, points_name)] if gives.points else []
    if gives.stamps:
        words = QCoreApplication.translate("Gifts", "stamps: {count}")
        parts.append(words.format(count=group_digits(gives.stamps)))
    if gives.tickets:
        words = QCoreApplication.translate("Gifts", "tickets: {count}")
        parts.append(words.format(count=group_digits(gives.tickets)))
    if gives.voucher:
        parts.append(QCoreApplication.translate("Gifts", "a voucher"))
    return ", ".join(parts)


def gift_text(gift: GiftGiven, points_name: str) -> str:
    """Say that a member was given something: ``Birthday: gave 50 points``."""
    if gift.over is not None and gift.over.withheld != Gives():
        return over_text(gift.kind, gift.name, gift.over)
    words = QCoreApplication.translate("Gifts", "{gift}: gave {what}")
    return words.format(gift=gift_name(gift.kind, gift.name), what=gives_text(gift.gives, points_name))


def over_text(kind: GiftKind, name: str, over: OverBudget) -> str:
    """Say that a budget went over with a gift, or is used up, so that it was not given."""
    if over.withheld == Gives():
        words = QCoreApplication.translate("Gifts", "{gift} goes over budget {budget}: tell the owner")
    else:
        words = QCoreApplication.translate("Gifts", "{gift}: not given, budget {budget} is used up")
    return words.format(gift=gift_name(kind, name), budget=f"“{over.name}”")


def tier_name(name: str) -> str:
    """Name a tier so that anybody knows that it is one."""
    return QCoreApplication.translate("Gifts", "Tier {tier}").format(tier=name)


def measured_text(reached_by: Reached, amount: int, points_name: str) -> str:
    """Say so many đồng, points or visits."""
    match reached_by:
        case Reached.SPEND:
            return vnd(amount)
        case Reached.POINTS:
            return named(amount, points_name)
        case Reached.VISITS:
            words = QCoreApplication.translate("Gifts", "visits: {count}")
            return words.format(count=group_digits(amount))


def brought_texts(brought: Brought, points_name: str) -> list[str]:
    """Say what came with an act beside the bill itself, the tier first."""
    parts: list[str] = []
    if brought.tier_rose is not None:
        parts.append(_turn_text(brought))
    for gift in brought.gifts:
        is_given = gift.gives != Gives()
        if is_given and gift.kind is GiftKind.TIER and brought.tier_rose and gift.name == brought.tier:
            parts[0] += f" · {signed(gift.gives.points)}"
        else:
            parts.append(gift_text(gift, points_name))
        if is_given and gift.over is not None:
            parts.append(over_text(gift.kind, gift.name, gift.over))
    for gift in brought.taken_back:
        words = QCoreApplication.translate("Gifts", "{gift}: gift taken back")
        text = words.format(gift=gift_name(gift.kind, gift.name))
        parts.append(f"{text} ({signed(-gift.taken_points)})" if gift.taken_points else text)
    if brought.referrer is not None:
        parts += _referrer_texts(brought.referrer, points_name)
    return parts


def foreseen_texts(brought: Brought, points_name: str) -> list[str]:
    """Say which gifts would come with an act: ``Birthday: +50 points``."""
    words = QCoreApplication.translate("Gifts", "{gift}: +{what}")
    parts: list[str] = []
    for gift in brought.gifts:
        if gift.gives != Gives():
            what = gives_text(gift.gives, points_name)
            parts.append(words.format(gift=gift_name(gift.kind, gift.name), what=what))
        if gift.over is not None:
            parts.append(over_text(gift.kind, gift.name, gift.over))
    if brought.referrer is not None:
        parts += _referrer_texts(brought.referrer, points_name)
    return parts


def _referrer_texts(told: ReferrerTold, points_name: str) -> list[str]:
    name = told.name or QCoreApplication.translate("Gifts", "the customer who sent them")
    given = QCoreApplication.translate("Gifts", "to {name} for bringing a friend: {what}")
    back = QCoreApplication.translate("Gifts", "taken back from {name}, who sent them: {what}")
    texts: list[str] = []
    for one in told.gifts:
        if one.gives != Gives():
            texts.append(given.format(name=name, what=gives_text(one.gives, points_name)))
        if one.over is not None:
            texts.append(over_text(one.kind, one.name, one.over))
    for one in told.taken_back:
        what = replace(one.gives, points=one.taken_points)
        texts.append(back.format(name=name, what=gives_text(what, points_name)))
    return texts


def _turn_text(brought: Brought) -> str:
    if not brought.tier:
        return QCoreApplication.translate("Gifts", "No tier any more")
    if brought.tier_rose:
        return QCoreApplication.translate("Gifts", "Up to tier {tier}").format(tier=brought.tier)
    return QCoreApplication.translate("Gifts", "Back to tier {tier}").format(tier=brought.tier)
