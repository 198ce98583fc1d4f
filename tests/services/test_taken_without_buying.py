"""A reward that is taken without buying anything earns nothing and is no visit, at the till as in a case."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.conditions import FirstPurchase
from loyalpos.engine.occasions import Every, Gives, HolidayGift, Streak
from loyalpos.engine.program import Expiry, ExpiryKind, Gift, Program
from loyalpos.engine.rewards import quote
from loyalpos.engine.rules import BonusRule, StampRule, VisitRule, VoucherRule
from loyalpos.engine.side_programs import StampCard, VoucherKind
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.errors import RewardNotTakeable
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.journal import find_record
from loyalpos.store.visits import last_day_of, sums_of
from tests.shops import World, enrolled, new_till

EAGER = Program(
    0,
    rules=(
        VisitRule("v", points=10),
        BonusRule("bo", points=7, when=FirstPurchase()),
        StampRule("s", "c"),
        VoucherRule("vr", "vk"),
    ),
    rewards=(Gift("coffee", "Bạc xỉu", 50),),
    welcome_points=100,
    stamp_cards=(StampCard("c", "Thẻ", 1, "coffee"),),
    vouchers=(VoucherKind("vk", "Phiếu", 30, value_vnd=10_000),),
    tiers=TierPlan(reached_by=Reached.VISITS, tiers=(Tier("g", "Vàng", 1, gift_points=500),)),
    expiry=Expiry(ExpiryKind.INACTIVITY, 1),
)
"""Everything that pays for coming."""


def member_of(tmp_path: Path, world: World) -> tuple[Till, UUID]:
    till = new_till(tmp_path, world, program=EAGER)
    return till, enrolled(till)


def assert_in_order(till: Till) -> None:
    assert check(till.shop.file).is_clean
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()


def test_it_brings_nothing_and_the_first_purchase_is_still_to_come(tmp_path: Path) -> None:
    world = World()
    till, member = member_of(tmp_path, world)
    before = till.counter.desk(member)
    taken = till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),))
    assert (taken.earned, taken.lines, taken.vouchers, taken.brought.gifts) == (0, (), (), ())
    desk = till.counter.desk(member)
    assert desk.member is not None
    assert before.member is not None
    assert (desk.account.balance, dict(desk.units), desk.vouchers) == (50, {}, ())
    assert (desk.member.visits, desk.member.last_visit, desk.footing.tier) == (0, None, "")
    with till.shop.file.read() as connection:
        assert sums_of(connection, member) == ()
        assert last_day_of(connection, member) is None
    bought = till.counter.record_bill(world.new_id(), member, Bill(30_000))
    assert bought.earned == 17
    assert till.counter.desk(member).footing.tier == "g"
    assert_in_order(till)


def test_the_preview_says_so_before(tmp_path: Path) -> None:
    till, member = member_of(tmp_path, World())
    desk = till.counter.desk(member)
    seen = quote(
        desk.program, desk.account, desk.footing, Bill(0), (Taken("coffee"),), spendable=100, stock=desk.stock
    )
    assert (seen.refused, seen.earning.points, seen.earning.lines, seen.earning.units) == ((), 0, (), ())
    assert seen.balance_after == 50


def test_a_full_card_pays_once_and_does_not_fill_itself(tmp_path: Path) -> None:
    world = World()
    till, member = member_of(tmp_path, world)
    till.counter.record_bill(world.new_id(), member, Bill(30_000))
    by_card = (Taken("coffee", card="c"),)
    till.counter.record_bill(world.new_id(), member, Bill(0), by_card)
    with pytest.raises(RewardNotTakeable):
        till.counter.record_bill(world.new_id(), member, Bill(0), by_card)
    assert_in_order(till)


@pytest.mark.parametrize("undo", [True, False])
def test_taken_back_and_taken_again_no_visit_comes_or_goes(tmp_path: Path, undo: bool) -> None:
    world = World()
    till, member = member_of(tmp_path, world)
    till.counter.record_bill(world.new_id(), member, Bill(30_000))
    seen = till.counter.desk(member).member
    world.clock.forward(days=3)
    till.days.open()
    bill = till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),)).bill
    if undo:
        till.returns.undo(bill)
    else:
        back = till.returns.return_bill(bill, 1, None)
        till.returns.undo(back.reversal)
    now = till.counter.desk(member).member
    assert seen is not None
    assert now is not None
    assert (now.visits, now.last_visit) == (1, seen.last_visit)
    assert_in_order(till)


def test_who_only_takes_rewards_stays_away(tmp_path: Path) -> None:
    world = World()
    till, member = member_of(tmp_path, world)
    till.counter.record_bill(world.new_id(), member, Bill(30_000))
    for _ in range(5):
        world.clock.forward(days=8)
        till.days.open()
        if till.counter.desk(member).account.spendable(world.clock.at) >= 50:
            till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),))
    assert till.counter.desk(member).account.spendable(world.clock.at) == 0


def test_what_was_recorded_as_a_visit_before_stays_one(tmp_path: Path) -> None:
    world = World()
    till, member = member_of(tmp_path, world)
    new = till.counter.record_bill(world.new_id(), member, Bill(0)).bill
    shop, old = till.shop, world.new_id()
    with shop.file.work() as connection:
        record = find_record(connection, new)
        assert record is not None
        said = json.loads(record.body)
        assert said["outcome"].pop("visit") is False
        shop.write(connection, "bill_recorded", said["request"], said["outcome"], action=old)
    seen = till.counter.desk(member).member
    assert seen is not None
    assert (seen.visits, seen.last_visit is None) == (1, False)
    assert_in_order(till)
    back = till.returns.return_bill(old, 1, None).reversal
    gone = till.counter.desk(member).member
    till.returns.undo(back)
    again = till.counter.desk(member).member
    assert gone is not None
    assert again is not None
    assert (gone.visits, again.visits) == (0, 1)
    assert_in_order(till)


def test_nobody_came_to_buy_for_a_holiday_or_a_row_of_visits(tmp_path: Path) -> None:
    world = World()
    today = world.clock().date()
    program = Program(
        0,
        rules=(),
        rewards=(Gift("coffee", "Bạc xỉu", 10),),
        welcome_points=100,
        occasions=(
            HolidayGift("h", today.month, today.day, Gives(points=50), before_days=2, after_days=2),
            Streak("s", Every.DAY, 2, Gives(points=70)),
        ),
    )
    till = new_till(tmp_path, world, program=program)
    member = enrolled(till)
    for _ in range(2):
        taken = till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),))
        assert taken.brought.gifts == ()
        world.clock.forward(days=1)
        till.days.open()
    assert till.counter.desk(member).account.balance == 80
    assert_in_order(till)
