"""Putting a backup in the place of the shop's file; what was there is moved aside, never deleted."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from loyalpos.engine.times import to_ms
from loyalpos.errors import BackupFailed, FileDamaged
from loyalpos.store.backup import Backup
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import page_problems
from loyalpos.store.connecting import connect, looking, over
from loyalpos.store.disk import put, sha256_of, sync_file
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import begin_life
from loyalpos.store.surroundings import on_disk, translated
from loyalpos.store.swap import aside_name, finish_swap, ready_name, restoring_name

__all__ = ["preview", "restore"]


def preview(file: ShopFile, backup: Backup) -> int:
    """Count the records of the open file that are not in a backup and would be lost.

    Raises:
        Unavailable: The file or the backup cannot be read.
    """
    with on_disk(backup.path):
        driver = connect(file.path, file.key, "read")
        try:
            there = f"{backup.path.absolute().as_uri()}?mode=ro&immutable=1"
            driver.execute(f"ATTACH ? AS backup KEY \"x'{file.key.hex()}'\"", (there,))
            return int(
                driver.execute(
                    "SELECT count(*) FROM record WHERE id NOT IN (SELECT id FROM backup.record)"
                ).fetchone()[0]
            )
        finally:
            driver.close()


def restore(path: Path, backup: Backup, key: bytes, *, origin: bytes, at: datetime) -> Path | None:
    """Put a verified backup in the place of the shop's file, which must be closed.

    Killed at any step, the next :meth:`ShopFile.open` finds either the old file or the restored one.

    Args:
        origin: 16 new random bytes that name the life which begins here.

    Returns:
        Where the file that was there is now, or None if there was none.

    Raises:
        BackupFailed: The backup is not what it was when it was made.
        Unavailable: The disk fails; the file that was there is still in its place.
    """
    with on_disk(path):
        finish_swap(path)
        stamp = _free_stamp(path, at)
        half = restoring_name(path)
        try:
            shutil.copyfile(backup.path, half)
            if sha256_of(half) != backup.sha256:
                raise BackupFailed(backup.path, "sha256")
            _verify(half, backup, key)
            _begin_life(half, key, origin, at)
            sync_file(half)
            ready = ready_name(path, stamp)
            put(half, ready)
        finally:
            half.unlink(missing_ok=True)
        there = path.exists()
        try:
            finish_swap(path)
        except OSError:
            if there and path.exists():
                # Nothing was moved yet: take the decision back, so that no later start makes it.
                ready.unlink(missing_ok=True)
            raise
        return aside_name(path, stamp) if there else None


def _verify(half: Path, backup: Backup, key: bytes) -> None:
    try:
        with translated(half), looking(half, key, "copy") as copy:
            problems = page_problems(copy)
            if problems:
                raise BackupFailed(backup.path, problems[0])
            chain = verify_chain(copy)
            if chain:
                raise BackupFailed(backup.path, f"{chain[0].fault.value} {chain[0].seq}")
    except FileDamaged as damaged:
        raise BackupFailed(backup.path, damaged.detail) from damaged


def _begin_life(half: Path, key: bytes, origin: bytes, at: datetime) -> None:
    driver = connect(half, key, "write")
    try:
        with over(driver, "BEGIN IMMEDIATE").begin() as transaction:
            begin_life(transaction.connection, origin, to_ms(at))
    finally:
        driver.close()


def _free_stamp(path: Path, at: datetime) -> str:
    stamp = first = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    number = 1
    while aside_name(path, stamp).exists():
        number += 1
        stamp = f"{first}-{number}"
    return stamp
