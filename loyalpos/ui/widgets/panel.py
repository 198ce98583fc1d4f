"""The rounded card everything stands on, and the scroll area around a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Line", "Panel", "ScrollArea"]


class Line(QWidget, Themed):
    """A line between the rows of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(1)

    def follow_theme(self) -> None:
        """Take the line's colour."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one pixel."""
        QPainter(self).fillRect(self.rect(), theme().colour("line"))


class Panel(QWidget, Themed):
    """A rounded card; with a title it has a header row and a line under it.

    ``header`` takes what stands at the right of the title, ``body`` takes the content. With
    ``flush=True`` the body has no margins, for lists and rows that reach the card's edges.
    ``fill`` names the ground, e.g. ``"brand_soft"`` for what the member earns, ``padding`` the body's margins
    at the sides and above and below, at 100 % text, where they are not the usual ones.
    """

    def __init__(
        self,
        title: str = "",
        *,
        flush: bool = False,
        fill: str = "card",
        edge: str = "line",
        padding: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flush = flush
        self._fill = fill
        self._edge = edge
        self._padding = padding
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        self._head = QWidget(self)
        self.header = QHBoxLayout(self._head)
        self._title = Words(title, "strong", wrap=True)
        self.header.addWidget(self._title, 1)
        self._rule = Line(self)
        whole.addWidget(self._head)
        whole.addWidget(self._rule)
        self.body = QVBoxLayout()
        whole.addLayout(self.body, 1)
        self.set_title(title)
        self.follow_theme()

    def set_title(self, title: str) -> None:
        """Change the title; an empty one takes the header away."""
        self._title.setText(title)
        self._head.setVisible(bool(title))
        self._rule.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_row(self, row: QWidget | QLayout) -> None:
        """Add a row to a flush body, with a line above it unless it is the first."""
        look = theme()
        if self.body.count():
            self.body.addWidget(Line(self))
        framed = QVBoxLayout()
        framed.setContentsMargins(look.space, look.px(12), look.space, look.px(12))
        if isinstance(row, QWidget):
            framed.addWidget(row)
        else:
            framed.addLayout(row)
        self.body.addLayout(framed)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self.header.setContentsMargins(look.space, look.px(10), look.space, look.px(10))
        self.header.setSpacing(look.gap)
        usual = 0 if self._flush else look.space
        side, above = (usual, usual) if self._padding is None else map(look.px, self._padding)
        self.body.setContentsMargins(side, above, side, above)
        self.body.setSpacing(0 if self._flush else look.gap)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        paint_rounded(QPainter(self), self.rect(), theme().corner, fill=self._fill, edge=self._edge)


class ScrollArea(QScrollArea):
    """A frameless scroll area on the page's own ground, sideways only where nothing else helps."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
