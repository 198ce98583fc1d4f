"""The rows of a list that do not come in, written into a file of their own, each with the reason.

Whoever mends them there takes that file in next: its columns are those of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from loyalpos.engine.customer_list import ListRow
from loyalpos.services.spreadsheet import Sheet as Written
from loyalpos.services.spreadsheet import write_sheet
from loyalpos.ui.office.list_saving import Write
from loyalpos.ui.office.long_work import Progress

__all__ = ["LeftOut", "writing_left_out"]

LeftOut = tuple[ListRow, Callable[[], str]]
"""A row, and what says why it stays out; it is asked on the thread that writes."""

_WIDEST, _NARROWEST = 40, 8
_LOOKED_AT = 200


def writing_left_out(headings: Sequence[str], reason: str, rows: Sequence[LeftOut]) -> Write:
    """Give what writes rows into a file as they were, with a column ``reason`` behind them."""
    return partial(_write, (*headings, reason), rows)


def _write(heads: tuple[str, ...], rows: Sequence[LeftOut], path: Path, _progress: Progress) -> Path:
    cells = [(*row.cells, why()) for row, why in rows]
    seen = (heads, *cells[:_LOOKED_AT])
    return write_sheet(path, Written(heads, cells, [_width(column) for column in zip(*seen, strict=True)]))


def _width(column: Iterable[str]) -> int:
    return min(max(_NARROWEST, *(len(cell) + 1 for cell in column)), _WIDEST)
