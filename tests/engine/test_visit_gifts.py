"""Gifts for visits: in a row, around a holiday; a model that looks at every day agrees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.gifts_due import Had, Story, gifts_due, gifts_to_take_back
from loyalpos.engine.lunar import lunar_day, new_year
from loyalpos.engine.occasions import Calendar, Every, Gives, HolidayGift, Occasion, Streak
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import Plan
from loyalpos.engine.visit_gifts import holiday_spans, span_of

MEMBER = UUID(int=7)
TEN = Gives(points=10)
FIRST = date(2026, 11, 23)
"""A Monday."""
WEEKS = Streak("weeks", Every.WEEK, 3, TEN)
WOMEN = HolidayGift("women", 3, 8, TEN, before_days=2, after_days=1)
TET = HolidayGift("tet", 1, 1, TEN, Calendar.LUNAR, before_days=7, after_days=3)


def _story(visits: Iterable[date], had: Iterable[Had] = ()) -> Story:
    return Story(member=MEMBER, joined=date(2020, 1, 1), visits=tuple(sorted(visits)), had=tuple(had))


def _step(
    occasion: Occasion, visits: Iterable[date], had: list[Had], day: date, since: date = date.min
) -> list[Had]:
    """Take back and give what a change of visits asks for."""
    program = Program(1, (), occasions=(occasion,))
    gone = gifts_to_take_back(program, _story(visits, had))
    had = [replace(one, taken_back=True) if one in gone else one for one in had]
    due = gifts_due(program, _story(visits, had), day, {occasion.id: since})
    return had + [Had(one.occasion, one.mark, day) for one in due]


def _standing(had: Iterable[Had]) -> list[Had]:
    return [one for one in had if not one.taken_back]


def _part_of(every: Every, day: date) -> tuple[int, ...]:
    """Name the day, ISO week or month a day lies in."""
    match every:
        case Every.DAY:
            return (day.toordinal(),)
        case Every.WEEK:
            return day.isocalendar()[:2]
        case Every.MONTH:
            return (day.year, day.month)


def _in_a_row(every: Every, visits: set[date], first: date, last: date) -> list[bool]:
    """Tell for each day, week or month from one day to another whether there was a visit, day by day."""
    seen: dict[tuple[int, ...], bool] = {}
    day = first
    while day <= last:
        part = _part_of(every, day)
        seen[part] = seen.get(part, False) or day in visits
        day += timedelta(days=1)
    return list(seen.values())


def _rows(visited: list[bool], in_a_row: int) -> int:
    """Count rows as a shopkeeper would on a stamp sheet: tick on, begin anew when full or missed."""
    rows = ticks = 0
    for came in visited:
        ticks = ticks + 1 if came else 0
        if ticks == in_a_row:
            rows, ticks = rows + 1, 0
    return rows


steady = st.tuples(st.sampled_from((1, 5, 7)), st.sets(st.integers(0, 21), max_size=3)).map(
    lambda one: {one[0] * at for at in range(22) if at not in one[1]}
)
"""Who comes each day, or about once a week, but for a few times."""
offsets = st.sets(st.integers(0, 150), max_size=60) | steady
streaks = st.builds(Streak, st.just("row"), st.sampled_from(Every), st.integers(2, 5), st.just(TEN))


@given(streaks, offsets)
def test_visits_as_they_come_give_as_many_gifts_as_full_rows(streak: Streak, days: set[int]) -> None:
    visits, had = set[date](), list[Had]()
    for day in sorted(FIRST + timedelta(days=one) for one in days):
        visits.add(day)
        had = _step(streak, visits, had, day)
        seen = _in_a_row(streak.every, visits, FIRST, day)
        assert len(_standing(had)) == _rows(seen, streak.in_a_row)
    assert had == _standing(had)
    at_once = _step(streak, visits, [], FIRST + timedelta(days=150))
    assert [one.mark for one in at_once] == [one.mark for one in had], "whenever they are looked at"


@given(streaks, st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=60))
def test_whatever_is_returned_or_entered_late_no_visit_counts_twice_and_no_full_row_is_left(
    streak: Streak, changes: list[tuple[int, bool]]
) -> None:
    today, visits, had = FIRST + timedelta(days=40), set[date](), list[Had]()
    for offset, comes in changes:
        day = FIRST + timedelta(days=offset)
        visits = visits | {day} if comes else visits - {day}
        had = _step(streak, visits, had, today)
        assert had == _step(streak, visits, had, today), "what was done is done"
        free = set(visits)
        for one in _standing(had):
            span = span_of(one.mark)
            assert span is not None
            row = {day for day in free if span.first <= day <= span.last}
            assert len({_part_of(streak.every, day) for day in row}) == streak.in_a_row
            assert all(_in_a_row(streak.every, row, span.first, span.last))
            free -= row
        assert _rows(_in_a_row(streak.every, free, FIRST, today), streak.in_a_row) == 0


@given(
    st.sampled_from((WOMEN, TET)),
    st.lists(st.tuples(st.integers(0, 1_100), st.booleans()), max_size=40),
)
def test_a_holiday_brings_one_gift_a_year_to_who_comes_in_its_days(
    gift: HolidayGift, changes: list[tuple[int, bool]]
) -> None:
    visits, had = set[date](), list[Had]()
    ever = set[date]()
    for offset, comes in sorted(changes):
        day = FIRST + timedelta(days=offset)
        visits = visits | {day} if comes else visits - {day}
        ever |= visits
        had = _step(gift, visits, had, day)
        for year in (2026, 2027, 2028, 2029, 2030):
            kept = date(year, 3, 8) if gift is WOMEN else new_year(year)
            assert kept is not None
            inside = {one for one in visits if -gift.before_days <= (one - kept).days <= gift.after_days}
            given_then = [one for one in _standing(had) if one.mark.startswith(_first(gift, kept))]
            assert len(given_then) == bool(inside)


def _first(gift: HolidayGift, kept: date) -> str:
    return (kept - timedelta(days=gift.before_days)).isoformat()


def test_who_comes_three_weeks_in_a_row_is_given_one_gift_and_the_next_three_bring_another() -> None:
    had = list[Had]()
    told = []
    visits = [FIRST + timedelta(days=days) for days in (0, 6, 8, 20, 21, 28, 41, 49)]
    for at, day in enumerate(visits):
        had = _step(WEEKS, visits[: at + 1], had, day)
        told.append(len(had))
    assert told == [0, 0, 0, 1, 1, 1, 2, 2]
    assert [one.mark for one in had] == ["2026-11-23..2026-12-13/week", "2026-12-14..2027-01-03/week"]


def test_a_return_takes_a_row_back_and_the_rest_of_it_may_be_another() -> None:
    visits = [FIRST + timedelta(weeks=week) for week in range(4)]
    had = list[Had]()
    for at, day in enumerate(visits):
        had = _step(WEEKS, visits[: at + 1], had, day)
    assert len(had) == 1
    middle = _step(WEEKS, [visits[0], *visits[2:]], had, visits[-1])
    assert [one.taken_back for one in middle] == [True]
    start = _step(WEEKS, visits[1:], had, visits[-1])
    assert [(one.mark[:10], one.taken_back) for one in start] == [("2026-11-23", True), ("2026-11-30", False)]
    again = _step(WEEKS, visits, start, visits[-1])
    assert again == start


def test_only_visits_since_it_was_set_up_count() -> None:
    visits = [FIRST + timedelta(weeks=week) for week in range(3)]
    assert not _step(WEEKS, visits, [], visits[-1], since=FIRST + timedelta(days=1))
    assert _step(WEEKS, visits, [], visits[-1], since=FIRST)


def test_what_a_row_was_given_for_is_not_asked_anew_when_the_owner_asks_for_more() -> None:
    visits = [FIRST + timedelta(weeks=week) for week in range(4)]
    had = _step(WEEKS, visits[:3], [], visits[2])
    five = replace(WEEKS, in_a_row=5)
    assert _step(five, visits, had, visits[3]) == had
    assert gifts_to_take_back(Program(1, (), occasions=(five,)), _story(visits, had)) == ()


def test_months_go_over_the_end_of_a_year() -> None:
    months = Streak("months", Every.MONTH, 3, TEN)
    visits = [date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 31)]
    (had,) = _step(months, visits, [], visits[-1])
    assert had.mark == "2026-11-01..2027-01-31/month"


@pytest.mark.parametrize(
    ("gift", "day", "first", "last"),
    [
        (WOMEN, date(2027, 3, 8), date(2027, 3, 6), date(2027, 3, 9)),
        # Tết of 2027 is 6 February, of 2030 the 2nd: a day before the Chinese one.
        (TET, date(2027, 2, 1), date(2027, 1, 30), date(2027, 2, 9)),
        (replace(TET, before_days=0), date(2030, 2, 2), date(2030, 2, 2), date(2030, 2, 5)),
        (replace(WOMEN, month=2, day=29), date(2027, 2, 28), date(2027, 2, 26), date(2027, 3, 1)),
        (replace(WOMEN, month=1, day=1), date(2026, 12, 30), date(2026, 12, 30), date(2027, 1, 2)),
    ],
)
def test_the_days_of_a_holiday(gift: HolidayGift, day: date, first: date, last: date) -> None:
    (span,) = [one for one in holiday_spans(gift, day) if one.last >= day]
    assert (span.first, span.last) == (first, last)


@given(st.integers(1901, 2098), st.integers(1, 12), st.integers(1, 30))
def test_a_lunar_holiday_is_on_its_lunar_day_or_the_last_of_a_short_month(
    year: int, month: int, day: int
) -> None:
    gift = HolidayGift("moon", month, day, TEN, Calendar.LUNAR)
    begins = new_year(year)
    assert begins is not None
    # From the day itself on it is among the spans, whenever in the lunar year it lies.
    found = [
        span
        for days in range(0, 420, 30)
        for span in holiday_spans(gift, begins + timedelta(days=days))
        if (lunar := lunar_day(span.first)) is not None and lunar.year == year
    ]
    assert found
    for span in found:
        lunar = lunar_day(span.first)
        assert lunar is not None
        assert (lunar.month, lunar.is_leap) == (month, False)
        assert lunar.day == day or (day == 30 and lunar.is_last)


def test_beyond_the_lunar_calendar_nothing_is_given() -> None:
    day = date(2150, 2, 1)
    assert not _step(TET, [day], [], day)


def test_a_holiday_that_was_moved_by_days_brings_no_second_gift() -> None:
    day = date(2027, 3, 8)
    had = _step(WOMEN, [day], [], day)
    assert _step(replace(WOMEN, before_days=5), [day], had, day) == had
    assert (
        len(_step(replace(WOMEN, month=10, day=20), [day, date(2027, 10, 20)], had, date(2027, 10, 20))) == 2
    )


def test_a_plan_that_did_not_run_on_the_day_of_the_visit_gives_nothing() -> None:
    plan = Plan("spring", "Xuân", date(2027, 3, 8), date(2027, 3, 9))
    for day, count in ((date(2027, 3, 7), 0), (date(2027, 3, 8), 1), (date(2027, 3, 9), 0)):
        program = Program(1, (), plans=(plan,), occasions=(replace(WOMEN, plan="spring"),))
        assert len(gifts_due(program, _story([day]), date(2027, 3, 9))) == count
