"""Every field of a program that the editor has: shown, typed, told where it is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import fields, replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine import rules as r
from loyalpos.engine.conditions import AwayFor, Match, OnWeekdays
from loyalpos.engine.occasions import BirthdayGift, Gives, Referral, UnknownOccasion, WelcomeGift
from loyalpos.engine.points_end import PointsEnd
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import (
    Blackout,
    Expiry,
    ExpiryKind,
    PartPaid,
    Program,
    Remainder,
    Rounded,
    SpentPoints,
)
from loyalpos.engine.reward_kinds import (
    AmountOff,
    Gift,
    TierPrice,
    UnknownReward,
)
from loyalpos.engine.side_programs import (
    Cause,
    Draw,
    MemberPrice,
    Membership,
    Partner,
    Plan,
    Prize,
    StampCard,
    VoucherKind,
)
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.ui.office.budgets_panel import BudgetsPanel
from loyalpos.ui.office.counting_panel import CountingPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.extras import Extras
from loyalpos.ui.office.gifts_panel import GiftsPanel
from loyalpos.ui.office.program_changes import ProgramReader
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_panels import program_panels
from loyalpos.ui.office.referral_panel import ReferralPanel
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.toggles import Toggles
from loyalpos.ui.office.vouchers_panel import VouchersPanel
from tests.engine.whole_programs import whole_programs
from tests.ui.scanner import press, type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

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


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(program=whole_programs())
def test_what_is_shown_is_what_is_read(qtbot: QtBot, themed: QApplication, program: Program) -> None:
    panels = program_panels()
    for panel in panels:
        qtbot.addWidget(panel)
        panel.show_program(program)
        panel.know(program)
    emptied = replace(
        program,
        rules=(),
        rewards=(),
        tiers=TierPlan(),
        caps=(),
        budgets=(),
        blackouts=(Blackout(date(2026, 1, 1), date(2026, 1, 1)),),
        base=r.Base(r.Discount.BEFORE, r.Tax.WITHOUT, r.Paid.WHOLE),
        rounded=Rounded.BILL,
        spent_points=SpentPoints.NEVER,
        part_paid=PartPaid.WHEN_PAID,
        point_cost_vnd=1,
        welcome_points=1,
        expiry=Expiry(),
    )
    read: Program | None = emptied
    for panel in panels:
        assert read is not None
        read = panel.read(read)
    named = tuple(
        one if isinstance(one, UnknownReward) else replace(one, name=one.name.strip())
        for one in program.rewards
    )
    assert read == replace(program, rewards=named)


def test_a_rule_is_named_and_bound_by_keys(sheet: Sheet) -> None:
    earning = sheet.panel(EarningPanel)
    assert isinstance(earning, EarningPanel)
    row = earning.rule_rows()[0]
    row.unfold()
    sheet.put(sheet.more(row.extras, "name")["name"], "Mua la co diem")
    sheet.put(sheet.more(row.extras, "without")["names"], "Thuoc la, Ruou")
    sheet.put(sheet.more(row.extras, "base")["discount"], "before")
    sheet.put(sheet.more(row.extras, "rounding")["rounding"], "up")
    boxes = sheet.more(row.extras, "beside")
    sheet.put(boxes["beside"], "only the best")
    sheet.put(boxes["group"], "ngay le")
    sheet.put(boxes["priority"], "-20")
    sheet.more(row.extras, "plan")
    sheet.more(row.extras, "budget")
    assert sheet.judge().rules[0] == r.AmountRule(
        "base",
        10_000,
        name="Mua la co diem",
        without=Match(categories=("Thuoc la", "Ruou")),
        base=r.OwnBase(r.Discount.BEFORE),
        rounding=r.Rounding.UP,
        beside=r.Beside.BEST,
        group="ngay le",
        priority=-20,
        plan="summer",
        budget="b1",
    )
    assert row.extras is not None
    assert row.extras.add.isHidden()
    # Folded, all of it stays readable in the sentence.
    row.details.setChecked(False)
    QApplication.processEvents()
    said = row.sentence.in_words()
    assert said.startswith("Mua la co diem:")
    for part in ("not for item group Thuoc la, Ruou", "before discounts", "ngay le priority -20", "Hè"):
        assert part in said
    for extra in list(row.extras.shown()):
        extra.remove.click()
    assert sheet.judge().rules[0] == r.AmountRule("base", 10_000)


def test_a_multiplier_is_bound_to_rules_of_the_draft(sheet: Sheet) -> None:
    earning = sheet.panel(EarningPanel)
    assert isinstance(earning, EarningPanel)
    row = earning.rule_rows()[1]
    row.unfold()
    of = sheet.more(row.extras, "of")["of"]
    assert isinstance(of, Toggles)
    assert [button.text() for button in of.buttons.values()] == ["rule 1", "rule 3"]
    of.buttons["visit"].setFocus()
    press(sheet.window, Qt.Key.Key_Space)
    multiplier = sheet.judge().rules[1]
    assert isinstance(multiplier, r.MultiplierRule)
    assert multiplier.of == ("base", "visit")
    # A rule that goes is told where it is named.
    earning.rule_rows()[2].buttons.remove.click()
    row.details.setChecked(False)
    sheet.judge()
    assert row.is_unfolded()
    assert row.extras is not None
    assert "is not there any more" in row.extras.shown()[0].sentence.complaint()


def test_everything_a_reward_asks_is_typed_and_told_in_its_sentence(sheet: Sheet) -> None:
    rewards = sheet.panel(RewardsPanel)
    assert isinstance(rewards, RewardsPanel)
    row = rewards.rows()[1]
    row.details.setFocus()
    press(sheet.window, Qt.Key.Key_Space)
    assert row.asked is not None
    assert row.asked.isVisible()
    row.asked.condition.add.chosen.emit("weekdays")
    for kind, text in (
        ("day_limit", "20"),
        ("minimum_bills", "5"),
        ("keep_points", "30"),
        ("cost_vnd", "12k"),
    ):
        sheet.put(sheet.more(row.asked.extras, kind)[kind], text)
    sheet.put(sheet.more(row.asked.extras, "tier_prices")["p1"], "250")
    row.asked.add_limit.setFocus()
    press(sheet.window, Qt.Key.Key_Space)
    row = rewards.rows()[1]
    assert row.details.hasFocus()
    assert sheet.judge().rewards[1] == Gift(
        "cup",
        "Bạc xỉu",
        300,
        when=OnWeekdays((0, 1, 2, 3, 4)),
        limits=(r.Limit(r.Per.MONTH, times=1),),
        day_limit=20,
        minimum_bills=5,
        keep_points=30,
        tier_prices=(TierPrice("gold", 250),),
        cost_vnd=12_000,
    )
    row.details.setChecked(False)
    sheet.judge()
    said = rewards.statements()[1].words
    assert said.startswith("Bạc xỉu: for 300\u00a0điểm")
    for part in (
        "Mon–Fri",
        "at most 20 a day",
        "after 5 bills",
        "Vàng 250\u00a0điểm",
        "1\u00a0time each month",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (
            1,
            (
                "1\u00a0ticket for Rút lá",
                "1\u00a0stamp on Mua 9",
                "1\u00a0day or more",
                "1\u00a0time each month",
            ),
        ),
        (
            2,
            (
                "2\u00a0tickets for Rút lá",
                "2\u00a0stamps on Mua 9",
                "2\u00a0days or more",
                "2\u00a0times each",
            ),
        ),
    ],
)
def test_one_is_said_as_one_and_two_as_two(
    qtbot: QtBot, speaking: QApplication, count: int, said: tuple[str, ...]
) -> None:
    program = replace(
        PROGRAM,
        rules=(
            r.TicketRule("ticket", "draw", tickets=count, when=AwayFor(count)),
            r.StampRule("stamp", "card", stamps=count, limits=(r.Limit(r.Per.MONTH, times=count),)),
        ),
        draws=(Draw("draw", "Rút lá", date(2027, 6, 1), (Prize("Bình"),)),),
        stamp_cards=(StampCard("card", "Mua 9", 9, "cup"),),
    )
    panel = EarningPanel(whole=True)
    qtbot.addWidget(panel)
    panel.show_program(program)
    panel.show()
    for row in panel.rule_rows():
        row.unfold()
    words = " ".join(one.words for one in panel.statements())
    for part in said:
        assert part in words


def test_what_is_wrong_with_an_extra_is_said_at_its_box(sheet: Sheet) -> None:
    rewards = sheet.panel(RewardsPanel)
    assert isinstance(rewards, RewardsPanel)
    row = rewards.rows()[0]
    row.unfold()
    assert row.asked is not None
    cost = sheet.more(row.asked.extras, "cost_vnd")["cost_vnd"]
    assert row.read() is None
    assert row.asked.extras.shown()[0].sentence.complaint() == "Type a number here"
    sheet.put(cost, "5000")
    keep = sheet.more(row.asked.extras, "keep_points")["keep_points"]
    sheet.put(keep, "999999999999")
    row.details.setChecked(False)
    sheet.judge()
    assert row.details.isChecked()
    assert "At most" in row.asked.extras.shown()[1].sentence.complaint()
    assert not row._sentence.complaint()


def test_a_tier_brings_perks_a_package_and_a_hotline(sheet: Sheet) -> None:
    tiers = sheet.panel(TiersPanel)
    assert isinstance(tiers, TiersPanel)
    row = tiers.rows()[1]
    sheet.put(sheet.more(row.extras, "perks")["perks"], "Ban rieng, Giao nhanh")
    sheet.put(sheet.more(row.extras, "package")["package"], "VIP")
    sheet.put(sheet.more(row.extras, "hotline")["hotline"], "1900 1234")
    tier = sheet.judge().tiers.tiers[1]
    said = tiers.statements()[1].words
    assert said.startswith("Vàng: from 1.000.000\u00a0₫")
    assert "hotline on the card 1900 1234" in said
    assert (tier.perks, tier.package, tier.hotline) == (("Ban rieng", "Giao nhanh"), "VIP", "1900 1234")


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


def _otherwise(program: Program) -> dict[str, Program]:
    """The program with each of its parts otherwise, by the name of the part."""
    gift = WelcomeGift("w", Gives(points=9))
    others: dict[str, Any] = {
        "rules": (*program.rules, r.BonusRule("more", 3)),
        "rewards": program.rewards[:1],
        "points_name": "sao",
        "rounding": r.Rounding.UP,
        "remainder": Remainder.CARRIED,
        "welcome_points": 9,
        "points_end": PointsEnd(date(2027, 12, 31), date(2028, 1, 31)),
        "expiry": Expiry(ExpiryKind.MONTHS, 3),
        "blackouts": (Blackout(date(2027, 2, 1), date(2027, 2, 9)),),
        "spent_points": SpentPoints.NEVER,
        "part_paid": PartPaid.AS_PAID,
        "base": r.Base(r.Discount.BEFORE),
        "rounded": Rounded.BILL,
        "tiers": TierPlan(tiers=program.tiers.tiers[:1]),
        "caps": (r.Cap(r.Per.DAY, 100),),
        "budgets": (),
        "point_cost_vnd": 50,
        "occasions": (gift,),
        "plans": (),
        "stamp_cards": (StampCard("s", "Thẻ 10 ly", 10, "cup"),),
        "memberships": (
            Membership("m", "Thẻ bạc", 199_000, prices=(MemberPrice("latte", 29_000),), fee_earns=True),
        ),
        "vouchers": (VoucherKind("v", "Phiếu", 30, 10_000, once=True),),
        "draws": (Draw("d", "Quay số", date(2027, 2, 1), ()),),
        "causes": (Cause("c", "Góp sách", 100, 100),),
        "partners": (Partner("p", "Phòng tập", "Một buổi"),),
    }
    assert {*others, "revision", "starts"} == {one.name for one in fields(Program)}
    return {name: replace(program, **{name: value}) for name, value in others.items()}


def test_history_has_a_sentence_for_every_part_that_differs(qtbot: QtBot, speaking: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reader = ProgramReader(window)
    for name, other in _otherwise(PROGRAM).items():
        changes = reader.changes(PROGRAM, other)
        assert [part.title for part in changes if part.title], name
        assert all(part.sentences for part in changes), name
    assert reader.changes(PROGRAM, replace(PROGRAM, revision=9, starts=date(2027, 1, 1))) == ()


def test_the_rounding_stays_in_its_sentence_however_often_a_program_is_shown(sheet: Sheet) -> None:
    earning = sheet.panel(EarningPanel)
    assert isinstance(earning, EarningPanel)
    for rules in ((r.VisitRule("v", 5),), (r.VisitRule("v", 6),), PROGRAM.rules, (r.VisitRule("v", 5),)):
        earning.show_program(replace(PROGRAM, rules=rules))
        QApplication.processEvents()
        assert earning.rounding.isVisible()
