"""What else is done for a member: F3, a number, Enter; and the bill goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.extras import SaleOffer
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.program import ServiceReward
from loyalpos.engine.side_programs import Membership
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.marks import Chip
from tests.shops import PROGRAM as PLAIN
from tests.shops import World, enrolled, new_till
from tests.ui.test_counter_held import PROGRAM
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


def stand_there(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()


@pytest.mark.parametrize("compact", [False, True])
def test_an_old_paper_card_comes_in_and_the_bill_goes_on(desk: TillDesk, duc: UUID, compact: bool) -> None:
    if compact:
        desk.fold()
    stand_there(desk, duc)
    desk.type("85")
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert desk.flow.view is View.SERVE
    desk.type("3")
    desk.enter()
    desk.enter()
    desk.settle()
    panel = desk.screen.serve
    assert panel is not None
    assert desk.notices(panel)[-1].startswith("Say why")
    desk.type("thẻ cũ")
    desk.enter()
    desk.settle()
    assert "+3\u00a0stamps for Nguyễn Văn Đức" in desk.banner
    assert desk.screen.view is View.BILL
    assert desk.screen.bill.total.text() == "85"
    assert desk.till.counter.desk(duc).units == {"nine": 3}
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    desk.undo()
    desk.settle()
    assert "3\u00a0stamps of a paper card, Nguyễn Văn Đức" in desk.banner
    assert desk.till.counter.desk(duc).units == {}


def test_what_is_typed_in_the_bill_is_still_there_after_esc(desk: TillDesk, duc: UUID) -> None:
    stand_there(desk, duc)
    desk.type("85")
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert (desk.screen.view, desk.screen.bill.total.text()) == (View.BILL, "85")


def test_a_shop_without_any_of_it_says_so_and_still_takes_consents_back(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path / "plain", world, program=PLAIN)
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    stand_there(desk, enrolled(till))
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert "There is nothing else to do for this customer" in shown(desk.screen.serve)
    desk.enter()
    assert desk.screen.view is View.SERVE
    desk.press(Qt.Key.Key_F3)
    assert desk.screen.serve.consents.isVisible()
    desk.assert_calm()
    desk.close()


CLUB = replace(
    PLAIN,
    rewards=PLAIN.rewards[:1],
    memberships=(Membership("vip", "Thẻ VIP", 199_000, 12, 500, "Bàn ưu tiên"),),
)


@pytest.fixture
def club(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path / "club", world, program=CLUB, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


def shown(panel: QWidget) -> list[str]:
    parts: list[QLabel | Chip] = [*panel.findChildren(QLabel), *panel.findChildren(Chip)]
    return [one.text() for one in parts if one.isVisible()]


def test_a_membership_is_sold_takes_its_share_and_is_undone(club: TillDesk) -> None:
    duc = enrolled(club.till)
    stand_there(club, duc)
    club.press(Qt.Key.Key_F3)
    club.settle()
    panel = club.screen.serve
    assert panel is not None
    assert {"Sell: Thẻ VIP", "The customer pays"} <= set(shown(panel))
    assert any(text.startswith("199.000") for text in shown(panel))
    club.enter()
    club.settle()
    assert "Thẻ VIP for Nguyễn Văn Đức: the customer pays 199.000" in club.banner
    assert "Thẻ VIP until 22/11/2027" in shown(club.screen.member)
    assert "Thẻ VIP: Bàn ưu tiên" in shown(club.screen.member)
    club.type("100")
    club.settle()
    said = " ".join(shown(club.screen.bill)).replace("\u00a0", " ")
    assert "95.000 ₫" in said
    assert "Thẻ VIP (−5.000 ₫)" in said
    club.enter()
    club.settle()
    assert "Thẻ VIP (−5.000" in club.banner
    club.undo()
    club.settle()
    club.undo()
    club.settle()
    club.enter()
    club.settle()
    assert club.till.counter.desk(duc).memberships == ()


def test_a_bill_moved_out_of_a_membership_says_what_it_comes_to_now(club: TillDesk) -> None:
    duc, hoa = enrolled(club.till), enrolled(club.till, "0987654321", "Trần Thị Hoa")
    (sale,) = club.till.memberships.offers(duc)
    assert isinstance(sale, SaleOffer)
    club.till.memberships.sell(duc, "vip", sale.sold.id)
    bill = club.till.counter.record_bill(club.world.new_id(), duc, Bill(100_000))
    club.flow.start_move(bill.bill)
    club.settle()
    club.scan(club.card(hoa))
    club.settle()
    club.enter()
    club.settle()
    assert "it comes to 100.000 ₫ now, 95.000 ₫ was paid" in club.banner.replace("\u00a0", " ")


def test_it_is_ended_by_a_number_and_a_second_enter_and_the_end_is_announced_before(club: TillDesk) -> None:
    duc = enrolled(club.till)
    sale = club.till.memberships.offers(duc)[0]
    assert isinstance(sale, SaleOffer)
    club.till.memberships.sell(duc, "vip", sale.sold.id)
    club.world.clock.forward(days=355)
    stand_there(club, duc)
    assert "Thẻ VIP ends 22/11 – renew it with F3" in shown(club.screen.member)
    club.press(Qt.Key.Key_F3)
    club.settle()
    club.type("2")
    club.enter()
    club.settle()
    assert "Thẻ VIP ended for Nguyễn Văn Đức: hand back 4.906" in club.banner


def test_a_redeemed_service_is_ticked_off(club: TillDesk) -> None:
    wash = replace(CLUB, rewards=(ServiceReward("wash", "Gội đầu", 5),), memberships=())
    club.till.shop.publish(wash)
    duc = enrolled(club.till)
    club.till.counter.record_bill(club.world.new_id(), duc, Bill(500_000))
    club.till.counter.record_bill(club.world.new_id(), duc, Bill(90_000), (Taken("wash"),))
    stand_there(club, duc)
    assert "To be done: Gội đầu – F3" in shown(club.screen.member)
    club.press(Qt.Key.Key_F3)
    club.settle()
    club.enter()
    club.settle()
    assert "Gội đầu done for Nguyễn Văn Đức" in club.banner
    assert club.till.counter.desk(duc).services == ()


@pytest.mark.parametrize("compact", [False, True])
def test_a_survey_is_paid_with_keys_alone_once_and_undone_by_the_chord(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, compact: bool
) -> None:
    asked = SurveyGift("menu", Gives(points=30), "Món mới")
    world = World()
    till = new_till(tmp_path, world, program=replace(PLAIN, welcome_points=0, occasions=(asked,)), stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    if compact:
        desk.fold()
    duc = enrolled(till)
    stand_there(desk, duc)
    desk.type("85")
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert "Survey answered: Món mới" in shown(desk.screen.serve)
    assert "30\u00a0điểm, once for each customer" in shown(desk.screen.serve)
    desk.enter()
    desk.settle()
    assert "Món mới: gave 30\u00a0điểm · Nguyễn Văn Đức" in desk.banner
    assert (desk.screen.view, desk.screen.bill.total.text()) == (View.BILL, "85")
    assert desk.balance(duc) == 30
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert "Survey answered: Món mới" not in shown(desk.screen.serve), "it is given once"
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    rows = desk.screen.today.rows
    assert rows.line(0).what == "Gift: Món mới"
    desk.undo()
    desk.settle()
    assert desk.balance(duc) == 0
    assert "Undone: Món mới · Nguyễn Văn Đức" in desk.banner
    stand_there(desk, duc)
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 30
    desk.assert_calm()
    desk.close()
