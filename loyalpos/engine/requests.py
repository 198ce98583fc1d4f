"""What people ask for about their particulars, and by which day each is to be answered and done.

The days are those of Law 91/2025 and Decree 356/2025: an answer within 2 working days; what is asked is done
in 10 days, a withdrawal, restriction or objection in 15, in 20 where somebody else has the particulars
too; once, with a reason, 15 days more may be taken. Working days leave out weekends and holidays; the
days of doing are counted as they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.lunar import new_year, solar_day

__all__ = [
    "ANSWER_WORKING_DAYS",
    "EXTENSION_DAYS",
    "PEOPLE_NEAR",
    "PEOPLE_OVER",
    "REPORT_WITHIN",
    "Breach",
    "PeopleNotice",
    "PersonalRequest",
    "RequestKind",
    "RequestStep",
    "Wish",
    "after_working_days",
    "by_due_date",
    "is_working_day",
    "next_due",
    "people_notice",
]

ANSWER_WORKING_DAYS: Final = 2
EXTENSION_DAYS: Final = 15
REPORT_WITHIN: Final = timedelta(hours=72)
PEOPLE_NEAR: Final = 80_000
PEOPLE_OVER: Final = 100_000
_DONE_DAYS: Final = 10
_STOP_DAYS: Final = 15
_THIRD_PARTY_DAYS: Final = 20
_FIXED: Final = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})
_TET_BEFORE: Final = 1
_TET_DAYS: Final = 5


class RequestKind(StrEnum):
    """What a person may ask for."""

    SEE = "see"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    RESTRICT = "restrict"
    OBJECT = "object"
    ERASE = "erase"
    COMPLAIN = "complain"


_STOPS: Final = frozenset({RequestKind.WITHDRAW, RequestKind.RESTRICT, RequestKind.OBJECT})


class RequestStep(StrEnum):
    """What becomes of a request: it is answered, perhaps extended once, then done or refused."""

    ANSWERED = "request_answered"
    EXTENDED = "request_extended"
    DONE = "request_done"
    REFUSED = "request_refused"


class Breach(Struct, frozen=True):
    """Particulars may have come into wrong hands: the authority is to be told within 72 hours."""

    id: UUID
    noticed: datetime
    words: str = ""
    reported: datetime | None = None

    @property
    def report_by(self) -> datetime:
        """Until when the authority is to be told."""
        return self.noticed + REPORT_WITHIN


class PeopleNotice(StrEnum):
    """What the number of people ever known means for a small shop."""

    NONE = "none"
    NEAR = "near"
    OVER = "over"


def people_notice(people: int) -> PeopleNotice:
    """Say how near a shop is to the number of people at which the relief for small shops ends."""
    if people >= PEOPLE_OVER:
        return PeopleNotice.OVER
    return PeopleNotice.NEAR if people >= PEOPLE_NEAR else PeopleNotice.NONE


class Wish(Struct, frozen=True):
    """What is asked, as it is written down.

    Attributes:
        third_party: Somebody else has the particulars too.
        asker: Who asks, where that is no member.
        words: What they said.
    """

    kind: RequestKind
    day: date
    member: UUID | None = None
    third_party: bool = False
    asker: str = ""
    words: str = ""


class PersonalRequest(Struct, frozen=True):
    """A request and what became of it; days are business days.

    Attributes:
        name: The member's name of now, or who asked.
        reason: Why it was refused or takes longer.
    """

    id: UUID
    wish: Wish
    name: str = ""
    answered: date | None = None
    extended: bool = False
    closed: date | None = None
    refused: bool = False
    reason: str = ""

    @property
    def answer_by(self) -> date:
        """The last day to say that it was received and what happens."""
        return after_working_days(self.wish.day, ANSWER_WORKING_DAYS)

    @property
    def done_by(self) -> date:
        """The last day to do it."""
        kind = self.wish.kind
        days = _THIRD_PARTY_DAYS if self.wish.third_party else _STOP_DAYS if kind in _STOPS else _DONE_DAYS
        return self.wish.day + timedelta(days=days + (EXTENSION_DAYS if self.extended else 0))

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.closed is None


def next_due(request: PersonalRequest) -> date | None:
    """Name the next day by which something is to happen; None where nothing is left."""
    if not request.is_open:
        return None
    return request.answer_by if request.answered is None else request.done_by


def by_due_date(requests: Iterable[PersonalRequest]) -> tuple[PersonalRequest, ...]:
    """Order open requests by what is due first, and after them the closed ones, the last closed first."""
    known = tuple(requests)
    waiting = sorted(((due, one) for one in known if (due := next_due(one)) is not None), key=_due_order)
    closed = sorted((one for one in known if one.closed is not None), key=_closed_order, reverse=True)
    return (*(one for _, one in waiting), *closed)


def after_working_days(day: date, count: int) -> date:
    """Give the last of so many working days after a day."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Tell whether offices work: no weekend, no public holiday.

    Tết is taken as the last day of the old year and the first four of the new; which days the state adds or
    moves in a year is not known here, so that a due date is never later than it may be.
    """
    return day.weekday() < 5 and (day.month, day.day) not in _FIXED and day not in _moving_holidays(day.year)


@lru_cache(maxsize=16)
def _moving_holidays(year: int) -> frozenset[date]:
    return frozenset(_tet_and_kings(year))


def _tet_and_kings(year: int) -> Iterator[date]:
    tet = new_year(year)
    if tet is not None:
        first = tet - timedelta(days=_TET_BEFORE)
        yield from (first + timedelta(days=after) for after in range(_TET_DAYS))
    kings = solar_day(year, 3, 10)
    if kings is not None:
        yield kings


def _due_order(one: tuple[date, PersonalRequest]) -> tuple[date, bytes]:
    return one[0], one[1].id.bytes


def _closed_order(one: PersonalRequest) -> tuple[date, bytes]:
    return one.closed or one.wish.day, one.id.bytes
