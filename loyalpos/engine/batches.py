"""Pre-printed cards: the numbers they bear in their batch, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

__all__ = [
    "Batch",
    "BatchCard",
    "CardState",
    "NumbersProblem",
    "PrintRun",
    "Way",
    "in_ranges",
    "parse_numbers",
    "ranges_text",
]

_LONGEST: Final = 400
_PART: Final = re.compile(r"([0-9]{1,6})(?:\s*[-–]\s*([0-9]{1,6}))?")


class CardState(StrEnum):
    """What a code of ours is good for."""

    BLANK = "blank"
    LINKED = "linked"
    DEAD = "dead"
    SPOILT = "spoilt"


class Way(StrEnum):
    """Where what is printed goes."""

    FILE = "file"
    PRINTER = "printer"


class NumbersProblem(StrEnum):
    """Why a text names no cards of a batch."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    OUTSIDE = "outside"


class Batch(Struct, frozen=True):
    """A numbered batch of pre-printed cards, and what became of them.

    ``cards`` = ``blank`` + ``linked`` + ``dead`` + ``spoilt``. ``printed`` counts cards somebody said of
    that they came out well, whatever became of them since; ``handed`` are blank ones that lie outside
    the drawer.
    """

    id: UUID
    number: int
    cards: int
    printed: int
    linked: int
    dead: int
    spoilt: int
    handed: int
    at: datetime

    @property
    def blank(self) -> int:
        """How many still wait for an owner."""
        return self.cards - self.linked - self.dead - self.spoilt


class BatchCard(Struct, frozen=True):
    """One card of a batch: its number there, and where it lies if not in the drawer."""

    number: int
    code: str
    state: CardState
    printed: bool
    handed_to: str | None


class PrintRun(Struct, frozen=True):
    """Cards that were sent to a printer or a file at once.

    ``batch`` is the batch whose blanks they are, ``number`` its number, None for cards of members; ``good``
    is how many of them came out well, None until somebody has said so.
    """

    id: UUID
    batch: UUID | None
    number: int | None
    cards: int
    way: Way
    at: datetime
    good: int | None = None


def parse_numbers(text: str, most: int) -> tuple[int, ...] | NumbersProblem:
    """Read which cards of a batch a person means: ``7``, ``12-18``, ``1, 3, 5-9``.

    Args:
        most: The last number there is.

    Returns:
        The numbers in ascending order, each once.
    """
    parts = [part.strip() for part in re.split(r"[,;]", text[:_LONGEST]) if part.strip()]
    if not parts:
        return NumbersProblem.EMPTY
    numbers: set[int] = set()
    for part in parts:
        found = _PART.fullmatch(part)
        if found is None:
            return NumbersProblem.UNREADABLE
        first = int(found[1])
        last = first if found[2] is None else int(found[2])
        if first > last:
            first, last = last, first
        if first < 1 or last > most:
            return NumbersProblem.OUTSIDE
        numbers.update(range(first, last + 1))
    return NumbersProblem.UNREADABLE if len(text) > _LONGEST else tuple(sorted(numbers))


def in_ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Gather numbers into runs of neighbours: 1 2 3 7 → (1, 3) (7, 7)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)


def ranges_text(numbers: Iterable[int]) -> str:
    """Write numbers as people do: ``1–3, 7``."""
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in in_ranges(numbers))
