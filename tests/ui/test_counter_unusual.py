"""A total far above what the shop usually sees: asked about in place, by keys, before it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world)
    for place in range(25):
        till.counter.record_bill(world.new_id(), None, Bill(45_000 + 5_000 * place))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


def totals(desk: TillDesk, member: UUID) -> list[int]:
    return [bill.total_vnd for bill in desk.till.returns.bills_of(member)]


def test_the_next_customers_digits_are_not_recorded_as_millions(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("4821")
    desk.enter()
    desk.settle()
    assert totals(desk, duc) == []
    assert desk.said() is BannerKind.QUESTION
    assert "4.821.000" in desk.banner
    assert "4821," in desk.banner
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.screen.view is View.BILL
    desk.type("485")
    desk.enter()
    desk.settle()
    assert totals(desk, duc) == [485_000], "the largest bill so far, and nobody is asked"


def test_typing_answers_the_question_and_takes_the_place_of_the_total(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("99999999999")
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    desk.type("125")
    assert desk.said() is None
    desk.enter()
    desk.settle()
    assert totals(desk, duc) == [125_000]


def test_enter_once_more_says_that_it_is_meant(desk: TillDesk, duc: UUID) -> None:
    for total in ("4821", "4821"):
        desk.screen.focus_box()
        desk.type("5678")
        desk.enter()
        desk.type(total)
        desk.enter()
        desk.settle()
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
        )
        assert desk.focus is not None
        QApplication.sendEvent(desk.focus, held)
        desk.settle()
        assert desk.said() is BannerKind.QUESTION, "asked about in every bill; a key held down is no answer"
        desk.enter()
        desk.settle()
        assert desk.said() is BannerKind.QUESTION, "the second half of a double press is no answer either"
        KEYBOARD.clock.advance(300)
        desk.enter()
        desk.settle()
    assert totals(desk, duc) == [4_821_000, 4_821_000]
    assert desk.banner.startswith("+482 ")


def test_what_the_shop_saw_today_is_taken_into_account_tomorrow(desk: TillDesk, duc: UUID) -> None:
    for _ in range(2):
        desk.till.counter.record_bill(desk.world.new_id(), None, Bill(2_000_000))
    desk.world.clock.forward(days=1)
    desk.attach()
    desk.scan(desk.card(duc))
    desk.type("4821")
    desk.enter()
    desk.settle()
    assert totals(desk, duc) == [4_821_000], "six millions would be asked about"


def test_a_bill_without_a_customer_is_asked_about_too(desk: TillDesk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    desk.type("4821")
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert desk.till.returns.acts()[0].total_vnd < 1_000_000


def test_a_new_shop_is_asked_from_five_million_on(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> None:
    desk = TillDesk(qtbot, tmp_path / "new").open()
    member = enrolled(desk.till)
    for total, is_asked in (("4999999", False), ("5000000", True)):
        KEYBOARD.clock.advance(5_000)
        desk.scan(desk.card(member))
        desk.type(total)
        desk.enter()
        desk.settle()
        assert (desk.said() is BannerKind.QUESTION) is is_asked
    assert totals(desk, member) == [4_999_999]
    desk.assert_calm()
    desk.close()
