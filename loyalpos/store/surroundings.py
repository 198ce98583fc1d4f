"""Foreign errors of the database, translated at the border into what happened around us."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from loyalpos.errors import (
    DiskFails,
    DiskFull,
    FileDamaged,
    FileLocked,
    FolderReadOnly,
    NotAShopFile,
    Unavailable,
)

__all__ = ["translated"]

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_IOERR_LOCK = 3850


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the surroundings into ours; bugs pass through unchanged.

    Raises:
        Unavailable: The subclass that says what happened.
    """
    try:
        yield
    except DBAPIError as error:
        trouble = _trouble(path, error.orig)
        if trouble is None:
            raise
        raise trouble from error
    except dbapi2.Error as error:
        trouble = _trouble(path, error)
        if trouble is None:
            raise
        raise trouble from error
    except PermissionError as error:
        raise FolderReadOnly(path) from error
    except OSError as error:
        raise (DiskFull(path) if error.errno in _NO_ROOM else DiskFails(path, str(error))) from error


def _trouble(path: Path, error: BaseException | None) -> Unavailable | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    detail = f"{getattr(error, 'sqlite_errorname', code)}: {error}"
    match code & 0xFF:
        case 5 | 6:  # BUSY, LOCKED
            return FileLocked(path)
        case 8:  # READONLY
            return FolderReadOnly(path)
        case 13:  # FULL
            return DiskFull(path)
        case 11:  # CORRUPT
            return FileDamaged(path, detail)
        case 26:  # NOTADB
            return NotAShopFile(path)
        case 14 if not os.access(path.parent, os.W_OK):  # CANTOPEN
            return FolderReadOnly(path)
        case 10 if code == _IOERR_LOCK:
            return FileLocked(path)
        case 10 | 14:  # IOERR
            return DiskFails(path, detail)
        case _:
            return None
