"""A bare file: what SQLCipher itself takes to write, to read and to be shown."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any

import sqlcipher3
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "PRAGMAS",
    "Table",
    "commit_seconds",
    "open_file",
    "parse_records",
    "read_and_repaint_seconds",
    "wal_bytes_of_one_commit",
]

_KEY = "x'" + "5a" * 32 + "'"

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "busy_timeout=5000",
)
"""What the shop's own file is opened with, after ``cipher_log=off`` and the raw key."""


class Table(Struct, frozen=True):
    """One table: rows lying in it beforehand, and the sizes of the rows one run writes or reads."""

    filled_rows: int
    row_bytes: tuple[int, ...]


def commit_seconds(
    folder: Path,
    tables: Sequence[Table],
    runs: int = 300,
    *,
    pragmas: Sequence[str] = PRAGMAS,
    beside: Callable[[], object] | None = None,
) -> list[float]:
    """Write the rows of one transaction into tables of blobs, durably, again and again.

    A run is BEGIN IMMEDIATE, one INSERT per row and COMMIT; the bytes are drawn before the clock
    starts. Checkpoints happen when SQLite wants them, as in the shop.
    """
    connection = _tables_file(folder / "bare-commit.db", tables, pragmas)
    rng = Random(1)
    seconds = []
    try:
        for _ in range(runs):
            rows = _rows(tables, rng)
            before = perf_counter()
            _write(connection, rows)
            seconds.append(perf_counter() - before)
            if beside:
                beside()
    finally:
        connection.close()
    return seconds


def wal_bytes_of_one_commit(
    folder: Path, tables: Sequence[Table], *, pragmas: Sequence[str] = PRAGMAS
) -> int:
    """Tell by how much the write-ahead log grows in one bare commit of these rows."""
    path = folder / "bare-wal.db"
    connection = _tables_file(path, tables, pragmas)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _write(connection, _rows(tables, Random(1)))
        return Path(f"{path}-wal").stat().st_size
    finally:
        connection.close()


def read_and_repaint_seconds(
    folder: Path,
    tables: Sequence[Table],
    labels: int,
    runs: int = 300,
    *,
    pragmas: Sequence[str] = PRAGMAS,
    beside: Callable[[], object] | None = None,
) -> list[float]:
    """Read rows by primary key in one read transaction, then repaint a bare form of labels.

    The rows of one run lie scattered over their table, as one member's do. The form is laid out
    and painted before the clock stops. Needs a ``QApplication`` to be possible in this process.
    """
    from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QWidget

    path = folder / "bare-read.db"
    _tables_file(path, tables, pragmas).close()
    connection = open_file(path, pragmas)
    app = QApplication.instance() or QApplication([])
    form = QWidget()
    layout = QFormLayout(form)
    shown = [QLabel("…") for _ in range(labels)]
    for number, label in enumerate(shown):
        layout.addRow(f"{number}", label)
    form.resize(720, 720)
    form.show()
    app.processEvents()

    rng = Random(2)
    seconds = []
    try:
        for run in range(runs):
            keys = [[rng.randrange(table.filled_rows) for _ in table.row_bytes] for table in tables]
            before = perf_counter()
            read = _read(connection, keys)
            for number, label in enumerate(shown):
                label.setText(f"{run} · {read[number % len(read)][0]} · {number}")
            QApplication.sendPostedEvents()
            form.repaint()
            seconds.append(perf_counter() - before)
            if beside:
                beside()
            app.processEvents()
    finally:
        connection.close()
        form.close()
        form.deleteLater()
    return seconds


def parse_records(path: Path, key: bytes, count: int, half: int) -> None:
    """Read and parse half of the last records of a journal, as bare as it goes."""
    connection = sqlcipher3.dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    for pragma in ("cipher_log=off", f"key=\"x'{key.hex()}'\""):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    query = "SELECT body FROM record WHERE rowid > (SELECT max(rowid) - ? FROM record) AND rowid % 2 = ?"
    for (body,) in connection.execute(query, (count, half)):
        json.loads(body)
    connection.close()


def open_file(path: Path, pragmas: Sequence[str] = PRAGMAS) -> Any:
    """Open a SQLCipher file under a raw key, in autocommit, as bare as DB-API goes."""
    connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
    for pragma in ("cipher_log=off", f'key="{_KEY}"', *pragmas):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _tables_file(path: Path, tables: Sequence[Table], pragmas: Sequence[str]) -> Any:
    for old in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        old.unlink(missing_ok=True)
    connection = open_file(path, pragmas)
    for number, table in enumerate(tables):
        connection.execute(f"CREATE TABLE t{number} (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
        sizes = table.row_bytes
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            f"INSERT INTO t{number} VALUES (?, randomblob(?))",
            ((row, sizes[row % len(sizes)]) for row in range(table.filled_rows)),
        )
        connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return connection


def _rows(tables: Sequence[Table], rng: Random) -> list[tuple[str, bytes]]:
    return [
        (f"INSERT INTO t{number} (body) VALUES (?)", rng.randbytes(size))
        for number, table in enumerate(tables)
        for size in table.row_bytes
    ]


def _write(connection: Any, rows: Sequence[tuple[str, bytes]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for insert, body in rows:
        connection.execute(insert, (body,))
    connection.execute("COMMIT")


def _read(connection: Any, keys: Sequence[Sequence[int]]) -> list[tuple[int, bytes]]:
    read: list[tuple[int, bytes]] = []
    connection.execute("BEGIN")
    for number, wanted in enumerate(keys):
        marks = ",".join("?" * len(wanted))
        read += connection.execute(f"SELECT id, body FROM t{number} WHERE id IN ({marks})", wanted).fetchall()
    connection.execute("COMMIT")
    return read
