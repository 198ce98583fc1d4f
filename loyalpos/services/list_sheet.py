"""What is read from a list, whatever file it was in: headings, and rows of text below."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence, Sized
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

from loyalpos.engine.customer_list import ListRow, guess_columns
from loyalpos.errors import ListTooLarge, ListUnreadable

__all__ = [
    "LONGEST_CELL",
    "ROWS_BEFORE_THE_HEADING",
    "Guess",
    "ListFault",
    "Reading",
    "Sheet",
    "SheetNote",
    "sheet_of",
    "worth_as_heading",
]

LONGEST_CELL: Final = 1_000
ROWS_BEFORE_THE_HEADING: Final = 30
_MOST_COLUMNS: Final = 200
_MOST_CHARACTERS: Final = 100_000_000

Guess: TypeAlias = Callable[[Sequence[str]], Sized]
"""Guesses columns from headings; so many columns it knows, so likely is the row a heading."""

_LONG_NUMBER = re.compile(r"(?:[0-9][ .\-]?){9,}")


class ListFault(StrEnum):
    """Why a file cannot be read as a list; the ``why`` of ``ListUnreadable``."""

    MISSING = "missing"
    FOLDER = "folder"
    FORBIDDEN = "forbidden"
    LOCKED = "locked"
    PASSWORD = "password"  # noqa: S105  the file has one, this is none
    DAMAGED = "damaged"
    NOT_A_LIST = "not_a_list"
    EMPTY = "empty"


class SheetNote(Struct, frozen=True):
    """How a file was read, for the owner to see whether it was read right.

    ``encoding`` and ``delimiter`` are empty for a workbook, ``sheet`` is empty for a text file.
    ``heading_row`` is the heading's number in the file, None where no row looks like one and all
    rows are taken for customers. ``cut_cells`` were longer than ``LONGEST_CELL``.
    """

    encoding: str
    delimiter: str
    sheet: str
    heading_row: int | None
    cut_cells: int


class Sheet(Struct, frozen=True):
    """A list as text: headings, and the rows below that hold anything, under their numbers in the file.

    Every row has as many cells as there are headings; a heading may be empty.
    """

    headings: tuple[str, ...]
    rows: tuple[ListRow, ...]
    note: SheetNote


class Reading:
    """Rows of one sheet on their way in: cleaned, bounded, counted."""

    def __init__(self, limit_rows: int) -> None:
        self._limit_rows = limit_rows
        self._characters = 0
        self.cut_cells = 0

    def rows(self, raw: Iterable[Sequence[object]]) -> list[ListRow]:
        """Take the rows that hold anything, as composed text, under their numbers from 1.

        Raises:
            ListTooLarge: More rows or characters than allowed.
        """
        kept: list[ListRow] = []
        for number, cells in enumerate(raw, start=1):
            texts = [self._cell(cell) for cell in cells[:_MOST_COLUMNS]]
            while texts and not texts[-1]:
                texts.pop()
            if not texts:
                continue
            kept.append(ListRow(number, tuple(texts)))
            if len(kept) > self._limit_rows + ROWS_BEFORE_THE_HEADING:
                raise ListTooLarge("rows", self._limit_rows)
            if self._characters > _MOST_CHARACTERS:
                raise ListTooLarge("characters", _MOST_CHARACTERS)
        return kept

    def _cell(self, cell: object) -> str:
        text = cell if isinstance(cell, str) else _text(cell)
        if len(text) > LONGEST_CELL:
            text = text[:LONGEST_CELL]
            self.cut_cells += 1
        self._characters += len(text)
        return unicodedata.normalize("NFC", text).strip()


def _text(cell: object) -> str:
    """Write a cell of a workbook; whole numbers without point, so that phones keep their digits."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        number = Decimal(repr(cell))
        if not number.is_finite():
            return ""
        if number == number.to_integral_value():
            return f"{number:.0f}"
        # 1.125 points written with three decimals would be read as a thousand and more.
        shown = f"{number:f}"
        return shown + "0" if len(shown.partition(".")[2]) == 3 else shown
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def sheet_of(
    path: Path,
    rows: Sequence[ListRow],
    limit_rows: int,
    cut_cells: int,
    note: tuple[str, str, str],
    guess: Guess = guess_columns,
) -> Sheet:
    """Part the heading from the rows below it and give every row as many cells.

    Args:
        note: Encoding, delimiter and sheet name.

    Raises:
        ListTooLarge: More rows than allowed.
        ListUnreadable: There is no row at all.
    """
    heading, below = _headed(path, rows, limit_rows, guess)
    width = max(len(row.cells) for row in (*below, *([heading] if heading else [])))
    headings = (heading.cells if heading else ()) + ("",) * (width - len(heading.cells if heading else ()))
    return Sheet(
        headings,
        tuple(ListRow(row.number, row.cells + ("",) * (width - len(row.cells))) for row in below),
        SheetNote(*note, heading.number if heading else None, cut_cells),
    )


def _headed(
    path: Path, rows: Sequence[ListRow], limit_rows: int, guess: Guess
) -> tuple[ListRow | None, list[ListRow]]:
    """Part the heading from the rows below it; titles above are dropped."""
    if not rows:
        raise ListUnreadable(path, ListFault.EMPTY)
    place = _heading_place(rows, guess)
    if place is not None:
        place, heading = _of_two_rows(rows, place, guess)
        below = list(rows[place + 1 :])
    elif _LONG_NUMBER.search(" ".join(rows[0].cells)):
        heading, below = None, list(rows)
    else:
        heading, below = rows[0], list(rows[1:])
    if len(below) > limit_rows:
        raise ListTooLarge("rows", limit_rows)
    return heading, below


def _heading_place(rows: Sequence[ListRow], guess: Guess) -> int | None:
    worth = [worth_as_heading(row.cells, guess) for row in rows[:ROWS_BEFORE_THE_HEADING]]
    best = max(worth)
    return worth.index(best) if best[0] else None


def _of_two_rows(rows: Sequence[ListRow], place: int, guess: Guess) -> tuple[int, ListRow]:
    """Read a heading whose cells were merged over two rows: more columns are known by both than by either.

    Returns:
        Where the heading ends, and its cells.
    """
    most, ends, heading = len(guess(rows[place].cells)), place, rows[place]
    for lower in range(1, min(len(rows), ROWS_BEFORE_THE_HEADING)):
        if rows[lower].number == rows[lower - 1].number + 1:
            above, own = rows[lower - 1].cells, rows[lower].cells
            width = max(len(above), len(own))
            both = tuple(
                one or other
                for one, other in zip(
                    own + ("",) * (width - len(own)), above + ("",) * (width - len(above)), strict=True
                )
            )
            if len(guess(both)) > most:
                most, ends, heading = len(guess(both)), lower, ListRow(rows[lower].number, both)
    return ends, heading


def worth_as_heading(cells: Sequence[str], guess: Guess = guess_columns) -> tuple[int, int]:
    """Count the columns we know, then those that say anything: a title such as "Khách hàng" stands alone."""
    return len(guess(cells)), sum(bool(cell) for cell in cells)
