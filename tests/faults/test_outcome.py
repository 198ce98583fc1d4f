"""The table of all kinds: what it calls passed has passed."""

from __future__ import annotations

from tests.faults.outcome import Control, Outcome, summary


def test_the_table_counts_what_must_not_be_by_sort_and_closes_with_the_cases() -> None:
    faults = (
        (3, "some: lost: bill of 5"),
        (3, "some: lost: bill of 6"),
        (4, "half: balance of A"),
        (7, "customer list: broken: doubled: bill of 7"),
        (8, "ended with 1"),
    )
    bad = Outcome("power", 20, 20, faults=faults, controls=(Control("unsynced", 5, 2),))
    good = Outcome("places", 10, left_out="full disk (this user may mount nothing)")
    head, row, control, other, left, last = summary((bad, good))
    assert head.split() == [
        "kind",
        "cases",
        "different",
        "lost",
        "halved",
        "doubled",
        "wrong",
        "seconds",
        "of",
        "CPU",
    ]
    assert row.split() == ["power", "20", "20", "2", "1", "1", "1", "0", "0"]
    assert "2 of them lose, as it must" in control
    assert other.split() == ["places", "10", "–", "0", "0", "0", "0", "0", "0"]
    assert left == "LEFT OUT of places: full disk (this user may mount nothing)"
    # Four cases of twenty, and a control that lost as it must.
    assert last == "27 passed, 4 failed"
    assert (bad.is_good, good.is_good) == (False, True)


def test_a_control_that_loses_nothing_is_a_failure() -> None:
    one = Outcome("power", 20, 20, controls=(Control("unsynced", 5, 0),))
    assert not one.is_good
    assert list(summary((one,)))[-1] == "20 passed, 1 failed"


def test_a_kind_that_was_left_out_is_neither_passed_nor_failed() -> None:
    *_, left, last = summary((Outcome("power", skipped="needs strace, which is not here"),))
    assert left == "LEFT OUT of power: needs strace, which is not here"
    assert last == "0 passed, 0 failed"
