"""What stands beside the program's sentences: the trial on the past, and a bill to try."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.program import Program
from loyalpos.services.till import Till
from loyalpos.ui.office.example_panel import ExamplePanel
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.office.trial_panel import TrialPanel
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["ProgramSide"]


class ProgramSide(QWidget, Themed):
    """What a draft means, below each other; ``column`` takes what else there is to say of it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trial = TrialPanel(workplace)
        self.example = ExamplePanel()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.trial)
        self.column.addWidget(self.example)
        self.column.addStretch(1)
        self.follow_theme()

    def attach(self, till: Till) -> None:
        """Work for another shop."""
        self.trial.attach(till)

    def show_draft(self, draft: Program | None, number: int) -> None:
        """Work for another draft; None where something is wrong with it."""
        self.trial.show_draft(draft, number)
        self.example.show_program(draft)

    def minimumSizeHint(self) -> QSize:
        """Little in height: it scrolls, and is as tall as it is at its width."""
        return QSize(super().minimumSizeHint().width(), 0)

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self.column.setContentsMargins(look.px(4), 0, look.px(8), look.px(8))
        self.column.setSpacing(look.space)
