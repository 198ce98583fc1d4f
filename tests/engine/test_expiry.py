"""The clock lots are judged by: it errs in the member's favour only, and never runs backwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.expiry import CLOCK_TRUST, expiry_clock
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.program import Blackout, Expiry, ExpiryKind, Program
from loyalpos.engine.times import ShopTime
from tests.engine.books import Books
from tests.engine.shapes import NOON, one_rule

SHOP = ShopTime(closing_hour=2)
MONDAY = date(2026, 3, 2)

minutes = st.integers(-40 * 24 * 60, 40 * 24 * 60).map(lambda count: NOON + timedelta(minutes=count))
blackouts = st.lists(
    st.builds(
        lambda first, length: Blackout(MONDAY + timedelta(first), MONDAY + timedelta(first + length)),
        st.integers(-20, 20),
        st.integers(0, 10),
    ),
    max_size=4,
).map(tuple)
THIRTY_DAYS = replace(one_rule(10_000), expiry=Expiry(ExpiryKind.DAYS, 30))


def _program(spared: tuple[Blackout, ...]) -> Program:
    return replace(THIRTY_DAYS, blackouts=spared)


@given(blackouts, minutes, st.none() | minutes)
def test_the_clock_is_never_ahead_of_now_nor_more_than_two_days_of_the_newest_record(
    spared: tuple[Blackout, ...], now: datetime, newest: datetime | None
) -> None:
    clock = expiry_clock(_program(spared), SHOP, now=now, newest=newest)
    assert clock <= now
    if newest is not None:
        assert clock <= newest + CLOCK_TRUST
    trusted = now if newest is None else min(now, newest + CLOCK_TRUST)
    if not _program(spared).in_blackout(SHOP.business_day(trusted)):
        assert clock == trusted


@given(blackouts, minutes, minutes)
def test_the_clock_never_runs_backwards(spared: tuple[Blackout, ...], one: datetime, other: datetime) -> None:
    first, second = sorted((one, other))
    program = _program(spared)
    clocks = [expiry_clock(program, SHOP, now=now, newest=now) for now in (first, second)]
    assert clocks[0] <= clocks[1]


@given(blackouts, minutes, st.integers(0, 60 * 24))
def test_nothing_becomes_over_inside_a_blackout(
    spared: tuple[Blackout, ...], now: datetime, later: int
) -> None:
    program = _program(spared)
    after = now + timedelta(minutes=later)
    spanned = {SHOP.business_day(now), SHOP.business_day(after)}
    if all(program.in_blackout(day) for day in spanned):  # at most one midnight lies between
        clocks = {expiry_clock(program, SHOP, now=at, newest=at) for at in (now, after)}
        assert len(clocks) == 1


@given(blackouts, minutes)
def test_what_was_over_before_a_blackout_stays_over_in_it(
    spared: tuple[Blackout, ...], now: datetime
) -> None:
    program = _program(spared)
    clock = expiry_clock(program, SHOP, now=now, newest=now)
    if clock < now:
        last_free = SHOP.business_day(clock - timedelta.resolution)
        assert not program.in_blackout(last_free)
        assert program.in_blackout(last_free + timedelta(days=1))
        assert clock == SHOP.day_ends(last_free)


def test_blackouts_that_touch_or_overlap_spare_points_through_all_of_them() -> None:
    tet = (
        Blackout(date(2026, 2, 10), date(2026, 2, 15)),
        Blackout(date(2026, 2, 14), date(2026, 2, 20)),
        Blackout(date(2026, 2, 21), date(2026, 2, 24)),
    )
    for day in range(10, 25):
        now = SHOP.day_begins(date(2026, 2, day)) + timedelta(hours=9)
        clock = expiry_clock(_program(tet), SHOP, now=now, newest=now)
        assert clock == SHOP.day_begins(date(2026, 2, 10))
    after = SHOP.day_begins(date(2026, 2, 25))
    assert expiry_clock(_program(tet), SHOP, now=after, newest=after) == after


def test_a_clock_ten_years_ahead_takes_nobodys_points() -> None:
    books = Books(THIRTY_DAYS, NOON)
    books.bill("first", 100_000)
    ahead = NOON + timedelta(days=3_652)
    clock = expiry_clock(THIRTY_DAYS, books.shop, now=ahead, newest=NOON)
    assert clock == NOON + CLOCK_TRUST
    assert books.account.spendable(clock) == 10
    assert books.account.spendable(ahead) == 0, "without the rule they would be gone"


def test_points_due_at_tet_can_be_spent_through_it_and_end_on_the_day_after() -> None:
    tet = Blackout(MONDAY + timedelta(days=28), MONDAY + timedelta(days=35))
    books = Books(_program((tet,)), NOON)
    books.bill("first", 100_000)
    books.now = NOON + timedelta(days=35)
    books.settle()
    assert books.spendable == 10
    books.now = NOON + timedelta(days=36)
    books.settle()
    assert (books.spendable, books.sum_of(EntryKind.EXPIRE)) == (0, -10)
