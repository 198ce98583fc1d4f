"""The command line as a whole: what is not there or too large is said kindly, in the shop's own language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loyalpos.__main__ import main
from loyalpos.settings import TillSettings, folders, save_settings
from tests.command_line import EXAMPLES, Said, example, said, shop_folder

__all__ = ["said", "shop_folder"]


@pytest.mark.parametrize("words", [["check"], ["program", "export"]])
def test_before_a_shop_is_made_nobody_is_sent_to_look_for_a_drive(
    tmp_path: Path, said: Said, words: list[str]
) -> None:
    save_settings(folders(tmp_path).settings_file, TillSettings(language="en"))
    assert main([*words, "--data-dir", str(tmp_path)]) == 1
    told = said()
    assert f"no shop in {tmp_path} yet" in told
    assert "drive" not in told
    # Where one has been, its file is missing.
    (tmp_path / "backups").mkdir()
    assert main([*words, "--data-dir", str(tmp_path)]) == 1
    assert "missing" in said()


def test_a_file_that_is_not_there_and_a_day_that_is_none_are_said_so(
    shop_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "none.json")
    assert main(["program", "import", missing, "--data-dir", str(shop_folder)]) == 1
    assert f"There is no file {missing}" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["program", "import", missing, "--from", "2026-02-30"])
    assert "'2026-02-30' is no day of the calendar" in capsys.readouterr().err


def test_documents_larger_than_any_program_are_not_read_to_their_end(tmp_path: Path, said: Said) -> None:
    sound = EXAMPLES / "cafe.program.json"
    large, cases = tmp_path / "large.json", EXAMPLES / "cafe.cases.json"
    large.write_text(sound.read_text("utf-8") + " " * 2_000_000, "utf-8")
    assert main(["try", str(sound), str(cases)]) == 0
    said()
    assert main(["try", str(large), str(cases)]) == 2
    assert main(["program", "import", str(large), "--draft"]) == 1
    assert said().count("larger than any such document") == 2
    more = tmp_path / "cases.json"
    more.write_text(cases.read_text("utf-8") + " " * 20_000_000, "utf-8")
    assert main(["try", str(sound), str(more)]) == 2
    assert "larger than any such document" in said()


def test_a_vietnamese_till_is_answered_in_vietnamese_and_what_programs_read_stays_as_it_is(
    shop_folder: Path, tmp_path: Path, said: Said
) -> None:
    folder, nowhere = ("--data-dir", str(shop_folder)), ("--data-dir", str(tmp_path / "none"))
    assert main(["check", "--json", *folder]) == 0
    in_english = said()
    save_settings(folders(shop_folder).settings_file, TillSettings(language="vi"))
    assert main(["check", *folder]) == 0
    assert "Các trang của tệp" in said()
    assert main(["check", "--json", *folder]) == 0
    assert said() == in_english
    assert main(["check", *nowhere]) == 1
    assert "Chưa có quán" in said()
    assert main(["program", "export", *nowhere]) == 1
    assert "Chưa có quán" in said()
    assert main(["program", "import", example("cafe", "program"), "--draft", *folder]) == 0
    assert "công bố được" in said()


def test_a_damaged_file_is_said_and_ends_with_one(shop_folder: Path, said: Said) -> None:
    file = shop_folder / "shop.loyalpos"
    pages = bytearray(file.read_bytes())
    pages[-2000:-1900] = bytes(100)
    file.write_bytes(pages)
    words = ["check", "--data-dir", str(shop_folder)]
    assert main(words) == 1
    assert said()
    assert main([*words, "--json"]) == 1
    found = json.loads(said())
    assert not found["sound"]
    assert found["pages"]
