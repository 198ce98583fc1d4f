"""The open bill: its total and rewards are typed, shown at every key, and recorded once."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt

from loyalpos.engine.acts import BillRecorded, Desk
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import CardCode, is_card
from loyalpos.engine.money import AmountProblem, AmountTyped, parse_amount, vnd
from loyalpos.engine.numbers import NumberProblem, parse_number
from loyalpos.engine.program import PayWithPoints, Program
from loyalpos.engine.rewards import Offer, Quote, offers, quote
from loyalpos.engine.when import WhenProblem, parse_when
from loyalpos.errors import (
    AmountTooLarge,
    BillInFuture,
    BillTooOld,
    MaybeSameBill,
    MemberGone,
    NumberTaken,
    Refusal,
)
from loyalpos.ui.counter import said
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Step
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.points import signed
from loyalpos.ui.words.problems import amount_problem, number_problem, when_problem
from loyalpos.ui.words.refusals import sentence

__all__ = ["BillStep"]


class BillStep(Step):
    """A bill is open, of a member or of nobody."""

    desk: Desk | None = None
    taken: tuple[Taken, ...] = ()

    @property
    def member(self) -> UUID | None:
        """Whose bill it is."""
        return None if self.desk is None or self.desk.member is None else self.desk.member.member.id

    @property
    def has_amount(self) -> bool:
        """Whether anything stands in the total."""
        return bool(self.kit.screen.bill.amount_text().strip())

    def join(self, screen: CounterScreen) -> None:
        """Listen to the bill and the rewards."""
        screen.bill.amount_edited.connect(self._preview)
        screen.bill.record_wanted.connect(self.record)
        screen.bill.rewards_wanted.connect(self.enter_rewards)
        screen.rewards.taken.connect(self._take_or_leave)
        screen.rewards.left.connect(self.focus)

    def open(self, desk: Desk) -> None:
        """Begin with a member, or nobody; what is typed stays, rewards are chosen anew."""
        self.desk = desk
        self.taken = ()
        self.kit.writer.run(
            partial(self.kit.till.counter.keep_draft, self.member, desk.action),
            done=_nothing,
            # The record itself will say what is wrong with the disk.
            refused=_nothing,
            unavailable=_nothing,
            owner=self,
        )
        self.render()
        self.focus()

    def close(self) -> None:
        """Forget the bill: it is recorded, or nobody's."""
        self.desk = None
        self.taken = ()
        self.kit.screen.bill.clear()

    def render(self) -> None:
        """Show member, rewards and bill."""
        screen, desk = self.kit.screen, self.desk
        if desk is None:
            return
        screen.show_view(View.BILL)
        if desk.member is None:
            screen.member.show_anonymous()
        else:
            shop = self.kit.shop
            screen.member.show_member(
                desk.member,
                shop,
                shop.business_day(self.kit.now()),
                desk.program.points_name,
                _point_value_vnd(desk.program),
            )
        self._preview()

    def focus(self) -> None:
        """Type the total next."""
        self.kit.screen.bill.focus_amount()

    def enter_rewards(self) -> None:
        """F6: choose rewards by their numbers."""
        if self.desk is not None and (self.desk.member is None or not self.kit.screen.rewards.enter()):
            self.kit.play(Tone.TICK)

    def take_member(self, member: UUID) -> None:
        """Another member stands there: never let a bill go to the wrong one unseen."""
        if member == self.member:
            self.kit.play(Tone.TICK)
            self.focus()
            return
        if self.taken:
            self.kit.play(Tone.ERROR)
            switch = Answer(self.tr("Another customer"), Qt.Key.Key_Return, partial(self._switch, member))
            stay = Answer(self.tr("Stay with this one"), Qt.Key.Key_Escape, self.focus)
            self.kit.notices.ask(
                self.tr("Another customer's card – rewards are chosen in this bill"),
                self.tr("Switching takes them out; the total stays."),
                switch,
                stay,
            )
            return
        self._switch(member)

    def take_free_code(self, code: str, *, ours: bool) -> None:
        """Link it to the member who stands there, or enrol whom the anonymous bill belongs to."""
        if self.desk is not None and self.desk.member is not None:
            known = self.desk.member.member
            self.routes.start_link(code, ours=ours, member=known.id, name=known.name or "")
        elif is_card(code):
            self.routes.start_enrolment(card=CardCode(code))
        else:
            self.routes.start_link(code, ours=ours)

    def confirm(self) -> None:
        """Enter beside the fields records too."""
        self.record()

    def step_back(self) -> None:
        """Leave the rewards, then the bill; a typed total goes only with a second Esc."""
        screen = self.kit.screen
        if screen.is_finding or not (self.has_amount or self.taken):
            self.routes.go_idle()
            return
        drop = Answer(self.tr("Throw away"), Qt.Key.Key_Escape, self.routes.go_idle)
        keep = Answer(self.tr("Go on with the bill"), Qt.Key.Key_Return, self.focus)
        self.kit.notices.ask(
            self.tr("Throw this bill away?"), self.tr("It has not been recorded."), keep, drop
        )

    def record(self, *, another: bool = False) -> None:
        """Record the bill as it stands; the answer comes when it is safely on the disk."""
        bill = self._bill()
        desk = self.desk
        if bill is None or desk is None or self.kit.is_writing:
            return
        record = self.kit.till.counter.record_bill
        self.kit.write(
            partial(record, desk.action, self.member, bill, self.taken, another=another),
            partial(self._recorded, desk.program.points_name),
            self._refused,
        )

    def _bill(self) -> Bill | None:
        """Read the fields, or say what is wrong with the first one that is."""
        panel = self.kit.screen.bill
        total = self._total()
        if isinstance(total, AmountProblem):
            # Only a gift may go without a purchase.
            gift_alone = total is AmountProblem.EMPTY and self.taken
            if not gift_alone:
                self._deny("amount", amount_problem(total))
                panel.focus_amount()
                return None
            total = 0
        number = parse_number(panel.number_text())
        if isinstance(number, NumberProblem):
            self._deny("number", number_problem(number))
            panel.focus_number()
            return None
        at = parse_when(panel.when_text(), self.kit.now(), self.kit.shop)
        if isinstance(at, WhenProblem):
            self._deny("when", when_problem(at))
            panel.focus_when()
            return None
        assert at is None or isinstance(at, datetime)
        return Bill(total, at=at, number=number)

    def _total(self) -> AmountTyped:
        thousands = self.kit.till.shop.description.thousands
        return parse_amount(self.kit.screen.bill.amount_text(), thousands=thousands)

    def _deny(self, field: str, problem: str) -> None:
        self.kit.play(Tone.ERROR)
        self.kit.screen.bill.show_problem(field, problem)

    def _preview(self) -> None:
        """Show what the bill comes to as it stands."""
        screen, desk = self.kit.screen, self.desk
        if desk is None:
            return
        total = self._total()
        total_vnd = total if isinstance(total, int) else None
        screen.rewards.show_offers(self._offers(desk, total_vnd), desk.program.points_name)
        screen.bill.show_quote(self._quote(desk, total_vnd), desk)
        if isinstance(total, AmountProblem) and total is not AmountProblem.EMPTY:
            screen.bill.show_problem("amount", amount_problem(total))

    def _offers(self, desk: Desk, total_vnd: int | None) -> tuple[Offer, ...]:
        if desk.member is None:
            return ()
        return offers(
            desk.program, spendable=desk.spendable, total_vnd=total_vnd, stock=desk.stock, taken=self.taken
        )

    def _quote(self, desk: Desk, total_vnd: int | None) -> Quote | None:
        if total_vnd is None and not self.taken:
            return None
        bill = Bill(total_vnd or 0)
        return quote(desk.program, desk.account, bill, self.taken, spendable=desk.spendable, stock=desk.stock)

    def _take_or_leave(self, reward: str) -> None:
        if any(choice.reward == reward for choice in self.taken):
            self.taken = tuple(choice for choice in self.taken if choice.reward != reward)
        else:
            self.taken = (*self.taken, Taken(reward))
        self._preview()
        self.focus()

    def _switch(self, member: UUID) -> None:
        said_amount = self.kit.screen.bill.amount_text().strip() if self.desk is not None else ""
        from_member = self.member is not None
        self.routes.open_bill(member)
        if said_amount and from_member:
            total = self._total()
            amount = vnd(total) if isinstance(total, int) else said_amount
            words = self.tr("The bill of {amount} is now for the customer just scanned.")
            self.kit.notices.done(self.tr("Another customer"), words.format(amount=amount))

    def _recorded(self, points_name: str, bill: BillRecorded) -> None:
        self.kit.play(Tone.REWARD if bill.redemptions else Tone.OK)
        self.routes.go_idle()
        self.kit.notices.done(*said.recorded(bill, points_name))

    def _refused(self, error: Refusal) -> None:
        match error:
            case NumberTaken():
                self._deny("number", self._sentence(error))
                self.kit.screen.bill.focus_number()
            case AmountTooLarge():
                self._deny("amount", self._sentence(error))
                self.focus()
            case BillInFuture() | BillTooOld():
                self._deny("when", self._sentence(error))
                self.kit.screen.bill.focus_when()
            case MaybeSameBill():
                self._ask_same(error)
            case MemberGone():
                self.routes.go_idle()
                self.kit.refuse(error)
            case _:
                # What is shown may be out of date: look again, keep what is typed.
                self.routes.open_bill(self.member)
                self.kit.refuse(error)

    def _ask_same(self, error: MaybeSameBill) -> None:
        self.kit.play(Tone.ERROR)
        same = Answer(self.tr("The same bill – add nothing"), Qt.Key.Key_Return, partial(self._same, error))
        other = Answer(self.tr("Another bill – record it"), Qt.Key.Key_F12, self._record_another)
        self.kit.notices.ask(self._sentence(error), "", same, other)

    def _record_another(self) -> None:
        self.record(another=True)

    def _same(self, error: MaybeSameBill) -> None:
        self.kit.play(Tone.OK)
        self.routes.go_idle()
        words = self.tr("In the books since {time}: {points}")
        time = self.kit.shop.local(error.at)
        title = words.format(time=f"{time:%H:%M}", points=signed(error.points))
        self.kit.notices.done(title, self.tr("Nothing was added again."))

    def _sentence(self, error: Refusal) -> str:
        name = "" if self.desk is None else self.desk.program.points_name
        return sentence(error, shop=self.kit.shop, points_name=name)


def _nothing(_value: object) -> None:
    """Nobody waits for this."""


def _point_value_vnd(program: Program) -> int | None:
    """Say what one point pays, where whole đồng say it."""
    for reward in program.rewards:
        if isinstance(reward, PayWithPoints) and reward.block_vnd % reward.block_points == 0:
            return reward.block_vnd // reward.block_points
    return None
