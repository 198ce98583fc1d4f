"""Rows to choose from and tables, by keys and by click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.theme import theme
from tests.ui.showing import shown

ROWS = (Row("một", "a", "1"), Row("hai", enabled=False), Row("ba"), Row("bốn"))


@pytest.fixture
def rows(qtbot: QtBot, themed: QApplication) -> RowList:
    made = RowList("Đổi được ngay", numbered=True)
    made.set_rows(ROWS)
    return shown(qtbot, made)


def test_numbers_choose_the_rows_that_can_be_taken(rows: RowList, qtbot: QtBot) -> None:
    assert [rows.number_of(at) for at in range(4)] == ["1", "", "2", "3"]
    chosen: list[int] = []
    rows.chosen.connect(chosen.append)
    rows.enter()
    for key in "1239":
        QTest.keyClicks(rows, key)
    assert chosen == [0, 2, 3]


def test_up_and_down_pass_over_what_cannot_be_taken_and_enter_takes(rows: RowList) -> None:
    chosen: list[int] = []
    rows.chosen.connect(chosen.append)
    assert rows.enter()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Enter)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert chosen == [0, 2, 0]


def test_up_on_the_first_row_and_escape_lead_out(rows: RowList, qtbot: QtBot) -> None:
    rows.enter()
    with qtbot.waitSignal(rows.left_upwards):
        QTest.keyClick(rows, Qt.Key.Key_Up)
    with qtbot.waitSignal(rows.left):
        QTest.keyClick(rows, Qt.Key.Key_Escape)


def test_a_click_takes_a_row_but_not_one_that_cannot_be_taken(rows: RowList) -> None:
    chosen: list[int] = []
    rows.chosen.connect(chosen.append)
    for at in range(4):
        place = rows.visualRect(rows.model().index(at, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [0, 2, 3]


def test_rows_that_do_not_number_leave_digits_alone(qtbot: QtBot, themed: QApplication) -> None:
    plain = RowList("Tìm thấy")
    plain.set_rows(ROWS)
    shown(qtbot, plain)
    chosen: list[int] = []
    plain.chosen.connect(chosen.append)
    plain.enter()
    QTest.keyClicks(plain, "1")
    assert chosen == []


def test_a_list_nobody_can_choose_from_is_not_entered(qtbot: QtBot, themed: QApplication) -> None:
    empty = shown(qtbot, RowList("Tìm thấy"))
    assert not empty.enter()
    empty.set_rows([Row("hết", enabled=False)])
    assert not empty.enter()
    QTest.keyClick(empty, Qt.Key.Key_Return)


def test_all_rows_are_in_view_without_scrolling(rows: RowList) -> None:
    last = rows.visualRect(rows.model().index(3, 0))
    assert last.bottom() < rows.viewport().height()
    assert rows.visualRect(rows.model().index(0, 0)).height() >= 44


def test_a_row_of_a_table_is_opened_by_enter_and_by_click(qtbot: QtBot, themed: QApplication) -> None:
    table = Table("Thành viên")
    table.set_rows(
        [Column("Tên", wide=True), Column("Điểm", figures=True)], [[Cell(name), Cell("1")] for name in "ab"]
    )
    shown(qtbot, table)
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 0)).center()
    )
    assert opened == [1, 0]


def test_a_wide_column_without_words_pushes_none_out_of_sight(qtbot: QtBot, themed: QApplication) -> None:
    table = Table("Nhật ký")
    columns = [Column("Việc"), Column("Lý do", wide=True), Column("Quầy")]
    header = table.horizontalHeader()
    for reason, is_whole in (("", True), ("Khách nói nhầm số hoá đơn, quản lý đã xem", False)):
        table.set_rows(columns, [[Cell("Hoá đơn · 85.000 ₫ · +8 điểm"), Cell(reason), Cell("1")]])
        shown(qtbot, table, 100 + header.sectionSize(0) + header.sectionSize(2))
        assert (header.length() <= table.viewport().width()) is is_whole, reason


@pytest.mark.parametrize("rows", [1, 3])
def test_under_the_last_row_there_is_no_line_beside_the_tables_edge(
    qtbot: QtBot, themed: QApplication, rows: int
) -> None:
    table = Table("Thành viên", all_rows=True)
    table.set_rows([Column("Tên", wide=True)], [[Cell("")]] * rows)
    shown(qtbot, table)
    ground, line = (theme().colour(name).rgb() for name in ("card", "line"))

    def under_the_last_row() -> int:
        seen = table.viewport().grab().toImage()
        return seen.pixel(60, table.rowViewportPosition(rows - 1) + table.rowHeight(rows - 1) - 1)

    assert under_the_last_row() == ground
    table.resize(table.width(), table.height() + 60)
    assert under_the_last_row() == line, "there the rows end within the table"
