from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import (
    CardScan,
    ForeignScan,
    GoodsScan,
    HalfScan,
    VoucherScan,
    card_code,
    voucher_code,
)
from loyalpos.ui.scan_guard import REPEAT_MS, ScanGuard
from tests.ui.desk import Desk, Watched
from tests.ui.scanner import KEYBOARD, press, scan, type_text

# The offscreen platform says so for every window shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

CARD = card_code(123456789012)
OTHER_CARD = card_code(42)
VOUCHER = voucher_code(7)
GOODS = "8934567890120"
OLD_CARD = "KH000123"
VIETNAMESE_KEYS = str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ")
AZERTY_KEYS = str.maketrans("1234567890", "&é\"'(-è_çà")
CONTROLS = [
    "button",
    "check box",
    "combo",
    "date",
    "double spin box",
    "line edit",
    "list",
    "plain text edit",
    "radio button",
    "read-only line",
    "slider",
    "spin box",
    "table",
    "tabs",
    "text edit",
    "writable combo",
]
TERMINATORS = [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, None]

# A window is slow to make; each example puts everything back itself.
on_one_window = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return under_guard(qtbot, KEYBOARD.clock)


def under_guard(qtbot: QtBot, clock_ms: Callable[[], int]) -> Watched:
    desk = Desk()
    qtbot.addWidget(desk)
    guard = ScanGuard(clock_ms, desk)
    guard.watch(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    return Watched(desk, guard)


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


def test_undo_still_reaches_what_was_typed_before_a_scan(watched: Watched) -> None:
    watched.focus("line edit")
    watched.desk.line.clear()
    type_text(watched.desk, "Mai")
    scan(watched.desk, CARD)
    while watched.desk.line.isUndoAvailable() and watched.desk.line.text() != "Lan":
        watched.desk.line.undo()
    assert watched.desk.line.text() == "Lan"


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


def test_a_pause_parts_typing_from_a_scan_of_an_old_card(watched: Watched) -> None:
    watched.focus("line edit")
    type_text(watched.desk, " 12", gap_ms=101)
    scan(watched.desk, OLD_CARD)
    assert watched.scans == [ForeignScan(OLD_CARD)]
    assert watched.desk.line.text() == "Lan 12"


def test_the_platforms_times_and_the_clock_may_differ(qtbot: QtBot) -> None:
    watched = under_guard(qtbot, lambda: KEYBOARD.clock() + 10**9)
    watched.focus("line edit")
    scan(watched.desk, CARD, terminator=None)
    watched.guard.settle()
    KEYBOARD.press(watched.desk, Qt.Key.Key_Return, gap_ms=8)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.enters == 0


def test_keys_that_waited_behind_a_busy_window_are_judged_by_their_own_times(qtbot: QtBot) -> None:
    watched = under_guard(qtbot, lambda: 7)
    watched.focus("line edit")
    watched.desk.line.clear()
    type_text(watched.desk, CARD)
    watched.guard.settle()
    assert watched.scans == []
    assert watched.desk.line.text() == CARD


@pytest.mark.parametrize("gap_ms", [40, 70, 100, 150])
def test_what_somebody_typed_just_before_a_scan_stays(watched: Watched, gap_ms: int) -> None:
    watched.focus("line edit")
    type_text(watched.desk, "0912", gap_ms=gap_ms)
    KEYBOARD.clock.advance(gap_ms - 8)
    KEYBOARD.type_text(watched.desk, CARD + "\r", gap_ms=8)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.line.text() == "Lan0912"
    assert watched.desk.enters == 0


def test_digits_somebody_pressed_in_a_list_just_before_a_scan_still_count(watched: Watched) -> None:
    watched.focus("list")
    type_text(watched.desk, "12", gap_ms=70)
    KEYBOARD.clock.advance(70)
    KEYBOARD.type_text(watched.desk, CARD + "\r", gap_ms=8)
    assert watched.scans == [CardScan(CARD)]
    assert watched.desk.digits == ["1", "2"]


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


def test_enter_soon_after_a_scan_is_the_cashiers(watched: Watched) -> None:
    watched.focus("line edit")
    scan(watched.desk, CARD)
    press(watched.desk, Qt.Key.Key_Return)
    assert watched.desk.enters == 1


@on_one_window
@given(
    text=st.text("0123456789", min_size=1, max_size=30),
    gaps_ms=st.lists(st.integers(45, 400), min_size=31, max_size=31),
)
def test_digits_of_a_fast_typist_reach_the_box_and_enter_works(
    watched: Watched, text: str, gaps_ms: list[int]
) -> None:
    watched.focus("line edit")
    watched.desk.line.clear()
    watched.desk.enters = 0
    for character, gap_ms in zip(text + "\r", gaps_ms, strict=False):
        KEYBOARD.type_text(watched.desk, character, gap_ms=gap_ms)
    assert watched.desk.line.text() == text
    assert watched.desk.enters == 1
    assert watched.scans + watched.repeats == []


@pytest.mark.parametrize("text", ["0912345678", "+84912345678", "0912.345.678", "Trần Thị Mai", "tranthimai"])
def test_a_phone_or_name_typed_by_a_program_stays_in_the_box(watched: Watched, text: str) -> None:
    watched.focus("line edit")
    watched.desk.line.clear()
    scan(watched.desk, text)
    assert watched.desk.line.text() == text
    assert watched.desk.enters == 1
    assert watched.scans == []


@pytest.mark.parametrize("control", ["list", "button", "check box"])
def test_digits_pressed_where_they_are_commands_arrive_in_order(watched: Watched, control: str) -> None:
    watched.focus(control)
    type_text(watched.desk, "12", gap_ms=60)
    assert watched.desk.digits == []
    press(watched.desk, Qt.Key.Key_F6)
    assert watched.desk.digits == ["1", "2"]
    type_text(watched.desk, "3")
    watched.guard.settle()
    assert watched.desk.digits == ["1", "2", "3"]


def test_a_digit_where_it_is_a_command_arrives_by_itself(watched: Watched, qtbot: QtBot) -> None:
    watched.focus("list")
    type_text(watched.desk, "4")
    qtbot.waitUntil(lambda: watched.desk.digits == ["4"])


def test_space_and_enter_press_buttons_at_once(watched: Watched) -> None:
    watched.focus("check box")
    press(watched.desk, Qt.Key.Key_Space)
    assert watched.desk.tick.isChecked()
    watched.focus("button")
    press(watched.desk, Qt.Key.Key_Return)
    assert watched.desk.clicks == 1


def test_a_held_key_is_no_scanner(watched: Watched) -> None:
    watched.focus("line edit")
    watched.desk.line.clear()
    press(watched.desk, Qt.Key.Key_5)
    for _ in range(40):
        KEYBOARD.press(watched.desk, Qt.Key.Key_5, gap_ms=33, text="5", repeats=True)
    press(watched.desk, Qt.Key.Key_Return)
    assert watched.desk.line.text() == "5" * 41
    assert watched.scans == []
    assert watched.desk.enters == 1


def test_chords_pass_even_in_the_middle_of_a_scan(watched: Watched) -> None:
    watched.focus("button")
    KEYBOARD.type_text(watched.desk, CARD[:5], gap_ms=8)
    KEYBOARD.press(watched.desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, gap_ms=8)
    KEYBOARD.press(watched.desk, Qt.Key.Key_Shift, gap_ms=8)
    KEYBOARD.type_text(watched.desk, CARD[5:] + "\r", gap_ms=8)
    assert watched.desk.undos == 1
    assert watched.scans == [CardScan(CARD)]


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


def test_a_window_that_qt_makes_anew_is_still_heard_once(watched: Watched, qtbot: QtBot) -> None:
    first = watched.desk.windowHandle()
    watched.desk.hide()
    watched.desk.destroy()
    watched.desk.show()
    qtbot.waitUntil(watched.desk.isActiveWindow)
    assert watched.desk.windowHandle() is not first
    watched.focus("line edit")
    scan(watched.desk, CARD)
    assert (watched.scans, watched.repeats) == ([CardScan(CARD)], [])
    assert watched.desk.line.text() == "Lan"


def test_watching_a_window_twice_hears_it_once(watched: Watched) -> None:
    watched.guard.watch(watched.desk)
    watched.focus("line edit")
    scan(watched.desk, CARD)
    assert (watched.scans, watched.repeats) == ([CardScan(CARD)], [])


def test_a_later_dialog_is_heard_too_and_its_default_button_is_left_alone(
    watched: Watched, qtbot: QtBot
) -> None:
    dialog = QDialog(watched.desk)
    box, button = QLineEdit("10"), QPushButton("Lưu", default=True)
    layout = QVBoxLayout(dialog)
    layout.addWidget(box)
    layout.addWidget(button)
    clicks: list[None] = []
    button.clicked.connect(lambda: clicks.append(None))
    watched.guard.watch(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    box.setFocus()
    scan(dialog, CARD)
    assert watched.scans == [CardScan(CARD)]
    assert (box.text(), clicks, dialog.isVisible()) == ("10", [], True)
    press(dialog, Qt.Key.Key_Return)
    assert clicks == [None]


def test_a_field_that_goes_away_during_a_scan_is_not_missed(watched: Watched) -> None:
    field = QLineEdit(watched.desk)
    field.show()
    field.setFocus()
    KEYBOARD.clock.advance(1_000)
    KEYBOARD.type_text(watched.desk, CARD[:10], gap_ms=8)
    field.deleteLater()
    QCoreApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete)
    KEYBOARD.type_text(watched.desk, CARD[10:] + "\r", gap_ms=8)
    assert watched.scans == [CardScan(CARD)]


def test_without_times_on_the_keys_the_clock_counts(watched: Watched) -> None:
    watched.focus("line edit")
    watched.desk.line.clear()
    handle = watched.desk.windowHandle()
    for gap_ms, digits in ((8, CARD), (90, CARD)):
        for digit in digits + "\r":
            KEYBOARD.clock.advance(gap_ms)
            key = Qt.Key.Key_Return if digit == "\r" else ord(digit)
            QCoreApplication.sendEvent(
                handle, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, digit)
            )
    assert watched.scans == [CardScan(CARD)]
    assert watched.repeats == []
    assert watched.desk.line.text() == CARD


# Qt itself says so of a table cell being edited while the focus jumps about, with a guard or without.
@pytest.mark.qt_log_ignore("does not support propagateSizeHints", "commitData called with an editor")
@on_one_window
@given(
    text=st.text(max_size=60),
    gap_ms=st.integers(0, 130),
    control=st.sampled_from(CONTROLS),
    terminator=st.sampled_from(TERMINATORS),
)
def test_any_text_at_any_speed_leaves_a_window_that_can_scan(
    watched: Watched, text: str, gap_ms: int, control: str, terminator: Qt.Key | None
) -> None:
    watched.focus(control)
    scan(watched.desk, text, gap_ms=gap_ms, terminator=terminator)
    watched.guard.settle()
    KEYBOARD.clock.advance(REPEAT_MS)
    watched.scans.clear()
    scan(watched.desk, CARD)
    assert watched.scans == [CardScan(CARD)]


@pytest.mark.parametrize("control", ["line edit", "list"])
def test_ten_thousand_characters_do_no_harm(watched: Watched, control: str) -> None:
    watched.focus(control)
    text = "12345 nghiêng " * 72
    for _ in range(10):
        # Emptied on the way, since Qt lays out all of a box at each key; for the guard it is one burst.
        watched.desk.line.clear()
        scan(watched.desk, text, gap_ms=1, terminator=None)
        if control == "line edit":
            assert watched.desk.line.text() == text
    press(watched.desk, Qt.Key.Key_Return)
    assert watched.scans == []
    scan(watched.desk, CARD)
    assert watched.scans == [CardScan(CARD)]
