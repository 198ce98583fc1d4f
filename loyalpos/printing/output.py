"""Where painted pages go: into a file or to a printer, by the same strokes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from loyalpos.errors import CannotPrint
from loyalpos.printing.pdf import write_pdf

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["Progress", "put_out"]

Progress = Callable[[int], bool]
"""Told after each page how much is painted; False stops the work."""


def put_out(target: Path | QPrinter, title: str, paint: Callable[[QPagedPaintDevice], int | None]) -> int:
    """Paint pages into a file or on a printer.

    Args:
        target: The file to write, or the printer a person chose.
        title: As viewers and print queues show it.
        paint: Paints all pages; gives how much it painted, 0 when it was stopped or had nothing, and None
            when the device does not take it.

    Returns:
        What ``paint`` gave; with 0 no file was written, and what a printer had not begun is taken back.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
        CannotPrint: The printer does not accept the job.
    """
    if isinstance(target, Path):
        return write_pdf(target, title, paint)
    target.setDocName(title)
    painted = paint(target) if target.isValid() else None
    if painted is None:
        raise CannotPrint(target.printerName())
    if painted == 0:
        target.abort()
    return painted
