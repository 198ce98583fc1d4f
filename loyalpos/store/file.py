"""The shop's file: one writer, one reader, and the surroundings told apart from our bugs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from loyalpos.errors import FileMissing, FileNewer, NotAShopFile
from loyalpos.store.journal_tables import metadata, replica
from loyalpos.store.surroundings import translated

__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "Connection", "ShopFile", "connect"]

APPLICATION_ID = 0x4C6F7953
"""``LoyS``: tells a shop's file from any other database."""

SCHEMA_VERSION = 1
"""What ``user_version`` says in a file this program writes."""

_BUSY_MS = 5_000


def connect(path: Path, key: bytes, *, read_only: bool = False, create: bool = False) -> Any:
    """Open a bare keyed connection with the shop's pragmas.

    Args:
        key: 32 bytes, used raw: a passphrase would cost 180 ms at every start.
        create: Make the file if it is not there.

    Raises:
        sqlcipher3.dbapi2.Error: The driver's own errors, for the caller to translate.
    """
    assert len(key) == 32
    mode = "ro" if read_only else ("rwc" if create else "rw")
    raw = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_MS // 1000,
        cached_statements=256,
    )
    try:
        raw.execute("PRAGMA cipher_log = off")
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        raw.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        raw.execute("PRAGMA trusted_schema = OFF")
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA mmap_size = 0")
        raw.execute("PRAGMA temp_store = MEMORY")
        raw.execute("PRAGMA cache_size = -16000")
        if read_only:
            raw.execute("PRAGMA query_only = ON")
        else:
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = FULL")
            raw.execute("PRAGMA secure_delete = ON")
            raw.execute("PRAGMA wal_autocheckpoint = 1000")
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        raw.close()
        raise
    return raw


def _engine(raw: Any, begin: str) -> Engine:
    """Wrap one connection in SQLAlchemy; a transaction begins as told."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, module=dbapi2)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


class ShopFile:
    """An open shop's file.

    ``work()`` is the one way to change it, ``read()`` sees what was committed. Each has a connection
    of its own and a lock, so that a wrong thread waits instead of mixing transactions.
    """

    def __init__(self, path: Path, key: bytes, writer: Any, reader: Any) -> None:
        self.path = path
        self.key = key
        self._raw = (writer, reader)
        self._writer = _engine(writer, "BEGIN IMMEDIATE")
        self._reader = _engine(reader, "BEGIN")
        self._writing = RLock()
        self._reading = RLock()

    @classmethod
    def create(cls, path: Path, key: bytes, *, origin: bytes, began_at_ms: int) -> ShopFile:
        """Make a new, empty shop's file.

        Args:
            origin: 16 random bytes that name this life of the file.

        Raises:
            FileExistsError: Something is there already; that is the caller's bug.
            Unavailable: The folder takes no file.
        """
        if path.exists():
            raise FileExistsError(path)
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            raw = connect(path, key, create=True)
            engine = _engine(raw, "BEGIN IMMEDIATE")
            with engine.begin() as connection:
                metadata.create_all(connection)
                connection.execute(replica.insert(), {"origin": origin, "began_at_ms": began_at_ms})
                connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
                connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))
            raw.close()
        return cls.open(path, key)

    @classmethod
    def open(cls, path: Path, key: bytes) -> ShopFile:
        """Open a shop's file.

        Raises:
            FileMissing: There is none.
            FileNewer: A newer version wrote it.
            NotAShopFile: It is something else, or locked with another key.
            FileDamaged: It was a shop's file.
            FolderReadOnly: It cannot be written.
            FileLocked: Another program holds it.
        """
        if not path.is_file():
            raise FileMissing(path)
        with translated(path):
            writer = connect(path, key)
            try:
                found = writer.execute("PRAGMA user_version").fetchone()[0]
                if writer.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                    raise NotAShopFile(path)
                if found > SCHEMA_VERSION:
                    raise FileNewer(path, found, SCHEMA_VERSION)
                reader = connect(path, key, read_only=True)
            except BaseException:
                writer.close()
                raise
        return cls(path, key, writer, reader)

    def close(self) -> None:
        """Close both connections; the file is then one file again."""
        with self._writing, self._reading:
            for raw in reversed(self._raw):
                raw.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Read what is committed, in one unchanging view.

        Raises:
            Unavailable: The surroundings fail.
        """
        with self._reading, translated(self.path), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def work(self) -> Iterator[Connection]:
        """Change the file, all or nothing; after the block everything is on the disk.

        Raises:
            Unavailable: The surroundings fail; then nothing of the block is in the file.
        """
        with self._writing, translated(self.path), self._writer.connect() as connection, connection.begin():
            yield connection
