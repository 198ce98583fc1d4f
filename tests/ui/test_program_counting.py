"""What counts of a bill, for the whole program and where a rule says otherwise."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from loyalpos.engine import rules as r
from loyalpos.engine.program import PartPaid, Rounded, SpentPoints
from loyalpos.ui.office.counting_panel import CountingPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from tests.ui.program_sheet import PROGRAM, Sheet, sheet
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "sheet", "speaking"]


def test_what_counts_is_chosen_for_the_whole_program(sheet: Sheet) -> None:
    counting = sheet.panel(CountingPanel)
    assert isinstance(counting, CountingPanel)
    for box, text in (
        (counting.base.paid, "the whole"),
        (counting.base.tax, "without"),
        (counting.rounded, "once"),
        (counting.spent, "never"),
        (counting.paid_in, "in parts too – points come when"),
    ):
        sheet.put(box, text)
    draft = sheet.judge()
    assert draft.base == r.Base(tax=r.Tax.WITHOUT, paid=r.Paid.WHOLE)
    assert (draft.rounded, draft.spent_points) == (Rounded.BILL, SpentPoints.NEVER)
    assert draft.part_paid is PartPaid.WHEN_PAID


def test_what_a_rule_does_not_choose_of_its_base_follows_the_program_and_says_which_it_is(
    sheet: Sheet,
) -> None:
    earning, counting = sheet.panel(EarningPanel), sheet.panel(CountingPanel)
    assert isinstance(earning, EarningPanel)
    assert isinstance(counting, CountingPanel)
    row = earning.rule_rows()[0]
    row.unfold()
    boxes = sheet.more(row.extras, "base")
    shown = {name: box.currentText() for name, box in boxes.items() if isinstance(box, QComboBox)}
    assert shown == {
        "paid": "what is paid in money (as in the program)",
        "discount": "after discounts (as in the program)",
        "tax": "with tax (as in the program)",
    }
    assert sheet.judge().rules[0] == r.AmountRule("base", 10_000, base=r.OwnBase())
    sheet.put(boxes["tax"], "without")
    sheet.put(counting.base.paid, "the whole")
    draft = sheet.judge()
    assert draft.rules[0] == r.AmountRule("base", 10_000, base=r.OwnBase(tax=r.Tax.WITHOUT))
    assert row.extras is not None
    (said,) = row.extras.phrases()
    inherited = "counts the whole bill with points (as in the program), after discounts (as in the program)"
    assert said.strip() == f"{inherited}, without tax"
    # Chosen as the program has it, it is the rule's own all the same, and stays where the program moves.
    box = boxes["discount"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("after discounts", Qt.MatchFlag.MatchFixedString))
    box.activated.emit(box.currentIndex())
    sheet.put(counting.base.discount, "before")
    rule = sheet.judge().rules[0]
    assert rule == r.AmountRule("base", 10_000, base=r.OwnBase(r.Discount.AFTER, r.Tax.WITHOUT))


@pytest.mark.parametrize("own", [None, r.OwnBase(), r.OwnBase(paid=r.Paid.WHOLE), r.OwnBase(tax=r.Tax.WITH)])
def test_a_rules_base_is_read_as_it_was_shown(sheet: Sheet, own: r.OwnBase | None) -> None:
    program = replace(PROGRAM, rules=(r.AmountRule("base", 10_000, base=own), *PROGRAM.rules[1:]))
    sheet.show(program)
    assert sheet.judge().rules == program.rules


def test_the_rounding_stays_in_its_sentence_however_often_a_program_is_shown(sheet: Sheet) -> None:
    earning = sheet.panel(EarningPanel)
    assert isinstance(earning, EarningPanel)
    for rules in ((r.VisitRule("v", 5),), (r.VisitRule("v", 6),), PROGRAM.rules, (r.VisitRule("v", 5),)):
        earning.show_program(replace(PROGRAM, rules=rules))
        QApplication.processEvents()
        assert earning.rounding.isVisible()
