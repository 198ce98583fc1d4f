"""Tables on paper: every row once, every page numbered, nothing cut."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QApplication

from loyalpos.errors import CannotWrite
from loyalpos.printing.listing import Listing, ListingColumn, ListingRow, ListingTable, put_out_listing

COLUMNS = (ListingColumn("Lúc", 20), ListingColumn("Nội dung", 60), ListingColumn("Số dư", 20, figures=True))


def listing(rows: int, *, words: str = "Mua hàng", height: int = 0) -> Listing:
    made = tuple(
        ListingRow((f"ngày {at}", f"{words} #{at}#", f"{at * 7}"), ("125.000 ₫ ÷ 10.000 ₫: 12",))
        for at in range(rows)
    )
    return Listing(
        "Quán Cà Phê Mây",
        "12 Hàng Bài",
        "Sao kê điểm",
        "Nguyễn Văn Đức: 325 điểm",
        ("Điện thoại: 091 ••• 5678",),
        (
            ListingTable("Mọi thay đổi", COLUMNS, made, "Chưa có gì"),
            ListingTable("Còn lại", COLUMNS, (), "Hết"),
        ),
        "Cần hỏi?",
        height,
    )


def pages_of(path: Path) -> list[str]:
    with closing(PdfDocument(path)) as document:
        return [
            " ".join(document[number].get_textpage().get_text_bounded().split())
            for number in range(len(document))
        ]


def test_a_short_list_is_one_page_with_head_and_foot(qapp: QApplication, tmp_path: Path) -> None:
    assert put_out_listing(listing(3), tmp_path / "a.pdf") == 1
    (page,) = pages_of(tmp_path / "a.pdf")
    for said in (
        "Quán Cà Phê Mây",
        "Sao kê điểm",
        "Nguyễn Văn Đức: 325 điểm",
        "#0#",
        "#2#",
        "Hết",
        "Cần hỏi?",
    ):
        assert said in page
    assert "page 1 of 1" in page


def test_a_list_without_rows_says_so(qapp: QApplication, tmp_path: Path) -> None:
    put_out_listing(listing(0), tmp_path / "a.pdf")
    assert "Chưa có gì" in pages_of(tmp_path / "a.pdf")[0]


@pytest.mark.parametrize("words", ["Mua", "Nguyễn Hoàng Thị Phương Quỳnh Như Ái Mỹ Duyên " * 6])
def test_a_long_list_has_every_row_once_on_numbered_pages(
    qapp: QApplication, tmp_path: Path, words: str
) -> None:
    count = put_out_listing(listing(400, words=words), tmp_path / "a.pdf")
    pages = pages_of(tmp_path / "a.pdf")
    assert len(pages) == count > 8
    whole = " ".join(pages)
    for at in range(400):
        assert whole.count(f"#{at}#") == 1
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {count}" in page
    assert all("Nội dung" in page for page in pages[:-1]), "the head is repeated"


def test_no_page_ends_with_a_title_alone(qapp: QApplication, tmp_path: Path) -> None:
    short = ListingTable("Hoá đơn", COLUMNS, (ListingRow(("nay", "Mua #last#", "7")),))
    for rows in range(20, 50):
        whole = listing(rows)
        whole = replace(whole, tables=(whole.tables[0], short), note="")
        put_out_listing(whole, tmp_path / "a.pdf")
        (page,) = [one for one in pages_of(tmp_path / "a.pdf") if "Hoá đơn" in one]
        assert "#last#" in page, rows


def test_nothing_is_painted_outside_the_margins(qapp: QApplication, tmp_path: Path) -> None:
    put_out_listing(listing(120, words="Gạch " * 40), tmp_path / "a.pdf")
    with closing(PdfDocument(tmp_path / "a.pdf")) as document:
        for number in range(len(document)):
            bitmap = document[number].render(scale=1, grayscale=True)
            pixels = memoryview(bitmap.buffer).cast("B").cast("B", (bitmap.height, bitmap.stride))
            edge = 30
            for y in range(bitmap.height):
                for x in (*range(edge), *range(bitmap.width - edge, bitmap.width)):
                    assert pixels[y, x] > 250, (number, x, y)
            pixels.release()


def test_stopping_writes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    told: list[int] = []

    def stop(page: int, _pages: int) -> bool:
        told.append(page)
        return page < 2

    assert put_out_listing(listing(400), tmp_path / "a.pdf", stop) == 0
    # While it is measured, no page is painted yet.
    assert [page for page in told if page] == [1, 2]
    assert told.count(0) > 8
    assert put_out_listing(listing(400), tmp_path / "a.pdf", lambda page, _pages: page > 0) == 0
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CannotWrite):
        put_out_listing(listing(1), tmp_path / "no" / "such" / "a.pdf")
