"""What one bill writes: every row and index entry of a real one, counted in the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Index, Integer, Table

from loyalpos.engine.bills import Bill
from loyalpos.store.connection import Connection
from loyalpos.store.journal_tables import JOURNAL, draft
from loyalpos.store.projections import PROJECTIONS
from tests.bench import bare_file
from tests.shops import enrolled, new_till

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Tree", "trees_of_a_bill"]

_FILLED = 100_000


class Tree:
    """A table or an index a bill writes into: its name, and the bytes of each row or entry."""

    def __init__(self, name: str, row_bytes: tuple[int, ...], *, is_index: bool) -> None:
        self.name = name
        self.row_bytes = row_bytes
        self.is_index = is_index

    def bare(self) -> bare_file.Table:
        """Give the bare table that takes as much."""
        return bare_file.Table(_FILLED, self.row_bytes)


def trees_of_a_bill(folder: Path) -> tuple[Tree, ...]:
    """Record one numbered bill of a known member in a shop of its own and see what it wrote."""
    till = new_till(folder)
    member = enrolled(till)
    for number in range(3):
        action = till.counter.desk(member).action
        till.counter.keep_draft(member, action)
        if number < 2:
            till.counter.record_bill(action, member, Bill(85_000, number=f"0{number}"))
    tables = (*JOURNAL, *PROJECTIONS, draft)
    with till.shop.file.read() as connection:
        before = {table.name: _rows(connection, table) for table in tables}
    till.counter.record_bill(action, member, Bill(125_000, number="10235"))
    trees: list[Tree] = []
    with till.shop.file.read() as connection:
        for table in tables:
            # A row that was deleted costs its page as one that was written does.
            after = _rows(connection, table)
            written = (after - before[table.name]) or (before[table.name] - after)
            if not written:
                continue
            rows = tuple(dict(zip(table.c.keys(), row, strict=True)) for row in written)
            trees.append(Tree(table.name, tuple(_bytes(row.values()) for row in rows), is_index=False))
            trees += _indexes(connection, table, rows)
    till.shop.close()
    return tuple(trees)


def _rows(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in connection.execute(table.select())}


def _indexes(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> list[Tree]:
    trees = []
    key = [column.name for column in table.primary_key.columns]
    has_rowid = table.dialect_options["sqlite"]["with_rowid"]
    is_rowid = len(key) == 1 and isinstance(table.c[key[0]].type, Integer)
    rest = [0] if has_rowid else []
    if has_rowid and not is_rowid:
        trees.append(_entries(f"{table.name} key", [[row[name] for name in key] + rest for row in rows]))
    for index in sorted(table.indexes, key=lambda one: str(one.name)):
        covered = [row for row in rows if _is_in(connection, table, index, key, row)]
        names = [column.name for column in index.columns]
        # Without a rowid an entry ends in the key.
        tail = [] if has_rowid else [name for name in key if name not in names]
        if covered:
            trees.append(
                _entries(str(index.name), [[row[name] for name in names + tail] + rest for row in covered])
            )
    return trees


def _is_in(connection: Connection, table: Table, index: Index, key: list[str], row: dict[str, Any]) -> bool:
    where = index.dialect_options["sqlite"]["where"]
    if where is None:
        return True
    here = [table.c[name] == row[name] for name in key]
    return connection.execute(table.select().where(*here).where(where)).first() is not None


def _entries(name: str, entries: list[list[Any]]) -> Tree:
    return Tree(name, tuple(_bytes(entry) for entry in entries), is_index=True)


def _bytes(values: Any) -> int:
    """Count a row as SQLite stores it: a byte of header for each value, and the value."""
    return sum(1 + _value_bytes(value) for value in values) + 3


def _value_bytes(value: object) -> int:
    match value:
        case None | 0 | 1:
            return 0
        case int():
            return next(
                size for size in (1, 2, 3, 4, 6, 8) if -(1 << size * 8 - 1) <= value < 1 << size * 8 - 1
            )
        case str():
            return len(value.encode())
        case bytes():
            return len(value)
        case _:
            raise TypeError(type(value))
