"""Lists and files with customers' particulars that leave the program: what, how many, why."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

__all__ = ["Export", "ExportKind", "ExportNoted"]


class ExportKind(StrEnum):
    """What was written down or printed; the code stands in the books."""

    MY_DATA = "my_data"
    STATEMENT = "statement"
    CARDS = "cards"
    LETTERS = "letters"
    CHECKLIST = "checklist"
    FRIENDS = "friends"
    BEST = "list_best"
    ENDING = "list_ending"
    OWING = "list_owing"
    JOURNAL = "journal"
    EVIDENCE = "evidence"
    SHOP = "export"


class Export(Struct, frozen=True):
    """Why somebody writes particulars of many into a file, and the mark that the file bears.

    Attributes:
        reason: In the words of whoever does it.
        mark: Who, when and why, in the language of the screen; it stands in the file itself.
    """

    reason: str
    mark: str = ""


class ExportNoted(Struct, frozen=True):
    """What the books say of an export.

    Attributes:
        how: An :class:`ExportKind`'s code.
        who: As records have it.
        members: How many it names; None for all.
        member: Whose it is, where it is of one alone.
    """

    at: datetime
    how: str
    who: str
    reason: str
    members: int | None
    member: UUID | None = None
