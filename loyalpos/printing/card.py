"""A member's card, painted front and back in units of 0.01 mm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from loyalpos.engine.codes import grouped
from loyalpos.printing import words
from loyalpos.printing.card_parts import (
    CARD_HEIGHT,
    CARD_WIDTH,
    SAFE_EDGE,
    Box,
    Code,
    Logo,
    NameStrip,
    Side,
    SideOfCard,
    Words,
)
from loyalpos.printing.card_plan import Block, lettering_of, plan
from loyalpos.printing.card_shapes import CORNER_RADIUS, paint_ground, paint_shape
from loyalpos.printing.card_templates import card_template
from loyalpos.printing.colours import Role, card_colours
from loyalpos.printing.face import MOST_PROGRAM_LINES, CardFace, holds
from loyalpos.printing.lettering import Lettering, letter, write
from loyalpos.printing.logo_place import paint_logo
from loyalpos.printing.qr import paint_qr
from loyalpos.printing.typefaces import Weight

__all__ = [
    "CARD_HEIGHT",
    "CARD_WIDTH",
    "CORNER_RADIUS",
    "MOST_PROGRAM_LINES",
    "SAFE_EDGE",
    "CardFace",
    "grouped",
    "paint_back",
    "paint_front",
    "paint_side",
    "planned",
]

_LABEL_LETTERING = Lettering(Weight.REGULAR, 190, 150)
_SHARES = {Side.LEFT: 0.0, Side.CENTRE: 0.5, Side.RIGHT: 1.0}


def paint_front(painter: QPainter, face: CardFace, *, bleed: int | None = None) -> None:
    """Paint the front, as the shop's template has it.

    Args:
        painter: One unit is 0.01 mm, the origin is the card's top left corner; its state is kept.
        face: What the card says.
        bleed: None for the finished card with round corners; else how far the colour runs past the edge, with
            square corners, for a card that is cut or punched afterwards.

    Raises:
        TemplateUnsound: The template's file is damaged.
    """
    paint_side(painter, face, card_template(face.design.template).front, bleed=bleed)


def paint_back(painter: QPainter, face: CardFace, *, bleed: int | None = None) -> None:
    """Paint the back, as the shop's template has it.

    Args:
        painter: As in ``paint_front``.
        face: What the card says.
        bleed: As in ``paint_front``.

    Raises:
        TemplateUnsound: The template's file is damaged.
    """
    paint_side(painter, face, card_template(face.design.template).back, bleed=bleed)


def planned(face: CardFace) -> tuple[Block, ...]:
    """Give the words of both sides as they will stand, without painting them."""
    template = card_template(face.design.template)
    return (*plan(face, template.front), *plan(face, template.back))


def paint_side(painter: QPainter, face: CardFace, side: SideOfCard, *, bleed: int | None = None) -> None:
    """Paint a side of any template."""
    colours = card_colours(face.brand)
    with _kept(painter):
        paint_ground(painter, side, colours, bleed)
        for part in side.parts:
            if not holds(part.when, face) or isinstance(part, Words):
                continue
            if isinstance(part, Code):
                tile = QPainterPath()
                tile.addRoundedRect(_rect(part.box), part.radius, part.radius)
                painter.fillPath(tile, colours[Role.PAPER])
                if part.edge is not None:
                    painter.strokePath(tile, QPen(colours[part.edge], 12))
                paint_qr(painter, _rect(part.box), face.code)
            elif isinstance(part, Logo):
                paint_logo(painter, part, face.logo, colours[part.on])
            elif isinstance(part, NameStrip):
                _paint_name_strip(painter, _rect(part.box), face)
            else:
                paint_shape(painter, part, colours, bleed)
        for block in plan(face, side):
            _write_block(painter, face, block)


def _write_block(painter: QPainter, face: CardFace, block: Block) -> None:
    colours, box = card_colours(face.brand), block.words.box
    drop = block.drop()
    for one in block.lines:
        place = QRectF(box.left, box.top + drop + one.top, box.width, one.fitted.height)
        share = _SHARES[block.words.side]
        letter(painter, place, one.fitted, lettering_of(one.line), colours[one.line.colour], share=share)


@contextmanager
def _kept(painter: QPainter) -> Iterator[None]:
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.setPen(Qt.PenStyle.NoPen)
    try:
        yield
    finally:
        painter.restore()


def _paint_name_strip(painter: QPainter, strip: QRectF, face: CardFace) -> None:
    # A strip of white, because no pen writes on a dark card.
    colours = card_colours(face.brand)
    tile = QPainterPath()
    tile.addRoundedRect(strip, 120, 120)
    painter.fillPath(tile, colours[Role.PAPER])
    line_y = strip.bottom() - 200
    label = QRectF(strip.left() + 180, line_y - 300, 900, 380)
    write(painter, label, words.name_label(), _LABEL_LETTERING, colours[Role.QUIET], bottom=True)
    painter.setPen(QPen(colours[Role.QUIET], 15))
    painter.drawLine(QPointF(label.right() + 60, line_y), QPointF(strip.right() - 180, line_y))
    painter.setPen(Qt.PenStyle.NoPen)


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
