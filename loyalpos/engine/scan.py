"""Telling a scanner's burst of keys from a person's typing, by its rhythm and by what it spells."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, TypeAlias

from msgspec import Struct

from loyalpos.engine.birthdays import Birthday, parse_birthday
from loyalpos.engine.codes import (
    INVISIBLE,
    CardScan,
    Decoded,
    ForeignScan,
    VoucherScan,
    decode,
)
from loyalpos.engine.phones import PhoneProblem, parse_phone

__all__ = [
    "FEWEST_CHARACTERS",
    "LONGEST_BURST_MS",
    "LONGEST_GAP_MS",
    "MEDIAN_GAP_MS",
    "SILENCE_MS",
    "Burst",
    "NotAScan",
    "Scanned",
    "Verdict",
]

FEWEST_CHARACTERS: Final = 8
MEDIAN_GAP_MS: Final = 35
LONGEST_GAP_MS: Final = 100
LONGEST_BURST_MS: Final = 1_500
SILENCE_MS: Final = 120


class NotAScan(Struct, frozen=True):
    """Somebody typed: the text stays where it went and its keys do what keys do."""


class Scanned(Struct, frozen=True):
    """A scanner sent ``raw``; keys before ``since_ms`` were typed by somebody and are no part of it."""

    raw: str
    decoded: Decoded
    since_ms: int


Verdict: TypeAlias = NotAScan | Scanned


class _Stroke(Struct, frozen=True):
    at_ms: int
    character: str


class Burst:
    """Keys that follow each other closely, from the first one to a terminator or a silence."""

    def __init__(self) -> None:
        self._strokes: list[_Stroke] = []
        self._times_ms: list[int] = []

    @property
    def text(self) -> str:
        """The characters standing, Backspace and invisible ones taken out."""
        return self._spelled(self._strokes)

    @property
    def is_empty(self) -> bool:
        """Whether no key has come yet."""
        return not self._times_ms

    @property
    def is_fast(self) -> bool:
        """Whether two keys or more have come, and all as fast as a scanner's."""
        gaps_ms = [later - earlier for earlier, later in pairwise(self._times_ms)]
        return bool(gaps_ms) and max(gaps_ms) <= MEDIAN_GAP_MS

    def goes_on(self, at_ms: int) -> bool:
        """Tell whether a key at this time still belongs to the burst; if not, ask for the verdict first."""
        return self.is_empty or 0 <= at_ms - self._times_ms[-1] <= LONGEST_GAP_MS

    def slows_down(self, at_ms: int) -> bool:
        """Tell whether a key at this time is late for a scanner, so that a scan may begin with it."""
        return not self.is_empty and at_ms - self._times_ms[-1] > MEDIAN_GAP_MS

    def type_text(self, text: str, at_ms: int) -> None:
        """Take in what one key produced."""
        self._times_ms.append(at_ms)
        self._strokes.extend(_Stroke(at_ms, character) for character in text)

    def take_back(self, at_ms: int) -> None:
        """Take in a Backspace: an input method corrects what it typed."""
        self._times_ms.append(at_ms)
        if self._strokes:
            self._strokes.pop()

    def verdict(self) -> Verdict:
        """Judge the burst as it stands.

        A card or voucher is found also behind keys somebody typed just before it. Anything else counts only
        as a whole, and not if a program may have typed it for a person: a phone number, words, a name.
        """
        for since_ms in self._possible_starts_ms():
            raw = self._scanned_since(since_ms)
            if raw is None:
                continue
            decoded = decode(raw)
            if isinstance(decoded, CardScan | VoucherScan):
                return Scanned(raw, decoded, since_ms)
        if self.is_empty:
            return NotAScan()
        first_ms = self._times_ms[0]
        raw = self._scanned_since(first_ms)
        if raw is None:
            return NotAScan()
        decoded = decode(raw)
        if isinstance(decoded, ForeignScan) and _reads_as_typed(raw):
            return NotAScan()
        return Scanned(raw, decoded, first_ms)

    @staticmethod
    def _spelled(strokes: Iterable[_Stroke]) -> str:
        # Dropped only here: the Backspace that takes an invisible character back must find it.
        return "".join(stroke.character for stroke in strokes if stroke.character not in INVISIBLE)

    def _possible_starts_ms(self) -> list[int]:
        times_ms = self._times_ms
        return [
            at_ms
            for place, at_ms in enumerate(times_ms)
            if (place == 0 or at_ms - times_ms[place - 1] > MEDIAN_GAP_MS)
            and times_ms[-1] - at_ms <= LONGEST_BURST_MS
        ]

    def _scanned_since(self, since_ms: int) -> str | None:
        """Spell what came since a time, if its rhythm is a scanner's."""
        raw = self._spelled(stroke for stroke in self._strokes if stroke.at_ms >= since_ms)
        times_ms = [at_ms for at_ms in self._times_ms if at_ms >= since_ms]
        gaps_ms = [later - earlier for earlier, later in pairwise(times_ms)]
        if len(raw) < FEWEST_CHARACTERS or len(gaps_ms) < FEWEST_CHARACTERS - 1:
            return None
        if not _like_a_scanner(gaps_ms):
            return None
        return raw


def _like_a_scanner(gaps_ms: list[int]) -> bool:
    # The middle of the sorted gaps; of two middles the larger, so that no fraction is needed.
    usual_ms = sorted(gaps_ms)[len(gaps_ms) // 2]
    return usual_ms <= MEDIAN_GAP_MS and max(gaps_ms) <= LONGEST_GAP_MS and sum(gaps_ms) <= LONGEST_BURST_MS


def _reads_as_typed(raw: str) -> bool:
    """Tell whether text that is no code of ours would be missed where it was typed.

    Text expanders and caller displays type phones and names as fast as a scanner, and behind a busy window
    keys come together whose times nobody kept. Left in the box a phone finds its member, a day with its
    separators is a birthday or the date of a bill, and a code has a digit in it and no space.
    """
    if " " in raw or not any(character in "0123456789" for character in raw):
        return True
    if not raw.isalnum() and isinstance(parse_birthday(raw), Birthday):
        return True
    return raw.startswith(("0", "+")) and not isinstance(parse_phone(raw), PhoneProblem)
