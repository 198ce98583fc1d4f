"""Judging an old customer list against the members a shop has; a long one in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from loyalpos.engine.customer_list import ListRow, Verdict, judge
from loyalpos.engine.list_columns import Column
from loyalpos.services.apprentice import MANY_ROWS, apprentice, send_some, some_sent
from loyalpos.services.breaths import Stopped, in_breaths
from loyalpos.services.till import Till
from loyalpos.store.known import knowing

__all__ = ["judge_list"]

_TOLD_EVERY: Final = 500


def judge_list(
    till: Till,
    rows: Sequence[ListRow],
    columns: Mapping[Column, int],
    progress: Callable[[int, int], bool],
) -> tuple[Verdict, ...] | None:
    """Judge every row of a list: who can come in, who is a member already, what must be mended.

    Args:
        till: Whose members count as known.
        rows: The list below its headings.
        columns: Where each column lies.
        progress: Told rows done and rows in all; False stops.

    Returns:
        One verdict for each row, in order, or None if it was stopped.

    Raises:
        Unavailable: The file cannot be read.
    """
    file = till.shop.file
    if len(rows) < MANY_ROWS:
        try:
            return _judged(file.path, file.key, in_breaths(rows, 0, len(rows), progress), columns)
        except Stopped:
            return None
    with apprentice(_judge, file.path, file.key, dict(columns)) as child:
        child.tell_some(rows)
        while (done := child.hear()) is not None:
            if not progress(done, len(rows)):
                return None
        return tuple(child.hear_some())


def _judged(
    path: Path, key: bytes, rows: Iterable[ListRow], columns: Mapping[Column, int]
) -> tuple[Verdict, ...]:
    with knowing(path, key) as known:
        return judge(
            rows,
            columns,
            taken_phones=known.has_phone,
            taken_cards=known.has_card,
            taken_names=known.has_name,
        )


def _judge(end: Connection, path: Path, key: bytes, columns: Mapping[Column, int]) -> None:
    """Judge the rows that are sent, and send their verdicts."""
    rows: list[ListRow] = some_sent(end)
    verdicts = _judged(path, key, _telling(end, rows), columns)
    end.send(None)
    send_some(end, verdicts)


def _telling(end: Connection, rows: Sequence[ListRow]) -> Iterator[ListRow]:
    for done, row in enumerate(rows):
        if done % _TOLD_EVERY == 0:
            end.send(done)
        yield row
