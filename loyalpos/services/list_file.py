"""Lists of customers and items read from the files that other programs and people make of them."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from loyalpos.engine.formulas import unguarded
from loyalpos.engine.list_columns import guess_columns
from loyalpos.errors import ListTooLarge, ListUnreadable
from loyalpos.services.list_sheet import (
    ROWS_BEFORE_THE_HEADING,
    Guess,
    ListFault,
    Reading,
    Sheet,
    SheetNote,
    sheet_of,
    worth_as_heading,
)
from loyalpos.services.list_workbook import OLE, ZIP, read_in_a_process, read_workbook

__all__ = ["MOST_BYTES", "ListFault", "Sheet", "SheetNote", "read_list"]

MOST_BYTES: Final = 30_000_000

_LONG_TEXT: Final = 500_000
"""Bytes that are read sooner than a process begins."""

_DELIMITERS: Final = (";", ",", "\t")
_SEP_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)


def read_list(path: Path, *, limit_rows: int = 200_000, guess: Guess = guess_columns) -> Sheet:
    """Read a list from CSV, tab-separated text, ``.xlsx`` or ``.xls``.

    The kind is told by the content, because programs name their files as they like. Text may be UTF-8,
    UTF-16 or the Vietnamese Windows code page and comes out composed. Numbers of a workbook come as
    their digits, dates as ISO 8601. Title rows above the heading are left out.

    Args:
        guess: Knows the headings of the sort of list it is; a function of a module, because workbooks are
            read in a process of their own.

    Raises:
        ListTooLarge: More bytes, rows or cells than such a list has.
        ListUnreadable: ``why`` is a ``ListFault``.
    """
    content = _content(path)
    if content.startswith((ZIP, OLE)):
        return read_workbook(path, content, limit_rows, guess)
    if len(content) > _LONG_TEXT:
        return read_in_a_process(_from_text, path, content, limit_rows, guess)
    return _from_text(path, content, limit_rows, guess)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as gone:
        raise ListUnreadable(path, ListFault.MISSING) from gone
    except OSError as fault:
        if path.is_dir():
            raise ListUnreadable(path, ListFault.FOLDER) from fault
        # Windows refuses what another program has open; elsewhere it is a matter of rights, or of the disk.
        raise ListUnreadable(path, ListFault.LOCKED if os.name == "nt" else ListFault.FORBIDDEN) from fault
    if len(content) > MOST_BYTES:
        raise ListTooLarge("bytes", MOST_BYTES)
    return content


def _from_text(path: Path, content: bytes, limit_rows: int, guess: Guess) -> Sheet:
    text, encoding = _decoded(path, content)
    if text.lstrip()[:1] in ("<", "{") or text.startswith("%PDF"):
        raise ListUnreadable(path, ListFault.NOT_A_LIST)
    told = _SEP_LINE.match(text)
    if told:
        # Excel does not show this line either, so the numbers of the rows agree with what the owner sees.
        delimiter, text = told[1], text[told.end() :]
    else:
        delimiter = _delimiter(text, guess)
    reading = Reading(limit_rows)
    rows = reading.rows([unguarded(cell) for cell in record] for record in _records(text, delimiter))
    return sheet_of(path, rows, limit_rows, reading.cut_cells, (encoding, delimiter, ""), guess)


def _decoded(path: Path, content: bytes) -> tuple[str, str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, encoding = content.decode("utf-16", errors="replace"), "UTF-16"
    else:
        text, encoding = _without_mark(content)
    if "\0" in text:
        raise ListUnreadable(path, ListFault.NOT_A_LIST)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _without_mark(content: bytes) -> tuple[str, str]:
    head = content[:1000]
    for order, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) > 3 and zeros.count(0) * 2 > len(zeros):
            return content.decode(order, errors="replace"), "UTF-16"
    text = content.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    # One torn letter does not make a file of another code page; its names do.
    if broken and broken * 10 > sum(not letter.isascii() for letter in text):
        return content.decode("cp1258", errors="replace"), "CP1258"
    return text, "UTF-8"


def _delimiter(text: str, guess: Guess) -> str:
    """Find what parts the cells: the sign that shows most columns we know, then most columns at all."""
    head = text[:20_000].splitlines()[:ROWS_BEFORE_THE_HEADING]

    def worth(delimiter: str) -> tuple[int, int]:
        rows = list(csv.reader(head, delimiter=delimiter))
        known = max((worth_as_heading(row, guess)[0] for row in rows), default=0)
        return known, sum(len(row) > 1 for row in rows)

    return max(_DELIMITERS, key=worth)


def _records(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    try:
        for _ in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        # A quote that is never closed would swallow the customers after it: quotes then end with the line.
        return _line_by_line(text, delimiter)
    return csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)


def _line_by_line(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    for line in io.StringIO(text):
        try:
            yield next(csv.reader([line.rstrip("\n")], delimiter=delimiter), [])
        except csv.Error:
            yield line.split(delimiter)
