"""Laws of lots, debt and expiry: any order of acts leaves the ledger in balance."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Taken
from loyalpos.engine.ledger import (
    Account,
    Eaten,
    Entry,
    EntryKind,
    Lot,
    earn_entry,
    expire_entries,
    give_back_entry,
    post,
    post_all,
    spend_entry,
    take_back_entry,
)
from loyalpos.engine.program import Expiry, ExpiryKind, PayWithPoints
from loyalpos.errors import NotEnoughPoints
from tests.engine.books import Books
from tests.engine.shapes import NOON, accounts, lot_order, one_rule

ENTRY = UUID(int=1)
BILL = UUID(int=2)

acts = st.lists(
    st.tuples(
        st.sampled_from(("earn", "bill", "pay", "part", "whole", "days")),
        st.integers(1, 60),
        st.integers(0, 9),
    ),
    max_size=30,
)


def _play(steps: list[tuple[str, int, int]], books: Books) -> None:
    """Do a random history: what is impossible is left out."""
    for number, (what, size, which) in enumerate(steps):
        key = str(number)
        standing = [key for key, bill in books.bills.items() if not bill.whole]
        chosen = standing[which % len(standing)] if standing else None
        match what:
            case "earn":
                books.earn(key, size)
            case "bill":
                books.bill(key, size * 7_000)
            case "pay" if books.spendable >= 5:
                books.bill(key, size * 7_000, Taken("pay"))
            case "part" if chosen is not None and books.bills[chosen].left_vnd > size * 1_000:
                books.reverse(chosen, size * 1_000)
            case "whole" if chosen is not None:
                books.reverse(chosen)
            case "days":
                books.now += timedelta(days=size)
        books.now += timedelta(seconds=1)


def _books(life: int, *, carried: bool = False) -> Books:
    program = replace(
        one_rule(10_000, carried=carried),
        rewards=(PayWithPoints("pay", "Trả bằng điểm", 5, 5_000),),
        expiry=Expiry(ExpiryKind.DAYS, life) if life else Expiry(),
    )
    return Books(program, NOON)


@given(acts, st.sampled_from((0, 5, 30)), st.booleans())
def test_the_sum_of_all_entries_is_the_balance_and_no_lot_goes_below_zero(
    steps: list[tuple[str, int, int]], life: int, carried: bool
) -> None:
    books = _books(life, carried=carried)

    def watch(before: Account, entry: Entry, after: Account) -> None:
        assert after.balance == books.sum_of()
        assert after.debt >= 0
        assert all(0 < lot.rest <= lot.points for lot in after.lots)
        assert 0 <= after.spendable(books.alive_at) <= max(0, after.balance)

    books.watch = watch
    _play(steps, books)
    assert books.account.balance == books.sum_of()


@given(acts, st.sampled_from((0, 5, 30)))
def test_who_owes_points_has_none_as_long_as_each_write_records_first_what_is_over(
    steps: list[tuple[str, int, int]], life: int
) -> None:
    books = _books(life)

    def watch(before: Account, entry: Entry, after: Account) -> None:
        assert not (after.debt and after.lots)

    books.watch = watch
    _play(steps, books)


@given(accounts(), st.integers(1, 2_000), st.integers(0, 5))
def test_points_taken_back_come_from_the_bills_own_lot_then_from_live_ones_then_become_debt(
    account: Account, points: int, which: int
) -> None:
    own = frozenset({account.lots[which].id}) if which < len(account.lots) else frozenset()
    entry = take_back_entry(
        account, entry_id=ENTRY, points=points, at=NOON, alive_at=NOON, own_lots=own, reference=BILL
    )
    others = sorted((lot for lot in account.lots if lot.id not in own and lot.live(NOON)), key=lot_order)
    order = [lot for lot in account.lots if lot.id in own] + others
    eaten = list(entry.eaten)
    assert [part.lot for part in eaten] == [lot.id for lot in order[: len(eaten)]]
    assert all(part.points == lot.rest for part, lot in zip(eaten[:-1], order, strict=False))
    assert entry.debt_made == max(0, points - sum(lot.rest for lot in order))
    after = post(account, entry)
    assert after.balance == account.balance - points
    if after.debt:
        # Others' lots that are over, but not recorded so, are all that may stand beside debt.
        assert not any(lot.live(NOON) or lot.id in own for lot in after.lots)
        assert after.spendable(NOON) == 0


@given(accounts(), st.integers(1, 1_500))
def test_a_redemption_eats_live_lots_nearest_expiry_first_then_oldest_then_those_for_ever(
    account: Account, points: int
) -> None:
    live = sorted((lot for lot in account.lots if lot.live(NOON)), key=lot_order)
    if points > sum(lot.rest for lot in live):
        with pytest.raises(NotEnoughPoints) as refused:
            spend_entry(account, entry_id=ENTRY, points=points, at=NOON, alive_at=NOON)
        assert (refused.value.spendable, refused.value.wanted) == (account.spendable(NOON), points)
        return
    entry = spend_entry(account, entry_id=ENTRY, points=points, at=NOON, alive_at=NOON)
    eaten = list(entry.eaten)
    assert [part.lot for part in eaten] == [lot.id for lot in live[: len(eaten)]]
    assert all(part.points == lot.rest for part, lot in zip(eaten[:-1], live, strict=False)), (
        "no lot is skipped"
    )
    assert sum(part.points for part in eaten) == points == -entry.points
    assert post(account, entry).balance == account.balance - points


@given(accounts(), st.integers(1, 500), st.integers(0, 600))
def test_later_earnings_pay_debt_first(account: Account, points: int, debt: int) -> None:
    account = replace(account, lots=() if debt else account.lots, debt=debt)
    entry = earn_entry(account, entry_id=ENTRY, points=points, at=NOON, expires_at=None)
    after = post(account, entry)
    assert after.debt == max(0, debt - points)
    assert after.balance == account.balance + points
    assert entry.opened[0].rest == points - entry.debt_paid


eaten_parts = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 40)),
    min_size=1,
    max_size=6,
).map(
    lambda parts: [
        # One lot has one expiry, however many redemptions ate of it.
        Eaten(UUID(int=lot), points, None if lot == 4 else NOON + timedelta(days=lot * 5 - 8))
        for lot, points in parts
    ]
)


@given(eaten_parts, st.integers(0, 60))
def test_points_given_back_pay_debt_and_live_to_the_later_of_their_old_date_and_a_week(
    eaten: list[Eaten], debt: int
) -> None:
    week = NOON + timedelta(days=7)
    before = Account(debt=debt)
    entry = give_back_entry(before, entry_id=ENTRY, eaten=eaten, at=NOON, least_until=week, reference=BILL)
    after = post(before, entry)
    points = sum(part.points for part in eaten)
    assert entry.points == points
    assert after.balance == points - debt
    assert after.debt == max(0, debt - points)
    by_end: dict[object, int] = {}
    for part in eaten:
        end = part.expires_at and max(part.expires_at, week)
        by_end[end] = by_end.get(end, 0) + part.points
    opened: dict[object, int] = {}
    for lot in entry.opened:
        opened[lot.expires_at] = opened.get(lot.expires_at, 0) + lot.points
    assert opened == by_end


def test_two_redemptions_that_ate_of_one_lot_give_it_back_as_one() -> None:
    account = _with_lot(10)
    first = spend_entry(account, entry_id=UUID(int=11), points=3, at=NOON, alive_at=NOON)
    account = post(account, first)
    second = spend_entry(account, entry_id=UUID(int=12), points=4, at=NOON, alive_at=NOON)
    account = post(account, second)
    back = give_back_entry(
        account,
        entry_id=ENTRY,
        eaten=(*first.eaten, *second.eaten),
        at=NOON,
        least_until=NOON,
        reference=BILL,
    )
    assert back.points == 7
    assert post(account, back).balance == 10


@given(accounts(), st.integers(-6, 21))
def test_expiry_takes_exactly_the_rests_of_lots_that_are_over(account: Account, days: int) -> None:
    clock = NOON + timedelta(days=days)
    entries = expire_entries(account, at=clock, alive_at=clock)
    after = post_all(account, entries)
    assert [entry.id for entry in entries] == [
        uuid5(lot.id, "expire") for lot in account.lots if not lot.live(clock)
    ], "two tills name the expiry of a lot alike"
    assert all(entry.kind is EntryKind.EXPIRE and entry.reference == entry.eaten[0].lot for entry in entries)
    assert after.lots == tuple(lot for lot in account.lots if lot.live(clock))
    assert after.spendable(clock) == account.spendable(clock) == after.balance
    assert expire_entries(after, at=clock, alive_at=clock) == (), "what is recorded once is not due again"
    assert account.balance - after.balance == sum(lot.rest for lot in account.lots if not lot.live(clock))


@given(accounts(), st.integers(0, 300))
def test_spendable_is_the_live_points_less_debt_and_never_negative(account: Account, debt: int) -> None:
    owing = replace(account, debt=debt)
    assert owing.spendable(NOON) == max(0, account.spendable(NOON) - debt)


def test_a_lot_is_over_at_its_very_instant_and_not_a_moment_before() -> None:
    lot = Lot(UUID(int=1), 5, 5, NOON, NOON + timedelta(days=1))
    assert lot.live(NOON + timedelta(days=1) - timedelta.resolution)
    assert not lot.live(NOON + timedelta(days=1))


def test_an_entry_that_takes_more_than_a_lot_holds_cannot_be_posted() -> None:
    account = _with_lot(3)
    part = Eaten(account.lots[0].id, 4, None)
    with pytest.raises(AssertionError):
        post(account, Entry(ENTRY, EntryKind.REDEEM, -4, NOON, eaten=(part,)))


def test_an_entry_whose_points_are_not_its_effect_cannot_be_posted() -> None:
    account = _with_lot(3)
    part = Eaten(account.lots[0].id, 2, None)
    with pytest.raises(AssertionError):
        post(account, Entry(ENTRY, EntryKind.REDEEM, -3, NOON, eaten=(part,)))


def test_more_debt_than_there_is_cannot_be_paid() -> None:
    with pytest.raises(AssertionError):
        post(Account(debt=2), Entry(ENTRY, EntryKind.EARN, 3, NOON, debt_paid=3))


def _with_lot(points: int) -> Account:
    return post(
        Account(), earn_entry(Account(), entry_id=UUID(int=9), points=points, at=NOON, expires_at=None)
    )
