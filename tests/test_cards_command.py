"""The command line writes cards: blanks of a new batch and members' own, as PDF and as pictures."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from loyalpos.__main__ import main
from loyalpos.app import make_application
from loyalpos.printing.calibration import Calibration, keep_calibration
from loyalpos.printing.layouts import BUNDLED
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.settings import Folders, TillSettings, resource, save_settings
from loyalpos.ui.desktop.single_instance import SingleInstance
from tests import command_line
from tests.command_line import Told, folder_of_a_shop, till_of
from tests.printing.pages import ink_mm, page_image, texts
from tests.printing.worn import codes_on
from tests.shops import enrolled

told = command_line.told


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folder_of_a_shop(tmp_path, language="en")


def cards(where: Folders, *words: str) -> int:
    return main(["cards", *words, "--data-dir", str(where.data)])


def made(told: Told) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told()[0])
    return found


def test_blanks_are_a_batch_of_the_shop_and_can_be_written_again(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    out, again = tmp_path / "blanks.pdf", tmp_path / "again.pdf"
    assert cards(where, "--blank", "12", "--out", str(out), "--json") == 0
    assert made(told) == {"cards": 12, "batch": 1, "files": [str(out)]}
    with till_of(where) as till:
        (batch,) = till.cards.batches()
        codes = set(till.cards.blanks_of(batch.id))
    assert len(codes) == 12
    assert set(codes_in_pdf(out)) == codes
    assert cards(where, "--batch", "1", "--first", "11", "--layout", "cr80", "--out", str(again)) == 0
    assert len(codes_in_pdf(again)) == 4
    assert set(codes_in_pdf(again)) < codes
    assert told()[0].splitlines() == ["Cards of batch 1: 2", str(again)]


def test_beginning_beyond_the_last_card_makes_no_batch_and_says_why(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    out = tmp_path / "blanks.pdf"
    assert cards(where, "--blank", "3", "--first", "4", "--out", str(out)) == 2
    assert "beyond the last, 3" in told()[1]
    with till_of(where) as till:
        assert till.cards.batches() == ()
    assert cards(where, "--blank", "3", "--first", "3", "--out", str(out)) == 0
    out.unlink()
    assert cards(where, "--batch", "1", "--first", "4", "--out", str(out)) == 1
    assert "No blank card is left from card 4 on" in told()[1]
    assert not out.exists()


def test_a_printer_nobody_measured_is_said_in_a_whole_sentence(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    words = ("--blank", "3", "--for-printer", "Epson", "--out", str(tmp_path / "blanks.pdf"))
    assert cards(where, *words) == 2
    assert told()[1].strip() == "Nothing was measured on Epson, nor on any other printer."


def test_what_was_written_waits_to_be_told_whether_it_came_out_well(where: Folders, tmp_path: Path) -> None:
    out = tmp_path / "blanks.pdf"
    assert cards(where, "--blank", "12", "--first", "3", "--out", str(out)) == 0
    assert cards(where, "--batch", "1", "--layout", "a4-labels-65", "--out", str(out)) == 0
    with till_of(where) as till:
        (run,) = till.print_runs.all()
        (batch,) = till.cards.batches()
    assert run.cards == 10
    assert run.batch == batch.id


def test_members_are_named_by_any_of_their_codes(where: Folders, tmp_path: Path, told: Told) -> None:
    with till_of(where) as till:
        hoa, duc = enrolled(till, "0912345678", "Hoa"), enrolled(till, "0987654321", "Nguyễn Văn Đức")
        till.members.link(duc, "OLD-4471-XZ")
        own = [till.members.member(one).card or "" for one in (hoa, duc)]
    spoken = f"{own[0][:4]} {own[0][4:8]} {own[0][8:12]} {own[0][12:]}"
    out = tmp_path / "cards.pdf"
    assert cards(where, "--member", spoken, "OLD-4471-XZ", "--out", str(out)) == 0
    assert list(codes_in_pdf(out)[:2]) == own
    assert "Nguyễn Văn Đức" in texts(out)[0]
    assert told()[0].splitlines()[0] == "Cards: 2"


def test_a_card_becomes_a_picture_of_the_size_of_a_card(where: Folders, tmp_path: Path, told: Told) -> None:
    out = tmp_path / "card.png"
    assert cards(where, "--blank", "1", "--layout", "cr80", "--out", str(out), "--json") == 0
    files = [Path(path) for path in made(told)["files"]]
    assert [path.name for path in files] == ["card-1.png", "card-2.png"]
    with till_of(where) as till:
        (batch,) = till.cards.batches()
        codes = set(till.cards.blanks_of(batch.id))
    for path in files:
        with Image.open(path) as image:
            assert image.size == (1011, 638)
            assert codes_on(image.convert("L")) == codes


def test_a_page_of_labels_is_one_picture(where: Folders, tmp_path: Path, told: Told) -> None:
    out = tmp_path / "labels.png"
    assert cards(where, "--blank", "65", "--layout", "a4-labels-65", "--out", str(out), "--json") == 0
    assert made(told)["files"] == [str(out)]
    with Image.open(out) as image:
        assert image.size == (2480, 3508)
        assert len(codes_on(image.convert("L"))) == 65


def test_cards_speak_the_language_of_the_tills_screens(where: Folders, tmp_path: Path) -> None:
    for language, words in (("en", "two-sided"), ("vi", "in hai mặt")):
        save_settings(where.settings_file, TillSettings(language=language))
        out = tmp_path / f"{language}.pdf"
        assert cards(where, "--blank", "1", "--out", str(out)) == 0
        assert words in texts(out)[0]


def test_a_file_for_one_printer_is_corrected_by_what_was_measured_there(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    keep_calibration(where.printers_file, "HP", Calibration(cross_x=2200))
    plain, moved = tmp_path / "plain.pdf", tmp_path / "moved.pdf"
    assert cards(where, "--blank", "10", "--out", str(plain)) == 0
    assert cards(where, "--batch", "1", "--for-printer", "HP", "--out", str(moved)) == 0
    lefts = [ink_mm(page_image(path, 0), 5, 35, 100, 36)[0] for path in (plain, moved)]
    assert lefts[0] - lefts[1] == pytest.approx(2.0, abs=0.2)
    assert cards(where, "--batch", "1", "--for-printer", "Canon", "--out", str(moved)) == 2
    assert "HP" in told()[1]


def test_an_owners_layout_is_taken_by_its_name_and_a_broken_one_only_told(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    where.layouts.mkdir()
    document = json.loads(resource("layouts", "a4.json").read_text("utf-8")) | {"rows": 4}
    (where.layouts / "bốn hàng.json").write_text(json.dumps(document), "utf-8")
    (where.layouts / "hỏng.json").write_text("{", "utf-8")
    out = tmp_path / "cards.pdf"
    assert cards(where, "--blank", "9", "--layout", "bốn hàng", "--out", str(out)) == 0
    assert "hỏng.json" in told()[1]
    with closing(PdfDocument(out)) as pages:
        assert len(pages) == 4
    assert cards(where, "--blank", "9", "--layout", "hỏng", "--out", str(out)) == 2
    said = told()[1]
    assert all(name in said for name in (*BUNDLED, "bốn hàng"))


def test_an_open_till_makes_its_cards_itself(where: Folders, tmp_path: Path, told: Told) -> None:
    make_application()
    till = SingleInstance(where.data)
    assert till.claim(listen=False)
    try:
        code = cards(where, "--blank", "3", "--out", str(tmp_path / "cards.pdf"))
    finally:
        till.release()
    assert code == 1
    assert "close it first" in told()[1]
    with till_of(where) as opened:
        assert opened.cards.batches() == ()


def test_no_batch_is_made_where_its_file_could_not_be_written(
    where: Folders, tmp_path: Path, told: Told
) -> None:
    out = tmp_path / "missing" / "cards.pdf"
    assert cards(where, "--blank", "3", "--out", str(out)) == 1
    assert str(out) in told()[1]
    with till_of(where) as till:
        assert till.cards.batches() == ()


def test_codes_that_nobody_has_are_told(where: Folders, tmp_path: Path, told: Told) -> None:
    with till_of(where) as till:
        hoa = enrolled(till, "0912345678", "Hoa")
        old = till.members.member(hoa).card or ""
        till.members.reissue_card(hoa)
    out = tmp_path / "cards.pdf"
    for words, said in (
        (("--member", "THE-CU-0042"), "THE-CU-0042"),
        (("--batch", "7"), "7"),
        (("--member", old), ""),
    ):
        assert cards(where, *words, "--out", str(out)) == 1
        assert said in told()[1]
    assert not out.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--out", "cards.pdf"],
        ["--blank", "0", "--out", "cards.pdf"],
        ["--blank", "1001", "--out", "cards.pdf"],
        ["--blank", "ten", "--out", "cards.pdf"],
        ["--blank", "3", "--batch", "1", "--out", "cards.pdf"],
        ["--blank", "3", "--out", "cards.txt"],
        ["--blank", "3"],
    ],
)
def test_words_that_ask_for_nothing_possible_end_with_two(where: Folders, words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cards(where, *words)
    assert ended.value.code == 2


def test_before_a_shop_is_made_there_are_no_cards(tmp_path: Path, told: Told) -> None:
    save_settings(Folders(tmp_path).settings_file, TillSettings(language="en"))
    assert cards(Folders(tmp_path), "--blank", "3", "--out", str(tmp_path / "cards.pdf")) == 1
    assert "no shop in" in told()[1]
