"""What a member, a day and an hour answer to a condition."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import assert_never

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    AwayFor,
    BirthdaySpan,
    FirstPurchase,
    HasTag,
    InHours,
    InTier,
    NearBirthday,
    NearTet,
    OnDates,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    UnknownCondition,
)
from loyalpos.engine.footing import Standing
from loyalpos.engine.lunar import lunar_day, new_year

__all__ = ["Decided", "is_met", "is_within"]

Decided = (
    OnDates
    | OnYearDays
    | OnWeekdays
    | InHours
    | OnLunarDays
    | NearTet
    | NearBirthday
    | InTier
    | HasTag
    | FirstPurchase
    | AwayFor
    | UnknownCondition
)
"""What a member, a day and an hour decide without a bill."""


def is_met(condition: Decided, standing: Standing) -> bool | None:
    """Answer a condition that no bill is needed for; None where nobody can."""
    day = standing.day
    # To ask a value whether it is of a kind that it is not takes longer than to answer most conditions.
    if type(condition) is OnDates:
        return is_within(condition.first, day, condition.until)
    if type(condition) is OnWeekdays:
        return day.weekday() in condition.weekdays
    if type(condition) is InHours:
        return _in_hours(condition, standing.minute)
    if type(condition) is InTier:
        return standing.tier in condition.tiers
    if type(condition) is HasTag:
        return not standing.tags.isdisjoint(condition.tags)
    if type(condition) is FirstPurchase:
        return standing.visits == 0
    if type(condition) is AwayFor:
        last = standing.last_visit
        return last is not None and day.toordinal() - last.toordinal() >= condition.days
    if type(condition) is NearBirthday:
        return standing.birthday is not None and _near_birthday(condition.span, standing.birthday, day)
    if type(condition) is OnYearDays:
        return _on_year_days(condition, day)
    if type(condition) is OnLunarDays:
        return _on_lunar_days(condition, day)
    if type(condition) is NearTet:
        return _near_tet(condition, day)
    if type(condition) is UnknownCondition:
        return None
    assert_never(condition)


def is_within(first: date | None, day: date, until: date | None) -> bool:
    """Tell whether a day lies in a half-open window; None is open on that side."""
    return (first is None or first <= day) and (until is None or day < until)


def _in_hours(hours: InHours, minute: int) -> bool:
    if hours.first < hours.until:
        return hours.first <= minute < hours.until
    return minute >= hours.first or minute < hours.until


def _on_year_days(days: OnYearDays, day: date) -> bool:
    passed = day.toordinal() - _start(days, day.year)
    if passed < 0 and day.year > date.min.year:
        passed = day.toordinal() - _start(days, day.year - 1)
    return 0 <= passed < days.days


def _start(days: OnYearDays, year: int) -> int:
    is_missing = days.month == 2 and days.day == 29 and not isleap(year)
    return date(year, days.month, 28 if is_missing else days.day).toordinal()


def _near_birthday(span: BirthdaySpan, birthday: Birthday, day: date) -> bool:
    match span:
        case BirthdaySpan.DAY:
            return birthday.in_year(day.year) == day
        case BirthdaySpan.WEEK:
            return any(
                abs(day.toordinal() - birthday.in_year(year).toordinal()) <= 3
                for year in (day.year, day.year - 1, day.year + 1)
                if date.min.year <= year <= date.max.year
            )
        case BirthdaySpan.MONTH:
            return day.month == birthday.month


def _on_lunar_days(days: OnLunarDays, day: date) -> bool | None:
    lunar = lunar_day(day)
    if lunar is None:
        return None
    if days.months and lunar.month not in days.months:
        return False
    return lunar.day in days.days or (lunar.is_last and 30 in days.days)


def _near_tet(near: NearTet, day: date) -> bool | None:
    # Nothing reaches further from Tết than half a year: never from the last year's into this one, and from
    # next year's only into the second half of this one.
    tet = new_year(day.year)
    if tet is None:
        return None
    today = day.toordinal()
    if -near.before_days <= today - tet.toordinal() < near.after_days:
        return True
    if day.month < 7 or today + near.before_days <= date(day.year, 12, 31).toordinal():
        return False
    tet = new_year(day.year + 1)
    return None if tet is None else tet.toordinal() - today <= near.before_days
