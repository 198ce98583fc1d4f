"""Returns, undo and moves at the real window, by keys alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from tests.shops import World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, desk, duc, mai

__all__ = ["desk", "duc", "mai"]


def sell(desk: TillDesk, member: UUID, total: str, number: str = "") -> None:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(member))
    desk.type(total)
    desk.settle()
    if number:
        desk.screen.bill.receipt.enter_number()
        desk.type(number)
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.SUCCESS


def test_a_whole_bill_comes_back_by_its_number(desk: TillDesk, duc: UUID) -> None:
    sell(desk, duc, "125", "10235")
    desk.press(Qt.Key.Key_F8)
    desk.type("10235")
    desk.enter()
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 20
    assert "125.000" in desk.banner
    assert desk.screen.view is View.IDLE


def test_parts_come_back_one_after_the_other(desk: TillDesk, duc: UUID) -> None:
    sell(desk, duc, "125", "10235")
    for part, left in (("25", 30), ("100", 20)):
        desk.press(Qt.Key.Key_F8)
        desk.type("10235")
        desk.enter()
        desk.type(part)
        desk.enter()
        desk.settle()
        assert desk.balance(duc) == left
    assert desk.till.returns.find("10235")[0].bill.whole


def test_enter_pressed_thrice_returns_once(desk: TillDesk, duc: UUID) -> None:
    sell(desk, duc, "125", "10235")
    desk.press(Qt.Key.Key_F8)
    desk.type("10235")
    desk.enter()
    desk.settle()
    desk.type("25")
    for _ in range(3):
        desk.enter()
    desk.settle()
    assert desk.balance(duc) == 30
    assert desk.till.returns.find("10235")[0].bill.parts == 1


def test_the_open_members_last_bill_comes_back_without_a_number(desk: TillDesk, duc: UUID) -> None:
    sell(desk, duc, "125")
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.press(Qt.Key.Key_F8)
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 20


def test_an_unknown_number_is_refused_at_its_field(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.type("999")
    desk.enter()
    desk.settle()
    assert desk.screen.view is View.RETURN
    assert any("999" in notice for notice in desk.notices(desk.screen.returning))


def test_any_bill_of_today_is_undone_from_the_list(desk: TillDesk, duc: UUID, mai: UUID) -> None:
    sell(desk, duc, "125")
    sell(desk, mai, "85")
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Down, Qt.Key.Key_Return)
    desk.type("1")
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (20, 28)
    assert "Nguyễn Văn Đức" in desk.banner


def test_a_second_undo_in_a_row_asks_before_it_takes_another_customers_bill(
    desk: TillDesk, duc: UUID, mai: UUID
) -> None:
    sell(desk, duc, "125")
    sell(desk, mai, "85")
    desk.undo()
    desk.settle()
    desk.undo()
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (32, 20)
    assert desk.said() is BannerKind.QUESTION
    assert "Nguyễn Văn Đức" in desk.banner
    desk.enter()
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (20, 20)


def test_after_another_bill_one_chord_undoes_again(desk: TillDesk, duc: UUID, mai: UUID) -> None:
    sell(desk, duc, "125")
    desk.undo()
    desk.settle()
    sell(desk, mai, "85")
    desk.undo()
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (20, 20)


def test_undo_while_a_bill_is_open_shows_the_member_anew(desk: TillDesk, duc: UUID) -> None:
    sell(desk, duc, "125")
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.settle()
    desk.undo()
    desk.settle()
    assert desk.flow.open_member == duc
    desk.type("85")
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 28


def test_with_nothing_done_undo_says_so(desk: TillDesk) -> None:
    desk.undo()
    desk.settle()
    assert desk.said() is BannerKind.ERROR


def test_a_bill_is_moved_to_the_right_member(desk: TillDesk, duc: UUID, mai: UUID) -> None:
    sell(desk, duc, "125", "10235")
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    desk.type("3")
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    desk.type("1111")
    desk.enter()
    desk.settle()
    assert "Trần Thị Mai" in desk.banner
    assert desk.balance(mai) == 20
    desk.enter()
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (20, 32)
    assert desk.said() is BannerKind.SUCCESS


def test_a_move_is_left_with_escape(desk: TillDesk, duc: UUID, mai: UUID) -> None:
    sell(desk, duc, "125")
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    desk.type("3")
    desk.settle()
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(mai))
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (32, 20)
    assert desk.screen.view is View.IDLE
    assert desk.banner == ""


def test_a_phone_that_is_taken_offers_its_owner(desk: TillDesk, duc: UUID) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.type("0912345678")
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == duc


def stopped_hard(till: Till, world: World) -> Till:
    """Open the file again as after a power cut: the session was never ended."""
    path = till.shop.file.path
    till.shop.file.close()
    return Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F12])
def test_after_a_power_cut_the_same_return_is_asked_about_in_place(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, key: Qt.Key
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    duc = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), duc, Bill(125_000, number="10235")).bill
    till.returns.return_bill(bill, 1, 25_000)
    desk = TillDesk(qtbot, tmp_path, till=stopped_hard(till, world), world=world).open()
    desk.press(Qt.Key.Key_F8)
    desk.type("10235")
    desk.enter()
    desk.settle()
    desk.type("25")
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert desk.till.returns.desk(bill).bill.left_vnd == 100_000
    desk.press(key)
    desk.settle()
    again = key is Qt.Key.Key_F12
    assert desk.till.returns.desk(bill).bill.left_vnd == (75_000 if again else 100_000)
    assert desk.said() is BannerKind.SUCCESS
    assert desk.screen.view is View.IDLE
    desk.assert_calm()
    desk.close()


def test_enter_in_the_days_list_is_no_answer_to_a_question_about_another_bill(
    desk: TillDesk, duc: UUID, mai: UUID
) -> None:
    for member in (duc, mai, duc):
        sell(desk, member, "125")
    desk.undo()
    desk.settle()
    desk.undo()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    desk.press(Qt.Key.Key_F9)
    assert desk.said() is not BannerKind.QUESTION
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    desk.settle()
    assert [act.undone for act in desk.till.returns.acts() if act.kind is ActKind.BILL].count(True) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_a_power_cut_one_more_undo_is_asked_about_and_named(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, key: Qt.Key
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    duc = enrolled(till)
    for total_vnd in (125_000, 86_000):
        till.counter.record_bill(world.new_id(), duc, Bill(total_vnd))
    till.returns.undo_last()
    desk = TillDesk(qtbot, tmp_path, till=stopped_hard(till, world), world=world).open()
    desk.undo()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert "125.000" in desk.banner
    assert desk.balance(duc) == 32
    desk.press(key)
    desk.settle()
    assert desk.balance(duc) == (20 if key is Qt.Key.Key_Return else 32)
    desk.assert_calm()
    desk.close()


def test_a_move_undone_says_whose_the_bill_is_again(desk: TillDesk, duc: UUID, mai: UUID) -> None:
    sell(desk, duc, "86")
    bill = desk.till.returns.acts()[0].record
    desk.till.returns.move_bill(bill, mai, desk.world.new_id())
    desk.undo()
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (28, 20)
    assert "Nguyễn Văn Đức" in desk.banner


def test_a_bill_of_yesterday_shows_its_day_in_the_list(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.press(Qt.Key.Key_F7)
    desk.type("hôm qua 7:30")
    desk.enter()
    desk.settle()
    yesterday = desk.till.shop.time.business_day(desk.world.clock()) - timedelta(days=1)
    assert desk.screen.today.rows.line(0).time == f"{yesterday:%d/%m} 07:30"


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_F2, Qt.Key.Key_F4])
def test_what_can_be_done_with_an_act_goes_when_another_thing_is_begun(
    desk: TillDesk, duc: UUID, key: Qt.Key
) -> None:
    sell(desk, duc, "125")
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    choices = [one for one in desk.screen.today.findChildren(ActionButton) if one.isVisible()]
    assert len(choices) == 4
    desk.press(key)
    desk.settle()
    assert not any(one.isVisible() for one in choices)
    assert desk.focus is not None
    assert not desk.screen.today.isAncestorOf(desk.focus)


def test_members_without_a_name_are_told_apart_in_the_list(desk: TillDesk) -> None:
    for phone in ("0912345678", "0912344321"):
        sell(desk, enrolled(desk.till, phone, None), "85")
    rows = desk.screen.today.rows
    assert [rows.line(at).who for at in (0, 2)] == ["… 4321 · No name yet", "… 5678 · No name yet"]
    desk.undo()
    desk.settle()
    assert "customer without a name … 4321" in desk.banner


def test_a_return_in_part_says_how_much_of_which_bill_came_back(desk: TillDesk, duc: UUID) -> None:
    sell(desk, duc, "250", "10235")
    desk.press(Qt.Key.Key_F8)
    desk.type("10235")
    desk.enter()
    desk.type("100")
    desk.enter()
    desk.settle()
    assert "Returned: 100.000 ₫ of receipt 10235, 250.000 ₫" in desk.banner.replace("\u00a0", " ")
    assert (
        desk.screen.today.rows.line(0).what.replace("\u00a0", " ")
        == "Return, Receipt 10235 · 100.000 ₫ of 250.000 ₫"
    )
    desk.undo()
    desk.settle()
    assert "return of 100.000 ₫ of receipt 10235, 250.000 ₫" in desk.banner.replace("\u00a0", " ")


def test_who_has_no_receipt_number_is_shown_the_way_over_todays_list(desk: TillDesk, duc: UUID) -> None:
    sell(desk, duc, "125")
    desk.press(Qt.Key.Key_F8)
    said = [one.text() for one in desk.screen.returning.findChildren(QLabel) if one.isVisible()]
    assert any("F9" in text for text in said)
    desk.press(Qt.Key.Key_F9)
    desk.settle()
    assert desk.screen.today.rows.hasFocus()
