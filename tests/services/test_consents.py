"""What members agree to and take back, over a real file, beside a notebook of what was said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.consents import id_numbers_in
from loyalpos.engine.customer_list import Ready
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.occasions import BirthdayGift, Gives
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Expiry, ExpiryKind
from loyalpos.errors import BirthdayUnwanted, GuardianMissing
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, PROGRAM, World, new_till

GIFT = BirthdayGift("born", Gives(points=50))
MONTHLY = replace(PROGRAM, occasions=(GIFT,), expiry=Expiry(ExpiryKind.MONTH_END, 0))


def _said(purpose: Purpose) -> Consent:
    return Consent(purpose, f"counter/{purpose}", 2, "vi", "spoken", 1)


EVERY = tuple(_said(purpose) for purpose in Purpose)


def _joins(till: Till, phone: str, *consents: Consent) -> UUID:
    person = Enrolment(Phone(phone), "Hoa", birthday=Birthday(30, 11), consents=consents or EVERY)
    return till.members.enrol(till.shop.outside.new_id(), person).member


@pytest.fixture(scope="module")
def world() -> World:
    return World()


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[Till]:
    opened = new_till(tmp_path_factory.mktemp("consents"), world, program=MONTHLY)
    opened.days.open()
    yield opened
    assert check(opened.shop.file).is_clean, "a replay of the journal comes to the same tables"
    opened.shop.close()


def _reached(till: Till, member: UUID) -> set[str]:
    """Name what a member can be reached by, or is listed in."""
    letters = till.letters
    lists = {
        "letters": {one.member.id for one in letters.addressees((member,), agreed_only=True)},
        "agreed": letters.agreed((member,)),
        "ending": {one.id for one in till.ending.within(40)},
        "to be told of the end": {one.id for one in till.ending.within(40) if one.messages},
        "born": {one.id for one in letters.born_in(11)},
        "tag": {one.id for one in till.tags.wearers("VIP")},
        "best": {one.id for one in till.results.best(None, 100, 500).listed},
        "best to be told": {one.id for one in till.results.best(None, 100, 500).listed if one.messages},
    }
    return {name for name, who in lists.items() if member in who}


MESSAGES = {"letters", "agreed", "to be told of the end", "best to be told"}
NUMBERS = count()
LISTS = {"ending", "born", "tag", "best"}


def _good_customer(till: Till, phone: str) -> UUID:
    member = _joins(till, phone)
    till.tags.change((member,), on=("VIP",))
    till.counter.record_bill(till.shop.outside.new_id(), member, Bill(500_000))
    assert _reached(till, member) == MESSAGES | LISTS
    return member


def test_who_takes_back_messages_gets_none(till: Till) -> None:
    member = _good_customer(till, "0912000001")
    till.consents.withdraw(member, (_said(Purpose.MESSAGES),))
    assert _reached(till, member) == LISTS
    till.consents.give(member, _said(Purpose.MESSAGES))
    assert _reached(till, member) == MESSAGES | LISTS


def test_who_takes_back_the_birthday_is_congratulated_no_more(till: Till) -> None:
    member = _good_customer(till, "0912000002")
    till.consents.withdraw(member, (_said(Purpose.BIRTHDAY),))
    assert _reached(till, member) == MESSAGES | LISTS - {"born"}
    assert till.members.member(member).birthday is None
    with pytest.raises(BirthdayUnwanted):
        till.members.change(member, name="Hoa", phone=Phone("0912000002"), birthday=Birthday(1, 2), note="")
    [kept, *_] = till.consents.of(member).corrected
    assert (kept.field, kept.before) == ("birthday", "--11-30")


def test_who_takes_back_everything_at_once_keeps_the_points(till: Till) -> None:
    member = _good_customer(till, "0912000003")
    had = till.counter.desk(member).spendable
    till.consents.withdraw(member, EVERY)
    assert not _reached(till, member)
    privacy = till.consents.of(member)
    assert privacy.left_program
    assert not any(said.stands for said in privacy.purposes)
    assert till.members.member(member).restricted
    assert till.counter.desk(member).spendable == had


def test_restricted_particulars_serve_the_account_alone(till: Till) -> None:
    member = _good_customer(till, "0912000004")
    till.consents.restrict(member, on=True)
    assert not _reached(till, member)
    assert till.counter.record_bill(till.shop.outside.new_id(), member, Bill(100_000)).balance == 80
    till.consents.restrict(member, on=False)
    assert _reached(till, member) == MESSAGES | LISTS


def test_who_is_under_age_gets_no_messages_whatever_was_agreed(till: Till) -> None:
    member = _good_customer(till, "0912000005")
    with pytest.raises(GuardianMissing):
        till.consents.say_under_age(member, on=True, guardian="  ")
    till.consents.say_under_age(member, on=True, guardian="Trần  Thị Mai")
    assert _reached(till, member) == LISTS
    privacy = till.consents.of(member)
    assert (privacy.under_age, privacy.guardian) == (True, "Trần Thị Mai")
    assert not privacy.of(Purpose.SHARING).stands
    assert privacy.of(Purpose.SHARING).words[0].given, "though it was agreed to"
    till.consents.say_under_age(member, on=False)
    assert _reached(till, member) == MESSAGES | LISTS


def _child(
    phone: str, birthday: Birthday | None, guardian: str = "", *, under_age: bool = False
) -> Enrolment:
    return Enrolment(
        Phone(phone), "Bo", birthday=birthday, consents=EVERY, under_age=under_age, guardian=guardian
    )


@pytest.mark.parametrize(
    ("birthday", "flagged"), [(Birthday(24, 11, 2010), False), (Birthday(24, 11), True), (None, True)]
)
def test_a_child_joins_by_who_agreed_and_is_sent_nothing(
    till: Till, birthday: Birthday | None, flagged: bool
) -> None:
    phone = f"09140{next(NUMBERS):05d}"
    action = till.shop.outside.new_id()
    with pytest.raises(GuardianMissing):
        till.members.enrol(action, _child(phone, birthday, "  ", under_age=flagged))
    child = till.members.enrol(action, _child(phone, birthday, "Trần  Thị Mai", under_age=flagged)).member
    privacy = till.consents.of(child)
    assert (privacy.under_age, privacy.guardian) == (True, "Trần Thị Mai")
    till.tags.change((child,), on=("VIP",))
    till.counter.record_bill(till.shop.outside.new_id(), child, Bill(500_000))
    assert not _reached(till, child) & MESSAGES
    again = till.members.enrol(action, _child(phone, birthday, "Trần  Thị Mai", under_age=flagged))
    assert again.repeated


def test_who_is_sixteen_today_joins_alone(till: Till) -> None:
    today = till.shop.time.business_day(till.shop.now())
    person = _child(f"09140{next(NUMBERS):05d}", Birthday(today.day, today.month, today.year - 16))
    assert not till.consents.of(till.members.enrol(till.shop.outside.new_id(), person).member).under_age


def test_a_child_of_an_old_list_is_sent_nothing_though_nobody_is_named(till: Till) -> None:
    phone = Phone(f"09140{next(NUMBERS):05d}")
    row = Ready(2, phone, "Bé Na", 0, Birthday(1, 1, 2015), None, "")
    till.lists.take_in(till.shop.outside.new_id(), (row,), wording=CONSENT, progress=lambda *_: True)
    child = till.members.find(phone)[0].id
    assert till.members.member(child).under_age
    assert not till.letters.addressees((child,), agreed_only=True)


def test_what_shows_a_consent_stands_in_the_log_until_the_person_is_erased(tmp_path: Path) -> None:
    till = new_till(tmp_path, World())
    person = Enrolment(Phone("0914000000"), "Hoa", consents=(CONSENT,), proof="Phiếu  17")
    member = till.members.enrol(till.shop.outside.new_id(), person).member
    sms = replace(_said(Purpose.MESSAGES), channel="sms")
    till.consents.give(member, sms, "SMS 12:04 ngày 3/2")
    till.consents.withdraw(member, (_said(Purpose.MESSAGES),))
    till.consents.withdraw(member, (CONSENT,), "Hoa nói: “thôi”")
    privacy = till.consents.of(member)
    assert [(one.given, one.proof) for one in privacy.of(Purpose.PROGRAM).words] == [
        (False, "Hoa nói: “thôi”"),
        (True, "Phiếu 17"),
    ]
    assert [one.proof for one in privacy.of(Purpose.MESSAGES).words] == ["", "SMS 12:04 ngày 3/2"]
    assert check(till.shop.file).is_clean
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    with till.shop.file.read() as connection:
        rows = connection.driver.execute(
            "SELECT record.body, record.private FROM record JOIN consent ON consent.record = record.id"
        ).fetchall()
    assert len(rows) == 4
    assert not [row for row in rows if b"Phi" in (row[0] + (row[1] or b"")) or b"SMS" in (row[1] or b"")]
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_nothing_is_agreed_to_by_joining_but_what_was_said(till: Till) -> None:
    member = _joins(till, "0912000006", CONSENT)
    privacy = till.consents.of(member)
    assert [said.purpose for said in privacy.purposes if said.stands] == [Purpose.PROGRAM]
    assert not privacy.of(Purpose.MESSAGES).words


words = st.tuples(st.sampled_from(("give", "withdraw", "restrict", "free")), st.sampled_from(tuple(Purpose)))


@given(st.lists(words, max_size=12), st.integers(-3, 3))
def test_the_last_word_counts_though_the_clock_goes_back(
    till: Till, world: World, said: list[tuple[str, Purpose]], hours: int
) -> None:
    member = _joins(till, f"09130{next(NUMBERS):05d}", _said(Purpose.PROGRAM))
    agreed, restricted = {Purpose.PROGRAM}, False
    for what, purpose in said:
        world.clock.forward(hours=hours)
        if what == "give":
            till.consents.give(member, _said(purpose))
            agreed.add(purpose)
        elif what == "withdraw":
            till.consents.withdraw(member, (_said(purpose),))
            agreed.discard(purpose)
        else:
            restricted = what == "restrict"
            till.consents.restrict(member, on=restricted)
    kept_back = restricted or Purpose.PROGRAM not in agreed
    stands = {one.purpose for one in till.consents.of(member).purposes if one.stands}
    assert stands == (set() if kept_back else agreed)
    assert till.members.member(member).restricted == kept_back


def test_what_is_minded_of_either_of_two_who_are_merged_holds_until_they_part(till: Till) -> None:
    stays, goes = _good_customer(till, "0912000041"), _good_customer(till, "0912000042")
    till.consents.restrict(goes, on=True)
    till.consents.say_under_age(goes, on=True, guardian="Mai")
    merged = till.merging.merge(stays, goes)
    assert not _reached(till, stays)
    assert till.consents.of(stays).guardian == "Mai"
    till.merging.undo(merged.id)
    privacy = till.consents.of(stays)
    assert (privacy.restricted, privacy.under_age, privacy.guardian) == (False, False, "")
    assert till.consents.of(goes).restricted


def test_a_withdrawn_birthday_brings_no_gift(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=MONTHLY)
    till.days.open()
    away, kept, back = (_joins(till, f"091200002{number}") for number in range(3))
    till.consents.withdraw(away, (_said(Purpose.BIRTHDAY),))
    till.consents.restrict(back, on=True)
    world.clock.forward(days=7)
    till.days.open()
    till.days.trust_clock()
    while till.days.bring():
        pass
    balances = [till.counter.desk(one).spendable for one in (away, kept, back)]
    assert balances == [20, 70, 20]


def test_what_was_corrected_is_kept_thirty_days_and_then_no_longer(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    till.days.open()
    member = _joins(till, "0912000030")
    till.members.change(member, name="Hà", phone=Phone("0912000031"), birthday=Birthday(30, 11), note="")
    before = {one.field: one.before for one in till.consents.of(member).corrected}
    assert before == {"name": "Hoa", "phone": "0912000030"}
    world.clock.forward(days=29)
    till.days.open()
    assert all(one.before for one in till.consents.of(member).corrected)
    world.clock.forward(days=2)
    till.days.open()
    corrected = till.consents.of(member).corrected
    assert {one.field for one in corrected} == {"name", "phone"}, "that it was corrected stays"
    assert not any(one.before for one in corrected)
    assert check(till.shop.file).is_clean


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CCCD 079123456789", ("079123456789",)),
        ("cmnd 012 345 678 cũ", ("012345678",)),
        ("012.345.678-901", ("012345678901",)),
        ("079123456789 0912345678, 012345678 12", ("079123456789", "012345678")),
        ("gọi 0912 345 678", ()),
        ("gọi 0912 345 678 0987.654.321", ()),
        ("gọi +84 912345678", ()),
        ("gọi +84 912 345 678", ()),
        ("thích 2 ly, bàn 12", ()),
        ("1234567890123", ()),
    ],
)
def test_what_looks_like_the_number_of_an_identity_card(text: str, found: tuple[str, ...]) -> None:
    assert id_numbers_in(text) == found
