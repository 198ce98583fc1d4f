"""Text that fits its box: wrapped, then shrunk, then shortened, never cut through a letter.

Fits by ink, not by the font's own line height: the marks of ``Ể`` reach 16 % of an em above the ascent.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from loyalpos.printing.typefaces import Weight, typeface

__all__ = ["Fitted", "Lettering", "fit", "letter", "unbroken_numbers", "write"]

_ELLIPSIS = "…"
_WHITE = re.compile("[^\\S\u00a0]+")
_NUMBER_GAP = re.compile(r"(?<=\d) (?=\d)")
_STEPS = 12
_ASCENDER = 0.88
_DESCENDER = 0.24
_SLACK = 0.04


class Lettering(Struct, frozen=True):
    """This is how one text is set: sizes in painter units, from the wanted to the smallest allowed."""

    weight: Weight
    size: int
    smallest: int
    lines: int = 1
    leading_percent: int = 125
    spacing_percent: int = 100


class Fitted(Struct, frozen=True):
    """This is a text cut into lines for a box, with the place of each line's first baseline point.

    ``height`` is the height of all ink and line gaps, ``width`` that of the widest line; ``shortened``
    says that words were left out; ``overflows`` says that even the smallest size reaches out of the box, as a
    letter under a tower of marks does, and is clipped.
    """

    lines: tuple[str, ...]
    origins: tuple[tuple[float, float], ...]
    size: int
    height: float
    width: float
    shortened: bool
    overflows: bool


# A batch says the same on the back of every card, and measuring it takes longer than painting it.
@lru_cache(maxsize=256)
def fit(text: str, lettering: Lettering, width: float, height: float) -> Fitted:
    """Find the largest size at which a text stays inside a box.

    Wraps at spaces first, then shrinks; at the smallest size breaks long words and shortens the last line.

    Args:
        text: Any text; white space and control characters become single spaces, no-break spaces stay.
        lettering: How to set it.
        width: Of the box, in painter units.
        height: Of the box, in painter units.

    Returns:
        Lines with their origins, relative to the box's top left corner.
    """
    text = _one_paragraph(text)
    for size in _sizes(lettering):
        ruler = _Ruler(lettering, size, width)
        lines = ruler.wrapped(text)
        if lines is not None:
            fitted = ruler.placed(lines, height, shortened=False)
            if not fitted.overflows:
                return fitted
    ruler = _Ruler(lettering, lettering.smallest, width)
    lines = ruler.shortened(text)
    return ruler.placed(lines, height, shortened=lines[-1].endswith(_ELLIPSIS))


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    lettering: Lettering,
    colour: QColor,
    *,
    bottom: bool = False,
    centred: bool = False,
) -> Fitted:
    """Write a text into a box.

    Args:
        painter: Its pen and font are changed.
        box: Where ink may fall, in painter units.
        text: Any text.
        lettering: How to set it.
        colour: Of the letters.
        bottom: Rest the last line on the bottom of the box, instead of hanging the first from its top.
        centred: Centre each line.

    Returns:
        How it was fitted, for whatever follows below.
    """
    fitted = fit(text, lettering, box.width(), box.height())
    drop = box.height() - fitted.height if bottom else 0.0
    letter(painter, box, fitted, lettering, colour, drop=drop, share=0.5 if centred else 0.0)
    return fitted


def letter(
    painter: QPainter,
    box: QRectF,
    fitted: Fitted,
    lettering: Lettering,
    colour: QColor,
    *,
    drop: float = 0.0,
    share: float = 0.0,
) -> None:
    """Write a text as it was fitted into a box.

    Args:
        painter: Its state is kept.
        box: Where ink may fall.
        fitted: The text, fitted into a box as wide.
        lettering: How it was fitted.
        colour: Of the letters.
        drop: How far below the top of the box it begins.
        share: Of each line's spare width, how much is left of it: 0 keeps left, 0.5 centres, 1 keeps right.
    """
    font = typeface(lettering.weight, fitted.size, spacing_percent=lettering.spacing_percent)
    painter.save()
    # Qt measures Latin letters exactly, but not marks without a letter; those must not reach the code.
    slack = fitted.size * _SLACK
    painter.setClipRect(box.adjusted(-slack, -slack, slack, slack))
    painter.setFont(font)
    painter.setPen(colour)
    for line, (x, y) in zip(fitted.lines, fitted.origins, strict=True):
        shift = (box.width() - _ink(font, line).width()) * share if share else 0.0
        painter.drawText(QPointF(box.left() + x + shift, box.top() + y + drop), line)
    painter.restore()


def unbroken_numbers(text: str) -> str:
    """Keep the groups of a number on one line: a telephone that breaks is dialled wrong."""
    return _NUMBER_GAP.sub("\u00a0", text)


def _one_paragraph(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    spaced = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    # A number and what it counts stay together: white space that may not break is no white space here.
    words = (word for word in _WHITE.split(spaced.strip()) if word)
    return unicodedata.normalize("NFC", " ".join(words))


def _sizes(lettering: Lettering) -> list[int]:
    span = lettering.size - lettering.smallest
    return sorted({lettering.size - span * step // _STEPS for step in range(_STEPS + 1)}, reverse=True)


def _ink(font: QFont, text: str) -> QRectF:
    # The advance counts too: a trailing space or an empty glyph has no ink but takes room.
    metrics = QFontMetricsF(font)
    advance = metrics.horizontalAdvance(text)
    ink = metrics.tightBoundingRect(text)
    if not ink.isValid():
        return QRectF(0, 0, advance, 0)
    return ink.united(QRectF(0, ink.top(), advance, ink.height()))


class _Ruler:
    """This measures and cuts lines at one size."""

    def __init__(self, lettering: Lettering, size: int, width: float) -> None:
        self._lettering = lettering
        self._size = size
        self._width = width
        self._font = typeface(lettering.weight, size, spacing_percent=lettering.spacing_percent)
        self._leading = size * lettering.leading_percent / 100
        # What was found to fit is placed next: measuring is what takes the time.
        self._measured: dict[str, QRectF] = {}

    def wrapped(self, text: str) -> list[str] | None:
        """Wrap at spaces; None when a word or the number of lines is too much."""
        lines: list[str] = []
        rest = text
        while rest:
            if len(lines) == self._lettering.lines:
                return None
            line = self._leading_words(rest)
            if line is None:
                return None
            lines.append(line)
            rest = rest[len(line) :].lstrip(" ")
        return lines

    def shortened(self, text: str) -> list[str]:
        """Wrap at spaces, or inside words that are too long, and end the last line with an ellipsis."""
        lines: list[str] = []
        rest = text
        while rest:
            if len(lines) == self._lettering.lines - 1:
                lines.append(rest if self._fits(rest) else self._leading_letters(rest, _ELLIPSIS))
                break
            line = self._leading_words(rest) or self._leading_letters(rest, "")
            lines.append(line)
            rest = rest[len(line) :].lstrip(" ")
        return lines

    def placed(self, lines: list[str], height: float, *, shortened: bool) -> Fitted:
        """Place lines one below the other, by their ink and no closer than the leading."""
        origins: list[tuple[float, float]] = []
        baseline = below = widest = 0.0
        clear = self._size * 0.04
        for line in lines:
            ink = self._ink(line)
            drop = max(self._leading, below + clear - ink.top()) if origins else self._first_baseline(ink)
            baseline += drop
            below = max(ink.bottom(), 0.0)
            origins.append((-min(ink.left(), 0.0), baseline))
            widest = max(widest, ink.width())
        # Room for a descender is kept even where there is none: the names on all cards share a baseline.
        total = baseline + max(below, self._size * _DESCENDER if lines else 0.0)
        return Fitted(
            lines=tuple(lines),
            origins=tuple(origins),
            size=self._size,
            height=total,
            width=widest,
            shortened=shortened,
            overflows=widest > self._width or total > height,
        )

    def _first_baseline(self, ink: QRectF) -> float:
        # Texts of one size keep one baseline, unless marks on capitals reach higher.
        return max(self._size * _ASCENDER, -ink.top())

    def _fits(self, line: str) -> bool:
        return self._ink(line).width() <= self._width

    def _ink(self, line: str) -> QRectF:
        known = self._measured.get(line)
        if known is None:
            known = self._measured[line] = _ink(self._font, line)
        return known

    def _leading_words(self, text: str) -> str | None:
        # Most texts stay on one line: one look instead of one for each word.
        if self._fits(text):
            return text
        fitting = None
        at = -1
        while at < len(text):
            at = text.find(" ", at + 1)
            at = len(text) if at < 0 else at
            if not self._fits(text[:at]):
                break
            fitting = text[:at]
        return fitting

    def _leading_letters(self, text: str, ending: str) -> str:
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
        units = text.encode("utf-16-le", "surrogatepass")
        fitting = ""
        while (at := finder.toNextBoundary()) >= 0:
            letters = units[: 2 * at].decode("utf-16-le", "surrogatepass")
            if not self._fits(letters.rstrip() + ending):
                break
            fitting = letters
        if ending:
            return fitting.rstrip() + ending
        # A single letter wider than the box still has to make room for the next one.
        return fitting or text[:1]
