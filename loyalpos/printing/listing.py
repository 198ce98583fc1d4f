"""Papers made of tables – a member's statement, a list to tick off – on as many pages of A4 as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from loyalpos.printing import words
from loyalpos.printing.lettering import Lettering, fit, write
from loyalpos.printing.output import put_out
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page
from loyalpos.printing.signs import drawable
from loyalpos.printing.typefaces import Weight, typeface

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["Listing", "ListingColumn", "ListingRow", "ListingTable", "put_out_listing"]

PageProgress = Callable[[int, int], bool]
"""Told after each page its number and how many there are; False stops the work."""

_WIDTH, _HEIGHT = 21000, 29700
_SIDE = 1500
_TOP = 1400
_BOTTOM = _HEIGHT - 1700
_ROOM = _WIDTH - 2 * _SIDE
_GAP = 220
_PAD = 90
_TICK = 420

_SHOP = Lettering(Weight.SEMIBOLD, 380, 240)
_CONTACT = Lettering(Weight.REGULAR, 260, 180, lines=2)
_TITLE = Lettering(Weight.BOLD, 620, 380, lines=2)
_FACT = Lettering(Weight.REGULAR, 330, 330, lines=3)
_FACT_STRONG = Lettering(Weight.BOLD, 460, 330, lines=2)
_SECTION = Lettering(Weight.BOLD, 360, 300, lines=2)
_HEAD = Lettering(Weight.SEMIBOLD, 250, 170, lines=2)
_CELL = Lettering(Weight.REGULAR, 290, 290, lines=8)
_CELL_STRONG = Lettering(Weight.SEMIBOLD, 290, 290, lines=8)
_UNDER = Lettering(Weight.REGULAR, 240, 240, lines=4)
_FOOT = Lettering(Weight.REGULAR, 230, 170)

_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")
_LINE = QColor("#dfe3df")


class ListingColumn(Struct, frozen=True):
    """A column: its heading, its share of the width, whether it holds figures, or a box to tick."""

    heading: str
    share: int
    figures: bool = False
    tick: bool = False


class ListingRow(Struct, frozen=True):
    """A row: a text for each column, and small lines under that of the widest column."""

    cells: tuple[str, ...]
    under: tuple[str, ...] = ()
    strong: bool = False


class ListingTable(Struct, frozen=True):
    """A table under its title; without rows ``none`` is said instead."""

    title: str
    columns: tuple[ListingColumn, ...]
    rows: tuple[ListingRow, ...]
    none: str = ""


class Listing(Struct, frozen=True):
    """Everything on a paper.

    ``strong`` is said large under the title, ``facts`` below it line by line; ``note`` stands after the
    tables.
    """

    shop_name: str
    contact: str
    title: str
    strong: str
    facts: tuple[str, ...]
    tables: tuple[ListingTable, ...]
    note: str = ""
    row_height: int = 0


class _Placed(Struct, frozen=True):
    """Something with its height: a text across the page, the head of a table, or one of its rows."""

    height: float
    lettering: Lettering | None = None
    text: str = ""
    quiet: bool = False
    table: ListingTable | None = None
    row: ListingRow | None = None


def put_out_listing(listing: Listing, target: Path | QPrinter, progress: PageProgress | None = None) -> int:
    """Write a paper into a file or print it.

    Returns:
        How many pages it has; 0 when the work was stopped, and then nothing was written.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
        CannotPrint: The printer does not accept the job.
    """
    return put_out(target, listing.title, lambda device: _paint(listing, device, progress))


def _paint(listing: Listing, device: QPagedPaintDevice, progress: PageProgress | None) -> int | None:
    device.setPageLayout(whole_page(_WIDTH, _HEIGHT))
    # Measured before anything is painted: each page says how many there are.
    pages = list(_pages(listing))
    painter = QPainter()
    try:
        for number, page in enumerate(pages, start=1):
            if not (device.newPage() if painter.isActive() else painter.begin(device)):
                return None
            painter.save()
            scale = painter.device().logicalDpiX() / UNITS_PER_INCH
            painter.scale(scale, scale)
            top = float(_TOP)
            for part in page:
                _paint_part(painter, part, top)
                top += part.height
            foot = words.page_of(number, len(pages), listing.shop_name)
            write(painter, QRectF(_SIDE, _BOTTOM + 350, _ROOM, 320), foot, _FOOT, _QUIET)
            painter.restore()
            if progress is not None and not progress(number, len(pages)):
                return 0
    finally:
        if painter.isActive():
            painter.end()
    return len(pages)


def _pages(listing: Listing) -> Iterator[list[_Placed]]:
    """Share what is to be painted among pages; a table that goes on repeats its head."""
    page: list[_Placed] = []
    left = float(_BOTTOM - _TOP)
    for part in _parts(listing):
        # A title or a head alone at the foot of a page says nothing.
        needed = part.height + (2 * _TICK + 600 if part.row is None and part.table is not None else 0)
        if page and needed > left:
            yield page
            page, left = [], float(_BOTTOM - _TOP)
            if part.row is not None and part.table is not None:
                head = _head(part.table)
                page.append(head)
                left -= head.height
        page.append(part)
        left -= part.height
    yield page


def _parts(listing: Listing) -> Iterator[_Placed]:
    yield _text(listing.shop_name, _SHOP)
    if listing.contact:
        yield _text(listing.contact, _CONTACT, quiet=True)
    yield _text(listing.title, _TITLE, before=500)
    if listing.strong:
        yield _text(listing.strong, _FACT_STRONG, before=_GAP)
    for fact in listing.facts:
        yield _text(fact, _FACT, before=60)
    for table in listing.tables:
        if table.title:
            title = _text(table.title, _SECTION, before=500)
            yield _Placed(title.height, title.lettering, title.text, table=table)
        if table.rows:
            head = _head(table)
            yield head if table.title else _Placed(head.height + 300, table=table)
        elif table.none:
            yield _text(table.none, _CELL, quiet=True, before=_PAD)
        for row in table.rows:
            yield _Placed(max(_row_height(table, row), listing.row_height), table=table, row=row)
    if listing.note:
        yield _text(listing.note, _UNDER, quiet=True, before=400)


def _text(text: str, lettering: Lettering, *, quiet: bool = False, before: int = 0) -> _Placed:
    text = drawable(text)
    fitted = fit(text, lettering, _ROOM, _BOTTOM - _TOP)
    return _Placed(fitted.height + before, lettering, text, quiet)


def _head(table: ListingTable) -> _Placed:
    heights = [fit(column.heading, _HEAD, width, 900).height for column, _, width in _columns(table)]
    return _Placed(max(heights) + 2 * _PAD, table=table)


def _row_height(table: ListingTable, row: ListingRow) -> float:
    heights = [float(_TICK if any(column.tick for column in table.columns) else 0)]
    widest = _widest(table)
    for at, (_, _, width) in enumerate(_columns(table)):
        height = fit(drawable(row.cells[at]), _cell(row), width, _HEIGHT).height
        if at == widest:
            height += sum(fit(drawable(line), _UNDER, width, _HEIGHT).height + 30 for line in row.under)
        heights.append(height)
    return max(heights) + 2 * _PAD


def _paint_part(painter: QPainter, part: _Placed, top: float) -> None:
    if part.lettering is not None:
        room = QRectF(_SIDE, top, _ROOM, part.height)
        colour = _QUIET if part.quiet else _INK
        write(painter, room, part.text, part.lettering, colour, bottom=True)
        return
    assert part.table is not None
    bottom = top + part.height
    if part.row is None:
        # What is above the head of a table without a title stays empty.
        above = bottom - _head(part.table).height + _PAD
        for column, left, width in _columns(part.table):
            room = QRectF(left, above, width, part.height)
            _cell_text(painter, room, column, column.heading, _HEAD, _QUIET)
    else:
        _paint_row(painter, part.table, part.row, top, part.height)
    painter.setPen(QPen(_LINE, 12))
    painter.drawLine(QLineF(_SIDE, bottom, _SIDE + _ROOM, bottom))


def _paint_row(painter: QPainter, table: ListingTable, row: ListingRow, top: float, height: float) -> None:
    widest = _widest(table)
    for at, (column, left, width) in enumerate(_columns(table)):
        if column.tick:
            painter.setPen(QPen(_QUIET, 20))
            painter.drawRect(QRectF(left, top + (height - _TICK) / 2, _TICK, _TICK))
            continue
        room = QRectF(left, top + _PAD, width, height)
        used = _cell_text(painter, room, column, drawable(row.cells[at]), _cell(row), _INK)
        if at == widest:
            below = top + _PAD + used
            for line in row.under:
                room = QRectF(left, below + 30, width, height)
                below += 30 + write(painter, room, drawable(line), _UNDER, _QUIET).height


def _cell_text(
    painter: QPainter, room: QRectF, column: ListingColumn, text: str, lettering: Lettering, colour: QColor
) -> float:
    if column.figures:
        # Figures stand at the right, where their ends can be compared.
        used = fit(text, lettering, room.width(), room.height())
        widths = [_advance(lettering, used.size, line) for line in used.lines]
        room = room.adjusted(max(0.0, room.width() - max(widths, default=0.0)), 0, 0, 0)
    return write(painter, room, text, lettering, colour).height


def _advance(lettering: Lettering, size: int, line: str) -> float:
    return QFontMetricsF(typeface(lettering.weight, size)).horizontalAdvance(line) + 4


def _columns(table: ListingTable) -> Iterator[tuple[ListingColumn, float, float]]:
    """Give each column with its left edge and its width."""
    whole = sum(column.share for column in table.columns)
    room = _ROOM - _GAP * (len(table.columns) - 1)
    left = float(_SIDE)
    for column in table.columns:
        width = room * column.share / whole
        yield column, left, width
        left += width + _GAP


def _widest(table: ListingTable) -> int:
    return max(range(len(table.columns)), key=lambda at: table.columns[at].share)


def _cell(row: ListingRow) -> Lettering:
    return _CELL_STRONG if row.strong else _CELL
