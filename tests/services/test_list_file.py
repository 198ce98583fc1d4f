"""Old customer lists are read from whatever file they come in, and no file takes the till down."""

from __future__ import annotations

import csv
import io
import struct
import unicodedata
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalpos.engine.customer_list import ListRow
from loyalpos.errors import ListTooLarge, ListUnreadable
from loyalpos.services import list_file, workbook_bounds
from loyalpos.services.list_file import ListFault, Sheet, read_list
from loyalpos.services.list_sheet import LONGEST_CELL
from loyalpos.services.list_workbook import read_workbook
from loyalpos.services.workbook_bounds import check_bounds

OLD_XLS = Path(__file__).parent / "old_list.xls"

HEADINGS = ("Tên khách hàng", "Điện thoại", "Điểm hiện tại")
ROWS = (("Nguyễn Thị Ánh", "0912345678", "1.240"), ("Trần Văn Đức", "+84 987 654 321", "12"))


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def as_text(delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows((HEADINGS, *ROWS))
    return out.getvalue()


def cells(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    return tuple(row.cells for row in sheet.rows)


def cp1258(text: str) -> bytes:
    """Write Vietnamese as Windows does: a base letter and its tone one after the other."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base = "".join(part for part in parts if part not in tones)
            tone = "".join(part for part in parts if part in tones)
            out += (unicodedata.normalize("NFC", base) + tone).encode("cp1258")
    return out


def why_unreadable(path: Path) -> str:
    with pytest.raises(ListUnreadable) as refusal:
        read_list(path)
    assert refusal.value.path == path
    return refusal.value.why


# Text


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("nfd", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1258", "CP1258"),
    ],
)
def test_a_text_is_read_in_any_encoding_and_between_any_signs(
    tmp_path: Path, encoding: str, told: str, delimiter: str
) -> None:
    text = as_text(delimiter)
    path = tmp_path / "khách.csv"
    if encoding == "cp1258":
        path.write_bytes(cp1258(text))
    elif encoding == "nfd":
        written(path, unicodedata.normalize("NFD", text))
    else:
        written(path, text, encoding)
    sheet = read_list(path)
    assert sheet.headings == HEADINGS
    assert cells(sheet) == ROWS
    assert sheet.note.delimiter == delimiter
    assert sheet.note.encoding == told


visible = st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp", "Co", "Cn"))
three_cells = st.tuples(*[st.text(visible, min_size=1)] * 3)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(three_cells, min_size=1, max_size=8), st.sampled_from(";,\t"))
def test_what_a_program_wrote_is_what_is_read(
    tmp_path: Path, rows: list[tuple[str, str, str]], delimiter: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows((HEADINGS, *rows))
    sheet = read_list(written(tmp_path / "list.csv", out.getvalue()))
    assert sheet.headings == HEADINGS
    assert cells(sheet) == tuple(tuple(unicodedata.normalize("NFC", cell) for cell in row) for row in rows)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with suppress(ListUnreadable, ListTooLarge):
        read_list(path)


def test_empty_rows_are_left_out_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "\n;;\nTên;SĐT\n\nAn;0912345678\n ; \nBình\n")
    sheet = read_list(path)
    assert sheet.note.heading_row == 3
    assert sheet.rows == (ListRow(5, ("An", "0912345678")), ListRow(7, ("Bình", "")))


def test_titles_above_the_heading_are_no_customers(tmp_path: Path) -> None:
    text = "Khách hàng\nNgày in: 25/11/2026\nSTT,Họ và tên,Số điện thoại\n1,An,0912345678\n"
    sheet = read_list(written(tmp_path / "a.csv", text))
    assert sheet.headings == ("STT", "Họ và tên", "Số điện thoại")
    assert cells(sheet) == (("1", "An", "0912345678"),)


def test_a_list_without_a_heading_loses_nobody(tmp_path: Path) -> None:
    sheet = read_list(written(tmp_path / "a.csv", "0912345678,An\n0987654321,Bình\n"))
    assert sheet.headings == ("", "")
    assert sheet.note.heading_row is None
    assert [row.number for row in sheet.rows] == [1, 2]


def test_excels_own_line_about_the_delimiter_is_no_row(tmp_path: Path) -> None:
    sheet = read_list(written(tmp_path / "a.csv", "sep=|\r\nTên|SĐT\r\nAn|0912345678\r\n"))
    assert sheet.rows == (ListRow(2, ("An", "0912345678")),)


def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path: Path) -> None:
    text = 'Tên,SĐT\n"An,0912345678\n"Lê, Hà",0987654321\nBình "béo",0903456789\n'
    sheet = read_list(written(tmp_path / "a.csv", text))
    assert len(sheet.rows) == 3
    assert sheet.rows[1].cells == ("Lê, Hà", "0987654321")


def test_a_torn_letter_does_not_turn_the_whole_list_into_another_code_page(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(as_text(",").encode() + "Đức".encode()[:-1] + b"\xff,0903456789,1\r\n")
    sheet = read_list(path)
    assert cells(sheet)[:2] == ROWS


def test_formulas_are_plain_text(tmp_path: Path) -> None:
    sheet = read_list(written(tmp_path / "a.csv", 'Tên,SĐT\n"=HYPERLINK(""x"")",+84912345678\n@SUM,-1\n'))
    assert cells(sheet) == (('=HYPERLINK("x")', "+84912345678"), ("@SUM", "-1"))


def test_a_cell_as_long_as_a_book_is_cut_and_counted(tmp_path: Path) -> None:
    sheet = read_list(written(tmp_path / "a.csv", f"Tên,Ghi chú\nAn,{'x' * 10_000}\n"))
    assert sheet.rows[0].cells[1] == "x" * LONGEST_CELL
    assert sheet.note.cut_cells == 1


# Workbooks


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


# Bounds


def xlsx_with(sheet_xml: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Khách").write(0, 0, "Tên")
    packed = io.BytesIO()
    with zipfile.ZipFile(out) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, sheet_xml if name == "xl/worksheets/sheet1.xml" else before.read(name))
    return packed.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def test_two_cells_at_the_corners_of_a_sheet_are_too_large(tmp_path: Path) -> None:
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx_with(SHEET.format(corners)))
    with pytest.raises(ListTooLarge) as refusal:
        read_list(path)
    assert refusal.value.what == "cells"


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_bounds, "MOST_UNPACKED_BYTES", 1_000_000)
    content = xlsx_with(SHEET.format(" " * 2_000_000))
    assert len(content) < 20_000
    with pytest.raises(ListTooLarge) as refusal:
        check_bounds(tmp_path / "a.xlsx", content, 10, damaged="damaged", not_a_list="not_a_list")
    assert refusal.value.what == "bytes"


def test_too_many_rows_are_refused_before_the_rest_is_unpacked(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 20_000))
    # Behind the first piece that is looked at the sheet is torn: whoever reads on stumbles.
    content = xlsx_with(SHEET.format(rows + "<torn" + " " * 1_000_000))
    with pytest.raises(ListTooLarge) as refusal:
        check_bounds(tmp_path / "a.xlsx", content, 50, damaged="damaged", not_a_list="not_a_list")
    assert (refusal.value.what, refusal.value.limit) == ("rows", 50)


def test_a_workbook_whose_packing_is_torn_is_called_damaged(tmp_path: Path) -> None:
    numbers = Random(7)
    names = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{numbers.random()}</v></c></row>' for row in range(1, 3_000)
    )
    whole = xlsx_with(SHEET.format(names))
    path = tmp_path / "torn.xlsx"
    found = set()
    for at in range(60):
        # In the middle of what is packed, where no name of a part stands.
        torn = bytearray(whole)
        torn[len(whole) // 4 + at * 97] ^= 0xFF
        try:
            check_bounds(path, bytes(torn), 10_000, damaged="damaged", not_a_list="not_a_list")
        except ListUnreadable as fault:
            found.add(fault.why)
    assert found == {"damaged"}


def test_more_customers_than_allowed_are_refused_and_as_many_are_not(tmp_path: Path) -> None:
    text = written(tmp_path / "a.csv", "SĐT\n" + "".join(f"09123456{n:02d}\n" for n in range(50)))
    assert len(read_list(text, limit_rows=50).rows) == 50
    book = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(book)) as workbook:
        workbook.add_worksheet().write_column(0, 0, ["SĐT", *range(912345600, 912345650)])
    assert len(read_list(book, limit_rows=50).rows) == 50
    for path in (text, book):
        with pytest.raises(ListTooLarge) as refusal:
            read_list(path, limit_rows=49)
        assert (refusal.value.what, refusal.value.limit) == ("rows", 49)


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_file, "MOST_BYTES", 1_000)
    path = written(tmp_path / "a.csv", "SĐT\n" + "0912345678\n" * 1_000)
    with pytest.raises(ListTooLarge) as refusal:
        read_list(path)
    assert refusal.value.what == "bytes"


# What is no list


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", ListFault.EMPTY),
        (b"\n\n;;;\n", ListFault.EMPTY),
        (b"<html><table><tr><td>SDT</td></tr></table>", ListFault.NOT_A_LIST),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", ListFault.NOT_A_LIST),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", ListFault.NOT_A_LIST),
        (b"PK\x03\x04 and nothing more", ListFault.DAMAGED),
    ],
)
def test_what_is_no_list_is_said_to_be_none(tmp_path: Path, content: bytes, why: ListFault) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert why_unreadable(path) == why


def test_a_zip_of_something_else_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")
    assert why_unreadable(path) == ListFault.NOT_A_LIST


def test_an_empty_workbook_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet()
    assert why_unreadable(path) == ListFault.EMPTY


def test_a_file_that_is_not_there_or_a_folder_is_said_to_be_so(tmp_path: Path) -> None:
    assert why_unreadable(tmp_path / "gone.csv") == ListFault.MISSING
    assert why_unreadable(tmp_path) == ListFault.FORBIDDEN


def test_a_fault_of_ours_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        read_workbook(tmp_path / "a.xlsx", OLD_XLS.read_bytes(), "not a number")  # type: ignore[arg-type]


def test_a_heading_merged_over_two_rows_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "khach.csv"
    text = (
        "DANH SÁCH KHÁCH HÀNG;;;\n"
        "STT;Thông tin khách;;Điểm hiện tại\n"
        ";Tên khách hàng;Điện thoại;\n"
        "1;Lan;0912345678;50\n"
    )
    path.write_text(text, encoding="utf-8")
    sheet = read_list(path)
    assert sheet.headings == ("STT", "Tên khách hàng", "Điện thoại", "Điểm hiện tại")
    assert [row.cells for row in sheet.rows] == [("1", "Lan", "0912345678", "50")]
    assert sheet.note.heading_row == 3


def test_the_first_customer_is_never_part_of_the_heading(tmp_path: Path) -> None:
    path = tmp_path / "khach.csv"
    path.write_text("Điện thoại;Tên khách hàng;Điểm\n0912345678;Lan;\n0912345679;Hoa;3\n", encoding="utf-8")
    assert len(read_list(path).rows) == 2
