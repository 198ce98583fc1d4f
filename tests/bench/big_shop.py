"""A shop's file as years of custom leave it: 100,000 members, a million ledger entries, its chain whole.

Rows go in by the thousand instead of one record at a time through ``apply``, which would take an
hour. ``test_big_shop`` builds a small one and lets ``check`` replay it, so that what is written here is
what ``apply`` would have written. Every draw comes from one seed.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from getpass import getuser
from hashlib import sha256
from pathlib import Path
from random import Random

from sqlalchemy.schema import CreateIndex, CreateTable

from loyalpos.store.connecting import connect
from loyalpos.store.connection import Connection
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import head
from loyalpos.store.journal_tables import JOURNAL, metadata
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.projections import PROJECTIONS
from tests.bench.books import Books
from tests.bench.custom import DAYS, FIRST_DAY, live
from tests.shops import PROGRAM, Clock, World, new_till

__all__ = ["ENTRIES", "MEMBERS", "NOW", "big_shop", "build", "copied"]

MEMBERS = 100_000
ENTRIES = 1_000_000

NOW = FIRST_DAY + timedelta(days=DAYS, hours=2)
"""The morning after the last bill: what the clock says in a bench."""

_SOURCES = ("big_shop.py", "books.py", "custom.py", "people.py")
_GIFTS = 1_000_000


def big_shop(members: int = MEMBERS, entries: int = ENTRIES) -> Path:
    """Give a shop's file that is built once for each form of its tables, in the system's temporary folder.

    It is for copying: a bench that writes needs a file of its own.
    """
    folder = Path(tempfile.gettempdir()) / f"loyalpos-bench-{getuser()}"
    path = folder / f"{members}-{entries}-{_form()}.loyalpos"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        for old in folder.glob(f"{members}-{entries}-*"):
            old.unlink()
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            build(Path(beside), members, entries).replace(path)
    return path


def copied(folder: Path) -> Path:
    """Put a big shop of its own into a folder."""
    path = folder / "shop.loyalpos"
    shutil.copyfile(big_shop(), path)
    return path


def _form() -> str:
    """Digest everything the file's content follows from."""
    tables = "".join(
        f"{CreateTable(table)}{sorted(str(CreateIndex(index)) for index in table.indexes)}"
        for table in metadata.sorted_tables
    )
    sources = b"".join(Path(__file__).with_name(name).read_bytes() for name in _SOURCES)
    return sha256(tables.encode() + sources).hexdigest()[:12]


def build(folder: Path, members: int, entries: int, *, seed: int = 1) -> Path:
    """Build a shop's file in a folder: so many members, and exactly so many ledger entries."""
    world = World(seed, Clock(FIRST_DAY - timedelta(hours=1)))
    shop = new_till(folder, world, stock={"coffee": _GIFTS}).shop
    shop.close()
    driver = connect(shop.file.path, PUBLISHED_KEY, "write")
    try:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "secure_delete=OFF", "cache_size=-600000"):
            driver.execute(f"PRAGMA {pragma}").fetchall()
        indexes = [index for table in (*JOURNAL, *PROJECTIONS) for index in table.indexes]
        with Connection(driver).transaction("BEGIN IMMEDIATE") as connection:
            for index in indexes:
                index.drop(connection.core)
            end = head(connection)
            books = Books(driver, end.origin, end.seq, end.hash, Random(seed))
            gifts = live(books, members, entries, shop.time, PROGRAM)
            driver.execute('UPDATE stock SET "left" = ?', (_GIFTS - gifts,))
            for index in indexes:
                index.create(connection.core)
    finally:
        driver.close()
    # Opened once by the real code, which leaves the file in the form a till would find.
    ShopFile.open(shop.file.path, PUBLISHED_KEY).close()
    return shop.file.path
