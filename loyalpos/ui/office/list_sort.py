"""What parts one sort of list from another: who judges and writes its rows, and the words for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from loyalpos.services.list_sheet import Guess, Sheet
from loyalpos.services.till import Till
from loyalpos.ui.office.lists_panel import TakenList
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.outcome_panel import Intake

__all__ = ["ListSort"]

V = TypeVar("V")
L = TypeVar("L", bound=TakenList)
T = TypeVar("T", bound=Intake)


class ListSort(QObject, Generic[V, L, T]):
    """A sort of list; each has a subclass.

    Attributes:
        guess: Knows the headings of such a list.
    """

    guess: Guess

    def lists(self, till: Till) -> Callable[[], tuple[L, ...]]:
        """Give what reads the lists taken in."""
        raise NotImplementedError

    def judging(self, till: Till, sheet: Sheet) -> Callable[[Progress], tuple[V, ...] | None]:
        """Give what judges the rows."""
        raise NotImplementedError

    def taking_in(self, till: Till, list_id: UUID, verdicts: tuple[V, ...]) -> Callable[[Progress], T]:
        """Give what takes the rows in."""
        raise NotImplementedError

    def taking_out(self, till: Till, list_id: UUID) -> Callable[[Progress], bool]:
        """Give what undoes a list."""
        raise NotImplementedError

    def taking_words(self) -> str:
        """Say that rows are being taken in."""
        raise NotImplementedError

    def came_in(self, taken: T) -> str:
        """Say how many came in."""
        raise NotImplementedError

    def files(self) -> str:
        """Name the files a list may be in."""
        raise NotImplementedError
