"""From where on an owner wants to look at what was done in a day once more."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Watch"]


class Watch(Struct, frozen=True):
    """This is how much of something is too much; 0 does not look at it at all.

    Attributes:
        card_bills: More bills than this for one member a day.
        same_hand: More bills than this of one person at the till for one member a day.
        unnumbered: More bills than this without a receipt's number by one person, where others have one.
        joined_spent: So many points, or more, spent on the day of joining.
        by_hand: More things than this given by hand by one person a day.
        round_points: Points given by hand that are a whole multiple of this.
        undone: More bills than this that had earned, undone late by one person.
        undone_minutes: Undone sooner than this is a slip of the hand.
        share_times: So many times the points of whoever gave the next most.
        share_bills: Only people with so many bills are compared.
        near_limit: More things than this just below a limit by one person a day.
    """

    card_bills: int = 5
    same_hand: int = 3
    unnumbered: int = 10
    joined_spent: int = 1
    by_hand: int = 3
    round_points: int = 100
    undone: int = 3
    undone_minutes: int = 10
    share_times: int = 3
    share_bills: int = 10
    near_limit: int = 3
