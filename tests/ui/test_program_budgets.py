"""Budgets in the office: set, spent, named by the rules, gifts and tiers they pay for."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from loyalpos.engine import rules as r
from loyalpos.engine.occasions import BirthdayGift, Gives, Referral, UnknownOccasion, WelcomeGift
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.ui.office.budgets_panel import BudgetsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.gifts_panel import GiftsPanel
from loyalpos.ui.office.referral_panel import ReferralPanel
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.vouchers_panel import VouchersPanel
from tests.ui.program_sheet import PROGRAM, Sheet, sheet
from tests.ui.scanner import press, type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "sheet", "speaking"]


def test_a_budget_is_set_offered_to_rules_and_warns_from_80_percent(sheet: Sheet) -> None:
    budgets, earning = sheet.panel(BudgetsPanel), sheet.panel(EarningPanel)
    assert isinstance(budgets, BudgetsPanel)
    assert isinstance(earning, EarningPanel)
    budgets.know_spent({"b1": 1_600_000})
    sheet.show(PROGRAM)
    state = budgets.rows()[0].state
    assert state.text() == "1.600.000\u00a0₫ spent this month, 80%"
    sheet.put(budgets.rows()[0].month, "1.500.000")
    sheet.judge()
    assert "its rules have stopped" in state.text()
    sheet.put(budgets.rows()[0].at_end, "the owner is asked")
    sheet.judge()
    assert "the till asks" in state.text()
    budgets.add_button.setFocus()
    press(sheet.window, Qt.Key.Key_Space)
    sheet.judge()
    assert budgets.rows()[1].sentence.complaint() == "Type a name here"
    type_text(sheet.window, "Khach moi")
    assert "birthdays" in budgets.rows()[1].gifts.text()
    sheet.put(budgets.rows()[1].purpose, "to win")
    assert "welcome points" in budgets.rows()[1].gifts.text()
    sheet.put(budgets.point_cost, "100")
    sheet.judge()
    row = earning.rule_rows()[0]
    row.unfold()
    sheet.put(sheet.more(row.extras, "budget")["budget"], "Khach moi")
    draft = sheet.judge()
    made = r.Budget("budget-8-1", "Khach moi", 1_000_000, r.BudgetFor.NEW_CUSTOMERS)
    assert draft.budgets == (r.Budget("b1", "Giữ khách", 1_500_000, at_end=r.BudgetEnd.ASK), made)
    assert (draft.point_cost_vnd, draft.rules[0]) == (100, r.AmountRule("base", 10_000, budget="budget-8-1"))


def test_a_gift_a_tier_and_friends_name_the_budget_that_pays(sheet: Sheet) -> None:
    gifts = (WelcomeGift("hi", Gives(voucher="v")), BirthdayGift("born", Gives(points=5)))
    share = VoucherKind("v", "Giảm 10%", 30, rate_bp=1_000)
    known = replace(
        PROGRAM,
        point_cost_vnd=100,
        vouchers=(share,),
        budgets=(*PROGRAM.budgets, r.Budget("b2", "Tết", 500_000)),
        occasions=(*gifts, Referral("friends", Gives(points=5), Gives())),
    )
    sheet.show(known)
    sheet.judge()
    panel, tiers, friends = (sheet.panel(kind) for kind in (GiftsPanel, TiersPanel, ReferralPanel))
    assert isinstance(panel, GiftsPanel)
    assert isinstance(tiers, TiersPanel)
    assert isinstance(friends, ReferralPanel)
    welcome, birthday = panel.rows()
    box = birthday.boxes["budget"]
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == ["Giữ khách, as usual", "Giữ khách", "Tết"]
    assert friends.budget.itemText(0) == "no budget", "no budget is there to win new customers"
    for of in (welcome.boxes["budget"], box, friends.budget):
        sheet.put(of, "Tết")
        sheet.judge()
    tiers.rows()[1].unfold()
    sheet.put(tiers.rows()[1].budget, "Tết")
    draft = sheet.judge()
    assert [one.budget for one in draft.occasions if not isinstance(one, UnknownOccasion)] == ["b2"] * 3
    assert [tier.budget for tier in draft.tiers.tiers] == ["", "b2"]
    vouchers = sheet.panel(VouchersPanel)
    assert isinstance(vouchers, VouchersPanel)
    assert "say how much it is at most" in vouchers.rows()[0].sentence.complaint()
    sheet.put(vouchers.rows()[0].boxes["cap_vnd"], "50.000")
    sheet.put(box, "Giữ khách, as usual")
    sheet.put(welcome.boxes["voucher"], "no voucher")
    for _ in range(2):
        draft = sheet.judge()
    assert vouchers.rows()[0].sentence.complaint() == ""
    first, second = draft.occasions[:2]
    assert isinstance(first, WelcomeGift)
    assert isinstance(second, BirthdayGift)
    assert (first.gives.voucher, second.budget) == ("", ""), "what was taken away stays away"


def test_a_program_without_a_budget_asks_for_none(sheet: Sheet) -> None:
    sheet.show(replace(PROGRAM, budgets=(), occasions=(BirthdayGift("born", Gives(points=5)),)))
    panel = sheet.panel(GiftsPanel)
    assert isinstance(panel, GiftsPanel)
    assert not panel.rows()[0].boxes["budget"].isVisibleTo(panel)
    assert "budget" not in panel.rows()[0].sentence.words()
