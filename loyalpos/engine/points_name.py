"""What a shop calls its points, and the picture (emoji) that goes with the name on every screen and paper."""

from __future__ import annotations

import unicodedata

__all__ = ["USUAL_NAMES", "join_name", "name_of", "split_name"]

USUAL_NAMES = frozenset(("điểm", "points"))
"""What points are called where the owner has chosen no name: each is the other in the other language."""

_JOINERS = frozenset(("\ufe0e", "\ufe0f", "\u200d", "\u20e3"))
_PICTURES = frozenset(("So", "Sk", "Sm"))


def split_name(points_name: str) -> tuple[str, str]:
    """Take a name apart into its words and the picture at its end, either of which may be empty."""
    at = len(points_name)
    while at and _is_picture(points_name[at - 1]):
        at -= 1
    return points_name[:at].strip(), points_name[at:].strip()


def join_name(words: str, picture: str) -> str:
    """Put a name together again, with a space that keeps both on one line."""
    parts = (" ".join(words.split()), "".join(picture.split()))
    return "\u00a0".join(part for part in parts if part)


def name_of(points: int, points_name: str) -> str:
    """Give the name behind a number of points: one of the usual English ones is a ``point``."""
    if abs(points) != 1 or not points_name.startswith("points"):
        return points_name
    words, picture = split_name(points_name)
    return join_name("point", picture) if words == "points" else points_name


def _is_picture(sign: str) -> bool:
    return sign.isspace() or sign in _JOINERS or unicodedata.category(sign) in _PICTURES
