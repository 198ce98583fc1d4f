from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from loyalpos.store.check import Difference, Odds, check
from loyalpos.store.file import ShopFile
from loyalpos.store.projections import PROJECTIONS
from tests.store.acts import KEY, grow, new_file


def _shop(folder: Path) -> ShopFile:
    file = new_file(folder)
    grow(file, 1, 4)
    return file


def test_a_sound_file_is_clean_and_counted(tmp_path: Path) -> None:
    file = _shop(tmp_path)
    report = check(file)
    assert report.is_clean
    assert (report.counts["record"], report.counts["link"], report.counts["stock"]) == (4, 4, 4)
    assert set(report.counts) == {"record", "link", *(table.name for table in PROJECTIONS)}
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "shop.loyalpos",
        "shop.loyalpos-shm",
        "shop.loyalpos-wal",
        "shop.loyalpos-witness",
    ]
    file.close()


@pytest.mark.parametrize(
    ("breaking", "difference"),
    [
        (
            "UPDATE stock SET \"left\" = 99 WHERE reward = 'gift 2'",
            Difference("stock", ("gift 2",), Odds.DIFFERENT, ("left",)),
        ),
        (
            "DELETE FROM stock WHERE reward = 'gift 4'",
            Difference("stock", ("gift 4",), Odds.ONLY_IN_REPLAY),
        ),
        (
            "INSERT INTO stock VALUES ('đ', 1)",
            Difference("stock", ("đ",), Odds.ONLY_IN_FILE),
        ),
        (
            "INSERT INTO stock VALUES ('a', 1)",
            Difference("stock", ("a",), Odds.ONLY_IN_FILE),
        ),
        (
            "INSERT INTO summary VALUES (x'ab', 1, 0, '0', 0, 0, 0, 0, NULL)",
            Difference("summary", ("ab",), Odds.ONLY_IN_FILE),
        ),
    ],
)
def test_a_projection_that_is_not_what_the_journal_says_is_named(
    tmp_path: Path, breaking: str, difference: Difference
) -> None:
    file = _shop(tmp_path)
    with file.work() as connection:
        connection.exec_driver_sql(breaking)
    report = check(file)
    assert not report.is_clean
    assert report.projection_differences == (difference,)
    assert report.file_problems == ()
    assert report.chain_problems == ()
    file.close()


def test_more_differences_than_anyone_reads_are_cut_at_a_hundred(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 150)
    with file.work() as connection:
        connection.exec_driver_sql('UPDATE stock SET "left" = -1')
    assert len(check(file).projection_differences) == 100
    file.close()


def test_a_broken_journal_is_named_and_proves_nothing_about_projections(tmp_path: Path) -> None:
    file = _shop(tmp_path)
    with file.work() as connection:
        connection.exec_driver_sql("UPDATE record SET who = 'Hoa' WHERE rowid = 3")
    report = check(file)
    assert not report.is_clean
    assert not report.replayed
    assert [(problem.fault.value, problem.seq) for problem in report.chain_problems] == [("content", 3)]
    file.close()


def test_damaged_pages_are_reported_and_not_raised(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 200)
    file.close()
    with file.path.open("r+b") as raw:
        raw.seek(-3000, 2)
        raw.write(b"damaged")
    file = ShopFile.open(file.path, KEY)
    report = check(file)
    assert not report.is_clean
    assert "page" in report.file_problems[0]
    file.close()


def test_what_a_killed_check_left_is_removed_by_the_next(tmp_path: Path) -> None:
    file = _shop(tmp_path)
    left = tmp_path / "replay-abc"
    left.mkdir()
    (left / "replay").write_bytes(b"half")
    assert check(file).is_clean
    assert not left.exists()
    file.close()


def test_the_counter_goes_on_while_a_check_runs(tmp_path: Path) -> None:
    file = _shop(tmp_path)
    with file.aside():
        grow(file, 5, 6)
    assert check(file).counts["record"] == 6
    file.close()


def test_no_step_of_a_check_sorts_a_table_in_memory(tmp_path: Path) -> None:
    """With a million records that would be hundreds of megabytes."""
    file = _shop(tmp_path)
    asked: list[tuple[str, tuple[object, ...]]] = []

    def note(*call: Any) -> None:
        _, _, statement, parameters, _, _ = call
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert check(file).is_clean
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert len(asked) > 2 * len(PROJECTIONS)
    with file.read() as connection:
        for statement, parameters in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            assert not [step[3] for step in plan if "TEMP B-TREE" in step[3]], statement
    file.close()
