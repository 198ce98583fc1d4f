"""The bare counterparts: what the machine itself takes for the least that could do each job.

Written before our own code was measured and knowing nothing of it. Every function runs its job a
number of times and returns the seconds of each run. A disk that others write to takes 0.5 ms for
a commit in one minute and 8 ms in the next, so a ratio is only worth something between runs that took
turns: ``beside`` is called after each run, off the clock, and is where ours is measured.
``python -m tests.bench.bare [folder]`` prints them all.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any

import sqlcipher3
from msgspec import Struct

from tests.bench.machine import describe
from tests.bench.people import people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "PRAGMAS",
    "WINDOW",
    "Start",
    "Table",
    "commit_seconds",
    "fold",
    "like_scan_seconds",
    "open_file",
    "parse_records",
    "percentile",
    "read_and_repaint_seconds",
    "start",
    "wal_bytes_of_one_commit",
    "window_starts",
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

_BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    sys.stdout.write("painted\\n")
    sys.stdout.flush()

app = QApplication([])
window = Bare()
window.resize(1280, 720)
window.show()
app.exec()
"""

WINDOW = (sys.executable, "-c", _BARE_WINDOW)
"""The command that shows a bare window."""


class Start(Struct, frozen=True):
    """One program start: seconds until it said it was painted, and its resident memory then.

    ``rss_mb`` is 0 where the system has no ``/proc``.
    """

    seconds: float
    rss_mb: float


class Table(Struct, frozen=True):
    """One table: rows lying in it beforehand, and the sizes of the rows one run writes or reads."""

    filled_rows: int
    row_bytes: tuple[int, ...]


def start(command: Sequence[str], *, platform: str = "offscreen", says: str = "painted") -> Start:
    """Start a program that prints a word after its first paint, and end it.

    Ours and the bare window are both started by this: the clock runs from before the process
    exists until its line arrives here.
    """
    before = perf_counter()
    program = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        env={**_compiled_environment(), "QT_QPA_PLATFORM": platform, "PYTHONUNBUFFERED": "1"},
        text=True,
    )
    assert program.stdout is not None
    try:
        for line in program.stdout:
            if line.strip() == says:
                return Start(perf_counter() - before, _rss_mb(program.pid))
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
    raise RuntimeError(f"{command[0]} ended without saying {says}: {program.returncode}")


def _compiled_environment() -> dict[str, str]:
    """Let modules be compiled once and not at every start, as in a program that was installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "loyalpos-bench-compiled")}


def window_starts(runs: int = 10, *, platform: str = "offscreen") -> list[Start]:
    """Start a bare PySide6 window in a fresh process each time.

    The files of Qt are read once before, so that no run pays for a cold disk.
    """
    start(WINDOW, platform=platform)
    return [start(WINDOW, platform=platform) for _ in range(runs)]


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


def like_scan_seconds(
    folder: Path,
    wanted: Sequence[tuple[str, str]],
    members: int = 100_000,
    *,
    pragmas: Sequence[str] = PRAGMAS,
    beside: Callable[[], object] | None = None,
) -> list[float]:
    """Look for members with ``LIKE '%…%'``, the latest visitors first, twenty of them.

    Args:
        wanted: Per run a piece of a folded name and a piece of a phone; either may be empty.
        members: How many rows are looked through, named as in ``tests.bench.people``.

    Returns:
        Seconds of each search, rows fetched.
    """
    path = folder / f"bare-like-{members}.db"
    if not path.exists():
        _members_file(path, members, pragmas)
    connection = open_file(path, pragmas)
    seconds = []
    try:
        for name, phone in wanted:
            pieces = [("folded", name), ("phone", phone)]
            told = [(column, f"%{piece}%") for column, piece in pieces if piece]
            where = " AND ".join(f"{column} LIKE ?" for column, _ in told)
            query = f"SELECT id, name, phone FROM member WHERE {where} ORDER BY seen DESC LIMIT 20"
            before = perf_counter()
            connection.execute(query, [piece for _, piece in told]).fetchall()
            seconds.append(perf_counter() - before)
            if beside:
                beside()
    finally:
        connection.close()
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


def fold(text: str) -> str:
    """Take case and marks off a name, by the book: đ → d, then NFD without its marks."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def percentile(seconds: Iterable[float], percent: int) -> float:
    """Give the smallest figure that is not beaten by more than that share of the runs."""
    ordered = sorted(seconds)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


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


def _members_file(path: Path, members: int, pragmas: Sequence[str]) -> None:
    rng = Random(3)
    connection = open_file(path, pragmas)
    connection.execute(
        "CREATE TABLE member (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL,"
        " phone TEXT NOT NULL, seen INTEGER NOT NULL) STRICT"
    )
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO member (name, folded, phone, seen) VALUES (?, ?, ?, ?)",
        ((who.name, fold(who.name), who.phone, rng.randrange(1 << 40)) for who in people(rng, members)),
    )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


def _rss_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    lines = status.read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def _spread(name: str, seconds: Sequence[float]) -> str:
    figures = "  ".join(
        f"p{percent} {percentile(seconds, percent) * 1000:8.2f} ms" for percent in (50, 95, 99)
    )
    return f"{name:<48} {figures}  ({len(seconds)} runs)\n"


def main(folder: Path) -> None:
    """Run every bare bench once, at the shop's full size, and print what was seen."""
    say = sys.stdout.write
    say("\n".join(describe(folder).lines()) + "\n\n")

    displays = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]
    for display in displays:
        starts = window_starts(platform=display)
        say(_spread(f"window, {display}", [one.seconds for one in starts]))
        say(f"{'':<48} RSS {percentile((one.rss_mb for one in starts), 50):.1f} MB\n")

    # An earn: record and link, a bill, an entry, a lot, the member's summary.
    earn = [Table(100_000, (500,)), Table(100_000, (130,)), Table(100_000, (200, 90, 90, 80))]
    say(_spread("commit of an earn, 6 rows, 1,090 bytes", commit_seconds(folder, earn)))
    say(f"{'':<48} log grows by {wal_bytes_of_one_commit(folder, earn)} bytes\n")

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scan = [Table(100_000, (200,)), Table(100_000, (80,)), Table(1_000_000, (90,) * 20)]
    say(_spread("22 rows by key, 24 labels repainted", read_and_repaint_seconds(folder, scan, labels=24)))

    rng = Random(4)
    who = list(people(rng, 200))
    by_phone = like_scan_seconds(folder, [("", one.phone[-5:]) for one in who])
    by_name = like_scan_seconds(folder, [(fold(one.name), one.phone[-2:]) for one in who])
    say(_spread("LIKE scan, last 5 digits, 100,000 members", by_phone))
    say(_spread("LIKE scan, name + 2 digits, 100,000 members", by_name))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory(prefix="bare-bench-") as made:
            main(Path(made))
