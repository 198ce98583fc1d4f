"""The lucky draws of a draft: until when tickets are given, and what can be won."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program, TicketReward
from loyalpos.engine.rules import TicketRule
from loyalpos.engine.side_programs import Draw, Prize
from loyalpos.ui.office.numbers import DayBox, Number
from loyalpos.ui.office.prize_boxes import PrizeBoxes
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.side_boxes import name_box, number_box, number_of, offer_plans, plan_box
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import text_of

__all__ = ["DrawRow", "DrawsPanel"]

_NO_DAY = date.max
"""Stands for a day nobody has typed yet."""


class DrawRow(SideRow):
    """One draw."""

    def __init__(self, draw: Draw, program: Program, parent: QWidget | None = None) -> None:
        self.name = name_box(draw.name)
        self.closes = DayBox()
        self.closes.set_day(None if draw.closes == _NO_DAY else draw.closes)
        self.prizes = PrizeBoxes(draw.prizes)
        self.most_wins = number_box(Number.WHOLE, draw.most_wins)
        self.plan = plan_box(draw.plan, program)
        boxes: dict[str, QWidget] = {
            "name": self.name,
            "closes": self.closes,
            "prizes": self.prizes,
            "most_wins": self.most_wins,
            "plan": self.plan,
        }
        super().__init__(boxes, parent)
        self.prizes.changed.connect(self.edited)

    def unreadable(self, box: QWidget) -> str:
        """Say what is wrong with a box that cannot be read; a prize's number among them."""
        if box is self.prizes:
            counts = (one.count for one in self.prizes.boxes())
            return next((number_problem(one.text()) for one in counts if one.is_unreadable()), "")
        return super().unreadable(box)

    def box_of(self, field: str) -> QWidget | None:
        """Find the box of a field, or of a prize's."""
        for at, box in enumerate(self.prizes.boxes()):
            if field == f"prizes[{at}].name":
                return box.name
            if field == f"prizes[{at}].count":
                return box.count
        return super().box_of(field)

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, and mark the prizes it is about."""
        super().complain(problems)
        wrong = [self.box_of(field) for field, problem in problems if problem.is_error]
        for box in self.prizes.boxes():
            box.name.set_wrong(box.name in wrong)
            box.count.set_wrong(box.count in wrong)


class DrawsPanel(SidePanel[Draw]):
    """The lucky draws."""

    paths = ("$.draws[",)
    stem = "draw"

    def know(self, draft: Program) -> None:
        """Learn which plans there are, and which draws somebody gets tickets of."""
        given = {
            one.draw for one in (*draft.rules, *draft.rewards) if isinstance(one, TicketRule | TicketReward)
        }
        for value, row in self._rows:
            assert isinstance(row, DrawRow)
            offer_plans(row.plan, row.plan.choice(), draft)
            words = self.tr("Nothing gives tickets of it yet: add a rule “tickets” above, or a reward")
            row.note.say("" if value.id in given else words, tone="amber")

    def _of(self, program: Program) -> tuple[Draw, ...]:
        return program.draws

    def _into(self, base: Program, values: tuple[Draw, ...]) -> Program:
        return replace(base, draws=values)

    def _row(self, value: Draw, program: Program) -> SideRow:
        return DrawRow(value, program)

    def _typed(self, value: Draw, row: SideRow) -> Draw:
        assert isinstance(row, DrawRow)
        return replace(
            value,
            name=text_of(row.name, value.name),
            closes=row.closes.day() or _NO_DAY,
            prizes=tuple(box.read() for box in row.prizes.boxes()),
            most_wins=number_of(row.most_wins) or 0,
            plan=row.plan.choice(),
        )

    def _first(self, made: str, _program: Program) -> Draw:
        return Draw(made, "", _NO_DAY, (Prize(""),))

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Lucky draws"),
            self.tr("Add a draw"),
            self.tr(
                "Customers collect tickets; who wins is drawn so that anybody can check it. Its rules stand "
                "from the first ticket on."
            ),
        )

    def _say(self, _value: Draw, row: SideRow) -> None:
        assert isinstance(row, DrawRow)
        row.closes.setPlaceholderText(self.tr("dd/mm/yyyy"))
        row.prizes.retranslate()
        row.say(
            self.tr(
                "Draw {name} gives tickets to the end of {closes} for {prizes} – each customer wins at most "
                "{most_wins} of them – part of {plan} {remove}"
            ),
            {
                "name": self.tr("Name of the draw"),
                "closes": self.tr("Last day of tickets"),
                "prizes": self.tr("Prizes"),
                "most_wins": self.tr("How often one customer wins at most"),
                "plan": self.tr("Part of which program"),
            },
        )
