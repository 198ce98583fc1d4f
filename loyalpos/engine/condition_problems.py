"""What is wrong with a condition: what no calendar or shop has, and what can never hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, assert_never

from loyalpos.engine.conditions import (
    Always,
    AwayFor,
    BillAtLeast,
    Condition,
    EveryOf,
    FirstPurchase,
    HasItem,
    HasTag,
    InHours,
    InTier,
    Match,
    NearBirthday,
    NearTet,
    Not,
    OnDates,
    OneOf,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    PaidBy,
    UnknownCondition,
)
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.problem_kinds import Problem, ProblemKind, day_problems, name_problems, number_problems

__all__ = [
    "MAX_DEPTH",
    "MAX_QUANTITY",
    "last_day_of_month",
    "match_problems",
    "problems_in_condition",
]

MAX_DEPTH: Final = 8
"""How deep conditions may stand inside each other; nobody reads a sentence of more."""

MAX_QUANTITY: Final = 1_000_000
"""The most of an item that a condition may ask for."""

_MOST_DAYS_AWAY: Final = 36_500
_MOST_DAYS_OF_A_YEAR: Final = 366
_FROM_TET: Final = 180
"""Half a year: further from one Tết is nearer to another."""

_MINUTES: Final = 24 * 60
_LAST_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def problems_in_condition(condition: Condition, path: str, tiers: Collection[str]) -> Iterator[Problem]:
    """Find everything that is wrong with a condition.

    What can never hold by itself (no weekday, no lunar day, a choice of nothing) is allowed, and told as a
    warning; two that can never hold together are not looked for.

    Args:
        path: Where it stands in the program document, e.g. ``$.rules[0].when``.
        tiers: The ids of the program's tiers; ``""``, no tier, may always be asked for.
    """
    return _problems(condition, path, tiers, 1)


def _problems(condition: Condition, path: str, tiers: Collection[str], depth: int) -> Iterator[Problem]:
    if depth > MAX_DEPTH:
        yield Problem(path, ProblemKind.TOO_DEEP, limit=MAX_DEPTH)
        return
    match condition:
        case EveryOf() | OneOf():
            if not condition.conditions and isinstance(condition, OneOf):
                yield Problem(f"{path}.conditions", ProblemKind.NEVER_APPLIES)
            for index, part in enumerate(condition.conditions):
                yield from _problems(part, f"{path}.conditions[{index}]", tiers, depth + 1)
        case Not():
            if condition.condition == Always():
                yield Problem(path, ProblemKind.NEVER_APPLIES)
            yield from _problems(condition.condition, f"{path}.condition", tiers, depth + 1)
        case OnDates() | OnYearDays() | OnWeekdays() | InHours() | OnLunarDays() | NearTet():
            yield from _time_problems(condition, path)
        case InTier():
            yield from _some(f"{path}.tiers", condition.tiers)
            for index, tier in enumerate(condition.tiers):
                if tier and tier not in tiers:
                    yield Problem(f"{path}.tiers[{index}]", ProblemKind.NO_SUCH_ID, tier)
        case HasTag():
            yield from _some(f"{path}.tags", condition.tags)
            yield from _names(f"{path}.tags", condition.tags)
        case PaidBy():
            yield from _some(f"{path}.tenders", condition.tenders)
            yield from _names(f"{path}.tenders", condition.tenders)
        case AwayFor():
            yield from number_problems(f"{path}.days", condition.days, 1, _MOST_DAYS_AWAY)
        case BillAtLeast():
            yield from number_problems(f"{path}.amount_vnd", condition.amount_vnd, 0, MAX_AMOUNT_VND)
        case HasItem():
            yield from match_problems(condition.match, f"{path}.match")
            yield from number_problems(f"{path}.quantity", condition.quantity, 1, MAX_QUANTITY)
        case UnknownCondition():
            yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, condition.kind)
        case Always() | FirstPurchase() | NearBirthday():
            pass
        case _:
            assert_never(condition)


def _time_problems(
    condition: OnDates | OnYearDays | OnWeekdays | InHours | OnLunarDays | NearTet, path: str
) -> Iterator[Problem]:
    match condition:
        case OnDates():
            first, until = condition.first, condition.until
            if first is not None:
                yield from day_problems(f"{path}.first", first)
            if until is not None:
                yield from day_problems(f"{path}.until", until)
            if first is not None and until is not None and until <= first:
                yield Problem(f"{path}.until", ProblemKind.LAST_BEFORE_FIRST, until, first)
        case OnYearDays():
            yield from number_problems(f"{path}.month", condition.month, 1, 12)
            yield from number_problems(f"{path}.day", condition.day, 1, last_day_of_month(condition.month))
            yield from number_problems(f"{path}.days", condition.days, 1, _MOST_DAYS_OF_A_YEAR)
        case OnWeekdays():
            yield from _some(f"{path}.weekdays", condition.weekdays)
            yield from _numbers(f"{path}.weekdays", condition.weekdays, 0, 6)
        case InHours():
            yield from number_problems(f"{path}.first", condition.first, 0, _MINUTES - 1)
            yield from number_problems(f"{path}.until", condition.until, 0, _MINUTES)
        case OnLunarDays():
            yield from _some(f"{path}.days", condition.days)
            yield from _numbers(f"{path}.days", condition.days, 1, 30)
            yield from _numbers(f"{path}.months", condition.months, 1, 12)
        case NearTet():
            yield from number_problems(f"{path}.before_days", condition.before_days, 0, _FROM_TET)
            yield from number_problems(f"{path}.after_days", condition.after_days, 0, _FROM_TET)
            if condition.before_days == condition.after_days == 0:
                yield Problem(path, ProblemKind.NEVER_APPLIES)
        case _:
            assert_never(condition)


def last_day_of_month(month: int) -> int:
    """Give the last day a month can have in any year; 31 where there is no such month."""
    return _LAST_DAYS[month - 1] if 1 <= month <= 12 else 31


def match_problems(match: Match, path: str) -> Iterator[Problem]:
    """Find names in a match that no item, category or tag can have."""
    yield from _names(f"{path}.items", match.items)
    yield from _names(f"{path}.categories", match.categories)
    yield from _names(f"{path}.tags", match.tags)


def _some(path: str, named: tuple[object, ...]) -> Iterator[Problem]:
    if not named:
        yield Problem(path, ProblemKind.NEVER_APPLIES)


def _numbers(path: str, numbers: Iterable[int], least: int, most: int) -> Iterator[Problem]:
    for index, number in enumerate(numbers):
        yield from number_problems(f"{path}[{index}]", number, least, most)


def _names(path: str, names: Iterable[str]) -> Iterator[Problem]:
    for index, name in enumerate(names):
        yield from name_problems(f"{path}[{index}]", name)
