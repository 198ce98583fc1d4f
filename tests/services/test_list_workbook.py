"""Workbooks with old customers are read as they stand, and damaged ones take nothing down."""

from __future__ import annotations

import struct
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from loyalpos.engine.customer_list import ListRow
from loyalpos.errors import ListTooLarge, ListUnreadable
from loyalpos.services.list_file import ListFault, read_list
from loyalpos.services.list_workbook import read_workbook
from tests.services.list_files import OLD_XLS, why_unreadable


def test_a_workbook_gives_exact_digits_and_iso_dates(tmp_path: Path) -> None:
    path = tmp_path / "khach.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        hidden = book.add_worksheet("Ẩn")
        hidden.write_row(0, 0, ("Tên", "SĐT"))
        book.add_worksheet("Bìa").write(0, 0, "Báo cáo")
        page = book.add_worksheet("Khách")
        page.activate()
        page.set_first_sheet()
        hidden.hide()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page.merge_range(0, 0, 0, 4, "DANH SÁCH KHÁCH HÀNG")
        page.write_row(3, 0, ("Tên", "SĐT", "Điểm", "Ngày sinh", "Ghi chú"))
        page.write_row(4, 0, ("An", 912345678, 1240))
        page.write_datetime(4, 3, date(1990, 2, 3), day)
        page.write_string(4, 4, "=1+1")
        page.write_row(6, 0, ("Bình", 84912345678, 12.5))
        page.write_datetime(6, 3, date(2001, 12, 31), day)
        page.write_formula(6, 4, "=A5", None, "An")
        page.write_row(7, 0, ("Chi", "0912345678", 1.125))
        page.write_blank(90_000, 2, None, day)
    sheet = read_list(path)
    assert sheet.headings == ("Tên", "SĐT", "Điểm", "Ngày sinh", "Ghi chú")
    assert sheet.rows == (
        ListRow(5, ("An", "912345678", "1240", "1990-02-03", "=1+1")),
        ListRow(7, ("Bình", "84912345678", "12.5", "2001-12-31", "An")),
        ListRow(8, ("Chi", "0912345678", "1.1250", "", "")),
    )
    assert (sheet.note.sheet, sheet.note.heading_row) == ("Khách", 4)


def test_the_old_workbooks_are_read_whatever_they_are_called(tmp_path: Path) -> None:
    path = tmp_path / "khach.csv"
    path.write_bytes(OLD_XLS.read_bytes())
    sheet = read_list(path)
    assert sheet.headings == ("Tên khách hàng", "Điện thoại", "Điểm hiện tại", "Ngày sinh")
    assert sheet.rows == (
        ListRow(4, ("Nguyễn Thị Ánh", "912345678", "1240", "1990-02-03")),
        ListRow(6, ("Trần Văn Đức", "0987 654 321", "12.5", "")),
    )


def test_a_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    content = bytearray(OLD_XLS.read_bytes())
    # The record behind the first one becomes the one that says the file is locked.
    struct.pack_into("<H", content, content.find(b"\x09\x08\x10\x00") + 20, 0x2F)
    path = tmp_path / "locked.xls"
    path.write_bytes(content)
    assert why_unreadable(path) == ListFault.PASSWORD
    path.write_bytes(OLD_XLS.read_bytes()[:512] + "EncryptedPackage".encode("utf-16-le") + bytes(512))
    assert why_unreadable(path) == ListFault.PASSWORD


def test_a_torn_workbook_takes_only_its_own_process_down(tmp_path: Path) -> None:
    whole = OLD_XLS.read_bytes()
    path = tmp_path / "torn.xls"
    for content in (whole[:4200], whole[:600], whole[:8]):
        path.write_bytes(content)
        assert why_unreadable(path) == ListFault.DAMAGED


def test_damaged_workbooks_never_raise_anything_but_a_sentence(tmp_path: Path) -> None:
    rng = Random(11)
    path = tmp_path / "damaged.xls"
    for _ in range(12):
        content = bytearray(OLD_XLS.read_bytes())
        for _ in range(12):
            content[rng.randrange(8, len(content))] = rng.randrange(256)
        path.write_bytes(content)
        with suppress(ListUnreadable, ListTooLarge):
            read_list(path)


def test_an_empty_workbook_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet()
    assert why_unreadable(path) == ListFault.EMPTY


def test_a_fault_of_ours_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        read_workbook(tmp_path / "a.xlsx", OLD_XLS.read_bytes(), "not a number")  # type: ignore[arg-type]
