"""Rewards at the real window: numbers known by heart, points that pay in the number the customer wants."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.program import PayWithPoints
from loyalpos.ui.counter.screen import View
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.widgets.buttons import ActionButton
from tests.shops import PROGRAM, World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk

BLOCKS = PayWithPoints("pay", "Dùng điểm trả một phần", 50, 5_000, 3_000)


@pytest.fixture(params=["window", "strip"])
def desk(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, request: pytest.FixtureRequest
) -> Iterator[TillDesk]:
    desk = TillDesk(qtbot, tmp_path).open()
    if request.param == "strip":
        desk.fold()
    yield desk
    desk.assert_calm()
    desk.close()


@pytest.fixture
def duc(desk: TillDesk) -> UUID:
    """A member with 1.020 points who stands at the counter with a bill of 125.000 ₫."""
    member = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(10_000_000))
    desk.scan(desk.card(member))
    desk.type("125")
    desk.settle()
    assert desk.balance(member) == 1_020
    desk.keys = 0
    return member


def said(desk: TillDesk) -> str:
    """Tell what stands in the open bill's panel, and above its button."""
    bill = desk.screen.bill
    labels = [*bill.findChildren(QLabel), *bill.foot.findChildren(QLabel)]
    return " | ".join(label.text() for label in labels if label.isVisible()).replace("\u00a0", " ")


def rows(desk: TillDesk) -> list[tuple[str, str, bool]]:
    shown = desk.screen.rewards.rows
    return [(shown.number_of(at), shown.row(at).title, shown.row(at).enabled) for at in range(shown.count())]


def chosen(desk: TillDesk) -> tuple[Taken, ...]:
    return desk.flow._bill.taken


def spent(desk: TillDesk, member: UUID) -> int:
    """Tell what the bill that was just recorded cost in points."""
    return 1_020 - desk.balance(member) + desk.till.returns.bills_of(member)[0].earned


def test_paying_begins_with_the_fewest_points_and_goes_on_by_blocks(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    program = replace(PROGRAM, rewards=(replace(BLOCKS, block_points=10, minimum_points=100),))
    world = World()
    desk = TillDesk(qtbot, tmp_path, till=new_till(tmp_path, world, program=program), world=world).open()
    member = enrolled(desk.till)
    desk.till.counter.record_bill(world.new_id(), member, Bill(1_300_000))
    desk.scan(desk.card(member))
    desk.type("1250")
    desk.settle()
    desk.press(Qt.Key.Key_F6)
    desk.type("1")
    desk.settle()
    desk.type("95")
    assert "From 100 to" in said(desk)
    assert "10 at a time" in said(desk)
    desk.press(Qt.Key.Key_Up)
    assert chosen(desk) == (Taken("pay", 100),)
    desk.press(Qt.Key.Key_Down)
    assert chosen(desk) == (Taken("pay", 100),)
    desk.press(Qt.Key.Key_Up)
    assert chosen(desk) == (Taken("pay", 110),)
    desk.assert_calm()
    desk.close()


def test_the_number_of_a_reward_is_the_same_whatever_is_typed(desk: TillDesk, duc: UUID) -> None:
    numbers = {
        "1": "Giảm 50.000 ₫",
        "2": "Tặng 1 bạc xỉu",
        "3": "Dùng điểm trả một phần",
        "4": "Giảm 10%",
    }
    assert {number: title for number, title, _ in rows(desk)} == numbers
    assert [is_open for *_, is_open in rows(desk)] == [True, True, True, True]
    desk.screen.bill.total.enter()
    desk.type("2")
    assert {number: title for number, title, _ in rows(desk)} == numbers
    assert [is_open for *_, is_open in rows(desk)] == [False, True, True, True]


def test_f6_and_enter_take_the_best_reward_wherever_it_stands(desk: TillDesk, duc: UUID) -> None:
    desk.till.shop.publish(replace(PROGRAM, rewards=tuple(reversed(PROGRAM.rewards))))
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.keys = 0
    desk.press(Qt.Key.Key_F6)
    desk.enter()
    assert desk.keys == 2
    assert "75.000 ₫" in said(desk)
    desk.enter()
    desk.settle()
    assert spent(desk, duc) == 500


def test_a_number_that_cannot_be_taken_says_why_at_its_row_and_types_nothing(
    desk: TillDesk, duc: UUID
) -> None:
    desk.screen.bill.total.enter()
    desk.type("20")
    desk.press(Qt.Key.Key_F6)
    shown = desk.screen.rewards.rows
    desk.type("1")
    row = shown.row(0)
    assert row.wrong
    assert "80.000" in row.subtitle
    assert desk.heard[-1] is Tone.ERROR
    assert desk.focus is shown
    assert desk.screen.bill.total.text() == "20"
    assert not chosen(desk)
    desk.type("2")
    assert not shown.row(0).wrong
    assert chosen(desk) == (Taken("coffee"),)


def test_where_nothing_can_be_taken_a_number_still_says_why_and_types_nothing(desk: TillDesk) -> None:
    poor = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    desk.scan(desk.card(poor))
    desk.settle()
    desk.press(Qt.Key.Key_F6)
    desk.type("1")
    assert desk.screen.rewards.rows.row(0).wrong
    assert desk.screen.bill.total.text() == ""
    desk.press(Qt.Key.Key_Escape)
    desk.type("125")
    assert desk.screen.bill.total.text() == "125"
    assert desk.screen.view is View.BILL


def test_paying_with_the_most_points_needs_no_further_key(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    assert desk.screen.bill.points.box.text() == "375"
    assert "87.500 ₫" in said(desk)
    desk.enter()
    desk.settle()
    assert desk.keys == 3
    assert spent(desk, duc) == 375


def test_fewer_points_are_typed_and_the_bill_follows_at_every_key(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    for digit, due in (("2", "124.800 ₫"), ("0", "123.000 ₫"), ("0", "105.000 ₫")):
        desk.type(digit)
        assert due in said(desk)
    desk.enter()
    desk.settle()
    assert spent(desk, duc) == 200
    assert "105.000" in desk.banner


def test_an_emptied_number_is_the_most_again(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    desk.type("9")
    desk.press(Qt.Key.Key_Backspace)
    assert desk.screen.bill.points.box.text() == ""
    assert "87.500 ₫" in said(desk)
    desk.enter()
    desk.settle()
    assert spent(desk, duc) == 375


def test_the_most_follows_the_total_until_a_number_is_typed(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    desk.screen.bill.total.enter()
    desk.type("100")
    assert desk.screen.bill.points.box.text() == "300"
    assert "70.000 ₫" in said(desk)


def test_plus_and_minus_step_by_blocks_between_one_and_the_most(desk: TillDesk, duc: UUID) -> None:
    desk.till.shop.publish(replace(PROGRAM, rewards=(BLOCKS,)))
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.press(Qt.Key.Key_F6)
    desk.enter()
    box = desk.screen.bill.points.box
    assert box.text() == "350"
    desk.type("-")
    assert (box.text(), "95.000 ₫" in said(desk)) == ("300", True)
    desk.press(Qt.Key.Key_Down)
    assert box.text() == "250"
    desk.press(Qt.Key.Key_Up)
    desk.type("++++")
    assert box.text() == "350"
    for _ in range(9):
        fewer, more = desk.screen.bill.points.findChildren(ActionButton)
        fewer.click()
    assert box.text() == "50"
    assert desk.focus is box
    more.click()
    desk.enter()
    desk.settle()
    assert spent(desk, duc) == 100


@pytest.mark.parametrize(("typed", "says"), [("377", "50"), ("400", "350"), ("49", "50"), ("0", "50")])
def test_points_that_cannot_pay_are_refused_at_their_number_and_nothing_is_lost(
    desk: TillDesk, duc: UUID, typed: str, says: str
) -> None:
    desk.till.shop.publish(replace(PROGRAM, rewards=(BLOCKS,)))
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.press(Qt.Key.Key_F6)
    desk.enter()
    desk.type(typed)
    sentences = desk.notices(desk.screen.bill.points)
    assert len(sentences) == 1
    assert says in sentences[0]
    row = desk.screen.rewards.rows.row(0)
    assert row.wrong
    assert says in row.subtitle
    assert "✓" not in row.right
    desk.enter()
    desk.settle()
    assert desk.heard[-1] is Tone.ERROR
    assert desk.balance(duc) == 1_020
    assert desk.screen.view is View.BILL
    assert desk.focus is desk.screen.bill.points.box
    desk.type("150")
    assert desk.notices(desk.screen.bill.points) == []
    row = desk.screen.rewards.rows.row(0)
    assert not row.wrong
    assert row.right.startswith("✓")
    desk.enter()
    desk.settle()
    assert spent(desk, duc) == 150


def test_a_smaller_total_refuses_typed_points_instead_of_changing_them(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    desk.type("300")
    desk.screen.bill.total.enter()
    desk.type("50")
    assert desk.screen.bill.points.box.text() == "300"
    assert "150" in desk.notices(desk.screen.bill.points)[0]
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 1_020


def test_typed_points_come_along_to_the_other_window(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    desk.type("120")
    if desk.screen is desk.wide:
        desk.fold()
    else:
        desk.unfold()
    assert desk.screen.bill.points.box.text() == "120"
    desk.enter()
    desk.settle()
    assert spent(desk, duc) == 120


def test_the_number_goes_with_the_reward(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    assert desk.screen.bill.points.isVisible()
    desk.type("120")
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    assert not desk.screen.bill.points.isVisible()
    assert desk.focus is not desk.screen.bill.points.box
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    assert desk.screen.bill.points.box.text() == "375", "chosen anew, it is the most again"


def test_a_scan_through_the_number_of_points_leaves_them_the_most(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    assert desk.screen.bill.points.box.hasFocus()
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.settle()
    assert desk.screen.bill.points.box.text() == "375"
    assert chosen(desk) == (Taken("pay"),)


def test_the_heading_promises_nothing_where_nothing_can_be_taken(desk: TillDesk) -> None:
    poor = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    desk.till.shop.publish(replace(PROGRAM, rewards=PROGRAM.rewards[:2]))
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(poor))
    desk.settle()
    assert "Rewards – none can be taken yet" in [
        label.text() for label in desk.screen.rewards.findChildren(QLabel)
    ]
