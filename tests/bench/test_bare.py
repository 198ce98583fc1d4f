"""The bare counterparts do the job they time, at counts too small to measure anything."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.bench import bare_file, bare_search, bare_window
from tests.bench.bare import percentile
from tests.bench.machine import describe, file_system_of
from tests.bench.people import people


def test_a_bare_window_says_when_it_is_painted() -> None:
    (one,) = bare_window.window_starts(1)
    assert one.seconds > 0
    assert sys.platform != "linux" or one.rss_mb > 10


def test_a_program_that_dies_before_its_first_paint_is_not_timed() -> None:
    with pytest.raises(RuntimeError):
        bare_window.start((sys.executable, "-c", "print('no window today')"))


def test_a_commit_leaves_its_rows_in_an_unreadable_file(tmp_path: Path) -> None:
    tables = [
        bare_file.Table(filled_rows=10, row_bytes=(100, 20)),
        bare_file.Table(filled_rows=0, row_bytes=(7,)),
    ]
    turns: list[None] = []
    assert len(bare_file.commit_seconds(tmp_path, tables, runs=3, beside=lambda: turns.append(None))) == 3
    assert len(turns) == 3

    path = tmp_path / "bare-commit.db"
    assert not path.read_bytes().startswith(b"SQLite format 3")
    connection = bare_file.open_file(path)
    assert connection.execute("SELECT count(*), sum(length(body)) FROM t0").fetchone() == (16, 960)
    assert connection.execute("SELECT count(*), sum(length(body)) FROM t1").fetchone() == (3, 21)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    connection.close()


def test_the_log_grows_with_what_a_commit_writes(tmp_path: Path) -> None:
    little = bare_file.wal_bytes_of_one_commit(tmp_path, [bare_file.Table(0, (10,))])
    much = bare_file.wal_bytes_of_one_commit(tmp_path, [bare_file.Table(0, (50_000,))])
    assert much > little + 50_000


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_reading_repaints_the_form_once_a_run(tmp_path: Path, qapp: object) -> None:
    tables = [bare_file.Table(50, (30,)), bare_file.Table(200, (10, 10, 10))]
    assert len(bare_file.read_and_repaint_seconds(tmp_path, tables, labels=4, runs=3)) == 3


def test_a_like_scan_takes_any_piece(tmp_path: Path) -> None:
    who = list(people(Random(3), 50))
    wanted = [("", who[0].phone[-5:]), (bare_search.fold(who[1].name), who[1].phone[-2:])]
    assert len(bare_search.like_scan_seconds(tmp_path, wanted, members=50)) == 2


def test_folding_leaves_neither_marks_nor_case() -> None:
    assert bare_search.fold("Nguyễn Văn ĐỨC") == "nguyen van duc"


def test_a_percentile_is_one_of_the_figures() -> None:
    assert [percentile([3.0, 1.0, 2.0, 4.0], percent) for percent in (1, 50, 75, 99)] == [
        1.0,
        2.0,
        3.0,
        4.0,
    ]


def test_the_street_is_the_same_for_the_same_seed_and_as_uneven_as_life() -> None:
    street = list(people(Random(7), 5_000))
    assert street == list(people(Random(7), 5_000))
    assert len({one.phone for one in street}) == 5_000
    assert all(re.fullmatch(r"0[35789]\d{8}", one.phone) for one in street)
    assert all(unicodedata.is_normalized("NFC", one.name) and "  " not in one.name for one in street)
    families = Counter(one.name.split(" ")[0] for one in street)
    assert 0.35 < families["Nguyễn"] / 5_000 < 0.42


def test_the_deepest_mount_names_the_file_system(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    inside = tmp_path / "của hàng" / "bench"
    escaped = str(tmp_path / "của hàng").replace(" ", "\\040")
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nmemory {escaped} tmpfs rw,size=1m 0 0\n", encoding="utf-8")
    assert file_system_of(inside, mounts) == "tmpfs on memory (rw,size=1m)"
    assert file_system_of(tmp_path, mounts) == "ext4 on /dev/a (rw)"
    assert file_system_of(tmp_path, tmp_path / "absent") == "unknown"


def test_the_machine_names_its_versions(tmp_path: Path) -> None:
    lines = "\n".join(describe(tmp_path).lines())
    assert re.search(r"^sqlcipher +\d", lines, re.MULTILINE)
    assert re.search(r"^qt +6\.", lines, re.MULTILINE)
