"""The rules and the tiers of a program in a window, with a keyboard, for the tests of their sentences."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine import rules as r
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import Draw, StampCard, VoucherKind
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.ui.office.choice_box import AddBox
from loyalpos.ui.office.condition_editor import ConditionEditor
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.rule_kinds import RuleKind
from loyalpos.ui.office.tiers_panel import TiersPanel
from tests.ui.scanner import press, type_text

__all__ = ["PROGRAM", "TIERS", "Paper", "paper"]

TIERS = TierPlan(tiers=(Tier("silver", "Bạc", 0), Tier("gold", "Vàng", 1_000_000, 1_000)))
PROGRAM = Program(
    7,
    (r.AmountRule("base", 10_000),),
    tiers=TIERS,
    stamp_cards=(StampCard("ten", "Thẻ 10 ly", 10, "cup"),),
    vouchers=(VoucherKind("v20", "Phiếu 20.000", 30, 20_000),),
    draws=(Draw("tet", "Quay số Tết", date(2027, 2, 1), ()),),
)


class Paper:
    """The two panels in a window, with a keyboard."""

    def __init__(self, qtbot: QtBot, program: Program = PROGRAM) -> None:
        self.earning = EarningPanel(whole=True)
        self.tiers = TiersPanel()
        self.base = program
        for panel in (self.earning, self.tiers):
            qtbot.addWidget(panel)
            panel.show_program(program)
            panel.resize(640, 900)

    def at(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Go to a widget and press keys there."""
        window = widget.window()
        window.show()
        window.activateWindow()
        widget.setFocus()
        for key in keys:
            press(window, key)
        QApplication.processEvents()

    def put(self, box: QWidget, text: str) -> None:
        """Type something else into a box."""
        assert isinstance(box, QLineEdit)
        self.at(box)
        box.selectAll()
        type_text(box.window(), text)
        QApplication.processEvents()

    @property
    def rules(self) -> tuple[r.Rule, ...]:
        read = self.earning.read(self.base)
        assert read is not None
        return read.rules

    @property
    def plan(self) -> TierPlan:
        read = self.tiers.read(self.base)
        assert read is not None
        return read.tiers

    def choose(self, box: AddBox, name: str) -> None:
        """Open a list by its key and go down to a row."""
        self.at(box, Qt.Key.Key_Down)
        for _ in range([box.name_at(at) for at in range(box.count())].index(name)):
            QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def add(self, kind: RuleKind) -> None:
        self.choose(self.earning.add_rule, kind.value)

    def say_when(self, at: int, kind: str) -> ConditionEditor:
        row = self.earning.rule_rows()[at]
        if not row.is_unfolded():
            self.at(row.details, Qt.Key.Key_Space)
        assert row.condition is not None
        self.choose(row.condition.add, kind)
        return row.condition


@pytest.fixture
def paper(qtbot: QtBot, speaking: QApplication) -> Paper:
    return Paper(qtbot)
