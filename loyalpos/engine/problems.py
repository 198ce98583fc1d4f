"""What is wrong with a program, all of it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import assert_never
from unicodedata import category

from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.program import (
    AmountOff,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    Reward,
    UnknownReward,
)
from loyalpos.engine.rules import AmountRule, Rounding, UnknownRule

__all__ = ["MAX_NAME", "MAX_POINTS", "MAX_RULE_POINTS", "Problem", "ProblemKind", "Severity", "problems_in"]

MAX_POINTS = 1_000_000_000
"""The most points a reward or a welcome may name."""

MAX_RULE_POINTS = 1_000_000
"""The most points of a rule: even the greatest bill then earns what 64 bits hold."""

MAX_NAME = 80
"""The longest name a slip and a button still hold, in letters."""

_MAX_COUNT = {ExpiryKind.DAYS: 36_500, ExpiryKind.MONTHS: 1_200}
_YEARS = (2000, 2199)
_UNREADABLE = {"Cc", "Cs", "Zl", "Zp"}
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of writing, of all that follows on the slip too."""


class Severity(StrEnum):
    """Whether a problem keeps a program from being published."""

    ERROR = "error"
    WARNING = "warning"


class ProblemKind(StrEnum):
    """What is wrong at a place of a program."""

    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    DUPLICATE_ID = "duplicate_id"
    CARRIED_NEEDS_DOWN = "carried_needs_down"
    LAST_BEFORE_FIRST = "last_before_first"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    UNKNOWN_KIND = "unknown_kind"
    NOTHING_EARNS = "nothing_earns"
    WORTH_MORE_THAN_EARNED = "worth_more_than_earned"

    @property
    def severity(self) -> Severity:
        """Say whether it is an error, or only what an owner should know before publishing."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {ProblemKind.UNKNOWN_KIND, ProblemKind.NOTHING_EARNS, ProblemKind.WORTH_MORE_THAN_EARNED}
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    Attributes:
        path: The place as in the program document, e.g. ``$.rules[0].per_vnd``.
        value: What stands there, where that helps to say it.
        limit: The bound that ``value`` leaves; for WORTH_MORE_THAN_EARNED the đồng a customer must
            spend for the points, beside the đồng they are worth.
    """

    path: str
    kind: ProblemKind
    value: int | str | date | None = None
    limit: int | date | None = None

    @property
    def severity(self) -> Severity:
        """Say whether it keeps the program from being published."""
        return self.kind.severity

    @property
    def is_error(self) -> bool:
        """Tell whether it keeps the program from being published."""
        return self.severity is Severity.ERROR


def problems_in(program: Program) -> tuple[Problem, ...]:
    """Find everything that is wrong with a program, in the order of its document.

    Only errors keep it from being published. Warnings name what is allowed, but seldom meant: a kind
    this version does not know, a program that gives no points, points worth as much as they cost.
    """
    return (
        *_number("$.revision", program.revision, 0, None),
        *_rule_problems(program),
        *_same_ids("$.rewards", (reward.id for reward in program.rewards)),
        *(
            problem
            for index, reward in enumerate(program.rewards)
            for problem in _reward_problems(f"$.rewards[{index}]", reward, program)
        ),
        *(() if program.starts is None else _day("$.starts", program.starts)),
        *_name("$.points_name", program.points_name),
        *_remainder_problems(program),
        *_number("$.welcome_points", program.welcome_points, 0, MAX_POINTS),
        *_expiry_problems(program),
        *_blackout_problems(program),
    )


def _rule_problems(program: Program) -> Iterator[Problem]:
    if not any(isinstance(rule, AmountRule) for rule in program.rules):
        yield Problem("$.rules", ProblemKind.NOTHING_EARNS)
    yield from _same_ids("$.rules", (rule.id for rule in program.rules))
    for index, rule in enumerate(program.rules):
        path = f"$.rules[{index}]"
        yield from _name(f"{path}.id", rule.id)
        match rule:
            case AmountRule():
                yield from _number(f"{path}.per_vnd", rule.per_vnd, 1, MAX_AMOUNT_VND)
                yield from _number(f"{path}.points", rule.points, 1, MAX_RULE_POINTS)
                yield from _minimum(path, rule.minimum_vnd)
            case UnknownRule():
                yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, rule.kind)
            case _:
                assert_never(rule)


def _reward_problems(path: str, reward: Reward, program: Program) -> Iterator[Problem]:
    yield from _name(f"{path}.id", reward.id)
    yield from _name(f"{path}.name", reward.name)
    match reward:
        case AmountOff():
            yield from _number(f"{path}.points", reward.points, 1, MAX_POINTS)
            yield from _number(f"{path}.value_vnd", reward.value_vnd, 1, MAX_AMOUNT_VND)
            yield from _worth(f"{path}.value_vnd", reward.value_vnd, reward.points, program)
        case PercentOff():
            yield from _number(f"{path}.points", reward.points, 1, MAX_POINTS)
            yield from _number(f"{path}.rate_bp", reward.rate_bp, 1, 10_000)
            if reward.cap_vnd is not None:
                yield from _number(f"{path}.cap_vnd", reward.cap_vnd, 1, MAX_AMOUNT_VND)
        case Gift():
            yield from _number(f"{path}.points", reward.points, 1, MAX_POINTS)
        case PayWithPoints():
            yield from _number(f"{path}.block_points", reward.block_points, 1, MAX_POINTS)
            yield from _number(f"{path}.block_vnd", reward.block_vnd, 1, MAX_AMOUNT_VND)
            yield from _number(f"{path}.max_share_bp", reward.max_share_bp, 1, 10_000)
            yield from _worth(f"{path}.block_vnd", reward.block_vnd, reward.block_points, program)
        case UnknownReward():
            yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, reward.kind)
            return
        case _:
            assert_never(reward)
    yield from _minimum(path, reward.minimum_vnd)


def _remainder_problems(program: Program) -> Iterator[Problem]:
    if program.remainder is Remainder.CARRIED and program.rounding is not Rounding.DOWN:
        yield Problem("$.remainder", ProblemKind.CARRIED_NEEDS_DOWN, program.rounding.value)


def _expiry_problems(program: Program) -> Iterator[Problem]:
    limit = _MAX_COUNT.get(program.expiry.kind)
    if limit is not None:
        yield from _number("$.expiry.count", program.expiry.count, 1, limit)


def _blackout_problems(program: Program) -> Iterator[Problem]:
    for index, blackout in enumerate(program.blackouts):
        path = f"$.blackouts[{index}]"
        yield from _day(f"{path}.first", blackout.first)
        yield from _day(f"{path}.last", blackout.last)
        if blackout.last < blackout.first:
            yield Problem(f"{path}.last", ProblemKind.LAST_BEFORE_FIRST, blackout.last, blackout.first)


def _number(path: str, value: int, least: int, most: int | None) -> Iterator[Problem]:
    if value < least:
        yield Problem(path, ProblemKind.TOO_SMALL, value, least)
    elif most is not None and value > most:
        yield Problem(path, ProblemKind.TOO_LARGE, value, most)


def _minimum(path: str, minimum_vnd: int) -> Iterator[Problem]:
    return _number(f"{path}.minimum_vnd", minimum_vnd, 0, MAX_AMOUNT_VND)


def _name(path: str, name: str) -> Iterator[Problem]:
    if not name.strip():
        yield Problem(path, ProblemKind.EMPTY)
    elif len(name) > MAX_NAME:
        yield Problem(path, ProblemKind.TOO_LONG, len(name), MAX_NAME)
    elif any(category(letter) in _UNREADABLE or letter in _TURNING for letter in name):
        yield Problem(path, ProblemKind.UNREADABLE, name)


def _day(path: str, day: date) -> Iterator[Problem]:
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        yield Problem(path, ProblemKind.DATE_OUT_OF_RANGE, day)


def _same_ids(path: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, one in enumerate(ids):
        if one in seen:
            yield Problem(f"{path}[{index}].id", ProblemKind.DUPLICATE_ID, one)
        seen.add(one)


def _worth(path: str, value_vnd: int, points: int, program: Program) -> Iterator[Problem]:
    """Warn where points take as much off as must be spent to earn them: each sale pays for the next."""
    rules = [rule for rule in program.rules if isinstance(rule, AmountRule)]
    if not rules or points < 1 or any(rule.per_vnd < 1 or rule.points < 1 for rule in rules):
        return
    costs_vnd = points / sum(Fraction(rule.points, rule.per_vnd) for rule in rules)
    if value_vnd >= costs_vnd:
        yield Problem(path, ProblemKind.WORTH_MORE_THAN_EARNED, value_vnd, int(costs_vnd))
