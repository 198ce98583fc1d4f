"""Papers made of tables – a member's statement, a list to tick off – on as many pages of A4 as they need."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from loyalpos.printing import words
from loyalpos.printing.lettering import Fitted, Lettering, fit, letter, write
from loyalpos.printing.output import put_out
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page
from loyalpos.printing.signs import drawable
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["Listing", "ListingColumn", "ListingRow", "ListingTable", "put_out_listing"]

PageProgress = Callable[[int, int], bool]
"""Told after each page its number and how many there are, before the first about how many; False stops."""

_WIDTH, _HEIGHT = 21000, 29700
_SIDE = 1500
_TOP = 1400
_BOTTOM = _HEIGHT - 1700
_ROOM = _WIDTH - 2 * _SIDE
_GAP = 220
_PAD = 90
_TICK = 420
_ROWS_OF_PAGE = 45
_BREATH_S = 0.001
"""After each page: a paper of ten years would keep the interpreter from the counter otherwise."""

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


class _Written(Struct, frozen=True):
    """A text as it was fitted, and where it stands: measuring is what takes the time, and is done once."""

    fitted: Fitted
    lettering: Lettering
    left: float
    drop: float
    width: float
    quiet: bool = False


class _Placed(Struct, frozen=True):
    """Something with its height: a text across the page, the head of a table, or one of its rows.

    ``table`` is the one it opens or belongs to; ``ticks`` are the left edges of boxes to tick.
    """

    height: float
    texts: tuple[_Written, ...]
    table: ListingTable | None = None
    is_row: bool = False
    is_ruled: bool = False
    ticks: tuple[float, ...] = ()


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
    pages = _measured(listing, progress)
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
            time.sleep(_BREATH_S)
    finally:
        if painter.isActive():
            painter.end()
    return len(pages)


def _measured(listing: Listing, progress: PageProgress | None) -> list[list[_Placed]]:
    """Share everything among pages; none, where the work was stopped meanwhile."""
    rows = sum(len(table.rows) for table in listing.tables)
    pages = []
    for page in _pages(listing):
        pages.append(page)
        # How many there will be is not known yet; a person may want to stop all the same.
        if progress is not None and not progress(0, max(len(pages), rows // _ROWS_OF_PAGE)):
            return []
        time.sleep(_BREATH_S)
    return pages


def _pages(listing: Listing) -> Iterator[list[_Placed]]:
    """Share what is to be painted among pages; a table that goes on repeats its head."""
    page: list[_Placed] = []
    left = float(_BOTTOM - _TOP)
    for part in _parts(listing):
        # A title or a head alone at the foot of a page says nothing.
        needed = part.height
        if part.table is not None and not part.is_row:
            needed += 2 * _TICK + 600
            if part.table.rows and not part.is_ruled:
                needed += _head(part.table).height
        if page and needed > left:
            yield page
            page, left = [], float(_BOTTOM - _TOP)
            if part.is_row and part.table is not None:
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
            yield _text(table.title, _SECTION, before=500, table=table)
        if table.rows:
            # Without a title, what is above the head stays empty.
            yield _head(table, before=0 if table.title else 300)
        elif table.none:
            yield _text(table.none, _CELL, quiet=True, before=_PAD)
        columns = _columns(table)
        for row in table.rows:
            yield _row(table, row, columns, listing.row_height)
    if listing.note:
        yield _text(listing.note, _UNDER, quiet=True, before=400)


def _text(
    text: str,
    lettering: Lettering,
    *,
    quiet: bool = False,
    before: int = 0,
    table: ListingTable | None = None,
) -> _Placed:
    fitted = fit(drawable(text), lettering, _ROOM, _BOTTOM - _TOP)
    written = _Written(fitted, lettering, _SIDE, before, _ROOM, quiet)
    return _Placed(fitted.height + before, (written,), table)


def _head(table: ListingTable, before: int = 0) -> _Placed:
    texts = tuple(
        _cell(column, column.heading, _HEAD, left, before + _PAD, width, quiet=True)
        for column, left, width in _columns(table)
    )
    return _Placed(max(one.fitted.height for one in texts) + 2 * _PAD + before, texts, table, is_ruled=True)


def _row(
    table: ListingTable,
    row: ListingRow,
    columns: tuple[tuple[ListingColumn, float, float], ...],
    least: int,
) -> _Placed:
    lettering = _CELL_STRONG if row.strong else _CELL
    widest = max(range(len(columns)), key=lambda at: columns[at][0].share)
    texts: list[_Written] = []
    ticks = tuple(left for column, left, _ in columns if column.tick)
    ends = [float(_TICK if ticks else 0)]
    for at, (column, left, width) in enumerate(columns):
        if column.tick:
            continue
        texts.append(_cell(column, row.cells[at], lettering, left, _PAD, width))
        end = texts[-1].fitted.height
        for line in row.under if at == widest else ():
            under = fit(drawable(line), _UNDER, width, _HEIGHT)
            texts.append(_Written(under, _UNDER, left, _PAD + end + 30, width, quiet=True))
            end += 30 + under.height
        ends.append(end)
    height = max(max(ends) + 2 * _PAD, least)
    return _Placed(height, tuple(texts), table, is_row=True, is_ruled=True, ticks=ticks)


def _cell(
    column: ListingColumn,
    text: str,
    lettering: Lettering,
    left: float,
    drop: float,
    width: float,
    *,
    quiet: bool = False,
) -> _Written:
    fitted = fit(drawable(text), lettering, width, _HEIGHT)
    # Figures stand at the right, where their ends can be compared.
    shift = max(0.0, width - fitted.width - 4) if column.figures else 0.0
    return _Written(fitted, lettering, left + shift, drop, width - shift, quiet)


def _paint_part(painter: QPainter, part: _Placed, top: float) -> None:
    for one in part.texts:
        room = QRectF(one.left, top + one.drop, one.width, part.height)
        letter(painter, room, one.fitted, one.lettering, _QUIET if one.quiet else _INK)
    for left in part.ticks:
        painter.setPen(QPen(_QUIET, 20))
        painter.drawRect(QRectF(left, top + (part.height - _TICK) / 2, _TICK, _TICK))
    if part.is_ruled:
        bottom = top + part.height
        painter.setPen(QPen(_LINE, 12))
        painter.drawLine(QLineF(_SIDE, bottom, _SIDE + _ROOM, bottom))


def _columns(table: ListingTable) -> tuple[tuple[ListingColumn, float, float], ...]:
    """Give each column with its left edge and its width."""
    whole = sum(column.share for column in table.columns)
    room = _ROOM - _GAP * (len(table.columns) - 1)
    left = float(_SIDE)
    columns = []
    for column in table.columns:
        width = room * column.share / whole
        columns.append((column, left, width))
        left += width + _GAP
    return tuple(columns)
