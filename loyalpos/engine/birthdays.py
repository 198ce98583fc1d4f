"""Birthdays as people tell them: a day and a month, and the year if they like."""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum

from msgspec import Struct

__all__ = ["Birthday", "BirthdayProblem", "age_on", "next_birthday", "parse_birthday"]

_LEAP_YEAR = 2000
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YOUNGEST_OF_TWO_DIGITS = 20

_TIME = r"(?:[ T].*)?"
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})[-/. ]([0-9]{{1,2}})(?:[-/. ]([0-9]{{4}}|[0-9]{{2}}){_TIME})?")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){_TIME}")
_ISO = re.compile(r"([0-9]{4}|-)-([0-9]{2})-([0-9]{2})")
_NO_YEAR = re.compile(r"--([0-9]{2})-([0-9]{2})")


class BirthdayProblem(StrEnum):
    """Why a text is no birthday."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no_such_day"


class Birthday(Struct, frozen=True):
    """A day that comes back every year; 29 February is one, with or without a leap year told.

    Raises:
        ValueError: No calendar has this day.
    """

    day: int
    month: int
    year: int | None = None

    def __post_init__(self) -> None:
        date(self.year or _LEAP_YEAR, self.month, self.day)
        if self.year is not None and not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise ValueError(f"year {self.year} is nobody's year of birth")

    @classmethod
    def from_iso(cls, text: str) -> Birthday:
        """Read what ``iso`` wrote.

        Raises:
            ValueError: It did not write this.
        """
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is no birthday in ISO 8601")
        return cls(int(found[3]), int(found[2]), None if found[1] == "-" else int(found[1]))

    def iso(self) -> str:
        """Write it as ISO 8601: ``1990-02-03``, without a year ``--02-03``; ``parse_birthday`` reads both."""
        year = "-" if self.year is None else f"{self.year:04d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    def in_year(self, year: int) -> date:
        """Give the day it is kept in a year: 29 February on the 28th of a common year."""
        last = calendar.monthrange(year, self.month)[1]
        return date(year, self.month, min(self.day, last))


def next_birthday(birthday: Birthday, after: date) -> date:
    """Give the first day later than ``after`` on which the birthday is kept."""
    this_year = birthday.in_year(after.year)
    return this_year if this_year > after else birthday.in_year(after.year + 1)


def age_on(birthday: Birthday, day: date) -> int | None:
    """Count the full years on a day; None where nobody told the year."""
    if birthday.year is None:
        return None
    return day.year - birthday.year - (birthday.in_year(day.year) > day)


def parse_birthday(text: str) -> Birthday | BirthdayProblem:
    """Read ``3/2/1990``, ``3/2/90``, ``3/2``, ``1990-02-03`` or ``--02-03``; a time behind a date is dropped.

    The day comes first, as written in Vietnam; a month above 12 is not taken for a day, because the
    same list then holds others that were silently turned round. Two digits of a year up to 20 are
    of this century, the others of the last: who joins can hold a phone.
    """
    words = re.sub(r"\s*([-/.])\s*", r"\1", " ".join(text.split()))
    if not words:
        return BirthdayProblem.EMPTY
    year: int | None = None
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day = (int(part) for part in found.groups())
    elif found := _NO_YEAR.fullmatch(words):
        month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(words):
        day, month = int(found[1]), int(found[2])
        year = _whole_year(found[3]) if found[3] else None
    else:
        return BirthdayProblem.UNREADABLE
    try:
        return Birthday(day, month, year)
    except ValueError:
        return BirthdayProblem.NO_SUCH_DAY


def _whole_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= _YOUNGEST_OF_TWO_DIGITS else 1900)
