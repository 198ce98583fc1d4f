"""A bill went to the wrong person: the right one is found in the one box, Enter moves it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt

from loyalpos.engine.acts import BillRecorded, Desk, ReturnDesk
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.money import vnd
from loyalpos.engine.owner import OwnerAsked
from loyalpos.errors import OwnerToAsk, Refusal
from loyalpos.ui.counter import said
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.counter.owner_says import OwnerSays
from loyalpos.ui.counter.panel import shortened
from loyalpos.ui.counter.screen import View
from loyalpos.ui.counter.steps import Step
from loyalpos.ui.desktop.sounds import Tone

__all__ = ["MoveStep"]


class MoveStep(Step):
    """The right member of a bill is looked for."""

    _bill: ReturnDesk | None = None
    _to: Desk | None = None
    _owner: OwnerSays | None = None

    def begin(self, bill: UUID) -> None:
        """Ask whose the bill is."""
        self._bill, self._to = None, None
        self.kit.read(partial(self.kit.till.returns.desk, bill), self._ask_whose)

    def render(self) -> None:
        """Show the question, and the member once found."""
        screen = self.kit.screen
        screen.show_view(View.IDLE)
        if self._to is None or self._to.member is None:
            screen.member.show_nobody()
        else:
            shop = self.kit.shop
            today = shop.business_day(self.kit.now())
            screen.member.show_member(self._to.member, shop, today, self._to.program.points_name, None)

    def take_member(self, member: UUID) -> None:
        """Show who it would be, and ask."""
        self.kit.read(partial(self.kit.till.counter.desk, member), self._ask_move)

    def take_free_code(self, _code: str, *, ours: bool) -> None:  # noqa: ARG002
        """Nobody's card cannot have a bill."""
        self.kit.deny(
            self.tr("This card is nobody's yet"), self.tr("Find the right customer by phone or name.")
        )

    def _ask_whose(self, bill: ReturnDesk) -> None:
        self._bill = bill
        self.render()
        self.focus()
        self._say_whose(bill)

    def _say_whose(self, bill: ReturnDesk) -> None:
        words = self.tr("Whose is the bill of {amount}?")
        self.kit.notices.ask(
            words.format(amount=vnd(bill.bill.total_vnd)),
            self.tr("Scan the right customer's card, or type their phone or name."),
            self._leave_it(),
            outlasts_typing=True,
        )

    def _ask_move(self, to: Desk) -> None:
        bill = self._bill
        if bill is None or to.member is None:
            return
        self._to = to
        self.render()
        self.focus()
        name = to.member.member.name
        who = shortened(name) if name else self.tr("this customer")
        move = Answer(self.tr("Move it"), Qt.Key.Key_Return, self._move)
        words = self.tr("Move the bill of {amount} to {name}?")
        self.kit.notices.ask(
            words.format(amount=vnd(bill.bill.total_vnd), name=who), "", move, self._leave_it()
        )

    def _leave_it(self) -> Answer:
        return Answer(self.tr("Leave it"), Qt.Key.Key_Escape, self.routes.go_idle)

    def _move(self) -> None:
        bill, to = self._bill, self._to
        if bill is None or to is None or to.member is None or self.kit.is_writing:
            return
        owner = self._owner = self._owner or OwnerSays(self.kit)
        move = partial(
            self.kit.till.returns.move_bill,
            bill.bill.id,
            to.member.member.id,
            to.action,
            owner_said=owner.said(to.action),
        )
        self.kit.write(
            move, partial(self._moved, to.program.points_name, bill.bill), partial(self._refused, owner, to)
        )

    def _refused(self, owner: OwnerSays, to: Desk, error: Refusal) -> None:
        if isinstance(error, OwnerToAsk):
            owner.ask(to, OwnerAsked(error.budgets, error.points), self._move)
        else:
            self.kit.refuse(error)

    def _moved(self, points_name: str, was: RecordedBill, bill: BillRecorded) -> None:
        self.kit.play(Tone.OK)
        self.routes.go_idle()
        self.kit.notices.done(*said.moved(bill, points_name, was.total_vnd - was.value_vnd))
        self.kit.acted.emit(bill.bill)
