"""Statements that every bill needs: plain SQL that the driver runs each time.

SQLAlchemy takes 100 µs to run a statement it has compiled already, SQLite takes 5; a bill runs a dozen
of them, and somebody is waiting. A test holds each of them against the tables.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from loyalpos.store.connection import Connection

__all__ = ["NewRow", "Prepared"]


class Prepared:
    """A statement whose placeholders are given by name, as bytes, texts and whole numbers.

    Rows come back as tuples with the names of the columns.

    Attributes:
        sql: The statement, its placeholders written ``:name``.
    """

    def __init__(self, sql: str) -> None:
        self.sql = " ".join(sql.split())
        self._row: Any = None

    def run(self, connection: Connection, **given: object) -> int:
        """Run it and say how many rows it wrote.

        Raises:
            sqlcipher3.dbapi2.ProgrammingError: A placeholder was given no value.
        """
        return int(connection.driver.execute(self.sql, given).rowcount)

    def run_all(self, connection: Connection, given: Sequence[Mapping[str, object]]) -> None:
        """Run it once for each of many, inside the driver."""
        if given:
            connection.driver.executemany(self.sql, given)

    def first(self, connection: Connection, **given: object) -> Any | None:
        """Run it and give the first row, or None."""
        cursor = connection.driver.execute(self.sql, given)
        found = cursor.fetchone()
        return None if found is None else self._row_of(cursor)._make(found)

    def all(self, connection: Connection, **given: object) -> list[Any]:
        """Run it and give all rows."""
        cursor = connection.driver.execute(self.sql, given)
        row_of = self._row_of(cursor)._make
        return [row_of(row) for row in cursor.fetchall()]

    def rows(self, connection: Connection, **given: object) -> Iterator[Any]:
        """Run it and give rows one after the other, for who needs only the first of many."""
        cursor = connection.driver.execute(self.sql, given)
        row_of = self._row_of(cursor)._make
        return (row_of(row) for row in cursor)

    def stream(self, connection: Connection, **given: object) -> Iterator[tuple[Any, ...]]:
        """Run it and give bare rows one after the other, for who needs only the first of many."""
        yield from connection.driver.execute(self.sql, given)

    def _row_of(self, cursor: Any) -> Any:
        if self._row is None:
            columns = [column[0] for column in cursor.description]
            self._row = namedtuple("Row", columns, rename=True)  # type: ignore[misc]
        return self._row


class NewRow:
    """The statement that adds a row to a table, every column of it given by name."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._sql = ""
        self._columns: Collection[str] = ()

    def add(self, connection: Connection, **columns: object) -> int:
        """Add a row and give its number."""
        return int(connection.driver.execute(self._fit_for(columns), columns).lastrowid)

    def add_all(self, connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
        """Add many rows, inside the driver."""
        if rows:
            sql = self._fit_for(rows[0])
            assert all(row.keys() == self._columns for row in rows)
            connection.driver.executemany(sql, rows)

    def _fit_for(self, columns: Mapping[str, object]) -> str:
        if not self._sql:
            given = ", ".join(f":{column}" for column in columns)
            names = ", ".join(columns)
            self._sql = f"INSERT INTO {self._table} ({names}) VALUES ({given})"  # noqa: S608 - our own names
            self._columns = columns.keys()
        assert columns.keys() == self._columns, "the driver passes over a column that the statement lacks"
        return self._sql
