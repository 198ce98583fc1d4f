"""Statements that every bill needs: built by SQLAlchemy once, run by the driver each time.

SQLAlchemy takes 100 µs to run a statement it has compiled already, SQLite takes 5; a bill runs a dozen
of them, and somebody is waiting.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects import sqlite

__all__ = ["Prepared"]

_DIALECT = sqlite.dialect(paramstyle="qmark")


class _Text(NamedTuple):
    sql: str
    names: tuple[str, ...]
    row: Any


class Prepared:
    """A statement whose placeholders are given by name, as bytes, texts and whole numbers.

    It is compiled when it is first run, so that a start pays only for what it needs. Rows come back as
    tuples with the names of the columns.
    """

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        """Take a statement; an insert fills all columns of its table."""
        self._statement = statement

    @cached_property
    def _text(self) -> _Text:
        statement = self._statement
        compiled = statement.compile(dialect=_DIALECT)
        pieces = str(compiled).split("?")
        places = compiled.positiontup or ()
        assert len(pieces) == len(places) + 1, "no text in a statement holds a question mark"
        sql, needed = pieces[0], list[str]()
        for name, piece in zip(places, pieces[1:], strict=True):
            fixed = compiled.params[name]
            if compiled.binds[name].required or fixed is None:
                needed.append(name)
                sql += "?" + piece
            else:
                # Told beforehand, or SQLite plans anew each time whether a partial index may serve.
                assert type(fixed) is int or str(fixed).isalpha()
                sql += (str(fixed) if type(fixed) is int else f"'{fixed}'") + piece
        columns = (
            [str(column.key) for column in statement.selected_columns]
            if isinstance(statement, Select)
            else []
        )
        return _Text(sql, tuple(needed), namedtuple("Row", columns, rename=True))

    def run(self, connection: Connection, **given: object) -> int:
        """Run it and say how many rows it wrote.

        Raises:
            KeyError: A placeholder was given no value.
        """
        return int(self._cursor(connection, given).rowcount)

    def first(self, connection: Connection, **given: object) -> Any | None:
        """Run it and give the first row, or None."""
        found = self._cursor(connection, given).fetchone()
        return None if found is None else self._text.row._make(found)

    def all(self, connection: Connection, **given: object) -> list[Any]:
        """Run it and give all rows."""
        row_of = self._text.row._make
        return [row_of(row) for row in self._cursor(connection, given).fetchall()]

    def stream(self, connection: Connection, **given: object) -> Iterator[tuple[Any, ...]]:
        """Run it and give bare rows one after the other, for who needs only the first of many."""
        yield from self._cursor(connection, given)

    def _cursor(self, connection: Connection, given: dict[str, object]) -> Any:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        text = self._text
        return driver.execute(text.sql, [given[name] for name in text.names])
