from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.cards import bare_matrices_s, bench_cards


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count peak memory in other units")
def test_the_bench_of_cards_reads_what_it_has_measured(tmp_path: Path, qapp: object) -> None:
    lines = bench_cards(tmp_path, cards=10)
    read = [line for line in lines if "at least" in line]
    assert len(read) == 11
    assert all(line.startswith("  kept") for line in read)
    assert sum("100.0%" in line for line in read) >= 8
    assert any("x   at most 3 x" in line for line in lines)


def test_bare_matrices_take_time() -> None:
    assert bare_matrices_s(["9812345678901288"]) > 0
