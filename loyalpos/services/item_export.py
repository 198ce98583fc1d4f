"""The catalogue written for a spreadsheet, so that it comes back as it went."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from loyalpos.engine.items import Item, ItemField
from loyalpos.errors import CannotWrite

__all__ = ["write_items"]

_COLUMNS: Final = tuple(ItemField)
_AMOUNTS: Final = (ItemField.PRICE, ItemField.COST)
_A_FORMULA = re.compile(r"[=+\-@\t\r]")
_WIDTHS: Final = {ItemField.NAME: 32, ItemField.TAGS: 24, ItemField.ID: 22}
_WIDTH: Final = 15


def write_items(
    path: Path, items: Sequence[Item], headings: Mapping[ItemField, str], *, yes: str, no: str
) -> Path:
    """Write items into a CSV or, where the name ends so, an ``.xlsx``.

    Args:
        headings: The columns' names in the language of the moment.
        yes: How a column of yes and no says yes.

    Returns:
        The path, with ``.csv`` where it named no kind.

    Raises:
        CannotWrite: The folder or the disk does not take it.
    """
    if path.suffix.lower() not in (".csv", ".xlsx"):
        path = path.with_name(f"{path.name}.csv")
    rows = [_row(item, yes, no) for item in items]
    heads = [headings[field] for field in _COLUMNS]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{path.name}.new")
        write: Callable[[Path, Sequence[str], Sequence[Sequence[str | int]]], None] = (
            _write_book if path.suffix.lower() == ".xlsx" else _write_text
        )
        write(half, heads, rows)
        half.replace(path)
    except (OSError, XlsxFileError) as fault:
        raise CannotWrite(path) from fault
    return path


def _row(item: Item, yes: str, no: str) -> tuple[str | int, ...]:
    cells: Mapping[ItemField, str | int] = {
        ItemField.NAME: item.name,
        ItemField.CODE: item.code,
        ItemField.CATEGORY: item.category,
        ItemField.TAGS: ", ".join(item.tags),
        ItemField.PRICE: item.price_vnd,
        ItemField.COST: "" if item.cost_vnd is None else item.cost_vnd,
        ItemField.PREMIUM: yes if item.premium else no,
        ItemField.ACTIVE: yes if item.active else no,
        ItemField.ID: item.id,
    }
    return tuple(cells[field] for field in _COLUMNS)


def _write_text(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
    text = io.StringIO()
    # Semicolons and the mark at the front: so Excel of a Vietnamese Windows opens it by a double click.
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_as_text(cell) if isinstance(cell, str) else cell for cell in row])
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def _as_text(cell: str) -> str:
    """Keep a spreadsheet from reckoning with what only looks like a formula."""
    return f"'{cell}" if _A_FORMULA.match(cell) else cell


def _write_book(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        grouped = book.add_format({"num_format": "#,##0"})
        sheet.freeze_panes(1, 0)
        for column, field in enumerate(_COLUMNS):
            sheet.set_column(column, column, _WIDTHS.get(field, _WIDTH))
            sheet.write_string(0, column, heads[column], bold)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(number, column, cell, grouped)
                elif cell:
                    sheet.write_string(number, column, cell)
