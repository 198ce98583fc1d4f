"""Business days and dates: the closing hour, the ends of months, leap days, nights when clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.program import Expiry, ExpiryKind
from loyalpos.engine.times import ShopTime, add_months, from_ms, to_ms
from tests.engine.shapes import NOON, days

MOMENT = timedelta.resolution
shops = st.builds(
    ShopTime,
    st.sampled_from(("Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")),
    st.integers(0, 6),
)
instants = st.integers(0, 9 * 365 * 86_400 * 10**6).map(
    lambda moments: datetime(2024, 1, 1, tzinfo=UTC) + moments * MOMENT
)


@given(shops, days)
def test_a_business_day_begins_where_the_one_before_ends_and_holds_all_between(
    shop: ShopTime, day: date
) -> None:
    begins, ends = shop.day_begins(day), shop.day_ends(day)
    assert begins == shop.day_ends(day - timedelta(days=1))
    assert [shop.business_day(at) for at in (begins - MOMENT, begins, ends - MOMENT, ends)] == [
        day - timedelta(days=1),
        day,
        day,
        day + timedelta(days=1),
    ]


@given(shops, instants, instants)
def test_a_later_instant_is_never_on_an_earlier_business_day(
    shop: ShopTime, one: datetime, other: datetime
) -> None:
    first, second = sorted((one, other))
    assert shop.business_day(first) <= shop.business_day(second)
    day = shop.business_day(one)
    assert shop.day_begins(day) <= one < shop.day_ends(day)


@given(shops, days)
def test_the_end_of_a_day_is_the_same_instant_when_the_file_gives_it_back(shop: ShopTime, day: date) -> None:
    ends = shop.day_ends(day)
    assert from_ms(to_ms(ends)) == ends
    assert ends.tzinfo is UTC


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 3, 1, 18, 59, tzinfo=UTC), date(2026, 3, 1)),  # 01:59 on the 2nd in the shop
        (datetime(2026, 3, 1, 19, 0, tzinfo=UTC), date(2026, 3, 2)),
        (datetime(2026, 3, 1, 16, 59, tzinfo=UTC), date(2026, 3, 1)),
    ],
)
def test_a_shop_that_closes_at_two_counts_the_night_to_the_day_before(at: datetime, day: date) -> None:
    assert ShopTime(closing_hour=2).business_day(at) == day


@given(days, st.integers(0, 240))
def test_months_later_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_the_ends_of_months_and_leap_days(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(shops, instants, st.integers(1, 900))
def test_points_live_to_the_end_of_their_last_day(shop: ShopTime, at: datetime, count: int) -> None:
    earned = shop.business_day(at)
    for kind, last in (
        (ExpiryKind.DAYS, earned + timedelta(days=count)),
        (ExpiryKind.MONTHS, add_months(earned, count)),
    ):
        expiry = Expiry(kind, count)
        assert expiry.last_day(earned) == last
        over = expiry.expires_at(at, shop)
        assert over is not None
        assert shop.business_day(over - MOMENT) == last < shop.business_day(over)
    assert Expiry().expires_at(at, shop) is None


@given(shops, instants, instants, st.sampled_from((ExpiryKind.DAYS, ExpiryKind.MONTHS)), st.integers(1, 90))
def test_points_earned_later_never_end_earlier(
    shop: ShopTime, one: datetime, other: datetime, kind: ExpiryKind, count: int
) -> None:
    first, second = (Expiry(kind, count).expires_at(at, shop) for at in sorted((one, other)))
    assert first is not None
    assert second is not None
    assert first <= second


def test_points_of_a_late_evening_count_from_the_business_day_not_from_the_date() -> None:
    shop = ShopTime(closing_hour=2)
    one_in_the_morning = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)  # 01:00 on the 2nd in the shop
    over = Expiry(ExpiryKind.DAYS, 1).expires_at(one_in_the_morning, shop)
    assert over == datetime(2026, 3, 2, 19, 0, tzinfo=UTC)  # 02:00 on the 3rd


@given(instants)
def test_milliseconds_of_the_file_lose_less_than_one(at: datetime) -> None:
    assert timedelta(0) <= at - from_ms(to_ms(at)) < timedelta(milliseconds=1)
    assert from_ms(to_ms(NOON)) == NOON
