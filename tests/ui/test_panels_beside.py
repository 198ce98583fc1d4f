"""Draws, causes, partners and plans in the program's editor: every field comes back as it went in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.problems import Problem, ProblemKind, problems_in
from loyalpos.engine.program import DonationReward, PartnerReward, Program, TicketReward
from loyalpos.engine.rules import AmountRule, TicketRule
from loyalpos.engine.side_programs import AtEnd, Draw, Plan, Prize
from loyalpos.ui.office.causes_panel import CausesPanel
from loyalpos.ui.office.draws_panel import DrawRow, DrawsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.partners_panel import PartnersPanel
from loyalpos.ui.office.plans_panel import PlanRow, PlansPanel
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_panels import program_panels
from loyalpos.ui.office.reward_shapes import RewardKind
from loyalpos.ui.office.rewards_panel import RewardsPanel
from loyalpos.ui.office.rule_kinds import RuleKind
from loyalpos.ui.office.side_rows import SidePanel
from tests.engine.whole_programs import whole_programs
from tests.shops import World, new_till
from tests.ui.office_desk import OfficeDesk

Panel = SidePanel[Any]
KINDS: tuple[type[Panel], ...] = (DrawsPanel, CausesPanel, PartnersPanel, PlansPanel)
FIELDS = ("draws", "causes", "partners", "plans")
BASE = Program(0, (AmountRule("base", per_vnd=10_000),))
TET = Draw("tet", "Quay Tết", date(2027, 1, 31), (Prize("Xe đạp"), Prize("Nón", 2)), plan="xuan")
XUAN = Plan("xuan", "Mùa xuân", date(2027, 1, 1), date(2027, 3, 1))


@pytest.fixture
def panels(qtbot: QtBot, themed: QApplication) -> tuple[Panel, ...]:
    made = tuple(kind() for kind in KINDS)
    for panel in made:
        qtbot.addWidget(panel)
    return made


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(program=whole_programs())
def test_what_is_shown_and_not_touched_comes_back(panels: tuple[Panel, ...], program: Program) -> None:
    for panel, field in zip(panels, FIELDS, strict=True):
        panel.show_program(program)
        panel.retranslate()
        panel.know(program)
        assert panel.read(BASE) == replace(BASE, **{field: getattr(program, field)})


@pytest.mark.parametrize("until", [date(1900, 1, 1), date.max])
def test_an_end_no_calendar_has_stays_as_it_was(panels: tuple[Panel, ...], until: date) -> None:
    plan = Plan("xuan", "Xuân", None, until)
    panels[3].show_program(replace(BASE, plans=(plan,)))
    read = panels[3].read(BASE)
    assert read is not None
    assert read.plans == (plan,)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[OfficeDesk[ProgramPage]]:
    world = World()
    opened = OfficeDesk(qtbot, ProgramPage, tmp_path, new_till(tmp_path, world), world)
    yield opened
    opened.close()


def typed(desk: OfficeDesk[ProgramPage], box: QLineEdit, text: str) -> None:
    desk.type_into(box, text)
    box.editingFinished.emit()


def test_an_owner_adds_a_season_with_a_draw_and_publishes_it(desk: OfficeDesk[ProgramPage]) -> None:
    plans, draws = desk.page.panel(PlansPanel), desk.page.panel(DrawsPanel)
    desk.press(plans.add_button, Qt.Key.Key_Space)
    (plan,) = plans.rows()
    assert isinstance(plan, PlanRow)
    assert plan.name.hasFocus()
    assert plan.sentence.complaint()
    typed(desk, plan.name, "Xuan 2027")
    typed(desk, plan.first, "1/1/2027")
    typed(desk, plan.last, "28/2/2027")
    typed(desk, plan.days, "14")
    desk.press(draws.add_button, Qt.Key.Key_Space)
    (draw,) = draws.rows()
    assert isinstance(draw, DrawRow)
    assert not draw.closes.text()
    typed(desk, draw.name, "Quay xuan")
    typed(desk, draw.closes, "31/1/2027")
    (prize,) = draw.prizes.boxes()
    typed(desk, prize.name, "Tivi")
    desk.press(draw.prizes.add, Qt.Key.Key_Space)
    typed(desk, draw.prizes.boxes()[1].name, "Non")
    typed(desk, draw.prizes.boxes()[1].count, "3")
    draw.plan.setCurrentIndex(1)
    draw.plan.activated.emit(1)
    assert "ticket" in draw.note.text()
    draft = desk.page.draft()
    assert draft is not None
    (made,) = draft.plans
    assert (made.first, made.until, made.at_end, made.honoured_days) == (
        date(2027, 1, 1),
        date(2027, 3, 1),
        AtEnd.HONOURED,
        14,
    )
    (drawn,) = draft.draws
    assert (drawn.name, drawn.closes, drawn.plan) == ("Quay xuan", date(2027, 1, 31), made.id)
    assert drawn.prizes == (Prize("Tivi"), Prize("Non", 3))
    desk.click(desk.page.bar.publish)
    assert desk.till.shop.revisions()[-1].draws == (drawn,)
    assert [one.announced.draw for one in desk.till.draws.all()] == [drawn]


def test_every_problem_is_said_at_its_field(panels: tuple[Panel, ...]) -> None:
    draws, _, _, plans = panels
    wrong = replace(
        BASE,
        draws=(replace(TET, name="", prizes=(Prize("Xe", 0),), most_wins=0),),
        plans=(replace(XUAN, until=date(2026, 1, 1)),),
    )
    for panel in panels:
        panel.show_program(wrong)
        panel.complain(problems_in(wrong))
    (draw,), (plan,) = draws.rows(), plans.rows()
    assert isinstance(draw, DrawRow)
    assert isinstance(plan, PlanRow)
    assert draw.sentence.complaint()
    assert draw.name.is_wrong()
    assert draw.prizes.boxes()[0].count.is_wrong()
    assert plan.sentence.complaint()
    assert plan.last.is_wrong()
    draw.complain((("most_wins", Problem("", ProblemKind.TOO_SMALL, 0, 1)),))
    assert draw.most_wins.is_wrong()
    assert not draw.name.is_wrong()
    draw.prizes.boxes()[0].count.setText("x")
    assert draws.read(BASE) is None
    plan.first.setText("31/2")
    assert plans.read(BASE) is None
    assert plan.first.is_wrong()


def test_a_draw_that_somebody_gets_tickets_of_says_nothing(panels: tuple[Panel, ...]) -> None:
    draws = panels[0]
    program = replace(BASE, rules=(*BASE.rules, TicketRule("t", "tet")), draws=(TET,), plans=(XUAN,))
    draws.show_program(program)
    draws.know(program)
    (row,) = draws.rows()
    assert not row.note.text()
    assert draws.statements()[0].words.count("Quay Tết") == 1
    assert "Xe đạp × 1, Nón × 2" in draws.statements()[0].words
    assert "Mùa xuân" in draws.statements()[0].words
    draws.know(BASE)
    assert row.note.text()
    read = draws.read(BASE)
    assert read is not None
    assert read.draws[0].plan == "xuan"


def test_prizes_are_taken_out_one_by_one(panels: tuple[Panel, ...]) -> None:
    draws = panels[0]
    draws.show_program(replace(BASE, draws=(TET,)))
    (row,) = draws.rows()
    assert isinstance(row, DrawRow)
    row.prizes.boxes()[0].remove.click()
    read = draws.read(BASE)
    assert read is not None
    assert read.draws[0].prizes == (Prize("Nón", 2),)
    row.remove.click()
    assert draws.rows() == ()


def line_edit(box: QWidget) -> QLineEdit:
    assert isinstance(box, QLineEdit)
    return box


def all_panels(qtbot: QtBot) -> tuple[ProgramPanel, ...]:
    """The panels of the page as they stand there, without the page."""
    made = program_panels()
    for panel in made:
        qtbot.addWidget(panel)
        panel.show_program(replace(BASE, revision=1))
    return made


def judged(panels: tuple[ProgramPanel, ...]) -> tuple[Program, tuple[Problem, ...]]:
    """Read the panels one after the other and tell each what all say, as the page does."""
    draft = replace(BASE, revision=1)
    for panel in panels:
        read = panel.read(draft)
        assert read is not None, panel
        draft = read
    problems = problems_in(draft)
    for panel in panels:
        panel.know(draft)
        panel.complain(problems)
    return draft, problems


def test_a_reward_brings_what_was_just_added(qtbot: QtBot, themed: QApplication) -> None:
    panels = all_panels(qtbot)
    rewards = next(panel for panel in panels if isinstance(panel, RewardsPanel))
    causes = next(panel for panel in panels if isinstance(panel, CausesPanel))
    partners = next(panel for panel in panels if isinstance(panel, PartnersPanel))
    draws = next(panel for panel in panels if isinstance(panel, DrawsPanel))
    bringing = (RewardKind.DONATION, RewardKind.PARTNER, RewardKind.TICKET)
    assert all(rewards.add_buttons[kind].isHidden() for kind in (RewardKind.VOUCHER, *bringing))
    for added in (causes, partners, draws):
        added.add_button.click()
    (draw,) = draws.rows()
    assert isinstance(draw, DrawRow)
    draw.closes.setText("31/01/2027")
    cause = line_edit(causes.rows()[0].boxes["name"])
    cause.setText("Sách")
    cause.setModified(True)
    judged(panels)
    assert causes.rows()[0].note.text()
    share = line_edit(causes.rows()[0].boxes["share_bp"])
    share.setText("1,5")
    assert judged(panels)[0].causes[0].share_bp == 150
    assert not causes.rows()[0].note.text()
    share.setText("0")
    assert rewards.add_buttons[RewardKind.VOUCHER].isHidden()
    for kind in bringing:
        assert not rewards.add_buttons[kind].isHidden()
        rewards.add_buttons[kind].click()
    rewards.rows()[-1].boxes.tickets.setText("3")
    draft, _ = judged(panels)
    gives, perk, tickets = draft.rewards
    assert gives == DonationReward("donation_reward-2-1", gives.name, 100, draft.causes[0].id)
    assert perk == PartnerReward("partner_reward-2-1", perk.name, 300, draft.partners[0].id)
    assert tickets == TicketReward("ticket_reward-2-1", tickets.name, 50, draft.draws[0].id, 3)
    assert gives.name
    assert not any(rows[0].note.text() for rows in (causes.rows(), partners.rows(), draws.rows()))
    assert rewards.rows()[0].boxes.target.in_words() == "Sách"
    causes.rows()[0].remove.click()
    judged(panels)
    assert draft.causes[0].id in rewards.rows()[0]._sentence.complaint()


def test_what_is_added_in_one_draft_never_shares_an_id(qtbot: QtBot, themed: QApplication) -> None:
    panels = all_panels(qtbot)
    for panel in panels:
        if isinstance(panel, SidePanel):
            panel.add_button.click()
        if isinstance(panel, DrawsPanel):
            (draw,) = panel.rows()
            assert isinstance(draw, DrawRow)
            draw.closes.setText("31/01/2027")
    judged(panels)
    for panel in panels:
        if isinstance(panel, RewardsPanel):
            for button in panel.add_buttons.values():
                button.click()
        if isinstance(panel, EarningPanel):
            for kind in RuleKind:
                panel.add_rule.chosen.emit(kind.value)
    draft, problems = judged(panels)
    assert len(draft.rewards) == len(RewardKind)
    assert len(draft.rules) == 1 + len(RuleKind)
    assert [one for one in problems if one.kind is ProblemKind.DUPLICATE_ID] == []
