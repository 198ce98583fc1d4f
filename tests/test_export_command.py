"""Everything of a shop goes into the folder that is named: as it is, for its owner alone, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from loyalpos.__main__ import main
from loyalpos.app import new_outside, shop_key
from loyalpos.errors import DiskFails, FolderReadOnly
from loyalpos.services.shop_moves import take_out_file
from loyalpos.settings import Folders
from loyalpos.store.named_folder import try_folder
from loyalpos.store.shop_export import WRITTEN
from tests import command_line
from tests.command_line import Told, folder_of_a_shop, till_of
from tests.shops import enrolled

told = command_line.told

PRIVATE = (0o700, 0o600)
NOBODY = 65534


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folder_of_a_shop(tmp_path, language="en")


def does(where: Folders, *words: str) -> int:
    return main([*words, "--data-dir", str(where.data)])


def rights(path: Path) -> int:
    return S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_an_export_keeps_the_rights_of_a_folder_and_a_new_one_is_for_its_owner_alone(
    where: Folders, tmp_path: Path
) -> None:
    there, new = tmp_path / "there", tmp_path / "above" / "new"
    there.mkdir()
    there.chmod(0o750)
    same = there.stat().st_ino
    for folder in (there, new):
        assert does(where, "export", str(folder)) == 0
        assert {one.name for one in folder.iterdir()} == {
            "exported.txt",
            "images",
            "journal.jsonl",
            "shop.json",
            "tables",
        }
        assert {rights(one) for one in folder.rglob("*") if one.is_dir()} == {PRIVATE[0]}
        assert {rights(one) for one in folder.rglob("*") if one.is_file()} == {PRIVATE[1]}
    assert (rights(there), there.stat().st_ino) == (0o750, same)
    assert rights(new) == PRIVATE[0]
    assert does(Folders(tmp_path / "again"), "import", "shop", str(there)) == 0


def test_what_a_power_cut_left_of_an_export_is_no_hindrance_and_what_is_another_s_is(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    folder = tmp_path / "out"
    (folder / "loyalpos.half" / "tables").mkdir(parents=True)
    (folder / "journal.jsonl").write_text("{}\n")
    assert does(where, "export", str(folder)) == 0
    assert not (folder / "loyalpos.half").exists()
    other = tmp_path / "other"
    (other / "loyalpos.half").mkdir(parents=True)
    (other / "letter.txt").write_text("mine")
    assert does(where, "export", str(other)) == 1
    assert (other / "letter.txt").read_text() == "mine"


def test_an_export_that_fails_at_its_last_name_leaves_the_folder_as_it_was(
    where: Folders, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    def put_in_the_way(_done: int, _whole: int) -> bool:
        (folder / "shop.json" / "of another").mkdir(parents=True, exist_ok=True)
        return True

    with till_of(where) as till:
        for number in range(100):
            enrolled(till, f"0912{number:06}")
    with pytest.raises(DiskFails):
        take_out_file(where.shop_file, shop_key(), folder, new_outside(), put_in_the_way)
    assert sorted(one.name for one in folder.rglob("*")) == ["of another", "shop.json"]


def test_an_export_that_cannot_begin_is_refused_with_its_reason_and_not_written_down(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    full, file = tmp_path / "full", tmp_path / "file"
    (full / "x").mkdir(parents=True)
    file.write_text("")
    for place, words in (
        (full, "is in"),
        (file, f"{file} is a file"),
        (file / "below", "cannot be made there"),
    ):
        assert does(where, "export", str(place)) == 1
        assert str(place) in (said := told()[1])
        assert words in said
    with till_of(where) as till:
        assert till.exports.listed() == ()
    assert does(where, "export", str(tmp_path / "good")) == 0
    with till_of(where) as till:
        assert [one.how for one in till.exports.listed()] == ["export"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder in which nobody can make anything")
def test_a_place_where_no_folder_can_be_made_is_said_to_be_so(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    file = tmp_path / "file"
    file.write_text("")
    for words in (("export", "/proc/x1"), ("backup", "--to", "/proc/x1"), ("backup", "--to", f"{file}/x")):
        assert does(where, *words) == 1
        assert "cannot be made there" in told()[1]
    assert does(where, "backup", "--to", str(file)) == 1
    assert f"{file} is a file" in told()[1]


@pytest.fixture
def shut() -> Iterator[Path]:
    """A folder of a person who may not write into it; for root, who may do anything, of another person."""
    above = Path(tempfile.mkdtemp())
    above.chmod(0o755)
    folder = above / "shut"
    folder.mkdir(mode=0o500)
    was = os.geteuid()
    if was == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        os.seteuid(was)
        shutil.rmtree(above)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_folder_that_may_not_be_written_is_refused(shut: Path) -> None:
    for folder in (shut, shut / "new"):
        with pytest.raises(FolderReadOnly):
            try_folder(folder, WRITTEN)
