"""A card on the screen, front and back, as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyalpos.errors import TemplateUnsound
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["CardPreview"]

_LIFE_SIZE = QSize(324, 204)
_MOST_PERCENT = 130
_SMALLEST_WIDTH = 200


class CardPreview(QWidget, Themed):
    """Both sides of a card side by side, or one above the other where the place is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: CardFace | None = None
        self._drawn: tuple[tuple[object, float], tuple[QImage | None, QImage | None]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_face(self, face: CardFace | None, name: str) -> None:
        """Show a card, or nothing; ``name`` is what a screen reader says."""
        self._face = face
        self.setAccessibleName(name)
        self.setVisible(face is not None)
        self.update()

    def follow_theme(self) -> None:
        """Take the new ground."""
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Cards keep their shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall both sides are in a width."""
        size, beside = self._placing(width)
        return size.height() if beside else 2 * size.height() + theme().space

    def sizeHint(self) -> QSize:
        """Both sides in life size."""
        return QSize(2 * _LIFE_SIZE.width() + theme().space, _LIFE_SIZE.height())

    def minimumSizeHint(self) -> QSize:
        """One side, still readable."""
        return QSize(_SMALLEST_WIDTH, _LIFE_SIZE.height() * _SMALLEST_WIDTH // _LIFE_SIZE.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint front and back, with an edge so that white shows on white."""
        if self._face is None:
            return
        painter = QPainter(self)
        size, beside = self._placing(self.width())
        step = QPoint(size.width() + theme().space, 0) if beside else QPoint(0, size.height() + theme().space)
        corner = size.width() * 318 // 8560
        for number, image in enumerate(self._images(self._face, size)):
            place = QRect(step * number, size)
            if image is not None:
                painter.drawImage(place, image)
            paint_rounded(painter, place, corner, edge="line")

    def _placing(self, width: int) -> tuple[QSize, bool]:
        """Give the size of one side, and whether both stand beside each other."""
        beside = width >= 2 * _SMALLEST_WIDTH + theme().space
        each = (width - theme().space) // 2 if beside else width
        each = max(1, min(each, _LIFE_SIZE.width() * _MOST_PERCENT // 100))
        return QSize(each, each * _LIFE_SIZE.height() // _LIFE_SIZE.width()), beside

    def _images(self, face: CardFace, size: QSize) -> tuple[QImage | None, QImage | None]:
        scale = size.width() * self.devicePixelRatioF() / _LIFE_SIZE.width()
        if self._drawn is None or self._drawn[0] != (face, scale):
            self._drawn = ((face, scale), _sides_of(face, scale))
        return self._drawn[1]


def _sides_of(face: CardFace, scale: float) -> tuple[QImage | None, QImage | None]:
    """Draw both sides; where the template is damaged the frame stays empty, and printing says why."""
    from loyalpos.printing.card_templates import card_template  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.image import card_preview  # noqa: PLC0415 - as said

    try:
        # Before a painter is at work, which does not bear being left.
        card_template(face.design.template)
        return card_preview(face, scale), card_preview(face, scale, "back")
    except TemplateUnsound:
        return None, None
