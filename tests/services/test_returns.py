"""Returns, undo and moves, on real database files."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.program import PercentOff, Remainder, SpentPoints
from loyalpos.engine.reversal import reverse
from loyalpos.engine.rules import AmountRule, VoucherRule
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.errors import (
    BillNotFound,
    CannotUndo,
    NothingToReturn,
    NothingToUndo,
    ReturnTooLarge,
    SameIdOtherContent,
)
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.visits import paid_for, sums_of
from tests.shops import PROGRAM, World, enrolled, new_till


def balance(till: Till, member: UUID) -> int:
    view = till.counter.desk(member).member
    assert view is not None
    return view.account.balance


def test_a_reversed_bill_gives_back_its_points(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000, number="1"))
    back = till.returns.return_bill(bill.bill, 1, None)
    assert (back.taken_back, back.refund_vnd, back.balance, back.whole) == (12, 125_000, 20, True)
    with pytest.raises(NothingToReturn):
        till.returns.return_bill(bill.bill, 2, None)
    assert check(till.shop.file).is_clean


def test_parts_of_a_return_add_up_to_the_whole(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    taken = [till.returns.return_bill(bill, part, 25_000).taken_back for part in range(1, 6)]
    assert sum(taken) == 12
    assert balance(till, member) == 20
    with pytest.raises(NothingToReturn):
        till.returns.return_bill(bill, 6, 1)
    assert check(till.shop.file).is_clean


def test_the_same_part_twice_is_returned_once(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    first = till.returns.return_bill(bill, 1, 50_000)
    assert till.returns.return_bill(bill, 1, 50_000) == replace(first, repeated=True)
    with pytest.raises(SameIdOtherContent):
        till.returns.return_bill(bill, 1, 60_000)
    with pytest.raises(ReturnTooLarge):
        till.returns.return_bill(bill, 2, 75_001)
    assert balance(till, member) == 20 + 7


def test_a_whole_return_gives_spent_points_and_gifts_back(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000))
    bill = till.counter.record_bill(
        world.new_id(), member, Bill(125_000), (Taken("off50"), Taken("coffee"))
    ).bill
    back = till.returns.return_bill(bill, 1, None)
    assert (back.given_back, back.taken_back, back.refund_vnd) == (800, 7, 75_000)
    assert balance(till, member) == 1_020
    assert till.counter.desk(member).stock["coffee"] == 14
    assert check(till.shop.file).is_clean


@pytest.mark.parametrize("undo", [False, True])
def test_a_gift_stays_given_where_its_points_stay_spent(tmp_path: Path, undo: bool) -> None:
    """An undone bill never was: its gift never left the shelf."""
    world = World()
    till = new_till(tmp_path, world, program=replace(PROGRAM, spent_points=SpentPoints.NEVER))
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000))
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000), (Taken("coffee"),)).bill
    if undo:
        till.returns.undo(bill)
    else:
        back = till.returns.return_bill(bill, 1, None)
        assert back.given_back == 0
    assert till.counter.desk(member).stock["coffee"] == (14 if undo else 13)
    if not undo:
        till.returns.undo(back.reversal)
        assert till.counter.desk(member).stock["coffee"] == 13
    assert check(till.shop.file).is_clean


def test_points_already_spent_become_debt_and_the_next_bill_pays_it(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=replace(PROGRAM, welcome_points=0))
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(5_000_000)).bill
    till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),))
    till.returns.return_bill(bill, 1, None)
    assert balance(till, member) == -300
    assert till.counter.desk(member).spendable == 0
    till.counter.record_bill(world.new_id(), member, Bill(4_000_000))
    assert balance(till, member) == 100
    assert check(till.shop.file).is_clean


def test_no_point_is_won_by_returning_the_first_of_two_small_bills(tmp_path: Path) -> None:
    world = World()
    rule = AmountRule("base", per_vnd=50_000)
    program = replace(PROGRAM, rules=(rule,), remainder=Remainder.CARRIED, welcome_points=0)
    till = new_till(tmp_path, world, program=program)
    member = enrolled(till)
    first = till.counter.record_bill(world.new_id(), member, Bill(30_000))
    second = till.counter.record_bill(world.new_id(), member, Bill(20_000))
    assert (first.earned, second.earned) == (0, 1)
    till.returns.return_bill(first.bill, 1, None)
    assert till.counter.record_bill(world.new_id(), member, Bill(30_000)).earned == 0
    assert till.counter.record_bill(world.new_id(), member, Bill(50_000)).earned == 1
    assert balance(till, member) == 2, "100.000 ₫ stand, at 50.000 ₫ a point"
    assert check(till.shop.file).is_clean


def test_undo_takes_back_the_last_act_and_names_it(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(86_000, number="10234"))
    last = till.returns.last()
    assert last is not None
    undone = till.returns.undo(last.record)
    assert (undone.act.kind, undone.act.number, undone.balance) == (ActKind.BILL, "10234", 20)
    last = till.returns.last()
    assert last is not None
    assert last.kind is ActKind.ENROLLED
    assert till.returns.undo(last.record).balance is None
    assert till.returns.last() is None
    with pytest.raises(NothingToUndo):
        till.returns.undo(last.record)
    assert [act.undone for act in till.returns.acts()] == [True, True]
    assert check(till.shop.file).is_clean


def test_a_return_can_be_undone_and_done_again(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000))
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000), (Taken("coffee"),)).bill
    stood = balance(till, member)
    back = till.returns.return_bill(bill, 1, None)
    till.returns.undo(back.reversal)
    assert balance(till, member) == stood
    again = till.returns.return_bill(bill, 2, None)
    assert (again.taken_back, again.given_back) == (back.taken_back, back.given_back)
    assert balance(till, member) == 1_020
    assert till.counter.desk(member).stock["coffee"] == 14
    assert check(till.shop.file).is_clean


def test_only_the_last_return_of_a_bill_can_be_undone(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    first = till.returns.return_bill(bill, 1, 25_000)
    till.returns.return_bill(bill, 2, 25_000)
    with pytest.raises(CannotUndo):
        till.returns.undo(first.reversal)


def test_an_enrolment_with_bills_stays(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(125_000))
    with pytest.raises(CannotUndo):
        till.returns.undo(member)


def test_a_bill_moves_to_the_right_member(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    bill = till.counter.record_bill(world.new_id(), wrong, Bill(86_000, number="10234"))
    action = world.new_id()
    moved = till.returns.move_bill(bill.bill, right, action)
    assert (moved.earned, moved.number, moved.name) == (8, "10234", "Trần Thị Mai")
    assert till.returns.move_bill(bill.bill, right, action).repeated
    assert (balance(till, wrong), balance(till, right)) == (20, 28)
    assert till.returns.desk(moved.bill).bill.at == till.returns.desk(bill.bill).bill.at
    assert check(till.shop.file).is_clean


def test_bills_are_found_by_the_number_on_the_paper(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(86_000, number="10234"))
    world.clock.forward(days=1)
    till.counter.record_bill(world.new_id(), member, Bill(90_000, number="10234"))
    assert [desk.bill.total_vnd for desk in till.returns.find("10234")] == [90_000, 86_000]
    with pytest.raises(BillNotFound):
        till.returns.find("99999")


def test_what_expired_is_not_taken_a_second_time(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=replace(PROGRAM, welcome_points=0))
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    for _ in range(370):
        world.clock.forward(days=1)
        till.days.open()
    assert balance(till, member) == 0
    till.returns.return_bill(bill, 1, None)
    assert balance(till, member) == 0
    assert check(till.shop.file).is_clean


def test_a_leaping_clock_takes_nobodys_points(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(125_000))
    till.days.open()
    world.clock.forward(days=3650)
    opened = till.days.open()
    assert not opened.trusted
    assert till.counter.desk(member).spendable == 32
    till.counter.record_bill(world.new_id(), member, Bill(10_000))
    assert balance(till, member) == 33
    till.days.trust_clock()
    assert balance(till, member) == 1, "a person has said that the date is right"
    assert check(till.shop.file).is_clean


def test_a_share_that_came_off_is_a_share_of_what_is_left_also_in_the_books(tmp_path: Path) -> None:
    world = World()
    rewards = (PercentOff("half", "Nửa giá", 10, 5_000),)
    voucher = VoucherKind("fifth", "Giảm 20%", 30, rate_bp=2_000)
    rules = (*PROGRAM.rules, VoucherRule("thanks", "fifth"))
    program = replace(PROGRAM, rewards=rewards, vouchers=(voucher,), rules=rules)
    till = new_till(tmp_path, world, program=program, stock={})
    member = enrolled(till)
    brought = till.counter.record_bill(world.new_id(), member, Bill(1_000))
    code = brought.vouchers[0].code
    bill = till.counter.record_bill(world.new_id(), member, Bill(200_000), (Taken("half"),), (code,))
    assert bill.due_vnd == 60_000
    foreseen = till.returns.foresee(bill.bill, 100_000)
    desk = till.returns.desk(bill.bill)
    shown = reverse(
        desk.program,
        desk.bill,
        desk.account,
        returned_vnd=100_000,
        at=desk.alive_at,
        alive_at=desk.alive_at,
    )
    back = till.returns.return_bill(bill.bill, 1, 100_000)
    assert back.refund_vnd == foreseen.refund_vnd == shown.refund_vnd == 30_000

    def paid_vnd() -> int:
        with till.shop.file.read() as connection:
            assert members_out_of_balance(connection) == ()
            (one,) = [paid for paid in sums_of(connection, member) if paid.paid_vnd != 1_000]
            assert paid_for(connection, bill.bill) == one.paid_vnd
        return one.paid_vnd

    assert paid_vnd() == 30_000
    till.returns.undo(back.reversal)
    assert paid_vnd() == 60_000
    parts = [till.returns.return_bill(bill.bill, 2 + part, 66_667).refund_vnd for part in range(2)]
    assert paid_vnd() == 60_000 - sum(parts)
    assert sum(parts) + till.returns.return_bill(bill.bill, 4, None).refund_vnd == 60_000
    assert check(till.shop.file).is_clean
