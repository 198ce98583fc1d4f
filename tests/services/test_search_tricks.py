"""What is typed into the search finds what a plain filter finds, whatever signs are in it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.members import Enrolment
from loyalpos.engine.names import NameProblem, clean_name, search_key
from loyalpos.engine.phones import Phone
from tests.shops import CONSENT, new_till

SIGNS = "%_'\"\\*?[]^-;().=\u2019\u0000\u200b😀"
PIECES = st.text(st.sampled_from(f"{SIGNS}aàÁbđĐeệnıİßﬁ0123 "), min_size=1, max_size=8)
NAMES = (
    "100% Đức",
    "Đức_An",
    "Duc An",
    "D'Arc",
    "D\u2019Arc Bé",
    'Lan "Béo"',
    "Lan\\Béo",
    "a%",
    "a_",
    "ab",
    "b%a",
    "Ệ̉n Nà",
    "İna",
    "ßanna",
    "ﬁna [x]",
    "An 0123",
    "O'; DROP TABLE member; --",
    "*An?",
)


def test_whatever_is_typed_finds_what_a_plain_filter_finds(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    for number, name in enumerate(NAMES):
        phone = Phone(f"09{number:02d}123{number:03d}")
        cleaned = clean_name(name)
        assert not isinstance(cleaned, NameProblem)
        joins = Enrolment(phone, cleaned, alias=f"K{number:07d}'%_", consents=(CONSENT,))
        till.members.enrol(till.shop.outside.new_id(), joins)
    everybody = till.members.recent(100)
    assert len(everybody) == len(NAMES)

    @settings(max_examples=300, deadline=None)
    @given(st.lists(PIECES | st.sampled_from(NAMES), max_size=3).map(" ".join))
    def same(typed: str) -> None:
        parts = typed.split()
        digits = "".join(part for part in parts if part.isdecimal())
        words = search_key(" ".join(part for part in parts if not part.isdecimal())).split()
        if (not digits and sum(map(len, set(words))) < 2) or (digits and not words and len(digits) < 3):
            fits = set()
        else:
            fits = {
                one.id
                for one in everybody
                if all(f" {word}" in f" {search_key(one.name or '')}" for word in words)
                and (one.phone or "").endswith(digits[-9:])
            }
        assert {one.id for one in till.members.find(typed, 100)} == fits

    same()

    @settings(max_examples=200, deadline=None)
    @given(PIECES | st.sampled_from([f"K{number:07d}'%_" for number in range(30)]))
    def only_itself(code: str) -> None:
        owner = till.members.by_code(code).member
        known = [number for number in range(len(NAMES)) if code == f"K{number:07d}'%_"]
        assert (owner is None) == (not known)

    only_itself()
    assert len(till.members.recent(100)) == len(NAMES)
    till.shop.close()
