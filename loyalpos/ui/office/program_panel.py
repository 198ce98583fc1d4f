"""A part of the program's page: shows a program, reads what is typed, says what is wrong with it."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ProgramPanel", "Statement"]


class Statement(Struct, frozen=True):
    """A thing a program says, as the editor says it.

    Attributes:
        about: What it is about: the id of a rule, a tier, a reward; else the sentence without its fields.
        words: The sentence with what stands in its fields.
    """

    about: str
    words: str


class ProgramPanel(Translated, Panel):
    """One part of the draft's editor.

    The page makes what is typed by asking one panel after the other: each puts its own fields into the
    program the one before it gave, and leaves everything else as it is.

    Attributes:
        paths: Where this panel says what is wrong at the field: what its problems' paths begin with. Of
            all others the page says it below.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    paths: ClassVar[tuple[str, ...]] = ()

    def show_program(self, program: Program) -> None:
        """Show a program's part, in place of what was typed."""
        raise NotImplementedError

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a field cannot be read."""
        raise NotImplementedError

    def know(self, draft: Program) -> None:
        """Learn the names the other panels give now: tiers, stamp cards, vouchers; what was typed stays."""

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its field."""
        raise NotImplementedError

    @classmethod
    def parts(cls) -> tuple[str, ...]:
        """The fields of a program the panel has, by its paths."""
        return tuple(path.removeprefix("$.").partition("[")[0].partition(".")[0] for path in cls.paths)

    def rows_by_id(self) -> tuple[tuple[str, str, QWidget], ...]:
        """List the rows that stand for one thing of the program each: its id, what it is called, the row."""
        return ()

    def statements(self) -> tuple[Statement, ...]:
        """Say what the panel shows now, one thing after the other."""
        said: dict[str, list[str]] = {}
        single: list[Statement] = []
        rows = self.rows_by_id()
        for sentence in self.findChildren(Sentence):
            if not sentence.isVisibleTo(self) or not (words := sentence.in_words()):
                continue
            about = next((thing for thing, _, row in rows if row.isAncestorOf(sentence)), None)
            if about is None:
                single.append(Statement(sentence.words(), words))
            else:
                said.setdefault(about, []).append(words)
        named = (
            Statement(thing, " ".join((*((f"{called}:",) if called else ()), *said.get(thing, ()))))
            for thing, called, _ in rows
        )
        return (*named, *single)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        raise NotImplementedError
