"""When a bill happened, as a cashier types it: ``hôm qua``, ``22/11``, ``22/11 14:30``, ``14:30``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

from loyalpos.engine.names import search_key
from loyalpos.engine.times import ShopTime

__all__ = ["WhenProblem", "WhenTyped", "parse_when"]

_LONGEST_TYPED: Final = 40
_NOON: Final = time(12)
_LEAP_CYCLE_YEARS: Final = 8

_DAYS_AGO: Final = {
    "hom nay": 0,
    "nay": 0,
    "today": 0,
    "hom qua": 1,
    "qua": 1,
    "yesterday": 1,
    "hom kia": 2,
    "hom truoc": 2,
}
_WORDS_AND_CLOCK = re.compile(r"([^0-9]*?)\s*(?:([0-9].*))?")
_DAY = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})(?:[/.\-]([0-9]{4}|[0-9]{2}))?")
_CLOCK = re.compile(r"([0-9]{1,2})(?:\s?[:hg]\s?([0-9]{2})?)")


class WhenProblem(StrEnum):
    """Why typed text is not a moment a bill can have."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    FUTURE = "future"


WhenTyped: TypeAlias = datetime | WhenProblem | None


def parse_when(text: str, now: datetime, shop: ShopTime) -> WhenTyped:
    """Read when a bill happened, never after now.

    A day alone means its noon, because the hour is not known; a clock time alone is that of the
    present business day. A day without a year is the nearest one, so that ``31/12`` typed on New
    Year's Day is yesterday and ``25/11`` typed on the 22nd is a slip.

    Args:
        text: What stands in the field, of any length and any characters.
        now: An aware instant.

    Returns:
        An aware instant in UTC, None for nothing typed (the bill is of now), or the problem.
    """
    typed = " ".join(text[: _LONGEST_TYPED + 1].split())
    if not typed:
        return None
    if len(text.strip()) > _LONGEST_TYPED:
        return WhenProblem.UNREADABLE
    today = shop.business_day(now)
    day, clock = _split(typed, today)
    if isinstance(day, WhenProblem):
        return day
    at_time = _clock(clock)
    if isinstance(at_time, WhenProblem):
        return at_time
    if at_time is None:
        if day is None or today <= day <= shop.local(now).date():
            return now.astimezone(UTC)
        return _middle(day, shop) if day < today else WhenProblem.FUTURE
    at = _instant(day, at_time, today, shop)
    return WhenProblem.FUTURE if at > now else at.astimezone(UTC)


def _split(typed: str, today: date) -> tuple[date | WhenProblem | None, str]:
    """Take the day off the front; the rest is the clock time."""
    spoken = _WORDS_AND_CLOCK.fullmatch(typed)
    if spoken is not None and spoken[1]:
        ago = _DAYS_AGO.get(search_key(spoken[1]))
        if ago is None:
            return WhenProblem.UNREADABLE, ""
        return today - timedelta(days=ago), spoken[2] or ""
    first, _, rest = typed.partition(" ")
    written = _DAY.fullmatch(first)
    if written is None:
        return None, typed
    day, month = int(written[1]), int(written[2])
    if written[3] is None:
        return _nearest(day, month, today), rest
    year = int(written[3]) + (2000 if len(written[3]) == 2 else 0)
    try:
        return date(year, month, day), rest
    except ValueError:
        return WhenProblem.NO_SUCH_DAY, rest


def _nearest(day: int, month: int, today: date) -> date | WhenProblem:
    found: list[date] = []
    for year in range(today.year - _LEAP_CYCLE_YEARS, today.year + 2):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        return WhenProblem.NO_SUCH_DAY
    return min(found, key=lambda tried: abs((tried - today).days))


def _clock(typed: str) -> time | WhenProblem | None:
    if not typed:
        return None
    read = _CLOCK.fullmatch(typed.casefold())
    if read is None:
        return WhenProblem.UNREADABLE
    hour, minute = int(read[1]), int(read[2] or 0)
    if hour > 23 or minute > 59:
        return WhenProblem.NO_SUCH_TIME
    return time(hour, minute)


def _instant(day: date | None, at_time: time, today: date, shop: ShopTime) -> datetime:
    """Join day and clock; without a day, hours before closing are those after midnight."""
    if day is None:
        day = today + timedelta(days=1) if at_time.hour < shop.closing_hour else today
    return datetime.combine(day, at_time, ZoneInfo(shop.zone))


def _middle(day: date, shop: ShopTime) -> datetime:
    noon = datetime.combine(day, _NOON, ZoneInfo(shop.zone))
    return max(noon, shop.day_begins(day)).astimezone(UTC)
