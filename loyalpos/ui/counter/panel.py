"""What every panel of the counter shares: its words follow the language, its sizes the theme."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = [
    "CounterPanel",
    "as_data",
    "is_large",
    "shortened",
    "show_place",
    "show_places",
    "stacked_when_large",
]

LONGEST_SHOWN = 60
_LONGEST_WORD = 16
_LONGEST_PIECE = 8
_BREAK_HERE = "\u200b"  # a space of no width: breaks lines and is not seen

W = TypeVar("W", bound=QWidget)


def as_data(widget: W, *, is_data: bool = True) -> W:
    """Mark a widget as showing what people typed or what was counted, not words of the catalogue."""
    widget.setProperty("data", is_data)
    return widget


def shortened(text: str, most: int = LONGEST_SHOWN) -> str:
    """Cut a text that would burst its place, and let words longer than any line break anywhere."""
    cut = " ".join(text[: 4 * most].split())
    cut = cut if len(cut) <= most else cut[: most - 1].rstrip() + "…"
    return " ".join(_breakable(word) for word in cut.split(" "))


def _breakable(word: str) -> str:
    pieces = (word[start : start + _LONGEST_PIECE] for start in range(0, len(word), _LONGEST_PIECE))
    return _BREAK_HERE.join(pieces) if len(word) > _LONGEST_WORD else word


_LARGE_PERCENT = 125


def is_large() -> bool:
    """Tell whether the text is so large that not everything can be in sight at once."""
    return theme().scale_percent > _LARGE_PERCENT


def stacked_when_large(pair: QBoxLayout) -> None:
    """Put neighbours under each other where the text is so large that both would be cut."""
    pair.setDirection(QBoxLayout.Direction.TopToBottom if is_large() else QBoxLayout.Direction.LeftToRight)


def show_place(control: QWidget, place: QRect) -> None:
    """Scroll what a control stands in until a part of it can be seen.

    Args:
        place: The part, in the control's own pixels.
    """
    above = control.parentWidget()
    while above is not None and not isinstance(above, ScrollArea):
        above = above.parentWidget()
    whole = above.widget() if isinstance(above, ScrollArea) else None
    if isinstance(above, ScrollArea) and whole is not None:
        for corner in (place.bottomRight(), place.topLeft()):
            seen = control.mapTo(whole, corner)
            above.ensureVisible(seen.x(), seen.y(), 0, theme().gap)


def show_places(*controls: QWidget) -> None:
    """Scroll until controls can be seen; where not all can be, the last ones."""
    for control in controls:
        show_place(control, control.rect())


class CounterPanel(Translated, QWidget, Themed):
    """A part of the counter; subclasses write their words in ``retranslate`` and build before it."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compact = compact
        self._is_writing = False
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(0)

    def say_writing(self) -> None:
        """Say at the button that was pressed that the disk is still at it."""
        self._is_writing = True
        self.retranslate()

    def say_written(self) -> None:
        """Say again what the buttons do."""
        if self._is_writing:
            self._is_writing = False
            self.retranslate()

    def action_text(self, words: str) -> str:
        """Give the words of a button that writes, or those that stand on it while it does."""
        return QCoreApplication.translate("Counter", "Writing…") if self._is_writing else words

    def follow_theme(self) -> None:
        """Take sizes from the theme."""
        self._take_sizes()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        raise NotImplementedError

    def _take_sizes(self) -> None:
        """Give layouts the theme's spacing; nothing where the widgets do it themselves."""
