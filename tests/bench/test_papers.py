"""The bench of papers paints what it times, at a count too small to measure anything."""

from __future__ import annotations

from pathlib import Path

from tests.bench.papers import bench_papers, ten_years


def test_the_bench_of_papers_writes_every_bill(tmp_path: Path, qapp: object) -> None:
    lines = bench_papers(tmp_path, days=60)
    assert lines[0].startswith("  60 bills on ")
    assert all((tmp_path / name).stat().st_size > 1_000 for name in ("own.pdf", "own.json", "plain.pdf"))


def test_ten_years_tell_every_day_apart(tmp_path: Path) -> None:
    own = ten_years(tmp_path, days=30)
    assert len({one.at for one in own.bills}) == 30
    assert len(own.statement.lines) == 30
    assert own.accesses
