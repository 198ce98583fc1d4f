"""Bills at the counter, on real database files."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, NumberingPeriod, Taken
from loyalpos.engine.program import Remainder
from loyalpos.engine.shop import ShopDescription
from loyalpos.errors import (
    BillInFuture,
    BillTooOld,
    BillWithoutMember,
    MaybeSameBill,
    MemberGone,
    NotEnoughPoints,
    NumberTaken,
    RewardNotTakeable,
    SameIdOtherContent,
)
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import PROGRAM, World, enrolled, new_till, reopened


def test_a_bill_earns_and_says_by_which_rule(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    member = enrolled(till)
    desk = till.counter.desk(member)
    assert desk.member is not None
    assert desk.member.account.balance == 20
    recorded = till.counter.record_bill(desk.action, member, Bill(125_000))
    assert (recorded.earned, recorded.balance, recorded.name) == (12, 32, "Nguyễn Văn Đức")
    assert [(line.points, line.per_vnd) for line in recorded.lines] == [(12, 10_000)]
    assert check(till.shop.file).is_clean


def test_the_same_action_twice_is_recorded_once(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    member = enrolled(till)
    action = till.counter.desk(member).action
    first = till.counter.record_bill(action, member, Bill(125_000, number="10235"))
    again = till.counter.record_bill(action, member, Bill(125_000, number="10235"))
    assert again == replace(first, repeated=True)
    with pytest.raises(SameIdOtherContent):
        till.counter.record_bill(action, member, Bill(126_000, number="10235"))
    view = till.counter.desk(member).member
    assert view is not None
    assert (view.account.balance, view.visits, view.spend_vnd) == (32, 1, 125_000)


def test_the_id_of_the_next_bill_survives_a_restart(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    action = till.counter.desk(member).action
    till.counter.keep_draft(member, action)
    till = reopened(till, world)
    assert till.counter.desk(member).action == action
    till.counter.record_bill(action, member, Bill(50_000))
    assert till.counter.desk(member).action != action


def test_a_number_is_taken_once_in_its_period(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member, other = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    till.counter.record_bill(world.new_id(), member, Bill(86_000, number="10234"))
    with pytest.raises(NumberTaken) as refused:
        till.counter.record_bill(world.new_id(), other, Bill(90_000, number="10234"))
    assert refused.value.total_vnd == 86_000
    assert refused.value.member_name == "Nguyễn Văn Đức"
    world.clock.forward(days=1)
    assert till.counter.record_bill(world.new_id(), other, Bill(90_000, number="10234")).earned == 9


def test_numbers_that_never_restart_stay_taken(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, description=ShopDescription("Mây", numbering=NumberingPeriod.NEVER))
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(86_000, number="HD000123"))
    world.clock.forward(days=400)
    with pytest.raises(NumberTaken):
        till.counter.record_bill(world.new_id(), member, Bill(86_000, number="HD000123"))


def test_a_bill_wholly_undone_frees_its_number(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    bill = till.counter.record_bill(world.new_id(), wrong, Bill(86_000, number="10234"))
    till.returns.undo(bill.bill)
    assert till.counter.record_bill(world.new_id(), right, Bill(86_000, number="10234")).earned == 8
    assert check(till.shop.file).is_clean


def test_rewards_are_priced_by_the_engine_and_committed_with_the_bill(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000))
    done = till.counter.record_bill(world.new_id(), member, Bill(125_000), (Taken("off50"), Taken("coffee")))
    assert (done.due_vnd, done.spent, done.earned) == (75_000, 800, 7)
    assert done.balance == 20 + 1000 - 800 + 7
    assert till.counter.desk(member).stock["coffee"] == 13
    assert check(till.shop.file).is_clean


def test_a_reward_that_costs_too_much_leaves_nothing_behind(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    with pytest.raises(NotEnoughPoints):
        till.counter.record_bill(world.new_id(), member, Bill(125_000), (Taken("off50"),))
    with pytest.raises(BillWithoutMember):
        till.counter.record_bill(world.new_id(), None, Bill(125_000), (Taken("coffee"),))
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000))
    with pytest.raises(RewardNotTakeable):
        till.counter.record_bill(world.new_id(), member, Bill(20_000), (Taken("off50"),))
    view = till.counter.desk(member).member
    assert view is not None
    assert (view.account.balance, view.visits) == (1020, 1)


def test_a_gift_runs_out(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, stock={"coffee": 1})
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(10_000_000))
    till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),))
    with pytest.raises(RewardNotTakeable) as refused:
        till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),))
    assert refused.value.why == "out_of_stock"


def test_a_back_dated_bill_keeps_both_times_and_its_own_expiry(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    yesterday = world.clock.at - timedelta(days=1)
    done = till.counter.record_bill(world.new_id(), member, Bill(100_000, at=yesterday))
    bill = till.returns.desk(done.bill).bill
    assert bill.at == yesterday
    lots = till.counter.desk(member).account.lots
    assert lots[0].points == 10, "the older lot is eaten first"
    with pytest.raises(BillInFuture):
        till.counter.record_bill(world.new_id(), member, Bill(1, at=world.clock.at + timedelta(hours=1)))
    with pytest.raises(BillTooOld):
        till.counter.record_bill(world.new_id(), member, Bill(1, at=world.clock.at - timedelta(days=90)))


def test_a_bill_without_a_member_is_in_the_day_and_earns_nobody_anything(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    done = till.counter.record_bill(world.new_id(), None, Bill(125_000, number="7"))
    assert (done.earned, done.balance, done.due_vnd) == (0, 0, 125_000)
    assert till.returns.acts()[0].bill == done.bill
    back = till.returns.return_bill(done.bill, 1, 25_000)
    assert back.refund_vnd == 25_000
    assert check(till.shop.file).is_clean


def test_after_an_unclean_stop_the_same_bill_is_asked_about(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    first = till.counter.record_bill(world.new_id(), member, Bill(85_000))
    till.shop.file.close()  # no end of session: the PC went dark

    till = Till(Shop.open(tmp_path / "shop.loyalpos", PUBLISHED_KEY, world.outside(), who="Lan"))
    with pytest.raises(MaybeSameBill) as asked:
        till.counter.record_bill(world.new_id(), member, Bill(85_000))
    assert asked.value.bill == first.bill
    assert till.counter.record_bill(world.new_id(), member, Bill(86_000)).earned == 8
    assert till.counter.record_bill(world.new_id(), member, Bill(85_000), another=True).earned == 8
    world.clock.forward(minutes=11)
    assert till.counter.record_bill(world.new_id(), member, Bill(85_000)).earned == 8


def test_the_same_bill_is_asked_about_though_somebody_opened_and_closed_the_program(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    first = till.counter.record_bill(world.new_id(), member, Bill(85_000))
    till.shop.file.close()
    Shop.open(till.shop.file.path, PUBLISHED_KEY, world.outside(), who="Lan").close()
    till = Till(Shop.open(till.shop.file.path, PUBLISHED_KEY, world.outside(), who="Lan"))
    with pytest.raises(MaybeSameBill) as asked:
        till.counter.record_bill(world.new_id(), member, Bill(85_000))
    assert asked.value.bill == first.bill


def test_the_same_bill_is_asked_about_though_the_clock_was_set_back(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    first = till.counter.record_bill(world.new_id(), member, Bill(85_000))
    path = till.shop.file.path
    till.shop.file.close()
    world.clock.forward(hours=-1)
    till = Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
    with pytest.raises(MaybeSameBill) as asked:
        till.counter.record_bill(world.new_id(), member, Bill(85_000))
    assert asked.value.bill == first.bill


def test_a_clean_stop_asks_nothing(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(85_000))
    till = reopened(till, world)
    assert till.counter.record_bill(world.new_id(), member, Bill(85_000)).balance == 20 + 16


def test_small_bills_add_up_where_the_remainder_is_carried(tmp_path: Path) -> None:
    world = World()
    program = replace(PROGRAM, remainder=Remainder.CARRIED, welcome_points=0)
    till = new_till(tmp_path, world, program=program)
    member = enrolled(till)
    earned = [till.counter.record_bill(world.new_id(), member, Bill(4_000)).earned for _ in range(5)]
    assert earned == [0, 0, 1, 0, 1]
    assert check(till.shop.file).is_clean


def test_nobody_stands_where_a_member_was_taken_back(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.returns.undo(member)
    with pytest.raises(MemberGone):
        till.counter.record_bill(world.new_id(), member, Bill(85_000))
    assert enrolled(till) != member, "the phone is free again"
