"""From which day something published holds: today, tomorrow, or a day that is typed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import DayBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.dates import day

__all__ = ["StartsField"]

_TODAY, _TOMORROW, _A_DAY = "today", "tomorrow", "day"


class StartsField(Translated, QWidget):
    """A choice, and a box for a day where that is chosen.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = ChoiceBox()
        self.on = DayBox()
        self.sentence = Sentence({"when": self.when, "on": self.on}, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        self.on.hide()
        self.when.chosen.connect(self._take_choice)
        self.on.changed.connect(self.edited)
        self.retranslate()

    def read(self, today: date) -> date | None:
        """Give the first day; None, said in place, where there is none or it is over."""
        self.sentence.complain("")
        if self.when.choice() != _A_DAY:
            return today + timedelta(days=int(self.when.choice() == _TOMORROW))
        typed = self.on.day()
        if typed is None:
            self.sentence.complain(
                self.tr("Day, month and year, please, for example {day}").format(day=day(today)), self.on
            )
        elif typed < today:
            self.sentence.complain(self.tr("That day is over"), self.on)
        else:
            return typed
        return None

    def words(self) -> str:
        """Say the first day as the end of a sentence."""
        on = self.on.day()
        if self.when.choice() != _A_DAY or on is None:
            return self.when.currentText()
        return self.tr("from {day}").format(day=day(on))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.when.setAccessibleName(self.tr("First day"))
        self.on.setAccessibleName(self.tr("The day"))
        self.on.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.when.offer(
            [
                (_TODAY, self.tr("from today")),
                (_TOMORROW, self.tr("from tomorrow")),
                (_A_DAY, self.tr("from a day on")),
            ]
        )
        self.sentence.say("{when} {on}")

    def _take_choice(self, choice: str) -> None:
        self.on.setHidden(choice != _A_DAY)
        if choice == _A_DAY:
            self.on.setFocus()
        self.edited.emit()
