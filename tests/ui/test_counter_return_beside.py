"""Before Enter the return panel says what goes with the bill beside its points."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from tests.services.test_foreseen import RICH
from tests.shops import World, enrolled, new_till
from tests.ui.till_desk import TillDesk


@pytest.fixture(params=["window", "strip"])
def desk(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, request: pytest.FixtureRequest
) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=RICH, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    if request.param == "strip":
        desk.fold()
    yield desk
    desk.assert_calm()
    desk.close()


def said(desk: TillDesk) -> list[str]:
    desk.settle()
    labels = [one for one in desk.screen.returning.findChildren(QLabel) if one.isVisible()]
    return [line.replace("\u00a0", " ") for label in labels for line in label.text().split("\n")]


def test_a_whole_return_names_tier_gifts_stamps_tickets_and_vouchers(desk: TillDesk) -> None:
    duc = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(700_000, number="77"))
    desk.press(Qt.Key.Key_F8)
    desk.type("77")
    desk.enter()
    lines = said(desk)
    for line in (
        "Stamps −1: Thẻ cà phê",
        "Tickets −14: Quay số Tết",
        "Vouchers of this bill that are void then: 1",
        "No tier any more",
        "Nửa triệu: gift taken back (−40)",
    ):
        assert line in lines, line
    desk.type("20")
    lines = said(desk)
    assert "Tickets −1: Quay số Tết" in lines, "only what the rest no longer brings"
    assert not [line for line in lines if line.startswith(("Stamps", "No tier", "Nửa triệu"))]
    desk.enter()
    desk.settle()
    assert "tickets −1: Quay số Tết" in desk.banner.replace("\u00a0", " ")


def test_a_bill_of_nobody_has_nothing_beside(desk: TillDesk) -> None:
    desk.till.counter.record_bill(desk.world.new_id(), None, Bill(700_000, number="78"))
    desk.press(Qt.Key.Key_F8)
    desk.type("78")
    desk.enter()
    assert not [line for line in said(desk) if line.startswith(("Stamps", "Tickets", "Vouchers"))]
