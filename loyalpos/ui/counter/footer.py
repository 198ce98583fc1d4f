"""The line at the bottom: where the till runs, how old the backup is, what time it is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.times import ShopTime
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Elided, Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates

__all__ = ["Footer"]


class Footer(CounterPanel):
    """What a cashier may want to glance at; it shows only what exists."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._shop = ShopTime()
        self._now: datetime | None = None
        self._backup: datetime | None = None
        self._backup_failed = False
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
        self._retranslate()

    def show_time(self, now: datetime, shop: ShopTime) -> None:
        """Show the shop's clock."""
        self._now, self._shop = now, shop
        self._retranslate()

    def show_demo(self, *, on: bool) -> None:
        """Say in words that nothing here is real; the frame alone says it by colour."""
        self._is_demo = on
        self._retranslate()

    def show_backup(self, at: datetime | None, *, failed: bool = False) -> None:
        """Show when the last good backup was made; ``failed`` when a later one went wrong."""
        self._backup, self._backup_failed = at, failed
        self._retranslate()

    def _retranslate(self) -> None:
        place = self.tr("At this till") if self.compact else self.tr("Running on this PC")
        if self._is_demo:
            place = self.tr("Demo shop") if self.compact else self.tr("Demo shop – nothing here is real")
        self._place.setText(f"● {place}")
        self._place.set_tone("amber" if self._is_demo else "quiet")
        self._place.set_role("small_strong" if self._is_demo else "small")
        self._saved.setText(self._backup_text())
        self._saved.set_tone("red" if self._backup_failed else "quiet")
        if self._now is not None:
            local = self._shop.local(self._now)
            clock = f"{local:%H:%M}"
            if not self.compact:
                clock = f"{clock} · {dates.weekday(local.date())} {dates.day(local.date())}"
            self._clock.setText(clock)

    def _backup_text(self) -> str:
        if self._backup_failed:
            return "⚠ " + self.tr("The last backup failed – open the office")
        if self._backup is None:
            return self.tr("No backup yet")
        made = self._shop.local(self._backup)
        clock = f"{made:%H:%M}"
        if self._now is None:
            when = dates.day(made.date())
        else:
            when = dates.day_near(made.date(), self._shop.local(self._now).date())
        return self.tr("Backup: {day} {time} ✓").format(day=when, time=clock)

    def _take_sizes(self) -> None:
        look = theme()
        side = look.px(14 if self.compact else 20)
        self._row.setContentsMargins(side, look.px(7), side, look.px(7))
        self._row.setSpacing(look.px(12 if self.compact else 22))
