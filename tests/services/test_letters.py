"""Whom letters reach, and what stands in them."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.engine.tiers import Over, Tier, TierPlan
from loyalpos.services.till import Till
from tests.shops import CONSENT, PROGRAM, World, new_till, reopened

MESSAGES = Consent(Purpose.MESSAGES, "messages", 1, "vi", "spoken")


def join(
    till: Till, phone: str, name: str, *, agrees: bool = True, birthday: Birthday | None = None
) -> Enrolment:
    consents = (CONSENT, MESSAGES) if agrees else (CONSENT,)
    return Enrolment(Phone(phone), name, birthday=birthday, consents=consents)


def test_only_those_who_agreed_to_messages_get_a_letter(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    new_id = till.shop.outside.new_id
    yes = till.members.enrol(new_id(), join(till, "0912345678", "Đức")).member
    no = till.members.enrol(new_id(), join(till, "0912345679", "Hạnh", agrees=False)).member
    gone = till.members.enrol(new_id(), join(till, "0912345670", "Lan")).member
    till.returns.undo(gone)
    assert till.letters.agreed((yes, no)) == {yes}
    assert [one.member.id for one in till.letters.addressees((no, yes, gone), agreed_only=True)] == [yes]
    listed = till.letters.addressees((no, yes, gone), agreed_only=False)
    assert [one.member.id for one in listed] == [no, yes]


def test_a_letter_knows_the_points_and_the_reward_that_is_near(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    new_id = till.shop.outside.new_id
    member = till.members.enrol(new_id(), join(till, "0912345678", "Đức")).member
    till.counter.record_bill(new_id(), member, Bill(2_700_000))
    (one,) = till.letters.addressees((member,), agreed_only=True)
    assert one.points == 290
    assert one.near is not None
    assert (one.near.reward.name, one.near.missing) == ("Tặng 1 bạc xỉu", 10)
    assert one.reached is not None
    assert one.reached.name == "Giảm 10%"


def test_birthdays_of_a_month_are_found_by_their_day(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    new_id = till.shop.outside.new_id
    for phone, name, birthday in (
        ("0912345671", "Cuối", Birthday(30, 11)),
        ("0912345672", "Đầu", Birthday(1, 11, 1990)),
        ("0912345673", "Khác", Birthday(1, 12)),
        ("0912345674", "Không", None),
        ("0912345675", "Nhuận", Birthday(29, 2)),
    ):
        till.members.enrol(new_id(), join(till, phone, name, birthday=birthday))
    assert [one.name for one in till.letters.born_in(11)] == ["Đầu", "Cuối"]
    assert [one.name for one in till.letters.born_in(2)] == ["Nhuận"]
    assert till.letters.born_in(5) == ()


def test_members_of_a_tier_are_found_and_the_tier_stands_in_the_letter(tmp_path: Path) -> None:
    plan = TierPlan(over=Over.EVER, tiers=(Tier("gold", "Vàng", 150_000),))
    till = new_till(tmp_path, World(), program=replace(PROGRAM, tiers=plan))
    till.days.open()
    new_id = till.shop.outside.new_id
    gold = till.members.enrol(new_id(), join(till, "0912345678", "Đức")).member
    plain = till.members.enrol(new_id(), join(till, "0912345679", "Hạnh")).member
    till.counter.record_bill(new_id(), gold, Bill(200_000))
    assert till.letters.tiers() == (("gold", "Vàng"),)
    assert [one.id for one in till.letters.in_tier("gold")] == [gold]
    assert [one.tier for one in till.letters.addressees((gold, plain), agreed_only=True)] == ["Vàng", ""]


def test_the_words_of_the_last_letter_are_kept(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    assert till.letters.words() == ""
    till.letters.keep("Chúc mừng {tên}!")
    assert reopened(till, world).letters.words() == "Chúc mừng {tên}!"
