"""What the draft means for one bill: its points, what they are worth, how soon a reward is reached."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.earning import EarnLine
from loyalpos.engine.money import vnd
from loyalpos.engine.program import PayWithPoints, Program, Reward, UnknownReward
from loyalpos.ui.counter.panel import as_data, shortened
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.worth import Example, conditions_left_out, example, visits_until
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Fitted, Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.conditions import condition_phrase
from loyalpos.ui.words.earning import line_text
from loyalpos.ui.words.points import named, signed
from loyalpos.ui.words.rewards import percent

__all__ = ["ExamplePanel"]

_FIRST_BILL_VND = 285_000


class ExamplePanel(Translated, Panel):
    """A bill somebody may type, and everything the draft makes of it."""

    def __init__(self, *, with_rewards: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(fill="brand_soft", edge="brand_soft", parent=parent)
        self._with_rewards = with_rewards
        self._program: Program | None = None
        self.bill = NumberBox(Number.VND)
        self.bill.set_value(_FIRST_BILL_VND)
        self._sentence = Sentence({"bill": self.bill})
        self.points = as_data(Fitted("", "name", "brand"))
        self.lines = as_data(Words("", "small", "ink", wrap=True))
        self.left_out = Words("", "small", "ink", wrap=True)
        self.worth = Words("", "base", "ink", wrap=True)
        self.reached = Words("", "base", "ink", wrap=True)
        for words in (self._sentence, self.points, self.lines, self.left_out, self.worth, self.reached):
            self.body.addWidget(words)
        self.bill.changed.connect(self._work_out)
        self.retranslate()

    def show_program(self, program: Program | None) -> None:
        """Work for another draft; None where something is wrong with it."""
        self._program = program
        self._work_out()

    def try_bill(self, bill_vnd: int) -> None:
        """Take another bill for the example."""
        self.bill.set_value(bill_vnd)
        self._work_out()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.bill.setAccessibleName(self.tr("A bill to try"))
        self._sentence.say(self.tr("A bill of {bill} earns"))
        self._work_out()

    def _work_out(self) -> None:
        total_vnd, program = self.bill.value(), self._program
        self._sentence.complain("" if total_vnd else number_problem(self.bill.text()), self.bill)
        for words in (self.lines, self.left_out, self.worth, self.reached):
            words.hide()
        if not total_vnd or program is None:
            self.points.setText("–")
            return
        made = example(program, total_vnd)
        self.points.setText(named(made.earning.points, program.points_name))
        several = [line for line in made.earning.lines if line.points != made.earning.points]
        self._show(self.lines, [_line(line, program.points_name) for line in several])
        self._show(self.left_out, self._left_out(program))
        self._show(self.worth, self._worth(made))
        if self._with_rewards:
            reached = (self._when(program, reward, total_vnd) for reward in program.rewards)
            self._show(self.reached, [sentence for sentence in reached if sentence])

    def _show(self, words: Words, sentences: list[str]) -> None:
        words.setText("\n".join(sentences))
        words.setVisible(bool(sentences))

    def _worth(self, made: Example) -> list[str]:
        if made.worth is None or made.share_bp is None:
            return []
        if made.worth.bills == 1:
            words = self.tr("≈ {worth} off later, about {share} of the sale")
        else:
            words = self.tr(
                "After %n such bill(s) {worth} off, about {share} of the sale", None, made.worth.bills
            )
        # One decimal, unless nothing would be left.
        share_bp = (made.share_bp + 5) // 10 * 10 or made.share_bp
        return [words.format(worth=vnd(made.worth.value_vnd), share=percent(share_bp))]

    def _left_out(self, program: Program) -> list[str]:
        conditions = [condition_phrase(one, program.tiers) for one in conditions_left_out(program)]
        words = self.tr("Not counted here, what is only for: {conditions}")
        return [words.format(conditions="; ".join(conditions))] if conditions else []

    def _when(self, program: Program, reward: Reward, total_vnd: int) -> str:
        if not isinstance(reward, UnknownReward) and reward.hidden:
            # Nobody buys it with points; a full stamp card brings it.
            return ""
        name = shortened(reward.name)
        visits = visits_until(program, reward, total_vnd)
        if visits is None:
            return self.tr("{reward}: never reached with such bills").format(reward=name)
        if visits == 0:
            return self.tr("{reward}: from the first visit").format(reward=name)
        if isinstance(reward, PayWithPoints) and visits == 1:
            return self.tr("{reward}: from the second visit on").format(reward=name)
        return self.tr("{reward}: after %n such visit(s)", None, visits).format(reward=name)


def _line(line: EarnLine, points_name: str) -> str:
    """Say what a rule brings; of one that brings stamps, tickets or a voucher the words tell it."""
    said = line_text(line, points_name)
    return f"{signed(line.points)} · {said}" if line.points else said
