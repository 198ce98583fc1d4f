"""A member takes consents back at the counter, or is asked anew and agrees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from loyalpos.engine.members import Consent, Purpose
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.desktop.sounds import Tone

if TYPE_CHECKING:
    from loyalpos.ui.counter.consent_box import ConsentBox

__all__ = ["Consenting"]


class Consenting(QObject):
    """Carries out what a member says, and says what came of it; the bill goes on then."""

    def __init__(self, kit: Kit, go_on: Callable[[UUID], object], parent: QObject | None = None) -> None:
        """Work for nobody yet.

        Args:
            go_on: Opens the member's bill again.
        """
        super().__init__(parent)
        self._kit = kit
        self._go_on = go_on
        self._member: UUID | None = None

    def join(self, box: ConsentBox) -> None:
        """Listen to a window's rows."""
        box.taken_back.connect(self._take_back)
        box.agreed.connect(self._give)

    def begin(self, member: UUID) -> None:
        """Work for a member from now on."""
        self._member = member

    def _take_back(self, purposes: tuple[Purpose, ...]) -> None:
        from loyalpos.ui.words.consent import consent_to  # noqa: PLC0415 - behind the first scan

        said: tuple[Consent, ...] = tuple(consent_to(one) for one in purposes)
        if self._member is not None and not self._kit.is_writing:
            withdraw = partial(self._kit.till.consents.withdraw, self._member, said)
            self._kit.write(withdraw, lambda _done: self._tell_taken_back(purposes))

    def _give(self, purpose: Purpose) -> None:
        from loyalpos.ui.words.consent import consent_to  # noqa: PLC0415 - behind the first scan

        if self._member is not None and not self._kit.is_writing:
            give = partial(self._kit.till.consents.give, self._member, consent_to(purpose))
            self._kit.write(give, lambda _done: self._tell_given(purpose))

    def _tell_taken_back(self, purposes: tuple[Purpose, ...]) -> None:
        from loyalpos.ui.words.consent import purpose_name  # noqa: PLC0415 - behind the first scan

        names = ", ".join(purpose_name(one) for one in purposes)
        more = self.tr("Nothing of it is done from now on.")
        if Purpose.PROGRAM in purposes:
            more = self.tr(
                "In no list and no message from now on; what was collected stays and can be spent."
            )
        self._tell(self.tr("Taken back: {purposes}").format(purposes=names), more)

    def _tell_given(self, purpose: Purpose) -> None:
        from loyalpos.ui.words.consent import purpose_name  # noqa: PLC0415 - behind the first scan

        words = self.tr("The customer agreed anew: {purpose}")
        self._tell(words.format(purpose=purpose_name(purpose)), "")

    def _tell(self, title: str, more: str) -> None:
        member = self._member
        if member is None:
            return
        self._kit.play(Tone.OK)
        self._kit.word_said.emit()
        self._go_on(member)
        self._kit.notices.done(title, more)
