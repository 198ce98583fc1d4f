"""The office's page of who works in the shop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import CardScan
from loyalpos.engine.staff import OwnBills, Role
from loyalpos.ui.office.staff_page import StaffPage
from tests.shops import World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, cells

PIN = "271828"
Desk = OfficeDesk[StaffPage]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    world = World()
    made = OfficeDesk(qtbot, StaffPage, tmp_path, new_till(tmp_path, world), world)
    yield made
    made.close()


def add(desk: Desk, name: str, role: Role, pin: str) -> None:
    page = desk.page
    page.name.set_text(name)
    page.role.choose(role.value)
    page.pin.set_text(pin)
    page.again.set_text(pin)
    desk.press(page.again.edit, Qt.Key.Key_Return)


def test_the_owner_adds_people_by_keyboard_and_their_own_cards_by_scanning(desk: Desk) -> None:
    page = desk.page
    own = enrolled(desk.till, "0387654321", "Lan")
    card = desk.till.members.member(own).card
    assert card is not None
    add(desk, "Lan", Role.CASHIER, PIN)
    assert page.notice.text()
    assert not desk.till.staff.people()
    add(desk, "Bà Mây", Role.OWNER, "111111")
    assert page.notice.text()
    assert not desk.till.staff.people()
    add(desk, "Bà Mây", Role.OWNER, PIN)
    assert page.take_scan(CardScan(card))
    desk.settle()
    add(desk, "Lan", Role.CASHIER, "314159")
    people = [(one.name, one.role, one.has_pin, one.member) for one in desk.till.staff.people()]
    assert people == [("Bà Mây", Role.OWNER, True, None), ("Lan", Role.CASHIER, True, own)]
    assert page.table.model().rowCount() == 2


def test_a_pin_is_typed_twice_because_nobody_sees_it(desk: Desk) -> None:
    page = desk.page
    page.name.set_text("Bà Mây")
    page.role.choose(Role.OWNER.value)
    page.pin.set_text(PIN)
    desk.press(page.pin.edit, Qt.Key.Key_Return)
    assert page.again.edit.hasFocus()
    assert not desk.till.staff.people()
    page.again.set_text(PIN[::-1])
    desk.press(page.again.edit, Qt.Key.Key_Return)
    assert page.again.notice.text()
    assert not desk.till.staff.people()
    page.again.set_text(PIN)
    desk.press(page.again.edit, Qt.Key.Key_Return)
    assert [one.has_pin for one in desk.till.staff.people()] == [True]
    assert page.name.edit.hasFocus()
    assert not page.again.notice.text()


def test_tab_goes_from_the_name_over_the_role_to_the_pin(desk: Desk) -> None:
    page = desk.page
    page.name.edit.setFocus()
    for part in (page.role, page.pin.edit, page.again.edit):
        page.focusNextChild()
        assert part.hasFocus()


def test_only_what_is_wrong_now_is_said(desk: Desk) -> None:
    page = desk.page
    add(desk, "Bà Mây", Role.OWNER, "111111")
    assert page.notice.text()
    page.again.set_text(PIN)
    desk.press(page.again.edit, Qt.Key.Key_Return)
    assert page.again.notice.text()
    assert not page.notice.text()
    page.again.set_text("111111")
    desk.press(page.again.edit, Qt.Key.Key_Return)
    assert page.notice.text()
    assert not page.again.notice.text()


def test_the_last_owner_stays_and_a_cashier_goes(desk: Desk) -> None:
    page = desk.page
    add(desk, "Bà Mây", Role.OWNER, PIN)
    add(desk, "Lan", Role.CASHIER, "314159")
    page.table.opened.emit(0)
    desk.click(page.gone)
    desk.click(page.confirm.yes)
    assert page.notice.text()
    page.table.opened.emit(1)
    desk.click(page.gone)
    assert "Lan" in page.confirm.sentence()
    assert page.confirm.no.hasFocus()
    desk.press(page.confirm.no, Qt.Key.Key_Escape)
    assert not page.confirm.isVisible()
    assert len(desk.till.staff.people()) == 2
    desk.click(page.gone)
    page.table.opened.emit(0)
    assert not page.confirm.isVisible(), "it was asked about somebody else"
    page.table.opened.emit(1)
    desk.click(page.gone)
    desk.click(page.confirm.yes)
    assert [one.name for one in desk.till.staff.people()] == ["Bà Mây"]


def test_what_is_allowed_alone_is_chosen_and_kept(desk: Desk) -> None:
    page = desk.page
    page.rules.points.choose("500")
    page.rules.points.chosen.emit("500")
    page.rules.bills.choose(OwnBills.FLAG.value)
    page.rules.bills.chosen.emit(OwnBills.FLAG.value)
    desk.settle()
    rules = desk.till.shop.description.staff
    assert (rules.redeem_above, rules.own_bills) == (500, OwnBills.FLAG)
    page.rules.points.choose("")
    page.rules.points.chosen.emit("")
    desk.settle()
    assert desk.till.shop.description.staff.redeem_above is None, "and can be taken back"


def test_a_pin_that_was_asked_for_without_a_proof_is_shown_and_stopped(desk: Desk) -> None:
    page = desk.page
    add(desk, "Bà Mây", Role.OWNER, PIN)
    (owner,) = desk.till.staff.people()
    desk.till.forgotten.ask(owner.id, "161803")
    page.refresh()
    desk.settle()
    assert cells(page.table)[0][2].endswith("09:00 · 26/11"), "the year is plain"
    page.table.opened.emit(0)
    desk.click(page.keep)
    assert desk.till.forgotten.asked() == ()
    assert not page.keep.isVisible()
