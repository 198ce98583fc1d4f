"""Lucky draws in words: why one cannot take its next step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.draw_stages import NotReady
from loyalpos.errors import DrawNotReady
from loyalpos.ui.words.dates import day

__all__ = ["not_ready"]


def not_ready(error: DrawNotReady) -> str:
    """Say why a draw cannot take its next step, and when it can."""
    match NotReady(error.why):
        case NotReady.UNKNOWN:
            words = QCoreApplication.translate("Draws", "The draw “{draw}” was never announced")
        case NotReady.STILL_OPEN:
            words = QCoreApplication.translate(
                "Draws", "Tickets of “{draw}” are given to the end of {day} – publish the list after that"
            )
        case NotReady.NOT_CLOSED:
            words = QCoreApplication.translate(
                "Draws", "Publish the list of “{draw}” first, so that nobody can change it after the draw"
            )
        case NotReady.SEED_GONE:
            words = QCoreApplication.translate(
                "Draws",
                "The sealed seed of “{draw}” is no longer in the journal – bring back a backup that has it",
            )
    closes = "" if error.closes is None else day(error.closes)
    return words.format(draw=error.draw_name, day=closes)
