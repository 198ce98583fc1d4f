"""Cells of an old customer list that are worth mending: phones and points, as spreadsheets leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from loyalpos.engine.phones import Phone, PhoneProblem, parse_phone

__all__ = [
    "MOST_OPENING_POINTS",
    "PointsProblem",
    "Repair",
    "parse_opening_points",
    "read_phone",
    "something",
]

MOST_OPENING_POINTS: Final = 999_999_999

_LONGEST_FIGURE: Final = 60

_NOTHING: Final = frozenset(
    ("", "-", "--", "–", "—", ".", "n/a", "#n/a", "null", "none", "không có", "ko có")
)
_BETWEEN_PHONES = re.compile(r"[,;/|&\n]| - ")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+|(?: [0-9]{3})+)")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")
_BELOW_ZERO = re.compile(r"[-−–]\s*[0-9].*|\([0-9.,]+\)")
_UNIT = re.compile(r"\s*(?:điểm|diem|points?|pts?|đ)\.?$", re.IGNORECASE)


class Repair(StrEnum):
    """What was mended or left out so that a row can come in."""

    PHONE_COUNTRY_CODE = "phone_country_code"
    PHONE_LOST_ZERO = "phone_lost_zero"
    PHONE_AS_NUMBER = "phone_as_number"
    PHONE_OLD_HEAD = "phone_old_head"
    PHONE_LETTER_O = "phone_letter_o"
    PHONE_FIRST_OF_SEVERAL = "phone_first_of_several"
    NAME_LEFT_OUT = "name_left_out"
    BIRTHDAY_LEFT_OUT = "birthday_left_out"
    CARD_LEFT_OUT = "card_left_out"
    NOTE_CUT = "note_cut"


class PointsProblem(StrEnum):
    """Why a cell is not a number of points a member can start with."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    FRACTION = "fraction"
    TOO_MANY = "too_many"


def something(text: str) -> str:
    """Give the cell, or the empty text where it only says that there is nothing (``-``, ``N/A``).

    An apostrophe before it is a spreadsheet's mark of text, which some programs write into their files.
    """
    plain = re.sub("[\u00a0\u2007\u202f]", " ", text).strip().removeprefix("'").lstrip()
    return "" if plain.casefold() in _NOTHING else plain


def read_phone(text: str) -> tuple[Phone | PhoneProblem, tuple[Repair, ...]]:
    """Read a cell with a phone, or with several of which the first counts.

    Returns:
        The phone or the problem, and what had to be mended; a cell of zeros is empty.
    """
    text = something(text)
    if not text.strip("0"):
        return PhoneProblem.EMPTY, ()
    phone = parse_phone(text)
    if isinstance(phone, PhoneProblem):
        several = [part.strip() for part in _BETWEEN_PHONES.split(text) if part.strip()]
        read = [parse_phone(part) for part in several]
        if len(read) < 2 or any(isinstance(one, PhoneProblem) for one in read):
            return phone, ()
        first, repairs = read_phone(several[0])
        return first, (Repair.PHONE_FIRST_OF_SEVERAL, *repairs)
    return phone, tuple(_repairs_of(text, phone))


def _repairs_of(text: str, phone: Phone) -> Iterator[Repair]:
    if re.search("[0-9][eE]|[.]0$", text):
        yield Repair.PHONE_AS_NUMBER
    if re.search("[oO]", text):
        yield Repair.PHONE_LETTER_O
    digits = re.sub("[^0-9]", "", re.sub("[oO]", "0", re.sub(r"[eE].*|[.]0$", "", text)))
    national = re.sub("^(?:00)?84(?=0?[0-9]{9,10}$)", "", digits) if len(digits) > 10 else digits
    if national != digits:
        yield Repair.PHONE_COUNTRY_CODE
    elif not digits.startswith("0"):
        yield Repair.PHONE_LOST_ZERO
    if not digits.endswith(phone[1:]):
        yield Repair.PHONE_OLD_HEAD


def parse_opening_points(text: str) -> int | PointsProblem:
    """Read a number of points: ``1240``, ``1.240``, ``1,240``, ``12.0``, ``50 điểm``; nothing is 0.

    A point or comma before groups of three digits parts thousands, as in every Vietnamese list.
    """
    typed = something(text)
    if len(typed) > _LONGEST_FIGURE:
        return PointsProblem.NOT_A_NUMBER
    typed = _UNIT.sub("", typed)
    if not typed:
        return 0
    if _BELOW_ZERO.fullmatch(typed):
        return PointsProblem.NEGATIVE
    if _GROUPED.fullmatch(typed):
        typed = re.sub("[., ]", "", typed)
    elif decimal := _DECIMAL.fullmatch(typed):
        if decimal[2].strip("0"):
            return PointsProblem.FRACTION
        typed = decimal[1]
    if not re.fullmatch("[0-9]+", typed):
        return PointsProblem.NOT_A_NUMBER
    points = int(typed)
    return points if points <= MOST_OPENING_POINTS else PointsProblem.TOO_MANY
