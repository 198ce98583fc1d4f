"""Pre-printed blank cards: a new batch, and the batches there are with what is left of each."""

from __future__ import annotations

import re
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.batches import Batch
from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.services.cards import MOST_BLANKS
from loyalpos.ui.office.printing_job import Way
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words import dates

__all__ = ["BatchPanel"]

_AT_FIRST = 50
_COUNT = re.compile(r"[0-9]{1,9}|[0-9]\.[0-9]{3}")


class BatchPanel(QWidget, Themed):
    """How many blank cards, and where to; below, the batches made so far.

    Signals:
        new_wanted(int, Way): A batch of so many cards.
        again_wanted(UUID, Way): The blanks left of a batch.
    """

    new_wanted = Signal(int, object)
    again_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batches: tuple[Batch, ...] = ()
        self._shop = ShopTime()
        self._chosen: UUID | None = None
        self._new = Panel(" ")
        self._what_for = Words("", "base", "quiet", wrap=True)
        self.count = FieldBox("", str(_AT_FIRST))
        self.pdf = ActionButton("", look=Look.PRIMARY, icon="card")
        self.printer = ActionButton("", icon="printer")
        self._new.body.addWidget(self._what_for)
        self._new.body.addWidget(self.count)
        self._new.body.addWidget(WrapRow(self.pdf, self.printer))
        self._there = Panel(" ")
        self.list = Table("", all_rows=True)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._none = Words("", "base", "quiet", wrap=True)
        self._left = Words("", "base", wrap=True)
        self.pdf_again = ActionButton("", icon="card")
        self.printer_again = ActionButton("", icon="printer")
        self._again = WrapRow(self.pdf_again, self.printer_again)
        for part in (self._none, self.list, self._left, self._again):
            self._there.body.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._new)
        self._column.addWidget(self._there)
        self.pdf.clicked.connect(self._want_pdf)
        self.count.submitted.connect(self._want_pdf)
        self.printer.clicked.connect(self._want_printer)
        self.pdf_again.clicked.connect(self._want_pdf_again)
        self.printer_again.clicked.connect(self._want_printer_again)
        self.count.edited.connect(self._forgive)
        self.list.opened.connect(self._choose)
        self._retranslate()
        self.follow_theme()

    def show_batches(self, batches: tuple[Batch, ...], shop: ShopTime) -> None:
        """List the batches; the one that was chosen stays so."""
        self._batches = batches
        self._shop = shop
        self._show()

    def set_busy(self, busy: bool) -> None:
        """Take nothing new on while cards are being drawn."""
        for button in (self.pdf, self.printer, self.pdf_again, self.printer_again):
            button.setEnabled(not busy)

    def follow_theme(self) -> None:
        """Take the gap between the panels."""
        self._column.setSpacing(theme().px(14))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self) -> None:
        columns = (
            Column(self.tr("Made"), wide=True),
            Column(self.tr("Cards"), figures=True),
            Column(self.tr("With an owner"), figures=True),
            Column(self.tr("Still blank"), figures=True),
        )
        rows = [
            (
                Cell(dates.moment(batch.at, self._shop), strong=True),
                Cell(group_digits(batch.cards)),
                Cell(group_digits(batch.linked), "brand"),
                Cell(group_digits(batch.cards - batch.linked)),
            )
            for batch in self._batches
        ]
        self.list.set_rows(columns, rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        chosen = next((batch for batch in self._batches if batch.id == self._chosen), None)
        blanks = 0 if chosen is None else chosen.cards - chosen.linked
        self._again.setVisible(blanks > 0)
        self._left.setVisible(bool(rows))
        if chosen is None:
            self._left.setText(self.tr("Choose a batch to print what is left of it again."))
        else:
            self.list.selectRow(self._batches.index(chosen))
            words = self.tr("Batch of {time}: %Ln card(s) without an owner", "", blanks)
            self._left.setText(words.format(time=dates.moment(chosen.at, self._shop)))

    def _choose(self, row: int) -> None:
        self._chosen = self._batches[row].id
        self._show()

    def _want(self, way: Way) -> None:
        typed = self.count.text().strip()
        count = int(typed.replace(".", "")) if _COUNT.fullmatch(typed) else 0
        if not 1 <= count <= MOST_BLANKS:
            words = self.tr("Type a number from 1 to {most}")
            self.count.show_error(words.format(most=group_digits(MOST_BLANKS)))
            self.count.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.new_wanted.emit(count, way)

    def _want_pdf(self) -> None:
        self._want(Way.FILE)

    def _want_printer(self) -> None:
        self._want(Way.PRINTER)

    def _want_pdf_again(self) -> None:
        self.again_wanted.emit(self._chosen, Way.FILE)

    def _want_printer_again(self) -> None:
        self.again_wanted.emit(self._chosen, Way.PRINTER)

    def _forgive(self) -> None:
        self.count.show_error("")

    def _retranslate(self) -> None:
        self._new.set_title(self.tr("New blank cards"))
        self._what_for.setText(
            self.tr("Printed beforehand, given out at the counter: scan a blank card to enrol its owner.")
        )
        self.count.set_label(self.tr("How many cards"))
        self.pdf.setText(self.tr("Make PDF"))
        self.printer.setText(self.tr("Make and print"))
        self._there.set_title(self.tr("Batches"))
        self.list.setAccessibleName(self.tr("Batches"))
        self._none.setText(self.tr("No batch yet: make one above, print it, and keep it at the counter."))
        self.pdf_again.setText(self.tr("The rest as PDF"))
        self.printer_again.setText(self.tr("Print the rest"))
        self._forgive()
        self._show()
