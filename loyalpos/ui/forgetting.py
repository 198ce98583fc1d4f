"""Somebody forgot their PIN: who gives them another one, or how an owner gives it to themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from loyalpos.engine.staff import Person, Role
from loyalpos.errors import LoyalError, PinUnfit
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.gate import Gate
from loyalpos.ui.words import dates
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.services.forgotten import Asked, Proof
    from loyalpos.services.till import Till
    from loyalpos.ui.forgotten_cover import ForgottenCover

__all__ = ["Forgetting"]


class Forgetting(QObject):
    """This answers, over a gate, that somebody does not know their PIN any more.

    Signals:
        let_in(Person): An owner has proved whose shop it is, and is at work.
    """

    let_in = Signal(object)

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.cover: ForgottenCover | None = None
        self._gate: Gate | None = None
        self._asked: tuple[Asked, ...] = ()

    def begin(self, till: Till, gate: Gate, person: Person) -> None:
        """Say what can be done, and for an owner do it."""
        if person.role is not Role.OWNER:
            gate.say(
                self.tr("{name} gets another PIN from an owner: in the office, under Staff").format(
                    name=person.name
                )
            )
            return
        self._run(
            lambda: till.forgotten.proof(),
            partial(self._open, till, gate, person),
            lambda error: _say(gate, error),
        )

    def tell(self, till: Till, gate: Gate) -> None:
        """Say at a gate which PINs were asked for without a proof."""
        self._run(lambda: till.forgotten.asked(), partial(self._remark, till, gate), _nothing)

    def say_stopped(self, person: Person) -> None:
        """Tell an owner who has come in that another PIN was asked for, and that this is over."""
        asked, self._asked = self._asked, ()
        if any(one.person.id == person.id for one in asked):
            self._kit.notices.error(
                self.tr("Somebody had asked for another PIN for you"),
                self.tr(
                    "That is over: only the PIN you typed just now counts. The page “Look again” says when "
                    "it was asked for."
                ),
            )

    def leave(self) -> None:
        """Go back to the gate."""
        cover, self.cover = self.cover, None
        if cover is not None and isValid(cover):
            cover.uncover()
            if self._gate is not None and isValid(self._gate):
                self._gate.pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, till: Till, gate: Gate, person: Person, proof: Proof) -> None:
        if not isValid(gate) or not gate.isVisible():
            return
        from loyalpos.ui.forgotten_cover import ForgottenCover  # noqa: PLC0415 - hardly ever needed

        self.leave()
        self._gate = gate
        self.cover = ForgottenCover(gate.window(), person, proof)
        self.cover.left.connect(self.leave)
        self.cover.typed.connect(partial(self._set, till, gate, person.id, proof))

    def _set(self, till: Till, gate: Gate, person: UUID, proof: Proof, typed: str, pin: str) -> None:
        if proof.value == "none":
            self._run(
                lambda: till.forgotten.ask(person, pin), partial(self._say_asked, till, gate), self._refuse
            )
        else:
            self._run(lambda: till.forgotten.reset(person, pin, typed), self._let_in, self._refuse)

    def _let_in(self, person: Person) -> None:
        self.leave()
        self._asked = ()
        self.let_in.emit(person)

    def _say_asked(self, till: Till, gate: Gate, _asked: Asked) -> None:
        self.leave()
        self._kit.play(Tone.OK)
        self.tell(till, gate)

    def _refuse(self, error: LoyalError) -> None:
        self._kit.play(Tone.ERROR)
        if self.cover is not None:
            self.cover.say(sentence(error), of_pin=isinstance(error, PinUnfit))

    def _remark(self, till: Till, gate: Gate, asked: tuple[Asked, ...]) -> None:
        self._asked = asked
        if not isValid(gate):
            return
        words = self.tr(
            "Another PIN was asked for {name} ({at}). It holds from {holds}. {name} stops it with the PIN of "
            "now; an owner or a manager stops it on the staff page."
        )
        time = till.shop.time
        gate.remark.say(
            "\n".join(
                words.format(
                    name=one.person.name,
                    at=dates.moment(one.at, time),
                    holds=dates.moment(one.holds_from, time),
                )
                for one in asked
            )
        )

    def _run(
        self, job: Callable[[], object], done: Callable[..., object], refused: Callable[[LoyalError], object]
    ) -> None:
        # Hashing takes its time; nothing else is waited for meanwhile.
        self._kit.reader.run(job, done=done, refused=refused, unavailable=refused, owner=self)


def _say(gate: Gate, error: LoyalError) -> None:
    if isValid(gate):
        gate.say(sentence(error))


def _nothing(_error: LoyalError) -> None:
    """The gate asks for a PIN all the same."""
