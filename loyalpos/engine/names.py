"""People's names: made clean, searched without marks, sorted the Vietnamese way."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import Final

__all__ = [
    "LONGEST_NAME",
    "NameProblem",
    "clean_name",
    "given_name",
    "search_key",
    "search_words",
    "sort_key",
]

LONGEST_NAME: Final = 200

_BREVE: Final = "\u0306"
_CIRCUMFLEX: Final = "\u0302"
_HORN: Final = "\u031b"
# No mark, huyền, hỏi, ngã, sắc, nặng: the order of dictionaries.
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# One code point per letter, in order, above the digits and below every other script.
_RANKS: Final = {letter: chr(0x41 + rank) for rank, letter in enumerate(_ALPHABET)}
# Bidirectional classes (Unicode Annex 9) that turn the writing round.
_TURNING: Final = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"))
_APOSTROPHES = re.compile("['’ʼ]")


class NameProblem(Enum):
    """Why typed text is not a name."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_LETTER = "no_letter"
    ODD_CHARACTER = "odd_character"
    """A control character, an emoji or another sign no name is written with."""
    RIGHT_TO_LEFT = "right_to_left"
    """Right-to-left letters or direction marks: they would turn round the figures beside the name."""


def clean_name(text: str) -> str | NameProblem:
    """Bring a name into the form it is kept in: composed letters, single spaces, none at the ends.

    Args:
        text: What was typed or read, of any length and any characters.

    Returns:
        One to ``LONGEST_NAME`` characters with at least one letter among them, or the problem.
    """
    words = [word for word in _whitespace_to_spaces(text).split(" ") if word]
    name = unicodedata.normalize("NFC", " ".join(words))
    if not name:
        return NameProblem.EMPTY
    for character in name:
        if unicodedata.bidirectional(character) in _TURNING:
            return NameProblem.RIGHT_TO_LEFT
        category = unicodedata.category(character)
        if category[0] in "CS" or category in ("Zl", "Zp", "No", "Me"):
            return NameProblem.ODD_CHARACTER
    if len(name) > LONGEST_NAME:
        return NameProblem.TOO_LONG
    if not any(character.isalpha() for character in name):
        return NameProblem.NO_LETTER
    return name


def _whitespace_to_spaces(text: str) -> str:
    return "".join(
        " " if character in "\t\n\r" or unicodedata.category(character) == "Zs" else character
        for character in text
    )


def search_key(text: str) -> str:
    """Fold text for finding: no marks, no case, đ as d, only letters, digits and single spaces.

    ``search_key("Nguyễn Văn Đức") == "nguyen van duc"``; folding a key again changes nothing.
    """
    letters = unicodedata.normalize("NFD", _without_marks(text).casefold())
    folded = _APOSTROPHES.sub("", _without_marks(letters).replace("đ", "d").replace("ð", "d"))
    return " ".join("".join(character if _is_searchable(character) else " " for character in folded).split())


def _without_marks(text: str) -> str:
    return "".join(
        character
        for character in unicodedata.normalize("NFD", text)
        if unicodedata.category(character)[0] != "M"
    )


def _is_searchable(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "L" or category == "Nd"


def search_words(text: str) -> tuple[str, ...]:
    """Split text into the folded words to look for, in the order typed."""
    return tuple(search_key(text).split())


def given_name(name: str) -> str:
    """Take the name a person is called by, the last word: ``Đức`` of ``Nguyễn Văn Đức``."""
    words = name.split()
    return words[-1] if words else ""


def sort_key(name: str) -> str:
    """Make the text a list of names is sorted by, comparable code point by code point.

    Given name first, then the middle names, then the family name; within a word the Vietnamese letters
    (a ă â b c d đ …) before the tones, and case does not count.
    """
    words = name.split()
    if not words:
        return ""
    given, middle, family = words[-1], words[1:-1], words[:1] if len(words) > 1 else []
    return " ".join(_word_key(word) for word in (given, *middle, *family))


def _word_key(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFC", word).casefold():
        parts = unicodedata.normalize("NFD", character)
        base = shaped = parts[0]
        for mark in parts[1:]:
            if mark in _TONES:
                tones.append(_TONES[mark])
            elif mark in (_BREVE, _CIRCUMFLEX, _HORN):
                shaped = unicodedata.normalize("NFC", shaped + mark)
        letters.append(_RANKS.get(shaped) or _RANKS.get(base) or base)
    # A space sorts below every letter, so that An comes before Anh whatever their tones.
    return f"{''.join(letters)} {''.join(tones)}"
