"""The good causes of a draft: what a point is worth to each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import DonationReward, Program
from loyalpos.engine.side_programs import Cause
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import TextBox

__all__ = ["CauseRow", "CausesPanel"]


class CauseRow(SideRow[Cause]):
    """One cause."""

    def __init__(self, cause: Cause, parent: QWidget | None = None) -> None:
        self.name = TextBox()
        self.worth = NumberBox(Number.VND)
        self._is_given = True
        super().__init__(cause, {"name": self.name, "point_vnd": self.worth}, parent)
        self.retranslate()

    def know(self, draft: Program) -> None:
        """Learn whether a reward gives to it."""
        self._is_given = any(
            isinstance(one, DonationReward) and one.cause == self.value.id for one in draft.rewards
        )
        self._say_note()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.name.setAccessibleName(self.tr("Name of the cause"))
        self.worth.setAccessibleName(self.tr("What a point is worth to it"))
        self.sentence.say(self.tr("For {name} the shop gives {point_vnd} for each point {remove}"))
        self._say_note()

    def _say_note(self) -> None:
        if self._is_given:
            self.note.say("")
        else:
            self.note.say(self.tr("No reward gives points to it yet: add one above"), tone="amber")


class CausesPanel(SidePanel[Cause]):
    """The good causes."""

    field = "causes"
    paths = ("$.causes[",)

    def new_value(self, new_id: str) -> Cause:
        """Give a new one."""
        return Cause(new_id, "", 100)

    def row_of(self, value: Cause) -> SideRow[Cause]:
        """Make its row."""
        return CauseRow(value)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.set_title(self.tr("Good causes"))
        self.add_button.setText(self.tr("Add a cause"))
        self.say_what_for(self.tr("Customers give points away; the shop pays what they are worth."))
