"""Every word about programs, rewards, rules and trials comes from the catalogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec.structs import replace
from PIL import Image
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.advice import ShopKind
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.conditions import EveryOf, FirstPurchase, InTier, Not, OneOf, OnWeekdays, PaidBy
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Budget, UnknownRule, VisitRule
from loyalpos.engine.side_programs import Cause, Draw, Partner, Prize, StampCard, VoucherKind
from loyalpos.engine.tier_moves import MoveReason, Notice, TierState
from loyalpos.engine.tier_standing import TierTold, standing_in
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.engine.trial import Gainer, Group, Part, Side, TrialSums
from loyalpos.errors import TrialCutOff
from loyalpos.services.trial import Tried
from loyalpos.ui.office.blackouts_panel import BlackoutsPanel
from loyalpos.ui.office.budgets_panel import BudgetsPanel
from loyalpos.ui.office.causes_panel import CausesPanel
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.draws_panel import DrawsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.gifts_panel import GiftsPanel
from loyalpos.ui.office.member_tier import MemberTier
from loyalpos.ui.office.memberships_panel import MembershipsPanel
from loyalpos.ui.office.numbers import DayBox, NumberBox
from loyalpos.ui.office.partners_panel import PartnersPanel
from loyalpos.ui.office.plans_panel import PlansPanel
from loyalpos.ui.office.points_name_panel import PointsNamePanel
from loyalpos.ui.office.prize_boxes import PrizeBoxes
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.referral_panel import ReferralPanel
from loyalpos.ui.office.rewards_page import RewardsPage
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.side_rows import SidePanel
from loyalpos.ui.office.stamp_cards_panel import StampCardsPanel
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.vouchers_panel import VouchersPanel
from loyalpos.ui.words.trial import group_phrase
from tests.shops import PROGRAM, enrolled
from tests.ui.eye import Eye, Owner, eye, owner
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "eye", "owner", "speaking"]


def test_every_word_of_the_panels_beside_the_points_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    kinds: tuple[type[SidePanel[Any]], ...] = (
        DrawsPanel,
        CausesPanel,
        PartnersPanel,
        PlansPanel,
        StampCardsPanel,
        VouchersPanel,
        MembershipsPanel,
    )
    # Alone, without the page: a look at all of it takes as long as ten at one of its panels.
    for kind in kinds:
        panel = kind()
        qtbot.addWidget(panel)
        panel.resize(760, 400)
        panel.show_program(PROGRAM)
        panel.show()
        eye.look(panel, f"nothing in {kind.__name__}")
        panel.add_button.click()
        row = panel.rows()[-1]
        numbers = [box for box in row.findChildren(NumberBox) if not box.isHidden()]
        for text, what in (("9.000.000.000", "too much"), ("abc", "no number")):
            for box in numbers:
                box.setText(text)
            for day in row.findChildren(DayBox):
                day.setText("31/01/2027")
            draft = panel.read(PROGRAM)
            panel.know(draft or PROGRAM)
            if draft is not None:
                panel.complain(problems_in(draft))
            eye.look(panel, f"{what} in {kind.__name__}")
        for prizes in row.findChildren(PrizeBoxes):
            prizes.add.click()
        for choice in row.findChildren(ChoiceBox):
            choice.setCurrentIndex(choice.count() - 1)
            choice.activated.emit(choice.count() - 1)
        eye.look(panel, f"the last choices in {kind.__name__}")
        panel.close()


def test_every_word_of_a_reward_that_brings_something_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    panel = RewardsPanel()
    qtbot.addWidget(panel)
    panel.resize(760, 1400)
    panel.show_program(
        replace(
            PROGRAM,
            vouchers=(VoucherKind("v", "Phiếu 10.000", 30, 10_000),),
            draws=(Draw("d", "Vé quay số Tết", date(2027, 1, 31), (Prize("Ly sứ"),)),),
            causes=(Cause("c", "Góp sách cho em", 100),),
            partners=(Partner("p", "Spa Sen", "Gội đầu"),),
        )
    )
    panel.show()
    for button in panel.add_buttons.values():
        button.click()
    eye.look(panel, "every kind of reward")


def test_every_word_about_the_program_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("program", ProgramPage)
    for button in page.rewards.add_buttons.values():
        if button.isVisible():
            owner.click(button)
    earning, blackouts = page.panel(EarningPanel), page.panel(BlackoutsPanel)
    owner.click(blackouts.add_button)
    friends = page.panel(ReferralPanel)
    owner.click(friends.add_button)
    friends.most.setText("zzz 99")
    friends.edited.emit()
    owner.look("a number of friends that is none")
    friends.most.set_value(None)
    page.rewards.rows()[0].boxes.value.set_value(9_000_000)
    page.rewards.rows()[0].boxes.value.changed.emit()
    for row in page.rewards.rows()[4:]:
        row.boxes.item.setText("Lan")
        row.boxes.item.setModified(True)
        row.name.set_text("Quà mới")
    owner.look("a generous reward")
    owner.click(blackouts.spans()[0].remove)
    for box in (earning.rounding, earning.remainder, earning.expiry):
        for at in range(box.count()):
            box.setCurrentIndex(at)
            box.activated.emit(at)
            owner.look(f"choice {at}")
    earning.rounding.setCurrentIndex(0)
    earning.rounding.activated.emit(0)
    owner.click(page.bar.publish)
    owner.go_to("program", ProgramPage)
    owner.click(page.advice.unfold)
    for kind in (ShopKind.CAFE, ShopKind.BEAUTY, ShopKind.GROCERY):
        page.advice.kind.choose(kind.value)
        page.advice.kind.chosen.emit(kind.value)
        owner.look(f"advice for {kind}")
    page.advice.span.choose("year")
    page.advice.margin.set_value(500)
    page.advice.visits.set_value(1)
    page.advice.visits.changed.emit()
    owner.look("advice against points")
    page.advice.margin.setText("")
    page.advice.margin.changed.emit()
    owner.look("no advice")
    owner.click(page.advice.unfold)
    names = page.panel(PointsNamePanel)
    names.picture.setText("\U000e0fff")
    names.picture.changed.emit()
    owner.look("a sign no typeface has")
    owner.click(page.customers.print)
    poster = page.customers.window_open
    assert poster is not None
    owner.click(poster.message)
    owner.eye.look(poster, "the poster")
    poster.close()


def test_every_word_about_rewards_is_of_the_catalogue(owner: Owner, tmp_path: Path) -> None:
    member = enrolled(owner.till)
    owner.till.counter.record_bill(owner.world.new_id(), member, Bill(10_000_000))
    owner.till.counter.record_bill(
        owner.world.new_id(), member, Bill(200_000), (Taken("off50"), Taken("coffee"))
    )
    page = owner.go_to("rewards", RewardsPage)
    owner.world.clock.forward(days=100)
    page.refresh()
    owner.look("all lie still")
    owner.till.rewards.count(owner.world.new_id(), "coffee", 0)
    photo = tmp_path / "cup.png"
    photo.write_bytes(b"broken")
    page._wanted = "coffee"
    page.take_photo(str(photo))
    owner.settle()
    Image.new("RGB", (20, 10)).save(photo)
    page.take_photo(str(photo))
    owner.settle()
    owner.look("a photo, and none left")


def test_every_word_about_rules_and_tiers_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    program = Program(
        7,
        (AmountRule("base", 10_000), UnknownRule("later", "later")),
        stamp_cards=(StampCard("ten", "Thẻ 10 ly", 10, "cup"),),
        vouchers=(VoucherKind("v20", "Phiếu 10.000", 30, 20_000),),
        draws=(Draw("tet", "Vé quay số Tết", date(2027, 2, 1), ()),),
    )
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    earning, tiers, gifts = EarningPanel(whole=True), TiersPanel(), GiftsPanel()
    for panel in (earning, tiers, gifts):
        column.addWidget(panel)
        panel.show_program(program)
    column.addStretch(1)
    page.resize(760, 9_000)
    page.show()
    for _ in range(4):
        tiers.add_button.click()
    for row in tiers.rows():
        row.name.setText("Lan")
    tiers.over.choose("calendar_year")
    tiers.over.chosen.emit("calendar_year")
    eye.look(page, "tiers of a calendar year")
    tier = MemberTier()
    column.insertWidget(0, tier)
    plan = TierPlan(tiers=(Tier("gold", "Vàng", 1_000_000), Tier("ruby", "Kim cương", 2_000_000)))
    notice = Notice(date(2026, 11, 1), date(2026, 12, 1))
    for state in (TierState(), TierState(("gold",), notice=notice, floor="gold")):
        told = tuple(
            TierTold(notice.given, reason, "", "Vàng", notice, floor, "Khách quý")
            for reason in MoveReason
            for floor in ("", "Vàng")
        )
        for at in range(0, len(told), 6):
            tier.show_tier(standing_in(plan, state, 500_000), told[at : at + 6], "điểm")
            tier.floor.choose("ruby")
            tier.floor.chosen.emit("ruby")
            eye.look(page, f"a member's tier {state.tier} {at}")
    gifts.add_button.click()
    for occasion in GiftKind:
        if occasion not in (GiftKind.TIER, GiftKind.REFERRAL):
            kind = gifts.rows()[0].boxes["kind"]
            assert isinstance(kind, ChoiceBox)
            kind.chosen.emit(occasion.value)
            eye.look(page, f"a gift for {occasion.value}")
    for reached in ("points", "visits"):
        tiers.reached.choose(reached)
        tiers.reached.chosen.emit(reached)
        eye.look(page, f"tiers by {reached}")
    for at in range(1, earning.add_rule.count()):
        earning.add_rule.chosen.emit(earning.add_rule.name_at(at))
        eye.look(page, f"rule {earning.add_rule.name_at(at)}")
    earning.rule_rows()[2].buttons.add_limit.click()
    earning.rule_rows()[4].buttons.add_step.click()
    editor = earning.rule_rows()[3].condition
    assert editor is not None
    for at in range(1, editor.add.count()):
        editor.add.chosen.emit(editor.add.name_at(at))
    earning.caps.add_button.click()
    for clause, name in zip(editor.clauses(), ("not", "or item", "or first"), strict=False):
        assert clause.menu is not None
        clause.menu.chosen.emit(name)
    eye.look(page, "every condition, one turned and two with another beside them")
    for clause in editor.clauses():
        for box in clause.boxes.values():
            if isinstance(box, QLineEdit):
                box.setText("xyzw")
    earning.read(program)
    eye.look(page, "conditions that cannot be read")
    earning.rule_rows()[0].unfold()
    both = OneOf((OnWeekdays((0, 6)), Not(EveryOf((FirstPurchase(), InTier(("",)), PaidBy(("Lan",)))))))
    asks = replace(program, rules=(VisitRule("v", 5, when=both), VisitRule("w", 5, when=OneOf(()))))
    earning.show_program(asks)
    eye.look(page, "a nested condition")
    earning.rule_rows()[0].unfold()
    eye.look(page, "a nested condition unfolded")


def test_every_word_about_what_is_seldom_asked_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("program", ProgramPage)
    budgets, tiers = page.panel(BudgetsPanel), page.panel(TiersPanel)
    owner.click(budgets.add_button)
    owner.click(tiers.add_button)
    budgets.rows()[0].name.setText("Lan")
    tiers.rows()[0].name.setText("Lan")
    for spent, end in ((100, "stop"), (900_000, "stop"), (2_000_000, "ask"), (2_000_000, "stop")):
        budgets.rows()[0].at_end.choose(end)
        budgets.rows()[0]._spent_vnd = spent
        page.panel(EarningPanel).edited.emit()
        owner.look(f"a budget with {spent} spent, {end}")
    row, reward = page.panel(EarningPanel).rule_rows()[0], page.rewards.rows()[0]
    row.unfold()
    reward.unfold()
    assert row.extras is not None
    assert reward.asked is not None
    for extras in (row.extras, reward.asked.extras, tiers.rows()[0].extras):
        for at in range(1, extras.add.count()):
            extras.add.chosen.emit(extras.add.name_at(1))
            owner.look(f"more: {at}")
        for extra in extras.shown():
            for box in extra.boxes.values():
                if isinstance(box, NumberBox):
                    box.set_value(7)
                elif isinstance(box, QLineEdit):
                    box.setText("Lan")
    page.panel(EarningPanel).edited.emit()
    owner.look("everything typed")
    row.details.setChecked(False)
    reward.details.setChecked(False)
    page.panel(EarningPanel).edited.emit()
    owner.look("everything folded")


def test_every_word_about_drafts_and_revisions_is_of_the_catalogue(owner: Owner) -> None:
    page = owner.go_to("program", ProgramPage)
    welcome = page.panel(EarningPanel).welcome
    for points in (30, 40):
        welcome.set_value(points)
        welcome.changed.emit()
        owner.click(page.bar.keep)
        page.bar.starts.when.choose("day" if points == 40 else "tomorrow")
        page.bar.starts.when.chosen.emit(page.bar.starts.when.choice())
        owner.look("when it starts")
        page.bar.starts.on.setText("01/02/2099")
        page.bar.starts.on.changed.emit()
        owner.click(page.bar.publish)
    page.bar.starts.on.setText("01/02/2020")
    welcome.set_value(50)
    welcome.changed.emit()
    owner.look("a day that is over")
    owner.click(page.bar.drop)
    owner.click(page.bar.confirm.no)
    owner.click(page.bar.history)
    view = page.history.view
    assert view is not None
    owner.click(view.rows()[0].compare)
    view.older.choose("1")
    view.newer.choose("1")
    view.newer.chosen.emit("1")
    owner.look("nothing differs")
    owner.click(view.rows()[2].again)
    owner.click(view.confirm.yes)
    owner.click(page.bar.history)


def test_every_word_about_a_trial_is_of_the_catalogue(owner: Owner, eye: Eye) -> None:
    trial = owner.go_to("program", ProgramPage).side.trial
    owner.click(trial.begin)
    program = Program(
        7,
        (AmountRule("base", 10_000, name="Lan"), VisitRule("v", 5)),
        tiers=TierPlan(tiers=(Tier("t", "Lan", 1),)),
        budgets=(Budget("b", "Lan", 1_000),),
        point_cost_vnd=10,
        welcome_points=5,
    )
    for draft, spent_vnd, tier in ((90, 850, ""), (110, 1_200, "t"), (100, 0, "")):
        sums = TrialSums(
            bills=9,
            members=9,
            sales_vnd=1_000_000,
            recorded=Side(points=100, tiers={"": 9}),
            draft=Side(points=draft, spent_vnd={("b", date(2026, 10, 1)): spent_vnd}, tiers={tier: 9}),
            rules={"base": 10},
            groups={Group("Lan" if spent_vnd else "", Part.NOON): (9, draft)},
            top=(Gainer(UUID(int=1), 10),) if spent_vnd else (),
            more=3,
        )
        costless = replace(program, point_cost_vnd=0) if not spent_vnd else program
        trial.result.show_tried(Tried(90, costless, bool(spent_vnd), costless, sums, {}))
        owner.look(f"{draft} points")
    trial.tell(TrialCutOff())
    owner.look("a trial that was ended")
    for category in ("", "Lan"):
        for part in (*Part, None) if category else Part:
            eye.judge(group_phrase(Group(category, part)), "a group")
