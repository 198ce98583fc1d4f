"""Everything a shop owns, written into a folder: every table as CSV and JSON, and the journal itself."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, Final, TextIO
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.formulas import guarded
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.errors import FileDamaged
from loyalpos.store import journal_tables, staff_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.file import SCHEMA_VERSION, ShopFile
from loyalpos.store.journal import link_said, linked_rows
from loyalpos.store.named_folder import Filling
from loyalpos.store.projections import PROJECTIONS
from loyalpos.store.record import canonical
from loyalpos.store.shop import described
from loyalpos.store.surroundings import on_disk

__all__ = [
    "EXPORTED",
    "JOURNAL_FILE",
    "MANIFEST",
    "WRITTEN",
    "Exported",
    "Progress",
    "export_shop",
    "json_lines",
]

Progress = Callable[[int, int], bool]
"""Told steps done and steps in all; False stops."""

FORMAT: Final = "loyalpos.shop"
FORMAT_VERSION: Final = 1
MANIFEST: Final = "shop.json"
JOURNAL_FILE: Final = "journal.jsonl"
MARK_FILE: Final = "exported.txt"
WRITTEN: Final = ("tables", "images", JOURNAL_FILE, MARK_FILE, MANIFEST)
"""All that stands in the folder; it is whole when the last is there."""

EXPORTED: Final = tuple(
    table
    for table in PROJECTIONS
    if table.name not in (tables.finding.name, tables.member_word.name, staff_tables.staff_pin.name)
)
"""What is written of the projections: all but where names and phones are looked up, and hashes of PINs."""

_AT_ONCE: Final = 500
_ASKED_EACH: Final = 100
_DOCUMENTS: Final = {
    ("shop", "described"),
    ("program", "document"),
    ("bill", "redemptions"),
    ("bill", "spent"),
    ("bill", "lines"),
    ("gift", "gives"),
    ("gift", "over_budget"),
    ("draw", "rules"),
    ("item", "tags"),
    ("item_before", "described"),
}
"""Columns that always hold JSON, which stands as it is in the JSON files. All others are words."""


class Exported(Struct, frozen=True):
    """What was written: where, how many records and members, and their points together."""

    path: Path
    records: int
    members: int
    points: int


class _Stopped(Exception):
    """Somebody pressed cancel."""


class _Steps:
    """How far an export is."""

    def __init__(self, whole: int, progress: Progress) -> None:
        self._done = 0
        self._whole = whole
        self._progress = progress

    def take(self, row: int) -> None:
        """Count a row, and ask now and then whether to go on."""
        self._done += 1
        if row % _ASKED_EACH == 0 and not self._progress(self._done, self._whole):
            raise _Stopped


def export_shop(
    file: ShopFile,
    folder: Path,
    *,
    at: datetime,
    progress: Progress = lambda _done, _whole: True,
    mark: str = "",
) -> Exported | None:
    """Write everything of a shop's file, which a till may have open, into a folder.

    All of it is there or nothing; memory stays flat.

    Args:
        folder: Must be empty, and keeps its rights, or not there, and is made for its owner alone.
        progress: Told rows done and rows in all.
        mark: Who does it, when and why, for a file of its own.

    Returns:
        None if it was stopped.

    Raises:
        FolderTaken: Something is in the folder.
        FolderUnfit: It is none, or cannot be made there.
        Unavailable: The file cannot be read, or the disk fails or is full.
    """
    with on_disk(folder):
        filling = Filling(folder, WRITTEN)
        try:
            with file.aside() as connection:
                made = _write_all(file.path, connection, filling.half, at, progress)
            if mark:
                Path(filling.half, MARK_FILE).write_text(f"{mark}\n", encoding="utf-8-sig")
            filling.finish()
        except _Stopped:
            filling.give_up()
            return None
        except BaseException:
            filling.give_up()
            raise
    return Exported(folder, *made)


def json_lines(connection: Connection, table: sa.Table, zone: ZoneInfo) -> Iterator[str]:
    """Write a table as the lines of a JSON list, one row each, in the order of its key."""
    yield "["
    before = ""
    for row in _rows(connection, table):
        said = {name: value for name, value, _ in _said(table, row, zone)}
        yield before + json.dumps(said, ensure_ascii=False)
        before = ","
    yield "]"


def zone_of(connection: Connection) -> ZoneInfo:
    """Give the zone in which times are written: the shop's own."""
    return ZoneInfo(((described(connection) or {}).get("time") or {}).get("zone") or ShopTime().zone)


def manifest_of(connection: Connection, at: datetime) -> dict[str, Any]:
    """Describe a shop: its lives, the end of its chain, and what its members have together."""
    lives = connection.execute(sa.select(journal_tables.replica).order_by(journal_tables.replica.c.number))
    there = sa.select(sa.func.count()).select_from(tables.member).where(tables.member.c.gone == 0)
    members = connection.execute(there).scalar_one()
    points = connection.execute(
        sa.select(sa.func.coalesce(sa.func.sum(tables.summary.c.balance), 0))
    ).scalar_one()
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "schema": SCHEMA_VERSION,
        "made": at.isoformat(),
        "lives": [{"origin": life.origin.hex(), "began_at_ms": life.began_at_ms} for life in lives],
        "members": members,
        "points": points,
    }


def sealed(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Add the hash of a manifest to it."""
    return {**manifest, "seal": sha256(canonical(dict(manifest))).hexdigest()}


def _write_all(
    path: Path, connection: Connection, half: Path, at: datetime, progress: Progress
) -> tuple[int, int, int]:
    manifest, zone = manifest_of(connection, at), zone_of(connection)
    counted = (*EXPORTED, *EXPORTED, journal_tables.link)
    steps = _Steps(
        sum(
            int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
            for table in counted
        ),
        progress,
    )
    (half / "tables").mkdir()
    (half / "images").mkdir()
    records, head = _write_journal(path, connection, Path(half, JOURNAL_FILE), steps)
    for table in (*EXPORTED, journal_tables.setting):
        with (half / "tables" / f"{table.name}.json").open("w", encoding="utf-8", newline="\n") as out:
            for row, line in enumerate(json_lines(connection, table, zone)):
                out.write(f"{line}\n")
                steps.take(row)
        # The mark at the front, semicolons: so Excel of a Vietnamese Windows opens it by a double click.
        with (half / "tables" / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as out:
            _write_csv(connection, table, zone, out, half, steps)
    text = json.dumps(sealed({**manifest, "records": records, "head": head}), indent=1)
    Path(half, MANIFEST).write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return records, manifest["members"], manifest["points"]


def _write_journal(path: Path, connection: Connection, target: Path, steps: _Steps) -> tuple[int, str]:
    """Write every link with its record, in the order of the chain; give how many, and the last hash."""
    number, head = count(1), ""
    written = 0
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for rows in linked_rows(connection):
            for row in rows:
                said = link_said(row) | {"offset_min": row.offset_min}
                said |= {"hlc": row.hlc, "body": _read(path, row.body), "private": _read(path, row.private)}
                said |= {"salt": None if row.salt is None else row.salt.hex()}
                said |= {"private_hash": row.private_hash.hex(), "content_hash": row.content_hash.hex()}
                out.write(f"{json.dumps(said, ensure_ascii=False)}\n")
                head, written = row.hash.hex(), next(number)
                steps.take(written)
    return written, head


def _read(path: Path, stored: bytes | None) -> object:
    """Read a part of a record so that the same bytes can be made of it again."""
    if stored is None:
        return None
    read = json.loads(stored)
    if canonical(read) != stored:
        raise FileDamaged(path, "record")
    return read


def _write_csv(
    connection: Connection, table: sa.Table, zone: ZoneInfo, out: TextIO, half: Path, steps: _Steps
) -> None:
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_name(column) for column in table.c)
    for number, row in enumerate(_rows(connection, table), start=1):
        cells: list[str | int] = []
        for _, value, image in _said(table, row, zone):
            if image is not None:
                Path(half, str(value)).write_bytes(image)
            cells.append(_cell(value))
        writer.writerow(cells)
        steps.take(number)


def _rows(connection: Connection, table: sa.Table) -> Iterator[sa.Row[Any]]:
    asked = sa.select(table).order_by(*table.primary_key.columns)
    yield from connection.execute(asked.execution_options(yield_per=_AT_ONCE))


def _said(table: sa.Table, row: sa.Row[Any], zone: ZoneInfo) -> Iterator[tuple[str, object, bytes | None]]:
    """Say a row column by column: its name, its value, and the picture that the value names."""
    for column, value in zip(table.c, row, strict=True):
        name = _name(column)
        if value is None:
            yield name, None, None
        elif isinstance(value, bytes) and column.name == "image":
            kind = "png" if value.startswith(b"\x89PNG") else "jpg"
            yield name, f"images/{sha256(value).hexdigest()[:32]}.{kind}", value
        elif isinstance(value, bytes):
            yield name, value.hex(), None
        elif column.name.endswith("_ms"):
            yield name, from_ms(value).astimezone(zone).isoformat(timespec="milliseconds"), None
        elif (table.name, column.name) in _DOCUMENTS:
            yield name, json.loads(value), None
        else:
            yield name, value, None


def _name(column: sa.Column[Any]) -> str:
    return column.name.removesuffix("_ms")


def _cell(value: object) -> str | int:
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    return guarded(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
