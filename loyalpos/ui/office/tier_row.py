"""One tier of a draft as a sentence with fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.tiers import Reached, Tier
from loyalpos.ui.office.box_reading import first_unreadable
from loyalpos.ui.office.extras import Extras
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.rule_extras import text_of
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.tier_extras import TIER_EXTRAS
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["TierRow"]


class TierRow(QWidget, Themed):
    """One tier: its chip, where it begins, what it brings.

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
        self.sentence = Sentence(
            {
                "chip": self.chip,
                "name": self.name,
                "threshold": self.threshold,
                "extra": self.extra,
                "gift": self.gift,
                "remove": self.remove,
            }
        )
        self.extras = Extras(tier, TIER_EXTRAS, Known())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.extras)
        for box in (self.name, self.threshold, self.extra, self.gift):
            box.changed.connect(self.edited)
        self.name.textChanged.connect(lambda text: self.chip.set_text(text.strip() or "…"))
        self.extras.edited.connect(self.edited)
        self.remove.clicked.connect(self.removal_wanted)
        self.follow_theme()

    def read(self) -> Tier | None:
        """Give the tier as typed; None, said in place, where a number cannot be read."""
        self.sentence.complain("")
        wrong = first_unreadable((self.threshold, self.extra, self.gift))
        if wrong is not None:
            self.sentence.complain(wrong[1], wrong[0])
        more = self.extras.read()
        if wrong is not None or more is None:
            return None
        return replace(
            self.tier,
            name=text_of(self.name, self.tier.name),
            threshold=self.threshold.value() or 0,
            extra_bp=self.extra.value() or 0,
            gift_points=self.gift.value() or 0,
            **more,
        )

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its field."""
        boxes = {
            "name": self.name,
            "threshold": self.threshold,
            "extra_bp": self.extra,
            "gift_points": self.gift,
        }
        self.sentence.complain("")
        self.extras.complain(problems)
        for field, problem in problems:
            if self.extras.has(field):
                continue
            if not self.sentence.complaint():
                box = boxes.get(field)
                tone = "red" if problem.is_error else "amber"
                words = problem_sentence(problem)
                self.sentence.complain(words, *(() if box is None else (box,)), tone=tone)

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
        self.sentence.say(
            self.tr("{chip} from {threshold} + {extra} points, on reaching it {gift} called {name} {remove}")
        )

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.space, look.px(8), look.space, look.px(8))
        self._column.setSpacing(look.px(4))
