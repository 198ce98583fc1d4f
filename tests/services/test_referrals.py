"""Referrals: named at the enrolment or in time after it, paid to both sides with the friend's first bill."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.members import Enrolment, Origin, Source
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.phones import Phone
from loyalpos.errors import MemberGone, ReferrerRefused, SameIdOtherContent
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till

FRIENDS = replace(
    PROGRAM,
    welcome_points=0,
    occasions=(Referral("friends", Gives(50), Gives(20), minimum_vnd=50_000, most_a_month=2),),
)


@pytest.fixture
def till(tmp_path: Path) -> Till:
    return new_till(tmp_path, World(), program=FRIENDS)


def brought(till: Till, referrer: UUID | None, number: int = 1, source: Source | None = None) -> UUID:
    """A friend joins, and says who sent them."""
    enrolment = Enrolment(
        Phone(f"09876543{number:02d}"), f"Bạn {number}", consents=(CONSENT,), origin=Origin(referrer, source)
    )
    return till.members.enrol(till.shop.outside.new_id(), enrolment).member


def buy(till: Till, member: UUID, total_vnd: int) -> UUID:
    bill = till.shop.outside.new_id()
    till.counter.record_bill(bill, member, Bill(total_vnd))
    return bill


def balance(till: Till, member: UUID) -> int:
    view = till.counter.desk(member).member
    assert view is not None
    return view.account.balance


def test_who_sent_them_and_how_they_heard_of_the_shop_is_kept_with_the_enrolment(till: Till) -> None:
    hoa = enrolled(till)
    friend = brought(till, hoa, source=Source.ZALO)
    seen = till.referrals.of(friend)
    assert seen.origin == Origin(hoa, Source.ZALO)
    assert seen.referrer is not None
    assert seen.referrer.id == hoa
    assert [one.id for one in till.referrals.of(hoa).friends] == [friend]
    assert till.referrals.of(hoa).origin == Origin()
    assert check(till.shop.file).is_clean


def test_the_same_enrolment_with_another_referrer_is_another_request(till: Till) -> None:
    hoa, minh = enrolled(till), enrolled(till, "0911111111", "Minh")
    action = till.shop.outside.new_id()
    said = Enrolment(Phone("0987654321"), "Bạn", consents=(CONSENT,), origin=Origin(hoa))
    till.members.enrol(action, said)
    assert till.members.enrol(action, said).repeated
    with pytest.raises(SameIdOtherContent):
        till.members.enrol(action, replace(said, origin=Origin(minh)))


def test_nobody_refers_oneself_nor_in_a_circle_nor_after_the_first_bill(till: Till) -> None:
    hoa = enrolled(till)
    minh = brought(till, hoa)
    mai = brought(till, minh, 2)
    for friend, referrer, why in ((hoa, hoa, "oneself"), (hoa, minh, "circle"), (hoa, mai, "circle")):
        with pytest.raises(ReferrerRefused) as refused:
            till.referrals.say(friend, Origin(referrer))
        assert refused.value.why == why
    buy(till, mai, 20_000)
    till.referrals.say(mai, Origin(hoa, Source.FRIEND))
    assert till.referrals.of(mai).may_change
    buy(till, mai, 60_000)
    assert not till.referrals.of(mai).may_change
    with pytest.raises(ReferrerRefused) as refused:
        till.referrals.say(mai, Origin(minh))
    assert refused.value.why == "too_late"
    till.referrals.say(mai, Origin(hoa, Source.ZALO))
    assert till.referrals.of(mai).origin == Origin(hoa, Source.ZALO), (
        "how they heard of the shop may be mended"
    )
    assert check(till.shop.file).is_clean


def test_who_is_gone_has_sent_nobody(till: Till) -> None:
    hoa = enrolled(till)
    till.returns.undo(hoa)
    with pytest.raises(MemberGone):
        brought(till, hoa)
    friend = brought(till, None)
    with pytest.raises(MemberGone):
        till.referrals.say(friend, Origin(hoa))


# Paid ---------------------------------------------------------------------------------------------


def test_both_are_paid_with_the_friends_first_bill_above_the_minimum_and_told(till: Till) -> None:
    hoa = enrolled(till)
    friend = brought(till, hoa)
    buy(till, friend, 40_000)
    assert (balance(till, hoa), balance(till, friend)) == (0, 4)
    bill = till.shop.outside.new_id()
    done = till.counter.record_bill(bill, friend, Bill(60_000))
    assert (balance(till, hoa), balance(till, friend)) == (50, 30)
    assert done.balance == 30
    assert [gift.gives.points for gift in done.brought.gifts] == [20]
    told = done.brought.referrer
    assert told is not None
    assert (told.name, [gift.gives.points for gift in told.gifts]) == ("Nguyễn Văn Đức", [50])
    again = till.counter.record_bill(bill, friend, Bill(60_000))
    assert again.repeated
    assert again.brought == done.brought
    buy(till, friend, 500_000)
    assert balance(till, hoa) == 50, "once for each friend"
    for member in (hoa, friend):
        assert any(line.gift is not None for line in till.members.history(member))
    assert members_out_of_balance_in(till) == ()
    assert check(till.shop.file).is_clean


def test_a_return_or_an_undo_takes_both_back_and_makes_room(till: Till) -> None:
    hoa = enrolled(till)
    friend = brought(till, hoa)
    bill = buy(till, friend, 60_000)
    back = till.returns.return_bill(bill, 1, None)
    assert (balance(till, hoa), balance(till, friend)) == (0, 0)
    assert [gift.taken_points for gift in back.brought.taken_back] == [20]
    assert back.brought.referrer is not None
    assert [gift.taken_points for gift in back.brought.referrer.taken_back] == [50]
    till.returns.undo_last()
    assert (balance(till, hoa), balance(till, friend)) == (50, 26), "the return was undone"
    till.returns.undo(bill)
    assert (balance(till, hoa), balance(till, friend)) == (0, 0)
    buy(till, friend, 70_000)
    assert (balance(till, hoa), balance(till, friend)) == (50, 27)
    assert check(till.shop.file).is_clean


def test_a_part_that_brings_the_bill_below_the_minimum_takes_both_back(till: Till) -> None:
    hoa = enrolled(till)
    friend = brought(till, hoa)
    bill = buy(till, friend, 80_000)
    till.returns.return_bill(bill, 1, 20_000)
    assert balance(till, hoa) == 50
    till.returns.return_bill(bill, 2, 20_000)
    assert (balance(till, hoa), balance(till, friend)) == (0, 4)
    till.returns.undo_last()
    assert (balance(till, hoa), balance(till, friend)) == (50, 26)
    assert check(till.shop.file).is_clean


def test_a_bill_moved_to_the_right_friend_pays_the_right_referrer(till: Till) -> None:
    hoa, minh = enrolled(till), enrolled(till, "0911111111", "Minh")
    wrong, right = brought(till, hoa), brought(till, minh, 2)
    bill = buy(till, wrong, 60_000)
    till.returns.move_bill(bill, right, till.shop.outside.new_id())
    assert [balance(till, one) for one in (hoa, wrong, minh, right)] == [0, 0, 50, 26]
    assert check(till.shop.file).is_clean


def test_no_more_friends_are_paid_for_in_a_month_than_the_program_says(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=FRIENDS)
    till.days.open()
    hoa = enrolled(till)
    friends = [brought(till, hoa, number) for number in range(1, 5)]
    for friend in friends[:3]:
        buy(till, friend, 60_000)
    assert balance(till, hoa) == 100, "two a month"
    assert balance(till, friends[2]) == 26, "the friend's own side is settled"
    world.clock.forward(days=10)
    till.days.open()
    buy(till, friends[2], 60_000)
    assert balance(till, hoa) == 100, "not later either"
    buy(till, friends[3], 60_000)
    assert balance(till, hoa) == 150


def test_who_bought_before_the_shop_gave_anything_for_friends_is_nobodys_new_friend(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(), program=replace(FRIENDS, occasions=()))
    hoa = enrolled(till)
    friend = brought(till, hoa)
    buy(till, friend, 60_000)
    till.shop.publish(FRIENDS)
    buy(till, friend, 60_000)
    assert balance(till, hoa) == 0


def test_a_referrer_who_is_gone_gets_nothing_and_the_friend_does(till: Till) -> None:
    hoa = enrolled(till)
    friend = brought(till, hoa)
    till.returns.undo(hoa)
    buy(till, friend, 60_000)
    assert balance(till, friend) == 26
    assert check(till.shop.file).is_clean


def test_a_side_that_gets_nothing_is_settled_and_not_told(tmp_path: Path) -> None:
    program = replace(FRIENDS, occasions=(Referral("friends", Gives(50), Gives()),))
    till = new_till(tmp_path, World(), program=program)
    hoa = enrolled(till)
    friend = brought(till, hoa)
    done = till.counter.record_bill(till.shop.outside.new_id(), friend, Bill(10_000))
    assert done.brought.gifts == ()
    assert balance(till, hoa) == 50
    buy(till, friend, 10_000)
    assert balance(till, hoa) == 50
    assert len([act for act in till.returns.acts() if act.kind is ActKind.GIFT]) == 1
    assert check(till.shop.file).is_clean


def members_out_of_balance_in(till: Till) -> tuple[UUID, ...]:
    with till.shop.file.read() as connection:
        return members_out_of_balance(connection)
