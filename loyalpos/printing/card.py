"""A member's card, painted front and back in units of 0.01 mm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from loyalpos.printing import words
from loyalpos.printing.colours import scheme_for
from loyalpos.printing.lettering import Lettering, fit, write
from loyalpos.printing.qr import paint_qr
from loyalpos.printing.signs import drawable
from loyalpos.printing.typefaces import Weight

__all__ = [
    "BACK_TEXT_BOX",
    "CARD_HEIGHT",
    "CARD_WIDTH",
    "CORNER_RADIUS",
    "MOST_PROGRAM_LINES",
    "NAME_BOX",
    "SAFE_EDGE",
    "CardFace",
    "grouped",
    "paint_back",
    "paint_front",
]

CARD_WIDTH = 8560
CARD_HEIGHT = 5398
CORNER_RADIUS = 318
SAFE_EDGE = 300
"""Nothing but colour comes closer to the edge: plants punch up to 1 mm off."""

CODE_DIGITS = 16

MOST_PROGRAM_LINES = 8
"""Further lines are left out: nobody reads more on the back of a card."""

_COLUMN_LINES = 4
_COLUMN_SMALLEST = 150
_COLUMN_SIZES = (
    *((size, _COLUMN_LINES) for size in range(220, _COLUMN_SMALLEST - 1, -10)),
    *((_COLUMN_SMALLEST, lines) for lines in range(_COLUMN_LINES - 1, 0, -1)),
)
"""Sizes of the back's text and lines allowed to a paragraph, tried in this order."""

_EDGE = 500
_FRONT_QR = QRectF(CARD_WIDTH - _EDGE - 2400, CARD_HEIGHT - _EDGE - 2400, 2400, 2400)
_FRONT_TEXT_WIDTH = _FRONT_QR.left() - 300 - _EDGE
_BACK_QR = QRectF(SAFE_EDGE, (CARD_HEIGHT - 2800) / 2, 2800, 2800)
BACK_TEXT_BOX = QRectF(3340, SAFE_EDGE, CARD_WIDTH - 3340 - _EDGE, CARD_HEIGHT - 2 * SAFE_EDGE)
_SHOP = QRectF(_EDGE, 440, CARD_WIDTH - 2 * _EDGE, 1200)
_NUMBER = QRectF(_EDGE, 4545, _FRONT_TEXT_WIDTH, 330)
NAME_BOX = QRectF(_EDGE, 3100, _FRONT_TEXT_WIDTH, 1380)
_NAME_STRIP = QRectF(_EDGE, 3420, _FRONT_TEXT_WIDTH, 950)

_SHOP_LETTERING = Lettering(Weight.BOLD, 460, 240, lines=2)
_KIND_LETTERING = Lettering(Weight.REGULAR, 250, 180)
_NAME_LETTERING = Lettering(Weight.SEMIBOLD, 420, 220, lines=2)
_NUMBER_LETTERING = Lettering(Weight.REGULAR, 260, 200, spacing_percent=106)
_LABEL_LETTERING = Lettering(Weight.REGULAR, 190, 150)

_PAPER = QColor("#ffffff")
_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")


class CardFace(Struct, frozen=True):
    """This is everything printed on one card.

    ``member_name`` is None on a pre-printed blank, which gets a line to write on. ``code`` is 16 decimal
    digits, ``brand`` any ``#rrggbb``. ``program_lines`` tell the customer in the shop's words how points are
    earned; the first eight are printed.
    """

    shop_name: str
    member_name: str | None
    code: str
    since: date | None
    program_lines: tuple[str, ...]
    contact_line: str
    brand: str

    def __post_init__(self) -> None:
        if len(self.code) != CODE_DIGITS or not (self.code.isascii() and self.code.isdigit()):
            raise ValueError(f"a card's code has {CODE_DIGITS} digits, not {self.code!r}")
        if not QColor.isValidColorName(self.brand):
            raise ValueError(f"no colour: {self.brand!r}")


def grouped(code: str) -> str:
    """Write a card's number in groups of four, as it is read aloud."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def paint_front(painter: QPainter, face: CardFace, *, bleed: int | None = None) -> None:
    """Paint the front: shop, member, number and the code, on the shop's colour.

    Args:
        painter: One unit is 0.01 mm, the origin is the card's top left corner; its state is kept.
        face: What the card says.
        bleed: None for the finished card with round corners; else how far the colour runs past the edge, with
            square corners, for a card that is cut or punched afterwards.
    """
    scheme = scheme_for(face.brand)
    with _kept(painter):
        _paint_ground(painter, scheme.near, scheme.far, bleed)
        shop = write(painter, _SHOP, face.shop_name, _SHOP_LETTERING, scheme.text)
        kind = QRectF(_EDGE, _SHOP.top() + shop.height + 50, _SHOP.width(), 330)
        write(painter, kind, words.member_card(face.since), _KIND_LETTERING, scheme.quiet)
        if face.member_name is None:
            _paint_name_line(painter)
        else:
            write(painter, NAME_BOX, face.member_name, _NAME_LETTERING, scheme.text, bottom=True)
        write(painter, _NUMBER, grouped(face.code), _NUMBER_LETTERING, scheme.quiet, bottom=True)
        _paint_tile(painter, _FRONT_QR, 150)
        paint_qr(painter, _FRONT_QR, face.code)


def paint_back(painter: QPainter, face: CardFace, *, bleed: int | None = None) -> None:
    """Paint the back: the code once more and how the program works, on white.

    Args:
        painter: As in ``paint_front``.
        face: What the card says.
        bleed: As in ``paint_front``.
    """
    with _kept(painter):
        _paint_ground(painter, _PAPER, _PAPER, bleed)
        paint_qr(painter, _BACK_QR, face.code)
        _write_column(painter, face)


@contextmanager
def _kept(painter: QPainter) -> Iterator[None]:
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    try:
        yield
    finally:
        painter.restore()


def _paint_ground(painter: QPainter, near: QColor, far: QColor, bleed: int | None) -> None:
    card = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
    if near == far:
        painter.setBrush(near)
    else:
        gradient = QLinearGradient(QPointF(0, 0), QPointF(CARD_WIDTH, CARD_HEIGHT))
        gradient.setColorAt(0, near)
        gradient.setColorAt(1, far)
        painter.setBrush(gradient)
    if bleed is None:
        painter.drawRoundedRect(card, CORNER_RADIUS, CORNER_RADIUS)
    else:
        painter.drawRect(card.adjusted(-bleed, -bleed, bleed, bleed))


def _paint_tile(painter: QPainter, box: QRectF, radius: int) -> None:
    tile = QPainterPath()
    tile.addRoundedRect(box, radius, radius)
    painter.fillPath(tile, _PAPER)


def _paint_name_line(painter: QPainter) -> None:
    # A strip of white, because no pen writes on a dark card.
    _paint_tile(painter, _NAME_STRIP, 120)
    line_y = _NAME_STRIP.bottom() - 200
    label = QRectF(_NAME_STRIP.left() + 180, line_y - 300, 900, 380)
    write(painter, label, words.name_label(), _LABEL_LETTERING, _QUIET, bottom=True)
    painter.setPen(QPen(_QUIET, 15))
    painter.drawLine(QPointF(label.right() + 60, line_y), QPointF(_NAME_STRIP.right() - 180, line_y))


def _write_column(painter: QPainter, face: CardFace) -> None:
    """Write the back's paragraphs as one block in the middle, all at the size at which they fit."""
    paragraphs = [
        (words.how_to_collect(), Weight.SEMIBOLD, _INK),
        *((drawable(line), Weight.REGULAR, _INK) for line in face.program_lines[:MOST_PROGRAM_LINES]),
        (words.if_lost(), Weight.REGULAR, _INK),
        (face.contact_line, Weight.REGULAR, _QUIET),
    ]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph[0].strip()]
    for size, lines in _COLUMN_SIZES:
        fitted = [
            fit(
                text, Lettering(weight, size, size, lines, 150), BACK_TEXT_BOX.width(), BACK_TEXT_BOX.height()
            )
            for text, weight, _ in paragraphs
        ]
        gap = size * 52 // 100
        height = sum(block.height for block in fitted) + gap * (len(fitted) - 1)
        whole = lines == _COLUMN_LINES and not any(block.shortened for block in fitted)
        if height <= BACK_TEXT_BOX.height() and (whole or size == _COLUMN_SMALLEST):
            break
    top = BACK_TEXT_BOX.top() + (BACK_TEXT_BOX.height() - height) / 2
    for (text, weight, colour), block in zip(paragraphs, fitted, strict=True):
        box = QRectF(BACK_TEXT_BOX.left(), top, BACK_TEXT_BOX.width(), block.height)
        write(painter, box, text, Lettering(weight, size, size, lines, 150), colour)
        top += block.height + gap
