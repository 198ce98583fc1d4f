"""What is undone, in which order, and what stands again afterwards, on real database files."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from loyalpos.engine.acts import ActKind, MovedFrom
from loyalpos.engine.bills import Bill
from loyalpos.errors import CannotUndo, MaybeSameReturn, MaybeUndone, MemberGone, NothingToUndo
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import World, enrolled, new_till, reopened


def balance(till: Till, member: UUID) -> int:
    view = till.counter.desk(member).member
    assert view is not None
    return view.account.balance


def last_record(till: Till) -> UUID | None:
    last = till.returns.last()
    return None if last is None else last.record


# Which act is the last ----------------------------------------------------------------------------


def test_the_last_act_is_the_last_of_the_journal_though_the_clock_was_set_back(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    early = till.counter.record_bill(world.new_id(), member, Bill(10_000)).bill
    world.clock.forward(hours=-1)
    late = till.counter.record_bill(world.new_id(), member, Bill(20_000)).bill
    assert [act.record for act in till.returns.acts()] == [late, early, member]
    assert last_record(till) == late
    till.returns.undo(late)
    assert last_record(till) == early


def test_a_back_dated_bill_is_the_last_act_when_it_was_typed_last(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000))
    paper_day = world.clock.at - timedelta(days=3)
    late = till.counter.record_bill(world.new_id(), member, Bill(20_000, at=paper_day)).bill
    assert last_record(till) == late


def test_an_act_by_a_clock_a_day_ahead_is_still_the_last_once_the_clock_is_right(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    early = till.counter.record_bill(world.new_id(), member, Bill(10_000)).bill
    world.clock.forward(days=1)
    late = till.counter.record_bill(world.new_id(), member, Bill(20_000)).bill
    world.clock.forward(days=-1)
    assert last_record(till) == late
    till.returns.undo(late)
    assert last_record(till) == early


def test_an_act_of_a_day_to_come_is_no_act_of_the_next_morning(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    enrolled(till)
    world.clock.forward(days=30)
    enrolled(till, "0987654321")
    world.clock.forward(days=-29)
    assert till.returns.last() is None


def test_the_order_of_acts_goes_on_over_a_restart(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000))
    world.clock.forward(hours=-2)
    till = reopened(till, world)
    late = till.counter.record_bill(world.new_id(), member, Bill(20_000)).bill
    assert last_record(till) == late


def test_a_return_of_a_bill_that_was_undone_is_nothing_to_undo(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    back = till.returns.return_bill(bill, 1, 25_000)
    till.returns.undo(bill)
    assert last_record(till) == member
    with pytest.raises(NothingToUndo):
        till.returns.undo(back.reversal)
    assert [act.undone for act in till.returns.acts()] == [True, True, False]
    assert balance(till, member) == 20
    assert check(till.shop.file).is_clean


def test_a_return_before_a_return_that_was_undone_can_be_undone(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    first = till.returns.return_bill(bill, 1, 25_000)
    second = till.returns.return_bill(bill, 2, None)
    assert last_record(till) == second.reversal
    till.returns.undo(second.reversal)
    assert last_record(till) == first.reversal
    till.returns.undo(first.reversal)
    assert last_record(till) == bill
    assert balance(till, member) == 32


# A move ------------------------------------------------------------------------------------------


def test_a_move_undone_leaves_the_bill_where_it_was(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    bill = till.counter.record_bill(world.new_id(), wrong, Bill(86_000, number="10234"))
    before = till.returns.desk(bill.bill).bill
    moved = till.returns.move_bill(bill.bill, right, world.new_id())
    undone = till.returns.undo(moved.bill)
    assert undone.act.moved_from == MovedFrom(wrong, "Nguyễn Văn Đức")
    assert (undone.act.name, undone.balance) == ("Trần Thị Mai", 20)
    assert (balance(till, wrong), balance(till, right)) == (28, 20)
    after = till.returns.desk(bill.bill).bill
    assert (after.whole, after.left_vnd, after.taken_back) == (False, 86_000, 0)
    assert after.carry_delta == before.carry_delta
    assert till.returns.find("10234")[0].bill.id == bill.bill
    assert check(till.shop.file).is_clean


def test_what_was_moved_back_is_the_last_act_again_and_can_be_moved_once_more(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    bill = till.counter.record_bill(world.new_id(), wrong, Bill(86_000, number="10234")).bill
    first = till.returns.move_bill(bill, right, world.new_id()).bill
    till.returns.undo(first)
    assert last_record(till) == bill
    assert [(act.record, act.undone) for act in till.returns.acts() if act.kind is ActKind.BILL] == [
        (first, True),
        (bill, False),
    ]
    second = till.returns.move_bill(bill, right, world.new_id()).bill
    assert (balance(till, wrong), balance(till, right)) == (20, 28)
    till.returns.undo(second)
    till.returns.undo(bill)
    assert (balance(till, wrong), balance(till, right)) == (20, 20)
    with pytest.raises(NothingToUndo):
        till.returns.undo(second)
    assert check(till.shop.file).is_clean


def test_moves_are_undone_one_after_the_other(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    people = [enrolled(till), enrolled(till, "0987654321", "Mai"), enrolled(till, "0977777777", "Hoa")]
    bills = [till.counter.record_bill(world.new_id(), people[0], Bill(86_000, number="1")).bill]
    for person in people[1:]:
        bills.append(till.returns.move_bill(bills[-1], person, world.new_id()).bill)
    for which in (2, 1):
        assert last_record(till) == bills[which]
        till.returns.undo(bills[which])
        assert [balance(till, person) for person in people] == [
            28 if place == which - 1 else 20 for place in range(3)
        ]
    assert check(till.shop.file).is_clean


def test_a_bill_of_nobody_that_was_moved_is_nobodys_again(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), None, Bill(86_000)).bill
    moved = till.returns.move_bill(bill, member, world.new_id()).bill
    assert till.returns.acts()[0].moved_from == MovedFrom(None, None)
    till.returns.undo(moved)
    assert balance(till, member) == 20
    assert not till.returns.desk(bill).bill.whole
    assert check(till.shop.file).is_clean


def test_a_move_of_what_was_partly_returned_since_is_undone_after_that_return(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    bill = till.counter.record_bill(world.new_id(), wrong, Bill(86_000)).bill
    moved = till.returns.move_bill(bill, right, world.new_id()).bill
    back = till.returns.return_bill(moved, 1, 26_000)
    with pytest.raises(CannotUndo, match="later_return"):
        till.returns.undo(moved)
    till.returns.undo(back.reversal)
    till.returns.undo(moved)
    assert (balance(till, wrong), balance(till, right)) == (28, 20)
    assert check(till.shop.file).is_clean


def test_nothing_of_a_move_is_undone_where_its_first_member_is_gone(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    bill = till.counter.record_bill(world.new_id(), wrong, Bill(86_000)).bill
    moved = till.returns.move_bill(bill, right, world.new_id()).bill
    till.returns.undo(wrong)
    with pytest.raises(MemberGone):
        till.returns.undo(moved)
    assert balance(till, right) == 28
    assert not till.returns.desk(moved).bill.whole
    assert check(till.shop.file).is_clean


def test_a_bill_entered_later_is_listed_with_when_it_was(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    then = world.clock() - timedelta(days=2)
    till.counter.record_bill(world.new_id(), member, Bill(60_000, at=then))
    now = till.counter.record_bill(world.new_id(), member, Bill(70_000)).bill
    till.returns.return_bill(now, 1, 20_000)
    part, today, late, joined = till.returns.acts()
    assert late.billed_at == then
    assert late.at > then
    assert today.billed_at is not None
    assert today.at - today.billed_at < timedelta(minutes=1)
    assert (part.billed_at, joined.billed_at) == (None, None)


# After an unclean stop ---------------------------------------------------------------------------


def after_a_power_cut(till: Till, world: World) -> Till:
    """Open the file again without an end of the session before."""
    till.shop.file.close()
    return Till(Shop.open(till.shop.file.path, PUBLISHED_KEY, world.outside(), who="Lan"))


def test_after_an_unclean_stop_the_same_return_is_asked_about(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    first = till.returns.return_bill(bill, 1, 25_000)
    till = after_a_power_cut(till, world)
    assert till.returns.return_bill(bill, 1, 25_000).repeated, "the same part needs no question"
    with pytest.raises(MaybeSameReturn) as asked:
        till.returns.return_bill(bill, 2, 25_000)
    assert (asked.value.reversal, asked.value.returned_vnd) == (first.reversal, 25_000)
    till.returns.return_bill(bill, 2, 30_000)
    with pytest.raises(MaybeSameReturn):
        till.returns.return_bill(bill, 3, 25_000)
    till.returns.return_bill(bill, 3, 25_000, another=True)
    assert till.returns.desk(bill).bill.left_vnd == 45_000
    world.clock.forward(minutes=11)
    till.returns.return_bill(bill, 4, 25_000)
    assert till.returns.desk(bill).bill.left_vnd == 20_000


def test_what_is_returned_after_an_unclean_stop_may_be_returned_again(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    till = after_a_power_cut(till, world)
    till.returns.return_bill(bill, 1, 25_000)
    till.returns.return_bill(bill, 2, 25_000)
    assert till.returns.desk(bill).bill.left_vnd == 75_000


def test_a_return_that_was_undone_is_not_asked_about(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    bill = till.counter.record_bill(world.new_id(), enrolled(till), Bill(125_000)).bill
    till.returns.undo(till.returns.return_bill(bill, 1, 25_000).reversal)
    till = after_a_power_cut(till, world)
    till.returns.return_bill(bill, 2, 25_000)
    assert till.returns.desk(bill).bill.left_vnd == 100_000


def test_a_clean_stop_asks_about_no_return(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    bill = till.counter.record_bill(world.new_id(), enrolled(till), Bill(125_000)).bill
    till.returns.return_bill(bill, 1, 25_000)
    till.returns.undo(till.returns.return_bill(bill, 2, 25_000).reversal)
    till = reopened(till, world)
    till.returns.return_bill(bill, 3, 25_000)
    till.returns.undo_last()


@pytest.mark.parametrize("what", ["bill", "move", "return", "enrolment"])
def test_after_an_unclean_stop_one_more_undo_is_asked_about(tmp_path: Path, what: str) -> None:
    world = World()
    till = new_till(tmp_path, world)
    till.days.open()
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    match what:
        case "move":
            till.returns.move_bill(bill, enrolled(till, "0987654321"), world.new_id())
        case "return":
            till.returns.return_bill(bill, 1, 25_000)
        case "enrolment":
            enrolled(till, "0987654321")
    till.returns.undo_last()
    standing = last_record(till)
    till = after_a_power_cut(till, world)
    till.days.open()
    with pytest.raises(MaybeUndone):
        till.returns.undo_last()
    assert last_record(till) == standing
    assert till.returns.undo_last(another=True).act.record == standing
    assert last_record(till) != standing


def test_an_undo_is_not_asked_about_once_something_else_was_done(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(125_000))
    till.returns.undo_last()
    till = after_a_power_cut(till, world)
    bill = till.counter.record_bill(world.new_id(), member, Bill(86_000)).bill
    assert till.returns.undo_last().act.record == bill


def test_an_undo_of_long_ago_is_not_asked_about(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(125_000))
    till.returns.undo_last()
    till = after_a_power_cut(till, world)
    world.clock.forward(minutes=11)
    assert till.returns.undo_last().act.record == member


def test_there_is_nothing_to_undo_in_the_morning(tmp_path: Path) -> None:
    with pytest.raises(NothingToUndo):
        new_till(tmp_path).returns.undo_last()
