"""Cards that come to a member at the counter: blank ones, foreign ones, one for a lost one."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt

from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from tests.ui.scanner import KEYBOARD, press
from tests.ui.till_desk import TillDesk, desk, duc

__all__ = ["desk", "duc"]


def test_a_lost_card_is_replaced_by_a_blank_one_at_the_counter(desk: TillDesk, duc: UUID) -> None:
    old = desk.card(duc)
    (blank,) = desk.till.cards.issue(desk.world.new_id(), 1)
    desk.type("5678")
    desk.enter()
    desk.settle()
    desk.scan(blank)
    desk.settle()
    assert desk.screen.view is View.LINK
    press(desk.screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.card(duc) == blank
    assert desk.flow.open_member == duc
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    KEYBOARD.clock.advance(5_000)
    desk.scan(old)
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert desk.flow.open_member is None


def test_a_blank_card_is_one_more_card_of_the_member_with_enter(desk: TillDesk, duc: UUID) -> None:
    old = desk.card(duc)
    (blank,) = desk.till.cards.issue(desk.world.new_id(), 1)
    desk.scan(old)
    desk.settle()
    KEYBOARD.clock.advance(5_000)
    desk.scan(blank)
    desk.settle()
    desk.enter()
    desk.settle()
    assert {one.code for one in desk.till.cards.of_member(duc)} == {old, blank}


def test_a_foreign_code_is_linked_to_the_member_who_stands_there(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.scan("THE-CU-0042")
    desk.settle()
    assert desk.screen.view is View.LINK
    desk.enter()
    desk.settle()
    assert desk.till.members.by_code("THE-CU-0042").member == duc
    assert desk.screen.bill.total.text() == "125"
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 32
    KEYBOARD.clock.advance(5_000)
    desk.scan("THE-CU-0042")
    desk.settle()
    assert desk.flow.open_member == duc


def test_a_foreign_code_waits_while_its_member_is_looked_for(desk: TillDesk, duc: UUID) -> None:
    desk.scan("THE-CU-0042")
    desk.settle()
    desk.press(Qt.Key.Key_F2)
    desk.type("5678")
    desk.enter()
    desk.settle()
    assert desk.screen.view is View.LINK
    desk.enter()
    desk.settle()
    assert desk.till.members.by_code("THE-CU-0042").member == duc


def test_a_foreign_code_enrols_somebody_new(desk: TillDesk) -> None:
    desk.scan("THE-CU-0042")
    desk.enter()
    desk.type("0987654321")
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    member = desk.till.members.by_code("THE-CU-0042").member
    assert member is not None
    assert desk.flow.open_member == member


def test_a_blank_card_scanned_into_the_form_joins_what_is_typed(desk: TillDesk) -> None:
    card = desk.till.cards.issue(desk.world.new_id(), 1)[0]
    desk.type("0987654321")
    desk.enter()
    desk.settle()
    assert desk.screen.view is View.ENROL
    desk.scan(card)
    desk.settle()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.till.members.by_code(card).member == desk.flow.open_member
