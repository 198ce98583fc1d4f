"""Slips are printed beside the counter in a lane of their own: no bill waits for paper or is undone by it."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from loyalpos.engine.acts import ActKind
from loyalpos.errors import MemberGone, Refusal, Unavailable
from loyalpos.settings import TillSettings
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.jobs import Lane
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.engine.shop import ShopDescription
    from loyalpos.engine.slips import Slip
    from loyalpos.ui.counter.screen import CounterScreen
    from loyalpos.ui.counter.slip_line import SlipLine
    from loyalpos.ui.counter.slip_window import SlipWindow

__all__ = ["MOST_WAITING", "SlipDesk"]

MOST_WAITING: Final = 3
"""More slips than that wait for nobody: their customers have gone. The oldest are given up, those first that
nobody asked for."""

_PRINTS_AFTER_MS: Final = 150
"""What was done is painted, and the next customer's card is read, before anything of paper is imported."""


class _Wanted(Struct, frozen=True):
    record: UUID
    is_asked: bool


class SlipDesk(QObject):
    """This prints the slips of what was done, and those a person asks for.

    One is on its way at a time. When a printer fails, those that wait are given up with it, and a quiet line
    says so; any of them can be printed again from the day's list.

    Attributes:
        settings: Those of this till; they name its printer.

    Signals:
        failed(object): Printing raised a bug, for the crash dialog.
        printed(UUID): The slip of an act is on paper.
    """

    failed = Signal(object)
    printed = Signal(object)

    def __init__(self, kit: Kit, guard: ScanGuard, parent: QObject | None = None) -> None:
        """Print nothing yet.

        Args:
            guard: Hears a card that is scanned over a slip on the screen.
        """
        super().__init__(parent)
        self._guard = guard
        self.settings = TillSettings()
        self._kit = kit
        self._lane: Lane | None = None
        self._lines: dict[CounterScreen, SlipLine] = {}
        self._window: SlipWindow | None = None
        self._waiting: deque[_Wanted] = deque()
        self._busy: _Wanted | None = None
        self._last: UUID | None = None
        self._not_printed: UUID | None = None
        self._printed: set[UUID] = set()
        self._trouble = ""
        self._soon = QTimer(self, singleShot=True)
        self._soon.setInterval(_PRINTS_AFTER_MS)
        self._soon.timeout.connect(self._go_on)
        kit.acted.connect(self._note)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits and nothing is on its way."""
        return self._busy is None and not self._waiting

    @property
    def trouble(self) -> str:
        """What the line says; empty where nothing is wrong."""
        return self._trouble

    def lane(self) -> Lane:
        """Give the lane of this till's receipt printer: whoever writes to it takes his turn there."""
        if self._lane is None:
            self._lane = Lane("slips", self)
            self._lane.failed.connect(self.failed)
        return self._lane

    def print_last(self) -> None:
        """Print the slip that failed, or the one of what was done last."""
        record = self._not_printed or self._last
        if record is not None:
            self.print_one(record)
        elif self._kit.opened is not None:
            self._kit.reader.run(
                self._kit.till.slips.last,
                done=self._print_found,
                refused=self._kit.refuse,
                unavailable=partial(self._kit.fail, self.print_last),
                owner=self,
            )

    def print_one(self, record: UUID) -> None:
        """Print the slip of an act, now or when those before it are printed."""
        self._kit.play(Tone.TICK)
        self._want(_Wanted(record, is_asked=True))
        self._go_on()

    def show(self) -> None:
        """Say in the window in use what is wrong, or nothing."""
        screen = self._kit.shown
        if screen is None or (not self._trouble and screen not in self._lines):
            return
        if not isValid(screen.whole):
            # The last slip came to its end after the window did.
            return
        if screen not in self._lines:
            from loyalpos.ui.counter.slip_line import SlipLine  # noqa: PLC0415 - on a good day there is none

            line = SlipLine(compact=screen.compact)
            line.again_wanted.connect(self.print_last)
            line.left.connect(self._leave)
            screen.whole.insertWidget(screen.whole.indexOf(screen.footer), line)
            self._lines[screen] = line
        self._lines[screen].say(self._trouble)

    def forget(self) -> None:
        """Give up what waits: the books are put away."""
        self._soon.stop()
        self._waiting.clear()
        self._last = self._not_printed = None
        self._say("")

    def end(self) -> None:
        """Let go of the printer; what is on its way is not waited for."""
        self.forget()
        if self._window is not None:
            self._window.close()
        if self._lane is not None:
            self._lane.close(wait=False)

    # What is printed ------------------------------------------------------------------------------

    def _note(self, record: UUID) -> None:
        self._last = record
        if self.settings.slip_printer and self.settings.slip_auto:
            self._want(_Wanted(record, is_asked=False))
            self._soon.start()

    def _print_found(self, record: UUID | None) -> None:
        if record is None:
            self._say(self.tr("Nothing was done today that has a slip."))
        else:
            self.print_one(record)

    def _want(self, wanted: _Wanted) -> None:
        if any(one.record == wanted.record for one in self._waiting):
            return
        self._waiting.append(wanted)
        while len(self._waiting) > MOST_WAITING:
            unasked = (one for one in self._waiting if not one.is_asked)
            self._waiting.remove(next(unasked, self._waiting[0]))

    def _go_on(self) -> None:
        if self._busy is not None or not self._waiting or self._kit.opened is None:
            return
        wanted = self._busy = self._waiting.popleft()
        self._kit.reader.run(
            partial(self._kit.till.slips.slip, wanted.record),
            done=self._paint,
            refused=self._no_slip,
            unavailable=self._not_done,
            broken=self._stumble,
            owner=self,
        )

    def _paint(self, slip: Slip | None) -> None:
        wanted, till = self._busy, self._kit.opened
        if wanted is None or till is None:
            self._end_one()
            return
        if slip is None:
            self._no_slip(MemberGone())
            return
        if slip.act.kind is ActKind.ENROLLED and not wanted.is_asked:
            # A card is printed for whoever wants one.
            self._end_one()
            return
        again = wanted.record in self._printed
        shop = till.shop.description
        if not self.settings.slip_printer:
            self._end_one()
            self._show_on_screen(slip, shop)
            return
        self.lane().run(
            partial(_print, slip, shop, self.settings, again=again),
            done=self._done,
            refused=self._no_slip,
            unavailable=self._not_done,
            broken=self._stumble,
            owner=self,
        )

    def _done(self, _nothing: None) -> None:
        wanted = self._busy
        if wanted is not None:
            self._printed.add(wanted.record)
            if self._not_printed == wanted.record:
                self._not_printed = None
            self.printed.emit(wanted.record)
        self._say("")
        self._end_one()

    def _no_slip(self, _error: Refusal) -> None:
        """Say that nobody is there to give it to, where a person asked for it."""
        if self._busy is not None and self._busy.is_asked:
            self._say(self.tr("There is no member to give this slip to."))
        self._end_one()

    def _not_done(self, error: Unavailable) -> None:
        wanted = self._busy
        self._not_printed = None if wanted is None else wanted.record
        lost = len(self._waiting)
        self._waiting.clear()
        text = self.tr("The slip is not printed; what was recorded stands. {why}").format(why=sentence(error))
        if lost:
            more = self.tr("%n slip(s) behind it are given up, too – F9 prints any again.", "", lost)
            text = f"{text}. {more}"
        self._say(text)
        self._end_one()

    def _end_one(self) -> None:
        self._busy = None
        self._go_on()

    def _leave(self) -> None:
        self._not_printed = None
        self._say("")

    def _say(self, text: str) -> None:
        self._trouble = text
        self.show()

    def _stumble(self, _bug: BaseException) -> None:
        """Go on with the next: the crash dialog says what there is to say."""
        self._end_one()

    def _show_on_screen(self, slip: Slip, shop: ShopDescription) -> None:
        from loyalpos.ui.counter.slip_window import SlipWindow  # noqa: PLC0415 - tills with a printer need none

        if self._window is None:
            self._window = SlipWindow()
            # The next customer's card is that customer's, whatever stands in front.
            self._guard.scanned.connect(self._window.close)
        self._window.show_slip(slip, shop, self.settings)
        self._guard.watch(self._window)


def _print(slip: Slip, shop: ShopDescription, settings: TillSettings, *, again: bool) -> None:
    """Paint and print, in the lane of paper."""
    from loyalpos.printing.slip_paper import slip_paper  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.thermal_printer import print_raster, printer_of  # noqa: PLC0415 - the same

    printer = printer_of(settings)
    assert printer is not None, "only a till with a printer prints"
    print_raster(printer, slip_paper(slip, shop, settings, again=again))
