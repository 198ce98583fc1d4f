from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.money import MAX_AMOUNT_VND, AmountProblem, group_digits, parse_amount, vnd

amounts_vnd = st.integers(1, MAX_AMOUNT_VND)
modes = st.booleans()


@given(
    amount_vnd=amounts_vnd, thousands=modes, separator=st.sampled_from([".", ",", " ", "\u00a0", "\u202f"])
)
def test_a_grouped_amount_of_a_thousand_or_more_means_itself(
    amount_vnd: int, thousands: bool, separator: str
) -> None:
    typed = group_digits(amount_vnd).replace(".", separator)
    expected = amount_vnd * 1000 if thousands and amount_vnd < 1000 else amount_vnd
    assert parse_amount(typed, thousands=thousands) == expected


@given(amount_vnd=amounts_vnd, thousands=modes)
def test_what_is_shown_can_be_typed(amount_vnd: int, thousands: bool) -> None:
    assert parse_amount(vnd(amount_vnd), thousands=thousands) == amount_vnd


@given(amount_vnd=amounts_vnd)
def test_plain_digits_are_literal_without_thousands_mode(amount_vnd: int) -> None:
    assert parse_amount(str(amount_vnd), thousands=False) == amount_vnd


@given(amount=st.integers(1, 9_999))
def test_one_to_four_plain_digits_are_thousands(amount: int) -> None:
    assert parse_amount(str(amount), thousands=True) == amount * 1000


@given(amount_vnd=st.integers(10_000, MAX_AMOUNT_VND))
def test_five_or_more_plain_digits_are_literal(amount_vnd: int) -> None:
    assert parse_amount(str(amount_vnd), thousands=True) == amount_vnd


@given(tenths=st.integers(1, 9_999), thousands=modes, comma=st.sampled_from(".,"))
def test_a_unit_multiplies_exactly(tenths: int, thousands: bool, comma: str) -> None:
    number = f"{tenths // 10}{comma}{tenths % 10}"
    assert parse_amount(f"{number}k", thousands=thousands) == tenths * 100
    assert parse_amount(f"{number} TR", thousands=thousands) == tenths * 100_000


@pytest.mark.parametrize(
    ("typed", "with_thousands", "without"),
    [
        ("85", 85_000, 85),
        ("1250", 1_250_000, 1_250),
        ("12500", 12_500, 12_500),
        ("1.250", 1_250, 1_250),
        ("85k", 85_000, 85_000),
        ("85 K", 85_000, 85_000),
        ("1,5tr", 1_500_000, 1_500_000),
        ("0,5tr", 500_000, 500_000),
        ("1,25tr", 1_250_000, 1_250_000),
        ("2tr", 2_000_000, 2_000_000),
        ("12,5k", 12_500, 12_500),
        ("85đ", 85, 85),
        ("85 ₫", 85, 85),
        ("125.000 vnđ", 125_000, 125_000),
        ("  125000  ", 125_000, 125_000),
        ("999999999999", MAX_AMOUNT_VND, MAX_AMOUNT_VND),
    ],
)
def test_an_amount_is_read_as_cashiers_write_it(typed: str, with_thousands: int, without: int) -> None:
    assert parse_amount(typed, thousands=True) == with_thousands
    assert parse_amount(typed, thousands=False) == without


@pytest.mark.parametrize("thousands", [True, False])
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", AmountProblem.EMPTY),
        ("   \u00a0", AmountProblem.EMPTY),
        ("0", AmountProblem.ZERO),
        ("000", AmountProblem.ZERO),
        ("0k", AmountProblem.ZERO),
        ("0,0tr", AmountProblem.ZERO),
        ("-1", AmountProblem.NEGATIVE),
        ("\u2212125.000", AmountProblem.NEGATIVE),
        ("-85k", AmountProblem.NEGATIVE),
        ("1" + "0" * 15, AmountProblem.TOO_LARGE),
        ("1000000000000", AmountProblem.TOO_LARGE),
        ("1.000.000.000.000", AmountProblem.TOO_LARGE),
        ("1000000tr", AmountProblem.TOO_LARGE),
        ("9" * 10_000, AmountProblem.TOO_LARGE),
        ("1.2.3", AmountProblem.UNCLEAR),
        ("12.34", AmountProblem.UNCLEAR),
        ("1234.567", AmountProblem.UNCLEAR),
        ("1.234,567", AmountProblem.UNCLEAR),
        ("1.234.56", AmountProblem.UNCLEAR),
        ("0.500", AmountProblem.UNCLEAR),
        ("1.500k", AmountProblem.UNCLEAR),
        ("1,2345tr", AmountProblem.UNCLEAR),
        ("0912345678", AmountProblem.UNCLEAR),
        ("1..5", AmountProblem.NOT_A_NUMBER),
        ("85.", AmountProblem.NOT_A_NUMBER),
        (".5", AmountProblem.NOT_A_NUMBER),
        ("k", AmountProblem.NOT_A_NUMBER),
        ("tr", AmountProblem.NOT_A_NUMBER),
        ("₫", AmountProblem.NOT_A_NUMBER),
        ("-", AmountProblem.NOT_A_NUMBER),
        ("--5", AmountProblem.NOT_A_NUMBER),
        ("+5", AmountProblem.NOT_A_NUMBER),
        ("abc", AmountProblem.NOT_A_NUMBER),
        ("1e5", AmountProblem.NOT_A_NUMBER),
        ("0x10", AmountProblem.NOT_A_NUMBER),
        ("1_000", AmountProblem.NOT_A_NUMBER),
        ("12\x0034", AmountProblem.NOT_A_NUMBER),
        ("12\n34", AmountProblem.NOT_A_NUMBER),
        ("\u200f125000", AmountProblem.NOT_A_NUMBER),
        ("١٢٥", AmountProblem.NOT_A_NUMBER),
        ("１２５", AmountProblem.NOT_A_NUMBER),
        ("²", AmountProblem.NOT_A_NUMBER),
        ("🎂", AmountProblem.NOT_A_NUMBER),
        ("lorem ipsum " * 900, AmountProblem.NOT_A_NUMBER),
        ("1." * 5_000, AmountProblem.NOT_A_NUMBER),
    ],
)
def test_what_is_no_amount_is_a_problem_and_not_a_guess(
    typed: str, problem: AmountProblem, thousands: bool
) -> None:
    assert parse_amount(typed, thousands=thousands) is problem


@given(typed=st.text() | st.text("0123456789., -\u2212ktrđ₫\u00a0", max_size=20), thousands=modes)
def test_any_text_is_an_amount_in_bounds_or_a_problem(typed: str, thousands: bool) -> None:
    amount = parse_amount(typed, thousands=thousands)
    assert isinstance(amount, AmountProblem) or 1 <= amount <= MAX_AMOUNT_VND


@given(amount_vnd=st.integers(-(10**15), 10**15))
def test_grouping_only_adds_dots_and_a_true_minus(amount_vnd: int) -> None:
    shown = group_digits(amount_vnd)
    assert int(shown.replace(".", "").replace("\u2212", "-")) == amount_vnd
    assert all(len(group) == 3 for group in shown.split(".")[1:])
    assert "-" not in shown


def test_dong_are_shown_as_on_receipts() -> None:
    assert vnd(1_234_567) == "1.234.567\u00a0₫"
    assert vnd(-12_000) == "\u221212.000\u00a0₫"
    assert vnd(0) == "0\u00a0₫"
