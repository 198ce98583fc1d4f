"""Evidence of what stood in the books when something went wrong: the journal without what is personal."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from loyalpos.engine.formulas import guarded
from loyalpos.errors import FolderTaken
from loyalpos.store import journal_tables
from loyalpos.store.connection import Connection
from loyalpos.store.disk import sync_file, sync_folder
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import head, link_said, linked_rows
from loyalpos.store.requests import members_there
from loyalpos.store.surroundings import on_disk

__all__ = ["write_evidence"]

Progress = Callable[[int, int], bool]
_ASKED_EACH = 200


def write_evidence(
    file: ShopFile,
    folder: Path,
    forms: Mapping[str, str],
    *,
    at: datetime,
    names: bool,
    progress: Progress,
) -> tuple[int, int] | None:
    """Write the journal, the tills, the members and texts to be sent into a new folder, whole or not at all.

    Returns:
        How many records and members it names; None if it was stopped.

    Raises:
        FolderTaken: Something is in the folder.
        Unavailable: The file cannot be read, or the disk fails or is full.
    """
    half = folder.with_name(f"{folder.name}.half")
    with on_disk(folder):
        if folder.exists():
            raise FolderTaken(folder)
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        try:
            with file.aside() as connection:
                records = _write_journal(connection, half, progress)
                if records is None:
                    shutil.rmtree(half, ignore_errors=True)
                    return None
                members = _write_members(connection, half / "members.csv", names=names)
                _write_tills(connection, half / "tills.csv")
                _write_head(connection, half / "head.json", at)
            for name, text in forms.items():
                Path(half, name).write_text(text, encoding="utf-8")
            for written in half.iterdir():
                sync_file(written)
            half.replace(folder)
            sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise
    return records, members


def _write_journal(connection: Connection, half: Path, progress: Progress) -> int | None:
    """Write every link with its record but for the private part, whose hash stands in its place."""
    whole = int(connection.execute(sa.select(sa.func.count()).select_from(journal_tables.link)).scalar_one())
    done = 0
    with (half / "records.jsonl").open("w", encoding="utf-8", newline="\n") as out:
        for rows in linked_rows(connection):
            for row in rows:
                said = link_said(row) | {
                    "body": json.loads(row.body),
                    "private_hash": row.private_hash.hex(),
                    "content_hash": row.content_hash.hex(),
                }
                out.write(f"{json.dumps(said, ensure_ascii=False)}\n")
                done += 1
                if done % _ASKED_EACH == 0 and not progress(done, whole):
                    return None
    return done


def _write_members(connection: Connection, path: Path, *, names: bool) -> int:
    members = members_there(connection)
    heads = ("id", "name", "phone") if names else ("id",)
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
        rows.writerow(heads)
        for member, name, phone in members:
            rows.writerow((member.hex, guarded(name or ""), phone or "")[: len(heads)])
    return len(members)


def _write_tills(connection: Connection, path: Path) -> None:
    record = journal_tables.record.c
    found = connection.execute(
        sa.select(
            record.till,
            sa.func.count().label("records"),
            sa.func.min(record.at_ms).label("first_ms"),
            sa.func.max(record.at_ms).label("last_ms"),
        ).group_by(record.till)
    )
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
        rows.writerow(("till", "records", "first_ms", "last_ms"))
        rows.writerows((guarded(row.till), row.records, row.first_ms, row.last_ms) for row in found)


def _write_head(connection: Connection, path: Path, at: datetime) -> None:
    last = head(connection)
    said = {"made": at.isoformat(), "origin": last.origin.hex(), "seq": last.seq, "hash": last.hash.hex()}
    path.write_text(f"{json.dumps(said, indent=1)}\n", encoding="utf-8")
