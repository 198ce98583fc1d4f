"""The members' page of the office over a shop of two, one of them open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.ui.office.members_page import MembersPage
from tests.shops import enrolled, whose_phone
from tests.ui.office_desk import OfficeDesk, office

__all__ = ["Desk", "desk", "enrolled_as", "opened"]

Desk = OfficeDesk[MembersPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, MembersPage, tmp_path) as made:
        yield made


def opened(desk: Desk) -> MembersPage:
    """The page with Nguyễn Văn Đức open: 20 welcome points, one bill of 125.000 ₫."""
    member = enrolled(desk.till)
    enrolled(desk.till, "0987654321", "Trần Thị Hạnh")
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(125_000, number="HD1"))
    desk.type_into(desk.page.box, "nguyen van duc", enter=True)
    assert desk.page.details.isVisible()
    return desk.page


def enrolled_as(desk: Desk, phone: str) -> UUID:
    found = whose_phone(desk.till, phone)
    assert found is not None
    return found
