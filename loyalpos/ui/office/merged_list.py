"""The merges of before: looked at, and undone as long as that can be."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.times import from_ms
from loyalpos.services.merging import MergeTold
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.past_deeds import PastDeeds
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.table import Cell, Column
from loyalpos.ui.words import dates
from loyalpos.ui.words.merging import hindrance

__all__ = ["MergedList"]


class MergedList(PastDeeds[MergeTold]):
    """A table of merges; the chosen one can be undone after a question, or it says why not.

    Signals:
        parted(): Two who were merged are two again.
    """

    parted = Signal()

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._work = work
        self._away = False
        self.retranslate()

    def refresh(self) -> None:
        """Read the merges again."""
        till = self._page.till
        if till is not None:
            self._page.workplace.reader.run_latest(
                "office-merges",
                till.merging.last,
                done=self.show_deeds,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
            )

    def set_away(self, away: bool) -> None:
        """Give way to two who are looked at."""
        self._away = away
        self.setVisible(bool(self._deeds) and not away)

    def identity(self, one: MergeTold) -> UUID:
        """Give the merge's id."""
        return one.merge.id

    def columns(self) -> tuple[Column, ...]:
        """Head the table of merges."""
        return (
            Column(self.tr("When")),
            Column(self.tr("Stays")),
            Column(self.tr("Came over")),
            Column(self.tr("State"), wide=True),
        )

    def row(self, one: MergeTold) -> tuple[Cell, ...]:
        """Say a merge in cells."""
        till = self._page.till
        nameless = self.tr("Customer without a name")
        return (
            Cell("" if till is None else dates.moment(from_ms(one.merge.at_ms), till.shop.time), "quiet"),
            Cell(one.stays or nameless, strong=True),
            Cell(one.goes or nameless, strong=True),
            Cell(self._state(one), "quiet"),
        )

    def can_be_undone(self, one: MergeTold) -> bool:
        """Tell whether nothing of what came over was used."""
        return one.merge.undone_in is None and not one.hindered

    def hint(self, chosen: MergeTold | None) -> str:
        """Say what to do, or why the chosen one stands for good."""
        if chosen is None:
            return self.tr("Choose a merge to undo it.")
        if not chosen.hindered:
            return ""
        words = self.tr("It can no longer be undone: {why}.")
        return words.format(why=hindrance(chosen.hindered))

    def question(self, _one: MergeTold) -> tuple[str, str]:
        """Ask about two who would be two again."""
        words = self.tr(
            "They become two customers again, each with the points, bills and cards of before. What was "
            "earned since stays with the one who stayed."
        )
        return words, self.tr("Make them two again")

    def take_back(self, which: UUID) -> None:
        """Undo the merge, after a backup."""
        till = self._page.till
        if till is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Undoing the merge, after a backup"),
            partial(_part, self._page, till, which),
            done=self._say_parted,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def show_all(self) -> None:
        """Show the table where there is anything in it."""
        super().show_all()
        self.set_away(self._away)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.set_title(self.tr("Merged lately"))
        self.table.setAccessibleName(self.tr("Merged lately"))
        self.undo.setText(self.tr("Undo the merge"))
        super().retranslate()

    def _state(self, one: MergeTold) -> str:
        if one.merge.undone_in is not None:
            return self.tr("undone")
        return self.tr("stands for good") if one.hindered else self.tr("can be undone")

    def _say_parted(self, _nothing: None) -> None:
        self.choose(None)
        self._page.tell(BannerKind.SUCCESS, self.tr("They are two customers again"))
        self.parted.emit()


def _part(page: Page, till: Till, merge: UUID, _progress: Progress) -> None:
    till.days.back_up(page.workplace.folders.backups, "merge")
    till.merging.undo(merge)
