"""Where the words of a card go: each block of lines laid out in its box, before anything is painted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.printing.card_parts import (
    Anchor,
    Line,
    Says,
    SideOfCard,
    Words,
)
from loyalpos.printing.face import CardFace, holds, said
from loyalpos.printing.lettering import Fitted, Lettering, fit

__all__ = ["Block", "SetLine", "lettering_of", "plan"]

_STEPS = 12
_SPARE = (Says.PROGRAM, Says.PERKS)
"""What is left out from its end where even small letters find no room."""

_BALANCED = (Says.SHOP, Says.NAME)
"""Names whose last word does not stand alone on a line when there is another way."""

_NARROWINGS = 6

Spoken = tuple[tuple[str, Line], ...]


class SetLine(Struct, frozen=True):
    """This is one paragraph with its place: ``top`` counts from the top of its block's box."""

    text: str
    line: Line
    fitted: Fitted
    top: float


class Block(Struct, frozen=True):
    """This is a box of words as they will be painted.

    Attributes:
        cut: What could not be said in full.
    """

    words: Words
    lines: tuple[SetLine, ...]
    height: float
    cut: frozenset[Says]

    def drop(self) -> float:
        """How far below the top of its box the first line begins."""
        spare = self.words.box.height - self.height
        return {Anchor.TOP: 0.0, Anchor.MIDDLE: spare / 2, Anchor.BOTTOM: spare}[self.words.anchor]


class _Laid(Struct, frozen=True):
    lines: tuple[SetLine, ...]
    height: float
    cut: frozenset[Says]


def plan(face: CardFace, side: SideOfCard) -> Iterator[Block]:
    """Lay out the words of one side of a card."""
    for words in side.of(Words):
        if not holds(words.when, face):
            continue
        spoken = tuple(
            (text.upper() if line.upper else text, line)
            for line in words.lines
            for text in said(face, line.says)
        )
        laid = _laid(spoken, words.box.width, words.box.height, words.together)
        yield Block(words, laid.lines, laid.height, laid.cut)


def lettering_of(line: Line, size: int | None = None) -> Lettering:
    """Say how a line is set; at one size alone where one is given."""
    wanted, smallest = (line.size, line.smallest) if size is None else (size, size)
    return Lettering(line.weight, wanted, smallest, line.lines, line.leading, line.spacing)


# All cards of a batch have the same back.
@lru_cache(maxsize=128)
def _laid(spoken: Spoken, width: int, height: int, together: bool) -> _Laid:
    for step in range(_STEPS + 1):
        laid = _at_step(spoken, width, height, step, together=together)
        if laid.height <= height and not (together and laid.cut):
            return laid
    return _at_smallest(spoken, width, height)


def _at_step(spoken: Spoken, width: int, height: int, step: int, *, together: bool) -> _Laid:
    smaller = []
    for text, line in spoken:
        size = line.size - (line.size - line.smallest) * step // _STEPS
        smaller.append((text, replace(line, size=size, smallest=size if together else line.smallest)))
    return _stacked(tuple(smaller), width, height)


def _at_smallest(spoken: Spoken, width: int, height: int) -> _Laid:
    """Allow fewer lines to each paragraph, then leave paragraphs out, those that can be spared first."""
    smallest = tuple((text, replace(line, size=line.smallest)) for text, line in spoken)
    left_out: set[Says] = set()
    while True:
        for lines in range(max((line.lines for _, line in smallest), default=1), 0, -1):
            fewer = tuple((text, replace(line, lines=min(line.lines, lines))) for text, line in smallest)
            laid = _stacked(fewer, width, height)
            if laid.height <= height or not smallest:
                return replace(laid, cut=laid.cut | left_out)
        spare = [at for at, (_, line) in enumerate(smallest) if line.says in _SPARE]
        gone = spare[-1] if spare else len(smallest) - 1
        left_out.add(smallest[gone][1].says)
        smallest = smallest[:gone] + smallest[gone + 1 :]


def _stacked(spoken: Spoken, width: int, height: int) -> _Laid:
    lines: list[SetLine] = []
    bottom = 0.0
    for text, line in spoken:
        fitted = fit(text, lettering_of(line), width, height)
        if line.says in _BALANCED and len(fitted.lines) > 1 and not fitted.shortened:
            fitted = _balanced(text, line, fitted, width, height)
        top = bottom + (fitted.size * line.gap / 100 if lines else 0.0)
        lines.append(SetLine(text, line, fitted, top))
        bottom = top + fitted.height
    cut = frozenset(one.line.says for one in lines if one.fitted.shortened or one.fitted.overflows)
    return _Laid(tuple(lines), bottom, cut)


def _balanced(text: str, line: Line, fitted: Fitted, width: int, height: int) -> Fitted:
    """Wrap as narrowly as it takes no more lines, so that they are about equally long."""
    too_narrow, wide = width / len(fitted.lines) * 0.8, float(width)
    for _ in range(_NARROWINGS):
        middle = (too_narrow + wide) / 2
        tried = fit(text, lettering_of(line, fitted.size), middle, height)
        if tried.shortened or tried.overflows or len(tried.lines) > len(fitted.lines):
            too_narrow = middle
        else:
            fitted, wide = tried, middle
    return fitted
