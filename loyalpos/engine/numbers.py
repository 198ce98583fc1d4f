"""Receipt numbers as typed from the paper."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final, TypeAlias

__all__ = ["LONGEST_NUMBER", "NumberProblem", "NumberTyped", "parse_number"]

LONGEST_NUMBER: Final = 40

_TURNING: Final = frozenset(("R", "AL", "AN"))


class NumberProblem(StrEnum):
    """Why typed text is no receipt number."""

    TOO_LONG = "too_long"
    ODD_CHARACTER = "odd_character"
    """A sign no printer puts into a number, or letters that would turn round the digits beside them."""


NumberTyped: TypeAlias = str | NumberProblem | None


def parse_number(text: str) -> NumberTyped:
    """Bring a receipt number into the form it is kept in: composed, single spaces, none at the ends.

    Args:
        text: What stands in the field, of any length and any characters.

    Returns:
        One to ``LONGEST_NUMBER`` characters, None for nothing typed, or the problem.
    """
    # A tab or line break from a paste is a space; cut first, because a paste may be endless.
    cut = text.strip()[: 4 * LONGEST_NUMBER]
    number = unicodedata.normalize("NFC", " ".join(cut.split()))
    if not number:
        return None
    for character in number:
        if not character.isprintable() or unicodedata.bidirectional(character) in _TURNING:
            return NumberProblem.ODD_CHARACTER
    return NumberProblem.TOO_LONG if len(number) > LONGEST_NUMBER else number
