"""Checking a shop's file from the disk up: pages, tables, journal, and every projection replayed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from msgspec import Struct, field

from loyalpos.errors import CannotRead, FileDamaged, FileLocked
from loyalpos.store import journal_tables, projections
from loyalpos.store.apply import apply
from loyalpos.store.chain import ChainProblem, verify_chain
from loyalpos.store.connecting import connect
from loyalpos.store.connection import Connection
from loyalpos.store.disk import log_files, witness_file
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import linked_rows, record_of
from loyalpos.store.surroundings import on_disk

__all__ = [
    "Difference",
    "Odds",
    "Report",
    "check",
    "copied_aside",
    "counts_of",
    "file_problems",
    "page_problems",
    "projection_differences",
]

_AT_ONCE = 1_000
_REPLAY = "replay-"
_BREATHES_EVERY = 50
_MOST = 100
"""Problems named of one sort; a file with more is not mended by hand anyway."""


class Odds(Enum):
    """How a row of a projection differs from its replay."""

    ONLY_IN_FILE = "only_in_file"
    ONLY_IN_REPLAY = "only_in_replay"
    DIFFERENT = "different"


class Difference(Struct, frozen=True):
    """A row that is not what the journal makes of it.

    Attributes:
        key: The row's primary key; bytes as hex.
        columns: The columns that differ, where both have the row.
    """

    table: str
    key: tuple[str, ...]
    odds: Odds
    columns: tuple[str, ...] = ()


class Report(Struct, frozen=True):
    """What a check found; at most a hundred problems of each sort are named.

    Attributes:
        file_problems: In the words of the database library.
        replayed: Whether projections were compared; a broken journal proves nothing about them.
        counts: Rows of each table.
    """

    file_problems: tuple[str, ...] = ()
    chain_problems: tuple[ChainProblem, ...] = ()
    projection_differences: tuple[Difference, ...] = ()
    replayed: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing at all is wrong."""
        return self.replayed and not (
            self.file_problems or self.chain_problems or self.projection_differences
        )


def check(file: ShopFile) -> Report:
    """Check a whole file in one unchanging view, while the counter goes on.

    Needs as much room beside the file as the file has; memory stays flat.

    Raises:
        Unavailable: The disk fails or has no room for the replay; damage is reported, not raised.
    """
    pages: tuple[str, ...] = ()
    try:
        pages = file_problems(file)
        with file.aside() as connection:
            chain = verify_chain(connection)
            counts = counts_of(connection)
            if chain:
                return Report(pages, chain[:_MOST], counts=counts)
            differences = projection_differences(connection, file.key, file.path.parent)
            return Report(pages, (), differences, replayed=True, counts=counts)
    except FileDamaged as damaged:
        return Report((*pages, damaged.detail)[:_MOST])


@contextmanager
def copied_aside(path: Path) -> Iterator[Path]:
    """Copy a file that may only be read, with its log, to where it can be opened; gone at the end.

    Raises:
        CannotRead: It may not even be read.
        FileLocked: Another program writes to it meanwhile.
        Unavailable: The folder for temporary files takes no copy.
    """
    with TemporaryDirectory(prefix="loyalpos-check-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, path.name)
        with on_disk(copy):
            before = _state(path)
            # The index of the log is made anew from the log; who has seen how far it went goes first.
            for of in (witness_file, lambda of: of, lambda of: log_files(of)[0]):
                source, target = of(path), of(copy)
                if source in before:
                    _copy(source, target)
            if _state(path) != before:
                raise FileLocked(path)
        yield copy


def _copy(source: Path, target: Path) -> None:
    """Copy the bytes alone: the rights of a file that may only be read are not wanted."""
    try:
        reading = source.open("rb")
    except PermissionError as error:
        raise CannotRead(source) from error
    with reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing, 1 << 20)


def _state(path: Path) -> dict[Path, tuple[int, int]]:
    """Tell size and time of a file and of its log, where they are."""
    files = (path, log_files(path)[0], witness_file(path))
    seen = {each: each.stat() for each in files if each.exists()}
    return {each: (stat.st_size, stat.st_mtime_ns) for each, stat in seen.items()}


def file_problems(file: ShopFile) -> tuple[str, ...]:
    """Check every page of an open file, while the counter goes on.

    Seals are looked at in the file itself. A page that a power cut has torn while the log was brought into
    the file still stands whole in the log, and is no problem once it is brought in again.

    Raises:
        Unavailable: The surroundings fail.
    """
    with file.aside() as connection:
        found = page_problems(connection)
    if found:
        file.empty_log()
        with file.aside() as connection:
            found = page_problems(connection)
    return found


def page_problems(connection: Connection) -> tuple[str, ...]:
    """Check every page's seal and the structure of every table and index."""
    sealed = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars()
    problems = list(islice(sealed, _MOST))
    if not problems:
        found = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST:d})").scalars()
        problems = [line for line in found if line != "ok"]
    return tuple(problems)


def counts_of(connection: Connection) -> dict[str, int]:
    """Count the rows of the journal and of every projection."""
    return {
        table.name: int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
        for table in (*journal_tables.JOURNAL, *projections.PROJECTIONS)
    }


def projection_differences(
    connection: Connection, key: bytes, folder: Path, *, breathe: Callable[[], object] | None = None
) -> tuple[Difference, ...]:
    """Replay the journal into an empty keyed file and compare every projection, row by row.

    Args:
        folder: Where the file of the replay may stand for the time being.
        breathe: Called every few records, where somebody else wants a turn now and then.
    """
    with on_disk(folder), _place_for_replay(folder) as beside:
        driver = connect(Path(beside) / "replay", key, "create")
        try:
            for pragma in ("journal_mode=OFF", "synchronous=OFF", "secure_delete=OFF"):
                driver.execute(f"PRAGMA {pragma}")
            with Connection(driver).transaction("BEGIN IMMEDIATE") as replay:
                journal_tables.metadata.create_all(
                    replay.core,
                    (*journal_tables.JOURNAL, journal_tables.replica, *projections.PROJECTIONS),
                    checkfirst=False,
                )
                _replay(connection, replay, breathe)
                found = (
                    one for table in projections.PROJECTIONS for one in _compare(table, connection, replay)
                )
                return tuple(islice(found, _MOST))
        finally:
            driver.close()


def _place_for_replay(folder: Path) -> TemporaryDirectory[str]:
    """Make an empty folder, and remove those that a killed check has left."""
    for killed in folder.glob(f"{_REPLAY}*"):
        shutil.rmtree(killed, ignore_errors=True)
    return TemporaryDirectory(prefix=_REPLAY, dir=folder, ignore_cleanup_errors=True)


def _replay(source: Connection, target: Connection, breathe: Callable[[], object] | None) -> None:
    """Copy the journal and write its projections, some hundred records at a time."""
    for row in source.execute(sa.select(journal_tables.replica)):
        target.execute(sa.insert(journal_tables.replica), dict(row._mapping))
    for rows in linked_rows(source):
        for table in journal_tables.JOURNAL:
            target.execute(sa.insert(table), [{c.name: row._mapping[c] for c in table.c} for row in rows])
        for number, row in enumerate(rows):
            apply(target, record_of(row))
            if breathe is not None and number % _BREATHES_EVERY == 0:
                breathe()


def _compare(table: sa.Table, file: Connection, replay: Connection) -> Iterator[Difference]:
    """Walk a table in both files side by side, in the order of its primary key."""
    width = len(table.primary_key.columns)
    key_first = (*table.primary_key.columns, *(c for c in table.c if not c.primary_key))
    names = tuple(c.name for c in key_first)
    rows = sa.select(*key_first).order_by(*table.primary_key.columns).execution_options(yield_per=_AT_ONCE)
    ours, theirs = iter(file.execute(rows)), iter(replay.execute(rows))
    mine, its = next(ours, None), next(theirs, None)
    while mine is not None or its is not None:
        if its is None or (mine is not None and tuple(mine[:width]) < tuple(its[:width])):
            assert mine is not None
            yield Difference(table.name, _shown(mine, width), Odds.ONLY_IN_FILE)
            mine = next(ours, None)
        elif mine is None or tuple(its[:width]) < tuple(mine[:width]):
            yield Difference(table.name, _shown(its, width), Odds.ONLY_IN_REPLAY)
            its = next(theirs, None)
        else:
            if tuple(mine) != tuple(its):
                other = tuple(name for name, a, b in zip(names, mine, its, strict=True) if a != b)
                yield Difference(table.name, _shown(mine, width), Odds.DIFFERENT, other)
            mine, its = next(ours, None), next(theirs, None)


def _shown(row: sa.Row[Any], width: int) -> tuple[str, ...]:
    return tuple(part.hex() if isinstance(part, bytes) else str(part) for part in row[:width])
