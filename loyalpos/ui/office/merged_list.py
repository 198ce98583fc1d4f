"""The merges of before: looked at, and undone as long as that can be."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.times import from_ms
from loyalpos.services.merging import MergeTold
from loyalpos.services.till import Till
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words import dates
from loyalpos.ui.words.merging import hindrance

__all__ = ["MergedList"]


class MergedList(Panel):
    """A table of merges; the chosen one can be undone after a question, or it says why not.

    Signals:
        parted(): Two who were merged are two again.
    """

    parted = Signal()

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page = page
        self._work = work
        self._merges: tuple[MergeTold, ...] = ()
        self._chosen: UUID | None = None
        self._away = False
        self.table = Table("", all_rows=True)
        self._words = Words("", "base", "quiet", wrap=True)
        self.undo = ActionButton("", icon="undo")
        self._buttons = WrapRow(self.undo)
        self.confirm = Confirm()
        for part in (self.table, self._words, self._buttons, self.confirm):
            self.body.addWidget(part)
        self.table.opened.connect(self._choose)
        self.undo.clicked.connect(self._ask)
        self.confirm.agreed.connect(self._part)
        self.confirm.given_up.connect(self.table.setFocus)
        self._retranslate()

    def refresh(self) -> None:
        """Read the merges again."""
        till = self._page.till
        if till is not None:
            self._page.workplace.reader.run_latest(
                "office-merges",
                till.merging.last,
                done=self._take,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
            )

    def set_away(self, away: bool) -> None:
        """Give way to two who are looked at."""
        self._away = away
        self.setVisible(bool(self._merges) and not away)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _take(self, merges: tuple[MergeTold, ...]) -> None:
        self._merges = merges
        self._show()

    def _show(self) -> None:
        till = self._page.till
        if till is None:
            return
        columns = (
            Column(self.tr("When")),
            Column(self.tr("Stays")),
            Column(self.tr("Came over")),
            Column(self.tr("State"), wide=True),
        )
        nameless = self.tr("Customer without a name")
        rows = [
            (
                Cell(dates.moment(from_ms(one.merge.at_ms), till.shop.time), "quiet"),
                Cell(one.stays or nameless, strong=True),
                Cell(one.goes or nameless, strong=True),
                Cell(self._state(one), "quiet"),
            )
            for one in self._merges
        ]
        self.table.set_rows(columns, rows)
        chosen = self._chosen_merge()
        if chosen is not None:
            self.table.selectRow(self._merges.index(chosen))
        can = chosen is not None and chosen.merge.undone_in is None and not chosen.hindered
        self._buttons.setVisible(can)
        if chosen is None:
            self._words.setText(self.tr("Choose a merge to undo it."))
        elif chosen.hindered:
            words = self.tr("It can no longer be undone: {why}.")
            self._words.setText(words.format(why=hindrance(chosen.hindered)))
        self._words.setVisible(chosen is None or bool(chosen.hindered))
        self.set_away(self._away)

    def _state(self, one: MergeTold) -> str:
        if one.merge.undone_in is not None:
            return self.tr("undone")
        return self.tr("stands for good") if one.hindered else self.tr("can be undone")

    def _chosen_merge(self) -> MergeTold | None:
        return next((one for one in self._merges if one.merge.id == self._chosen), None)

    def _choose(self, row: int) -> None:
        self._chosen = self._merges[row].merge.id
        self.confirm.hide()
        self._show()

    def _ask(self) -> None:
        words = self.tr(
            "They become two customers again, each with the points, bills and cards of before. What was "
            "earned since stays with the one who stayed."
        )
        self.confirm.ask(words, self.tr("Make them two again"))

    def _part(self) -> None:
        till, chosen = self._page.till, self._chosen
        if till is None or chosen is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Undoing the merge, after a backup"),
            partial(_part, self._page, till, chosen),
            done=self._say_parted,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_parted(self, _nothing: None) -> None:
        self._chosen = None
        self._page.tell(BannerKind.SUCCESS, self.tr("They are two customers again"))
        self.parted.emit()

    def _retranslate(self) -> None:
        self.set_title(self.tr("Merged lately"))
        self.table.setAccessibleName(self.tr("Merged lately"))
        self.undo.setText(self.tr("Undo the merge"))
        self._show()


def _part(page: Page, till: Till, merge: UUID, _progress: Progress) -> None:
    till.days.back_up(page.workplace.folders.backups, "merge")
    till.merging.undo(merge)
