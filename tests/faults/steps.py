"""Work of more than one step that is killed: what it begins with, what it does, what must be there.

What is killed stands in :data:`STEPS`. A step brings the files it begins with (``make``, once for all kills),
does its work in a child (``do``), and looks at what it finds and goes on (``go_on``); any part of the
program that moves files adds a line there.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from loyalpos.engine.bills import Bill
from loyalpos.services.backups import back_up_file, backups_in, restore_backup
from loyalpos.services.shop import Shop
from loyalpos.services.shop_moves import take_out_file, take_over
from loyalpos.services.till import Till
from loyalpos.settings import folders
from loyalpos.store.file import SCHEMA_VERSION, ShopFile, version_of
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.between import LONG_WORK, LongWork
from tests.faults.children import Say
from tests.faults.lives import outside, prepare
from tests.faults.rekeying import PROTECTED, UNPROTECTED, lay_protected, lay_unprotected
from tests.store.make_fixture import FIXTURES, balances

__all__ = ["STEPS", "Step", "make_shop"]


class Step(Struct, frozen=True):
    """Work that is killed, with the files it begins with.

    Attributes:
        make: Lays those files in a new folder; it is given the path the shop's file is to have.
        work: What is done and how the next process goes on; it is given the same path.
    """

    make: Callable[[Path], None]
    work: LongWork


# What the steps begin with ---------------------------------------------------------------------------

_SHOP: list[Path] = []


def make_shop(folder: Path) -> None:
    """Make the shop most steps begin with, in this process, so that all children are born warm."""
    _SHOP[:] = [prepare(folder)[0]]


def _lay_shop(path: Path) -> None:
    shutil.copy(_SHOP[0], path)


def _open(path: Path) -> Till:
    return Till(Shop.open(path, PUBLISHED_KEY, outside(), backups=folders(path.parent).backups, who="Lan"))


# An older file is brought up --------------------------------------------------------------------------


def _lay_older(path: Path) -> None:
    shutil.copy(FIXTURES / "version_3.loyalpos", path)


def _bring_up(path: Path, say: Say) -> None:
    till = _open(path)
    say("done")
    till.shop.close()


def _go_on_after_bringing_up(path: Path, done: bool) -> None:
    found = version_of(path, PUBLISHED_KEY)
    assert found in ((SCHEMA_VERSION,) if done else (3, SCHEMA_VERSION)), f"a file of version {found}"
    if found == SCHEMA_VERSION:
        assert backups_in(folders(path.parent).backups), "brought up without a backup"
    expected = json.loads((FIXTURES / "version_3.json").read_text(encoding="utf-8"))
    till = _open(path)
    assert balances(till) == expected["balances"], "other balances than before"
    till.shop.close()


# A backup is made by hand ------------------------------------------------------------------------------


def _back_up(path: Path, say: Say) -> None:
    back_up_file(path, PUBLISHED_KEY, folders(path.parent).backups, outside(), drops_old=True)
    say("done")


def _go_on_after_backup(path: Path, done: bool) -> None:
    there = backups_in(folders(path.parent).backups)
    assert there or not done, "the backup that was made is gone"
    again = back_up_file(path, PUBLISHED_KEY, folders(path.parent).backups, outside(), drops_old=True)
    after = backups_in(folders(path.parent).backups)
    assert again in after
    assert set(there) <= set(after)
    left = [each.name for each in folders(path.parent).backups.iterdir() if "half" in each.name]
    assert not left, left


# A backup is restored ----------------------------------------------------------------------------------


def _lay_shop_with_backup(path: Path) -> None:
    """Lay a shop with a backup, and a bill that is not in it."""
    shutil.copy(_SHOP[0], path)
    back_up_file(path, PUBLISHED_KEY, folders(path.parent).backups, outside(), drops_old=False)
    till = _open(path)
    till.counter.record_bill(till.shop.outside.new_id(), None, Bill(77_000))
    till.shop.close()


def _restore(path: Path, say: Say) -> None:
    restore_backup(path, backups_in(folders(path.parent).backups)[0], PUBLISHED_KEY, outside())
    say("done")


def _bills(path: Path) -> int:
    file = ShopFile.open(path, PUBLISHED_KEY)
    try:
        with file.read() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM bill").scalar_one())
    finally:
        file.close()


def _go_on_after_restore(path: Path, done: bool) -> None:
    assert Shop.is_there(path), "no shop at all"
    bills = _bills(path)
    assert bills in ((0,) if done else (0, 1)), f"{bills} bills"
    asides = list(path.parent.glob("*-before-*.loyalpos"))
    if bills == 0:
        assert len(asides) == 1, "what was there is gone"
        assert _bills(asides[0]) == 1, "what was there lost its last bill"
    restore_backup(path, backups_in(folders(path.parent).backups)[0], PUBLISHED_KEY, outside())
    assert _bills(path) == 0
    left = [each.name for each in path.parent.iterdir() if "ready" in each.name or "restoring" in each.name]
    assert not left, left


# A whole shop goes out and comes in ----------------------------------------------------------------------


def _go_on(_done: int, _whole: int) -> bool:
    return True


def _take_out(path: Path, say: Say) -> None:
    take_out_file(path, PUBLISHED_KEY, path.parent / "out", outside(), _go_on)
    say("done")


def _go_on_after_taking_out(path: Path, done: bool) -> None:
    out = path.parent / "out"
    assert out.exists() or not done, "what was taken out is gone"
    if not out.exists():
        take_out_file(path, PUBLISHED_KEY, out, outside(), _go_on)
    elsewhere = path.parent / "elsewhere"
    elsewhere.mkdir()
    assert take_over(elsewhere / path.name, PUBLISHED_KEY, out, outside(), _go_on) is not None


def _lay_export(path: Path) -> None:
    shop = path.parent / "source"
    shop.mkdir()
    shutil.copy(_SHOP[0], shop / path.name)
    take_out_file(shop / path.name, PUBLISHED_KEY, path.parent / "out", outside(), _go_on)
    shutil.rmtree(shop)


def _take_over(path: Path, say: Say) -> None:
    take_over(path, PUBLISHED_KEY, path.parent / "out", outside(), _go_on)
    say("done")


def _go_on_after_taking_over(path: Path, done: bool) -> None:
    assert Shop.is_there(path) or not done, "the shop that came in is gone"
    if not Shop.is_there(path):
        take_over(path, PUBLISHED_KEY, path.parent / "out", outside(), _go_on)
    till = _open(path)
    with till.shop.file.read() as connection:
        members = connection.exec_driver_sql("SELECT count(*) FROM member").scalar_one()
    assert members == 8, f"{members} members"
    till.shop.close()


STEPS: Mapping[str, Step] = {
    "migration": Step(_lay_older, LongWork(needs_shop=True, do=_bring_up, go_on=_go_on_after_bringing_up)),
    "backup": Step(_lay_shop, LongWork(needs_shop=True, do=_back_up, go_on=_go_on_after_backup)),
    "restore": Step(
        _lay_shop_with_backup, LongWork(needs_shop=True, do=_restore, go_on=_go_on_after_restore)
    ),
    "customer list": Step(_lay_shop, LONG_WORK["customer list"]),
    "shop taken out": Step(_lay_shop, LongWork(needs_shop=True, do=_take_out, go_on=_go_on_after_taking_out)),
    "shop taken in": Step(
        _lay_export, LongWork(needs_shop=False, do=_take_over, go_on=_go_on_after_taking_over)
    ),
    "key given": Step(lay_unprotected, PROTECTED),
    "key taken away": Step(lay_protected, UNPROTECTED),
}
"""What is killed here, by its name in the table; a first start and a day's close are killed in ``kills``."""
