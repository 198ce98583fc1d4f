"""Whose points end soon: to be told in time, on the screen or from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.members import PointsEnding
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked, spaced
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.banner import BannerKind, EmptyState
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words import dates

__all__ = ["EndingPanel"]

_DAYS = (7, 14, 30, 60, 90)
_USUAL = 30


class EndingPanel(QWidget, Themed):
    """Members of whose points some end within so many days; Enter or a click opens one, Esc goes back.

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
        self._found: tuple[PointsEnding, ...] = ()
        self._asked = False
        self.back = ActionButton("", "Esc")
        self.export = ActionButton("")
        self.days = ChoiceBox()
        self._within = Sentence({"days": self.days})
        self._sum = Words("", "base", "quiet", wrap=True)
        self.table = Table("", all_rows=True)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.empty = EmptyState("people", "")
        self._column = QVBoxLayout(self)
        for part in (WrapRow(self.back, self.export), self._within, self._sum, self.table, self.empty):
            self._column.addWidget(part)
        self.setFocusProxy(self.days)
        self.back.clicked.connect(self.left)
        self.export.clicked.connect(self._ask_where)
        self.days.chosen.connect(self.refresh)
        self.table.opened.connect(self._open_row)
        self._retranslate()
        self.days.choose(str(_USUAL))
        self.follow_theme()

    def refresh(self) -> None:
        """Read again whose points end."""
        till = self._page.till
        if till is None:
            return
        self._page.workplace.reader.run_latest(
            "office-ending",
            partial(till.ending.within, int(self.days.choice())),
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

    def _show(self, found: tuple[PointsEnding, ...]) -> None:
        self._found = found
        self._asked = True
        self._show_found()

    def _show_found(self) -> None:
        found = self._found
        columns = (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Points that end"), figures=True),
            Column(self.tr("First last day"), figures=True),
            Column(self.tr("Messages")),
        )
        self.table.set_rows(columns, [self._row(one) for one in found])
        told = sum(one.messages for one in found)
        words = self.tr("{members} customers, {points} points. {told} of them agreed to messages.")
        self._sum.setText(
            words.format(
                members=group_digits(len(found)),
                points=group_digits(sum(one.points for one in found)),
                told=group_digits(told),
            )
        )
        for part in (self.table, self._sum):
            part.setVisible(bool(found))
        self.export.setVisible(told > 0)
        self.empty.setVisible(self._asked and not found)

    def _row(self, one: PointsEnding) -> tuple[Cell, ...]:
        # The number of who has not agreed to be written to is of no use here.
        phone = "–" if one.phone is None else spaced(one.phone) if one.messages else masked(one.phone)
        return (
            Cell(one.name or self.tr("Customer without a name"), strong=True),
            Cell(phone, "quiet"),
            Cell(group_digits(one.points), "brand", strong=True),
            Cell(dates.day(one.first)),
            Cell(self.tr("agreed") if one.messages else self.tr("not agreed"), "quiet"),
        )

    def _open_row(self, row: int) -> None:
        self.opened.emit(self._found[row].id)

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, self.tr("Write those who agreed to a file"), documents)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("points that end") + ".xlsx")
        dialog.filterSelected.connect(partial(_set_suffix, dialog))
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, chosen: str) -> None:
        heads = (self.tr("Name"), self.tr("Phone"), self.tr("Points that end"), self.tr("First last day"))
        till = self._page.till
        if till is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Writing the list"),
            partial(_write, partial(till.ending.write, Path(chosen), self._found, heads)),
            done=self._say_written,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_written(self, path: Path) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Written"), str(path))

    def _retranslate(self) -> None:
        self.back.setText(self.tr("All members"))
        self.export.setText(self.tr("Write those who agreed to a file…"))
        self.days.setAccessibleName(self.tr("Within how many days"))
        self.days.offer([(str(days), self.tr("{days} days").format(days=days)) for days in _DAYS])
        self._within.say(self.tr("Points that end within {days}"))
        self.table.setAccessibleName(self.tr("Members whose points end"))
        self.empty.set_sentence(self.tr("Nobody's points end in this time."))
        self._show_found()


def _set_suffix(dialog: QFileDialog, chosen: str) -> None:
    dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx")


def _write(work: Callable[[], Path], _progress: Progress) -> Path:
    return work()
