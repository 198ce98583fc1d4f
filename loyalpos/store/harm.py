"""Damage of the books told from a disk that fails to read: the driver says the same word of both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from loyalpos.errors import DiskFails, FileDamaged
from loyalpos.store.connecting import connect
from loyalpos.store.disk import log_files
from loyalpos.store.surroundings import is_read_as_damage, translated

__all__ = ["told_apart"]

_AT_ONCE = 1 << 20


@contextmanager
def told_apart(path: Path, key: bytes) -> Iterator[None]:
    """Turn what the driver says of a file into ours, and look again before damage is said.

    SQLite calls it damage where the disk answers a read with an error. Every page is read again then, over a
    connection of its own: it takes seconds in a big shop, and is never needed on a good day.

    Raises:
        FileDamaged: Pages are not what was written.
        DiskFails: They are, as far as the disk gives them.
        Unavailable: The surroundings fail otherwise.
    """
    try:
        with translated(path):
            yield
    except FileDamaged as damage:
        if damage.__cause__ is None or not is_read_as_damage(damage.__cause__):
            raise
        disk = _disk_to_blame(path, key, damage)
        if disk is None:
            raise
        raise disk from damage.__cause__


def _disk_to_blame(path: Path, key: bytes, damage: FileDamaged) -> DiskFails | None:
    """Give the disk's failure if that is what came of reading a page; None if a page is damaged."""
    try:
        for each in (path, log_files(path)[0]):
            if each.exists():
                with each.open("rb", buffering=0) as file:
                    while file.read(_AT_ONCE):
                        pass
    except OSError as error:
        return DiskFails(path, str(error))
    try:
        driver = connect(path, key, "read")
        try:
            for looks in ("cipher_integrity_check", "quick_check(1)"):
                found = driver.execute(f"PRAGMA {looks}").fetchone()
                if found is not None and found[0] != "ok":
                    return None
        finally:
            driver.close()
    except dbapi2.Error as error:
        return None if is_read_as_damage(error) else DiskFails(path, str(error))
    return DiskFails(path, damage.detail)
