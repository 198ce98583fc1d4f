"""What was corrected is there for 30 days, then in no page and no log, and the journal still holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.engine.times import to_ms
from loyalpos.services import corrections
from loyalpos.services.backups import restore_backup
from loyalpos.services.corrections import drop_corrected
from loyalpos.services.my_data import as_json
from loyalpos.services.shop import Shop
from loyalpos.services.shop_moves import take_out, take_over
from loyalpos.services.till import Till
from loyalpos.store import wiping
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY as KEY
from tests.draws import draws
from tests.shops import CONSENT, World, days_later, enrolled, new_till
from tests.store.pages import everything_in

BIRTHDAY = Consent(Purpose.BIRTHDAY, "birthday", 1, "vi", "spoken")


@pytest.fixture
def world() -> World:
    return World(seed=12)


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path / "shop", world)
    till.days.open()
    return till


def found(till: Till, *texts: str) -> set[str]:
    whole = everything_in(till.shop.file.path, KEY)
    return {text for text in texts if text.encode() in whole}


def test_a_corrected_name_is_kept_for_30_days_and_then_in_no_page(
    tmp_path: Path, till: Till, world: World
) -> None:
    joins = Enrolment(Phone("0912345678"), "Zarathustra Sai", note="ăn chay", consents=(CONSENT,))
    member = till.members.enrol(world.new_id(), joins).member
    till.members.link(member, "ALIAS0001X")
    till.consents.say_under_age(member, on=True, guardian="Bà Nội Cũ")
    days_later(till, world, 1)
    till.members.change(member, name="Zoe Đúng", phone=Phone("0912345678"), birthday=None, note="ăn chay")
    till.consents.say_under_age(member, on=True, guardian="Mẹ Hoa")
    days_later(till, world, 29)
    till.days.close(tmp_path / "backups")
    old = ("Zarathustra Sai", "zarathustra", "Bà Nội Cũ")
    assert found(till, *old) >= {"Zarathustra Sai", "Bà Nội Cũ"}
    assert {one.before for one in till.consents.of(member).corrected} >= {"Zarathustra Sai", "Bà Nội Cũ"}
    days_later(till, world, 2)
    before = till.members.member(member)
    made = till.days.close(tmp_path / "backups")
    assert found(till, *old) == set()
    assert not any(text.encode() in everything_in(made.path, KEY) for text in old)
    assert till.members.member(member) == before
    assert till.consents.of(member).guardian == "Mẹ Hoa"
    assert {one.field for one in till.consents.of(member).corrected} == {"under_age"}
    assert [one.id for one in till.members.find("zoe")] == [member]
    assert check(till.shop.file).is_clean
    # What still stands is erased as before.
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    assert found(till, "Zoe Đúng", "0912345678", "ăn chay", "Mẹ Hoa", "ALIAS0001X") == set()
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_a_birthday_that_was_taken_back_goes_too(tmp_path: Path, till: Till, world: World) -> None:
    joins = Enrolment(Phone("0912345678"), "Zoe", birthday=Birthday(9, 3, 1987), consents=(CONSENT, BIRTHDAY))
    member = till.members.enrol(world.new_id(), joins).member
    till.consents.withdraw(member, (BIRTHDAY,))
    days_later(till, world, 31)
    assert found(till, "1987-03-09")
    till.days.close(tmp_path / "backups")
    assert not found(till, "1987-03-09")
    assert till.members.member(member).name == "Zoe"
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_what_was_said_together_waits_for_the_last_of_it(tmp_path: Path, till: Till, world: World) -> None:
    member = enrolled(till, "0912345678", "Tên Cũ")
    till.members.change(member, name="Tên Mới", phone=Phone("0912345678"), birthday=None, note="")
    days_later(till, world, 20)
    till.members.change(member, name="Tên Mới", phone=Phone("0987654321"), birthday=None, note="")
    days_later(till, world, 15)
    assert drop_corrected(till.shop) == 0, "the number of before is kept for 15 days more"
    assert found(till, "Tên Cũ", "0912345678") == {"Tên Cũ", "0912345678"}
    days_later(till, world, 16)
    till.days.close(tmp_path / "backups")
    assert found(till, "Tên Cũ", "0912345678") == set()
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_what_proves_a_consent_outlives_what_was_corrected_and_goes_with_the_person(
    tmp_path: Path, till: Till, world: World
) -> None:
    joins = Enrolment(Phone("0912345678"), "Tên Cũ", consents=(CONSENT,), proof="Phiếu 17")
    member = till.members.enrol(world.new_id(), joins).member
    for name in ("Tên Hai", "Tên Ba"):
        till.members.change(member, name=name, phone=Phone("0912345678"), birthday=None, note="")
        days_later(till, world, 31)
        till.days.close(tmp_path / "backups")
    assert found(till, "Tên Cũ", "Tên Hai") == set()
    [word] = till.consents.of(member).of(Purpose.PROGRAM).words
    assert word.proof == "Phiếu 17"
    [told] = as_json(till.my_data.of(member))["consents"]
    assert told["proof"] == "Phiếu 17"
    assert check(till.shop.file).is_clean
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    assert found(till, "Phiếu 17") == set()
    till.shop.close()


def test_whoever_joined_with_a_code_of_elsewhere_keeps_it(tmp_path: Path, till: Till, world: World) -> None:
    joins = Enrolment(Phone("0912345678"), "Tên Cũ", alias="KH-000123", consents=(CONSENT,))
    member = till.members.enrol(world.new_id(), joins).member
    till.members.change(member, name="Tên Mới", phone=Phone("0912345678"), birthday=None, note="")
    days_later(till, world, 31)
    till.days.close(tmp_path / "backups")
    assert found(till, "Tên Cũ") == set()
    assert till.members.by_code("KH-000123").member == member
    assert check(till.shop.file).is_clean
    take_out(till.shop.file, tmp_path / "out", world.outside(), lambda _done, _whole: True)
    new = tmp_path / "new" / "shop.loyalpos"
    new.parent.mkdir()
    assert take_over(new, KEY, tmp_path / "out", world.outside(), lambda _done, _whole: True)
    till.shop.close()


def test_a_code_that_was_taken_off_since_keeps_no_old_name(tmp_path: Path, till: Till, world: World) -> None:
    joins = Enrolment(Phone("0912345678"), "Zarathustra Sai", alias="KH-000123", consents=(CONSENT,))
    member = till.members.enrol(world.new_id(), joins).member
    till.members.change(member, name="Zoe", phone=Phone("0912345678"), birthday=None, note="")
    till.cards.take_off(member, "KH-000123")
    other = enrolled(till, "0987654321", "Ai Khác")
    till.members.link(other, "KH-000123")
    days_later(till, world, 31)
    till.days.close(tmp_path / "backups")
    assert not found(till, "Zarathustra Sai")
    assert till.members.by_code("KH-000123").member == other
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_what_was_corrected_stays_where_the_records_are_kept_on_legal_grounds(
    tmp_path: Path, till: Till, world: World
) -> None:
    member = enrolled(till, "0912345678", "Zarathustra Sai")
    till.members.change(member, name="Zoe", phone=Phone("0912345678"), birthday=None, note="")
    till.erasures.hold(member, "tranh chấp")
    days_later(till, world, 31)
    till.days.close(tmp_path / "backups")
    assert found(till, "Zarathustra Sai")
    till.erasures.let_go(member)
    till.days.close(tmp_path / "backups")
    assert not found(till, "Zarathustra Sai")
    till.shop.close()


def test_a_backup_of_before_brings_old_values_back_until_the_next_close(
    tmp_path: Path, till: Till, world: World
) -> None:
    member = enrolled(till, "0912345678", "Zarathustra Sai")
    till.members.change(member, name="Zoe", phone=Phone("0912345678"), birthday=None, note="")
    made = till.days.back_up(tmp_path / "backups")
    days_later(till, world, 31)
    till.days.close(tmp_path / "backups")
    till.shop.close()
    restore_backup(till.shop.file.path, made, KEY, world.outside())
    again = Till(Shop.open(till.shop.file.path, KEY, world.outside()))
    days_later(again, world, 0)
    again.days.close(tmp_path / "backups")
    assert not found(again, "Zarathustra Sai")
    assert check(again.shop.file).is_clean
    again.shop.close()


_STEPS = st.one_of(
    st.tuples(st.just("name"), st.integers(0, 99)),
    st.tuples(st.just("phone"), st.integers(0, 99)),
    st.tuples(st.just("birthday"), st.integers(0, 1)),
    st.tuples(st.just("guardian"), st.integers(0, 9)),
    st.tuples(st.just("wait"), st.integers(1, 40)),
    st.tuples(st.just("drop"), st.just(0)),
)


@settings(max_examples=draws(6))
@given(st.lists(_STEPS, max_size=14))
def test_dropping_changes_nothing_that_stands_and_leaves_nothing_that_is_old(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    world = World(seed=3)
    till = new_till(tmp_path_factory.mktemp("corrected"), world)
    till.days.open()
    member = till.members.enrol(
        world.new_id(), Enrolment(Phone("0911111111"), "Người đầu.", consents=(CONSENT, BIRTHDAY))
    ).member
    name, phone, guardian = "Người đầu.", "0911111111", ""
    birthday: Birthday | None = None
    old: set[str] = set()
    for number, (what, value) in enumerate(steps):
        if what == "wait":
            days_later(till, world, value)
        elif what == "drop":
            drop_corrected(till.shop)
        elif what == "guardian":
            now = "" if value == 0 else f"Giám hộ {value} lần {number}."
            till.consents.say_under_age(member, on=bool(now), guardian=now)
            old |= {guardian} - {now, ""}
            guardian = now
        else:
            was = (name, phone)
            name = f"Người {value} lần {number}." if what == "name" else name
            phone = f"0922{number:02d}{value:02d}77" if what == "phone" else phone
            if what == "birthday":
                birthday = Birthday(1 + number, 3, 1987) if value else None
            till.members.change(member, name=name, phone=Phone(phone), birthday=birthday, note="")
            old |= {*was} - {name, phone}
    days_later(till, world, 31)
    before = json.dumps(as_json(till.my_data.of(member))["member"])
    drop_corrected(till.shop)
    wiping.write_anew(till.shop.file)
    assert json.dumps(as_json(till.my_data.of(member))["member"]) == before
    assert found(till, *old) == set()
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_who_was_erased_since_they_were_listed_is_left_out(tmp_path: Path, till: Till, world: World) -> None:
    member = enrolled(till)
    till.members.change(member, name="Zoe", phone=Phone("0912345678"), birthday=None, note="")
    days_later(till, world, 31)
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    assert not corrections._drop(till.shop, member, to_ms(till.shop.now()))
