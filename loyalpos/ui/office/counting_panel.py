"""What counts for all rules: which amount of a bill, when, how sums are rounded, what returns give back."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import PartPaid, Program, Rounded, SpentPoints
from loyalpos.ui.office.base_boxes import BaseBoxes
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.sentence import Sentence

__all__ = ["CountingPanel"]


class CountingPanel(ProgramPanel):
    """Four sentences about every bill."""

    paths = ("$.base", "$.rounded", "$.spent_points", "$.part_paid")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self.base = BaseBoxes()
        self.rounded = ChoiceBox()
        self.spent = ChoiceBox()
        self.paid_in = ChoiceBox()
        self._base_sentence = Sentence(self.base.boxes())
        self._rounded_sentence = Sentence({"rounded": self.rounded})
        self._spent_sentence = Sentence({"spent": self.spent})
        self._parts_sentence = Sentence({"parts": self.paid_in})
        for sentence in (
            self._base_sentence,
            self._rounded_sentence,
            self._spent_sentence,
            self._parts_sentence,
        ):
            self.add_row(sentence)
        for box in (
            self.base.paid,
            self.base.discount,
            self.base.tax,
            self.rounded,
            self.spent,
            self.paid_in,
        ):
            box.chosen.connect(self.edited)

    def show_program(self, program: Program) -> None:
        """Show what a program counts, in place of what was chosen."""
        self.retranslate()
        self.base.show(program.base)
        self.rounded.choose(program.rounded.value)
        self.spent.choose(program.spent_points.value)
        self.paid_in.choose(program.part_paid.value)

    def read(self, base: Program) -> Program:
        """Put what is chosen into a program."""
        return replace(
            base,
            base=self.base.value(),
            rounded=Rounded(self.rounded.choice()),
            spent_points=SpentPoints(self.spent.choice()),
            part_paid=PartPaid(self.paid_in.choice()),
        )

    def complain(self, _problems: tuple[Problem, ...]) -> None:
        """A choice cannot be wrong."""

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("What counts"))
        self.base.name()
        self.rounded.setAccessibleName(self.tr("What is rounded"))
        self.spent.setAccessibleName(self.tr("Points spent on a bill that is returned"))
        self.paid_in.setAccessibleName(self.tr("Bills that are paid in parts"))
        self.paid_in.offer(
            [
                (PartPaid.NO.value, self.tr("always at once")),
                (PartPaid.AS_PAID.value, self.tr("in parts too – points come as it is paid")),
                (PartPaid.WHEN_PAID.value, self.tr("in parts too – points come when it is fully paid")),
            ]
        )
        self.rounded.offer(
            [
                (Rounded.EACH_RULE.value, self.tr("for each rule by itself")),
                (Rounded.BILL.value, self.tr("once for the whole bill")),
            ]
        )
        self.spent.offer(
            [
                (SpentPoints.WHOLE_RETURN.value, self.tr("when the whole bill is returned")),
                (SpentPoints.NEVER.value, self.tr("never")),
            ]
        )
        self._base_sentence.say(self.tr("Points are earned on {paid} {discount} {tax}"))
        self._rounded_sentence.say(self.tr("Parts of a point are rounded {rounded}"))
        self._parts_sentence.say(self.tr("A customer’s bill is paid {parts}"))
        self._spent_sentence.say(self.tr("Points spent on a bill come back {spent}"))
