"""Bills with open amounts on the members' page: listed, opened, written, and said where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.program import PartPaid
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.owing_panel import OwingPanel
from tests.shops import PROGRAM, enrolled
from tests.ui.office_desk import OfficeDesk, cells, office

Desk = OfficeDesk[MembersPage]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[Desk]:
    with office(qtbot, MembersPage, tmp_path) as owner:
        yield owner


def test_open_bills_are_listed_with_who_owes_since_when_and_how_much(desk: Desk, tmp_path: Path) -> None:
    assert desk.page.others.owing.isHidden(), "nothing is paid later here"
    till = desk.till
    till.shop.publish(replace(PROGRAM, part_paid=PartPaid.AS_PAID))
    member = enrolled(till)
    desk.page.refresh()
    desk.settle()
    desk.click(desk.page.others.owing)
    panel = desk.page.others.panel
    assert isinstance(panel, OwingPanel)
    assert panel.empty.isVisible()
    assert panel.export.isHidden()
    bill = till.counter.record_bill(
        desk.world.new_id(), member, Bill(185_000, number="10234", paid_vnd=65_000)
    )
    till.counter.record_bill(desk.world.new_id(), member, Bill(90_000))
    desk.world.clock.forward(days=40)
    desk.page.refresh()
    desk.settle()
    (row,) = cells(panel.table)
    assert row[0] == "Nguyễn Văn Đức"
    assert row[2:] == ["120.000 ₫", "40", "23/11/2026", "10234", "185.000 ₫"]
    assert "120.000\u00a0₫" in panel.total.text()
    desk.click(panel.export)
    desk.give_reason("gọi nhắc")
    desk.file_dialog().setDirectory(str(tmp_path))
    desk.answer_file_dialog("owed.csv")
    written = (tmp_path / "owed.csv").read_text("utf-8-sig")
    assert "10234" in written
    assert "Reason: gọi nhắc" in written
    (noted,) = till.exports.listed()
    assert (noted.how, noted.reason, noted.member) == ("list_owing", "gọi nhắc", member)
    desk.press(panel.table, Qt.Key.Key_Return)
    till.payments.pay(desk.world.new_id(), bill.bill, 120_000)
    desk.page.refresh()
    desk.settle()
    assert cells(panel.table) == []
