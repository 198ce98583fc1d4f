"""Scans through other layouts and input methods, and the words that input methods put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from loyalpos.engine.codes import CardScan, VoucherScan, voucher_code
from loyalpos.ui.scan_guard import REPEAT_MS
from tests.ui.desk import CARD, GOODS, Watched, on_one_window, watched
from tests.ui.scanner import KEYBOARD, scan

__all__ = ["watched"]

VOUCHER = voucher_code(7)
VIETNAMESE_KEYS = str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ")
AZERTY_KEYS = str.maketrans("1234567890", "&é\"'(-è_çà")


@pytest.mark.parametrize("control", ["line edit", "list", "button"])
@pytest.mark.parametrize("keys", [VIETNAMESE_KEYS, AZERTY_KEYS], ids=["Vietnamese", "French"])
def test_a_scan_through_another_layout_is_read(watched: Watched, control: str, keys: dict[int, str]) -> None:
    watched.focus(control)
    before = watched.desk.state()
    scan(watched.desk, CARD.translate(keys))
    scan(watched.desk, VOUCHER.translate(keys))
    assert watched.scans == [CardScan(CARD), VoucherScan(VOUCHER)]
    assert watched.desk.state() == before


@on_one_window
@given(
    control=st.sampled_from(["line edit", "plain text edit", "spin box", "list"]),
    noise=st.lists(
        st.sampled_from(["", "\u202f\b", "\u202f", "d\b", "\u200b", "aa\b\b"]), min_size=16, max_size=16
    ),
)
def test_what_input_methods_inject_does_not_harm_a_scan(
    watched: Watched, control: str, noise: list[str]
) -> None:
    watched.focus(control)
    before = watched.desk.state()
    received = "".join(digit + extra for digit, extra in zip(CARD, noise, strict=True))
    watched.scans.clear()
    KEYBOARD.clock.advance(REPEAT_MS)
    scan(watched.desk, received)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.state() == before


def test_a_letter_d_left_in_the_box_is_given_back_when_vni_eats_it(watched: Watched) -> None:
    watched.focus("line edit")
    watched.desk.line.setText("d")
    scan(watched.desk, "\bđ" + CARD[1:])
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.line.text() == "d"


def test_single_characters_from_an_input_method_are_a_scan(watched: Watched) -> None:
    watched.focus("line edit")
    for character in CARD:
        KEYBOARD.clock.advance(8)
        _commit(watched, character)
    KEYBOARD.press(watched.desk, Qt.Key.Key_Return, gap_ms=8)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.line.text() == "Lan"
    assert watched.desk.enters == 0


def test_a_whole_card_code_from_an_input_method_is_a_scan(watched: Watched) -> None:
    watched.focus("line edit")
    _commit(watched, CARD)
    KEYBOARD.press(watched.desk, Qt.Key.Key_Return, gap_ms=8)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.line.text() == "Lan"
    assert watched.desk.enters == 0


@pytest.mark.parametrize("word", ["12500000", "nghiêng", "0912345678", GOODS, "9812345"])
def test_a_word_from_an_input_method_stays_however_it_came(watched: Watched, word: str) -> None:
    watched.focus("line edit")
    watched.desk.line.clear()
    _commit(watched, word)
    KEYBOARD.press(watched.desk, Qt.Key.Key_Return, gap_ms=8)
    assert watched.desk.line.text() == word
    assert watched.desk.enters == 1
    assert watched.scans == []


def _commit(watched: Watched, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(watched.desk.line, event)


def test_what_an_input_method_puts_where_a_secret_is_asked_for_is_no_scan(watched: Watched) -> None:
    watched.focus("line edit")
    watched.desk.line.setProperty("keeps_its_keys", True)  # noqa: FBT003 - Qt's own call
    try:
        _commit(watched, CARD)
    finally:
        watched.desk.line.setProperty("keeps_its_keys", None)
    assert watched.scans == []
    assert CARD in watched.desk.line.text()
