"""QR symbols painted as one shape: a card's code in version 1, level H, and any text for a camera."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import MODE_8BIT_BYTE, MODE_NUMBER, QRData

__all__ = ["MODULES", "QUIET_MODULES", "paint_qr", "paint_text_qr", "qr_rectangles", "text_rectangles"]

Rectangles = tuple[tuple[int, int, int, int], ...]
"""(column, row, columns, rows) of rectangles that do not overlap, in modules, without quiet zone."""

MODULES = 21

MOST_DIGITS: Final = 17
"""What version 1 holds at level H."""

QUIET_MODULES = 4
"""White modules that a reader needs on each side (ISO/IEC 18004)."""

_DARK = re.compile(b"\x01+")


# The back of a sheet repeats the codes of its front, and the library takes 2 ms for each.
@lru_cache(maxsize=32)
def qr_rectangles(code: str) -> Rectangles:
    """Draw a code as few dark rectangles.

    Args:
        code: At most 17 decimal digits, what version 1 holds at level H.

    Returns:
        (column, row, columns, rows) of rectangles that do not overlap, in modules, without quiet zone. Equal
        runs in neighbouring rows are one rectangle, so that viewers have few seams to smear.

    Raises:
        ValueError: There are more, or other signs than digits.
    """
    if not (code.isascii() and code.isdecimal() and len(code) <= MOST_DIGITS):
        raise ValueError(f"no code of a card: {code!r}")
    symbol = QRCode(version=1, error_correction=ERROR_CORRECT_H, border=0)
    symbol.add_data(QRData(code.encode("ascii"), mode=MODE_NUMBER), optimize=0)
    symbol.make(fit=False)
    return _rectangles(_matrix(symbol))


@lru_cache(maxsize=8)
def text_rectangles(text: str) -> tuple[int, Rectangles]:
    """Draw any text as few dark rectangles, in the smallest version that holds it at level M.

    Returns:
        Modules on each side, and the rectangles as from :func:`qr_rectangles`.
    """
    symbol = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    symbol.add_data(QRData(text.encode("utf-8"), mode=MODE_8BIT_BYTE), optimize=0)
    symbol.make(fit=True)
    matrix = _matrix(symbol)
    return len(matrix), _rectangles(matrix)


def _matrix(symbol: QRCode) -> tuple[bytes, ...]:
    return tuple(bytes(row) for row in symbol.get_matrix())


def _rectangles(matrix: tuple[bytes, ...]) -> Rectangles:
    done: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    for row, modules in enumerate((*matrix, b"")):
        runs = {(run.start(), len(run[0])) for run in _DARK.finditer(modules)}
        for (column, columns), top in list(growing.items()):
            if (column, columns) not in runs:
                done.append((column, top, columns, row - top))
                del growing[column, columns]
        for run in runs:
            growing.setdefault(run, row)
    return tuple(sorted(done, key=lambda rectangle: (rectangle[1], rectangle[0])))


def paint_qr(painter: QPainter, box: QRectF, code: str) -> None:
    """Paint a code in black into a white square that includes its quiet zone.

    Args:
        painter: Its pen and brush are kept.
        box: The square with the quiet zone; the white is the caller's.
        code: Decimal digits.
    """
    _paint(painter, box, MODULES, qr_rectangles(code))


def paint_text_qr(painter: QPainter, box: QRectF, text: str) -> None:
    """Paint a text's symbol in black into a white square that includes its quiet zone."""
    modules, rectangles = text_rectangles(text)
    _paint(painter, box, modules, rectangles)


def _paint(painter: QPainter, box: QRectF, modules: int, rectangles: Rectangles) -> None:
    module = box.width() / (modules + 2 * QUIET_MODULES)
    left, top = box.left() + QUIET_MODULES * module, box.top() + QUIET_MODULES * module
    # One path, so that a renderer adds up the coverage of both sides of a seam and no hairline shows.
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for column, row, columns, rows in rectangles:
        path.addRect(left + column * module, top + row * module, columns * module, rows * module)
    painter.fillPath(path, Qt.GlobalColor.black)
