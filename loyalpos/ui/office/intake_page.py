"""Taking a list in: chosen, judged row by row, written, and undone as a whole if need be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from loyalpos.engine.money import group_digits
from loyalpos.services.list_file import Sheet, read_list
from loyalpos.services.list_sheet import Guess
from loyalpos.ui.desktop.own_folders import documents
from loyalpos.ui.office.list_saving import ListSaving, Write
from loyalpos.ui.office.list_sort import ListSort
from loyalpos.ui.office.lists_panel import ListsPanel, TakenList
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.outcome_panel import Intake, OutcomePanel
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.row_review import RowReview
from loyalpos.ui.office.rows_left_out import LeftOut, writing_left_out
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.words.refusals import sentence

__all__ = ["IntakePage"]

K = TypeVar("K", bound=StrEnum)
V = TypeVar("V")
L = TypeVar("L", bound=TakenList)

T = TypeVar("T", bound=Intake)
R = TypeVar("R")


class IntakePage(Page, Generic[K, V, L, T]):
    """One list at a time: a file, its rows with verdicts, and what became of them.

    A subclass says what stands where no list is open.

    Args:
        start: Stands where no list is open; the lists taken in stand below it.
        choose: Asks for a file; stands somewhere in ``start``.
        sort: Who judges and writes the rows, and the words for that.
    """

    def __init__(
        self,
        workplace: Workplace,
        *,
        start: QWidget,
        choose: ActionButton,
        review: RowReview[K, V],
        lists: ListsPanel[L],
        sort: ListSort[V, L, T],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workplace, parent)
        self._sheet: Sheet | None = None
        self._verdicts: tuple[V, ...] = ()
        self._list_id: UUID | None = None
        self._taken: T | None = None
        self._read_as = ""
        self._lists_there = False
        self._sort = sort
        self.start = start
        self.choose = choose
        self.review = review
        self.outcome = OutcomePanel(sort.came_in)
        self.go_on, self.undo = self.outcome.go_on, self.outcome.undo
        self.another = self.outcome.another
        self.lists = lists
        self.work = LongWork()
        self._saving = ListSaving(self, self, self.work)
        for part in (self.start, self.review, self.outcome, self.lists):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.choose.clicked.connect(self._ask_for_file)
        self.review.columns_changed.connect(self._judge)
        self.review.take_in_wanted.connect(self._take_in)
        self.review.left.connect(self._begin_again)
        for button in (self.review.save_rows, self.outcome.save_rows):
            button.clicked.connect(self._save_left_out)
        self.go_on.clicked.connect(self._take_in)
        self.outcome.undo_wanted.connect(self.lists.ask_about)
        self.another.clicked.connect(self._begin_again)
        self.lists.take_out_wanted.connect(self._take_out)
        self.work.started.connect(partial(self.set_busy, busy=True))
        self.work.ended.connect(partial(self.set_busy, busy=False))
        self._show_step()

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
            self._sort.lists(self.till),
            done=self._show_lists,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.say_head()

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
        for button in (self.choose, self.go_on, self.undo, self.another, self.outcome.save_rows):
            button.setEnabled(not busy)

    def is_open(self) -> bool:
        """Whether a list stands where the start stood."""
        return self._sheet is not None

    def read(self, chosen: Path | str) -> None:
        """Read a file and judge its rows."""
        path = Path(chosen)
        self.work.run(
            self.workplace.files,
            self.tr("Reading {file}").format(file=path.name),
            partial(_read, path, self._sort.guess),
            done=partial(self._show_sheet, path),
            refused=self.refuse,
            unavailable=self.refuse,
            stoppable=False,
        )

    # Choosing and judging -------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file"), documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._sort.files(), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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
            self._sort.judging(self.till, self._sheet),
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
        self.outcome.setVisible(self._taken is not None)
        self.lists.setVisible(self._lists_there and (self._sheet is None or self._taken is not None))

    # In and out -----------------------------------------------------------------------------------

    def _take_in(self) -> None:
        if self.till is None or self._list_id is None:
            return
        self.work.run(
            self.workplace.files,
            self._sort.taking_words(),
            partial(
                _after_a_backup,
                partial(self.till.days.back_up, self.workplace.folders.backups, "import"),
                self._sort.taking_in(self.till, self._list_id, self._verdicts),
            ),
            done=self._show_taken,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _show_taken(self, taken: T) -> None:
        self._taken = taken
        self.outcome.show_taken(taken, len(self._left_out()))
        self._show_step()
        self.view.verticalScrollBar().setValue(0)
        self.outcome.begin()
        self.refresh()

    def _save_left_out(self) -> None:
        self._saving.ask(
            self.tr("Save the rows that stayed out"),
            self.tr("rows that stayed out"),
            self._writing_left_out,
            what=self.tr("Writing the rows that stayed out"),
        )

    def _writing_left_out(self) -> Write | None:
        if self._sheet is None:
            return None
        return writing_left_out(self.review.headings(), self.tr("What became of it"), self._left_out())

    def _left_out(self) -> Sequence[LeftOut]:
        """Give the rows that were judged out, and those refused when they were to be written."""
        refused = dict(() if self._taken is None else self._taken.refused)
        rows = () if self._sheet is None or not refused else self._sheet.rows
        late = [(row, partial(sentence, refused[row.number])) for row in rows if row.number in refused]
        return [*self.review.left_out(), *late]

    def _take_out(self, which: UUID) -> None:
        if self.till is None:
            return
        self.work.run(
            self.workplace.files,
            self.tr("Undoing the list:"),
            self._sort.taking_out(self.till, which),
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


def _after_a_backup(back_up: Callable[[], object], take_in: Callable[[Progress], R], progress: Progress) -> R:
    back_up()
    return take_in(progress)
