"""The command line: programs go out and in as files, and are tried on cases without a screen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import fields, replace

from loyalpos.__main__ import main
from loyalpos.app import make_application, new_outside, shop_key
from loyalpos.demo.shop import DESCRIPTION
from loyalpos.engine.case_values import (
    BillCase,
    Case,
    CaseMember,
    CaseTaken,
    Expected,
    RedeemCase,
    ReturnCase,
)
from loyalpos.engine.offers import OfferState
from loyalpos.engine.program_document import program_from_json, program_to_json
from loyalpos.services.shop import Shop
from loyalpos.settings import TillSettings, folders, save_settings
from loyalpos.ui.desktop.single_instance import SingleInstance
from tests.shops import PROGRAM

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "resources" / "examples"
SCHEMA = json.loads((ROOT / "resources" / "schema" / "program-3.schema.json").read_text("utf-8"))

Said = Callable[[], str]


@pytest.fixture
def shop_folder(tmp_path: Path) -> Path:
    where = folders(tmp_path / "shop")
    where.data.mkdir()
    save_settings(where.settings_file, TillSettings(language="en"))
    Shop.create(
        where.shop_file, shop_key(), new_outside(), description=DESCRIPTION, program=PROGRAM, stock={}
    ).close()
    return where.data


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def read() -> str:
        captured = capsys.readouterr()
        return captured.out + captured.err

    return read


def _example(name: str, what: str) -> str:
    return str(EXAMPLES / f"{name}.{what}.json")


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
    words = ["program", "import", _example("cafe", "program"), "--data-dir", str(shop_folder)]
    assert main([*words, "--from", later.isoformat()]) == 0
    assert f"Revision 2 is published and holds from {later:%d/%m/%Y}." in said()
    assert _published(shop_folder) == [1, 2]
    assert main(words) == 0
    assert _published(shop_folder) == [3, 3]


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


def test_a_draft_is_checked_and_not_published(shop_folder: Path, said: Said) -> None:
    words = ["program", "import", _example("cafe", "program"), "--draft", "--data-dir", str(shop_folder)]
    assert main(words) == 0
    assert "can be published" in said()
    assert _published(shop_folder) == [1, 1]


def test_every_problem_of_a_program_is_said_at_its_place_and_nothing_published(
    shop_folder: Path, tmp_path: Path, said: Said
) -> None:
    wrong = json.loads(Path(_example("cafe", "program")).read_text("utf-8"))
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
    wrong = json.loads(Path(_example("cafe", "program")).read_text("utf-8"))
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
        code = main(["program", "import", _example("cafe", "program"), "--data-dir", str(shop_folder)])
    finally:
        till.release()
    assert code == 1
    assert "close it first" in said()
    assert _published(shop_folder) == [1, 1]


@pytest.mark.parametrize("name", ["cafe", "remainder", "tiers"])
def test_cases_that_come_to_what_they_say_end_well(name: str, said: Said) -> None:
    assert main(["try", _example(name, "program"), _example(name, "cases")]) == 0
    assert said().splitlines()[-1].endswith("0 not as expected")


def test_cases_that_differ_say_where_and_end_with_one(tmp_path: Path, said: Said) -> None:
    text = Path(_example("cafe", "cases")).read_text("utf-8").replace('"points": 9,', '"points": 10,', 1)
    path = tmp_path / "cases.json"
    path.write_text(text, encoding="utf-8")
    assert main(["try", _example("cafe", "program"), str(path)]) == 1
    assert "✗ points: expected 10, found 9" in said()
    assert main(["try", "--json", _example("cafe", "program"), str(path)]) == 1
    tried = json.loads(said())
    assert not tried["as_expected"]
    step = tried["cases"][0]["steps"][0]
    assert step["differences"] == [{"field": "points", "expected": 10, "found": 9}]
    assert (step["points"], step["balance"], step["remainder"]) == (9, 9, "0")
    assert [(line["rule"], line["points"]) for line in step["lines"]] == [("base", 9)]
    assert tried["cases"][0]["steps"][3]["refusals"][0]["code"] == "nothing_to_return"


def test_a_flaw_of_form_hides_no_problem_of_meaning_elsewhere(
    shop_folder: Path, tmp_path: Path, said: Said
) -> None:
    wrong = json.loads(Path(_example("cafe", "program")).read_text("utf-8"))
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
    cases = json.loads(Path(_example("cafe", "cases")).read_text("utf-8"))
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


def test_it_is_said_where_a_budget_asks_the_owner(tmp_path: Path, said: Said) -> None:
    program = json.loads(Path(_example("cafe", "program")).read_text("utf-8"))
    program |= {"budgets": [{"id": "keep", "name": "Giữ khách", "month_vnd": 0, "at_end": "ask"}]}
    program["point_cost_vnd"] = 100
    program["rules"][0]["budget"] = "keep"
    path = tmp_path / "asks.json"
    path.write_text(json.dumps(program), encoding="utf-8")
    main(["try", str(path), _example("cafe", "cases")])
    assert "budget keep is used up: asks the owner" in said()


def test_what_cannot_be_tried_ends_with_two_and_names_file_and_place(tmp_path: Path, said: Said) -> None:
    for what, old, new, path in (
        ("program", '"per_vnd": 10000', '"per_vnd": 1.5', "$.rules[0].per_vnd"),
        ("program", '"per_vnd": 10000', '"per_vnd": 0', "$.rules[0].per_vnd"),
        ("cases", '"total_vnd": 95000', '"total_vnd": "95000"', "$.cases[0].steps[0].total_vnd"),
        ("cases", '"bill": "1"', '"bill": "7"', "$.cases[0].steps[1].bill"),
        ("cases", '"coffee10": 8', '"tea": 8', "$.cases[2].member.units.tea"),
    ):
        text = Path(_example("cafe", what)).read_text("utf-8").replace(old, new, 1)
        wrong = tmp_path / f"wrong.{what}.json"
        wrong.write_text(text, encoding="utf-8")
        words = {"program": _example("cafe", "program"), "cases": _example("cafe", "cases")}
        words[what] = str(wrong)
        assert main(["try", words["program"], words["cases"]]) == 2
        assert said().startswith(f"{wrong}: {path}: ")
    assert main(["try", str(tmp_path / "none.json"), _example("cafe", "cases")]) == 2
    assert "none.json" in said()
    (tmp_path / "latin.json").write_bytes(b"\xff\xfe{}")
    assert main(["try", str(tmp_path / "latin.json"), _example("cafe", "cases")]) == 2


def test_trying_needs_neither_a_screen_nor_a_database() -> None:
    code = (
        "import sys; from loyalpos.__main__ import main; code = main(sys.argv[1:]);"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in {'PySide6', 'sqlalchemy', 'sqlcipher3'}));"
        "sys.exit(code)"
    )
    words = ["try", _example("cafe", "program"), _example("cafe", "cases")]
    run = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8", "SYSTEMROOT": "C:\\Windows"},
    )
    assert run.stdout.splitlines()[-1] == "[]"


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


def test_lines_tell_pieces_and_what_a_payment_stands_for(tmp_path: Path, said: Said) -> None:
    program = tmp_path / "program.json"
    program.write_text(
        """{"format": "loyalpos.program", "version": 3, "revision": 1, "part_paid": "as_paid",
            "rules": [{"kind": "amount", "id": "base", "per_vnd": 50000},
                      {"kind": "stamp", "id": "cup", "card": "ten", "stamps": 2}],
            "rewards": [{"kind": "gift", "id": "free", "name": "Ly", "points": 9}],
            "stamp_cards": [{"id": "ten", "name": "Thẻ", "size": 10, "reward": "free"}]}""",
        encoding="utf-8",
    )
    cases = tmp_path / "cases.json"
    cases.write_text(
        """{"format": "loyalpos.cases", "version": 1, "cases": [{"name": "Đặt cọc", "steps": [
            {"kind": "bill", "at": "2026-11-02", "total_vnd": 123000, "paid_vnd": 60000},
            {"kind": "pay", "at": "2026-11-03", "bill": "1", "amount_vnd": 63000}]}]}""",
        encoding="utf-8",
    )
    assert main(["try", str(program), str(cases)]) == 0
    first, second = said().split("  2 pay ")
    assert "base: amount +1" in first
    assert "cup: stamps +2" in first
    assert "by now" not in first
    assert "+1 points, balance 2" in second
    _, by_now = second.split("what is paid of the bill by now:")
    assert "base: amount +2" in by_now


def _shown_in_help() -> list[str]:
    text = (ROOT / "resources" / "help" / "try.md").read_text("utf-8")
    return re.findall(r"```json\n(.*?)```", text, re.DOTALL)


def test_the_help_page_shows_a_case_that_works_and_what_really_comes_out(tmp_path: Path, said: Said) -> None:
    case, out = _shown_in_help()
    path = tmp_path / "cases.json"
    path.write_text(case, encoding="utf-8")
    assert main(["try", _example("remainder", "program"), str(path)]) == 0
    said()
    assert main(["try", "--json", _example("cafe", "program"), _example("cafe", "cases")]) == 0
    shown, real = json.loads(out), json.loads(said())
    assert list(shown) == list(real)
    assert list(shown["cases"][0]) == list(real["cases"][0])
    step, really = shown["cases"][0]["steps"][0], real["cases"][0]["steps"][0]
    assert list(step) == list(really)
    for field in ("points", "balance", "remainder", "due_vnd", "kind", "refusals", "units"):
        assert step[field] == really[field]


def test_the_help_page_names_every_field_and_every_code() -> None:
    text = (ROOT / "resources" / "help" / "try.md").read_text("utf-8")
    for form in (CaseMember, Expected, Case, BillCase, RedeemCase, ReturnCase, CaseTaken):
        for one in fields(form):
            assert f"`{one.name}`" in text or f'"{one.name}"' in text, one.name
    told = {OfferState.TAKEABLE, OfferState.POINTS_MISSING, OfferState.NO_BILL_YET}
    for state in set(OfferState) - told:
        assert f"`{state}`" in text, state


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
    assert main(["program", "import", _example("cafe", "program"), "--draft", *folder]) == 0
    assert "công bố được" in said()
