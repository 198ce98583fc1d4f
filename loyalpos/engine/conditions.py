"""When a rule or a reward applies: conditions as values, combined by all, any and not."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import final

from msgspec import Struct

__all__ = [
    "Always",
    "AwayFor",
    "BillAtLeast",
    "BirthdaySpan",
    "Condition",
    "EveryOf",
    "FirstPurchase",
    "HasItem",
    "HasTag",
    "InHours",
    "InTier",
    "Match",
    "NearBirthday",
    "NearTet",
    "Not",
    "OnDates",
    "OnLunarDays",
    "OnWeekdays",
    "OnYearDays",
    "OneOf",
    "PaidBy",
    "UnknownCondition",
]


class Match(Struct, frozen=True):
    """Which lines of a bill are meant: those of any named item, category or tag.

    ``premium`` asks for premium items only. A match that names nothing fits every line. Names are
    compared as they are spelled.
    """

    items: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    premium: bool = False


@final
class Always(Struct, frozen=True):
    """Holds for everybody at any time."""


@final
class EveryOf(Struct, frozen=True):
    """Holds where all of them hold; of none, it holds."""

    conditions: tuple[Condition, ...]


@final
class OneOf(Struct, frozen=True):
    """Holds where any of them holds; of none, it never does."""

    conditions: tuple[Condition, ...]


@final
class Not(Struct, frozen=True):
    """Holds where another does not."""

    condition: Condition


@final
class OnDates(Struct, frozen=True):
    """Business days from ``first`` on and before ``until``; None is open on that side."""

    first: date | None = None
    until: date | None = None


@final
class OnYearDays(Struct, frozen=True):
    """The same days every year: ``days`` business days from a day of the year on (14/2, 8/3, 20/10).

    A start on 29 February is the 28th where there is none; the days may run into the next year.
    """

    month: int
    day: int
    days: int = 1


@final
class OnWeekdays(Struct, frozen=True):
    """Business days of the week, Monday 0 … Sunday 6; none named is never."""

    weekdays: tuple[int, ...]


@final
class InHours(Struct, frozen=True):
    """Minutes of the shop's wall clock since midnight, ``first`` included and ``until`` not.

    Where ``until`` is not after ``first`` the window runs over midnight; from a minute until itself is the
    whole day. An hour after midnight goes with the business day it belongs to: where the shop closes at 2,
    "Friday, 22:00 to 02:00" has its end on Saturday's calendar day; where it closes at midnight, it is
    Friday's first two hours and its last two.
    """

    first: int
    until: int


@final
class OnLunarDays(Struct, frozen=True):
    """Days of the Vietnamese lunar month (1, 15), in the lunar months named or, without any, in all.

    Leap months count as the month they repeat. The 30th is the 29th in a month that has no 30th, as "30
    Tết" is. Beyond the calendar (before 1900 and after 2100) it does not hold, nor does its contrary.
    """

    days: tuple[int, ...]
    months: tuple[int, ...] = ()


@final
class NearTet(Struct, frozen=True):
    """From so many days before the first day of the lunar year on, and before so many days after it.

    The first day of Tết is the first of the ``after_days``. Where the Tết in question is beyond the
    calendar (before 1900 and after 2100) it does not hold, nor does its contrary.
    """

    before_days: int
    after_days: int


class BirthdaySpan(StrEnum):
    """How far around a birthday its gift reaches."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@final
class NearBirthday(Struct, frozen=True):
    """The member's birthday: the day, the seven days with it in the middle, or its calendar month.

    29 February is kept on the 28th in other years. Who joined after the birthday, yet within the span,
    still has it. It holds for nobody whose birthday is not known.
    """

    span: BirthdaySpan = BirthdaySpan.DAY


@final
class InTier(Struct, frozen=True):
    """The member is in one of these tiers, by id; ``""`` is no tier."""

    tiers: tuple[str, ...]


@final
class HasTag(Struct, frozen=True):
    """The member wears any of these tags."""

    tags: tuple[str, ...]


@final
class FirstPurchase(Struct, frozen=True):
    """The member has no bill yet."""


@final
class AwayFor(Struct, frozen=True):
    """The member's last bill is at least so many business days ago; nobody's first bill counts.

    From Monday to Tuesday is one day.
    """

    days: int


@final
class BillAtLeast(Struct, frozen=True):
    """The bill comes to so much, by the program's basis."""

    amount_vnd: int


@final
class HasItem(Struct, frozen=True):
    """The bill has so many of what fits; a bill without lines is one of no item, in no category."""

    match: Match
    quantity: int = 1


@final
class PaidBy(Struct, frozen=True):
    """Some of the bill is paid by one of these tenders; a bill whose tender nobody told is by none."""

    tenders: tuple[str, ...]


@final
class UnknownCondition(Struct, frozen=True):
    """A condition of a kind this version does not know: it never holds, nor does its contrary.

    ``rest`` keeps what else its document says, as JSON, to be written again.
    """

    kind: str
    rest: str = ""


Condition = (
    Always
    | EveryOf
    | OneOf
    | Not
    | OnDates
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
    | BillAtLeast
    | HasItem
    | PaidBy
    | UnknownCondition
)
