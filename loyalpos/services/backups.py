"""Restoring: a verified backup takes the place of the shop's file, which no till has open."""

from __future__ import annotations

from pathlib import Path

from loyalpos.services.outside import Outside
from loyalpos.store.backup import Backup, backups
from loyalpos.store.restore import restore

__all__ = ["Backup", "backups_in", "restore_backup"]


def restore_backup(path: Path, backup: Backup, key: bytes, outside: Outside) -> Path | None:
    """Put a backup in the place of a shop's file, and begin a new life of the file.

    Args:
        path: The shop's file; it must be closed.

    Returns:
        Where the file that was there is kept, or None if there was none.

    Raises:
        Unavailable: The backup is not what it was, or the disk fails; the file that was there stays.
    """
    return restore(path, backup, key, origin=outside.random_bytes(16), at=outside.now())


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """List the sound backups of a folder, newest first, without an open shop."""
    return backups(folder)
