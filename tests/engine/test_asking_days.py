"""Conditions on the day, the hour, the moon and the member."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    Always,
    AwayFor,
    BirthdaySpan,
    Condition,
    EveryOf,
    FirstPurchase,
    HasTag,
    InHours,
    InTier,
    NearBirthday,
    NearTet,
    Not,
    OnDates,
    OneOf,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    PaidBy,
)
from tests.engine.asked import FRIDAY, MEMBER, days_met, met, on

# Days


def test_dates_are_half_open() -> None:
    window = OnDates(date(2026, 12, 20), date(2026, 12, 23))
    found = days_met(window, date(2026, 12, 1), date(2027, 1, 1))
    assert found == [date(2026, 12, day) for day in (20, 21, 22)]
    assert met(OnDates(until=FRIDAY)) is False
    assert met(OnDates(first=FRIDAY)) is True
    assert met(OnDates()) is True


def test_two_windows_that_touch_share_no_day_and_miss_none() -> None:
    first, second = OnDates(until=date(2026, 12, 24)), OnDates(date(2026, 12, 24))
    days = [date(2026, 12, 1) + timedelta(days=count) for count in range(31)]
    assert all(met(first, on(day)) != met(second, on(day)) for day in days)


def test_the_contrary_of_a_window_is_all_days_outside() -> None:
    outside = Not(OnDates(date(2026, 12, 20), date(2026, 12, 23)))
    found = days_met(outside, date(2026, 12, 18), date(2026, 12, 25))
    assert found == [date(2026, 12, day) for day in (18, 19, 23, 24)]


def test_days_of_the_year_run_over_new_year() -> None:
    found = days_met(OnYearDays(12, 30, days=4), date(2026, 12, 1), date(2027, 2, 1))
    assert found == [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2027, [date(2027, 2, 28), date(2027, 3, 1)]),
        (2028, [date(2028, 2, 29), date(2028, 3, 1)]),
    ],
)
def test_days_from_29_february_begin_on_the_28th_of_a_common_year(year: int, expected: list[date]) -> None:
    assert days_met(OnYearDays(2, 29, days=2), date(year, 1, 1), date(year + 1, 1, 1)) == expected


def test_a_whole_year_of_days_has_no_gap() -> None:
    always = OnYearDays(3, 1, days=366)
    assert len(days_met(always, date(2027, 1, 1), date(2029, 1, 1))) == 365 + 366


@pytest.mark.parametrize(
    "condition", [OnWeekdays(()), OnLunarDays(()), InTier(()), HasTag(()), PaidBy(()), OneOf(())]
)
def test_a_choice_of_nothing_is_never(condition: Condition) -> None:
    assert not met(condition)
    assert met(Not(condition))


def test_only_named_weekdays_count() -> None:
    assert days_met(OnWeekdays((4, 5)), date(2026, 11, 16), date(2026, 11, 23)) == [
        date(2026, 11, 20),
        date(2026, 11, 21),
    ]


@pytest.mark.parametrize(
    ("first", "until", "inside", "outside"),
    [
        (600, 720, (600, 719), (599, 720)),
        (1320, 120, (1320, 1439, 0, 119), (1319, 120, 720)),
        (1320, 1440, (1320, 1439), (0, 1319)),
        (1320, 0, (1320, 1439), (0, 1319)),
        (0, 1440, (0, 720, 1439), ()),
        (600, 600, (0, 599, 600, 1439), ()),
    ],
)
def test_hours_are_half_open_and_run_over_midnight(
    first: int, until: int, inside: tuple[int, ...], outside: tuple[int, ...]
) -> None:
    for minute in inside + outside:
        standing = replace(MEMBER, minute=minute)
        assert met(InHours(first, until), standing) is (minute in inside)
        assert met(Not(InHours(first, until)), standing) is (minute in outside)


def test_hours_after_midnight_belong_to_the_business_day_of_the_bill() -> None:
    friday_night = EveryOf((OnWeekdays((4,)), InHours(22 * 60, 2 * 60)))
    assert met(friday_night, replace(MEMBER, minute=60))
    assert not met(friday_night, replace(MEMBER, day=FRIDAY + timedelta(days=1), minute=60))


# The moon


def test_full_moon_of_every_month_and_of_one() -> None:
    every = days_met(OnLunarDays((15,)), date(2026, 2, 17), date(2027, 2, 6))
    assert len(every) == 12
    assert days_met(OnLunarDays((15,), (7,)), date(2026, 2, 17), date(2027, 2, 6)) == [date(2026, 8, 27)]


def test_a_leap_month_counts_as_the_month_it_repeats() -> None:
    found = days_met(OnLunarDays((1,), (6,)), date(2025, 1, 29), date(2026, 2, 17))
    assert found == [date(2025, 6, 25), date(2025, 7, 25)]


def test_the_thirtieth_is_the_last_day_of_a_short_month() -> None:
    eves = days_met(OnLunarDays((30,), (12,)), date(2024, 1, 1), date(2028, 1, 1))
    assert eves == [date(2024, 2, 9), date(2025, 1, 28), date(2026, 2, 16), date(2027, 2, 5)]
    both = days_met(OnLunarDays((29, 30), (12,)), date(2025, 1, 1), date(2026, 3, 1))
    assert both == [date(2025, 1, 28), date(2026, 2, 16)]


def test_tet_reaches_from_before_it_into_the_year() -> None:
    found = days_met(NearTet(before_days=2, after_days=3), date(2027, 1, 1), date(2027, 12, 31))
    assert found == [date(2027, 2, day) for day in (4, 5, 6, 7, 8)]
    assert days_met(NearTet(0, 1), date(2030, 1, 1), date(2031, 1, 1)) == [date(2030, 2, 2)]
    assert days_met(NearTet(0, 0), date(2030, 1, 1), date(2031, 1, 1)) == []


def test_tet_reaches_back_over_new_year() -> None:
    found = days_met(NearTet(before_days=30, after_days=0), date(2022, 12, 1), date(2023, 3, 1))
    assert (found[0], found[-1], len(found)) == (date(2022, 12, 23), date(2023, 1, 21), 30)


@pytest.mark.parametrize("year", [2027, 2033, 2034])
def test_tet_reaches_half_a_year_to_either_side(year: int) -> None:
    (tet,) = days_met(NearTet(0, 1), date(year, 1, 1), date(year, 12, 31))
    half_a_year = [timedelta(days=count) for count in range(180)]
    from_tet = days_met(NearTet(0, 180), tet - timedelta(days=100), tet + timedelta(days=200))
    assert from_tet == [tet + passed for passed in half_a_year]
    until_tet = days_met(NearTet(180, 0), tet - timedelta(days=200), tet + timedelta(days=100))
    assert until_tet == [tet - timedelta(days=180) + passed for passed in half_a_year]


@pytest.mark.parametrize(
    ("condition", "day"),
    [
        (OnLunarDays((1,)), date(2101, 1, 30)),
        (OnLunarDays((1,)), date(1899, 2, 10)),
        (NearTet(30, 30), date(2101, 2, 1)),
        (NearTet(30, 30), date(2100, 12, 31)),
        (NearTet(5, 180), date(1899, 12, 31)),
        (NearTet(180, 180), date.max),
    ],
)
def test_beyond_the_lunar_calendar_neither_a_day_nor_its_contrary_holds(
    condition: Condition, day: date
) -> None:
    assert not met(condition, on(day))
    assert not met(Not(condition), on(day))
    assert met(OneOf((condition, Always())), on(day))


def test_the_last_known_tet_is_asked_for_like_any() -> None:
    assert met(NearTet(7, 7), on(date(2100, 2, 9)))
    assert met(Not(NearTet(7, 7)), on(date(2100, 6, 1)))
    assert met(Not(NearTet(7, 7)), on(date(2100, 12, 24)))
    assert not met(Not(NearTet(7, 7)), on(date(2100, 12, 25)))


# The member


@pytest.mark.parametrize(
    "today", [date(2027, 2, 27), date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29)]
)
def test_a_birthday_on_29_february_is_kept_on_the_28th_of_a_common_year(today: date) -> None:
    member = replace(on(today), birthday=Birthday(29, 2, 1996))
    assert met(NearBirthday(), member) is (today in (date(2027, 2, 28), date(2028, 2, 29)))


@pytest.mark.parametrize(
    ("birthday", "first", "last"),
    [
        (Birthday(1, 1), date(2026, 12, 29), date(2027, 1, 4)),
        (Birthday(31, 12), date(2026, 12, 28), date(2027, 1, 3)),
        (Birthday(29, 2), date(2027, 2, 25), date(2027, 3, 3)),
    ],
)
def test_the_week_of_a_birthday_has_it_in_the_middle(birthday: Birthday, first: date, last: date) -> None:
    member = replace(MEMBER, birthday=birthday)
    found = days_met(NearBirthday(BirthdaySpan.WEEK), first - timedelta(60), last + timedelta(60), member)
    assert found == [first + timedelta(days=count) for count in range(7)]
    assert found[-1] == last


def test_the_month_of_a_birthday_is_its_calendar_month() -> None:
    member = replace(MEMBER, birthday=Birthday(31, 12))
    found = days_met(NearBirthday(BirthdaySpan.MONTH), date(2026, 11, 1), date(2027, 2, 1), member)
    assert found == [date(2026, 12, day) for day in range(1, 32)]


def test_who_joins_after_the_birthday_still_has_its_week() -> None:
    joined = date(2026, 11, 20)
    member = replace(MEMBER, joined=joined, birthday=Birthday(18, 11))
    assert met(NearBirthday(BirthdaySpan.WEEK), member)
    assert not met(NearBirthday(BirthdaySpan.DAY), member)


def test_nobody_without_a_birthday_is_near_it() -> None:
    assert not met(NearBirthday(BirthdaySpan.MONTH))
    assert met(Not(NearBirthday(BirthdaySpan.MONTH)))


def test_no_tier_can_be_asked_for() -> None:
    gold = replace(MEMBER, tier="vang")
    assert [met(InTier(("", "bac")), member) for member in (MEMBER, gold)] == [True, False]
    assert [met(InTier(("vang",)), member) for member in (MEMBER, gold)] == [False, True]


def test_any_of_the_tags_will_do() -> None:
    student = replace(MEMBER, tags=frozenset(("sinh-vien", "quan-1")))
    assert met(HasTag(("van-phong", "sinh-vien")), student)
    assert not met(HasTag(("van-phong",)), student)
    assert not met(HasTag(()), student)


def test_a_first_purchase_is_one_without_bills_before() -> None:
    assert met(FirstPurchase())
    assert not met(FirstPurchase(), replace(MEMBER, visits=1, last_visit=FRIDAY))


@pytest.mark.parametrize(("ago", "is_met"), [(29, False), (30, True), (31, True), (0, False), (-3, False)])
def test_who_was_away_is_counted_in_business_days(ago: int, is_met: bool) -> None:
    member = replace(MEMBER, visits=1, last_visit=FRIDAY - timedelta(days=ago))
    assert met(AwayFor(30), member) is is_met


def test_who_was_never_there_was_not_away() -> None:
    assert not met(AwayFor(1))
