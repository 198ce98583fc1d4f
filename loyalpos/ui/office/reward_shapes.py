"""The kinds of rewards an owner can add, what a new one says at first, and one with a limit more or less."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import vnd
from loyalpos.engine.reward_kinds import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TicketReward,
    UnknownReward,
    VoucherReward,
)
from loyalpos.engine.rules import Limit, Per
from loyalpos.ui.office.known import Known
from loyalpos.ui.words.rewards import percent

__all__ = ["RewardKind", "first_reward", "kind_words", "kinds_for", "relimited", "reward_words", "usual_name"]

_NOTHING = Known()


class RewardKind(Enum):
    """The kinds of rewards an owner can add."""

    AMOUNT_OFF = "amount_off"
    PERCENT_OFF = "percent_off"
    GIFT = "gift"
    PAY_WITH_POINTS = "pay_with_points"
    SERVICE = "service"
    ITEM = "item"
    VOUCHER = "voucher"
    TICKET = "ticket"
    DONATION = "donation"
    PARTNER = "partner"


def kinds_for(known: Known) -> tuple[RewardKind, ...]:
    """Give the kinds that can be added: what names another thing only where there is one to name."""
    there = {
        RewardKind.VOUCHER: known.vouchers,
        RewardKind.TICKET: known.draws,
        RewardKind.DONATION: known.causes,
        RewardKind.PARTNER: known.partners,
    }
    return tuple(kind for kind in RewardKind if there.get(kind, True))


def kind_words(kind: RewardKind) -> str:
    """Say what a kind of reward is."""
    match kind:
        case RewardKind.AMOUNT_OFF:
            return QCoreApplication.translate("RewardsPanel", "Amount off")
        case RewardKind.PERCENT_OFF:
            return QCoreApplication.translate("RewardsPanel", "Per cent off")
        case RewardKind.GIFT:
            return QCoreApplication.translate("RewardsPanel", "Gift")
        case RewardKind.PAY_WITH_POINTS:
            return QCoreApplication.translate("RewardsPanel", "Pay with points")
        case RewardKind.SERVICE:
            return QCoreApplication.translate("RewardsPanel", "Service")
        case RewardKind.ITEM:
            return QCoreApplication.translate("RewardsPanel", "Item for less")
        case RewardKind.VOUCHER:
            return QCoreApplication.translate("RewardsPanel", "Voucher")
        case RewardKind.TICKET:
            return QCoreApplication.translate("RewardsPanel", "Tickets for a draw")
        case RewardKind.DONATION:
            return QCoreApplication.translate("RewardsPanel", "Donation")
        case RewardKind.PARTNER:
            return QCoreApplication.translate("RewardsPanel", "Partner's perk")


def first_reward(kind: RewardKind, reward_id: str, known: Known = _NOTHING) -> Reward:
    """Give a new reward of a kind with numbers that fit 1 point for 10.000 ₫, and no name yet."""
    match kind:
        case RewardKind.AMOUNT_OFF:
            return AmountOff(reward_id, "", 500, 50_000, 100_000)
        case RewardKind.PERCENT_OFF:
            return PercentOff(reward_id, "", 200, 1_000, 20_000)
        case RewardKind.GIFT:
            return Gift(reward_id, "", 300)
        case RewardKind.PAY_WITH_POINTS:
            return PayWithPoints(reward_id, "", 1, 100, 3_000)
        case RewardKind.SERVICE:
            return ServiceReward(reward_id, "", 200)
        case RewardKind.ITEM:
            return ItemReward(reward_id, "", 200, "")
        case RewardKind.VOUCHER:
            return VoucherReward(reward_id, "", 200, known.vouchers[0][0])
        case RewardKind.TICKET:
            return TicketReward(reward_id, "", 50, known.draws[0][0])
        case RewardKind.DONATION:
            return DonationReward(reward_id, "", 50, known.causes[0][0])
        case RewardKind.PARTNER:
            return PartnerReward(reward_id, "", 200, known.partners[0][0])


def relimited(reward: Reward, by: int) -> Reward | None:
    """Give the reward with one limit more, or without its last one; None where it has none at all."""
    if isinstance(reward, UnknownReward):
        return None
    limits = (*reward.limits, Limit(Per.MONTH, times=1)) if by > 0 else reward.limits[:-1]
    return replace(reward, limits=limits)


def reward_words(reward: Reward) -> str:
    """Say what a reward does, with places for its numbers."""
    match reward:
        case AmountOff():
            return QCoreApplication.translate(
                "RewardRow", "{points} take {value} off bills from {minimum} up"
            )
        case PercentOff():
            return QCoreApplication.translate(
                "RewardRow", "{points} take {rate} off, at most {cap} on bills from {minimum} up"
            )
        case Gift():
            return QCoreApplication.translate(
                "RewardRow", "for {points} on bills from {minimum} up, there are {stock}"
            )
        case PayWithPoints():
            return QCoreApplication.translate(
                "RewardRow", "each {points} pay {value} of at most {rate} of bills from {minimum} up"
            )
        case ServiceReward():
            return QCoreApplication.translate("RewardRow", "for {points} on bills from {minimum} up")
        case ItemReward():
            return QCoreApplication.translate(
                "RewardRow", "for {points} one {item} costs {price} on bills from {minimum} up"
            )
        case VoucherReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} bring the voucher {named} on bills from {minimum} up"
            )
        case TicketReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} give {tickets} tickets for {named} on bills from {minimum} up"
            )
        case DonationReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} go to {named} on bills from {minimum} up"
            )
        case PartnerReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} bring a perk of {named} on bills from {minimum} up"
            )
        case UnknownReward():
            return QCoreApplication.translate("RewardRow", "A reward of another kind")


def usual_name(reward: Reward, value_vnd: int, rate_bp: int) -> str:
    """Name a reward by its numbers, while nobody has named it."""
    match reward:
        case AmountOff():
            return QCoreApplication.translate("RewardRow", "{amount} off").format(amount=vnd(value_vnd))
        case PercentOff():
            return QCoreApplication.translate("RewardRow", "{percent} off").format(percent=percent(rate_bp))
        case Gift():
            return QCoreApplication.translate("RewardRow", "One free item")
        case PayWithPoints():
            return QCoreApplication.translate("RewardRow", "Pay part of the bill with points")
        case _:
            return ""
