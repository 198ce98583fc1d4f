"""The line at the bottom: where the till runs, how old the backup is, what time it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.times import ShopTime
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Elided, Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates

if TYPE_CHECKING:
    from loyalpos.services.safekeeping import Safety

__all__ = ["Footer"]


class Footer(CounterPanel):
    """What a cashier may want to glance at; it shows only what exists."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._shop = ShopTime()
        self._now: datetime | None = None
        self._safety: Safety | None = None
        self._is_unreadable = False
        self._is_demo = False
        self._place = Words("", "small", "quiet")
        self._saved = Elided("", "small", "quiet")
        self._clock = as_data(Words("", "small", "quiet"))
        self._row = QHBoxLayout()
        self._row.addWidget(self._place)
        self._row.addWidget(self._saved, 1)
        self._row.addWidget(self._clock)
        self.whole.addWidget(Line())
        self.whole.addLayout(self._row)
        self._take_sizes()
        self.retranslate()

    def spoken(self) -> str:
        """What is said of backups."""
        return self._saved.text()

    def show_time(self, now: datetime, shop: ShopTime) -> None:
        """Show the shop's clock."""
        self._now, self._shop = now, shop
        self.retranslate()

    def show_demo(self, *, on: bool) -> None:
        """Say in words that nothing here is real; the frame alone says it by colour."""
        self._is_demo = on
        self.retranslate()

    def show_safety(self, safety: Safety) -> None:
        """Show when the last good backup was made, and what is wrong with backups."""
        self._safety, self._is_unreadable = safety, False
        self.retranslate()

    def show_backups_unreadable(self) -> None:
        """Say that nobody can tell how safe the books are."""
        self._is_unreadable = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        place = self.tr("At this till") if self.compact else self.tr("Running on this PC")
        if self._is_demo:
            place = self.tr("Demo shop") if self.compact else self.tr("Demo shop – nothing here is real")
        self._place.setText(f"● {place}")
        self._place.set_tone("amber" if self._is_demo else "quiet")
        self._place.set_role("small_strong" if self._is_demo else "small")
        self._saved.setText(self._backup_text())
        self._saved.set_tone(self._backup_tone())
        if self._now is not None:
            local = self._shop.local(self._now)
            clock = f"{local:%H:%M}"
            if not self.compact:
                clock = f"{clock} · {dates.weekday(local.date())} {dates.day(local.date())}"
            self._clock.setText(clock)

    def _backup_text(self) -> str:
        safety = self._safety
        if self._has_failed():
            return "⚠ " + self.tr("The last backup failed – open the office")
        if self._is_overdue():
            assert safety is not None
            assert self._now is not None
            days = (self._now - safety.since).days
            return "⚠ " + self.tr("No backup for %n day(s) – open the office", "", days)
        if safety is None:
            # The books are not open, and nobody knows.
            return ""
        if safety.last is None:
            return " · ".join((self.tr("No backup yet"), *self._code_text()))
        words = self.tr("Backup: {day} {time} ✓").format(
            day=self._day(safety.last), time=f"{self._shop.local(safety.last):%H:%M}"
        )
        return " · ".join((words, *self._second_text(), *self._code_text()))

    def _code_text(self) -> tuple[str, ...]:
        if self._safety is None or not self._safety.unproved:
            return ()
        return ("⚠ " + self.tr("protection not finished: type the recovery code under Settings"),)

    def _second_text(self) -> tuple[str, ...]:
        second = None if self._safety is None else self._safety.second
        if second is None:
            return ()
        if second.failing:
            return (self.tr("second folder takes no copies"),)
        if second.away_since is None:
            return ()
        return (self.tr("second folder away since {day}").format(day=self._day(second.away_since)),)

    def _backup_tone(self) -> str:
        if self._has_failed():
            return "red"
        is_unproved = self._safety is not None and self._safety.unproved
        return "amber" if self._is_overdue() or is_unproved else "quiet"

    def _has_failed(self) -> bool:
        return self._is_unreadable or (self._safety is not None and self._safety.failed)

    def _is_overdue(self) -> bool:
        return self._safety is not None and self._now is not None and self._safety.is_overdue(self._now)

    def _day(self, at: datetime) -> str:
        day = self._shop.local(at).date()
        return (
            dates.day(day) if self._now is None else dates.day_near(day, self._shop.local(self._now).date())
        )

    def _take_sizes(self) -> None:
        look = theme()
        side = look.px(14 if self.compact else 20)
        self._row.setContentsMargins(side, look.px(7), side, look.px(7))
        self._row.setSpacing(look.px(12 if self.compact else 22))
