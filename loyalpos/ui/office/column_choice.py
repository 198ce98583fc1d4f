"""Which column of the file holds what: guessed, shown with an example, changed by the owner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from loyalpos.services.list_sheet import Sheet
from loyalpos.ui.widgets.choices import Combo
from loyalpos.ui.widgets.fields import Field
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ColumnChoice"]

K = TypeVar("K", bound=StrEnum)

_EXAMPLE_LETTERS = 16
_LEAST_LETTERS = 8
_MOST_ACROSS = 3
_LEAST_WIDTH = 290
"""Logical pixels at 100 % text that a heading and its example need."""


class ColumnChoice(Translated, Panel, Generic[K]):
    """One drop-down for each thing a row can say; each offers the file's columns.

    Signals:
        changed(): Another column was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        columns: Iterable[K],
        guess: Callable[[Sequence[str]], Mapping[K, int]],
        name: Callable[[K], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(" ", parent=parent)
        self._sheet: Sheet | None = None
        self._guess = guess
        self._name = name
        self.boxes = {column: Combo("") for column in columns}
        self._fields = {column: Field("", box) for column, box in self.boxes.items()}
        self._grid = QGridLayout()
        self.body.addLayout(self._grid)
        self._across = 0
        for column, box in self.boxes.items():
            box.setMinimumContentsLength(_LEAST_LETTERS)
            box.currentIndexChanged.connect(partial(self._take, column))
        self.follow_theme()
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Offer a file's columns, and choose those that can be guessed."""
        self._sheet = sheet
        self._offer(self._guess(sheet.headings))

    def columns(self) -> Mapping[K, int]:
        """Where each chosen column lies."""
        return {
            column: place for column, box in self.boxes.items() if isinstance(place := box.currentData(), int)
        }

    def follow_theme(self) -> None:
        """Take the gaps."""
        super().follow_theme()
        # The base calls this from its constructor, before there is anything to arrange.
        if hasattr(self, "_across"):
            self._grid.setSpacing(theme().px(12))
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as can be read."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = max(1, min(_MOST_ACROSS, self.width() // theme().px(_LEAST_WIDTH)))
        if across == self._across:
            return
        self._across = across
        for at, field in enumerate(self._fields.values()):
            self._grid.addWidget(field, at // across, at % across)
        for at in range(_MOST_ACROSS):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def _offer(self, chosen: Mapping[K, int]) -> None:
        sheet = self._sheet
        for column, box in self.boxes.items():
            box.blockSignals(True)  # noqa: FBT003
            box.clear()
            box.addItem(self.tr("– not in the list –"), None)
            for place in range(0 if sheet is None else len(sheet.headings)):
                box.addItem(self._described(place), place)
            box.setCurrentIndex(max(0, box.findData(chosen.get(column, -1))))
            box.blockSignals(False)  # noqa: FBT003

    def _described(self, place: int) -> str:
        assert self._sheet is not None
        heading = self._sheet.headings[place].strip()
        example = next((row.cells[place] for row in self._sheet.rows if row.cells[place].strip()), "")
        example = example[:_EXAMPLE_LETTERS]
        number = self.tr("column {number}").format(number=place + 1)
        return f"{heading or number} ({example})" if example else heading or number

    def _take(self, column: K, _index: int) -> None:
        """Take a column from whoever had it: none can mean two things."""
        place = self.boxes[column].currentData()
        for other, box in self.boxes.items():
            if other is not column and place is not None and box.currentData() == place:
                box.blockSignals(True)  # noqa: FBT003
                box.setCurrentIndex(0)
                box.blockSignals(False)  # noqa: FBT003
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Which column is what?"))
        for column, field in self._fields.items():
            field.set_label(self._name(column))
        self._offer(self.columns())
