"""The partners of a draft: what each gives for a code, and what the shop pays for it."""

from __future__ import annotations

from msgspec.structs import replace

from loyalpos.engine.program import PartnerReward, Program
from loyalpos.engine.side_programs import Partner
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.side_boxes import name_box, number_box, number_of
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import text_of

__all__ = ["PartnersPanel"]


class PartnersPanel(SidePanel[Partner]):
    """The partners."""

    paths = ("$.partners[",)
    stem = "partner"

    def know(self, draft: Program) -> None:
        """Learn which partners a reward brings codes of."""
        given = {one.partner for one in draft.rewards if isinstance(one, PartnerReward)}
        for value, row in self._rows:
            words = self.tr("No reward brings its codes yet: add one above")
            row.note.say("" if value.id in given else words, tone="amber")

    def _of(self, program: Program) -> tuple[Partner, ...]:
        return program.partners

    def _into(self, base: Program, values: tuple[Partner, ...]) -> Program:
        return replace(base, partners=values)

    def _row(self, value: Partner, _program: Program) -> SideRow:
        return SideRow(
            {
                "name": name_box(value.name),
                "perk": name_box(value.perk),
                "settled_vnd": number_box(Number.VND, value.settled_vnd),
            }
        )

    def _typed(self, value: Partner, row: SideRow) -> Partner:
        return replace(
            value,
            name=text_of(row.boxes["name"], value.name),
            perk=text_of(row.boxes["perk"], value.perk),
            settled_vnd=number_of(row.boxes["settled_vnd"]) or 0,
        )

    def _first(self, made: str, _program: Program) -> Partner:
        return Partner(made, "", "")

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Partners"),
            self.tr("Add a partner"),
            self.tr("Shops that honour your codes; what they gave is settled at the end of the month."),
        )

    def _say(self, _value: Partner, row: SideRow) -> None:
        row.say(
            self.tr(
                "{name} gives {perk} for a code; for each one redeemed there the shop pays "
                "{settled_vnd} {remove}"
            ),
            {
                "name": self.tr("Name of the partner"),
                "perk": self.tr("What the partner gives for a code"),
                "settled_vnd": self.tr("What the shop pays for each code"),
            },
        )
