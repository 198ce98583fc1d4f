"""The owner is asked, in place, whether a bill may go over a budget; the answer goes into the record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from loyalpos.engine.acts import Desk
from loyalpos.engine.owner import OwnerAsked, OwnerSaid
from loyalpos.ui.counter.kit import Kit
from loyalpos.ui.counter.notices import Answer
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.words.owner import owner_question

__all__ = ["OwnerSays"]


class OwnerSays(QObject):
    """This asks once for each bill and keeps what was answered, also for its retries.

    The answer is of the budgets and the points it was given for: with other points it is asked anew.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._kit = kit
        self._action: UUID | None = None
        self._asked: OwnerAsked | None = None
        self._said: dict[str, bool] = {}

    def said(self, action: UUID) -> OwnerSaid:
        """What the owner said about a bill, by the id of a budget."""
        return dict(self._said) if action == self._action else {}

    def must_be_asked(self, desk: Desk, asked: OwnerAsked | None, again: Callable[[], None]) -> bool:
        """Ask, if there is something to ask that was not answered; ``again`` records after the answer."""
        if asked is None or (desk.action == self._action and asked == self._asked):
            return False
        self.ask(desk, asked, again)
        return True

    def ask(self, desk: Desk, asked: OwnerAsked, again: Callable[[], None]) -> None:
        """Ask in place; nothing is recorded until one of two keys answers."""
        self._kit.play(Tone.ERROR)
        give = Answer(
            self.tr("Agreed: give"),
            Qt.Key.Key_Return,
            partial(self._take, desk.action, asked, True, again),  # noqa: FBT003 - what was answered
        )
        hold = Answer(
            self.tr("Not what is over"),
            Qt.Key.Key_F12,
            partial(self._take, desk.action, asked, False, again),  # noqa: FBT003 - what was answered
        )
        self._kit.notices.ask(
            owner_question(asked.budgets, asked.points, desk.program.points_name),
            self.tr("The answer is kept with the bill, for the owner to see."),
            give,
            hold,
            Answer(self.tr("Back"), Qt.Key.Key_Escape, self._kit.notices.clear),
            wants_thought=True,
        )

    def _take(self, action: UUID, asked: OwnerAsked, agrees: bool, again: Callable[[], None]) -> None:
        before = self._said if action == self._action else {}
        self._said = {**before, **{budget: agrees for budget, _ in asked.budgets}}
        self._action, self._asked = action, asked
        again()
