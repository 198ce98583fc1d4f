"""The targets of a month, typed by the owner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.goals import Metric
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.goals import goal_words, metric_name

__all__ = ["GoalsForm"]


class GoalsForm(QWidget, Themed):
    """One sentence for each figure; an empty box is no goal. Enter keeps them, Esc leaves them.

    Signals:
        wanted(dict): A target for each :class:`~loyalpos.engine.goals.Metric` that has one.
        left(): Nothing is to be changed.
    """

    wanted = Signal(dict)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: date | None = None
        self.boxes = {
            metric: NumberBox(Number.VND if metric is Metric.SALES else Number.WHOLE, optional=True)
            for metric in Metric
        }
        self._sentences = {metric: Sentence({"target": box}) for metric, box in self.boxes.items()}
        self._since = Words("", "small", "quiet", wrap=True)
        self.keep = ActionButton("", "Enter", Look.PRIMARY)
        self.leave = ActionButton("", "Esc", Look.QUIET)
        self._column = QVBoxLayout(self)
        for sentence in self._sentences.values():
            self._column.addWidget(sentence)
        self._column.addWidget(self._since)
        self._column.addWidget(WrapRow(self.keep, self.leave))
        self.setFocusProxy(self.boxes[Metric.NEW_MEMBERS])
        self.keep.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)
        for box in self.boxes.values():
            box.returnPressed.connect(self.submit)
        self._retranslate()
        self.follow_theme()

    def show_targets(self, targets: Mapping[Metric, int], points_name: str, first: date) -> None:
        """Begin with the targets of a month."""
        self._first = first
        self.boxes[Metric.REDEEMED].set_unit(points_name)
        for metric, box in self.boxes.items():
            box.set_value(targets.get(metric))
            self._sentences[metric].complain("")
        self._retranslate()

    def submit(self) -> None:
        """Ask for the targets to be kept, if all of them can be read."""
        wrong = None
        targets: dict[Metric, int] = {}
        for metric, box in self.boxes.items():
            unreadable = box.is_unreadable()
            self._sentences[metric].complain(number_problem(box.text()) if unreadable else "", box)
            wrong = wrong or (box if unreadable else None)
            targets[metric] = box.value() or 0
        if wrong is not None:
            wrong.setFocus()
            return
        self.wanted.emit({metric: target for metric, target in targets.items() if target})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, theme().px(6), 0, 0)
        self._column.setSpacing(theme().px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for metric, box in self.boxes.items():
            self._sentences[metric].say(goal_words(metric))
            box.setAccessibleName(metric_name(metric))
            box.setPlaceholderText(self.tr("no goal"))
        month = "" if self._first is None else dates.month_year(self._first)
        words = self.tr("They hold for {month} and the months after it, until you set others.")
        self._since.setText(words.format(month=month))
        self.keep.setText(self.tr("Keep the goals"))
        self.leave.setText(self.tr("Leave as it is"))
