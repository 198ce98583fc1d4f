"""What an owner wants a month to bring: a target for each figure, in force until another is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

__all__ = [
    "Goal",
    "Metric",
    "Pace",
    "days_of",
    "month_of",
    "next_month",
    "pace",
    "targets_in",
    "with_targets",
]


class Metric(StrEnum):
    """The figures of a month that may have a target."""

    NEW_MEMBERS = "new_members"
    RETURNING = "returning"
    FRIENDS = "friends"
    SALES = "sales"
    REDEEMED = "redeemed"


class Pace(StrEnum):
    """How a figure stands beside its target."""

    REACHED = "reached"
    IN_TIME = "in_time"
    BEHIND = "behind"
    MISSED = "missed"


class Goal(Struct, frozen=True):
    """This is a target from a month on.

    Attributes:
        metric: A value of :class:`Metric`; one of a later version stays where it is.
        since: The first day of the month.
        target: Members, đồng or points a month; 0 is no target any more.
    """

    metric: str
    since: date
    target: int


def month_of(day: date) -> date:
    """Give the first day of a day's month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """Give the first day of the month after a day's."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def targets_in(goals: Sequence[Goal], month: date) -> dict[Metric, int]:
    """Give the targets of a month: for each figure the one set last, no later than then.

    Args:
        month: The first day of the month.
    """
    known = {metric.value: metric for metric in Metric}
    due = sorted((goal for goal in goals if goal.since <= month), key=lambda goal: goal.since)
    found = {known[goal.metric]: goal.target for goal in due if goal.metric in known}
    return {metric: target for metric, target in found.items() if target}


def with_targets(goals: Sequence[Goal], month: date, targets: Mapping[Metric, int]) -> tuple[Goal, ...]:
    """Set the targets from a month on; earlier months keep theirs, and so do later ones set already.

    Args:
        targets: What is wanted in the month; a figure without one has no target from then on.
    """
    kept = [goal for goal in goals if goal.since != month or goal.metric not in tuple(Metric)]
    before = targets_in(kept, month)
    said = [
        Goal(metric.value, month, targets.get(metric, 0))
        for metric in Metric
        if targets.get(metric, 0) != before.get(metric, 0)
    ]
    return tuple(sorted((*kept, *said), key=lambda goal: (goal.since, goal.metric)))


def days_of(month: date, today: date) -> tuple[int, int]:
    """Count the days of a month that have begun, today among them, and all of them."""
    after = next_month(month)
    return max(0, min((today - month).days + 1, (after - month).days)), (after - month).days


def pace(reached: int, target: int, month: date, today: date) -> Pace:
    """Judge a figure by its target: in time where it is at least in step with the days gone by."""
    begun, days = days_of(month, today)
    if reached >= target:
        return Pace.REACHED
    if today >= next_month(month):
        return Pace.MISSED
    # What today brings is still coming in.
    return Pace.IN_TIME if reached * days >= target * (begun - 1) else Pace.BEHIND
