"""How a person decides that the till goes on without what its books have lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.staff import Person
from loyalpos.errors import ActsMissing, Refusal, Unavailable
from loyalpos.ui.books import Books
from loyalpos.ui.desktop.placing import fit_to_screen
from loyalpos.ui.desktop.raising import raise_window
from loyalpos.ui.jobs import Lane
from loyalpos.ui.start.loss_window import LossWindow
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.gate import Gate

__all__ = ["GoingOn"]


class GoingOn(QObject):
    """This asks why, and where the shop has PINs for that of somebody who may; then the books are opened.

    Signals:
        given_up(): The person leaves it.
        restore_wanted(): The person would rather bring a backup back.
    """

    given_up = Signal()
    restore_wanted = Signal()

    def __init__(self, books: Books, files: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._books = books
        self._files = files
        self.gate: Gate | None = None
        self.window = LossWindow()
        self.window.agreed.connect(self._agree)
        self.window.restore_wanted.connect(self._restore)
        self.window.left.connect(self.given_up)
        fit_to_screen(self.window)

    def ask(self, lacks: ActsMissing) -> None:
        """Show what is missing, and what going on means."""
        self.window.show_loss(lacks)
        raise_window(self.window)

    def end(self) -> None:
        """Let go of the window."""
        self._uncover()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    def _restore(self) -> None:
        self.window.hide()
        self.restore_wanted.emit()

    def _agree(self, reason: str) -> None:
        from loyalpos.services.losses import who_may_go_on  # noqa: PLC0415 - with the database

        self._files.run(
            partial(self._books.look_into, who_may_go_on),
            done=partial(self._ask_who, reason),
            refused=self.window.refuse,
            unavailable=self.window.refuse,
            owner=self.window,
        )

    def _ask_who(self, reason: str, people: tuple[Person, ...]) -> None:
        if not people:
            self._go_on(reason, None, self.window.refuse)
            return
        from loyalpos.ui.gate import Gate  # noqa: PLC0415 - no shop without PINs needs it

        self._uncover()
        self.gate = Gate(self.window)
        self.gate.typed.connect(
            lambda person, pin: self._go_on(reason, (person, pin), self._say),
        )
        self.gate.left.connect(self._let_decide)
        self.gate.ask(
            people,
            title=self.tr("Somebody who may has to agree"),
            why=self.tr("The till is to go on without what its books have lost."),
            may_leave=True,
        )

    def _go_on(
        self, reason: str, by: tuple[UUID, str] | None, refused: Callable[[Refusal | Unavailable], object]
    ) -> None:
        from loyalpos.services.losses import go_on_without  # noqa: PLC0415 - with the database

        here = self._books.settings
        self._books.open_after(
            partial(go_on_without, reason=reason, by=by, who=here.cashier, till=here.till), refused
        )

    def _say(self, error: Refusal | Unavailable) -> None:
        if self.gate is None or isinstance(error, Unavailable):
            self._uncover()
            self.window.refuse(error)
        else:
            self.gate.say(sentence(error))

    def _let_decide(self) -> None:
        self._uncover()
        self.window.go.setEnabled(True)

    def _uncover(self) -> None:
        gate, self.gate = self.gate, None
        if gate is not None:
            gate.uncover()
