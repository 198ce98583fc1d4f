"""A code that is nobody's was scanned: it is linked to a member, or somebody joins with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from loyalpos.engine.acts import Desk
from loyalpos.engine.codes import CardCode, is_card
from loyalpos.errors import Refusal
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.steps import Step
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.counter.link_panel import LinkPanel

__all__ = ["LinkStep"]


class LinkStep(Step):
    """It is asked whose a code is; the one box still finds members."""

    _code = ""
    _ours = False
    _member: UUID | None = None
    _name: str | None = None

    def join(self, screen: CounterScreen) -> None:
        """Listen to the question."""
        screen.late.when_made(View.LINK, self._listen)

    def _listen(self, panel: LinkPanel) -> None:
        panel.link_wanted.connect(self._link)
        panel.replace_wanted.connect(self._replace)
        panel.enrol_wanted.connect(self._enrol)
        panel.cancelled.connect(self.step_back)

    def begin(self, code: str, *, ours: bool, member: UUID | None, name: str | None) -> None:
        """Ask about a code, for the member who stands there or for nobody yet."""
        self._code, self._ours, self._member, self._name = code, ours, member, name
        self.render()

    def render(self) -> None:
        """Show the question."""
        self.kit.screen.show_view(View.LINK)
        self.focus()

    def focus(self) -> None:
        """Let Enter answer."""
        name = None if self._member is None else self._name or ""
        self.kit.screen.link.begin(self._code, member_name=name, ours=self._ours)

    def take_member(self, member: UUID) -> None:
        """This is whose it may be: ask."""
        self.kit.read(partial(self.kit.till.counter.desk, member), self._show_member)

    def take_free_code(self, code: str, *, ours: bool) -> None:
        """Ask about the other code instead."""
        self.begin(code, ours=ours, member=self._member, name=self._name)

    def step_back(self) -> None:
        """Leave the code; the member who stood there still does."""
        if self._member is None:
            self.routes.go_idle()
        else:
            self.routes.open_bill(self._member)

    def _show_member(self, desk: Desk) -> None:
        assert desk.member is not None
        known = desk.member.member
        self.begin(self._code, ours=self._ours, member=known.id, name=known.name)

    def _link(self, code: str) -> None:
        member = self._member
        if member is None or self.kit.is_writing:
            return
        self.kit.write(
            partial(self.kit.till.members.link, member, code), partial(self._linked, member), self._refused
        )

    def _linked(self, member: UUID, _done: None) -> None:
        self.kit.play(Tone.OK)
        self.routes.open_bill(member)
        name = self._name or self.tr("the customer")
        self.kit.notices.done(
            self.tr("Linked to {name}").format(name=name),
            self.tr("Scanning this code now finds this customer."),
        )

    def _replace(self, code: str) -> None:
        member = self._member
        if member is None or self.kit.is_writing or not is_card(code):
            return
        self.kit.write(
            partial(self.kit.till.members.replace_card, member, CardCode(code)),
            partial(self._replaced, member),
            self._refused,
        )

    def _replaced(self, member: UUID, _done: None) -> None:
        self.kit.play(Tone.OK)
        self.routes.open_bill(member)
        name = self._name or self.tr("the customer")
        self.kit.notices.done(
            self.tr("New card for {name}").format(name=name),
            self.tr("The old card is dead: whoever scans it is told so."),
        )

    def _refused(self, error: Refusal) -> None:
        self.kit.play(Tone.ERROR)
        self.kit.screen.link.show_problem(sentence(error))

    def _enrol(self, code: str) -> None:
        if self._ours and is_card(code):
            self.routes.start_enrolment(card=CardCode(code))
        else:
            self.routes.start_enrolment(alias=code)
