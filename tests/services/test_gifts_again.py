"""A gift that is taken back and comes again brings nothing twice, and goes by what was asked at first."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.members import Enrolment, Origin
from loyalpos.engine.occasions import BirthdayGift, Gives, Milestone, Referral
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Expiry, ExpiryKind, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, World, enrolled, new_till

PLAIN = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    expiry=Expiry(ExpiryKind.DAYS, 10),
    vouchers=(VoucherKind("next", "Hẹn gặp lại", 30, value_vnd=10_000),),
)


def thrice(at: int = 3, **gives: object) -> Program:
    return replace(PLAIN, occasions=(Milestone("thrice", Reached.VISITS, at, Gives(**gives)),))  # type: ignore[arg-type]


def friends(minimum_vnd: int = 50_000, voucher: str = "") -> Program:
    gives = Gives(20, voucher=voucher)
    return replace(PLAIN, occasions=(Referral("friends", Gives(50), gives, minimum_vnd=minimum_vnd),))


@pytest.fixture
def world() -> World:
    return World()


def opened(folder: Path, world: World, program: Program) -> Till:
    till = new_till(folder, world, program=program, stock={})
    next_day(till, world, 0)
    return till


def next_day(till: Till, world: World, days: int) -> None:
    world.clock.forward(days=days)
    if not till.days.open().trusted:
        till.days.trust_clock()
    while till.days.bring():
        pass


def buy(till: Till, member: UUID, total_vnd: int) -> UUID:
    return till.counter.record_bill(till.shop.outside.new_id(), member, Bill(total_vnd)).bill


def give_back(till: Till, bill: UUID, returned_vnd: int | None = None) -> UUID:
    part = till.returns.desk(bill).bill.parts + 1
    return till.returns.return_bill(bill, part, returned_vnd).reversal


def balance(till: Till, member: UUID) -> int:
    return till.counter.desk(member).account.balance


def brought(till: Till, referrer: UUID) -> UUID:
    friend = Enrolment(Phone("0987654301"), "Bạn", consents=(CONSENT,), origin=Origin(referrer))
    return till.members.enrol(till.shop.outside.new_id(), friend).member


@pytest.mark.parametrize("undone", [True, False])
def test_a_used_voucher_of_a_milestone_comes_no_second_time(
    tmp_path: Path, world: World, *, undone: bool
) -> None:
    till = opened(tmp_path, world, thrice(voucher="next"))
    lan = enrolled(till)
    first = [buy(till, lan, 10_000) for _ in range(3)]
    (shown,) = till.counter.desk(lan).vouchers
    till.counter.record_bill(world.new_id(), lan, Bill(50_000), vouchers=(shown.voucher.code,))
    give_back(till, first[0])
    back = give_back(till, first[1])
    if undone:
        till.returns.undo(back)
    else:
        buy(till, lan, 10_000)
    assert till.counter.desk(lan).vouchers == ()
    assert check(till.shop.file).is_clean


def test_an_open_voucher_is_the_same_again_when_the_return_is_undone(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, thrice(voucher="next"))
    lan = enrolled(till)
    first = [buy(till, lan, 10_000) for _ in range(3)]
    had = till.counter.desk(lan).vouchers
    for _ in range(2):
        back = give_back(till, first[0])
        assert till.counter.desk(lan).vouchers == ()
        till.returns.undo(back)
        assert till.counter.desk(lan).vouchers == had
    give_back(till, first[0])
    buy(till, lan, 10_000)
    (shown,) = till.counter.desk(lan).vouchers
    assert shown not in had
    assert check(till.shop.file).is_clean


@pytest.mark.parametrize("undone", [True, False])
def test_points_of_a_milestone_that_expired_come_no_second_time(
    tmp_path: Path, world: World, *, undone: bool
) -> None:
    till = opened(tmp_path, world, thrice(points=50))
    lan = enrolled(till)
    first = [buy(till, lan, 1_000) for _ in range(3)]
    assert balance(till, lan) == 50
    next_day(till, world, 12)
    assert balance(till, lan) == 0
    back = give_back(till, first[0])
    if undone:
        assert till.returns.undo(back).brought.gifts == ()
    else:
        buy(till, lan, 1_000)
    assert balance(till, lan) == 0
    assert till.counter.desk(lan).gifts == ()
    assert check(till.shop.file).is_clean


def test_points_of_a_level_that_expired_come_no_second_time(tmp_path: Path, world: World) -> None:
    gold = TierPlan(over=Over.EVER, tiers=(Tier("gold", "Vàng", 1_000, gift_points=50),))
    till = opened(tmp_path, world, replace(PLAIN, tiers=gold))
    lan = enrolled(till)
    bill = buy(till, lan, 1_000)
    assert balance(till, lan) == 50
    next_day(till, world, 12)
    till.returns.undo(give_back(till, bill))
    assert balance(till, lan) == 0
    assert till.counter.desk(lan).footing.tier == "gold"
    assert check(till.shop.file).is_clean


def test_a_gift_lives_no_longer_for_a_return_that_was_undone(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, thrice(points=50))
    lan = enrolled(till)
    first = [buy(till, lan, 1_000) for _ in range(3)]
    (had,) = till.counter.desk(lan).account.lots
    next_day(till, world, 5)
    till.returns.undo(give_back(till, first[0]))
    (now,) = till.counter.desk(lan).account.lots
    assert (now.rest, now.expires_at) == (50, had.expires_at)


def test_a_milestone_comes_again_though_its_bills_were_entered_later(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, thrice(points=50))
    lan = enrolled(till)
    yesterday = world.clock.at - timedelta(days=1)

    def enter_later() -> UUID:
        return till.counter.record_bill(world.new_id(), lan, Bill(1_000, yesterday)).bill

    enter_later(), enter_later()
    last = buy(till, lan, 1_000)
    assert balance(till, lan) == 50
    one_more = enter_later()
    till.returns.undo(last)
    till.returns.undo(give_back(till, one_more))
    assert balance(till, lan) == 50


def test_a_milestone_put_further_off_is_not_taken_from_who_has_it(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, thrice(points=50))
    lan = enrolled(till)
    first = [buy(till, lan, 20_000) for _ in range(4)]
    till.shop.publish(thrice(6, points=50))
    give_back(till, first[0], 10_000)
    assert balance(till, lan) == 50 + 7
    give_back(till, first[0])
    assert balance(till, lan) == 50 + 6
    give_back(till, first[1])
    assert balance(till, lan) == 4


def test_a_milestone_goes_with_its_bill_though_the_program_has_it_no_more(
    tmp_path: Path, world: World
) -> None:
    till = opened(tmp_path, world, thrice(points=50))
    lan = enrolled(till)
    last = [buy(till, lan, 20_000) for _ in range(3)][-1]
    till.shop.publish(PLAIN)
    till.returns.undo(give_back(till, last))
    assert balance(till, lan) == 50 + 6
    till.returns.undo(last)
    assert balance(till, lan) == 4
    assert check(till.shop.file).is_clean


def test_a_milestone_brought_nearer_is_not_taken_and_given_again(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, thrice(points=50))
    lan = enrolled(till)
    last = [buy(till, lan, 20_000) for _ in range(3)][-1]
    till.shop.publish(thrice(2, points=50))
    assert till.returns.undo(last).brought.taken_back == ()
    assert balance(till, lan) == 50 + 4


def test_a_referral_goes_by_the_minimum_of_then(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, friends(50_000))
    lan = enrolled(till)
    bill = buy(till, brought(till, lan), 70_000)
    till.shop.publish(friends(100_000))
    give_back(till, bill, 10_000)
    assert balance(till, lan) == 50
    give_back(till, bill, 20_000)
    assert balance(till, lan) == 0


def test_a_return_of_an_old_bill_pays_no_referral(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, PLAIN)
    lan = enrolled(till)
    bill = buy(till, brought(till, lan), 100_000)
    till.shop.publish(friends())
    back = give_back(till, bill, 10_000)
    assert balance(till, lan) == 0
    till.returns.undo(back)
    assert balance(till, lan) == 0


def test_a_friends_used_voucher_comes_no_second_time(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, friends(voucher="next"))
    lan = enrolled(till)
    friend = brought(till, lan)
    bill = buy(till, friend, 70_000)
    (shown,) = till.counter.desk(friend).vouchers
    till.counter.record_bill(world.new_id(), friend, Bill(20_000), vouchers=(shown.voucher.code,))
    back = give_back(till, bill)
    assert balance(till, lan) == 0
    till.returns.undo(back)
    assert balance(till, lan) == 50
    assert till.counter.desk(friend).vouchers == ()
    assert check(till.shop.file).is_clean


def test_a_used_voucher_goes_with_its_gift_through_a_move_that_is_undone(
    tmp_path: Path, world: World
) -> None:
    till = opened(tmp_path, world, friends(voucher="next"))
    friend = brought(till, enrolled(till))
    bill = buy(till, friend, 70_000)
    (shown,) = till.counter.desk(friend).vouchers
    till.counter.record_bill(world.new_id(), friend, Bill(20_000), vouchers=(shown.voucher.code,))
    moved = world.new_id()
    till.returns.move_bill(bill, friend, moved)
    assert till.counter.desk(friend).vouchers == ()
    till.returns.undo(moved)
    assert till.counter.desk(friend).vouchers == ()
    assert check(till.shop.file).is_clean


def test_points_that_expire_with_a_gift_of_the_day_are_not_taken_again_by_a_return(
    tmp_path: Path, world: World
) -> None:
    till = opened(tmp_path, world, replace(PLAIN, occasions=(BirthdayGift("born", Gives(points=5)),)))
    person = Enrolment(Phone("0987654301"), "Mai", birthday=Birthday(4, 12), consents=(CONSENT,))
    mai = till.members.enrol(world.new_id(), person).member
    bill = buy(till, mai, 100_000)
    next_day(till, world, 10)
    assert balance(till, mai) == 10
    world.clock.forward(days=1)
    give_back(till, bill)
    assert balance(till, mai) == 5
