"""The fates of an error: the rules say no, the surroundings fail, or it is our bug.

Classes carry fields and no sentences; every sentence for people lives in ``ui``.
A test walks all subclasses and demands a Vietnamese and an English sentence for each.
"""

from __future__ import annotations

__all__ = ["LoyalError", "Refusal", "Unavailable"]


class LoyalError(Exception):
    """The common parent of what the program says no to on purpose."""


class Refusal(LoyalError):
    """The rules say no; the counter says it kindly, at the place it belongs to."""


class Unavailable(LoyalError):
    """The surroundings fail (disk, file, printer); degrade, tell, let the person retry."""
