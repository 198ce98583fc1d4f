"""The windows a scan guard watches, as they come and go, and the clocks it reads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import CardScan
from tests.ui.desk import CARD, Watched, under_guard, watched
from tests.ui.scanner import KEYBOARD, press, scan, type_text

__all__ = ["watched"]


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
