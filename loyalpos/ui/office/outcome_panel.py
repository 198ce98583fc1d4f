"""What became of a list that was taken in, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits
from loyalpos.errors import Refusal
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

__all__ = ["Intake", "OutcomePanel"]

_REFUSED_SHOWN = 20


class Intake(Protocol):
    """What became of a list: its id, the rows refused meanwhile, and whether it was stopped."""

    @property
    def id(self) -> UUID: ...  # noqa: D102

    @property
    def refused(self) -> tuple[tuple[int, Refusal], ...]: ...  # noqa: D102

    @property
    def cancelled(self) -> bool: ...  # noqa: D102


T = TypeVar("T", bound=Intake)


class OutcomePanel(Translated, Panel, Generic[T]):
    """How many came in, which rows stayed out and why; on, back, or another list.

    Signals:
        undo_wanted(UUID): The list is to be undone.
    """

    undo_wanted = Signal(object)

    def __init__(self, came_in: Callable[[T], str], parent: QWidget | None = None) -> None:
        super().__init__(" ", fill="brand_soft", edge="brand", parent=parent)
        self._came_in = came_in
        self._taken: T | None = None
        self._left_out = 0
        self._words = Words("", "base", wrap=True)
        self.go_on = ActionButton("", look=Look.PRIMARY)
        self.undo = ActionButton("", icon="undo")
        self.save_rows = ActionButton("")
        self.another = ActionButton("")
        self.body.addWidget(self._words)
        self.body.addWidget(WrapRow(self.go_on, self.another, self.save_rows, self.undo))
        self.undo.clicked.connect(self._want_undo)
        self.retranslate()

    def show_taken(self, taken: T, left_out: int) -> None:
        """Say what became of a list, and how many rows of it stayed out."""
        self._taken, self._left_out = taken, left_out
        self.retranslate()

    def begin(self) -> None:
        """Go to what a person does next."""
        stopped = self._taken is not None and self._taken.cancelled
        (self.go_on if stopped else self.another).setFocus()

    def _want_undo(self) -> None:
        if self._taken is not None:
            self.undo_wanted.emit(self._taken.id)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.go_on.setText(self.tr("Go on"))
        self.save_rows.setText(self.tr("Save %Ln row(s) that stayed out…", "", self._left_out))
        self.save_rows.setVisible(self._left_out > 0)
        self.undo.setText(self.tr("Undo the whole list"))
        taken = self._taken
        if taken is None:
            return
        self.set_title(self.tr("Stopped on the way") if taken.cancelled else self.tr("Taken in"))
        lines = [self._came_in(taken)]
        for row, refusal in taken.refused[:_REFUSED_SHOWN]:
            words = self.tr("Row {row} stayed out: {why}")
            lines.append(words.format(row=row, why=sentence(refusal)))
        if len(taken.refused) > _REFUSED_SHOWN:
            words = self.tr("{count} more rows stayed out")
            lines.append(words.format(count=group_digits(len(taken.refused) - _REFUSED_SHOWN)))
        self._words.setText("\n".join(lines))
        self.go_on.setVisible(taken.cancelled)
