"""Whose bill it is, and the way out of it, stay in sight; nothing scrolls beside what scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import BillAtLeast
from loyalpos.engine.rules import AmountRule, StampRule, VisitRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.ui.counter.earn_box import EarnBox
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.shops import enrolled
from tests.ui.scanner import KEYBOARD
from tests.ui.sight import is_in_sight
from tests.ui.till_desk import TillDesk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    desk = TillDesk(qtbot, tmp_path)
    duc = enrolled(desk.till)
    for _ in range(9):
        desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(160_000))
    yield desk
    desk.assert_calm()
    desk.close()
    apply_theme(themed, Scheme.LIGHT, 100)


def stand(desk: TillDesk) -> UUID:
    (found,) = desk.till.members.find("0912345678")
    desk.scan(desk.card(found.id))
    desk.settle()
    return found.id


def seen(desk: TillDesk, text: str) -> bool:
    QApplication.processEvents()
    return any(
        text in one.text().replace("\u200b", "") and is_in_sight(one)
        for one in desk.screen.findChildren(QLabel)
    )


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_name_and_balance_never_scroll_out_of_the_strip(
    desk: TillDesk, themed: QApplication, percent: int
) -> None:
    apply_theme(themed, Scheme.LIGHT, percent)
    desk.open()
    desk.fold().resize(380 * percent // 100, 768)
    stand(desk)
    for keys in (
        (),
        (Qt.Key.Key_8, Qt.Key.Key_8),
        (Qt.Key.Key_F6,),
        (Qt.Key.Key_Down,),
        (Qt.Key.Key_Escape,),
    ):
        desk.press(*keys)
        desk.settle()
        assert desk.screen.view is View.BILL
        # Once what was typed has its place.
        desk.wait(lambda: seen(desk, "Nguyễn") and seen(desk, "164"))
        ways_out = [
            one
            for one in desk.screen.findChildren(ActionButton)
            if one.accessibleName() == "Leave the bill" and one.isVisible()
        ]
        assert len(ways_out) == 1, keys
        if percent > 100:
            assert is_in_sight(ways_out[0]), keys


@pytest.mark.parametrize("percent", [100, 150])
def test_the_way_out_of_a_bill_stays_in_sight_and_leads_out(
    desk: TillDesk, themed: QApplication, percent: int
) -> None:
    apply_theme(themed, Scheme.LIGHT, percent)
    desk.wide.resize(1366, 768)
    desk.open()
    stand(desk)
    desk.screen.bill.receipt.enter_number()
    QApplication.processEvents()
    assert is_in_sight(desk.screen.bill.leave_button)
    assert desk.screen.bill.leave_button.text() == "Leave"
    desk.screen.bill.leave_button.click()
    desk.settle()
    assert desk.screen.view is View.IDLE


def test_no_two_scroll_bars_stand_beside_each_other(desk: TillDesk) -> None:
    desk.wide.resize(1366, 768)
    desk.open()
    stand(desk)
    for keys in ("", "88"):
        desk.type(keys)
        desk.settle()
        QApplication.processEvents()
        places = [
            QRect(bar.mapTo(desk.screen, QPoint(0, 0)), bar.size())
            for bar in desk.screen.findChildren(QScrollBar)
            if bar.isVisible() and bar.orientation() is Qt.Orientation.Vertical
        ]
        near = [
            (one, other)
            for at, one in enumerate(places)
            for other in places[at + 1 :]
            if abs(one.x() - other.x()) < 40
        ]
        assert near == []


def test_what_is_typed_stays_whole_under_a_banner(desk: TillDesk) -> None:
    shop = desk.till.shop
    program = shop.program_on(shop.time.business_day(shop.now()))
    rules = (
        AmountRule("base", per_vnd=10_000),
        StampRule("stamp", "card", when=BillAtLeast(300_000), name="Hoá đơn ba trăm một tem"),
        VisitRule("big", 10, when=BillAtLeast(200_000), name="Hoá đơn lớn"),
    )
    tiers = TierPlan(tiers=(Tier("gold", "Vàng", 50_000_000, gift_points=50),))
    cards = (StampCard("card", "Mua 3 tặng 1", 3, "coffee"),)
    shop.publish(replace(program, revision=0, rules=rules, tiers=tiers, stamp_cards=cards), {})
    other = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    # A screen of 768 lines less the window's title.
    desk.wide.resize(1366, 748)
    desk.open()
    stand(desk)
    desk.type("150")
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(other))
    desk.settle()
    assert desk.said() is BannerKind.SUCCESS
    QApplication.processEvents()
    assert is_in_sight(desk.screen.bill.total)
    assert is_in_sight(desk.screen.bill.receipt.last)


@pytest.mark.parametrize("height", [720, 768])
def test_a_first_bill_is_laid_out_whole_after_another_one_was_left(desk: TillDesk, height: int) -> None:
    shop = desk.till.shop
    program = shop.program_on(shop.time.business_day(shop.now()))
    tiers = TierPlan(tiers=(Tier("silver", "Bạc", 500_000),))
    shop.publish(replace(program, revision=0, tiers=tiers), {})
    desk.wide.resize(1280, height)
    desk.open()
    stand(desk)
    desk.type("185")
    desk.settle()
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    desk.settle()
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    desk.type("0987654321")
    desk.press(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space)
    desk.settle()
    assert desk.banner.startswith("Welcome")
    (earns,) = (one for one in desk.screen.findChildren(EarnBox) if one.isVisible())
    words = [one for one in earns.findChildren(QLabel) if one.isVisible()]
    assert len(words) == 3
    desk.wait(lambda: all(one.height() >= one.minimumSizeHint().height() for one in words))
    total = desk.screen.bill.total
    below = total.mapTo(desk.screen, QPoint(0, total.height())).y()
    assert earns.mapTo(desk.screen, QPoint(0, 0)).y() > below
