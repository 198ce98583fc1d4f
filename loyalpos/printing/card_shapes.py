"""The ground of a card and the shapes on it, cut off where the card ends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPainterPathStroker

from loyalpos.printing.card_template import (
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
    inside, edge = _paths(shape, bleed)
    if shape.fill is not None:
        to = shape.to if isinstance(shape, Patch | Curve) else None
        painter.fillPath(inside, _brush(QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT), colours, shape.fill, to))
    if not isinstance(shape, Beads) and shape.edge is not None:
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
def _paths(shape: Shape, bleed: int | None) -> tuple[QPainterPath, QPainterPath]:
    """Give what is filled and, as a shape of its own, the edge."""
    path, edge = _outline(shape), QPainterPath()
    if not isinstance(shape, Beads) and shape.edge_width:
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


def _outline(shape: Shape) -> QPainterPath:
    path = QPainterPath()
    match shape:
        case Patch(box=box, radius=radius):
            path.addRoundedRect(_rect(box), radius, radius)
        case Disc(box=box):
            path.addEllipse(_rect(box))
        case Beads():
            for centre in _rim(shape):
                path.addEllipse(centre, shape.size / 2, shape.size / 2)
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


def _rim(beads: Beads) -> list[QPointF]:
    box = _rect(beads.box)
    top = QLineF(box.topLeft(), box.topRight())
    left = QLineF(box.topLeft(), box.bottomLeft())
    across = [top.pointAt(at / beads.across) for at in range(beads.across + 1)]
    down = [left.pointAt(at / beads.down) for at in range(1, beads.down)]
    low, far = QPointF(0, box.height()), QPointF(box.width(), 0)
    return [*across, *(one + low for one in across), *down, *(one + far for one in down)]


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
