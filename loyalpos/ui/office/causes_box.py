"""What good causes were given: the public total, and the line for the wall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits, vnd
from loyalpos.services.sides import CauseLine
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["CausesBox"]


class CausesBox(Translated, Panel):
    """A row for each cause; without any it takes no room.

    Signals:
        poster_wanted(): The total is to be written for the wall.
        copy_wanted(): The line for the wall is to be copied.
    """

    poster_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._lines: tuple[CauseLine, ...] = ()
        self._points_name = ""
        self.table = Table("", all_rows=True)
        self.line = Words("", "base", wrap=True)
        self.copy = ActionButton("")
        self.poster = ActionButton("", icon="printer")
        for part in (self.table, self.line, WrapRow(self.copy, self.poster)):
            self.body.addWidget(part)
        self.copy.clicked.connect(self.copy_wanted)
        self.poster.clicked.connect(self.poster_wanted)
        self.retranslate()

    def show_causes(self, lines: tuple[CauseLine, ...], points_name: str, words: str) -> None:
        """Show what each was given.

        Args:
            words: The lines for the wall.
        """
        self._lines = lines
        self._points_name = points_name
        self.line.setText(words)
        self._show()

    def set_busy(self, *, busy: bool) -> None:
        """Write no second poster meanwhile."""
        self.poster.setEnabled(not busy)

    def _show(self) -> None:
        self.setVisible(bool(self._lines))
        columns = (
            Column(self.tr("Cause"), wide=True),
            Column(self.tr("Times"), figures=True),
            Column(self.tr("Given in {points}").format(points=self._points_name), figures=True),
            Column(self.tr("Of bills"), figures=True),
            Column(self.tr("Worth"), figures=True),
            Column(self.tr("This month"), figures=True),
        )
        rows = [
            (
                Cell(one.total.cause.name, strong=True),
                Cell(group_digits(one.total.times)),
                Cell(group_digits(one.total.points)),
                Cell(vnd(one.total.share_vnd)),
                Cell(vnd(one.total.value_vnd), "brand", strong=True),
                Cell(vnd(one.month.value_vnd), "quiet"),
            )
            for one in self._lines
        ]
        self.table.set_rows(columns, rows)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Good causes"))
        self.table.setAccessibleName(self.tr("Good causes"))
        self.copy.setText(self.tr("Copy the line"))
        self.poster.setText(self.tr("Save the poster"))
        self._show()
