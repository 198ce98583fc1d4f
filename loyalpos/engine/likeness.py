"""Which members may be the same person, and why: told by name, phone, birthday and linked codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.phones import PhoneProblem, parse_phone

__all__ = ["Likeness", "Pair", "Why", "likely_pairs"]

_MOST_ALIKE: Final = 20
"""So many who share a name and a birthday, or a code, say that it is none of theirs."""


class Why(StrEnum):
    """What two members have in common."""

    SAME_PHONE = "same_phone"
    """The number of the one, in its old or new form, is that of the other, or a code linked to the other."""
    CLOSE_PHONE = "close_phone"
    """The same name, and numbers that differ in one digit or in two that changed places."""
    SAME_BIRTHDAY = "same_birthday"
    """The same name and the same birthday, as far as both tell it."""
    SAME_CODE = "same_code"
    """The same linked code, but for signs and zeros before it."""
    NO_PHONE = "no_phone"
    """The same name of two words and more, which nobody else has, and one of them has no phone."""


class Likeness(Struct, frozen=True):
    """What of a member duplicates are told by; ``name`` is folded as for the search."""

    id: UUID
    name: str
    phone: str | None = None
    birthday: str | None = None
    codes: tuple[str, ...] = ()


class Pair(Struct, frozen=True):
    """Two members who may be the same, with the reasons, the strongest first."""

    first: UUID
    second: UUID
    why: tuple[Why, ...]


def likely_pairs(
    members: Sequence[Likeness],
    apart: frozenset[frozenset[UUID]] = frozenset(),
    *,
    breathe: Callable[[int, int], bool] = lambda _done, _all: True,
) -> tuple[Pair, ...] | None:
    """List who may be the same as somebody else; it walks through all once and compares no two for nothing.

    Args:
        apart: Who was said not to be the same.
        breathe: Told members done and members in all; False stops, and the answer is None.
    """
    found: dict[frozenset[UUID], set[Why]] = {}
    numbers: dict[str, list[UUID]] = {}
    codes: dict[str, list[UUID]] = {}
    named: dict[str, list[Likeness]] = {}
    for done, one in enumerate(members):
        if done % 500 == 0 and not breathe(done, len(members)):
            return None
        own = {_number(text) for text in (one.phone, *one.codes) if text is not None} - {None}
        for number in own:
            assert number is not None
            numbers.setdefault(number, []).append(one.id)
        for code in {_bare(code) for code in one.codes} - {""}:
            codes.setdefault(code, []).append(one.id)
        if one.name:
            named.setdefault(one.name, []).append(one)
    _note_all(found, numbers.values(), Why.SAME_PHONE)
    _note_all(found, codes.values(), Why.SAME_CODE)
    namesakes = [group for group in named.values() if len(group) > 1]
    for done, group in enumerate(namesakes):
        if done % 500 == 0 and not breathe(done, len(namesakes)):
            return None
        _compare(found, group)
    order = list(Why)
    pairs = (
        Pair(min(two), max(two), tuple(sorted(why, key=order.index)))
        for two, why in found.items()
        if two not in apart
    )
    return tuple(sorted(pairs, key=lambda pair: (order.index(pair.why[0]), -len(pair.why), pair.first)))


def _compare(found: dict[frozenset[UUID], set[Why]], group: list[Likeness]) -> None:
    """Compare those who have one name."""
    close: dict[tuple[int, str, str], list[UUID]] = {}
    born: dict[str, list[Likeness]] = {}
    for one in group:
        if one.birthday is not None:
            born.setdefault(one.birthday[-5:], []).append(one)
        for key in () if one.phone is None else _near(one.phone):
            close.setdefault(key, []).append(one.id)
    _note_all(found, close.values(), Why.CLOSE_PHONE)
    for alike in born.values():
        for one, other in combinations(alike, 2) if len(alike) <= _MOST_ALIKE else ():
            years = {text[:-6] for text in (one.birthday, other.birthday) if text is not None} - {"-"}
            if len(years) < 2:
                _note(found, one.id, other.id, Why.SAME_BIRTHDAY)
    if len(group) == 2 and " " in group[0].name and any(one.phone is None for one in group):
        _note(found, group[0].id, group[1].id, Why.NO_PHONE)


def _near(phone: str) -> Iterator[tuple[int, str, str]]:
    """Give what a number shares with those one digit away, and with those of which two changed places."""
    for at in range(len(phone)):
        yield at, "digit", phone[:at] + phone[at + 1 :]
    for at in range(len(phone) - 1):
        two = "".join(sorted(phone[at : at + 2]))
        yield at, "places", phone[:at] + two + phone[at + 2 :]


def _number(text: str) -> str | None:
    """Give a mobile number in its form of today; None for what is none."""
    number = parse_phone(text)
    return None if isinstance(number, PhoneProblem) else number


def _bare(code: str) -> str:
    return "".join(sign for sign in code.casefold() if sign.isalnum()).lstrip("0")


def _note_all(found: dict[frozenset[UUID], set[Why]], groups: Iterable[Sequence[UUID]], why: Why) -> None:
    for group in groups:
        if 1 < len(group) <= _MOST_ALIKE:
            for one, other in combinations(group, 2):
                _note(found, one, other, why)


def _note(found: dict[frozenset[UUID], set[Why]], one: UUID, other: UUID, why: Why) -> None:
    if one != other:
        found.setdefault(frozenset((one, other)), set()).add(why)
