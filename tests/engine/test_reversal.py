"""Laws of returns: the parts add up to the whole, and nobody gains or loses a point by the way taken."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Taken
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.program import (
    AmountOff,
    Expiry,
    ExpiryKind,
    Gift,
    PayWithPoints,
    Program,
    Remainder,
    SpentPoints,
)
from loyalpos.engine.reversal import reversal_id
from loyalpos.engine.times import ShopTime
from loyalpos.errors import NothingToReturn, ReturnTooLarge
from tests.engine.books import Books
from tests.engine.shapes import NOON, earned, earning_programs, one_rule, programs

PAY = PayWithPoints("pay", "Trả bằng điểm", 5, 5_000)
COFFEE = Gift("coffee", "Cà phê", 3)
TEN_OFF = AmountOff("ten_off", "Giảm 10.000", 4, 10_000)
WEEK_AND_A_DAY = replace(one_rule(10_000), rewards=(PAY, COFFEE, TEN_OFF), expiry=Expiry(ExpiryKind.DAYS, 8))

totals = st.integers(1, 2_000_000)
either_remainder = st.sampled_from(Remainder).flatmap(lambda remainder: earning_programs(remainder=remainder))


def _cut(total_vnd: int, cuts: list[int]) -> list[int]:
    """Cut an amount into parts of at least one đồng."""
    places = sorted({0, total_vnd, *(cut % total_vnd for cut in cuts)})
    return [after - before for before, after in pairwise(places)]


def _clean(program: Program) -> Program:
    return replace(program, blackouts=())


@given(
    programs().map(_clean),
    st.lists(totals, min_size=1, max_size=4),
    st.integers(0, 3),
    st.lists(st.integers(1, 2_000_000), max_size=5),
)
def test_the_parts_of_a_return_add_up_to_the_whole(
    program: Program, bills: list[int], which: int, cuts: list[int]
) -> None:
    at_once, in_parts = Books(program, NOON), Books(program, NOON)
    for books in (at_once, in_parts):
        for number, total_vnd in enumerate(bills):
            books.bill(str(number), total_vnd)
            books.now += timedelta(seconds=1)
    key = str(which % len(bills))
    at_once.reverse(key)
    parts = [in_parts.reverse(key, part) for part in _cut(bills[int(key)], cuts)]
    assert in_parts.account.balance == at_once.account.balance
    assert in_parts.account.carry == at_once.account.carry
    assert sum(part.refund_vnd for part in parts) == bills[int(key)]
    assert [part.whole for part in parts] == [False] * (len(parts) - 1) + [True]
    assert all(part.taken_back >= 0 for part in parts)


@given(either_remainder, st.lists(totals, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_returning_every_bill_in_any_order_leaves_no_point_and_no_remainder(
    program: Program, bills: list[int], order: Random
) -> None:
    books = Books(program, NOON)
    for number, total_vnd in enumerate(bills):
        books.bill(str(number), total_vnd)
    keys = list(books.bills)
    order.shuffle(keys)
    for key in keys:
        books.reverse(key)
    assert (books.account.balance, books.account.carry) == (0, Fraction(0))
    assert books.sum_of(EntryKind.EARN) == -books.sum_of(EntryKind.REVERSE)


@given(either_remainder, totals, st.data())
def test_what_stands_after_a_part_is_what_the_rest_would_have_earned(
    program: Program, total_vnd: int, data: st.DataObject
) -> None:
    books = Books(program, NOON)
    books.bill("before", 70_001)
    carry = books.account.carry
    books.bill("bill", total_vnd)
    if total_vnd > 1:
        back = data.draw(st.integers(1, total_vnd - 1))
        books.reverse("bill", back)
        rest = earned(program, carry, total_vnd - back)
        bill = books.bills["bill"]
        assert bill.earned - bill.taken_back == rest.points
        assert books.account.carry == carry + rest.carry_delta


def test_a_carried_remainder_that_is_returned_leaves_no_free_point() -> None:
    books = Books(one_rule(50_000, carried=True), NOON)
    assert books.bill("first", 30_000).earning.points == 0
    assert books.bill("second", 20_000).earning.points == 1
    books.reverse("first")
    assert (books.account.balance, books.account.carry) == (1, Fraction(-3, 5))
    assert books.bill("third", 30_000).earning.points == 0, "the point of these 50.000 was given before"
    assert (books.account.balance, books.account.carry) == (1, Fraction(0))


@given(
    st.lists(
        st.tuples(st.sampled_from(("bill", "part", "whole")), st.integers(1, 200_000), st.integers(0, 9)),
        max_size=25,
    )
)
def test_a_carried_remainder_cannot_be_milked_by_returns(steps: list[tuple[str, int, int]]) -> None:
    books = Books(one_rule(50_000, carried=True), NOON)
    for number, (what, size, which) in enumerate(steps):
        standing = [key for key, bill in books.bills.items() if not bill.whole]
        if what == "bill" or not standing:
            books.bill(str(number), size)
        elif what == "part" and books.bills[standing[which % len(standing)]].left_vnd > size:
            books.reverse(standing[which % len(standing)], size)
        else:
            books.reverse(standing[which % len(standing)])
        left_vnd = sum(bill.left_vnd for bill in books.bills.values())
        assert books.account.balance + books.account.carry == Fraction(left_vnd, 50_000)


@given(st.lists(st.sampled_from((PAY, COFFEE, TEN_OFF)), min_size=1, max_size=3, unique=True))
def test_a_whole_return_gives_back_what_was_spent_and_a_part_does_not(
    chosen: list[PayWithPoints | Gift | AmountOff],
) -> None:
    books = Books(WEEK_AND_A_DAY, NOON)
    books.earn("opening", 40)
    priced = books.bill("bill", 60_000, *(Taken(reward.id) for reward in chosen))
    part = books.reverse("bill", 1_000)
    assert part.given_back == 0
    rest = books.reverse("bill")
    assert rest.given_back == priced.spent_points
    assert part.refund_vnd + rest.refund_vnd == priced.due_vnd, "money goes back as far as money was paid"
    assert books.account.balance == 40
    assert books.account.debt == 0


@pytest.mark.parametrize(("waited", "last_day"), [(0, 8), (1, 8), (2, 9), (6, 13), (8, 15)])
def test_points_given_back_live_to_the_later_of_their_old_day_and_seven_days(
    waited: int, last_day: int
) -> None:
    books = Books(WEEK_AND_A_DAY, NOON, ShopTime(closing_hour=2))
    books.earn("opening", 10)
    books.bill("bill", 5_000, Taken("pay", 5))
    books.now = NOON + timedelta(days=waited)
    books.reverse("bill")
    day = books.shop.business_day(NOON) + timedelta(days=last_day)
    (back,) = books.entries[-1].opened
    assert (back.rest, back.expires_at) == (5, books.shop.day_ends(day))


def test_points_given_back_that_never_expired_still_never_do() -> None:
    books = Books(replace(WEEK_AND_A_DAY, expiry=Expiry()), NOON)
    books.earn("opening", 10)
    books.bill("bill", 5_000, Taken("pay"))
    books.reverse("bill")
    assert [lot.expires_at for lot in books.entries[-1].opened] == [None]


@given(st.booleans())
def test_a_program_may_keep_spent_points_but_an_undo_never_does(undo: bool) -> None:
    books = Books(replace(WEEK_AND_A_DAY, spent_points=SpentPoints.NEVER), NOON)
    books.earn("opening", 10)
    books.bill("bill", 25_000, Taken("pay"))
    done = books.reverse("bill", undo=undo)
    assert done.given_back == (10 if undo else 0)
    assert books.account.balance == (10 if undo else 0)


@given(
    st.integers(1, 400_000),
    st.integers(0, 4),
    st.lists(st.integers(1, 400_000), max_size=4),
    st.lists(st.integers(0, 12), min_size=5, max_size=5),
)
def test_points_of_a_bill_that_expired_are_not_taken_a_second_time(
    total_vnd: int, spent_blocks: int, cuts: list[int], waits: list[int]
) -> None:
    books = Books(WEEK_AND_A_DAY, NOON)
    earned = books.bill("bill", total_vnd).earning.points
    spent = min(spent_blocks, earned // 5) * 5
    if spent:
        books.bill("later", 5_000 * (spent // 5), Taken("pay", spent))
    for part, wait in zip(_cut(total_vnd, cuts), waits, strict=False):
        books.now += timedelta(days=wait)
        books.settle()
        bill, before = books.bills["bill"], len(books.entries)
        books.reverse("bill", part)
        took = -sum(entry.points for entry in books.entries[before:])
        # As if the bill had been smaller from the start: nothing goes below what was spent of it.
        assert took <= max(0, bill.earned - bill.taken_back)
        assert books.account.balance >= -spent
    bill = books.bills["bill"]
    assert bill.whole
    # Once it is all back, the bill has cost what was spent of it and nothing more.
    assert books.account.balance == -spent


def test_a_return_after_expiry_costs_only_what_was_spent_of_the_bill() -> None:
    books = Books(WEEK_AND_A_DAY, NOON)
    books.bill("bill", 100_000)
    books.bill("other", 5_000, Taken("pay", 5))
    books.now += timedelta(days=30)
    done = books.reverse("bill")
    assert books.sum_of(EntryKind.EXPIRE) == -5
    assert (done.taken_back, done.entries[0].points, done.entries[0].debt_made) == (10, -5, 5)
    assert books.account.balance == -5


def test_a_return_of_what_others_spent_leaves_a_debt_that_the_next_bill_pays() -> None:
    books = Books(WEEK_AND_A_DAY, NOON)
    books.bill("bill", 100_000)
    books.bill("coffee", 1, Taken("coffee"))
    books.reverse("bill")
    assert (books.account.balance, books.account.debt, books.spendable) == (-3, 3, 0)
    books.bill("next", 50_000)
    assert (books.account.balance, books.account.debt, books.spendable) == (2, 0, 2)


def test_a_bill_takes_its_points_back_from_its_own_lot_before_lots_that_end_sooner() -> None:
    books = Books(WEEK_AND_A_DAY, NOON)
    books.earn("sooner", 10)
    books.now += timedelta(days=1)
    books.bill("bill", 50_000)
    books.reverse("bill")
    assert [lot.points for lot in books.account.lots] == [10]


@given(totals, st.integers(-1_000, 1_000))
def test_no_more_can_come_back_than_is_left(total_vnd: int, over: int) -> None:
    books = Books(one_rule(10_000), NOON)
    books.bill("bill", total_vnd)
    for wrong in (total_vnd + 1, 0, -1, total_vnd + abs(over) + 1):
        with pytest.raises(ReturnTooLarge) as refused:
            books.reverse("bill", wrong)
        assert (refused.value.left_vnd, refused.value.wanted_vnd) == (total_vnd, wrong)
    books.reverse("bill", total_vnd)
    with pytest.raises(NothingToReturn):
        books.reverse("bill")


def test_two_tills_name_the_parts_of_a_return_alike_and_each_part_otherwise() -> None:
    books = Books(one_rule(10_000), NOON)
    books.bill("bill", 50_000)
    bill = books.bills["bill"].id
    parts = [books.reverse("bill", 10_000).id for _ in range(3)]
    assert parts == [reversal_id(bill, number) for number in (1, 2, 3)]
    assert len(set(parts)) == 3
