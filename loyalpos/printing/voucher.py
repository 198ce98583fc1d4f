"""A voucher on paper or as a picture: what it is worth, until when, and its code."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import (
    QPointF,
    QRectF,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPdfWriter,
)

from loyalpos.engine.codes import grouped
from loyalpos.printing import words
from loyalpos.printing.colours import scheme_for
from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.pdf import whole_page, write_pdf
from loyalpos.printing.png import png_of
from loyalpos.printing.qr import paint_qr
from loyalpos.printing.typefaces import Weight

__all__ = ["VOUCHER_HEIGHT", "VOUCHER_WIDTH", "VoucherFace", "paint_voucher", "voucher_pdf", "voucher_png"]

VOUCHER_WIDTH = 10500
VOUCHER_HEIGHT = 7400
"""A sheet of A7, so that eight of them fit on one of A4."""

_PICTURE_PX = 1680

_EDGE = 600
_BAND = 2150
_CODE = QRectF(VOUCHER_WIDTH - _EDGE - 3000, _BAND + 500, 3000, 3000)
_TEXT_WIDTH = _CODE.left() - 300 - _EDGE
_SHOP = QRectF(_EDGE, 420, VOUCHER_WIDTH - 2 * _EDGE, 520)
_NAME = QRectF(_EDGE, 1000, VOUCHER_WIDTH - 2 * _EDGE, 900)
_WORTH = QRectF(_EDGE, _BAND + 480, _TEXT_WIDTH, 1500)
_NUMBER = QRectF(_EDGE, VOUCHER_HEIGHT - _EDGE - 400, VOUCHER_WIDTH - 2 * _EDGE, 400)

_SHOP_LETTERING = Lettering(Weight.SEMIBOLD, 380, 240)
_NAME_LETTERING = Lettering(Weight.BOLD, 620, 300, lines=2)
_WORTH_LETTERING = Lettering(Weight.BOLD, 560, 260, lines=3)
_TERMS_LETTERING = Lettering(Weight.REGULAR, 300, 200, lines=3)
_WHOSE_LETTERING = Lettering(Weight.REGULAR, 300, 200, lines=2)
_NUMBER_LETTERING = Lettering(Weight.MEDIUM, 340, 240, spacing_percent=106)

_PAPER = QColor("#ffffff")
_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")


class VoucherFace(Struct, frozen=True):
    """This is everything on one voucher.

    Attributes:
        worth: What it takes off, in the words of the language.
        terms: On which bills and until when.
        member_name: Whose it is; empty where the member gave no name.
        code: 16 decimal digits.
        brand: The shop's colour, ``#rrggbb``.
    """

    shop_name: str
    name: str
    worth: str
    terms: str
    member_name: str
    code: str
    brand: str


def paint_voucher(painter: QPainter, face: VoucherFace) -> None:
    """Paint a voucher.

    Args:
        painter: One unit is 0.01 mm, the origin is the top left corner; its state is kept.
        face: What it says.
    """
    scheme = scheme_for(face.brand)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, VOUCHER_WIDTH, VOUCHER_HEIGHT), _PAPER)
    band = QRectF(0, 0, VOUCHER_WIDTH, _BAND)
    ground = QLinearGradient(QPointF(0, 0), QPointF(VOUCHER_WIDTH, _BAND))
    ground.setColorAt(0, scheme.near)
    ground.setColorAt(1, scheme.far)
    painter.fillRect(band, ground)
    write(painter, _SHOP, face.shop_name, _SHOP_LETTERING, scheme.quiet)
    write(painter, _NAME, face.name, _NAME_LETTERING, scheme.text)
    worth = write(painter, _WORTH, face.worth, _WORTH_LETTERING, _INK)
    below = QRectF(_EDGE, _WORTH.top() + worth.height + 240, _TEXT_WIDTH, 1100)
    terms = write(painter, below, face.terms, _TERMS_LETTERING, _INK)
    if face.member_name:
        whose = QRectF(_EDGE, below.top() + terms.height + 200, _TEXT_WIDTH, 700)
        write(painter, whose, words.voucher_of(face.member_name), _WHOSE_LETTERING, _QUIET)
    paint_qr(painter, _CODE, face.code)
    write(painter, _NUMBER, grouped(face.code), _NUMBER_LETTERING, _QUIET, bottom=True)
    painter.restore()


def voucher_png(face: VoucherFace) -> bytes:
    """Draw a voucher as a picture for a chat, as the bytes of a PNG file."""
    image = QImage(_PICTURE_PX, _PICTURE_PX * VOUCHER_HEIGHT // VOUCHER_WIDTH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(image.width() / VOUCHER_WIDTH, image.height() / VOUCHER_HEIGHT)
    paint_voucher(painter, face)
    painter.end()
    return png_of(image)


def voucher_pdf(face: VoucherFace, out: Path) -> Path:
    """Write a voucher into a PDF file of one page, which appears under its name only when it is whole.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    write_pdf(out, face.name, lambda writer: _paint_page(writer, face))
    return out


def _paint_page(writer: QPdfWriter, face: VoucherFace) -> int | None:
    writer.setPageLayout(whole_page(VOUCHER_WIDTH, VOUCHER_HEIGHT))
    painter = QPainter()
    if not painter.begin(writer):
        return None
    paint_voucher(painter, face)
    painter.end()
    return 1
