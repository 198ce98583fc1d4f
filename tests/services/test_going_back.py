"""What going back to a backup brings with it: protection, PINs, and whose shop it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from loyalpos.engine.staff import Role
from loyalpos.errors import FolderReadOnly
from loyalpos.services.backups import backups_in, foresee
from loyalpos.services.keys import Keys
from loyalpos.services.protection import turn_on
from loyalpos.store.keys import PUBLISHED_KEY
from tests.keyrings import MemoryKeyring
from tests.shops import World, enrolled, new_till

NAME = "Quán Cà Phê Mây"


def test_whether_the_shop_is_protected_afterwards_is_said_where_it_changes(tmp_path: Path) -> None:
    world, keyring = World(), MemoryKeyring()
    till = new_till(tmp_path / "shop", world)
    till.days.back_up(tmp_path / "shop" / "backups")
    till.shop.close()
    shutil.copytree(tmp_path / "shop" / "backups", tmp_path / "stick")
    (open_one,) = backups_in(tmp_path / "stick")

    def keys() -> Keys:
        return Keys(till.shop.file.path, tmp_path / "shop" / "backups", lambda: keyring)

    assert foresee(keys(), open_one, PUBLISHED_KEY).protected is None, "neither is"
    turn_on(keys(), None, world.outside())
    (locked,) = backups_in(tmp_path / "shop" / "backups")
    assert foresee(keys(), locked, keys().of_backup(locked)).protected is None, "both are"
    assert foresee(keys(), open_one, PUBLISHED_KEY).protected is True, "the file keeps its key"
    till.shop.file.path.unlink()
    assert foresee(keys(), open_one, PUBLISHED_KEY).protected is False, "the backup brings none"
    elsewhere = Keys(tmp_path / "new" / "shop.loyalpos", tmp_path / "new" / "backups", lambda: keyring)
    brought = foresee(elsewhere, locked, keys().of_backup(locked))
    assert (brought.protected, brought.shop, brought.lost) == (True, NAME, None)
    unread = foresee(elsewhere, locked, None)
    assert (unread.protected, unread.shop) == (True, ""), "nobody has typed what opens it yet"


def test_a_backup_of_before_the_pins_says_that_it_takes_them_away(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    early = till.days.back_up(tmp_path / "backups")
    assert till.days.foresee(early).lost is not None
    owner = till.staff.add(world.new_id(), "Mây", Role.OWNER).id
    till.staff.set_pin(owner, "271828")
    late = till.days.back_up(tmp_path / "backups")
    found = [till.days.foresee(made).lost for made in (early, late)]
    assert [lost is not None and lost.pins for lost in found] == [True, False]
    till.shop.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_takes_nothing_is_said_and_not_that_the_file_cannot_be_read(tmp_path: Path) -> None:
    till = new_till(tmp_path / "shop", World())
    made = till.days.back_up(tmp_path / "backups")
    enrolled(till)
    till.shop.close()
    folder = tmp_path / "shop"
    folder.chmod(0o500)
    try:
        with pytest.raises(FolderReadOnly):
            foresee(Keys(till.shop.file.path, tmp_path / "backups"), made, PUBLISHED_KEY)
    finally:
        folder.chmod(0o700)
