"""Old customer lists of text are read however they were written, and what is no list is said to be none."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalpos.engine.customer_list import ListRow
from loyalpos.errors import ListTooLarge, ListUnreadable
from loyalpos.services.list_file import ListFault, Sheet, read_list
from loyalpos.services.list_sheet import LONGEST_CELL
from tests.services.list_files import why_unreadable, written

HEADINGS = ("Tên khách hàng", "Điện thoại", "Điểm hiện tại")
ROWS = (("Nguyễn Thị Ánh", "0912345678", "1.240"), ("Trần Văn Đức", "+84 987 654 321", "12"))


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


def test_a_file_that_is_not_there_or_a_folder_is_said_to_be_so(tmp_path: Path) -> None:
    assert why_unreadable(tmp_path / "gone.csv") == ListFault.MISSING
    assert why_unreadable(tmp_path) == ListFault.FOLDER


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


def test_the_mark_that_kept_a_text_from_being_a_formula_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Tên;Điện thoại\n'=Hoa;'0912345678\n", encoding="utf-8")
    assert read_list(path).rows[0].cells == ("=Hoa", "'0912345678")
