"""Points as they are shown: grouped digits, a sign where they move, the shop's name for them."""

from __future__ import annotations

from loyalpos.engine.money import group_digits
from loyalpos.engine.points_name import name_of

__all__ = ["named", "signed"]


def named(points: int, points_name: str) -> str:
    """Write a number of points with their name, kept on one line: ``1.310 điểm``."""
    return f"{group_digits(points)}\u00a0{name_of(points, points_name)}"


def signed(points: int) -> str:
    """Write a movement of points: ``+26``, ``−300``, ``0``."""
    return f"+{group_digits(points)}" if points > 0 else group_digits(points)
