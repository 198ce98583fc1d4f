"""The cashier's way through the day: one state, two windows, every key and every scan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.acts import Act, Desk
from loyalpos.engine.codes import CardCode
from loyalpos.errors import Refusal
from loyalpos.ui.counter.arrangement import carry_over
from loyalpos.ui.counter.billing import BillStep
from loyalpos.ui.counter.controls import CounterControls
from loyalpos.ui.counter.day import CounterDay
from loyalpos.ui.counter.find import Finding
from loyalpos.ui.counter.idling import IdleStep
from loyalpos.ui.counter.joining import EnrolStep
from loyalpos.ui.counter.kit import Kit, Play
from loyalpos.ui.counter.linking import LinkStep
from loyalpos.ui.counter.looking_up import LookUpStep
from loyalpos.ui.counter.moving import MoveStep
from loyalpos.ui.counter.returning import ReturnStep
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.serving import ServeStep
from loyalpos.ui.counter.slip_desk import SlipDesk
from loyalpos.ui.counter.steps import Step
from loyalpos.ui.counter.trouble import Trouble
from loyalpos.ui.jobs import Lane
from loyalpos.ui.scan_guard import ScanGuard

if TYPE_CHECKING:
    # The window is painted before the database is imported.
    from loyalpos.services.till import Till

__all__ = ["CounterFlow"]


class CounterFlow(QObject):
    """This leads from a card, a number or a name to a recorded bill, in whichever window is in use.

    It is made before the books are open: until ``attach`` what is typed and scanned waits.

    Signals:
        lock_wanted(): Somebody else comes to the till, or nobody is there for a while.
        office_wanted(): The owner's pages are asked for.
        compact_wanted(bool): The narrow strip, or the whole window again, is asked for.
        member_edit_wanted(object): The UUID of a member whose particulars are to be changed.
        card_wanted(object): The UUID of a member whose card is to be printed.
    """

    lock_wanted = Signal()
    office_wanted = Signal()
    compact_wanted = Signal(bool)
    member_edit_wanted = Signal(object)
    card_wanted = Signal(object)

    def __init__(
        self,
        reader: Lane,
        writer: Lane,
        guard: ScanGuard,
        *,
        now: Callable[[], datetime],
        play: Play,
        parent: QObject | None = None,
    ) -> None:
        """Make the flow.

        Args:
            reader: The lane that reads the shop's file.
            writer: The lane that writes it.
            guard: Says what was scanned; it must watch the windows too.
            now: The clock, for what is shown.
            play: Plays a tone.
        """
        super().__init__(parent)
        self.kit = Kit(reader, writer, now=now, play=play, parent=self)
        self._idle = IdleStep(self.kit, self, self)
        self._bill = BillStep(self.kit, self, self)
        self._enrol = EnrolStep(self.kit, self, self)
        self._return = ReturnStep(self.kit, self, self)
        self._link = LinkStep(self.kit, self, self)
        self._move = MoveStep(self.kit, self, self)
        self._serve = ServeStep(self.kit, self, self)
        self._look_up = LookUpStep(self.kit, self, self)
        self.step: Step = self._idle
        self._screens: list[CounterScreen] = []
        self._demo = False
        self._damaged: Till | None = None
        self._finding = Finding(self.kit, self)
        self.kit.notices.standing_changed.connect(self._show_trouble)
        self._day = CounterDay(self.kit, after_undo=self._after_undo, parent=self)
        self._controls = CounterControls(self.kit, self, self._finding, self._day, guard, self)
        self._controls.lock_wanted.connect(self.lock_wanted)
        self._controls.office_wanted.connect(self.office_wanted)
        self._controls.compact_wanted.connect(self.compact_wanted)
        self._controls.member_edit_wanted.connect(self.member_edit_wanted)
        self._controls.card_wanted.connect(self.card_wanted)
        self.slips = SlipDesk(self.kit, guard, self)
        self._controls.slip_wanted.connect(self.slips.print_last)
        self._controls.slip_of_wanted.connect(self.slips.print_one)

    @property
    def view(self) -> View:
        """What the counter is busy with."""
        return self.kit.screen.view

    @property
    def open_member(self) -> UUID | None:
        """Whose bill is open."""
        return self._bill.member if self.step is self._bill else None

    @property
    def has_begun_bill(self) -> bool:
        """Whether a bill is open that would be lost."""
        return self.step is self._bill and self._bill.is_begun

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self.kit.is_waiting

    def show_on(self, screen: CounterScreen) -> None:
        """Go on in a window; everything that is typed and open comes along."""
        before = self.kit.shown
        if screen not in self._screens:
            self._join(screen)
        self.kit.shown = screen
        self.kit.notices.show_on(screen.banner)
        self._show_trouble()
        if self.kit.opened is not None:
            self._dress(screen, self.kit.opened)
        if before is not None and before is not screen:
            self.step.render()
            carry_over(before, screen)
        self._day.show()
        self.slips.show()
        self.step.focus()

    def attach(self, till: Till, *, demo: bool = False) -> None:
        """Open the books: what was typed and scanned so far is answered now."""
        kit = self.kit
        kit.opened = till
        if till is not self._damaged:
            self._damaged = None
        self._show_trouble()
        self._demo = demo
        self._dress(kit.screen, till)
        kit.facing.open(till)
        self._day.begin()
        if kit.screen.box.text():
            self._finding.search(kit.screen.box.text())
        self._controls.keys.play()

    def detach(self) -> None:
        """Let go of the books, which are being put away; what is scanned waits until others are open."""
        self.go_idle()
        self.kit.facing.close()
        self.slips.forget()
        self.kit.opened = None

    def tell_damage(self) -> None:
        """Invite nobody any more: the books that are open are damaged."""
        self._damaged = self.kit.opened
        self._show_trouble()

    # Ways between the steps ------------------------------------------------------------------------

    def go_idle(self) -> None:
        """Wait for the next customer."""
        kit = self.kit
        kit.notices.clear()
        self._bill.close()
        self.kit.facing.leave()
        self._finding.forget()
        self.step = self._idle
        with kit.screen.at_once():
            self._idle.render()
            self._idle.focus()

    def open_bill(self, member: UUID | None) -> None:
        """Open the bill of a member, or of nobody; what is typed in it stays."""
        kit = self.kit
        kit.notices.clear()
        ahead = kit.desk_ahead
        if ahead is not None and ahead.member is not None and ahead.member.member.id == member:
            self._show_bill(ahead)
        else:
            kit.read(partial(kit.till.counter.desk, member), self._show_bill, self._member_gone)

    def start_enrolment(
        self, *, phone: str = "", name: str = "", card: CardCode | None = None, alias: str | None = None
    ) -> None:
        """Let somebody join, with what is known already."""
        self.begin(self._enrol)
        self._enrol.begin(phone=phone, name=name, card=card, alias=alias)

    def start_return(self, *, member: UUID | None = None, bill: UUID | None = None) -> None:
        """Take goods back: by number, of a member's last bills, or from one bill."""
        self.begin(self._return)
        self._return.begin(member=member, bill=bill)

    def start_link(
        self, code: str, *, ours: bool, member: UUID | None = None, name: str | None = None
    ) -> None:
        """Ask whose a code is."""
        self.begin(self._link)
        self._link.begin(code, ours=ours, member=member, name=name)

    def start_serving(self) -> None:
        """See what else can be done for the member whose bill is open."""
        desk = self._bill.desk
        if desk is not None and desk.member is not None:
            self._serve.look(desk.member.member, desk.services, desk.surveys, desk.owed)

    def start_looking_up(self) -> None:
        """See what a customer may ask about returns and the program."""
        self._look_up.look()

    def start_move(self, bill: UUID) -> None:
        """Look for the member a bill really belongs to."""
        self.go_idle()
        self.begin(self._move)
        self._move.begin(bill)

    def begin(self, step: Step) -> None:
        """Be busy with a step."""
        self.kit.notices.clear()
        self._finding.forget()
        if step is not self._serve:
            # Whoever is served on goes on seeing their own points; with anything else they are nobody's.
            self.kit.facing.leave()
        self.step = step

    def _show_bill(self, desk: Desk) -> None:
        with self.kit.screen.at_once():
            self._finding.forget()
            self.step = self._bill
            self._bill.open(desk)

    def _member_gone(self, error: Refusal) -> None:
        self.go_idle()
        self.kit.refuse(error)

    def _after_undo(self, _act: Act) -> None:
        if self.step is self._bill and self._bill.desk is not None:
            self.open_bill(self._bill.member)

    def _show_trouble(self) -> None:
        """Let the box say that the books did not open, instead of that they are opening, or are damaged."""
        kit = self.kit
        trouble = None
        if self._damaged is not None:
            trouble = Trouble.DAMAGED
        elif kit.opened is None and kit.notices.has_standing_error:
            trouble = Trouble.SHUT
        if kit.shown is not None:
            kit.shown.show_trouble(trouble)

    def _join(self, screen: CounterScreen) -> None:
        screen.furnish()
        self._screens.append(screen)
        self._controls.join(screen)
        for view in (View.ENROL, View.RETURN):
            screen.late.when_made(view, lambda _: self._dress(screen, self.kit.till))
        for step in (self._idle, self._bill, self._enrol, self._return, self._link, self._move, self._serve):
            step.join(screen)
        self._look_up.join(screen)

    def _dress(self, screen: CounterScreen, till: Till) -> None:
        """Let a window's panels know the shop."""
        described = till.shop.description
        person = till.shop.at_work
        role = None if person is None else person.role
        screen.show_shop(described.name, till.shop.called, demo=self._demo, role=role)
        screen.bill.total.set_thousands(described.thousands)
        screen.bill.set_lines(on=described.bill_lines)
        screen.bill.set_reminders(described.reminders)
        if screen.late.get(View.RETURN):
            screen.returning.set_thousands(described.thousands)
        if screen.late.get(View.ENROL):
            program = till.shop.program_on(described.time.business_day(till.shop.now()))
            screen.enrol.set_shop_name(described.name, program.points_name)
        screen.candidates.set_shop(described.time)
