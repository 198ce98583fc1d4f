"""Gifts come once, on their day or when the till opens again, and milestones go with a return."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.gifts_due import Had, Story, gift_id, gifts_due, gifts_to_take_back
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Gives,
    Milestone,
    Occasion,
    Referral,
    UnknownOccasion,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import Plan
from loyalpos.engine.tiers import Reached
from tests.engine.shapes import days

MEMBER = UUID(int=7)
TEN = Gives(points=10)
WELCOME = WelcomeGift("welcome", TEN)
BIRTHDAY = BirthdayGift("birthday", TEN)
YEARS = AnniversaryGift("years", TEN)
TENTH = Milestone("tenth", Reached.VISITS, 10, TEN)
MILLIONS = Milestone("millions", Reached.SPEND, 5_000_000, TEN)
BACK = WinBack("back", 60, TEN)

joining = st.dates(date(2024, 1, 1), date(2028, 3, 1))
birthdays = st.dates(date(1960, 1, 1), date(2010, 12, 31)).map(lambda day: Birthday(day.day, day.month))
birthday_gifts = st.builds(
    BirthdayGift, st.just("birthday"), st.just(TEN), st.integers(0, 60), st.integers(0, 60)
)


def _program(*occasions: Occasion) -> Program:
    return Program(1, (), occasions=occasions)


def _marks(program: Program, story: Story, day: date, since: dict[str, date] | None = None) -> list[str]:
    return [f"{due.occasion}:{due.mark}" for due in gifts_due(program, story, day, since)]


def _give(program: Program, story: Story, opened: Iterable[date]) -> Story:
    """Give on each day the till opens what is due then."""
    for day in opened:
        given_now = tuple(Had(due.occasion, due.mark, day) for due in gifts_due(program, story, day))
        story = replace(story, had=(*story.had, *given_now))
    return story


def _range(first: date, count: int, step: int = 1) -> Iterable[date]:
    return (first + timedelta(days=step * n) for n in range(count))


@given(joining, birthdays, birthday_gifts, st.integers(0, 1_500), st.integers(0, 200))
def test_what_was_given_is_not_due_again(
    joined: date, birthday: Birthday, gift: BirthdayGift, after: int, visits: int
) -> None:
    program = _program(WELCOME, gift, YEARS, TENTH, MILLIONS, BACK)
    day = joined + timedelta(days=after)
    story = Story(
        member=MEMBER,
        joined=joined,
        birthday=birthday,
        last_visit=joined,
        since_joining={Reached.VISITS: visits, Reached.SPEND: visits * 50_000},
    )
    assert gifts_due(program, _give(program, story, [day]), day) == ()
    assert gifts_due(program, story, day) == gifts_due(program, story, day)
    assert all(due.day <= day for due in gifts_due(program, story, day))


@given(joining, birthdays, birthday_gifts, st.integers(1, 100))
def test_however_seldom_the_till_opens_every_birthday_and_anniversary_brings_one_gift(
    joined: date, birthday: Birthday, gift: BirthdayGift, step: int
) -> None:
    program = _program(gift, YEARS)
    story = Story(member=MEMBER, joined=joined, birthday=birthday)
    last = joined + timedelta(days=1_200)
    daily = _give(program, story, _range(joined, 1_201))
    seldom = _give(program, story, [*_range(joined, 1_200 // step, step), last])
    assert {(had.occasion, had.mark) for had in seldom.had} == {(had.occasion, had.mark) for had in daily.had}
    assert len(seldom.had) == len({(had.occasion, had.mark) for had in seldom.had})
    years = [int(had.mark) for had in daily.had if had.occasion == "birthday"]
    assert years == list(range(years[0], years[0] + len(years)))
    assert len(years) in (3, 4)


@given(joining, birthdays, birthday_gifts)
def test_a_till_open_daily_gives_on_the_first_day_of_the_span(
    joined: date, birthday: Birthday, gift: BirthdayGift
) -> None:
    story = _give(_program(gift), Story(member=MEMBER, joined=joined, birthday=birthday), _range(joined, 800))
    for had in story.had:
        kept = birthday.in_year(int(had.mark))
        first = kept - timedelta(days=gift.before_days)
        assert had.day == max(first, joined)
        assert had.day <= kept + timedelta(days=gift.late_days)


@given(joining, st.lists(st.integers(1, 200), max_size=6), st.integers(1, 120))
def test_each_absence_brings_one_gift(joined: date, gaps: list[int], after: int) -> None:
    program = _program(replace(BACK, after_days=after))
    story, day = Story(member=MEMBER, joined=joined), joined
    for gap in (*gaps, 500):
        story = _give(program, replace(story, last_visit=day), _range(day, gap))
        day += timedelta(days=gap)
    assert len(story.had) == sum(gap > after for gap in (*gaps, 500))


@given(st.text(max_size=5), st.text(max_size=5), st.text(max_size=5), st.text(max_size=5))
def test_gifts_are_named_apart(occasion: str, mark: str, other: str, other_mark: str) -> None:
    same = (occasion, mark) == (other, other_mark)
    assert (gift_id(MEMBER, occasion, mark) == gift_id(MEMBER, other, other_mark)) == same
    assert gift_id(MEMBER, occasion, mark, 1) != gift_id(MEMBER, occasion, mark)
    assert gift_id(UUID(int=8), occasion, mark) != gift_id(MEMBER, occasion, mark)


def test_the_name_of_a_gift_never_changes() -> None:
    """Other tills, and files of years ago, have given it under this name."""
    assert gift_id(MEMBER, "birthday", "2027") == UUID("85b8321a-14a7-507b-b79e-ae853d0fa650")


def test_two_tills_that_open_on_different_days_name_a_gift_equally() -> None:
    story = Story(
        member=MEMBER, joined=date(2026, 1, 5), birthday=Birthday(3, 2), last_visit=date(2026, 1, 5)
    )
    program = _program(WELCOME, BIRTHDAY, BACK)
    monday = gifts_due(program, story, date(2027, 2, 3))
    assert len(monday) == 3
    assert monday == gifts_due(program, story, date(2027, 2, 9))


def test_a_welcome_comes_once_and_not_to_members_from_before_it() -> None:
    program, story = _program(WELCOME), Story(member=MEMBER, joined=date(2027, 1, 5))
    (due,) = gifts_due(program, story, date(2027, 1, 20))
    assert (due.day, due.gives, due.id) == (date(2027, 1, 5), TEN, gift_id(MEMBER, "welcome", ""))
    assert gifts_due(program, story, date(2027, 1, 20), {"welcome": date(2027, 1, 6)}) == ()


@pytest.mark.parametrize(
    ("today", "marks"),
    [
        (date(2027, 1, 26), []),
        (date(2027, 1, 27), ["birthday:2027"]),
        (date(2027, 2, 3), ["birthday:2027"]),
        (date(2027, 12, 31), ["birthday:2027"]),
    ],
)
def test_a_birthday_gift_begins_before_the_day_and_waits_for_the_till(today: date, marks: list[str]) -> None:
    story = Story(
        member=MEMBER,
        joined=date(2026, 6, 1),
        birthday=Birthday(3, 2),
        had=(Had("birthday", "2026", date(2026, 6, 1)),),
    )
    assert _marks(_program(replace(BIRTHDAY, before_days=7)), story, today) == marks


def test_a_birthday_in_january_is_of_the_year_it_is_kept_in() -> None:
    story = Story(member=MEMBER, joined=date(2026, 6, 1), birthday=Birthday(3, 1))
    program = _program(replace(BIRTHDAY, before_days=7))
    assert _marks(program, story, date(2026, 12, 26)) == []
    assert _marks(program, story, date(2026, 12, 27)) == ["birthday:2027"]


def test_29_february_is_kept_on_the_28th_of_common_years() -> None:
    story = Story(member=MEMBER, joined=date(2024, 2, 29), birthday=Birthday(29, 2, 2000))
    had = (Had("birthday", "2027", date(2027, 2, 28)), Had("years", "3", date(2027, 2, 28)))
    program = _program(BIRTHDAY, YEARS)
    assert _marks(program, replace(story, had=had[:0]), date(2027, 2, 28)) == ["birthday:2027", "years:3"]
    assert _marks(program, replace(story, had=had), date(2028, 2, 28)) == []
    assert _marks(program, replace(story, had=had), date(2028, 2, 29)) == ["birthday:2028", "years:4"]


@pytest.mark.parametrize(("joined", "due"), [(date(2027, 2, 10), True), (date(2027, 2, 11), False)])
def test_who_joins_late_still_has_the_birthday_gift(joined: date, due: bool) -> None:
    program = _program(replace(BIRTHDAY, late_days=7))
    story = Story(member=MEMBER, joined=joined, birthday=Birthday(3, 2))
    assert [one.day for one in gifts_due(program, story, joined)] == [joined] * due
    told_late = replace(story, joined=date(2020, 1, 1), birthday_known=joined)
    assert bool(gifts_due(program, told_late, joined)) is due
    old = replace(story, joined=date(2020, 1, 1))
    assert bool(gifts_due(program, old, joined, {"birthday": joined})) is due


def test_a_corrected_birthday_brings_no_second_gift() -> None:
    had = (Had("birthday", "2026", date(2026, 12, 30)),)
    story = Story(member=MEMBER, joined=date(2026, 1, 1), birthday=Birthday(2, 1), had=had)
    assert gifts_due(_program(BIRTHDAY), story, date(2027, 1, 2)) == ()


def test_an_absence_found_shorter_by_a_bill_entered_later_brings_no_second_gift() -> None:
    """The gift of 1 June was for an absence since 1 March; a bill of 5 April is entered on 8 June."""
    had = (Had("back", "2027-03-01", date(2027, 6, 1)),)
    story = Story(member=MEMBER, joined=date(2026, 1, 1), last_visit=date(2027, 4, 5), had=had)
    assert gifts_due(_program(BACK), story, date(2027, 6, 8)) == ()
    came = replace(story, last_visit=date(2027, 6, 8))
    assert _marks(_program(BACK), came, date(2027, 8, 7)) == ["back:2027-06-08"]


def test_a_gift_taken_back_does_not_keep_the_next_one_away() -> None:
    had = (Had("birthday", "2026", date(2026, 12, 30)), Had("back", "2026-11-01", date(2027, 1, 1)))
    story = Story(
        member=MEMBER, joined=date(2026, 1, 1), birthday=Birthday(2, 1), last_visit=date(2026, 11, 1), had=had
    )
    taken_back = replace(story, had=tuple(replace(one, taken_back=True) for one in had))
    program = _program(BIRTHDAY, BACK)
    assert _marks(program, story, date(2027, 1, 2)) == []
    assert _marks(program, taken_back, date(2027, 1, 2)) == ["birthday:2027", "back:2026-11-01"]


def test_an_anniversary_begins_with_the_first_year() -> None:
    story = Story(member=MEMBER, joined=date(2026, 3, 5))
    assert _marks(_program(YEARS), story, date(2027, 3, 4)) == []
    assert _marks(_program(YEARS), story, date(2027, 3, 5)) == ["years:1"]
    assert _marks(_program(YEARS), story, date(2027, 3, 9), {"years": date(2027, 3, 6)}) == []


def test_a_milestone_is_taken_back_below_it_and_comes_again_under_another_name() -> None:
    program = _program(TENTH, MILLIONS)
    story = Story(member=MEMBER, joined=date(2026, 3, 5), since_joining={Reached.VISITS: 10})
    (first,) = gifts_due(program, story, date(2027, 1, 1))
    had = Had("tenth", "", date(2027, 1, 1))
    assert gifts_to_take_back(program, replace(story, had=(had,))) == ()
    below = replace(story, had=(had,), since_joining={Reached.VISITS: 9})
    assert gifts_to_take_back(program, below) == (had,)
    back = replace(story, had=(replace(had, taken_back=True),))
    assert gifts_to_take_back(program, replace(back, since_joining={})) == ()
    (again,) = gifts_due(program, back, date(2027, 1, 2))
    assert (again.id != first.id, again.mark) == (True, first.mark)


def test_nothing_is_due_of_a_plan_that_was_not_running_on_its_day() -> None:
    plan = Plan("spring", "Xuân", date(2027, 2, 1), date(2027, 3, 1))
    program = Program(1, (), occasions=(replace(BIRTHDAY, plan="spring"),), plans=(plan,))
    story = Story(member=MEMBER, joined=date(2026, 1, 1), birthday=Birthday(28, 2))
    assert _marks(program, story, date(2027, 3, 5)) == ["birthday:2027"]
    assert _marks(program, replace(story, birthday=Birthday(1, 3)), date(2027, 3, 5)) == []


@given(days)
def test_what_is_not_known_or_paid_with_a_bill_is_never_due(day: date) -> None:
    program = _program(UnknownOccasion("later", "lottery"), Referral("friends", TEN, TEN))
    assert gifts_due(program, Story(member=MEMBER, joined=date(2020, 1, 1)), day) == ()
