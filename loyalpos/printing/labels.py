"""Stickers with a member's name and code, on sheets of A4 as shops sell them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from loyalpos.engine.codes import grouped
from loyalpos.printing import words
from loyalpos.printing.lettering import Lettering, write
from loyalpos.printing.output import Progress, put_out
from loyalpos.printing.pdf import UNITS_PER_INCH, whole_page
from loyalpos.printing.qr import paint_qr
from loyalpos.printing.signs import drawable
from loyalpos.printing.typefaces import Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["LABEL_SHEETS", "LabelFace", "LabelSheet", "paint_label", "put_out_labels"]

_WIDTH, _HEIGHT = 21000, 29700
_INK = QColor("#17211f")
_QUIET = QColor("#5c6865")
_PAD = 200


class LabelSheet(Struct, frozen=True):
    """This is where labels lie on a sheet of A4, in units of 0.01 mm."""

    columns: int
    rows: int
    width: int
    height: int
    left: int
    top: int
    gap_x: int = 0
    gap_y: int = 0

    @property
    def labels(self) -> int:
        """How many labels a sheet holds."""
        return self.columns * self.rows

    def place(self, at: int) -> tuple[int, int]:
        """Left and top of a label, counted from 0 row by row."""
        row, column = divmod(at, self.columns)
        return self.left + column * (self.width + self.gap_x), self.top + row * (self.height + self.gap_y)


LABEL_SHEETS = {
    "24": LabelSheet(columns=3, rows=8, width=7000, height=3700, left=0, top=50),
    "40": LabelSheet(columns=4, rows=10, width=5250, height=2970, left=0, top=0),
    "65": LabelSheet(columns=5, rows=13, width=3810, height=2120, left=475, top=1070, gap_x=250),
}
"""Sheets that paper shops sell, by the number of their labels."""


class LabelFace(Struct, frozen=True):
    """This is everything on one label; ``name`` may be empty, ``code`` is 16 decimal digits."""

    shop_name: str
    name: str
    code: str


def put_out_labels(
    faces: Sequence[LabelFace],
    target: Path | QPrinter,
    *,
    sheet: str = "24",
    first: int = 1,
    progress: Progress | None = None,
) -> int:
    """Write labels into a file or print them, sheet by sheet.

    Args:
        sheet: A name in ``LABEL_SHEETS``.
        first: Number of the first label to print, counted from 1; it lies in the first place.
        progress: Told how many labels are done, those passed over among them.

    Returns:
        How many labels were painted; 0 when there were none or the work was stopped.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
        CannotPrint: The printer does not accept the job.
    """
    layout = LABEL_SHEETS[sheet]
    wanted = faces[first - 1 :]

    def paint(device: QPagedPaintDevice) -> int | None:
        device.setPageLayout(whole_page(_WIDTH, _HEIGHT))
        painter = QPainter()
        try:
            for begin in range(0, len(wanted), layout.labels):
                if not (device.newPage() if painter.isActive() else painter.begin(device)):
                    return None
                page = wanted[begin : begin + layout.labels]
                _paint_page(painter, page, layout)
                if progress is not None and not progress(first - 1 + begin + len(page)):
                    return 0
        finally:
            if painter.isActive():
                painter.end()
        return len(wanted)

    return put_out(target, words.labels_title(), paint)


def paint_label(painter: QPainter, face: LabelFace, width: int, height: int) -> None:
    """Paint a label.

    Args:
        painter: One unit is 0.01 mm, the origin is the label's top left corner; its pen and font are changed.
        face: What it says.
        width: Of the label.
        height: Of the label.
    """
    side = min(height - 2 * _PAD, width * 0.46)
    paint_qr(painter, QRectF(_PAD, (height - side) / 2, side, side), face.code)
    left = _PAD + side + _PAD * 0.5
    room = width - left - _PAD
    step = (height - 2 * _PAD) / 6
    large = Lettering(Weight.SEMIBOLD, round(step * 1.05), round(step * 0.55), lines=3)
    small = Lettering(Weight.REGULAR, round(step * 0.66), round(step * 0.4), lines=2)
    write(painter, QRectF(left, _PAD, room, step * 1.4), drawable(face.shop_name), small, _QUIET)
    write(painter, QRectF(left, _PAD + step * 1.5, room, step * 3), drawable(face.name), large, _INK)
    number = QRectF(left, _PAD + step * 4.6, room, step * 1.4)
    write(painter, number, grouped(face.code), small, _INK, bottom=True)


def _paint_page(painter: QPainter, page: Sequence[LabelFace], layout: LabelSheet) -> None:
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = painter.device().logicalDpiX() / UNITS_PER_INCH
    painter.scale(scale, scale)
    for at, face in enumerate(page):
        left, top = layout.place(at)
        painter.save()
        painter.translate(left, top)
        paint_label(painter, face, layout.width, layout.height)
        painter.restore()
    painter.restore()
