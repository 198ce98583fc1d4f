"""What else is done for the member who stands there: a service ticked off, a membership sold."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from loyalpos.engine.bill_inputs import TenderProblem, find_tender, wanted_inputs
from loyalpos.engine.money import AmountProblem, parse_amount
from loyalpos.errors import MaybeSamePayment
from loyalpos.ui.counter import said
from loyalpos.ui.counter.consenting import Consenting
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Routes, Step
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.problems import amount_problem
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    # Few shops have anything of it; a start does not wait for it.
    from loyalpos.engine.acts import BillPaid
    from loyalpos.engine.consents import Privacy
    from loyalpos.engine.extras import (
        EndOffer,
        Extra,
        MembershipChanged,
        PaymentOffer,
        SaleOffer,
        ServiceDone,
        ServiceOffer,
        StampsGiven,
        SurveyAnswered,
        SurveyOffer,
    )
    from loyalpos.engine.members import Member
    from loyalpos.engine.occasions import SurveyGift
    from loyalpos.engine.open_services import OpenService
    from loyalpos.engine.part_paid import Owed
    from loyalpos.errors import Refusal
    from loyalpos.services.till import Till
    from loyalpos.ui.counter.serve_panel import ServePanel

__all__ = ["ServeStep"]


class ServeStep(Step):
    """Something is chosen and done; then the member's bill goes on."""

    def __init__(self, kit: Kit, routes: Routes, parent: QObject | None = None) -> None:
        super().__init__(kit, routes, parent)
        self._member: Member | None = None
        self._extras: tuple[Extra, ...] = ()
        self._privacy: Privacy | None = None
        self._consenting = Consenting(kit, routes.open_bill, self)

    def join(self, screen: CounterScreen) -> None:
        """Listen to the panel."""
        screen.late.when_made(View.SERVE, self._listen)

    def _listen(self, panel: ServePanel) -> None:
        panel.swap_wanted.connect(self._swap)
        panel.deal_wanted.connect(self._deal)
        panel.payment_wanted.connect(self._pay)
        panel.left.connect(self.step_back)
        self._consenting.join(panel.consents)

    def look(
        self,
        member: Member,
        services: tuple[OpenService, ...],
        surveys: tuple[SurveyGift, ...] = (),
        owed: tuple[Owed, ...] = (),
    ) -> None:
        """See what there is to do for a member.

        Args:
            services: Those the member waits for.
            surveys: Those the member has not answered.
            owed: The bills that are still to be paid.
        """
        look = partial(_seen, self.kit.till, member.id, services, surveys, owed)
        self.kit.read(look, partial(self._begin, member))

    def render(self) -> None:
        """Show the choices."""
        panel = self.kit.screen.serve
        self.kit.show_view(View.SERVE)
        if self._privacy is not None:
            program = self.kit.till.shop.program_on(self.kit.shop.business_day(self.kit.now()))
            shop_name = self.kit.till.shop.description.name
            panel.consents.show_privacy(self._privacy, shop_name, program.points_name)
        panel.show_extras(self._extras)

    def focus(self) -> None:
        """Choose by number."""
        self.kit.screen.serve.enter()

    def take_free_code(self, code: str, *, ours: bool) -> None:
        """Link it to the member who stands there."""
        known = self._member
        if known is not None:
            self.routes.start_link(code, ours=ours, member=known.id, name=known.name or "")

    def step_back(self) -> None:
        """Go on with the bill."""
        if self._member is None:
            self.routes.go_idle()
        else:
            self.routes.open_bill(self._member.id)

    def _begin(self, member: Member, seen: tuple[tuple[Extra, ...], Privacy]) -> None:
        self._member, (self._extras, self._privacy) = member, seen
        self._consenting.begin(member.id)
        self.routes.begin(self)
        self.render()
        self.focus()

    def _swap(self, card: str, stamps: int, reason: str) -> None:
        member = self._member
        if member is not None and not self.kit.is_writing:
            swap = partial(self.kit.till.stamps.swap_in, member.id, card, stamps, reason)
            self.kit.write(swap, self._swapped, self._refused)

    def _deal(self, deal: SaleOffer | EndOffer | ServiceOffer | SurveyOffer) -> None:
        member = self._member
        if member is None or self.kit.is_writing:
            return
        self.kit.write(_doing(self.kit.till, member.id, deal), self._tell_done, self._refused)

    def _pay(self, offer: PaymentOffer, typed: str, told: str) -> None:
        amount = parse_amount(typed, thousands=self.kit.till.shop.description.thousands)
        if isinstance(amount, AmountProblem):
            self.kit.play(Tone.ERROR)
            self.kit.screen.serve.show_problem(amount_problem(amount))
            return
        tender = find_tender(told, offer.tenders)
        if isinstance(tender, TenderProblem):
            from loyalpos.ui.words.extras import numbered  # noqa: PLC0415 - few shops sell so

            self.kit.play(Tone.ERROR)
            words = self.tr("No rule asks for this one – leave it empty, or: {tenders}")
            if tender is TenderProblem.SEVERAL:
                words = self.tr("Which one is it? {tenders}")
            self.kit.screen.serve.show_problem(words.format(tenders=numbered(offer.tenders)))
            return
        self._pay_amount(offer, amount, tender)

    def _pay_amount(
        self, offer: PaymentOffer, amount_vnd: int, tender: str | None, *, another: bool = False
    ) -> None:
        if self.kit.is_writing:
            return
        pay = partial(
            self.kit.till.payments.pay, offer.action, offer.owed.bill, amount_vnd, tender, another=another
        )
        anew = partial(self._pay_amount, offer, amount_vnd, tender, another=True)
        self.kit.write(pay, self._paid, partial(self._not_paid, anew))

    def _not_paid(self, anew: Callable[[], None], error: Refusal) -> None:
        if not isinstance(error, MaybeSamePayment):
            self._refused(error)
            return
        self.kit.play(Tone.ERROR)
        same = Answer(self.tr("The same payment – take nothing more"), Qt.Key.Key_Return, self._same)
        other = Answer(self.tr("Another payment – record it"), Qt.Key.Key_F12, anew)
        self.kit.notices.ask(sentence(error, shop=self.kit.shop), "", same, other)

    def _same(self) -> None:
        self.kit.play(Tone.OK)
        self.step_back()
        self.kit.notices.done(self.tr("In the books already"), self.tr("Nothing was paid again."))

    def _paid(self, done: BillPaid) -> None:
        program = self.kit.till.shop.program_on(self.kit.shop.business_day(self.kit.now()))
        self._tell(done.member, *said.paid(done, program.points_name))
        self.kit.acted.emit(done.payment)

    def _tell_done(self, done: MembershipChanged | ServiceDone | SurveyAnswered) -> None:
        from loyalpos.engine.extras import ServiceDone, SurveyAnswered  # noqa: PLC0415 - as said

        if isinstance(done, ServiceDone):
            self._tell(done.member, *said.service(done))
            self.kit.acted.emit(done.record)
            return
        program = self.kit.till.shop.program_on(self.kit.shop.business_day(self.kit.now()))
        if isinstance(done, SurveyAnswered):
            self._tell(done.member, *said.survey(done, program.points_name))
            self.kit.acted.emit(done.record)
            return
        self._tell(done.member, *said.membership(done, program.points_name))
        self.kit.acted.emit(done.record)

    def _swapped(self, given: StampsGiven) -> None:
        self._tell(given.member, *said.swapped(given))
        self.kit.acted.emit(given.record)

    def _tell(self, member: UUID, title: str, more: str) -> None:
        self.kit.play(Tone.OK)
        self.routes.open_bill(member)
        self.kit.notices.done(title, more)

    def _refused(self, error: Refusal) -> None:
        self.kit.play(Tone.ERROR)
        self.kit.screen.serve.show_problem(sentence(error))


def _doing(
    till: Till, member: UUID, deal: SaleOffer | EndOffer | ServiceOffer | SurveyOffer
) -> Callable[[], MembershipChanged | ServiceDone | SurveyAnswered]:
    from loyalpos.engine.extras import SaleOffer, ServiceOffer, SurveyOffer  # noqa: PLC0415 - as said

    if isinstance(deal, SurveyOffer):
        return partial(till.surveys.answer, member, deal.survey.id)

    if isinstance(deal, ServiceOffer):
        return partial(till.done.tick, member, deal.service.bill, deal.service.reward)
    if isinstance(deal, SaleOffer):
        return partial(till.memberships.sell, member, deal.sold.membership, deal.sold.id)
    return partial(till.memberships.end, member, deal.ended.sold.id)


def _seen(
    till: Till,
    member: UUID,
    services: tuple[OpenService, ...],
    surveys: tuple[SurveyGift, ...],
    owed: tuple[Owed, ...],
) -> tuple[tuple[Extra, ...], Privacy]:
    """See what can be done for a member, and what they agreed to; runs in the reader's lane."""
    return _extras_of(till, member, services, surveys, owed), till.consents.of(member)


def _extras_of(
    till: Till,
    member: UUID,
    services: tuple[OpenService, ...],
    surveys: tuple[SurveyGift, ...],
    owed: tuple[Owed, ...],
) -> tuple[Extra, ...]:
    from loyalpos.engine.extras import (  # noqa: PLC0415 - as said
        PaymentOffer,
        ServiceOffer,
        SurveyOffer,
        SwapOffer,
    )

    program = till.shop.program_on(till.shop.time.business_day(till.shop.now()))
    answers = (SurveyOffer(survey, program.points_name) for survey in surveys)
    swaps: tuple[Extra, ...] = ()
    if program.stamp_cards:
        swaps = tuple(SwapOffer(card) for card in till.stamps.cards_to_swap(member))
    has_memberships = till.shop.ever(lambda program: bool(program.memberships))
    deals = till.memberships.offers(member) if has_memberships else ()
    payments = (
        PaymentOffer(
            one,
            till.shop.outside.new_id(),
            wanted_inputs(till.shop.program_of(one.revision)).tenders,
        )
        for one in owed
    )
    return (*payments, *map(ServiceOffer, services), *answers, *deals, *swaps)
