"""The old customer list: chosen, judged row by row, taken in, and undone as a whole if need be."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from loyalpos.engine.customer_list import Verdict
from loyalpos.engine.members import Consent
from loyalpos.engine.money import group_digits
from loyalpos.services.list_file import Sheet, read_list
from loyalpos.services.list_judging import judge_list
from loyalpos.services.lists import CustomerListRow, Lists, TakenIn
from loyalpos.ui.office.list_review import ListReview
from loyalpos.ui.office.lists_panel import ListsPanel
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.consent import consent_of_list
from loyalpos.ui.words.refusals import sentence

__all__ = ["ListPage"]

_REFUSED_SHOWN = 20


class ListPage(Page):
    """One list at a time: a file, its rows with verdicts, and what became of them."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._sheet: Sheet | None = None
        self._verdicts: tuple[Verdict, ...] = ()
        self._list_id: UUID | None = None
        self._taken: TakenIn | None = None
        self._read_as = ""
        self._lists_there = False
        self._start = Panel(" ")
        self._how = Words("", "base", wrap=True)
        self.choose = ActionButton("", look=Look.PRIMARY, large=True)
        self._start.body.addWidget(self._how)
        self._start.body.addWidget(WrapRow(self.choose))
        self.review = ListReview()
        self._done = Panel(" ", fill="brand_soft", edge="brand")
        self._outcome = Words("", "base", wrap=True)
        self.go_on = ActionButton("", look=Look.PRIMARY)
        self.undo = ActionButton("", icon="undo")
        self.another = ActionButton("")
        self._done.body.addWidget(self._outcome)
        self._done.body.addWidget(WrapRow(self.go_on, self.undo, self.another))
        self.lists = ListsPanel()
        self.work = LongWork()
        for part in (self._start, self.review, self._done, self.lists):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._ask_for_file)
        self.review.columns_changed.connect(self._judge)
        self.review.take_in_wanted.connect(self._take_in)
        self.review.left.connect(self._begin_again)
        self.go_on.clicked.connect(self._take_in)
        self.undo.clicked.connect(self._ask_about_taken)
        self.another.clicked.connect(self._begin_again)
        self.lists.take_out_wanted.connect(self._take_out)
        self.work.started.connect(partial(self._set_busy, busy=True))
        self.work.ended.connect(partial(self._set_busy, busy=False))
        self._show_step()
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Old list")

    def refresh(self) -> None:
        """Read again which lists were taken in."""
        if self.till is None:
            return
        self.workplace.reader.run_latest(
            "office-lists",
            self.till.lists.lists,
            done=self._show_lists,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.head.say(self.title(), self._read_as)
        self._start.set_title(self.tr("Customers from before"))
        self._how.setText(
            self.tr(
                "An Excel or CSV file from KiotViet, Sapo, POS365, Loyverse or your own table, with phone, "
                "name and points. Nothing is written before you have seen what becomes of every row."
            )
        )
        self.choose.setText(self.tr("Choose the file"))
        self.go_on.setText(self.tr("Go on"))
        self.undo.setText(self.tr("Undo the whole list"))
        self.another.setText(self.tr("Another list"))
        self._show_outcome()

    def read(self, path: Path) -> None:
        """Read a file and judge its rows."""
        self.work.run(
            self.workplace.files,
            self.tr("Reading {file}").format(file=path.name),
            partial(_read, path),
            done=partial(self._show_sheet, path),
            refused=self.refuse,
            unavailable=self.refuse,
            stoppable=False,
        )

    # Choosing and judging -------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Customer lists (*.xlsx *.xls *.csv *.tsv *.txt)"), self.tr("All files (*)")]
        )
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
        self.head.say(self.title(), self._read_as)
        self.review.show_sheet(sheet)
        self._judge()

    def _judge(self) -> None:
        if self.till is None or self._sheet is None:
            return
        self._show_step()
        self.work.run(
            self.workplace.files,
            self.tr("Looking at every row:"),
            partial(judge_list, self.till, self._sheet.rows, self.review.choice.columns()),
            done=self._show_verdicts,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _show_verdicts(self, verdicts: tuple[Verdict, ...] | None) -> None:
        if self.till is None or verdicts is None:
            self._begin_again()
            return
        self._verdicts = verdicts
        self._list_id = self.till.shop.outside.new_id()
        self.review.show_verdicts(verdicts)
        self._show_step()

    def _begin_again(self) -> None:
        self._sheet = None
        self._taken = None
        self._read_as = ""
        self.head.say(self.title())
        self._show_step()
        self.choose.setFocus()

    def _show_step(self) -> None:
        self._start.setVisible(self._sheet is None)
        self.review.setVisible(self._sheet is not None and self._taken is None)
        self._done.setVisible(self._taken is not None)
        self.lists.setVisible(self._lists_there and (self._sheet is None or self._taken is not None))

    def _set_busy(self, *, busy: bool) -> None:
        self.review.set_busy(busy)
        self.lists.set_busy(busy)
        for button in (self.choose, self.go_on, self.undo, self.another):
            button.setEnabled(not busy)

    # In and out -----------------------------------------------------------------------------------

    def _take_in(self) -> None:
        if self.till is None or self._list_id is None:
            return
        self.work.run(
            self.workplace.files,
            self.tr("Taking customers in:"),
            partial(_take_in, self.till.lists, self._list_id, self._verdicts, consent_of_list()),
            done=self._show_taken,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _show_taken(self, taken: TakenIn) -> None:
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
        lines = [self.tr("%Ln customer(s) joined", "", taken.joined)]
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
            partial(self.till.lists.take_out, which),
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

    def _show_lists(self, lists: tuple[CustomerListRow, ...]) -> None:
        if self.till is not None:
            self.lists.show_lists(lists, self.till.shop.time)
            self._lists_there = bool(lists)
            self._show_step()


def _read(path: Path, _progress: Progress) -> Sheet:
    return read_list(path)


def _take_in(
    lists: Lists, list_id: UUID, verdicts: tuple[Verdict, ...], wording: Consent, progress: Progress
) -> TakenIn:
    return lists.take_in(list_id, verdicts, wording=wording, progress=progress)
