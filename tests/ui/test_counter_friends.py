"""A new customer says who sent them: by a scan, by digits, by name – and never in the way of anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.customer_list import Ready
from loyalpos.engine.members import Enrolment, Origin, Source
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Program
from loyalpos.engine.shop import ShopDescription
from loyalpos.errors import SourceMissing
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.marks import Chip
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till, whose_phone
from tests.ui.till_desk import TillDesk

FRIENDS: Program = replace(
    PROGRAM, occasions=(Referral("friends", Gives(50), Gives(20), minimum_vnd=50_000),)
)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[TillDesk]:
    world = World()
    opened = TillDesk(qtbot, tmp_path, till=new_till(tmp_path, world, program=FRIENDS), world=world).open()
    yield opened
    opened.assert_calm()
    opened.close()


@pytest.fixture
def hoa(desk: TillDesk) -> UUID:
    enrolled(desk.till, "0911111111", "Trần Thị Mai")
    return enrolled(desk.till, "0922222222", "Lê Thị Hoa")


def form(desk: TillDesk) -> None:
    """The form of a new customer with a phone, its next key to be typed into the referrer's box."""
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    desk.type("0987654321")
    desk.screen.enrol.origin.referrer.edit.setFocus()


def said(desk: TillDesk) -> Origin:
    friend = whose_phone(desk.till, "0987654321")
    assert friend is not None, "the form was not refused"
    return desk.till.referrals.of(friend).origin


def agree(desk: TillDesk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.settle()


@pytest.mark.parametrize("typed", ["2222", "le hoa"])
def test_the_top_row_is_taken_by_enter_and_the_next_key_is_the_yes(
    desk: TillDesk, hoa: UUID, typed: str
) -> None:
    form(desk)
    desk.type(typed)
    desk.enter()
    desk.settle()
    agree(desk)
    assert said(desk) == Origin(hoa, Source.FRIEND)


def test_a_scan_in_the_box_names_the_friend_and_anywhere_else_opens_the_bill(
    desk: TillDesk, hoa: UUID
) -> None:
    form(desk)
    desk.scan(desk.card(hoa))
    desk.settle()
    assert desk.screen.view is View.ENROL
    assert desk.screen.enrol.origin.referrer.text() == "Lê Thị Hoa"
    agree(desk)
    assert said(desk) == Origin(hoa, Source.FRIEND)
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_F4)
    desk.settle()
    mai = whose_phone(desk.till, "0911111111")
    assert mai is not None
    desk.scan(desk.card(mai))
    desk.settle()
    assert desk.flow.open_member == mai


def test_where_the_shop_asks_for_it_nobody_joins_before_a_digit_says_how_they_heard_of_it(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    world = World()
    till = new_till(tmp_path, world, description=ShopDescription("Quán Cà Phê Mây", asks_source=True))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    desk.type("0987654321")
    desk.enter()
    desk.settle()
    assert desk.screen.view is View.ENROL
    # Enter in the phone goes to the one thing that is missing, and says what it is.
    desk.enter()
    enrol = desk.screen.enrol
    assert enrol.origin.source.hasFocus()
    assert any("heard of the shop" in words for words in desk.notices(enrol))
    desk.type("4")
    assert not any("heard of the shop, then" in words for words in desk.notices(enrol))
    desk.enter()
    agree(desk)
    assert said(desk) == Origin(None, Source.ZALO)
    desk.assert_calm()
    desk.close()


def test_the_till_itself_lets_nobody_join_unasked_but_takes_a_list(tmp_path: Path) -> None:
    till = new_till(tmp_path, description=ShopDescription("Quán Cà Phê Mây", asks_source=True))
    joins = Enrolment(Phone("0987654321"), "Lê Thị Hoa", consents=(CONSENT,))
    with pytest.raises(SourceMissing):
        till.members.enrol(till.shop.outside.new_id(), joins)
    known = replace(joins, origin=Origin(None, Source.PASSING))
    assert till.members.enrol(till.shop.outside.new_id(), known).welcome == 20
    row = Ready(2, Phone("0987654322"), "Lê Thị Hoa", 0, None, None, "")
    taken = till.lists.take_in(UUID(int=1), (row,), wording=CONSENT, progress=lambda *_: True)
    assert (taken.joined, taken.refused) == (1, ())
    till.shop.close()


@pytest.mark.usefixtures("hoa")
def test_down_enters_the_rows_and_typing_over_drops_who_was_chosen(desk: TillDesk) -> None:
    form(desk)
    desk.type("thi")
    desk.settle()
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    desk.enter()
    chosen = desk.screen.enrol.origin.origin()
    assert chosen is not None
    assert chosen.referrer is not None
    desk.screen.enrol.origin.referrer.edit.setFocus()
    desk.screen.enrol.origin.referrer.edit.selectAll()
    desk.type("zzzz")
    desk.settle()
    desk.enter()
    assert any("zzzz" in words for words in desk.notices(desk.screen.enrol)), "nobody fits, and it says so"
    desk.screen.enrol.origin.referrer.edit.selectAll()
    desk.press(Qt.Key.Key_Delete)
    desk.enter()
    agree(desk)
    assert said(desk) == Origin()


def test_who_was_chosen_is_carried_into_the_narrow_strip(desk: TillDesk, hoa: UUID) -> None:
    form(desk)
    desk.type("2222")
    desk.enter()
    desk.settle()
    desk.fold()
    desk.screen.enrol.go_on()
    agree(desk)
    assert said(desk).referrer == hoa


def test_how_they_heard_of_the_shop_is_picked_by_keys(desk: TillDesk) -> None:
    form(desk)
    desk.screen.enrol.origin.source.setFocus()
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    desk.screen.enrol.go_on()
    agree(desk)
    assert said(desk) == Origin(None, Source.FACEBOOK)


def test_a_shop_without_gifts_for_friends_asks_for_nobody(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    desk = TillDesk(qtbot, tmp_path).open()
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    assert not desk.screen.enrol.origin.referrer.isVisible()
    desk.close()


@pytest.mark.parametrize("is_ours", [True, False])
def test_the_counter_says_whose_card_of_the_account_was_scanned(
    desk: TillDesk, hoa: UUID, is_ours: bool
) -> None:
    code = str(desk.till.cards.issue(desk.world.new_id(), 1)[0]) if is_ours else "OLD-4471-XZ"
    desk.till.members.link(hoa, code)
    desk.till.cards.label(hoa, code, "con gái")
    desk.scan(code)
    desk.settle()
    assert desk.flow.open_member == hoa
    assert any("con gái" in chip.text() for chip in desk.screen.member.findChildren(Chip))
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    desk.scan(desk.card(hoa))
    desk.settle()
    assert not any(
        "con gái" in chip.text() for chip in desk.screen.member.findChildren(Chip) if chip.isVisible()
    )


def test_the_banner_says_what_came_to_whom_with_the_friends_first_bill(desk: TillDesk, hoa: UUID) -> None:
    said_by = Enrolment(Phone("0987654321"), "Minh", consents=(CONSENT,), origin=Origin(hoa))
    friend = desk.till.members.enrol(desk.world.new_id(), said_by).member
    desk.scan(desk.card(friend))
    desk.settle()
    desk.type("60000")
    desk.enter()
    desk.settle()
    assert "Lê Thị Hoa for bringing a friend: 50" in desk.banner
    assert "Brought a friend: gave 20" in desk.banner
    assert desk.balance(hoa) == 20 + 50
    desk.undo()
    desk.settle()
    assert desk.balance(hoa) == 20
