"""What the owner wants done at every bill stands quietly beside it: ticked by a key, never waited for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.reminders import read_reminders
from loyalpos.engine.shop import ShopDescription
from loyalpos.ui.counter.screen import View
from tests.shops import World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk

REMINDERS = ("hỏi thẻ", "mời thêm món")


def test_the_reminders_of_a_bill_are_ticked_by_a_key_and_never_waited_for(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path, world, description=ShopDescription("Quán Mây", reminders=REMINDERS))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    duc = enrolled(till)
    desk.press(Qt.Key.Key_F12)
    desk.scan(desk.card(duc))
    desk.settle()
    row = desk.screen.bill.reminders
    assert row is not None
    assert row.isVisible()
    assert (row.reminders, row.done) == (REMINDERS, 0)
    desk.type("85")
    desk.press(Qt.Key.Key_F12)
    assert (row.done, desk.screen.bill.total.text()) == (1, "85")
    desk.fold()
    strip = desk.screen.bill.reminders
    assert strip is not None
    assert strip is not row
    assert (strip.isVisible(), strip.done) == (True, 1)
    desk.enter()
    desk.settle()
    KEYBOARD.clock.advance(5_000)
    assert (desk.screen.view, len(till.returns.bills_of(duc))) == (View.IDLE, 1)
    desk.scan(desk.card(duc))
    desk.settle()
    assert strip.done == 0, "each bill begins anew"
    for done in (1, 2, 0):
        desk.press(Qt.Key.Key_F12)
        assert strip.done == done
    desk.assert_calm()
    desk.close()


def test_a_shop_that_wants_none_has_none(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> None:
    desk = TillDesk(qtbot, tmp_path).open()
    desk.scan(desk.card(enrolled(desk.till)))
    desk.settle()
    assert desk.screen.bill.reminders is None
    desk.press(Qt.Key.Key_F12)
    desk.assert_calm()
    desk.close()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", ()),
        (" hỏi thẻ ,, mời   thêm món,hỏi thẻ", REMINDERS),
        (",".join("abcdefg"), None),
        ("a" * 41, None),
        ("a\u202eb", None),
    ],
)
def test_reminders_are_few_and_short(text: str, read: tuple[str, ...] | None) -> None:
    assert read_reminders(text) == read
