"""Days on which no points end, such as Tết."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Blackout, Program
from loyalpos.ui.office.numbers import DayBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["BlackoutsPanel"]


class _Span(QWidget):
    """The two days of one blackout."""

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, blackout: Blackout | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = DayBox(), DayBox()
        self.remove = ActionButton("", look=Look.QUIET, icon="cross")
        self.sentence = Sentence({"first": self.first, "last": self.last, "remove": self.remove})
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence, 1)
        if blackout is not None:
            self.first.set_day(blackout.first)
            self.last.set_day(blackout.last)
        for box in (self.first, self.last):
            box.changed.connect(self.edited)
        self.remove.clicked.connect(self.removal_wanted)
        self.retranslate()

    def read(self) -> Blackout | None:
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            words = self.tr("Day, month and year, please, for example 10/02/2027")
            self.sentence.complain(words, *(box for box in (self.first, self.last) if box.day() is None))
            return None
        self.sentence.complain("")
        return Blackout(first, last)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        for box in (self.first, self.last):
            box.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.remove.setText(self.tr("Remove"))
        self.sentence.say(self.tr("No points end from {first} to {last} {remove}"))


class BlackoutsPanel(ProgramPanel):
    """The spans of days without expiry."""

    paths = ("$.blackouts[",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._spans: list[_Span] = []
        self._list = QVBoxLayout()
        self.add_button = ActionButton("", look=Look.QUIET, icon="add")
        self.body.addLayout(self._list)
        self.body.addWidget(WrapRow(self.add_button))
        self.add_button.clicked.connect(self._add)

    def spans(self) -> tuple[_Span, ...]:
        """The spans as they stand."""
        return tuple(self._spans)

    def show_program(self, program: Program) -> None:
        """Show a program's spans, in place of what was typed."""
        for span in list(self._spans):
            self._drop(span)
        for blackout in program.blackouts:
            self._append(blackout)
        self.retranslate()

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a day cannot be read."""
        read = [span.read() for span in self._spans]
        sound = tuple(blackout for blackout in read if blackout is not None)
        return replace(base, blackouts=sound) if len(sound) == len(read) else None

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its span."""
        for at, span in enumerate(self._spans):
            span.sentence.complain("")
            boxes = {f"$.blackouts[{at}].first": span.first, f"$.blackouts[{at}].last": span.last}
            for problem in problems:
                if problem.path in boxes:
                    span.sentence.complain(problem_sentence(problem), boxes[problem.path])

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Days on which no points end"))
        self.add_button.setText(self.tr("Add days, for example Tết"))
        for span in self._spans:
            span.retranslate()

    def _add(self) -> None:
        span = self._append(None)
        span.first.setFocus()
        self.edited.emit()

    def _append(self, blackout: Blackout | None) -> _Span:
        span = _Span(blackout)
        span.edited.connect(self.edited)
        span.removal_wanted.connect(partial(self._remove, span))
        self._spans.append(span)
        self._list.addWidget(span)
        return span

    def _remove(self, span: _Span) -> None:
        self._drop(span)
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, span: _Span) -> None:
        self._spans.remove(span)
        self._list.removeWidget(span)
        span.hide()
        span.deleteLater()
