from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

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


def _schema(path: Path) -> dict[str, str]:
    driver = connect(path, KEY, "copy")
    rows = driver.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    driver.close()
    return {name: "".join(sql.split()) for name, sql in rows}


def test_no_table_changes_without_a_new_version(tmp_path: Path) -> None:
    """A shop's file would open and then fail; before a first release, make the fixture again instead."""
    new_file(tmp_path).close()
    assert _schema(tmp_path / "shop.loyalpos") == _schema(FIXTURES / f"version_{SCHEMA_VERSION}.loyalpos")
