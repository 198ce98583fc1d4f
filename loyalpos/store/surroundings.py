"""Foreign errors of driver and disk, translated at the border into what happened around us."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from loyalpos.errors import (
    DiskFails,
    DiskFull,
    FileDamaged,
    FileLocked,
    FileMissing,
    FolderReadOnly,
    Unavailable,
)
from loyalpos.store.connection import BooksDisagree

__all__ = ["is_damage", "is_no_database", "is_read_as_damage", "on_disk", "translated"]

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
_SHARING_VIOLATION = 32
_ROOM_NEEDED = 1 << 20
"""With less than this left, a failed write is taken for a full disk: the driver does not say which."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the surroundings into ours; bugs pass through unchanged.

    Raises:
        Unavailable: The subclass that says what happened to ``path``.
    """
    try:
        yield
    except BooksDisagree as error:
        raise FileDamaged(path, str(error)) from error
    except Exception as error:
        trouble = _trouble(path, _of_driver(error))
        if trouble is None:
            raise
        raise trouble from error


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Turn errors of driver and disk into ours, where files are copied, moved and named.

    Raises:
        Unavailable: The subclass that says what happened to ``path``.
    """
    try:
        with translated(path):
            yield
    except OSError as error:
        raise _disk_trouble(path, error) from error


def is_no_database(error: BaseException) -> bool:
    """Tell whether the driver could make nothing of the first page."""
    return bool(_code(_of_driver(error)) == dbapi2.SQLITE_NOTADB)


def is_damage(error: BaseException) -> bool:
    """Tell whether the driver met pages that are not what was written."""
    return _code(_of_driver(error)) in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB)


def is_read_as_damage(error: BaseException) -> bool:
    """Tell whether the driver calls it damage, as it also does where the disk has failed to give a page."""
    own = _of_driver(error)
    return getattr(own, "sqlite_errorcode", None) in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB)


def _of_driver(error: BaseException) -> dbapi2.Error | None:
    """Give the driver's own error, also where SQLAlchemy has wrapped it; None for any other."""
    own = getattr(error, "orig", error)
    return own if isinstance(own, dbapi2.Error) else None


def _code(error: dbapi2.Error | None) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF


def _trouble(path: Path, error: dbapi2.Error | None) -> Unavailable | None:
    detail = str(error)
    match _code(error):
        case dbapi2.SQLITE_FULL:
            return DiskFull(path)
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_LOCKED | dbapi2.SQLITE_PROTOCOL:
            return FileLocked(path)
        case dbapi2.SQLITE_CORRUPT | dbapi2.SQLITE_NOTADB:
            return FileDamaged(path, detail)
        case dbapi2.SQLITE_READONLY | dbapi2.SQLITE_PERM:
            return FolderReadOnly(path)
        case dbapi2.SQLITE_CANTOPEN:
            return FolderReadOnly(path) if path.exists() else FileMissing(path)
        case dbapi2.SQLITE_IOERR:
            return DiskFull(path) if _has_no_room(path) else DiskFails(path, detail)
        case _:
            return None


def _disk_trouble(path: Path, error: OSError) -> Unavailable:
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return FileLocked(path)
    if error.errno in _NO_ROOM:
        return DiskFull(path)
    if error.errno in _NO_RIGHT:
        return FolderReadOnly(path)
    if error.errno == errno.ENOENT:
        return FileMissing(path)
    return DiskFails(path, str(error))


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_NEEDED
    except OSError:
        return False
