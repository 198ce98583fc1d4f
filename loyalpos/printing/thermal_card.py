"""A member's card from a receipt printer: its front in dots, to be cut out and carried, or shown once."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from loyalpos.printing import words
from loyalpos.printing.card import CardFace, grouped
from loyalpos.printing.lettering import Lettering, fit, unbroken_numbers, write
from loyalpos.printing.qr import MODULES, QUIET_MODULES, paint_qr
from loyalpos.printing.raster import Raster, raster_of
from loyalpos.printing.slip import WIDTHS
from loyalpos.printing.typefaces import Weight

__all__ = ["CODE_DOTS", "Places", "places_of", "thermal_card"]

CODE_DOTS = 8 * (MODULES + 2 * QUIET_MODULES)
"""29 mm with its quiet zone, eight whole dots to a module."""

_LINE = 3
_CORNER = 22
_PAD = 16

_SHOP = Lettering(Weight.BOLD, 40, 20, lines=2)
_KIND = Lettering(Weight.MEDIUM, 23, 17)
_NAME = Lettering(Weight.BOLD, 40, 20, lines=4)
_NUMBER = Lettering(Weight.SEMIBOLD, 28, 20, spacing_percent=104)
_CONTACT = Lettering(Weight.MEDIUM, 21, 15, lines=2)

_BLACK = QColor("#000000")
_WHITE = QColor("#ffffff")


class Places(Struct, frozen=True):
    """This is where everything on the card stands, in dots, on paper of one width."""

    width: int
    height: int
    band: QRectF
    kind: QRectF
    name: QRectF
    number: QRectF
    contact: QRectF
    code: QRectF
    is_upright: bool


def places_of(width: int) -> Places:
    """Give the card's places: lying on 80 mm paper, upright on 58 mm.

    Args:
        width: Dots in a line.
    """
    inner = width - 2 * _PAD
    if width >= WIDTHS[80]:
        height, side = 372, width - CODE_DOTS - 2 * _PAD
        return Places(
            width,
            height,
            QRectF(0, 0, width, 92),
            QRectF(_PAD, 104, side, 28),
            QRectF(_PAD, 138, side, 132),
            QRectF(_PAD, 282, side, 36),
            QRectF(_PAD, 322, side, 44),
            QRectF(width - CODE_DOTS - _PAD // 2, 92 + (height - 92 - CODE_DOTS) // 2, CODE_DOTS, CODE_DOTS),
            is_upright=False,
        )
    return Places(
        width,
        644,
        QRectF(0, 0, width, 92),
        QRectF(_PAD, 104, inner, 28),
        QRectF(_PAD, 414, inner, 150),
        QRectF(_PAD, 372, inner, 36),
        QRectF(_PAD, 572, inner, 56),
        QRectF((width - CODE_DOTS) // 2, 136, CODE_DOTS, CODE_DOTS),
        is_upright=True,
    )


def thermal_card(face: CardFace, width: int) -> Raster:
    """Paint the front of a card in dots; there is no back, and the shop's colour is black.

    Args:
        face: What the card says.
        width: Dots in a line.
    """
    places = places_of(width)
    image = QImage(width, places.height, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _paint_ground(painter, places)
    centred = places.is_upright
    band = places.band.adjusted(_PAD, 10, -_PAD, -10)
    shop = fit(face.shop_name, _SHOP, band.width(), band.height())
    lower = band.translated(0, max(0.0, (band.height() - shop.height) / 2))
    write(painter, lower, face.shop_name, _SHOP, _WHITE, centred=centred)
    write(painter, places.kind, words.member_card(face.since), _KIND, _BLACK, centred=centred)
    if face.member_name is None:
        _paint_name_line(painter, places.name)
    else:
        write(painter, places.name, face.member_name, _NAME, _BLACK, bottom=not centred, centred=centred)
    write(painter, places.number, grouped(face.code), _NUMBER, _BLACK, centred=centred)
    contact = unbroken_numbers(face.contact_line)
    write(painter, places.contact, contact, _CONTACT, _BLACK, bottom=True, centred=centred)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    paint_qr(painter, places.code, face.code)
    painter.end()
    return raster_of(image)


def _paint_ground(painter: QPainter, places: Places) -> None:
    edge = _LINE / 2
    card = QPainterPath()
    card.addRoundedRect(QRectF(edge, edge, places.width - _LINE, places.height - _LINE), _CORNER, _CORNER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.save()
    painter.setClipPath(card)
    painter.fillRect(places.band, _BLACK)
    painter.restore()
    # The line to cut along.
    painter.strokePath(card, QPen(_BLACK, _LINE))


def _paint_name_line(painter: QPainter, box: QRectF) -> None:
    line_y = box.bottom() - 24
    label = QRectF(box.left(), line_y - 40, box.width(), 44)
    label_ends = box.left() + 90
    write(painter, QRectF(label.left(), label.top(), 90, 44), words.name_label(), _KIND, _BLACK, bottom=True)
    painter.setPen(QPen(_BLACK, 2))
    painter.drawLine(int(label_ends), int(line_y), int(box.right()), int(line_y))
