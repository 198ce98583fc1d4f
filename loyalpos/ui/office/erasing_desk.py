"""What the office does to erase the member who is open, and to give them what the shop knows of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.erasing import ErasureReason, WouldLose
from loyalpos.errors import MemberGone, ReasonMissing, Refusal
from loyalpos.services.till import Till
from loyalpos.ui.office.in_sight import bring_into_sight
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.settings import Folders
    from loyalpos.ui.office.erasing_paper import Erased
    from loyalpos.ui.office.member_details import MemberDetails, Seen
    from loyalpos.ui.office.page import Page

__all__ = ["ErasingDesk"]


class ErasingDesk(QObject):
    """Carries out what the panel at the foot of a member's page asks for.

    Signals:
        changed(): Something of the member was written.
        erased(): The member is no more, as was wanted.
        gone(Refusal): The member is no longer there.
    """

    changed = Signal()
    erased = Signal()
    gone = Signal(object)

    def __init__(self, page: Page, details: MemberDetails, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._panel = details.erasing
        self._work = work
        self._seen: Seen | None = None
        self._panel.asked.connect(self._look)
        self._panel.hold.clicked.connect(lambda: bring_into_sight(self._panel.leave_hold))
        self._panel.wanted.connect(self._erase)
        self._panel.hold_wanted.connect(self._hold)
        self._panel.let_go.connect(self._let_go)
        details.my_data.clicked.connect(self._write_my_data)

    def open(self, seen: Seen) -> None:
        """Work for this member from now on."""
        self._seen = seen

    def _look(self) -> None:
        till = self._page.till
        if till is None or self._seen is None:
            return
        self._page.workplace.reader.run(
            partial(till.erasures.would_lose, self._seen.view.member.id),
            done=self._ask,
            refused=self._refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _ask(self, lost: WouldLose) -> None:
        if self._seen is not None and lost.member == self._seen.view.member.id:
            self._panel.ask(lost)
            bring_into_sight(self._panel.leave)

    def _erase(self, reason: str) -> None:
        till = self._page.till
        if till is None or self._seen is None:
            return
        folders, member = self._page.workplace.folders, self._seen.view.member
        self._work.run(
            # In the lane of files: a small file is written anew with it, which no bill should queue behind.
            self._page.workplace.files,
            self.tr("Erasing …"),
            partial(_erase, till, member.id, ErasureReason(reason), folders),
            done=self._say_erased,
            refused=self._refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_erased(self, done: Erased) -> None:
        words = self.tr("The books stay, without a name.")
        if done.papers:
            papers = self.tr("Papers with the name that were deleted: {count}")
            words = f"{words} {papers.format(count=done.papers)}"
        # A paper that was saved elsewhere, or printed, is beyond the program.
        more = self.tr("Look yourself for papers and lists that were saved elsewhere.")
        if done.slip is not None:
            confirms = self.tr("The confirmation for the customer is in {path}.").format(path=done.slip)
            more = f"{confirms} {more}"
        else:
            missing = self.tr("The confirmation for the customer could not be written: look at the disk.")
            more = f"{missing} {more}"
        self._seen = None
        self._panel.give_up()
        self.erased.emit()
        self._page.tell(BannerKind.SUCCESS, self.tr("Erased"), f"{words} {more}")

    def _hold(self, reason: str) -> None:
        till = self._page.till
        if till is not None and self._seen is not None:
            self._write(partial(till.erasures.hold, self._seen.view.member.id, reason))

    def _let_go(self) -> None:
        till = self._page.till
        if till is not None and self._seen is not None:
            self._write(partial(till.erasures.let_go, self._seen.view.member.id))

    def _write(self, job: partial[None]) -> None:
        self._page.workplace.writer.run(
            job, done=self._say_saved, refused=self._refuse, unavailable=self._page.refuse, owner=self
        )

    def _say_saved(self, _nothing: None) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"))
        self.changed.emit()

    def _write_my_data(self) -> None:
        till = self._page.till
        if till is None or self._seen is None:
            return
        member, folder = self._seen.view.member, self._page.workplace.folders.data / "my-data"
        self._work.run(
            self._page.workplace.files,
            self.tr("Writing what the shop knows of this customer …"),
            partial(_my_data, till, member.id, folder),
            done=self._say_written,
            refused=self._refuse,
            unavailable=self._page.refuse,
        )

    def _say_written(self, written: tuple[Path, ...]) -> None:
        if not written:
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), self.tr("No file was written."))
            return
        from loyalpos.ui.office.printing_job import open_folder  # noqa: PLC0415 - seldom needed

        self._page.tell(BannerKind.SUCCESS, self.tr("Ready to hand over"), str(written[0].parent))
        open_folder(written[0].parent)
        self.changed.emit()

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, ReasonMissing):
            self._panel.show_hold_problem(sentence(refusal))
        elif isinstance(refusal, MemberGone):
            self.gone.emit(refusal)
        else:
            self._panel.give_up()
            self._page.refuse(refusal)


def _erase(till: Till, member: UUID, reason: ErasureReason, folders: Folders, progress: Progress) -> Erased:
    """Erase a member; runs on a lane."""
    from loyalpos.ui.office.erasing_paper import erase  # noqa: PLC0415 - seldom needed

    progress(0, 1)
    return erase(till, member, reason, folders)


def _my_data(till: Till, member: UUID, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write a member's data as PDF and JSON; runs on a lane."""
    from loyalpos.ui.office.my_data_paper import write_my_data  # noqa: PLC0415 - printing costs start-up time

    return write_my_data(till, member, folder, progress)
