"""One panel of the counter in a window of its own: what it says, and keys at what has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.ui.widgets.marks import Chip

__all__ = ["chips", "focused", "press", "said", "shown", "type_in"]


def press(*keys: Qt.Key) -> None:
    for key in keys:
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, key)


def type_in(text: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, text)


def shown(panel: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(panel)
    panel.resize(500, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)


def said(panel: QWidget) -> str:
    labels = panel.findChildren(QLabel)
    return " | ".join(one.text() for one in labels if one.isVisible() and one.text()).replace("\u00a0", " ")


def chips(panel: QWidget) -> list[str]:
    return [chip.text().replace("\u00a0", " ") for chip in panel.findChildren(Chip) if chip.isVisible()]


def focused() -> str:
    at = QApplication.focusWidget()
    assert at is not None
    return at.accessibleName()
