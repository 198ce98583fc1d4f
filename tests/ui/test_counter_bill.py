"""The open bill at the real window: recorded once, refused kindly, never for the wrong person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.rules import AmountRule
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.connecting import connect
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.counter.screen import View
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.fields import Notice
from tests.shops import PROGRAM, World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, desk, duc, mai

__all__ = ["desk", "duc", "mai"]


def bills(desk: TillDesk, member: UUID) -> int:
    return len(desk.till.returns.bills_of(member))


def texts(desk: TillDesk) -> list[str]:
    """Tell what stands in the open bill's panel."""
    return [label.text() for label in desk.screen.bill.findChildren(QLabel) if label.isVisible()]


def test_enter_pressed_thrice_records_once(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    for _ in range(3):
        desk.enter()
    desk.settle()
    assert bills(desk, duc) == 1
    assert desk.banner.startswith("+12")
    assert desk.heard[-1] is Tone.OK


def test_the_banner_speaks_only_when_the_bill_is_in_the_books(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.enter()
    assert desk.banner == ""
    desk.wait(lambda: bool(desk.banner))
    assert bills(desk, duc) == 1


def test_what_was_done_stays_until_the_next_key(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    assert desk.banner
    desk.type("5")
    assert desk.banner == ""
    assert desk.screen.box.text() == "5"


def test_the_preview_explains_the_points_at_every_key(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.type("125000")
    assert desk.screen.bill.total.text() == "125000"
    assert "+12" in texts(desk)


def test_a_number_used_before_is_refused_at_its_field_with_what_it_was(
    desk: TillDesk, duc: UUID, mai: UUID
) -> None:
    for member in (duc, mai):
        desk.scan(desk.card(member))
        desk.type("125")
        desk.settle()
        desk.screen.bill.receipt.enter_number()
        desk.type("10235")
        desk.enter()
        desk.settle()
    assert bills(desk, duc) == 1
    assert bills(desk, mai) == 0
    said = [notice.text() for notice in desk.screen.bill.findChildren(Notice)]
    sentence = next(text for text in said if text)
    assert "10235" in sentence
    assert "Nguyễn Văn Đức" in sentence
    assert desk.screen.view is View.BILL
    desk.type("10236")
    desk.enter()
    desk.settle()
    assert bills(desk, mai) == 1


def test_a_gift_without_a_purchase_is_a_bill_of_nothing(desk: TillDesk, duc: UUID) -> None:
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(10_000_000))
    desk.scan(desk.card(duc))
    desk.settle()
    desk.press(Qt.Key.Key_F6)
    desk.type("2")
    desk.enter()
    desk.settle()
    latest = desk.till.returns.bills_of(duc)[0]
    assert latest.total_vnd == 0
    assert desk.balance(duc) == 1_020 - 300


def test_an_empty_bill_is_not_recorded(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.enter()
    desk.settle()
    assert bills(desk, duc) == 0
    assert desk.screen.view is View.BILL


def test_a_reward_taken_again_is_taken_out(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    for _ in range(2):
        desk.press(Qt.Key.Key_F6)
        desk.type("3")
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 20 + 12


def test_another_card_takes_the_bill_along_and_says_so(desk: TillDesk, duc: UUID, mai: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.scan(desk.card(mai))
    desk.settle()
    assert desk.flow.open_member == mai
    assert desk.screen.bill.total.text() == "125"
    assert "125.000" in desk.banner
    desk.enter()
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (20, 32)


def test_another_card_asks_before_it_throws_rewards_away(desk: TillDesk, duc: UUID, mai: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    desk.scan(desk.card(mai))
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert desk.flow.open_member == duc
    desk.press(Qt.Key.Key_Escape)
    assert desk.flow.open_member == duc
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(mai))
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == mai
    desk.enter()
    desk.settle()
    assert (desk.balance(duc), desk.balance(mai)) == (20, 32)


def test_a_bill_without_a_member_is_recorded_and_a_late_card_still_gets_the_points(
    desk: TillDesk, duc: UUID
) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.type("85")
    desk.enter()
    desk.settle()
    assert "85.000" in desk.banner
    desk.press(Qt.Key.Key_F5)
    desk.type("125")
    desk.scan(desk.card(duc))
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 32
    assert [act.member for act in desk.till.returns.acts()][:2] == [duc, None]


def test_a_bill_of_yesterday_keeps_its_day(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.press(Qt.Key.Key_F7)
    desk.type("hôm qua")
    desk.enter()
    desk.settle()
    shop = desk.till.shop
    day = shop.time.business_day(desk.till.returns.bills_of(duc)[0].at)
    assert day == shop.time.business_day(shop.now()) - timedelta(days=1)


def test_a_bill_of_yesterday_shows_what_it_will_earn_by_the_program_of_then(
    desk: TillDesk, duc: UUID
) -> None:
    desk.till.shop.publish(replace(PROGRAM, rules=(AmountRule("base", per_vnd=1_000),)))
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    assert "+125" in texts(desk)
    desk.press(Qt.Key.Key_F7)
    desk.type("hôm qua")
    desk.settle()
    assert "+12" in texts(desk)
    assert "+125" not in texts(desk)
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 32


def test_escape_throws_a_typed_total_away_only_the_second_time(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    assert desk.flow.open_member == duc
    desk.type("0")
    assert desk.screen.bill.total.text() == "1250"
    assert desk.banner == ""
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert desk.screen.view is View.IDLE
    assert bills(desk, duc) == 0


def test_undo_with_text_in_the_box_undoes_typing_only(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    desk.type("xin")
    desk.undo()
    desk.settle()
    assert desk.balance(duc) == 32
    assert desk.screen.box.text() == ""
    desk.undo()
    desk.settle()
    assert desk.balance(duc) == 20


def test_a_locked_file_is_said_and_the_same_enter_tried_again_records_once(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.wait(lambda: desk.till.counter.desk(duc).action == desk.till.counter.desk(duc).action)
    other = connect(desk.till.shop.file.path, PUBLISHED_KEY, "write")
    other.execute("BEGIN IMMEDIATE")
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert desk.screen.bill.total.text() == "125"
    assert bills(desk, duc) == 0
    other.execute("ROLLBACK")
    other.close()
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.SUCCESS
    assert bills(desk, duc) == 1
    assert desk.balance(duc) == 32


def test_what_is_typed_ahead_of_a_record_that_fails_goes_nowhere(desk: TillDesk, duc: UUID) -> None:
    mai = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    desk.scan(desk.card(duc))
    desk.type("77")
    desk.settle()
    # Its id is kept first: what waits for the lock is the bill alone.
    desk.wait(lambda: desk.till.counter.desk(duc).action == desk.till.counter.desk(duc).action)
    other = connect(desk.till.shop.file.path, PUBLISHED_KEY, "write")
    other.execute("BEGIN IMMEDIATE")
    desk.enter()
    assert desk.flow.is_busy
    # The cashier goes on with the next customer.
    desk.type("55")
    desk.scan(desk.card(mai))
    desk.settle()
    assert desk.said() is BannerKind.ERROR, "the failure is still there to be read"
    assert desk.screen.bill.total.text() == "77"
    assert desk.flow.open_member == duc
    other.execute("ROLLBACK")
    other.close()
    desk.enter()
    desk.settle()
    assert [bill.total_vnd for bill in desk.till.returns.bills_of(duc)] == [77_000]


def test_what_is_typed_ahead_of_a_bill_that_is_refused_goes_nowhere(desk: TillDesk, duc: UUID) -> None:
    for amount in ("125", "130"):
        KEYBOARD.clock.advance(5_000)
        desk.scan(desk.card(duc))
        desk.settle()
        desk.type(amount)
        desk.screen.bill.receipt.enter_number()
        desk.type("10235")
        desk.enter()
        assert desk.flow.is_busy
        desk.type("99")
        desk.settle()
    assert desk.screen.bill.total.text() == "130"
    assert desk.screen.bill.receipt.number_text() == "10235"
    assert desk.notices(desk.screen.bill), "the number is taken"


def stopped_hard(till: Till, world: World) -> Till:
    """Open the file again as after a power cut: the session was never ended."""
    path = till.shop.file.path
    till.shop.file.close()
    return Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F12])
def test_after_a_power_cut_the_same_bill_is_asked_about_in_place(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, key: Qt.Key
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    duc = enrolled(till)
    first = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    first.scan(first.card(duc))
    first.type("125")
    first.enter()
    first.settle()
    first.close()
    desk = TillDesk(qtbot, tmp_path, till=stopped_hard(till, world), world=world).open()
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert bills(desk, duc) == 1
    desk.press(key)
    desk.settle()
    again = key is Qt.Key.Key_F12
    assert bills(desk, duc) == (2 if again else 1)
    assert desk.balance(duc) == (44 if again else 32)
    assert desk.said() is BannerKind.SUCCESS
    assert desk.screen.view is View.IDLE
    desk.assert_calm()
    desk.close()


def test_a_clock_that_leapt_is_asked_about_and_confirmed_with_a_key(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    till.days.open()
    duc = enrolled(till)
    world.clock.forward(days=3652)
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    assert "2036" in desk.banner
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+12")
    desk.press(Qt.Key.Key_Escape)
    assert "2036" in desk.banner
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    assert desk.said() is BannerKind.SUCCESS
    desk.press(Qt.Key.Key_Escape)
    assert desk.banner == ""
    assert till.days.open().trusted
    desk.close()


def test_a_bill_can_be_left_by_the_mouse_as_by_esc(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.screen.bill.leave_button.click()
    desk.settle()
    assert desk.flow.open_member is None
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.screen.bill.leave_button.click()
    assert desk.said() is BannerKind.QUESTION
    assert desk.screen.view is View.BILL
