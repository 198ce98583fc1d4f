"""The box of an amount groups digits while they are typed and never changes what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.widgets.amount import AmountBox, grouped
from tests.ui.gallery import read_thousands
from tests.ui.showing import shown


def literal(text: str) -> int | object:
    plain = text.replace(".", "")
    return int(plain) if plain.isdigit() and plain.isascii() else "unreadable"


@pytest.fixture
def amount(qtbot: QtBot, themed: QApplication) -> AmountBox:
    box = shown(qtbot, AmountBox(literal))
    box.setFocus()
    return box


def test_an_amount_is_grouped_while_it_is_typed(amount: AmountBox) -> None:
    seen = []
    for digit in "1250000":
        QTest.keyClicks(amount, digit)
        seen.append(amount.text())
    assert seen == ["1", "12", "125", "1.250", "12.500", "125.000", "1.250.000"]
    assert amount.typed() == "1250000"
    assert amount.amount_vnd() == 1_250_000


@given(st.from_regex(r"[0-9]{0,15}", fullmatch=True))
def test_grouping_only_adds_dots_between_threes(digits: str) -> None:
    text = grouped(digits)
    assert text.replace(".", "") == digits
    assert all(len(part) == 3 for part in text.split(".")[1:])
    assert not digits or 1 <= len(text.split(".")[0]) <= 3


EDITS = st.lists(st.sampled_from([*"0123456789", "left", "right", "back", "del", "home", "end"]), max_size=30)


def edited(keys: list[str]) -> tuple[str, int]:
    """The same keys in a box that groups nothing."""
    text, at = "", 0
    for key in keys:
        if key == "left":
            at = max(0, at - 1)
        elif key == "right":
            at = min(len(text), at + 1)
        elif key in ("home", "end"):
            at = 0 if key == "home" else len(text)
        elif key == "back":
            text, at = text[: max(0, at - 1)] + text[at:], max(0, at - 1)
        elif key == "del":
            text = text[:at] + text[at + 1 :]
        else:
            text, at = text[:at] + key + text[at:], at + 1
    return text, at


@given(st.lists(st.sampled_from([*"0123456789", "back"]), max_size=30))
def test_typing_at_the_end_edits_as_if_there_were_no_dots(qapp: QApplication, keys: list[str]) -> None:
    box = AmountBox(literal)
    for key in keys:
        if key == "back":
            QTest.keyClick(box, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(box, key)
    assert box.typed() == edited(keys)[0]
    assert box.text() == grouped(box.typed())


@given(EDITS)
def test_whatever_is_edited_the_box_shows_what_it_means(qapp: QApplication, keys: list[str]) -> None:
    box = AmountBox(literal)
    codes = {
        "left": Qt.Key.Key_Left,
        "right": Qt.Key.Key_Right,
        "back": Qt.Key.Key_Backspace,
        "del": Qt.Key.Key_Delete,
        "home": Qt.Key.Key_Home,
        "end": Qt.Key.Key_End,
    }
    for key in keys:
        if key in codes:
            QTest.keyClick(box, codes[key])
        else:
            QTest.keyClicks(box, key)
    assert box.text() == grouped(box.typed())
    assert box.amount_vnd() == (int(box.typed()) if box.typed() else None)


def test_a_digit_put_in_the_middle_stays_where_it_was_typed(amount: AmountBox) -> None:
    QTest.keyClicks(amount, "125000")
    QTest.keyClick(amount, Qt.Key.Key_Home)
    QTest.keyClicks(amount, "34")
    assert amount.text() == "34.125.000"


def test_backspace_over_a_dot_takes_the_digit_before_it(amount: AmountBox) -> None:
    QTest.keyClicks(amount, "125000")
    for _ in range(3):
        QTest.keyClick(amount, Qt.Key.Key_Left)
    QTest.keyClick(amount, Qt.Key.Key_Backspace)
    assert amount.typed() == "12000"


@pytest.mark.parametrize("typed", ["85k", "1,2tr", "1.250", "abc"])
def test_what_is_not_plain_digits_is_left_as_it_was_typed(amount: AmountBox, typed: str) -> None:
    QTest.keyClicks(amount, typed)
    assert amount.typed() == typed
    assert amount.text() == typed


def test_a_unit_after_grouped_digits_keeps_the_digits(amount: AmountBox) -> None:
    QTest.keyClicks(amount, "1250k")
    assert amount.typed() == "1250k"


def test_ctrl_z_takes_typing_back_step_by_step(amount: AmountBox) -> None:
    QTest.keyClicks(amount, "12500")
    for left in ("1250", "125", "12", "1", ""):
        QTest.keyClick(amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert amount.typed() == left
    assert not amount.undo_typing()


def test_an_unreadable_amount_is_marked_until_it_is_mended(amount: AmountBox) -> None:
    said: list[object] = []
    amount.amount_changed.connect(said.append)
    QTest.keyClicks(amount, "8x")
    assert amount.is_wrong()
    assert amount.amount_vnd() is None
    QTest.keyClick(amount, Qt.Key.Key_Backspace)
    assert not amount.is_wrong()
    QTest.keyClick(amount, Qt.Key.Key_Backspace)
    assert said == [8, "unreadable", 8, None]


def test_a_given_amount_is_not_read_as_thousands(qtbot: QtBot, themed: QApplication) -> None:
    box = shown(qtbot, AmountBox(read_thousands))
    box.set_amount(85)
    assert box.amount_vnd() == 85
    box.setFocus()
    QTest.keyClicks(box, "0")
    assert box.amount_vnd() == 850_000
    box.set_amount(None)
    assert box.typed() == ""
    assert box.verdict() is None


def test_a_huge_paste_is_cut_and_not_read(amount: AmountBox) -> None:
    QApplication.clipboard().setText("9" * 10_000)
    amount.paste()
    assert len(amount.text()) <= 60
    QApplication.clipboard().setText("1\n2\u202e3\x00")
    amount.clear()
    amount.paste()
    assert amount.amount_vnd() is None
