"""How many things stand out that nobody has looked at, for the side bar."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from loyalpos.ui.jobs import Lane

if TYPE_CHECKING:
    from datetime import date

    from loyalpos.services.honesty import DayReview
    from loyalpos.services.till import Till

__all__ = ["COUNTED_DAYS", "FindingsCount"]

COUNTED_DAYS = 7


class FindingsCount(QObject):
    """Counts them day by day, so that the counter finds its members in between.

    Signals:
        counted(int): So many things nobody has looked at; 0 for whoever may not look.
    """

    counted = Signal(int)

    def __init__(self, reader: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._open: dict[date, int] = {}

    def count(self, till: Till) -> None:
        """Count anew."""
        self._open = {}
        today = till.honesty.today()
        for back in range(COUNTED_DAYS):
            day = today - timedelta(days=back)
            self._reader.run_latest(
                ("office-count", day),
                partial(_of_day, till, day),
                done=self._take,
                refused=lambda _refusal: self.counted.emit(0),
                unavailable=lambda _error: None,
                owner=self,
            )

    def _take(self, review: DayReview) -> None:
        self._open[review.day] = len(review.open)
        if len(self._open) == COUNTED_DAYS:
            self.counted.emit(sum(self._open.values()))


def _of_day(till: Till, day: date) -> DayReview:
    return till.honesty.of_day(day)
