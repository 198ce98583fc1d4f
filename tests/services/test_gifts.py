"""Gifts that no bill brings are recorded once, and taken back with what brought them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.brought import GiftGiven, GiftKind
from loyalpos.engine.customer_list import Ready
from loyalpos.engine.gifts_due import gift_id
from loyalpos.engine.members import Enrolment
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Gives,
    Milestone,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import AmountOff, Expiry, ExpiryKind, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import Draw, Plan, Prize, StampCard, VoucherKind
from loyalpos.engine.tier_moves import MoveReason
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.errors import ReasonMissing, TierUnknown
from loyalpos.services.gifts import give
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.gifts import GiftRow, gifts_of
from tests.shops import CONSENT, World, enrolled, new_till, reopened

GOLD = Tier("gold", "Vàng", 1_000_000, extra_bp=1_000, gift_points=50)
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    expiry=Expiry(ExpiryKind.DAYS, 90),
    tiers=TierPlan(Reached.SPEND, Over.EVER, (GOLD,)),
    occasions=(
        WelcomeGift("hello", Gives(points=20, stamps=2, card="card", tickets=1, draw="tet", voucher="next")),
        BirthdayGift("born", Gives(points=30), before_days=3),
        AnniversaryGift("year", Gives(points=40)),
        Milestone("half", Reached.SPEND, 500_000, Gives(points=15, voucher="next"), name="Nửa triệu"),
        WinBack("missed", 60, Gives(points=25)),
    ),
    rewards=(AmountOff("free", "Giảm 20.000", 300, 20_000),),
    stamp_cards=(StampCard("card", "Thẻ", 10, "free"),),
    draws=(Draw("tet", "Tết", date(2027, 2, 1), (Prize("Xe", 1),)),),
    vouchers=(VoucherKind("next", "Hẹn gặp lại", 30, value_vnd=10_000),),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    open_day(till, world, 0)
    return till


def open_day(till: Till, world: World, days: int = 1) -> None:
    world.clock.forward(days=days)
    if not till.days.open().trusted:
        till.days.trust_clock()
    while till.days.bring():
        pass


def had(till: Till, member: UUID) -> list[GiftRow]:
    with till.shop.file.read() as connection:
        return [row for row in gifts_of(connection, member) if not row.gift.is_taken_back]


def occasions(till: Till, member: UUID) -> list[str]:
    return sorted(row.gift.occasion for row in had(till, member))


def balance(till: Till, member: UUID) -> int:
    return till.counter.desk(member).account.balance


def buy(till: Till, member: UUID, total_vnd: int) -> UUID:
    return till.counter.record_bill(till.shop.outside.new_id(), member, Bill(total_vnd)).bill


def all_is_well(till: Till) -> bool:
    with till.shop.file.read() as connection:
        return members_out_of_balance(connection) == () and check(till.shop.file).is_clean


def test_a_welcome_gives_points_stamps_and_a_voucher_at_once(till: Till) -> None:
    lan = enrolled(till)
    desk = till.counter.desk(lan)
    assert (desk.account.balance, desk.units) == (20, {"card": 2, "tet": 1})
    assert [one.kind.id for one in desk.vouchers] == ["next"]
    assert [gift.kind for gift in desk.gifts] == [GiftKind.WELCOME]
    assert desk.account.lots[0].expires_at is not None
    assert all_is_well(till)


def test_a_welcome_goes_with_an_enrolment_that_is_undone(till: Till) -> None:
    enrolled(till)
    till.returns.undo_last()
    assert [(act.kind, act.undone) for act in till.returns.acts()] == [
        (ActKind.GIFT, True),
        (ActKind.ENROLLED, True),
    ]
    assert all_is_well(till)


def test_an_old_customer_is_not_welcomed(till: Till) -> None:
    row = Ready(2, Phone("0912345678"), None, 5, None, None, "")
    till.lists.take_in(UUID(int=9), (row,), wording=CONSENT, progress=lambda *_: True)
    assert balance(till, till.members.find("0912345678")[0].id) == 5


def test_a_birthday_is_found_by_the_day_though_the_till_was_closed(till: Till, world: World) -> None:
    joins = Enrolment(Phone("0912345678"), birthday=Birthday(29, 2), consents=(CONSENT,))
    lan = till.members.enrol(world.new_id(), joins).member
    other = enrolled(till, "0987654321")
    open_day(till, world, 93)  # 24 February
    assert "born" not in occasions(till, lan)
    open_day(till, world, 5)
    assert occasions(till, lan) == ["born", "hello"]
    open_day(till, world)
    assert balance(till, lan) == 30  # the welcome is over
    assert occasions(till, other) == ["hello"]
    assert all_is_well(till)


def test_a_birthday_told_later_brings_its_gift_then(till: Till, world: World) -> None:
    lan = enrolled(till)
    till.members.change(lan, name="Lan", phone=Phone("0912345678"), birthday=Birthday(25, 11), note="")
    assert occasions(till, lan) == ["born", "hello"]
    till.members.change(lan, name="Lan", phone=Phone("0912345678"), birthday=Birthday(26, 11), note="")
    assert occasions(till, lan) == ["born", "hello"]


def test_a_year_and_a_long_absence_are_noticed_once(till: Till, world: World) -> None:
    lan = enrolled(till)
    buy(till, lan, 100_000)
    open_day(till, world, 59)
    assert occasions(till, lan) == ["hello"]
    open_day(till, world)
    open_day(till, world)
    assert occasions(till, lan) == ["hello", "missed"]
    buy(till, lan, 100_000)
    open_day(till, world, 60)
    assert occasions(till, lan) == ["hello", "missed", "missed"]
    open_day(till, world, 365 - 121)
    assert "year" in occasions(till, lan)
    assert all_is_well(till)


@pytest.mark.parametrize("found_after", [5, 25])
def test_a_bill_undone_late_was_no_visit_and_hides_no_absence(
    till: Till, world: World, found_after: int
) -> None:
    """It is found before the sixty days are over, or after."""
    lan = enrolled(till)
    buy(till, lan, 100_000)
    open_day(till, world, 40)
    wrong = till.shop.outside.new_id()
    till.counter.record_bill(wrong, lan, Bill(100_000))
    open_day(till, world, found_after)
    assert occasions(till, lan) == ["hello"]
    till.returns.undo(wrong)
    open_day(till, world, max(1, 19 - found_after))
    assert ("missed" in occasions(till, lan)) == (found_after > 20)
    open_day(till, world)
    assert occasions(till, lan) == ["hello", "missed"]
    assert all_is_well(till)


def test_a_return_takes_milestone_and_level_back_and_its_undoing_gives_them_again(till: Till) -> None:
    lan = enrolled(till)
    big = till.shop.outside.new_id()
    done = till.counter.record_bill(big, lan, Bill(1_000_000))
    assert (done.earned, done.balance) == (100, 20 + 100 + 50 + 15)
    assert (done.brought.tier, done.brought.tier_rose) == ("Vàng", True)
    assert {gift.kind for gift in done.brought.gifts} == {GiftKind.TIER, GiftKind.MILESTONE}
    assert till.counter.record_bill(big, lan, Bill(1_000_000)) == replace(done, repeated=True)
    vouchers = len(till.counter.desk(lan).vouchers)
    back = till.returns.return_bill(big, 1, 600_000)
    assert (back.taken_back, back.brought.points, back.balance) == (60, -65, 60)
    assert (back.brought.tier, back.brought.tier_rose) == ("", False)
    assert till.returns.return_bill(big, 1, 600_000) == replace(back, repeated=True)
    assert len(till.counter.desk(lan).vouchers) == vouchers - 1
    till.returns.undo(back.reversal)
    assert balance(till, lan) == done.balance
    assert till.counter.desk(lan).footing.tier == "gold"
    assert [row.gift.is_taken_back for row in _all(till, lan)].count(True) == 2
    till.returns.undo(big)
    assert balance(till, lan) == 20
    assert all_is_well(till)


def _all(till: Till, member: UUID) -> tuple[GiftRow, ...]:
    with till.shop.file.read() as connection:
        return gifts_of(connection, member)


def test_ctrl_z_never_means_a_gift_and_the_lists_say_what_it_was_for(till: Till) -> None:
    lan = enrolled(till)
    bill = buy(till, lan, 500_000)
    last = till.returns.last()
    assert last is not None
    assert last.record == bill
    gift = next(act for act in till.returns.acts() if act.kind is ActKind.GIFT)
    assert (gift.member, gift.earned, gift.rewards) == (lan, 15, ("milestone", "Nửa triệu"))
    assert [line.gift.kind for line in till.members.history(lan) if line.gift] == [
        GiftKind.WELCOME,
        GiftKind.MILESTONE,
    ]
    till.returns.undo_last()
    assert next(act for act in till.returns.acts() if act.kind is ActKind.GIFT).undone


def test_a_milestone_passed_before_it_was_set_up_brings_nothing(tmp_path: Path, world: World) -> None:
    plain = replace(PROGRAM, occasions=(), tiers=TierPlan())
    till = new_till(tmp_path, world, program=plain, stock={})
    lan, duc = enrolled(till), enrolled(till, "0987654321")
    buy(till, lan, 600_000)
    world.clock.forward(days=1)
    till.shop.publish(PROGRAM)
    buy(till, lan, 10_000)
    assert occasions(till, lan) == []
    buy(till, duc, 500_000)
    assert occasions(till, duc) == ["half"]


def test_a_gift_set_up_in_the_middle_of_a_day_is_given_for_that_day_too(tmp_path: Path, world: World) -> None:
    till = new_till(tmp_path, world, program=replace(PROGRAM, occasions=PROGRAM.occasions[-1:]), stock={})
    joins = Enrolment(Phone("0912345678"), birthday=Birthday(23, 11), consents=(CONSENT,))
    lan = till.members.enrol(world.new_id(), joins).member
    open_day(till, world, 0)
    till.shop.publish(replace(PROGRAM, occasions=(BirthdayGift("born", Gives(points=30)),)))
    open_day(till, world)
    assert occasions(till, lan) == ["born"]


def test_a_plan_gives_only_while_it_runs(tmp_path: Path, world: World) -> None:
    today = world.clock.at.date()
    plan = Plan("days", "Ngày vui", today + timedelta(days=1), today + timedelta(days=3))
    born = BirthdayGift("born", Gives(points=30), before_days=9, plan="days")
    till = new_till(tmp_path, world, program=replace(PROGRAM, occasions=(born,), plans=(plan,)), stock={})
    joins = Enrolment(Phone("0912345678"), birthday=Birthday(24, 11), consents=(CONSENT,))
    early = till.members.enrol(world.new_id(), joins).member
    joins = replace(joins, phone=Phone("0987654321"))
    world.clock.forward(days=1)
    late = till.members.enrol(world.new_id(), joins).member
    assert (occasions(till, early), occasions(till, late)) == ([], ["born"])


def test_two_tills_that_give_one_gift_give_it_once(till: Till, world: World) -> None:
    lan = enrolled(till)
    today = till.shop.time.business_day(world.clock.at)
    gift = GiftGiven(
        gift_id(lan, "born", "2026"), GiftKind.BIRTHDAY, "born", "2026", "", Gives(points=30), today
    )
    for _ in range(2):
        with till.shop.file.work() as connection:
            give(connection, till.shop, lan, gift)
    assert balance(till, lan) == 50
    assert all_is_well(till)


def test_a_restart_in_the_middle_of_the_morning_gives_the_rest(till: Till, world: World) -> None:
    whose = []
    for number in range(7):
        joins = Enrolment(Phone(f"09123456{number:02d}"), birthday=Birthday(1, 12), consents=(CONSENT,))
        whose.append(till.members.enrol(world.new_id(), joins).member)
    world.clock.forward(days=5)
    till.days.open()
    till.days.trust_clock()
    assert till.days.bring()
    assert sum("born" in occasions(till, one) for one in whose) == 5
    till = reopened(till, world)
    while till.days.bring():
        pass
    assert all(occasions(till, one) == ["born", "hello"] for one in whose)
    assert all_is_well(till)


def test_a_doubtful_clock_gives_nothing(till: Till, world: World) -> None:
    joins = Enrolment(Phone("0912345678"), birthday=Birthday(10, 3), consents=(CONSENT,))
    lan = till.members.enrol(world.new_id(), joins).member
    world.clock.forward(days=105)
    till.days.open()
    assert not till.days.bring()
    buy(till, lan, 10_000)
    assert occasions(till, lan) == ["hello"]
    till.days.trust_clock()
    while till.days.bring():
        pass
    assert "born" in occasions(till, lan)


def test_a_tier_set_by_hand_is_a_floor_with_a_reason(till: Till, world: World) -> None:
    lan = enrolled(till)
    till.tiers.set_by_hand(world.new_id(), lan, "gold", "Cô giáo của con")
    desk = till.counter.desk(lan)
    assert desk.footing.tier == "gold"
    assert desk.account.balance == 20  # its gift comes when it is reached
    done = till.counter.record_bill(world.new_id(), lan, Bill(1_000_000))
    assert (done.earned, done.balance) == (110, 20 + 110 + 50 + 15)
    till.returns.undo(done.bill)
    assert till.counter.desk(lan).footing.tier == "gold"
    first = till.tiers.moves(lan)[-1]
    assert (first.after, first.reason, first.note) == ("Vàng", MoveReason.BY_HAND, "Cô giáo của con")
    with pytest.raises(ReasonMissing):
        till.tiers.set_by_hand(world.new_id(), lan, "", " ")
    with pytest.raises(TierUnknown):
        till.tiers.set_by_hand(world.new_id(), lan, "none", "vì")
    assert all_is_well(till)
