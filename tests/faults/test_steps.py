"""Kinds of faults at smoke counts, each in a process of its own: a fork takes no threads along."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.faults

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("kind", "count"), [("steps", 8), ("errors", 12), ("busy", 6), ("clock", 3), ("places", 10)]
)
def test_a_few_cases_of_a_kind_come_to_nothing_that_must_not_be(kind: str, count: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", kind, f"--count={count}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "LEFT OUT" in done.stdout or "must not be                                        0" in done.stdout
