"""Gifts that no bill brings: joining, birthdays, years together, milestones, visits, absence, friends.

Each may name a ``budget`` by its id; one that does not is paid from that of its purpose, where there is one.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from loyalpos.engine.tiers import Reached

__all__ = [
    "AnniversaryGift",
    "BirthdayGift",
    "Calendar",
    "Every",
    "Gives",
    "HolidayGift",
    "Milestone",
    "Occasion",
    "Referral",
    "Streak",
    "SurveyGift",
    "UnknownOccasion",
    "WelcomeGift",
    "WinBack",
]


class Gives(Struct, frozen=True):
    """What a gift consists of; stamps and tickets are counted by the id of card and draw."""

    points: int = 0
    stamps: int = 0
    card: str = ""
    tickets: int = 0
    draw: str = ""
    voucher: str = ""


class WelcomeGift(Struct, frozen=True):
    """For joining, once."""

    id: str
    gives: Gives
    name: str = ""
    plan: str = ""
    budget: str = ""


class BirthdayGift(Struct, frozen=True):
    """Once a year, from ``before_days`` before the birthday on; later for who was not there in time.

    Who joins within ``late_days`` after the birthday still has it.
    """

    id: str
    gives: Gives
    before_days: int = 0
    late_days: int = 0
    name: str = ""
    plan: str = ""
    budget: str = ""


class AnniversaryGift(Struct, frozen=True):
    """Once a year on the day of joining."""

    id: str
    gives: Gives
    name: str = ""
    plan: str = ""
    budget: str = ""


class Milestone(Struct, frozen=True):
    """Once, when so much is reached since joining; taken back where a return falls below it again."""

    id: str
    reached_by: Reached
    at: int
    gives: Gives
    name: str = ""
    plan: str = ""
    budget: str = ""


class WinBack(Struct, frozen=True):
    """For who has not been there for so many days; once for each absence."""

    id: str
    after_days: int
    gives: Gives
    name: str = ""
    plan: str = ""
    budget: str = ""


class Every(StrEnum):
    """What is counted in a row: business days, weeks from Monday, calendar months."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Streak(Struct, frozen=True):
    """For a bill in each of so many days, weeks or months in a row; then the next row begins.

    Taken back where a return leaves one of them without a bill.
    """

    id: str
    every: Every
    in_a_row: int
    gives: Gives
    name: str = ""
    plan: str = ""
    budget: str = ""


class Calendar(StrEnum):
    """By which calendar a holiday is kept."""

    SOLAR = "solar"
    LUNAR = "lunar"


class HolidayGift(Struct, frozen=True):
    """Once a year, with the first bill from ``before_days`` before a day to ``after_days`` after it.

    Taken back where returns leave no bill in those days. Days of the lunar calendar are those of
    :class:`~loyalpos.engine.conditions.OnLunarDays`, in the plain month where there is a leap one too.
    """

    id: str
    month: int
    day: int
    gives: Gives
    calendar: Calendar = Calendar.SOLAR
    before_days: int = 0
    after_days: int = 0
    name: str = ""
    plan: str = ""
    budget: str = ""


class SurveyGift(Struct, frozen=True):
    """For answering a survey, once; it is given at the counter by hand, when it was answered."""

    id: str
    gives: Gives
    name: str = ""
    plan: str = ""
    budget: str = ""


class Referral(Struct, frozen=True):
    """For both sides, with the friend's first bill that comes to ``minimum_vnd``; smaller ones do no harm.

    Nobody refers himself, nobody in a circle, and nobody more than ``most_a_month`` friends (None is any
    number).
    """

    id: str
    referrer: Gives
    friend: Gives
    minimum_vnd: int = 0
    most_a_month: int | None = None
    name: str = ""
    plan: str = ""
    budget: str = ""


class UnknownOccasion(Struct, frozen=True):
    """A gift of a kind this version does not know: nobody gets it, and it says so.

    ``rest`` keeps what else its document says, as JSON, to be written again.
    """

    id: str
    kind: str
    rest: str = ""


Occasion = (
    WelcomeGift
    | BirthdayGift
    | AnniversaryGift
    | Milestone
    | WinBack
    | Streak
    | HolidayGift
    | SurveyGift
    | Referral
    | UnknownOccasion
)
