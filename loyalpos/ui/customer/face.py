"""What every face of the customers' screen has in common: rows that share their room by parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from loyalpos.ui.customer.pieces import Bar, Ground, Mark, Says
from loyalpos.ui.widgets.translated import Translated

__all__ = ["Face", "across", "down", "turn"]

_EDGE, _SLIM, _GAP = 36, 14, 18


class Face(Translated, QWidget):
    """One thing the screen says; subclasses build it, and say it in ``retranslate``."""

    def __init__(self) -> None:
        super().__init__()
        self._unit = 1.0

    def retranslate(self) -> None:
        """Say what is shown in the language of the moment."""
        raise NotImplementedError

    def turn(self, *, upright: bool) -> None:
        """Stand for a screen that is higher than wide, or the other way round."""

    def take_size(self, width: int, height: int) -> None:
        """Give every piece the size that goes with the screen's."""
        upright = height > width
        # The smaller side counts in both: a word must not be larger than its line.
        unit = min(width / 768, height / 1366) if upright else min(width / 1366, height / 768)
        self._unit = unit
        self.turn(upright=upright)
        for piece in self.findChildren(QWidget):
            if isinstance(piece, Says | Ground | Mark | Bar):
                piece.set_unit(unit)
        for layout in self.findChildren(QBoxLayout):
            side = round(_EDGE * unit) if layout.property("framed") else 0
            above = round(_SLIM * unit) if layout.property("slim") else side
            layout.setContentsMargins(side, above, side, above)
            layout.setSpacing(0 if layout.property("tight") else round(_GAP * unit))

    def sizeHint(self) -> QSize:
        """No wish of its own."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """As little."""
        return QSize(1, 1)


Part = tuple[QWidget | QLayout | None, int]
"""A piece and how much of the room is its; with 0 it takes what it needs, and None is empty room."""


def down(
    parts: Sequence[Part],
    within: QWidget | None = None,
    *,
    framed: bool = False,
    slim: bool = False,
    tight: bool = False,
) -> QVBoxLayout:
    """Put pieces under each other.

    Args:
        framed: With room around them.
        slim: With little of it above and below.
        tight: With none between them.
    """
    column = QVBoxLayout() if within is None else QVBoxLayout(within)
    _fill(column, parts, framed=framed, slim=slim, tight=tight)
    return column


def across(
    parts: Sequence[Part],
    within: QWidget | None = None,
    *,
    framed: bool = False,
    slim: bool = False,
    tight: bool = False,
) -> QHBoxLayout:
    """Put pieces beside each other; as ``down`` does."""
    row = QHBoxLayout() if within is None else QHBoxLayout(within)
    _fill(row, parts, framed=framed, slim=slim, tight=tight)
    return row


def turn(layout: QBoxLayout, *, upright: bool, parts: Sequence[int]) -> None:
    """Let a row become a column on a screen that is higher than wide, with other parts of the room."""
    directions = QBoxLayout.Direction
    layout.setDirection(directions.TopToBottom if upright else directions.LeftToRight)
    for at, part in enumerate(parts):
        layout.setStretch(at, part)


def _fill(layout: QBoxLayout, parts: Sequence[Part], **kept: bool) -> None:
    for name, is_so in kept.items():
        layout.setProperty(name, is_so)
    layout.setContentsMargins(0, 0, 0, 0)
    for piece, part in parts:
        match piece:
            case None:
                layout.addStretch(part)
            case QLayout():
                layout.addLayout(piece, part)
            case _:
                layout.addWidget(piece, part)
