"""The program on A5 for the wall or the counter: as large as it fits on one page, else on several."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath

from loyalpos.engine.joining import Reach
from loyalpos.errors import CannotPrint
from loyalpos.printing.colours import scheme_for
from loyalpos.printing.customer.program import Section
from loyalpos.printing.customer.tongue import Language, tongue_of
from loyalpos.printing.lettering import Lettering, fit, write
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page, write_pdf
from loyalpos.printing.qr import paint_text_qr
from loyalpos.printing.signs import drawable
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["POSTER_HEIGHT", "POSTER_WIDTH", "Poster", "poster_images", "poster_pdf", "print_poster"]

POSTER_WIDTH = 14800
POSTER_HEIGHT = 21000

_EDGE = 1000
_HEAD_HEIGHT = 3300
_FOOT_HEIGHT = 3900
_QR_SIDE = 3100
_BODY = QRectF(
    _EDGE,
    _HEAD_HEIGHT + 500,
    POSTER_WIDTH - 2 * _EDGE,
    POSTER_HEIGHT - _HEAD_HEIGHT - _FOOT_HEIGHT - 700,
)
_COLUMN_GAP = 600
_SIZES = ((460, 1), (420, 1), (380, 1), (340, 1), (310, 1), (310, 2), (280, 2), (255, 2))
"""Sizes of the text (a hundredth of a millimetre) with the number of columns, tried in this order."""

_LEADING_PERCENT = 130
_MOST_LINES = 40
_SHOP = Lettering(Weight.BOLD, 900, 380, lines=2)
_TITLE = Lettering(Weight.MEDIUM, 400, 260)
_JOIN_TITLE = Lettering(Weight.BOLD, 420, 300)
_JOIN = Lettering(Weight.REGULAR, 340, 220, lines=3)
_CONTACT = Lettering(Weight.REGULAR, 280, 180, lines=2)
_CAPTION = Lettering(Weight.MEDIUM, 230, 130)

_PAPER = QColor("#ffffff")
_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")


class Poster(Struct, frozen=True):
    """This is everything a poster says, in one language.

    ``brand`` is any ``#rrggbb``; ``contact`` and the words of ``reach`` are the owner's, either may be empty.
    """

    shop_name: str
    brand: str
    contact: str
    reach: Reach
    language: Language
    sections: tuple[Section, ...]


class _Piece(Struct, frozen=True):
    """One paragraph with its place on a page, in painter units."""

    text: str
    is_title: bool
    box: QRectF


class _Layout(Struct, frozen=True):
    size: int
    pages: tuple[tuple[_Piece, ...], ...]


def poster_pdf(poster: Poster, out: Path) -> int:
    """Write a poster into a PDF file of vector drawings and selectable text.

    Returns:
        Number of pages.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    return write_pdf(out, _title(poster), lambda writer: _paint_all(poster, writer))


def print_poster(poster: Poster, printer: QPrinter) -> int:
    """Print a poster, drawn as in the PDF file.

    Raises:
        CannotPrint: The printer does not accept the job.
    """
    painted = _paint_all(poster, printer) if printer.isValid() else None
    if painted is None:
        raise CannotPrint(printer.printerName())
    return painted


def poster_images(poster: Poster, width_px: int) -> tuple[QImage, ...]:
    """Draw a poster's pages for the screen, so many pixels wide."""
    layout = _laid_out(poster.sections)
    images: list[QImage] = []
    for number in range(len(layout.pages)):
        image = QImage(
            max(1, width_px), max(1, width_px * POSTER_HEIGHT // POSTER_WIDTH), QImage.Format.Format_RGB32
        )
        image.fill(_PAPER)
        painter = QPainter(image)
        painter.scale(image.width() / POSTER_WIDTH, image.height() / POSTER_HEIGHT)
        _paint_page(painter, poster, layout, number)
        painter.end()
        images.append(image)
    return tuple(images)


def _title(poster: Poster) -> str:
    return tongue_of(poster.language).translate("Customer", "Our points program")


def _paint_all(poster: Poster, device: QPagedPaintDevice) -> int | None:
    """Paint all pages; None when the device does not take them."""
    device.setPageLayout(whole_page(POSTER_WIDTH, POSTER_HEIGHT))
    layout = _laid_out(poster.sections)
    painter = QPainter()
    try:
        for number in range(len(layout.pages)):
            if not (device.newPage() if painter.isActive() else painter.begin(device)):
                return None
            painter.save()
            scale = painter.device().logicalDpiX() / UNITS_PER_INCH
            painter.scale(scale, scale)
            _paint_page(painter, poster, layout, number)
            painter.restore()
    finally:
        if painter.isActive():
            painter.end()
    return len(layout.pages)


# Where the sentences go -------------------------------------------------------------------------------


# What is looked at on the screen is printed next.
@lru_cache(maxsize=4)
def _laid_out(sections: tuple[Section, ...]) -> _Layout:
    """Choose the largest size that takes no more pages than the smallest one."""
    smallest, columns = _SIZES[-1]
    fewest = _flowed(sections, smallest, columns)

    def is_enough(size: tuple[int, int]) -> bool:
        return len(_flowed(sections, *size)) == len(fewest)

    at = bisect_left(_SIZES[:-1], x=True, key=is_enough)
    size, columns = _SIZES[at]
    return _Layout(size, _flowed(sections, size, columns))


def _flowed(sections: tuple[Section, ...], size: int, columns: int) -> tuple[tuple[_Piece, ...], ...]:
    """Fill column after column; a heading stays with its first sentence."""
    width = (_BODY.width() - (columns - 1) * _COLUMN_GAP) / columns
    pages: list[list[_Piece]] = [[]]
    column, y = 0, 0.0
    for section in sections:
        for group in _groups(section):
            heights = [_height(text, is_title=is_title, size=size, width=width) for text, is_title in group]
            gaps = [_gap(is_title=is_title, size=size) for _, is_title in group]
            needed = sum(heights) + sum(gaps)
            if y and y + needed > _BODY.height():
                column, y = column + 1, 0.0
            if column == columns:
                pages.append([])
                column = 0
            for (text, is_title), height, gap in zip(group, heights, gaps, strict=True):
                y += gap if y else 0
                left = _BODY.left() + column * (width + _COLUMN_GAP)
                pages[-1].append(_Piece(text, is_title, QRectF(left, _BODY.top() + y, width, height)))
                y += height
    return tuple(tuple(page) for page in pages)


def _groups(section: Section) -> Iterator[tuple[tuple[str, bool], ...]]:
    first, *rest = section.sentences
    yield (drawable(section.title), True), (drawable(first), False)
    for one in rest:
        yield ((drawable(one), False),)


def _lettering(*, is_title: bool, size: int) -> Lettering:
    weight = Weight.BOLD if is_title else Weight.REGULAR
    return Lettering(weight, size, size, _MOST_LINES, _LEADING_PERCENT)


def _gap(*, is_title: bool, size: int) -> float:
    return size * 1.1 if is_title else size * 0.5


def _height(text: str, *, is_title: bool, size: int, width: float) -> float:
    return fit(text, _lettering(is_title=is_title, size=size), width, _BODY.height()).height


# Painting ---------------------------------------------------------------------------------------------


def _paint_page(painter: QPainter, poster: Poster, layout: _Layout, number: int) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_head(painter, poster)
    heading = QColor(poster.brand) if scheme_for(poster.brand).text == _PAPER else _INK
    for piece in layout.pages[number]:
        lettering = _lettering(is_title=piece.is_title, size=layout.size)
        write(painter, piece.box, piece.text, lettering, heading if piece.is_title else _INK)
    _paint_foot(painter, poster)
    if len(layout.pages) > 1:
        place = QRectF(_EDGE, POSTER_HEIGHT - 650, POSTER_WIDTH - 2 * _EDGE - _QR_SIDE - 400, 300)
        write(painter, place, f"{number + 1} / {len(layout.pages)}", _CAPTION, _QUIET, bottom=True)


def _paint_head(painter: QPainter, poster: Poster) -> None:
    scheme = scheme_for(poster.brand)
    band = QRectF(-300, -300, POSTER_WIDTH + 600, _HEAD_HEIGHT + 300)
    gradient = QLinearGradient(QPointF(0, 0), QPointF(POSTER_WIDTH, _HEAD_HEIGHT))
    gradient.setColorAt(0, scheme.near)
    gradient.setColorAt(1, scheme.far)
    painter.fillRect(band, gradient)
    width = POSTER_WIDTH - 2 * _EDGE
    place = QRectF(_EDGE, 650, width, 1900)
    shop = write(painter, place, poster.shop_name, _SHOP, scheme.text)
    below = QRectF(_EDGE, place.top() + shop.height + 180, width, 480)
    write(painter, below, _title(poster), _TITLE, scheme.quiet)


def _paint_foot(painter: QPainter, poster: Poster) -> None:
    """Paint how to join, and the symbol for a camera where there is something to scan."""
    tongue = tongue_of(poster.language)
    top = POSTER_HEIGHT - _FOOT_HEIGHT
    painter.fillRect(QRectF(_EDGE, top, POSTER_WIDTH - 2 * _EDGE, 20), QColor("#dfe3df"))
    right: float = POSTER_WIDTH - _EDGE
    if poster.reach.code:
        code = QRectF(right - _QR_SIDE, top + 220, _QR_SIDE, _QR_SIDE)
        tile = QPainterPath()
        tile.addRect(code)
        painter.fillPath(tile, _PAPER)
        paint_text_qr(painter, code, poster.reach.code)
        caption = QRectF(code.left() - 200, code.bottom() + 10, _QR_SIDE + 400, 300)
        write(painter, caption, poster.reach.words, _CAPTION, _QUIET, centred=True)
        right = code.left() - 400
    width = right - _EDGE
    title = QRectF(_EDGE, top + 420, width, 520)
    written = write(painter, title, tongue.translate("Customer", "Join at the counter"), _JOIN_TITLE, _INK)
    how = QRectF(_EDGE, title.top() + written.height + 220, width, 1500)
    words = tongue.translate(
        "Customer", "Tell us your phone number when you pay – it takes half a minute and costs nothing."
    )
    write(painter, how, words, _JOIN, _INK)
    if poster.contact:
        contact = QRectF(_EDGE, POSTER_HEIGHT - 1650, width, 800)
        write(painter, contact, poster.contact, _CONTACT, _QUIET, bottom=True)
