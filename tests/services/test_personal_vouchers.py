"""A voucher for one member alone: given once, with a reason, used by nobody else, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.errors import CannotUndo, SameIdOtherContent, VoucherNotGiven, VoucherNotTakeable
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.journal import find_record
from tests.shops import World, enrolled, new_till, reopened

SORRY = VoucherKind("sorry", "Xin lỗi khách", 14, value_vnd=30_000)
PROGRAM = Program(0, (AmountRule("base", per_vnd=10_000),), vouchers=(SORRY,))


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    return till


def holds_together(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    assert check(till.shop.file).is_clean


def test_it_is_one_members_alone_and_pays_once(till: Till, world: World) -> None:
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    action = world.new_id()
    given = till.personal_vouchers.give(action, lan, "sorry", "đợi món 40 phút")
    assert till.personal_vouchers.give(action, lan, "sorry", "bấm hai lần") == given
    with pytest.raises(SameIdOtherContent):
        till.personal_vouchers.give(action, hoa, "sorry", "đợi món")
    assert till.personal_vouchers.of(lan).open == (given,)
    assert till.personal_vouchers.of(hoa).kinds == (SORRY,)
    with till.shop.file.read() as connection:
        record = find_record(connection, action)
    assert record is not None
    assert "đợi món" not in record.body.decode()
    assert "đợi món 40 phút" in (record.private or b"").decode()
    with pytest.raises(VoucherNotTakeable):
        till.counter.record_bill(world.new_id(), hoa, Bill(50_000), (), (given.voucher.code,))
    paid = till.counter.record_bill(world.new_id(), lan, Bill(50_000), (), (given.voucher.code,))
    assert paid.due_vnd == 20_000
    with pytest.raises(CannotUndo):
        till.returns.undo(action)
    till.returns.undo(paid.bill)
    assert till.personal_vouchers.of(lan).open == (given,)
    holds_together(till)
    assert reopened(till, world).personal_vouchers.of(lan).open == (given,)


def test_it_is_undone_like_the_last_thing_done(till: Till, world: World) -> None:
    lan = enrolled(till)
    till.personal_vouchers.give(world.new_id(), lan, "sorry", "đợi lâu")
    (act, _joined) = till.returns.acts()
    assert (act.kind, act.rewards, act.member) == (ActKind.VOUCHER, ("Xin lỗi khách",), lan)
    till.returns.undo_last()
    assert till.personal_vouchers.of(lan).open == ()
    holds_together(till)


def test_none_without_a_reason_or_of_a_kind_that_is_gone(till: Till, world: World) -> None:
    lan = enrolled(till)
    for kind, reason, why in (("sorry", " ", "no_reason"), ("gold", "khách quý", "not_there")):
        with pytest.raises(VoucherNotGiven) as refused:
            till.personal_vouchers.give(world.new_id(), lan, kind, reason)
        assert refused.value.why == why
    given = till.personal_vouchers.give(world.new_id(), lan, "sorry", "đợi lâu")
    till.shop.publish(replace(PROGRAM, vouchers=()))
    assert till.personal_vouchers.of(lan).open == (given,)
    assert till.personal_vouchers.of(lan).kinds == ()


def test_one_that_is_given_once_comes_no_second_time_unless_it_was_taken_back(
    till: Till, world: World
) -> None:
    survey = VoucherKind("survey", "Quà khảo sát", 14, value_vnd=10_000, once=True)
    till.shop.publish(replace(PROGRAM, vouchers=(SORRY, survey)))
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    give = till.personal_vouchers.give
    action = world.new_id()
    given = give(action, lan, "survey", "khảo sát tháng 11")
    assert give(action, lan, "survey", "khảo sát tháng 11") == given, "a double click is no second one"
    with pytest.raises(VoucherNotGiven) as refused:
        give(world.new_id(), lan, "survey", "khảo sát lần nữa")
    assert refused.value.why == "had_before"
    give(world.new_id(), hoa, "survey", "khảo sát tháng 11")
    for _ in range(2):
        give(world.new_id(), lan, "sorry", "đợi lâu")
    till.counter.record_bill(world.new_id(), lan, Bill(50_000), (), (given.voucher.code,))
    with pytest.raises(VoucherNotGiven):
        give(world.new_id(), lan, "survey", "đã dùng rồi")
    mai = enrolled(till, "0933333333")
    mistaken = world.new_id()
    give(mistaken, mai, "survey", "nhầm khách")
    till.returns.undo(mistaken)
    assert give(world.new_id(), mai, "survey", "khảo sát tháng 11").kind == survey
    holds_together(till)
