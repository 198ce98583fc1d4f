"""A column of panels that scrolls only where its words, wrapped at its width, need more height."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.theme import theme

__all__ = ["Bar", "Column", "scrolled", "show_whole"]


class Column(QWidget):
    """Panels under each other, as tall as they are at the width they get."""

    def __init__(self, *panels: QWidget) -> None:
        super().__init__()
        self.parts = QVBoxLayout(self)
        self.parts.setContentsMargins(0, 0, 0, 0)
        for panel in panels:
            self.parts.addWidget(panel)

    def minimumSizeHint(self) -> QSize:
        """Ask for width only: Qt would take the height that wrapped words have at their narrowest."""
        return QSize(super().minimumSizeHint().width(), 0)


def scrolled(*panels: QWidget) -> tuple[ScrollArea, Column]:
    """Put panels into a column that scrolls."""
    column = Column(*panels)
    return ScrollArea(column), column


def show_whole(control: QWidget) -> None:
    """Scroll the column a control stands in until it can be seen."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, ScrollArea) and isinstance(above.widget(), Column):
            above.ensureWidgetVisible(control, 0, theme().space)
            return
        above = above.parentWidget()


class Bar(QWidget):
    """The band along the top of a window, on the ground of cards."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), theme().colour("card"))
