from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.rewards import Offer, offers
from loyalpos.ui.counter.candidates import CandidateList
from loyalpos.ui.counter.rewards_panel import RewardsPanel
from loyalpos.ui.counter.today_panel import TodayPanel
from loyalpos.ui.widgets.buttons import ActionButton
from tests.ui.one_panel import press
from tests.ui.panel_shop import ACTS, CANDIDATES, DESK, PROGRAM, SHOP, TODAY


def shown(panel: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)


def button(panel: QWidget, key: str) -> ActionButton:
    return next(one for one in panel.findChildren(ActionButton) if one.key == key)


def said(panel: QWidget) -> str:
    labels = panel.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible()).replace("\u00a0", " ")


# Candidates ---------------------------------------------------------------------------------------


@pytest.fixture
def candidates(themed: QApplication, qtbot: QtBot) -> CandidateList:
    panel = CandidateList(SHOP)
    shown(panel, qtbot)
    panel.show_candidates(CANDIDATES, "4821")
    return panel


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ((Qt.Key.Key_Return,), 0),
        ((Qt.Key.Key_Down, Qt.Key.Key_Return), 1),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Enter), 1),
        ((Qt.Key.Key_3,), 2),
    ],
)
def test_in_the_list_arrows_numbers_and_enter_choose(
    candidates: CandidateList, keys: tuple[Qt.Key, ...], place: int
) -> None:
    heard: list[object] = []
    candidates.chosen.connect(heard.append)
    assert candidates.enter()
    for key in keys:
        press(key)
    assert heard == [CANDIDATES[place].id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Up])
def test_esc_or_up_from_the_top_leads_back_to_the_box(
    candidates: CandidateList, qtbot: QtBot, key: Qt.Key
) -> None:
    candidates.enter()
    with qtbot.waitSignal(candidates.left):
        press(key)


def test_nobody_found_offers_to_enrol(candidates: CandidateList, qtbot: QtBot) -> None:
    candidates.show_none("nguyen van duc 99")
    assert "Nobody found for “nguyen van duc 99”" in said(candidates)
    assert not candidates.enter()
    with qtbot.waitSignal(candidates.enrol_wanted):
        button(candidates, "Enter").click()


def test_an_endless_search_does_not_burst_the_sentence(candidates: CandidateList) -> None:
    candidates.show_none("x" * 10_240)
    assert len(said(candidates)) < 300


# Rewards ------------------------------------------------------------------------------------------


def listed(total_vnd: int | None, *taken: str) -> tuple[Offer, ...]:
    chosen = tuple(Taken(reward) for reward in taken)
    bill = None if total_vnd is None else Bill(total_vnd)
    return offers(PROGRAM, DESK.footing, bill, spendable=1284, stock=DESK.stock, taken=chosen)


@pytest.fixture
def rewards(themed: QApplication, qtbot: QtBot) -> RewardsPanel:
    panel = RewardsPanel()
    shown(panel, qtbot)
    panel.show_offers(listed(125_000), "điểm")
    return panel


def test_rewards_are_taken_by_number_once_the_list_is_entered(rewards: RewardsPanel) -> None:
    heard: list[str] = []
    rewards.taken.connect(heard.append)
    assert rewards.enter()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_2)
    assert heard == ["off50", "coffee"]


def test_what_cannot_be_taken_keeps_its_number_and_says_what_is_missing(rewards: RewardsPanel) -> None:
    rows = [rewards.rows.row(place) for place in range(rewards.rows.count())]
    closed = [row for row in rows if not row.enabled]
    assert [row.subtitle.replace("\u00a0", " ") for row in closed] == [
        "Buy 75.000 ₫ more",
        "716 điểm short",
        "Needs a newer version of the program",
    ]
    assert [rewards.rows.number_of(place) for place in range(len(rows))] == ["1", "2", "3", "4", "5", "6"]
    heard: list[str] = []
    rewards.taken.connect(heard.append)
    rewards.enter()
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_9)
    assert heard == []
    denied = rewards.rows.row(3)
    assert denied.wrong
    assert denied.subtitle.replace("\u00a0", " ") == "✕ Cannot be taken: buy 75.000 ₫ more"
    assert rewards.rows.row(rewards.rows.currentIndex().row()).title == "Giảm 50.000 ₫"


def test_a_touch_on_what_cannot_be_taken_says_why_too(rewards: RewardsPanel, qtbot: QtBot) -> None:
    place = rewards.rows.visualRect(rewards.rows.model().index(4, 0))
    with qtbot.waitSignal(rewards.denied):
        QTest.mouseClick(rewards.rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert rewards.rows.row(4).wrong


def test_a_taken_reward_stays_current_so_that_the_same_key_takes_it_out(rewards: RewardsPanel) -> None:
    heard: list[str] = []
    rewards.taken.connect(heard.append)
    rewards.enter()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    rewards.show_offers(listed(125_000, "coffee"), "điểm")
    row = rewards.rows.row(rewards.rows.currentIndex().row())
    assert row.title == "Tặng 1 bạc xỉu"
    assert row.right.startswith("✓")
    press(Qt.Key.Key_Return)
    assert heard == ["coffee", "coffee"]


def test_the_focus_is_given_back_when_nothing_can_be_taken_any_more(
    rewards: RewardsPanel, qtbot: QtBot
) -> None:
    rewards.enter()
    poor = offers(PROGRAM, DESK.footing, None, spendable=0, stock={})
    with qtbot.waitSignal(rewards.left):
        rewards.show_offers(poor, "điểm")
    assert rewards.enter(), "a number typed now says why not"
    rewards.show_offers((), "điểm")
    assert not rewards.enter()


def test_esc_leaves_the_rewards(rewards: RewardsPanel, qtbot: QtBot) -> None:
    rewards.enter()
    with qtbot.waitSignal(rewards.left):
        press(Qt.Key.Key_Escape)


# Today --------------------------------------------------------------------------------------------


@pytest.fixture
def today(themed: QApplication, qtbot: QtBot) -> TodayPanel:
    panel = TodayPanel()
    shown(panel, qtbot)
    panel.show_acts(ACTS, SHOP, TODAY)
    return panel


@pytest.mark.parametrize("opening", [Qt.Key.Key_Return, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    ("key", "name"), [(Qt.Key.Key_1, "undo"), (Qt.Key.Key_2, "return"), (Qt.Key.Key_3, "move")]
)
def test_an_act_is_opened_and_dealt_with_by_keys(
    today: TodayPanel, opening: Qt.Key, key: Qt.Key, name: str
) -> None:
    heard: list[tuple[str, UUID]] = []
    today.undo_wanted.connect(lambda record: heard.append(("undo", record)))
    today.return_wanted.connect(lambda bill: heard.append(("return", bill)))
    today.move_wanted.connect(lambda bill: heard.append(("move", bill)))
    assert today.enter()
    press(opening)
    press(key)
    bill = ACTS[0].bill
    assert bill is not None
    assert heard == [(name, ACTS[0].record if name == "undo" else bill)]


def test_enter_presses_the_button_that_has_the_focus(today: TodayPanel) -> None:
    heard: list[object] = []
    today.return_wanted.connect(heard.append)
    today.enter()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert heard == [ACTS[0].bill]


def test_esc_closes_the_choices_before_it_leaves_the_list(today: TodayPanel, qtbot: QtBot) -> None:
    heard: list[str] = []
    today.left.connect(lambda: heard.append("left"))
    today.enter()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert today.rows.hasFocus()
    assert heard == []
    press(Qt.Key.Key_Escape)
    assert heard == ["left"]


def test_what_was_undone_says_so_and_offers_its_slip_alone(today: TodayPanel) -> None:
    undone = next(place for place, act in enumerate(ACTS) if act.undone)
    assert today.rows.line(undone).undone == "undone"
    assert "undone" in today.rows.row(undone).subtitle
    today.enter()
    for _ in range(undone):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert [key for key in "1234" if button(today, key).isVisible()] == ["4"]


def test_a_return_and_an_enrolment_can_only_be_undone(today: TodayPanel) -> None:
    today.rows.chosen.emit(2)
    assert not button(today, "2").isVisible()
    assert not button(today, "3").isVisible()
    assert button(today, "1").isVisible()


def test_every_line_says_when_who_what_and_how_many(today: TodayPanel) -> None:
    line = today.rows.line(1)
    assert (line.time, line.who) == ("13:58", "Lê Hoàng Anh")
    assert line.what == "Bill · 86.000\u00a0₫ · Tặng 1 bạc xỉu"
    assert (line.gained, line.given) == ("+5", "−300")
    assert "No card" in [today.rows.line(at).who for at in range(len(ACTS))]


def test_a_bill_of_another_day_shows_its_day(today: TodayPanel) -> None:
    late = replace(ACTS[0], billed_at=ACTS[0].at - timedelta(days=2, hours=1))
    today.show_acts((late, *ACTS[1:]), SHOP, TODAY)
    assert today.rows.line(0).time == "20/11 13:02"
    assert today.rows.row(0).title.startswith("20/11 13:02")
    assert today.rows.line(1).time == "13:58"
    today.rows.chosen.emit(0)
    assert "20/11 13:02" in said(today)


def test_the_entered_list_says_what_keys_do_there(today: TodayPanel) -> None:
    assert "Esc goes back" not in said(today)
    today.enter()
    assert "Enter: undo, return, move to another customer, slip · Esc goes back" in said(today)
    today.rows.clearFocus()
    assert "Esc goes back" not in said(today)


def test_the_choices_go_when_their_act_is_gone(today: TodayPanel) -> None:
    today.rows.chosen.emit(0)
    assert button(today, "1").isVisible()
    today.show_acts(ACTS[1:], SHOP, TODAY)
    assert not button(today, "1").isVisible()
