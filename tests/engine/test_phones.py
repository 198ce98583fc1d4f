from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.phones import Phone, PhoneProblem, masked, parse_phone, spaced

phones = st.builds(
    lambda head, rest: f"0{head}{rest:08d}", st.sampled_from("35789"), st.integers(0, 10**8 - 1)
)

# The operators' tables of September 2018: eleven-digit heads and what became of them.
MOVED = {
    "Mobifone": "0120→070 0121→079 0122→077 0126→076 0128→078",
    "Vinaphone": "0123→083 0124→084 0125→085 0127→081 0129→082",
    "Viettel": "0162→032 0163→033 0164→034 0165→035 0166→036 0167→037 0168→038 0169→039",
    "Vietnamobile": "0186→056 0188→058",
    "Gmobile": "0199→059",
}
HEADS = [tuple(move.split("→")) for moves in MOVED.values() for move in moves.split()]


@given(phone=phones)
@pytest.mark.parametrize("head", ["0", "+84", "84", "0084", "", "+84 0", "+84(0)", "840"])
def test_every_way_to_write_the_head_is_the_same_phone(phone: str, head: str) -> None:
    assert parse_phone(head + phone[1:]) == phone


@given(
    phone=phones, fillers=st.lists(st.sampled_from(["", " ", ".", "-", "\u00a0"]), min_size=10, max_size=10)
)
def test_fillers_do_not_matter(phone: str, fillers: list[str]) -> None:
    written = "".join(digit + filler for digit, filler in zip(phone, fillers, strict=True))
    assert parse_phone(written) == phone


@given(phone=phones)
def test_the_letter_o_is_a_zero(phone: str) -> None:
    assert parse_phone(phone.replace("0", "O")) == phone
    assert parse_phone(phone.replace("0", "o", 1)) == phone


@given(phone=phones)
def test_a_spreadsheets_float_counts_if_no_digit_is_lost(phone: str) -> None:
    number = phone[1:]
    assert parse_phone(f"{number[0]}.{number[1:]}E+08") == phone
    assert parse_phone(f"8,4{number}e10") == phone
    assert parse_phone(f"{number}.0") == phone


def test_a_float_with_a_fraction_is_no_number_of_ten_digits() -> None:
    assert parse_phone("9.123456789E+08") is PhoneProblem.ROUNDED


@given(phone=phones, kept=st.integers(1, 7))
def test_a_rounded_number_is_refused(phone: str, kept: int) -> None:
    assert parse_phone(f"{phone[1]}.{phone[2 : 2 + kept]}E+08") is PhoneProblem.ROUNDED


def test_the_table_of_2018_is_whole() -> None:
    assert len(HEADS) == 21


@given(rest=st.integers(0, 10**7 - 1))
@pytest.mark.parametrize(("old", "new"), HEADS)
def test_numbers_of_before_2018_are_converted(old: str, new: str, rest: int) -> None:
    tail = f"{rest:07d}"
    assert parse_phone(old + tail) == new + tail
    assert parse_phone(old[1:] + tail) == new + tail
    assert parse_phone("+84" + old[1:] + tail) == new + tail
    assert parse_phone("84" + old[1:] + tail) == new + tail


@given(phone=phones)
def test_a_phone_is_read_as_itself(phone: str) -> None:
    read = parse_phone(phone)
    assert not isinstance(read, PhoneProblem)
    assert parse_phone(spaced(read)) == read
    assert masked(read).replace(" ", "").replace("•", "") == phone[-4:]


@given(phone=phones)
def test_the_second_opinion_never_calls_a_good_number_impossible(phone: str) -> None:
    oracle = phonenumbers.parse(phone, "VN")
    assert phonenumbers.is_possible_number(oracle)
    assert phonenumbers.national_significant_number(oracle) == phone[1:]


@given(text=st.text("0123456789", min_size=7, max_size=13))
def test_what_the_second_opinion_knows_as_mobile_is_never_refused(text: str) -> None:
    try:
        oracle = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException:
        return
    kind = phonenumbers.number_type(oracle)
    if oracle.country_code == 84 and kind == phonenumbers.PhoneNumberType.MOBILE:
        assert parse_phone(text) == "0" + phonenumbers.national_significant_number(oracle)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", PhoneProblem.EMPTY),
        ("  ", PhoneProblem.EMPTY),
        ("0912", PhoneProblem.TOO_SHORT),
        ("0", PhoneProblem.TOO_SHORT),
        ("091234567890", PhoneProblem.TOO_LONG),
        ("9" * 10_000, PhoneProblem.TOO_LONG),
        ("0412345678", PhoneProblem.UNKNOWN_HEAD),
        ("01301234567", PhoneProblem.UNKNOWN_HEAD),
        ("02438251234", PhoneProblem.LANDLINE),
        ("024382512345", PhoneProblem.TOO_LONG),
        ("+84 28 3829 5678", PhoneProblem.LANDLINE),
        ("+1 202 555 0199", PhoneProblem.FOREIGN),
        ("0066 81 234 5678", PhoneProblem.FOREIGN),
        ("9.12E+08", PhoneProblem.ROUNDED),
        ("Lan", PhoneProblem.NOT_A_NUMBER),
        ("o", PhoneProblem.NOT_A_NUMBER),
        ("+", PhoneProblem.NOT_A_NUMBER),
        ("٠٩١٢٣٤٥٦٧٨", PhoneProblem.NOT_A_NUMBER),
        ("0912\x00345678", PhoneProblem.NOT_A_NUMBER),
        ("\u202e0912345678", PhoneProblem.NOT_A_NUMBER),
        ("📞0912345678", PhoneProblem.NOT_A_NUMBER),
        ("abc" * 4_000, PhoneProblem.NOT_A_NUMBER),
    ],
)
def test_what_is_no_mobile_number_says_why(typed: str, problem: PhoneProblem) -> None:
    assert parse_phone(typed) is problem


@given(typed=st.text() | st.text("0123456789+.,-() Oo eE", max_size=30))
def test_any_text_is_a_phone_or_a_problem(typed: str) -> None:
    phone = parse_phone(typed)
    if not isinstance(phone, PhoneProblem):
        assert len(phone) == 10
        assert phone.isascii()
        assert phone.isdecimal()
        assert phone[0] == "0"
        assert phone[1] in "35789"


def test_a_phone_is_shown_to_customers_by_its_last_digits() -> None:
    assert masked(Phone("0912344821")) == "••• ••• 4 821"
    assert spaced(Phone("0912345678")) == "0912 345 678"
