"""The shop's file: one writer, one reader, and the surroundings told apart from our bugs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from loyalpos.errors import ActsMissing, FileDamaged, FileMissing, FileNewer, FileOlder, Unavailable
from loyalpos.store import journal_tables, projections
from loyalpos.store.connecting import LOG_PAGES, WAIT_MS, connect, looking
from loyalpos.store.connection import Connection
from loyalpos.store.disk import log_files, make_folder, put, sync_file, with_journal, witness_file
from loyalpos.store.first_look import Looked, look, refuse_older_log
from loyalpos.store.harm import told_apart
from loyalpos.store.journal import begin_life
from loyalpos.store.lane import Lane, Wanted
from loyalpos.store.surroundings import on_disk, translated
from loyalpos.store.swap import finish_swap
from loyalpos.store.witness import Reach, Witness, reach_of

__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "Connection", "ShopFile", "version_of"]

APPLICATION_ID = 0x4C6F7953
"""``LoyS``: tells a shop's file from any other database."""

SCHEMA_VERSION = 4
"""What ``user_version`` says in a file this program writes."""

_CACHE = "PRAGMA cache_size=-16000"
"""16 MB of pages stay decrypted in memory, so that the upper levels of every index do."""

_LARGE_CACHE = "cache_size=-96000"
"""The indexes of two hundred thousand members."""


def version_of(path: Path, key: bytes, *, wait_ms: int = WAIT_MS) -> int:
    """Read which version of the program's schema a shop's file has, changing nothing.

    SQLCipher cannot tell another key from another kind of file. Where the key opens other pages but
    not the first, the file is a damaged shop's file; where it opens none, it is taken for no shop's.

    Raises:
        NotAShopFile: It is something else, or locked with another key.
        FileDamaged: It is a shop's file whose first page is damaged.
        Unavailable: The surroundings fail.
    """
    return _look(path, key, None, wait_ms).version


def _look(path: Path, key: bytes, seen: tuple[bytes, Reach] | None, wait_ms: int) -> Looked:
    return look(path, key, seen, application=APPLICATION_ID, known=SCHEMA_VERSION, wait_ms=wait_ms)


class ShopFile:
    """An open shop's file.

    ``work()`` is the one way to change it, ``read()`` sees what was committed. Each has a connection
    of its own and a lock, so that a wrong thread waits instead of mixing transactions.

    Attributes:
        path: Where the file is.
        key: What it is keyed with.
        lacks: What its books lacked when it was opened; nothing written after that is witnessed.
    """

    def __init__(self, path: Path, key: bytes, *, wait_ms: int = WAIT_MS) -> None:
        self.path = path
        self.key = key
        self.lacks: ActsMissing | None = None
        self._wait_ms = wait_ms
        self._damage: FileDamaged | None = None
        # A file that is still being made or taken apart has none, nor one whose books lack something.
        self._witness: Witness | None = None
        self._shop = b""
        self._place: tuple[int, int] | None = None
        with self._translated():
            self._writer = Lane(
                path,
                self._open_writer,
                "BEGIN IMMEDIATE",
                translated=self._translated,
                committing=self._refuse_nowhere,
                committed=self._note,
            )
            try:
                self._reader = Lane(path, self._open_reader, "BEGIN", translated=self._translated)
            except BaseException:
                self._writer.close()
                raise

    @classmethod
    def create(
        cls,
        path: Path,
        key: bytes,
        *,
        origin: bytes,
        began_at_ms: int,
        fill: Callable[[ShopFile], None] | None = None,
    ) -> ShopFile:
        """Make a new shop's file, whole or not at all, and open it.

        Args:
            origin: 16 random bytes that name this life of the file.
            fill: Writes what must stand in the file before it has its name.

        Raises:
            FileExistsError: Something is there already; that is the caller's bug.
            Unavailable: The folder takes no file.
        """
        if cls.is_there(path):
            raise FileExistsError(path)
        half = path.with_name(f"{path.name}.new")
        with on_disk(path):
            make_folder(path.parent)
            for leftover in (*with_journal(half), *log_files(half)):
                leftover.unlink(missing_ok=True)
            for log in log_files(path):
                # A log without its file would be taken for this one's.
                if log.exists():
                    put(log, log.with_name(f"{log.name}.left"))
            driver = connect(half, key, "create")
            try:
                with Connection(driver).transaction("BEGIN IMMEDIATE") as connection:
                    journal_tables.metadata.create_all(
                        connection.core,
                        (*journal_tables.JOURNAL, *journal_tables.LOCAL, *projections.PROJECTIONS),
                        checkfirst=False,
                    )
                    begin_life(connection, origin, began_at_ms)
                    driver.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
                    driver.execute(f"PRAGMA user_version={SCHEMA_VERSION:d}")
            finally:
                driver.close()
            if fill is not None:
                filled = cls(half, key)
                try:
                    fill(filled)
                except BaseException:
                    filled.close()
                    # It may hold people, and nobody would ever look for it.
                    half.unlink(missing_ok=True)
                    raise
                filled.close()
            sync_file(half)
            witness_file(path).unlink(missing_ok=True)
            put(half, path)
        return cls.open(path, key)

    @classmethod
    def open(cls, path: Path, key: bytes, *, wait_ms: int = WAIT_MS, lacking: bool = False) -> ShopFile:
        """Open a shop's file; a restore that was cut off is finished first.

        Args:
            lacking: Open it also where its books lack acts, for a person who agrees to that.

        Raises:
            FileMissing: There is none.
            NotAShopFile: It is something else, or locked with another key.
            FileNewer: A newer version wrote it; not a byte was changed.
            FileOlder: An older version wrote it; :func:`loyalpos.store.upgrade.upgrade` brings it up.
            FileDamaged: It was a shop's file.
            ActsMissing: It is sound, and its books end before what was acknowledged; not a byte was changed.
            FolderReadOnly: It cannot be written.
            FileLocked: Another program holds it.
            UnfitDatabase: The SQLite library is one that can damage files.
        """
        cls.is_there(path)
        witness = Witness(path, key)
        look_now = partial(_look, path, key, witness.read(), wait_ms)
        found = look_now()
        if found.version > SCHEMA_VERSION:
            raise FileNewer(path, found.version, SCHEMA_VERSION)
        if found.version < SCHEMA_VERSION:
            raise FileOlder(path, found.version, SCHEMA_VERSION)
        found = refuse_older_log(path, key, found, look_now)
        if found.missing is not None and not lacking:
            raise found.missing
        opened = cls(path, key, wait_ms=wait_ms)
        opened.lacks = found.missing
        if found.reach is not None and found.missing is None:
            opened._witness, opened._shop = witness, found.lives[0]
            witness.note(found.lives[0], found.reach)
        return opened

    @staticmethod
    def is_there(path: Path) -> bool:
        """Tell whether a shop's file is there; a restore that was cut off is finished first.

        Raises:
            Unavailable: The restore cannot be finished.
        """
        with on_disk(path):
            finish_swap(path)
            return path.exists()

    def close(self) -> None:
        """Close both connections; the file is then one file again, and whoever writes on is refused."""
        self._reader.close()
        self._writer.close(for_good=True)
        if self._witness is not None:
            self._witness.close()

    def read(self) -> AbstractContextManager[Connection]:
        """Read what is committed, in one unchanging view.

        Raises:
            Unavailable: The surroundings fail.
        """
        return self._reader.transaction()

    def work(self) -> AbstractContextManager[Connection]:
        """Change the file, all or nothing; after the block everything is on the disk.

        Raises:
            FileDamaged: Damage was found before; nothing is written over it.
            Unavailable: The surroundings fail; then nothing of the block is in the file.
        """
        if self._damage is not None:
            raise FileDamaged(self.path, self._damage.detail)
        return self._writer.transaction()

    @contextmanager
    def lent(self, wanted: Wanted) -> Iterator[None]:
        """Let a process of our own change the file during a block; changes of this one wait for its end.

        Args:
            wanted: Set when one waits.

        Raises:
            FileClosed: It was closed.
            FileDamaged: Damage was found before; nothing is written over it.
        """
        if self._damage is not None:
            raise FileDamaged(self.path, self._damage.detail)
        with self._writer.lent(wanted) as ours:
            try:
                yield
            finally:
                if ours is not None:
                    # What was written meanwhile nobody but us witnesses.
                    with suppress(Unavailable), self._translated():
                        self._note_reach(ours)

    @contextmanager
    def log_growing(self) -> Iterator[None]:
        """Let no change bring the log into the file for a while: :meth:`empty_log` does, elsewhere."""
        self._writer.tell("wal_autocheckpoint=0")
        try:
            yield
        finally:
            self._writer.tell(f"wal_autocheckpoint={LOG_PAGES:d}")

    def keep_more_pages(self) -> None:
        """Keep more pages decrypted in memory, for long work that comes back to all of them."""
        self._writer.tell(_LARGE_CACHE)

    def shut(self, damage: FileDamaged) -> None:
        """Write nothing any more: what comes after damage would be lost with what is brought back."""
        self._damage = damage

    @property
    def is_shut(self) -> bool:
        """Tell whether nothing is written any more: damage was found, or the file is closed."""
        return self._damage is not None or self._writer.is_closed

    @contextmanager
    def aside(self) -> Iterator[Connection]:
        """Read for long, over a connection of its own, so that the counter's reads do not wait.

        Raises:
            Unavailable: The surroundings fail.
        """
        with self._translated(), looking(self.path, self.key, "read") as connection:
            yield connection

    def empty_log(self) -> None:
        """Bring what stands in the log into the file, as far as nobody reads what was there before.

        Raises:
            Unavailable: The surroundings fail.
        """
        with translated(self.path):
            driver = connect(self.path, self.key, "write", wait_ms=self._wait_ms)
            try:
                driver.execute("PRAGMA wal_checkpoint(PASSIVE)")
            finally:
                driver.close()

    def _translated(self) -> AbstractContextManager[None]:
        return told_apart(self.path, self.key)

    def _refuse_nowhere(self) -> None:
        """Commit nothing that nobody who opens the file next would find.

        Raises:
            FileMissing: The folder was taken away under an open file, whose writes go nowhere.
        """
        if _place_of(self.path) != self._place:
            raise FileMissing(self.path)

    def _note(self, connection: Connection) -> None:
        if connection.reached is not None and self._witness is not None:
            self._witness.note(self._shop, Reach(*connection.reached))

    def _note_reach(self, connection: Connection) -> None:
        reach = reach_of(connection.driver)
        if self._witness is not None and reach is not None:
            self._witness.note(self._shop, reach)

    def _open_writer(self) -> Any:
        self._place = _place_of(self.path)
        driver = connect(self.path, self.key, "write", wait_ms=self._wait_ms)
        try:
            driver.execute(_CACHE)
            driver.execute("PRAGMA journal_mode=WAL")
            # A file that may not be written opens all the same; say so now, not at the first sale.
            driver.execute("BEGIN IMMEDIATE")
            driver.execute(f"PRAGMA user_version={SCHEMA_VERSION:d}")
            driver.execute("ROLLBACK")
        except BaseException:
            driver.close()
            raise
        return driver

    def _open_reader(self) -> Any:
        driver = connect(self.path, self.key, "read", wait_ms=self._wait_ms)
        try:
            driver.execute(_CACHE)
        except BaseException:
            driver.close()
            raise
        return driver


def _place_of(path: Path) -> tuple[int, int] | None:
    """Tell one file from another that has its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
