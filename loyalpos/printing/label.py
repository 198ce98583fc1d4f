"""A label to stick on whatever is there: the code, and beside it shop, name and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.qr import paint_qr
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["code_side", "paint_label"]

_EDGE = 100
_LARGEST_CODE = 3000
_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")


def code_side(width: int, height: int) -> int:
    """Give the side of a label's code with its quiet zone, all in units of 0.01 mm."""
    return min(width // 2, height - 2 * _EDGE, _LARGEST_CODE)


def paint_label(painter: QPainter, face: CardFace, width: int, height: int) -> None:
    """Paint a label in black on whatever it is printed on.

    Args:
        painter: One unit is 0.01 mm, the origin is the label's top left corner.
        face: Of it, the code, the member's name and the shop's.
        width: Of the label.
        height: Of the label.
    """
    side = code_side(width, height)
    code = QRectF(_EDGE, (height - side) / 2, side, side)
    paint_qr(painter, code, face.code)
    left = code.right() + _EDGE
    room = width - left - 2 * _EDGE
    large = min(330, height // 9)
    shop = write(
        painter,
        QRectF(left, code.top() + side * 0.12, room, side * 0.27),
        face.shop_name,
        Lettering(Weight.REGULAR, large * 3 // 4, 130, lines=2),
        _QUIET,
    )
    top = code.top() + side * 0.12 + shop.height + large * 0.15
    number = " ".join((face.code[:4], face.code[4:8])), " ".join((face.code[8:12], face.code[12:]))
    size = Lettering(Weight.MEDIUM, large * 4 // 5, 130)
    rows = QRectF(left, code.bottom() - side * 0.12 - 2.3 * large, room, large * 1.1)
    name = QRectF(left, top, room, rows.top() - top - large * 0.1)
    if face.member_name:
        write(painter, name, face.member_name, Lettering(Weight.SEMIBOLD, large, 150, lines=2), _INK)
    for at, part in enumerate(number):
        write(painter, rows.translated(0, at * large * 1.15), part, size, _INK, bottom=True)
