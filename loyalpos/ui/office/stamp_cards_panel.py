"""The stamp cards of a draft: so many stamps bring a reward."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from loyalpos.engine.program import PayWithPoints, Program, Reward
from loyalpos.engine.side_programs import StampCard
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.known import named_rows, offer_named
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.side_boxes import name_box, number_box, number_of, plan_box
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import text_of

__all__ = ["StampCardsPanel"]


class StampCardsPanel(SidePanel[StampCard]):
    """Buy nine, get one: a sentence for each stamp card."""

    paths = ("$.stamp_cards[",)
    stem = "card"

    def know(self, draft: Program) -> None:
        """Offer the rewards the draft has now."""
        for value, row in self._rows:
            box = cast("ChoiceBox", row.boxes["reward"])
            _offer(box, value.reward, draft)
        self.add_button.setEnabled(bool(_payable(draft)))

    def _of(self, program: Program) -> tuple[StampCard, ...]:
        return program.stamp_cards

    def _into(self, base: Program, values: tuple[StampCard, ...]) -> Program:
        return replace(base, stamp_cards=values)

    def _row(self, value: StampCard, program: Program) -> SideRow:
        reward = ChoiceBox()
        _offer(reward, value.reward, program)
        return SideRow(
            {
                "name": name_box(value.name),
                "size": number_box(Number.WHOLE, value.size),
                "reward": reward,
                "plan": plan_box(value.plan, program),
            }
        )

    def _typed(self, value: StampCard, row: SideRow) -> StampCard:
        return replace(
            value,
            name=text_of(row.boxes["name"], value.name),
            size=number_of(row.boxes["size"]) or 0,
            reward=cast("ChoiceBox", row.boxes["reward"]).choice(),
            plan=cast("ChoiceBox", row.boxes["plan"]).choice(),
        )

    def _first(self, made: str, program: Program) -> StampCard:
        reward = next((one.id for one in _payable(program)), "")
        return StampCard(made, self.tr("Buy 9, get 1"), 9, reward)

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Stamp cards"),
            self.tr("Add a stamp card"),
            self.tr(
                "No stamp card – for “buy 9, get 1” add one here, and then a rule that gives stamps above"
            ),
        )

    def _say(self, value: StampCard, row: SideRow) -> None:
        row.say(
            self.tr("{name}: {size} stamps bring {reward} in {plan} {remove}")
            if self.has_plans(value.plan)
            else self.tr("{name}: {size} stamps bring {reward} {remove}"),
            {
                "name": self.tr("Name of the stamp card"),
                "size": self.tr("Stamps of a full card"),
                "reward": self.tr("What a full card brings"),
                "plan": self.tr("In which program"),
            },
        )


def _payable(program: Program) -> tuple[Reward, ...]:
    """Give the rewards a full card can bring."""
    return tuple(one for one in program.rewards if not isinstance(one, PayWithPoints))


def _offer(box: ChoiceBox, present: str, program: Program) -> None:
    """Offer what a full card may pay for; a card that pays for nothing yet says so."""
    none = "" if box.choice() or present else "–"
    offer_named(box, named_rows(_payable(program)), present, none)
