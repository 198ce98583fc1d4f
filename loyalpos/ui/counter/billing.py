"""The open bill: its total and rewards are typed, shown at every key, and recorded once."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer

from loyalpos.engine.acts import Desk
from loyalpos.engine.bill_inputs import wanted_inputs
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import CardCode, VoucherCode, is_card
from loyalpos.engine.money import AmountProblem, AmountTyped, parse_amount, vnd
from loyalpos.engine.owner import OwnerAsked
from loyalpos.engine.points_worth import paid_vnd
from loyalpos.engine.program import Program
from loyalpos.engine.vouchers import Presented
from loyalpos.engine.when import WhenProblem, parse_when
from loyalpos.ui.counter.facing import Seen
from loyalpos.ui.counter.foreseeing import Foreseeing
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.counter.photos import RewardPhotos
from loyalpos.ui.counter.pricing import Pricing, desk_of_then
from loyalpos.ui.counter.recording import Recording
from loyalpos.ui.counter.redeeming import Redeeming
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Routes, Step
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.problems import amount_problem

__all__ = ["BillStep"]

_PAINTED_AFTER_MS = 20


class BillStep(Step):
    """A bill is open, of a member or of nobody."""

    def __init__(self, kit: Kit, routes: Routes, parent: QObject | None = None) -> None:
        super().__init__(kit, routes, parent)
        self.desk: Desk | None = None
        self._asked_by: Program | None = None
        self._asked_member: UUID | None = None
        self.asked: OwnerAsked | None = None
        self._redeeming = Redeeming(kit, self)
        self._redeeming.changed.connect(self._preview)
        self._photos = RewardPhotos(kit)
        self._photos.changed.connect(self._show_photos)
        self._foreseeing = Foreseeing(kit, self)
        self._recording = Recording(kit, routes, self)
        self._keeping = QTimer(self, singleShot=True, interval=_PAINTED_AFTER_MS)
        self._keeping.timeout.connect(self._keep)

    @property
    def member(self) -> UUID | None:
        """Whose bill it is."""
        return None if self.desk is None or self.desk.member is None else self.desk.member.member.id

    @property
    def taken(self) -> tuple[Taken, ...]:
        """The rewards chosen into it."""
        return self._redeeming.taken

    @property
    def vouchers(self) -> tuple[Presented, ...]:
        """The vouchers shown for it."""
        return self._redeeming.vouchers

    @property
    def points_problem(self) -> str:
        """Why the points chosen cannot pay; empty where they can."""
        return self._redeeming.problem

    @property
    def has_amount(self) -> bool:
        """Whether anything stands in the total."""
        return bool(self.kit.screen.bill.total.text().strip())

    @property
    def is_begun(self) -> bool:
        """Whether something was typed or chosen that is not recorded yet."""
        return self.desk is not None and bool(self.has_amount or self.taken or self.vouchers)

    def join(self, screen: CounterScreen) -> None:
        """Listen to the bill and the rewards."""
        screen.bill.total.edited.connect(self._preview)
        screen.bill.total.come_back_to.connect(self._learn_items)
        screen.bill.receipt.when_edited.connect(self._preview)
        screen.bill.inputs_edited.connect(self._preview)
        screen.bill.record_wanted.connect(self._recording.record)
        screen.bill.rewards_wanted.connect(self.enter_rewards)
        screen.bill.leave_wanted.connect(self.step_back)
        screen.bill.points.submitted.connect(self._recording.record)
        self._redeeming.join(screen)
        screen.rewards.left.connect(self.focus)

    def open(self, desk: Desk) -> None:
        """Begin with a member, or nobody; what is typed stays, rewards are chosen anew."""
        self.desk = desk
        self._redeeming.forget()
        # Once the member is painted: written meanwhile it would hold the paint up.
        self._keeping.start()
        self._learn_items()
        self._photos.look()
        self.render()
        self.focus()

    def keep_id(self) -> None:
        """Keep on the disk under which id the bill will be recorded, where that still waits."""
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep()

    def take_goods(self, code: str) -> bool:
        """Add the item a scanned barcode belongs to, where the shop types items and has it."""
        lines = self.kit.screen.bill.total.lines
        return self.desk is not None and lines is not None and lines.add_code(code)

    def take_voucher(self, code: VoucherCode) -> bool:
        """Take a scanned voucher into the bill, or out of it again."""
        desk = self.desk
        if desk is not None:
            show = partial(self.kit.till.counter.show_voucher, code, self.member)
            self.kit.read(show, partial(self._show_voucher, desk))
        return desk is not None

    def _keep(self) -> None:
        if self.desk is not None:
            self.kit.writer.run(
                partial(self.kit.till.counter.keep_draft, self.member, self.desk.action),
                done=_nothing,
                # The record itself will say what is wrong with the disk.
                refused=_nothing,
                unavailable=_nothing,
                owner=self,
            )

    def _show_voucher(self, desk: Desk, voucher: Presented) -> None:
        if self.desk is desk:
            self._redeeming.show_voucher(voucher)

    def _learn_items(self) -> None:
        """Read the catalogue again, in a shop that types items."""
        lines = self.kit.screen.bill.total.lines
        if self.desk is not None and lines is not None:
            self.kit.reader.run_latest(
                "items",
                self.kit.till.items.catalogue,
                done=lines.show_catalogue,
                refused=self.kit.refuse,
                unavailable=_nothing,
                owner=lines,
            )

    def close(self) -> None:
        """Forget the bill: it is recorded, or nobody's."""
        self.desk = None
        self.asked = None
        self._keeping.stop()
        self._redeeming.forget()
        self._foreseeing.forget()
        self.kit.screen.bill.clear()

    def render(self) -> None:
        """Show member, rewards and bill."""
        screen, desk = self.kit.screen, self.desk
        if desk is None:
            return
        # It may be another window than before.
        self._asked_by = None
        screen.show_view(View.BILL)
        self._show_photos()
        if desk.member is None:
            screen.member.show_anonymous(desk.program.points_name)
        else:
            shop = self.kit.shop
            screen.member.show_member(
                desk.member,
                shop,
                shop.business_day(self.kit.now()),
                desk.program.points_name,
                paid_vnd(
                    desk.program, desk.member.spendable, "" if desk.standing is None else desk.standing.tier
                ),
            )
            screen.member.show_held(desk)
        self._preview()

    def _show_photos(self) -> None:
        self.kit.screen.rewards.show_photos(self._photos.images)

    def focus(self) -> None:
        """Type the total next, or its items."""
        self.kit.screen.bill.total.begin()

    def enter_rewards(self) -> None:
        """F6: choose rewards by their numbers."""
        if self.desk is not None:
            self._redeeming.enter()

    def take_member(self, member: UUID) -> None:
        """Another member stands there: never let a bill go to the wrong one unseen."""
        if member == self.member:
            self.kit.play(Tone.TICK)
            self.focus()
            return
        if self.taken or self.vouchers:
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
        self._recording.record()

    def step_back(self) -> None:
        """Leave the rewards, then the bill; a typed total goes only with a second Esc."""
        screen = self.kit.screen
        if screen.is_finding or not self.is_begun:
            self.routes.go_idle()
            return
        drop = Answer(self.tr("Throw away"), Qt.Key.Key_Escape, self.routes.go_idle)
        keep = Answer(self.tr("Go on with the bill"), Qt.Key.Key_Return, self.focus)
        self.kit.notices.ask(
            self.tr("Throw this bill away?"), self.tr("It has not been recorded."), keep, drop
        )

    def total(self) -> AmountTyped:
        """Read the total as typed."""
        thousands = self.kit.till.shop.description.thousands
        return parse_amount(self.kit.screen.bill.total.text(), thousands=thousands)

    def deny(self, field: str, problem: str) -> None:
        """Say what is wrong at a field."""
        self.kit.play(Tone.ERROR)
        self.kit.screen.bill.show_problem(field, problem)

    def _preview(self) -> None:
        """Show what the bill comes to as it stands."""
        screen = self.kit.screen
        if self.desk is None:
            return
        when = screen.bill.receipt.when_text()
        desk = desk_of_then(self.desk, self.kit.till.shop, when, self.kit.now())
        total = self.total()
        total_vnd = total if isinstance(total, int) else None
        if self._asked_by is not desk.program or self._asked_member != self.member:
            self._asked_by, self._asked_member = desk.program, self.member
            wanted = wanted_inputs(desk.program)
            # What nobody owes could never be asked for.
            screen.bill.ask_for(wanted if self.member is not None else replace(wanted, parts=False))
        inputs = screen.bill.inputs_of(total_vnd or 0)
        bill = Bill(
            total_vnd or 0,
            tender=inputs.tender,
            lines=screen.bill.total.bill_lines(),
            discount_vnd=inputs.discount_vnd,
            tax_vnd=inputs.tax_vnd,
            tender_parts=inputs.tender_parts,
            paid_vnd=inputs.paid_vnd,
        )
        open_bill = None if total_vnd is None else bill
        pricing = Pricing(desk, desk.footing, self.taken, self.vouchers)
        priced = None if total_vnd is None and not self.taken else pricing.quote(bill)
        self._redeeming.show(desk, open_bill, priced)
        self.asked = pricing.asked(bill, priced)
        at = parse_when(when, self.kit.now(), self.kit.shop)
        can_be_recorded = priced is not None and not priced.refused and self.asked is None
        if can_be_recorded and not isinstance(at, WhenProblem):
            self._foreseeing.look_at(desk, replace(bill, at=at), self.taken, self.vouchers)
        else:
            self._foreseeing.look_at(desk, None, (), ())
        screen.bill.show_quote(priced, desk, self.asked)
        # What must be asked leaves no room for what may be told.
        screen.bill.show_offers(() if self.asked else pricing.told(open_bill, priced))
        if isinstance(total, AmountProblem) and total is not AmountProblem.EMPTY:
            screen.bill.show_problem("amount", amount_problem(total))
        # What may be refused, or the owner may say no to, is promised to nobody.
        sound = priced if can_be_recorded else None
        if self.routes.step is self:
            # A bill that waits behind another step is nobody's to see.
            self.kit.facing.show_bill(Seen(desk, open_bill, sound, self._redeeming.listed))

    def _switch(self, member: UUID) -> None:
        said_amount = self.kit.screen.bill.total.text().strip() if self.desk is not None else ""
        from_member = self.member is not None
        self.routes.open_bill(member)
        if said_amount and from_member:
            total = self.total()
            amount = vnd(total) if isinstance(total, int) else said_amount
            words = self.tr("The bill of {amount} is now for the customer just scanned.")
            self.kit.notices.done(self.tr("Another customer"), words.format(amount=amount))


def _nothing(_value: object) -> None:
    """Nobody waits for this."""
