"""A PDF file of vector drawings and selectable text that appears under its name only when it is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from loyalpos.errors import CannotWrite

__all__ = ["UNITS_PER_INCH", "whole_page", "write_pdf"]

UNITS_PER_INCH = 2540
"""Painters work in hundredths of a millimetre."""


def write_pdf(out: Path, title: str, paint: Callable[[QPdfWriter], int | None]) -> int:
    """Write a file that a function paints.

    Args:
        out: The file to write; replaced when it exists.
        title: As viewers and print queues show it.
        paint: Paints all pages; gives how much it painted, 0 when it was stopped or had nothing, and None
            when the device does not take it.

    Returns:
        What ``paint`` gave; with 0 nothing was written.

    Raises:
        CannotWrite: The folder or the disk does not take the file.
    """
    file = QSaveFile(str(out))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise CannotWrite(out)
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("LoyalPOS")
    writer.setResolution(UNITS_PER_INCH)
    try:
        painted = paint(writer)
    except BaseException:
        _discard(file)
        raise
    if painted is None:
        _discard(file)
        raise CannotWrite(out)
    if painted == 0:
        _discard(file)
    elif not file.commit():
        raise CannotWrite(out)
    return painted


def whole_page(width: int, height: int) -> QPageLayout:
    """Give a page without margins, its sides in hundredths of a millimetre."""
    # Without a name and an exact match Qt would take a paper of its list that is nearly as large.
    size = QPageSize(
        QSizeF(width / 100, height / 100), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    page = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    page.setMode(QPageLayout.Mode.FullPageMode)
    return page


def _discard(file: QSaveFile) -> None:
    # Committing a cancelled file is what removes its temporary one at once, not when Python lets go of it.
    file.cancelWriting()
    file.commit()
