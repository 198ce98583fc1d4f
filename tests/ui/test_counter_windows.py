"""Two windows, one counter: what is open and typed comes along, nothing is closed by accident."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from loyalpos.ui.counter.notices import DONE_STAYS_MS
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.theme import theme
from tests.ui.till_desk import TillDesk, desk, duc

__all__ = ["desk", "duc"]


def test_an_open_bill_comes_along_to_the_strip_and_back(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    desk.screen.bill.receipt.enter_number()
    desk.type("10235")
    desk.fold()
    assert desk.screen.view is View.BILL
    assert desk.screen.bill.total.text() == "125"
    assert desk.screen.bill.receipt.number_text() == "10235"
    desk.type("130")
    desk.unfold()
    assert desk.screen.bill.total.text() == "130"
    desk.enter()
    desk.settle()
    assert desk.till.returns.bills_of(duc)[0].number == "10235"
    assert desk.balance(duc) == 33


def test_a_half_filled_form_comes_along(desk: TillDesk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.type("0987654321")
    desk.fold()
    assert desk.screen.view is View.ENROL
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.flow.open_member is not None


def test_a_search_comes_along(desk: TillDesk, duc: UUID) -> None:
    desk.type("5678")
    desk.settle()
    desk.fold()
    assert desk.screen.is_finding
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == duc


def test_the_strip_stays_on_top(desk: TillDesk) -> None:
    strip = desk.fold()
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert strip.width() == 380


def test_keys_ask_for_the_office_and_the_other_window(desk: TillDesk) -> None:
    asked: list[object] = []
    desk.flow.office_wanted.connect(lambda: asked.append("office"))
    desk.flow.compact_wanted.connect(asked.append)
    desk.press(Qt.Key.Key_F10, Qt.Key.Key_F11)
    desk.fold()
    desk.press(Qt.Key.Key_F11)
    assert asked == ["office", True, False]


def test_closing_is_the_programs_to_decide(desk: TillDesk) -> None:
    asked: list[bool] = []
    desk.wide.closing.connect(lambda: asked.append(True))
    desk.wide.close()
    assert asked == [True]
    assert desk.wide.isVisible()


def test_what_was_done_is_said_for_a_minute() -> None:
    assert DONE_STAYS_MS == 60_000


def test_the_demo_shop_wears_a_frame(desk: TillDesk) -> None:
    plain = desk.wide.grab().toImage().pixelColor(1, 300)
    desk.flow.attach(desk.till, demo=True)
    desk.settle()
    framed = desk.wide.grab().toImage().pixelColor(1, 300)
    assert plain != framed
    assert framed == theme().colour("amber")


def test_the_demo_shop_says_in_words_what_it_is(desk: TillDesk) -> None:
    assert "Demo" not in said_below(desk)
    desk.flow.attach(desk.till, demo=True)
    desk.settle()
    assert "Demo shop – nothing here is real" in said_below(desk)
    assert desk.wide.windowTitle() == "Quán Cà Phê Mây – demo shop"
    desk.fold()
    assert "Demo shop" in said_below(desk)


def said_below(desk: TillDesk) -> str:
    return " | ".join(label.text() for label in desk.screen.footer.findChildren(QLabel))
