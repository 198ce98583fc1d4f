"""How large a workbook becomes when it is opened, found out before it is.

An ``.xlsx`` of a few kilobytes can unpack to gigabytes, or hold two cells at opposite corners of the
sheet, between which a reader makes room for seventeen thousand million empty ones.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

# Only counts cells; expat itself stops entities that multiply.
from xml.parsers import expat

from loyalpos.errors import ListTooLarge, ListUnreadable
from loyalpos.services.list_sheet import ROWS_BEFORE_THE_HEADING

__all__ = ["MOST_CELLS", "MOST_UNPACKED_BYTES", "check_bounds"]

MOST_UNPACKED_BYTES: Final = 400_000_000
MOST_CELLS: Final = 8_000_000
_CHUNK: Final = 1 << 18
_MOST_PARTS: Final = 2_000
_PLACE = re.compile(r"([A-Za-z]{1,4})([0-9]{1,8})")


def check_bounds(path: Path, content: bytes, most_rows: int, *, damaged: str, not_a_list: str) -> None:
    """Refuse a workbook that would not fit into the till's memory, as soon as that is seen.

    The old ``.xls`` needs no look: its sheets end at 65,536 rows and 256 columns.

    Args:
        most_rows: So many rows of a sheet may hold anything, and some more above its heading.
        damaged: The ``why`` where the file is torn.
        not_a_list: The ``why`` where it is a zip, but no workbook we read.

    Raises:
        ListTooLarge: Too many bytes, rows or cells.
        ListUnreadable: It is no ``.xlsx``.
    """
    if not content.startswith(b"PK"):
        return
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if "xl/workbook.xml" not in packed.namelist() or len(parts) > _MOST_PARTS:
                raise ListUnreadable(path, not_a_list)
            for part in parts:
                extent = _Extent()
                with packed.open(part) as stream:
                    is_xml = part.filename.endswith(".xml")
                    while chunk := stream.read(_CHUNK):
                        unpacked += len(chunk)
                        if unpacked > MOST_UNPACKED_BYTES:
                            raise ListTooLarge("bytes", MOST_UNPACKED_BYTES)
                        if is_xml:
                            extent.feed(chunk)
                        if extent.cells > MOST_CELLS:
                            raise ListTooLarge("cells", MOST_CELLS)
                        if extent.filled_rows > most_rows + ROWS_BEFORE_THE_HEADING:
                            raise ListTooLarge("rows", most_rows)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, expat.ExpatError, NotImplementedError) as fault:
        raise ListUnreadable(path, damaged) from fault
    except (EOFError, RuntimeError, ValueError, OSError, zlib.error) as fault:
        raise ListUnreadable(path, damaged) from fault


class _Extent:
    """The rectangle that the filled cells of one sheet span, and how many of its rows hold anything.

    Rows stand in their order in every workbook; in one in which they do not, some count more than once.
    """

    def __init__(self) -> None:
        self._place = ""
        self._columns = 0
        self._rows = 0
        self._row = 0
        self.filled_rows = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._starts

    @property
    def cells(self) -> int:
        return self._columns * self._rows

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)  # noqa: FBT003  expat takes no keywords

    def _starts(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "c":
            self._place = attributes.get("r", "")
        elif name in ("v", "is", "f") and (found := _PLACE.fullmatch(self._place)):
            column = 0
            for letter in found[1].upper():
                column = column * 26 + ord(letter) - 64
            self._columns = max(self._columns, column)
            row = int(found[2])
            if row != self._row:
                self._row = row
                self.filled_rows += 1
            self._rows = max(self._rows, row)
