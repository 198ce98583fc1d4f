"""One connection that one thread at a time may use, opened anew after the disk failed under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock, RLock, get_ident
from typing import Any, Protocol

from loyalpos.errors import DiskFails, FileClosed, FileDamaged, FileMissing, FolderReadOnly
from loyalpos.store.connection import Begin, Connection

__all__ = ["Lane", "Wanted"]


class Wanted(Protocol):
    """Whether somebody waits for what was lent; an event, perhaps one that other processes see."""

    def set(self) -> None:
        """Say that somebody waits."""

    def clear(self) -> None:
        """Say that nobody waits."""


class Lane:
    """Transactions over one connection, one after the other.

    A wrong thread waits; a transaction inside a transaction is a bug and says so. Who waits comes next:
    a long work of many transactions lets everybody pass between two of them.
    """

    def __init__(
        self,
        path: Path,
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
        self._path = path
        self._connect = connect
        self._begin = begin
        self._translated = translated
        self._committing = committing
        self._committed = committed
        self._lock = RLock()
        self._turn = Lock()
        self._owner: int | None = None
        self._wanted: Wanted | None = None
        self._closed = False
        self._connection: Connection | None = Connection(connect())

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Run a block as one transaction: committed at its end, or rolled back by any exception.

        Raises:
            FileClosed: It was closed for good.
            Unavailable: The surroundings fail; then nothing of the block is in the file.
        """
        assert self._owner != get_ident(), "a transaction inside a transaction"
        with self._held():
            self._owner = get_ident()
            try:
                self._refuse_closed()
                with self._translated():
                    if self._connection is None:
                        self._connection = Connection(self._connect())
                    with self._connection.transaction(self._begin):
                        yield self._connection
                        self._committing()
                    self._committed(self._connection)
            except (DiskFails, FileDamaged, FileMissing, FolderReadOnly):
                # SQLCipher keeps a failed page in mind: only a new connection sees a mended disk.
                self._close()
                raise
            finally:
                self._owner = None

    @contextmanager
    def lent(self, wanted: Wanted) -> Iterator[Connection | None]:
        """Begin no transaction during a block: somebody else writes over a connection of their own.

        Args:
            wanted: Set when somebody waits for the end of the block.

        Returns:
            The connection, to look at what was written; None where there is none after a failure.

        Raises:
            FileClosed: It was closed for good.
        """
        with self._held():
            self._refuse_closed()
            wanted.clear()
            self._wanted = wanted
            # Whoever came meanwhile could not say so.
            if self._turn.locked():
                wanted.set()
            try:
                yield self._connection
            finally:
                self._wanted = None

    def tell(self, pragma: str) -> None:
        """Set something of the connection between two transactions."""
        with self._held(), self._translated():
            if self._connection is not None:
                self._connection.driver.execute(f"PRAGMA {pragma}")

    def close(self, *, for_good: bool = False) -> None:
        """Close the connection; the next transaction would open a new one.

        Args:
            for_good: Nothing begins any more: another file may lie there soon, or another program work on it.
        """
        with self._held():
            self._closed = self._closed or for_good
            self._close()

    @property
    def is_closed(self) -> bool:
        """Whether it was closed for good."""
        return self._closed

    def _refuse_closed(self) -> None:
        if self._closed:
            raise FileClosed(self._path)

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._turn:
            wanted = self._wanted
            if wanted is not None:
                wanted.set()
            self._lock.acquire()
        try:
            yield
        finally:
            self._lock.release()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.driver.close()
            self._connection = None
