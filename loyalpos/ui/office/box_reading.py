"""Whether what stands in the boxes of a sentence can be read, and what to say where it cannot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import DayBox, InlineBox, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.toggles import Toggles
from loyalpos.ui.office.word_boxes import TimeBox, WholesBox

__all__ = ["first_unreadable", "on_change"]


def first_unreadable(boxes: Iterable[QWidget]) -> tuple[QWidget, str] | None:
    """Find the first box that holds nothing it could mean, with the sentence that says so."""
    for box in boxes:
        if isinstance(box, NumberBox) and box.is_unreadable():
            return box, number_problem(box.text())
        if isinstance(box, TimeBox) and box.is_unreadable():
            return box, QCoreApplication.translate(
                "BoxReading", "Hours and minutes, please, for example 14:00"
            )
        if isinstance(box, WholesBox) and box.is_unreadable():
            return box, QCoreApplication.translate(
                "BoxReading", "Numbers with commas, please, for example 1, 15"
            )
        if isinstance(box, DayBox) and box.text().strip() and box.day() is None:
            words = QCoreApplication.translate(
                "BoxReading", "Day, month and year, please, for example 10/02/2027"
            )
            return box, words
    return None


def on_change(boxes: Iterable[QWidget], told: object) -> None:
    """Emit a signal whenever a person changes one of the boxes."""
    for box in boxes:
        if isinstance(box, ChoiceBox):
            box.chosen.connect(told)
        elif isinstance(box, InlineBox | Toggles):
            box.changed.connect(told)
