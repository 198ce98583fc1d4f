"""Many cards on paper: one to a page for card printers, ten to an A4 sheet for scissors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from loyalpos.errors import CannotPrint
from loyalpos.printing import words
from loyalpos.printing.card import CARD_HEIGHT, CARD_WIDTH, CardFace, paint_back, paint_front
from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page, write_pdf
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["LAYOUTS", "Progress", "SheetLayout", "cards_pdf", "print_cards"]

Progress = Callable[[int], bool]
"""Told after each page pair the number of the last card that is painted; False stops the work."""

_BLACK = QColor("#000000")
_QUIET = QColor("#5c6865")
_MARK_WIDTH = 8
_RULER_LENGTH = 10000
_NOTE = Lettering(Weight.REGULAR, 230, 150)


class SheetLayout(Struct, frozen=True):
    """This is where cards lie on a page, in units of 0.01 mm.

    The margins are to the left and above the first card; a layout is symmetric, so that a back lies behind
    its front. ``mark_gap`` is how far crop marks stay off the cards; a ``mark_length`` of 0 means no marks,
    no ruler and no notes. ``bleed`` is how far colour runs past a card's edge.
    """

    page_width: int
    page_height: int
    columns: int
    rows: int
    margin_x: int
    margin_y: int
    gap_x: int
    gap_y: int
    mark_gap: int
    mark_length: int
    bleed: int

    @property
    def cards(self) -> int:
        """How many cards a page holds."""
        return self.columns * self.rows

    def lefts(self) -> tuple[int, ...]:
        """Left edges of the columns, from the left."""
        return tuple(self.margin_x + column * (CARD_WIDTH + self.gap_x) for column in range(self.columns))

    def tops(self) -> tuple[int, ...]:
        """Top edges of the rows, from above."""
        return tuple(self.margin_y + row * (CARD_HEIGHT + self.gap_y) for row in range(self.rows))

    def places(self, *, mirrored: bool) -> tuple[tuple[int, int], ...]:
        """Left and top of each card, row by row.

        Args:
            mirrored: From right to left, for the back of a sheet that is turned over its long edge.
        """
        lefts = tuple(reversed(self.lefts())) if mirrored else self.lefts()
        return tuple((left, top) for top in self.tops() for left in lefts)


LAYOUTS = {
    "card": SheetLayout(
        page_width=CARD_WIDTH,
        page_height=CARD_HEIGHT,
        columns=1,
        rows=1,
        margin_x=0,
        margin_y=0,
        gap_x=0,
        gap_y=0,
        mark_gap=0,
        mark_length=0,
        # Page sizes are rounded to whole points, up to 0.18 mm more than the card.
        bleed=50,
    ),
    "a4": SheetLayout(
        page_width=21000,
        page_height=29700,
        columns=2,
        rows=5,
        margin_x=1940,
        margin_y=1355,
        gap_x=0,
        gap_y=0,
        mark_gap=200,
        mark_length=350,
        bleed=0,
    ),
}


def cards_pdf(
    faces: Iterable[CardFace],
    out: Path,
    *,
    layout: str = "a4",
    first: int = 1,
    progress: Progress | None = None,
) -> int:
    """Write cards into a PDF file of vector drawings and selectable text, fronts and backs in turn.

    The file appears under its name only when it is whole; memory does not grow with the number of cards.

    Args:
        faces: Any number of cards, taken as they are needed.
        out: The file to write; replaced when it exists.
        layout: A name in ``LAYOUTS``.
        first: Number of the first card to paint, counted from 1; those before it are passed over, and it
            lies in the first place of the first sheet.
        progress: Called after each sheet.

    Returns:
        Number of cards in the file; 0 when there were none or the work was stopped, and then nothing was
        written.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    return write_pdf(
        out, words.cards_title(), lambda writer: _paint_all(faces, writer, LAYOUTS[layout], first, progress)
    )


def print_cards(
    faces: Iterable[CardFace],
    printer: QPrinter,
    *,
    layout: str = "a4",
    first: int = 1,
    progress: Progress | None = None,
) -> int:
    """Print cards, drawn as in the PDF file.

    Args:
        faces: Any number of cards.
        printer: Chosen by the person; its page and margins are set here, duplex and copies are theirs.
        layout: A name in ``LAYOUTS``.
        first: As in :func:`cards_pdf`.
        progress: Called after each sheet.

    Returns:
        Number of cards sent; 0 when there were none or the work was stopped.

    Raises:
        CannotPrint: The printer does not accept the job.
    """

    def go_on(cards: int) -> bool:
        wanted = progress is None or progress(cards)
        if not wanted:
            printer.abort()
        return wanted

    painted = _paint_all(faces, printer, LAYOUTS[layout], first, go_on) if printer.isValid() else None
    if painted is None:
        raise CannotPrint(printer.printerName())
    return painted


def _paint_all(
    faces: Iterable[CardFace],
    device: QPagedPaintDevice,
    layout: SheetLayout,
    first: int,
    progress: Progress | None,
) -> int | None:
    """Paint all sheets; the number of cards, 0 when stopped, None when the device does not take them."""
    device.setPageLayout(whole_page(layout.page_width, layout.page_height))
    painted = 0
    painter = QPainter()
    try:
        for number, sheet in enumerate(_sheets(faces, first, layout.cards), start=1):
            if not (device.newPage() if painter.isActive() else painter.begin(device)):
                return None
            _paint_sheet(painter, sheet, layout, front_of=number)
            if not device.newPage():
                return None
            _paint_sheet(painter, sheet, layout, back_of=number)
            painted += len(sheet)
            if progress is not None and not progress(first - 1 + painted):
                return 0
    finally:
        if painter.isActive():
            painter.end()
    return painted


def _sheets(faces: Iterable[CardFace], first: int, cards: int) -> Iterator[tuple[CardFace, ...]]:
    rest = islice(faces, first - 1, None)
    while sheet := tuple(islice(rest, cards)):
        yield sheet


def _paint_sheet(
    painter: QPainter,
    sheet: tuple[CardFace, ...],
    layout: SheetLayout,
    *,
    front_of: int = 0,
    back_of: int = 0,
) -> None:
    painter.save()
    scale = painter.device().logicalDpiX() / UNITS_PER_INCH
    painter.scale(scale, scale)
    paint = paint_back if back_of else paint_front
    for face, (left, top) in zip(sheet, layout.places(mirrored=bool(back_of)), strict=False):
        painter.save()
        painter.translate(left, top)
        paint(painter, face, bleed=layout.bleed)
        painter.restore()
    if layout.mark_length:
        _draw_crop_marks(painter, layout)
        if front_of:
            _draw_ruler(painter, layout)
        note = words.back_note(back_of) if back_of else words.front_note(front_of)
        bottom = layout.page_height - layout.margin_y + layout.mark_gap + layout.mark_length
        width = layout.page_width - 2 * layout.margin_x
        write(painter, QRectF(layout.margin_x, bottom + 30, width, 290), note, _NOTE, _QUIET)
    painter.restore()


def _draw_crop_marks(painter: QPainter, layout: SheetLayout) -> None:
    painter.setPen(_fine_pen(_BLACK))
    lefts, tops = layout.lefts(), layout.tops()
    marks = []
    for x in sorted({edge for left in lefts for edge in (left, left + CARD_WIDTH)}):
        for y, away in ((tops[0], -1), (tops[-1] + CARD_HEIGHT, 1)):
            near = y + away * layout.mark_gap
            marks.append(QLineF(x, near, x, near + away * layout.mark_length))
    for y in sorted({edge for top in tops for edge in (top, top + CARD_HEIGHT)}):
        for x, away in ((lefts[0], -1), (lefts[-1] + CARD_WIDTH, 1)):
            near = x + away * layout.mark_gap
            marks.append(QLineF(near, y, near + away * layout.mark_length, y))
    painter.drawLines(marks)


def _draw_ruler(painter: QPainter, layout: SheetLayout) -> None:
    """Draw 100 mm above the crop marks of the upper margin, and what it is for."""
    painter.setPen(_fine_pen(_BLACK))
    left, y = layout.margin_x, layout.margin_y - layout.mark_gap - layout.mark_length - 60
    ticks = [QLineF(left, y, left + _RULER_LENGTH, y)]
    for centimetre in range(11):
        x = left + centimetre * 1000
        ticks.append(QLineF(x, y, x, y - (200 if centimetre % 5 == 0 else 110)))
    painter.drawLines(ticks)
    room = layout.page_width - layout.margin_x - (left + _RULER_LENGTH + 250)
    note = QRectF(left + _RULER_LENGTH + 250, y - 260, room, 290)
    write(painter, note, words.ruler_note(), _NOTE, _QUIET)


def _fine_pen(colour: QColor) -> QPen:
    pen = QPen(colour, _MARK_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
