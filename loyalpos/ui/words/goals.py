"""A month's figures and goals in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.goals import Metric, Pace
from loyalpos.engine.money import group_digits, vnd
from loyalpos.ui.words.points import named

__all__ = ["figure_text", "goal_words", "metric_name", "pace_text"]


def metric_name(metric: Metric) -> str:
    """Name a figure."""
    match metric:
        case Metric.NEW_MEMBERS:
            return QCoreApplication.translate("Goals", "New members")
        case Metric.RETURNING:
            return QCoreApplication.translate("Goals", "Members who came again")
        case Metric.FRIENDS:
            return QCoreApplication.translate("Goals", "New members brought by friends")
        case Metric.SALES:
            return QCoreApplication.translate("Goals", "Bought by members")
        case Metric.REDEEMED:
            return QCoreApplication.translate("Goals", "Points redeemed")


def goal_words(metric: Metric) -> str:
    """Say a goal, with a field for its target."""
    match metric:
        case Metric.NEW_MEMBERS:
            return QCoreApplication.translate("Goals", "{target} new members a month")
        case Metric.RETURNING:
            return QCoreApplication.translate("Goals", "{target} members of before buy again in the month")
        case Metric.FRIENDS:
            return QCoreApplication.translate("Goals", "{target} new members are brought by friends")
        case Metric.SALES:
            return QCoreApplication.translate("Goals", "Members buy for {target} a month")
        case Metric.REDEEMED:
            return QCoreApplication.translate("Goals", "Members redeem {target} a month")


def figure_text(metric: Metric, figure: int, points_name: str) -> str:
    """Write a figure with its unit."""
    match metric:
        case Metric.SALES:
            return vnd(figure)
        case Metric.REDEEMED:
            return named(figure, points_name)
        case _:
            return group_digits(figure)


def pace_text(pace: Pace) -> str:
    """Say how a figure stands beside its target."""
    match pace:
        case Pace.REACHED:
            return QCoreApplication.translate("Goals", "reached")
        case Pace.IN_TIME:
            return QCoreApplication.translate("Goals", "in step with the month")
        case Pace.BEHIND:
            return QCoreApplication.translate("Goals", "behind the month")
        case Pace.MISSED:
            return QCoreApplication.translate("Goals", "not reached")
