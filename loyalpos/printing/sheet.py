"""Many cards on paper: pages painted as a layout says, into a file, onto a printer, or as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from loyalpos.errors import CannotPrint
from loyalpos.printing import words
from loyalpos.printing.calibration import TRUE, Calibration, apply_calibration
from loyalpos.printing.card import CARD_HEIGHT, CARD_WIDTH, CardFace, paint_back, paint_front
from loyalpos.printing.label import paint_label
from loyalpos.printing.layouts import Holds, SheetLayout, bundled
from loyalpos.printing.marks import draw_surroundings
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page, write_pdf

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["Page", "Progress", "cards_pdf", "paint_page", "print_cards", "sheet_pages"]

Progress = Callable[[int], bool]
"""Told after each sheet how many cards are painted; False stops the work."""


class Page(Struct, frozen=True):
    """This is one side of a sheet.

    Attributes:
        cards: What lies on it.
        sheet: Its number, counted from 1.
        back: Whether it is the sheet's back.
        last: The number of its last card, where the sheet is painted with it; else None.
    """

    cards: tuple[CardFace, ...]
    sheet: int
    back: bool
    last: int | None


def cards_pdf(
    faces: Iterable[CardFace],
    out: Path,
    *,
    layout: SheetLayout | str = "a4",
    progress: Progress | None = None,
    calibration: Calibration = TRUE,
) -> int:
    """Write cards into a PDF file of vector drawings and selectable text, fronts and backs in turn.

    The file appears under its name only when it is whole; memory does not grow with the number of cards.

    Args:
        faces: Any number of cards, taken as they are needed.
        out: The file to write; replaced when it exists.
        layout: Or the name of one that comes with the program.
        progress: Called after each sheet.
        calibration: Of the printer the file is meant for, if for one alone.

    Returns:
        Number of cards in the file; 0 when there were none or the work was stopped, and then nothing was
        written.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    found = bundled(layout) if isinstance(layout, str) else layout
    return write_pdf(
        out,
        words.cards_title(),
        lambda writer: _paint_all(sheet_pages(faces, found), writer, found, progress, calibration),
    )


def print_cards(
    faces: Iterable[CardFace],
    printer: QPrinter,
    *,
    layout: SheetLayout | str = "a4",
    progress: Progress | None = None,
    calibration: Calibration = TRUE,
) -> int:
    """Print cards, drawn as in the PDF file.

    Args:
        faces: Any number of cards.
        printer: Chosen by the person; its page and margins are set here, duplex and copies are theirs.
        layout: As in :func:`cards_pdf`.
        progress: Called after each sheet.
        calibration: What was measured on this printer.

    Returns:
        Number of cards sent; 0 when there were none or the work was stopped.

    Raises:
        CannotPrint: The printer does not accept the job.
    """
    found = bundled(layout) if isinstance(layout, str) else layout

    def go_on(card: int) -> bool:
        wanted = progress is None or progress(card)
        if not wanted:
            printer.abort()
        return wanted

    painted = None
    if printer.isValid():
        painted = _paint_all(sheet_pages(faces, found), printer, found, go_on, calibration)
    if painted is None:
        raise CannotPrint(printer.printerName())
    return painted


def sheet_pages(faces: Iterable[CardFace], layout: SheetLayout) -> Iterator[Page]:
    """Lay cards out on pages: each front is followed by its back, where the layout has backs.

    Args:
        faces: Any number of cards, taken as they are needed.
    """
    rest = iter(faces)
    last = 0
    sheet = 0
    while cards := tuple(islice(rest, layout.cards)):
        sheet += 1
        last += len(cards)
        yield Page(cards, sheet, back=False, last=None if layout.is_two_sided else last)
        if layout.is_two_sided:
            yield Page(cards, sheet, back=True, last=last)


def paint_page(painter: QPainter, page: Page, layout: SheetLayout) -> None:
    """Paint one side of a sheet.

    Args:
        painter: One unit is 0.01 mm, the origin is the paper's top left corner.
    """
    places = layout.places(mirrored=page.back)
    for face, (left, top) in zip(page.cards, places, strict=False):
        painter.save()
        painter.translate(left, top)
        if layout.holds is Holds.LABELS:
            paint_label(painter, face, layout.place.width, layout.place.height)
        else:
            _paint_card(painter, face, layout, _room_for_colour(layout, left, top), back=page.back)
        painter.restore()
    draw_surroundings(painter, layout, page.sheet, back=page.back)


def _paint_all(
    pages: Iterable[Page],
    device: QPagedPaintDevice,
    layout: SheetLayout,
    progress: Progress | None,
    calibration: Calibration,
) -> int | None:
    """Paint all pages; the number of cards, 0 when stopped, None when the device does not take them."""
    device.setPageLayout(whole_page(layout.page.width, layout.page.height))
    painted = 0
    painter = QPainter()
    try:
        for page in pages:
            if not (device.newPage() if painter.isActive() else painter.begin(device)):
                return None
            painter.save()
            scale = device.logicalDpiX() / UNITS_PER_INCH
            painter.scale(scale, scale)
            apply_calibration(painter, calibration)
            paint_page(painter, page, layout)
            painter.restore()
            if page.last is not None:
                painted += len(page.cards)
                if progress is not None and not progress(page.last):
                    return 0
    finally:
        if painter.isActive():
            painter.end()
    return painted


def _paint_card(painter: QPainter, face: CardFace, layout: SheetLayout, room: QRectF, *, back: bool) -> None:
    """Paint a card as large as its place allows, in its middle; its colour fills the room it has."""
    place = layout.place
    scale = min(place.width / CARD_WIDTH, place.height / CARD_HEIGHT)
    beside = (place.width - CARD_WIDTH * scale) / 2
    above = (place.height - CARD_HEIGHT * scale) / 2
    if beside or above or (layout.bleed and layout.cards > 1):
        # Colour runs out on all sides alike; where only some of them have room, neighbours must be spared.
        painter.setClipRect(room)
    painter.translate(beside, above)
    painter.scale(scale, scale)
    bleed = ceil((layout.bleed + max(beside, above)) / scale)
    (paint_back if back else paint_front)(painter, face, bleed=bleed)


def _room_for_colour(layout: SheetLayout, left: int, top: int) -> QRectF:
    """Give what a place and its bleed cover, from its corner: bleed ends half way to the next place."""
    across, down = min(layout.bleed, layout.gap.x // 2), min(layout.bleed, layout.gap.y // 2)
    lefts, tops = layout.lefts(), layout.tops()
    return QRectF(0, 0, layout.place.width, layout.place.height).adjusted(
        -(layout.bleed if left == lefts[0] else across),
        -(layout.bleed if top == tops[0] else down),
        layout.bleed if left == lefts[-1] else across,
        layout.bleed if top == tops[-1] else down,
    )
