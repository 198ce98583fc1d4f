"""Rules the earning panel has no fields for yet are shown as one sentence, and survive editing."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from pytestqt.qtbot import QtBot

from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.sentence import Sentence
from tests.engine.earning_shapes import programs


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(program=programs())
def test_every_kind_of_rule_survives_the_panel(qtbot: QtBot, program: Program) -> None:
    panel = EarningPanel()
    qtbot.addWidget(panel)
    panel.show_program(program)
    assert panel.read(program) == program
    column = panel._rules_column
    shown = [item.widget() for at in range(column.count()) if (item := column.itemAt(at)) is not None]
    with_fields = sum(isinstance(rule, AmountRule) for rule in program.rules)
    assert sum(isinstance(one, Sentence) for one in shown) == with_fields + len(program.rules)
