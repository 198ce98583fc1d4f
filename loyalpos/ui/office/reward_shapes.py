"""The kinds of rewards an owner can add, what a new one says at first, and one with a limit more or less."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import vnd
from loyalpos.engine.program import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Program,
    Reward,
    ServiceReward,
    TicketReward,
    UnknownReward,
    VoucherReward,
)
from loyalpos.engine.rules import Limit, Per
from loyalpos.engine.side_programs import Cause, Draw, Partner, VoucherKind
from loyalpos.ui.words.rewards import percent

__all__ = ["RewardKind", "first_reward", "relimited", "reward_words", "usual_name"]


class RewardKind(Enum):
    """The kinds of rewards an owner can add."""

    AMOUNT_OFF = "amount_off"
    PERCENT_OFF = "percent_off"
    GIFT = "gift"
    PAY_WITH_POINTS = "pay_with_points"
    SERVICE = "service_reward"
    ITEM = "item_reward"
    VOUCHER = "voucher_reward"
    TICKET = "ticket_reward"
    DONATION = "donation_reward"
    PARTNER = "partner_reward"

    def has_target(self, program: Program) -> bool:
        """Tell whether a program has what a reward of the kind would bring."""
        match self:
            case RewardKind.VOUCHER:
                return bool(program.vouchers)
            case RewardKind.TICKET:
                return bool(program.draws)
            case RewardKind.DONATION:
                return bool(program.causes)
            case RewardKind.PARTNER:
                return bool(program.partners)
            case _:
                return True


def first_reward(kind: RewardKind, reward_id: str, program: Program | None = None) -> Reward:
    """Give a new reward of a kind with numbers that fit 1 point for 10.000 ₫, and no name yet.

    Args:
        program: Where what it brings is chosen from; the last of its kind, which may be just added.
    """
    known = program or Program(0, ())
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
            return ServiceReward(reward_id, "", 300)
        case RewardKind.ITEM:
            return ItemReward(reward_id, "", 200, "")
        case RewardKind.VOUCHER:
            return VoucherReward(reward_id, "", 200, _last(known.vouchers))
        case RewardKind.TICKET:
            return TicketReward(reward_id, "", 50, _last(known.draws))
        case RewardKind.DONATION:
            return DonationReward(reward_id, "", 100, _last(known.causes))
        case RewardKind.PARTNER:
            return PartnerReward(reward_id, "", 300, _last(known.partners))


def _last(things: Sequence[VoucherKind | Draw | Cause | Partner]) -> str:
    return things[-1].id if things else ""


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
                "RewardRow",
                "each {points} pay {value}, from {least} on, of at most {rate} of bills from {minimum} up",
            )
        case ServiceReward():
            return QCoreApplication.translate("RewardRow", "done for {points} on bills from {minimum} up")
        case ItemReward():
            return QCoreApplication.translate(
                "RewardRow", "for {points} one {item} costs {price} on bills from {minimum} up"
            )
        case VoucherReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} bring the voucher {target} on bills from {minimum} up"
            )
        case TicketReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} bring {tickets} of the draw {target} on bills from {minimum} up"
            )
        case DonationReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} go to {target} on bills from {minimum} up"
            )
        case PartnerReward():
            return QCoreApplication.translate(
                "RewardRow", "{points} bring a code for {target} on bills from {minimum} up"
            )
        case _:
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
        case ItemReward():
            return QCoreApplication.translate("RewardRow", "One item for less")
        case ServiceReward():
            return QCoreApplication.translate("RewardRow", "One free service")
        case VoucherReward():
            return QCoreApplication.translate("RewardRow", "A voucher for the next visit")
        case TicketReward():
            return QCoreApplication.translate("RewardRow", "Tickets for the draw")
        case DonationReward():
            return QCoreApplication.translate("RewardRow", "Give points to a good cause")
        case PartnerReward():
            return QCoreApplication.translate("RewardRow", "A perk at our partner’s")
        case _:
            return ""
