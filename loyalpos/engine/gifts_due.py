"""Which gifts are due to a member on a business day, and which are to be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid5

from msgspec import Struct, field

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Gives,
    HolidayGift,
    Milestone,
    Referral,
    Streak,
    SurveyGift,
    UnknownOccasion,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.plans import PlanState, state_of
from loyalpos.engine.program import Program
from loyalpos.engine.tiers import Reached
from loyalpos.engine.visit_gifts import is_earned, new_spans, span_of

__all__ = ["GiftDue", "Had", "Story", "gift_id", "gifts_due", "gifts_to_take_back"]

_BIRTHDAYS_APART: Final = timedelta(days=180)
"""Who corrects a birthday has no second gift for it."""


class Had(Struct, frozen=True):
    """A gift that a member has had.

    Attributes:
        occasion: By its id.
        mark: Which of several it was (see :class:`GiftDue`).
        day: The business day on which it was given.
        taken_back: Whether a return took it back, so that it may come again.
        bill: The friend's bill that paid a referral.
    """

    occasion: str
    mark: str
    day: date
    taken_back: bool = False
    bill: UUID | None = None


class Story(Struct, frozen=True, kw_only=True):
    """What decides about a member's gifts.

    Attributes:
        joined: The business day on which the member joined.
        birthday_known: The day since which the birthday stands in the books.
        last_visit: The day of the last bill that was not undone.
        since_joining: What the member has come to since joining, after returns, by what is measured.
        visits: The days of the member's bills that stand, for gifts that ask for visits.
        had: All gifts so far.
    """

    member: UUID
    joined: date
    birthday: Birthday | None = None
    birthday_known: date | None = None
    last_visit: date | None = None
    since_joining: Mapping[Reached, int] = field(default_factory=dict)
    had: tuple[Had, ...] = ()
    visits: tuple[date, ...] = ()


class GiftDue(Struct, frozen=True):
    """A gift that is due, and has not been given yet.

    Attributes:
        id: The id its record takes, the same on every till.
        occasion: By its id.
        mark: Which of several: the year of a birthday, the number of an anniversary, the day an absence
            began, the friend of a referral, the days of visits; ``""`` where there is one for ever.
        member: Who gets it.
        day: The business day since which it is due; the till may have been closed then.
        bill: The friend's bill that pays a referral.
    """

    id: UUID
    occasion: str
    mark: str
    member: UUID
    gives: Gives
    day: date
    bill: UUID | None = None


def gift_id(member: UUID, occasion: str, mark: str, again: int = 0) -> UUID:
    """Name the record of a gift, so that two tills that give it give one gift.

    The id is the UUIDv5, in the namespace of the member's id, of
    ``gift:<length of the occasion's id>:<occasion>:<mark>:<again>``.

    Args:
        again: How often it has been taken back before; a gift that comes again is another record.
    """
    return uuid5(member, f"gift:{len(occasion)}:{occasion}:{mark}:{again}")


def gifts_due(
    program: Program, story: Story, day: date, since: Mapping[str, date] | None = None
) -> tuple[GiftDue, ...]:
    """List the gifts that are due on a business day and have not been given, in the program's order.

    A gift stays due when the till was closed on its day: that of a birthday or an anniversary until the
    next one begins, the others until they are given. No gift is due whose plan was not running on its
    day. Referrals are paid with the friend's bill (:mod:`loyalpos.engine.referrals`), and what a survey
    brings is given by hand.

    Args:
        since: By id, the first business day an occasion was in a program of the shop; absent is always.
            Nobody is welcomed to, or congratulated on, what was over before.
    """
    return tuple(
        due
        for occasion in program.occasions
        if not isinstance(occasion, Referral | SurveyGift | UnknownOccasion)
        for due in _due(occasion, story, day, (since or {}).get(occasion.id, date.min))
        if state_of(program, occasion.plan, due.day) is PlanState.RUNNING
    )


def _due(
    occasion: WelcomeGift | BirthdayGift | AnniversaryGift | Milestone | WinBack | Streak | HolidayGift,
    story: Story,
    day: date,
    since: date,
) -> Iterator[GiftDue]:
    match occasion:
        case Streak() | HolidayGift():
            stands = tuple(
                span
                for had in story.had
                if had.occasion == occasion.id and not had.taken_back and (span := span_of(had.mark))
            )
            for span, completed in new_spans(occasion, story.visits, stands, day=day, since=since):
                yield from _named(occasion, story, span.mark, completed)
            return
        case WelcomeGift():
            found = ("", story.joined) if since <= story.joined else None
        case BirthdayGift():
            found = _birthday(occasion, story, day, since)
        case AnniversaryGift():
            found = _anniversary(story.joined, day, since)
        case Milestone():
            reached = story.since_joining.get(occasion.reached_by, 0) >= occasion.at
            found = ("", day) if reached else None
        case WinBack():
            found = _absence(occasion, story, day)
    if found is not None and found[1] <= day:
        yield from _named(occasion, story, *found)


def _named(
    occasion: WelcomeGift | BirthdayGift | AnniversaryGift | Milestone | WinBack | Streak | HolidayGift,
    story: Story,
    mark: str,
    first: date,
) -> Iterator[GiftDue]:
    """Name a gift that was found, unless it was given and stands."""
    mine = [had for had in story.had if (had.occasion, had.mark) == (occasion.id, mark)]
    if all(had.taken_back for had in mine):
        name = gift_id(story.member, occasion.id, mark, len(mine))
        yield GiftDue(name, occasion.id, mark, story.member, occasion.gives, first)


def _birthday(gift: BirthdayGift, story: Story, day: date, since: date) -> tuple[str, date] | None:
    """Find the last birthday whose gift has begun by a day, with the day it became due to the member."""
    if story.birthday is None:
        return None
    before = timedelta(days=gift.before_days)
    year = (day + before).year
    if story.birthday.in_year(year) - before > day:
        year -= 1
    kept = story.birthday.in_year(year)
    there = max(story.joined, since, story.birthday_known or story.joined)
    if there > kept + timedelta(days=gift.late_days):
        return None
    for had in story.had:
        mine = had.occasion == gift.id and had.mark != str(year) and not had.taken_back
        if mine and abs(day - had.day) < _BIRTHDAYS_APART:
            return None
    return str(year), max(kept - before, there)


def _anniversary(joined: date, day: date, since: date) -> tuple[str, date] | None:
    yearly = Birthday(joined.day, joined.month)
    year = day.year if yearly.in_year(day.year) <= day else day.year - 1
    kept = yearly.in_year(year)
    return (str(year - joined.year), kept) if year > joined.year and kept >= since else None


def _absence(gift: WinBack, story: Story, day: date) -> tuple[str, date] | None:
    """Find an absence that is long enough; a gift had since the last visit was for the same one."""
    gone = story.last_visit
    if gone is None or day - gone < timedelta(days=gift.after_days):
        return None
    if any(had.occasion == gift.id and had.day > gone and not had.taken_back for had in story.had):
        return None
    return gone.isoformat(), gone + timedelta(days=gift.after_days)


def gifts_to_take_back(program: Program, story: Story) -> tuple[Had, ...]:
    """List the milestones a member is below again after a return, and the gifts whose visits are gone.

    Args:
        program: The one the milestones were given under; of any other no milestone is taken back.
    """
    below = {
        occasion.id
        for occasion in program.occasions
        if isinstance(occasion, Milestone) and story.since_joining.get(occasion.reached_by, 0) < occasion.at
    }
    return tuple(
        had
        for had in story.had
        if not had.taken_back
        and (
            had.occasion in below
            or ((span := span_of(had.mark)) is not None and not is_earned(span, story.visits))
        )
    )
