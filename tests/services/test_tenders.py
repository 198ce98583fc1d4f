"""Bills paid in several ways, in a real file: recorded once, returned in parts, moved, replayed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken, TenderPart
from loyalpos.engine.conditions import Not, PaidBy
from loyalpos.engine.program import PayWithPoints
from loyalpos.engine.rules import AmountRule
from loyalpos.errors import SameIdOtherContent, TendersTooLarge
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import PROGRAM, World, enrolled, new_till

MOMO = PaidBy(("momo",))
RULES = (AmountRule("wallet", 1_000, when=MOMO), AmountRule("other", 10_000, when=Not(MOMO)))
BILL = Bill(185_000, tender="cash", tender_parts=(TenderPart("momo", 85_000),))


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Iterator[Till]:
    pay = PayWithPoints("pay", "Trả bằng điểm", 1, 1_000)
    till = new_till(tmp_path, world, program=replace(PROGRAM, rules=RULES, rewards=(pay,)))
    yield till
    assert check(till.shop.file).is_clean


def test_the_same_bill_is_recorded_once_and_other_parts_are_another_bill(till: Till, world: World) -> None:
    member, action = enrolled(till), world.new_id()
    assert till.counter.record_bill(action, member, BILL).earned == 85 + 10
    assert till.counter.record_bill(action, member, BILL).repeated
    with pytest.raises(SameIdOtherContent):
        till.counter.record_bill(action, member, replace(BILL, tender_parts=(TenderPart("momo", 84_000),)))


def test_what_points_pay_is_of_no_other_tender(till: Till, world: World) -> None:
    member = enrolled(till)
    done = till.counter.record_bill(world.new_id(), member, BILL, (Taken("pay", 15),))
    assert (done.due_vnd, done.earned) == (170_000, 85 + 8)
    too_much = replace(BILL, tender_parts=(TenderPart("momo", 185_000),))
    before = till.counter.desk(member).member
    with pytest.raises(TendersTooLarge):
        till.counter.record_bill(world.new_id(), member, too_much, (Taken("pay", 1),))
    assert till.counter.desk(member).member == before, "nothing of it is kept"


def test_what_comes_back_in_parts_comes_to_what_it_gave(till: Till, world: World) -> None:
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, BILL).bill
    taken = [till.returns.return_bill(bill, part, 37_000).taken_back for part in range(1, 6)]
    assert taken == [19, 19, 19, 19, 19]


def test_a_bill_is_moved_with_the_ways_it_was_paid(till: Till, world: World) -> None:
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    bill = till.counter.record_bill(world.new_id(), wrong, BILL).bill
    moved = till.returns.move_bill(bill, right, world.new_id())
    assert moved.earned == 95
    typed = till.returns.desk(moved.bill).bill.typed
    assert typed is not None
    assert (typed.tender, typed.tender_parts) == ("cash", BILL.tender_parts)
