"""The recovery code: 24 digits on paper that open the shop's file on another PC.

Digits alone, as on cards: no input method and no keyboard layout of a shop spoils them. The last two are
check digits (ISO 7064 MOD 97-10), so that one wrong digit, or two that changed places, are found before the
slow work of trying them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

__all__ = ["ENTROPY_BITS", "LENGTH", "digits_missing", "grouped_code", "new_code", "read_code"]

LENGTH: Final = 24
ENTROPY_BITS: Final = 73
"""22 digits that nobody can foretell: 22 · log2(10) = 73.08."""

_FREE: Final = 22
_GROUP: Final = 4
_BETWEEN = re.compile(r"[\s.\-–·]")
_VIETNAMESE_LAYOUT: Final = str.maketrans("ăâêôđĂÂÊÔĐ\u0300\u0309\u0303\u0301\u0323", "123401234056789")


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """Draw a code; 22 of its digits are chance."""
    body = int.from_bytes(random_bytes(32), "big") % 10**_FREE
    return f"{body:0{_FREE}d}{98 - body * 100 % 97:02d}"


def read_code(typed: str) -> str | None:
    """Read a code as a person typed it, with blanks or dashes; None if that is none.

    Keys of the digit row that the Vietnamese layout turned into letters are turned back.
    """
    digits = _digits(typed)
    if len(digits) != LENGTH or not (digits.isascii() and digits.isdecimal()):
        return None
    return digits if int(digits) % 97 == 1 else None


def digits_missing(typed: str) -> int:
    """Count the digits that are still to be typed; 0 too where something else than digits stands."""
    digits = _digits(typed)
    return max(0, LENGTH - len(digits)) if not digits or digits.isdecimal() else 0


def grouped_code(code: str) -> str:
    """Write a code in groups of four, as it stands on paper."""
    return " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def _digits(typed: str) -> str:
    return _BETWEEN.sub("", typed).translate(_VIETNAMESE_LAYOUT)
