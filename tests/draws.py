"""How many draws a long law gets: all of them at the desk, half where a change is judged by fixed ones."""

from __future__ import annotations

import os

__all__ = ["draws"]


def draws(most: int) -> int:
    """Give the number of draws of a law whose every draw is a day at the till."""
    return most // 2 if os.environ.get("CI") else most
