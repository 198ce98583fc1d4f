"""The gifts that have a sentence of their own, and what each begins with."""

from __future__ import annotations

from typing import TypeAlias

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Every,
    HolidayGift,
    Milestone,
    Streak,
    SurveyGift,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.tiers import Reached

__all__ = ["GIFTS", "GiftValue", "value_for"]

GiftValue: TypeAlias = (
    WelcomeGift | BirthdayGift | AnniversaryGift | Milestone | WinBack | Streak | HolidayGift | SurveyGift
)
GIFTS = (WelcomeGift, BirthdayGift, AnniversaryGift, Milestone, WinBack, Streak, HolidayGift, SurveyGift)

_FIRST_VND, _FIRST_DAYS, _FIRST_WEEKS = 1_000_000, 60, 4
"""What a milestone begins with, after how many days somebody is missed, and how long a row is."""


def value_for(kind: GiftKind, which: str, like: GiftValue) -> GiftValue:
    """Make a gift of a kind that gives what another one does, by its name and from the same money."""
    gives, name, plan, budget = like.gives, like.name, like.plan, like.budget
    match kind:
        case GiftKind.WELCOME:
            return WelcomeGift(which, gives, name, plan, budget)
        case GiftKind.ANNIVERSARY:
            return AnniversaryGift(which, gives, name, plan, budget)
        case GiftKind.MILESTONE:
            return Milestone(which, Reached.SPEND, _FIRST_VND, gives, name, plan, budget)
        case GiftKind.WIN_BACK:
            return WinBack(which, _FIRST_DAYS, gives, name, plan, budget)
        case GiftKind.STREAK:
            return Streak(which, Every.WEEK, _FIRST_WEEKS, gives, name, plan, budget)
        case GiftKind.HOLIDAY:
            return HolidayGift(which, 3, 8, gives, name=name, plan=plan, budget=budget)
        case GiftKind.SURVEY:
            return SurveyGift(which, gives, name, plan, budget)
        case _:
            return BirthdayGift(which, gives, name=name, plan=plan, budget=budget)
