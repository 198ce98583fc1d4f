"""The Vietnamese lunar calendar: which lunar day a date is, and when a lunar year begins.

The calendar is counted for the meridian of 105° east (UTC+7), so that Tết of 2007 and 2030 is the day
before the Chinese new year. It is known for dates from 1900 to 2100. Outside of them nothing is known,
and the answer is None: a condition that asks is then neither met nor unmet.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

__all__ = ["FIRST_YEAR", "LAST_YEAR", "LunarDay", "lunar_day", "new_year", "solar_day"]

FIRST_YEAR, LAST_YEAR = 1900, 2100


class LunarDay(Struct, frozen=True):
    """A day of the lunar calendar.

    Attributes:
        year: The lunar year, by the number of the solar year it begins in.
        month: 1 … 12; a leap month has the number of the month it repeats.
        day: 1 … 30.
        is_leap: Whether its month is a leap month.
        is_last: Whether it is the last of its month, the 29th or the 30th.
    """

    year: int
    month: int
    day: int
    is_leap: bool = False
    is_last: bool = False


@lru_cache(maxsize=4096)
def lunar_day(day: date) -> LunarDay | None:
    """Name the lunar day of a date, or None outside the years that are known."""
    # Its package reads its own version from disk when imported, which a start of the till need not wait for.
    from lunar_vn import solar_to_lunar  # noqa: PLC0415 - only programs that ask for lunar days pay for it

    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    lunar = solar_to_lunar(day)
    is_last = lunar.day == 30
    if lunar.day == 29:
        next_day = date.fromordinal(day.toordinal() + 1)
        is_last = next_day.year <= LAST_YEAR and solar_to_lunar(next_day).day == 1
    return LunarDay(lunar.year, lunar.month, lunar.day, lunar.leap, is_last)


@lru_cache(maxsize=256)
def new_year(year: int) -> date | None:
    """Name the first day of Tết of a lunar year, or None outside the years that are known."""
    from lunar_vn import LunarDate, lunar_to_solar  # noqa: PLC0415 - as above

    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    first: date = lunar_to_solar(LunarDate(1, 1, year))
    return first


@lru_cache(maxsize=256)
def solar_day(year: int, month: int, day: int) -> date | None:
    """Name the date of a day of a lunar year, in the plain month where there is a leap one too.

    The 30th is the 29th in a month that has no 30th. None outside the years that are known.
    """
    from lunar_vn import LunarDate, lunar_to_solar  # noqa: PLC0415 - as above

    if not FIRST_YEAR <= year < LAST_YEAR:
        return None
    first: date = lunar_to_solar(LunarDate(1, month, year))
    found = date.fromordinal(first.toordinal() + day - 1)
    named = lunar_day(found)
    return found if named is not None and named.month == month else date.fromordinal(found.toordinal() - 1)
