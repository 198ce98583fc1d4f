"""One keyboard and one scanner for the tests of screens, on a clock that only they move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from loyalpos.demo.keys import SCANNER_GAP_MS, TYPIST_GAP_MS, Keyboard

__all__ = ["KEYBOARD", "press", "scan", "type_text"]

KEYBOARD = Keyboard()
"""Give ``KEYBOARD.clock`` to whatever asks for the time in milliseconds."""


def scan(
    window: QWidget | QWindow,
    text: str,
    *,
    gap_ms: int = SCANNER_GAP_MS,
    terminator: Qt.Key | None = Qt.Key.Key_Return,
) -> None:
    KEYBOARD.scan(window, text, gap_ms=gap_ms, terminator=terminator)


def type_text(window: QWidget | QWindow, text: str, *, gap_ms: int = TYPIST_GAP_MS) -> None:
    KEYBOARD.type_text(window, text, gap_ms=gap_ms)


def press(
    window: QWidget | QWindow,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    KEYBOARD.press(window, key, modifiers)
