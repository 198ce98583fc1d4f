"""Files and folders as the disk keeps them: what is written here survives a power cut."""

from __future__ import annotations

import os
from hashlib import file_digest
from pathlib import Path

__all__ = [
    "log_files",
    "make_folder",
    "put",
    "sha256_of",
    "sync_file",
    "sync_folder",
    "with_journal",
    "witness_file",
]


def log_files(path: Path) -> tuple[Path, Path]:
    """Name the write-ahead log and its index that belong to a database file."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def witness_file(path: Path) -> Path:
    """Name what tells how far the books of a database file went."""
    return path.with_name(f"{path.name}-witness")


def with_journal(copy: Path) -> tuple[Path, Path]:
    """Name a copy that is being written, and the journal that a kill leaves beside it."""
    return copy, copy.with_name(f"{copy.name}-journal")


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it, and the names of all that are new durable."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in reversed(new):
        # Files in a folder that has lost its own name are lost with it.
        sync_folder(each.parent)


def put(source: Path, target: Path) -> None:
    """Give a finished file its name, in place of what has that name, and make the name durable."""
    source.replace(target)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    # Windows wants a handle that may write.
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """Hash a file's bytes, as hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
