"""People's names: made clean, and searched without marks."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache
from typing import Final

__all__ = [
    "LONGEST_NAME",
    "NameProblem",
    "clean_name",
    "given_name",
    "masked_name",
    "search_key",
    "search_words",
]

LONGEST_NAME: Final = 200

# Bidirectional classes (Unicode Annex 9) that turn the writing round.
_TURNING: Final = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"))
_APOSTROPHES = re.compile("['’ʼ]")
_REMARK = re.compile(r"[(\[{,;:/|]|\s[-–—]\s")


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


def masked_name(name: str) -> str:
    """Write a name for paper that is left lying about: the given name, and a letter of others before it.

    ``masked_name("Nguyễn Văn Đức") == "N. V. Đức"``; the given name comes last, of more others than two the
    first and the last are told.
    """
    *before, given = name.split() or [""]
    told = before if len(before) < 3 else (before[0], before[-1])
    return " ".join((*(f"{word[0].upper()}." for word in told), given))


def given_name(name: str) -> str:
    """Take the word a person is spoken to with: ``given_name("Nguyễn Văn Đức") == "Đức"``.

    What a cashier wrote behind the name, in brackets or after a dash, is not part of it, and no word with a
    figure is: it may be a phone number.

    Returns:
        One word of letters; empty where there is none.
    """
    own = _REMARK.split(name, maxsplit=1)[0]
    words = [word for word in own.split() if _is_spoken(word)]
    return words[-1] if words else ""


def _is_spoken(word: str) -> bool:
    letters = _APOSTROPHES.sub("", word).strip("-.")
    parts = letters.split("-")
    return bool(letters) and all(
        part and all(unicodedata.category(sign)[0] in "LM" for sign in part) for part in parts
    )


def search_key(text: str) -> str:
    """Fold text for finding: no marks, no case, đ as d, only letters, digits and single spaces.

    ``search_key("Nguyễn Văn Đức") == "nguyen van duc"``; folding a key again changes nothing.
    """
    return " ".join(folded for word in text.split() if (folded := _folded(word)))


@lru_cache(maxsize=4_096)
def _folded(word: str) -> str:
    """Fold a word; most names are made of the same few."""
    letters = unicodedata.normalize("NFD", _without_marks(word).casefold())
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
