from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.recovery_code import LENGTH, grouped_code, new_code, read_code

codes = st.binary(min_size=32, max_size=32).map(lambda drawn: new_code(lambda _: drawn))


@given(codes)
def test_a_code_is_read_as_it_is_written(code: str) -> None:
    assert len(code) == LENGTH
    for written in (code, grouped_code(code), grouped_code(code).replace(" ", "-"), f" {code}\n"):
        assert read_code(written) == code


@given(codes, st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_one_wrong_digit_is_found(code: str, at: int, by: int) -> None:
    wrong = str((int(code[at]) + by) % 10)
    assert read_code(code[:at] + wrong + code[at + 1 :]) is None


@given(codes, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_digits_that_changed_places_are_found(code: str, one: int, other: int) -> None:
    digits = list(code)
    digits[one], digits[other] = digits[other], digits[one]
    assert read_code("".join(digits)) == (code if digits == list(code) else None)


@given(codes)
def test_the_vietnamese_keyboard_layout_changes_nothing(code: str) -> None:
    turned = code.translate(str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ"))
    assert read_code(turned) == code


def test_what_is_no_code_is_none() -> None:
    for typed in ("", "1", "0" * LENGTH, "12 ab", "٣" * LENGTH, "1" * 100):
        assert read_code(typed) is None
