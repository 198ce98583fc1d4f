from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.connecting import connect
from loyalpos.store.file import SCHEMA_VERSION, ShopFile
from loyalpos.store.journal import head
from loyalpos.store.upgrade import upgrade
from tests.shops import World
from tests.store.acts import AT, KEY, new_file
from tests.store.make_fixture import FIXTURES, balances


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_every_version_opens_with_the_program_of_today(tmp_path: Path, version: int) -> None:
    path = tmp_path / "shop.loyalpos"
    shutil.copyfile(FIXTURES / f"version_{version}.loyalpos", path)
    expected = json.loads((FIXTURES / f"version_{version}.json").read_text(encoding="utf-8"))
    made = upgrade(path, KEY, backups=tmp_path / "backups", at=AT)
    assert (made is None) == (version == SCHEMA_VERSION)
    file = ShopFile.open(path, KEY)
    with file.read() as connection:
        assert head(connection).seq == expected["seq"]
        assert head(connection).hash.hex() == expected["hash"]
    assert check(file).is_clean
    file.close()
    till = Till(Shop.open(path, KEY, World().outside()))
    assert balances(till) == expected["balances"]
    till.shop.close()


def _first_version(folder: Path, *, late: bool) -> Path:
    """A file of the first version, made before or after it learnt where a bill was moved to."""
    path = folder / "shop.loyalpos"
    shutil.copyfile(FIXTURES / "version_1.loyalpos", path)
    if late:
        driver = connect(path, KEY, "write")
        driver.execute("ALTER TABLE reversal ADD COLUMN moved_to BLOB")
        driver.execute("CREATE UNIQUE INDEX reversal_moved_to ON reversal (moved_to)")
        driver.close()
    return path


@pytest.mark.parametrize("late", [False, True])
def test_a_bill_is_moved_and_moved_back_in_a_file_of_the_first_version(tmp_path: Path, late: bool) -> None:
    path = _first_version(tmp_path, late=late)
    assert ("moved_to" in _schema(path)["reversal"]) == late
    till = Till(Shop.open(path, KEY, World(seed=9).outside()))
    duc, hoa = (till.members.find(name)[0].id for name in ("duc", "hoa"))
    till.days.open()
    bill = till.counter.record_bill(till.shop.outside.new_id(), duc, Bill(50_000)).bill
    before = balances(till)
    moved = till.returns.move_bill(bill, hoa, till.shop.outside.new_id())
    assert balances(till) != before
    till.returns.undo(moved.bill)
    assert balances(till) == before
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_nothing_of_the_first_version_is_lost(tmp_path: Path) -> None:
    """Every table of then has as many rows as before; the journal has the same bytes."""
    path = _first_version(tmp_path, late=False)
    before = _rows(path)
    upgrade(path, KEY, backups=tmp_path / "backups", at=AT)
    after = _rows(path)
    assert {name: after[name] for name in before} == before
    assert {name for name in after if name not in before} >= {"item", "item_list", "item_before"}


def _rows(path: Path) -> dict[str, object]:
    driver = connect(path, KEY, "copy")
    names = [
        row[0] for row in driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    ]
    rows: dict[str, object] = {
        name: driver.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
    }
    rows["record"] = driver.execute("SELECT * FROM record ORDER BY id").fetchall()
    rows["link"] = driver.execute("SELECT * FROM link ORDER BY origin, seq").fetchall()
    driver.close()
    return rows


def _schema(path: Path) -> dict[str, str]:
    driver = connect(path, KEY, "copy")
    rows = driver.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    driver.close()
    return {name: "".join(sql.split()) for name, sql in rows}


def test_no_table_changes_without_a_new_version(tmp_path: Path) -> None:
    """A shop's file would open and then fail; before a first release, make the fixture again instead."""
    new_file(tmp_path).close()
    assert _schema(tmp_path / "shop.loyalpos") == _schema(FIXTURES / f"version_{SCHEMA_VERSION}.loyalpos")
