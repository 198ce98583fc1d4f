"""The worked example beside the rules: a plain visit, and what it leaves out."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine import conditions as c
from loyalpos.engine import rules as r
from loyalpos.ui.office.example_panel import ExamplePanel
from loyalpos.ui.office.worth import conditions_left_out, example
from tests.ui.rule_paper import PROGRAM
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]


def test_the_worked_example_is_of_a_plain_visit_that_is_nobodys_birthday() -> None:
    birthday = r.MultiplierRule("double", 20_000, when=c.NearBirthday())
    large = r.BonusRule("large", 7, when=c.BillAtLeast(200_000))
    program = replace(PROGRAM, rules=(*PROGRAM.rules, birthday, large))
    assert example(program, 100_000).earning.points == 10
    assert example(program, 200_000).earning.points == 27
    assert conditions_left_out(program) == (c.NearBirthday(),)
    wallet = r.BonusRule("wallet", 4, when=c.EveryOf((c.BillAtLeast(50_000), c.PaidBy(("momo",)))))
    cash = r.BonusRule("cash", 1, when=c.Not(c.PaidBy(("momo",))))
    paid = replace(PROGRAM, rules=(*PROGRAM.rules, wallet, cash))
    assert example(paid, 100_000).earning.points == 11
    assert conditions_left_out(paid) == (wallet.when,)


def test_the_worked_example_names_what_it_leaves_out(qtbot: QtBot, speaking: QApplication) -> None:
    panel = ExamplePanel()
    qtbot.addWidget(panel)
    panel.show_program(PROGRAM)
    assert panel.left_out.isHidden()
    weekdays = c.OnWeekdays((0, 1, 2, 3, 4))
    double = r.MultiplierRule("double", 20_000, when=weekdays)
    late = r.BonusRule("late", 7, when=c.EveryOf((c.BillAtLeast(50_000), c.InHours(1_200, 1_320))))
    again = r.BonusRule("again", 3, when=weekdays)
    panel.show_program(replace(PROGRAM, rules=(*PROGRAM.rules, double, late, again)))
    assert not panel.left_out.isHidden()
    said = "Not counted here, what is only for: Mon–Fri; bills from 50.000\u00a0₫ up, 20:00–22:00"
    assert panel.left_out.text() == said
