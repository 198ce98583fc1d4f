"""What stands around the cards on a sheet: crop marks, a ruler, and how to turn the paper."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from loyalpos.printing import words
from loyalpos.printing.layouts import Marks, SheetLayout
from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.typefaces import Weight

__all__ = ["draw_ruler", "draw_surroundings", "fine_pen"]

_BLACK = QColor("#000000")
_QUIET = QColor("#5c6865")
_MARK_WIDTH = 8
_RULER_LENGTH = 10000
_RULER_HEIGHT = 240
_NOTE_HEIGHT = 270
_NOTE = Lettering(Weight.REGULAR, 230, 150)
_LEAST_NOTE_WIDTH = 5000


def draw_surroundings(painter: QPainter, layout: SheetLayout, sheet: int, *, back: bool) -> None:
    """Draw what belongs around the cards of a page, where the layout has crop marks at all.

    Ruler and note are left out where the margins have no room for them.

    Args:
        sheet: Its number, counted from 1.
        back: Whether this is a sheet's back.
    """
    marks = layout.marks
    if marks is None:
        return
    _draw_crop_marks(painter, layout, marks)
    left, above, right, below = layout.margins()
    width = layout.page.width - left - right
    over = above - marks.reach - 60
    if (
        not back
        and over - _RULER_HEIGHT >= layout.printer_margin
        and width >= _RULER_LENGTH + _LEAST_NOTE_WIDTH
    ):
        draw_ruler(painter, left, over, upright=False)
        start = left + _RULER_LENGTH + 250
        note = QRectF(start, over - _RULER_HEIGHT, left + width - start, _NOTE_HEIGHT)
        write(painter, note, words.ruler_note(), _NOTE, _QUIET)
    under = layout.page.height - below + marks.reach + 30
    if layout.page.height - under - _NOTE_HEIGHT >= layout.printer_margin:
        said = words.back_note(sheet) if back else _front_note(layout, sheet)
        write(painter, QRectF(left, under, width, _NOTE_HEIGHT), said, _NOTE, _QUIET)


def draw_ruler(painter: QPainter, x: float, y: float, *, upright: bool) -> None:
    """Draw 100 mm with a tick at each centimetre, to the right or downwards from a point."""
    painter.setPen(fine_pen())
    ticks = [QLineF(0, 0, _RULER_LENGTH, 0)]
    for centimetre in range(11):
        at = centimetre * 1000
        ticks.append(QLineF(at, 0, at, -(200 if centimetre % 5 == 0 else 110)))
    if upright:
        ticks = [QLineF(-line.y1(), line.x1(), -line.y2(), line.x2()) for line in ticks]
    painter.drawLines([line.translated(x, y) for line in ticks])


def fine_pen() -> QPen:
    """Give the pen of whatever is cut or measured along."""
    pen = QPen(_BLACK, _MARK_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _front_note(layout: SheetLayout, sheet: int) -> str:
    if not layout.is_two_sided:
        return words.sheet_note(sheet)
    return words.front_note(sheet, upright=layout.page.height >= layout.page.width)


def _draw_crop_marks(painter: QPainter, layout: SheetLayout, marks: Marks) -> None:
    painter.setPen(fine_pen())
    lefts, tops = layout.lefts(), layout.tops()
    right, bottom = lefts[-1] + layout.place.width, tops[-1] + layout.place.height
    lines = []
    for x in sorted({edge for left in lefts for edge in (left, left + layout.place.width)}):
        for y, away in ((tops[0], -1), (bottom, 1)):
            near = y + away * marks.off
            lines.append(QLineF(x, near, x, near + away * marks.length))
    for y in sorted({edge for top in tops for edge in (top, top + layout.place.height)}):
        for x, away in ((lefts[0], -1), (right, 1)):
            near = x + away * marks.off
            lines.append(QLineF(near, y, near + away * marks.length, y))
    painter.drawLines(lines)
