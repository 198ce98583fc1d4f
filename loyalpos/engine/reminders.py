"""What the counter reminds of at every bill: a few words of the owner's, ticked off or not."""

from __future__ import annotations

from typing import Final

__all__ = ["LONGEST_REMINDER", "MOST_REMINDERS", "read_reminders"]

MOST_REMINDERS: Final = 6
LONGEST_REMINDER: Final = 40
"""What is more than this is no reminder at the counter, but a manual."""


def read_reminders(text: str) -> tuple[str, ...] | None:
    """Read reminders with commas between them; None where they are too many, too long or unprintable."""
    found = tuple(dict.fromkeys(said for piece in text.split(",") if (said := " ".join(piece.split()))))
    fits = len(found) <= MOST_REMINDERS and all(len(one) <= LONGEST_REMINDER for one in found)
    return found if fits and all(one.isprintable() for one in found) else None
