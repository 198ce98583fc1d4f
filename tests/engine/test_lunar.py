"""The lunar calendar is the one that hangs in Vietnamese homes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loyalpos.engine.lunar import FIRST_YEAR, LAST_YEAR, LunarDay, lunar_day, new_year

TET = """
2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26
2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05
2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13
2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24
2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26 2048-02-14 2049-02-02
2050-01-23
"""
"""The first day of Tết as printed on calendars, from 2000 to 2050."""

LEAP_MONTHS = {2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6}


@pytest.mark.parametrize("tet", [date.fromisoformat(word) for word in TET.split()])
def test_tet_is_the_day_that_calendars_print(tet: date) -> None:
    assert new_year(tet.year) == tet
    lunar = lunar_day(tet)
    assert lunar == LunarDay(tet.year, 1, 1)
    eve = lunar_day(tet - timedelta(days=1))
    assert eve is not None
    assert (eve.year, eve.month, eve.is_last) == (tet.year - 1, 12, True)


@pytest.mark.parametrize("chinese", [date(2007, 2, 18), date(2030, 2, 3)])
def test_where_beijing_is_a_day_later_hanoi_counts(chinese: date) -> None:
    assert lunar_day(chinese) == LunarDay(chinese.year, 1, 2)
    assert new_year(chinese.year) == chinese - timedelta(days=1)


def test_in_1985_tet_was_a_month_before_the_chinese_new_year() -> None:
    assert new_year(1985) == date(1985, 1, 21)


@pytest.mark.parametrize(
    ("day", "lunar_month", "lunar_date"),
    [
        (date(2026, 4, 26), 3, 10),
        (date(2026, 8, 27), 7, 15),
        (date(2025, 10, 6), 8, 15),
        (date(2026, 9, 25), 8, 15),
        (date(2026, 2, 10), 12, 23),
        (date(2026, 6, 19), 5, 5),
    ],
)
def test_feasts_fall_where_people_keep_them(day: date, lunar_month: int, lunar_date: int) -> None:
    lunar = lunar_day(day)
    assert lunar is not None
    assert (lunar.month, lunar.day, lunar.is_leap) == (lunar_month, lunar_date, False)


def test_leap_months_come_in_the_years_that_have_them() -> None:
    found: dict[int, int] = {}
    day = date(2000, 2, 5)
    while day < date(2026, 2, 17):
        lunar = lunar_day(day)
        assert lunar is not None
        if lunar.is_leap:
            found[lunar.year] = lunar.month
        day += timedelta(days=1)
    assert found == LEAP_MONTHS


def test_every_day_follows_the_one_before_and_every_month_ends_with_its_last_day() -> None:
    before = lunar_day(date(FIRST_YEAR, 1, 1))
    assert before == LunarDay(1899, 12, 1)
    new_years = 0
    day = date(FIRST_YEAR, 1, 2)
    while day < date(LAST_YEAR + 1, 1, 1):
        lunar = lunar_day(day)
        assert before is not None
        assert lunar is not None
        if not before.is_last:
            expected = (before.year, before.month, before.is_leap, before.day + 1)
        elif lunar.is_leap:
            assert not before.is_leap
            expected = (before.year, before.month, True, 1)
        elif before.month < 12:
            expected = (before.year, before.month + 1, False, 1)
        else:
            new_years += 1
            assert new_year(lunar.year) == day
            expected = (before.year + 1, 1, False, 1)
        assert (lunar.year, lunar.month, lunar.is_leap, lunar.day) == expected
        assert lunar.day in (29, 30) or not lunar.is_last
        before = lunar
        day += timedelta(days=1)
    assert new_years == LAST_YEAR - FIRST_YEAR + 1


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2101, 1, 1), date.max])
def test_beyond_the_calendar_nothing_is_known(day: date) -> None:
    assert lunar_day(day) is None
    assert new_year(day.year) is None
