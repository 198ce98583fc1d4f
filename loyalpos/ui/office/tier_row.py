"""One tier of a draft as a sentence with fields."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.tiers import Reached, Tier
from loyalpos.ui.office.box_reading import first_unreadable
from loyalpos.ui.office.budget_choice import BudgetBox
from loyalpos.ui.office.extras import Extras
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.sentence import Piece, Sentence
from loyalpos.ui.office.tier_extras import TIER_EXTRAS
from loyalpos.ui.office.word_boxes import TextBox, text_of
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["TierRow"]


class TierRow(QWidget, Themed):
    """One tier: its chip, where it begins, what it brings; unfolded also its name and what else it brings.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, tier: Tier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tier = tier
        self.chip = Chip(tier.name)
        self.name = TextBox()
        self.name.setText(tier.name)
        self.threshold = NumberBox(Number.VND)
        self.extra = NumberBox(Number.PERCENT)
        self.gift = NumberBox(Number.WHOLE)
        self.threshold.set_value(tier.threshold)
        self.extra.set_value(tier.extra_bp)
        self.gift.set_value(tier.gift_points)
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self.details = ActionButton("", look=Look.QUIET, icon="edit", tight=True)
        self.details.setCheckable(True)
        self._more = Piece("", "quiet")
        shown = {"chip": self.chip, "threshold": self.threshold, "extra": self.extra}
        self.sentence = Sentence({**shown, "more": self._more})
        self.budget = BudgetBox(tier.budget)
        self.reached_sentence = Sentence({"name": self.name, "gift": self.gift, "budget": self.budget})
        self.extras = Extras(tier, TIER_EXTRAS, Known())
        top = QHBoxLayout()
        top.addWidget(self.sentence, 1)
        top.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
        self._unfolded = QWidget(self)
        self._inside = QVBoxLayout(self._unfolded)
        for part in (self.reached_sentence, self.extras, WrapRow(self.remove)):
            self._inside.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._unfolded)
        self._unfolded.hide()
        self.details.toggled.connect(self._fold)
        for box in (self.name, self.threshold, self.extra, self.gift):
            box.changed.connect(self.edited)
        self.budget.chosen.connect(self.edited)
        self.name.textChanged.connect(lambda text: self.chip.set_text(text.strip() or "…"))
        self.extras.edited.connect(self.edited)
        self.remove.clicked.connect(self.removal_wanted)
        self.follow_theme()

    def read(self) -> Tier | None:
        """Give the tier as typed; None, said in place, where a number cannot be read."""
        sound = True
        for sentence, boxes in (
            (self.sentence, (self.threshold, self.extra)),
            (self.reached_sentence, (self.gift,)),
        ):
            sentence.complain("")
            wrong = first_unreadable(boxes)
            if wrong is not None:
                sentence.complain(wrong[1], wrong[0])
                sound = False
        more = self.extras.read()
        if not sound or more is None:
            return None
        self._show_more()
        return replace(
            self.tier,
            name=text_of(self.name, self.tier.name),
            threshold=self.threshold.value() or 0,
            extra_bp=self.extra.value() or 0,
            gift_points=self.gift.value() or 0,
            budget=self.budget.choice(),
            **more,
        )

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its field."""
        boxes: dict[str, QWidget] = {"threshold": self.threshold, "extra_bp": self.extra}
        folded = {"name": self.name, "gift_points": self.gift, "budget": self.budget}
        self.sentence.complain("")
        self.reached_sentence.complain("")
        self.extras.complain(problems)
        for field, problem in problems:
            if problem.is_error and (field in folded or self.extras.has(field)):
                self.unfold()
            if self.extras.has(field):
                continue
            sentence = self.reached_sentence if field in folded else self.sentence
            if not sentence.complaint():
                box = (boxes | folded).get(field)
                tone = "red" if problem.is_error else "amber"
                sentence.complain(problem_sentence(problem), *(() if box is None else (box,)), tone=tone)

    def unfold(self) -> None:
        """Show its name and what else it brings."""
        self.details.setChecked(True)

    def say(self, reached: Reached, points_name: str, tone: Tone) -> None:
        """Say everything in the language of the moment."""
        self.threshold.count_in(Number.VND if reached is Reached.SPEND else Number.WHOLE)
        units = {Reached.POINTS: points_name, Reached.VISITS: self.tr("visits")}
        self.threshold.set_unit(units.get(reached, ""))
        self.gift.set_unit(points_name)
        self.chip.set_text(self.name.text().strip() or "…", tone)
        self.name.setAccessibleName(self.tr("Name of the tier"))
        self.threshold.setAccessibleName(self.tr("Where the tier begins"))
        self.extra.setAccessibleName(self.tr("How much more it earns"))
        self.gift.setAccessibleName(self.tr("Points once, when it is reached"))
        self.remove.setText(self.tr("Remove"))
        self.details.setText(self.tr("Change"))
        self.sentence.say(self.tr("{chip} from {threshold} + {extra} points {more}"))
        self._say_reached()
        self._show_more()

    def know(self, draft: Program) -> None:
        """Offer the budgets the draft has now."""
        self.budget.know(draft, GiftKind.TIER)
        self._say_reached()

    def _say_reached(self) -> None:
        words = self.tr("called {name}, on reaching it {gift}")
        self.reached_sentence.say(self.budget.in_sentence(words) if self.budget.makes_sense else words)

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.space, look.px(8), look.space, look.px(8))
        self._column.setSpacing(look.gap)
        self._inside.setContentsMargins(look.px(20), 0, 0, 0)
        self._inside.setSpacing(look.gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above it."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme().colour("line"))

    def _fold(self, unfolded: bool) -> None:
        self._unfolded.setVisible(unfolded)
        self._show_more()

    def _show_more(self) -> None:
        """Say as a phrase what is folded away."""
        gift = self.tr("{gift} on reaching it").format(gift=self.gift.in_words()) if self.gift.value() else ""
        self._more.setText(" · ".join(part for part in (gift, *self.extras.phrases()) if part))
        self._more.setHidden(not self._more.text() or self.details.isChecked())
