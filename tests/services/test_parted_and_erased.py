"""What of somebody who was one with another for a while is left there when they are erased: nothing."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.members import Consent, Purpose
from loyalpos.engine.merging import Chosen
from loyalpos.engine.requests import RequestKind, RequestStep, Wish
from loyalpos.engine.watch import Watch
from loyalpos.errors import MemberGone, MemberHeld, PhoneTaken, RequestClosed
from loyalpos.services.backups import restore_backup
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.journal_tables import JOURNAL
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.projections import PROJECTIONS
from tests.shops import World, enrolled, new_till

AN, BINH = "0911111111", "0922222222"
OF_BINH = ("Bình", BINH, BINH[::-1], "Bố Tùng", "2011-03-02")


@pytest.fixture
def till(tmp_path: Path) -> Till:
    till = new_till(tmp_path, World())
    till.days.open()
    return till


@pytest.fixture
def two(till: Till) -> tuple[UUID, UUID]:
    return enrolled(till, AN, "An"), enrolled(till, BINH, "Bình")


def rows(till: Till) -> str:
    with till.shop.file.read() as connection:
        found = [
            row
            for table in (*JOURNAL, *PROJECTIONS)
            for row in connection.driver.execute(f"SELECT * FROM {table.name}").fetchall()
        ]
    return "".join(
        part.decode(errors="replace") if isinstance(part, bytes) else str(part)
        for row in found
        for part in row
    )


def is_sound(till: Till) -> bool:
    report = check(till.shop.file)
    assert report.is_clean, report
    return True


def change(till: Till, whose: UUID, name: str) -> None:
    now = till.members.member(whose)
    till.members.change(whose, name=name, phone=now.phone, birthday=now.birthday, note=now.note)


def write_note(till: Till, whose: UUID, note: str) -> None:
    now = till.members.member(whose)
    till.members.change(whose, name=now.name, phone=now.phone, birthday=now.birthday, note=note)


def test_nothing_of_who_was_parted_stays_with_the_other(
    tmp_path: Path, till: Till, two: tuple[UUID, UUID]
) -> None:
    an, binh = two
    now = till.members.member(binh)
    till.members.change(binh, name=now.name, phone=now.phone, birthday=Birthday(2, 3, 2011), note="")
    till.members.link(binh, BINH)
    till.consents.say_under_age(binh, on=True, guardian="Bố Tùng")
    merge = till.merging.merge(an, binh, Chosen(binh, binh, "Con")).id
    till.consents.say_under_age(an, on=True, guardian="Mẹ Hoa")
    change(till, an, "Cúc")
    till.merging.undo(merge)
    assert (till.members.member(an).name, till.members.member(an).phone) == ("Cúc", AN)
    assert [one.label for one in till.cards.of_member(binh)] == ["", ""]
    change(till, an, "Cúc Anh")
    assert {text for text in OF_BINH if text in rows(till)} == set(OF_BINH)
    till.erasures.erase(binh, ErasureReason.ASKED, tmp_path / "backups")
    assert {text for text in OF_BINH if text in rows(till)} == set()
    assert [one.before for one in till.consents.of(an).corrected if one.field == "name"] == ["Cúc"]
    assert is_sound(till)


def test_a_note_that_came_with_somebody_goes_with_them(
    tmp_path: Path, till: Till, two: tuple[UUID, UUID]
) -> None:
    notes = ("ăn chay", "ngồi gần cửa sổ")
    for one, note in zip(two, notes, strict=True):
        write_note(till, one, note)
    merge = till.merging.merge(*two).id
    write_note(till, two[0], f"{notes[0]}\n{notes[1]}\nkhách quen")
    change(till, two[0], "Ân")
    till.merging.undo(merge)
    assert [till.members.member(one).note for one in two] == [f"{notes[0]}\nkhách quen", notes[1]]
    till.erasures.erase(two[1], ErasureReason.ASKED, tmp_path / "backups")
    assert notes[1] not in rows(till)
    assert (till.members.member(two[0]).name, till.members.member(two[0]).phone) == ("Ân", AN)
    assert is_sound(till)


def test_a_hold_on_who_went_is_seen_and_ended_at_who_stays(
    tmp_path: Path, till: Till, two: tuple[UUID, UUID]
) -> None:
    till.erasures.hold(two[1], "kiện tụng")
    till.merging.merge(*two)
    for held in (till.erasures.held(two[0]), till.erasures.would_lose(two[0]).held):
        assert held is not None
        assert held.reason == "kiện tụng"
    with pytest.raises(MemberHeld):
        till.erasures.erase(two[0], ErasureReason.ASKED, tmp_path / "backups")
    till.erasures.let_go(two[0])
    assert till.erasures.held(two[0]) is None
    till.erasures.erase(two[0], ErasureReason.ASKED, tmp_path / "backups")
    assert is_sound(till)


def test_all_who_are_one_go_together_and_who_was_parted_stays(
    tmp_path: Path, till: Till, two: tuple[UUID, UUID]
) -> None:
    an, binh = two
    cuc, parted = enrolled(till, "0933333333", "Cúc"), enrolled(till, "0944444444", "Dung")
    till.merging.undo(till.merging.merge(binh, parted).id)
    till.merging.merge(an, binh)
    till.merging.merge(cuc, an)
    till.erasures.erase(cuc, ErasureReason.ASKED, tmp_path / "backups")
    assert {one.member for one in till.erasures.erased()} == {an, binh, cuc}
    assert till.members.member(parted).name == "Dung"
    assert {text for text in (AN, BINH, "Cúc", "Bình") if text in rows(till)} == set()
    assert is_sound(till)


@pytest.mark.parametrize("who", [0, 1])
def test_a_backup_of_when_they_were_one_gives_nobody_the_points_of_who_was_erased(
    tmp_path: Path, till: Till, two: tuple[UUID, UUID], who: int
) -> None:
    for one, total in zip(two, (100_000, 200_000), strict=True):
        till.counter.record_bill(till.shop.outside.new_id(), one, Bill(total))
    merge = till.merging.merge(*two).id
    backup = till.days.back_up(tmp_path / "backups", "asked")
    till.merging.undo(merge)
    erased, left = two[who], two[1 - who]
    had = till.counter.desk(left).account.balance
    till.erasures.erase(erased, ErasureReason.ASKED, tmp_path / "backups")
    path, outside = till.shop.file.path, till.shop.outside
    till.shop.close()
    restore_backup(path, backup, PUBLISHED_KEY, outside)
    till = Till(Shop.open(path, PUBLISHED_KEY, outside))
    assert till.counter.desk(left).account.balance == had
    with pytest.raises(MemberGone):
        till.members.member(erased)
    assert (AN, BINH)[who] not in rows(till)
    assert is_sound(till)


def test_a_change_says_only_what_it_changes(till: Till, two: tuple[UUID, UUID]) -> None:
    before = rows(till).count(AN)
    change(till, two[0], "Ân")
    assert rows(till).count(AN) == before
    whole = rows(till)
    change(till, two[0], "Ân")
    assert rows(till) == whole, "what changes nothing is not recorded"
    assert is_sound(till)


def test_two_who_are_parted_never_have_one_number(till: Till, two: tuple[UUID, UUID]) -> None:
    merge = till.merging.merge(*two, Chosen(two[0], two[1])).id
    somebody = enrolled(till, AN, "Cúc")
    with pytest.raises(PhoneTaken):
        till.merging.undo(merge)
    now = till.members.member(somebody)
    till.members.change(somebody, name=now.name, phone=None, birthday=None, note="")
    till.merging.undo(merge)
    assert [till.members.member(one).phone for one in two] == [AN, BINH]
    assert is_sound(till)


def test_a_birthday_that_one_of_two_took_back_does_not_come_with_the_other(
    till: Till, two: tuple[UUID, UUID]
) -> None:
    said = Consent(Purpose.BIRTHDAY, "birthday", 1, "vi", "spoken")
    for one in two:
        till.consents.give(one, said)
        now = till.members.member(one)
        till.members.change(one, name=now.name, phone=now.phone, birthday=Birthday(3, 4), note="")
    till.consents.withdraw(two[0], (said,))
    merge = till.merging.merge(*two).id
    assert till.members.member(two[0]).birthday is None
    till.merging.undo(merge)
    assert [till.members.member(one).birthday for one in two] == [None, Birthday(3, 4)]
    assert is_sound(till)


def test_a_wish_to_be_erased_is_closed_once_it_was_done(
    tmp_path: Path, till: Till, two: tuple[UUID, UUID]
) -> None:
    today, words = till.honesty.today(), "Bình muốn xóa"
    wishes = [
        till.requests.receive(till.shop.outside.new_id(), Wish(RequestKind.ERASE, today, one, words=words))
        for one in two
    ]
    till.erasures.erase(two[0], ErasureReason.ASKED, tmp_path / "backups")
    assert till.requests.step(wishes[0].id, RequestStep.DONE).closed == today
    with pytest.raises(RequestClosed):
        till.requests.step(wishes[0].id, RequestStep.DONE)
    till.erasures.erase(two[1], ErasureReason.ASKED, tmp_path / "backups")
    refused = till.requests.step(wishes[1].id, RequestStep.REFUSED, "Bình đã quay lại")
    assert (refused.refused, refused.reason) == (True, "")
    assert "Bình" not in rows(till)
    with pytest.raises(MemberGone):
        till.consents.restrict(two[0], on=True)
    assert is_sound(till)


def test_a_finding_about_somebody_erased_can_still_be_looked_at(
    tmp_path: Path, till: Till, two: tuple[UUID, UUID]
) -> None:
    till.shop.describe(replace(till.shop.description, watch=Watch(card_bills=1)))
    for _ in range(2):
        till.counter.record_bill(till.shop.outside.new_id(), two[0], Bill(50_000))
    till.erasures.erase(two[0], ErasureReason.ASKED, tmp_path / "backups")
    day = till.honesty.today()
    (finding,) = till.honesty.of_day(day).open
    till.honesty.acknowledge(finding)
    assert till.honesty.of_day(day).open == ()
    assert is_sound(till)
