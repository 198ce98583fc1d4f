"""Pre-printed blank cards: a new batch, the batches there are, and the one that is open."""

from __future__ import annotations

import re
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.batches import Batch, Way
from loyalpos.engine.money import group_digits
from loyalpos.services.cards import MOST_BLANKS
from loyalpos.ui.office.batch_box import BatchBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["BatchPanel"]

_AT_FIRST = 50
_COUNT = re.compile(r"[0-9]{1,9}|[0-9]\.[0-9]{3}")


class BatchPanel(Translated, QWidget, Themed):
    """How many blank cards, and where to; below, the batches made so far.

    Signals:
        new_wanted(int, Way): A batch of so many cards.
        chosen(UUID): This batch is to be opened.
    """

    new_wanted = Signal(int, object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batches: tuple[Batch, ...] = ()
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
        self._none = Words("", "base", "quiet", wrap=True)
        self._advice = Words("", "small", "quiet", wrap=True)
        for part in (self._none, self.list, self._advice):
            self._there.body.addWidget(part)
        self.box = BatchBox()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for panel in (self._new, self._there, self.box):
            self._column.addWidget(panel)
        self.pdf.clicked.connect(self._want_pdf)
        self.count.submitted.connect(self._want_pdf)
        self.printer.clicked.connect(self._want_printer)
        self.count.edited.connect(self._forgive)
        self.list.opened.connect(self._choose)
        self.retranslate()
        self.follow_theme()

    def show_batches(self, batches: tuple[Batch, ...]) -> None:
        """List the batches."""
        self._batches = batches
        self._show()

    def mark(self, batch: UUID | None) -> None:
        """Mark the batch that is open."""
        at = next((at for at, one in enumerate(self._batches) if one.id == batch), None)
        if at is not None:
            self.list.selectRow(at)

    def follow_theme(self) -> None:
        """Take the gap between the panels."""
        self._column.setSpacing(theme().px(14))

    def _show(self) -> None:
        columns = (
            Column(self.tr("Batch"), wide=True),
            Column(self.tr("Printed"), figures=True),
            Column(self.tr("Owned"), figures=True),
            Column(self.tr("Spoilt"), figures=True),
            Column(self.tr("Blank"), figures=True),
        )
        rows = [
            (
                Cell(self.tr("Batch {number}").format(number=group_digits(batch.number)), strong=True),
                Cell(
                    f"{group_digits(batch.printed)} / {group_digits(batch.cards)}",
                    "ink" if batch.printed else "amber",
                ),
                Cell(group_digits(batch.linked), "brand"),
                Cell(group_digits(batch.spoilt), "red" if batch.spoilt else "quiet"),
                Cell(group_digits(batch.blank)),
            )
            for batch in self._batches
        ]
        self.list.set_rows(columns, rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._advice.setVisible(bool(rows))

    def _choose(self, row: int) -> None:
        self.chosen.emit(self._batches[row].id)

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

    def _forgive(self) -> None:
        self.count.show_error("")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
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
        self._advice.setText(
            self.tr("Open a batch to print more of it, or to mark cards as spoilt or handed out.")
        )
        self._forgive()
        self._show()
