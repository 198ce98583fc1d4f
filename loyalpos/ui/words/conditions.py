"""When something applies, in words: the tail of a rule's sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.conditions import (
    Always,
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
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
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.words.dates import day

__all__ = ["condition_phrase", "contrary_of", "either", "match_phrase", "minute_text", "weekday_names"]


def condition_phrase(condition: Condition, tiers: TierPlan) -> str:
    """Say when something applies, without a capital or a full stop; what always applies is not said."""
    match condition:
        case Always():
            return ""
        case EveryOf():
            return ", ".join(filter(None, (_part(inner, tiers) for inner in condition.conditions)))
        case OneOf(()):
            return QCoreApplication.translate("Conditions", "never")
        case OneOf((only,)):
            return condition_phrase(only, tiers)
        case OneOf():
            return either(_part(inner, tiers) or _always() for inner in condition.conditions)
        case Not():
            return contrary_of(condition_phrase(condition.condition, tiers) or _always())
        case InTier():
            named = (_tier(tier, tiers) for tier in condition.tiers)
            words = QCoreApplication.translate("Conditions", "tier {names}")
            return words.format(names=_listed(named))
        case OnDates() | OnYearDays() | OnWeekdays() | InHours() | OnLunarDays() | NearTet():
            return _time(condition)
        case _:
            return _plain(condition)


def contrary_of(said: str) -> str:
    """Say that something does not hold."""
    return QCoreApplication.translate("Conditions", "not ({condition})").format(condition=said)


def either(said: Iterable[str]) -> str:
    """Say that any of these will do."""
    between = QCoreApplication.translate("Conditions", "or")
    return f" {between} ".join(said)


def match_phrase(match: Match) -> str:
    """Name what is meant by a match: ``Bánh``, ``premium items``, or everything."""
    named = _listed((*match.categories, *match.items, *match.tags))
    if match.premium:
        premium = QCoreApplication.translate("Conditions", "premium items")
        return f"{premium}: {named}" if named else premium
    return named or QCoreApplication.translate("Conditions", "any item")


def minute_text(minute: int) -> str:
    """Write a minute of the day: ``14:00``."""
    hour, rest = divmod(minute, 60)
    return f"{hour:02d}:{rest:02d}"


def weekday_names() -> tuple[str, ...]:
    """Name the days of the week as short as on a calendar, Monday first."""
    return (
        QCoreApplication.translate("Conditions", "Mon"),
        QCoreApplication.translate("Conditions", "Tue"),
        QCoreApplication.translate("Conditions", "Wed"),
        QCoreApplication.translate("Conditions", "Thu"),
        QCoreApplication.translate("Conditions", "Fri"),
        QCoreApplication.translate("Conditions", "Sat"),
        QCoreApplication.translate("Conditions", "Sun"),
    )


def _part(condition: Condition, tiers: TierPlan) -> str:
    said = condition_phrase(condition, tiers)
    return f"({said})" if said and _is_joined(condition) else said


def _is_joined(condition: Condition) -> bool:
    return isinstance(condition, EveryOf | OneOf) and len(condition.conditions) > 1


def _always() -> str:
    return QCoreApplication.translate("Conditions", "always")


def _time(condition: OnDates | OnYearDays | OnWeekdays | InHours | OnLunarDays | NearTet) -> str:
    match condition:
        case OnDates():
            return _dates(condition)
        case OnYearDays():
            words = QCoreApplication.translate("Conditions", "every year from {day}, days: {count}")
            return words.format(day=f"{condition.day:02d}/{condition.month:02d}", count=condition.days)
        case OnWeekdays():
            return _weekdays(condition.weekdays)
        case InHours():
            return f"{minute_text(condition.first)}–{minute_text(condition.until)}"
        case OnLunarDays():
            days = _listed(f"{one}" for one in condition.days)
            if condition.months:
                words = QCoreApplication.translate("Conditions", "lunar days {days} of months {months}")
                return words.format(days=days, months=_listed(f"{one}" for one in condition.months))
            return QCoreApplication.translate("Conditions", "lunar days {days}").format(days=days)
        case NearTet():
            words = QCoreApplication.translate("Conditions", "from {before} days before Tết to {after} after")
            return words.format(before=condition.before_days, after=condition.after_days)
        case _:
            assert_never(condition)


def _plain(
    condition: NearBirthday
    | HasTag
    | FirstPurchase
    | AwayFor
    | BillAtLeast
    | HasItem
    | PaidBy
    | UnknownCondition,
) -> str:
    match condition:
        case NearBirthday():
            return _birthday(condition.span)
        case HasTag():
            words = QCoreApplication.translate("Conditions", "customers tagged {names}")
            return words.format(names=_listed(condition.tags))
        case FirstPurchase():
            return QCoreApplication.translate("Conditions", "first purchase")
        case AwayFor():
            words = QCoreApplication.translate("Conditions", "back after {count} days or more")
            return words.format(count=group_digits(condition.days))
        case BillAtLeast():
            words = QCoreApplication.translate("Conditions", "bills from {amount} up")
            return words.format(amount=vnd(condition.amount_vnd))
        case HasItem():
            words = QCoreApplication.translate("Conditions", "with at least {count} of {names}")
            return words.format(count=group_digits(condition.quantity), names=match_phrase(condition.match))
        case PaidBy():
            words = QCoreApplication.translate("Conditions", "paid by {names}")
            return words.format(names=_listed(condition.tenders))
        case UnknownCondition():
            return QCoreApplication.translate("Conditions", "a condition this version does not know")
        case _:
            assert_never(condition)


def _dates(condition: OnDates) -> str:
    first, until = condition.first, condition.until
    last = None if until is None else until - timedelta(days=1)
    if first is not None and last is not None:
        return f"{day(first)}–{day(last)}"
    if first is not None:
        return QCoreApplication.translate("Conditions", "from {day} on").format(day=day(first))
    if last is not None:
        return QCoreApplication.translate("Conditions", "up to {day}").format(day=day(last))
    return QCoreApplication.translate("Conditions", "on any day")


def _weekdays(weekdays: tuple[int, ...]) -> str:
    named, present = weekday_names(), sorted({one for one in weekdays if 0 <= one <= 6})
    if not present:
        return QCoreApplication.translate("Conditions", "never")
    if len(present) > 2 and all(after == before + 1 for before, after in pairwise(present)):
        return f"{named[present[0]]}–{named[present[-1]]}"
    return ", ".join(named[one] for one in present)


def _birthday(span: BirthdaySpan) -> str:
    match span:
        case BirthdaySpan.DAY:
            return QCoreApplication.translate("Conditions", "on the birthday")
        case BirthdaySpan.WEEK:
            return QCoreApplication.translate("Conditions", "in the birthday's week")
        case BirthdaySpan.MONTH:
            return QCoreApplication.translate("Conditions", "in the birthday's month")


def _tier(tier_id: str, tiers: TierPlan) -> str:
    if not tier_id:
        return QCoreApplication.translate("Conditions", "none yet")
    tier = tiers.tier(tier_id)
    return tier_id if tier is None else tier.name


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
