from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.batches import NumbersProblem, in_ranges, parse_numbers, ranges_text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7", (7,)),
        (" 12-18 ", (12, 13, 14, 15, 16, 17, 18)),
        ("18 – 12", (12, 13, 14, 15, 16, 17, 18)),
        ("1, 3; 5-6,3", (1, 3, 5, 6)),
        ("", NumbersProblem.EMPTY),
        (" , ; ", NumbersProblem.EMPTY),
        ("0", NumbersProblem.OUTSIDE),
        ("51", NumbersProblem.OUTSIDE),
        ("48-51", NumbersProblem.OUTSIDE),
        ("-3", NumbersProblem.UNREADABLE),
        ("3-", NumbersProblem.UNREADABLE),
        ("ba", NumbersProblem.UNREADABLE),
        ("²", NumbersProblem.UNREADABLE),
        ("1," * 500, NumbersProblem.UNREADABLE),
    ],
)
def test_numbers_of_cards_are_read_as_people_type_them(
    typed: str, meant: tuple[int, ...] | NumbersProblem
) -> None:
    assert parse_numbers(typed, 50) == meant


@given(st.sets(st.integers(1, 400), min_size=1, max_size=30))
def test_what_is_written_of_numbers_is_read_again(numbers: set[int]) -> None:
    written = ranges_text(numbers)
    if len(written) <= 400:
        assert parse_numbers(written, 400) == tuple(sorted(numbers))
    assert {n for first, last in in_ranges(numbers) for n in range(first, last + 1)} == numbers


@given(st.text(max_size=60))
def test_any_text_is_numbers_in_the_batch_or_a_problem(text: str) -> None:
    meant = parse_numbers(text, 50)
    assert isinstance(meant, NumbersProblem) or all(1 <= number <= 50 for number in meant)
