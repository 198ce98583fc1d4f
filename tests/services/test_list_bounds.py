"""A list that is too large is refused before it is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from loyalpos.errors import ListTooLarge, ListUnreadable
from loyalpos.services import list_file, workbook_bounds
from loyalpos.services.list_file import read_list
from loyalpos.services.workbook_bounds import check_bounds
from tests.services.list_files import written


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


@pytest.mark.parametrize(("first", "parts"), [("xl/workbook.xml", 2_000), ("word/document.xml", 3)])
def test_a_zip_of_another_sort_or_of_thousands_of_parts_is_no_list(
    tmp_path: Path, first: str, parts: int
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        book.writestr(first, "<a/>")
        for number in range(parts):
            book.writestr(f"media/{number}.txt", "")
    with pytest.raises(ListUnreadable) as refused:
        check_bounds(tmp_path / "a.xlsx", packed.getvalue(), 10, damaged="damaged", not_a_list="not_a_list")
    assert refused.value.why == "not_a_list"
