"""Putting a prepared file in the place of the shop's file, so that a kill at any step loses neither.

A prepared file under its ready name is the decision: whatever stops the swap after that, the next
start finishes it. The file that was there is moved aside together with its log, and kept for as long as
the oldest backup.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from glob import escape
from pathlib import Path

from loyalpos.store.disk import log_files, put, sync_folder, with_journal, witness_file

__all__ = [
    "KEPT_FOR",
    "aside_files",
    "aside_name",
    "drop_asides",
    "finish_swap",
    "free_stamp",
    "ready_name",
    "restoring_name",
    "stamp_of",
]

_READY = ".ready-"
_BEFORE = "-before-"
_STAMP = "%Y%m%dT%H%M%SZ"

KEPT_FOR = timedelta(days=35)
"""No file outlives this that nobody works with: it may hold a person who has been erased since."""


def restoring_name(path: Path) -> Path:
    """Name the copy that is still being prepared; left over, it is worth nothing."""
    return path.with_name(f"{path.name}.restoring")


def ready_name(path: Path, stamp: str) -> Path:
    """Name the prepared file that is to take the place of ``path``."""
    return path.with_name(f"{path.name}{_READY}{stamp}")


def aside_name(path: Path, stamp: str) -> Path:
    """Name the file that was in its place, once it is moved aside."""
    return path.with_name(f"{path.stem}{_BEFORE}{stamp}{path.suffix}")


def drop_asides(path: Path, *, now: datetime) -> tuple[Path, ...]:
    """Delete files that were moved aside long ago, and give those that stay, newest first.

    The newest is never deleted, whatever its age, and none whose name does not say how old it is. What
    another program holds open just now stays for the next time.
    """
    asides = sorted(_asides(path), reverse=True)
    for at, _, aside in asides[1:]:
        if now - at > KEPT_FOR:
            # The log first: without its file it would be taken for that of the next one of the name.
            with suppress(OSError):
                for each in (*log_files(aside), witness_file(aside), aside):
                    each.unlink(missing_ok=True)
    return tuple(aside for _, _, aside in asides if aside.exists())


def aside_files(path: Path) -> tuple[Path, ...]:
    """Give the files that were moved aside, the oldest first."""
    return tuple(aside for _, _, aside in sorted(_asides(path)))


def free_stamp(path: Path, at: datetime) -> str:
    """Write an instant so that no file moved aside has the name yet."""
    stamp = first = stamp_of(at)
    number = 1
    while aside_name(path, stamp).exists():
        number += 1
        stamp = f"{first}-{number}"
    return stamp


def _asides(path: Path) -> Iterator[tuple[datetime, int, Path]]:
    """Find the files moved aside, each with when that was, and its number within that second."""
    before, after = f"{path.stem}{_BEFORE}", path.suffix
    for aside in path.parent.glob(f"{escape(before)}*{escape(after)}"):
        stamp, _, number = aside.name.removeprefix(before).removesuffix(after).partition("-")
        try:
            yield datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), int(number or 1), aside
        except ValueError:
            continue


def stamp_of(at: datetime) -> str:
    """Write an aware instant as names of files say it."""
    return f"{at.astimezone(UTC):{_STAMP}}"


def finish_swap(path: Path) -> None:
    """Put a ready file in place, if there is one; running it again after a kill goes on from there.

    Raises:
        OSError: A file cannot be renamed.
    """
    for left in (restoring_name(path), path.with_name(f"{path.name}.restoring.half")):
        for each in with_journal(left):
            each.unlink(missing_ok=True)
    for ready in path.parent.glob(f"{escape(path.name)}{_READY}*"):
        aside = aside_name(path, ready.name.rpartition(_READY)[2])
        # The file goes before its log: a file without its log would open and lack its last sales.
        if path.exists():
            path.replace(aside)
        for log, log_aside in zip(log_files(path), log_files(aside), strict=True):
            if log.exists():
                log.replace(log_aside)
        # What it has seen is nothing to the file that comes.
        witness_file(path).unlink(missing_ok=True)
        sync_folder(path.parent)
        put(ready, path)
