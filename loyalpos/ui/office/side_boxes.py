"""The boxes of the program's rows beside the points: names, numbers, days, and what they refer to."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import Program
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.known import named_rows, offer_named
from loyalpos.ui.office.numbers import DayBox, Number, NumberBox
from loyalpos.ui.office.word_boxes import TextBox

__all__ = [
    "OptionalDayBox",
    "day_of",
    "name_box",
    "number_box",
    "number_of",
    "offer_plans",
    "plan_box",
]


class OptionalDayBox(DayBox):
    """A day, or none where the box is empty."""


def name_box(name: str) -> TextBox:
    """Make the box of a name."""
    box = TextBox()
    box.setText(name)
    return box


def number_box(number: Number, value: int | None, *, optional: bool = False) -> NumberBox:
    """Make the box of a number; an ``optional`` one may be empty."""
    box = NumberBox(number, optional=optional)
    box.set_value(value)
    return box


def number_of(box: QWidget) -> int | None:
    """Give the number in a box."""
    assert isinstance(box, NumberBox)
    return box.value()


def day_of(box: QWidget) -> date | None:
    """Give the day in a box."""
    assert isinstance(box, DayBox)
    return box.day()


def plan_box(present: str, program: Program) -> ChoiceBox:
    """Make the box that says which of the programs beside each other something belongs to."""
    box = ChoiceBox()
    offer_plans(box, present, program)
    return box


def offer_plans(box: ChoiceBox, present: str, program: Program) -> None:
    """Offer the programs beside each other as they are called now."""
    own = QCoreApplication.translate("SideRow", "the shop's own program")
    offer_named(box, named_rows(program.plans), present, own)
