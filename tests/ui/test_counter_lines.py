"""Items typed into a bill, in a shop that wants them: fast, the sum as the total, and never in the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import BillLine
from loyalpos.engine.conditions import BillAtLeast, HasItem, Match
from loyalpos.engine.extras import SaleOffer
from loyalpos.engine.items import Item, line_of
from loyalpos.engine.json_values import from_json
from loyalpos.engine.reward_kinds import ItemReward
from loyalpos.engine.rules import AmountRule, StampRule, VisitRule
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.side_programs import MemberPrice, Membership, StampCard
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.ui.counter.lines_box import LinesBox
from loyalpos.ui.counter.screen import View
from loyalpos.ui.desktop.sounds import Tone
from tests.shops import World, enrolled, new_till
from tests.ui.sight import assert_in_sight
from tests.ui.till_desk import TillDesk

CFS = Item("Cà phê sữa", 29_000, "ca-phe-sua", "CFS", "Cà phê")
TEA = Item("Trà đào", 35_000, "tra-dao", tags=("lạnh",), premium=True)
GUM = Item("Kẹo", 500, "keo", "8934563138165")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, description=ShopDescription("Quán Cà Phê Mây", bill_lines=True))
    for item in (CFS, TEA, GUM):
        till.items.describe(world.new_id(), replace(item, id=""))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


@pytest.fixture
def duc(desk: TillDesk) -> UUID:
    member = enrolled(desk.till)
    desk.scan(desk.card(member))
    desk.settle()
    return member


def box(desk: TillDesk) -> LinesBox:
    lines = desk.screen.bill.total.lines
    assert lines is not None
    return lines


def written(desk: TillDesk, member: UUID) -> tuple[int, tuple[BillLine, ...]]:
    """The total and the items of the member's last bill, as the journal has them."""
    last = desk.till.returns.bills_of(member)[0]
    with desk.till.shop.file.read() as connection:
        row = connection.exec_driver_sql("SELECT lines FROM bill WHERE id = ?", (last.id.bytes,)).one()
    assert box(desk).lines == (), "the next bill begins without items"
    return last.total_vnd, from_json(json.loads(row.lines), tuple[BillLine, ...])


def test_items_are_typed_and_their_sum_is_the_total(desk: TillDesk, duc: UUID) -> None:
    assert desk.focus is box(desk).field.edit
    desk.type("2*cfs")
    desk.enter()
    desk.type("tra")
    desk.enter()
    assert desk.screen.bill.total.text().replace("\u00a0", " ") == "93.000 ₫"
    desk.enter()
    desk.settle()
    assert written(desk, duc) == (93_000, (line_of(CFS, 2), line_of(TEA)))
    assert desk.balance(duc) == 20 + 9


def test_a_reward_for_an_item_is_offered_by_the_items_of_the_bill(desk: TillDesk) -> None:
    free = ItemReward("free-tea", "Trà đào miễn phí", 10, "tra-dao", when=HasItem(Match(items=("tra-dao",))))
    shop = desk.till.shop
    today = shop.time.business_day(shop.now())
    shop.publish(replace(shop.program_on(today), revision=0, rewards=(free,)), {})
    member = enrolled(desk.till)
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("cfs")
    desk.enter()
    assert not desk.screen.rewards.rows.row(0).enabled
    desk.type("tra")
    desk.enter()
    assert desk.screen.rewards.rows.row(0).enabled
    desk.press(Qt.Key.Key_F6, Qt.Key.Key_1)
    desk.enter()
    desk.settle()
    (bill,) = desk.till.returns.bills_of(member)
    assert (bill.total_vnd, bill.value_vnd) == (64_000, 35_000)


def test_the_same_item_again_makes_one_line(desk: TillDesk, duc: UUID) -> None:
    for _ in range(2):
        desk.type("cfs")
        desk.enter()
    assert box(desk).lines == (line_of(CFS, 2),)


def test_a_sum_of_few_dong_is_not_read_as_thousands(desk: TillDesk, duc: UUID) -> None:
    desk.type("keo")
    desk.enter()
    desk.enter()
    desk.settle()
    assert written(desk, duc)[0] == 500


def test_a_total_that_was_typed_stays_when_items_come(desk: TillDesk, duc: UUID) -> None:
    desk.enter()
    desk.type("50")
    box(desk).setFocus(Qt.FocusReason.OtherFocusReason)
    desk.type("cfs")
    desk.enter()
    assert desk.screen.bill.total.text() == "50"
    desk.enter()
    desk.settle()
    assert written(desk, duc) == (50_000, (line_of(CFS),))


def test_backspace_in_the_empty_field_takes_the_last_line_back(desk: TillDesk, duc: UUID) -> None:
    desk.type("cfs")
    desk.enter()
    desk.type("tra")
    desk.enter()
    desk.type("x")
    desk.press(Qt.Key.Key_Backspace)
    assert len(box(desk).lines) == 2
    desk.press(Qt.Key.Key_Backspace)
    assert box(desk).lines == (line_of(CFS),)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.screen.bill.total.text() == ""


def test_an_item_that_is_not_there_is_said_at_the_field_and_nothing_is_added(
    desk: TillDesk, duc: UUID
) -> None:
    desk.type("pizza")
    desk.enter()
    assert "pizza" in box(desk).field.notice.text()
    assert box(desk).lines == ()
    assert desk.screen.view is View.BILL


def test_a_barcode_adds_its_item_and_an_unknown_one_is_refused_as_before(desk: TillDesk, duc: UUID) -> None:
    desk.scan("8934563138165")
    assert box(desk).lines == (line_of(GUM),)
    desk.scan("8936017360047")
    assert box(desk).lines == (line_of(GUM),)
    assert desk.heard[-2:] == [Tone.TICK, Tone.ERROR]


def test_items_come_along_into_the_strip(desk: TillDesk, duc: UUID) -> None:
    desk.type("cfs")
    desk.enter()
    desk.fold()
    assert box(desk).lines == (line_of(CFS),)
    desk.type("tra")
    desk.enter()
    desk.enter()
    desk.settle()
    assert written(desk, duc)[0] == 64_000


def test_a_shop_that_types_no_items_has_no_field_for_them(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    plain = TillDesk(qtbot, tmp_path).open()
    plain.scan(plain.card(enrolled(plain.till)))
    plain.settle()
    assert plain.screen.bill.total.lines is None
    plain.close()


def test_an_item_is_sold_at_its_member_price(desk: TillDesk) -> None:
    vip = Membership("vip", "Thẻ VIP", 199_000, prices=(MemberPrice("ca-phe-sua", 25_000),))
    shop = desk.till.shop
    today = shop.time.business_day(shop.now())
    shop.publish(replace(shop.program_on(today), memberships=(vip,)))
    member = enrolled(desk.till)
    (offer,) = desk.till.memberships.offers(member)
    assert isinstance(offer, SaleOffer)
    desk.till.memberships.sell(member, "vip", offer.sold.id)
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("2*cfs")
    desk.enter()
    desk.settle()
    labels = desk.screen.bill.findChildren(QLabel)
    said = " ".join(one.text() for one in labels if one.isVisible()).replace("\u00a0", " ")
    assert "Thẻ VIP: member price (−8.000 ₫)" in said
    assert "50.000 ₫" in said
    desk.enter()
    desk.settle()
    assert "Thẻ VIP: member price" in desk.banner
    last = desk.till.returns.bills_of(member)[0]
    assert (last.total_vnd, last.value_vnd, last.member_vnd) == (58_000, 8_000, 8_000)


@pytest.mark.parametrize("is_strip", [False, True])
def test_tab_leads_from_the_item_to_the_total(desk: TillDesk, duc: UUID, is_strip: bool) -> None:
    if is_strip:
        desk.fold()
    desk.press(Qt.Key.Key_Tab)
    desk.type("60")
    assert desk.screen.bill.total.text() == "60"
    assert desk.screen.view is View.BILL
    desk.press(Qt.Key.Key_Backtab)
    assert desk.focus is box(desk).field.edit
    desk.press(Qt.Key.Key_Tab)
    desk.enter()
    desk.settle()
    assert written(desk, duc) == (60_000, ())


def test_an_item_made_in_the_office_is_known_to_the_open_bill(desk: TillDesk, duc: UUID) -> None:
    office = QLineEdit()
    office.show()
    office.activateWindow()
    desk.wait(office.isActiveWindow)
    desk.till.items.describe(desk.world.new_id(), Item("Latte", 45_000))
    desk.screen.activateWindow()
    desk.wait(desk.screen.isActiveWindow)
    office.close()
    desk.settle()
    desk.type("latte")
    desk.enter()
    assert [(line.name, line.amount_vnd) for line in box(desk).lines] == [("Latte", 45_000)]


def test_the_total_stays_in_sight_under_the_items_on_a_small_screen(desk: TillDesk) -> None:
    rules = (
        AmountRule("base", per_vnd=10_000),
        StampRule("stamp", "card", when=BillAtLeast(30_000), name="Mỗi hoá đơn một tem"),
        VisitRule("big", 10, when=BillAtLeast(200_000), name="Hoá đơn lớn"),
    )
    tiers = TierPlan(tiers=(Tier("gold", "Vàng", 500_000, gift_points=50),))
    cards = (StampCard("card", "Mua 3 tặng 1", 3, "coffee"),)
    shop = desk.till.shop
    today = shop.time.business_day(shop.now())
    program = shop.program_on(today)
    shop.publish(replace(program, revision=0, rules=rules, tiers=tiers, stamp_cards=cards), {})
    desk.wide.resize(1366, 768)
    member = enrolled(desk.till)
    desk.scan(desk.card(member))
    desk.settle()
    for _ in range(2):
        desk.type("cfs")
        desk.enter()
        desk.settle()
        assert_in_sight(desk.screen.bill.total)
    assert_in_sight(desk.screen.bill.record_button)
