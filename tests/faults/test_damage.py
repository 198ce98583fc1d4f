"""Damage at smoke counts, and what it found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loyalpos.errors import FileDamaged
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.connecting import connect
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.damage import damage_files
from tests.shops import World, enrolled, new_till, reopened

pytestmark = pytest.mark.faults


def test_no_wrong_point_is_shown_of_a_damaged_file(tmp_path: Path) -> None:
    came = damage_files(1, range(22), tmp_path)
    assert not came.faults
    assert came.counts["damaged files opened"] == 22
    # There is one such log: a second file with it would be the same.
    assert came.counts["log: of an earlier day: said at the start (FileDamaged)"] == 1
    assert came.different == 22


def test_a_log_of_an_earlier_day_is_refused_and_not_brought_in(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    enrolled(till)
    path = till.shop.file.path
    log = path.with_name(f"{path.name}-wal")
    shutil.copy(log, tmp_path / "kept")
    till = reopened(till, world)
    enrolled(till, "0912345679")
    till.shop.close()
    before = path.read_bytes()
    shutil.copy(tmp_path / "kept", log)
    with pytest.raises(FileDamaged):
        Shop.open(path, PUBLISHED_KEY, world.outside())
    assert path.read_bytes() == before
    log.unlink()
    again = Till(Shop.open(path, PUBLISHED_KEY, world.outside()))
    assert again.members.find("0912345679")
    again.shop.close()


def test_a_balance_that_is_not_what_the_lots_hold_is_damage_and_no_crash(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    member = enrolled(till)
    with till.shop.file.work() as connection:
        connection.driver.execute("UPDATE summary SET balance = balance + 1")
    with pytest.raises(FileDamaged):
        till.counter.desk(member)
    till.shop.close()


def test_a_link_whose_record_is_gone_is_damage_and_no_crash(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    path = till.shop.file.path
    till.shop.file.close()
    driver = connect(path, PUBLISHED_KEY, "write")
    driver.execute("PRAGMA foreign_keys=OFF")
    driver.execute("DELETE FROM record WHERE id = (SELECT record FROM link ORDER BY seq DESC LIMIT 1)")
    driver.close()
    with pytest.raises(FileDamaged):
        Shop.open(path, PUBLISHED_KEY, world.outside())
