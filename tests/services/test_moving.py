"""A shop in a folder where it is not safe is refused, and moved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loyalpos.engine.bills import Bill
from loyalpos.errors import CannotWrite, FileDamaged, UnsafePlace
from loyalpos.services.moving import move_shop
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import Folders, TillSettings, folders, load_settings, save_settings
from loyalpos.store.check import check
from loyalpos.store.disk import log_files
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.swap import aside_files
from tests.shops import World, enrolled, new_till


def _in_onedrive(folder: Path, world: World) -> Folders:
    """A shop with 320 points whose folder was put into OneDrive."""
    till = new_till(folder / "before", world)
    till.counter.record_bill(world.new_id(), enrolled(till), Bill(3_000_000))
    till.shop.close()
    (folder / "before").rename(folder / "OneDrive")
    where = folders(folder / "OneDrive")
    save_settings(where.settings_file, TillSettings(cashier="Lan"))
    return where


def test_a_new_shop_is_not_made_in_a_synchronised_folder(tmp_path: Path) -> None:
    with pytest.raises(UnsafePlace):
        new_till(tmp_path / "Dropbox")
    assert list((tmp_path / "Dropbox").iterdir()) == []


def test_a_shop_in_a_synchronised_folder_is_refused_and_opens_where_it_was_moved(tmp_path: Path) -> None:
    world = World()
    old = _in_onedrive(tmp_path, world)
    with pytest.raises(UnsafePlace) as told:
        Shop.open(old.shop_file, PUBLISHED_KEY, world.outside())
    assert told.value.why == "onedrive"
    new = Folders(tmp_path / "safe")
    new.data.mkdir(parents=True)
    # As a move that was killed leaves them: with people in them, where nobody would ever look.
    left = [new.shop_file.with_name(f"{new.shop_file.name}.half{more}") for more in ("", "-journal")]
    for each in left:
        each.write_bytes(b"pages")
    move_shop(old, new, PUBLISHED_KEY, world.outside())
    assert [each for each in left if each.exists()] == []
    found = folders(tmp_path / "OneDrive")
    assert (found.data, found.moved) == (new.data, True)
    assert load_settings(found.settings_file).cashier == "Lan"
    till = Till(Shop.open(found.shop_file, PUBLISHED_KEY, world.outside()))
    assert till.members.find("duc")[0].balance == 320
    assert check(till.shop.file).is_clean
    till.shop.close()
    assert not old.shop_file.exists(), "there are never two live files"
    assert len(list(old.data.glob("shop-before-*.loyalpos"))) == 1


def test_a_folder_that_is_no_better_or_has_a_shop_is_refused(tmp_path: Path) -> None:
    world = World()
    old = _in_onedrive(tmp_path, world)
    with pytest.raises(UnsafePlace):
        move_shop(old, Folders(tmp_path / "Dropbox"), PUBLISHED_KEY, world.outside())
    new_till(tmp_path / "other").shop.close()
    with pytest.raises(CannotWrite):
        move_shop(old, Folders(tmp_path / "other"), PUBLISHED_KEY, world.outside())
    assert old.shop_file.exists()
    assert not folders(old.data).moved


def test_a_damaged_shop_stays_where_it_is(tmp_path: Path) -> None:
    world = World()
    old = _in_onedrive(tmp_path, world)
    pages = bytearray(old.shop_file.read_bytes())
    pages[-2000:-1900] = bytes(100)
    old.shop_file.write_bytes(pages)
    with pytest.raises(FileDamaged):
        move_shop(old, Folders(tmp_path / "safe"), PUBLISHED_KEY, world.outside())
    assert old.shop_file.exists()
    assert list((tmp_path / "safe").iterdir()) == []
    assert not folders(old.data).moved


def test_where_there_is_no_shop_yet_only_the_place_changes(tmp_path: Path) -> None:
    old, new = Folders(tmp_path / "OneDrive"), Folders(tmp_path / "safe")
    move_shop(old, new, PUBLISHED_KEY, World().outside())
    assert folders(old.data).data == new.data
    shutil.rmtree(new.data)
    assert folders(old.data).moved, "a disk that is away is not forgotten"


def test_a_move_that_cannot_be_decided_leaves_one_shop_where_it_was(tmp_path: Path) -> None:
    world = World()
    old, new = _in_onedrive(tmp_path, world), Folders(tmp_path / "safe")
    # In the way of the note that the shop is elsewhere.
    (old.data / "moved-to.txt.half").mkdir()
    with pytest.raises(CannotWrite):
        move_shop(old, new, PUBLISHED_KEY, world.outside())
    assert not new.shop_file.exists()
    assert old.shop_file.exists()


def test_the_log_of_a_till_that_was_killed_goes_aside_with_its_file(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path / "open", world)
    till.counter.record_bill(world.new_id(), enrolled(till), Bill(3_000_000))
    shutil.copytree(tmp_path / "open", tmp_path / "left")
    till.shop.close()
    old = Folders(tmp_path / "left")
    logs = [log for log in log_files(old.shop_file) if log.exists()]
    assert logs
    move_shop(old, Folders(tmp_path / "safe"), PUBLISHED_KEY, world.outside())
    assert [log for log in logs if log.exists()] == []
    (aside,) = aside_files(old.shop_file)
    before = Till(Shop.open(aside, PUBLISHED_KEY, world.outside()))
    assert before.members.find("duc")[0].balance == 320
    before.shop.close()
