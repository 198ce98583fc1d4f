"""Members who were one in turns and were parted: of who is erased nothing is left, the others keep theirs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.members import Enrolment
from loyalpos.engine.merging import Chosen
from loyalpos.engine.phones import Phone
from loyalpos.engine.requests import RequestKind, Wish
from loyalpos.engine.staff import Role
from loyalpos.errors import CannotMerge, CannotPart, MemberGone, PhoneTaken
from loyalpos.services.my_data import as_json
from loyalpos.services.till import Till
from loyalpos.store import erasure_journal
from tests.draws import draws
from tests.services.test_parted_and_erased import is_sound, rows
from tests.shops import CONSENT, World, new_till, reopened

NAMES = ("An Nhiên", "Bình Minh", "Cúc Hoạ", "Dung Nhi")


def somebody(till: Till, number: int) -> UUID:
    """Join with a name, a number, a note and a code that nobody else has a letter of."""
    joins = Enrolment(
        Phone(f"091111111{number}"),
        NAMES[number],
        note=f"ghi chú riêng {NAMES[number]}",
        alias=f"MA-CU-{number}{number}{number}",
        consents=(CONSENT,),
    )
    return till.members.enrol(till.shop.outside.new_id(), joins).member


def of(number: int) -> tuple[str, ...]:
    return NAMES[number], f"091111111{number}", f"MA-CU-{number}{number}{number}"


def known(till: Till, member: UUID) -> object:
    told = as_json(till.my_data.of(member))
    return told["member"], told["cards"]


@pytest.fixture
def till(tmp_path: Path) -> Till:
    till = new_till(tmp_path / "shop", World(seed=2))
    till.days.open()
    return till


def test_who_was_in_another_that_was_in_a_third_leaves_no_letter(tmp_path: Path, till: Till) -> None:
    an, binh, cuc = (somebody(till, number) for number in range(3))
    first = till.merging.merge(binh, an, Chosen(an, an)).id
    second = till.merging.merge(cuc, binh, Chosen(binh, binh, "Thẻ của Bình")).id
    change = till.members.member(cuc)
    till.members.change(cuc, name="Cúc Mới", phone=change.phone, birthday=None, note=change.note)
    till.merging.undo(second)
    till.merging.undo(first)
    left = [known(till, one) for one in (binh, cuc)]
    assert {text for text in of(0) if text in rows(till)} == set(of(0))
    till.erasures.erase(an, ErasureReason.ASKED, tmp_path / "backups")
    assert [text for text in of(0) if text in rows(till)] == []
    assert [known(till, one) for one in (binh, cuc)] == left
    assert is_sound(till)
    till.shop.close()


def test_who_was_parted_leaves_the_others_one(tmp_path: Path, till: Till) -> None:
    an, binh, cuc = (somebody(till, number) for number in range(3))
    till.merging.merge(cuc, binh, Chosen(cuc, cuc, "Bình"))
    second = till.merging.merge(cuc, an, Chosen(an, an, "An")).id
    till.merging.undo(second)
    left = known(till, cuc)
    till.erasures.erase(an, ErasureReason.ASKED, tmp_path / "backups")
    assert [text for text in of(0) if text in rows(till)] == []
    assert known(till, cuc) == left
    assert is_sound(till)
    till.shop.close()


def test_who_was_one_with_somebody_parted_from_a_third_leaves_no_letter(tmp_path: Path, till: Till) -> None:
    an, binh, cuc = (somebody(till, number) for number in range(3))
    first = till.merging.merge(cuc, binh, Chosen(binh, binh, "Bình")).id
    till.merging.undo(till.merging.merge(cuc, an, Chosen(an, an, "An")).id)
    till.merging.undo(first)
    assert [text for text in of(1) if text in rows(till)] != []
    till.erasures.erase(binh, ErasureReason.ASKED, tmp_path / "backups")
    assert [text for text in of(1) if text in rows(till)] == []
    assert is_sound(till)
    till.shop.close()


_MEMBER = st.integers(0, 3)
_STEPS = st.one_of(
    st.tuples(st.just("merge"), _MEMBER, _MEMBER),
    st.tuples(st.just("merge"), _MEMBER, _MEMBER),
    st.tuples(st.just("part"), _MEMBER, _MEMBER),
    st.tuples(st.just("change"), _MEMBER, st.integers(10, 99)),
)


@settings(max_examples=draws(8))
@given(st.lists(_STEPS, max_size=9), _MEMBER)
def test_nobody_who_was_parted_and_erased_leaves_a_letter(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]], erased: int
) -> None:
    folder = tmp_path_factory.mktemp("nested")
    till = new_till(folder, World(seed=3))
    till.days.open()
    members = [somebody(till, number) for number in range(4)]
    for what, one, other in steps:
        with suppress(CannotMerge, CannotPart, MemberGone, PhoneTaken):
            if what == "merge":
                kept = members[other]
                till.merging.merge(members[one], members[other], Chosen(kept, kept, f"Thẻ {NAMES[other]}"))
            elif what == "part":
                part_last(till)
            else:
                now = till.members.member(members[one])
                name = f"Tên Khác {other}"
                till.members.change(members[one], name=name, phone=now.phone, birthday=None, note=now.note)
    with suppress(CannotPart, PhoneTaken):
        while part_last(till):
            pass
    left = {one: known(till, one) for one in members if _is_there(till, one) and one != members[erased]}
    stands = [row.merge for row in till.merging.last() if row.merge.undone_in is None]
    if all(members[erased] not in (one.stays, one.goes) for one in stands):
        till.erasures.erase(members[erased], ErasureReason.ASKED, folder / "backups")
        assert [text for text in of(erased) if text in rows(till)] == []
        assert {one: known(till, one) for one in left} == left
    assert is_sound(till)
    till.shop.close()


def part_last(till: Till) -> bool:
    """Part the two who were merged last and still are one."""
    stands = [row.merge for row in till.merging.last() if row.merge.undone_in is None]
    if stands:
        till.merging.undo(stands[0].id)
    return bool(stands)


def _is_there(till: Till, member: UUID) -> bool:
    try:
        till.members.member(member)
    except MemberGone:
        return False
    return True


def test_nothing_ties_who_works_here_to_an_account_that_was_erased(tmp_path: Path, till: Till) -> None:
    an, binh = somebody(till, 0), somebody(till, 1)
    person = till.staff.add(till.shop.outside.new_id(), "Lan", Role.OWNER, an)
    till.staff.change(person.id, "Lan", Role.OWNER, binh)
    till.staff.change(person.id, "Lan", Role.OWNER, an)

    def tied(member: UUID) -> list[str]:
        with till.shop.file.read() as connection:
            found = connection.driver.execute(
                "SELECT kind FROM record"
                " WHERE kind LIKE 'staff%' AND (instr(body, :w) OR instr(private, :w))",
                {"w": member.hex.encode()},
            ).fetchall()
        return [kind for (kind,) in found]

    assert tied(an) == ["staff_linked"] * 2
    till.erasures.erase(an, ErasureReason.ASKED, tmp_path / "backups")
    assert tied(an) == []
    assert tied(binh) == ["staff_linked"]
    (now,) = till.staff.people()
    assert (now.name, now.member) == ("Lan", None)
    with pytest.raises(MemberGone):
        till.staff.change(person.id, "Lan", Role.OWNER, an)
    assert is_sound(till)
    till.shop.close()


def test_notes_of_erasures_that_were_lost_are_written_anew(tmp_path: Path, till: Till) -> None:
    an = somebody(till, 0)
    backups = tmp_path / "shop" / "backups"
    till.erasures.erase(an, ErasureReason.ASKED, backups)
    (noted,) = erasure_journal.read(backups)
    backups.joinpath(erasure_journal.NAME).unlink()
    till = reopened(till, World(seed=9))
    assert [one.member for one in erasure_journal.read(backups)] == [an]
    assert erasure_journal.read(backups)[0].reason == noted.reason
    till.shop.close()


def test_a_request_in_words_is_of_who_is_named_and_goes_with_them(tmp_path: Path, till: Till) -> None:
    an = somebody(till, 0)
    day = till.shop.time.business_day(till.shop.now())
    for asker in ("an nhiên", "0911 111 110", "Ông Ba", "An"):
        wish = Wish(RequestKind.SEE, day, asker=asker, words=f"lời của {asker}")
        till.requests.receive(till.shop.outside.new_id(), wish)
    assert len(till.requests.of(an)) == 2
    till.erasures.erase(an, ErasureReason.ASKED, tmp_path / "backups")
    left = {one.wish.words for one in till.requests.register().requests}
    assert left == {"", "lời của Ông Ba", "lời của An"}
    assert [text for text in ("an nhiên", "0911 111 110") if text in rows(till)] == []
    assert is_sound(till)
    till.shop.close()
