"""Our own line drawings, in whatever colour the theme has, sharp at every size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize
from PySide6.QtGui import QIcon, QImage, QImageReader, QPainter, QPixmap

from loyalpos.settings import resource

__all__ = ["app_icon", "drawing", "paint_icon"]


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _image(name: str, colour: str, side_px: int) -> QImage:
    source = _source(name).replace("currentColor", colour).encode()
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    # The image plugin draws SVG at the wanted size; PySide6.QtSvg would cost an import at start.
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side_px, side_px))
    return reader.read()


def drawing(name: str, colour: str, side: int, pixel_ratio: float = 1.0) -> QPixmap:
    """Draw an icon as a pixmap.

    Args:
        name: File name in ``resources/icons`` without ``.svg``.
        colour: ``#rrggbb``.
        side: Logical pixels.
        pixel_ratio: Device pixels for one logical pixel.
    """
    pixmap = QPixmap.fromImage(_image(name, colour, max(1, round(side * pixel_ratio))))
    pixmap.setDevicePixelRatio(pixel_ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, colour: str, place: QRect) -> None:
    """Paint an icon into the middle of a place, as large as its shorter side."""
    side = min(place.width(), place.height())
    square = QRect(0, 0, side, side)
    square.moveCenter(place.center())
    painter.drawPixmap(square.topLeft(), drawing(name, colour, side, painter.device().devicePixelRatioF()))


def app_icon() -> QIcon:
    """The program's icon in the sizes desktops ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(drawing("loyalpos", "#0f6e5f", side))
    return icon
