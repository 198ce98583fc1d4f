"""Damage of the books told from a disk that fails to read: the driver says the same word of both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from loyalpos.errors import DiskFails, FileDamaged
from loyalpos.store.connecting import connect
from loyalpos.store.surroundings import is_read_as_damage, translated

__all__ = ["UNREAD", "told_apart"]

UNREAD = "error reading"
"""What the cipher says of a page it was not given; of one that is not what was written it says otherwise."""


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
    """Give the disk's failure if that is what came of reading a page; None if a page is damaged.

    Nothing but the driver may open the file: closing it would let go of the driver's locks.
    """
    try:
        driver = connect(path, key, "read")
        try:
            found = [str(row[0]) for row in driver.execute("PRAGMA cipher_integrity_check")]
            unread = next((line for line in found if line.startswith(UNREAD)), None)
            if unread is not None:
                return DiskFails(path, unread)
            if found or driver.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return None
        finally:
            driver.close()
    except dbapi2.Error as error:
        return None if is_read_as_damage(error) else DiskFails(path, str(error))
    return DiskFails(path, damage.detail)
