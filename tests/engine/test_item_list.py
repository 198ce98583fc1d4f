from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.customer_list import ListRow
from loyalpos.engine.item_list import (
    ChangedItem,
    ItemRefused,
    ItemTwice,
    ItemVerdict,
    Listed,
    NewItem,
    UnchangedItem,
    guess_item_columns,
    judge_items,
)
from loyalpos.engine.items import Catalogue, Item, ItemFault, ItemField, ItemProblem

CFS = Item("Cà phê sữa", 29_000, "ca-phe-sua", "CFS", "Cà phê", ("bán chạy",), 9_000)
TRA = Item("Trà đào", 35_000, "tra-dao", cost_vnd=12_000, premium=True)
SHOP = Catalogue((CFS, TRA))


def judged(
    heads: Sequence[str], *rows: Sequence[str], catalogue: Catalogue = SHOP
) -> tuple[ItemVerdict, ...]:
    listed = [ListRow(number, tuple(cells)) for number, cells in enumerate(rows, start=2)]
    return judge_items(listed, guess_item_columns(heads), catalogue)


def faults(verdict: ItemVerdict) -> list[tuple[ItemField, ItemFault]]:
    assert isinstance(verdict, ItemRefused)
    return [(one.field, one.fault) for one in verdict.problems]


@pytest.mark.parametrize(
    ("headings", "known"),
    [
        (
            ("Loại hàng", "Nhóm hàng(3 Cấp)", "Mã hàng", "Mã vạch", "Tên hàng", "Giá bán", "Giá vốn"),
            {
                ItemField.CATEGORY: 1,
                ItemField.CODE: 3,
                ItemField.NAME: 4,
                ItemField.PRICE: 5,
                ItemField.COST: 6,
            },
        ),
        (
            ("Handle", "SKU", "Name", "Category", "Cost", "Price [Quán]", "Available for sale [Quán]"),
            {
                ItemField.CODE: 1,
                ItemField.NAME: 2,
                ItemField.CATEGORY: 3,
                ItemField.COST: 4,
                ItemField.PRICE: 5,
                ItemField.ACTIVE: 6,
            },
        ),
        (("tên món", "đơn giá"), {ItemField.NAME: 0, ItemField.PRICE: 1}),
    ],
)
def test_the_columns_of_other_programs_are_known(
    headings: tuple[str, ...], known: dict[ItemField, int]
) -> None:
    assert guess_item_columns(headings) == known


def test_a_row_is_new_changed_the_same_or_twice() -> None:
    heads = ("Tên món", "Mã món", "Giá bán")
    verdicts = judged(
        heads,
        ("Bạc xỉu", "BX", "32.000"),
        ("Cà phê sữa", "CFS", "31,000"),
        ("Trà đào", "", "35000"),
        ("bạc xỉu", "bx", "1"),
    )
    assert verdicts == (
        NewItem(2, Item("Bạc xỉu", 32_000, code="BX")),
        ChangedItem(
            3,
            Item("Cà phê sữa", 31_000, "ca-phe-sua", "CFS", "Cà phê", ("bán chạy",), 9_000),
            (ItemField.PRICE,),
        ),
        UnchangedItem(4, TRA),
        ItemTwice(5, 2),
    )


def test_a_column_that_is_not_there_changes_nothing_and_an_empty_cell_counts() -> None:
    (renamed,) = judged(("Mã món", "Tên món"), ("cfs", "Cà phê sữa đá"))
    assert isinstance(renamed, ChangedItem)
    assert (renamed.item.price_vnd, renamed.item.cost_vnd, renamed.fields) == (
        29_000,
        9_000,
        (ItemField.NAME, ItemField.CODE),
    )
    (emptied,) = judged(("Tên món", "Giá vốn", "Nhãn"), ("Cà phê sữa", "", ""))
    assert isinstance(emptied, ChangedItem)
    assert (emptied.item.cost_vnd, emptied.item.tags) == (None, ())


@pytest.mark.parametrize(
    ("cell", "price_vnd"),
    [("25000", 25_000), ("25.000,00", 25_000), ("25,000.00", 25_000), ("25k", 25_000), ("25.000 ₫", 25_000)],
)
def test_prices_are_read_as_spreadsheets_write_them(cell: str, price_vnd: int) -> None:
    (verdict,) = judged(("Tên", "Giá"), ("Mới", cell))
    assert isinstance(verdict, NewItem)
    assert verdict.item.price_vnd == price_vnd


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    heads = ("Tên món", "Giá bán", "Giá vốn", "Cao cấp", "Đang bán", "Mã nội bộ")
    (verdict,) = judged(heads, ("", "nhiều", "-3", "có lẽ", "?!a", "Không được!"))
    assert faults(verdict) == [
        (ItemField.NAME, ItemFault.EMPTY),
        (ItemField.PRICE, ItemFault.NOT_A_NUMBER),
        (ItemField.COST, ItemFault.NEGATIVE),
        (ItemField.PREMIUM, ItemFault.UNCLEAR),
        (ItemField.ACTIVE, ItemFault.UNCLEAR),
        (ItemField.ID, ItemFault.ODD_CHARACTER),
    ]


def test_a_new_item_needs_a_price_and_its_name_and_code_to_itself() -> None:
    heads = ("Tên món", "Mã món", "Giá bán")
    verdicts = judged(
        heads, ("Mới", "", ""), ("Cà phê sữa", "OTHER", "1"), ("Trà", "T1", "1"), ("Trà", "T2", "1")
    )
    assert faults(verdicts[0]) == [(ItemField.PRICE, ItemFault.EMPTY)]
    assert verdicts[1] == ItemRefused(3, (ItemProblem(ItemField.NAME, ItemFault.TAKEN, other="Cà phê sữa"),))
    assert isinstance(verdicts[2], NewItem)
    assert faults(verdicts[3]) == [(ItemField.NAME, ItemFault.TAKEN)]


def test_a_code_that_was_not_there_comes_to_the_item_of_its_name() -> None:
    (verdict,) = judged(("Tên món", "Mã món"), ("Trà đào", "8934563138165"))
    assert isinstance(verdict, ChangedItem)
    assert (verdict.item.id, verdict.item.code) == ("tra-dao", "8934563138165")


def test_the_id_of_another_shop_is_kept_so_that_its_program_fits() -> None:
    heads = ("Mã nội bộ", "Tên món", "Giá bán")
    verdicts = judged(heads, ("latte", "Latte nóng", "45000"), ("tra-dao", "Trà đào cam", "36000"))
    assert isinstance(verdicts[0], NewItem)
    assert verdicts[0].item.id == "latte"
    assert isinstance(verdicts[1], ChangedItem)
    assert verdicts[1].item.name == "Trà đào cam"


def test_yes_and_no_are_read_in_both_languages() -> None:
    heads = ("Tên", "Giá", "Cao cấp", "Đang bán")
    verdicts = judged(heads, ("A1", "1", "có", "không"), ("A2", "1", "no", "Yes"), ("A3", "1", "", ""))
    assert [(one.item.premium, one.item.active) for one in verdicts if isinstance(one, Listed)] == [
        (True, False),
        (False, True),
        (False, True),
    ]


def test_an_item_that_two_rows_mean_in_two_ways_counts_once() -> None:
    verdicts = judged(("Tên món", "Mã món"), ("Cà phê sữa đá", "CFS"), ("Cà phê sữa", ""))
    assert isinstance(verdicts[0], ChangedItem)
    assert verdicts[1] == ItemTwice(3, 2)


@given(st.lists(st.lists(st.text(max_size=20), min_size=0, max_size=9), max_size=12))
def test_every_row_of_any_list_gets_one_verdict_and_what_comes_in_is_there_once(
    cells: list[list[str]],
) -> None:
    rows = [ListRow(number, tuple(row)) for number, row in enumerate(cells, start=1)]
    columns = {field: place for place, field in enumerate(ItemField)}
    verdicts = judge_items(rows, columns, SHOP)
    assert [one.row for one in verdicts] == [row.number for row in rows]
    coming = [one.item for one in verdicts if isinstance(one, Listed | UnchangedItem)]
    for key in ("name", "code", "id"):
        said = [getattr(one, key).casefold() for one in coming if getattr(one, key)]
        assert len(said) == len(set(said))
