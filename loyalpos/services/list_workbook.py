"""Workbooks read in a process of their own, which a damaged file may take down with it.

The reader of workbooks asks for as much memory as a torn ``.xls`` tells it to, and where it does not
get it the process ends, not the call. So it is never called inside the till. Long texts are read there
too, because the counter would stutter meanwhile.
"""

from __future__ import annotations

import io
import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, TypeAlias

import python_calamine
from msgspec.structs import replace

from loyalpos.engine.customer_list import ListRow
from loyalpos.engine.list_columns import guess_columns
from loyalpos.errors import ListTooLarge, ListUnreadable
from loyalpos.services.apprentice import send_some, some_sent
from loyalpos.services.list_sheet import (
    ROWS_BEFORE_THE_HEADING,
    Guess,
    ListFault,
    Reading,
    Sheet,
    sheet_of,
    worth_as_heading,
)
from loyalpos.services.workbook_bounds import check_bounds

if sys.platform != "win32":
    import resource

__all__ = ["OLE", "ZIP", "Read", "read_in_a_process", "read_workbook"]

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MOST_MEMORY_BYTES: Final = 3_000_000_000
_PATIENCE_S: Final = 120
_MOST_SHEETS: Final = 30
_DIED_OF_AN_EXCEPTION: Final = 1


Read: TypeAlias = Callable[[Path, bytes, int, Guess], Sheet]
"""Reads a list from the content of a file, with the most rows it may have."""


def read_workbook(path: Path, content: bytes, limit_rows: int, guess: Guess = guess_columns) -> Sheet:
    """Read the sheet of an ``.xlsx`` or ``.xls`` that looks most like a list of its sort.

    Raises:
        ListTooLarge: It would not fit into memory, or has too many rows.
        ListUnreadable: ``why`` is a ``ListFault``; damaged also where the reading never ends.
    """
    if _is_locked(content):
        raise ListUnreadable(path, ListFault.PASSWORD)
    return read_in_a_process(_read_book, path, content, limit_rows, guess)


def read_in_a_process(read: Read, path: Path, content: bytes, limit_rows: int, guess: Guess) -> Sheet:
    """Read a list in a process of its own.

    Raises:
        ListTooLarge: It would not fit into memory, or has too many rows.
        ListUnreadable: ``why`` is a ``ListFault``; damaged also where the reading never ends.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_read_and_send, args=(sender, read, path, content, limit_rows, guess), daemon=True
    )
    child.start()
    sender.close()
    try:
        if not receiver.poll(_PATIENCE_S):
            raise ListUnreadable(path, ListFault.DAMAGED)
        answer: Sheet | ListTooLarge | ListUnreadable = receiver.recv()
        if isinstance(answer, Sheet):
            # As many at once as a scan can wait for.
            return replace(answer, rows=tuple(some_sent(receiver)))
    except (EOFError, OSError) as died:
        child.join()
        if child.exitcode == _DIED_OF_AN_EXCEPTION:
            raise RuntimeError("reading a workbook failed by a fault of ours") from died
        raise ListUnreadable(path, ListFault.DAMAGED) from died
    finally:
        child.kill()
        child.join()
        receiver.close()
    raise answer


def _read_and_send(
    sender: Connection, read: Read, path: Path, content: bytes, limit_rows: int, guess: Guess
) -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY_BYTES, _MOST_MEMORY_BYTES))
    answer: Sheet | ListTooLarge | ListUnreadable
    try:
        answer = read(path, content, limit_rows, guess)
    except (ListTooLarge, ListUnreadable) as fault:
        answer = fault
    except MemoryError:
        answer = ListTooLarge("bytes", _MOST_MEMORY_BYTES)
    except BaseException as fault:
        # The reader's own panic is no Exception, and its class has no name to import.
        if type(fault).__name__ != "PanicException":
            raise
        answer = ListUnreadable(path, ListFault.DAMAGED)
    if isinstance(answer, Sheet):
        sender.send(replace(answer, rows=()))
        send_some(sender, answer.rows)
    else:
        sender.send(answer)


def _read_book(path: Path, content: bytes, limit_rows: int, guess: Guess) -> Sheet:
    check_bounds(path, content, limit_rows, damaged=ListFault.DAMAGED, not_a_list=ListFault.NOT_A_LIST)
    return _read(path, content, limit_rows, guess)


def _is_locked(content: bytes) -> bool:
    """Look for a password: the reader says of such a file only that it knows no such format.

    A locked ``.xlsx`` is an OLE file around an encrypted package; in a locked ``.xls`` the record
    FilePass stands behind the first one, with nothing but a WriteProtect between them.
    """
    if not content.startswith(OLE):
        return False
    if "EncryptedPackage".encode("utf-16-le") in content:
        return True
    begin = content.find(b"\x09\x08\x10\x00")
    behind = content[begin + 20 : begin + 30].removeprefix(b"\x86\x00\x00\x00")
    return begin >= 0 and behind.startswith(b"\x2f\x00")


def _read(path: Path, content: bytes, limit_rows: int, guess: Guess) -> Sheet:
    best: tuple[int, str, list[ListRow], int] | None = None
    try:
        with python_calamine.load_workbook(io.BytesIO(content)) as workbook:
            worksheets = [
                meta
                for meta in workbook.sheets_metadata
                if meta.typ == python_calamine.SheetTypeEnum.WorkSheet
            ]
            worksheets.sort(key=lambda meta: meta.visible != python_calamine.SheetVisibleEnum.Visible)
            for meta in worksheets[:_MOST_SHEETS]:
                reading = Reading(limit_rows)
                rows = reading.rows(workbook.get_sheet_by_name(meta.name).iter_rows())
                head = rows[:ROWS_BEFORE_THE_HEADING]
                known = max((worth_as_heading(row.cells, guess)[0] for row in head), default=-1)
                if best is None or known > best[0]:
                    best = (known, meta.name, rows, reading.cut_cells)
    except python_calamine.CalamineError as fault:
        raise ListUnreadable(path, ListFault.DAMAGED) from fault
    if best is None:
        raise ListUnreadable(path, ListFault.EMPTY)
    _, name, rows, cut_cells = best
    return sheet_of(path, rows, limit_rows, cut_cells, ("", "", name), guess)
