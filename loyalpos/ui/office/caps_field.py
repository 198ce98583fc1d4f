"""The most points a member earns in a span, whatever the rules give."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.rules import Cap, Per
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.limit_pieces import offer_spans
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.translated import Translated

__all__ = ["CapsField"]


class CapRow(QWidget):
    """One cap.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, cap: Cap, points_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = NumberBox(Number.WHOLE)
        self.points.set_value(cap.points)
        self.points.set_unit(points_name)
        self.per = ChoiceBox()
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self.sentence = Sentence({"points": self.points, "per": self.per, "remove": self.remove})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        self.retranslate()
        self.per.choose(cap.per.value)
        self.points.changed.connect(self.edited)
        self.per.chosen.connect(self.edited)
        self.remove.clicked.connect(self.removal_wanted)

    def read(self) -> Cap | None:
        """Give the cap as typed; None, said in place, where it cannot be read."""
        self.sentence.complain("")
        if self.points.is_unreadable():
            self.sentence.complain(number_problem(self.points.text()), self.points)
            return None
        return Cap(Per(self.per.choice()), self.points.value() or 0)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.points.setAccessibleName(self.tr("How many at most"))
        self.per.setAccessibleName(self.tr("Span"))
        offer_spans(self.per)
        self.remove.setText(self.tr("Remove"))
        self.sentence.say(self.tr("All rules together give a customer at most {points} each {per} {remove}"))


class CapsField(Translated, QWidget):
    """The caps of a draft, and a button for one more.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points_name = ""
        self._rows: list[CapRow] = []
        self.add_button = ActionButton("", look=Look.QUIET, icon="add")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(WrapRow(self.add_button))
        self.add_button.clicked.connect(self._add)
        self.retranslate()

    def rows(self) -> tuple[CapRow, ...]:
        """The caps as they stand."""
        return tuple(self._rows)

    def show_caps(self, caps: tuple[Cap, ...], points_name: str) -> None:
        """Show caps, in place of what was typed."""
        self._points_name = points_name
        for row in list(self._rows):
            self._drop(row)
        for cap in caps:
            self._append(cap)

    def read(self) -> tuple[Cap, ...] | None:
        """Give the caps as typed; None, said in place, where one cannot be read."""
        read = [row.read() for row in self._rows]
        caps = tuple(cap for cap in read if cap is not None)
        return caps if len(caps) == len(read) else None

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its cap."""
        for at, row in enumerate(self._rows):
            row.sentence.complain("")
            for problem in problems:
                if problem.path.startswith(f"$.caps[{at}]."):
                    row.sentence.complain(problem_sentence(problem), row.points)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add_button.setText(self.tr("Set the most a customer can earn"))
        for row in self._rows:
            row.retranslate()

    def _add(self) -> None:
        row = self._append(Cap(Per.DAY, 500))
        row.points.setFocus()
        row.points.selectAll()
        self.edited.emit()

    def _append(self, cap: Cap) -> CapRow:
        row = CapRow(cap, self._points_name)
        row.edited.connect(self.edited)
        row.removal_wanted.connect(partial(self._remove, row))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _remove(self, row: CapRow) -> None:
        self._drop(row)
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, row: CapRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
