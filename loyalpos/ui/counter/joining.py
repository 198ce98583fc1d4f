"""A new member joins, with what was typed or scanned already filled in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from loyalpos.engine.acts import Enrolled
from loyalpos.engine.codes import CardCode, is_card
from loyalpos.engine.members import Candidate, Enrolment, Member
from loyalpos.engine.occasions import Referral
from loyalpos.errors import CardKilled, CardSpoilt, CardTaken, GuardianMissing, PhoneTaken, Refusal
from loyalpos.ui.counter import said
from loyalpos.ui.counter.find import Found, look_up
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Step
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.services.till import Till
    from loyalpos.ui.counter.enrol_panel import EnrolPanel

__all__ = ["EnrolStep"]


class EnrolStep(Step):
    """Somebody is being enrolled; a scanned blank card or old code joins the form."""

    _action: UUID | None = None
    _card: CardCode | None = None
    _alias: str | None = None
    _referrer: Candidate | None = None
    _is_child = False

    def join(self, screen: CounterScreen) -> None:
        """Listen to the form."""
        screen.late.when_made(View.ENROL, self._listen)

    def _listen(self, form: EnrolPanel) -> None:
        form.enrol_wanted.connect(self._enrol)
        form.cancelled.connect(self.step_back)
        form.origin.typed.connect(self._look_up_referrer)
        form.origin.chosen.connect(self._note_referrer)
        form.child.turned.connect(self._note_child)
        form.asking.notice.wanted.connect(self._read_notice)

    def begin(self, *, phone: str, name: str, card: CardCode | None, alias: str | None) -> None:
        """Open the form with what is known."""
        # One id for one form: a second press or a retry enrols nobody twice.
        self._action = self.kit.new_id()
        self._card, self._alias, self._referrer, self._is_child = card, alias, None, False
        self._show(phone=phone, name=name)

    def render(self) -> None:
        """Show the form in another window; what was typed is carried over."""
        self._show()

    def take_member(self, member: UUID) -> None:
        """Where it is asked who sent the customer, a scanned card is theirs; anywhere else its bill opens."""
        if self.kit.screen.enrol.origin.is_asking():
            self.kit.read(partial(self.kit.till.members.member, member), self._take_referrer)
        else:
            super().take_member(member)

    def focus(self) -> None:
        """Go on where the form is."""
        self.kit.screen.enrol.go_on()

    def take_free_code(self, code: str, *, ours: bool) -> None:
        """The new member gets this card, too."""
        if ours and is_card(code):
            self._card = CardCode(code)
        else:
            self._alias = code
        self.kit.screen.enrol.take_code(card=self._card, alias=self._alias)
        self.kit.play(Tone.TICK)

    def step_back(self) -> None:
        """Leave the form; a filled one only with a second Esc."""
        if not self.kit.screen.enrol.is_touched():
            self.routes.go_idle()
            return
        drop = Answer(self.tr("Throw away"), Qt.Key.Key_Escape, self.routes.go_idle)
        keep = Answer(self.tr("Go on with the form"), Qt.Key.Key_Return, self.focus)
        self.kit.notices.ask(
            self.tr("Throw this form away?"), self.tr("Nobody was enrolled yet."), keep, drop
        )

    def _show(self, *, phone: str = "", name: str = "") -> None:
        kit = self.kit
        today = kit.shop.business_day(kit.now())
        program = kit.till.shop.program_on(today)
        kit.screen.show_view(View.ENROL)
        kit.screen.enrol.begin(
            phone=phone,
            name=name,
            card=self._card,
            alias=self._alias,
            asks_source=kit.till.shop.description.asks_source,
            asks_referrer=any(isinstance(one, Referral) for one in program.occasions),
            referrer=self._referrer,
            child=self._is_child,
            today=today,
        )

    def _look_up_referrer(self, text: str) -> None:
        # Also nothing: it makes the search before it pointless.
        self.kit.reader.run_latest(
            "referrer",
            partial(look_up, self.kit.till, text),
            done=self._show_referrers,
            refused=self.kit.refuse,
            unavailable=partial(self.kit.fail, partial(self._look_up_referrer, text)),
            owner=self,
        )

    def _show_referrers(self, found: Found) -> None:
        self.kit.screen.enrol.origin.show_found(found.candidates)

    def _note_referrer(self, referrer: Candidate | None) -> None:
        """Keep who was chosen, for the form in another window."""
        self._referrer = referrer

    def _note_child(self, on: bool) -> None:
        """Keep that a child joins, for the form in another window."""
        self._is_child = on

    def _read_notice(self) -> None:
        notice = self.kit.screen.enrol.asking.notice
        self.kit.read(partial(_notice_of, self.kit.till), notice.show_notice)

    def _take_referrer(self, member: Member) -> None:
        self.kit.play(Tone.TICK)
        self._referrer = Candidate(member.id, member.name, member.phone, 0, None)
        self.kit.screen.enrol.origin.choose(self._referrer)
        self.kit.screen.enrol.go_on()

    def _enrol(self, enrolment: Enrolment) -> None:
        action = self._action
        if action is None or self.kit.is_writing:
            return
        self.kit.write(
            partial(self.kit.till.members.enrol, action, enrolment),
            partial(self._joined, enrolment.name),
            partial(self._refused, enrolment),
        )

    def _joined(self, name: str | None, joined: Enrolled) -> None:
        self.kit.play(Tone.OK)
        self._action = None
        self.routes.open_bill(joined.member)
        program = self.kit.till.shop.program_on(self.kit.shop.business_day(self.kit.now()))
        self.kit.notices.done(*said.enrolled(joined, name, program.points_name))
        self.kit.acted.emit(joined.member)

    def _refused(self, enrolment: Enrolment, error: Refusal) -> None:
        self.kit.play(Tone.ERROR)
        match error:
            case PhoneTaken(member=member):
                self.kit.screen.enrol.show_problem("phone", sentence(error))
                self._offer(member, sentence(error))
            case CardTaken(member=member):
                self._offer(member, sentence(error))
            case CardKilled() | CardSpoilt() if enrolment.card is not None:
                self._card = None
                self.kit.screen.enrol.take_code(card=None, alias=self._alias)
                self.kit.refuse(error)
            case GuardianMissing():
                self.kit.screen.enrol.child.show_missing()
            case _:
                self.kit.refuse(error)

    def _offer(self, member: UUID, title: str) -> None:
        show = Answer(
            self.tr("Open that customer"), Qt.Key.Key_Return, partial(self.routes.open_bill, member)
        )
        mend = Answer(self.tr("Correct the form"), Qt.Key.Key_Escape, self.kit.notices.clear)
        self.kit.notices.ask(title, "", show, mend)


def _notice_of(till: Till) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read the privacy notice in both languages, the shop's own first; runs in the reader's lane."""
    from loyalpos.printing.customer.notice import notice_lines, notice_title  # noqa: PLC0415 - seldom asked

    shop = till.shop.description
    return tuple((notice_title(language), notice_lines(shop, language)) for language in ("vi", "en"))
