"""A voucher is scanned into the open bill, and out of it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.conditions import BillAtLeast
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.rules import AmountRule, StampRule, VoucherRule
from loyalpos.engine.side_programs import StampCard, VoucherKind
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]

PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000), VoucherRule("thanks", "next", when=BillAtLeast(100_000))),
    vouchers=(VoucherKind("next", "Phiếu 20.000 ₫", 30, value_vnd=20_000, minimum_vnd=50_000),),
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


@pytest.fixture
def code(desk: TillDesk, duc: UUID) -> VoucherCode:
    return desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(100_000)).vouchers[0].code


def test_a_scanned_voucher_pays_part_of_the_bill(desk: TillDesk, duc: UUID, code: VoucherCode) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.scan(code)
    desk.settle()
    assert "Phiếu 20.000 ₫" in desk.banner
    desk.type("60")
    shown = [label.text() for label in desk.screen.bill.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("40.000") for text in shown)
    assert any(text.startswith("Phiếu 20.000 ₫ (−20.000") for text in shown)
    desk.enter()
    desk.settle()
    assert "40.000" in desk.banner
    bill = desk.till.returns.bills_of(duc)[0]
    assert (bill.total_vnd, bill.value_vnd) == (60_000, 20_000)
    assert desk.till.counter.desk(duc).vouchers == ()


def test_scanned_once_more_it_stays_good(desk: TillDesk, duc: UUID, code: VoucherCode) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    # The same code twice at once is a scanner's double read.
    for scanned in (code, desk.card(duc), code):
        desk.scan(scanned)
        desk.settle()
    desk.type("60")
    desk.enter()
    desk.settle()
    assert desk.till.returns.bills_of(duc)[0].value_vnd == 0
    assert len(desk.till.counter.desk(duc).vouchers) == 1


def test_a_voucher_of_somebody_else_is_refused_in_words(desk: TillDesk, code: VoucherCode) -> None:
    hoa = enrolled(desk.till, "0922222222", "Trần Thị Hoa")
    desk.scan(desk.card(hoa))
    desk.settle()
    desk.scan(code)
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert desk.screen.view is View.BILL


def test_without_a_member_the_card_is_asked_for_first(desk: TillDesk, code: VoucherCode) -> None:
    desk.scan(code)
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert desk.screen.view is View.IDLE


def test_the_code_of_a_voucher_is_said_when_it_is_given(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    desk.type("100")
    desk.enter()
    desk.settle()
    code = desk.till.counter.desk(duc).vouchers[0].voucher.code
    assert code in desk.banner.replace(" ", "")


def test_a_used_voucher_and_a_full_card_stand_in_what_was_done(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    program = replace(
        PROGRAM,
        rules=(*PROGRAM.rules, StampRule("stamp", "card")),
        rewards=(Gift("coffee", "Tặng cà phê", 300),),
        stamp_cards=(StampCard("card", "Thẻ cà phê", 2, "coffee"),),
    )
    till = new_till(tmp_path, world, program=program, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    member = enrolled(till)
    voucher = till.counter.record_bill(world.new_id(), member, Bill(100_000)).vouchers[0]
    desk.scan(desk.card(member))
    desk.settle()
    desk.scan(voucher.code)
    desk.settle()
    desk.type("60")
    desk.enter()
    desk.settle()
    banner = desk.banner.replace("\u00a0", " ")
    assert "Phiếu 20.000 ₫ (−20.000 ₫)" in banner
    assert "Thẻ cà phê is full: next time Tặng cà phê" in banner
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(member))
    desk.type("60")
    desk.enter()
    desk.settle()
    assert "is full" not in desk.banner, "a third stamp fills nothing"
    desk.assert_calm()
    desk.close()
