"""Backups nobody asks for: looked after now and then, in a lane of their own, said in the footer alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from loyalpos.errors import Refusal, Unavailable
from loyalpos.ui.books import Books
from loyalpos.ui.jobs import Lane

if TYPE_CHECKING:
    from loyalpos.services.safekeeping import Safety

__all__ = ["QuietBackups"]

_LOOKS_EVERY_MS: Final = 15 * 60_000


class QuietBackups(QObject):
    """This makes a backup when one is due and copies what the second folder lacks.

    Signals:
        told(Safety): How safe the books are.
        unreadable(): The folder of the backups cannot be read.
        failed(object): A bug, for the window that tells of them.
    """

    told = Signal(object)
    unreadable = Signal()
    failed = Signal(object)

    def __init__(self, books: Books, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._books = books
        self._folder = folder
        self._has_failed = False
        self._lane: Lane | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOKS_EVERY_MS)
        self._clock.timeout.connect(self.keep_safe)

    def look(self) -> None:
        """Tell how safe the books are now, and look after them from time to time."""
        if self._books.till is not None:
            self._clock.start()
            self._run(partial(self._books.till.days.safekeeping.safety, self._folder), self._tell)

    def keep_safe(self) -> None:
        """Make a backup if one is due, and bring the second folder up to date."""
        if self._books.till is not None:
            self._run(partial(self._books.till.days.safekeeping.keep_safe, self._folder), self._tell_kept)

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is being done."""
        return self._lane is None or not self._lane.unfinished

    def end(self) -> None:
        """Let go of the lane."""
        self._clock.stop()
        if self._lane is not None:
            self._lane.close()

    def _run(self, job: Callable[[], Safety], done: Callable[[Safety], object]) -> None:
        if self._lane is None:
            # A thread the first scan need not wait for.
            self._lane = Lane("backups", self)
            self._lane.failed.connect(self.failed)
        self._lane.run_latest(
            "safety", job, done=done, refused=self._tell_trouble, unavailable=self._tell_trouble, owner=self
        )

    def _tell_kept(self, safety: Safety) -> None:
        self._has_failed = safety.failed
        self.told.emit(safety)

    def _tell(self, safety: Safety) -> None:
        self.told.emit(replace(safety, failed=self._has_failed))

    def _tell_trouble(self, _error: Refusal | Unavailable) -> None:
        self.unreadable.emit()
