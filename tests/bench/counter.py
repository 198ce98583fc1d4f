"""The counter as it stands in a shop, fed by a scanner, with a watch on what is painted."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from loyalpos.demo.keys import SCANNER_GAP_MS, Keyboard
from loyalpos.ui.counter.flow import CounterFlow
from loyalpos.ui.counter.screen import CounterScreen
from loyalpos.ui.jobs import Lane
from loyalpos.ui.language import install_language
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.widgets.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from loyalpos.engine.codes import CardCode
    from loyalpos.services.till import Till

__all__ = ["BenchCounter", "Painted", "scan_card"]

_PAUSE_MS = 2_000
_STILL_S = 0.03


class Painted(QObject):
    """This notes when a widget is painted."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        if event.type() == QEvent.Type.Paint:
            self._then()
        return False


def scan_card(keyboard: Keyboard, window: QWidget, code: CardCode) -> float:
    """Scan a card; give the time at which its last key was pressed."""
    keyboard.clock.advance(_PAUSE_MS)
    keyboard.scan(window, code, terminator=None)
    before = perf_counter()
    keyboard.press(window, Qt.Key.Key_Return, gap_ms=SCANNER_GAP_MS)
    return before


class BenchCounter:
    """The real window over the real flow and an open till."""

    def __init__(self, till: Till) -> None:
        found = QApplication.instance()
        self._app = found if isinstance(found, QApplication) else QApplication([])
        install_language(self._app, "vi")
        apply_theme(self._app, Scheme.LIGHT)
        self._keyboard = Keyboard()
        self._reader, self._writer = Lane("reader"), Lane("writer")
        self._guard = ScanGuard(self._keyboard.clock)
        self._flow = CounterFlow(
            self._reader, self._writer, self._guard, now=till.shop.outside.now, play=lambda _: None
        )
        self.window = CounterScreen(compact=False)
        self.window.show()
        self._flow.show_on(self.window)
        self._flow.attach(till)
        self._is_painted = False
        self._watch = Painted(self.window.member, self._note)
        self._painted_at = perf_counter()
        self._watch_all = Painted(self.window, self._note_time)
        self.settle()

    def scan(self, code: CardCode, member: UUID) -> float:
        """Scan a card and give the seconds until its member is painted and nothing waits to be."""
        self._is_painted = False
        before = scan_card(self._keyboard, self.window, code)
        while not (self._is_painted and self._flow.open_member == member):
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._app.processEvents()
        return perf_counter() - before

    def leave(self) -> None:
        """Let the member go, and everything be done that goes on behind."""
        self._keyboard.clock.advance(_PAUSE_MS)
        self._keyboard.press(self.window, Qt.Key.Key_Escape)
        self.settle()
        # The next customer comes to a window that is painted, not to one that is still being so.
        while perf_counter() - self._painted_at < _STILL_S:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def settle(self) -> None:
        """Go on until nothing is waited for."""
        while self._reader.unfinished or self._writer.unfinished or self._flow.is_busy:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._app.processEvents()

    def labels(self) -> int:
        """Count the texts in sight."""
        texts: list[QLabel | QAbstractButton] = [
            *self.window.findChildren(QLabel),
            *self.window.findChildren(QAbstractButton),
        ]
        return len([one for one in texts if one.isVisible() and one.text()])

    def close(self) -> None:
        """End it."""
        self.window.allow_close()
        self.window.close()
        self._reader.close()
        self._writer.close()

    def _note_time(self) -> None:
        self._painted_at = perf_counter()

    def _note(self) -> None:
        self._is_painted = self._flow.open_member is not None
