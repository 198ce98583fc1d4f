"""Gifts for visits are recorded with the bill that completes them, and go with it; a model agrees."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.occasions import Calendar, Every, Gives, HolidayGift, Streak
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.gifts import gifts_of
from tests.engine.test_visit_gifts import _in_a_row, _rows
from tests.shops import World, enrolled, new_till, reopened

WEEKS = Streak("weeks", Every.WEEK, 3, Gives(points=30, voucher="next"), name="Ba tuần liền")
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    occasions=(
        WEEKS,
        HolidayGift("noel", 12, 24, Gives(points=20), before_days=1, after_days=1),
        HolidayGift("tet", 1, 1, Gives(points=50), Calendar.LUNAR, before_days=7, after_days=3),
    ),
    vouchers=(VoucherKind("next", "Hẹn gặp lại", 30, value_vnd=10_000),),
)
"""The clock of the tests stands on Monday, 23 November 2026."""


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    return opened(tmp_path, world)


def opened(folder: Path, world: World, program: Program = PROGRAM) -> Till:
    till = new_till(folder, world, program=program, stock={})
    till.days.open()
    return till


def go_on(till: Till, world: World, days: int) -> None:
    world.clock.forward(days=days)
    if not till.days.open().trusted:
        till.days.trust_clock()
    while till.days.bring():
        pass


def buy(till: Till, member: UUID, total_vnd: int = 10_000, ago: int = 0) -> UUID:
    at = till.shop.now() - timedelta(days=ago) if ago else None
    done = till.counter.record_bill(till.shop.outside.new_id(), member, Bill(total_vnd, at), another=True)
    return done.bill


def marks(till: Till, member: UUID) -> list[str]:
    with till.shop.file.read() as connection:
        return [row.gift.mark for row in gifts_of(connection, member) if not row.gift.is_taken_back]


def balance(till: Till, member: UUID) -> int:
    return till.counter.desk(member).account.balance


def all_is_well(till: Till) -> bool:
    with till.shop.file.read() as connection:
        return members_out_of_balance(connection) == () and check(till.shop.file).is_clean


def test_the_third_week_in_a_row_brings_the_gift_and_its_return_takes_it(till: Till, world: World) -> None:
    lan = enrolled(till)
    first = buy(till, lan)
    go_on(till, world, 6)
    buy(till, lan)
    go_on(till, world, 2)
    buy(till, lan)
    go_on(till, world, 7)
    done = till.counter.record_bill(world.new_id(), lan, Bill(10_000))
    (gift,) = done.brought.gifts
    assert (gift.kind, gift.name, gift.mark) == (
        GiftKind.STREAK,
        "Ba tuần liền",
        "2026-11-23..2026-12-13/week",
    )
    assert [one.kind.id for one in till.counter.desk(lan).vouchers] == ["next"]
    assert balance(till, lan) == 34
    part = till.returns.return_bill(done.bill, 1, 5_000)
    assert part.brought.taken_back == ()
    back = till.returns.return_bill(done.bill, 2, None)
    assert [(one.mark, one.taken_points) for one in back.brought.taken_back] == [(gift.mark, 30)]
    assert (balance(till, lan), till.counter.desk(lan).vouchers) == (3, ())
    again = till.returns.undo(back.reversal)
    assert [one.mark for one in again.brought.gifts] == [gift.mark]
    assert len(till.counter.desk(lan).vouchers) == 1
    # Two visits in the first week: one may go.
    till.returns.undo(first)
    assert marks(till, lan) == [gift.mark]
    go_on(till, world, 7)
    buy(till, lan)
    assert marks(reopened(till, world), lan) == [gift.mark]
    assert all_is_well(till)


def test_a_paper_day_entered_late_completes_a_row(till: Till, world: World) -> None:
    lan = enrolled(till)
    buy(till, lan)
    go_on(till, world, 14)
    buy(till, lan)
    assert marks(till, lan) == []
    buy(till, lan, ago=7)
    assert marks(till, lan) == ["2026-11-23..2026-12-13/week"]
    go_on(till, world, 1)
    assert till.returns.last() is None


def test_a_holiday_gives_once_to_who_comes_then(till: Till, world: World) -> None:
    lan, mai = enrolled(till), enrolled(till, "0987654321", "Mai")
    go_on(till, world, 30)
    early = buy(till, lan)
    go_on(till, world, 2)
    buy(till, lan)
    assert [mark for mark in marks(till, lan) if "/" not in mark] == ["2026-12-23..2026-12-25"]
    assert marks(till, mai) == []
    till.returns.undo(early)
    assert [mark for mark in marks(till, lan) if "/" not in mark] == ["2026-12-23..2026-12-25"]
    go_on(till, world, 1)
    buy(till, mai)
    assert marks(till, mai) == []
    # Tết of 2027 is 6 February.
    go_on(till, world, 35)
    bill = buy(till, mai)
    assert marks(till, mai) == ["2027-01-30..2027-02-09"]
    assert balance(till, mai) == 52
    moved = till.returns.move_bill(bill, lan, world.new_id())
    assert marks(till, mai) == []
    assert "2027-01-30..2027-02-09" in marks(till, lan)
    till.returns.undo(moved.bill)
    assert marks(till, mai) == ["2027-01-30..2027-02-09"]
    assert "2027-01-30..2027-02-09" not in marks(till, lan)
    assert all_is_well(till)


def test_what_was_there_before_it_was_set_up_brings_nothing(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, replace(PROGRAM, occasions=()))
    lan = enrolled(till)
    for _ in range(3):
        buy(till, lan)
        go_on(till, world, 7)
    till.shop.publish(PROGRAM)
    buy(till, lan)
    assert marks(till, lan) == []
    for _ in range(2):
        go_on(till, world, 7)
        buy(till, lan)
    assert [mark for mark in marks(till, lan) if "/" in mark] == ["2026-12-14..2027-01-03/week"]


def test_a_gift_goes_with_its_bill_though_the_program_has_it_no_more(till: Till, world: World) -> None:
    lan = enrolled(till)
    for _ in range(3):
        last = buy(till, lan)
        go_on(till, world, 7)
    assert len(marks(till, lan)) == 1
    till.shop.publish(replace(PROGRAM, occasions=(replace(WEEKS, in_a_row=5),)))
    buy(till, lan)
    assert len(marks(till, lan)) == 1
    back = till.returns.return_bill(last, 1, None)
    assert marks(till, lan) == []
    till.returns.undo(back.reversal)
    assert len(marks(till, lan)) == 1
    assert all_is_well(till)


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(("bill", "late", "whole", "undo", "again", "wait")), st.integers(0, 9)),
        max_size=25,
    )
)
@settings(max_examples=5, deadline=None)
def test_rows_are_those_of_the_bills_that_stand(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    world = World()
    streak = Streak("row", Every.WEEK, 2, Gives(points=5))
    till = opened(tmp_path_factory.mktemp("shop"), world, replace(PROGRAM, occasions=(streak,)))
    lan = enrolled(till)
    begun = till.shop.time.business_day(till.shop.now())
    made: list[UUID] = []
    for what, number in steps:
        standing = [one for one in made if not till.returns.desk(one).bill.whole]
        if what == "wait":
            go_on(till, world, number)
        elif what in ("bill", "late"):
            made.append(buy(till, lan, ago=number if what == "late" else 0))
        elif what == "again":
            act = till.returns.last()
            if act is not None and act.kind is ActKind.RETURN:
                till.returns.undo(act.record)
        elif standing:
            bill = standing[number % len(standing)]
            if what == "undo":
                till.returns.undo(bill)
            else:
                till.returns.return_bill(bill, till.returns.desk(bill).bill.parts + 1, None, another=True)
        stands = [till.returns.desk(one).bill for one in made]
        visits = {till.shop.time.business_day(one.at) for one in stands if not one.whole}
        visits = {day for day in visits if day >= begun}
        for mark in marks(till, lan):
            first, last = (date.fromisoformat(part) for part in mark.partition("/")[0].split(".."))
            row = {day for day in visits if first <= day <= last}
            assert _in_a_row(Every.WEEK, row, first, last) == [True, True]
            visits -= row
        today = till.shop.time.business_day(till.shop.now())
        assert _rows(_in_a_row(Every.WEEK, visits, begun, today), 2) == 0
    assert all_is_well(till)
    till.shop.close()
