"""Đồng as typed at the till and as shown: whole numbers in, grouped digits out."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, TypeAlias

__all__ = ["MAX_AMOUNT_VND", "AmountProblem", "AmountTyped", "group_digits", "parse_amount", "vnd"]

MAX_AMOUNT_VND: Final = 999_999_999_999

MINUS_SIGN: Final = "\u2212"
NO_BREAK_SPACE: Final = "\u00a0"
NARROW_NO_BREAK_SPACE: Final = "\u202f"
_SPACES: Final = f" {NO_BREAK_SPACE}{NARROW_NO_BREAK_SPACE}"

# One to four plain digits are thousands where the shop wants it so; a longer number is meant as it stands.
_LONGEST_THOUSANDS: Final = 4

_NUMBER = re.compile(r"[0-9]+(?:[., ][0-9]+)*")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]{1,2})")
_UNITS: Final = {"k": 3, "tr": 6}
_CURRENCIES: Final = ("vnđ", "vnd", "₫", "đ")


class AmountProblem(Enum):
    """Why typed text is not an amount of đồng."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    ZERO = "zero"
    TOO_LARGE = "too_large"
    UNCLEAR = "unclear"
    """Digits, but separators or leading zeros leave the amount open: ``1.2.3``, ``12.34``, ``0912``."""


AmountTyped: TypeAlias = int | AmountProblem


def parse_amount(text: str, *, thousands: bool) -> AmountTyped:
    """Read an amount of đồng the way a cashier types it.

    Args:
        text: What stands in the box, of any length and any characters.
        thousands: Whether one to four plain digits mean thousands (``85`` = 85.000 ₫). Five or more
            digits, a separator, a unit (``k``, ``tr``) or a currency sign make the amount literal.

    Returns:
        Đồng from 1 to ``MAX_AMOUNT_VND``, or the problem.
    """
    typed = text.strip(_SPACES)
    if not typed:
        return AmountProblem.EMPTY
    if typed[0] in f"-{MINUS_SIGN}":
        number, _ = _split_unit(typed[1:].lstrip(_SPACES))
        return AmountProblem.NEGATIVE if _NUMBER.fullmatch(number) else AmountProblem.NOT_A_NUMBER
    number, unit = _split_unit(typed)
    number = number.translate({ord(NO_BREAK_SPACE): " ", ord(NARROW_NO_BREAK_SPACE): " "})
    if not _NUMBER.fullmatch(number):
        return AmountProblem.NOT_A_NUMBER
    if not number.strip("0., "):
        return AmountProblem.ZERO
    amount_vnd = _with_unit(number, _UNITS[unit]) if unit in _UNITS else _literal(number)
    if isinstance(amount_vnd, AmountProblem):
        return amount_vnd
    if thousands and not unit and number.isdecimal() and len(number) <= _LONGEST_THOUSANDS:
        amount_vnd *= 1000
    return amount_vnd if amount_vnd <= MAX_AMOUNT_VND else AmountProblem.TOO_LARGE


def _split_unit(typed: str) -> tuple[str, str]:
    number, unit = typed, ""
    folded = typed[-5:].casefold()
    for currency in _CURRENCIES:
        if folded.endswith(currency):
            number, unit = typed[: -len(currency)].rstrip(_SPACES), currency
            break
    folded = number[-5:].casefold()
    for scale in _UNITS:
        if folded.endswith(scale):
            return number[: -len(scale)].rstrip(_SPACES), scale
    return number, unit


def _literal(number: str) -> AmountTyped:
    if number.isdecimal():
        # Nobody writes an amount with a leading zero, but a phone number begins with one.
        return AmountProblem.UNCLEAR if number.startswith("0") else _whole(number)
    if _GROUPED.fullmatch(number):
        return _whole(re.sub("[., ]", "", number))
    return AmountProblem.UNCLEAR


def _with_unit(number: str, places: int) -> AmountTyped:
    decimal = _DECIMAL.fullmatch(number)
    if decimal:
        whole, fraction = decimal.groups()
        return _whole((whole + fraction).lstrip("0") + "0" * (places - len(fraction)))
    if not number.isdecimal():
        # "1.500k" is a thousand and a half to one reader and a million and a half to the next.
        return AmountProblem.UNCLEAR
    return AmountProblem.UNCLEAR if number.startswith("0") else _whole(number + "0" * places)


def _whole(digits: str) -> AmountTyped:
    # The length first: int() refuses pastes of thousands of digits.
    return int(digits) if len(digits) <= len(str(MAX_AMOUNT_VND)) else AmountProblem.TOO_LARGE


def group_digits(number: int) -> str:
    """Write a whole number with dots between groups of three: ``1.234.567``, ``−1.200``."""
    grouped = f"{abs(number):,}".replace(",", ".")
    return MINUS_SIGN + grouped if number < 0 else grouped


def vnd(amount_vnd: int) -> str:
    """Write đồng as on a Vietnamese receipt: ``1.234.567 ₫``, kept on one line by a no-break space."""
    return f"{group_digits(amount_vnd)}{NO_BREAK_SPACE}₫"
