"""A keyboard and a keyboard scanner that press real keys, at a rhythm of their own clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

__all__ = ["SCANNER_GAP_MS", "TYPIST_GAP_MS", "KeyClock", "Keyboard"]

SCANNER_GAP_MS: Final = 8
TYPIST_GAP_MS: Final = 150

_NAMED_KEYS: Final = {
    "\r": Qt.Key.Key_Return,
    "\n": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "\b": Qt.Key.Key_Backspace,
}
_KEY_TEXTS: Final = {
    Qt.Key.Key_Return: "\r",
    Qt.Key.Key_Enter: "\r",
    Qt.Key.Key_Tab: "\t",
    Qt.Key.Key_Backspace: "\b",
    Qt.Key.Key_Escape: "\x1b",
    Qt.Key.Key_Space: " ",
}


class KeyClock:
    """Milliseconds that pass only when told to."""

    def __init__(self, start_ms: int = 1_000_000) -> None:
        self.now_ms = start_ms

    def __call__(self) -> int:
        """Read the clock."""
        return self.now_ms

    def advance(self, by_ms: int) -> None:
        """Let time pass."""
        self.now_ms += by_ms


class Keyboard:
    """This presses keys on a window as a person or a scanner does, each with its time on it.

    Keys reach the native window, so they take the way real ones take: the scan guard, then shortcuts, then
    whatever has the focus.
    """

    def __init__(self, clock: KeyClock | None = None, pace: Callable[[int], None] | None = None) -> None:
        """Make a keyboard.

        Args:
            clock: Advanced by each key; its own if none is given.
            pace: Called with the milliseconds before each key, for a show that people watch.
        """
        self.clock = clock if clock is not None else KeyClock()
        self._pace = pace

    def press(
        self,
        window: QWidget | QWindow,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        gap_ms: int = TYPIST_GAP_MS,
        text: str | None = None,
        repeats: bool = False,
    ) -> None:
        """Press and release one key after a gap; its text follows from the key unless given."""
        spelled = _text_of(key, modifiers) if text is None else text
        self._strike(window, int(key), modifiers, spelled, gap_ms=gap_ms, repeats=repeats)

    def type_text(self, window: QWidget | QWindow, text: str, *, gap_ms: int = TYPIST_GAP_MS) -> None:
        """Type text; line ends, tabs and backspaces in it are pressed as the keys they are."""
        for character in text:
            key = int(_NAMED_KEYS.get(character, _key_of(character)))
            shifted = character.isupper()
            modifiers = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
            self._strike(window, key, modifiers, character, gap_ms=gap_ms, repeats=False)

    def scan(
        self,
        window: QWidget | QWindow,
        text: str,
        *,
        gap_ms: int = SCANNER_GAP_MS,
        terminator: Qt.Key | None = Qt.Key.Key_Return,
    ) -> None:
        """Send text as a keyboard scanner does, some time after whatever came before."""
        self.clock.advance(1_000)
        self.type_text(window, text, gap_ms=gap_ms)
        if terminator is not None:
            self.press(window, terminator, gap_ms=gap_ms)

    def _strike(
        self,
        window: QWidget | QWindow,
        key: int,
        modifiers: Qt.KeyboardModifier,
        text: str,
        *,
        gap_ms: int,
        repeats: bool,
    ) -> None:
        self.clock.advance(gap_ms)
        if self._pace is not None:
            self._pace(gap_ms)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = _native(window)
            if target is None:
                return
            event = QKeyEvent(kind, key, modifiers, text, repeats)
            event.setTimestamp(self.clock.now_ms)
            QCoreApplication.sendEvent(target, event)


def _native(window: QWidget | QWindow) -> QWindow | None:
    # A dialog opened by an earlier key takes the keys from then on, as on a real desk.
    modal = QGuiApplication.modalWindow()
    if modal is not None:
        return modal
    return window if isinstance(window, QWindow) else window.window().windowHandle()


def _key_of(character: str) -> int:
    upper = character.upper()
    return ord(upper) if len(upper) == 1 else ord(character)


def _text_of(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    if key in _KEY_TEXTS:
        return _KEY_TEXTS[key]
    if modifiers & Qt.KeyboardModifier.ControlModifier or not 0x20 < int(key) < 0x7F:
        return ""
    letter = chr(int(key))
    return letter if modifiers & Qt.KeyboardModifier.ShiftModifier else letter.lower()
