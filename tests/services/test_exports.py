"""Particulars that leave the program: why is asked, who did it is kept, and the file says so."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from loyalpos.engine.bills import Bill
from loyalpos.engine.erasing import ErasureReason
from loyalpos.engine.exports import Export, ExportKind
from loyalpos.errors import ReasonMissing
from loyalpos.services.shop_moves import take_out_file, take_out_of
from loyalpos.services.spreadsheet import Sheet, write_sheet
from loyalpos.store.check import check
from tests.shops import World, enrolled, new_till
from tests.store.pages import everything_in

HEADS = ("Tên", "Điện thoại", "Hoá đơn", "Mua")


def go_on(_done: int, _whole: int) -> bool:
    return True


def test_an_export_is_noted_with_person_reason_and_whom_it_names(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    till.days.open()
    named, other = enrolled(till), enrolled(till, "0987654321", "Hạnh")
    for _ in range(2):
        till.counter.record_bill(world.new_id(), named, Bill(90_000))
    file = tmp_path / "best.csv"
    with pytest.raises(ReasonMissing):
        till.results.write_best(file, None, 1, HEADS, Export("  "), go_on)
    assert not file.exists()
    assert till.exports.listed() == ()
    till.results.write_best(file, None, 1, HEADS, Export("kế  toán", "=Lan, 9:00"), go_on)
    assert file.read_text("utf-8-sig").splitlines()[-1] == "'=Lan, 9:00"
    (noted,) = till.exports.listed()
    assert (noted.how, noted.who, noted.reason, noted.members) == ("list_best", "Lan", "kế toán", 1)
    till.my_data.note(other, "page")
    assert till.exports.listed() == (noted,), "to look at somebody is no export"
    assert [one.how for one in till.my_data.accesses(named)] == ["list_best"]
    assert [one.how for one in till.my_data.accesses(other)] == ["page"]
    till.exports.note(ExportKind.LETTERS, (named, other))
    assert [one.how for one in till.my_data.accesses(other)] == ["letters", "page"]
    till.exports.begin(ExportKind.ENDING, Export("nhắc khách"), ())
    assert [one.how for one in till.my_data.accesses(other)] == ["letters", "page"], "a list of nobody"
    made = take_out_of(till.shop, tmp_path / "all", Export("đổi máy", "Lan, đổi máy"), go_on)
    assert made is not None
    assert "đổi máy" in (made.path / "exported.txt").read_text("utf-8-sig")
    with pytest.raises(ReasonMissing):
        take_out_file(
            till.shop.file.path, till.shop.file.key, tmp_path / "no", world.outside(), go_on, reason=" "
        )
    take_out_file(till.shop.file.path, till.shop.file.key, tmp_path / "more", world.outside(), go_on)
    assert [(one.how, one.members) for one in till.exports.listed()[:2]] == [("export", None)] * 2
    late = enrolled(till, "0977777777", "Mới")
    assert till.my_data.accesses(late) == (), "what was written before somebody joined is not about them"
    assert [one.how for one in till.my_data.accesses(other)] == ["export", "export", "letters", "page"]
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_whoever_was_merged_sees_the_lists_of_both(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    till.days.open()
    one, other = enrolled(till), enrolled(till, "0987654321", "Hạnh")
    till.exports.note(ExportKind.CHECKLIST, (other, enrolled(till, "0977777777", "Ba")))
    till.merging.merge(one, other)
    assert [seen.how for seen in till.my_data.accesses(one)] == ["checklist"]
    till.shop.close()


def test_the_mark_stands_in_a_workbook_below_its_rows(tmp_path: Path) -> None:
    out = write_sheet(tmp_path / "a.xlsx", Sheet(("A",), (("1",),), widths=(9,), mark="Lan & Hoa, 9:00"))
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    assert rows[-1] == ["Lan & Hoa, 9:00"]


def test_a_heading_is_no_formula_either(tmp_path: Path) -> None:
    out = write_sheet(tmp_path / "a", Sheet(("=1+1", "B"), (("@x", 2),), widths=(9, 9)))
    assert out.read_text("utf-8-sig").splitlines() == ["'=1+1;B", "'@x;2"]


def test_why_a_list_of_one_was_written_goes_with_that_one(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    one = enrolled(till)
    till.exports.begin(ExportKind.OWING, Export("chị Zarathustra còn nợ"), (one,))
    till.erasures.erase(one, ErasureReason.ASKED, tmp_path / "backups")
    assert b"Zarathustra" not in everything_in(till.shop.file.path, till.shop.file.key)
    assert till.exports.listed()[0].reason == ""
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_whom_a_list_names_twice_is_one_and_a_long_list_names_nobody(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    one, other = enrolled(till), enrolled(till, "0987654321", "Hạnh")
    till.exports.note(ExportKind.LETTERS, (one, one))
    strangers = [till.shop.outside.new_id() for _ in range(1_000)]
    till.exports.begin(ExportKind.ENDING, Export("nhắc khách"), (*strangers, one))
    long, short = till.exports.listed()
    assert (short.members, short.member, long.members) == (1, one, 1_001)
    assert [seen.how for seen in till.my_data.accesses(one)] == ["list_ending", "letters"]
    assert [seen.how for seen in till.my_data.accesses(other)] == ["list_ending"], "it may be about them"
    with till.shop.file.read() as connection:
        longest = connection.driver.execute("SELECT max(length(body)) FROM record").fetchone()[0]
    assert longest < 10_000, "a record is read whole"
    till.shop.close()


@pytest.mark.parametrize("letter", ["ơ", "&"])
def test_a_long_mark_stands_whole_below_the_rows_and_in_part_at_the_foot_of_the_page(
    tmp_path: Path, letter: str
) -> None:
    mark = f"Nguyễn Thị Hồng Nhung, 9:00: {letter * 230}"
    out = write_sheet(tmp_path / "a.xlsx", Sheet(("A",), (("1",),), widths=(9,), mark=mark))
    assert CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()[-1] == [mark]
    with ZipFile(out) as book:
        assert "Nguyễn Thị Hồng Nhung" in book.read("xl/worksheets/sheet1.xml").decode()
