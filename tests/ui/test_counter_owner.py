"""A budget that asks the owner: said before Enter, asked in place, answered by one of two keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.store.journal import find_record
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from tests.services.test_owner_says import NO, PROGRAM, YES
from tests.shops import World, enrolled, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]


@pytest.fixture(params=["window", "strip"])
def desk(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, request: pytest.FixtureRequest
) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.counter.record_bill(world.new_id(), enrolled(till, "0911111111", "Mai"), Bill(80_000))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    if request.param == "strip":
        desk.fold()
    yield desk
    desk.assert_calm()
    desk.close()


def spent(desk: TillDesk) -> int:
    return desk.till.programs.desk().spent_vnd["keep"]


def bills(desk: TillDesk, member: UUID) -> list[tuple[int, int]]:
    return [(one.total_vnd, one.earned) for one in desk.till.returns.bills_of(member)]


def typed(desk: TillDesk, member: UUID, total: str) -> None:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(member))
    desk.type(total)
    desk.settle()


def asked(desk: TillDesk) -> list[str]:
    return [one for one in desk.notices(desk.screen) if "Khách quen" in one]


def answer(desk: TillDesk, key: Qt.Key) -> None:
    KEYBOARD.clock.advance(300)
    desk.press(key)
    desk.settle()


def test_it_is_said_before_enter_and_only_while_the_bill_goes_over(desk: TillDesk, duc: UUID) -> None:
    typed(desk, duc, "5")
    assert asked(desk) == []
    desk.type("0")
    assert len(asked(desk)) == 1
    assert "6\u00a0" in asked(desk)[0]
    assert desk.said() is None
    desk.press(Qt.Key.Key_Backspace)
    assert asked(desk) == []


@pytest.mark.parametrize(
    ("key", "earned", "paid_vnd", "said"),
    [(Qt.Key.Key_Return, 15, 2_600, YES), (Qt.Key.Key_F12, 9, 2_000, NO)],
)
def test_enter_asks_and_one_key_answers(
    desk: TillDesk, duc: UUID, key: Qt.Key, earned: int, paid_vnd: int, said: dict[str, bool]
) -> None:
    typed(desk, duc, "50")
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert "Khách quen" in desk.banner
    assert bills(desk, duc) == []
    desk.enter()
    desk.settle()
    assert bills(desk, duc) == [], "the second half of a double press is no consent"
    answer(desk, key)
    assert bills(desk, duc) == [(50_000, earned)]
    assert spent(desk) == paid_vnd
    assert desk.said() is BannerKind.SUCCESS
    assert desk.screen.view is View.IDLE
    desk.undo()
    desk.settle()
    assert spent(desk) == 1_600


def test_a_bill_within_the_budget_costs_not_a_key_more(desk: TillDesk, duc: UUID) -> None:
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.keys = 0
    desk.type("20")
    desk.enter()
    desk.settle()
    assert (desk.keys, bills(desk, duc)) == (3, [(20_000, 6)])


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_5])
def test_the_question_can_be_left_and_the_bill_goes_on(desk: TillDesk, duc: UUID, key: Qt.Key) -> None:
    typed(desk, duc, "50")
    desk.enter()
    desk.settle()
    KEYBOARD.clock.advance(300)
    desk.press(key)
    desk.settle()
    assert desk.said() is None
    assert desk.screen.view is View.BILL
    assert bills(desk, duc) == []


def test_the_answer_is_of_its_points_and_outlives_a_refusal(desk: TillDesk, duc: UUID) -> None:
    other = desk.till.counter.record_bill(desk.world.new_id(), None, Bill(30_000, number="77"))
    typed(desk, duc, "50")
    desk.screen.bill.receipt.enter_number()
    desk.type("77")
    desk.enter()
    desk.settle()
    answer(desk, Qt.Key.Key_Return)
    assert bills(desk, duc) == [], "the number is taken"
    desk.till.returns.undo(other.bill)
    KEYBOARD.clock.advance(1_000)
    desk.screen.bill.total.enter()
    desk.type("90")
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION, "other points, another question"
    desk.press(Qt.Key.Key_Escape)
    desk.screen.bill.total.enter()
    desk.type("50")
    desk.enter()
    desk.settle()
    assert bills(desk, duc) == [(50_000, 15)]


def test_what_was_used_up_meanwhile_is_asked_about_too(desk: TillDesk, duc: UUID) -> None:
    typed(desk, duc, "20")
    mai = enrolled(desk.till, "0922222222", "Hoa")
    desk.till.counter.record_bill(desk.world.new_id(), mai, Bill(20_000))
    assert asked(desk) == [], "the screen knows nothing of it"
    desk.enter()
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert bills(desk, duc) == []
    answer(desk, Qt.Key.Key_F12)
    assert bills(desk, duc) == [(20_000, 2)]
    assert spent(desk) == 2_000


def test_a_bill_that_is_moved_asks_the_owner_where_it_must(desk: TillDesk, duc: UUID) -> None:
    mai = next(one for one in desk.till.members.find("0911111111"))
    first = desk.till.returns.bills_of(mai.id)[0]
    desk.till.counter.record_bill(desk.world.new_id(), mai.id, Bill(50_000), owner_said=YES)
    desk.flow.start_move(first.id)
    desk.settle()
    desk.type("0912345678")
    desk.enter()
    desk.settle()
    answer(desk, Qt.Key.Key_Return)
    assert "Khách quen" in desk.banner
    assert bills(desk, duc) == []
    answer(desk, Qt.Key.Key_F12)
    assert bills(desk, duc) == [(80_000, 18)]


def test_the_record_says_who_when_and_how_much(desk: TillDesk, duc: UUID) -> None:
    typed(desk, duc, "50")
    desk.enter()
    desk.settle()
    answer(desk, Qt.Key.Key_Return)
    bill = desk.till.returns.bills_of(duc)[0].id
    with desk.till.shop.file.read() as connection:
        found = find_record(connection, bill)
    assert found is not None
    assert found.who == "Lan"
    assert json.loads(found.body)["outcome"]["owner_decided"] == [
        {"budget": "keep", "agreed": True, "points": 6}
    ]
