"""The second folder of backups: a stick, a network drive, a cloud folder – away at times, then caught up.

The folder a person chose bears a mark. Where a stick was pulled out its place may still be there, as an
empty folder of the PC's own disk; without the mark nothing is written to it.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from loyalpos.errors import BackupFailed, FolderReadOnly, SecondFolderAway
from loyalpos.store.backup import backups, sweep
from loyalpos.store.disk import put, sha256_of, sync_file
from loyalpos.store.keeping import keep, staying
from loyalpos.store.manifest import HALF, Backup, manifest_of, manifests, written
from loyalpos.store.surroundings import on_disk

__all__ = ["catch_up", "is_there", "mark"]

_MARK = "loyalpos-backups.txt"
_MARKED = "Backups of LoyalPOS are copied into this folder. Do not delete this file.\n"


def mark(folder: Path, first: Path) -> None:
    """Make a folder the second one.

    Args:
        first: Where backups are made; a folder of the same place would be no second one.

    Raises:
        FolderReadOnly: It takes no files, or it is the first folder.
        Unavailable: The disk fails.
    """
    with on_disk(folder):
        if not folder.is_dir() or folder.resolve() == first.resolve():
            raise FolderReadOnly(folder)
        marking = folder / f"{_MARK}{HALF}"
        marking.write_text(_MARKED, encoding="utf-8")
        sync_file(marking)
        put(marking, folder.joinpath(_MARK))


def is_there(folder: Path) -> bool:
    """Tell whether the folder that was chosen is there now."""
    try:
        return folder.joinpath(_MARK).is_file()
    except OSError:
        return False


def catch_up(first: Path, second: Path, *, now: datetime) -> tuple[Backup, ...]:
    """Copy into the second folder what it lacks of what stays, and keep there as long as in the first.

    Each copy is hashed as it lies there before it has its name; killed or unplugged at any step, the
    next run goes on where this one stopped.

    Returns:
        What was copied, newest first.

    Raises:
        SecondFolderAway: It is not there, or went away meanwhile.
        BackupFailed: A copy is not what was copied.
        Unavailable: A disk fails, or has no room.
    """
    if not is_there(second):
        raise SecondFolderAway(second)
    try:
        return _caught_up(first, second, now)
    except BackupFailed:
        raise
    except Exception as error:
        if not is_there(second):
            raise SecondFolderAway(second) from error
        raise


def _caught_up(first: Path, second: Path, now: datetime) -> tuple[Backup, ...]:
    copied = []
    with on_disk(second):
        sweep(second)
        there = {(made.path.name, made.sha256) for made in backups(second)}
        # Manifests alone say what is lacking: a first folder is read through only where it is copied.
        for made in staying(manifests(first), now):
            if (made.path.name, made.sha256) not in there and _is_sound(made):
                copied.append(_copy(made, second))
    keep(second, now=now)
    return tuple(copied)


def _is_sound(made: Backup) -> bool:
    with on_disk(made.path):
        return sha256_of(made.path) == made.sha256


def _copy(made: Backup, second: Path) -> Backup:
    target = second.joinpath(made.path.name)
    half, half_manifest = (second / f"{each.name}{HALF}" for each in (target, manifest_of(target)))
    try:
        shutil.copyfile(made.path, half)
        sync_file(half)
        if sha256_of(half) != made.sha256:
            raise BackupFailed(second, "sha256")
        half_manifest.write_bytes(written(made))
        sync_file(half_manifest)
        # As where it was made: the copy takes its name last.
        put(half_manifest, manifest_of(target))
        put(half, target)
    except BaseException:
        # Where the folder is gone there is nothing to remove; the next time sweeps.
        with suppress(OSError):
            half.unlink(missing_ok=True)
            half_manifest.unlink(missing_ok=True)
        raise
    return replace(made, path=target)
