"""The one listener for keyboard scanners: takes a scan out of whatever has the focus and says what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from loyalpos.engine.codes import CardScan, Decoded, VoucherScan, decode
from loyalpos.engine.scan import LONGEST_BURST_MS, SILENCE_MS, Burst, NotAScan, Scanned
from loyalpos.ui.standing import Restore, keeps_its_keys, remember, takes_text

__all__ = ["REPEAT_MS", "TRAILING_MS", "ScanGuard"]

REPEAT_MS: Final = 2_000
TRAILING_MS: Final = 60

_TERMINATORS: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab))
# Scanners that spell control characters send Ctrl with M, J or I.
_LINE_ENDS: Final = frozenset("\r\n\t")
_SILENT_KEYS: Final = frozenset(
    (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_Mode_switch,
        Qt.Key.Key_Multi_key,
        Qt.Key.Key_unknown,
    )
)
_DEAD_KEYS: Final = range(0x0100_1250, 0x0100_1300)
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class ScanGuard(QObject):
    """This listens to the watched windows' keys, lets typing through and takes scans out.

    Keys go to text fields at once and are taken back if they prove a scan. Where keys are commands (lists,
    buttons, check boxes) they wait until the burst is judged, at most ``SILENCE_MS``, so that the digits of a
    card choose nothing there.

    Signals:
        scanned(Decoded): something was scanned; the focused field is as it was before.
        repeated(Decoded): the same again within two seconds, a scanner's double read.
    """

    scanned = Signal(object)
    repeated = Signal(object)

    def __init__(self, clock_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock_ms = clock_ms
        self._clock_ahead_ms = 0
        self._burst = Burst()
        self._restores: list[tuple[int, Restore]] = []
        self._held: list[tuple[int, QWindow, QKeyEvent]] | None = None
        self._replaying = False
        self._last: tuple[int, Decoded] | None = None
        self._field: QWidget | None = None
        self._windows: list[QWidget] = []
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._look_again)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Not focusObjectChanged: it stays silent where a panel hides and the focus moves on twice.
            application.focusChanged.connect(self._follow_focus)

    def watch(self, window: QWidget) -> None:
        """Listen to a top-level window's keys from now on, also after Qt makes its native window anew."""
        self._windows = [known for known in self._windows if isValid(known) and known is not window]
        self._windows.append(window)
        window.installEventFilter(self)
        window.winId()
        self._join(window)

    @property
    def may_be_reading(self) -> bool:
        """Whether the keys of this moment come so fast that they may be a scan."""
        return self._burst.is_fast

    def settle(self) -> None:
        """Judge what is waiting now, as after a silence."""
        self._end(self._now_ms())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a scan's keys out of the stream of events."""
        kind = event.type()
        if isinstance(watched, QWindow):
            if self._replaying or not isinstance(event, QKeyEvent):
                return False
            if kind == QEvent.Type.KeyPress:
                return self._press(watched, event)
            if kind == QEvent.Type.ShortcutOverride and self._wants(event):
                event.accept()
                return True
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._take_commit(event)
        elif kind in (QEvent.Type.WinIdChange, QEvent.Type.Show) and isinstance(watched, QWidget):
            self._join(watched)
        return False

    def _join(self, window: QWidget) -> None:
        handle = window.windowHandle() if window in self._windows else None
        if handle is not None:
            handle.installEventFilter(self)
        self._follow_focus()

    def _follow_focus(self) -> None:
        """Listen where input methods deliver: to the focused field, past the window."""
        if self._field is not None and isValid(self._field) and self._field not in self._windows:
            self._field.removeEventFilter(self)
        self._field = None
        field = QApplication.focusWidget()
        if field is not None and field.window() in self._windows:
            field.installEventFilter(self)
            self._field = field

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        """Take in one key; the answer is whether nobody else may see it."""
        if _is_silent(event) or _is_secret():
            return False
        at_ms = self._time_ms(event)
        if _ends_a_line(event):
            return self._end_line(at_ms)
        if event.modifiers() & _COMMANDS:
            return False
        if not self._burst.goes_on(at_ms):
            self._end(at_ms)
        backspace = event.key() == Qt.Key.Key_Backspace
        if not backspace and not _is_text(event.text()):
            self._end(at_ms)
            return False
        if self._burst.is_empty and (backspace or event.text() == " ") and not _typing():
            return False
        self._begin_or_go_on(at_ms)
        if backspace:
            self._burst.take_back(at_ms)
        else:
            self._burst.type_text(event.text(), at_ms)
        if self._held is None:
            return False
        self._held.append((at_ms, window, _copy(event)))
        return True

    def _wants(self, event: QKeyEvent) -> bool:
        """Tell whether the key must reach the guard before any shortcut takes it."""
        if _is_silent(event) or _is_secret():
            return False
        if _ends_a_line(event):
            return isinstance(self._burst.verdict(), Scanned) or self._trails(self._time_ms(event))
        if event.modifiers() & _COMMANDS or not _is_text(event.text()):
            return False
        if self._burst.is_empty or not self._burst.goes_on(self._time_ms(event)):
            return event.text() != " " and not _typing()
        return self._held is not None

    def _take_commit(self, event: QInputMethodEvent) -> None:
        """Take in what an input method puts into the focused field."""
        text = event.commitString()
        if not text or _is_secret():
            return
        at_ms = self._now_ms()
        if self._held is not None or not self._burst.goes_on(at_ms):
            self._end(at_ms)
        if len(text) == 1:
            self._begin_or_go_on(at_ms)
            for _ in range(event.replacementLength()):
                self._burst.take_back(at_ms)
            self._burst.type_text(text, at_ms)
            return
        # A whole word at once says nothing of the speed it was typed at; check digits still speak.
        self._end(at_ms)
        decoded = decode(text)
        if isinstance(decoded, CardScan | VoucherScan):
            event.setCommitString("")
            self._announce(decoded, at_ms)

    def _begin_or_go_on(self, at_ms: int) -> None:
        if self._burst.is_empty:
            self._held = None if _typing() else []
            self._restores = []
        if self._held is None and (self._burst.is_empty or self._burst.slows_down(at_ms)):
            recent = [kept for kept in self._restores if at_ms - kept[0] <= LONGEST_BURST_MS]
            self._restores = [*recent, (at_ms, remember(QApplication.focusWidget()))]
        self._silence.start(SILENCE_MS)

    def _end_line(self, at_ms: int) -> bool:
        if self._burst.is_empty:
            return self._trails(at_ms)
        return self._end(at_ms)

    def _trails(self, at_ms: int) -> bool:
        return self._last is not None and 0 <= at_ms - self._last[0] <= TRAILING_MS

    def _look_again(self) -> None:
        # When the window was busy, keys pressed long before this time may still be waiting behind it.
        QTimer.singleShot(0, self, self._end_if_silent)

    def _end_if_silent(self) -> None:
        if not self._silence.isActive():
            self.settle()

    def _end(self, at_ms: int) -> bool:
        """Judge the burst and start a new one; the answer is whether it was a scan."""
        self._silence.stop()
        verdict = self._burst.verdict()
        held, restores = self._held or [], self._restores
        self._burst, self._held, self._restores = Burst(), None, []
        if isinstance(verdict, NotAScan):
            self._replay(held)
            return False
        for since_ms, put_back in reversed(restores):
            if since_ms <= verdict.since_ms:
                put_back()
                break
        self._replay([key for key in held if key[0] < verdict.since_ms])
        self._announce(verdict.decoded, at_ms)
        return True

    def _announce(self, decoded: Decoded, at_ms: int) -> None:
        last, self._last = self._last, (at_ms, decoded)
        again = last is not None and last[1] == decoded and 0 <= at_ms - last[0] <= REPEAT_MS
        (self.repeated if again else self.scanned).emit(decoded)

    def _replay(self, held: list[tuple[int, QWindow, QKeyEvent]]) -> None:
        self._replaying = True
        try:
            for _, window, event in held:
                if isValid(window):
                    QCoreApplication.sendEvent(window, event)
        finally:
            self._replaying = False

    def _time_ms(self, event: QKeyEvent) -> int:
        """Take the time the platform gave a key, and remember how far the clock is from it."""
        stamp_ms = event.timestamp()
        self._clock_ahead_ms = self._clock_ms() - stamp_ms if stamp_ms else 0
        return self._now_ms()

    def _now_ms(self) -> int:
        return self._clock_ms() - self._clock_ahead_ms


def _is_secret() -> bool:
    # 24 digits of a recovery code, typed by a program or behind a busy window, would look like a scan.
    return keeps_its_keys(QApplication.focusWidget())


def _typing() -> bool:
    return takes_text(QApplication.focusWidget())


def _is_silent(event: QKeyEvent) -> bool:
    return event.isAutoRepeat() or event.key() in _SILENT_KEYS or event.key() in _DEAD_KEYS


def _ends_a_line(event: QKeyEvent) -> bool:
    return event.key() in _TERMINATORS or event.text() in _LINE_ENDS


def _is_text(text: str) -> bool:
    return bool(text) and text[0] >= " " and text[0] != "\x7f"


def _copy(event: QKeyEvent) -> QKeyEvent:
    copy = QKeyEvent(
        QEvent.Type.KeyPress,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
