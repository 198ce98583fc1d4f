"""Segment tags: short names the owner gives to groups of members."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final

from msgspec import Struct

from loyalpos.engine.conditions import Condition, EveryOf, HasTag, Not, OneOf
from loyalpos.engine.names import NameProblem, clean_name
from loyalpos.engine.program import Program, UnknownReward
from loyalpos.engine.rules import UnknownRule

__all__ = ["LONGEST_TAG", "TagInUse", "TagProblem", "as_worn", "clean_tag", "tags_asked"]

LONGEST_TAG: Final = 40


class TagProblem(Enum):
    """Why typed text is no tag."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    ODD_CHARACTER = "odd_character"
    """A comma, which stands between tags, or a sign that nothing is written with."""


class TagInUse(Struct, frozen=True):
    """A tag, and how many members wear it."""

    tag: str
    members: int


def clean_tag(text: str) -> str | TagProblem:
    """Bring a tag into the form it is kept in: composed letters, single spaces."""
    tag = clean_name(text)
    match tag:
        case NameProblem.EMPTY:
            return TagProblem.EMPTY
        case NameProblem.NO_LETTER:
            # A year or a street number is a tag as good as any.
            tag = unicodedata.normalize("NFC", " ".join(text.split()))
        case NameProblem.TOO_LONG:
            return TagProblem.TOO_LONG
        case NameProblem():
            return TagProblem.ODD_CHARACTER
    if "," in tag or not any(letter.isalnum() for letter in tag):
        return TagProblem.ODD_CHARACTER
    return tag if len(tag) <= LONGEST_TAG else TagProblem.TOO_LONG


def as_worn(tag: str, in_use: Iterable[str]) -> str:
    """Spell a tag as it is spelled already, so that ``vip`` and ``VIP`` are one."""
    key = tag.casefold()
    return next((known for known in in_use if known.casefold() == key), tag)


def tags_asked(program: Program) -> frozenset[str]:
    """Name the tags a program's rules and rewards ask for."""
    asked: set[str] = set()
    for rule in program.rules:
        if not isinstance(rule, UnknownRule):
            asked.update(_in(rule.when))
    for reward in program.rewards:
        if not isinstance(reward, UnknownReward):
            asked.update(_in(reward.when))
    return frozenset(asked)


def _in(condition: Condition) -> Iterator[str]:
    match condition:
        case HasTag():
            yield from condition.tags
        case EveryOf() | OneOf():
            for part in condition.conditions:
                yield from _in(part)
        case Not():
            yield from _in(condition.condition)
        case _:
            pass
