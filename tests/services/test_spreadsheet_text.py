"""Text written for a spreadsheet is text there, and comes back from it as it was."""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from loyalpos.engine.formulas import guarded, unguarded
from loyalpos.services.list_file import read_list
from loyalpos.services.spreadsheet import Sheet, write_sheet

STARTS = "=+-@\t\r\n＝＋－＠'\";, "
TEXTS = st.text(st.sampled_from(f"{STARTS}12xđ%"), max_size=12)
FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")


@given(st.text() | TEXTS)
def test_what_is_guarded_is_no_formula_and_comes_back(text: str) -> None:
    assert not FORMULA.match(guarded(text))
    assert unguarded(guarded(text)) == text


@given(st.text() | TEXTS)
def test_plain_text_is_left_as_it_is(text: str) -> None:
    if not re.match("'*[=+\\-@\t\r\n＝＋－＠]", text):
        assert guarded(text) == text
        assert unguarded(text) == text


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_a_list_in_text_comes_back_as_it_went(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("list") / "list.csv"
    heads = ("Tên khách hàng", "Điện thoại", "Ghi chú")
    write_sheet(path, Sheet(heads, [("Hoa", "0912345678", text) for text in texts], (9, 9, 9)))
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            assert not any(FORMULA.match(cell) for cell in row)
    lines = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    plain = [unicodedata.normalize("NFC", text).strip() for text in lines]
    assert [row.cells[2] for row in read_list(path).rows] == plain


def test_a_workbook_holds_text_and_no_formula_and_comes_back_as_it_went(tmp_path: Path) -> None:
    texts = [f"{start}1+1" for start in "=+-@'"] + ["=cmd|' /C calc'!A0", "'=1", "http://x.vn", "{=1}"]
    path = tmp_path / "list.xlsx"
    rows = [("Hoa", "0912345678", one) for one in texts]
    write_sheet(path, Sheet(("Tên", "Điện thoại", "Ghi chú"), rows, (9, 9, 9)))
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    assert [row[2] for row in sheet.to_python()][1:] == texts
    assert [row.cells[2] for row in read_list(path).rows] == texts
