"""How a reward is used, in words, and what may be done about one that lies still."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.program import UnknownReward
from loyalpos.engine.reward_kinds import first_points
from loyalpos.engine.reward_use import Idea
from loyalpos.services.rewards import RewardCard
from loyalpos.ui.words.dates import day
from loyalpos.ui.words.points import named

__all__ = ["about_reward", "idea_text", "use_text"]


def about_reward(card: RewardCard, points_name: str) -> str:
    """Say what a reward costs the customer and the shop: ``300 điểm · vốn 12.000 ₫``."""
    reward = card.reward
    if isinstance(reward, UnknownReward):
        return QCoreApplication.translate("RewardUse", "needs a newer version of the program")
    price = first_points(reward, "")
    parts = [named(price, points_name)]
    if reward.cost_vnd is not None:
        words = QCoreApplication.translate("RewardUse", "costs the shop {amount}")
        parts.append(words.format(amount=vnd(reward.cost_vnd)))
    if reward.hidden:
        parts.append(QCoreApplication.translate("RewardUse", "only for a full stamp card"))
    return " · ".join(parts)


def use_text(card: RewardCard) -> str:
    """Say how often it was taken, and what that cost."""
    use = card.use
    words = QCoreApplication.translate("RewardUse", "taken in 30 days: {short}, in 90 days: {long}")
    parts = [words.format(short=group_digits(use.times_30), long=group_digits(use.times_90))]
    if use.cost_90_vnd:
        words = QCoreApplication.translate("RewardUse", "cost of 90 days: {amount}")
        parts.append(words.format(amount=vnd(use.cost_90_vnd)))
    if use.unknown_90:
        parts.append(QCoreApplication.translate("RewardUse", "its cost is not written down"))
    if use.last is None:
        parts.append(QCoreApplication.translate("RewardUse", "not taken within a year"))
    else:
        words = QCoreApplication.translate("RewardUse", "last on {day}")
        parts.append(words.format(day=day(use.last)))
    return " · ".join(parts)


def idea_text(idea: Idea, usual_points: int | None, points_name: str) -> str:
    """Say what may be done."""
    match idea:
        case Idea.RESTOCK:
            return QCoreApplication.translate(
                "RewardUse", "None left – count it anew or take it off the list"
            )
        case Idea.CHEAPER:
            words = QCoreApplication.translate(
                "RewardUse", "Nobody takes it: members usually have {points}. Try a lower price"
            )
            return words.format(points=named(usual_points or 0, points_name))
        case Idea.ROTATE:
            return QCoreApplication.translate(
                "RewardUse", "Nobody takes it – put something new in its place, for a season"
            )
