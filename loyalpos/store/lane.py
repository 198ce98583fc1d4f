"""One connection that one thread at a time may use, opened anew after the disk failed under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, Literal

from sqlalchemy import Connection

from loyalpos.errors import DiskFails, FileDamaged, FolderReadOnly
from loyalpos.store.connecting import over
from loyalpos.store.surroundings import translated

__all__ = ["Lane"]


class Lane:
    """Transactions over one connection, one after the other.

    A wrong thread waits; a transaction inside a transaction is a bug and says so.
    """

    def __init__(
        self, path: Path, connect: Callable[[], Any], begin: Literal["BEGIN", "BEGIN IMMEDIATE"]
    ) -> None:
        self._path = path
        self._connect = connect
        self._begin: Literal["BEGIN", "BEGIN IMMEDIATE"] = begin
        self._lock = RLock()
        self._busy = False
        self._driver: Any = connect()
        self._connection: Connection | None = over(self._driver, begin)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Run a block as one transaction: committed at its end, or rolled back by any exception.

        Raises:
            Unavailable: The surroundings fail; then nothing of the block is in the file.
        """
        with self._lock:
            assert not self._busy, "a transaction inside a transaction"
            self._busy = True
            try:
                with translated(self._path):
                    if self._connection is None:
                        self._driver = self._connect()
                        self._connection = over(self._driver, self._begin)
                    with self._connection.begin():
                        yield self._connection
            except (DiskFails, FileDamaged, FolderReadOnly):
                # SQLCipher keeps a failed page in mind: only a new connection sees a mended disk.
                self.close()
                raise
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._busy = False

    def close(self) -> None:
        """Close the connection; the next transaction would open a new one."""
        with self._lock:
            self._connection = None
            if self._driver is not None:
                self._driver.close()
                self._driver = None

    def _roll_back(self) -> None:
        """Leave no transaction open: SQLAlchemy does not roll back what failed to commit."""
        if self._driver is not None and self._driver.in_transaction:
            self._driver.rollback()
