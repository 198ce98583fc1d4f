"""The day at the counter: its list, its undo, and the question whether its date is right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer

from loyalpos.engine.acts import Act, Undone
from loyalpos.errors import MaybeUndone, NothingToUndo, Refusal
from loyalpos.ui.counter import said
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.notices import Answer, Notice
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words import dates
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    # The window is painted before the database is imported.
    from loyalpos.services.days import Opened

__all__ = ["CounterDay"]

_LOOK_AT_CLOCK_MS = 20_000


class CounterDay(QObject):
    """This keeps today's list and clock on show, opens the day and takes acts back."""

    def __init__(self, kit: Kit, *, after_undo: Callable[[Act], None], parent: QObject | None = None) -> None:
        """Make the day.

        Args:
            after_undo: Called with what was undone, once it is, so that what is open can be shown anew.
        """
        super().__init__(parent)
        self._kit = kit
        self._after_undo = after_undo
        self._acts: tuple[Act, ...] = ()
        self._open_day: date | None = None
        self._undoing = False
        self._just_undid = False
        self._saying = False
        self._just_said = False
        self._asks_about_date = False
        kit.word_said.connect(self._note_word)
        kit.changed.connect(self._note_change)
        kit.changed.connect(self.read_acts)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AT_CLOCK_MS)
        self._clock.timeout.connect(self.look_at_clock)

    def begin(self) -> None:
        """Open today; called once the books are open."""
        self._clock.start()
        self._open_day = None
        self.look_at_clock()
        self.read_acts()

    def show(self) -> None:
        """Show the list and the clock in the window in use."""
        if self._kit.opened is not None:
            self._show_list()
            self._kit.screen.footer.show_time(self._kit.now(), self._kit.shop)

    def look_at_clock(self) -> None:
        """Show the time; after closing hour another day begins and is opened."""
        kit = self._kit
        if kit.opened is None:
            return
        now = kit.now()
        kit.screen.footer.show_time(now, kit.shop)
        today = kit.shop.business_day(now)
        if today != self._open_day:
            self._open_day = today
            kit.writer.run(
                kit.till.days.open,
                done=self._opened,
                refused=kit.refuse,
                unavailable=partial(kit.fail, self._open_again),
                owner=self,
            )

    def read_acts(self) -> None:
        """Read today's list."""
        kit = self._kit
        kit.reader.run_latest(
            "today",
            kit.till.returns.acts,
            done=self._show_acts,
            refused=kit.refuse,
            unavailable=partial(kit.fail, self.read_acts),
            owner=self,
        )

    def undo_last(self) -> None:
        """Take back the last thing done, and say what it was.

        The one before it may be another customer's, so a second time in a row is asked about first.
        """
        if self._kit.is_writing:
            return
        if self._just_said:
            self._just_said = False
            self._kit.deny(
                self.tr("What a customer says about their data is not undone"),
                self.tr("A mistake? F3 twice, and ask anew. Ctrl+Z once more undoes what was done before."),
            )
        elif self._just_undid:
            self._kit.read(self._kit.till.returns.last, self._ask_to_go_on)
        else:
            self._take_last()

    def _take_last(self, *, another: bool = False) -> None:
        self._undoing = True
        take_back = partial(self._kit.till.returns.undo_last, another=another)
        self._kit.write(take_back, self._undone, self._not_undone)

    def _not_undone(self, error: Refusal) -> None:
        self._undoing = False
        if isinstance(error, MaybeUndone):
            more = sentence(error, shop=self._kit.shop)
            self._kit.read(self._kit.till.returns.last, partial(self._ask_to_go_on, more=more))
        else:
            self._kit.refuse(error)

    def _ask_to_go_on(self, act: Act | None, *, more: str = "") -> None:
        if act is None:
            self._kit.refuse(NothingToUndo())
            return
        yes = Answer(self.tr("Undo that, too"), Qt.Key.Key_Return, partial(self._take_last, another=True))
        no = Answer(self.tr("Leave it"), Qt.Key.Key_Escape, self._kit.notices.clear)
        title = self.tr("Undo one more: {what}?").format(what=said.act_name(act))
        self._kit.notices.ask(title, more, yes, no)

    def _note_change(self) -> None:
        self._just_undid, self._undoing = self._undoing, False
        self._just_said, self._saying = self._saying, False

    def _note_word(self) -> None:
        """Keep the chord from taking back something else in its place."""
        self._saying = True

    def undo(self, record: UUID) -> None:
        """Take back an act of the list."""
        if not self._kit.is_writing:
            self._kit.write(partial(self._kit.till.returns.undo, record), self._undone)

    def _undone(self, done: Undone) -> None:
        self._kit.play(Tone.OK)
        self._after_undo(done.act)
        program = self._kit.till.shop.program_on(self._kit.shop.business_day(self._kit.now()))
        self._kit.notices.done(*said.undone(done, program.points_name))
        self._kit.facing.tell(done)
        self._kit.acted.emit(done.act.record)

    def _show_acts(self, acts: tuple[Act, ...]) -> None:
        if self._kit.opened is None:
            return
        self._acts = acts
        self._show_list()

    def _show_list(self) -> None:
        shop = self._kit.shop
        self._kit.screen.today.show_acts(self._acts, shop, shop.business_day(self._kit.now()))

    def _open_again(self) -> None:
        self._open_day = None
        self.look_at_clock()

    def _opened(self, opened: Opened) -> None:
        if self._kit.opened is None:
            return
        self._kit.asked_from_vnd = opened.asked_from_vnd
        self.read_acts()
        self._bring()
        if opened.trusted or opened.last_trusted is None:
            if self._asks_about_date:
                # Nothing else that stands is this one's to take away.
                self._asks_about_date = False
                self._kit.notices.stand(None)
            return
        self._asks_about_date = True
        title = self.tr("This PC says it is {today}").format(today=dates.day(opened.day))
        more = self.tr(
            "The last day here was {last}. If the date is wrong, set the PC's clock. "
            "No points expire until you say."
        )
        right = Answer(self.tr("The date is right"), Qt.Key.Key_F12, self._trust)
        self._kit.notices.stand(
            Notice(BannerKind.QUESTION, title, more.format(last=dates.day(opened.last_trusted)), (right,))
        )

    def _bring(self) -> None:
        """Record what the day brings, a few members at a time, and let others write in between."""
        kit = self._kit
        if kit.opened is not None:
            kit.writer.run(
                kit.till.days.bring,
                done=self._brought,
                refused=kit.refuse,
                unavailable=partial(kit.fail, self._bring),
                owner=self,
            )

    def _brought(self, is_more: bool) -> None:
        if is_more:
            self._bring()
        elif self._kit.opened is not None:
            self.read_acts()

    def _trust(self) -> None:
        self._asks_about_date = False
        self._kit.write(self._kit.till.days.trust_clock, self._trusted)

    def _trusted(self, _done: None) -> None:
        self._kit.play(Tone.OK)
        self._bring()
        self._kit.notices.done(self.tr("The date is confirmed"))
