"""Bills that are paid in parts, returned, moved and undone: what came later goes first."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.program import Expiry, ExpiryKind
from loyalpos.errors import CannotUndo, NothingToUndo
from loyalpos.store.check import check
from tests.services.paid_in_parts import AS_PAID, Desk, as_paid, rich, when_paid
from tests.shops import enrolled

__all__ = ["as_paid", "rich", "when_paid"]


def test_a_payment_is_an_act_of_the_day_and_undone_like_one(rich: Desk) -> None:
    bill = rich.bill(185_000, 65_000)
    before, desk_before = rich.balance, rich.till.counter.desk(rich.member)
    paid = rich.pay(bill, 120_000)
    act = rich.till.returns.last()
    assert act is not None
    assert (act.kind, act.total_vnd, act.earned, act.bill_vnd) == (
        ActKind.PAYMENT,
        120_000,
        paid.earned,
        185_000,
    )
    assert len(rich.till.counter.desk(rich.member).vouchers) == 1
    rich.till.returns.undo_last()
    after = rich.till.counter.desk(rich.member)
    assert (rich.balance, after.owed, after.units, after.vouchers) == (
        before,
        desk_before.owed,
        desk_before.units,
        (),
    )
    with pytest.raises(NothingToUndo):
        rich.till.returns.undo(paid.payment)
    assert rich.pay(bill, 120_000).earned == paid.earned


def test_a_return_strikes_what_is_open_before_it_hands_money_back(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    back = desk.till.returns.return_bill(bill, 1, 100_000)
    assert (back.refund_vnd, back.taken_back, desk.owed) == (0, 0, [20_000])
    back = desk.till.returns.return_bill(bill, 2, 30_000)
    assert (back.refund_vnd, back.taken_back, desk.owed) == (10_000, 1, [])
    back = desk.till.returns.return_bill(bill, 3, None)
    assert (back.refund_vnd, back.taken_back, desk.balance) == (55_000, 5, desk.begun)


def test_a_return_that_leaves_nothing_to_be_paid_lets_the_points_come(when_paid: Desk) -> None:
    desk = when_paid
    bill = desk.bill(185_000, 65_000)
    said = desk.till.returns.foresee(bill, 120_000)
    back = desk.till.returns.return_bill(bill, 1, 120_000)
    assert (said.settled, said.balance) == (6, desk.begun + 6)
    assert (back.settled, back.balance, desk.balance, desk.owed) == (6, said.balance, said.balance, [])
    again = desk.till.returns.return_bill(bill, 1, 120_000)
    assert (again.repeated, again.settled, again.balance) == (True, 6, said.balance)
    acts = desk.till.returns.acts()
    assert [act.kind for act in acts[:2]] == [ActKind.RETURN, ActKind.BILL], "it is of the return"
    desk.till.returns.undo(back.reversal)
    assert (desk.balance, desk.owed) == (desk.begun, [120_000])
    assert desk.pay(bill, 120_000).earned == 18
    desk.back(bill)
    assert desk.balance == desk.begun


def test_the_whole_return_of_a_bill_paid_in_parts_leaves_nothing(rich: Desk) -> None:
    bill = rich.bill(185_000, 65_000)
    rich.pay(bill, 100_000)
    rich.pay(bill, 20_000)
    assert rich.till.counter.desk(rich.member).units
    back = rich.till.returns.return_bill(bill, 1, None)
    desk = rich.till.counter.desk(rich.member)
    assert back.refund_vnd == 185_000
    assert (rich.balance, desk.vouchers, desk.owed) == (rich.begun, (), ())
    assert not any(desk.units.values())


def test_an_undone_bill_takes_its_payments_out_of_the_day(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    desk.pay(bill, 100_000)
    desk.till.returns.undo(bill)
    assert desk.balance == desk.begun
    acts = desk.till.returns.acts()
    assert all(act.undone for act in acts if act.kind in (ActKind.BILL, ActKind.PAYMENT))


def test_what_came_later_is_undone_first(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    first, second = desk.pay(bill, 50_000), desk.pay(bill, 20_000)
    with pytest.raises(CannotUndo, match="later_payment"):
        desk.till.returns.undo(first.payment)
    back = desk.till.returns.return_bill(bill, 1, 10_000)
    with pytest.raises(CannotUndo, match="later_return"):
        desk.till.returns.undo(second.payment)
    third = desk.pay(bill, 20_000)
    with pytest.raises(CannotUndo, match="later_payment"):
        desk.till.returns.undo(back.reversal)
    for one in (third.payment, back.reversal, second.payment, first.payment):
        desk.till.returns.undo(one)
    assert (desk.balance - desk.begun, desk.owed) == (6, [120_000])


def test_a_bill_with_a_later_payment_is_not_moved_and_one_without_goes_as_it_was_paid(as_paid: Desk) -> None:
    desk = as_paid
    right = enrolled(desk.till, "0987654321", "Trần Thị Mai")
    bill = desk.bill(185_000, 65_000)
    paid = desk.pay(bill, 20_000)
    with pytest.raises(CannotUndo, match="later_payment"):
        desk.till.returns.move_bill(bill, right, desk.world.new_id())
    desk.till.returns.undo(paid.payment)
    moved = desk.till.returns.move_bill(bill, right, desk.world.new_id())
    assert (moved.earned, moved.open_vnd, desk.owed) == (6, 120_000, [])
    assert [one.open_vnd for one in desk.till.counter.desk(right).owed] == [120_000]


def test_points_that_expired_are_not_taken_twice_when_their_payment_is_undone(tmp_path: Path) -> None:
    desk = Desk(tmp_path, replace(AS_PAID, expiry=Expiry(ExpiryKind.DAYS, 10)))
    bill = desk.bill(185_000, 65_000)
    paid = desk.pay(bill, 120_000)
    desk.world.clock.forward(days=12)
    desk.till.days.open()
    desk.till.days.trust_clock()
    desk.till.returns.undo(paid.payment)
    assert desk.balance == 0
    desk.back(bill)
    assert desk.balance == 0, "nor when the bill comes back"
    assert check(desk.till.shop.file).is_clean
