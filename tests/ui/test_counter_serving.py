"""What else is done for a member: F3, a number, Enter; and the bill goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import PROGRAM as PLAIN
from tests.shops import World, enrolled, new_till
from tests.ui.test_counter_held import PROGRAM
from tests.ui.till_desk import TillDesk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


@pytest.fixture
def duc(desk: TillDesk) -> UUID:
    return enrolled(desk.till)


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
    assert "+3 stamps for Nguyễn Văn Đức" in desk.banner
    assert desk.screen.view is View.BILL
    assert desk.screen.bill.total.text() == "85"
    assert desk.till.counter.desk(duc).units == {"nine": 3}
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    desk.undo()
    desk.settle()
    assert "3 stamps of a paper card, Nguyễn Văn Đức" in desk.banner
    assert desk.till.counter.desk(duc).units == {}


def test_what_is_typed_in_the_bill_is_still_there_after_esc(desk: TillDesk, duc: UUID) -> None:
    stand_there(desk, duc)
    desk.type("85")
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert (desk.screen.view, desk.screen.bill.total.text()) == (View.BILL, "85")


def test_a_shop_without_any_of_it_says_so(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> None:
    world = World()
    till = new_till(tmp_path / "plain", world, program=PLAIN)
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    stand_there(desk, enrolled(till))
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    assert desk.said() is BannerKind.ERROR
    assert (desk.screen.view, desk.screen.serve) == (View.BILL, None)
    desk.assert_calm()
    desk.close()
