"""Two columns side by side, one above the other where the place is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["TwoColumns"]

_LEAST_WIDTH = 860
"""Logical pixels at 100 % text below which the columns stand one above the other."""


class TwoColumns(QWidget, Themed):
    """Panels added to either column, from above; spare height stays below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = QVBoxLayout()
        self._right = QVBoxLayout()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(self._left, 1)
        self._both.addLayout(self._right, 1)
        for column in (self._left, self._right):
            column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.follow_theme()

    def add_left(self, panel: QWidget) -> None:
        """Add a panel to the first column."""
        self._left.insertWidget(self._left.count() - 1, panel)

    def add_right(self, panel: QWidget) -> None:
        """Add a panel to the second column."""
        self._right.insertWidget(self._right.count() - 1, panel)

    def follow_theme(self) -> None:
        """Take the gaps, and stand as the width allows."""
        gap = theme().px(14)
        for layout in (self._both, self._left, self._right):
            layout.setSpacing(gap)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the new width allows."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= theme().px(_LEAST_WIDTH)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)
