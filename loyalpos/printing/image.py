"""Pictures of a card: for the member's phone and the chat, for our own screens, and of whole pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath

from loyalpos.printing import words
from loyalpos.printing.card import CARD_HEIGHT, CARD_WIDTH, CardFace, grouped, paint_back, paint_front
from loyalpos.printing.card_parts import Box, Code, Logo
from loyalpos.printing.card_templates import card_template
from loyalpos.printing.colours import Role, card_colours
from loyalpos.printing.layouts import SheetLayout
from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.logo_place import paint_logo
from loyalpos.printing.pdf import UNITS_PER_INCH
from loyalpos.printing.png import png_of
from loyalpos.printing.qr import MODULES, QUIET_MODULES, paint_qr
from loyalpos.printing.sheet import paint_page, sheet_pages
from loyalpos.printing.typefaces import Weight

__all__ = ["Side", "card_image", "card_preview", "phone_image", "phone_png", "sheet_pictures"]

Side = Literal["front", "back"]

_SCREEN_DPI = 96
_PICTURE_DPI = 300

_PHONE_PX = (1080, 1920)
_PHONE_EDGE = 90
_PHONE_MODULE = 31
"""Whole pixels, so that every module of the code is equally wide."""

_LOGO_PX = 250
_LOGO_GAP = 44

_WORDS_ON: Final = {
    Role.NIGHT: (Role.PALE, Role.DIM),
    Role.CREAM: (Role.DEEP, Role.QUIET),
}
"""The two strengths of words on a ground that is not the shop's colour."""

_SHOP_LETTERING = Lettering(Weight.BOLD, 84, 44, lines=2)
_KIND_LETTERING = Lettering(Weight.REGULAR, 42, 32)
_NAME_LETTERING = Lettering(Weight.SEMIBOLD, 72, 38, lines=2)
_NUMBER_LETTERING = Lettering(Weight.MEDIUM, 58, 44, spacing_percent=106)
_HINT_LETTERING = Lettering(Weight.REGULAR, 40, 28)


def card_preview(face: CardFace, scale: float, side: Side = "front") -> QImage:
    """Draw one side as the finished card, with round corners on a transparent ground.

    Args:
        face: What the card says.
        scale: 1.0 for life size at 96 dpi, 324 × 204 pixels.
        side: Which side.

    Returns:
        A picture for the screen, any device pixel ratio being part of the scale.
    """
    pixels_per_unit = scale * _SCREEN_DPI / 2540
    image = QImage(
        max(1, round(CARD_WIDTH * pixels_per_unit)),
        max(1, round(CARD_HEIGHT * pixels_per_unit)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(image.width() / CARD_WIDTH, image.height() / CARD_HEIGHT)
    (paint_front if side == "front" else paint_back)(painter, face, bleed=None)
    painter.end()
    return image


def card_image(face: CardFace) -> QImage:
    """Draw a card for a chat: 1011 × 638 pixels, 300 to the inch, with square corners.

    Its front, or its back where only that has the code: it is sent to be shown at the counter.
    """
    image = _blank_picture(CARD_WIDTH, CARD_HEIGHT, _PICTURE_DPI)
    painter = QPainter(image)
    painter.scale(image.width() / CARD_WIDTH, image.height() / CARD_HEIGHT)
    paint = paint_front if any(card_template(face.design.template).front.of(Code)) else paint_back
    # Past the edge, so that no seam of white is left along it.
    paint(painter, face, bleed=50)
    painter.end()
    return image


def sheet_pictures(
    faces: Iterable[CardFace], layout: SheetLayout, *, dpi: int = _PICTURE_DPI
) -> Iterator[QImage]:
    """Draw the pages that would be printed, each front followed by its back.

    Args:
        faces: Any number of cards, taken as they are needed.
        layout: How they lie on paper.
        dpi: Pixels to the inch.
    """
    for page in sheet_pages(faces, layout):
        image = _blank_picture(layout.page.width, layout.page.height, dpi)
        painter = QPainter(image)
        painter.scale(image.width() / layout.page.width, image.height() / layout.page.height)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint_page(painter, page, layout)
        painter.end()
        yield image


def _blank_picture(width: int, height: int, dpi: int) -> QImage:
    image = QImage(
        max(1, round(width * dpi / UNITS_PER_INCH)),
        max(1, round(height * dpi / UNITS_PER_INCH)),
        QImage.Format.Format_RGB32,
    )
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    image.fill(Qt.GlobalColor.white)
    return image


def phone_image(face: CardFace) -> QImage:
    """Draw a card for the member's phone: 1080 × 1920 pixels with a big code, shop, name and number."""
    image = QImage(*_PHONE_PX, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _paint_phone(painter, face)
    painter.end()
    return image


def phone_png(face: CardFace) -> bytes:
    """Draw a card as ``phone_image`` does, as the bytes of a PNG file."""
    return png_of(phone_image(face))


def _paint_phone(painter: QPainter, face: CardFace) -> None:
    width, height = _PHONE_PX
    colours = card_colours(face.brand)
    front = card_template(face.design.template).front
    near, far = Role.NEAR, Role.FAR
    if front.ground in _WORDS_ON:
        near, far = front.ground, front.ground_to or front.ground
    strong, soft = (colours[role] for role in _WORDS_ON.get(near, (Role.TEXT, Role.SOFT)))
    gradient = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    gradient.setColorAt(0, colours[near])
    gradient.setColorAt(1, colours[far])
    painter.fillRect(QRectF(0, 0, width, height), gradient)

    inner = width - 2 * _PHONE_EDGE
    beside = 0 if face.logo is None else _LOGO_PX + _LOGO_GAP
    top = QRectF(_PHONE_EDGE + beside, 150, inner - beside, 250)
    _paint_phone_logo(painter, face.logo, near, colours[near])
    shop = write(painter, top, face.shop_name, _SHOP_LETTERING, strong)
    kind = QRectF(top.left(), top.top() + shop.height + 14, top.width(), 60)
    write(painter, kind, words.member_card(face.since), _KIND_LETTERING, soft)

    side = _PHONE_MODULE * (MODULES + 2 * QUIET_MODULES)
    code = QRectF((width - side) // 2, 480, side, side)
    tile = QPainterPath()
    tile.addRoundedRect(code, 48, 48)
    painter.fillPath(tile, QColor("#ffffff"))
    paint_qr(painter, code, face.code)

    number = QRectF(_PHONE_EDGE, code.bottom() + 64, inner, 84)
    write(painter, number, grouped(face.code), _NUMBER_LETTERING, strong, centred=True)
    if face.member_name is not None:
        name = QRectF(_PHONE_EDGE, number.bottom() + 20, inner, 230)
        write(painter, name, face.member_name, _NAME_LETTERING, strong, centred=True)
    hint = QRectF(_PHONE_EDGE, height - 150, inner, 60)
    write(painter, hint, words.show_at_counter(), _HINT_LETTERING, soft, centred=True)


def _paint_phone_logo(painter: QPainter, file: bytes | None, on: Role, ground: QColor) -> None:
    # A logo is painted in a card's units, so that its tile has the proportions it has there.
    scale = _PHONE_PX[0] / CARD_WIDTH
    left, top, side = (round(length / scale) for length in (_PHONE_EDGE, 150, _LOGO_PX))
    painter.save()
    painter.scale(scale, scale)
    paint_logo(painter, Logo(Box(left, top, side, side), on), file, ground)
    painter.restore()
