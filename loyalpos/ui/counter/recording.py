"""A bill is recorded once: read from its fields, written, and what the rules say no to is said in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from loyalpos.engine.acts import BillRecorded, Desk
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.money import AmountProblem, AmountTyped, vnd
from loyalpos.engine.numbers import NumberProblem, parse_number
from loyalpos.engine.owner import OwnerAsked
from loyalpos.engine.vouchers import Presented
from loyalpos.engine.when import WhenProblem, parse_when
from loyalpos.errors import (
    AmountTooLarge,
    BillInFuture,
    BillTooOld,
    MaybeSameBill,
    MemberGone,
    NotAllowed,
    NumberTaken,
    OwnerToAsk,
    PaymentTooLarge,
    Refusal,
    TendersTooLarge,
)
from loyalpos.ui.counter import said
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.counter.owner_says import OwnerSays
from loyalpos.ui.counter.steps import Routes
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.points import signed
from loyalpos.ui.words.problems import amount_problem, number_problem, when_problem
from loyalpos.ui.words.refusals import sentence

__all__ = ["OpenBill", "Recording"]


class OpenBill(Protocol):
    """What recording needs of the bill that is open."""

    desk: Desk | None
    asked: OwnerAsked | None

    @property
    def taken(self) -> tuple[Taken, ...]:
        """The rewards chosen into it."""

    @property
    def vouchers(self) -> tuple[Presented, ...]:
        """The vouchers shown for it."""

    @property
    def points_problem(self) -> str:
        """Why the points chosen cannot pay; empty where they can."""

    @property
    def member(self) -> UUID | None:
        """Whose bill it is."""

    def total(self) -> AmountTyped:
        """Read the total as typed."""

    def deny(self, field: str, problem: str) -> None:
        """Say what is wrong at a field."""

    def focus(self) -> None:
        """Type the total next."""

    def keep_id(self) -> None:
        """Keep its id on the disk, where that still waits."""


class Recording(QObject):
    """This records the open bill; its id is on the disk before."""

    def __init__(self, kit: Kit, routes: Routes, bill: OpenBill) -> None:
        super().__init__(kit)
        self._kit = kit
        self._routes = routes
        self._open = bill
        self._meant: tuple[UUID, int] | None = None
        self._owner = OwnerSays(kit)

    def record(self, *, another: bool = False) -> None:
        """Record the bill as it stands; the answer comes when it is safely on the disk."""
        bill = self._read()
        desk = self._open.desk
        if bill is None or desk is None or self._kit.is_writing:
            return
        if bill.total_vnd >= self._kit.asked_from_vnd and self._meant != (desk.action, bill.total_vnd):
            self._ask_whether_meant(desk.action, bill.total_vnd)
            return
        again = partial(self.record, another=another)
        if self._owner.must_be_asked(desk, self._open.asked, again):
            return
        self._open.keep_id()
        codes = tuple(one.voucher.code for one in self._open.vouchers)
        record = self._kit.till.counter.record_bill
        self._kit.write(
            partial(
                record,
                desk.action,
                self._open.member,
                bill,
                self._open.taken,
                codes,
                another=another,
                owner_said=self._owner.said(desk.action),
            ),
            partial(self._recorded, desk.program.points_name),
            partial(self._refused, again),
        )

    def _read(self) -> Bill | None:
        """Read the fields, or say what is wrong with the first one that is."""
        panel = self._kit.screen.bill
        total = self._open.total()
        if isinstance(total, AmountProblem):
            # Only a gift may go without a purchase.
            gift_alone = total is AmountProblem.EMPTY and self._open.taken
            if not gift_alone:
                self._open.deny("amount", amount_problem(total))
                panel.total.enter()
                return None
            total = 0
        number = parse_number(panel.receipt.number_text())
        if isinstance(number, NumberProblem):
            self._open.deny("number", number_problem(number))
            panel.receipt.enter_number()
            return None
        at = parse_when(panel.receipt.when_text(), self._kit.now(), self._kit.shop)
        if isinstance(at, WhenProblem):
            self._open.deny("when", when_problem(at))
            panel.receipt.enter_when()
            return None
        assert at is None or isinstance(at, datetime)
        if self._open.points_problem:
            self._open.deny("points", self._open.points_problem)
            panel.points.enter()
            return None
        inputs = panel.read_inputs(total)
        if inputs is None:
            self._kit.play(Tone.ERROR)
            return None
        return Bill(
            total,
            at=at,
            number=number,
            tender=inputs.tender,
            lines=panel.total.bill_lines(),
            discount_vnd=inputs.discount_vnd,
            tax_vnd=inputs.tax_vnd,
            tender_parts=inputs.tender_parts,
            paid_vnd=inputs.paid_vnd,
        )

    def _recorded(self, points_name: str, bill: BillRecorded) -> None:
        self._kit.play(Tone.REWARD if bill.redemptions else Tone.OK)
        self._routes.go_idle()
        self._kit.notices.done(*said.recorded(bill, points_name))
        self._kit.facing.tell(bill)
        self._kit.acted.emit(bill.bill)

    def _refused(self, again: Callable[[], None], error: Refusal) -> None:
        match error:
            case OwnerToAsk() if self._open.desk is not None:
                # Another bill used the budget up meanwhile.
                self._owner.ask(self._open.desk, OwnerAsked(error.budgets, error.points), again)
            case NumberTaken():
                self._open.deny("number", self._sentence(error))
                self._kit.screen.bill.receipt.enter_number()
            case AmountTooLarge():
                self._open.deny("amount", self._sentence(error))
                self._open.focus()
            case BillInFuture() | BillTooOld():
                self._open.deny("when", self._sentence(error))
                self._kit.screen.bill.receipt.enter_when()
            case TendersTooLarge() | PaymentTooLarge() if self._kit.screen.bill.inputs is not None:
                # What is wrong stands under its field already.
                self._kit.play(Tone.ERROR)
                self._kit.screen.bill.inputs.enter_refused(error)
            case MaybeSameBill():
                self._ask_same(error)
            case MemberGone():
                self._routes.go_idle()
                self._kit.refuse(error)
            case NotAllowed():
                # Nobody approved it: the bill stands as it is, for less of it.
                self._kit.refuse(error)
                self._open.focus()
            case _:
                # What is shown may be out of date: look again, keep what is typed.
                self._routes.open_bill(self._open.member)
                self._kit.refuse(error)

    def _ask_whether_meant(self, action: UUID, total_vnd: int) -> None:
        """Ask about a total far above what this shop sees, before it is in the books."""
        self._kit.play(Tone.ERROR)
        panel = self._kit.screen.bill
        # Typing answers, too: it replaces the total.
        panel.total.enter()
        yes = Answer(
            self.tr("Yes, {amount}").format(amount=vnd(total_vnd)),
            Qt.Key.Key_Return,
            partial(self._mean, action, total_vnd),
        )
        no = Answer(self.tr("Type it anew"), Qt.Key.Key_Escape, panel.total.enter)
        typed = panel.total.text().strip()
        more = self.tr("That is far more than the bills of this shop usually are.")
        if typed.isdecimal() and int(typed) != total_vnd:
            words = self.tr("You typed {typed}, which means thousands here – or was it a customer's phone?")
            more = words.format(typed=typed)
        self._kit.notices.ask(
            self.tr("Is the total really {amount}?").format(amount=vnd(total_vnd)),
            more,
            yes,
            no,
            wants_thought=True,
        )

    def _mean(self, action: UUID, total_vnd: int) -> None:
        self._meant = (action, total_vnd)
        self.record()

    def _ask_same(self, error: MaybeSameBill) -> None:
        self._kit.play(Tone.ERROR)
        same = Answer(self.tr("The same bill – add nothing"), Qt.Key.Key_Return, partial(self._same, error))
        other = Answer(self.tr("Another bill – record it"), Qt.Key.Key_F12, self._record_another)
        self._kit.notices.ask(self._sentence(error), "", same, other)

    def _record_another(self) -> None:
        self.record(another=True)

    def _same(self, error: MaybeSameBill) -> None:
        self._kit.play(Tone.OK)
        self._routes.go_idle()
        words = self.tr("In the books since {time}: {points}")
        time = self._kit.shop.local(error.at)
        title = words.format(time=f"{time:%H:%M}", points=signed(error.points))
        self._kit.notices.done(title, self.tr("Nothing was added again."))

    def _sentence(self, error: Refusal) -> str:
        name = "" if self._open.desk is None else self._open.desk.program.points_name
        return sentence(error, shop=self._kit.shop, points_name=name)
