"""Referrals: named at the enrolment or in time after it, paid to both sides with the friend's first bill."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.engine.members import Enrolment, Origin, Source
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.phones import Phone
from loyalpos.errors import MemberGone, ReferrerRefused, SameIdOtherContent
from loyalpos.services.till import Till
from loyalpos.store.check import check
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
