"""Signs that no typeface of this PC draws are left out, because a box on paper says nothing."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from PySide6.QtGui import QFontMetrics

from loyalpos.printing.typefaces import Weight, typeface

__all__ = ["drawable", "is_drawn"]

_PICTURES = frozenset(("So", "Sk"))
_JOINERS = frozenset(("\ufe0e", "\ufe0f", "\u200d", "\u20e3"))
_FIRST_PICTURE = "\u2000"


@lru_cache(maxsize=256)
def drawable(text: str) -> str:
    """Leave pictures (emoji and their like) out where no typeface has them, and what only joins them."""
    if text.isascii() or all(sign < _FIRST_PICTURE for sign in text):
        return text
    kept: list[str] = []
    for sign in text:
        if sign in _JOINERS:
            # Behind a sign that was left out, or at a beginning, there is nothing to join.
            if kept and kept[-1] >= _FIRST_PICTURE and is_drawn(kept[-1]):
                kept.append(sign)
        elif unicodedata.category(sign) not in _PICTURES or is_drawn(sign):
            kept.append(sign)
    return "".join(kept)


@cache
def is_drawn(sign: str) -> bool:
    """Tell whether this PC can draw a sign, in our typeface or in any it falls back on."""
    return QFontMetrics(typeface(Weight.REGULAR, 100)).inFontUcs4(ord(sign))
