"""Before the bill is paid the cashier reads what this customer has, and what is nearly reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import BillAtLeast, EveryOf, FirstPurchase, PaidBy
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.rules import AmountRule, BonusRule, MultiplierRule, StampRule, VoucherRule
from loyalpos.engine.side_programs import StampCard, VoucherKind
from tests.shops import World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]

PROGRAM = Program(
    0,
    (
        AmountRule("base", per_vnd=10_000),
        MultiplierRule("x2", 20_000, name="Weekend", when=BillAtLeast(100_000)),
        BonusRule("momo", 7, name="Wallet", when=EveryOf((BillAtLeast(10_000), PaidBy(("MoMo",))))),
        BonusRule("first", 50, name="Welcome", when=FirstPurchase()),
        StampRule("stamp", "card"),
        VoucherRule("thanks", "next", when=BillAtLeast(150_000)),
    ),
    rewards=(Gift("coffee", "Coffee", 300),),
    stamp_cards=(StampCard("card", "Coffee card", 3, "coffee"),),
    vouchers=(VoucherKind("next", "Ticket 20", 30, value_vnd=20_000, minimum_vnd=50_000),),
)


@pytest.fixture(params=["window", "strip"])
def desk(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, request: pytest.FixtureRequest
) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    if request.param == "strip":
        desk.fold()
    yield desk
    desk.assert_calm()
    desk.close()


def told(desk: TillDesk) -> list[str]:
    """All lines of offers that are shown."""
    QApplication.processEvents()
    labels = desk.screen.findChildren(QLabel)
    lines = [line for label in labels if label.isVisible() for line in label.text().split("\n")]
    words = ("more for", "Wallet (", "Welcome (", "Weekend (", "scan it", "is full")
    found = [line.replace("\u00a0", " ") for line in lines if any(word in line for word in words)]
    return list(dict.fromkeys(found))


def stand(desk: TillDesk, member: UUID) -> None:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(member))
    desk.settle()


def test_what_the_customer_has_today_stands_there_before_a_total(desk: TillDesk, duc: UUID) -> None:
    stand(desk, duc)
    assert told(desk) == [
        "Weekend (points × 2), bills from 100.000 ₫ up",
        "Wallet (+7 điểm), bills from 10.000 ₫ up, paid by MoMo",
        "Welcome (+50 điểm)",
    ]
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(10_000))
    stand_again = enrolled(desk.till, "0922222222")
    stand(desk, stand_again)
    stand(desk, duc)
    assert "Welcome (+50 điểm)" not in told(desk), "the first purchase was"


def test_what_is_missing_is_said_at_every_key_and_true(desk: TillDesk, duc: UUID) -> None:
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(10_000))
    stand(desk, duc)
    desk.type("88")
    assert told(desk) == [
        "12.000 ₫ more for Weekend (points × 2)",
        "62.000 ₫ more for voucher: Ticket 20",
        "Coffee card: 1 stamp more for Coffee",
    ]
    for _ in "88":
        desk.screen.bill.total.enter()
    desk.type("100")
    desk.settle()
    assert told(desk)[0] == "50.000 ₫ more for voucher: Ticket 20"
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+20 ")


def test_a_voucher_and_a_full_card_are_said_before_enter(desk: TillDesk, duc: UUID) -> None:
    for _ in range(2):
        desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(150_000))
    stand(desk, duc)
    desk.type("40")
    assert told(desk)[0] == "10.000 ₫ more for Ticket 20"
    desk.screen.bill.total.enter()
    desk.type("50")
    assert told(desk)[0] == "Ticket 20 can be used in this bill: scan it"
    assert "Coffee card is full with this bill: Coffee" in told(desk)


def test_nobody_is_told_of_offers_that_need_a_member(desk: TillDesk) -> None:
    desk.flow.open_bill(None)
    desk.settle()
    desk.type("88")
    assert told(desk) == []
