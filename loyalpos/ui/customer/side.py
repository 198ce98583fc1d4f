"""The customers' side of the counter: what their screen shows, when, where, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from loyalpos.engine.acts import BillRecorded, BillReversed, Undone
from loyalpos.engine.joining import reach_of
from loyalpos.printing.customer.program import short_lines
from loyalpos.services.till import Till
from loyalpos.settings import TillSettings
from loyalpos.ui.counter.facing import Facing, Seen
from loyalpos.ui.customer.idle_face import MOST_LINES
from loyalpos.ui.customer.screen import CustomerScreen, Told
from loyalpos.ui.customer.told import (
    Collected,
    GivenBack,
    IdleTold,
    code_told,
    collected,
    member_told,
)
from loyalpos.ui.desktop.monitors import Monitor, other_monitor
from loyalpos.ui.desktop.raising import raise_window
from loyalpos.ui.jobs import Lane
from loyalpos.ui.language import Language, screen_language

__all__ = ["CustomerSide", "Desktop"]

AFTER_COUNTER_MS: Final = 40
"""The counter paints first; what is typed meanwhile is shown once."""

DONE_STAYS_MS: Final = 8_000
CODE_STAYS_MS: Final = 120_000
FORGOTTEN_AFTER_MS: Final = 180_000
"""A bill left open is nobody's to read any more."""

_MOVES_MS: Final = 300


class Desktop(Protocol):
    """The monitors, as far as the customers' screen needs them."""

    @property
    def lost(self) -> SignalInstance:
        """One was unplugged just now."""

    @property
    def changed(self) -> SignalInstance:
        """There are others."""

    def present(self) -> tuple[Monitor, ...]:
        """List them."""

    def of(self, window: QWidget) -> Monitor:
        """Tell on which a window stands."""

    def fill(self, window: QWidget, monitor: Monitor) -> None:
        """Show a window so that it fills a monitor."""


class CustomerSide(QObject):
    """Listens to the counter, and shows customers what is theirs.

    It is made a moment after the counter, only in a till that has such a screen, and never keeps the counter
    waiting: what happens is noted, and shown after the counter is painted.

    Attributes:
        screen: The window on the second monitor, once there was one.
        preview: The owner's look at it, once it was wanted.
        ends: When it rings, what is shown is nobody's any more.
    """

    def __init__(
        self,
        facing: Facing,
        files: Lane,
        desktop: Desktop,
        *,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Begin to listen.

        Args:
            files: The lane in which the program is put into words.
        """
        super().__init__(parent)
        self._facing, self._files, self._desktop, self._now = facing, files, desktop, now
        self._settings = TillSettings()
        self._counter: QWidget | None = None
        self._stands_on: Monitor | None = None
        self._words_of: date | None = None
        self._idle = IdleTold("")
        self._seen: Seen | None = facing.seen
        self._done: Collected | GivenBack | None = None
        self._last_record: UUID | None = None
        self._shows_code = False
        self.screen: CustomerScreen | None = None
        self.preview: CustomerScreen | None = None
        self._soon = self._timer(AFTER_COUNTER_MS, self._show)
        self._moved = self._timer(_MOVES_MS, self.place)
        self.ends = self._timer(FORGOTTEN_AFTER_MS, self._let_go)
        facing.bill_shown.connect(self._note_bill)
        facing.left.connect(self._note_left)
        facing.done.connect(self._note_done)
        facing.code_wanted.connect(self._turn_code)
        facing.opened.connect(self._read_idle)
        facing.has_screen = self._is_seen
        desktop.lost.connect(self._hide)
        desktop.changed.connect(self.place)
        self.ends.start()
        self._read_idle()

    # Where it stands --------------------------------------------------------------------------------

    def face(self, settings: TillSettings, counter: QWidget) -> None:
        """Live by these settings, never on the monitor on which the counter's window stands."""
        if self._counter is not counter:
            if self._counter is not None:
                self._counter.removeEventFilter(self)
            counter.installEventFilter(self)
        before, self._settings, self._counter = self._settings, settings, counter
        if (settings.customer_words, settings.language) != (before.customer_words, before.language):
            self._read_idle()
        self.place()

    @property
    def is_behind(self) -> bool:
        """Whether something happened that is to be shown in a moment."""
        return self._soon.isActive()

    def place(self) -> None:
        """Stand on the customers' monitor if there is one, or nowhere."""
        monitor = None
        if self._settings.customer_screen and self._counter is not None:
            counter = self._desktop.of(self._counter)
            monitor = other_monitor(self._desktop.present(), counter, self._settings.customer_monitor)
        if monitor is None:
            self._hide()
        elif monitor != self._stands_on:
            if self.screen is None:
                self.screen = CustomerScreen(preview=False)
            self._stands_on = monitor
            self.screen.show_told(self._told())
            self._desktop.fill(self.screen, monitor)

    def show_preview(self) -> None:
        """Let the owner see the screen in a window."""
        if self.preview is None:
            self.preview = CustomerScreen(preview=True)
        self.preview.show_told(self._told())
        raise_window(self.preview)

    def end(self) -> None:
        """Close everything."""
        for timer in (self._soon, self._moved, self.ends):
            timer.stop()
        self._facing.has_screen = _has_none
        for window in (self.screen, self.preview):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.screen = self.preview = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again where to stand when the counter's window was moved, perhaps to another monitor."""
        if watched is self._counter and event.type() in (QEvent.Type.Show, QEvent.Type.Move):
            self._moved.start()
        return False

    def _hide(self) -> None:
        self._stands_on = None
        if self.screen is not None:
            self.screen.hide()

    def _is_seen(self) -> bool:
        return any(window is not None and window.isVisible() for window in (self.screen, self.preview))

    # What happens at the counter --------------------------------------------------------------------

    def _note_bill(self, seen: Seen) -> None:
        if _whose(seen) != _whose(self._seen):
            self._shows_code = False
        self._seen, self._done = seen, None
        if not self._shows_code:
            self.ends.start(FORGOTTEN_AFTER_MS)
        self._soon.start()

    def _note_left(self) -> None:
        self._seen, self._done, self._shows_code = None, None, False
        self._soon.start()
        if self._words_of is not None and self._words_of != self._today():
            self._read_idle()

    def _note_done(self, done: BillRecorded | BillReversed | Undone) -> None:
        match done:
            case BillRecorded():
                self._tell_done(done.bill, collected(done, self._points_name()))
            case BillReversed():
                balance = None if done.member is None else done.balance
                told = GivenBack(returned=True, points_name=self._points_name(), balance=balance)
                self._tell_done(done.reversal, told)
            case Undone() if done.act.record == self._last_record and self._seen is None:
                # Any other act may be another customer's.
                self._tell_done(None, GivenBack(returned=False))

    def _tell_done(self, record: UUID | None, told: Collected | GivenBack) -> None:
        self._last_record, self._done = record, told
        self.ends.start(DONE_STAYS_MS)
        self._soon.start()

    def _turn_code(self) -> None:
        """Show the member's card in place of the bill, or the bill again."""
        self._shows_code = not self._shows_code
        self.ends.start(CODE_STAYS_MS if self._shows_code else FORGOTTEN_AFTER_MS)
        self._soon.start()

    def _let_go(self) -> None:
        """Show the bill again after the card; after anything else, nobody's."""
        if self._shows_code:
            self._turn_code()
        else:
            self._seen = self._done = None
            self._soon.start()

    # What it shows ----------------------------------------------------------------------------------

    def _show(self) -> None:
        told = self._told()
        for window in (self.screen, self.preview):
            if window is not None and window.isVisible():
                window.show_told(told)
        self._facing.caught_up.emit()

    def _told(self) -> Told:
        seen = self._seen
        if seen is not None and seen.desk.member is not None and self._shows_code:
            return code_told(self._idle.shop, seen.desk.member) or self._idle
        if seen is not None:
            return member_told(seen, self._today(), next(iter(self._idle.lines), ""))
        return self._done or self._idle

    def _read_idle(self) -> None:
        till = self._facing.till
        if till is None or self._files.is_closed:
            return
        self._words_of = self._today()
        self._files.run_latest(
            "customer screen",
            partial(_idle_of, till, screen_language(), self._settings.customer_words),
            done=self._take_idle,
            # The welcome stays as it was.
            refused=_nothing,
            unavailable=_nothing,
            owner=self,
        )

    def _take_idle(self, idle: IdleTold) -> None:
        self._idle = idle
        self._soon.start()

    def _points_name(self) -> str:
        till = self._facing.till
        return "" if till is None else till.shop.program_on(self._today()).points_name

    def _today(self) -> date:
        till = self._facing.till
        return date.min if till is None else till.shop.time.business_day(self._now())

    def _timer(self, after_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after_ms)
        timer.timeout.connect(then)
        return timer


def _idle_of(till: Till, language: Language, words: str) -> IdleTold:
    """Put the shop and its program into words; reads what items are called."""
    shop, program = till.shop.description, till.shop.program_on(till.shop.time.business_day(till.shop.now()))
    lines = short_lines(program, language, items=till.items.names())
    reach = reach_of(shop)
    return IdleTold(shop.name, words.strip(), lines[:MOST_LINES], reach.code, reach.words)


def _whose(seen: Seen | None) -> UUID | None:
    return None if seen is None or seen.desk.member is None else seen.desk.member.member.id


def _nothing(_error: object) -> None:
    """Nobody waits for this."""


def _has_none() -> bool:
    return False
