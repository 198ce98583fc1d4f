"""The good causes of a draft: what a point is worth to each, and what of every bill goes to it."""

from __future__ import annotations

from msgspec.structs import replace

from loyalpos.engine.program import DonationReward, Program
from loyalpos.engine.side_programs import Cause
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.side_boxes import name_box, number_box, number_of
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import text_of

__all__ = ["CausesPanel"]


class CausesPanel(SidePanel[Cause]):
    """The good causes."""

    paths = ("$.causes[",)
    stem = "cause"

    def know(self, draft: Program) -> None:
        """Learn which causes a reward gives to."""
        given = {one.cause for one in draft.rewards if isinstance(one, DonationReward)}
        for value, row in self._rows:
            words = self.tr("No reward gives points to it yet: add one above")
            has_share = bool(number_of(row.boxes["share_bp"]))
            row.note.say("" if value.id in given or has_share else words, tone="amber")

    def _of(self, program: Program) -> tuple[Cause, ...]:
        return program.causes

    def _into(self, base: Program, values: tuple[Cause, ...]) -> Program:
        return replace(base, causes=values)

    def _row(self, value: Cause, _program: Program) -> SideRow:
        return SideRow(
            {
                "name": name_box(value.name),
                "point_vnd": number_box(Number.VND, value.point_vnd),
                "share_bp": number_box(Number.PERCENT, value.share_bp),
            }
        )

    def _typed(self, value: Cause, row: SideRow) -> Cause:
        name = text_of(row.boxes["name"], value.name)
        return replace(
            value,
            name=name,
            point_vnd=number_of(row.boxes["point_vnd"]) or 0,
            share_bp=number_of(row.boxes["share_bp"]) or 0,
        )

    def _first(self, made: str, _program: Program) -> Cause:
        return Cause(made, "", 100)

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Good causes"),
            self.tr("Add a cause"),
            self.tr("Customers give points away, or the shop a share of every bill; the shop pays it out."),
        )

    def _say(self, _value: Cause, row: SideRow) -> None:
        row.say(
            self.tr(
                "For {name} the shop gives {point_vnd} for each point, and {share_bp} of every bill {remove}"
            ),
            {
                "name": self.tr("Name of the cause"),
                "point_vnd": self.tr("What a point is worth to it"),
                "share_bp": self.tr("What of every bill goes to it"),
            },
        )
