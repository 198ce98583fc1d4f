"""A member's card as a big code on the customer's screen, to be photographed."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.customer.pieces import Code
from loyalpos.ui.customer.screen import CustomerScreen
from loyalpos.ui.customer.told import CodeTold, IdleTold, MemberTold
from loyalpos.ui.start.scanner_step import TEST_CODE
from loyalpos.ui.widgets.buttons import ActionButton
from tests.shops import enrolled
from tests.ui import scanner
from tests.ui.customer_desk import CustomerDesk, desk, said_by
from tests.ui.customer_gallery import SIZES, STATES
from tests.ui.till_desk import CONTROL

__all__ = ["desk"]


def show_code(desk: CustomerDesk) -> None:
    desk.keys += 1
    scanner.press(desk.screen, Qt.Key.Key_K, CONTROL)


def test_ctrl_k_shows_the_members_card_as_a_big_code_and_takes_it_away(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.till.members.link(member, desk.till.cards.issue(desk.world.new_id(), 1)[0])
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    show_code(desk)
    told = desk.told
    assert told == CodeTold("Quán Cà Phê Mây", "Đức", desk.card(member))
    shown = [code for code in desk.customers.findChildren(Code) if code.isVisible()]
    assert [code.code for code in shown] == [desk.card(member)]
    desk.type("26")
    assert desk.told == told, "the cashier may type on while the photo is taken"
    show_code(desk)
    assert isinstance(desk.told, MemberTold)
    assert desk.card(member) not in said_by(desk.customers).replace(" ", "")


def test_the_big_code_can_be_read_from_the_screen(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> None:
    import zxingcpp
    from PIL import Image

    for at, (width, height) in enumerate(SIZES):
        screen = CustomerScreen(preview=False)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.show_told(STATES["code"])
        screen.grab().save(str(tmp_path / f"{at}.png"))
        read = zxingcpp.read_barcodes(Image.open(tmp_path / f"{at}.png"))
        assert [one.text for one in read] == [TEST_CODE], (width, height)


def test_another_customers_card_takes_the_code_away(desk: CustomerDesk) -> None:
    duc, mai = enrolled(desk.till), enrolled(desk.till, "0987654321", "Trần Thị Mai")
    for member in (duc, mai):
        desk.till.members.link(member, desk.till.cards.issue(desk.world.new_id(), 1)[0])
    desk.open()
    desk.scan(desk.card(duc))
    desk.settle()
    show_code(desk)
    assert isinstance(desk.told, CodeTold)
    desk.scan(desk.card(mai))
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.name == "Mai"


def test_the_button_for_the_code_is_there_only_with_a_screen_to_show_it_on(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    button = next(one for one in desk.screen.findChildren(ActionButton) if one.text() == "Show code")
    assert button.isVisible()
    button.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert isinstance(desk.told, CodeTold)
    desk.press(Qt.Key.Key_Escape)
    assert isinstance(desk.told, IdleTold)
    assert not button.isVisible()


def test_ctrl_k_without_a_screen_says_where_to_switch_it_on(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.settings = replace(desk.settings, customer_screen=False)
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    show_code(desk)
    assert "customer's screen" in desk.banner
