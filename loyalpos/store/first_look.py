"""What a file says of itself before it is opened: its version, and how far its journal goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from msgspec import Struct
from sqlcipher3 import dbapi2

from loyalpos.errors import ActsMissing, DiskFails, FileDamaged, FileMissing, NotAShopFile
from loyalpos.store.connecting import connect
from loyalpos.store.disk import log_files
from loyalpos.store.harm import UNREAD, told_apart
from loyalpos.store.surroundings import is_damage, is_no_database
from loyalpos.store.witness import Reach, lives_of, missing, reach_of

__all__ = ["PAGE_BYTES", "Looked", "look", "refuse_older_log"]

PAGE_BYTES = 4096
"""Of all files this program writes."""


class Looked(Struct, frozen=True):
    """What a file says of itself before it is opened; of another version's only the version is known."""

    version: int
    lives: tuple[bytes, ...] = ()
    reach: Reach | None = None
    missing: ActsMissing | None = None

    @property
    def goes_to(self) -> tuple[int, int]:
        """How far its journal goes: which life, and which link of it."""
        return (0, 0) if self.reach is None else (len(self.lives), self.reach.seq)


def look(
    path: Path,
    key: bytes,
    seen: tuple[bytes, Reach] | None,
    *,
    application: int,
    known: int,
    wait_ms: int,
) -> Looked:
    """Look into a file, changing nothing, and compare its books with what their witness has seen.

    Args:
        application: What tells a shop's file from any other database.
        known: The version this program writes.

    Raises:
        NotAShopFile: It is something else, or locked with another key.
        FileDamaged: It is a shop's file whose first page is damaged.
        Unavailable: The surroundings fail.
    """
    if not path.exists():
        raise FileMissing(path)
    with told_apart(path, key):
        driver = connect(path, key, "read", wait_ms=wait_ms)
        try:
            found = driver.execute("PRAGMA application_id").fetchone()[0]
            version = int(driver.execute("PRAGMA user_version").fetchone()[0])
            if found == application and version == known:
                try:
                    lives, reach = lives_of(driver), reach_of(driver)
                    return Looked(version, lives, reach, missing(path, driver, seen))
                except dbapi2.DatabaseError as error:
                    if not is_damage(error):
                        raise
                    # Whoever reads what is damaged is told so, with all else that is damaged.
        except dbapi2.Error as error:
            if not is_no_database(error):
                raise
            _tell_what_it_is(path, key, error, seen)
        finally:
            driver.close()
    if found != application:
        raise NotAShopFile(path)
    return Looked(version)


def _tell_what_it_is(
    path: Path, key: bytes, error: dbapi2.Error, seen: tuple[bytes, Reach] | None
) -> NoReturn:
    """Say what a file is of whose first page nothing can be made."""
    size = path.stat().st_size
    # Anew: a connection that was not given a page takes all others for wrong, too.
    driver = connect(path, key, "read")
    try:
        damaged = [str(row[0]) for row in driver.execute("PRAGMA cipher_integrity_check")]
    finally:
        driver.close()
    unread = next((line for line in damaged if line.startswith(UNREAD)), None)
    if unread is not None:
        raise DiskFails(path, unread) from error
    if not damaged and size >= PAGE_BYTES:
        # Not one page is wrong now: it was not given as it is.
        raise DiskFails(path, str(error)) from error
    if len(damaged) < size // PAGE_BYTES:
        raise FileDamaged(path, damaged[0]) from error
    if seen is not None and size >= PAGE_BYTES and size % PAGE_BYTES == 0 and not _is_plain(path):
        # The key is this shop's, as its witness proves: the salt is not what was written.
        raise FileDamaged(path, "salt") from error
    raise NotAShopFile(path) from error


def _is_plain(path: Path) -> bool:
    """Tell whether a file is a database without any key.

    Asked through the driver: who opens a file beside it and closes it lets go of the driver's locks.
    """
    driver = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        driver.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.Error:
        return False
    finally:
        driver.close()
    return True


def refuse_older_log(path: Path, key: bytes, found: Looked, look_again: Callable[[], Looked]) -> Looked:
    """Refuse a log that would take its file back to an earlier day; nothing of it is brought in.

    Args:
        found: What the file said of itself.
        look_again: Asks it anew.

    Returns:
        What it says of itself now.

    Raises:
        FileDamaged: The file by itself is ahead of what the log beside it makes of it.
        Unavailable: The surroundings fail.
    """
    log = log_files(path)[0]
    if not log.exists() or not log.stat().st_size:
        return found
    try:
        driver = connect(path, key, "copy")
        try:
            reach = reach_of(driver)
            alone = (0, 0) if reach is None else (len(lives_of(driver)), reach.seq)
        finally:
            driver.close()
    except dbapi2.Error:
        # The power went while the log was brought in, and the file waits for the rest of it.
        return found
    if alone > found.goes_to:
        # Whatever a killed till has left behind may have ended its last transaction since.
        found = look_again()
    if alone > found.goes_to:
        raise FileDamaged(path, "log of an earlier day")
    return found
