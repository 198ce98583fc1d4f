"""A voucher is given with a bill, used once, and what stands says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import VoucherCode, is_voucher, voucher_code
from loyalpos.engine.conditions import BillAtLeast
from loyalpos.engine.program import Program, VoucherReward
from loyalpos.engine.rules import AmountRule, VoucherRule
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.engine.vouchers import VoucherWhy
from loyalpos.errors import CannotUndo, VoucherNotTakeable
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from tests.shops import World, enrolled, new_till, reopened

PROGRAM = Program(
    0,
    (
        AmountRule("base", per_vnd=10_000),
        VoucherRule("thanks", "next", when=BillAtLeast(100_000)),
    ),
    rewards=(VoucherReward("swap", "Đổi phiếu", 5, "next"),),
    vouchers=(VoucherKind("next", "Phiếu 20.000 ₫", 30, value_vnd=20_000, minimum_vnd=50_000),),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    return till


def buy(till: Till, whose: UUID, total_vnd: int, *codes: VoucherCode, taken: tuple[Taken, ...] = ()) -> Any:
    return till.counter.record_bill(till.shop.outside.new_id(), whose, Bill(total_vnd), taken, codes)


def codes_of(till: Till, whose: UUID) -> list[VoucherCode]:
    return [one.voucher.code for one in till.counter.desk(whose).vouchers]


def why_not(till: Till, code: VoucherCode, whose: UUID | None) -> str:
    with pytest.raises(VoucherNotTakeable) as refused:
        till.counter.show_voucher(code, whose)
    return refused.value.why


def holds_together(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    assert check(till.shop.file).is_clean


def test_a_bill_brings_a_voucher_that_pays_once(till: Till, world: World) -> None:
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    action = world.new_id()
    bill = till.counter.record_bill(action, lan, Bill(100_000))
    code = bill.vouchers[0].code
    assert is_voucher(code)
    assert codes_of(till, lan) == [code]
    assert till.counter.record_bill(action, lan, Bill(100_000)).vouchers == bill.vouchers
    assert why_not(till, code, hoa) == why_not(till, code, None) == VoucherWhy.OTHER_MEMBER
    with pytest.raises(VoucherNotTakeable):
        buy(till, lan, 49_999, code)
    assert till.counter.show_voucher(code, lan).kind.value_vnd == 20_000
    paid = buy(till, lan, 60_000, code)
    assert (paid.due_vnd, paid.earned) == (40_000, 4)
    assert why_not(till, code, lan) == VoucherWhy.USED
    with pytest.raises(VoucherNotTakeable):
        buy(till, lan, 60_000, code)
    assert codes_of(till, lan) == []
    assert why_not(till, voucher_code(1), lan) == VoucherWhy.UNKNOWN
    holds_together(till)


def test_points_buy_a_voucher_too_and_give_it_back(till: Till) -> None:
    lan = enrolled(till)
    buy(till, lan, 90_000)
    swapped = buy(till, lan, 0, taken=(Taken("swap"),))
    assert codes_of(till, lan) == [swapped.vouchers[0].code]
    back = till.returns.return_bill(swapped.bill, 1, None)
    assert codes_of(till, lan) == []
    till.returns.undo(back.reversal)
    assert codes_of(till, lan) == [swapped.vouchers[0].code]
    holds_together(till)


def test_a_bill_too_small_after_a_return_takes_its_voucher_back(till: Till) -> None:
    lan = enrolled(till)
    bill = buy(till, lan, 100_000)
    code = bill.vouchers[0].code
    back = till.returns.return_bill(bill.bill, 1, 10_000)
    assert why_not(till, code, lan) == VoucherWhy.GONE
    till.returns.undo(back.reversal)
    assert codes_of(till, lan) == [code]
    till.returns.undo(bill.bill)
    assert why_not(till, code, lan) == VoucherWhy.GONE
    holds_together(till)


def test_a_whole_return_gives_the_voucher_back_for_a_week_at_least(till: Till, world: World) -> None:
    lan = enrolled(till)
    code = buy(till, lan, 100_000).vouchers[0].code
    world.clock.forward(days=28)
    till.days.open()
    used = buy(till, lan, 60_000, code)
    till.returns.return_bill(used.bill, 1, 10_000)
    assert why_not(till, code, lan) == VoucherWhy.USED
    world.clock.forward(days=10)
    till.days.open()
    back = till.returns.return_bill(used.bill, 2, None)
    assert codes_of(till, lan) == [code]
    world.clock.forward(days=7)
    till.days.open()
    again = buy(till, lan, 60_000, code)
    with pytest.raises(CannotUndo):
        till.returns.undo(back.reversal)
    till.returns.undo(again.bill)
    till.returns.undo(back.reversal)
    assert why_not(till, code, lan) == VoucherWhy.USED
    holds_together(till)


def test_a_used_voucher_stays_used_when_its_own_bill_comes_back(till: Till) -> None:
    lan = enrolled(till)
    bill = buy(till, lan, 100_000)
    code = bill.vouchers[0].code
    used = buy(till, lan, 60_000, code)
    till.returns.return_bill(bill.bill, 1, None)
    assert why_not(till, code, lan) == VoucherWhy.USED
    till.returns.return_bill(used.bill, 1, None)
    assert why_not(till, code, lan) == VoucherWhy.GONE
    holds_together(till)


def test_a_voucher_ends(till: Till, world: World) -> None:
    lan = enrolled(till)
    code = buy(till, lan, 100_000).vouchers[0].code
    world.clock.forward(days=30)
    assert codes_of(till, lan) == [code]
    world.clock.forward(days=1)
    assert codes_of(till, lan) == []
    assert why_not(till, code, lan) == VoucherWhy.OVER


def test_a_bill_with_a_voucher_stays_with_its_member(till: Till, world: World) -> None:
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    brought = buy(till, lan, 100_000)
    used = buy(till, lan, 60_000, brought.vouchers[0].code)
    with pytest.raises(CannotUndo):
        till.returns.move_bill(used.bill, hoa, world.new_id())
    till.returns.undo(used.bill)
    moved = world.new_id()
    till.returns.move_bill(brought.bill, hoa, moved)
    assert codes_of(till, lan) == []
    assert len(codes_of(till, hoa)) == 1
    till.returns.undo(moved)
    assert codes_of(till, hoa) == []
    assert codes_of(till, lan) == [brought.vouchers[0].code]
    holds_together(till)


def test_a_voucher_is_there_after_a_restart(till: Till, world: World) -> None:
    lan = enrolled(till)
    code = buy(till, lan, 100_000).vouchers[0].code
    assert codes_of(reopened(till, world), lan) == [code]
