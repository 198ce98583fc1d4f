"""The targets of a month, typed by the owner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from loyalpos.engine.goals import Metric
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.numbers_form import NumbersForm
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.words import dates
from loyalpos.ui.words.goals import goal_words, metric_name

__all__ = ["GoalsForm"]


class GoalsForm(NumbersForm[Metric]):
    """One sentence for each figure; an empty box is no goal, and only goals are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._first: date | None = None
        boxes = {
            metric: NumberBox(Number.VND if metric is Metric.SALES else Number.WHOLE, optional=True)
            for metric in Metric
        }
        super().__init__(boxes, {metric: Sentence({"target": box}) for metric, box in boxes.items()}, parent)
        self.setFocusProxy(self.boxes[Metric.NEW_MEMBERS])

    def show_targets(self, targets: Mapping[Metric, int], points_name: str, first: date) -> None:
        """Begin with the targets of a month."""
        self._first = first
        self.boxes[Metric.REDEEMED].set_unit(points_name)
        self.show_numbers(targets)
        self.retranslate()

    def wish(self, numbers: dict[Metric, int]) -> dict[Metric, int]:
        """Leave out what is no goal."""
        return {metric: target for metric, target in numbers.items() if target}

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        for metric, box in self.boxes.items():
            self._sentences[metric].say(goal_words(metric))
            box.setAccessibleName(metric_name(metric))
            box.setPlaceholderText(self.tr("no goal"))
        month = "" if self._first is None else dates.month_year(self._first)
        words = self.tr("They hold for {month} and the months after it, until you set others.")
        self._remark.setText(words.format(month=month))
        self.keep.setText(self.tr("Keep the goals"))
