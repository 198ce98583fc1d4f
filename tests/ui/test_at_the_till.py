"""Who is at the till: the lock over the window, the PIN, the approval in place; keys alone."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from loyalpos.engine.bills import Bill
from loyalpos.engine.staff import Role, StaffRules
from loyalpos.errors import NotAllowed
from loyalpos.services.shop import Shop as LoyalShop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.rekey import opens
from loyalpos.ui.counter.screen import View
from loyalpos.ui.gate import Gate
from loyalpos.ui.office.protection_panel import ProtectionPanel
from loyalpos.ui.office.review_page import ReviewPage
from loyalpos.ui.office.staff_page import StaffPage
from loyalpos.ui.running import RunningTill
from tests.shops import enrolled, new_till
from tests.ui.running_shop import Shop, press, shop
from tests.ui.scanner import scan

__all__ = ["shop"]

PIN, OTHER, WRONG = "271828", "314159", "999998"
CONTROL = Qt.KeyboardModifier.ControlModifier


class People:
    """A shop with an owner and a cashier, who is a member too."""

    def __init__(self, shop: Shop) -> None:
        till = new_till(shop.where.data, shop.world)
        self.duc = enrolled(till)
        self.own = enrolled(till, "0387654321", "Lan")
        self.card = till.members.member(self.own).card
        self.others = till.members.member(self.duc).card
        till.counter.record_bill(till.shop.outside.new_id(), self.duc, Bill(8_000_000))
        rules = StaffRules(redeem_above=400)
        till.shop.describe(replace(till.shop.description, staff=rules))
        self.owner = till.staff.add(till.shop.outside.new_id(), "Bà Mây", Role.OWNER).id
        till.staff.set_pin(self.owner, PIN)
        self.lan = till.staff.add(till.shop.outside.new_id(), "Lan", Role.CASHIER, self.own).id
        till.staff.set_pin(self.lan, OTHER)
        till.shop.close()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def gate_of(till: RunningTill) -> Gate:
    gate = till.at_till.gate
    assert gate is not None
    return gate


def type_pin(shop: Shop, till: RunningTill, pin: str) -> None:
    field = gate_of(till).pin.edit
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, pin)
    press(field, Qt.Key.Key_Return)


def sign_in(shop: Shop, till: RunningTill, person: UUID, pin: str) -> None:
    for _ in range(5):
        who = gate_of(till).who
        if who is not None and who.id == person:
            break
        press(gate_of(till).pin.edit, Qt.Key.Key_Down)
    type_pin(shop, till, pin)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is None, timeout=5_000)


@pytest.fixture
def people(shop: Shop) -> People:
    return People(shop)


def opened(shop: Shop) -> RunningTill:
    till = shop.opened()
    till.screen.activateWindow()
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    return till


def test_a_shop_without_pins_is_asked_nothing_and_ctrl_l_does_nothing(shop: Shop, tmp_path: Path) -> None:
    new_till(shop.where.data, shop.world).shop.close()
    till = shop.opened()
    press(till.screen.box, Qt.Key.Key_L, CONTROL)
    assert till.at_till.gate is None


def test_the_till_opens_locked_a_card_names_its_person_and_the_pin_lets_in(
    shop: Shop, people: People
) -> None:
    till = opened(shop)
    gate = gate_of(till)
    assert gate.geometry() == till.screen.rect()
    for key in (Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F10, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        press(focus(), key)
    assert till.screen.view is View.IDLE
    assert till.office is None
    assert gate.isAncestorOf(focus())
    gate.pin.edit.setFocus()
    assert people.others is not None
    assert people.card is not None
    scan(gate.pin.edit, people.others)
    shop.qtbot.waitUntil(lambda: bool(gate.pin.notice.text()), timeout=5_000)
    assert till.screen.view is View.IDLE
    scan(gate.pin.edit, people.card)
    shop.qtbot.waitUntil(lambda: gate.who is not None and gate.who.id == people.lan, timeout=5_000)
    type_pin(shop, till, WRONG)
    shop.qtbot.waitUntil(lambda: " 1 " in gate.pin.notice.text(), timeout=5_000)
    assert gate.pin.text() == ""
    shop.world.clock.forward(seconds=2)
    sign_in(shop, till, people.lan, OTHER)
    assert till.screen.cashier.text() == "Lan"
    assert QApplication.focusWidget() is till.screen.box


def test_what_a_cashier_may_not_goes_on_with_a_managers_pin_and_one_enter(shop: Shop, people: People) -> None:
    till = opened(shop)
    sign_in(shop, till, people.lan, OTHER)
    till.flow.open_bill(people.duc)
    shop.qtbot.waitUntil(lambda: till.screen.view is View.BILL, timeout=5_000)
    QTest.keyClicks(focus(), "200")
    for key in (Qt.Key.Key_F6, Qt.Key.Key_1, Qt.Key.Key_Return):
        shop.qtbot.waitUntil(lambda: not till.flow.is_busy, timeout=5_000)
        press(focus(), key)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    gate = gate_of(till)
    assert gate.who is not None
    assert gate.who.id == people.owner
    press(gate.pin.edit, Qt.Key.Key_Escape)
    assert till.at_till.gate is None
    assert till.screen.view is View.BILL
    press(focus(), Qt.Key.Key_Return)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    type_pin(shop, till, PIN)
    shop.qtbot.waitUntil(lambda: till.screen.view is View.IDLE, timeout=5_000)
    assert till.books.till is not None
    with till.books.till.shop.file.read() as connection:
        who, body = connection.driver.execute(
            "SELECT who, body FROM record WHERE kind = 'bill_recorded' ORDER BY hlc DESC LIMIT 1"
        ).fetchone()
    assert who == people.lan.hex
    assert f'"approved_by":"{people.owner.hex}"'.encode() in body


def test_locked_over_an_open_bill_nobody_is_seen_and_what_was_typed_is_there_again(
    shop: Shop, people: People
) -> None:
    till = opened(shop)
    sign_in(shop, till, people.lan, OTHER)
    till.flow.open_bill(people.duc)
    shop.qtbot.waitUntil(lambda: till.screen.view is View.BILL, timeout=5_000)
    QTest.keyClicks(focus(), "200")
    press(focus(), Qt.Key.Key_L, CONTROL)
    gate = gate_of(till)
    assert till.screen.cashier.text() == ""
    assert gate.isVisible()
    seen = till.screen.childAt(till.screen.rect().center())
    assert seen is not None
    assert gate.isAncestorOf(seen)
    sign_in(shop, till, people.owner, PIN)
    assert till.screen.cashier.text() == "Bà Mây"
    assert till.screen.view is View.BILL
    assert till.screen.bill.total.text() == "200"


def test_the_counter_says_what_whoever_is_there_is_and_offers_the_lock(shop: Shop, people: People) -> None:
    till = opened(shop)
    sign_in(shop, till, people.owner, PIN)
    labels = [label.text() for label in till.screen.bar.findChildren(QLabel) if label.isVisible()]
    assert labels[-2:] == ["Chủ quán:", "Bà Mây"]
    assert till.screen.idle.lock.isVisible()
    QTest.mouseClick(till.screen.idle.lock, Qt.MouseButton.LeftButton)
    sign_in(shop, till, people.lan, OTHER)
    labels = [label.text() for label in till.screen.bar.findChildren(QLabel) if label.isVisible()]
    assert labels[-2:] == ["Thu ngân:", "Lan"]


def test_in_a_shop_without_pins_nothing_offers_a_lock(shop: Shop) -> None:
    new_till(shop.where.data, shop.world).shop.close()
    till = shop.opened()
    assert not till.screen.idle.lock.isVisible()


def test_a_manager_is_asked_in_place_before_the_file_is_keyed_anew_and_the_journal_says_so(
    shop: Shop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loyalpos.store.wrapping._MEMORY_KIB", 64)
    till = opened(shop)
    sign_in(shop, till, people.lan, OTHER)
    till.show_office()
    assert till.office is not None
    till.office.go_to("settings")
    panel = till.office.place("settings").findChild(ProtectionPanel)
    assert isinstance(panel, ProtectionPanel)
    shop.qtbot.waitUntil(panel.by_passphrase.isEnabled, timeout=5_000)
    for said in (Qt.Key.Key_Escape, None):
        for field in (panel.passphrase, panel.again):
            field.set_text("mây trắng quán nhỏ")
        panel.by_passphrase.click()
        shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
        if said is not None:
            press(gate_of(till).pin.edit, said)
            shop.qtbot.waitUntil(panel.by_passphrase.isEnabled, timeout=5_000)
            assert opens(shop.where.shop_file, PUBLISHED_KEY)
    with shop.qtbot.waitSignal(till.books.protection_changed, timeout=10_000):
        type_pin(shop, till, PIN)
    assert not opens(shop.where.shop_file, PUBLISHED_KEY)
    assert till.at_till.gate is None, "Lan is still there"
    assert till.screen.cashier.text() == "Lan"
    assert till.books.till is not None
    with till.books.till.shop.file.read() as connection:
        who, body = connection.driver.execute(
            "SELECT who, body FROM record WHERE kind = 'protection_changed'"
        ).fetchone()
    assert who == people.lan.hex
    assert f'"approved_by":"{people.owner.hex}"'.encode() in body
    assert b'"what":"on"' in body


def as_cashier(shop: Shop, people: People) -> tuple[RunningTill, ReviewPage]:
    till = opened(shop)
    sign_in(shop, till, people.lan, OTHER)
    till.show_office()
    assert till.office is not None
    shop.qtbot.waitUntil(till.office.isActiveWindow, timeout=5_000)
    till.office.go_to("review")
    page = till.office.page()
    assert isinstance(page, ReviewPage)
    return till, page


def test_a_cashier_sees_why_the_journal_is_shut_and_looks_with_the_owners_pin_until_the_page_is_left(
    shop: Shop, people: People
) -> None:
    till, page = as_cashier(shop, people)
    assert till.office is not None
    assert page.ask.isVisible()
    for part in (page.findings, page.journal.paper, page.journal.pdf, page.journal.export):
        assert not part.isVisible()
    page.ask.setFocus()
    press(page.ask, Qt.Key.Key_Return)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    assert gate_of(till).window() is till.office
    who = gate_of(till).who
    assert who is not None
    assert who.id == people.owner, "a cashier may not let herself look"
    gate_of(till).pin.edit.setFocus()
    type_pin(shop, till, PIN)
    shop.qtbot.waitUntil(page.journal.table.isVisible, timeout=5_000)
    assert till.screen.cashier.text() == "Lan"
    assert not page.ask.isVisible()
    page.journal.prove.click()
    shop.qtbot.waitUntil(lambda: bool(page.journal.proved.text()), timeout=5_000)
    till.office.go_to("staff")
    till.office.go_to("review")
    assert page.ask.isVisible()
    assert not page.journal.isVisible()
    assert till.books.till is not None
    with pytest.raises(NotAllowed):
        till.books.till.honesty.of_day(till.books.till.honesty.today())


def test_whoever_was_let_look_is_asked_again_before_they_say_that_it_was_looked_at(
    shop: Shop, people: People
) -> None:
    books = Till(LoyalShop.open(shop.where.shop_file, PUBLISHED_KEY, shop.world.outside()))
    books.staff.sign_in(people.owner, PIN)
    for _ in range(4):
        books.counter.record_bill(shop.world.new_id(), people.duc, Bill(85_000))
    books.shop.close()
    till, page = as_cashier(shop, people)
    page.ask.click()
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    gate_of(till).pin.edit.setFocus()
    type_pin(shop, till, PIN)
    shop.qtbot.waitUntil(lambda: bool(page.findings.rows), timeout=5_000)
    page.findings.rows[0].acknowledge.click()
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    press(gate_of(till).pin.edit, Qt.Key.Key_Escape)
    assert page.findings.rows[0].texts()[2] == ""


def test_the_office_is_locked_by_the_same_key_and_what_is_typed_on_its_page_stays(
    shop: Shop, people: People
) -> None:
    till, _page = as_cashier(shop, people)
    assert till.office is not None
    till.office.go_to("staff")
    name = till.office.page().focusProxy()
    assert name is not None
    name.setFocus()
    QTest.keyClicks(focus(), "Hoa")
    press(focus(), Qt.Key.Key_L, CONTROL)
    assert {gate.window() for gate in till.at_till._gates} == {till.screen, till.office}
    (gate,) = (one for one in till.at_till._gates if one.window() is till.office)
    seen = till.office.childAt(till.office.rect().center())
    assert seen is not None
    assert gate.isAncestorOf(seen)
    assert focus() is gate.pin.edit
    QTest.keyClicks(focus(), OTHER)
    press(focus(), Qt.Key.Key_Return)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is None, timeout=5_000)
    page = till.office.page()
    assert isinstance(page, StaffPage)
    assert page.name.text() == "Hoa"


def test_damaged_books_that_ask_for_a_pin_lead_to_the_backups(shop: Shop, people: People) -> None:
    books = Till(LoyalShop.open(shop.where.shop_file, PUBLISHED_KEY, shop.world.outside()))
    for number in range(30):
        # Their pages are then among the last ones, and none is needed to open the books.
        enrolled(books, f"09870000{number:02}", "Trần Thị Hoa")
    made = books.days.back_up(shop.where.backups)
    books.shop.file.close()
    pages = bytearray(shop.where.shop_file.read_bytes())
    pages[-4 * 4096 + 100 : -4 * 4096 + 200] = bytes(100)
    shop.where.shop_file.write_bytes(pages)
    till = opened(shop)
    gate = gate_of(till)
    shop.qtbot.waitUntil(gate.backups.isVisible, timeout=10_000)
    assert "bị hỏng" in gate.pin.notice.text()
    press(gate.backups, Qt.Key.Key_Space)
    window = till.restoring.window
    assert window is not None
    shop.qtbot.waitUntil(lambda: window.table.isVisible(), timeout=10_000)
    first = till.books.till
    window.agreed.emit(made)
    shop.qtbot.waitUntil(lambda: till.books.till not in (None, first), timeout=10_000)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=5_000)
    assert not gate_of(till).backups.isVisible(), "these are sound, and ask for the PIN again"
