"""When something applies, as a customer reads it: the words before the colon of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

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
from loyalpos.printing.customer.telling import Telling
from loyalpos.printing.customer.tongue import Tongue

__all__ = ["when_text"]

_EVERY_DAY = 7
_DAY_MINUTES = 1440


def when_text(telling: Telling, condition: Condition) -> str:
    """Say when something applies, without capital and full stop; ``""`` is always."""
    match condition:
        case EveryOf(parts):
            return ", ".join(text for part in _exceptions_last(parts) if (text := _part(telling, part)))
        case OneOf(parts):
            said = tuple(_choice(telling, part, parts) for part in _exceptions_last(parts))
            # What holds at any time makes the whole hold at any time.
            if said and not all(said):
                return ""
            return telling.tongue.any_of(said) or _never(telling.tongue)
        case Not(Not(inner)):
            return when_text(telling, inner)
        case Not(OneOf(())):
            return ""
        case Not(inner):
            said_inner = _part(telling, inner)
            if not said_inner:
                return _never(telling.tongue)
            return telling.tongue.translate("Customer", "except {when}").format(when=said_inner)
        case _:
            return _LEAVES[type(condition)](telling, condition)


def _part(telling: Telling, condition: Condition) -> str:
    """Say what stands inside another condition, in brackets where it would run into its neighbours."""
    text = when_text(telling, condition)
    is_several = isinstance(condition, EveryOf | OneOf) and len(condition.conditions) > 1
    return f"({text})" if is_several and text else text


def _exceptions_last(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Put what is excepted behind the rest, which would else be read as excepted with it."""
    return tuple(sorted(parts, key=_is_exception))


def _is_exception(condition: Condition) -> bool:
    return isinstance(condition, Not) and not isinstance(condition.condition, Not)


def _choice(telling: Telling, condition: Condition, among: tuple[Condition, ...]) -> str:
    """Say one of several that will do; an exception in brackets: the rest is no exception."""
    text = _part(telling, condition)
    return f"({text})" if text and len(among) > 1 and _is_exception(condition) else text


def _never(tongue: Tongue) -> str:
    return tongue.translate("Customer", "not at present")


def _always(_telling: Telling, _condition: Always) -> str:
    return ""


def _dates(telling: Telling, dates: OnDates) -> str:
    last = None if dates.until is None else dates.until - timedelta(days=1)
    return telling.tongue.span(dates.first, last)


def _year_days(telling: Telling, days: OnYearDays) -> str:
    tongue = telling.tongue
    on = f"{days.day:02d}/{days.month:02d}"
    if days.days == 1:
        return tongue.translate("Customer", "every year on {day}").format(day=on)
    words = tongue.translate("Customer", "every year for {days} from {day} on")
    return words.format(days=tongue.days(days.days), day=on)


def _weekdays(telling: Telling, condition: OnWeekdays) -> str:
    tongue = telling.tongue
    named = (
        tongue.translate("Customer", "Monday"),
        tongue.translate("Customer", "Tuesday"),
        tongue.translate("Customer", "Wednesday"),
        tongue.translate("Customer", "Thursday"),
        tongue.translate("Customer", "Friday"),
        tongue.translate("Customer", "Saturday"),
        tongue.translate("Customer", "Sunday"),
    )
    present = sorted({day for day in condition.weekdays if 0 <= day < _EVERY_DAY})
    if not present:
        return _never(tongue)
    if len(present) == _EVERY_DAY:
        return ""
    if len(present) > 2 and present[-1] - present[0] == len(present) - 1:
        words = tongue.translate("Customer", "{first} to {last}")
        return words.format(first=named[present[0]], last=named[present[-1]])
    return tongue.all_of(tuple(named[day] for day in present))


def _hours(telling: Telling, hours: InHours) -> str:
    if hours.first == hours.until:
        return ""
    (first, past_first), (until, past_until) = divmod(hours.first, 60), divmod(hours.until, 60)
    if past_first == past_until == 0:
        words = telling.tongue.translate("Customer", "{first}:00–{until}:00")
        return words.format(first=first, until=until)
    words = telling.tongue.translate("Customer", "from {first} to {until}")
    return words.format(first=f"{first}:{past_first:02d}", until=f"{until}:{past_until:02d}")


def _lunar_days(telling: Telling, lunar: OnLunarDays) -> str:
    tongue = telling.tongue
    if not lunar.days:
        return _never(tongue)
    days = tongue.all_of(tuple(f"{day}" for day in lunar.days))
    if not lunar.months:
        return tongue.translate("Customer", "on day {days} of each lunar month").format(days=days)
    words = tongue.translate("Customer", "on day {days} of lunar month {months}")
    return words.format(days=days, months=tongue.all_of(tuple(f"{month}" for month in lunar.months)))


def _tet(telling: Telling, tet: NearTet) -> str:
    tongue = telling.tongue
    before, after = tongue.days(tet.before_days), tongue.days(tet.after_days)
    if tet.before_days and tet.after_days:
        words = tongue.translate("Customer", "from {before} before Tết until {after} of Tết are over")
    elif tet.before_days:
        words = tongue.translate("Customer", "in the {before} before Tết")
    else:
        words = tongue.translate("Customer", "in the first {after} of Tết")
    return words.format(before=before, after=after)


def _birthday(telling: Telling, birthday: NearBirthday) -> str:
    tongue = telling.tongue
    return {
        BirthdaySpan.DAY: tongue.translate("Customer", "on your birthday"),
        BirthdaySpan.WEEK: tongue.translate("Customer", "in the week of your birthday"),
        BirthdaySpan.MONTH: tongue.translate("Customer", "in the month of your birthday"),
    }[birthday.span]


def _tiers(telling: Telling, condition: InTier) -> str:
    tongue = telling.tongue
    named = tuple(telling.tier(tier) for tier in condition.tiers if tier)
    said: tuple[str, ...] = ()
    if named:
        said += (tongue.translate("Customer", "for tier {names}").format(names=tongue.any_of(named)),)
    if "" in condition.tiers:
        said += (tongue.translate("Customer", "for customers with no tier yet"),)
    return tongue.any_of(said) or _never(tongue)


def _tags(telling: Telling, condition: HasTag) -> str:
    if not condition.tags:
        return _never(telling.tongue)
    words = telling.tongue.translate("Customer", "for our customers “{names}”")
    return words.format(names=telling.tongue.any_of(condition.tags))


def _first(telling: Telling, _condition: FirstPurchase) -> str:
    return telling.tongue.translate("Customer", "on your first purchase")


def _away(telling: Telling, away: AwayFor) -> str:
    words = telling.tongue.translate("Customer", "when you come back after {days} or more")
    return words.format(days=telling.tongue.days(away.days))


def _bill(telling: Telling, least: BillAtLeast) -> str:
    if not least.amount_vnd:
        return ""
    words = telling.tongue.translate("Customer", "on bills from {amount}")
    return words.format(amount=vnd(least.amount_vnd))


def _item(telling: Telling, has: HasItem) -> str:
    named = telling.match(has.match)
    if has.quantity == 1:
        return telling.tongue.translate("Customer", "when you buy {names}").format(names=named)
    words = telling.tongue.translate("Customer", "when you buy at least {count} of {names}")
    return words.format(count=group_digits(has.quantity), names=named)


def _paid(telling: Telling, paid: PaidBy) -> str:
    tongue = telling.tongue
    if not paid.tenders:
        return _never(tongue)
    usual = {
        "cash": tongue.translate("Customer", "cash"),
        "card": tongue.translate("Customer", "bank card"),
        "transfer": tongue.translate("Customer", "bank transfer"),
    }
    named = tuple(usual.get(tender, tender) for tender in paid.tenders)
    return tongue.translate("Customer", "when you pay by {names}").format(names=tongue.any_of(named))


def _unknown(telling: Telling, _condition: UnknownCondition) -> str:
    return telling.tongue.translate("Customer", "under conditions we will gladly explain")


_LEAVES: dict[type, Callable[..., str]] = {
    Always: _always,
    OnDates: _dates,
    OnYearDays: _year_days,
    OnWeekdays: _weekdays,
    InHours: _hours,
    OnLunarDays: _lunar_days,
    NearTet: _tet,
    NearBirthday: _birthday,
    InTier: _tiers,
    HasTag: _tags,
    FirstPurchase: _first,
    AwayFor: _away,
    BillAtLeast: _bill,
    HasItem: _item,
    PaidBy: _paid,
    UnknownCondition: _unknown,
}
