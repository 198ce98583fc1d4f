"""What the office reminds of once a day: customers who wait for an answer, and those who stayed away."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.retention import AwayTooLong
from loyalpos.services.till import Till
from loyalpos.ui.jobs import Lane
from loyalpos.ui.widgets.banner import BannerKind

__all__ = ["DueReminder"]


class DueReminder(QObject):
    """Looks once a day; what is most urgent is said, the rest stands on its page.

    Signals:
        said(BannerKind, str, str): Something is to be done.
    """

    said = Signal(object, str, str)

    def __init__(self, reader: Lane, files: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._files = files
        self._reminded: date | None = None

    def look(self, till: Till) -> None:
        """Look what is due, if that was not done today."""
        today = till.shop.time.business_day(till.shop.now())
        if self._reminded != today:
            self._reminded = today
            self._reader.run(
                lambda: till.requests.due(),
                done=partial(self._remind, till),
                refused=lambda _refusal: None,
                unavailable=lambda _error: None,
            )

    def _remind(self, till: Till, due: tuple[int, int]) -> None:
        today, late = due
        more = self.tr("They stand under “Customers’ rights”, by the days the law gives.")
        if late:
            title = self.tr("%n requests of customers are late", "", late)
            self.said.emit(BannerKind.ERROR, title, more)
        elif today:
            title = self.tr("%n requests of customers are due today", "", today)
            self.said.emit(BannerKind.QUESTION, title, more)
        elif till.retention.rules.months:
            # In the lane of files: a big shop's members take a while.
            self._files.run(
                lambda: till.retention.listed(0),
                done=self._remind_of_away,
                refused=lambda _refusal: None,
                unavailable=lambda _error: None,
            )

    def _remind_of_away(self, away: AwayTooLong) -> None:
        if not away.due and not away.soon:
            return
        title = self.tr("%n customers who stayed away are due to be made nameless", "", away.due)
        if not away.due:
            title = self.tr("%n customers who stayed away will soon be made nameless", "", away.soon)
        more = self.tr("Who they are and what they would lose stands under “Customers’ rights”.")
        self.said.emit(BannerKind.QUESTION, title, more)
