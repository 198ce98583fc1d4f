"""The command line goes back to a backup: what would be lost is said first, and whose it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loyalpos.__main__ import main
from loyalpos.demo.shop import DESCRIPTION
from loyalpos.settings import Folders, TillSettings, save_settings
from tests import command_line
from tests.command_line import Told, folder_of_a_shop, till_of
from tests.shops import enrolled, whose_phone

told = command_line.told


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folder_of_a_shop(tmp_path, language="en")


def does(where: Folders, *words: str) -> int:
    return main([*words, "--data-dir", str(where.data)])


def made(told: Told) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told()[0])
    return found


def test_restoring_says_what_would_be_lost_and_keeps_the_file_of_now(where: Folders, told: Told) -> None:
    assert does(where, "backup", "--json") == 0
    backup = made(told)["path"]
    with till_of(where) as till:
        enrolled(till)
    assert does(where, "restore", backup) == 1
    assert "1 in all" in told()[0]
    with till_of(where) as till:
        assert whose_phone(till, "0912345678")
    assert does(where, "restore", backup, "--yes", "--json") == 0
    done = made(told)
    assert done["lost"] == 1
    with till_of(where) as till:
        assert whose_phone(till, "0912345678") is None
    assert Path(done["kept"]).exists()
    assert does(where, "restore", backup, "--yes") == 0
    assert "nothing is lost" in told()[0]


def test_a_shop_comes_back_into_an_empty_folder_and_over_a_broken_file(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    assert does(where, "backup", "--json") == 0
    backup = made(told)["path"]
    empty = Folders(tmp_path / "new pc")
    assert does(empty, "restore", backup, "--yes", "--json") == 0
    assert made(told)["kept"] is None
    where.shop_file.write_bytes(b"torn")
    assert does(where, "restore", backup, "--yes", "--json") == 0
    assert made(told)["lost"] is None
    with till_of(where), till_of(empty):
        pass


@pytest.mark.parametrize("harm", ["touched", "no manifest", "missing"])
def test_a_file_that_is_no_sound_backup_is_not_restored(where: Folders, told: Told, harm: str) -> None:
    assert does(where, "backup", "--json") == 0
    backup = Path(made(told)["path"])
    if harm == "touched":
        content = bytearray(backup.read_bytes())
        content[20_000] ^= 1
        backup.write_bytes(content)
    elif harm == "no manifest":
        backup.with_name(f"{backup.name}.json").unlink()
    else:
        backup.unlink()
    before = where.shop_file.read_bytes()
    assert does(where, "restore", str(backup), "--yes") == 1
    assert backup.name in told()[1]
    assert where.shop_file.read_bytes() == before


def test_an_empty_file_is_replaced_and_nothing_is_counted(where: Folders, told: Told) -> None:
    assert does(where, "backup", "--json") == 0
    backup = made(told)["path"]
    where.shop_file.write_bytes(b"")
    assert does(where, "restore", backup) == 1
    assert "file of now cannot be read" in told()[0]
    assert does(where, "restore", backup, "--yes", "--json") == 0
    assert made(told)["lost"] is None
    with till_of(where):
        pass


def test_a_backup_of_another_shop_comes_only_where_no_shop_has_begun(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    with till_of(where) as till:
        enrolled(till)
    (tmp_path / "b").mkdir()
    other = folder_of_a_shop(tmp_path / "b", language="en")
    assert does(other, "backup", "--json") == 0
    backup = made(told)["path"]
    before = where.shop_file.read_bytes()
    for words in ((), ("--yes",)):
        assert does(where, "restore", backup, *words) == 1
        assert "is of another shop" in told()[1]
    assert where.shop_file.read_bytes() == before
    new = Folders(tmp_path / "new pc")
    save_settings(new.settings_file, TillSettings(language="en"))
    assert does(new, "restore", backup) == 1
    said = told()[0]
    assert f"shop “{DESCRIPTION.name}”" in said
    assert "file of now" not in said, "there is none"
    assert does(new, "restore", backup, "--yes") == 0


def test_whoever_sets_a_new_pc_up_first_can_bring_the_backup_back_all_the_same(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    assert does(where, "backup", "--json") == 0
    backup = made(told)["path"]
    (tmp_path / "b").mkdir()
    new = folder_of_a_shop(tmp_path / "b", language="en")
    with till_of(new) as till:
        till.days.open()
        till.days.close(new.backups)
    told()
    assert does(new, "restore", backup) == 1
    assert f"shop “{DESCRIPTION.name}”" in told()[0]
    unbegun = new.shop_file.read_bytes()
    with till_of(new) as till:
        enrolled(till)
    assert does(new, "restore", backup, "--yes") == 1
    assert "is of another shop" in told()[1], "somebody would lose their points"
    new.shop_file.write_bytes(unbegun)
    assert does(new, "restore", backup, "--yes") == 0


def test_a_shop_that_went_elsewhere_as_an_export_takes_the_backups_of_before(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    assert does(where, "backup", "--json") == 0
    backup = made(told)["path"]
    new = Folders(tmp_path / "new pc")
    assert does(where, "export", str(tmp_path / "out")) == 0
    save_settings(new.settings_file, TillSettings(language="en"))
    told()
    assert does(new, "import", "shop", str(tmp_path / "out")) == 0
    assert "not protected here yet" in told()[0]
    assert does(new, "restore", backup, "--yes") == 0


def test_what_an_old_file_put_back_lacks_is_lost_too(where: Folders, told: Told) -> None:
    assert does(where, "backup", "--json") == 0
    backup = made(told)["path"]
    old = where.shop_file.read_bytes()
    with till_of(where) as till:
        enrolled(till)
        enrolled(till, "0987654321", "Lê Văn Tám")
    where.shop_file.write_bytes(old)
    assert does(where, "restore", backup) == 1
    said = told()[0]
    assert "2 in all" in said
    assert "missing from the file of now already: 2." in said
    assert does(where, "restore", backup, "--yes", "--json") == 0
    assert made(told)["lost"] == 2


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("no manifest", ".json is missing or damaged"),
        ("broken manifest", ".json is missing or damaged"),
        ("letter", "is no backup"),
        ("folder", "is a folder"),
    ],
)
def test_what_is_no_backup_is_told_from_one_of_another_shop(
    where: Folders, told: Told, harm: str, says: str
) -> None:
    assert does(where, "backup", "--json") == 0
    backup = Path(made(told)["path"])
    manifest = backup.with_name(f"{backup.name}.json")
    match harm:
        case "no manifest":
            manifest.unlink()
        case "broken manifest":
            manifest.write_text("{", encoding="utf-8")
        case "letter":
            backup = where.data / "letter.txt"
            backup.write_text("Dear shop", encoding="utf-8")
        case _:
            backup = where.backups
    assert does(where, "restore", str(backup)) == 1
    assert says in told()[1]
