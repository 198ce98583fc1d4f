"""One connection that one thread at a time may use, opened anew after the disk failed under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import RLock
from typing import Any

from loyalpos.errors import DiskFails, FileDamaged, FileMissing, FolderReadOnly
from loyalpos.store.connection import Begin, Connection

__all__ = ["Lane"]


class Lane:
    """Transactions over one connection, one after the other.

    A wrong thread waits; a transaction inside a transaction is a bug and says so.
    """

    def __init__(
        self,
        connect: Callable[[], Any],
        begin: Begin,
        *,
        translated: Callable[[], AbstractContextManager[None]],
        committing: Callable[[], object] = lambda: None,
        committed: Callable[[Connection], object] = lambda _: None,
    ) -> None:
        """Connect.

        Args:
            translated: Turns the driver's errors into ours.
            committing: Is told before each commit, and may raise: then nothing is committed.
            committed: Is told after each commit, before whoever wrote goes on; may not raise.
        """
        self._connect = connect
        self._begin = begin
        self._translated = translated
        self._committing = committing
        self._committed = committed
        self._lock = RLock()
        self._busy = False
        self._connection: Connection | None = Connection(connect())

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
                with self._translated():
                    if self._connection is None:
                        self._connection = Connection(self._connect())
                    with self._connection.transaction(self._begin):
                        yield self._connection
                        self._committing()
                    self._committed(self._connection)
            except (DiskFails, FileDamaged, FileMissing, FolderReadOnly):
                # SQLCipher keeps a failed page in mind: only a new connection sees a mended disk.
                self.close()
                raise
            finally:
                self._busy = False

    def close(self) -> None:
        """Close the connection; the next transaction would open a new one."""
        with self._lock:
            if self._connection is not None:
                self._connection.driver.close()
                self._connection = None
