"""Keys of the counter: they work wherever the focus is, and wait while an answer is on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from loyalpos.engine.codes import Decoded, decode
from loyalpos.engine.scan import LONGEST_GAP_MS
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.standing import keeps_its_keys, takes_text

__all__ = ["CounterKeys"]

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DOUBLE_PRESS_MS: Final = 300
_SILENT: Final = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
)
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class _Stroke(Struct, frozen=True):
    at_ms: int
    key: int
    modifiers: Qt.KeyboardModifier
    text: str
    repeats: bool

    def event(self, kind: QEvent.Type) -> QKeyEvent:
        """Make the key anew, with the time it was pressed at."""
        event = QKeyEvent(kind, self.key, self.modifiers, self.text, self.repeats)
        event.setTimestamp(self.at_ms)
        return event


class CounterKeys(QObject):
    """This sees each key before the control that has the focus, and each leftover after it.

    Keys and scans that come while an answer is awaited are held in their order and played again when it
    is shown: the digits typed after a scan belong to the member scanned, however slow the disk is. Where
    the answer is a refusal or a failure they are dropped: they were meant for what did not come about, and
    would land in the bill before.

    Signals:
        named(Qt.Key): A function key.
        undo(): Ctrl+Z where no typed text could be meant.
        slip(): Ctrl+P.
        code(): Ctrl+K.
        lock(): Ctrl+L.
        confirmed(): Enter that no control took.
        stepped_back(): Esc that no control took.
        scanned(Decoded): A scan, in its turn.
    """

    named = Signal(object)
    undo = Signal()
    slip = Signal()
    code = Signal()
    lock = Signal()
    confirmed = Signal()
    stepped_back = Signal()
    scanned = Signal(object)

    def __init__(
        self,
        kit: Kit,
        *,
        redirect: Callable[[QWidget | None, str], QWidget | None],
        downwards: Callable[[QWidget | None], bool],
        parent: QObject | None = None,
    ) -> None:
        """Make the keys.

        Args:
            redirect: Says where text belongs that is typed on a control that takes none.
            downwards: Takes the Down key in a field that has a list under it.
        """
        super().__init__(parent)
        self._kit = kit
        self._redirect = redirect
        self._downwards = downwards
        self._windows: list[QWidget] = []
        self._field: QWidget | None = None
        self._held: list[_Stroke | Decoded] = []
        self._entered_ms = 0
        kit.freed.connect(self.play)
        kit.denied.connect(self._held.clear)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Not focusObjectChanged: it stays silent where a panel hides and the focus moves on twice.
            application.focusChanged.connect(self._follow_focus)

    def watch(self, window: QWidget) -> None:
        """Take the keys of a window from now on."""
        self._windows.append(window)
        window.installEventFilter(self)
        self._follow_focus()

    def take_scan(self, decoded: Decoded) -> None:
        """Pass a scan on, or keep it in its turn."""
        if self._kit.is_gated:
            self._kit.scanned_at_gate.emit(decoded)
        elif self._must_wait():
            # Its keys were held as typing before the guard knew what they were.
            del self._held[len(self._held) - self._keys_of(decoded) :]
            self._held.append(decoded)
        else:
            self.scanned.emit(decoded)

    def play(self) -> None:
        """Give back what was held, until the next answer is awaited."""
        while self._held and self._may_play():
            first = self._held.pop(0)
            if isinstance(first, _Stroke):
                # The window may not be active just now; the keys were pressed in it all the same.
                target: QWidget | None = QApplication.focusWidget() or self._kit.screen.focusWidget()
                if target is not None and target.window() in self._windows:
                    QCoreApplication.sendEvent(target, first.event(QEvent.Type.KeyPress))
                    # A button is pressed by the release of the space bar.
                    QCoreApplication.sendEvent(target, first.event(QEvent.Type.KeyRelease))
                while self._kit.is_writing and self._held and _is_enter(self._held[0]):
                    self._held.pop(0)
            else:
                self.scanned.emit(first)

    def _may_play(self) -> bool:
        return not (self._kit.is_waiting or self._kit.is_gated or self._kit.opened is None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key before its control does, or after it did not."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _SILENT or self._kit.is_gated:
            return False
        if watched in self._windows and self._has_focus_inside(watched):
            return self._take_leftover(event)
        if self._kit.opened is None and not self._kit.is_waiting and self._answers(event):
            # Why the books do not open is asked before they are.
            return True
        if self._must_wait(event):
            if not (event.key() in _ENTER and (self._kit.is_writing or event.isAutoRepeat())):
                self._held.append(_stroke(event))
            return True
        return self._take(event)

    def _keys_of(self, decoded: Decoded) -> int:
        """Count the held keys at the end that a scanner sent."""
        run: list[_Stroke] = []
        for held in reversed(self._held):
            if not isinstance(held, _Stroke) or (run and run[-1].at_ms - held.at_ms > LONGEST_GAP_MS):
                break
            run.append(held)
        text = "".join(stroke.text for stroke in reversed(run))
        return len(run) if any(decode(text[start:]) == decoded for start in range(len(text))) else 0

    def _must_wait(self, event: QKeyEvent | None = None) -> bool:
        if self._kit.is_waiting:
            return True
        if self._kit.opened is not None:
            return False
        # Before the books are open text may be typed, as long as it is clear where it goes.
        return bool(self._held) or event is None or not _is_text(event)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        focus = QApplication.focusWidget()
        if key in _ENTER and event.isAutoRepeat():
            return True
        if event.matches(QKeySequence.StandardKey.Undo):
            if _text_of(focus):
                return False
            self.undo.emit()
            return True
        if event.matches(QKeySequence.StandardKey.Print):
            if not event.isAutoRepeat():
                self.slip.emit()
            return True
        if key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.code.emit()
            return True
        if key == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.lock.emit()
            return True
        if self._answers(event):
            return True
        self._kit.notices.key_pressed(types=_is_text(event) or key == Qt.Key.Key_Backspace)
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12 and not event.modifiers() & _COMMANDS:
            # A key that is held means what it does once: twice F3 is another thing.
            if not event.isAutoRepeat():
                self.named.emit(key)
            return True
        if key == Qt.Key.Key_Down and self._downwards(focus):
            return True
        if _is_text(event) and event.text() != " " and not takes_text(focus):
            target = self._redirect(focus, event.text())
            if target is not None:
                QCoreApplication.sendEvent(target, _stroke(event).event(QEvent.Type.KeyPress))
                return True
        return False

    def _answers(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._kit.screen.is_finding:
            # The list under the box goes first; the question was there before it.
            return False
        if key in _ENTER and self._is_pressed_twice(event):
            said = self._kit.notices.said
            if said is not None and said.wants_thought:
                return True
        return self._kit.notices.answer(Qt.Key.Key_Return if key in _ENTER else key)

    def _is_pressed_twice(self, event: QKeyEvent) -> bool:
        """Whether this Enter follows the last one too soon for a person to have read what that one asked."""
        since_ms = event.timestamp() - self._entered_ms
        self._entered_ms = event.timestamp()
        return 0 < since_ms < _DOUBLE_PRESS_MS

    def _take_leftover(self, event: QKeyEvent) -> bool:
        # A field says itself what Enter in it means, and still lets the key go on.
        if event.key() in _ENTER:
            if not takes_text(QApplication.focusWidget()):
                self.confirmed.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.stepped_back.emit()
            return True
        return False

    def _has_focus_inside(self, window: QObject) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus is not window

    def _follow_focus(self) -> None:
        if self._field is not None and isValid(self._field) and self._field not in self._windows:
            self._field.removeEventFilter(self)
        self._field = None
        field = QApplication.focusWidget()
        if field is not None and field.window() in self._windows and not keeps_its_keys(field):
            field.installEventFilter(self)
            self._field = field


def _is_text(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & _COMMANDS


def _text_of(field: QWidget | None) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.toPlainText()
    return ""


def _stroke(event: QKeyEvent) -> _Stroke:
    return _Stroke(event.timestamp(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())


def _is_enter(held: _Stroke | Decoded) -> bool:
    return isinstance(held, _Stroke) and held.key in _ENTER
