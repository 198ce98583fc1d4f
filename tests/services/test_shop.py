"""A shop's file is made whole or not at all, and closed whatever happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlcipher3 import dbapi2

from loyalpos.errors import FileDamaged, FileMissing, ProgramUnsound
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.connecting import connect
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import PROGRAM, World, new_till
from tests.store.steps import killed_at_every_step

_PAGE = 4096


def test_a_shop_with_an_unsound_program_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ProgramUnsound):
        new_till(tmp_path, program=replace(PROGRAM, welcome_points=-1))
    assert not (tmp_path / "shop.loyalpos").exists()
    till = new_till(tmp_path)
    assert till.shop.description.name == "Quán Cà Phê Mây"
    till.shop.close()
    assert {path.name for path in tmp_path.iterdir()} == {"shop.loyalpos", "shop.loyalpos-witness"}


def test_a_shop_whose_making_is_killed_at_any_step_is_not_there_or_whole(tmp_path: Path) -> None:
    path = tmp_path / "shop.loyalpos"

    def clear() -> None:
        for file in tmp_path.iterdir():
            file.unlink()

    def make() -> None:
        new_till(tmp_path, World(3)).shop.close()

    for _ in killed_at_every_step(clear, make):
        if not path.exists():
            new_till(tmp_path, World(4)).shop.close()
        assert not (tmp_path / "shop.loyalpos.new").exists()
        till = _reopened(path)
        assert till.shop.description.name == "Quán Cà Phê Mây"
        assert till.shop.program_of(1).rules == PROGRAM.rules
        till.shop.close()


def test_a_file_in_which_no_day_begins_or_ends_is_not_left_open(tmp_path: Path) -> None:
    """Left open, no backup could be put in its place for as long as a window says why."""
    new_till(tmp_path).shop.close()
    path = tmp_path / "shop.loyalpos"
    good, said = path.read_bytes(), []
    for page in range(1, len(good) // _PAGE, 8):
        path.write_bytes(_without(good, page))
        try:
            _reopened(path).shop.close()
        except FileDamaged as damaged:
            said.append(damaged)
        path.write_bytes(good)
        assert _is_nobodys(path), page
    assert said
    till = _reopened(path)
    assert not _is_nobodys(path)
    folder = tmp_path.rename(tmp_path.with_name("pulled out"))
    with pytest.raises(FileMissing):
        till.shop.close()
    folder.rename(tmp_path)
    assert _is_nobodys(path)
    till.shop.close()


def _is_nobodys(path: Path) -> bool:
    """Tell whether nobody has a file open: who has it alone may do without its log."""
    driver = connect(path, PUBLISHED_KEY, "write", wait_ms=1)
    try:
        driver.execute("PRAGMA journal_mode=DELETE")
    except dbapi2.OperationalError:
        return False
    finally:
        driver.close()
    return True


def _without(good: bytes, page: int) -> bytes:
    bad = bytearray(good)
    bad[page * _PAGE + 50 : page * _PAGE + 60] = b"no longer "
    return bytes(bad)


def _reopened(path: Path) -> Till:
    return Till(Shop.open(path, PUBLISHED_KEY, World(5).outside(), who="Lan"))
