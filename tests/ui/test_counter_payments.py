"""A bill that is not paid at once, by keys: typed, seen when the member stands there, paid, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import PaidBy
from loyalpos.engine.program import PartPaid
from loyalpos.engine.rules import AmountRule
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.marks import Chip
from loyalpos.ui.widgets.texts import Words
from tests.shops import PROGRAM, World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=replace(PROGRAM, part_paid=PartPaid.AS_PAID))
    enrolled(till)
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    assert check(till.shop.file).is_clean
    desk.assert_calm()
    desk.close()


def duc(desk: TillDesk) -> UUID:
    return desk.till.members.find("duc")[0].id


def stand_there(desk: TillDesk) -> None:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc(desk)))
    desk.settle()


def buy(desk: TillDesk, total: str, paid: str) -> None:
    stand_there(desk)
    desk.type(total)
    desk.press(Qt.Key.Key_F1)
    desk.type(paid)
    desk.enter()
    desk.settle()


def owed(desk: TillDesk) -> list[int]:
    return [one.open_vnd for one in desk.till.counter.desk(duc(desk)).owed]


def chips(desk: TillDesk) -> list[str]:
    return [chip.text() for chip in desk.screen.findChildren(Chip) if chip.isVisible()]


@pytest.mark.parametrize("compact", [False, True])
def test_a_part_is_paid_now_and_the_rest_later_by_keys(desk: TillDesk, compact: bool) -> None:
    if compact:
        desk.fold()
    before = desk.balance(duc(desk))
    stand_there(desk)
    desk.type("185")
    desk.press(Qt.Key.Key_F1)
    assert desk.focus is not None
    assert desk.focus.accessibleName() == "Paid now · F1"
    desk.type("65")
    desk.settle()
    texts = [words.text() for words in desk.screen.bill.findChildren(Words)]
    assert any("120.000\u00a0₫ is paid later" in text for text in texts)
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+6 ")
    assert "120.000\u00a0₫ still to be paid" in desk.banner
    stand_there(desk)
    assert any(chip.startswith("Owes 120.000\u00a0₫ of the bill of ") for chip in chips(desk))
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert desk.flow.view is View.SERVE
    assert isinstance(desk.focus, QLineEdit)
    assert desk.focus.text() == "120.000\u00a0₫", "most pay all that is open"
    desk.type("100")
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+10 ")
    assert "20.000\u00a0₫ still to be paid" in desk.banner
    assert desk.screen.view is View.BILL, "their next bill goes on"
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.enter()
    desk.settle()
    assert "all of it is paid now" in desk.banner
    assert owed(desk) == []
    assert desk.balance(duc(desk)) == before + 18
    desk.press(Qt.Key.Key_Escape)
    desk.undo()
    desk.settle()
    assert "20.000\u00a0₫ paid later of bill of 185.000\u00a0₫" in desk.banner
    assert owed(desk) == [20_000]


def test_a_later_payment_asks_how_where_rules_do_and_its_points_follow(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    rules = (AmountRule("base", 10_000), AmountRule("momo", 5_000, when=PaidBy(("momo", "thẻ"))))
    till = new_till(tmp_path, world, program=replace(PROGRAM, part_paid=PartPaid.AS_PAID, rules=rules))
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(185_000, paid_vnd=65_000))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    for tender, points in (("2", 30), ("", 2)):
        stand_there(desk)
        desk.press(Qt.Key.Key_F3)
        desk.settle()
        if tender:
            desk.type("100")
        desk.enter()
        assert desk.focus is not None
        assert desk.focus.accessibleName() == "Paid by: 1 momo · 2 thẻ"
        if tender:
            desk.type("visa")
            desk.enter()
            desk.settle()
            assert "leave it empty, or: 1 momo · 2 thẻ" in " ".join(desk.notices(desk.screen.serve))
            assert isinstance(desk.focus, QLineEdit)
            desk.focus.selectAll()
            desk.type(tender)
        desk.enter()
        desk.settle()
        assert desk.banner.startswith(f"+{points} ")
    assert owed(desk) == []
    desk.assert_calm()
    desk.close()


def test_more_than_is_open_is_refused_at_its_field(desk: TillDesk) -> None:
    buy(desk, "185", "65")
    stand_there(desk)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.type("120.001")
    desk.enter()
    desk.settle()
    said = "At most 120.000\u00a0₫ can be paid here, not 120.001\u00a0₫"
    assert said in desk.notices(desk.screen.serve)
    desk.type("x")
    desk.enter()
    desk.settle()
    assert desk.notices(desk.screen.serve)
    assert owed(desk) == [120_000]


def test_more_than_the_bill_comes_to_is_refused_before_it_is_recorded(desk: TillDesk) -> None:
    stand_there(desk)
    desk.type("185")
    desk.press(Qt.Key.Key_F1)
    desk.type("190")
    desk.settle()
    said = "At most 185.000\u00a0₫ can be paid here, not 190.000\u00a0₫"
    assert said in desk.notices(desk.screen.bill)
    desk.enter()
    desk.settle()
    assert desk.till.returns.bills_of(duc(desk)) == ()
    assert desk.focus is not None
    assert desk.focus.accessibleName() == "Paid now · F1"


def test_of_several_bills_one_is_chosen_by_its_number(desk: TillDesk) -> None:
    buy(desk, "185", "65")
    buy(desk, "100", "0")
    stand_there(desk)
    assert any(chip.startswith("Owes 220.000\u00a0₫ of 2 bills") for chip in chips(desk))
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.type("2")
    desk.enter()
    desk.settle()
    assert owed(desk) == [120_000]


def test_a_bill_paid_at_once_costs_no_key_more_and_nobody_is_asked(desk: TillDesk) -> None:
    before = desk.balance(duc(desk))
    stand_there(desk)
    desk.type("185")
    desk.enter()
    desk.settle()
    assert (desk.balance(duc(desk)), owed(desk)) == (before + 18, [])
    desk.flow.open_bill(None)
    desk.settle()
    fields = desk.screen.bill.inputs
    assert fields is not None
    assert fields.isHidden()


def test_a_payment_stands_in_the_list_of_the_day(desk: TillDesk) -> None:
    buy(desk, "185", "65")
    stand_there(desk)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.enter()
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    act = desk.till.returns.acts()[0]
    assert (act.total_vnd, act.earned, act.bill_vnd) == (120_000, 12, 185_000)


def test_the_same_payment_after_the_pc_stopped_is_asked_about_in_place(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path, world, program=replace(PROGRAM, part_paid=PartPaid.AS_PAID))
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(185_000, paid_vnd=0)).bill
    till.payments.pay(world.new_id(), bill, 60_000)
    till.shop.file.close()
    till = Till(Shop.open(till.shop.file.path, PUBLISHED_KEY, world.outside(), who="Lan"))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    pay_again(desk, "60")
    assert "60.000\u00a0₫ of this bill was paid at" in desk.banner
    desk.enter()
    desk.settle()
    assert (desk.banner, owed(desk)) == ("In the books already Nothing was paid again.", [125_000])
    assert desk.screen.view is View.BILL, "their next bill goes on"
    desk.press(Qt.Key.Key_Escape)
    pay_again(desk, "60")
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    assert owed(desk) == [65_000]
    assert check(desk.till.shop.file).is_clean
    desk.assert_calm()
    desk.close()


def pay_again(desk: TillDesk, amount: str) -> None:
    stand_there(desk)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.type(amount)
    desk.enter()
    desk.settle()


def test_the_slip_of_what_was_done_last_is_that_of_the_payment(desk: TillDesk) -> None:
    done: list[UUID] = []
    desk.flow.kit.acted.connect(done.append)
    buy(desk, "185", "65")
    stand_there(desk)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.enter()
    desk.settle()
    act = desk.till.returns.last()
    assert act is not None
    assert done[1:] == [act.record]
