"""A list before it comes in: a verdict for every row, how many come in, and the owner's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.customer_list import ListRow
from loyalpos.engine.money import group_digits
from loyalpos.services.list_sheet import Sheet
from loyalpos.ui.office.column_choice import ColumnChoice
from loyalpos.ui.office.rows_left_out import LeftOut
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Tick
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["RowReview"]

K = TypeVar("K", bound=StrEnum)
V = TypeVar("V")

_ROWS_AT_ONCE = 50
"""So many rows are shown at a time: a list may have 200,000."""


class RowReview(Translated, QWidget, Themed, Generic[K, V]):
    """Columns, rows with verdicts, and the way in; what the rows are is written by a subclass.

    Signals:
        columns_changed(): Other columns were chosen; the rows are to be judged again.
        take_in_wanted(): The owner wants the rows in.
        left(): Back to choosing a file.
    """

    columns_changed = Signal()
    take_in_wanted = Signal()
    left = Signal()

    shown_columns: Sequence[K] = ()
    """Enough to know the row again; the rest of the width is for what becomes of it."""

    figure_columns: Sequence[K] = ()

    def __init__(self, choice: ColumnChoice[K], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._verdicts: tuple[V, ...] = ()
        self._columns: Mapping[K, int] = {}
        self._shown: list[tuple[ListRow, V]] = []
        self._first = 0
        self._busy = False
        self.choice = choice
        self._rows = Panel(" ")
        self.counts = WrapRow()
        self.only_problems = Tick("")
        self.table = Table("", all_rows=True)
        self.verdict_line = Words("", "base", wrap=True)
        self.save_rows = ActionButton("")
        self.earlier = ActionButton("")
        self.later = ActionButton("")
        self._where = Words("", "base", "quiet")
        self._pages = WrapRow(self.earlier, self.later, self._where)
        looking = WrapRow(self.only_problems, self.save_rows)
        for part in (looking, self.table, self.verdict_line, self._pages):
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
        self.table.selectionModel().currentRowChanged.connect(self._say_verdict)
        self.earlier.clicked.connect(self._show_earlier)
        self.later.clicked.connect(self._show_later)
        self.consent.toggled.connect(self._show_way_in)
        self.take_in.clicked.connect(self.take_in_wanted)
        self.back.clicked.connect(self.left)
        self.retranslate()
        self.follow_theme()

    def show_sheet(self, sheet: Sheet) -> None:
        """Begin with another file."""
        self._sheet = sheet
        self.choice.show_sheet(sheet)
        self.consent.setChecked(False)
        self.show_verdicts(())

    def show_verdicts(self, verdicts: tuple[V, ...]) -> None:
        """Show what becomes of each row."""
        self._verdicts = verdicts
        self._columns = self.choice.columns()
        self._show()

    def coming_in(self) -> int:
        """How many rows would come in."""
        return sum(self.comes_in(one) for one in self._verdicts)

    def comes_in(self, verdict: V) -> bool:
        """Tell whether a row comes in."""
        raise NotImplementedError

    def stays_out(self, verdict: V) -> bool:
        """Tell whether a row is of no use as it stands."""
        return not self.comes_in(verdict)

    def headings(self) -> Sequence[str]:
        """Give the headings of the list; where a column has none, what it was taken for."""
        names = {at: self.choice.boxes[kind].accessibleName() for kind, at in self._columns.items()}
        found = () if self._sheet is None else self._sheet.headings
        return [heading or names.get(at, "") for at, heading in enumerate(found)]

    def left_out(self) -> Sequence[LeftOut]:
        """Give the rows that stay out, and why."""
        rows = () if self._sheet is None else self._sheet.rows
        return [
            (row, partial(self._said_of, one))
            for row, one in zip(rows, self._verdicts, strict=False)
            if self.stays_out(one)
        ]

    def is_problem(self, verdict: V) -> bool:
        """Tell whether the owner may want to look at a row."""
        raise NotImplementedError

    def outcome(self, verdict: V) -> Cell:
        """Say what becomes of a row."""
        raise NotImplementedError

    def chips(self, verdicts: tuple[V, ...]) -> list[Chip]:
        """Count the rows of each sort."""
        raise NotImplementedError

    def vouched(self) -> str:
        """Give the sentence the owner must tick first, or nothing where there is none."""
        return ""

    def way_in(self, count: int) -> str:
        """Name the button that takes so many rows in; 0 says why it cannot."""
        raise NotImplementedError

    def begin(self) -> None:
        """Go to what the owner does next, unless they are at the columns or rows already."""
        if self.isAncestorOf(self.window().focusWidget()):
            return
        ways = (self.consent, self.take_in, self.back)
        way = next(way for way in ways if not way.isHidden() and way.isEnabled())
        way.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Change nothing while the rows are worked on."""
        self._busy = busy
        self.choice.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.save_rows.setEnabled(not busy)
        self._show_way_in()

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def _show(self) -> None:
        self.counts.set_widgets(*self.chips(self._verdicts))
        self.save_rows.setVisible(any(map(self.stays_out, self._verdicts)))
        self._show_from_start()
        self._show_way_in()

    def _said_of(self, verdict: V) -> str:
        return self.outcome(verdict).text

    def _show_from_start(self) -> None:
        rows = () if self._sheet is None else self._sheet.rows
        together = zip(rows, self._verdicts, strict=False)
        wanted = self.only_problems.isChecked()
        self._shown = [(row, one) for row, one in together if not wanted or self.is_problem(one)]
        self._first = 0
        self._show_rows()

    def _show_rows(self) -> None:
        kinds = [kind for kind in self.shown_columns if kind in self._columns]
        names = {kind: self.choice.boxes[kind].accessibleName() for kind in kinds}
        columns = [
            Column(self.tr("Row"), figures=True),
            *(Column(names[kind], figures=kind in self.figure_columns) for kind in kinds),
            Column(self.tr("What becomes of it"), wide=True),
        ]
        page = self._shown[self._first : self._first + _ROWS_AT_ONCE]
        self.table.set_rows(
            columns,
            [
                (
                    Cell(str(row.number), "quiet"),
                    *(Cell(row.cells[self._columns[kind]]) for kind in kinds),
                    self.outcome(verdict),
                )
                for row, verdict in page
            ],
        )
        self.table.setVisible(bool(page))
        self._say_verdict()
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

    def _say_verdict(self) -> None:
        """Say all that becomes of the row one stands at: its cell may have no room for it."""
        at = self._first + self.table.currentIndex().row()
        stands = self.table.currentIndex().isValid() and at < len(self._shown)
        self.verdict_line.setVisible(stands)
        if stands:
            row, verdict = self._shown[at]
            words = self.tr("Row {number}: {outcome}")
            said = words.format(number=group_digits(row.number), outcome=self.outcome(verdict).text)
            self.verdict_line.setText(said)

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
        must_vouch = bool(self.vouched())
        self._in.setVisible(bool(self._verdicts))
        self.consent.setVisible(count > 0 and must_vouch)
        vouched = self.consent.isChecked() or not must_vouch
        self.take_in.setEnabled(count > 0 and vouched and not self._busy)
        self.take_in.setText(self.way_in(count))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._rows.set_title(self.tr("What becomes of each row"))
        self.only_problems.setText(self.tr("Only rows to look at"))
        self.table.setAccessibleName(self.tr("What becomes of each row"))
        self.save_rows.setText(self.tr("Save the rows that do not come in…"))
        self.earlier.setText(self.tr("Earlier rows"))
        self.later.setText(self.tr("Later rows"))
        self.consent.setText(self.vouched())
        self.back.setText(self.tr("Another file"))
        self._show()
