"""A row of stamps: those that are there are ticked, those to come wear their number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["MOST_STAMPS", "StampRow"]

MOST_STAMPS = 20
"""So many can be told apart at a glance; more are said by their number alone."""

_A_LINE = 10


class StampRow(QWidget, Themed):
    """The stamps of one card, ten to a line."""

    def __init__(self, has: int, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has, self._size = has, size
        self.setAccessibleName(f"{has}/{size}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        """Take the new size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        side, gap = self._sizes()
        lines = -(-self._size // _A_LINE)
        across = min(self._size, _A_LINE)
        return QSize(across * (side + gap) - gap, lines * (side + gap) - gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each stamp."""
        painter = QPainter(self)
        side, gap = self._sizes()
        for at in range(self._size):
            line, place = divmod(at, _A_LINE)
            box = QRect(place * (side + gap), line * (side + gap), side, side)
            if at < self._has:
                self._paint_there(painter, box)
            else:
                self._paint_to_come(painter, box, at + 1)

    def _sizes(self) -> tuple[int, int]:
        return theme().px(22), theme().px(4)

    @staticmethod
    def _paint_there(painter: QPainter, box: QRect) -> None:
        look = theme()
        paint_rounded(painter, box, box.width() // 2, fill="brand")
        pen = QPen(look.colour("card"), look.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        side = box.width()
        tick = [(28, 52), (44, 68), (72, 34)]
        painter.drawPolyline(
            [QPointF(box.left() + side * x / 100, box.top() + side * y / 100) for x, y in tick]
        )

    def _paint_to_come(self, painter: QPainter, box: QRect, number: int) -> None:
        look = theme()
        # The last one brings the reward: its box is no circle.
        radius = look.px(6) if number == self._size else box.width() // 2
        paint_rounded(painter, box, radius, fill="paper", edge="quiet")
        painter.setFont(look.font("key"))
        painter.setPen(look.colour("quiet"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
