from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.times import ShopTime
from loyalpos.engine.when import WhenProblem, parse_when

SHOP = ShopTime()
LATE_SHOP = ShopTime(closing_hour=2)
NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
"""Sunday 22 November 2026, 14:05 in Viet Nam."""

instants = st.integers(0, 36_000 * 86_400).map(
    lambda seconds: datetime(2001, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


def at(text: str, now: datetime = NOW, shop: ShopTime = SHOP) -> str | WhenProblem | None:
    read = parse_when(text, now, shop)
    return f"{shop.local(read):%d/%m/%Y %H:%M}" if isinstance(read, datetime) else read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hôm qua", "21/11/2026 12:00"),
        ("HOM QUA", "21/11/2026 12:00"),
        ("ho\u0302m qua", "21/11/2026 12:00"),
        ("hôm qua 19:30", "21/11/2026 19:30"),
        ("hôm qua 19h30", "21/11/2026 19:30"),
        ("yesterday 9h", "21/11/2026 09:00"),
        ("hôm kia", "20/11/2026 12:00"),
        ("hôm nay", "22/11/2026 14:05"),
        ("hôm nay 8:15", "22/11/2026 08:15"),
        ("14:05", "22/11/2026 14:05"),
        ("9g05", "22/11/2026 09:05"),
        ("22/11", "22/11/2026 14:05"),
        ("21/11", "21/11/2026 12:00"),
        ("21/11 14:30", "21/11/2026 14:30"),
        ("21-11-2026 14:30", "21/11/2026 14:30"),
        ("21.11.26", "21/11/2026 12:00"),
        ("  21/11   14:30 ", "21/11/2026 14:30"),
    ],
)
def test_a_moment_is_read_the_way_cashiers_write_it(typed: str, meant: str) -> None:
    assert at(typed) == meant


@pytest.mark.parametrize("nothing", ["", "   ", "\t"])
def test_nothing_typed_is_now_and_stays_unsaid(nothing: str) -> None:
    assert parse_when(nothing, NOW, SHOP) is None


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("mai", WhenProblem.UNREADABLE),
        ("hôm qua sáng", WhenProblem.UNREADABLE),
        ("14", WhenProblem.UNREADABLE),
        ("1.2.3.4", WhenProblem.UNREADABLE),
        ("🎂", WhenProblem.UNREADABLE),
        ("٢٢/١١", WhenProblem.UNREADABLE),
        ("\u202e22/11", WhenProblem.UNREADABLE),
        ("22/11\x00", WhenProblem.UNREADABLE),
        ("-22/11", WhenProblem.UNREADABLE),
        ("9" * 10_000, WhenProblem.UNREADABLE),
        ("hôm qua " * 2_000, WhenProblem.UNREADABLE),
        ("31/11", WhenProblem.NO_SUCH_DAY),
        ("0/5", WhenProblem.NO_SUCH_DAY),
        ("11/22", WhenProblem.NO_SUCH_DAY),
        ("29/02/2026", WhenProblem.NO_SUCH_DAY),
        ("01/01/0000", WhenProblem.NO_SUCH_DAY),
        ("24:00", WhenProblem.NO_SUCH_TIME),
        ("12:60", WhenProblem.NO_SUCH_TIME),
        ("14:06", WhenProblem.FUTURE),
        ("25/11", WhenProblem.FUTURE),
        ("22/11 23:59", WhenProblem.FUTURE),
        ("1/1/2099", WhenProblem.FUTURE),
    ],
)
def test_what_is_no_moment_says_why(typed: str, problem: WhenProblem) -> None:
    assert at(typed) is problem


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    new_year = datetime(2027, 1, 1, 3, 0, tzinfo=UTC)
    assert at("31/12", new_year) == "31/12/2026 12:00"
    assert at("1/1", new_year) == "01/01/2027 10:00"
    assert at("29/2", datetime(2024, 3, 1, tzinfo=UTC)) == "29/02/2024 12:00"


def test_after_midnight_the_day_is_still_the_one_before_until_closing() -> None:
    half_past_midnight = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    assert at("23:40", half_past_midnight, LATE_SHOP) == "22/11/2026 23:40"
    assert at("0:10", half_past_midnight, LATE_SHOP) == "23/11/2026 00:10"
    assert at("23/11 0:10", half_past_midnight, LATE_SHOP) == "23/11/2026 00:10"
    assert at("23/11", half_past_midnight, LATE_SHOP) == "23/11/2026 00:30"
    assert at("hôm qua", half_past_midnight, LATE_SHOP) == "21/11/2026 12:00"
    assert at("1:10", half_past_midnight, LATE_SHOP) is WhenProblem.FUTURE


@given(instants, st.integers(0, 5_000 * 1_440), st.integers(0, 23))
def test_a_moment_written_out_in_full_is_read_back_to_the_minute(
    now: datetime, ago_minutes: int, closing_hour: int
) -> None:
    shop = ShopTime(closing_hour=closing_hour)
    wanted = (now - timedelta(minutes=ago_minutes)).replace(second=0)
    assert parse_when(f"{shop.local(wanted):%d/%m/%Y %H:%M}", now, shop) == wanted


@given(instants, st.dates(date(2001, 1, 2), date(2099, 12, 31)), st.integers(0, 23))
def test_a_day_alone_lies_inside_that_business_day(now: datetime, day: date, closing_hour: int) -> None:
    shop = ShopTime(closing_hour=closing_hour)
    read = parse_when(f"{day:%d/%m/%Y}", now, shop)
    today = shop.business_day(now)
    if day > shop.local(now).date():
        assert read is WhenProblem.FUTURE
    else:
        assert isinstance(read, datetime)
        assert shop.business_day(read) == min(day, today)


@given(st.text(alphabet="0123456789:hgHG/.- hômquakiay\u202e\x00", max_size=60) | st.text(), instants)
def test_no_text_breaks_it_and_no_answer_lies_in_the_future(text: str, now: datetime) -> None:
    read = parse_when(text, now, SHOP)
    assert read is None or isinstance(read, WhenProblem) or read <= now
