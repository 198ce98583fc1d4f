"""Statements that every bill needs: built by SQLAlchemy once, run by the driver each time.

SQLAlchemy takes 100 µs to run a statement it has compiled already, SQLite takes 5; a bill runs a dozen
of them, and somebody is waiting.
"""

from __future__ import annotations

from collections import namedtuple
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects import sqlite

__all__ = ["Prepared"]

_DIALECT = sqlite.dialect(paramstyle="qmark")


class Prepared:
    """A statement whose placeholders are given by name, as bytes, texts and whole numbers.

    Rows come back as tuples with the names of the columns.
    """

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        """Compile a statement; an insert fills all columns of its table."""
        compiled = statement.compile(dialect=_DIALECT)
        pieces = str(compiled).split("?")
        places = compiled.positiontup or ()
        assert len(pieces) == len(places) + 1, "no text in a statement holds a question mark"
        self._sql, self._names = pieces[0], list[str]()
        for name, piece in zip(places, pieces[1:], strict=True):
            fixed = compiled.params[name]
            if compiled.binds[name].required or fixed is None:
                self._names.append(name)
                self._sql += "?" + piece
            else:
                # Told beforehand, or SQLite plans anew each time whether a partial index may serve.
                assert type(fixed) is int or str(fixed).isalpha()
                self._sql += (str(fixed) if type(fixed) is int else f"'{fixed}'") + piece
        names = (
            [str(column.key) for column in statement.selected_columns]
            if isinstance(statement, Select)
            else []
        )
        self._row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]

    def run(self, connection: Connection, **given: object) -> int:
        """Run it and say how many rows it wrote.

        Raises:
            KeyError: A placeholder was given no value.
        """
        return int(self._cursor(connection, given).rowcount)

    def first(self, connection: Connection, **given: object) -> Any | None:
        """Run it and give the first row, or None."""
        found = self._cursor(connection, given).fetchone()
        return None if found is None else self._row._make(found)

    def all(self, connection: Connection, **given: object) -> list[Any]:
        """Run it and give all rows."""
        return [self._row._make(row) for row in self._cursor(connection, given).fetchall()]

    def _cursor(self, connection: Connection, given: dict[str, object]) -> Any:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        return driver.execute(self._sql, [given[name] for name in self._names])
