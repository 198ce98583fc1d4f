"""Leaving nothing of what was deleted: the log is cut off, and pages are written anew.

``secure_delete`` writes zeros over what is deleted. What it does not reach is the log, whose frames
stay until it is cut off, and copies that were left behind when rows once moved from page to page (seen in
one of seventy-five erasures).
"""

from __future__ import annotations

from loyalpos.store.connecting import connect
from loyalpos.store.connection import Connection
from loyalpos.store.file import ShopFile
from loyalpos.store.prepared import Prepared
from loyalpos.store.surroundings import translated

__all__ = ["cut_log", "is_due", "note_due", "write_anew"]

_DUE = "wiping_due"
_NOTE = Prepared("INSERT INTO setting (key, value) VALUES (:which, '1') ON CONFLICT (key) DO NOTHING")
_NOTED = Prepared("SELECT key FROM setting WHERE key = :which")
_DONE = Prepared("DELETE FROM setting WHERE key = :which")


def note_due(connection: Connection) -> None:
    """Note that the pages are to be written anew, since something was deleted that nobody may find."""
    _NOTE.run(connection, which=_DUE)


def is_due(connection: Connection) -> bool:
    """Tell whether the pages are still to be written anew."""
    return _NOTED.first(connection, which=_DUE) is not None


def cut_log(file: ShopFile) -> bool:
    """Bring the log into the file and cut it off, over a connection of its own.

    Returns:
        False where somebody was reading all the time; closing the file cuts the log off too.

    Raises:
        Unavailable: The surroundings fail.
    """
    with translated(file.path):
        driver = connect(file.path, file.key, "write")
        try:
            return bool(driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
        finally:
            driver.close()


def write_anew(file: ShopFile) -> None:
    """Write every page of a file anew, without what was deleted; nobody can write meanwhile.

    It takes as much room beside the file as the file has. Cut off, it is still due.

    Raises:
        Unavailable: The surroundings fail; the file is as it was.
    """
    with translated(file.path):
        driver = connect(file.path, file.key, "write")
        try:
            driver.execute("VACUUM")
            with Connection(driver).transaction("BEGIN IMMEDIATE") as connection:
                _DONE.run(connection, which=_DUE)
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            driver.close()
