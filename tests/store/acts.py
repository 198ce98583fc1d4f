"""Shop files and the simplest acts there are, for tests that are about the file and not the shop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from uuid import UUID

from loyalpos.store.connection import Connection
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import Action, append
from loyalpos.store.keys import PUBLISHED_KEY as KEY
from loyalpos.store.whose import WHOSE

__all__ = ["AT", "KEY", "act", "grow", "lefts", "new_file", "salt", "tampered"]

AT = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=7)))

salt = Random(7).randbytes

# The simplest act may have a secret here, which is about nobody.
assert isinstance(WHOSE, dict)
WHOSE["stock_counted"] = WHOSE["breach_noticed"]


def new_file(folder: Path, name: str = "shop.loyalpos") -> ShopFile:
    return ShopFile.create(folder / name, KEY, origin=b"first life of it", began_at_ms=1)


def act(
    number: int, left: int = 3, *, secret: str | None = None, at: datetime = AT, outcome: int = 0
) -> Action:
    """A gift was counted: the one record whose projection is a single row."""
    return Action(
        UUID(int=number),
        "stock_counted",
        1,
        "Lan",
        "1",
        at,
        {"request": {"reward": f"gift {number}", "left": left}, "outcome": {"was": outcome}},
        None if secret is None else {"name": secret},
    )


def grow(file: ShopFile, first: int, last: int) -> None:
    """Write acts ``first`` … ``last``, each in a transaction of its own."""
    for number in range(first, last + 1):
        with file.work() as connection:
            append(connection, act(number, number, at=AT.astimezone(UTC)), salt=salt)


def lefts(file: ShopFile) -> dict[str, int]:
    with file.read() as connection:
        return {
            row[0]: row[1] for row in connection.exec_driver_sql('SELECT reward, "left" FROM stock').all()
        }


class _TakeBack(Exception):
    pass


@contextmanager
def tampered(file: ShopFile) -> Iterator[Connection]:
    """Lend a connection that may break every rule of the file; all is taken back afterwards."""
    try:
        with file.work() as connection:
            connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("PRAGMA ignore_check_constraints=OFF")
            raise _TakeBack
    except _TakeBack:
        pass
