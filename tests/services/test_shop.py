"""A shop's file is made whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.errors import ProgramUnsound
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import PROGRAM, World, new_till
from tests.store.steps import killed_at_every_step


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


def _reopened(path: Path) -> Till:
    return Till(Shop.open(path, PUBLISHED_KEY, World(5).outside(), who="Lan"))
