"""Taking a list in: chosen, judged row by row, written, and undone as a whole if need be."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from loyalpos.engine.money import group_digits
from loyalpos.errors import Refusal
from loyalpos.services.list_file import Sheet, read_list
from loyalpos.services.list_sheet import Guess
from loyalpos.services.till import Till
from loyalpos.ui.office.lists_panel import ListsPanel, TakenList
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.row_review import RowReview
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.refusals import sentence

__all__ = ["Intake", "IntakePage"]

K = TypeVar("K", bound=StrEnum)
V = TypeVar("V")
L = TypeVar("L", bound=TakenList)

_REFUSED_SHOWN = 20


class Intake(Protocol):
    """What became of a list: its id, the rows refused meanwhile, and whether it was stopped."""

    @property
    def id(self) -> UUID: ...  # noqa: D102

    @property
    def refused(self) -> tuple[tuple[int, Refusal], ...]: ...  # noqa: D102

    @property
    def cancelled(self) -> bool: ...  # noqa: D102


T = TypeVar("T", bound=Intake)


class IntakePage(Page, Generic[K, V, L, T]):
    """One list at a time: a file, its rows with verdicts, and what became of them.

    A subclass says what a row is, who judges and writes it, and what stands where no list is open.

    Args:
        start: Stands where no list is open; the lists taken in stand below it.
        choose: Asks for a file; stands somewhere in ``start``.
        guess: Knows the headings of such a list.
    """

    def __init__(
        self,
        workplace: Workplace,
        *,
        start: QWidget,
        choose: ActionButton,
        review: RowReview[K, V],
        lists: ListsPanel[L],
        guess: Guess,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workplace, parent)
        self._sheet: Sheet | None = None
        self._verdicts: tuple[V, ...] = ()
        self._list_id: UUID | None = None
        self._taken: T | None = None
        self._read_as = ""
        self._lists_there = False
        self._guess = guess
        self.start = start
        self.choose = choose
        self.review = review
        self._done = Panel(" ", fill="brand_soft", edge="brand")
        self._outcome = Words("", "base", wrap=True)
        self.go_on = ActionButton("", look=Look.PRIMARY)
        self.undo = ActionButton("", icon="undo")
        self.another = ActionButton("")
        self._done.body.addWidget(self._outcome)
        self._done.body.addWidget(WrapRow(self.go_on, self.undo, self.another))
        self.lists = lists
        self.work = LongWork()
        for part in (self.start, self.review, self._done, self.lists):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.choose.clicked.connect(self._ask_for_file)
        self.review.columns_changed.connect(self._judge)
        self.review.take_in_wanted.connect(self._take_in)
        self.review.left.connect(self._begin_again)
        self.go_on.clicked.connect(self._take_in)
        self.undo.clicked.connect(self._ask_about_taken)
        self.another.clicked.connect(self._begin_again)
        self.lists.take_out_wanted.connect(self._take_out)
        self.work.started.connect(partial(self.set_busy, busy=True))
        self.work.ended.connect(partial(self.set_busy, busy=False))
        self._show_step()

    # What a subclass says -------------------------------------------------------------------------

    def job_lists(self, till: Till) -> Callable[[], tuple[L, ...]]:
        """Give what reads the lists taken in."""
        raise NotImplementedError

    def job_judge(self, till: Till, sheet: Sheet) -> Callable[[Progress], tuple[V, ...] | None]:
        """Give what judges the rows."""
        raise NotImplementedError

    def job_take_in(self, till: Till, list_id: UUID, verdicts: tuple[V, ...]) -> Callable[[Progress], T]:
        """Give what takes the rows in."""
        raise NotImplementedError

    def job_take_out(self, till: Till, list_id: UUID) -> Callable[[Progress], bool]:
        """Give what undoes a list."""
        raise NotImplementedError

    def taking_words(self) -> str:
        """Say that rows are being taken in."""
        raise NotImplementedError

    def came_in(self, taken: T) -> str:
        """Say how many came in."""
        raise NotImplementedError

    def file_filter(self) -> str:
        """Name the files a list may be in."""
        raise NotImplementedError

    def begin(self) -> None:
        """Go where a person begins, without a list."""
        self.choose.setFocus()

    # ----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again which lists were taken in."""
        if self.till is None:
            return
        self.workplace.reader.run_latest(
            f"office-lists-{type(self).__name__}",
            self.job_lists(self.till),
            done=self._show_lists,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.say_head()
        self.go_on.setText(self.tr("Go on"))
        self.undo.setText(self.tr("Undo the whole list"))
        self._show_outcome()

    def remark(self) -> str:
        """Say beside the title which list is open."""
        return self._read_as

    def say_head(self) -> None:
        """Say the title and what is worth knowing beside it."""
        self.head.say(self.title(), self.remark())

    def set_busy(self, *, busy: bool) -> None:
        """Change nothing while a list is being worked on."""
        self.review.set_busy(busy)
        self.lists.set_busy(busy)
        for button in (self.choose, self.go_on, self.undo, self.another):
            button.setEnabled(not busy)

    def is_open(self) -> bool:
        """Whether a list stands where the start stood."""
        return self._sheet is not None

    def read(self, path: Path) -> None:
        """Read a file and judge its rows."""
        self.work.run(
            self.workplace.files,
            self.tr("Reading {file}").format(file=path.name),
            partial(_read, path, self._guess),
            done=partial(self._show_sheet, path),
            refused=self.refuse,
            unavailable=self.refuse,
            stoppable=False,
        )

    # Choosing and judging -------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.file_filter(), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._read_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_chosen(self, chosen: str) -> None:
        self.read(Path(chosen))

    def _show_sheet(self, path: Path, sheet: Sheet) -> None:
        self._sheet = sheet
        self._taken = None
        words = self.tr("{file} · rows: {rows}")
        self._read_as = words.format(file=path.name, rows=group_digits(len(sheet.rows)))
        if sheet.note.sheet:
            self._read_as += " · " + self.tr("sheet {name}").format(name=sheet.note.sheet)
        self.say_head()
        self.review.show_sheet(sheet)
        self._judge()

    def _judge(self) -> None:
        if self.till is None or self._sheet is None:
            return
        self._show_step()
        self.work.run(
            self.workplace.files,
            self.tr("Looking at every row:"),
            self.job_judge(self.till, self._sheet),
            done=self._show_verdicts,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _show_verdicts(self, verdicts: tuple[V, ...] | None) -> None:
        if self.till is None or verdicts is None:
            self._begin_again()
            return
        self._verdicts = verdicts
        self._list_id = self.till.shop.outside.new_id()
        self.review.show_verdicts(verdicts)
        self._show_step()
        self.review.begin()

    def _begin_again(self) -> None:
        self._sheet = None
        self._taken = None
        self._read_as = ""
        self.say_head()
        self._show_step()
        self.begin()

    def _show_step(self) -> None:
        self.start.setVisible(self._sheet is None)
        self.review.setVisible(self._sheet is not None and self._taken is None)
        self._done.setVisible(self._taken is not None)
        self.lists.setVisible(self._lists_there and (self._sheet is None or self._taken is not None))

    # In and out -----------------------------------------------------------------------------------

    def _take_in(self) -> None:
        if self.till is None or self._list_id is None:
            return
        self.work.run(
            self.workplace.files,
            self.taking_words(),
            self.job_take_in(self.till, self._list_id, self._verdicts),
            done=self._show_taken,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _show_taken(self, taken: T) -> None:
        self._taken = taken
        self._show_outcome()
        self._show_step()
        self.view.verticalScrollBar().setValue(0)
        (self.go_on if taken.cancelled else self.another).setFocus()
        self.refresh()

    def _show_outcome(self) -> None:
        taken = self._taken
        if taken is None:
            return
        self._done.set_title(self.tr("Stopped on the way") if taken.cancelled else self.tr("Taken in"))
        lines = [self.came_in(taken)]
        for row, refusal in taken.refused[:_REFUSED_SHOWN]:
            words = self.tr("Row {row} stayed out: {why}")
            lines.append(words.format(row=row, why=sentence(refusal)))
        if len(taken.refused) > _REFUSED_SHOWN:
            words = self.tr("{count} more rows stayed out")
            lines.append(words.format(count=group_digits(len(taken.refused) - _REFUSED_SHOWN)))
        self._outcome.setText("\n".join(lines))
        self.go_on.setVisible(taken.cancelled)

    def _ask_about_taken(self) -> None:
        if self._taken is not None:
            self.lists.ask_about(self._taken.id)

    def _take_out(self, which: UUID) -> None:
        if self.till is None:
            return
        self.work.run(
            self.workplace.files,
            self.tr("Undoing the list:"),
            self.job_take_out(self.till, which),
            done=self._say_taken_out,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _say_taken_out(self, whole: bool) -> None:
        if whole:
            self._begin_again()
            self.tell(BannerKind.SUCCESS, self.tr("The list is undone"))
        else:
            words = self.tr("Part of the list is still there – undo it again to go on.")
            self.tell(BannerKind.ERROR, self.tr("Stopped"), words)
        self.refresh()

    def _show_lists(self, lists: tuple[L, ...]) -> None:
        if self.till is not None:
            self.lists.show_lists(lists, self.till.shop.time)
            self._lists_there = bool(lists)
            self._show_step()


def _read(path: Path, guess: Guess, _progress: Progress) -> Sheet:
    return read_list(path, guess=guess)
