from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.list_columns import Column
from loyalpos.ui.desktop.own_folders import documents
from loyalpos.ui.office.list_page import ListPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import enrolled, whose_phone
from tests.ui.office_desk import OfficeDesk, cells, office

Desk = OfficeDesk[ListPage]
HEAD = ("Điện thoại", "Tên khách hàng", "Điểm hiện tại")
ROWS = (
    ("0912345678", "Nguyễn Văn Đức", "120"),  # a member already
    ("84987654321", "Trần Thị Bích Ngọc", "1.240"),  # repaired
    ("0933445566", "Đặng Thu", "30"),
    ("0987654321", "Trần Ngọc", "3"),  # twice
    ("12345", "Sai Số", "3"),  # refused
    ("", "Bà Năm", "7"),
)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, ListPage, tmp_path) as made:
        enrolled(made.till)
        yield made


def csv_of(folder: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    path = folder / "khach cu.csv"
    path.write_text("\n".join(";".join(row) for row in (HEAD, *rows)), encoding="utf-8")
    return path


def xlsx_of(folder: Path) -> Path:
    path = folder / "khach cu.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Khách")
        for at, row in enumerate((HEAD, *ROWS)):
            sheet.write_row(at, 0, row)
    return path


def read(desk: Desk, path: Path) -> None:
    desk.page.read(path)
    desk.settle()
    desk.settle()


def take_in(desk: Desk) -> None:
    desk.press(desk.page.review.consent, Qt.Key.Key_Space)
    desk.click(desk.page.review.take_in)
    desk.settle()


def balance(desk: Desk, phone: str) -> int | None:
    member = whose_phone(desk.till, phone)
    return None if member is None else desk.till.members.history(member)[-1].balance


@pytest.mark.parametrize("make", [csv_of, xlsx_of], ids=["csv", "xlsx"])
def test_a_list_is_judged_taken_in_and_undone_as_a_whole(desk: Desk, tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    read(desk, make(tmp_path))
    review = desk.page.review
    assert [row[-1].split(" – ")[0] for row in cells(review.table)] == [
        "A member already",
        "Comes in",
        "Comes in",
        "The same customer as row 3",
        "Stays out",
        "Comes in",
    ]
    take_in(desk)
    assert desk.page.undo.isVisible()
    (before,) = desk.till.days.backups(desk.folders.backups)
    assert (before.why, before.members) == ("import", 1), "as it was before the list"
    assert (balance(desk, "0987654321"), balance(desk, "0933445566")) == (1240, 30)
    assert balance(desk, "0912345678") == 20, "who was a member keeps what was there"
    assert [row[1:] for row in cells(desk.page.lists.table)] == [["3", "3", "in force"]]

    desk.click(desk.page.undo)
    assert "3" in desk.page.lists.confirm.sentence()
    desk.click(desk.page.lists.confirm.yes)
    desk.settle()
    assert balance(desk, "0987654321") is None
    assert balance(desk, "0912345678") == 20
    assert [row[1:] for row in cells(desk.page.lists.table)] == [["3", "0", "undone"]]
    assert desk.said[-1][0] is BannerKind.SUCCESS


def test_all_that_becomes_of_a_row_is_said_where_one_stands(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path))
    review = desk.page.review
    assert not review.verdict_line.isVisible()
    review.table.selectRow(4)
    assert review.verdict_line.text().startswith("Row 6: Stays out – ")
    assert review.verdict_line.text().endswith(cells(review.table)[4][-1])
    desk.press(review.only_problems, Qt.Key.Key_Space)
    assert not review.verdict_line.isVisible()


def written(desk: Desk, path: Path) -> list[str]:
    """Say where in the dialog that stands; give the lines of the file."""
    desk.file_dialog().setDirectory(str(path.parent))
    desk.answer_file_dialog(path.name)
    desk.qtbot.waitUntil(lambda: path.exists() and desk.page.findChild(QFileDialog) is None)
    desk.settle()
    return path.read_text("utf-8-sig").splitlines()


def test_the_rows_that_stay_out_are_a_file_to_mend_and_take_in_next(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path))
    desk.click(desk.page.review.save_rows)
    lines = written(desk, tmp_path / "out.csv")
    assert lines[0] == ";".join((*HEAD, "What became of it"))
    assert [line.split(";")[0] for line in lines[1:]] == ["0912345678", "0987654321", "12345"]
    assert lines[3].split(";")[1:] == ["Sai Số", "3", cells(desk.page.review.table)[4][-1]]
    # Somebody joins at the counter before the list comes in.
    enrolled(desk.till, "0933445566", "Đặng Thu")
    take_in(desk)
    assert " 4 " in desk.page.outcome.save_rows.text()
    desk.click(desk.page.outcome.save_rows)
    lines = written(desk, tmp_path / "after.csv")
    assert [line.split(";")[0] for line in lines[1:]] == ["0912345678", "0987654321", "12345", "0933445566"]
    assert all(line.split(";")[-1] for line in lines)
    (tmp_path / "mended.csv").write_text("\n".join(lines).replace("12345;", "0911222333;"))
    desk.click(desk.page.another)
    read(desk, tmp_path / "mended.csv")
    assert desk.page.review.coming_in() == 1


def test_a_list_that_comes_in_whole_offers_no_file_of_what_stayed_out(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path, (ROWS[1], ROWS[2])))
    assert not desk.page.review.save_rows.isVisible()
    take_in(desk)
    assert not desk.page.outcome.save_rows.isVisible()


def test_who_has_bought_since_stays_without_the_points_of_the_list(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path))
    take_in(desk)
    member = whose_phone(desk.till, "0933445566")
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(100_000))
    desk.click(desk.page.undo)
    desk.click(desk.page.lists.confirm.yes)
    desk.settle()
    assert balance(desk, "0933445566") == 10


def test_the_same_list_taken_in_twice_doubles_nobody(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path))
    take_in(desk)
    desk.click(desk.page.another)
    read(desk, csv_of(tmp_path))
    assert desk.page.review.coming_in() == 0
    assert not desk.page.review.take_in.isEnabled()


def test_nobody_comes_in_before_the_owner_vouches_for_their_agreement(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path))
    assert desk.page.review.consent.hasFocus()
    assert not desk.page.review.consent.isChecked()
    assert not desk.page.review.take_in.isEnabled()
    desk.press(desk.page.review.consent, Qt.Key.Key_Space)
    assert desk.page.review.take_in.isEnabled()


def test_another_column_is_judged_anew(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path))
    box = desk.page.review.choice.boxes[Column.POINTS]
    box.setFocus()
    desk.press(box, Qt.Key.Key_Home)
    desk.settle()
    assert Column.POINTS not in desk.page.review.choice.columns()
    take_in(desk)
    member = whose_phone(desk.till, "0987654321")
    assert member is not None
    assert desk.till.members.history(member) == ()


def test_the_filter_shows_only_rows_to_look_at(desk: Desk, tmp_path: Path) -> None:
    read(desk, csv_of(tmp_path))
    desk.press(desk.page.review.only_problems, Qt.Key.Key_Space)
    assert [row[0] for row in cells(desk.page.review.table)] == ["2", "3", "5", "6"]


def test_a_list_stopped_on_the_way_goes_on_and_takes_nobody_in_twice(desk: Desk, tmp_path: Path) -> None:
    many = tuple((f"09{number:08d}", f"Khách {chr(97 + number % 26)}", "5") for number in range(200))
    read(desk, csv_of(tmp_path, many))
    page = desk.page
    page.work.started.connect(page.work.cancel.click)
    take_in(desk)
    assert page.go_on.isVisible()
    page.work.started.disconnect(page.work.cancel.click)
    desk.click(page.go_on)
    desk.settle()
    assert not page.go_on.isVisible()
    assert [row[1:] for row in cells(page.lists.table)] == [["200", "200", "in force"]]
    assert balance(desk, "0900000199") == 5


def test_a_long_list_shows_fifty_rows_at_a_time(desk: Desk, tmp_path: Path) -> None:
    many = tuple((f"09{number:08d}", "Khách", "5") for number in range(250))
    read(desk, csv_of(tmp_path, many))
    review = desk.page.review
    assert len(cells(review.table)) == 50
    for _ in range(4):
        desk.click(review.later)
    assert [cells(review.table)[at][0] for at in (0, -1)] == ["202", "251"]
    assert not review.later.isEnabled()


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"<html></html>", b"PK\x03\x04 torn"])
def test_a_file_that_is_no_list_is_said_and_another_can_be_chosen(
    desk: Desk, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "no list.csv").write_bytes(content)
    read(desk, tmp_path / "no list.csv")
    assert desk.said[-1][0] is BannerKind.ERROR
    assert "no list.csv" in desk.said[-1][2]
    assert desk.page.choose.isEnabled()


def test_the_file_is_chosen_by_keyboard(desk: Desk, tmp_path: Path) -> None:
    path = csv_of(tmp_path)
    desk.press(desk.page.choose, Qt.Key.Key_Space)
    assert desk.file_dialog().directory().absolutePath() == documents(), "not the program's folder"
    desk.file_dialog().setDirectory(str(tmp_path))
    desk.answer_file_dialog(path.name)
    desk.settle()
    assert desk.page.review.isVisible()
    assert desk.page.review.coming_in() == 3
