"""Giving files another key: a new file under the new key, verified, before the old one goes.

A file is never re-keyed where it lies, which a kill would leave with pages of two keys.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from msgspec.structs import replace

from loyalpos.errors import BackupFailed, FileDamaged, Unavailable
from loyalpos.store.backup import sweep
from loyalpos.store.check import page_problems
from loyalpos.store.connecting import connect, looking
from loyalpos.store.connection import Connection
from loyalpos.store.disk import log_files, put, sha256_of, sync_file, with_journal, witness_file
from loyalpos.store.file import version_of
from loyalpos.store.journal import head
from loyalpos.store.key_source import Lock
from loyalpos.store.manifest import HALF, SUFFIX, Backup, manifest_of, manifests, written
from loyalpos.store.surroundings import on_disk, translated
from loyalpos.store.swap import (
    aside_files,
    aside_name,
    finish_swap,
    free_stamp,
    ready_name,
    restoring_name,
)

__all__ = ["opens", "rekey_asides", "rekey_backups", "rekey_file", "relabel", "rewrite"]


def opens(path: Path, key: bytes) -> bool:
    """Tell whether a key opens a file; 3 ms, and nothing is changed.

    Raises:
        Unavailable: The file cannot be read at all.
    """
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - shops that never protected anything ask for none

    with translated(path):
        driver = connect(path, key, "read")
        try:
            driver.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except dbapi2.DatabaseError as error:
            if "not a database" in str(error):
                return False
            raise
        finally:
            driver.close()
    return True


def rewrite(path: Path, key: bytes, target: Path, new_key: bytes) -> None:
    """Write all of a file, its log too, to a new one under another key, and compare the two.

    Raises:
        FileDamaged: The file is not whole, or what was written is not equal to it.
        Unavailable: The disk fails.
    """
    target.unlink(missing_ok=True)
    with translated(path):
        driver = connect(path, key, "read")
        try:
            secret = quote(f"x'{new_key.hex()}'")
            driver.execute("VACUUM INTO ?", (f"{target.absolute().as_uri()}?key={secret}",))
        finally:
            driver.close()
        # Migrated or not, it has a journal and pages; a file of another version has other tables.
        with looking(path, key, "read") as source, looking(target, new_key, "copy") as copy:
            found = page_problems(copy)
            is_same = version_of(path, key) == version_of(target, new_key)
            if found or not is_same or head(copy) != head(source) or _rows(copy) != _rows(source):
                raise FileDamaged(path, found[0] if found else "copy")
    sync_file(target)


def rekey_file(path: Path, key: bytes, new_key: bytes, *, at: datetime) -> None:
    """Give a shop's file, which is closed, another key; the file before it is gone afterwards.

    Killed at any step, the next opening finds the old file or the new one, each whole.

    Raises:
        Unavailable: The disk fails, or the file is damaged; then it stays as it is.
    """
    with on_disk(path):
        finish_swap(path)
        stamp = free_stamp(path, at)
        half, ready = restoring_name(path), ready_name(path, stamp)
        try:
            rewrite(path, key, half, new_key)
            put(half, ready)
        finally:
            half.unlink(missing_ok=True)
        try:
            finish_swap(path)
        except OSError:
            if path.exists():
                # Nothing was moved yet: take the decision back, so that no later start makes it.
                ready.unlink(missing_ok=True)
            raise
        # It says nothing that the new one does not say, and says it under the old key.
        _wipe(aside_name(path, stamp), restoring_name(path))


def rekey_asides(path: Path, keys: tuple[bytes, ...], new_key: bytes) -> tuple[Path, ...]:
    """Give what restores moved aside another key; what cannot be read stays as it is, and is named."""
    left = []
    for aside in aside_files(path):
        half = aside.with_name(f"{aside.name}{HALF}")
        try:
            with on_disk(aside):
                if opens(aside, new_key):
                    continue
                key = next((each for each in keys if opens(aside, each)), None)
                if key is None:
                    left.append(aside)
                    continue
                _fold_log(aside, key)
                rewrite(aside, key, half, new_key)
                put(half, aside)
        except Unavailable:
            left.append(aside)
        finally:
            for each in with_journal(half):
                each.unlink(missing_ok=True)
    return tuple(left)


def rekey_backups(
    folder: Path, keys: tuple[bytes, ...], new_key: bytes, lock: Lock | None
) -> tuple[Path, ...]:
    """Give the backups of a folder another key; what cannot be opened or is not sound stays and is named.

    Each is written under a new name and verified before the old one goes, so that a kill leaves one or
    both; the next run goes on.

    Raises:
        Unavailable: The disk fails.
    """
    left = []
    with on_disk(folder):
        if not folder.is_dir():
            return ()
        sweep(folder)
        have = manifests(folder)
        done = {(made.origin, made.seq, made.at) for made in have if _is_of(made, lock)}
        for made in have:
            if _is_of(made, lock):
                continue
            if (made.origin, made.seq, made.at) not in done:
                key = next((each for each in keys if opens(made.path, each)), None)
                if (
                    key is None
                    or sha256_of(made.path) != made.sha256
                    or not _written_anew(made, key, new_key, lock)
                ):
                    left.append(made.path)
                    continue
            _wipe(made.path, folder / f"{made.path.name}{HALF}")
            manifest_of(made.path).unlink()
    return tuple(left)


def relabel(folder: Path, lock: Lock) -> None:
    """Write beside backups of a key what opens them now: a new code, a new passphrase.

    Raises:
        Unavailable: The disk fails.
    """
    with on_disk(folder):
        if not folder.is_dir():
            return
        for made in manifests(folder):
            if made.lock is not None and made.lock.id == lock.id and made.lock != lock:
                _put_manifest(replace(made, lock=lock))


def _is_of(made: Backup, lock: Lock | None) -> bool:
    return (None if made.lock is None else made.lock.id) == (None if lock is None else lock.id)


def _written_anew(made: Backup, key: bytes, new_key: bytes, lock: Lock | None) -> bool:
    folder = made.path.parent
    target, number = made.path, 1
    while target.exists() or manifest_of(target).exists():
        number += 1
        target = folder / f"{made.path.stem.split('-k')[0]}-k{number}{SUFFIX}"
    half = folder / f"{target.name}{HALF}"
    try:
        rewrite(made.path, key, half, new_key)
        anew = replace(made, path=target, lock=lock, sha256=sha256_of(half), size_bytes=half.stat().st_size)
        # As where it was made: the copy takes its name last.
        _put_manifest(anew)
        put(half, target)
    except (FileDamaged, BackupFailed):
        half.unlink(missing_ok=True)
        return False
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return True


def _put_manifest(made: Backup) -> None:
    manifest = manifest_of(made.path)
    half = manifest.with_name(f"{manifest.name}{HALF}")
    half.write_bytes(written(made))
    sync_file(half)
    put(half, manifest)


def _rows(connection: Connection) -> dict[str, int]:
    """Count the rows of every table there is, whatever version made it."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 - its own
        for name in names
    }


def _fold_log(aside: Path, key: bytes) -> None:
    """Bring a file's log into it: beside the file that takes its place the log would be a wrong one."""
    driver = connect(aside, key, "write")
    try:
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        driver.close()
    for log in log_files(aside):
        log.unlink(missing_ok=True)


def _wipe(path: Path, left: Path) -> None:
    """Delete a file and what it said; what a disk of chips keeps of it is beyond any program.

    Args:
        left: A name whose file the next start or backup sweeps away, so that nobody takes what is half
            overwritten for more than it is.
    """
    for each in (*log_files(path), witness_file(path)):
        each.unlink(missing_ok=True)
    path.replace(left)
    _overwrite(left)
    left.unlink()


def _overwrite(path: Path) -> None:
    length = path.stat().st_size
    with path.open("r+b") as file:
        for _ in range(0, length, 1 << 20):
            file.write(bytes(min(1 << 20, length - file.tell())))
        file.flush()
        os.fsync(file.fileno())
