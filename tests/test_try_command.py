"""The command line: programs are tried on cases, without a screen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import fields

from loyalpos.__main__ import main
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
from tests.command_line import ROOT, Said, example, said

__all__ = ["said"]


@pytest.mark.parametrize("name", ["cafe", "remainder", "tiers"])
def test_cases_that_come_to_what_they_say_end_well(name: str, said: Said) -> None:
    assert main(["try", example(name, "program"), example(name, "cases")]) == 0
    assert said().splitlines()[-1].endswith("0 not as expected")


def test_cases_that_differ_say_where_and_end_with_one(tmp_path: Path, said: Said) -> None:
    text = Path(example("cafe", "cases")).read_text("utf-8").replace('"points": 9,', '"points": 10,', 1)
    path = tmp_path / "cases.json"
    path.write_text(text, encoding="utf-8")
    assert main(["try", example("cafe", "program"), str(path)]) == 1
    assert "✗ points: expected 10, found 9" in said()
    assert main(["try", "--json", example("cafe", "program"), str(path)]) == 1
    tried = json.loads(said())
    assert not tried["as_expected"]
    step = tried["cases"][0]["steps"][0]
    assert step["differences"] == [{"field": "points", "expected": 10, "found": 9}]
    assert (step["points"], step["balance"], step["remainder"]) == (9, 9, "0")
    assert [(line["rule"], line["points"]) for line in step["lines"]] == [("base", 9)]
    assert tried["cases"][0]["steps"][3]["refusals"][0]["code"] == "nothing_to_return"


def test_it_is_said_where_a_budget_asks_the_owner(tmp_path: Path, said: Said) -> None:
    program = json.loads(Path(example("cafe", "program")).read_text("utf-8"))
    program |= {"budgets": [{"id": "keep", "name": "Giữ khách", "month_vnd": 0, "at_end": "ask"}]}
    program["point_cost_vnd"] = 100
    program["rules"][0]["budget"] = "keep"
    path = tmp_path / "asks.json"
    path.write_text(json.dumps(program), encoding="utf-8")
    main(["try", str(path), example("cafe", "cases")])
    assert "budget keep is used up: asks the owner" in said()


def test_what_cannot_be_tried_ends_with_two_and_names_file_and_place(tmp_path: Path, said: Said) -> None:
    for what, old, new, path in (
        ("program", '"per_vnd": 10000', '"per_vnd": 1.5', "$.rules[0].per_vnd"),
        ("program", '"per_vnd": 10000', '"per_vnd": 0', "$.rules[0].per_vnd"),
        ("cases", '"total_vnd": 95000', '"total_vnd": "95000"', "$.cases[0].steps[0].total_vnd"),
        ("cases", '"bill": "1"', '"bill": "7"', "$.cases[0].steps[1].bill"),
        ("cases", '"coffee10": 8', '"tea": 8', "$.cases[2].member.units.tea"),
    ):
        text = Path(example("cafe", what)).read_text("utf-8").replace(old, new, 1)
        wrong = tmp_path / f"wrong.{what}.json"
        wrong.write_text(text, encoding="utf-8")
        words = {"program": example("cafe", "program"), "cases": example("cafe", "cases")}
        words[what] = str(wrong)
        assert main(["try", words["program"], words["cases"]]) == 2
        assert said().startswith(f"{wrong}: {path}: ")
    assert main(["try", str(tmp_path / "none.json"), example("cafe", "cases")]) == 2
    assert "none.json" in said()
    (tmp_path / "latin.json").write_bytes(b"\xff\xfe{}")
    assert main(["try", str(tmp_path / "latin.json"), example("cafe", "cases")]) == 2


def test_trying_needs_neither_a_screen_nor_a_database() -> None:
    code = (
        "import sys; from loyalpos.__main__ import main; code = main(sys.argv[1:]);"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in {'PySide6', 'sqlalchemy', 'sqlcipher3'}));"
        "sys.exit(code)"
    )
    words = ["try", example("cafe", "program"), example("cafe", "cases")]
    run = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8", "SYSTEMROOT": "C:\\Windows"},
    )
    assert run.stdout.splitlines()[-1] == "[]"


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
    assert main(["try", example("remainder", "program"), str(path)]) == 0
    said()
    assert main(["try", "--json", example("cafe", "program"), example("cafe", "cases")]) == 0
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
