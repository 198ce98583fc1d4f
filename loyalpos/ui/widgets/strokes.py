"""What many widgets paint: the rounded box, and the cap of a key."""

from __future__ import annotations

from functools import lru_cache

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from loyalpos.ui.widgets.theme import theme

# QtCore.Qt, named where it is used: to load its two hundred enumerations takes 15 ms, and the first paint
# of the program does without.

__all__ = ["key_cap_size", "paint_key_cap", "paint_rounded"]


def paint_rounded(
    painter: QPainter, place: QRect, radius: int, *, fill: str = "", edge: str = "", width: int = 1
) -> None:
    """Paint a rounded box; ``fill`` and ``edge`` are names of the palette, empty for none."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour(fill) if fill else QtCore.Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour(edge), width) if edge else QtCore.Qt.PenStyle.NoPen)
    # Half the pen inwards puts the stroke on whole pixels, so it stays sharp.
    inset = width / 2 if edge else 0.0
    painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), radius, radius)


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
