"""A shop made anew from its export: the journal is proved and replayed, and every table compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path
from struct import error as packing_error
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from sqlcipher3 import dbapi2

from loyalpos.errors import ShopExportUnsound, ShopThere
from loyalpos.store import journal_tables, tables
from loyalpos.store.apply import apply
from loyalpos.store.chain import link_faults
from loyalpos.store.connection import Connection
from loyalpos.store.file import SCHEMA_VERSION, ShopFile
from loyalpos.store.journal import begin_life, record_of
from loyalpos.store.prepared import NewRow
from loyalpos.store.record import NO_HASH, canonical
from loyalpos.store.shop_export import (
    EXPORTED,
    FORMAT,
    FORMAT_VERSION,
    JOURNAL_FILE,
    MANIFEST,
    Exported,
    Progress,
    json_lines,
    sealed,
    zone_of,
)
from loyalpos.store.surroundings import on_disk

__all__ = ["import_shop"]

_AT_ONCE: Final = 500
_LONGEST_LINE: Final = 32_000_000
_LARGEST_MANIFEST: Final = 10_000_000
_ADD_RECORD = NewRow("record")
_ADD_LINK = NewRow("link")
_RECORD_COLUMNS: Final = tuple(column.name for column in journal_tables.record.c)
_LINK_COLUMNS: Final = tuple(column.name for column in journal_tables.link.c)


class _Life(Struct, frozen=True):
    origin: str
    began_at_ms: int


class _Manifest(Struct, frozen=True):
    format: str
    version: int
    schema: int
    lives: tuple[_Life, ...]
    records: int
    head: str
    members: int
    points: int


class _Line(Struct, frozen=True, forbid_unknown_fields=True):
    origin: str
    seq: int
    prev: str
    hash: str
    record: str
    kind: str
    version: int
    who: str
    till: str
    at_ms: int
    offset_min: int
    hlc: int
    body: dict[str, Any]
    private: dict[str, Any] | None
    salt: str | None
    private_hash: str
    content_hash: str


class _Row(Struct, frozen=True):
    """A link with its record, as the tables have them."""

    id: bytes
    origin: bytes
    seq: int
    record: bytes
    prev: bytes
    hash: bytes
    kind: str
    version: int
    who: str
    till: str
    at_ms: int
    offset_min: int
    hlc: int
    body: bytes
    private: bytes | None
    salt: bytes | None
    private_hash: bytes
    content_hash: bytes


class _Stopped(Exception):
    """Somebody pressed cancel."""


def import_shop(
    path: Path,
    key: bytes,
    folder: Path,
    *,
    origin: bytes,
    at_ms: int,
    progress: Progress = lambda _done, _whole: True,
) -> Exported | None:
    """Make a shop's file of an exported shop, whole or not at all, and begin a new life of it.

    Args:
        path: Where the file is to be; none may be there.
        origin: 16 new random bytes that name the life which begins here.
        progress: Told records done and records in all.

    Returns:
        What is in the file now, or None if it was stopped.

    Raises:
        ShopThere: There is a shop already.
        ShopExportUnsound: The export is not what was written; file and line are named.
        Unavailable: The export cannot be read, or the folder takes no file.
    """
    if ShopFile.is_there(path):
        raise ShopThere(path)
    manifest = _read_manifest(Path(folder, MANIFEST))

    def fill(file: ShopFile) -> None:
        with file.work() as connection:
            connection.execute(sa.delete(journal_tables.replica))
            for life in manifest.lives:
                begin_life(connection, bytes.fromhex(life.origin), life.began_at_ms)
        _take_in_journal(file, Path(folder, JOURNAL_FILE), manifest, progress)
        with file.work() as connection:
            _compare(connection, folder, manifest)
            begin_life(connection, origin, at_ms)

    try:
        ShopFile.create(path, key, origin=origin, began_at_ms=at_ms, fill=fill).close()
    except _Stopped:
        return None
    return Exported(path, manifest.records, manifest.members, manifest.points)


def _read_manifest(path: Path) -> _Manifest:
    with on_disk(path):
        if not path.is_file():
            raise ShopExportUnsound(path, 0, "missing")
        if path.stat().st_size > _LARGEST_MANIFEST:
            raise ShopExportUnsound(path, 1, "damaged")
        stored = path.read_bytes()
    try:
        said = json.loads(stored)
        seal = said.pop("seal")
        is_whole = sealed(said)["seal"] == seal
        manifest = msgspec.convert(said, _Manifest)
        lives = {bytes.fromhex(life.origin) for life in manifest.lives}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ShopExportUnsound(path, 1, "damaged") from error
    known = len(lives) == len(manifest.lives) and all(len(life) == 16 for life in lives)
    if manifest.format != FORMAT or not (is_whole and known):
        raise ShopExportUnsound(path, 1, "damaged")
    if manifest.version > FORMAT_VERSION or manifest.schema > SCHEMA_VERSION:
        raise ShopExportUnsound(path, 1, "newer")
    return manifest


def _take_in_journal(file: ShopFile, path: Path, manifest: _Manifest, progress: Progress) -> None:
    """Prove every link against the one before it, keep it, and write what its record says."""
    chain = _Chain(path, tuple(bytes.fromhex(life.origin) for life in manifest.lives))
    lines = _lines(path)
    number = 0
    while some := list(islice(lines, _AT_ONCE)):
        if not progress(number, manifest.records):
            raise _Stopped
        with file.work() as connection:
            for number, line in some:
                row = chain.next(number, line)
                try:
                    _ADD_RECORD.add(connection, **{name: getattr(row, name) for name in _RECORD_COLUMNS})
                    _ADD_LINK.add(connection, **{name: getattr(row, name) for name in _LINK_COLUMNS})
                except dbapi2.IntegrityError as error:
                    raise ShopExportUnsound(path, number, "damaged") from error
                try:
                    apply(connection, record_of(row))
                except KeyError as error:
                    raise ShopExportUnsound(path, number, "newer") from error
    if number != manifest.records or chain.last.hex() != (manifest.head or NO_HASH.hex()):
        raise ShopExportUnsound(path, number + 1, "damaged")
    progress(number, manifest.records)


class _Chain:
    """The links that were read so far, as much of them as the next one is proved by."""

    def __init__(self, path: Path, lives: tuple[bytes, ...]) -> None:
        self._path = path
        self._lives = lives
        self._life = -1
        self._seq = 0
        self.last = NO_HASH

    def next(self, number: int, line: bytes) -> _Row:
        """Read a line and prove it."""
        try:
            row = _row(line)
            texts = (row.kind.encode(), row.who.encode(), row.till.encode())
            # The link's own number and place come after: here it only proves that all of it fits.
            if any(link_faults(row, texts, row.seq, row.prev)):
                raise ShopExportUnsound(self._path, number, "damaged")
        except (ValueError, TypeError, RecursionError, packing_error) as error:
            raise ShopExportUnsound(self._path, number, "damaged") from error
        if self._life < 0 or row.origin != self._lives[self._life]:
            later = self._lives[self._life + 1 :]
            if row.origin not in later:
                raise ShopExportUnsound(self._path, number, "damaged")
            self._life, self._seq = self._lives.index(row.origin), 0
        if (row.seq, row.prev) != (self._seq + 1, self.last):
            raise ShopExportUnsound(self._path, number, "damaged")
        self._seq, self.last = row.seq, row.hash
        return row


def _row(line: bytes) -> _Row:
    said = msgspec.json.decode(line, type=_Line)
    which = bytes.fromhex(said.record)
    return _Row(
        which,
        bytes.fromhex(said.origin),
        said.seq,
        which,
        bytes.fromhex(said.prev),
        bytes.fromhex(said.hash),
        said.kind,
        said.version,
        said.who,
        said.till,
        said.at_ms,
        said.offset_min,
        said.hlc,
        canonical(said.body),
        None if said.private is None else canonical(said.private),
        None if said.salt is None else bytes.fromhex(said.salt),
        bytes.fromhex(said.private_hash),
        bytes.fromhex(said.content_hash),
    )


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Read a file line by line under their numbers from 1; none may fill the memory."""
    with on_disk(path):
        if not path.is_file():
            raise ShopExportUnsound(path, 0, "missing")
        with path.open("rb") as file:
            number = 0
            while line := file.readline(_LONGEST_LINE + 1):
                number += 1
                if len(line) > _LONGEST_LINE or not line.endswith(b"\n"):
                    raise ShopExportUnsound(path, number, "damaged")
                yield number, line[:-1]


def _compare(connection: Connection, folder: Path, manifest: _Manifest) -> None:
    """Refuse an export whose tables are not what its journal makes of them."""
    if manifest.schema < SCHEMA_VERSION:
        # An older version wrote other columns; what people own is the same in all of them.
        _compare_balances(connection, folder / "tables" / f"{tables.summary.name}.json")
        return
    zone = zone_of(connection)
    for table in EXPORTED:
        path = folder / "tables" / f"{table.name}.json"
        made = enumerate(json_lines(connection, table, zone), start=1)
        for ours, theirs in zip_longest(made, _lines(path)):
            if ours is None or theirs is None or ours[1].encode() != theirs[1]:
                raise ShopExportUnsound(path, (ours or theirs or (0,))[0], "differs")


def _compare_balances(connection: Connection, path: Path) -> None:
    balances = sa.select(tables.summary.c.member, tables.summary.c.balance).order_by(tables.summary.c.member)
    ours = iter(connection.execute(balances.execution_options(yield_per=_AT_ONCE)))
    for number, line in _lines(path):
        if line in (b"[", b"]"):
            continue
        mine = next(ours, None)
        try:
            said = json.loads(line.removeprefix(b","))
            theirs = said["member"], said["balance"]
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise ShopExportUnsound(path, number, "damaged") from error
        if mine is None or theirs != (mine.member.hex(), mine.balance):
            raise ShopExportUnsound(path, number, "differs")
    if next(ours, None) is not None:
        raise ShopExportUnsound(path, number, "differs")
