"""The played day: really played, in several processes, and red where anything is not as the script says."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from loyalpos.demo import day, later, morning, steps
from loyalpos.demo.play import play_demo
from loyalpos.demo.steps import POWER_CUT, PREPRINTED, Step
from loyalpos.engine.codes import is_card
from loyalpos.printing.read_back import codes_in_pdf

_TAKES_AT_MOST_S = 300
FINAL = {"A": 303, "B": 84, "C": 96, "D": 1375, "E": 88}


@dataclass(frozen=True)
class Played:
    """A day that was played by the command people call."""

    folder: Path
    code: int
    printed: str
    report: dict[str, Any]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("một ngày")
    done = subprocess.run(
        [sys.executable, "-m", "loyalpos", "demo", "--headless", "--out", str(folder)],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=_TAKES_AT_MOST_S,
        check=False,
    )
    report = json.loads((folder / "day.json").read_text(encoding="utf-8"))
    return Played(folder, done.returncode, done.stdout + done.stderr, report)


def steps_of_the_script() -> list[Step]:
    return [step for part in day.PARTS for step in part.steps]


def test_the_day_goes_as_the_script_says(played: Played) -> None:
    assert played.report["faults"] == [], played.printed
    assert played.report["ok"] is True
    assert played.code == 0, played.printed


def test_every_step_is_told_with_the_balances_the_windows_showed(played: Played) -> None:
    told = {step["name"]: step for step in played.report["steps"]}
    assert sorted(told) == sorted(step.name for step in steps_of_the_script())
    for step in steps_of_the_script():
        seen = told[step.name]
        if POWER_CUT in step.keys:
            assert seen["actual"] is None
        else:
            assert seen["actual"] == seen["expected"], step.name
            assert seen["actual"] == seen["actual"] | step.balances, step.name
        assert seen["ok"] is True


def test_a_fresh_process_reads_the_balances_of_the_evening(played: Played) -> None:
    assert {one["customer"]: one["actual"] for one in played.report["members"]} == FINAL
    assert {one["customer"]: one["expected"] for one in played.report["members"]} == FINAL


def test_every_members_card_is_printed_on_both_sides(played: Played) -> None:
    printed = Counter(codes_in_pdf(played.folder / "cards.pdf"))
    assert len(printed) == PREPRINTED + 2
    assert set(printed.values()) == {2}
    cards = [one["card"] for one in played.report["members"]]
    assert len(set(cards)) == len(day.CARDS)
    assert all(is_card(card) and card in printed for card in cards)


def test_the_file_is_sound_and_was_backed_up(played: Played) -> None:
    assert played.report["check"]["sound"] is True
    assert played.report["backups"]
    asked = [sys.executable, "-m", "loyalpos", "--data-dir", str(played.folder / "till"), "check", "--json"]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["sound"] is True


def test_every_step_left_its_picture(played: Played) -> None:
    for step in played.report["steps"]:
        pictures = sorted(played.folder.glob(f"{step['number']:02d}?-{step['name']}*.png"))
        assert pictures, step["name"]
        assert not QImage(str(pictures[-1])).isNull()


def test_a_wrong_balance_in_the_script_turns_the_day_red(tmp_path: Path) -> None:
    morning = day.PARTS[0]
    steps = tuple(
        replace(step, balances={"A": 146}) if step.name == "first-bill" else step for step in morning.steps
    )
    code = play_demo(
        headless=True, out=tmp_path, seed=2, data_dir=None, script=(replace(morning, steps=steps),)
    )
    report = json.loads((tmp_path / "day.json").read_text(encoding="utf-8"))
    assert code == 1
    assert report["ok"] is False
    wrong = [fault for fault in report["faults"] if fault.startswith("first-bill: ")]
    assert wrong == ["first-bill: A should have 146 and has 145"]
    by_name = {step["name"]: step["ok"] for step in report["steps"]}
    assert by_name["join-with-card"] is True
    assert by_name["first-bill"] is False


def test_a_played_day_never_begins_in_somebodys_shop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = tmp_path / "shop.loyalpos"
    shop.write_bytes(b"somebody's")
    code = play_demo(headless=True, out=tmp_path / "out", seed=1, data_dir=tmp_path)
    assert code == 2
    assert shop.read_bytes() == b"somebody's"
    assert "holds a shop already" in capsys.readouterr().out


SCRIPT = (day, morning, later, steps)


def nodes_of_the_script() -> list[ast.AST]:
    texts = [Path(one.__file__ or "").read_text(encoding="utf-8") for one in SCRIPT]
    return [node for text in texts for node in ast.walk(ast.parse(text))]


def test_the_script_knows_nothing_of_the_program() -> None:
    imported = {
        node.module if isinstance(node, ast.ImportFrom) else name.name
        for node in nodes_of_the_script()
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    of_itself = {one.__name__ for one in SCRIPT if one is not day}
    assert imported == {"__future__", "msgspec", "typing"} | of_itself


def test_the_balances_of_the_script_are_plain_figures() -> None:
    figures = [value for node in nodes_of_the_script() if isinstance(node, ast.Dict) for value in node.values]
    assert len(figures) > 25
    assert all(isinstance(value, ast.Constant) and isinstance(value.value, int) for value in figures)
