"""Lists of the program's page whose every row is a sentence: stamp cards, vouchers, memberships."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.known import Named
from loyalpos.ui.office.numbers import DayBox, InlineBox, NumberBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.side_boxes import OptionalDayBox
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["SidePanel", "SideRow"]


V = TypeVar("V", bound=Named)


class SideRow(QWidget, Themed):
    """One row: a sentence with boxes, each by its field in the program's document, and perhaps a note.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, boxes: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = boxes
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self.sentence = Sentence({**boxes, "remove": self.remove})
        self.note = Notice()
        self._column = QVBoxLayout()
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.note)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addWidget(Line())
        for box in boxes.values():
            if isinstance(box, InlineBox):
                box.changed.connect(self.edited)
            elif isinstance(box, ChoiceBox):
                box.chosen.connect(self.edited)
        self.remove.clicked.connect(self.removal_wanted)
        self.follow_theme()

    def is_readable(self) -> bool:
        """Tell whether every number and day on show can be read; what cannot is said in place."""
        self.sentence.complain("")
        for box in self.boxes.values():
            if wrong := self.unreadable(box):
                self.sentence.complain(wrong, box)
                return False
        return True

    def unreadable(self, box: QWidget) -> str:
        """Say what is wrong with a box that cannot be read; nothing where it can."""
        if isinstance(box, NumberBox) and box.is_unreadable():
            return number_problem(box.text())
        if isinstance(box, DayBox) and box.day() is None:
            if isinstance(box, OptionalDayBox) and not box.text().strip():
                return ""
            return QCoreApplication.translate(
                "SideRow", "Day, month and year, please, for example 10/02/2027"
            )
        return ""

    def box_of(self, field: str) -> QWidget | None:
        """Find the box a problem is about, by its field."""
        return self.boxes.get(field)

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its field."""
        self.sentence.complain("")
        for field, problem in problems:
            if not self.sentence.complaint():
                box = self.box_of(field)
                tone = "red" if problem.is_error else "amber"
                self.sentence.complain(problem_sentence(problem), *(() if box is None else (box,)), tone=tone)

    def say(self, words: str, names: Mapping[str, str], spoken: str = "") -> None:
        """Say the sentence.

        Args:
            names: Those of the boxes for who cannot see them.
            spoken: How it is written down, where that leaves out what means nothing.
        """
        self.remove.setText(QCoreApplication.translate("SideRow", "Remove"))
        for field, box in self.boxes.items():
            box.setAccessibleName(names[field])
        self.sentence.say(words, spoken)

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(look.space, look.px(8), look.space, look.px(8))


class SidePanel(ProgramPanel, Generic[V]):
    """A list of rows, and a button that adds one; a subclass knows what they are."""

    stem: ClassVar[str]
    """What ids made here begin with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._base: Program | None = None
        self._rows: list[tuple[V, SideRow]] = []
        self._list = QVBoxLayout()
        self._hint = Words("", "base", "quiet", wrap=True)
        self.add_button = ActionButton("", look=Look.QUIET, icon="add")
        self._ends = QVBoxLayout()
        self._ends.addWidget(self._hint)
        self._ends.addWidget(WrapRow(self.add_button))
        self.body.addLayout(self._list)
        self.body.addLayout(self._ends)
        self.add_button.clicked.connect(self._add)
        self.follow_theme()

    def rows(self) -> tuple[SideRow, ...]:
        """The rows as they stand."""
        return tuple(row for _, row in self._rows)

    def show_program(self, program: Program) -> None:
        """Show a program's part, in place of what was typed."""
        self._base = program
        for _, row in list(self._rows):
            self._drop(row)
        for value in self._of(program):
            self._append(value, program)
        self.retranslate()

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a number cannot be read."""
        readable = [row.is_readable() for _, row in self._rows]
        if not all(readable):
            return None
        return self._into(base, tuple(self._typed(value, row) for value, row in self._rows))

    def value_of(self, row: SideRow) -> V:
        """Give what a row was made of."""
        return next(value for value, one in self._rows if one is row)

    def swap(self, row: SideRow, value: V) -> SideRow:
        """Put a row of other boxes in the place of one."""
        assert self._base is not None
        at = next(at for at, (_, one) in enumerate(self._rows) if one is row)
        place = self._list.indexOf(row)
        self._drop(row)
        new = self._made(value, self._base)
        self._rows.insert(at, (value, new))
        self._list.insertWidget(place, new)
        self._say(value, new)
        return new

    def has_plans(self, present: str) -> bool:
        """Tell whether a row must say which program it belongs to."""
        return bool(present or (self._base is not None and self._base.plans))

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its row."""
        for at, (_, row) in enumerate(self._rows):
            path = f"{self.paths[0]}{at}]."
            row.complain(
                tuple((one.path.removeprefix(path), one) for one in problems if one.path.startswith(path))
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        title, add, hint = self._words()
        self.set_title(title)
        self.add_button.setText(add)
        self._hint.setText(hint)
        self._hint.setVisible(not self._rows)
        for value, row in self._rows:
            self._say(value, row)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        super().follow_theme()
        if hasattr(self, "_ends"):
            look = theme()
            self._ends.setContentsMargins(look.space, look.px(8), look.space, look.px(8))

    def _of(self, program: Program) -> tuple[V, ...]:
        """Give the part of a program."""
        raise NotImplementedError

    def _into(self, base: Program, values: tuple[V, ...]) -> Program:
        """Put the part into a program."""
        raise NotImplementedError

    def _row(self, value: V, program: Program) -> SideRow:
        """Make the boxes of a value."""
        raise NotImplementedError

    def _typed(self, value: V, row: SideRow) -> V:
        """Give the value as typed; what no box shows stays as it was."""
        raise NotImplementedError

    def _first(self, made: str, program: Program) -> V:
        """Give a new one with an id."""
        raise NotImplementedError

    def _words(self) -> tuple[str, str, str]:
        """Give the title, what the button says, and what stands while there is none."""
        raise NotImplementedError

    def _say(self, value: V, row: SideRow) -> None:
        """Say a row's sentence."""
        raise NotImplementedError

    def _add(self) -> None:
        assert self._base is not None
        known = {value.id for value, _ in self._rows} | {value.id for value in self._of(self._base)}
        # The revision stands in the id: an id of an earlier revision must not come back as another thing.
        made = f"{self.stem}-{self._base.revision + 1}-"
        new_id = next(made + str(n) for n in range(1, len(known) + 2) if made + str(n) not in known)
        row = self._append(self._first(new_id, self._base), self._base)
        self.retranslate()
        name = row.boxes["name"]
        name.setFocus()
        if isinstance(name, TextBox):
            name.selectAll()
        self.edited.emit()

    def _append(self, value: V, program: Program) -> SideRow:
        row = self._made(value, program)
        self._rows.append((value, row))
        self._list.addWidget(row)
        return row

    def _made(self, value: V, program: Program) -> SideRow:
        row = self._row(value, program)
        row.edited.connect(self.edited)
        row.removal_wanted.connect(partial(self._remove, row))
        return row

    def _remove(self, row: SideRow) -> None:
        self._drop(row)
        self.retranslate()
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, row: SideRow) -> None:
        self._rows = [(value, one) for value, one in self._rows if one is not row]
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
