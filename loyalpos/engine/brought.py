"""What an act of the counter, or time alone, has brought a member beside the bill itself."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Gives,
    HolidayGift,
    Milestone,
    Occasion,
    Streak,
    SurveyGift,
    WelcomeGift,
    WinBack,
)

__all__ = ["NOTHING", "Brought", "GiftGiven", "GiftKind", "OverBudget", "ReferrerTold", "kind_of"]


class GiftKind(StrEnum):
    """For what a gift was given."""

    WELCOME = "welcome"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    MILESTONE = "milestone"
    WIN_BACK = "win_back"
    STREAK = "streak"
    HOLIDAY = "holiday"
    SURVEY = "survey"
    REFERRAL = "referral"
    TIER = "tier"
    MEMBERSHIP = "membership"


def kind_of(occasion: Occasion) -> GiftKind:
    """Say for what an occasion gives."""
    match occasion:
        case WelcomeGift():
            return GiftKind.WELCOME
        case BirthdayGift():
            return GiftKind.BIRTHDAY
        case AnniversaryGift():
            return GiftKind.ANNIVERSARY
        case Milestone():
            return GiftKind.MILESTONE
        case WinBack():
            return GiftKind.WIN_BACK
        case Streak():
            return GiftKind.STREAK
        case HolidayGift():
            return GiftKind.HOLIDAY
        case SurveyGift():
            return GiftKind.SURVEY
        case _:
            return GiftKind.REFERRAL


class OverBudget(Struct, frozen=True):
    """A budget a gift went over, by id and name; ``withheld`` is what was not given for it, if it was not."""

    budget: str
    name: str
    withheld: Gives = Gives()


class GiftGiven(Struct, frozen=True):
    """A gift a member has had.

    Attributes:
        id: That of its record, the same on every till.
        occasion: By its id; for a gift of a tier, the tier's.
        mark: Which of several it was (see :class:`~loyalpos.engine.gifts_due.GiftDue`).
        name: What the owner calls it, or the tier's name; may be empty.
        day: The business day on which it was given.
        taken_points: How many points were taken again, where it was taken back.
        over: The budget it went over, and what was not given for that.
    """

    id: UUID
    kind: GiftKind
    occasion: str
    mark: str
    name: str
    gives: Gives
    day: date
    is_taken_back: bool = False
    taken_points: int = 0
    over: OverBudget | None = None

    @property
    def is_worth_telling(self) -> bool:
        """Whether anything was given, or would have been but for a budget."""
        return self.gives != Gives() or self.over is not None


class ReferrerTold(Struct, frozen=True):
    """What an act of a friend gave the member who sent them, and took back; ``name`` is that member's."""

    name: str | None
    gifts: tuple[GiftGiven, ...] = ()
    taken_back: tuple[GiftGiven, ...] = ()


class Brought(Struct, frozen=True):
    """What came with an act: gifts given and taken back, and the tier a member has come to.

    Attributes:
        referrer: What came to another member, who sent this one.
        tier: The name of the tier risen to or fallen to; ``""`` is none.
        tier_rose: Whether it went up; None where it stayed.
    """

    gifts: tuple[GiftGiven, ...] = ()
    taken_back: tuple[GiftGiven, ...] = ()
    tier: str = ""
    tier_rose: bool | None = None
    referrer: ReferrerTold | None = None

    @property
    def points(self) -> int:
        """What it comes to in points."""
        given = sum(gift.gives.points for gift in self.gifts)
        return given - sum(gift.taken_points for gift in self.taken_back)


NOTHING: Final = Brought()
"""Most acts bring nothing beside themselves."""
