"""What every step of the counter works with: the lanes, the open till, the screen, the banner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from loyalpos.engine.acts import Desk
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.times import ShopTime
from loyalpos.errors import FileDamaged, Refusal, Unavailable
from loyalpos.ui.counter.facing import Facing
from loyalpos.ui.counter.notices import Answer, Notices
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.jobs import Lane
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    # The window is painted before the database is imported.
    from loyalpos.services.till import Till

__all__ = ["SAYS_WRITING_AFTER_MS", "Kit", "Play"]

SAYS_WRITING_AFTER_MS: Final = 300

T = TypeVar("T")


Play = Callable[[Tone], object]
"""Plays a tone, or nothing where there is none; no tone says anything alone."""


class Kit(QObject):
    """Runs the counter's jobs and says how they ended.

    While an answer is awaited the keys are held (see ``CounterKeys``), so that what is typed on goes to
    what the answer shows.

    Signals:
        freed(): No answer is awaited any more.
        denied(): What was awaited is not to be; what was typed ahead of it counted on it.
        changed(): Something was written; lists of the day are out of date.
        acted(UUID): An act of the day's list was done, or undone: its record.
        word_said(): A customer said something about their particulars, which no undo takes back.
        lagging(): The disk lets a person wait so long that it must be said.
        caught_up(): It does so no more.
        scanned_at_gate(Decoded): Something was scanned while the window is covered.
        damaged(FileDamaged): The shop's file was found damaged; that was said already.
    """

    freed = Signal()
    denied = Signal()
    changed = Signal()
    acted = Signal(object)
    word_said = Signal()
    lagging = Signal()
    caught_up = Signal()
    scanned_at_gate = Signal(object)
    damaged = Signal(object)

    def __init__(
        self,
        reader: Lane,
        writer: Lane,
        *,
        now: Callable[[], datetime],
        play: Play,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.reader = reader
        self.writer = writer
        self.now = now
        self.play = play
        self.notices = Notices(self)
        self.facing = Facing(self)
        self.opened: Till | None = None
        # While somebody's PIN is asked for, no key is the counter's.
        self.is_gated = False
        # What was read along with a card, while its member is being shown.
        self.desk_ahead: Desk | None = None
        self.shown: CounterScreen | None = None
        self.asked_from_vnd = MAX_AMOUNT_VND + 1
        self._reading = 0
        self._writing = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SAYS_WRITING_AFTER_MS)
        self._patience.timeout.connect(self.lagging)
        for lane in (reader, writer):
            lane.failed.connect(self._forget_all)

    @property
    def till(self) -> Till:
        """The open till; steps run only once it is there."""
        assert self.opened is not None, "the shop is opened before it is asked"
        return self.opened

    @property
    def screen(self) -> CounterScreen:
        """The window in use."""
        assert self.shown is not None, "a window is shown before anything is done in it"
        return self.shown

    @property
    def shop(self) -> ShopTime:
        """The shop's clock."""
        return self.till.shop.time

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is awaited, so that keys must wait."""
        return bool(self._reading or self._writing)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written, so that a second Enter means nothing."""
        return bool(self._writing)

    def new_id(self) -> UUID:
        """Make the id of an action."""
        return self.till.shop.outside.new_id()

    def read(
        self,
        function: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Look something up and hold the keys until it is shown."""
        self._reading += 1
        again = partial(self.read, function, done, refused)
        self.reader.run(
            function,
            done=partial(self._end_reading, done),
            refused=partial(self._end_reading, partial(self._turn_down, refused or self.refuse)),
            unavailable=partial(self._end_reading, partial(self._turn_down, partial(self.fail, again))),
            owner=self,
        )

    def write(
        self,
        function: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Do something for good; ``done`` runs only after it is safely on the disk."""
        self._writing += 1
        if not self._patience.isActive():
            self._patience.start()
        again = partial(self.write, function, done, refused)
        self.writer.run(
            function,
            done=partial(self._end_writing, partial(self._written, done)),
            refused=partial(self._end_writing, partial(self._turn_down, refused or self.refuse)),
            unavailable=partial(self._end_writing, partial(self._turn_down, partial(self.fail, again))),
            owner=self,
        )

    def refuse(self, error: Refusal) -> None:
        """Say what the rules say no to."""
        self.deny(sentence(error))

    def deny(self, title: str, more: str = "") -> None:
        """Say that something was not done."""
        self.play(Tone.ERROR)
        self.notices.error(title, more)

    def fail(self, again: Callable[[], None], error: Unavailable) -> None:
        """Say what the surroundings did, and offer to try the same once more."""
        self.play(Tone.ERROR)
        retry = Answer(self.tr("Try again"), Qt.Key.Key_Return, again)
        leave = Answer(self.tr("Not now"), Qt.Key.Key_Escape, self.notices.clear)
        nothing_lost = self.tr("Nothing that was confirmed is lost. What you typed is still here.")
        self.notices.error(sentence(error), nothing_lost, retry, leave)
        if isinstance(error, FileDamaged):
            self.damaged.emit(error)

    def show_view(self, view: View) -> None:
        """Show the panels of a step."""
        self.screen.show_view(view)

    def _written(self, done: Callable[[T], None], value: T) -> None:
        done(value)
        self.changed.emit()

    def _turn_down(self, callback: Callable[[T], None], error: T) -> None:
        self.denied.emit()
        callback(error)

    def _end_reading(self, callback: Callable[[T], None], value: T) -> None:
        try:
            # An answer from books that were put away meanwhile has nobody to be shown to.
            if self.opened is not None:
                callback(value)
        finally:
            self._reading = max(0, self._reading - 1)
            self._free()

    def _end_writing(self, callback: Callable[[T], None], value: T) -> None:
        self._patience.stop()
        self.caught_up.emit()
        try:
            if self.opened is not None:
                callback(value)
        finally:
            self._writing = max(0, self._writing - 1)
            self._free()

    def _free(self) -> None:
        if not self.is_waiting:
            self.freed.emit()

    def _forget_all(self) -> None:
        # A bug is the crash dialog's to tell; the keys must not stay held for it.
        self._reading = self._writing = 0
        self._patience.stop()
        self.caught_up.emit()
        self.denied.emit()
        self._free()
