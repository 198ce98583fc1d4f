"""What members pay for items, inside the sentence of a membership: which item, and for how much."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.side_programs import MemberPrice
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.sentence import Piece
from loyalpos.ui.office.side_boxes import name_box, number_box
from loyalpos.ui.office.word_boxes import text_of
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["PriceBox", "PriceBoxes"]


class PriceBox:
    """The boxes of one price."""

    def __init__(self, price: MemberPrice) -> None:
        self.price = price
        self.item = name_box(price.item)
        self.price_vnd = number_box(Number.VND, price.price_vnd)
        self.called = Piece("", "quiet")
        self.called.setProperty("data", True)  # noqa: FBT003 - Qt's own
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)

    def show_name(self, names: Mapping[str, str]) -> None:
        """Say what the item is called whose code is typed."""
        name = names.get(self.item.text().strip(), "")
        self.called.setText(f"({name})" if name else "")
        self.called.setVisible(bool(name))

    def in_words(self) -> str:
        """The price as a person would write it: by the item's name, where it is known."""
        named = self.called.text()[1:-1] or self.item.text().strip() or "…"
        return f"{named} {self.price_vnd.in_words()}"

    def read(self) -> MemberPrice:
        """Give the price as typed."""
        item = text_of(self.item, self.price.item)
        return replace(self.price, item=item, price_vnd=self.price_vnd.value() or 0)


class PriceBoxes(WrapRow):
    """The prices in the owner's order, and a button for one more.

    Signals:
        changed(): A person changed something.
    """

    changed = Signal()

    def __init__(self, prices: tuple[MemberPrice, ...]) -> None:
        self._boxes: list[PriceBox] = []
        self._names: Mapping[str, str] = {}
        self.add = ActionButton("", look=Look.QUIET, icon="add", tight=True)
        super().__init__(self.add)
        for price in prices:
            self._append(price)
        self.add.clicked.connect(self._add)
        self._arrange()

    def boxes(self) -> tuple[PriceBox, ...]:
        """The prices as they stand."""
        return tuple(self._boxes)

    def in_words(self) -> str:
        """The prices as a person would write them; a dash where there are none."""
        return ", ".join(box.in_words() for box in self._boxes) or "–"

    def know_items(self, names: Mapping[str, str]) -> None:
        """Learn what items are called, by their codes."""
        self._names = names
        for box in self._boxes:
            box.show_name(names)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add.setText(self.tr("Add an item"))
        for box in self._boxes:
            box.item.setAccessibleName(self.tr("Item code"))
            box.item.setPlaceholderText(self.tr("item code"))
            box.price_vnd.setAccessibleName(self.tr("What a member pays for one"))
            box.remove.setText(self.tr("Remove the price"))

    def _add(self) -> None:
        box = self._append(MemberPrice("", 0))
        self._arrange()
        self.retranslate()
        box.item.setFocus()
        self.changed.emit()

    def _append(self, price: MemberPrice) -> PriceBox:
        box = PriceBox(price)
        box.show_name(self._names)
        box.item.changed.connect(lambda: box.show_name(self._names))
        box.item.changed.connect(self.changed)
        box.price_vnd.changed.connect(self.changed)
        box.remove.clicked.connect(partial(self._remove, box))
        self._boxes.append(box)
        return box

    def _remove(self, box: PriceBox) -> None:
        self._boxes.remove(box)
        self._arrange()
        self.add.setFocus()
        self.changed.emit()

    def _arrange(self) -> None:
        parts: list[QWidget] = [
            part for box in self._boxes for part in (box.item, box.called, box.price_vnd, box.remove)
        ]
        self.set_widgets(*parts, self.add)
        entered = [part for part in parts if not isinstance(part, Piece)]
        for before, after in pairwise((*entered, self.add)):
            QWidget.setTabOrder(before, after)
        for box in self._boxes:
            # Put into the row it was shown.
            box.show_name(self._names)
