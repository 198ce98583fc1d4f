"""The owner tries a draft on the past: begun by a key, stopped by a key, figures beside what was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Budget, VisitRule
from loyalpos.engine.side_programs import Cause
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.engine.trial import Gainer, Group, Part, Side, TrialSums
from loyalpos.errors import TrialCutOff
from loyalpos.services.trial import Tried
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.trial_result import figures_of
from loyalpos.ui.words.trial import group_phrase, points_figure, tried_over
from tests.shops import PROGRAM, enrolled
from tests.ui.office_desk import OfficeDesk, office

DRAFT = replace(PROGRAM, rules=(*PROGRAM.rules, VisitRule("visit", 5, name="Mỗi lượt")))
MAI = UUID(int=1)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OfficeDesk[ProgramPage]]:
    with office(qtbot, ProgramPage, tmp_path) as desk:
        yield desk


def sell(desk: OfficeDesk[ProgramPage], count: int) -> None:
    member = enrolled(desk.till)
    for _ in range(count):
        desk.world.clock.forward(hours=3)
        desk.till.counter.record_bill(desk.world.new_id(), member, Bill(100_000))


def show(desk: OfficeDesk[ProgramPage], draft: Program) -> None:
    desk.till.programs.keep_draft(draft, based_on=1)
    desk.page.refresh()
    desk.settle()


def shown(desk: OfficeDesk[ProgramPage]) -> dict[str, str]:
    """Give the figures in sight, by what they are of."""
    figures = desk.page.side.trial.result.figures
    return {one.label: " ".join((one.value, one.change, *one.more)) for one in figures}


def test_a_draft_is_tried_by_a_key(desk: OfficeDesk[ProgramPage]) -> None:
    sell(desk, 3)
    show(desk, DRAFT)
    trial = desk.page.side.trial
    assert not trial.result.isVisible()
    desk.press(trial.begin, Qt.Key.Key_Space)
    assert trial.begin.hasFocus(), "the next key tries again, and leaves no page"
    assert trial.result.isVisible()
    found = shown(desk)
    assert "45 +50% revision 1: 30 · 15 more than were given" in found["Points given"]
    assert "Who come" not in found["Who gains most"], "one customer is no group"
    assert "Nguyễn Văn Đức +15" in found["Who gains most"]
    assert not trial.stale.isVisible()
    desk.page.side.show_draft(replace(DRAFT, welcome_points=7), 2)
    assert trial.stale.isVisible(), "the figures are of the draft before"
    assert trial.result.isVisible()


def test_a_trial_is_stopped_by_a_key_and_the_till_goes_on(desk: OfficeDesk[ProgramPage]) -> None:
    sell(desk, 2)
    show(desk, DRAFT)
    trial = desk.page.side.trial
    trial.begin.setFocus()
    QTest.keyClick(trial.begin, Qt.Key.Key_Space)
    assert trial.work.isVisible()
    assert not trial.begin.isVisible()
    assert trial.work.cancel.hasFocus()
    sell_one = desk.till.counter.record_bill(desk.world.new_id(), None, Bill(50_000))
    assert sell_one.total_vnd == 50_000
    trial.work.cancel.setFocus()
    QTest.keyClick(trial.work.cancel, Qt.Key.Key_Space)
    desk.settle()
    assert not trial.work.isVisible()
    assert trial.begin.isVisible()
    assert not trial.result.isVisible()


def test_a_shop_without_bills_is_told_what_it_would_see(desk: OfficeDesk[ProgramPage]) -> None:
    trial = desk.page.side.trial
    desk.press(trial.begin, Qt.Key.Key_Space)
    assert not trial.result.isVisible()
    assert "no bills of members in the last 90" in trial.intro.text()


def test_a_trial_that_the_system_ended_says_so_and_can_be_begun_again(desk: OfficeDesk[ProgramPage]) -> None:
    trial = desk.page.side.trial
    trial.tell(TrialCutOff())
    assert trial.stale.isVisible()
    assert "memory" in trial.stale.text()
    assert trial.begin.isEnabled()


def tried(draft: int, recorded: int, program: Program = DRAFT, *, one_revision: bool = True) -> Tried:
    month = date(2026, 10, 1)
    sums = TrialSums(
        bills=6_214,
        members=200,
        sales_vnd=400_000_000,
        recorded=Side(points=recorded, tiers={"gold": 100, "": 100}),
        draft=Side(points=draft, spent_vnd={("b", month): 850_000}, tiers={"gold": 131, "": 69}),
        rules={"base": recorded, "visit": max(0, draft - recorded)},
        groups={Group("Bánh", Part.AFTERNOON): (20, 20 * 412), Group("Bánh", None): (40, 20 * 412)},
        top=(Gainer(MAI, 1_203),),
        more=180,
        fewer=3,
    )
    running = replace(PROGRAM, revision=7)
    return Tried(90, running, one_revision, program, sums, {MAI: "Mai"})


def test_bills_that_count_and_bills_that_were_undone_are_told_apart(qtbot: QtBot) -> None:
    one = tried(100, 90)
    assert tried_over(one) == "Bills gone through again: 6.214, of the last 90 days"
    undone = replace(one, sums=replace(one.sums, undone=1_012))
    assert tried_over(undone) == (
        "Bills gone through again: 6.214, of the last 90 days; 1.012 more were undone and do not count"
    )


def test_points_are_shown_with_sign_and_words_beside_what_was_given(qtbot: QtBot) -> None:
    more = points_figure(tried(71_930, 60_958))
    assert (more.value, more.change, more.grade) == ("71.930", "+18%", "red")
    assert more.more == ("revision 7: 60.958 · 10.972 more than were given",)
    fewer = points_figure(tried(90, 100, one_revision=False))
    assert (fewer.change, fewer.grade) == ("−10%", "brand")
    assert fewer.more == ("what was given: 100 · 10 fewer than were given",)
    same = points_figure(tried(100, 100))
    assert (same.change, same.more) == ("", ("revision 7: 100 · exactly as many as were given",))


def test_cost_tiers_gains_and_budgets_stand_below(qtbot: QtBot) -> None:
    program = replace(
        DRAFT,
        point_cost_vnd=72,
        tiers=TierPlan(tiers=(Tier("gold", "Vàng", 1_000_000),)),
        budgets=(Budget("b", "Giữ khách", 1_000_000),),
        causes=(Cause("school", "Quỹ sách", 100, 150), Cause("trees", "Trồng cây", 100)),
        welcome_points=0,
    )
    figures = {one.label: one for one in figures_of(tried(71_930, 60_958, program))}
    cost = figures["Estimated cost of rewards"]
    assert cost.value.replace("\u00a0", " ") == "5.179.000 ₫"
    assert cost.more == ("= 1,3% of what members paid · revision 7: 1,1%",)
    school = figures["For Quỹ sách"]
    assert (school.value, school.more) == ("6.000.000\u00a0₫", ("1,5% of what members paid",))
    assert "For Trồng cây" not in figures
    gold = figures["Customers in Vàng"]
    assert (gold.value, gold.more) == ("+31", ("131 of those who came, now 100",))
    gain = figures["Who gains most"].more
    assert gain[0].replace("\u00a0", " ") == "Who buy Bánh in the afternoon: +412 điểm for each"
    assert gain[1] == "Mai +1.203"
    budget = figures["Budget “Giữ khách”"]
    assert (budget.value, budget.grade) == ("85%", "amber")
    assert "would nearly be used up" in budget.more[1]


def test_every_part_of_the_day_has_its_words(qtbot: QtBot) -> None:
    said = {group_phrase(Group(category, part)) for category in ("", "Bánh") for part in Part}
    assert len({*said, group_phrase(Group("Bánh"))}) == 9


def test_a_program_whose_points_have_no_price_says_so(qtbot: QtBot) -> None:
    program = Program(0, (AmountRule("base", per_vnd=10_000),))
    trial = replace(tried(10, 10, program), running=replace(program, revision=7))
    cost = next(one for one in figures_of(trial) if one.value == "–")
    assert "what a point costs" in cost.more[0]
