"""A list written for a spreadsheet: CSV as Excel of a Vietnamese Windows opens it, or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import xlsxwriter
from msgspec import Struct
from xlsxwriter.exceptions import XlsxFileError

from loyalpos.engine.formulas import guarded
from loyalpos.errors import CannotWrite

__all__ = ["Sheet", "write_sheet"]

_LONGEST_FOOT: Final = 253
"""Of the 255 signs two say where it stands."""


class Sheet(Struct, frozen=True):
    """Headings, rows of words and whole numbers, and how wide the columns are, in letters.

    ``mark`` says below the rows who wrote the list, when and why.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[str | int]]
    widths: Sequence[int]
    mark: str = ""


def write_sheet(path: Path, sheet: Sheet) -> Path:
    """Write a list into a CSV or, where the name ends so, an ``.xlsx``.

    Returns:
        The path, with ``.csv`` where it named no kind.

    Raises:
        CannotWrite: The folder or the disk does not take it.
    """
    if path.suffix.lower() not in (".csv", ".xlsx"):
        path = path.with_name(f"{path.name}.csv")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{path.name}.new")
        write: Callable[[Path, Sheet], None] = _write_book if path.suffix.lower() == ".xlsx" else _write_text
        write(half, sheet)
        half.replace(path)
    except (OSError, XlsxFileError) as fault:
        raise CannotWrite(path) from fault
    return path


def _write_text(path: Path, sheet: Sheet) -> None:
    text = io.StringIO()
    # Semicolons and the mark at the front: so Excel of a Vietnamese Windows opens it by a double click.
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(head) for head in sheet.heads])
    for row in sheet.rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    if sheet.mark:
        writer.writerows([[], [guarded(sheet.mark)]])
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def _write_book(path: Path, sheet: Sheet) -> None:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet()
        bold = book.add_format({"bold": True})
        grouped = book.add_format({"num_format": "#,##0"})
        page.freeze_panes(1, 0)
        for column, (head, width) in enumerate(zip(sheet.heads, sheet.widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, head, bold)
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    page.write_number(number, column, cell, grouped)
                elif cell:
                    page.write_string(number, column, cell)
        if sheet.mark:
            page.write_string(len(sheet.rows) + 2, 0, sheet.mark)
            page.set_footer(f"&L{_at_the_foot(sheet.mark)}")
            book.set_properties({"comments": sheet.mark})


def _at_the_foot(mark: str) -> str:
    """Write a mark as the foot of a page takes it: it may have 255 signs, and drops more than that whole."""
    written = mark.replace("&", "&&")
    return (
        written if len(written) <= _LONGEST_FOOT else f"{mark[: _LONGEST_FOOT // 2 - 1].replace('&', '&&')}…"
    )
