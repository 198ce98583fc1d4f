"""The advisor: a few questions about the shop, and at once a program with its cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.advice import Advice, Names, Profile, ShopKind, advise
from loyalpos.engine.money import vnd
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.advice import advice_lines, caution_text, kind_rows

if TYPE_CHECKING:
    from loyalpos.services.usual import Usual

__all__ = ["AdvicePanel"]

_MONTH, _YEAR = "month", "year"
_LEAST_VND, _MOST_VND = 1_000, 500_000_000
_MOST_VISITS = 1_000
_YEAR_DAYS = 365


class AdvicePanel(Translated, Panel):
    """A button that unfolds into the questions; what it proposes is only used where a person says so.

    With ``live=True`` unfolding says so: the fields beside follow every answer.

    Signals:
        opened(): The questions were unfolded.
        advised(Advice): The proposal is wanted.
        bill_said(int): The usual bill of a wanted proposal, in đồng, where it is another than before.
    """

    opened = Signal()
    advised = Signal(object)
    bill_said = Signal(object)

    def __init__(self, *, live: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._live = live
        self._points_name = "điểm"
        self._said_vnd = 0
        self.unfold = ActionButton("", look=Look.QUIET, icon="question")
        self.kind = ChoiceBox()
        self.bill = NumberBox(Number.VND)
        self.visits = NumberBox(Number.WHOLE)
        self.span = ChoiceBox()
        self.margin = NumberBox(Number.PERCENT)
        self.sells = Sentence({"kind": self.kind})
        self.pays = Sentence({"bill": self.bill})
        self.comes = Sentence({"visits": self.visits, "span": self.span})
        self.keeps = Sentence({"margin": self.margin})
        self.proposal = Words("", "base", "ink", wrap=True)
        self.caution = Notice()
        self.use = ActionButton("", look=Look.SECONDARY)
        self._questions = QWidget(self)
        column = QVBoxLayout(self._questions)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.sells, self.pays, self.comes, self.keeps, self.proposal, self.caution, self.use):
            column.addWidget(part)
        # A strip with nothing but a button in its middle looks like something that is missing.
        self._why = Words("", "base", "quiet", wrap=True)
        self.body.addWidget(self._why)
        self.body.addWidget(WrapRow(self.unfold))
        self.body.addWidget(self._questions)
        self._questions.hide()
        self.use.setVisible(not live)
        self.bill.set_value(50_000)
        self.visits.set_value(4)
        self.margin.set_value(3_000)
        for choice in (self.kind, self.span):
            choice.chosen.connect(self._take_answer)
        for box in (self.bill, self.visits, self.margin):
            box.changed.connect(self._take_answer)
        self.unfold.clicked.connect(self.toggle)
        self.use.clicked.connect(self._hand_over)
        self.retranslate()

    def toggle(self) -> None:
        """Unfold the questions, or fold them again."""
        unfolds = self._questions.isHidden()
        self._questions.setVisible(unfolds)
        self._why.setVisible(not unfolds)
        if unfolds:
            self.kind.setFocus()
            self.opened.emit()
            self._take_answer()

    def is_open(self) -> bool:
        """Whether the questions are in view."""
        return not self._questions.isHidden()

    def call_points(self, name: str) -> None:
        """Call the points as the program does."""
        self._points_name = name
        self._say()

    def know_usual(self, usual: Usual) -> None:
        """Fill in what the shop's own bills say."""
        if usual.bill_vnd is not None:
            self.bill.set_value(max(_LEAST_VND, usual.bill_vnd))
        if usual.gap_days:
            a_year = max(1, _YEAR_DAYS // usual.gap_days)
            by_month = a_year >= 12
            self.span.choose(_MONTH if by_month else _YEAR)
            self.visits.set_value(a_year // 12 if by_month else a_year)
        self._say()

    def advice(self) -> Advice | None:
        """Give the proposal; None, said in place, where an answer cannot be read."""
        bill_vnd, visits, margin_bp = self.bill.value(), self.visits.value(), self.margin.value()
        self.pays.complain(self._bill_problem(bill_vnd), self.bill)
        self.comes.complain("" if visits else number_problem(self.visits.text()), self.visits)
        sound = margin_bp is not None and 100 <= margin_bp < 10_000
        self.keeps.complain("" if sound else self.tr("More than 1% and less than 100%"), self.margin)
        if not bill_vnd or bill_vnd < _LEAST_VND or not visits or margin_bp is None or not sound:
            return None
        a_year = min(_MOST_VISITS, visits * (12 if self.span.choice() == _MONTH else 1))
        kind = ShopKind(self.kind.choice())
        names = Names(self._points_name, gold=self.tr("Gold"), diamond=self.tr("Diamond"))
        return advise(Profile(kind, min(_MOST_VND, bill_vnd), a_year, margin_bp), names)

    def _bill_problem(self, bill_vnd: int | None) -> str:
        if not bill_vnd:
            return number_problem(self.bill.text())
        if bill_vnd < _LEAST_VND:
            # At the counter 60 may mean 60.000; here it is what is written.
            words = self.tr("This is only {amount}. At least {least}, please")
            return words.format(amount=vnd(bill_vnd), least=vnd(_LEAST_VND))
        return ""

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._why.setText(
            self.tr("Not sure? A few questions about the shop, and a program with what it costs.")
        )
        self.unfold.setText(self.tr("Suggest a program for my shop…"))
        self.kind.setAccessibleName(self.tr("What the shop sells"))
        self.kind.offer(kind_rows())
        self.span.setAccessibleName(self.tr("In a month or a year"))
        self.span.offer([(_MONTH, self.tr("a month")), (_YEAR, self.tr("a year"))])
        self.bill.setAccessibleName(self.tr("Usual bill"))
        self.visits.setAccessibleName(self.tr("Visits"))
        self.margin.setAccessibleName(self.tr("Margin"))
        self.sells.say(self.tr("We sell {kind}"))
        self.pays.say(self.tr("A usual bill is {bill}"))
        self.comes.say(self.tr("A regular customer comes {visits} times {span}"))
        self.keeps.say(self.tr("About {margin} of a sale is left when the goods are paid"))
        self.use.setText(self.tr("Make this the draft"))
        self._say()

    def _take_answer(self) -> None:
        advice = self._say()
        if self._live and advice is not None and self.is_open():
            self._propose(advice)

    def _hand_over(self) -> None:
        advice = self.advice()
        if advice is not None:
            self._propose(advice)

    def _propose(self, advice: Advice) -> None:
        self.advised.emit(advice)
        said_vnd = self.bill.value()
        if said_vnd is not None and said_vnd != self._said_vnd:
            self._said_vnd = said_vnd
            self.bill_said.emit(said_vnd)

    def _say(self) -> Advice | None:
        advice = self.advice()
        self.proposal.setText("" if advice is None else "\n".join(advice_lines(advice)))
        cautions = () if advice is None else advice.cautions
        self.caution.say("\n".join(caution_text(one) for one in cautions), tone="amber")
        self.use.setEnabled(advice is not None)
        return advice
