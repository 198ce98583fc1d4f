"""Who was erased, noted beside the backups: a backup of before still holds the person.

A line for each erasure, with the member's random id, the time and the reason's code, nothing of the person.
It is on the disk before an erasure is, and is read again whenever a file is opened: what a backup or an
export brings back is erased once more before anybody sees it. Lines are only ever added.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.times import from_ms
from loyalpos.store.connection import Connection
from loyalpos.store.disk import sync_folder
from loyalpos.store.prepared import Prepared
from loyalpos.store.surroundings import on_disk

__all__ = [
    "NAME",
    "Noted",
    "add",
    "carried_out",
    "is_carried_out",
    "mark_carried_out",
    "read",
    "share",
    "still_due",
]

NAME = "erasures.jsonl"

_CARRIED_OUT = "erasures_carried_out"
_MARK = Prepared("SELECT value FROM setting WHERE key = :which")
_PUT_MARK = Prepared(
    """
    INSERT INTO setting (key, value) VALUES (:which, :value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
    """
)
_DUE = Prepared(
    """
    SELECT member.id FROM member
    WHERE member.id IN (SELECT unhex(value) FROM json_each(:noted))
      AND NOT (EXISTS (SELECT erasure.member FROM erasure WHERE erasure.member = member.id))
    """
)
_DONE = Prepared("SELECT member, at_ms, reason FROM erasure")


class Noted(Struct, frozen=True):
    """One erasure: of whom, when, and the reason's code."""

    member: UUID
    at: datetime
    reason: str


def read(folder: Path) -> tuple[Noted, ...]:
    """Read what is noted in a folder of backups; a line that a power cut tore is left out.

    Raises:
        Unavailable: The folder cannot be read.
    """
    with on_disk(folder):
        path = folder.joinpath(NAME)
        lines = path.read_bytes().splitlines() if path.is_file() else []
    return tuple(noted for line in lines if (noted := _noted(line)) is not None)


def add(folder: Path, some: Iterable[Noted]) -> None:
    """Note erasures in a folder of backups; after it they are on the disk.

    Raises:
        Unavailable: The folder takes no file.
    """
    lines = b"".join(_line(one) for one in some)
    if not lines:
        return
    path = folder.joinpath(NAME)
    with on_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                # A line that was torn must not take the next one with it.
                lines = lines if file.read(1) == b"\n" else b"\n" + lines
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(folder)


def share(first: Path, second: Path) -> None:
    """Note in each of two folders what only the other one has.

    Raises:
        Unavailable: One of them cannot be read or written.
    """
    ours, theirs = read(first), read(second)
    known = {one.member for one in ours}, {one.member for one in theirs}
    add(second, [one for one in ours if one.member not in known[1]])
    add(first, [one for one in theirs if one.member not in known[0]])


def is_carried_out(connection: Connection, folder: Path) -> bool:
    """Tell whether all that a folder notes was carried out in this file."""
    found = _MARK.first(connection, which=_CARRIED_OUT)
    return found is not None and found.value == _mark_of(folder)


def mark_carried_out(connection: Connection, folder: Path) -> None:
    """Remember that all a folder notes is carried out in this file, so that no start reads it again."""
    _PUT_MARK.run(connection, which=_CARRIED_OUT, value=_mark_of(folder))


def still_due(connection: Connection, noted: Iterable[Noted]) -> tuple[Noted, ...]:
    """Choose those whose member this file still knows as a person."""
    by_member = {one.member: one for one in noted}
    rows = _DUE.all(connection, noted=json.dumps([member.hex for member in by_member]))
    return tuple(by_member[UUID(bytes=row.id)] for row in rows)


def carried_out(connection: Connection) -> tuple[Noted, ...]:
    """List what the file itself says of erasures, for a folder that has lost its notes."""
    return tuple(
        Noted(UUID(bytes=row.member), from_ms(row.at_ms), row.reason) for row in _DONE.all(connection)
    )


def _mark_of(folder: Path) -> str:
    path = folder.joinpath(NAME)
    with on_disk(folder):
        return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _line(one: Noted) -> bytes:
    said = {"member": one.member.hex, "at": one.at.isoformat(), "reason": one.reason}
    return json.dumps(said).encode() + b"\n"


def _noted(line: bytes) -> Noted | None:
    try:
        said = json.loads(line)
        return Noted(UUID(said["member"]), datetime.fromisoformat(said["at"]), str(said["reason"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
