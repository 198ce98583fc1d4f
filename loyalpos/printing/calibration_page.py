"""The page that shows how far a printer is off: four crosses, two rulers, and what to measure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from loyalpos.errors import CannotPrint
from loyalpos.printing import words
from loyalpos.printing.calibration import CROSS
from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.marks import draw_ruler, fine_pen
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page, write_pdf
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["LYING_RULER", "STANDING_RULER", "calibration_pdf", "print_calibration"]

_WIDTH, _HEIGHT = 21000, 29700
_ARM = 600
_RING = 300

LYING_RULER = (6000, 4600)
STANDING_RULER = (3600, 6400)
"""Where the rulers begin."""

_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")
_TITLE = Lettering(Weight.BOLD, 700, 400, lines=2)
_STEP = Lettering(Weight.REGULAR, 420, 280, lines=4, leading_percent=135)
_LETTER = Lettering(Weight.SEMIBOLD, 420, 300)
_TEXT_LEFT = 6000
_TEXT_WIDTH = _WIDTH - _TEXT_LEFT - 2000


def calibration_pdf(out: Path) -> int:
    """Write the page into a PDF file, which appears under its name only when it is whole.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    return write_pdf(out, words.calibration_title(), lambda writer: _paint_on(writer, ""))


def print_calibration(printer: QPrinter) -> str:
    """Print the page as the printer is, corrected by nothing.

    Returns:
        What the printer is called.

    Raises:
        CannotPrint: The printer does not accept the job.
    """
    name = printer.printerName()
    if not printer.isValid() or _paint_on(printer, name) is None:
        raise CannotPrint(name)
    return name


def _paint_on(device: QPagedPaintDevice, printer: str) -> int | None:
    device.setPageLayout(whole_page(_WIDTH, _HEIGHT))
    painter = QPainter()
    if not painter.begin(device):
        return None
    scale = device.logicalDpiX() / UNITS_PER_INCH
    painter.scale(scale, scale)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _paint(painter, printer)
    painter.end()
    return 1


def _paint(painter: QPainter, printer: str) -> None:
    crosses = (
        (CROSS, CROSS),
        (_WIDTH - CROSS, CROSS),
        (CROSS, _HEIGHT - CROSS),
        (_WIDTH - CROSS, _HEIGHT - CROSS),
    )
    for number, (x, y) in enumerate(crosses, start=1):
        _draw_cross(painter, x, y)
        beside = QRectF(x + _ARM + 80 if x == CROSS else x - _ARM - 580, y + 130, 500, 500)
        write(painter, beside, str(number), _LETTER, _INK)
    # What is measured is dashed, from where a person lays the ruler to the cross.
    pen = fine_pen()
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLines([QLineF(500, CROSS, CROSS - _ARM, CROSS), QLineF(CROSS, 500, CROSS, CROSS - _ARM)])
    write(painter, QRectF(900, CROSS + 100, 400, 500), "A", _LETTER, _INK)
    write(painter, QRectF(CROSS + 130, 650, 400, 500), "B", _LETTER, _INK)
    draw_ruler(painter, *LYING_RULER, upright=False)
    write(painter, QRectF(LYING_RULER[0] - 700, LYING_RULER[1] - 420, 500, 500), "C", _LETTER, _INK)
    draw_ruler(painter, *STANDING_RULER, upright=True)
    write(painter, QRectF(STANDING_RULER[0] - 100, STANDING_RULER[1] - 700, 500, 500), "D", _LETTER, _INK)
    top = STANDING_RULER[1] + 0.0
    title = write(
        painter, QRectF(_TEXT_LEFT, top, _TEXT_WIDTH, 2200), words.calibration_title(), _TITLE, _INK
    )
    top += title.height + 500
    if printer:
        said = write(painter, QRectF(_TEXT_LEFT, top, _TEXT_WIDTH, 600), printer, _LETTER, _QUIET)
        top += said.height + 300
    for number, step in enumerate(words.calibration_steps(), start=1):
        write(painter, QRectF(_TEXT_LEFT, top, 600, 600), f"{number}.", _STEP, _INK)
        box = QRectF(_TEXT_LEFT + 700, top, _TEXT_WIDTH - 700, 2400)
        top += write(painter, box, step, _STEP, _INK).height + 350


def _draw_cross(painter: QPainter, x: int, y: int) -> None:
    painter.setPen(fine_pen())
    painter.drawLines([QLineF(x - _ARM, y, x + _ARM, y), QLineF(x, y - _ARM, x, y + _ARM)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), _RING, _RING)
