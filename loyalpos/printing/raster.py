"""A picture of dots, black or nothing, as a receipt printer prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Raster", "raster_of"]

_BLACK_BELOW = 150
"""Grey below it becomes a dot: somewhat more than half, because thermal dots eat thin strokes."""


class Raster(Struct, frozen=True):
    """This is a picture of dots: rows from the top, eight dots to a byte from the left, a set bit is black.

    ``width`` is a multiple of eight.
    """

    width: int
    height: int
    dots: bytes

    def image(self) -> QImage:
        """Show it on a screen, one pixel for each dot."""
        image = QImage(self.dots, self.width, self.height, self.width // 8, QImage.Format.Format_Mono)
        image.setColorTable([0xFFFFFFFF, 0xFF000000])
        # The copy owns its pixels.
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def picture(self) -> Image:
        """Give it as a picture of Pillow's, in which a set bit is white."""
        from PIL import Image, ImageChops  # noqa: PLC0415 - only where something is printed

        return ImageChops.invert(Image.frombytes("1", (self.width, self.height), self.dots))


def raster_of(image: QImage) -> Raster:
    """Turn a picture into dots by one threshold: dithered letters cannot be read.

    Args:
        image: Of any kind; its width is a multiple of eight.
    """
    assert image.width() % 8 == 0
    from PIL import Image  # noqa: PLC0415 - only where something is printed

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = Image.frombuffer(
        "L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine(), 1
    )
    dots = pixels.point([255 if level < _BLACK_BELOW else 0 for level in range(256)], mode="1")
    return Raster(image.width(), image.height(), dots.tobytes())
