"""Carries out what a member says on their particulars, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.members import Consent
from loyalpos.errors import GuardianMissing, MemberGone, Refusal
from loyalpos.services.consents import Consents
from loyalpos.ui.office.member_consents import MemberConsents
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.refusals import sentence

__all__ = ["MemberPrivacy"]


class MemberPrivacy(QObject):
    """Works for the member who is open.

    Signals:
        changed(): Something of the member is to be read again.
        gone(Refusal): The member is no longer there.
    """

    changed = Signal()
    gone = Signal(object)

    def __init__(self, page: Page, panel: MemberConsents) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._member: UUID | None = None
        panel.given.connect(self._give)
        panel.withdrawn.connect(self._withdraw)
        panel.restriction_wanted.connect(self._restrict)
        panel.under_age_said.connect(self._say_under_age)

    def open(self, member: UUID) -> None:
        """Work for this member from now on."""
        self._member = member

    def _give(self, said: Consent, proof: str) -> None:
        self._write(lambda consents, member: consents.give(member, said, proof))

    def _withdraw(self, said: tuple[Consent, ...], proof: str) -> None:
        self._write(lambda consents, member: consents.withdraw(member, said, proof))

    def _restrict(self, on: bool) -> None:
        self._write(lambda consents, member: consents.restrict(member, on=on))

    def _say_under_age(self, on: bool, guardian: str) -> None:
        self._write(lambda consents, member: consents.say_under_age(member, on=on, guardian=guardian))

    def _write(self, job: Callable[[Consents, UUID], None]) -> None:
        till = self._page.till
        if till is None or self._member is None:
            return
        self._page.workplace.writer.run(
            partial(job, till.consents, self._member),
            done=self._say_saved,
            refused=self._refuse,
            unavailable=self._page.refuse,
        )

    def _say_saved(self, _nothing: None) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"))
        self.changed.emit()

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, MemberGone):
            self.gone.emit(refusal)
        elif isinstance(refusal, GuardianMissing):
            self._panel.show_problem(sentence(refusal))
        else:
            self._page.refuse(refusal)
