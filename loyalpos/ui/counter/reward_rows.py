"""The rewards to choose from, each with a number of its own that nothing typed can move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from loyalpos.ui.widgets.rows import Row, RowList

__all__ = ["RewardRows"]

_HIGHEST_NUMBER = 9


class RewardRows(RowList):
    """Rows whose place is their number, also where they cannot be taken just now.

    A cashier learns "2 is the coffee" by heart: the number must not depend on what is typed.

    Signals:
        denied(int): The row, from 0, that was asked for and cannot be taken.
    """

    denied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", numbered=True, parent=parent)
        self._best: int | None = None
        self._pictures: dict[int, QImage] = {}

    def set_rewards(self, rows: Sequence[Row], best: int | None) -> None:
        """Show other rewards; what was current stays so by its place.

        Args:
            best: The row that ``enter`` leads to.
        """
        at = self.currentIndex().row()
        self._best = best
        self.set_rows(rows)
        if self.hasFocus() and 0 <= at < self.count() and self.row(at).enabled:
            self.setCurrentIndex(self.model().index(at, 0))

    def show_pictures(self, pictures: dict[int, QImage]) -> None:
        """Show pictures by the place of their row, from 0."""
        self._pictures = pictures
        self.viewport().update()

    def picture_of(self, at: int) -> QImage | None:
        """The picture of a reward."""
        return self._pictures.get(at)

    def has_pictures(self) -> bool:
        """Whether any reward has one."""
        return bool(self._pictures)

    def number_of(self, at: int) -> str:
        """The digit of a row: its place; empty beyond nine."""
        return str(at + 1) if at < _HIGHEST_NUMBER else ""

    def take_number(self, number: int) -> bool:
        """Choose by number, or say that it cannot be; False where no row has it."""
        if not 1 <= number <= min(self.count(), _HIGHEST_NUMBER):
            return False
        self._take(number - 1)
        return True

    def enter(self) -> bool:
        """Take the focus, on the best row if one can be taken at all; False if there are no rows."""
        if not self.count():
            return False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setCurrentIndex(QModelIndex() if self._best is None else self.model().index(self._best, 0))
        return True

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, at: int) -> None:
        if self.row(at).enabled:
            # What is marked is what was taken, not what F6 had offered.
            self.setCurrentIndex(self.model().index(at, 0))
            self.chosen.emit(at)
        else:
            self.denied.emit(at)
