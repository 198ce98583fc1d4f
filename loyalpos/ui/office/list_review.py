"""A list before it comes in: a verdict for every row, how many come in, and the owner's word."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.customer_list import Known, ListRow, Ready, Refused, Twice, Verdict
from loyalpos.engine.list_columns import Column as Kind
from loyalpos.engine.money import group_digits
from loyalpos.services.list_sheet import Sheet
from loyalpos.ui.office.column_choice import ColumnChoice
from loyalpos.ui.office.list_words import is_problem, verdict_text, verdict_tone
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Tick
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.consent import list_wording

__all__ = ["ListReview"]

_ROWS_AT_ONCE = 50
"""So many rows are shown at a time: a list may have 200,000."""

_SHOWN = (Kind.PHONE, Kind.FAMILY, Kind.NAME, Kind.POINTS)
"""Enough to know the row again; the rest of the width is for what becomes of it."""


class ListReview(QWidget, Themed):
    """Columns, rows with verdicts, and the way in.

    Signals:
        columns_changed(): Other columns were chosen; the rows are to be judged again.
        take_in_wanted(): The owner vouches for the customers' agreement and wants them in.
        left(): Back to choosing a file.
    """

    columns_changed = Signal()
    take_in_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._verdicts: tuple[Verdict, ...] = ()
        self._columns: Mapping[Kind, int] = {}
        self._shown: list[tuple[ListRow, Verdict]] = []
        self._first = 0
        self._busy = False
        self.choice = ColumnChoice()
        self._rows = Panel(" ")
        self.counts = WrapRow()
        self.only_problems = Tick("")
        self.table = Table("", all_rows=True)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.earlier = ActionButton("")
        self.later = ActionButton("")
        self._where = Words("", "base", "quiet")
        self._pages = WrapRow(self.earlier, self.later, self._where)
        for part in (self.only_problems, self.table, self._pages):
            self._rows.body.addWidget(part)
        self._in = Panel(edge="brand")
        self.consent = Tick("")
        self.take_in = ActionButton("", look=Look.PRIMARY, large=True)
        self.back = ActionButton("")
        self._in.body.addWidget(self.counts)
        self._in.body.addWidget(self.consent)
        self._in.body.addWidget(WrapRow(self.take_in, self.back))
        self._column = QVBoxLayout(self)
        for panel in (self.choice, self._in, self._rows):
            self._column.addWidget(panel)
        self.choice.changed.connect(self.columns_changed)
        self.only_problems.toggled.connect(self._show_from_start)
        self.earlier.clicked.connect(self._show_earlier)
        self.later.clicked.connect(self._show_later)
        self.consent.toggled.connect(self._show_way_in)
        self.take_in.clicked.connect(self.take_in_wanted)
        self.back.clicked.connect(self.left)
        self._retranslate()
        self.follow_theme()

    def show_sheet(self, sheet: Sheet) -> None:
        """Begin with another file."""
        self._sheet = sheet
        self.choice.show_sheet(sheet)
        self.consent.setChecked(False)
        self.show_verdicts(())

    def show_verdicts(self, verdicts: tuple[Verdict, ...]) -> None:
        """Show what becomes of each row."""
        self._verdicts = verdicts
        self._columns = self.choice.columns()
        self._show()

    def coming_in(self) -> int:
        """How many customers would come in."""
        return sum(isinstance(one, Ready) for one in self._verdicts)

    def set_busy(self, busy: bool) -> None:
        """Change nothing while the rows are worked on."""
        self._busy = busy
        self.choice.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self._show_way_in()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self) -> None:
        known = sum(isinstance(one, Known) for one in self._verdicts)
        twice = sum(isinstance(one, Twice) for one in self._verdicts)
        refused = sum(isinstance(one, Refused) for one in self._verdicts)
        chips = [Chip(self.tr("Come in: {count}").format(count=group_digits(self.coming_in())), Tone.BRAND)]
        for count, words, tone in (
            (known, self.tr("Members already: {count}"), Tone.PLAIN),
            (twice, self.tr("Twice in the list: {count}"), Tone.PLAIN),
            (refused, self.tr("Stay out: {count}"), Tone.RED),
        ):
            if count:
                chips.append(Chip(words.format(count=group_digits(count)), tone))
        self.counts.set_widgets(*chips)
        self._show_from_start()
        self._show_way_in()

    def _show_from_start(self) -> None:
        rows = () if self._sheet is None else self._sheet.rows
        together = zip(rows, self._verdicts, strict=False)
        wanted = self.only_problems.isChecked()
        self._shown = [(row, one) for row, one in together if not wanted or is_problem(one)]
        self._first = 0
        self._show_rows()

    def _show_rows(self) -> None:
        kinds = [kind for kind in _SHOWN if kind in self._columns]
        names = {kind: self.choice.boxes[kind].accessibleName() for kind in kinds}
        columns = [
            Column(self.tr("Row"), figures=True),
            *(Column(names[kind], figures=kind in (Kind.PHONE, Kind.POINTS)) for kind in kinds),
            Column(self.tr("What becomes of it"), wide=True),
        ]
        page = self._shown[self._first : self._first + _ROWS_AT_ONCE]
        self.table.set_rows(
            columns,
            [
                (
                    Cell(str(row.number), "quiet"),
                    *(Cell(row.cells[self._columns[kind]]) for kind in kinds),
                    Cell(verdict_text(verdict), verdict_tone(verdict), strong=True),
                )
                for row, verdict in page
            ],
        )
        self.table.setVisible(bool(page))
        self.earlier.setEnabled(self._first > 0)
        self.later.setEnabled(self._first + _ROWS_AT_ONCE < len(self._shown))
        self._pages.setVisible(len(self._shown) > _ROWS_AT_ONCE)
        words = self.tr("{first} – {last} of {count}")
        self._where.setText(
            words.format(
                first=group_digits(self._first + 1),
                last=group_digits(self._first + len(page)),
                count=group_digits(len(self._shown)),
            )
        )

    def _show_earlier(self) -> None:
        self._first = max(0, self._first - _ROWS_AT_ONCE)
        self._show_rows()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_later(self) -> None:
        self._first += _ROWS_AT_ONCE
        self._show_rows()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way_in(self) -> None:
        count = self.coming_in()
        self._in.setVisible(bool(self._verdicts))
        self.consent.setVisible(count > 0)
        self.take_in.setEnabled(count > 0 and self.consent.isChecked() and not self._busy)
        if count:
            self.take_in.setText(self.tr("Take in %Ln customer(s)", "", count))
        else:
            self.take_in.setText(self.tr("Nobody comes in – check the columns above"))

    def _retranslate(self) -> None:
        self._rows.set_title(self.tr("What becomes of each row"))
        self.only_problems.setText(self.tr("Only rows to look at"))
        self.table.setAccessibleName(self.tr("What becomes of each row"))
        self.earlier.setText(self.tr("Earlier rows"))
        self.later.setText(self.tr("Later rows"))
        self.consent.setText(list_wording())
        self.back.setText(self.tr("Another file"))
        self._show()
