"""Those whose points end soon, written for a spreadsheet: only who agreed to be written to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loyalpos.engine.members import PointsEnding
from loyalpos.services.spreadsheet import Sheet, write_sheet

__all__ = ["write_ending"]


def write_ending(
    path: Path, listed: Sequence[PointsEnding], heads: tuple[str, str, str, str], mark: str = ""
) -> Path:
    """Write members into a CSV or a workbook, for whoever writes to them; those who did not agree stay out.

    Args:
        heads: What the columns are called: name, phone, points, last day.
        mark: Who writes it, when and why.

    Returns:
        The path, with ``.csv`` where it named no kind.

    Raises:
        CannotWrite: The folder or the disk does not take it.
    """
    rows = [
        (one.name or "", one.phone or "", one.points, one.first.strftime("%d/%m/%Y"))
        for one in listed
        if one.messages
    ]
    return write_sheet(path, Sheet(heads, rows, widths=(32, 15, 12, 15), mark=mark))
