"""Nothing of an erased member is left: in no page, no log, no backup that comes back, no export."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.phones import Phone
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.errors import ActsMissing, MemberHeld, ReasonMissing, Unavailable
from loyalpos.services.backups import backup_at, restore_backup
from loyalpos.services.losses import go_on_without
from loyalpos.services.shop import Shop
from loyalpos.services.shop_moves import take_out, take_over
from loyalpos.services.till import Till
from loyalpos.store import erasure_journal
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY as KEY
from tests.shops import PROGRAM, World, enrolled, new_till, reopened
from tests.store.pages import everything_in

NAME, PHONE, NOTE, ALIAS = "Quỳnh Mai Zarathustra", "0938271645", "không ăn hành phi", "THECUZQX77"
LOOKED_FOR = (NAME, "zarathustra", PHONE, PHONE[::-1], NOTE, ALIAS, "1987-03-09", "má của Zoe", "bạn thân")


def everywhere(folder: Path) -> bytes:
    """All that lies in a folder, decrypted where it is a shop's file; backups are looked at by themselves."""
    parts = [everything_in(folder / "shop.loyalpos", KEY)]
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in (".loyalpos",) and "backups" not in path.parts:
            parts.append(path.read_bytes())
    return b"".join(parts)


def found_in(bytes_of_it: bytes, looked_for: Iterable[str] = LOOKED_FOR) -> set[str]:
    return {one for one in looked_for if one.encode() in bytes_of_it}


@pytest.fixture
def world() -> World:
    return World(seed=4)


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    """A shop in which some people have come and changed, so that rows have moved from page to page."""
    till = new_till(tmp_path / "shop", world)
    till.days.open()
    rng = Random(8)
    for number in range(24):
        member = enrolled(till, f"09{rng.randrange(10**8):08d}", f"Khách {rng.randrange(10**9)}")
        if number % 3 == 0:
            phone = Phone(f"03{rng.randrange(10**8):08d}")
            till.members.change(member, name=f"Đổi {number}", phone=phone, birthday=None, note="x" * 90)
        if number == 10:
            whole_person(till)
    return till


def whole_person(till: Till) -> UUID:
    """Somebody of whom the shop knows everything that it can know."""
    member = enrolled(till, "0938271640", "Zarathustra Quỳnh")
    till.members.change(member, name=NAME, phone=Phone(PHONE), birthday=Birthday(9, 3, 1987), note=NOTE)
    till.members.link(member, ALIAS)
    own, _ = till.cards.of_member(member)
    till.cards.label(member, own.code, "má của Zoe")
    till.counter.record_bill(till.shop.outside.new_id(), member, Bill(500_000))
    return member


def whom(till: Till) -> UUID:
    (one,) = till.members.find("zarathustra")
    return one.id


def test_no_byte_of_an_erased_member_is_left_in_pages_and_log(tmp_path: Path, till: Till) -> None:
    member = whom(till)
    till.erasures.hold(member, "bạn thân")
    till.erasures.let_go(member)
    before = everywhere(tmp_path / "shop")
    # What is looked for can be found.
    assert found_in(before) == set(LOOKED_FOR)
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "shop" / "backups")
    assert found_in(everywhere(tmp_path / "shop")) == set()
    assert check(till.shop.file).is_clean
    till.shop.close()
    assert found_in(everywhere(tmp_path / "shop")) == set()


def test_the_log_alone_still_knows_the_person_until_it_is_cut(tmp_path: Path, till: Till) -> None:
    member = whom(till)
    till.erasures.erase_some((member,), ErasureReason.ASKED, tmp_path / "shop" / "backups")
    assert PHONE in found_in(everywhere(tmp_path / "shop"))
    till.erasures.leave_nothing(tmp_path / "shop" / "backups")
    assert found_in(everywhere(tmp_path / "shop")) == set()
    till.shop.close()


def test_a_restored_backup_brings_nobody_back(tmp_path: Path, till: Till, world: World) -> None:
    backups = tmp_path / "shop" / "backups"
    made = till.days.back_up(backups)
    member = whom(till)
    assert found_in(everything_in(made.path, KEY), (NAME, PHONE))
    till.erasures.erase(member, ErasureReason.ASKED, backups)
    path = till.shop.file.path
    till.shop.close()
    restore_backup(path, made, KEY, world.outside())
    # Before anybody has opened it.
    assert found_in(everything_in(path, KEY)) == set()
    back = Till(Shop.open(path, KEY, world.outside(), backups=backups))
    assert back.members.find("zarathustra") == ()
    assert [one.member for one in back.erasures.erased()] == [member]
    assert check(back.shop.file).is_clean
    back.shop.close()


def test_a_backup_that_is_only_copied_into_place_brings_nobody_back_either(
    tmp_path: Path, till: Till, world: World
) -> None:
    backups = tmp_path / "shop" / "backups"
    made = till.days.back_up(backups)
    till.erasures.erase(whom(till), ErasureReason.ASKED, backups)
    path = till.shop.file.path
    till.shop.close()
    path.write_bytes(made.path.read_bytes())
    with pytest.raises(ActsMissing):
        Shop.open(path, KEY, world.outside(), backups=backups)
    go_on_without(path, KEY, world.outside(), reason="tệp mới hơn đã mất")
    back = Till(Shop.open(path, KEY, world.outside(), backups=backups))
    assert back.members.find("zarathustra") == ()
    back.shop.close()
    assert found_in(everything_in(path, KEY)) == set()


def test_the_second_folder_knows_too(tmp_path: Path, till: Till, world: World) -> None:
    backups, second = tmp_path / "shop" / "backups", tmp_path / "stick"
    second.mkdir()
    till.days.back_up(backups)
    till.days.safekeeping.choose_second(backups, second)
    till.erasures.erase(whom(till), ErasureReason.ASKED, backups)
    assert erasure_journal.read(second) == erasure_journal.read(backups) != ()
    path = till.shop.file.path
    till.shop.close()
    # The PC is lost, only the stick is left.
    (copy,) = second.glob("*.loyalpos")
    new = tmp_path / "new" / path.name
    new.parent.mkdir()
    restore_backup(new, backup_at(copy), KEY, world.outside())
    assert found_in(everything_in(new, KEY)) == set()


def test_an_export_of_before_brings_nobody_back(tmp_path: Path, till: Till, world: World) -> None:
    backups = tmp_path / "shop" / "backups"
    take_out(till.shop.file, tmp_path / "before", world.outside(), lambda _done, _whole: True)
    till.erasures.erase(whom(till), ErasureReason.ASKED, backups)
    take_out(till.shop.file, tmp_path / "after", world.outside(), lambda _done, _whole: True)
    till.shop.close()
    for which, knows in (("before", backups), ("after", tmp_path / "none")):
        new = tmp_path / f"new {which}" / "shop.loyalpos"
        new.parent.mkdir()
        for noted in erasure_journal.read(knows):
            erasure_journal.add(new.parent / "backups", [noted])
        take_over(new, KEY, tmp_path / which, world.outside(), lambda _done, _whole: True)
        assert found_in(everything_in(new, KEY)) == set(), which


def test_a_power_cut_after_the_note_erases_at_the_next_start(
    tmp_path: Path, till: Till, world: World
) -> None:
    backups = tmp_path / "shop" / "backups"
    member = whom(till)
    erasure_journal.add(backups, [erasure_journal.Noted(member, till.shop.now(), "asked")])
    assert whom(till) == member
    later = reopened(till, world)
    assert later.members.find("zarathustra") == ()
    later.shop.close()


def test_what_cannot_be_noted_erases_nobody(tmp_path: Path, till: Till) -> None:
    member = whom(till)
    in_the_way = tmp_path / "no folder"
    in_the_way.write_text("")
    with pytest.raises(Unavailable):
        till.erasures.erase(member, ErasureReason.ASKED, in_the_way)
    assert whom(till) == member
    assert till.erasures.erased() == ()
    till.shop.close()


def test_a_hold_keeps_a_member_until_it_ends(tmp_path: Path, till: Till) -> None:
    member = whom(till)
    with pytest.raises(ReasonMissing):
        till.erasures.hold(member, "  ")
    till.erasures.hold(member, "tranh chấp hoá đơn 12")
    held = till.erasures.would_lose(member).held
    assert held is not None
    assert (held.reason, held.who) == ("tranh chấp hoá đơn 12", "Lan")
    with pytest.raises(MemberHeld, match="tranh chấp"):
        till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    till.erasures.let_go(member)
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_what_would_be_lost_is_told_before(tmp_path: Path, till: Till) -> None:
    lost = till.erasures.would_lose(whom(till))
    assert (lost.points, lost.bills, lost.cards, lost.held) == (70, 1, 2, None)
    assert re.search("Zarathustra", lost.name or "")
    till.shop.close()


def test_whoever_was_there_twice_is_erased_whole(tmp_path: Path, till: Till, world: World) -> None:
    backups = tmp_path / "shop" / "backups"
    member, twin = whom(till), enrolled(till, "0777000111", "Zarathustra Lần Hai")
    till.members.link(twin, "ZWEITESALIAS")
    before = till.days.back_up(backups)
    till.merging.merge(member, twin)
    till.erasures.erase(member, ErasureReason.ASKED, backups)
    looked_for = (*LOOKED_FOR, "0777000111", "ZWEITESALIAS", "Lần Hai")
    assert found_in(everywhere(tmp_path / "shop"), looked_for) == set()
    assert check(till.shop.file).is_clean
    path = till.shop.file.path
    till.shop.close()
    # A backup of before the two were one knows both.
    restore_backup(path, before, KEY, world.outside())
    assert found_in(everything_in(path, KEY), looked_for) == set()


def test_whoever_was_parted_again_goes_alone(tmp_path: Path, till: Till) -> None:
    member, other = whom(till), enrolled(till, "0777000111", "Hai Hai")
    merged = till.merging.merge(other, member)
    till.merging.undo(merged.id)
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "shop" / "backups")
    assert found_in(everywhere(tmp_path / "shop")) == set()
    assert till.members.member(other).name == "Hai Hai"
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_what_else_was_said_of_a_member_goes_also_where_a_backup_brought_it_back(
    tmp_path: Path, world: World
) -> None:
    said = ("em gái của Tùng", "con bà Sáu", "kiện bà Bảy")
    plan = TierPlan(tiers=(Tier("silver", "Bạc", 1_000), Tier("gold", "Vàng", 400_000)))
    till = new_till(tmp_path, world, program=replace(PROGRAM, tiers=plan))
    till.days.open()
    member = enrolled(till)
    till.counter.record_bill(till.shop.outside.new_id(), member, Bill(500_000))
    till.tiers.set_by_hand(till.shop.outside.new_id(), member, "silver", said[0])
    till.tags.change((member,), on=(said[1],))
    till.erasures.hold(member, said[2])

    def kept(till: Till) -> tuple[str, ...]:
        with till.shop.file.read() as connection:
            found = [
                connection.driver.execute(asked).fetchall()
                for asked in (
                    "SELECT reason, move FROM tier_move",
                    "SELECT tag FROM tag",
                    "SELECT reason FROM hold",
                    "SELECT private FROM record",
                )
            ]
            (looks,) = connection.driver.execute("SELECT looks FROM tier_state").fetchone()
        texts = "".join(
            part.decode() if isinstance(part, bytes) else str(part)
            for rows in found
            for row in rows
            for part in row
        )
        return (*(one for one in said if one in texts), "" if looks is None else "looked at")

    assert kept(till) == (*said, "looked at")
    backup = till.days.back_up(tmp_path / "backups", "asked")
    till.erasures.let_go(member)
    till.erasures.erase(member, ErasureReason.ASKED, tmp_path / "backups")
    assert kept(till) == ("",)
    till.shop.close()
    restore_backup(tmp_path / "shop.loyalpos", backup, KEY, world.outside())
    till = Till(Shop.open(tmp_path / "shop.loyalpos", KEY, world.outside()))
    assert kept(till) == ("",)
    with till.shop.file.read() as connection:
        assert connection.driver.execute("SELECT count(*) FROM hold").fetchone() == (0,)
    assert check(till.shop.file).is_clean


def test_a_folder_of_backups_that_lost_its_notes_gets_them_back_from_the_file(
    tmp_path: Path, till: Till, world: World
) -> None:
    backups, member = tmp_path / "shop" / "backups", whom(till)
    till.counter.keep_draft(member, world.new_id())
    till.erasures.erase(member, ErasureReason.ASKED, backups)
    with till.shop.file.read() as connection:
        assert connection.driver.execute("SELECT count(*) FROM draft").fetchone() == (0,)
    noted = erasure_journal.read(backups)
    assert [one.member for one in noted] == [member]
    backups.joinpath(erasure_journal.NAME).unlink()
    reopened(till, world).shop.close()
    assert erasure_journal.read(backups) == noted
