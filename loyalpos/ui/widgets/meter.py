"""A thin bar that shows how far something has come; the words beside it say the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Meter"]


class Meter(QWidget, Themed):
    """So much of so much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has, self._of = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, has: int, of: int) -> None:
        """Fill it by ``has`` parts of ``of``."""
        self._has, self._of = max(0, min(has, of)), max(1, of)
        self.update()

    def follow_theme(self) -> None:
        """Take the new size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Thin, and as wide as there is room."""
        return QSize(theme().px(120), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and what is filled of it."""
        painter = QPainter(self)
        whole = self.rect()
        round_by = whole.height() // 2
        paint_rounded(painter, whole, round_by, fill="line")
        filled = whole.width() * self._has // self._of
        if filled:
            paint_rounded(
                painter, QRect(0, 0, max(filled, whole.height()), whole.height()), round_by, fill="amber"
            )
