"""Putting a prepared file in the place of the shop's file, so that a kill at any step loses neither.

A prepared file under its ready name is the decision: whatever stops the swap after that, the next
start finishes it. The file that was there is moved aside together with its log, never deleted.
"""

from __future__ import annotations

from glob import escape
from pathlib import Path

from loyalpos.store.disk import log_files, put, sync_folder

__all__ = ["aside_name", "finish_swap", "ready_name", "restoring_name"]

_READY = ".ready-"


def restoring_name(path: Path) -> Path:
    """Name the copy that is still being prepared; left over, it is worth nothing."""
    return path.with_name(f"{path.name}.restoring")


def ready_name(path: Path, stamp: str) -> Path:
    """Name the prepared file that is to take the place of ``path``."""
    return path.with_name(f"{path.name}{_READY}{stamp}")


def aside_name(path: Path, stamp: str) -> Path:
    """Name the file that was in its place, once it is moved aside."""
    return path.with_name(f"{path.stem}-before-{stamp}{path.suffix}")


def finish_swap(path: Path) -> None:
    """Put a ready file in place, if there is one; running it again after a kill goes on from there.

    Raises:
        OSError: A file cannot be renamed.
    """
    restoring_name(path).unlink(missing_ok=True)
    for ready in path.parent.glob(f"{escape(path.name)}{_READY}*"):
        aside = aside_name(path, ready.name.rpartition(_READY)[2])
        # The file goes before its log: a file without its log would open and lack its last sales.
        if path.exists():
            path.replace(aside)
        for log, log_aside in zip(log_files(path), log_files(aside), strict=True):
            if log.exists():
                log.replace(log_aside)
        sync_folder(path.parent)
        put(ready, path)
