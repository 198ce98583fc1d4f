"""Letters to members: one page for each, with the shop's head, the owner's words and the member's code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from loyalpos.engine.codes import grouped
from loyalpos.printing import words
from loyalpos.printing.colours import scheme_for
from loyalpos.printing.lettering import Lettering, fit, write
from loyalpos.printing.output import Progress, put_out
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page
from loyalpos.printing.qr import paint_qr
from loyalpos.printing.signs import drawable
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["LETTER_PAPERS", "LetterFace", "paint_letter", "put_out_letters"]

LETTER_PAPERS = {"a5": (14800, 21000), "a4": (21000, 29700)}
"""Width and height of a letter's page, in hundredths of a millimetre."""

_EDGE_SHARE = 9
_SIZES = (520, 480, 440, 400, 360, 330, 300, 270, 240, 210)
"""Sizes of the words, tried in this order until all of them fit."""

_LEADING_PERCENT = 140
_MOST_LINES = 60
_SHOP = Lettering(Weight.BOLD, 760, 340, lines=2)
_CONTACT = Lettering(Weight.REGULAR, 280, 180, lines=2)
_DAY = Lettering(Weight.REGULAR, 300, 220)
_CODE = Lettering(Weight.MEDIUM, 290, 200)

_PAPER = QColor("#ffffff")
_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")


class LetterFace(Struct, frozen=True):
    """This is everything on one letter.

    ``text`` is what the owner says to this member, line by line; ``code`` is what the counter scans, or
    ``""``; ``day`` says when the letter was written.
    """

    shop_name: str
    contact: str
    brand: str
    day: str
    text: str
    code: str


def put_out_letters(
    faces: Sequence[LetterFace],
    target: Path | QPrinter,
    *,
    paper: str = "a5",
    first: int = 1,
    progress: Progress | None = None,
) -> int:
    """Write letters into a file or print them, a page each.

    Args:
        paper: A name in ``LETTER_PAPERS``.
        first: Number of the first letter to print, counted from 1.
        progress: Told how many letters are done, those passed over among them.

    Returns:
        How many letters were painted; 0 when there were none or the work was stopped.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
        CannotPrint: The printer does not accept the job.
    """
    size = LETTER_PAPERS[paper]

    def paint(device: QPagedPaintDevice) -> int | None:
        device.setPageLayout(whole_page(*size))
        painter = QPainter()
        try:
            for number, face in enumerate(faces[first - 1 :], start=1):
                if not (device.newPage() if painter.isActive() else painter.begin(device)):
                    return None
                painter.save()
                scale = painter.device().logicalDpiX() / UNITS_PER_INCH
                painter.scale(scale, scale)
                paint_letter(painter, face, size)
                painter.restore()
                if progress is not None and not progress(first - 1 + number):
                    return 0
        finally:
            if painter.isActive():
                painter.end()
        return max(0, len(faces) - first + 1)

    return put_out(target, words.letters_title(), paint)


def paint_letter(painter: QPainter, face: LetterFace, size: tuple[int, int]) -> None:
    """Paint a letter.

    Args:
        painter: One unit is 0.01 mm, the origin is the page's top left corner; its state is kept.
        face: What it says.
        size: The page's width and height.
    """
    width, height = size
    edge = width // _EDGE_SHARE
    room = width - 2 * edge
    scheme = scheme_for(face.brand)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, width, height), _PAPER)
    head = height // 8
    ground = QLinearGradient(QPointF(0, 0), QPointF(width, head))
    ground.setColorAt(0, scheme.near)
    ground.setColorAt(1, scheme.far)
    painter.fillRect(QRectF(0, 0, width, head), ground)
    shop = QRectF(edge, head * 0.2, room, head * 0.5)
    written = write(painter, shop, drawable(face.shop_name), _SHOP, scheme.text)
    contact = QRectF(edge, shop.top() + written.height + 90, room, head - shop.top() - written.height - 200)
    write(painter, contact, drawable(face.contact), _CONTACT, scheme.quiet)
    write(painter, QRectF(edge, head + edge * 0.5, room, 500), face.day, _DAY, _QUIET)
    foot = height - edge * 0.7
    bottom = foot
    if face.code:
        side = min(width * 0.24, 3600)
        bottom = foot - side - 300
        _paint_code(painter, face.code, QRectF(edge, foot - side, side, side), room - side - 400)
    top = head + edge * 0.5 + 700
    _paint_words(painter, face.text, QRectF(edge, top, room, bottom - top))
    painter.restore()


def _paint_code(painter: QPainter, code: str, box: QRectF, room: float) -> None:
    paint_qr(painter, box, code)
    beside = QRectF(box.right() + 400, box.top() + box.height() * 0.3, room, 420)
    write(painter, beside, words.show_at_counter(), _CODE, _INK)
    beside.translate(0, 480)
    write(painter, beside, grouped(code), _CODE, _QUIET)


def _paint_words(painter: QPainter, text: str, room: QRectF) -> None:
    """Write the words as large as all of them fit; an empty line is a gap."""
    lines = [drawable(line) for line in text.splitlines()]
    for size in _SIZES:
        lettering = Lettering(Weight.REGULAR, size, size, lines=_MOST_LINES, leading_percent=_LEADING_PERCENT)
        gap = size * 0.62
        heights = [
            fit(line, lettering, room.width(), _MOST_LINES * 2 * size).height if line.strip() else gap
            for line in lines
        ]
        if sum(heights) + gap * max(0, len(lines) - 1) <= room.height() or size == _SIZES[-1]:
            break
    top = room.top()
    for line, height in zip(lines, heights, strict=True):
        if top + height > room.bottom():
            return
        if line.strip():
            write(painter, QRectF(room.left(), top, room.width(), height + 1), line, lettering, _INK)
        top += height + gap
