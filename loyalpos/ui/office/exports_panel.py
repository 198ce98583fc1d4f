"""What of customers was written into files and on paper: by whom, when, how many, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.exports import ExportNoted
from loyalpos.engine.money import group_digits
from loyalpos.services.till import Till
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates
from loyalpos.ui.words.accesses import access_text

__all__ = ["ExportsPanel"]


class ExportsPanel(Translated, Panel):
    """The last lists, papers and exports with customers' particulars, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._shown: tuple[tuple[ExportNoted, ...], Till] | None = None
        self.table = Table("", all_rows=True)
        self.empty = EmptyState("bill", "")
        for part in (self.table, self.empty):
            self.body.addWidget(part)
        self.retranslate()

    def show_exports(self, exports: tuple[ExportNoted, ...], till: Till) -> None:
        """Show what was written down."""
        self._shown = (exports, till)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Lists and papers with customers’ particulars"))
        self.table.setAccessibleName(self.tr("Lists and papers with customers’ particulars"))
        self.empty.set_sentence(self.tr("Nothing was written into a file or printed yet"))
        columns = (
            Column(self.tr("When")),
            Column(self.tr("Who")),
            Column(self.tr("What"), wide=True),
            Column(self.tr("Customers"), figures=True),
            Column(self.tr("Reason"), wide=True),
        )
        exports = () if self._shown is None else self._shown[0]
        self.table.set_rows(columns, [self._row(one) for one in exports])
        self.table.setVisible(bool(exports))
        self.empty.setVisible(not exports)

    def _row(self, one: ExportNoted) -> tuple[Cell, ...]:
        assert self._shown is not None
        shop = self._shown[1].shop
        count = self.tr("all") if one.members is None else group_digits(one.members)
        return (
            Cell(dates.moment(one.at, shop.time), "quiet"),
            Cell(shop.named(one.who) or "–"),
            Cell(access_text(one.how)),
            Cell(count),
            Cell(one.reason or "–", "quiet"),
        )
