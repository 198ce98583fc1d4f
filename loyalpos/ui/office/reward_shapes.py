"""The kinds of rewards an owner can add, what a new one says at first, and one with a limit more or less."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import vnd
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, PercentOff, Reward, UnknownReward
from loyalpos.engine.rules import Limit, Per
from loyalpos.ui.words.rewards import percent

__all__ = ["RewardKind", "first_reward", "relimited", "reward_words", "usual_name"]


class RewardKind(Enum):
    """The kinds of rewards an owner can add."""

    AMOUNT_OFF = "amount_off"
    PERCENT_OFF = "percent_off"
    GIFT = "gift"
    PAY_WITH_POINTS = "pay_with_points"


def first_reward(kind: RewardKind, reward_id: str) -> Reward:
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
        case _:
            return ""
