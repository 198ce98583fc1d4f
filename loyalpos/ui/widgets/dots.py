"""A printer's picture on the screen: its dots as they are, or smaller where the place is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["DotPicture"]

_LEAST_PERCENT = 40


class DotPicture(QWidget, Themed):
    """White paper with a picture on it, one pixel of the screen for each dot at the most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def image(self) -> QImage:
        """What it shows."""
        return self._image

    def show_image(self, image: QImage, name: str) -> None:
        """Show a picture; ``name`` is what a screen reader says."""
        self._image = image
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def follow_theme(self) -> None:
        """Take the new ground."""
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The paper keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall the paper is in a width."""
        return self._place(width).bottom() + 1

    def sizeHint(self) -> QSize:
        """Every dot."""
        paper = self._paper()
        return QSize(paper.width() + 2, paper.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self._paper().width() * _LEAST_PERCENT // 100, theme().target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper with an edge, so that white shows on white."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        place = self._place(self.width())
        painter.fillRect(place, Qt.GlobalColor.white)
        if place.size() != self._paper():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        paint_rounded(painter, place.adjusted(-1, -1, 1, 1), 2, edge="line")

    def _paper(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self._image.width() / ratio), round(self._image.height() / ratio))

    def _place(self, width: int) -> QRect:
        paper = self._paper()
        across = max(1, min(paper.width(), width - 2))
        down = paper.height() * across // max(1, paper.width())
        return QRect(1, 1, across, down)
