"""The partners of a draft: what each gives for a code, and what the shop pays for it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import PartnerReward, Program
from loyalpos.engine.side_programs import Partner
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import TextBox

__all__ = ["PartnerRow", "PartnersPanel"]


class PartnerRow(SideRow[Partner]):
    """One partner."""

    def __init__(self, partner: Partner, parent: QWidget | None = None) -> None:
        self.name = TextBox()
        self.perk = TextBox()
        self.settled = NumberBox(Number.VND)
        self._has_reward = True
        boxes = {"name": self.name, "perk": self.perk, "settled_vnd": self.settled}
        super().__init__(partner, boxes, parent)
        self.retranslate()

    def know(self, draft: Program) -> None:
        """Learn whether a reward brings its codes."""
        self._has_reward = any(
            isinstance(one, PartnerReward) and one.partner == self.value.id for one in draft.rewards
        )
        self._say_note()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.name.setAccessibleName(self.tr("Name of the partner"))
        self.perk.setAccessibleName(self.tr("What the partner gives for a code"))
        self.settled.setAccessibleName(self.tr("What the shop pays for each code"))
        self.sentence.say(
            self.tr(
                "{name} gives {perk} for a code; for each one redeemed there the shop pays "
                "{settled_vnd} {remove}"
            )
        )
        self._say_note()

    def _say_note(self) -> None:
        if self._has_reward:
            self.note.say("")
        else:
            self.note.say(self.tr("No reward brings its codes yet: add one above"), tone="amber")


class PartnersPanel(SidePanel[Partner]):
    """The partners."""

    field = "partners"
    paths = ("$.partners[",)

    def new_value(self, new_id: str) -> Partner:
        """Give a new one."""
        return Partner(new_id, "", "")

    def row_of(self, value: Partner) -> SideRow[Partner]:
        """Make its row."""
        return PartnerRow(value)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.set_title(self.tr("Partners"))
        self.add_button.setText(self.tr("Add a partner"))
        self.say_what_for(
            self.tr("Shops that honour your codes; what they gave is settled at the end of the month.")
        )
