"""Colours that can be read: what may stand on a shop's own colour."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QColor

__all__ = ["LEAST_CONTRAST", "Scheme", "contrast", "scheme_for"]

LEAST_CONTRAST = 4.5
"""WCAG 2 AA for small text."""

_WHITE = QColor("#ffffff")
_INK = QColor("#17211f")
_BLACK = QColor("#000000")


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
