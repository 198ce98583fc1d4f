"""A drop-down whose rows have names that outlive the language they are shown in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from loyalpos.ui.widgets.choices import Combo

__all__ = ["AddBox", "ChoiceBox"]


class ChoiceBox(Combo):
    """A drop-down choice by name.

    Signals:
        chosen(str): A person chose the row of that name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._names: tuple[str, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._tell)
        self.currentIndexChanged.connect(self.updateGeometry)

    def offer(self, rows: Sequence[tuple[str, str]]) -> None:
        """List the rows as (name, words); what is chosen stays if it is still there."""
        present = self.choice()
        self._names = tuple(name for name, _ in rows)
        self.clear()
        self.addItems([words for _, words in rows])
        self.choose(present)

    def choice(self) -> str:
        """The name of the chosen row, empty if there is none."""
        at = self.currentIndex()
        return self._names[at] if 0 <= at < len(self._names) else ""

    def choose(self, name: str) -> None:
        """Choose a row without a signal; an unknown name leaves the first."""
        if self._names:
            self.setCurrentIndex(self._names.index(name) if name in self._names else 0)

    def in_words(self) -> str:
        """The words of the chosen row."""
        return self.currentText()

    def name_at(self, at: int) -> str:
        """The name of a row."""
        return self._names[at]

    def sizeHint(self) -> QSize:
        """As wide as the row that is chosen, as a word of a sentence is."""
        # Measured before the sheet has given it its padding, it would stay too narrow for its words.
        self.ensurePolished()
        return QSize(self.width_of(self.currentText()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same: a word is never cut."""
        return self.sizeHint()

    def showPopup(self) -> None:  # noqa: N802
        """List the rows as wide as the widest of them."""
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()

    def _tell(self, at: int) -> None:
        self.chosen.emit(self._names[at])


_OPENING: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4}
)


class AddBox(ChoiceBox):
    """A drop-down that adds what is chosen, so that no key but in the open list may choose."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, and leave every other key to the window."""
        if event.key() in _OPENING:
            self.showPopup()
        else:
            event.ignore()
