"""Rules of every kind, with conditions and limits of every shape, survive the earning panel untouched."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from pytestqt.qtbot import QtBot

from loyalpos.engine.program import Program
from loyalpos.ui.office.earning_panel import EarningPanel
from tests.engine.earning_shapes import programs


@pytest.mark.parametrize("whole", [False, True])
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(program=programs())
def test_every_kind_of_rule_survives_the_panel(qtbot: QtBot, whole: bool, program: Program) -> None:
    panel = EarningPanel(whole=whole)
    qtbot.addWidget(panel)
    panel.show_program(program)
    assert panel.read(program) == program
    assert len(panel.rule_rows()) == len(program.rules)
