"""Vietnamese mobile numbers in the many ways they are written, brought to one form of ten digits."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NewType

__all__ = ["Phone", "PhoneProblem", "masked", "parse_phone", "spaced"]

Phone = NewType("Phone", str)
"""Ten digits, ``0`` and one of 3 5 7 8 9 first."""

_LONGEST_TYPED: Final = 40
_FILLERS = re.compile(r"[ .\-()/\u00a0\u202f]")
_SCIENTIFIC = re.compile(r"([0-9])[.,]([0-9]+)[eE]\+?([0-9]{1,2})")
_SPREADSHEET_FLOAT = re.compile(r"((?:84)?[35789][0-9]{8})\.0")
_COUNTRY: Final = "84"
_MOBILE_LENGTH: Final = 9  # without the leading zero
_OLD_LENGTH: Final = 10
_MOBILE_HEADS: Final = "35789"

# Heads without the leading zero: the numbering plan of 2018 shortened eleven digits to ten.
_HEADS_OF_2018: Final = {
    "120": "70",
    "121": "79",
    "122": "77",
    "126": "76",
    "128": "78",
    "123": "83",
    "124": "84",
    "125": "85",
    "127": "81",
    "129": "82",
    "162": "32",
    "163": "33",
    "164": "34",
    "165": "35",
    "166": "36",
    "167": "37",
    "168": "38",
    "169": "39",
    "186": "56",
    "188": "58",
    "199": "59",
}


class PhoneProblem(Enum):
    """Why typed text is not a Vietnamese mobile number."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    UNKNOWN_HEAD = "unknown_head"
    LANDLINE = "landline"
    FOREIGN = "foreign"
    ROUNDED = "rounded"
    """A spreadsheet rounded it (``9.12E+08``): the last digits are lost."""


def parse_phone(text: str) -> Phone | PhoneProblem:
    """Read a mobile number as people, address books and spreadsheets write it.

    Accepts +84, 84 and 0084, a lost leading zero, spaces, dots, dashes and brackets, the letter O for
    zero, numbers a spreadsheet turned into floats without losing a digit, and the eleven-digit numbers of
    before September 2018, which are converted by the published table.

    Args:
        text: What was typed or read, of any length and any characters.

    Returns:
        Ten digits, or the problem.
    """
    typed = text.strip()
    if not typed:
        return PhoneProblem.EMPTY
    if len(typed) > _LONGEST_TYPED:
        only_digits = typed.isascii() and typed.isdecimal()
        return PhoneProblem.TOO_LONG if only_digits else PhoneProblem.NOT_A_NUMBER
    scientific = _SCIENTIFIC.fullmatch(typed)
    if scientific:
        first, rest, exponent = scientific.groups()
        if len(rest) != int(exponent):
            return PhoneProblem.ROUNDED
        typed = first + rest
    floating = _SPREADSHEET_FLOAT.fullmatch(typed)
    if floating:
        typed = floating[1]
    digits = _FILLERS.sub("", typed)
    abroad = digits.startswith("+")
    digits = digits.removeprefix("+")
    if any(figure in "0123456789" for figure in digits):
        digits = digits.replace("O", "0").replace("o", "0")
    if not (digits.isascii() and digits.isdecimal()):
        return PhoneProblem.NOT_A_NUMBER
    if not abroad and digits.startswith("00"):
        abroad, digits = True, digits[2:]
    return _national(digits, abroad=abroad)


def _national(digits: str, *, abroad: bool) -> Phone | PhoneProblem:
    # From eleven digits on, a leading 84 can only be the country: no number begins so without its zero.
    if abroad or (digits.startswith(_COUNTRY) and len(digits) > _OLD_LENGTH):
        if not digits.startswith(_COUNTRY):
            return PhoneProblem.FOREIGN
        digits = digits.removeprefix(_COUNTRY)
    number = digits.removeprefix("0")
    if len(number) < _MOBILE_LENGTH:
        return PhoneProblem.TOO_SHORT
    if number[0] == "2" and len(number) <= _OLD_LENGTH:
        return PhoneProblem.LANDLINE
    if len(number) == _MOBILE_LENGTH:
        return Phone("0" + number) if number[0] in _MOBILE_HEADS else PhoneProblem.UNKNOWN_HEAD
    if len(number) == _OLD_LENGTH and number[0] == "1":
        head = _HEADS_OF_2018.get(number[:3])
        return Phone("0" + head + number[3:]) if head else PhoneProblem.UNKNOWN_HEAD
    return PhoneProblem.TOO_LONG


def masked(phone: Phone) -> str:
    """Write a phone for a screen the customer can see: ``••• ••• 4 821``, only the last four digits."""
    return f"••• ••• {phone[-4]} {phone[-3:]}"


def spaced(phone: Phone) -> str:
    """Write a phone for reading aloud: ``0912 345 678``."""
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}"
