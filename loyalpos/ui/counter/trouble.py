"""Why nobody can be served, where the counter would otherwise invite the next customer."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Trouble"]


class Trouble(StrEnum):
    """What is wrong with the books; the message above says more, and what to do."""

    SHUT = "shut"
    DAMAGED = "damaged"
