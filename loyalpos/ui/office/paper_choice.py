"""Which paper cards are printed on: the layouts that come with the program and the owner's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from loyalpos.ui.language import screen_language
from loyalpos.ui.widgets.choices import Combo
from loyalpos.ui.widgets.fields import Field
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.errors import LayoutUnsound
    from loyalpos.printing.layouts import SheetLayout, Shelf

__all__ = ["PaperChoice"]

_AT_FIRST = "a4"


class PaperChoice(Translated, Field):
    """A drop-down of layouts, and under it which of the owner's files cannot be used and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.choice = Combo("")
        super().__init__("", self.choice, parent)
        self._layouts: Mapping[str, SheetLayout] = {}
        self._unsound: tuple[LayoutUnsound, ...] = ()
        self.retranslate()

    def show_shelf(self, shelf: Shelf) -> None:
        """Offer these layouts; the one that was chosen stays so."""
        self._unsound = shelf.unsound
        if dict(shelf.layouts) != self._layouts:
            self._layouts = dict(shelf.layouts)
            self._fill()
        self._say_unsound()

    def layout_chosen(self) -> SheetLayout | str:
        """Give the chosen layout; before there are any, the name of the usual one."""
        name = self.choice.currentData()
        return self._layouts.get(name, _AT_FIRST)

    def _fill(self) -> None:
        chosen = self.choice.currentData() or _AT_FIRST
        self.choice.clear()
        for name, layout in self._layouts.items():
            self.choice.addItem(layout.title.said_in(screen_language()), name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    def _say_unsound(self) -> None:
        self.show_error("\n".join(sentence(error) for error in self._unsound))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_label(self.tr("Paper"))
        self._fill()
        self._say_unsound()
