"""Long work shown where it was started: how far it is, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from loyalpos.engine.money import group_digits
from loyalpos.errors import Refusal, Unavailable
from loyalpos.ui.jobs import Lane
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.marks import ProgressLine
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["LongWork", "Progress"]

T = TypeVar("T")

Progress = Callable[[int, int], bool]
"""Told steps done and steps in all, on the worker's thread; False asks the work to stop."""


class LongWork(Translated, QWidget, Themed):
    """One piece of work at a time, with its progress; nothing is shown while nothing runs.

    Signals:
        started(): Work was given to the lane.
        ended(): It is over, whatever came of it; emitted before its callback.
    """

    started = Signal()
    ended = Signal()
    _moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._running = False
        self._what = ""
        self._began_at: QWidget | None = None
        self._words = Words("", "base", wrap=True)
        self._line = ProgressLine()
        self.cancel = ActionButton("")
        self._column = QVBoxLayout()
        self._column.addWidget(self._words)
        self._column.addWidget(self._line)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.cancel.clicked.connect(self._ask_to_stop)
        self._moved.connect(self._show_moved)
        self.hide()
        self.retranslate()
        self.follow_theme()

    @property
    def running(self) -> bool:
        """Whether something runs now."""
        return self._running

    @property
    def was_stopped(self) -> bool:
        """Whether a person asked the last work to stop; it may have come to its end all the same."""
        return self._stop.is_set()

    def run(
        self,
        lane: Lane,
        what: str,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object],
        refused: Callable[[Refusal], object],
        unavailable: Callable[[Unavailable], object],
        stoppable: bool = True,
    ) -> bool:
        """Start work in a lane, unless something runs already.

        Args:
            what: What is being done, in words.
            work: Runs on the worker's thread and reports its progress.
            stoppable: Whether the work heeds the answer to its reports.
        """
        if self._running:
            return False
        began_at: QWidget | None = self.window().focusWidget()
        self._running = True
        self._stop = Event()
        self._what = what
        self._words.setText(what)
        self._line.set_part(0, 1)
        self.cancel.setEnabled(True)
        self.cancel.setVisible(stoppable)
        self.show()
        self.started.emit()
        # What was pressed may be hidden or shut meanwhile, and Qt would let the focus leave the page.
        self._began_at = None
        if began_at is not None and stoppable and not (began_at.isVisible() and began_at.isEnabled()):
            self._began_at = began_at
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        lane.run(
            partial(work, self._progress(self._stop)),
            done=partial(self._end, done),
            refused=partial(self._end, refused),
            unavailable=partial(self._end, unavailable),
            broken=partial(self._end, _tell_nobody),
            owner=self,
        )
        return True

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space)
        self._column.setSpacing(look.px(6))

    def _progress(self, stop: Event) -> Progress:
        shown = -1

        def progress(part: int, whole: int) -> bool:
            nonlocal shown
            percent = part * 100 // max(1, whole)
            if percent != shown:
                shown = percent
                self._moved.emit(part, whole)
            return not stop.is_set()

        return progress

    def _end(self, tell: Callable[[T], object], outcome: T) -> None:
        self._running = False
        began_at, self._began_at = self._began_at, None
        comes_back = self.cancel.hasFocus()
        self.hide()
        self.ended.emit()
        if comes_back and began_at is not None and isValid(began_at) and began_at.isEnabled():
            began_at.setFocus(Qt.FocusReason.OtherFocusReason)
        tell(outcome)

    def _ask_to_stop(self) -> None:
        self._stop.set()
        self.cancel.setEnabled(False)

    def _show_moved(self, part: int, whole: int) -> None:
        self._line.set_part(part, whole)
        self._words.setText(f"{self._what} {group_digits(part)} / {group_digits(whole)}")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.cancel.setText(self.tr("Stop"))


def _tell_nobody(_bug: BaseException) -> None:
    """The crash dialog says what there is to say."""
