from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.numbers import LONGEST_NUMBER, NumberProblem, parse_number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("10235", "10235"), (" HD  10\t235 ", "HD 10 235"), ("Bàn 5", "Bàn 5"), ("Ba\u0300n 5", "Bàn 5")],
)
def test_a_receipt_number_is_kept_as_printed(typed: str, kept: str) -> None:
    assert parse_number(typed) == kept


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t"])
def test_no_number_is_none(nothing: str) -> None:
    assert parse_number(nothing) is None


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("1" * (LONGEST_NUMBER + 1), NumberProblem.TOO_LONG),
        ("1" * 10_000, NumberProblem.TOO_LONG),
        ("1 " * 5_000, NumberProblem.TOO_LONG),
        ("10\x00235", NumberProblem.ODD_CHARACTER),
        ("\u202e10235", NumberProblem.ODD_CHARACTER),
        ("مرحبا", NumberProblem.ODD_CHARACTER),
    ],
)
def test_what_is_no_receipt_number_says_why(typed: str, problem: NumberProblem) -> None:
    assert parse_number(typed) is problem


@given(st.text())
def test_a_number_that_is_kept_stays_as_it_is(text: str) -> None:
    kept = parse_number(text)
    if isinstance(kept, str) and not isinstance(kept, NumberProblem):
        assert parse_number(kept) == kept
