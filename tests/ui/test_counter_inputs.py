"""Tender, discount and tax at the counter: typed where the program looks at them, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import TenderPart
from loyalpos.engine.conditions import OnWeekdays, PaidBy
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Base, Discount, Tax, VisitRule
from loyalpos.store.check import check
from loyalpos.ui.widgets.texts import Words
from tests.shops import PROGRAM, World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk

WALLET = VisitRule("wallet", 7, when=PaidBy(("momo", "thẻ")))
GROSS = Base(Discount.BEFORE, Tax.WITHOUT)


def shop(qtbot: QtBot, folder: Path, program: Program) -> Iterator[TillDesk]:
    world = World()
    till = new_till(folder, world, program=program)
    enrolled(till)
    desk = TillDesk(qtbot, folder, till=till, world=world).open()
    yield desk
    assert check(till.shop.file).is_clean
    desk.assert_calm()
    desk.close()


@pytest.fixture
def wallets(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    yield from shop(qtbot, tmp_path, replace(PROGRAM, rules=(*PROGRAM.rules, WALLET)))


@pytest.fixture
def parts(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    rules = (
        AmountRule("base", 10_000),
        AmountRule("wallet", 1_000, when=PaidBy(("momo",))),
        AmountRule("card", 1_000_000, when=PaidBy(("thẻ",))),
    )
    yield from shop(qtbot, tmp_path, replace(PROGRAM, rules=rules))


@pytest.fixture
def gross(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    program = replace(PROGRAM, rules=(AmountRule("base", 10_000),), base=GROSS)
    yield from shop(qtbot, tmp_path, program)


def duc(desk: TillDesk) -> UUID:
    return desk.till.members.find("duc")[0].id


def begin(desk: TillDesk, total: str) -> None:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc(desk)))
    desk.type(total)
    desk.settle()


def asked(desk: TillDesk) -> list[str]:
    fields = () if desk.screen.bill.inputs is None else desk.screen.bill.inputs.findChildren(QLineEdit)
    return [field.accessibleName() for field in fields if field.isVisible()]


def test_a_shop_whose_program_asks_for_nothing_sees_nothing(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    for desk in shop(qtbot, tmp_path, PROGRAM):
        begin(desk, "125")
        assert desk.screen.bill.inputs is None
        desk.press(Qt.Key.Key_F1)
        desk.enter()
        desk.settle()
        assert desk.balance(duc(desk)) == 20 + 12


def test_a_tender_is_told_by_keys_and_gives_its_points(wallets: TillDesk) -> None:
    desk = wallets
    for tender, points in (("2", 19), ("mo", 19), ("", 12)):
        before = desk.balance(duc(desk))
        begin(desk, "125")
        assert asked(desk) == ["Paid by · F1"]
        desk.press(Qt.Key.Key_F1)
        desk.type(tender)
        desk.enter()
        desk.settle()
        assert desk.banner.startswith(f"+{points} "), tender
        assert desk.balance(duc(desk)) == before + points
    told = [bill.typed for bill in (desk.till.returns.desk(one.id).bill for one in last(desk))]
    assert [None if typed is None else typed.tender for typed in told] == [None, "momo", "thẻ"]


def test_a_gain_without_a_name_says_what_it_is_for(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    monday = VisitRule("monday", 5, when=OnWeekdays((0,)))
    for desk in shop(qtbot, tmp_path, replace(PROGRAM, rules=(*PROGRAM.rules, WALLET, monday))):
        begin(desk, "")
        shown = [label.text() for label in desk.screen.bill.findChildren(Words) if label.isVisible()]
        assert "+7\u00a0điểm, paid by momo, thẻ\n+5\u00a0điểm, Mon" in shown
        desk.press(Qt.Key.Key_Escape)
        desk.settle()


def last(desk: TillDesk) -> tuple:  # type: ignore[type-arg]
    return desk.till.returns.bills_of(duc(desk))


def test_what_no_rule_names_is_asked_about_at_its_field(wallets: TillDesk) -> None:
    desk = wallets
    begin(desk, "125")
    desk.press(Qt.Key.Key_F1)
    desk.type("vàng")
    desk.enter()
    desk.settle()
    assert last(desk) == ()
    assert any("1 momo · 2 thẻ" in notice for notice in desk.notices(desk.screen.bill))
    assert isinstance(desk.focus, QLineEdit)
    desk.focus.selectAll()
    desk.type("the")
    desk.enter()
    desk.settle()
    assert desk.balance(duc(desk)) == 20 + 19


def test_a_return_in_part_keeps_the_tender(wallets: TillDesk) -> None:
    desk = wallets
    begin(desk, "125")
    desk.press(Qt.Key.Key_F1)
    desk.type("1")
    desk.enter()
    desk.settle()
    bill = last(desk)[0]
    desk.till.returns.return_bill(bill.id, 1, 60_000)
    assert desk.balance(duc(desk)) == 20 + 6 + 7, "what is left was paid by momo, too"
    desk.till.returns.return_bill(bill.id, 2, None)
    assert desk.balance(duc(desk)) == 20


def test_a_bill_paid_in_two_ways_is_typed_in_one_field_and_spelt_out(parts: TillDesk) -> None:
    desk = parts
    begin(desk, "185")
    desk.press(Qt.Key.Key_F1)
    desk.type("2 85+1")
    field = desk.focus
    assert isinstance(field, QLineEdit)
    desk.press(Qt.Key.Key_Tab, Qt.Key.Key_F1)
    assert field.text() == "thẻ 85.000\u00a0₫ + momo"
    desk.enter()
    desk.settle()
    assert desk.banner.startswith(f"+{18 + 100} ")
    (bill,) = last(desk)
    typed = desk.till.returns.desk(bill.id).bill.typed
    assert typed is not None
    assert (typed.tender, typed.tender_parts) == ("momo", (TenderPart("thẻ", 85_000),))
    desk.till.returns.return_bill(bill.id, 1, 92_500)
    assert desk.balance(duc(desk)) == 20 + 9 + 50
    desk.till.returns.return_bill(bill.id, 2, None)
    assert desk.balance(duc(desk)) == 20


def test_ways_of_paying_that_come_to_too_much_are_said_at_once_and_not_recorded(parts: TillDesk) -> None:
    desk = parts
    begin(desk, "185")
    desk.press(Qt.Key.Key_F1)
    desk.type("1 100 + 2 90")
    desk.settle()
    said = "The ways of paying come to 190.000\u00a0₫, but the customer pays 185.000\u00a0₫"
    assert said in desk.notices(desk.screen.bill)
    desk.enter()
    desk.settle()
    assert last(desk) == ()
    assert isinstance(desk.focus, QLineEdit)
    assert desk.focus.accessibleName() == "Paid by · F1", "where it is to be mended"
    desk.type("1 100 + 2 85")
    desk.enter()
    desk.settle()
    assert desk.banner.startswith(f"+{18 + 100} ")


@pytest.mark.parametrize(("typed", "said"), [("1 + 2", "all but one with an amount"), ("1 0", "How much")])
def test_what_a_way_of_paying_pays_is_asked_for_where_it_must_be(
    parts: TillDesk, typed: str, said: str
) -> None:
    desk = parts
    begin(desk, "185")
    desk.press(Qt.Key.Key_F1)
    desk.type(typed)
    desk.enter()
    desk.settle()
    assert last(desk) == ()
    assert any(said in notice for notice in desk.notices(desk.screen.bill))


def test_discount_and_tax_are_typed_and_returned_with_the_bill(gross: TillDesk) -> None:
    desk = gross
    begin(desk, "110")
    assert asked(desk) == ["Discount · F1", "Tax in it"]
    desk.press(Qt.Key.Key_F1)
    desk.type("40")
    desk.press(Qt.Key.Key_F1)
    desk.type("10")
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+14 "), "110.000 + 40.000 − 10.000"
    bill = last(desk)[0]
    desk.till.returns.return_bill(bill.id, 1, 55_000)
    assert desk.balance(duc(desk)) == 20 + 7
    desk.till.returns.return_bill(bill.id, 2, None)
    assert desk.balance(duc(desk)) == 20


def test_more_tax_than_total_is_refused_and_the_next_bill_begins_empty(gross: TillDesk) -> None:
    desk = gross
    begin(desk, "110")
    desk.press(Qt.Key.Key_F1, Qt.Key.Key_F1)
    desk.type("120")
    desk.enter()
    desk.settle()
    assert last(desk) == ()
    assert any("110.000" in notice for notice in desk.notices(desk.screen.bill))
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    desk.settle()
    begin(desk, "100")
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+10 ")


def test_what_was_typed_comes_along_into_the_other_window(gross: TillDesk) -> None:
    desk = gross
    begin(desk, "100")
    desk.press(Qt.Key.Key_F1)
    desk.type("50")
    desk.fold()
    assert asked(desk) == ["Discount · F1", "Tax in it"]
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+15 ")
    # And back, after a program that asks for nothing.
    desk.till.shop.publish(replace(PROGRAM, base=Base()))
    begin(desk, "100")
    assert asked(desk) == []
    desk.unfold()
    assert asked(desk) == []
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+10 ")


def test_tab_leads_through_what_the_program_asks_for_to_the_rewards(gross: TillDesk) -> None:
    begin(gross, "125")
    passed = []
    for _ in range(4):
        gross.press(Qt.Key.Key_Tab)
        passed.append("" if gross.focus is None else gross.focus.accessibleName())
    assert passed[2:] == [name for name in asked(gross) if name]
