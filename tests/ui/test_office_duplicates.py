from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.ui.office.duplicates_panel import DuplicatesPanel
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import enrolled
from tests.ui.office_desk import OfficeDesk, cells, office
from tests.ui.till_desk import TillDesk

Desk = OfficeDesk[MembersPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, MembersPage, tmp_path) as made:
        made.till.days.open()
        first = enrolled(made.till, "0912345678", "Nguyễn Văn Đức")
        enrolled(made.till, "0912345687", "Nguyen Van Duc")
        enrolled(made.till, "0987654321", "Trần Thị Hoa")
        made.till.counter.record_bill(made.world.new_id(), first, Bill(130_000))
        yield made


def panel_of(desk: Desk) -> DuplicatesPanel:
    desk.click(desk.page.others.duplicates)
    desk.settle()
    panel = desk.page.others.panel
    assert isinstance(panel, DuplicatesPanel)
    return panel


def test_two_who_are_one_are_found_merged_after_a_backup_and_parted_again(desk: Desk) -> None:
    panel = panel_of(desk)
    assert [row[2:] for row in cells(panel.pairs)] == [["same name, phone numbers a slip apart", "33 + 20"]]
    panel.pairs.selectRow(0)
    desk.press(panel.pairs, Qt.Key.Key_Return)
    table = {row[0]: row[1:] for row in cells(panel.desk.table)}
    assert table["Points"] == ["33", "20", "53"]
    assert table["Visits"] == ["1", "0", "1"]
    desk.click(panel.desk.merge)
    assert "53 points" in panel.desk.confirm.sentence()
    desk.click(panel.desk.confirm.yes)
    desk.settle()
    assert desk.said[-1][:2] == (BannerKind.SUCCESS, "The two are one member now")
    assert [one.why for one in desk.till.days.backups(desk.folders.backups)] == ["merge"]
    assert panel.empty.isVisible()
    assert len(desk.till.members.find("duc")) == 1

    panel.merged.table.selectRow(0)
    desk.press(panel.merged.table, Qt.Key.Key_Return)
    desk.press(panel.merged.undo, Qt.Key.Key_Space)
    desk.press(panel.merged.confirm.yes, Qt.Key.Key_Space)
    desk.settle()
    assert panel.merged.table.hasFocus(), "Esc goes back to the members and leaves no office"
    assert sorted(one.balance for one in desk.till.members.find("duc")) == [20, 33]
    assert panel.pairs.isVisible()


def test_who_is_not_the_same_is_not_shown_again(desk: Desk) -> None:
    panel = panel_of(desk)
    panel.pairs.selectRow(0)
    desk.press(panel.pairs, Qt.Key.Key_Return)
    desk.click(panel.desk.apart)
    desk.settle()
    assert panel.empty.isVisible()
    for _ in range(2):
        desk.press(panel.box, Qt.Key.Key_Escape)
        desk.press(desk.page.others.duplicates, Qt.Key.Key_Space)
        other = desk.page.others.panel
        assert isinstance(other, DuplicatesPanel)
        panel = other
        assert panel.back.hasFocus(), "also where there is no pair, Esc goes back to the members"


def test_the_same_customer_twice_is_no_pair_and_no_phone_is_shown_whole(desk: Desk) -> None:
    panel = panel_of(desk)
    for _ in range(2):
        desk.type_into(panel.box, "0912345678")
        [row] = cells(panel.found)
        assert "0912" not in row[1].replace(" ", "").replace("\u00a0", "")
        assert row[1].endswith("678")
        panel.found.selectRow(0)
        desk.press(panel.found, Qt.Key.Key_Return)
    assert "That is the same customer – choose another one" in TillDesk.notices(panel)
    assert not panel.desk.isVisible()
    desk.type_into(panel.box, "hoa")
    assert not TillDesk.notices(panel)


def test_any_two_may_share_an_account_with_a_card_for_each(desk: Desk) -> None:
    panel = panel_of(desk)
    for typed in ("0912345678", "hoa"):
        desk.type_into(panel.box, typed)
        panel.found.selectRow(0)
        desk.press(panel.found, Qt.Key.Key_Return)
    desk.press(panel.desk.family, Qt.Key.Key_Space)
    assert panel.desk.label.text() == "Trần Thị Hoa"
    desk.click(panel.desk.merge)
    desk.click(panel.desk.confirm.yes)
    desk.settle()
    (shared,) = [one for one in desk.till.members.find("0912345678") if one.balance == 53]
    assert sorted(one.label for one in desk.till.cards.of_member(shared.id)) == ["", "Trần Thị Hoa"]


def test_enter_takes_the_top_row_of_those_who_were_found(desk: Desk) -> None:
    panel = panel_of(desk)
    for typed in ("0912345678", "hoa"):
        desk.type_into(panel.box, typed, enter=True)
    assert panel.desk.isVisible()
    assert cells(panel.desk.table)[0][1:3] == ["Nguyễn Văn Đức", "Trần Thị Hoa"]
