"""A bill or a part of it comes back: its number, what is handed back, what cannot be."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.counter.return_panel import ReturnPanel
from tests.ui.one_panel import press, said, shown, type_in
from tests.ui.panel_shop import RETURN_DESK, SHOP


@pytest.fixture
def returning(themed: QApplication, qtbot: QtBot) -> ReturnPanel:
    panel = ReturnPanel()
    shown(panel, qtbot)
    panel.begin()
    return panel


def test_the_number_on_the_receipt_is_asked_for_first(returning: ReturnPanel) -> None:
    heard: list[str] = []
    returning.number_entered.connect(heard.append)
    press(Qt.Key.Key_Return)
    assert "Type the number on the receipt" in said(returning)
    type_in(" 10229 ")
    press(Qt.Key.Key_Return)
    assert heard == ["10229"]


def test_a_whole_return_is_shown_and_done_with_enter(returning: ReturnPanel) -> None:
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK,), SHOP)
    assert "Hand back to the customer | 75.000 ₫" in said(returning)
    assert "Points taken back | −7 điểm" in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == [(RETURN_DESK.bill.id, 1, None)]


def test_part_of_a_bill_is_previewed_at_every_key(returning: ReturnPanel) -> None:
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK,), SHOP)
    type_in("25")
    assert "Hand back to the customer | 25.000 ₫" in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == [(RETURN_DESK.bill.id, 1, 25_000)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("999000", "Only 125.000 ₫ of this bill is left to return"),
        ("0", "The amount must be more than 0 ₫"),
        ("abc", "Digits only"),
    ],
)
def test_an_amount_that_cannot_come_back_is_said_at_once(
    returning: ReturnPanel, typed: str, sentence: str
) -> None:
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK,), SHOP)
    type_in(typed)
    assert sentence in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == []


def test_of_several_bills_one_is_chosen_by_its_number(returning: ReturnPanel) -> None:
    other = replace(RETURN_DESK, bill=replace(RETURN_DESK.bill, id=UUID(int=8), returned_vnd=25_000, parts=1))
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK, other), SHOP)
    press(Qt.Key.Key_2)
    assert "100.000 ₫ left" in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == [(UUID(int=8), 2, None)]


def test_a_bill_returned_before_says_so(returning: ReturnPanel) -> None:
    returning.show_bills((replace(RETURN_DESK, bill=replace(RETURN_DESK.bill, whole=True)),), SHOP)
    assert "All of this bill has been returned or undone already" in said(returning)


def test_esc_gives_the_return_up(returning: ReturnPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(returning.cancelled):
        press(Qt.Key.Key_Escape)
