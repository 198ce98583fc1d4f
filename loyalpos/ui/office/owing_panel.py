"""Whose bills are still to be paid: who, since when and how much, on the screen or in a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.part_paid import Debtor
from loyalpos.engine.phones import spaced
from loyalpos.services.owing import open_bills, write_open_bills
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind, EmptyState
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words import dates

__all__ = ["OwingPanel"]

_LONG_DAYS = 30


class OwingPanel(QWidget, Themed):
    """Bills with open amounts, the oldest first; Enter or a click opens the member, Esc goes back.

    Signals:
        opened(UUID): A member is to be looked at.
        left(): Back to all members.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._work = work
        self._found: tuple[Debtor, ...] = ()
        self._asked = False
        self.back = ActionButton("", "Esc")
        self.export = ActionButton("")
        self.total = Words("", "base", "quiet", wrap=True)
        self.table = Table("", all_rows=True)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.empty = EmptyState("people", "")
        self._column = QVBoxLayout(self)
        for part in (WrapRow(self.back, self.export), self.total, self.table, self.empty):
            self._column.addWidget(part)
        self.setFocusProxy(self.back)
        self.back.clicked.connect(self.left)
        self.export.clicked.connect(self._ask_where)
        self.table.opened.connect(lambda row: self.opened.emit(self._found[row].member))
        self._retranslate()
        self.follow_theme()

    def refresh(self) -> None:
        """Read again what is still to be paid."""
        till = self._page.till
        if till is None:
            return
        self._page.workplace.reader.run_latest(
            "office-owing",
            partial(open_bills, till.shop),
            done=self._show,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, found: tuple[Debtor, ...]) -> None:
        self._found, self._asked = found, True
        self._show_found()

    def _show_found(self) -> None:
        found = self._found
        name, *others = self._heads()
        columns = (Column(name, wide=True), *(Column(head, figures=True) for head in others))
        self.table.set_rows(columns, [self._row(one) for one in found])
        words = self.tr("Bills with open amounts: {bills}, together {amount}.")
        open_vnd = sum(one.owed.open_vnd for one in found)
        self.total.setText(words.format(bills=group_digits(len(found)), amount=vnd(open_vnd)))
        for part in (self.table, self.total, self.export):
            part.setVisible(bool(found))
        self.empty.setVisible(self._asked and not found)

    def _row(self, one: Debtor) -> tuple[Cell, ...]:
        return (
            Cell(one.name or self.tr("Customer without a name"), strong=True),
            Cell("–" if one.phone is None else spaced(one.phone), "quiet"),
            Cell(vnd(one.owed.open_vnd), strong=True),
            Cell(group_digits(one.days), "amber" if one.days > _LONG_DAYS else "ink"),
            Cell(dates.day(one.owed.day)),
            Cell(one.owed.number or "–", "quiet"),
            Cell(vnd(one.owed.total_vnd), "quiet"),
        )

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Phone"),
            self.tr("Still to be paid"),
            self.tr("Days"),
            self.tr("Since"),
            self.tr("Receipt"),
            self.tr("Bill"),
        )

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, self.tr("Write the bills to a file"), documents)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("bills to be paid") + ".xlsx")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx")
        )
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, chosen: str) -> None:
        till = self._page.till
        if till is None:
            return
        write = partial(write_open_bills, till.shop, Path(chosen), self._found, self._heads())
        self._work.run(
            self._page.workplace.files,
            self.tr("Writing the list"),
            partial(_write, write),
            done=lambda path: self._page.tell(BannerKind.SUCCESS, self.tr("Written"), str(path)),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _retranslate(self) -> None:
        self.back.setText(self.tr("All members"))
        self.export.setText(self.tr("Write the bills to a file…"))
        self.table.setAccessibleName(self.tr("Bills with open amounts"))
        self.empty.set_sentence(self.tr("Nobody owes anything: every bill is paid."))
        self._show_found()


def _write(work: Callable[[], Path], _progress: Progress) -> Path:
    return work()
