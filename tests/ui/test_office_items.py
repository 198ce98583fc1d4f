from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import decode
from loyalpos.engine.item_list import guess_item_columns
from loyalpos.engine.items import Item, ItemField
from loyalpos.services.list_file import read_list
from loyalpos.store.check import check
from loyalpos.ui.language import Language, install_language
from loyalpos.ui.office.item_words import field_name
from loyalpos.ui.office.items_page import ItemsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.ui.office_desk import OfficeDesk, cells, office
from tests.ui.scanner import press
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

Desk = OfficeDesk[ItemsPage]
HEAD = ("Tên món", "Mã món", "Giá bán", "Giá vốn")
ROWS = (
    ("Cà phê sữa", "CFS", "31.000", "9000"),  # changes
    ("Bạc xỉu", "BX", "32000", ""),  # new
    ("Bánh bơ", "", "12k", "5000"),  # new
    ("Bánh BƠ", "", "1", ""),  # twice
    ("Trà", "", "rẻ", ""),  # refused
)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, ItemsPage, tmp_path) as made:
        yield made
        assert check(made.till.shop.file).is_clean


def add(desk: Desk, *items: Item) -> None:
    for item in items or (
        Item("Cà phê sữa", 29_000, code="CFS", category="Cà phê", cost_vnd=9_000),
        Item("Trà đào", 35_000, code="8934563138165", premium=True),
        Item("Sinh tố bơ", 40_000, active=False),
    ):
        desk.till.items.describe(desk.world.new_id(), item)
    desk.page.refresh()
    desk.settle()


def all_of(desk: Desk) -> dict[str, Item]:
    return {item.id: item for item in desk.till.items.catalogue().items}


def type_box(desk: Desk, field: ItemField, text: str, *, enter: bool = False) -> None:
    desk.type_into(desk.page.form.boxes[field].edit, text, enter=enter)


def csv_of(folder: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    path = folder / "mon.csv"
    path.write_text("\n".join(";".join(row) for row in (HEAD, *rows)), encoding="utf-8")
    return path


def read(desk: Desk, path: Path) -> None:
    desk.page.read(path)
    desk.settle()
    desk.settle()


def test_a_shop_without_items_is_told_what_they_are_for(desk: Desk) -> None:
    assert desk.page.shelf.empty.isVisible()
    assert "points by the bill’s total do not" in desk.page.shelf.empty.accessibleName()
    assert not desk.page.shelf.box.isVisible()
    assert not desk.page.shelf.export.isVisible()


def test_items_are_listed_and_found_by_name_without_marks_and_by_code(desk: Desk) -> None:
    add(desk)
    assert cells(desk.page.shelf.table) == [
        ["Cà phê sữa", "CFS", "Cà phê", "29.000 ₫", "9.000 ₫", ""],
        ["Trà đào", "8934563138165", "–", "35.000 ₫", "–", "Premium"],
        ["Sinh tố bơ", "–", "–", "40.000 ₫", "–", "No longer sold"],
    ]
    desk.type_into(desk.page.shelf.box, "tra")
    assert [row[0] for row in cells(desk.page.shelf.table)] == ["Trà đào"]
    desk.type_into(desk.page.shelf.box, "cfs")
    assert [row[0] for row in cells(desk.page.shelf.table)] == ["Cà phê sữa"]


def test_where_there_is_little_room_names_keep_theirs(desk: Desk) -> None:
    add(desk)
    desk.page.resize(700, 600)
    desk.settle()
    assert cells(desk.page.shelf.table)[0] == ["Cà phê sữa", "Cà phê", "29.000 ₫", ""]


def test_a_new_item_is_described_by_keys_alone(desk: Desk) -> None:
    press(desk.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.form.boxes[ItemField.NAME].edit.hasFocus()
    type_box(desk, ItemField.NAME, "Tra chanh")
    type_box(desk, ItemField.TAGS, "lanh, chua")
    type_box(desk, ItemField.PRICE, "15")
    type_box(desk, ItemField.COST, "4.500", enter=True)
    assert all_of(desk) == {
        "tra-chanh": Item("Tra chanh", 15_000, "tra-chanh", tags=("lanh", "chua"), cost_vnd=4_500)
    }
    assert desk.said[-1][0] is BannerKind.SUCCESS
    assert desk.page.shelf.box.hasFocus()


def test_what_is_not_there_is_added_by_enter_with_its_name(desk: Desk) -> None:
    add(desk)
    desk.type_into(desk.page.shelf.box, "Nuoc mia", enter=True)
    assert desk.page.form.boxes[ItemField.NAME].text() == "Nuoc mia"
    assert desk.page.form.boxes[ItemField.PRICE].edit.hasFocus()


def test_an_item_is_changed_in_place_and_escape_changes_nothing(desk: Desk) -> None:
    add(desk)
    desk.press(desk.page.shelf.box, Qt.Key.Key_Down)
    desk.press(desk.page.shelf.table, Qt.Key.Key_Return)
    form = desk.page.form
    assert form.boxes[ItemField.NAME].text() == "Cà phê sữa"
    type_box(desk, ItemField.PRICE, "1")
    desk.press(form.boxes[ItemField.PRICE].edit, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert all_of(desk)["ca-phe-sua"].price_vnd == 29_000
    desk.type_into(desk.page.shelf.box, "sua", enter=True)
    type_box(desk, ItemField.COST, "")
    type_box(desk, ItemField.PRICE, "30", enter=True)
    changed = all_of(desk)["ca-phe-sua"]
    assert (changed.price_vnd, changed.cost_vnd, changed.code) == (30_000, None, "CFS")


def test_an_item_is_sold_no_longer_and_sold_again(desk: Desk) -> None:
    add(desk)
    desk.type_into(desk.page.shelf.box, "tra", enter=True)
    desk.click(desk.page.form.sale)
    assert not all_of(desk)["tra-dao"].active
    desk.type_into(desk.page.shelf.box, "tra", enter=True)
    assert desk.page.form.sale.text() == "Sell again"
    desk.click(desk.page.form.sale)
    assert all_of(desk)["tra-dao"].active


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (ItemField.NAME, ""),
        (ItemField.NAME, "trà ĐÀO"),  # another's
        (ItemField.PRICE, ""),
        (ItemField.PRICE, "12.34"),
        (ItemField.COST, "-1"),
        (ItemField.CODE, "8934563138165"),  # another's
        (ItemField.CODE, "9812345678901288"),
        (ItemField.TAGS, ",".join("abcdefghijklmn")),
        (ItemField.CATEGORY, "x" * 99),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_not_written(desk: Desk, field: ItemField, text: str) -> None:
    add(desk)
    before = all_of(desk)
    desk.type_into(desk.page.shelf.box, "sua", enter=True)
    box = desk.page.form.boxes[field]
    box.edit.setText(text)
    desk.press(box.edit, Qt.Key.Key_Return)
    assert box.notice.text()
    assert box.edit.is_wrong()
    assert box.edit.hasFocus()
    assert all_of(desk) == before


def test_a_barcode_opens_its_item_or_begins_a_new_one(desk: Desk) -> None:
    add(desk)
    assert desk.page.take_scan(decode("8934563138165"))
    assert desk.page.form.boxes[ItemField.NAME].text() == "Trà đào"
    desk.press(desk.page.form.back, Qt.Key.Key_Escape)
    assert desk.page.take_scan(decode("8936017360047"))
    assert desk.page.form.boxes[ItemField.NAME].text() == ""
    assert desk.page.form.boxes[ItemField.CODE].text() == "8936017360047"
    assert not desk.page.take_scan(decode("9812345678901288"))


def test_a_file_is_judged_taken_in_and_undone_as_a_whole(desk: Desk, tmp_path: Path) -> None:
    add(desk)
    before = all_of(desk)
    read(desk, csv_of(tmp_path))
    page = desk.page
    assert [row[-1] for row in cells(page.review.table)] == [
        "Changes: price",
        "New",
        "New",
        "The same item as row 4 – stays out",
        "Stays out – Price: digits only, please, for example 29000",
    ]
    assert not page.review.consent.isVisible()
    assert page.review.take_in.hasFocus()
    press(page, Qt.Key.Key_Space)
    desk.settle()
    assert {item.name: item.price_vnd for item in all_of(desk).values()} == {
        "Cà phê sữa": 31_000,
        "Trà đào": 35_000,
        "Sinh tố bơ": 40_000,
        "Bạc xỉu": 32_000,
        "Bánh bơ": 12_000,
    }
    assert [row[1:] for row in cells(page.lists.table)] == [["3", "3", "in force"]]
    desk.click(page.undo)
    desk.click(page.lists.confirm.yes)
    desk.settle()
    assert all_of(desk) == before
    assert [row[1:] for row in cells(page.lists.table)] == [["3", "0", "undone"]]
    assert [row[0] for row in cells(page.shelf.table)] == ["Cà phê sữa", "Trà đào", "Sinh tố bơ"]


def test_nothing_is_written_where_every_row_is_there_already(desk: Desk, tmp_path: Path) -> None:
    add(desk)
    read(desk, csv_of(tmp_path, (("Cà phê sữa", "CFS", "29000", "9000"),)))
    assert not desk.page.review.take_in.isEnabled()
    assert desk.page.review.back.hasFocus()
    desk.click(desk.page.review.back)
    assert desk.page.shelf.box.hasFocus()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", ["items.xlsx", "items.csv"])
def test_the_items_are_written_to_a_file_that_comes_back_the_same(
    desk: Desk, tmp_path: Path, speaking: QApplication, name: str, language: Language
) -> None:
    add(desk)
    install_language(speaking, language)
    desk.click(desk.page.shelf.export)
    desk.file_dialog().setDirectory(str(tmp_path))
    desk.answer_file_dialog(name)
    assert desk.said[-1][0] is BannerKind.SUCCESS
    read(desk, tmp_path / name)
    assert set(desk.page.review.choice.columns()) == set(ItemField)
    assert desk.page.review.coming_in() == 0
    assert len(read_list(tmp_path / name, guess=guess_item_columns).rows) == 3


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_headings_of_both_languages_are_known_again(speaking: QApplication, language: Language) -> None:
    install_language(speaking, language)
    headings = [field_name(field) for field in ItemField]
    assert guess_item_columns(headings) == {field: place for place, field in enumerate(ItemField)}
