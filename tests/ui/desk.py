"""A window with every kind of control, under a scan guard, for the guard's tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import Decoded, card_code
from loyalpos.ui.scan_guard import ScanGuard
from tests.ui.scanner import KEYBOARD

__all__ = [
    "CARD",
    "CONTROLS",
    "GOODS",
    "OLD_CARD",
    "TERMINATORS",
    "Desk",
    "Watched",
    "on_one_window",
    "under_guard",
    "watched",
]


class Desk(QWidget):
    """A window with every kind of control, and what was done to them."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit("Lan")
        self.number = QSpinBox(maximum=1_000_000, value=250)
        self.share = QDoubleSpinBox(maximum=1000, value=12.5)
        self.day = QDateEdit(QDate(2026, 11, 22))
        self.choice = QComboBox()
        self.choice.addItems([f"{row} điểm" for row in range(1, 10)])
        self.choice.setCurrentIndex(4)
        self.writable_choice = QComboBox(editable=True)
        self.writable_choice.addItems(["Sáng", "Chiều"])
        self.pages = QTextEdit()
        self.pages.setHtml("Khách <b>quen</b>")
        self.plain = QPlainTextEdit("Ghi chú 🎂 dài")
        self.tick = QCheckBox("Đồng ý")
        self.dot = QRadioButton("Một")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.list = QListWidget()
        self.list.addItems([f"{row} phần thưởng" for row in range(1, 10)])
        self.list.setCurrentRow(2)
        self.table = QTableWidget(9, 2)
        for row in range(9):
            self.table.setItem(row, 0, QTableWidgetItem(f"{row + 1}"))
            self.table.setItem(row, 1, QTableWidgetItem("bạc xỉu"))
        self.table.setCurrentCell(3, 0)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.tabs = QTabWidget()
        self.tabs.addTab(QWidget(), "Một")
        self.tabs.addTab(QWidget(), "Hai")
        self.read_only = QLineEdit("chỉ đọc", readOnly=True)
        self.button = QPushButton("Cộng điểm")
        self.button.setDefault(True)
        self.button.setAutoDefault(True)
        self.controls: dict[str, QWidget] = {
            "line edit": self.line,
            "spin box": self.number,
            "double spin box": self.share,
            "date": self.day,
            "combo": self.choice,
            "writable combo": self.writable_choice,
            "text edit": self.pages,
            "plain text edit": self.plain,
            "check box": self.tick,
            "radio button": self.dot,
            "slider": self.slider,
            "list": self.list,
            "table": self.table,
            "tabs": self.tabs.tabBar(),
            "read-only line": self.read_only,
            "button": self.button,
        }
        layout = QVBoxLayout(self)
        for control in self.controls.values():
            layout.addWidget(self.tabs if control is self.tabs.tabBar() else control)
        self.clicks = 0
        self.button.clicked.connect(self._count_click)
        self.enters = 0
        self.line.returnPressed.connect(self._count_enter)
        self.undos = 0
        QShortcut(QKeySequence("Ctrl+Z"), self, self._count_undo)
        self.digits: list[str] = []
        for digit in "0123456789":
            QShortcut(QKeySequence(digit), self, partial(self.digits.append, digit))

    def _count_click(self) -> None:
        self.clicks += 1

    def _count_enter(self) -> None:
        self.enters += 1

    def _count_undo(self) -> None:
        self.undos += 1

    def _cells(self) -> list[str]:
        items = [self.table.item(row, column) for row in range(9) for column in range(2)]
        return [item.text() for item in items if item is not None]

    def state(self) -> dict[str, object]:
        return {
            "line": (self.line.text(), self.line.cursorPosition(), self.line.selectedText()),
            "number": (self.number.value(), self.number.text()),
            "share": (self.share.value(), self.share.text()),
            "day": self.day.date(),
            "choice": self.choice.currentIndex(),
            "writable": (self.writable_choice.currentText(), self.writable_choice.currentIndex()),
            "pages": self.pages.toHtml(),
            "pages cursor": (self.pages.textCursor().position(), self.pages.textCursor().anchor()),
            "plain": self.plain.toPlainText(),
            "plain cursor": (self.plain.textCursor().position(), self.plain.textCursor().anchor()),
            "tick": self.tick.isChecked(),
            "dot": self.dot.isChecked(),
            "slider": self.slider.value(),
            "list": [item.row() for item in self.list.selectedIndexes()] + [self.list.currentRow()],
            "table": (self.table.currentRow(), self.table.currentColumn(), self._cells()),
            "tab": self.tabs.currentIndex(),
            "clicks": self.clicks,
            "digits": tuple(self.digits),
            "enters": self.enters,
        }


class Watched:
    """A desk under a guard, and what the guard said."""

    def __init__(self, desk: Desk, guard: ScanGuard) -> None:
        self.desk = desk
        self.guard = guard
        self.scans: list[Decoded] = []
        self.repeats: list[Decoded] = []
        guard.scanned.connect(self.scans.append)
        guard.repeated.connect(self.repeats.append)

    def focus(self, name: str) -> QWidget:
        control = self.desk.controls[name]
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused is control or control.isAncestorOf(focused), name
        return focused


CARD = card_code(123456789012)
GOODS = "8934567890120"
OLD_CARD = "KH000123"
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
