"""Points as they are shown: grouped digits, a sign where they move, the shop's name for them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits
from loyalpos.engine.points_name import USUAL_NAMES, name_of, split_name

__all__ = ["called", "capital", "named", "signed", "stamps_counted"]


def called(points_name: str) -> str:
    """Call points as the shop does, for the middle of a sentence: without the picture behind the name."""
    words, _ = split_name(points_name)
    if words and words.casefold() not in USUAL_NAMES:
        return words
    return QCoreApplication.translate("Points", "points")


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter, whatever name stands there."""
    return sentence[:1].upper() + sentence[1:]


def named(points: int, points_name: str) -> str:
    """Write a number of points with their name, kept on one line: ``1.310 điểm``."""
    return f"{group_digits(points)}\u00a0{name_of(points, points_name)}"


def signed(points: int) -> str:
    """Write a movement of points: ``+26``, ``−300``, ``0``."""
    return f"+{group_digits(points)}" if points > 0 else group_digits(points)


def stamps_counted(count: int) -> str:
    """Count stamps: ``1 tem``."""
    words = QCoreApplication.translate("Points", "{count} stamps")
    if count == 1:
        words = QCoreApplication.translate("Points", "{count} stamp")
    # A number and what it counts stay on one line.
    return words.replace(" ", "\u00a0").format(count=group_digits(count))
