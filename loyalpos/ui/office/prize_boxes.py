"""The prizes of a draw inside its sentence: how many of what, one after the other."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.side_programs import Prize
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.side_boxes import name_box, number_box
from loyalpos.ui.office.word_boxes import text_of
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["PrizeBox", "PrizeBoxes"]


class PrizeBox:
    """The boxes of one prize."""

    def __init__(self, prize: Prize) -> None:
        self.prize = prize
        self.name = name_box(prize.name)
        self.count = number_box(Number.WHOLE, prize.count)
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)

    def read(self) -> Prize:
        """Give the prize as typed."""
        return replace(self.prize, name=text_of(self.name, self.prize.name), count=self.count.value() or 0)


class PrizeBoxes(WrapRow):
    """The prizes in the owner's order, and a button for one more.

    Signals:
        changed(): A person changed something.
    """

    changed = Signal()

    def __init__(self, prizes: tuple[Prize, ...]) -> None:
        self._boxes: list[PrizeBox] = []
        self.add = ActionButton("", look=Look.QUIET, icon="add", tight=True)
        super().__init__(self.add)
        for prize in prizes:
            self._append(prize)
        self.add.clicked.connect(self._add)
        self._arrange()

    def boxes(self) -> tuple[PrizeBox, ...]:
        """The prizes as they stand."""
        return tuple(self._boxes)

    def in_words(self) -> str:
        """The prizes as a person would write them."""
        return ", ".join(f"{box.name.text().strip() or '…'} × {box.count.text()}" for box in self._boxes)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add.setText(self.tr("Add a prize"))
        for box in self._boxes:
            box.name.setAccessibleName(self.tr("Prize"))
            box.name.setPlaceholderText(self.tr("prize"))
            box.count.setAccessibleName(self.tr("How many of it"))
            box.count.set_unit("×")
            box.remove.setText(self.tr("Remove the prize"))

    def _add(self) -> None:
        box = self._append(Prize(""))
        self._arrange()
        self.retranslate()
        box.name.setFocus()
        self.changed.emit()

    def _append(self, prize: Prize) -> PrizeBox:
        box = PrizeBox(prize)
        box.name.changed.connect(self.changed)
        box.count.changed.connect(self.changed)
        box.remove.clicked.connect(partial(self._remove, box))
        self._boxes.append(box)
        return box

    def _remove(self, box: PrizeBox) -> None:
        self._boxes.remove(box)
        self._arrange()
        self.add.setFocus()
        self.changed.emit()

    def _arrange(self) -> None:
        parts: list[QWidget] = [part for box in self._boxes for part in (box.count, box.name, box.remove)]
        self.set_widgets(*parts, self.add)
        for before, after in pairwise((*parts, self.add)):
            QWidget.setTabOrder(before, after)
