"""What the customer's screen never says: a phone, a note, a habit, more of a name than the given one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from loyalpos.engine.acts import Desk
from loyalpos.engine.codes import CardCode
from loyalpos.engine.ledger import Account, Lot
from loyalpos.engine.members import Member, MemberView
from loyalpos.engine.names import given_name
from loyalpos.engine.phones import Phone
from loyalpos.engine.rewards import offers
from loyalpos.services.counter import NO_MEMBER
from loyalpos.ui.counter.facing import Seen
from loyalpos.ui.customer.screen import CustomerScreen
from loyalpos.ui.customer.told import CodeTold, GuestTold, IdleTold, MemberTold, code_told, member_told
from loyalpos.ui.start.scanner_step import TEST_CODE
from tests.shops import MORNING, PROGRAM
from tests.ui.customer_desk import said_by


@pytest.fixture(scope="module")
def speaker(qapp: QApplication) -> CustomerScreen:
    """A screen for many members, one after the other."""
    return CustomerScreen(preview=False)


PHONES = st.builds(
    lambda head, rest: Phone(f"0{head}{rest:08d}"), st.sampled_from("35789"), st.integers(0, 99_999_999)
)
NAMES = st.one_of(
    st.none(),
    st.sampled_from(
        ["Nguyễn Văn Đức", "Mai (nợ 50k)", "Lan - khó tính", "Hoa 0912345678", "0987654321", "Bé Na"]
    ),
    st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=60),
    st.builds(lambda name, phone: f"{name} {phone}", st.sampled_from(["Lan", "Anh Tư"]), PHONES),
)
NOTES = st.text(st.characters(categories=("Lu", "Ll")), min_size=6, max_size=40)


def _told_of(
    name: str | None, balance: int, *, phone: Phone | None = None, note: str = ""
) -> tuple[MemberTold | GuestTold, CodeTold | None]:
    member = Member(NO_MEMBER, name, phone, None, note, date(2025, 3, 1), CardCode(TEST_CODE))
    lots = (Lot(NO_MEMBER, balance, balance, MORNING, None),) if balance > 0 else ()
    account = Account(lots, max(0, -balance))
    view = MemberView(member, account, max(balance, 0), 3, 900_000, MORNING, favourite=note or None)
    desk = Desk(view, PROGRAM, {}, MORNING, NO_MEMBER)
    listed = offers(PROGRAM, desk.footing, None, spendable=view.spendable, stock={})
    return member_told(Seen(desk, None, None, listed), date(2026, 11, 23)), code_told("Quán Mây", view)


@given(phone=PHONES, name=NAMES, note=NOTES, balance=st.integers(-999, 999))
def test_a_customer_is_told_the_same_whatever_the_phone_the_note_and_the_habits_are(
    phone: Phone, name: str | None, note: str, balance: int
) -> None:
    assert _told_of(name, balance, phone=phone, note=note) == _told_of(name, balance)


@given(name=NAMES, phone=PHONES, balance=st.integers(-999, 999))
def test_no_phone_is_on_the_screen_even_if_it_stands_in_the_name(
    speaker: CustomerScreen, name: str | None, phone: Phone, balance: int
) -> None:
    for told in _told_of(f"{name or ''} {phone}", balance):
        assert told is not None
        speaker.show_told(told)
        assert phone not in re.sub(r"[ .\u200b]", "", said_by(speaker))
    speaker.show_told(IdleTold("Quán Mây"))
    left = re.sub(r"[ .]", "", said_by(speaker))
    assert TEST_CODE not in left, "nothing of the one before stays behind, on any face"
    own = given_name(name or "")
    assert len(own) < 3 or f"{own}!" not in left


@given(NAMES)
def test_a_given_name_has_no_figure_and_nothing_of_a_remark(name: str | None) -> None:
    own = given_name(name or "")
    assert not any(sign.isdigit() or sign in "()[]," or sign.isspace() for sign in own)
    assert own in (name or "")


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Nguyễn Văn Đức", "Đức"),
        ("Mai (nợ 50k)", "Mai"),
        ("Lan - khó tính", "Lan"),
        ("Hoa 0912345678", "Hoa"),
        ("0987654321", ""),
        ("Anne-Marie", "Anne-Marie"),
        ("H'Hen Niê", "Niê"),
        ("", ""),
    ],
)
def test_the_given_name_is_the_last_word_of_letters(name: str, own: str) -> None:
    assert given_name(name) == own
