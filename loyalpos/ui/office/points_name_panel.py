"""What points are called, and the picture beside the name, as every screen and paper says them."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.points_name import join_name, split_name
from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import TextBox
from loyalpos.ui.widgets.fields import Notice

__all__ = ["PointsNamePanel"]

_PATH = "$.points_name"
_LONGEST_PICTURE = 8


class PointsNamePanel(ProgramPanel):
    """One sentence with two fields; what this PC cannot draw is said at once, and stays off paper."""

    paths = (_PATH,)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._shown = ""
        self.name = TextBox()
        self.picture = TextBox()
        self.picture.setMaxLength(_LONGEST_PICTURE)
        self.sentence = Sentence({"name": self.name, "picture": self.picture})
        self.missing = Notice()
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.missing)
        for box in (self.name, self.picture):
            box.changed.connect(self._take_edit)
        self.retranslate()

    def show_program(self, program: Program) -> None:
        """Show a program's name for its points."""
        self._shown = program.points_name
        name, picture = split_name(program.points_name)
        self.name.setText(name)
        self.picture.setText(picture)
        self._look()

    def read(self, base: Program) -> Program | None:
        """Put the name into a program; what nobody changed stays as it was written."""
        typed = join_name(self.name.text(), self.picture.text())
        same = typed == join_name(*split_name(self._shown))
        return replace(base, points_name=self._shown if same else typed)

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the name."""
        wrong = next((one for one in problems if one.path == _PATH), None)
        self.sentence.complain("" if wrong is None else problem_sentence(wrong), self.name)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("In the shop's own words"))
        self.name.setAccessibleName(self.tr("What points are called"))
        self.picture.setAccessibleName(self.tr("Picture beside the name"))
        self.picture.setPlaceholderText(self.tr("none"))
        self.sentence.say(self.tr("Points are called {name} – picture: {picture}"))
        self._look()

    def _take_edit(self) -> None:
        self._look()
        self.edited.emit()

    def _look(self) -> None:
        """Say it where this PC has no picture for a sign."""
        picture = "".join(self.picture.text().split())
        drawn = not picture or _drawable(picture) == picture
        said = self.tr("This PC has no typeface with this sign: screens show a box, paper leaves it out")
        self.missing.say("" if drawn else said, tone="amber")


def _drawable(picture: str) -> str:
    from loyalpos.printing.signs import drawable  # noqa: PLC0415 - printing costs start-up time

    return drawable(picture)
