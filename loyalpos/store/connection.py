"""A transaction's connection: prepared statements run on the driver, all others through SQLAlchemy.

SQLAlchemy is put over the driver when it is first asked for: the first scan of the morning needs none
of it, and its import takes longer than a bare window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import sqlalchemy as sa

__all__ = ["Begin", "BooksDisagree", "Connection"]

Begin = Literal["BEGIN", "BEGIN IMMEDIATE"]


class BooksDisagree(Exception):
    """Two places of the file, each sound by itself, cannot both be what was written.

    The border makes :class:`loyalpos.errors.FileDamaged` of it: a page of another time lies in the file.
    """


class Connection:
    """One bare connection, with SQLAlchemy over it where somebody asks.

    Attributes:
        driver: The bare connection; it commits each statement unless told ``BEGIN``.
        reached: What the transaction that runs, or ran last, wrote as the journal's last link: its life,
            its number and hash, and the milliseconds of its record; None where it wrote none.
    """

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        self.reached: tuple[bytes, int, bytes, int] | None = None

    @contextmanager
    def transaction(self, begin: Begin) -> Iterator[Connection]:
        """Run a block as one transaction: committed at its end, or rolled back by any exception."""
        self.reached = None
        self.driver.execute(begin)
        try:
            yield self
            self.driver.execute("COMMIT")
        except BaseException:
            # A failed statement may have ended it already.
            if self.driver.in_transaction:
                self.driver.execute("ROLLBACK")
            raise

    @cached_property
    def core(self) -> sa.Connection:
        """SQLAlchemy over the driver; it begins and ends nothing."""
        from loyalpos.store.connecting import over  # noqa: PLC0415 - the first scan needs none of it

        return over(_Lent(self.driver))

    def execute(
        self,
        statement: sa.Executable,
        parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> sa.CursorResult[*tuple[Any, ...]]:
        """Run a statement of SQLAlchemy's."""
        return self.core.execute(statement, parameters)

    def exec_driver_sql(self, sql: str, parameters: Any = None) -> sa.CursorResult[*tuple[Any, ...]]:
        """Run SQL as it stands."""
        return self.core.exec_driver_sql(sql, parameters)


class _Lent:
    """The driver as it is lent to SQLAlchemy, which may end neither it nor its transaction."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)

    def commit(self) -> None:
        """Leave it to whoever began."""

    def rollback(self) -> None:
        """Leave it to whoever began."""

    def close(self) -> None:
        """Leave it to whoever opened it."""
