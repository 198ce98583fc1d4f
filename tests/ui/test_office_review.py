"""The page where an owner looks again, with real keys and clicks, over a real shop's file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.ui.office.review_page import ReviewPage
from tests.shops import World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

Desk = OfficeDesk[ReviewPage]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, speaking: QApplication) -> Iterator[Desk]:
    world = World()
    opened = OfficeDesk(qtbot, ReviewPage, tmp_path, new_till(tmp_path, world), world)
    yield opened
    opened.close()


def four_bills(desk: Desk) -> UUID:
    member = enrolled(desk.till)
    for _ in range(4):
        desk.till.counter.record_bill(desk.world.new_id(), member, Bill(85_000))
    desk.page.refresh()
    desk.settle()
    return member


def test_a_calm_week_says_so(desk: Desk) -> None:
    assert desk.page.findings.said().startswith("Nothing to look at")
    assert desk.page.findings.rows == []


def test_what_stands_out_says_why_and_is_looked_at_once(desk: Desk) -> None:
    counted: list[int] = []
    desk.page.counted.connect(counted.append)
    member = four_bills(desk)
    (row,) = desk.page.findings.rows
    title, why, done = row.texts()
    assert title == "23/11/2026 · Many bills for one card by one person"
    assert why.replace("\u00a0", " ") == (
        "Lan recorded bills for Nguyễn Văn Đức on one day: 4, together 32 điểm."
    )
    assert (done, counted[-1]) == ("", 1)
    opened: list[UUID] = []
    desk.page.opened.connect(opened.append)
    desk.click(row.member)
    assert opened == [member]
    desk.click(row.acknowledge)
    (row,) = desk.page.findings.rows
    assert row.texts()[2].startswith("Looked at by Lan, ")
    assert not row.acknowledge.isVisible()
    assert (desk.page.findings.said(), counted[-1]) == ("Everything has been looked at.", 0)


def test_the_owner_says_from_where_on_something_stands_out(desk: Desk) -> None:
    four_bills(desk)
    findings = desk.page.findings
    desk.click(findings.change)
    desk.type_into(findings.form.boxes["same_hand"], "4", enter=True)
    assert not findings.form.isVisible()
    assert findings.rows == []
    assert desk.till.shop.description.watch.same_hand == 4
    desk.click(findings.change)
    desk.type_into(findings.form.boxes["same_hand"], "many", enter=True)
    assert findings.form.isVisible()
    desk.press(findings.form.boxes["same_hand"], Qt.Key.Key_Escape)
    assert not findings.form.isVisible()
    assert desk.till.shop.description.watch.same_hand == 4
