"""What the office does with the draft: keeps it while it is typed, publishes it, goes back to what was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from loyalpos.engine.program import Program
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.programs import KeptDraft, ProgramDesk, Revision
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.dates import day

if TYPE_CHECKING:
    from loyalpos.ui.office.page import Page

__all__ = ["DraftDesk", "Typed"]

_PAUSE_MS = 800
"""A pause in typing after which the draft is kept."""


class Typed(Struct, frozen=True):
    """The draft as it stands in the fields, and the gifts that were counted anew."""

    program: Program
    stock: Mapping[str, int]


class DraftDesk(QObject):
    """Carries out what the page asks for with the draft and the revisions.

    Signals:
        desk_read(ProgramDesk): What holds, and the draft that was kept.
        kept(): The draft that stands in the fields is on the disk.
        dropped(): There is no draft any more.
        published(): A revision was published, from the draft or an old one; what holds is to be read again.
        stayed(): Publishing failed; what is typed is as it was.
        history_read(object): The published revisions, newest first.
    """

    desk_read = Signal(object)
    kept = Signal()
    dropped = Signal()
    published = Signal()
    stayed = Signal()
    history_read = Signal(object)

    def __init__(self, page: Page, typed: Callable[[], Typed | None]) -> None:
        """Work for a page; ``typed`` gives what stands in its fields, None where they cannot be read."""
        super().__init__(page)
        self._page = page
        self.typed = typed
        self.latest: Program | None = None
        self.based_on = 0
        self.kept_at: datetime | None = None
        self.advised = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    def read(self) -> None:
        """Read what holds."""
        if self._page.till is not None:
            self._page.workplace.reader.run(
                self._page.till.programs.desk,
                done=self.desk_read.emit,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
                owner=self,
            )

    def begin(self, desk: ProgramDesk | None) -> None:
        """Work on the draft that was kept, or on a new one of the latest revision; None: on nothing yet."""
        self._pause.stop()
        draft = None if desk is None else desk.draft
        self.latest = None if desk is None else desk.latest
        self.kept_at = None if draft is None else draft.kept_at
        self.advised = draft is not None and draft.advised
        self.based_on = draft.based_on if draft is not None else 0 if desk is None else desk.latest.revision

    def says_anything(self, typed: Typed) -> bool:
        """Tell whether a draft is otherwise than the latest revision."""
        if self.latest is None:
            return False
        return typed.program != replace(self.latest, revision=0, starts=None) or bool(typed.stock)

    def take_edit(self) -> None:
        """Keep the draft at the next pause."""
        self.kept_at = None
        self._pause.start()

    def keep_now(self) -> None:
        """Keep at once what waits for a pause."""
        if self._pause.isActive():
            self.keep()

    def keep(self) -> None:
        """Keep the draft as it stands; what cannot be read is not there yet."""
        self._pause.stop()
        typed = self.typed()
        till = self._page.till
        if typed is None or till is None:
            return
        if self.says_anything(typed):
            job = partial(
                till.programs.keep_draft,
                typed.program,
                based_on=self.based_on,
                stock=typed.stock,
                advised=self.advised,
            )
            self._write(job, self._tell_kept)
        else:
            self._write(till.programs.drop_draft, self._tell_nothing)

    def drop(self) -> None:
        """Have no draft any more."""
        self._pause.stop()
        if self._page.till is not None:
            self._write(self._page.till.programs.drop_draft, self._tell_dropped)

    def publish(self, starts: date) -> None:
        """Publish the draft."""
        self._pause.stop()
        typed = self.typed()
        if typed is not None and self._page.till is not None:
            publish = self._page.till.programs.publish_draft
            self._write(partial(publish, typed.program, starts, typed.stock), self._tell_published)

    def publish_again(self, revision: int, starts: date) -> None:
        """Publish an old revision."""
        if self._page.till is not None:
            self.keep_now()
            again = self._page.till.programs.publish_again
            self._write(partial(again, revision, starts), self._tell_published)

    def read_history(self) -> None:
        """Read the published revisions."""
        if self._page.till is not None:
            self._page.workplace.reader.run(
                self._page.till.programs.history,
                done=self._give_history,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
            )

    def _write(self, job: Callable[[], object], done: Callable[..., object]) -> None:
        self._page.workplace.writer.run(
            job, done=done, refused=self._stay, unavailable=self._stay, owner=self
        )

    def _tell_kept(self, draft: KeptDraft) -> None:
        # What was typed meanwhile is not in it.
        if not self._pause.isActive():
            self.kept_at = draft.kept_at
            self.kept.emit()

    def _tell_nothing(self, _nothing: None) -> None:
        self.kept.emit()

    def _tell_dropped(self, _nothing: None) -> None:
        self.dropped.emit()

    def _tell_published(self, program: Program) -> None:
        assert program.starts is not None
        words = self.tr("Revision {number} is published and holds from {day}")
        self._page.tell(BannerKind.SUCCESS, words.format(number=program.revision, day=day(program.starts)))
        self.published.emit()
        self._page.shop_changed.emit()

    def _give_history(self, revisions: tuple[Revision, ...]) -> None:
        self.history_read.emit(revisions)

    def _stay(self, error: Refusal | Unavailable) -> None:
        self._page.refuse(error)
        self.stayed.emit()
