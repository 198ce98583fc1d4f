"""Colours that can be read: what may stand on a shop's own colour."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QColor

__all__ = ["LEAST_CONTRAST", "Role", "Scheme", "card_colours", "contrast", "scheme_for"]

LEAST_CONTRAST = 4.5
"""WCAG 2 AA for small text."""

_WHITE = QColor("#ffffff")
_INK = QColor("#17211f")
_BLACK = QColor("#000000")


class Role(StrEnum):
    """What a colour does on a card, whatever the shop's own colour is.

    On the shop's colour, from NEAR to FAR, stand TEXT and SOFT. On PAPER, CREAM and the pale TINT and MIST of
    the shop's colour stand INK, QUIET and DEEP, which is the shop's colour as dark as words need it. On NIGHT
    and DUSK, nearly black, stand PALE, DIM and GLOW, which is the shop's colour as bright as words need it.
    EMBER, LINE and VEIL are for lines and shapes only.
    """

    NEAR = "near"
    FAR = "far"
    TEXT = "text"
    SOFT = "soft"
    VEIL = "veil"
    PAPER = "paper"
    CREAM = "cream"
    TINT = "tint"
    MIST = "mist"
    INK = "ink"
    QUIET = "quiet"
    DEEP = "deep"
    LINE = "line"
    NIGHT = "night"
    DUSK = "dusk"
    PALE = "pale"
    DIM = "dim"
    GLOW = "glow"
    EMBER = "ember"


class Scheme(Struct, frozen=True):
    """This is the front of a card in colours: a gradient from near to far and two strengths of text."""

    near: QColor
    far: QColor
    text: QColor
    quiet: QColor


def contrast(one: QColor, other: QColor) -> float:
    """Measure how well two colours tell apart, from 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def scheme_for(brand: str) -> Scheme:
    """Choose text and gradient for a shop's colour, so that every word can be read anywhere on it.

    Args:
        brand: Any opaque colour, as ``#rrggbb``.

    Returns:
        White text on a gradient that darkens, or dark text on one that lightens: contrast only grows with it.
    """
    near = QColor(brand)
    if contrast(_WHITE, near) >= LEAST_CONTRAST:
        text, far = _WHITE, _mixed(near, _BLACK, 35)
    else:
        # Where white fails, black passes: their limits overlap at a luminance of 0.175 to 0.183.
        text = _INK if contrast(_INK, near) >= LEAST_CONTRAST else _BLACK
        far = _mixed(near, _WHITE, 25)
    quiet = _mixed(text, near, 18)
    if contrast(quiet, near) < LEAST_CONTRAST:
        quiet = text
    return Scheme(near=near, far=far, text=text, quiet=quiet)


@lru_cache(maxsize=8)
def card_colours(brand: str) -> Mapping[Role, QColor]:
    """Fill every role with a colour, each word readable on all grounds it may stand on."""
    scheme = scheme_for(brand)
    own = scheme.near
    paper, cream, pale = QColor("#ffffff"), QColor("#fbf7ee"), QColor("#f3eee4")
    tint, mist = _mixed(cream, own, 10), _mixed(cream, own, 22)
    night, dusk = _mixed(QColor("#0d1113"), own, 7), _mixed(QColor("#14191c"), own, 15)
    return {
        Role.NEAR: own,
        Role.FAR: scheme.far,
        Role.TEXT: scheme.text,
        Role.SOFT: scheme.quiet,
        Role.VEIL: _mixed(own, scheme.far, 45),
        Role.PAPER: paper,
        Role.CREAM: cream,
        Role.TINT: tint,
        Role.MIST: mist,
        Role.INK: _INK,
        Role.QUIET: _readable(QColor("#5c6865"), _BLACK, (cream, tint, mist)),
        Role.DEEP: _readable(own, _BLACK, (cream, tint, mist)),
        Role.LINE: QColor("#dfe3df"),
        Role.NIGHT: night,
        Role.DUSK: dusk,
        Role.PALE: pale,
        Role.DIM: _readable(_mixed(pale, night, 35), _WHITE, (night, dusk)),
        Role.GLOW: _readable(own, _WHITE, (night, dusk)),
        Role.EMBER: _mixed(dusk, own, 32),
    }


def _readable(colour: QColor, towards: QColor, grounds: tuple[QColor, ...]) -> QColor:
    """Bring a colour towards black or white until it can be read on all of its grounds."""
    for percent in range(0, 101, 4):
        tried = _mixed(colour, towards, percent)
        if all(contrast(tried, ground) >= LEAST_CONTRAST for ground in grounds):
            return tried
    return towards


def _mixed(colour: QColor, other: QColor, percent: int) -> QColor:
    def part(own: int, foreign: int) -> int:
        return (own * (100 - percent) + foreign * percent + 50) // 100

    return QColor(
        part(colour.red(), other.red()),
        part(colour.green(), other.green()),
        part(colour.blue(), other.blue()),
    )


def _luminance(colour: QColor) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue())
