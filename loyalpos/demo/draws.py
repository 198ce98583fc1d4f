"""Draws that look like chance and come out the same for the same words."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import shake_256
from itertools import count
from typing import TypeVar

__all__ = ["Draws"]

T = TypeVar("T")


class Draws:
    """A row of draws named by words, such as a seed and a day; the same words give the same row."""

    def __init__(self, *words: object) -> None:
        self._words = "\n".join(str(word) for word in words)
        # Taking the next number is one step, so that two threads never draw the same.
        self._numbers = count()

    def random_bytes(self, length: int) -> bytes:
        """Draw so many bytes."""
        return shake_256(f"{self._words}\n{next(self._numbers)}".encode()).digest(length)

    def below(self, bound: int) -> int:
        """Draw a whole number from 0 up to, not including, a bound."""
        return int.from_bytes(self.random_bytes(8)) % bound

    def between(self, least: int, most: int) -> int:
        """Draw a whole number from a least to a most, both included."""
        return least + self.below(most - least + 1)

    def one_of(self, things: Sequence[T]) -> T:
        """Draw one of some things."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[T]) -> tuple[T, ...]:
        """Put things in a drawn order."""
        left = list(things)
        return tuple(left.pop(self.below(len(left))) for _ in things)
