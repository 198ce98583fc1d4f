"""Limits: what a program counts of each member, and in which spans of the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from loyalpos.engine.bills import Redemption
from loyalpos.engine.earn_lines import Earning
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.engine.rules import Per, UnknownRule

__all__ = ["Had", "had_from", "limited_in", "span_begins", "span_ends"]


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


class Had(Struct, frozen=True):
    """What one rule, one reward or (by ``""``) the whole program gave in one bill.

    ``points`` of a rule that brings stamps, tickets or vouchers are so many of them.
    """

    id: str
    times: int
    points: int


def had_from(earning: Earning, redemptions: Iterable[Redemption] = ()) -> tuple[Had, ...]:
    """Say what each rule gave in a bill, in points or units, and name its rewards."""
    rules = [Had(rule, 1, got) for rule, got in earning.given.items()]
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
