"""Putting a backup in the place of the shop's file; what was there is moved aside and kept a while."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from loyalpos.engine.times import to_ms
from loyalpos.errors import (
    BackupUnusable,
    FileDamaged,
    FileMissing,
    FileNewer,
    NotAShopFile,
    Unavailable,
)
from loyalpos.store.backup import BILL, MEMBER, Backup
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import page_problems
from loyalpos.store.connecting import connect, looking
from loyalpos.store.connection import Connection
from loyalpos.store.disk import put, sha256_of, sync_file
from loyalpos.store.file import SCHEMA_VERSION, version_of
from loyalpos.store.journal import begin_life
from loyalpos.store.manifest import HALF
from loyalpos.store.surroundings import on_disk, translated
from loyalpos.store.swap import (
    aside_name,
    drop_asides,
    finish_swap,
    free_stamp,
    ready_name,
    restoring_name,
)
from loyalpos.store.witness import Reach, Witness, lives_of, missing

__all__ = ["Lost", "forget_asides", "preview", "restore"]

_PINS = {
    "main": "SELECT count(*) FROM main.staff_pin",
    "backup": "SELECT count(*) FROM backup.staff_pin",
}


_SETTING_UP = frozenset({"shop_described", "program_published", "day_opened", "day_closed"})
"""All that a shop's books hold before its first customer."""


class Lost(Struct, frozen=True):
    """What is in the shop's file and not in a backup.

    Attributes:
        records: All of them.
        bills: Bills among them.
        members: Members who have joined since.
        missing: Records that were acknowledged and are in neither; None where nobody can tell how many.
        pins: Whether somebody has a PIN in the file and nobody has one in the backup.
        elsewhere: Whether the backup is of another shop, and the file of now of one that has not begun: a
            new PC was set up before anybody thought of the backup.
    """

    records: int
    bills: int
    members: int
    missing: int | None = 0
    pins: bool = False
    elsewhere: bool = False

    @property
    def in_all(self) -> int | None:
        """All records that are lost; None where nobody can tell how many."""
        return None if self.missing is None else self.records + self.missing


def preview(path: Path, key: bytes, backup: Backup, backup_key: bytes | None = None) -> Lost:
    """Count the records of the shop's file, open or not, that are not in a backup and would be lost.

    Args:
        backup_key: What the backup is keyed with, where it is not the file's key.

    Raises:
        BackupUnusable: The backup cannot be restored, or is of another shop than the file.
        Unavailable: The file cannot be read.
    """
    backup_key = backup_key or key
    with _blaming(backup):
        _refuse_unusable(backup.path, backup_key)
    seen = Witness(path, key).read()
    with on_disk(path):
        version = version_of(path, key)
        driver = connect(path, key, "read")
        try:
            # Each file's ids are read once by themselves, so that damage is laid on the right one.
            driver.execute("SELECT count(id) FROM record")
            with _blaming(backup):
                there = f"{backup.path.absolute().as_uri()}?mode=ro&immutable=1"
                driver.execute(f"ATTACH ? AS backup KEY \"x'{backup_key.hex()}'\"", (there,))
                driver.execute("SELECT count(id) FROM backup.record")
                first = driver.execute("SELECT origin FROM backup.replica ORDER BY number LIMIT 1").fetchone()
            elsewhere = lives_of(driver)[:1] != first
            if elsewhere and not _has_not_begun(driver):
                raise BackupUnusable(backup.path, "foreign")
            lost = dict(
                driver.execute(
                    "SELECT kind, count(*) FROM record WHERE id NOT IN (SELECT id FROM backup.record)"
                    " GROUP BY kind"
                ).fetchall()
            )
            # Books of an earlier version have no witness that could tell.
            lacking = _missing_in_both(path, driver, seen) if version == SCHEMA_VERSION else 0
            pins = _has_pins(driver, "main") and not _has_pins(driver, "backup")
            return Lost(sum(lost.values()), lost.get(BILL, 0), lost.get(MEMBER, 0), lacking, pins, elsewhere)
        finally:
            driver.close()


def _has_not_begun(driver: Any) -> bool:
    """Tell whether a shop was set up and nothing more."""
    kinds = driver.execute("SELECT DISTINCT kind FROM main.record")
    return all(kind in _SETTING_UP for (kind,) in kinds)


def _has_pins(driver: Any, which: str) -> bool:
    # Earlier versions knew no PINs.
    known = "SELECT count(*) FROM pragma_table_list WHERE schema = ? AND name = 'staff_pin'"
    return bool(driver.execute(known, (which,)).fetchone()[0] and driver.execute(_PINS[which]).fetchone()[0])


def _missing_in_both(path: Path, driver: Any, seen: tuple[bytes, Reach] | None) -> int | None:
    """Count what the witness of a file has seen and neither the file nor the backup beside it has."""
    lacks = missing(path, driver, seen)
    if lacks is None:
        return 0
    assert seen is not None
    links = driver.execute(
        "SELECT seq, hash FROM backup.link WHERE origin = ? AND seq <= ? ORDER BY seq DESC LIMIT 1",
        (lacks.origin, lacks.seq),
    ).fetchone()
    reached, last = links or (0, b"")
    if (reached, last) == (lacks.seq, seen[1].hash):
        return 0
    if lacks.records is None:
        return None
    return min(lacks.records, lacks.seq - int(reached))


def restore(
    path: Path,
    backup: Backup,
    key: bytes,
    *,
    origin: bytes,
    at: datetime,
    backup_key: bytes | None = None,
) -> Path | None:
    """Put a verified backup in the place of the shop's file, which must be closed.

    Killed at any step, the next opening finds either the old file or the restored one.

    Args:
        key: What the file is keyed with, and stays keyed with.
        origin: 16 new random bytes that name the life which begins here.
        backup_key: What the backup is keyed with, where that is another key.

    Returns:
        Where the file that was there is now, or None if there was none.

    Raises:
        BackupUnusable: The backup is not what it was when it was made, or not one of this shop.
        Unavailable: The disk fails; the file that was there is still in its place.
    """
    with on_disk(path):
        finish_swap(path)
        stamp = free_stamp(path, at)
        half = restoring_name(path)
        try:
            if not backup.path.exists():
                raise BackupUnusable(backup.path, "missing")
            shutil.copyfile(backup.path, half)
            if sha256_of(half) != backup.sha256:
                raise BackupUnusable(backup.path, "damaged")
            _verify(half, backup, backup_key or key)
            if backup_key not in (None, key):
                _put_under(half, backup_key or key, key)
            if _is_of_another_shop(half, path, key):
                raise BackupUnusable(backup.path, "foreign")
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


def forget_asides(path: Path, *, now: datetime) -> tuple[Path, ...]:
    """Delete what restores moved aside more than 35 days ago, but never the newest; give what stays.

    Raises:
        Unavailable: The disk fails.
    """
    with on_disk(path):
        return drop_asides(path, now=now)


def _verify(half: Path, backup: Backup, key: bytes) -> None:
    with _blaming(backup):
        _refuse_unusable(half, key)
        with translated(half), looking(half, key, "copy") as copy:
            if page_problems(copy) or verify_chain(copy):
                raise FileDamaged(half, "backup")


@contextmanager
def _blaming(backup: Backup) -> Iterator[None]:
    """Say what is wrong with a backup of what is said of its file, or of a copy of it.

    Raises:
        BackupUnusable: It cannot be restored.
    """
    try:
        with translated(backup.path):
            yield
    except FileMissing as error:
        raise BackupUnusable(backup.path, "missing") from error
    except FileNewer as error:
        raise BackupUnusable(backup.path, "newer") from error
    except NotAShopFile as error:
        raise BackupUnusable(backup.path, "foreign") from error
    except FileDamaged as error:
        raise BackupUnusable(backup.path, "damaged") from error


def _refuse_unusable(path: Path, key: bytes) -> None:
    found = version_of(path, key)
    if found > SCHEMA_VERSION:
        raise FileNewer(path, found, SCHEMA_VERSION)


def _is_of_another_shop(half: Path, path: Path, key: bytes) -> bool:
    """Tell whether a backup began elsewhere than the file of now.

    What cannot be read is replaced by any, and so is a shop that has not begun.
    """
    with suppress(Unavailable), on_disk(path):
        version_of(path, key)
        with looking(path, key, "read") as now, looking(half, key, "copy") as then:
            is_other = lives_of(now.driver)[:1] != lives_of(then.driver)[:1]
            return is_other and not _has_not_begun(now.driver)
    return False


def _put_under(half: Path, key: bytes, new_key: bytes) -> None:
    from loyalpos.store.rekey import rewrite  # noqa: PLC0415 - backups of before or after protection alone

    anew = half.with_name(f"{half.name}{HALF}")
    try:
        rewrite(half, key, anew, new_key)
        put(anew, half)
    finally:
        anew.unlink(missing_ok=True)


def _begin_life(half: Path, key: bytes, origin: bytes, at: datetime) -> None:
    driver = connect(half, key, "write")
    try:
        with Connection(driver).transaction("BEGIN IMMEDIATE") as connection:
            begin_life(connection, origin, to_ms(at))
    finally:
        driver.close()
