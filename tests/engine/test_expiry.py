"""The clock lots are judged by: it errs in the member's favour only, and never runs backwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.expiry import CLOCK_TRUST, Absence, expiry_clock
from loyalpos.engine.ledger import Account, EntryKind, earn_entry, expire_entries, post
from loyalpos.engine.program import Blackout, Expiry, ExpiryKind, Program
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_counts import Books as Shelf
from loyalpos.engine.replay_steps import BillStep, LookStep, Opening
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


# A month's end, a year's end --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "count", "earned", "last"),
    [
        (ExpiryKind.MONTH_END, 0, date(2026, 2, 5), date(2026, 2, 28)),
        (ExpiryKind.MONTH_END, 0, date(2028, 2, 29), date(2028, 2, 29)),
        (ExpiryKind.MONTH_END, 1, date(2026, 1, 31), date(2026, 2, 28)),
        (ExpiryKind.MONTH_END, 12, date(2026, 12, 1), date(2027, 12, 31)),
        (ExpiryKind.YEAR_END, 0, date(2026, 1, 1), date(2026, 12, 31)),
        (ExpiryKind.YEAR_END, 0, date(2026, 12, 31), date(2026, 12, 31)),
        (ExpiryKind.YEAR_END, 2, date(2026, 7, 9), date(2028, 12, 31)),
        (ExpiryKind.INACTIVITY, 6, date(2026, 7, 9), None),
    ],
)
def test_points_end_with_the_month_or_the_year_they_came_in(
    kind: ExpiryKind, count: int, earned: date, last: date | None
) -> None:
    assert Expiry(kind, count).last_day(earned) == last


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(0, 40))
def test_points_of_one_month_end_together_and_never_before_they_came(day: date, count: int) -> None:
    last = Expiry(ExpiryKind.MONTH_END, count).last_day(day)
    assert last is not None
    assert last >= day
    assert (last + timedelta(days=1)).day == 1
    assert last == Expiry(ExpiryKind.MONTH_END, count).last_day(day.replace(day=1))
    assert (last.year - day.year) * 12 + last.month - day.month == count


# Staying away -----------------------------------------------------------------------------------------

instants = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda count: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=count)
)


def _held(at: datetime, points: int = 10) -> Account:
    entry = earn_entry(Account(), entry_id=UUID(int=7), points=points, at=at, expires_at=None)
    return post(Account(), entry)


@given(
    instants,
    st.none() | instants,
    instants,
    st.integers(1, 26),
    st.none() | st.dates(date(2025, 1, 1), date(2029, 1, 1)),
)
def test_whose_balance_ends_is_told_alike_by_the_lot_and_by_the_day_they_were_seen(
    earned: datetime, seen: datetime | None, alive_at: datetime, months: int, since: date | None
) -> None:
    absence = Absence(months, SHOP, since)
    dated = absence.dated(_held(earned), seen)
    before = absence.seen_too_long_ago(alive_at)
    is_over = not dated.lots[0].live(alive_at)
    assert is_over == (before is not None and max(earned, seen or earned) < before)
    assert since is None or not is_over or SHOP.day_begins(since) <= alive_at - timedelta(days=27)


@given(instants, instants, instants, st.integers(1, 26))
def test_coming_again_never_ends_points_sooner(
    earned: datetime, first: datetime, second: datetime, months: int
) -> None:
    absence = Absence(months, SHOP)
    sooner, later = (
        absence.dated(_held(earned), seen).lots[0].expires_at for seen in sorted((first, second))
    )
    assert sooner is not None
    assert later is not None
    assert sooner <= later


def test_points_with_a_last_day_of_their_own_keep_it_and_the_next_to_end_comes_first() -> None:
    account = _held(NOON)
    own = earn_entry(account, entry_id=UUID(int=8), points=5, at=NOON, expires_at=NOON + timedelta(days=400))
    dated = Absence(2, SHOP).dated(post(account, own), NOON)
    assert [lot.rest for lot in dated.lots] == [10, 5]
    assert dated.lots[1].expires_at == NOON + timedelta(days=400)


def test_what_ended_by_absence_comes_out_of_the_real_lots() -> None:
    account = _held(NOON)
    later = NOON + timedelta(days=100)
    ended = expire_entries(Absence(2, SHOP).dated(account, NOON), at=later, alive_at=later)
    assert post(account, ended[0]).balance == 0


def test_a_balance_ends_after_two_months_without_a_bill_and_lives_on_with_one() -> None:
    program = replace(one_rule(10_000), expiry=Expiry(ExpiryKind.INACTIVITY, 2))
    opening = Opening(member=UUID(int=1))
    replay = Replay(program, opening, Shelf(), SHOP)
    first = replay.step(BillStep(NOON, Bill(100_000), "a"))
    again = replay.step(BillStep(NOON + timedelta(days=45), Bill(50_000), "b"))
    kept = replay.step(LookStep(NOON + timedelta(days=100)))
    gone = replay.step(LookStep(NOON + timedelta(days=110)))
    assert [(one.balance, one.expired_points) for one in (first, again, kept, gone)] == [
        (10, 0),
        (15, 0),
        (15, 0),
        (0, 15),
    ]
