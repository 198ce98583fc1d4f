"""The command line backs up, restores and takes lists in, by the same services as the windows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from loyalpos.__main__ import main
from loyalpos.app import make_application, new_outside, shop_key
from loyalpos.demo.shop import DESCRIPTION
from loyalpos.engine.items import Item
from loyalpos.services.backups import back_up_file, backups_in
from loyalpos.settings import Folders, TillSettings, save_settings
from loyalpos.ui.desktop.single_instance import SingleInstance
from tests import command_line
from tests.command_line import Told, folder_of_a_shop, till_of
from tests.shops import PROGRAM, enrolled, whose_phone

LIST = """Tên khách hàng;Điện thoại;Điểm hiện tại;Xưng hô
Hoa;0912345678;120;chị
Nguyễn Văn Đức;+84 987 654 321;40;anh
Hoa;0912345678;7;chị
Mai;không;5;cô
"""


told = command_line.told


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folder_of_a_shop(tmp_path, language="en")


@contextmanager
def open_window(where: Folders) -> Iterator[None]:
    make_application()
    till = SingleInstance(where.data)
    assert till.claim(listen=False)
    try:
        yield
    finally:
        till.release()


def does(where: Folders, *words: str) -> int:
    return main([*words, "--data-dir", str(where.data)])


def made(told: Told) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told()[0])
    return found


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    path = tmp_path / "khách.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_backup_is_made_beside_an_open_till(where: Folders, tmp_path: Path, told: Told) -> None:
    with open_window(where):
        assert does(where, "backup", "--json") == 0
    (kept,) = backups_in(where.backups)
    assert made(told)["path"] == str(kept.path)
    assert does(where, "backup", "--to", str(tmp_path / "usb")) == 0
    (copy,) = backups_in(tmp_path / "usb")
    assert str(copy.path) in told()[0]


def test_in_a_folder_that_somebody_names_no_old_backup_is_dropped(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    now = new_outside()
    then = replace(now, now=lambda: now.now() - timedelta(days=60))
    for folder in (where.backups, tmp_path / "usb"):
        back_up_file(where.shop_file, shop_key(), folder, then, drops_old=False)
    assert does(where, "backup", "--to", str(tmp_path / "usb")) == 0
    assert does(where, "backup") == 0
    assert told()[1] == ""
    assert (len(backups_in(tmp_path / "usb")), len(backups_in(where.backups))) == (2, 1)


def test_without_a_shop_there_is_nothing_to_back_up(tmp_path: Path, told: Told) -> None:
    assert does(Folders(tmp_path / "none"), "backup") == 1
    assert "--data-dir" in told()[1]


def test_a_list_is_looked_at_taken_in_and_taken_out_again(
    where: Folders, customers: Path, told: Told
) -> None:
    assert does(where, "import", "members", str(customers), "--dry-run", "--json") == 1
    looked = made(told)
    assert [row["verdict"] for row in looked["rows"]] == ["ready", "ready_repaired", "twice", "refused"]
    assert [row["row"] for row in looked["rows"]] == [2, 3, 4, 5]
    assert looked["list"] is None
    with till_of(where) as till:
        assert till.members.recent() == ()
    assert does(where, "import", "members", str(customers), "--agreed", "--json") == 1
    taken = made(told)
    assert taken["joined"] == 2
    assert [row["verdict"] for row in taken["rows"]] == [row["verdict"] for row in looked["rows"]]
    assert [one.why for one in backups_in(where.backups)] == ["import"]
    with till_of(where) as till:
        assert {one.name: one.balance for one in till.members.recent()} == {"Hoa": 120, "Nguyễn Văn Đức": 40}
    assert does(where, "import", "members", str(customers), "--dry-run", "--json") == 1
    assert made(told)["counts"] == {"known": 3, "refused": 1}
    assert does(where, "import", "members", "--undo", taken["list"]) == 0
    with till_of(where) as till:
        assert till.members.recent() == ()
    assert does(where, "import", "members", "--undo", taken["list"]) == 1


def test_columns_are_named_by_heading_or_number(where: Folders, tmp_path: Path, told: Told) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Ai;Số\nHoa;0912345678\n", encoding="utf-8")
    words = ("import", "members", str(path), "--map", "ai=name", "--map", "2=phone", "--dry-run", "--json")
    assert does(where, *words) == 0
    assert made(told)["columns"] == {"name": "Ai", "phone": "Số"}
    again = ("--map", "1=card", "--map", "Ai=name", "--dry-run", "--json")
    assert does(where, *words[:3], *again) == 0
    assert made(told)["columns"] == {"name": "Ai"}, "a column is one thing, the last that was said"
    for none in ("0", "3"):
        assert does(where, *words[:3], "--map", f"{none}=phone", "--dry-run") == 2
        assert told()[1]
    assert does(where, *words[:3], "--map", "Điểm=points", "--dry-run") == 2
    assert "Ai, Số" in told()[1]
    with pytest.raises(SystemExit) as ended:
        does(where, *words[:3], "--map", "Ai=nobody", "--dry-run")
    assert ended.value.code == 2


def test_a_list_without_headings_asks_which_column_is_what(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("0901234991,Nguyễn A,10\n0901234992,Trần B,20\n", encoding="utf-8")
    words = ("import", "members", str(path))
    for how in ("--dry-run", "--agreed"):
        assert does(where, *words, how) == 2
        assert "--map 1=phone --map 2=name" in told()[1]
    assert does(where, *words, "--map", "9=phone", "--dry-run") == 2
    assert "1, 2, 3" in told()[1]
    mapped = ("--map", "1=phone", "--map", "2=name", "--map", "3=points", "--dry-run", "--json")
    assert does(where, *words, *mapped) == 0
    assert made(told)["counts"] == {"ready": 2}


def test_a_row_that_is_refused_only_when_it_comes_in_ends_with_one(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    with till_of(where) as till:
        till.items.describe(till.shop.outside.new_id(), Item("Bia 333", 18_000, code="8934563138165"))
    path = tmp_path / "list.csv"
    path.write_text("Tên;Điện thoại;Mã thẻ\nHoa;0987654321;8934563138165\nAn;0977777777;\n", encoding="utf-8")
    assert does(where, "import", "members", str(path), "--agreed", "--json") == 1
    taken = made(told)
    assert (taken["joined"], taken["counts"]) == (1, {"ready": 2})
    assert [(one["row"], one["why"]) for one in taken["refused_later"]] == [(2, "CodeOfItem")]


def test_nobody_comes_in_without_the_word_of_the_shop(where: Folders, customers: Path, told: Told) -> None:
    assert does(where, "import", "members", str(customers)) == 2
    assert "agreement of these customers" in told()[1]
    with till_of(where) as till:
        assert till.members.recent() == ()


def test_a_list_that_cannot_be_read_ends_with_two(where: Folders, tmp_path: Path, told: Told) -> None:
    assert does(where, "import", "members", str(tmp_path / "gone.xlsx"), "--dry-run", "--json") == 2
    assert made(told)["why"] == "ListUnreadable"


def test_what_changes_the_shop_wants_the_till_closed_and_says_so_in_its_language(
    where: Folders, customers: Path, told: Told
) -> None:
    save_settings(where.settings_file, TillSettings(language="vi"))
    assert does(where, "backup", "--json") == 0
    backup = made(told)["path"]
    with open_window(where):
        for words in (("import", "members", str(customers), "--agreed"), ("restore", backup, "--yes")):
            assert does(where, *words) == 1
            assert "đóng" in told()[1]


def test_rows_are_said_in_the_language_of_the_screens(where: Folders, customers: Path, told: Told) -> None:
    save_settings(where.settings_file, TillSettings(language="vi"))
    assert does(where, "import", "members", str(customers), "--dry-run") == 1
    assert "Dòng 2" in told()[0]


@pytest.mark.parametrize("command", ["backup", "restore", "import members", "import shop", "export"])
def test_help_says_what_the_exit_codes_mean(told: Told, command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    assert "exit code is 0" in " ".join(told()[0].split())


def test_a_whole_shop_goes_out_and_comes_in_where_none_is(where: Folders, tmp_path: Path, told: Told) -> None:
    with till_of(where) as till:
        enrolled(till)
    out, empty = tmp_path / "out", Folders(tmp_path / "new pc")
    with open_window(where):
        assert does(where, "export", str(out), "--json") == 0
    went = made(told)
    assert (went["members"], went["points"]) == (1, PROGRAM.welcome_points)
    assert does(where, "export", str(out)) == 1
    assert str(out) in told()[1]
    assert does(empty, "import", "shop", str(out), "--json") == 0
    assert made(told) == went | {"path": str(empty.shop_file), "protected": False}
    assert does(empty, "check") == 0
    assert does(empty, "import", "shop", str(out)) == 1
    with till_of(empty) as till:
        assert whose_phone(till, "0912345678")


def test_an_export_that_was_edited_ends_with_two_and_names_the_line(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    out, empty = tmp_path / "out", Folders(tmp_path / "new pc")
    assert does(where, "export", str(out)) == 0
    journal = out / "journal.jsonl"
    journal.write_text(journal.read_text("utf-8").replace(DESCRIPTION.name, "Quán khác", 1), "utf-8")
    told()
    assert does(empty, "import", "shop", str(out)) == 2
    assert "journal.jsonl" in told()[1]
    assert not empty.shop_file.exists()


def test_what_came_in_is_said_as_done_and_what_is_refused_late_stays_out(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    with till_of(where) as till:
        till.items.describe(till.shop.outside.new_id(), Item("Bia 333", 18_000, code="8934563138165"))
    path = tmp_path / "list.csv"
    path.write_text("Tên;Điện thoại;Mã thẻ\nHoa;0987654321;8934563138165\nAn;977777777;\n", encoding="utf-8")
    assert does(where, "import", "members", str(path), "--dry-run") == 0
    assert told()[0].splitlines()[0] == "Row 2: Comes in"
    assert does(where, "import", "members", str(path), "--agreed") == 1
    refused, came, _ = told()[0].splitlines()
    assert refused.startswith("Row 2: This is the code of “Bia 333”")
    assert came.startswith("Row 3: Came in – ")


def test_a_folder_is_no_list_and_without_a_shop_nobody_is_asked_for_agreement(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    for folder in (str(tmp_path), "."):
        assert does(where, "import", "members", folder, "--dry-run") == 2
        assert f"{Path(folder).name or folder} is a folder" in told()[1]
    assert does(Folders(tmp_path / "none"), "import", "members", str(tmp_path / "list.csv")) == 1
    assert "--data-dir" in told()[1]
