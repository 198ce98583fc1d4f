"""The boxes of the program's rows beside the points: names, numbers, days, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import Program
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import DayBox, Number, NumberBox
from loyalpos.ui.office.word_boxes import TextBox

__all__ = [
    "Named",
    "OptionalDayBox",
    "day_of",
    "name_box",
    "number_box",
    "number_of",
    "offer_named",
    "offer_plans",
    "plan_box",
]


class Named(Protocol):
    """Something of a program that has an id and a name."""

    @property
    def id(self) -> str:
        """What its document calls it."""

    @property
    def name(self) -> str:
        """What the owner calls it."""


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


def offer_named(box: ChoiceBox, present: str, named: Iterable[Named], none: str = "") -> None:
    """Offer things by their names; one that is not there any more stays to be chosen away from.

    Args:
        none: What no choice is called; without it there is none.
    """
    rows = [("", none)] if none else []
    rows += [(one.id, one.name or one.id) for one in named]
    if present not in [one for one, _ in rows]:
        rows.append((present, present or "–"))
    box.offer(rows)
    box.choose(present)


def plan_box(present: str, program: Program) -> ChoiceBox:
    """Make the box that says which of the programs beside each other something belongs to."""
    box = ChoiceBox()
    offer_plans(box, present, program)
    return box


def offer_plans(box: ChoiceBox, present: str, program: Program) -> None:
    """Offer the programs beside each other as they are called now."""
    own = QCoreApplication.translate("SideRow", "the shop's own program")
    offer_named(box, present, program.plans, own)
