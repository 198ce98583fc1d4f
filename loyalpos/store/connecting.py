"""Keyed connections, bare and under SQLAlchemy, with the pragmas that keep acknowledged sales."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from loyalpos.errors import UnfitDatabase
from loyalpos.store.connection import Connection

__all__ = ["LOG_PAGES", "WAIT_MS", "Mode", "connect", "is_fit", "looking", "over"]

WAIT_MS = 5_000
"""How long a connection waits for another program to let go of the file."""

LOG_PAGES = 1_000
"""With so many pages in the log, the change that is done brings them into the file."""

Mode = Literal["create", "write", "read", "copy"]
"""``read`` sees the file live; ``copy`` takes it for a file nobody writes and leaves no log beside it."""

_MOST_COMPILED = 500

_OPEN = {"create": "mode=rwc", "write": "mode=rw", "read": "mode=ro", "copy": "mode=ro&immutable=1"}

_PRAGMAS = (
    "trusted_schema=OFF",
    "foreign_keys=ON",
    "mmap_size=0",
)
_WRITER_PRAGMAS = (
    "synchronous=FULL",
    "secure_delete=ON",
    f"wal_autocheckpoint={LOG_PAGES}",
)


def is_fit(version: tuple[int, int, int]) -> bool:
    """Tell whether a SQLite version is free of the WAL-reset fault, which can damage a file."""
    return (
        version >= (3, 51, 3)
        or (version[:2] == (3, 50) and version >= (3, 50, 7))
        or (version[:2] == (3, 44) and version >= (3, 44, 6))
    )


def connect(path: Path, key: bytes, mode: Mode, *, wait_ms: int = WAIT_MS) -> Any:
    """Open a bare keyed connection; it commits each statement unless told ``BEGIN``.

    The key is not tried here: the first statement that reads a page does that. The journal mode
    is left to the caller, who should first know what file it is.

    Args:
        key: 32 bytes, used raw: deriving one from a passphrase costs 177 ms a connection.

    Raises:
        UnfitDatabase: The SQLite library is one that can damage files.
        sqlcipher3.dbapi2.Error: The driver's own errors, for the caller to translate.
    """
    if not is_fit(dbapi2.sqlite_version_info):
        raise UnfitDatabase(dbapi2.sqlite_version)
    assert len(key) == 32
    driver = dbapi2.connect(
        f"{path.absolute().as_uri()}?{_OPEN[mode]}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        driver.execute("PRAGMA cipher_log=off")
        driver.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        driver.execute(f"PRAGMA busy_timeout={wait_ms:d}")
        for pragma in _PRAGMAS + (_WRITER_PRAGMAS if mode in ("create", "write") else ()):
            driver.execute(f"PRAGMA {pragma}")
    except BaseException:
        driver.close()
        raise
    return driver


def over(driver: Any) -> sa.Connection:
    """Put SQLAlchemy over one bare connection, or over what stands for one.

    All of them speak one dialect, so that what was compiled for one file need not be for the next: a
    backup asks the same of the shop's file, of its copy and of the copy that comes after it.
    """
    dialect, compiled = _spoken()
    pool = sa.StaticPool(lambda: driver, reset_on_return=None, dialect=dialect)
    engine = sa.Engine(pool, dialect, sa.URL.create("sqlite"))
    return engine.connect().execution_options(compiled_cache=compiled)


@cache
def _spoken() -> tuple[sa.Dialect, sa.util.LRUCache[Any, Any]]:
    """Give the dialect of the shipped driver, and the statements compiled in it."""
    engine = sa.create_engine("sqlite://", module=dbapi2)
    # Some of a dialect is learnt from the first connection.
    with engine.connect():
        return engine.dialect, sa.util.LRUCache(_MOST_COMPILED)


@contextmanager
def looking(path: Path, key: bytes, mode: Literal["read", "copy"]) -> Iterator[Connection]:
    """Read a file in one unchanging view, over a connection that lives only for this."""
    driver = connect(path, key, mode)
    try:
        with Connection(driver).transaction("BEGIN") as connection:
            yield connection
    finally:
        driver.close()
