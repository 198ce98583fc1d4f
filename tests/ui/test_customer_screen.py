"""What customers see of a bill on a screen of their own: theirs alone, in time."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from loyalpos.engine.bills import Bill
from loyalpos.engine.rewards import OfferState
from loyalpos.errors import DiskFull
from loyalpos.ui.customer.told import Collected, GivenBack, GuestTold, IdleTold, MemberTold
from tests.shops import enrolled
from tests.ui.customer_desk import CustomerDesk, desk, said_by
from tests.ui.till_desk import TillDesk

__all__ = ["desk"]


def test_while_nobody_is_served_the_shop_welcomes_and_says_how_points_come(desk: CustomerDesk) -> None:
    desk.settings = replace(desk.settings, customer_words="Hôm nay có bánh flan")
    desk.open()
    told = desk.told
    assert isinstance(told, IdleTold)
    assert (told.shop, told.words) == ("Quán Cà Phê Mây", "Hôm nay có bánh flan")
    assert "10.000" in told.lines[0]
    assert "Quán Cà Phê Mây" in said_by(desk.customers)


def test_a_scanned_member_is_greeted_by_the_given_name_with_the_points(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(12_840_000))
    desk.open()
    desk.scan(desk.card(member))
    told = desk.told
    assert isinstance(told, MemberTold)
    assert (told.name, told.balance, told.bill) == ("Đức", 1_304, None)
    assert {offer.reward.id for offer in told.offers} == {"off50", "coffee", "pay", "tenth"}
    assert "Đức" in said_by(desk.customers)
    assert "Nguyễn" not in said_by(desk.customers)


def test_the_points_of_the_bill_are_seen_as_the_total_is_typed(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("260")
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.bill is not None
    assert (told.bill.points, told.bill.is_lowered) == (26, False)
    assert "+26" in said_by(desk.customers)


def test_what_is_left_to_pay_is_seen_where_a_reward_lowers_it(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(8_000_000))
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("125")
    desk.press(Qt.Key.Key_F6)
    desk.type("1")
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.bill is not None
    assert (told.bill.due_vnd, told.bill.is_lowered) == (75_000, True)
    assert told.offers[0].state is OfferState.TAKEN
    assert "75.000" in said_by(desk.customers)


def test_a_recorded_bill_is_celebrated_and_then_everything_of_the_member_is_gone(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("260")
    desk.enter()
    told = desk.told
    assert isinstance(told, Collected)
    assert (told.name, told.earned, told.balance) == ("Đức", 26, 46)
    assert desk.side.ends.isActive()
    assert desk.side.ends.interval() == 8_000
    desk.side.ends.timeout.emit()
    assert isinstance(desk.told, IdleTold)
    assert "Đức" not in said_by(desk.customers)
    assert "46" not in said_by(desk.customers)


def test_the_next_customer_never_sees_the_one_before(desk: CustomerDesk) -> None:
    duc, mai = enrolled(desk.till), enrolled(desk.till, "0987654321", "Trần Thị Mai")
    desk.open()
    desk.scan(desk.card(duc))
    desk.settle()
    desk.type("260")
    desk.enter()
    assert isinstance(desk.told, Collected)
    desk.scan(desk.card(mai))
    told = desk.told
    assert isinstance(told, MemberTold)
    assert told.name == "Mai"
    assert "Đức" not in said_by(desk.customers)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_F8])
def test_a_member_is_gone_when_the_counter_turns_to_something_else(desk: CustomerDesk, key: Qt.Key) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    desk.press(key)
    assert isinstance(desk.told, IdleTold)
    assert "Đức" not in said_by(desk.customers)


def test_a_bill_that_is_left_open_is_not_shown_for_ever(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    desk.side.ends.timeout.emit()
    assert isinstance(desk.told, IdleTold)
    desk.type("260")
    assert isinstance(desk.told, MemberTold), "whoever comes back to it sees it again"


def test_putting_the_books_away_clears_the_screen(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    assert isinstance(desk.told, MemberTold)
    desk.flow.detach()
    assert isinstance(desk.told, IdleTold)


def test_whoever_has_no_card_is_invited_with_what_the_bill_would_bring(desk: CustomerDesk) -> None:
    desk.open()
    desk.press(Qt.Key.Key_F5)
    assert isinstance(desk.told, GuestTold)
    desk.type("260")
    told = desk.told
    assert isinstance(told, GuestTold)
    assert told.points == 26
    desk.enter()
    thanked = desk.told
    assert isinstance(thanked, Collected)
    assert thanked.balance is None


def test_an_undone_bill_is_told_neutrally_and_only_to_its_own_customer(desk: CustomerDesk) -> None:
    duc = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(duc))
    desk.settle()
    desk.type("260")
    desk.enter()
    desk.settle()
    desk.undo()
    undone = desk.told
    assert undone == GivenBack(returned=False)
    assert "Đức" not in said_by(desk.customers)
    mai = enrolled(desk.till, "0987654321", "Trần Thị Mai")
    desk.till.counter.record_bill(desk.world.new_id(), mai, Bill(50_000))
    desk.side.ends.timeout.emit()
    desk.undo()
    desk.enter()
    assert isinstance(desk.told, IdleTold), "somebody else's bill is nothing to whoever stands there"


def test_a_return_shows_the_new_balance_without_a_name(desk: CustomerDesk) -> None:
    duc = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(260_000, number="77"))
    desk.open()
    desk.press(Qt.Key.Key_F8)
    desk.type("77")
    desk.enter()
    desk.settle()
    desk.enter()
    told = desk.told
    assert told == GivenBack(returned=True, points_name="điểm", balance=20)
    assert "Đức" not in said_by(desk.customers)


def test_errors_of_the_counter_are_not_the_customers_to_see(desk: CustomerDesk) -> None:
    member = enrolled(desk.till)
    desk.open()
    desk.scan(desk.card(member))
    before = desk.told
    desk.flow.kit.fail(lambda: None, DiskFull(Path("shop.loyalpos")))
    assert desk.banner
    assert desk.told == before
    desk.type("12,5")
    assert TillDesk.notices(desk.screen.bill)
    assert desk.told == before
