"""The advisor at the first start and on the program's page, answered with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import AmountOff, Gift
from loyalpos.engine.rules import AmountRule
from loyalpos.settings import TillSettings
from loyalpos.ui.office.program_page import ProgramPage
from tests.shops import enrolled
from tests.ui.first_start import Opening, to_step
from tests.ui.office_desk import OfficeDesk, office
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

Desk = OfficeDesk[ProgramPage]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[Desk]:
    with office(qtbot, ProgramPage, tmp_path) as owner:
        yield owner


def test_a_proposal_becomes_the_draft_only_when_it_is_asked_for(desk: Desk) -> None:
    advice = desk.page.advice
    before = desk.page.draft()
    desk.click(advice.unfold)
    desk.type_into(advice.bill, "120000")
    desk.type_into(advice.margin, "12")
    advice.kind.setFocus()
    for _ in range(2):
        desk.press(advice.kind, Qt.Key.Key_Down)
    assert advice.kind.choice() == "grocery"
    assert "Expected cost" in advice.proposal.text()
    assert desk.page.draft() == before
    assert desk.page.example.bill.value() == 285_000
    desk.click(advice.use)
    assert desk.page.example.bill.value() == 120_000
    draft = desk.page.draft()
    assert draft is not None
    assert draft.rules == (AmountRule("base", 10_000),)
    (reward,) = draft.rewards
    assert isinstance(reward, AmountOff)
    assert reward.name
    assert not any(problem.is_error for problem in problems_in(draft))
    assert desk.page.bar.publish.isEnabled()
    assert desk.till.shop.program_of(1).rewards != draft.rewards


def test_the_shop_s_own_bills_answer_first(desk: Desk) -> None:
    member = enrolled(desk.till)
    for _ in range(22):
        desk.world.clock.forward(days=10)
        desk.till.counter.record_bill(desk.world.new_id(), member, Bill(88_000))
    desk.click(desk.page.advice.unfold)
    assert desk.page.advice.bill.value() == 88_000
    # Every 10 days are 36 visits a year, three a month.
    assert (desk.page.advice.visits.value(), desk.page.advice.span.choice()) == (3, "month")


def test_a_bill_below_a_thousand_promises_nothing_and_is_refused_in_words(desk: Desk) -> None:
    advice = desk.page.advice
    desk.click(advice.unfold)
    for typed, said in (
        ("60", "only 60\u00a0₫. At least 1.000\u00a0₫"),
        ("0", "more than 0"),
        ("x", "Digits"),
    ):
        desk.type_into(advice.bill, typed)
        assert said in advice.pays.complaint()
        assert not advice.proposal.text()
        assert not advice.use.isEnabled()
    desk.type_into(advice.bill, "60000")
    assert not advice.pays.complaint()
    assert "visits" in advice.proposal.text()


def test_customers_who_seldom_come_are_warned_of(desk: Desk) -> None:
    advice = desk.page.advice
    desk.click(advice.unfold)
    desk.press(advice.span, Qt.Key.Key_Down)
    desk.type_into(advice.visits, "1")
    assert "friend" in advice.caution.text()
    desk.type_into(advice.visits, "12")
    assert not advice.caution.text()


def test_an_answer_that_cannot_be_read_proposes_nothing(desk: Desk) -> None:
    advice = desk.page.advice
    desk.click(advice.unfold)
    for box, text in ((advice.margin, "100"), (advice.bill, "x"), (advice.bill, "60"), (advice.visits, "0")):
        desk.type_into(box, text)
        assert advice.advice() is None
        assert not advice.use.isEnabled()
        desk.type_into(box, "50000" if box is advice.bill else "20")
        assert advice.use.isEnabled()


def take_proposal(desk: Desk) -> None:
    desk.click(desk.page.advice.unfold)
    desk.click(desk.page.advice.use)
    desk.click(desk.page.bar.publish)


def test_a_shop_that_runs_sees_what_stays_and_what_goes_before_it_publishes_a_proposal(desk: Desk) -> None:
    enrolled(desk.till)
    take_proposal(desk)
    question = desk.page.adoption.confirm
    assert question.isVisible()
    said = question.sentence()
    for words in (
        "20\u00a0điểm stay",
        "Rewards that go: Giảm 50.000 ₫",
        "Against revision 1",
        "Changed from",
    ):
        assert words in said
    assert desk.till.shop.program_on(desk.world.clock.at.date()).revision == 1
    desk.click(question.no)
    assert desk.page.bar.publish.isEnabled()
    desk.click(desk.page.bar.publish)
    desk.click(question.yes)
    assert desk.till.shop.program_on(desk.world.clock.at.date()).revision == 2


def test_a_proposal_kept_over_a_restart_still_asks_and_another_edit_takes_the_question_back(
    desk: Desk,
) -> None:
    enrolled(desk.till)
    desk.click(desk.page.advice.unfold)
    desk.click(desk.page.advice.use)
    desk.click(desk.page.bar.keep)
    desk.page.attach(desk.till)
    desk.page.refresh()
    desk.settle()
    desk.click(desk.page.bar.publish)
    assert desk.page.adoption.confirm.isVisible()
    desk.click(desk.page.advice.use)
    assert not desk.page.adoption.confirm.isVisible()
    assert desk.till.shop.program_on(desk.world.clock.at.date()).revision == 1


def test_a_shop_without_members_publishes_a_proposal_at_once(desk: Desk) -> None:
    take_proposal(desk)
    assert desk.till.shop.program_on(desk.world.clock.at.date()).revision == 2


@pytest.fixture
def opening(qtbot: QtBot, speaking: QApplication) -> Opening:
    return Opening(qtbot, TillSettings(language="en"))


def test_the_first_start_takes_a_proposal_and_enter_goes_on(opening: Opening) -> None:
    to_step(opening, 2)
    step = opening.wizard.earning
    step.advice.unfold.setFocus()
    opening.enter()
    assert step.advice.is_open()
    step.advice.margin.setFocus()
    opening.overwrite("60")
    step.advice.visits.setFocus()
    opening.overwrite("8")
    opening.enter()
    assert opening.place == 3
    assert opening.wizard.reward.kinds.choice() == "gift"
    opening.enter(3)
    _, program, stock, _ = opening.result
    # As tests/engine/test_advice.py works it out for a café of these figures.
    assert program.rules == (AmountRule("base", 5_000),)
    assert program.rewards == (Gift("gift-1", "One free item", 100, cost_vnd=25_000),)
    assert program.point_cost_vnd == 250
    assert stock == {}
    assert not problems_in(program)


def test_the_examples_follow_the_usual_bill_the_advisor_was_told(opening: Opening) -> None:
    to_step(opening, 2)
    step, reward = opening.wizard.earning, opening.wizard.reward
    assert step.example.bill.value() == 285_000
    step.advice.unfold.setFocus()
    opening.enter()
    assert step.example.bill.value() == reward.example.bill.value() == 50_000
    step.advice.bill.setFocus()
    opening.overwrite("85000")
    assert step.example.bill.value() == reward.example.bill.value() == 85_000
    # What is typed into the example afterwards stays while other answers change.
    step.example.bill.setFocus()
    opening.overwrite("120000")
    step.advice.visits.setFocus()
    opening.overwrite("8")
    assert step.example.bill.value() == 120_000


def test_who_does_not_ask_gets_no_advice(opening: Opening) -> None:
    to_step(opening, 5)
    opening.enter()
    _, program, _, _ = opening.result
    assert program.rules == (AmountRule("base", 10_000),)
    assert not opening.wizard.earning.advice.is_open()
