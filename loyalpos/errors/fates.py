"""The three fates of an error: the rules say no, the surroundings fail; anything else is our bug."""

from __future__ import annotations

__all__ = ["LoyalError", "Refusal", "Unavailable"]


class LoyalError(Exception):
    """The common parent of what the program says no to on purpose."""


class Refusal(LoyalError):
    """The rules say no; the counter says it kindly, at the place it belongs to."""


class Unavailable(LoyalError):
    """The surroundings fail (disk, file, printer); degrade, tell, let the person retry."""
