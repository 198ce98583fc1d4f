"""Rows of the program's editor for what runs beside the points: one sentence each, added and taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import Cause, Draw, Partner, Plan
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import DayBox, NumberBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["OptionalDayBox", "PlanBox", "SidePanel", "SideRow"]

V = TypeVar("V", Plan, Draw, Cause, Partner)


class OptionalDayBox(DayBox):
    """A day, or none where the box is empty."""


class PlanBox(ChoiceBox):
    """Which program beside others a thing belongs to; one that is gone stays until another is chosen."""

    def __init__(self, plan: str) -> None:
        super().__init__()
        self._plan = plan
        self._plans: tuple[Plan, ...] = ()
        self._offer()
        self.chosen.connect(self._keep)

    def know(self, plans: tuple[Plan, ...]) -> None:
        """Learn which plans there are now."""
        if plans != self._plans:
            self._plans = plans
            self._offer()

    def _offer(self) -> None:
        rows = [("", self.tr("the shop’s own program")), *((plan.id, plan.name) for plan in self._plans)]
        if self._plan not in {name for name, _ in rows}:
            rows.append((self._plan, self._plan))
        self.offer(rows)
        self.choose(self._plan)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setAccessibleName(self.tr("Part of which program"))
        self._offer()

    def _keep(self, plan: str) -> None:
        self._plan = plan


class SideRow(QWidget, Themed, Generic[V]):
    """The sentence of one thing beside the points; what has no box in it stays as it was.

    A subclass makes boxes named like the fields of the value, and says the sentence.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, value: V, boxes: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value: V = value
        self.boxes = dict(boxes)
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self.sentence = Sentence({**boxes, "remove": self.remove})
        self.note = Notice()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.note)
        named = {field.name for field in fields(value)}
        for name, box in self.boxes.items():
            if name in named:
                self._fill(box, getattr(value, name))
            signal = box.chosen if isinstance(box, ChoiceBox) else box.changed  # type: ignore[attr-defined]
            signal.connect(self._tell_edited)
        self.remove.clicked.connect(self.removal_wanted)
        self.follow_theme()

    def first_box(self) -> TextBox:
        """The box a new row begins at: its name."""
        box = self.boxes["name"]
        assert isinstance(box, TextBox)
        return box

    def read(self) -> V | None:
        """Give the thing as typed; None, said in place, where a field cannot be read."""
        self.sentence.complain("")
        typed: dict[str, Any] = {}
        for name, box in self.boxes.items():
            wrong = self.unreadable(box)
            if wrong:
                self.sentence.complain(wrong, box)
                return None
            self._read_into(typed, name, box)
        return replace(self.value, **self.as_fields(typed))

    def as_fields(self, typed: dict[str, Any]) -> dict[str, Any]:
        """Turn what stands in the boxes into fields of the value."""
        return typed

    def unreadable(self, box: QWidget) -> str:
        """Say what is wrong with a box that cannot be read; nothing where it can."""
        if isinstance(box, NumberBox) and box.is_unreadable():
            return number_problem(box.text())
        if isinstance(box, DayBox) and box.day() is None:
            if isinstance(box, OptionalDayBox) and not box.text().strip():
                return ""
            return self.tr("Day, month and year, please, for example 10/02/2027")
        return ""

    def box_of(self, path: str) -> QWidget | None:
        """Find the box a problem is about, by the field's path below the row."""
        return self.boxes.get(path)

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with the path of its field."""
        self.sentence.complain("")
        for path, problem in problems:
            if not self.sentence.complaint():
                box = self.box_of(path)
                tone = "red" if problem.is_error else "amber"
                self.sentence.complain(problem_sentence(problem), *(() if box is None else (box,)), tone=tone)

    def know(self, draft: Program) -> None:
        """Learn what the rest of the draft says now."""

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.remove.setText(self.tr("Remove"))
        for box in self.boxes.values():
            if isinstance(box, PlanBox):
                box.retranslate()

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.space, look.px(8), look.space, look.px(8))

    def _tell_edited(self) -> None:
        self.edited.emit()

    def _fill(self, box: QWidget, stands: object) -> None:
        if isinstance(box, TextBox):
            box.setText(str(stands))
        elif isinstance(box, NumberBox):
            assert stands is None or isinstance(stands, int)
            box.set_value(stands)
        elif isinstance(box, DayBox):
            assert stands is None or isinstance(stands, date)
            box.set_day(stands)

    def _read_into(self, typed: dict[str, Any], name: str, box: QWidget) -> None:
        if isinstance(box, TextBox):
            # What a box cannot show, and nobody touched, stays as it was.
            if box.isModified():
                typed[name] = box.text().strip()
        elif isinstance(box, NumberBox):
            typed[name] = box.value()
        elif isinstance(box, DayBox):
            typed[name] = box.day()
        elif isinstance(box, ChoiceBox):
            typed[name] = box.choice()


class SidePanel(ProgramPanel, Generic[V]):
    """The things of one kind, each a row; a subclass says which field of the program they are.

    Attributes:
        field: Their field in the program.
    """

    field = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._base: Program | None = None
        self._rows: list[SideRow[V]] = []
        self._list = QVBoxLayout()
        self._empty = Words("", "base", "quiet", wrap=True)
        self.add_button = ActionButton("", look=Look.QUIET, icon="add")
        self._ends = QVBoxLayout()
        self._ends.addWidget(self._empty)
        self._ends.addWidget(WrapRow(self.add_button))
        self.body.addLayout(self._list)
        self.body.addLayout(self._ends)
        self.add_button.clicked.connect(self._add)
        self.follow_theme()

    def new_value(self, new_id: str) -> V:
        """Give a new thing of the kind, without a name."""
        raise NotImplementedError

    def row_of(self, value: V) -> SideRow[V]:
        """Make the row of a thing."""
        raise NotImplementedError

    def rows(self) -> tuple[SideRow[V], ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def rows_by_id(self) -> tuple[tuple[str, str, QWidget], ...]:
        """The rows, by what they stand for."""
        return tuple((row.value.id, "", row) for row in self._rows)

    def show_program(self, program: Program) -> None:
        """Show a program's things of the kind, in place of what was typed."""
        self._base = program
        for row in list(self._rows):
            self._drop(row)
        for value in getattr(program, self.field):
            self._append(value)
        self.retranslate()
        self.know(program)

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a field cannot be read."""
        read = [row.read() for row in self._rows]
        if any(value is None for value in read):
            return None
        return replace(base, **{self.field: tuple(read)})  # type: ignore[arg-type]  # a field of this kind

    def know(self, draft: Program) -> None:
        """Learn what the rest of the draft says now."""
        for row in self._rows:
            row.know(draft)

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its field."""
        for at, row in enumerate(self._rows):
            path = f"$.{self.field}[{at}]."
            row.complain(
                tuple((one.path.removeprefix(path), one) for one in problems if one.path.startswith(path))
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment; a subclass says title, button and what it is for."""
        self._empty.setVisible(not self._rows)
        for row in self._rows:
            row.retranslate()

    def say_what_for(self, sentence: str) -> None:
        """Say what the kind is for, as long as there is none."""
        self._empty.setText(sentence)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        super().follow_theme()
        if hasattr(self, "_ends"):
            look = theme()
            self._ends.setContentsMargins(look.space, look.px(8), look.space, look.px(8))

    def _add(self) -> None:
        assert self._base is not None
        known = {row.value.id for row in self._rows} | {one.id for one in getattr(self._base, self.field)}
        # The revision stands in the id: an id of an earlier revision must not come back as another thing.
        made = f"{self.field.rstrip('s')}-{self._base.revision + 1}-"
        new_id = next(made + str(n) for n in range(1, len(known) + 2) if made + str(n) not in known)
        row = self._append(self.new_value(new_id))
        self.retranslate()
        row.first_box().setFocus()
        self.edited.emit()

    def _append(self, value: V) -> SideRow[V]:
        row = self.row_of(value)
        row.edited.connect(self.edited)
        row.removal_wanted.connect(partial(self._remove, row))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(Line())
        self._rows.append(row)
        self._list.addWidget(whole)
        return row

    def _remove(self, row: SideRow[V]) -> None:
        self._drop(row)
        self.retranslate()
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, row: SideRow[V]) -> None:
        self._rows.remove(row)
        whole = row.parentWidget()
        assert whole is not None
        self._list.removeWidget(whole)
        whole.hide()
        whole.deleteLater()
