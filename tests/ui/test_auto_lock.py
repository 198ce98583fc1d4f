"""The till locks itself: after minutes without a key, and when it wakes up after them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from loyalpos.ui.counter.screen import View
from loyalpos.ui.office.review_page import ReviewPage
from loyalpos.ui.running import RunningTill
from tests.ui.running_shop import Shop, shop
from tests.ui.test_at_the_till import OTHER, PIN, People, focus, gate_of, opened, people, sign_in

__all__ = ["people", "shop"]


def key(till: RunningTill, which: Qt.Key) -> None:
    """Press a key as the system sends it: to the window."""
    handle = till.screen.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, which)


def test_each_key_and_each_move_of_the_mouse_begins_the_wait_anew_and_the_sixth_minute_locks(
    shop: Shop, people: People
) -> None:
    till = opened(shop)
    sign_in(shop, till, people.lan, OTHER)
    handle = till.screen.windowHandle()
    assert handle is not None
    key(till, Qt.Key.Key_8)
    for across in (20, 40, 60):
        shop.world.clock.forward(minutes=4)
        QTest.mouseMove(handle, QPoint(across, 20))
        assert till.at_till.gate is None
    shop.world.clock.forward(minutes=4)
    key(till, Qt.Key.Key_5)
    assert till.screen.box.text() == "85"
    shop.world.clock.forward(minutes=6)
    key(till, Qt.Key.Key_1)
    assert till.at_till.gate is not None
    assert till.screen.cashier.text() == ""
    assert till.screen.box.text() == "85", "whoever pressed that key is not known yet"
    assert gate_of(till).pin.text() == ""


def test_a_half_typed_bill_is_there_again_when_the_till_locked_itself_over_it(
    shop: Shop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = opened(shop)
    sign_in(shop, till, people.owner, PIN)
    till.flow.open_bill(people.duc)
    shop.qtbot.waitUntil(lambda: till.screen.view is View.BILL, timeout=5_000)
    QTest.keyClicks(focus(), "200")
    # From here on a minute is as short as that, which the till hears of as of another rule.
    monkeypatch.setattr("loyalpos.ui.at_the_till._MINUTE_MS", 20)
    till.at_till.attach(till.books.till)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    seen = till.screen.childAt(till.screen.rect().center())
    assert seen is not None
    assert gate_of(till).isAncestorOf(seen)
    monkeypatch.setattr("loyalpos.ui.at_the_till._MINUTE_MS", 60_000)
    sign_in(shop, till, people.lan, OTHER)
    assert till.screen.view is View.BILL
    assert till.screen.bill.total.text() == "200"
    key(till, Qt.Key.Key_0)
    assert till.screen.bill.total.text().replace(".", "") == "2000"


def test_what_the_owner_looked_at_and_was_about_to_save_is_gone_when_a_cashier_comes(
    shop: Shop, people: People
) -> None:
    till = opened(shop)
    sign_in(shop, till, people.owner, PIN)
    till.show_office()
    assert till.office is not None
    till.office.go_to("review")
    page = till.office.page()
    assert isinstance(page, ReviewPage)
    shop.qtbot.waitUntil(page.journal.table.isVisible, timeout=5_000)
    page.journal.pdf.click()
    dialog = page.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    shop.world.clock.forward(minutes=6)
    key(till, Qt.Key.Key_Shift)
    assert till.at_till.gate is not None
    assert not isValid(dialog) or not dialog.isVisible()
    assert all(gate.geometry() == gate.window().rect() for gate in till.at_till._gates)
    assert {gate.window() for gate in till.at_till._gates} == {till.screen, till.office}
    till.screen.activateWindow()
    shop.qtbot.waitUntil(till.screen.isActiveWindow, timeout=5_000)
    gate_of(till).pin.edit.setFocus()
    sign_in(shop, till, people.lan, OTHER)
    shop.qtbot.waitUntil(lambda: not page.journal.table.isVisible(), timeout=5_000)
    assert page.findings.rows == []
