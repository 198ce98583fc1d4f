"""All panels of a program on one sheet, with a keyboard, for the tests of its fields."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine import rules as r
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import AmountOff, Gift
from loyalpos.engine.side_programs import Plan
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.ui.office.extras import Extras
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_panels import program_panels
from tests.ui.scanner import type_text

__all__ = ["PROGRAM", "Sheet", "sheet"]

PROGRAM = Program(
    7,
    (r.AmountRule("base", 10_000), r.MultiplierRule("twice", 20_000), r.VisitRule("visit", 5)),
    (AmountOff("off", "Giảm 50.000", 500, 50_000, 100_000), Gift("cup", "Bạc xỉu", 300)),
    tiers=TierPlan(tiers=(Tier("silver", "Bạc", 0), Tier("gold", "Vàng", 1_000_000, 1_000))),
    budgets=(r.Budget("b1", "Giữ khách", 2_000_000),),
    plans=(Plan("summer", "Hè", date(2027, 6, 1)),),
)


class Sheet:
    """All panels of the page in a window, with a keyboard."""

    def __init__(self, qtbot: QtBot, program: Program = PROGRAM) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.panels = program_panels()
        column = QVBoxLayout(self.window)
        for panel in self.panels:
            column.addWidget(panel)
        self.base = program
        self.show(program)
        self.window.resize(900, 2_000)
        self.window.show()
        self.window.activateWindow()

    def show(self, program: Program) -> None:
        self.base = program
        for panel in self.panels:
            panel.show_program(program)

    def panel(self, kind: type[ProgramPanel]) -> ProgramPanel:
        return next(panel for panel in self.panels if isinstance(panel, kind))

    def read(self, base: Program | None = None) -> Program:
        read: Program | None = base or self.base
        for panel in self.panels:
            assert read is not None
            read = panel.read(read)
        assert read is not None
        return read

    def judge(self) -> Program:
        QApplication.processEvents()
        draft = self.read()
        for panel in self.panels:
            panel.know(draft)
            panel.complain(problems_in(draft))
        return draft

    def put(self, box: QWidget, text: str) -> None:
        """Type something else into a box, or choose the row that begins so."""
        box.setFocus()
        if isinstance(box, QComboBox):
            box.setCurrentIndex(box.findText(text, Qt.MatchFlag.MatchStartsWith))
            box.activated.emit(box.currentIndex())
        else:
            assert isinstance(box, QLineEdit)
            box.selectAll()
            type_text(self.window, text)
        QApplication.processEvents()

    def more(self, extras: Extras | None, kind: str) -> dict[str, QWidget]:
        """Add an extra, and give its boxes."""
        assert extras is not None
        extras.add.chosen.emit(kind)
        QApplication.processEvents()
        return extras.shown()[-1].boxes


@pytest.fixture
def sheet(qtbot: QtBot, speaking: QApplication) -> Sheet:
    return Sheet(qtbot)
