"""A shop's logo on a card: as large as its place, and always to be seen on its ground."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from loyalpos.printing.card_parts import Logo, Side
from loyalpos.printing.colours import contrast

__all__ = ["paint_logo"]

_PADDING = 90
_RADIUS = 120
_SEEN = 2.4
"""The least contrast of a logo's middle colour with what is behind it; less hides it."""

_ALIKE = 1.12
_WHITE = QColor("#ffffff")
_DARK = QColor("#17211f")


def paint_logo(painter: QPainter, place: Logo, file: bytes | None, ground: QColor) -> None:
    """Paint a logo into its place, on a tile where it would not be seen on the ground.

    Args:
        painter: One unit is 0.01 mm.
        place: Where it stands.
        file: The bytes of a picture's file; one that cannot be read is left out.
        ground: What is behind it.
    """
    image = None if file is None else _image(file)
    if file is None or image is None:
        return
    box = QRectF(place.box.left, place.box.top, place.box.width, place.box.height)
    tile = _tile_for(file, ground.name())
    room = box if tile is None else box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    size = QSizeF(image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    shown = QRectF(room.topLeft(), size)
    shown.moveTop(room.top() + (room.height() - size.height()) / 2)
    share = {Side.LEFT: 0.0, Side.CENTRE: 0.5, Side.RIGHT: 1.0}[place.side]
    shown.moveLeft(room.left() + (room.width() - size.width()) * share)
    if tile is not None:
        around = QPainterPath()
        around.addRoundedRect(shown.adjusted(-_PADDING, -_PADDING, _PADDING, _PADDING), _RADIUS, _RADIUS)
        painter.fillPath(around, tile)
    painter.drawImage(shown, _for_device(painter, shown, image))


@lru_cache(maxsize=4)
def _image(file: bytes) -> QImage | None:
    image = QImage.fromData(file)
    return None if image.isNull() else image


# All cards of a batch have the same logo on the same ground.
@lru_cache(maxsize=16)
def _tile_for(file: bytes, on: str) -> QColor | None:
    """Choose what goes behind a logo; None where the ground itself will do."""
    image, ground = _image(file), QColor(on)
    assert image is not None, "only a logo that can be read is painted"
    if not image.hasAlphaChannel():
        return _WHITE if contrast(_WHITE, ground) > _ALIKE else None
    middle = _middle_colour(image)
    if contrast(middle, ground) >= _SEEN:
        return None
    return _WHITE if contrast(middle, _WHITE) >= _SEEN else _DARK


def _middle_colour(image: QImage) -> QColor:
    small = image.scaled(
        16, 16, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_ARGB32)
    seen = [small.pixelColor(x, y) for x in range(small.width()) for y in range(small.height())]
    weight = max(1, sum(colour.alpha() for colour in seen))
    return QColor(
        sum(colour.red() * colour.alpha() for colour in seen) // weight,
        sum(colour.green() * colour.alpha() for colour in seen) // weight,
        sum(colour.blue() * colour.alpha() for colour in seen) // weight,
    )


def _for_device(painter: QPainter, shown: QRectF, image: QImage) -> QImage:
    # Drawn at less than half its size a picture would lose lines; on paper it never is.
    pixels = painter.deviceTransform().mapRect(shown).size().toSize()
    if pixels.isEmpty() or 2 * pixels.width() > image.width():
        return image
    return image.scaled(
        pixels, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
