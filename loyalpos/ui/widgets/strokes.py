"""What many widgets paint: the rounded box, and the cap of a key."""

from __future__ import annotations

from functools import lru_cache

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from loyalpos.ui.widgets.theme import theme

# QtCore.Qt, named where it is used: to load its two hundred enumerations takes 15 ms, and the first paint
# of the program does without.

__all__ = ["key_cap_size", "paint_key_cap", "paint_rounded"]


def paint_rounded(
    painter: QPainter, place: QRect, radius: int, *, fill: str = "", edge: str = "", width: int = 1
) -> None:
    """Paint a rounded box; ``fill`` and ``edge`` are names of the palette, empty for none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not fill and not edge:
        return
    look = theme()
    rim = width if edge else 0
    inner = look.colour(fill).rgba() if fill else 0
    outer = look.colour(edge).rgba() if edge else 0
    corner = radius + rim
    density = painter.device().devicePixelRatioF()
    if not corner or min(place.width(), place.height()) < 2 * corner or density != int(density):
        _draw_rounded(painter, QRectF(place), radius, inner, outer, rim)
        return
    # A renderer walks along every line of a box with curves, a fifth of a millisecond for a panel, and a
    # window has thirty boxes: the corners are pictures, the rest is straight.
    _place_corners(painter, place, _corners(radius, inner, outer, rim, int(density)), corner)
    across, down = place.adjusted(corner, 0, -corner, 0), place.adjusted(0, corner, 0, -corner)
    if edge:
        line = look.colour(edge)
        painter.fillRect(across.left(), across.top(), across.width(), rim, line)
        painter.fillRect(across.left(), across.bottom() - rim + 1, across.width(), rim, line)
        painter.fillRect(down.left(), down.top(), rim, down.height(), line)
        painter.fillRect(down.right() - rim + 1, down.top(), rim, down.height(), line)
    if fill:
        ground = look.colour(fill)
        painter.fillRect(down.adjusted(rim, 0, -rim, 0), ground)
        painter.fillRect(across.left(), across.top() + rim, across.width(), corner - rim, ground)
        painter.fillRect(across.left(), down.bottom() + 1, across.width(), corner - rim, ground)


def _place_corners(painter: QPainter, place: QRect, corners: QPixmap, corner: int) -> None:
    far = corners.width() - corner * int(corners.devicePixelRatioF())
    side = corners.width() - far
    right, low = place.right() + 1 - corner, place.bottom() + 1 - corner
    for left, column in ((place.left(), 0), (right, far)):
        for top, row in ((place.top(), 0), (low, far)):
            painter.drawPixmap(left, top, corners, column, row, side, side)


@lru_cache(maxsize=64)
def _corners(radius: int, fill: int, edge: int, rim: int, density: int) -> QPixmap:
    """Draw the smallest box that has all four corners; colours are ``0xAARRGGBB``, 0 for none."""
    side = 2 * (radius + rim)
    corners = QPixmap(side * density, side * density)
    corners.setDevicePixelRatio(density)
    corners.fill(QColor(0, 0, 0, 0))
    painter = QPainter(corners)
    _draw_rounded(painter, QRectF(0, 0, side, side), radius, fill, edge, rim)
    painter.end()
    return corners


def _draw_rounded(painter: QPainter, place: QRectF, radius: int, fill: int, edge: int, rim: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor.fromRgba(fill) if fill else QtCore.Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor.fromRgba(edge), rim) if edge else QtCore.Qt.PenStyle.NoPen)
    # Half the pen inwards puts the stroke on whole pixels, so it stays sharp.
    inset = rim / 2
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius, radius)


def key_cap_size(text: str) -> QSize:
    """How large the cap of a key is at the present text size."""
    return _cap_size(text, theme().scale_percent)


@lru_cache(maxsize=256)
def _cap_size(text: str, _scale_percent: int) -> QSize:
    look = theme()
    metrics = QFontMetrics(look.font("key"))
    return QSize(metrics.horizontalAdvance(text) + look.px(14), metrics.height() + look.px(5))


def paint_key_cap(
    painter: QPainter, place: QRect, text: str, *, ink: str = "quiet", edge: str = "line", fill: str = "card"
) -> None:
    """Paint a key: a small box with a thicker lower edge and the key's name in it."""
    look = theme()
    paint_rounded(painter, place, look.px(5), fill=fill, edge=edge)
    painter.setPen(QPen(look.colour(edge), look.px(2)))
    painter.drawLine(place.left() + look.px(4), place.bottom(), place.right() - look.px(4), place.bottom())
    painter.setFont(look.font("key"))
    painter.setPen(look.colour(ink))
    painter.drawText(place, QtCore.Qt.AlignmentFlag.AlignCenter, text)
