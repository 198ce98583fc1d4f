"""What people type and paste by mistake: a sentence at the field, a till that goes on, a clean file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.store.check import check
from loyalpos.ui.counter.screen import View
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]

BAD = {
    "zero": "0",
    "negative": "-5000",
    "10^15": "1000000000000000",
    "two dots": "1.2.3",
    "letters": "abc",
    "emoji": "🧋🧋",
    "10 kB": "9" * 10_240,
    "control characters": "12\x0034\x07",
    "right to left": "\u202e12000\u05d0",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    desk = TillDesk(qtbot, tmp_path).open()
    yield desk
    desk.assert_calm()
    desk.settle()
    assert check(desk.till.shop.file).is_clean
    desk.close()


def earns_still(desk: TillDesk, member: UUID) -> None:
    before = desk.balance(member)
    while desk.screen.view is not View.IDLE or desk.screen.box.text() or desk.banner:
        desk.press(Qt.Key.Key_Escape)
        desk.settle()
    desk.type("5678")
    desk.enter()
    desk.type("85")
    desk.enter()
    desk.settle()
    assert desk.balance(member) == before + 8


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_total_is_refused_at_its_field(desk: TillDesk, duc: UUID, bad: str) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.paste(bad)
    desk.enter()
    desk.settle()
    assert desk.notices(desk.screen.bill)
    assert desk.flow.open_member == duc
    assert not desk.till.returns.bills_of(duc)
    earns_still(desk, duc)


def test_an_empty_total_is_asked_for(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.enter()
    assert desk.notices(desk.screen.bill)
    earns_still(desk, duc)


@pytest.mark.parametrize("bad", ["9" * 10_240, "12\x0034", "\u202e12\u05d0", "số " * 30])
def test_a_bad_receipt_number_is_refused_at_its_field(desk: TillDesk, duc: UUID, bad: str) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.screen.bill.receipt.enter_number()
    desk.paste(bad)
    desk.enter()
    desk.settle()
    assert desk.notices(desk.screen.bill)
    assert not desk.till.returns.bills_of(duc)
    earns_still(desk, duc)


@pytest.mark.parametrize("bad", ["mai", "32/13", "99:99", "🧋", "1" * 10_240, "23/11/2031"])
def test_a_bad_time_is_refused_at_its_field(desk: TillDesk, duc: UUID, bad: str) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.press(Qt.Key.Key_F7)
    desk.paste(bad)
    desk.enter()
    desk.settle()
    assert desk.notices(desk.screen.bill)
    assert not desk.till.returns.bills_of(duc)
    earns_still(desk, duc)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_nonsense_in_the_one_box_finds_nobody_and_harms_nothing(desk: TillDesk, duc: UUID, bad: str) -> None:
    desk.screen.focus_box()
    desk.paste(bad)
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.flow.open_member is None
    earns_still(desk, duc)


@pytest.mark.parametrize("bad", ["", *BAD.values()])
def test_a_bad_phone_enrols_nobody(desk: TillDesk, duc: UUID, bad: str) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    if bad:
        desk.paste(bad)
    desk.enter()
    assert desk.notices(desk.screen.enrol)
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.screen.view is View.ENROL
    assert len(desk.till.returns.acts()) == 1
    earns_still(desk, duc)


@pytest.mark.parametrize(
    ("name", "joins"),
    [
        ("Á", True),
        ("Nguyễn " * 40, False),
        ("🧋", False),
        ("a\u202eb", False),
        ("ab\x07c", False),
        ("12", False),
    ],
)
def test_a_name_is_kept_or_refused_at_its_field(desk: TillDesk, duc: UUID, name: str, joins: bool) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.type("0987654321")
    desk.press(Qt.Key.Key_Tab)
    desk.paste(name)
    desk.enter()
    assert bool(desk.notices(desk.screen.enrol)) is not joins
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert (desk.flow.open_member is not None) is joins
    assert (desk.screen.view is View.ENROL) is not joins
    earns_still(desk, duc)


@pytest.mark.parametrize("bad", [*BAD.values(), "125001"])
def test_a_bad_amount_returns_nothing(desk: TillDesk, duc: UUID, bad: str) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    bill = desk.till.returns.bills_of(duc)[0]
    desk.press(Qt.Key.Key_F9)
    desk.flow.start_return(bill=bill.id)
    desk.settle()
    desk.paste(bad)
    desk.enter()
    desk.settle()
    assert desk.notices(desk.screen.returning)
    assert desk.till.returns.bills_of(duc)[0].returned_vnd == 0
    earns_still(desk, duc)
