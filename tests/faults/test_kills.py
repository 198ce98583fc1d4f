"""The kills at smoke counts, each in a process of its own: a fork takes no threads of the tests along."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.between import LONG_WORK

pytestmark = pytest.mark.faults

ROOT = Path(__file__).parent.parent.parent


def kill(**counts: int) -> tuple[int, str]:
    """Give the exit code of so many kills, and the table."""
    words = dict.fromkeys(("services", "window", "control", "window-control", "steps"), 0) | counts
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.faults",
            "kills",
            *(f"--{name}={count}" for name, count in words.items()),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    return done.returncode, done.stdout + done.stderr


def figure(table: str, name: str) -> int:
    found = re.search(rf"^ *{re.escape(name)} +(\d+)$", table, re.MULTILINE)
    assert found is not None, table
    return int(found[1])


def test_nothing_is_lost_halved_or_doubled_by_kills_at_the_services() -> None:
    code, table = kill(services=100)
    assert code == 0, table
    assert "services: 100 kills" in table
    # The kills must have hit what they are for: an act in the books that nobody saw acknowledged.
    assert figure(table, "of them in the books already") > 0, table
    assert figure(table, "asked about (the same bill?)") > 0, table


def test_nothing_is_lost_halved_or_doubled_by_kills_at_the_real_window() -> None:
    code, table = kill(window=5)
    assert code == 0, table
    assert "window: 5 kills" in table
    assert figure(table, "books compared") > 0, table


def test_without_the_kept_id_and_the_question_bills_are_doubled() -> None:
    code, table = kill(control=40)
    assert code == 0, table
    assert figure(table, "doubled") > 0, table


def test_long_work_that_is_killed_leaves_the_old_or_the_new() -> None:
    code, table = kill(steps=5)
    assert code == 0, table
    assert table.count("neither old nor new                  0") == len(LONG_WORK), table
