"""A slip painted for a receipt printer of 203 dpi: what it says comes as blocks, what goes out as dots.

Boxes are laid out in whole dots, so that lines and codes stand on them and no letter is clipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from loyalpos.printing.lettering import Fitted, Lettering, fit, write
from loyalpos.printing.qr import MODULES, QUIET_MODULES, paint_qr
from loyalpos.printing.raster import Raster, raster_of
from loyalpos.printing.typefaces import Weight, typeface

__all__ = [
    "DOTS_PER_MM",
    "WIDTHS",
    "Block",
    "Box",
    "Code",
    "Mark",
    "Pair",
    "Say",
    "Size",
    "Stroke",
    "code_side",
    "laid_out",
    "slip_raster",
]

DOTS_PER_MM = 8

WIDTHS = {58: 384, 80: 576}
"""Dots a printer has in a line, by the width of its paper in millimetres."""

_EDGE = 6
_GAP = 18
_SHORT_GAP = 5
_MARK_EDGE = 10
_LEAST_CODE_MM = 24
_MOST_LINES = 30
_TALLEST = 10_000
_LEAST_LEFT_PERCENT = 34

_BLACK = QColor("#000000")
_WHITE = QColor("#ffffff")


class Size(Enum):
    """This is how large a text is: wanted and smallest size in dots, on narrow paper and on wide."""

    SMALL = (Weight.MEDIUM, 21, 17, 23, 18)
    BASE = (Weight.MEDIUM, 24, 18, 27, 20)
    STRONG = (Weight.BOLD, 25, 18, 29, 20)
    LARGE = (Weight.BOLD, 32, 20, 42, 24)
    HUGE = (Weight.BOLD, 56, 24, 76, 30)

    def lettering(self, width: int, lines: int = _MOST_LINES) -> Lettering:
        """Set a text of this size on paper of so many dots."""
        weight, narrow, narrow_least, wide, wide_least = self.value
        is_narrow = width < WIDTHS[80]
        size, least = (narrow, narrow_least) if is_narrow else (wide, wide_least)
        return Lettering(weight, size, least, lines, 122)


class Say(Struct, frozen=True):
    """This is a text that takes the lines it needs."""

    text: str
    size: Size = Size.BASE
    centred: bool = False


class Pair(Struct, frozen=True):
    """This is a text with a figure at the right, which stays whole."""

    left: str
    right: str
    size: Size = Size.BASE


class Mark(Struct, frozen=True):
    """This is a word nobody overlooks: white on a black bar."""

    text: str


class Stroke(Struct, frozen=True):
    """This is a line across the paper."""


class Code(Struct, frozen=True):
    """This is a card's code, large enough for any scanner."""

    code: str


Block = Say | Pair | Mark | Stroke | Code


class Box(Struct, frozen=True):
    """This is the place of a block's text, figure or code, in dots; ``shortened`` where words were lost."""

    block: Block
    text: str
    left: int
    top: int
    width: int
    height: int
    lettering: Lettering | None = None
    shortened: bool = False

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.top + self.height

    @property
    def rectangle(self) -> QRectF:
        """Where it is painted."""
        return QRectF(self.left, self.top, self.width, self.height)


def code_side(width: int) -> int:
    """Give the side of a code with its quiet zone, in dots: whole dots to a module, 24 mm and more."""
    modules = MODULES + 2 * QUIET_MODULES
    least = -(-_LEAST_CODE_MM * DOTS_PER_MM // modules)
    return modules * (least + (1 if width >= WIDTHS[80] else 0))


def laid_out(blocks: Iterable[Block], width: int) -> tuple[tuple[Box, ...], int]:
    """Give every block its place.

    Returns:
        The boxes from the top down, and how many rows of dots the slip has.
    """
    boxes: list[Box] = []
    top = _EDGE
    before: Block | None = None
    for block in blocks:
        top += 0 if before is None else _gap(before, block)
        placed = tuple(_placed(block, width, top))
        boxes += placed
        top = max(box.bottom for box in placed)
        before = block
    return tuple(boxes), top + _EDGE


def slip_raster(blocks: Iterable[Block], width: int) -> Raster:
    """Paint a slip.

    Args:
        blocks: What it says, from the top down.
        width: Dots in a line, one of :data:`WIDTHS`.
    """
    boxes, height = laid_out(blocks, width)
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for box in boxes:
        _paint(painter, box)
    painter.end()
    return raster_of(image)


def _gap(before: Block, block: Block) -> int:
    if (
        isinstance(before, Stroke)
        or isinstance(block, Stroke | Mark | Code)
        or isinstance(before, Mark | Code)
    ):
        return _GAP
    return _SHORT_GAP + (_GAP - _SHORT_GAP if _size(before) is not _size(block) else 0) // 2


def _size(block: Block) -> Size | None:
    return block.size if isinstance(block, Say | Pair) else None


def _placed(block: Block, width: int, top: int) -> Iterable[Box]:
    room = width - 2 * _EDGE
    match block:
        case Stroke():
            yield Box(block, "", _EDGE, top, room, 2)
        case Code():
            side = code_side(width)
            yield Box(block, block.code, (width - side) // 2, top, side, side)
        case Mark():
            lettering = Size.LARGE.lettering(width)
            inner = room - 2 * _MARK_EDGE
            fitted = fit(block.text, lettering, inner, _TALLEST)
            height = _whole(fitted.height) + 2 * _MARK_EDGE
            yield Box(block, block.text, _EDGE, top, room, height, lettering, shortened=fitted.shortened)
        case Say():
            lettering = block.size.lettering(width)
            fitted = fit(block.text, lettering, room, _TALLEST)
            height = _whole(fitted.height)
            yield Box(block, block.text, _EDGE, top, room, height, lettering, shortened=fitted.shortened)
        case Pair():
            yield from _pair(block, width, top)


def _pair(block: Pair, width: int, top: int) -> Iterable[Box]:
    room = width - 2 * _EDGE
    lettering = block.size.lettering(width)
    figure = block.size.lettering(width, lines=1)
    most = room - room * _LEAST_LEFT_PERCENT // 100
    right = fit(block.right, figure, most, _TALLEST)
    if right.shortened:
        # Too long for a figure beside words: it takes the lines it needs below them.
        above = fit(block.left, lettering, room, _TALLEST)
        height = _whole(above.height)
        yield Box(block, block.left, _EDGE, top, room, height, lettering, shortened=above.shortened)
        below = fit(block.right, lettering, room, _TALLEST)
        yield Box(
            block,
            block.right,
            _EDGE,
            top + height + _SHORT_GAP,
            room,
            _whole(below.height),
            lettering,
            shortened=below.shortened,
        )
        return
    taken = _width(block.right, figure, right.size)
    beside = room - taken - _GAP
    left = fit(block.left, lettering, beside, _TALLEST)
    # Both stand on one line, though the marks of one reach higher.
    line = max(_baseline(left), _baseline(right))
    for text, fitted, at, width_of, how in (
        (block.left, left, _EDGE, beside, lettering),
        (block.right, right, width - _EDGE - taken, taken, figure),
    ):
        down = line - _baseline(fitted)
        height = _whole(fitted.height)
        yield Box(block, text, at, top + down, width_of, height, how, shortened=fitted.shortened)


def _baseline(fitted: Fitted) -> int:
    return round(fitted.origins[0][1]) if fitted.origins else 0


def _width(text: str, lettering: Lettering, size: int) -> int:
    metrics = QFontMetricsF(typeface(lettering.weight, size))
    ink = metrics.tightBoundingRect(text)
    return _whole(max(metrics.horizontalAdvance(text), ink.right(), ink.width()))


def _whole(dots: float) -> int:
    """Round up to whole dots, and one more for the edge of a letter."""
    return int(-(-dots // 1)) + 1


def _paint(painter: QPainter, box: Box) -> None:
    match box.block:
        case Stroke():
            pen = QPen(_BLACK, 2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(box.left, box.top + 1, box.left + box.width, box.top + 1)
        case Code():
            paint_qr(painter, box.rectangle, box.text)
        case Mark():
            painter.fillRect(box.rectangle, _BLACK)
            inner = box.rectangle.adjusted(_MARK_EDGE, _MARK_EDGE, -_MARK_EDGE, -_MARK_EDGE)
            assert box.lettering is not None
            write(painter, inner, box.text, box.lettering, _WHITE, centred=True)
        case Say() | Pair():
            assert box.lettering is not None
            centred = isinstance(box.block, Say) and box.block.centred
            write(painter, box.rectangle, box.text, box.lettering, _BLACK, centred=centred)
