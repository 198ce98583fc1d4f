"""The ground of a card and the shapes on it, cut off where the card ends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPainterPathStroker, QPen

from loyalpos.printing.card_parts import (
    CARD_HEIGHT,
    CARD_WIDTH,
    Beads,
    Box,
    Curve,
    Disc,
    Patch,
    SideOfCard,
    Stroke,
)
from loyalpos.printing.colours import Role

__all__ = ["CORNER_RADIUS", "Shape", "paint_ground", "paint_shape"]

CORNER_RADIUS = 318

Shape = Patch | Disc | Curve | Beads
_Outlined = Patch | Disc | Curve


def paint_ground(
    painter: QPainter, side: SideOfCard, colours: Mapping[Role, QColor], bleed: int | None
) -> None:
    """Fill the whole card: with round corners, or past its edge where it is cut afterwards."""
    card = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
    painter.setBrush(_brush(card, colours, side.ground, side.ground_to))
    if bleed is None:
        painter.drawRoundedRect(card, CORNER_RADIUS, CORNER_RADIUS)
    else:
        painter.drawRect(card.adjusted(-bleed, -bleed, bleed, bleed))


def paint_shape(painter: QPainter, shape: Shape, colours: Mapping[Role, QColor], bleed: int | None) -> None:
    """Paint one shape and its edge."""
    if isinstance(shape, Beads):
        _paint_beads(painter, shape, colours[shape.fill])
        return
    inside, edge = _paths(shape, bleed)
    if shape.fill is not None:
        to = shape.to if isinstance(shape, Patch | Curve) else None
        painter.fillPath(inside, _brush(QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT), colours, shape.fill, to))
    if shape.edge is not None:
        painter.fillPath(edge, colours[shape.edge])


def _brush(box: QRectF, colours: Mapping[Role, QColor], fill: Role, to: Role | None) -> QBrush:
    if to is None or colours[fill] == colours[to]:
        return QBrush(colours[fill])
    gradient = QLinearGradient(box.topLeft(), box.bottomRight())
    gradient.setColorAt(0, colours[fill])
    gradient.setColorAt(1, colours[to])
    return QBrush(gradient)


# Cutting curves off costs more than painting them, and all cards of a batch have the same.
@lru_cache(maxsize=128)
def _paths(shape: _Outlined, bleed: int | None) -> tuple[QPainterPath, QPainterPath]:
    """Give what is filled and, as a shape of its own, the edge."""
    path, edge = _outline(shape), QPainterPath()
    if shape.edge_width:
        pen = QPainterPathStroker()
        pen.setWidth(shape.edge_width)
        edge = pen.createStroke(path)
    return _cut_off(path, bleed), _cut_off(edge, bleed)


def _cut_off(path: QPainterPath, bleed: int | None) -> QPainterPath:
    card, whole = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT), QPainterPath()
    if bleed is None:
        # A painter's own clip has rough edges in a picture.
        whole.addRoundedRect(card, CORNER_RADIUS, CORNER_RADIUS)
    else:
        whole.addRect(card.adjusted(-bleed, -bleed, bleed, bleed))
    return path if whole.contains(path.boundingRect()) else path.intersected(whole)


def _outline(shape: _Outlined) -> QPainterPath:
    path = QPainterPath()
    match shape:
        case Patch(box=box, radius=radius):
            path.addRoundedRect(_rect(box), radius, radius)
        case Disc(box=box):
            path.addEllipse(_rect(box))
        case Curve(strokes=strokes):
            for stroke in strokes:
                _draw_stroke(path, stroke)
    return path


def _draw_stroke(path: QPainterPath, stroke: Stroke) -> None:
    match stroke.step, stroke.points:
        case "M", (x, y):
            path.moveTo(x, y)
        case "L", (x, y):
            path.lineTo(x, y)
        case "C", (x1, y1, x2, y2, x, y):
            path.cubicTo(x1, y1, x2, y2, x, y)
        case _:
            path.closeSubpath()


def _paint_beads(painter: QPainter, beads: Beads, colour: QColor) -> None:
    """Paint the rim as four dotted lines; discs one by one would make up half of a file."""
    box = _rect(beads.box)
    sides = (
        (QLineF(box.topLeft(), box.topRight()), beads.across),
        (QLineF(box.topRight(), box.bottomRight()), beads.down),
        (QLineF(box.bottomRight(), box.bottomLeft()), beads.across),
        (QLineF(box.bottomLeft(), box.topLeft()), beads.down),
    )
    for line, steps in sides:
        dot = 0.01
        pen = QPen(colour, beads.size)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([dot, line.length() / steps / beads.size - dot])
        painter.setPen(pen)
        # Each corner has the first dot of one line; the last one of the other would lie on it.
        painter.drawLine(QLineF(line.p1(), line.pointAt(1 - 0.5 / steps)))
    painter.setPen(Qt.PenStyle.NoPen)


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
