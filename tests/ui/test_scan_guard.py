"""A scan is taken out of whatever has the focus, is read, and leaves the window as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import CardScan, ForeignScan, GoodsScan, HalfScan, card_code
from loyalpos.ui.scan_guard import REPEAT_MS
from tests.ui.desk import CARD, CONTROLS, GOODS, OLD_CARD, TERMINATORS, Watched, watched
from tests.ui.scanner import KEYBOARD, press, scan, type_text

__all__ = ["watched"]

OTHER_CARD = card_code(42)


def test_the_desk_has_every_control(watched: Watched) -> None:
    assert sorted(watched.desk.controls) == CONTROLS


@pytest.mark.parametrize("terminator", TERMINATORS, ids=["return", "enter", "tab", "none"])
@pytest.mark.parametrize("control", CONTROLS)
def test_a_scan_is_taken_out_of_any_control_and_presses_nothing(
    watched: Watched, control: str, terminator: Qt.Key | None
) -> None:
    focused = watched.focus(control)
    before = watched.desk.state()
    scan(watched.desk, CARD, terminator=terminator)
    watched.guard.settle()
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.state() == before
    assert QApplication.focusWidget() is focused


@pytest.mark.parametrize("control", CONTROLS)
def test_keys_from_the_platform_are_taken_out_before_shortcuts_see_them(
    watched: Watched, control: str
) -> None:
    watched.focus(control)
    before = watched.desk.state()
    handle = watched.desk.windowHandle()
    keys = [(ord(digit), digit) for digit in CARD] + [(int(Qt.Key.Key_Return), "\r")]
    repeats = False
    for key, text in keys:
        for down in (True, False):
            QTest.simulateEvent(handle, down, key, Qt.KeyboardModifier.NoModifier, text, repeats)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.state() == before


def test_a_scan_without_a_terminator_ends_by_itself(watched: Watched, qtbot: QtBot) -> None:
    watched.focus("line edit")
    with qtbot.waitSignal(watched.guard.scanned):
        scan(watched.desk, CARD, terminator=None)
    assert watched.desk.line.text() == "Lan"


@pytest.mark.parametrize("control", ["line edit", "text edit", "plain text edit"])
@pytest.mark.parametrize("backwards", [False, True])
def test_a_selection_that_a_scan_typed_over_comes_back(
    watched: Watched, control: str, backwards: bool
) -> None:
    field = watched.focus(control)
    press(field, Qt.Key.Key_End if backwards else Qt.Key.Key_Home)
    for _ in range(3):
        press(field, Qt.Key.Key_Left if backwards else Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    before = watched.desk.state()
    scan(watched.desk, CARD)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.state() == before
    type_text(watched.desk, "x")
    if control == "line edit":
        assert watched.desk.line.text() == "x"


def test_whoever_listens_to_a_field_hears_that_a_scan_is_gone(watched: Watched) -> None:
    heard: list[str] = []
    watched.focus("line edit")
    watched.desk.line.textEdited.connect(heard.append)
    scan(watched.desk, CARD)
    assert heard[-1] == "Lan"


@pytest.mark.parametrize("control", ["line edit", "plain text edit", "list"])
def test_a_scanner_that_falters_leaves_nothing_behind(watched: Watched, control: str) -> None:
    watched.focus(control)
    before = watched.desk.state()
    KEYBOARD.clock.advance(1_000)
    for part in (CARD[:6], CARD[6:7], CARD[7:] + "\r"):
        KEYBOARD.clock.advance(60)
        KEYBOARD.type_text(watched.desk, part, gap_ms=8)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.state() == before


@pytest.mark.parametrize("control", ["line edit", "list", "spin box", "button"])
@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        (GOODS, GoodsScan(GOODS)),
        (OLD_CARD, ForeignScan(OLD_CARD)),
        ("MEMBẺ:0912345678", ForeignScan("MEMBẺ:0912345678")),
        (CARD[:11], HalfScan(CARD[:11])),
        (CARD[1:], HalfScan(CARD[1:])),
        (CARD[:-1] + "9", HalfScan(CARD[:-1] + "9")),
    ],
)
def test_what_is_no_card_is_said_and_leaves_the_window_as_it_was(
    watched: Watched, control: str, text: str, decoded: object
) -> None:
    watched.focus(control)
    before = watched.desk.state()
    scan(watched.desk, text)
    assert watched.scans == [decoded]
    assert watched.desk.state() == before


@pytest.mark.parametrize("length", range(8, 16))
def test_a_scan_cut_short_is_never_offered_for_linking(watched: Watched, length: int) -> None:
    watched.focus("line edit")
    scan(watched.desk, CARD[:length])
    assert watched.scans == [HalfScan(CARD[:length])]


def test_the_same_card_twice_in_two_seconds_is_one_scan(watched: Watched) -> None:
    watched.focus("line edit")
    scan(watched.desk, CARD)
    KEYBOARD.type_text(watched.desk, CARD + "\r", gap_ms=8)
    scan(watched.desk, CARD)
    assert (watched.scans, watched.repeats) == ([CardScan(CARD)], [CardScan(CARD)] * 2)
    assert watched.desk.line.text() == "Lan"
    assert watched.desk.enters == 0


def test_another_card_or_the_same_one_later_is_a_new_scan(watched: Watched) -> None:
    watched.focus("line edit")
    scan(watched.desk, CARD)
    scan(watched.desk, OTHER_CARD)
    scan(watched.desk, CARD)
    KEYBOARD.clock.advance(REPEAT_MS)
    scan(watched.desk, CARD)
    assert watched.scans == [CardScan(CARD), CardScan(OTHER_CARD), CardScan(CARD), CardScan(CARD)]
    assert watched.repeats == []


@pytest.mark.parametrize("tail", ["\n", "\t", "\n\t"])
def test_a_line_feed_or_tab_behind_the_terminator_is_swallowed(watched: Watched, tail: str) -> None:
    focused = watched.focus("line edit")
    scan(watched.desk, CARD)
    KEYBOARD.type_text(watched.desk, tail, gap_ms=20)
    assert watched.desk.enters == 0
    assert QApplication.focusWidget() is focused


def test_line_ends_spelled_with_control_end_a_scan(watched: Watched) -> None:
    watched.focus("line edit")
    scan(watched.desk, CARD, terminator=None)
    for key, text in ((Qt.Key.Key_M, "\r"), (Qt.Key.Key_J, "\n")):
        KEYBOARD.press(watched.desk, key, Qt.KeyboardModifier.ControlModifier, text=text, gap_ms=8)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.line.text() == "Lan"
