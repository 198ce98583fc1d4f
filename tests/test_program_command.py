"""The command line: programs go out and in as files, and what is wrong with one is said at its place."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from loyalpos.__main__ import main
from loyalpos.app import make_application, new_outside, shop_key
from loyalpos.engine.program_document import program_from_json, program_to_json
from loyalpos.services.shop import Shop
from loyalpos.settings import folders
from loyalpos.ui.desktop.single_instance import SingleInstance
from tests.command_line import ROOT, Said, example, said, shop_folder
from tests.shops import PROGRAM

__all__ = ["said", "shop_folder"]

SCHEMA = json.loads((ROOT / "resources" / "schema" / "program-3.schema.json").read_text("utf-8"))


def _published(folder: Path) -> list[int]:
    shop = Shop.open(folders(folder).shop_file, shop_key(), new_outside())
    try:
        today = shop.time.business_day(shop.now())
        return [shop.program_on(today + timedelta(days=ahead)).revision for ahead in (0, 400)]
    finally:
        shop.close()


def test_a_program_that_is_taken_out_is_the_one_that_was_published(
    shop_folder: Path, tmp_path: Path, said: Said
) -> None:
    to = tmp_path / "program.json"
    assert main(["program", "export", str(to), "--data-dir", str(shop_folder)]) == 0
    text = to.read_text("utf-8")
    Draft202012Validator(SCHEMA).validate(json.loads(text))
    read = program_from_json(text)
    assert replace(read, revision=0, starts=None) == replace(PROGRAM, revision=0, starts=None)
    assert main(["program", "export", "--data-dir", str(shop_folder)]) == 0
    assert said() == text


def test_a_sound_program_is_published_from_its_day(shop_folder: Path, said: Said) -> None:
    today = new_outside().now().date()
    later = today + timedelta(days=60)
    words = ["program", "import", example("cafe", "program"), "--data-dir", str(shop_folder)]
    assert main([*words, "--from", later.isoformat()]) == 0
    assert f"Revision 2 is published and holds from {later:%d/%m/%Y}." in said()
    assert _published(shop_folder) == [1, 2]
    assert main(words) == 0
    assert _published(shop_folder) == [3, 3]


def test_a_draft_is_checked_and_not_published(shop_folder: Path, said: Said) -> None:
    words = ["program", "import", example("cafe", "program"), "--draft", "--data-dir", str(shop_folder)]
    assert main(words) == 0
    assert "can be published" in said()
    assert _published(shop_folder) == [1, 1]


def test_every_problem_of_a_program_is_said_at_its_place_and_nothing_published(
    shop_folder: Path, tmp_path: Path, said: Said
) -> None:
    wrong = json.loads(Path(example("cafe", "program")).read_text("utf-8"))
    wrong["rules"][0]["per_vnd"] = 0
    wrong["rules"][1]["card"] = "tea"
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["program", "import", str(path), "--data-dir", str(shop_folder)]) == 1
    told = said().splitlines()
    assert [line.split(": ")[0] for line in told] == ["✗ $.rules[0].per_vnd", "✗ $.rules[1].card"]
    assert all(len(line.split(": ", 1)[1]) > 5 for line in told)
    assert _published(shop_folder) == [1, 1]


def test_every_flaw_of_a_program_is_said_at_its_place(shop_folder: Path, tmp_path: Path, said: Said) -> None:
    wrong = json.loads(Path(example("cafe", "program")).read_text("utf-8"))
    wrong["colour"] = "red"
    wrong["rules"][0]["per_vnd"] = "ten"
    wrong["rules"][1]["size"] = 5
    wrong["rewards"][0]["note"] = ""
    del wrong["rewards"][1]["name"]
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["program", "import", str(path), "--data-dir", str(shop_folder)]) == 1
    told = [line.removeprefix(f"{path}: ").split(": ") for line in said().splitlines()]
    assert told == [
        ["$.rules[0].per_vnd", "a whole number is expected, without point or exponent"],
        ["$.rules[1].size", "there is no field of this name"],
        ["$.rewards[0].note", "there is no field of this name"],
        ["$.rewards[1].name", "this is missing"],
        ["$.colour", "there is no field of this name"],
    ]
    assert _published(shop_folder) == [1, 1]
    wrong["rules"] = [{"kind": "amount", "id": "x", "per_vnd": 1, "odd": 1}] * 60
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["program", "import", str(path), "--data-dir", str(shop_folder)]) == 1
    lines = said().splitlines()
    assert len(lines) == 51
    assert "first 50" in lines[-1]


@pytest.mark.parametrize("text", ["", "[]", '{"format": "loyalpos.program", "version": 2, "revision": 0}'])
def test_what_is_no_program_is_said_kindly(shop_folder: Path, tmp_path: Path, text: str, said: Said) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(text, encoding="utf-8")
    assert main(["program", "import", str(path), "--data-dir", str(shop_folder)]) == 1
    assert "$" in said()
    assert main(["program", "import", str(tmp_path / "none.json"), "--data-dir", str(shop_folder)]) == 1
    assert said()


def test_an_open_till_is_not_given_a_program_behind_its_back(shop_folder: Path, said: Said) -> None:
    make_application()
    till = SingleInstance(shop_folder)
    assert till.claim(listen=False)
    try:
        code = main(["program", "import", example("cafe", "program"), "--data-dir", str(shop_folder)])
    finally:
        till.release()
    assert code == 1
    assert "close it first" in said()
    assert _published(shop_folder) == [1, 1]


def test_a_flaw_of_form_hides_no_problem_of_meaning_elsewhere(
    shop_folder: Path, tmp_path: Path, said: Said
) -> None:
    wrong = json.loads(Path(example("cafe", "program")).read_text("utf-8"))
    wrong["colour"] = "red"
    first, second = wrong["rules"][:2]
    wrong["rules"] = [
        {**first, "id": "odd", "per_vnd": "ten"},
        {**first, "per_vnd": 0},
        {**second, "card": "tea"},
    ]
    wrong["tiers"] = {
        "notice_days": "soon",
        "tiers": [
            {"id": "a", "name": "A"},
            {"id": "b", "name": "B", "threshold": 5},
            {"id": "c", "name": "", "threshold": 5},
        ],
    }
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["program", "import", str(path), "--data-dir", str(shop_folder)]) == 1
    places = [line.removeprefix(f"{path}: ").split(": ")[0] for line in said().splitlines()]
    flawed = ["$.rules[0].per_vnd", "$.tiers.tiers[0].threshold", "$.tiers.notice_days", "$.colour"]
    meant = [
        "✗ $.rules[1].per_vnd",
        "✗ $.rules[2].card",
        "✗ $.tiers.tiers[2].name",
        "✗ $.tiers.tiers[2].threshold",
    ]
    assert sorted(places) == sorted((*flawed, *meant))
    cases = json.loads(Path(example("cafe", "cases")).read_text("utf-8"))
    cases["cases"][0]["steps"][0]["total_vnd"] = "95000"
    cases["cases"][2]["member"]["units"] = {"coffee10": -1}
    strange = tmp_path / "cases.json"
    strange.write_text(json.dumps(cases), encoding="utf-8")
    assert main(["try", str(path), str(strange)]) == 2
    told = said().splitlines()
    assert {line.split(": ")[1] for line in told if line.startswith(str(path))} == {
        one.removeprefix("✗ ") for one in places
    }
    assert [line.split(": ")[1] for line in told if line.startswith(str(strange))] == [
        "$.cases[0].steps[0].total_vnd",
        "$.cases[2].member.units.coffee10",
    ]
    assert _published(shop_folder) == [1, 1]


def test_the_program_of_a_first_document_is_written_as_one_of_today(
    shop_folder: Path, tmp_path: Path, said: Said
) -> None:
    first = ROOT / "tests" / "engine" / "documents" / "program_1.json"
    assert main(["program", "import", str(first), "--data-dir", str(shop_folder)]) == 0
    said()
    assert main(["program", "export", "--data-dir", str(shop_folder)]) == 0
    written = said()
    assert json.loads(written)["version"] == 3
    read, was = program_from_json(written), program_from_json(first.read_text("utf-8"))
    assert replace(read, revision=3, starts=was.starts) == was
    assert program_to_json(was) != written
