"""The lucky draws of a draft: until when tickets are given, and what can be won."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program, TicketReward
from loyalpos.engine.rules import TicketRule
from loyalpos.engine.side_programs import Draw, Prize
from loyalpos.ui.office.numbers import DayBox, Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.side_rows import PlanBox, SidePanel, SideRow
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["DrawRow", "DrawsPanel", "PrizeBoxes"]

_NO_DAY = date.max
"""Stands for a day nobody has typed yet."""


class _PrizeBox:
    """The boxes of one prize."""

    def __init__(self, prize: Prize) -> None:
        self.prize = prize
        self.name = TextBox()
        self.name.setText(prize.name)
        self.count = NumberBox(Number.WHOLE)
        self.count.set_value(prize.count)
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)

    def read(self) -> Prize:
        """Give the prize as typed."""
        name = self.name.text().strip() if self.name.isModified() else self.prize.name
        return replace(self.prize, name=name, count=self.count.value() or 0)


class PrizeBoxes(WrapRow):
    """The prizes of a draw in the owner's order, and a button for one more.

    Signals:
        changed(): A person changed something.
    """

    changed = Signal()

    def __init__(self, prizes: tuple[Prize, ...]) -> None:
        self._boxes: list[_PrizeBox] = []
        self.add = ActionButton("", look=Look.QUIET, icon="add", tight=True)
        super().__init__(self.add)
        for prize in prizes:
            self._append(prize)
        self.add.clicked.connect(self._add)
        self._arrange()

    def boxes(self) -> tuple[_PrizeBox, ...]:
        """The prizes as they stand."""
        return tuple(self._boxes)

    def prizes(self) -> tuple[Prize, ...]:
        """The prizes as typed."""
        return tuple(box.read() for box in self._boxes)

    def unreadable(self) -> NumberBox | None:
        """Find a number that cannot be read."""
        return next((box.count for box in self._boxes if box.count.is_unreadable()), None)

    def in_words(self) -> str:
        """The prizes as a person would write them."""
        return ", ".join(f"{box.name.text().strip() or '…'} × {box.count.text()}" for box in self._boxes)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add.setText(self.tr("Add a prize"))
        for box in self._boxes:
            box.name.setAccessibleName(self.tr("Prize"))
            box.name.setPlaceholderText(self.tr("prize"))
            box.count.setAccessibleName(self.tr("How many of it"))
            box.count.set_unit("×")
            box.remove.setText(self.tr("Remove the prize"))

    def _add(self) -> None:
        box = self._append(Prize(""))
        self._arrange()
        self.retranslate()
        box.name.setFocus()
        self.changed.emit()

    def _append(self, prize: Prize) -> _PrizeBox:
        box = _PrizeBox(prize)
        box.name.changed.connect(self.changed)
        box.count.changed.connect(self.changed)
        box.remove.clicked.connect(partial(self._remove, box))
        self._boxes.append(box)
        return box

    def _remove(self, box: _PrizeBox) -> None:
        self._boxes.remove(box)
        self._arrange()
        self.add.setFocus()
        self.changed.emit()

    def _arrange(self) -> None:
        parts = [part for box in self._boxes for part in (box.count, box.name, box.remove)]
        self.set_widgets(*parts, self.add)
        for before, after in zip(parts, (*parts[1:], self.add), strict=True):
            QWidget.setTabOrder(before, after)


class DrawRow(SideRow[Draw]):
    """One draw."""

    def __init__(self, draw: Draw, parent: QWidget | None = None) -> None:
        self.name = TextBox()
        self.closes = DayBox()
        self.prizes = PrizeBoxes(draw.prizes)
        self.most_wins = NumberBox(Number.WHOLE)
        self.plan = PlanBox(draw.plan)
        self._gives_tickets = True
        super().__init__(
            draw,
            {
                "name": self.name,
                "closes": self.closes,
                "prizes": self.prizes,
                "most_wins": self.most_wins,
                "plan": self.plan,
            },
            parent,
        )
        if draw.closes == _NO_DAY:
            self.closes.set_day(None)
        self.retranslate()

    def as_fields(self, typed: dict[str, Any]) -> dict[str, Any]:
        """Add the prizes."""
        return {**typed, "prizes": self.prizes.prizes()}

    def unreadable(self, box: QWidget) -> str:
        """Say what is wrong with a box that cannot be read; a prize's number among them."""
        wrong = self.prizes.unreadable() if box is self.prizes else None
        return super().unreadable(box) if wrong is None else number_problem(wrong.text())

    def box_of(self, path: str) -> QWidget | None:
        """Find the box of a field, or of a prize's."""
        for at, box in enumerate(self.prizes.boxes()):
            if path == f"prizes[{at}].name":
                return box.name
            if path == f"prizes[{at}].count":
                return box.count
        return super().box_of(path)

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, and mark the prizes it is about."""
        super().complain(problems)
        wrong = [self.box_of(path) for path, problem in problems if problem.is_error]
        for box in self.prizes.boxes():
            box.name.set_wrong(box.name in wrong)
            box.count.set_wrong(box.count in wrong)

    def know(self, draft: Program) -> None:
        """Learn which plans there are, and whether anything gives tickets."""
        self.plan.know(draft.plans)
        self._gives_tickets = any(
            one.draw == self.value.id
            for one in (*draft.rules, *draft.rewards)
            if isinstance(one, TicketRule | TicketReward)
        )
        self._say_note()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.name.setAccessibleName(self.tr("Name of the draw"))
        self.closes.setAccessibleName(self.tr("Last day of tickets"))
        self.closes.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.most_wins.setAccessibleName(self.tr("How often one customer wins at most"))
        self.prizes.retranslate()
        self.sentence.say(
            self.tr(
                "Draw {name} gives tickets to the end of {closes} for {prizes} – each customer wins at most "
                "{most_wins} of them – part of {plan} {remove}"
            )
        )
        self._say_note()

    def _say_note(self) -> None:
        if self._gives_tickets:
            self.note.say("")
        else:
            self.note.say(
                self.tr("Nothing gives tickets of it yet: add a rule “tickets” above, or a reward"),
                tone="amber",
            )


class DrawsPanel(SidePanel[Draw]):
    """The lucky draws."""

    field = "draws"
    paths = ("$.draws[",)

    def new_value(self, new_id: str) -> Draw:
        """Give a new one; its last day is the owner's to say."""
        return Draw(new_id, "", _NO_DAY, (Prize(""),))

    def row_of(self, value: Draw) -> SideRow[Draw]:
        """Make its row."""
        return DrawRow(value)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.set_title(self.tr("Lucky draws"))
        self.add_button.setText(self.tr("Add a draw"))
        self.say_what_for(
            self.tr(
                "Customers collect tickets; who wins is drawn so that anybody can check it. Its rules stand "
                "from the first ticket on."
            )
        )
