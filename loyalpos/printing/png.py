"""A picture as the bytes of a PNG file, and as a file that appears only when it is whole."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSaveFile
from PySide6.QtGui import QImage, QImageWriter

from loyalpos.errors import CannotWrite

__all__ = ["png_of", "write_png"]


def png_of(image: QImage) -> bytes:
    """Give the bytes of a PNG file that shows a picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def write_png(path: Path, image: QImage) -> bytes:
    """Write a picture into a file; replaced when it exists.

    Returns:
        What was written.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    png = png_of(image)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(png) != len(png) or not file.commit():
        raise CannotWrite(path)
    return png
