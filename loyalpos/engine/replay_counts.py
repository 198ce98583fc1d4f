"""What the shop and a replay count: what limits, caps and budgets gave, in each span of the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from loyalpos.engine.bills import Redemption
from loyalpos.engine.earn_lines import Earning
from loyalpos.engine.footing import Given
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.engine.rules import Per, UnknownRule

__all__ = ["Books", "Counts", "Had", "had_from", "limited_in", "span_begins", "span_ends"]


def span_begins(per: Per, day: date) -> date:
    """Give the first business day of the span a day lies in."""
    match per:
        case Per.BILL | Per.DAY:
            return day
        case Per.WEEK:
            return day - timedelta(days=day.weekday())
        case Per.MONTH:
            return day.replace(day=1)
        case Per.YEAR:
            return day.replace(month=1, day=1)
        case Per.EVER:
            return date.min


def span_ends(per: Per, day: date) -> date:
    """Give the last business day of the span a day lies in."""
    match per:
        case Per.BILL | Per.DAY:
            return day
        case Per.WEEK:
            return day + timedelta(days=6 - day.weekday())
        case Per.MONTH:
            return day.replace(day=monthrange(day.year, day.month)[1])
        case Per.YEAR:
            return day.replace(month=12, day=31)
        case Per.EVER:
            return date.max


@dataclass(slots=True)
class Books:
    """What all members of a shop share: gifts on the shelf, rewards given on a day, budgets of a month."""

    stock: dict[str, int] = field(default_factory=dict)
    given_on: dict[tuple[date, str], int] = field(default_factory=lambda: defaultdict(int))
    spent_vnd: dict[tuple[date, str], int] = field(default_factory=lambda: defaultdict(int))

    def spend(self, day: date, cost_vnd: Mapping[str, int], sign: int = 1) -> None:
        """Count what a bill's rules cost in the month of a day, or take it back."""
        month = span_begins(Per.MONTH, day)
        for budget, vnd in cost_vnd.items():
            self.spent_vnd[month, budget] += sign * vnd

    def spent_in(self, day: date, program: Program) -> dict[str, int]:
        """Say what each budget has spent in the month of a day."""
        month = span_begins(Per.MONTH, day)
        return {budget.id: self.spent_vnd[month, budget.id] for budget in program.budgets}

    def given_today(self, day: date, program: Program) -> dict[str, int]:
        """Say how often each reward was given on a business day."""
        if not self.given_on:
            return {}
        return {reward.id: self.given_on[day, reward.id] for reward in program.rewards}

    def hand_over(self, day: date, redemptions: Iterable[Redemption], sign: int = 1) -> None:
        """Count what leaves the shelf, or comes back to it."""
        for redemption in redemptions:
            self.given_on[day, redemption.reward] += sign
            if redemption.reward in self.stock:
                self.stock[redemption.reward] -= sign


@dataclass(frozen=True, slots=True)
class Had:
    """What one rule, one reward or (by ``""``) the whole program gave in one bill."""

    id: str
    times: int
    points: int


def had_from(earning: Earning, redemptions: Iterable[Redemption] = ()) -> tuple[Had, ...]:
    """Add up a bill's lines by rule, and name its rewards."""
    points: dict[str, int] = {}
    for line in earning.lines:
        if line.rule:
            points[line.rule] = points.get(line.rule, 0) + line.points
    brought = {one.rule for one in earning.units}
    rules = [Had(rule, 1, got) for rule, got in points.items() if got or rule in brought]
    rewards = [Had(one.reward, 1, one.points) for one in redemptions]
    return (*rules, *rewards, Had("", 1, earning.points))


def limited_in(program: Program) -> dict[str, tuple[Per, ...]]:
    """Name what a program limits, and in which spans; only that need be counted."""
    limited: dict[str, tuple[Per, ...]] = {}
    for one in (*program.rules, *program.rewards):
        if isinstance(one, UnknownRule | UnknownReward):
            continue
        spans = tuple({limit.per: None for limit in one.limits if limit.per is not Per.BILL})
        if spans:
            limited[one.id] = spans
    caps = tuple({cap.per: None for cap in program.caps if cap.per is not Per.BILL})
    if caps:
        limited[""] = caps
    return limited


class Counts:
    """What limits ask of one member."""

    def __init__(self, limited: Mapping[str, tuple[Per, ...]]) -> None:
        self._limited = limited
        self._given: dict[tuple[str, Per, date], Given] = {}

    def on(self, day: date) -> dict[tuple[str, Per], Given]:
        """Say what the member has had in the spans a day lies in."""
        found: dict[tuple[str, Per], Given] = {}
        for one, spans in self._limited.items():
            for per in spans:
                given = self._given.get((one, per, span_begins(per, day)))
                if given is not None:
                    found[one, per] = given
        return found

    def count(self, day: date, had: Iterable[Had], sign: int = 1) -> None:
        """Count what a bill of a day gave, or take it back."""
        for one in had:
            for per in self._limited.get(one.id, ()):
                key = (one.id, per, span_begins(per, day))
                given = self._given.get(key, Given())
                self._given[key] = replace(
                    given, times=given.times + sign * one.times, points=given.points + sign * one.points
                )
