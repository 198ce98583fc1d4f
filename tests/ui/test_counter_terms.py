"""A customer asks about returns or the program: F3 shows it, and the next card goes on."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt

from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.texts import Words
from tests.shops import enrolled
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, desk

__all__ = ["desk"]

TERMS = "Đổi trả trong 7 ngày, giữ hoá đơn. Bảo hành ly giữ nhiệt 12 tháng."


def describe(desk: TillDesk, card: str, slip: str) -> None:
    shop = desk.till.shop
    shop.describe(replace(shop.description, card=replace(shop.description.card, terms=card), slip_terms=slip))


def test_terms_and_program_are_looked_up_and_esc_goes_back(desk: TillDesk) -> None:
    describe(desk, TERMS, TERMS)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert desk.flow.view is View.TERMS
    terms, program = desk.screen.terms.texts()
    assert terms == TERMS, "what stands on cards and slips alike is said once"
    assert "10.000" in program
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.screen.view is View.IDLE
    assert desk.focus is desk.screen.box


def test_what_cards_and_slips_say_apart_is_said_together(desk: TillDesk) -> None:
    describe(desk, TERMS, "Không đổi hàng giảm giá.")
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert desk.screen.terms.texts()[0] == f"{TERMS}\nKhông đổi hàng giảm giá."


def test_long_terms_are_read_from_their_beginning(desk: TillDesk) -> None:
    describe(desk, "\n".join([TERMS] * 12), "")
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    title = next(words for words in desk.screen.terms.findChildren(Words) if words.text().startswith("Sale"))
    assert not title.visibleRegion().isEmpty()


def test_a_shop_without_terms_says_so(desk: TillDesk) -> None:
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert desk.screen.terms.texts()[0] == ""
    assert desk.screen.view is View.TERMS


def test_the_next_card_and_the_next_digits_go_on(desk: TillDesk) -> None:
    duc = enrolled(desk.till)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.scan(desk.card(duc))
    desk.settle()
    assert desk.flow.open_member == duc
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.type("5678")
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == duc


def test_a_blank_card_enrols_from_there(desk: TillDesk) -> None:
    (blank,) = desk.till.cards.issue(desk.world.new_id(), 1)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    KEYBOARD.clock.advance(5_000)
    desk.scan(blank)
    desk.settle()
    assert desk.screen.view is View.ENROL


def test_the_narrow_strip_shows_it_too(desk: TillDesk) -> None:
    describe(desk, TERMS, "")
    strip = desk.fold()
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert strip.terms.isVisible()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert strip.view is View.IDLE
