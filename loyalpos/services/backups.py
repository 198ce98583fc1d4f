"""Backups where no till has the shop open: made, listed, and put in the place of the shop's file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from loyalpos.errors import BackupUnusable, FolderReadOnly, Unavailable
from loyalpos.services.outside import Outside
from loyalpos.store import erasure_journal
from loyalpos.store.backup import Backup, back_up, backup_at, backups
from loyalpos.store.connecting import looking
from loyalpos.store.file import ShopFile
from loyalpos.store.keeping import keep
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.restore import Lost, preview, restore
from loyalpos.store.shop import described
from loyalpos.store.surroundings import translated

if TYPE_CHECKING:
    from loyalpos.services.keys import Keys

__all__ = [
    "Backup",
    "Foreseen",
    "Lost",
    "back_up_file",
    "backup_at",
    "backups_in",
    "erase_again",
    "foresee",
    "kept_protection",
    "lost_by_restoring",
    "restore_backup",
]


class Foreseen(Struct, frozen=True):
    """What going back to a backup brings with it.

    Attributes:
        lost: What the file of now has beyond it; None where there is none, or none that can be read.
        protected: Whether the shop's data will be protected, where that changes or the backup differs.
        shop: Whose backup it is, by its name, where no file of now says that it is this shop's, or one of a
            shop that has not begun says it is not.
    """

    lost: Lost | None
    protected: bool | None = None
    shop: str = ""


def foresee(keys: Keys, backup: Backup, backup_key: bytes | None) -> Foreseen:
    """Tell what going back to a backup brings with it, before anybody agrees to it.

    Args:
        backup_key: What the backup is keyed with, or None where a person has to type something first.

    Raises:
        BackupUnusable: It cannot be restored, or is of another shop than the file of now.
        FolderReadOnly: The folder of the shop takes no file.
    """
    ours = keys.of_file_if_open()
    lost = None
    if ours is not None and backup_key is not None:
        lost = lost_by_restoring(keys.path, ours, backup, backup_key)
    if ours is not None and keys.path.exists():
        protected = kept_protection(backup, ours)
    else:
        # The backup brings its key along.
        source = keys.source()
        was_locked = source is not None and source.lock is not None
        protected = None if was_locked == (backup.lock is not None) else not was_locked
    is_ours = lost is not None and not lost.elsewhere
    name = "" if is_ours or backup_key is None else _name_in(backup, backup_key)
    return Foreseen(lost, protected, name)


def kept_protection(backup: Backup, key: bytes) -> bool | None:
    """Tell whether a file stays protected by its key; None where the backup is as the file is."""
    is_locked = key != PUBLISHED_KEY
    return None if is_locked == (backup.lock is not None) else is_locked


def _name_in(backup: Backup, key: bytes) -> str:
    """Read which shop a backup is of, as far as it says."""
    try:
        with translated(backup.path), looking(backup.path, key, "copy") as copy:
            said = described(copy)
    except Unavailable:
        return ""
    return "" if said is None else str(said.get("name", ""))


def restore_backup(
    path: Path, backup: Backup, key: bytes, outside: Outside, *, backup_key: bytes | None = None
) -> Path | None:
    """Put a backup in the place of a shop's file, and begin a new life of the file.

    Args:
        path: The shop's file; it must be closed.
        key: What the file is keyed with, and stays keyed with.
        backup_key: What the backup is keyed with, where that is another key.

    Returns:
        Where the file that was there is kept, or None if there was none. Whoever was erased since is erased
        again in the file that is there now.

    Raises:
        Unavailable: The backup is not what it was, or the disk fails; the file that was there stays.
    """
    aside = restore(
        path, backup, key, origin=outside.random_bytes(16), at=outside.now(), backup_key=backup_key
    )
    erase_again(path, key, outside, also=backup.path.parent)
    return aside


def erase_again(path: Path, key: bytes, outside: Outside, *, also: Path | None = None) -> None:
    """Erase again whom a file that was brought back still knows, before anybody opens it.

    Args:
        path: The shop's file; it must be closed.
        also: Another folder of backups that may know of erasures.

    Raises:
        Unavailable: The notes cannot be read, or the file not be opened.
    """
    from loyalpos.services.shop import Shop  # noqa: PLC0415 - few shops have erased anybody

    backups = path.parent / "backups"
    if also is not None and also.resolve() != backups.resolve():
        known = {one.member for one in erasure_journal.read(backups)}
        erasure_journal.add(backups, [one for one in erasure_journal.read(also) if one.member not in known])
    if erasure_journal.read(backups):
        Shop.open(path, key, outside, backups=backups).close()


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """List the sound backups of a folder, newest first, without an open shop."""
    return backups(folder)


def back_up_file(path: Path, key: bytes, folder: Path, outside: Outside, *, drops_old: bool) -> Backup:
    """Make a verified backup of a shop's file, which a till may have open.

    Args:
        drops_old: Whether backups of the folder go that are no longer kept, as at the close of a day.

    Raises:
        Unavailable: There is no shop's file, or the backup could not be made or did not pass.
    """
    file = ShopFile.open(path, key)
    try:
        made = back_up(file, folder, at=outside.now())
    finally:
        file.close()
    if drops_old:
        keep(folder, now=made.at)
    return made


def lost_by_restoring(path: Path, key: bytes, backup: Backup, backup_key: bytes | None = None) -> Lost | None:
    """Count what a shop's file has beyond a backup.

    Args:
        backup_key: What the backup is keyed with, where that is another key.

    Returns:
        None where there is no file, or one that cannot be read any more.

    Raises:
        BackupUnusable: The backup cannot be restored, or is of another shop.
        FolderReadOnly: The folder takes no file: neither can be restored there.
    """
    if not ShopFile.is_there(path):
        return None
    try:
        return preview(path, key, backup, backup_key)
    except BackupUnusable:
        raise
    except Unavailable as error:
        if isinstance(error, FolderReadOnly) and not os.access(path.parent, os.W_OK):
            raise
        return None
