from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.customer_list import ListRow
from loyalpos.engine.item_list import ItemVerdict, Listed, UnchangedItem, guess_item_columns, judge_items
from loyalpos.engine.items import Item, ItemField
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.errors import CannotWrite, CodeOfItem, ItemGone, ItemTaken, SameIdOtherContent
from loyalpos.services.item_export import write_items
from loyalpos.services.item_judging import judge_item_list
from loyalpos.services.list_file import read_list
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, World, enrolled, new_till, reopened

HEADINGS = {
    ItemField.NAME: "Tên món",
    ItemField.CODE: "Mã món",
    ItemField.CATEGORY: "Nhóm",
    ItemField.TAGS: "Nhãn",
    ItemField.PRICE: "Giá bán",
    ItemField.COST: "Giá vốn",
    ItemField.PREMIUM: "Cao cấp",
    ItemField.ACTIVE: "Đang bán",
    ItemField.ID: "Mã nội bộ",
}
COFFEE = Item("Cà phê sữa", 29_000, code="CFS", category="Cà phê", tags=("bán chạy",), cost_vnd=9_000)
ODD = (
    COFFEE,
    Item('=HYPERLINK("x")', 0, tags=("a", "b")),
    Item("+ Trân châu; thêm", 5_000, code="-1", premium=True),
    Item('Bánh "mì"', 15_000, cost_vnd=0, active=False),
    Item("333", 18_000, code="8934563138165"),
)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    made = new_till(tmp_path)
    yield made
    assert check(made.shop.file).is_clean
    made.shop.close()


def new_id(till: Till) -> UUID:
    return till.shop.outside.new_id()


def add(till: Till, item: Item = COFFEE) -> Item:
    return till.items.describe(new_id(till), item)


def all_of(till: Till) -> dict[str, Item]:
    return {item.id: item for item in till.items.catalogue().items}


def verdicts_of(till: Till, heads: Sequence[str], *rows: Sequence[str]) -> tuple[ItemVerdict, ...]:
    listed = [ListRow(number, tuple(cells)) for number, cells in enumerate(rows, start=2)]
    return judge_items(listed, guess_item_columns(heads), till.items.catalogue())


def take_in(till: Till, heads: Sequence[str], *rows: Sequence[str]) -> UUID:
    which = new_id(till)
    taken = till.items.take_in(which, verdicts_of(till, heads, *rows), progress=_on)
    assert not taken.refused
    return which


def _on(_done: int, _whole: int) -> bool:
    return True


def test_an_item_is_described_changed_withdrawn_and_sold_again(till: Till) -> None:
    item = add(till)
    assert item == replace(COFFEE, id="ca-phe-sua")
    dearer = replace(item, name="Cà phê sữa đá", price_vnd=31_000, cost_vnd=None)
    assert till.items.describe(new_id(till), dearer) == dearer
    assert all_of(till) == {"ca-phe-sua": dearer}
    assert not till.items.withdraw(item.id).active
    assert till.items.catalogue().find("ca phe", 5, active_only=True) == ()
    assert till.items.withdraw(item.id, active=True) == dearer


def test_the_same_action_twice_is_one_item_and_another_content_is_refused(till: Till) -> None:
    action = new_id(till)
    first = till.items.describe(action, COFFEE)
    assert till.items.describe(action, COFFEE) == first
    assert len(all_of(till)) == 1
    with pytest.raises(SameIdOtherContent):
        till.items.describe(action, replace(COFFEE, price_vnd=1))


def test_a_name_and_a_code_belong_to_one_item(till: Till) -> None:
    add(till)
    with pytest.raises(ItemTaken) as name:
        add(till, Item("CÀ PHÊ SỮA", 1))
    assert (name.value.field, name.value.other, name.value.withdrawn) == ("name", "Cà phê sữa", False)
    till.items.withdraw("ca-phe-sua")
    with pytest.raises(ItemTaken) as code:
        add(till, Item("Khác", 1, code="cfs"))
    assert (code.value.field, code.value.withdrawn) == ("code", True)
    assert add(till, Item("Cà phê sứa", 1)).id == "ca-phe-sua-2"


def test_an_item_that_is_gone_cannot_be_changed(till: Till) -> None:
    with pytest.raises(ItemGone):
        till.items.describe(new_id(till), replace(COFFEE, id="nothing"))
    with pytest.raises(ItemGone):
        till.items.withdraw("nothing")


def test_goods_are_never_linked_as_a_card_and_a_card_never_names_goods(till: Till) -> None:
    member = enrolled(till)
    till.members.link(member, "KH000123")
    with pytest.raises(ItemTaken) as taken:
        add(till, replace(COFFEE, code="KH000123"))
    assert (taken.value.field, taken.value.other) == ("code", "")
    add(till)
    with pytest.raises(CodeOfItem) as goods:
        till.members.link(member, "CFS")
    assert goods.value.item == "Cà phê sữa"
    with pytest.raises(CodeOfItem):
        till.members.enrol(
            new_id(till), Enrolment(Phone("0987654321"), "Lan", alias="CFS", consents=(CONSENT,))
        )


def test_the_catalogue_is_there_tomorrow(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    for item in ODD:
        add(till, item)
    before = all_of(till)
    till = reopened(till, world)
    assert all_of(till) == before
    assert {replace(item, id="") for item in before.values()} == set(ODD)
    till.shop.close()


# Lists --------------------------------------------------------------------------------------------


def test_a_list_brings_and_changes_items_and_is_undone_as_a_whole(till: Till) -> None:
    add(till)
    before = all_of(till)
    which = take_in(
        till, ("Tên món", "Giá bán"), ("Cà phê sữa", "31000"), ("Bạc xỉu", "32000"), ("Trà", "20000")
    )
    assert {item.name: item.price_vnd for item in all_of(till).values()} == {
        "Cà phê sữa": 31_000,
        "Bạc xỉu": 32_000,
        "Trà": 20_000,
    }
    assert [(one.rows, one.items, one.undone) for one in till.items.lists()] == [(3, 3, False)]
    assert till.items.take_out(which, _on)
    assert all_of(till) == before
    assert [(one.rows, one.items, one.undone) for one in till.items.lists()] == [(3, 0, True)]


def test_what_was_changed_by_hand_since_stays_when_its_list_is_undone(till: Till) -> None:
    which = take_in(till, ("Tên món", "Giá bán"), ("Bạc xỉu", "32000"), ("Trà", "20000"))
    mine = replace(all_of(till)["tra"], price_vnd=22_000)
    till.items.describe(new_id(till), mine)
    assert till.items.take_out(which, _on)
    assert all_of(till) == {"tra": mine}


@pytest.mark.parametrize("first", [0, 1])
def test_two_lists_are_undone_in_whichever_order(till: Till, first: int) -> None:
    heads = ("Tên món", "Giá bán")
    lists = [take_in(till, heads, ("Trà", price)) for price in ("20000", "25000")]
    assert till.items.take_out(lists[first], _on)
    assert [item.price_vnd for item in all_of(till).values()] == [25_000 if first == 0 else 20_000]
    assert till.items.take_out(lists[1 - first], _on)
    assert all_of(till) == {}


def test_names_that_moved_on_within_a_list_find_back(till: Till) -> None:
    for name, code in (("Một", "1A"), ("Hai", "2A"), ("Ba", "3A")):
        add(till, Item(name, 1_000, code=code))
    before = all_of(till)
    which = take_in(till, ("Mã món", "Tên món"), ("1A", "Một cũ"), ("2A", "Hai cũ"))
    till_two = take_in(till, ("Mã món", "Tên món"), ("3A", "Một"))
    assert till.items.take_out(which, _on)
    assert all_of(till)["mot"].name == "Một cũ", "another item has its name since"
    assert all_of(till)["hai"].name == "Hai"
    assert till.items.take_out(till_two, _on)
    assert all_of(till)["ba"] == before["ba"]


def test_a_list_that_was_stopped_goes_on_where_it_was_and_out_again(till: Till) -> None:
    rows = [(f"Món {number}", "1000") for number in range(23)]
    verdicts = verdicts_of(till, ("Tên món", "Giá bán"), *rows)
    which = new_id(till)
    stopped = till.items.take_in(which, verdicts, progress=lambda done, _: done < 10)
    assert (stopped.cancelled, len(all_of(till))) == (True, 10)
    whole = till.items.take_in(which, verdicts, progress=_on)
    assert (whole.cancelled, whole.described, len(all_of(till))) == (False, 23, 23)
    assert not till.items.take_out(which, lambda done, _: done < 10)
    assert 0 < len(all_of(till)) < 23
    assert till.items.take_out(which, _on)
    assert all_of(till) == {}


def test_a_row_refused_meanwhile_is_named_and_the_others_come_in(till: Till) -> None:
    verdicts = verdicts_of(till, ("Tên món", "Giá bán"), ("Trà", "1000"), ("Nước", "2000"))
    add(till, Item("Trà", 500))
    taken = till.items.take_in(new_id(till), verdicts, progress=_on)
    assert [(row, type(why)) for row, why in taken.refused] == [(2, ItemTaken)]
    assert {item.name for item in all_of(till).values()} == {"Trà", "Nước"}


# Files --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["món.csv", "món.xlsx"])
def test_what_was_written_comes_back_as_it_was(till: Till, tmp_path: Path, name: str) -> None:
    for item in ODD:
        add(till, item)
    path = write_items(tmp_path / name, till.items.catalogue().items, HEADINGS, yes="có", no="không")
    sheet = read_list(path, guess=guess_item_columns)
    columns = guess_item_columns(sheet.headings)
    assert set(columns) == set(ItemField)
    verdicts = judge_item_list(till, sheet.rows, columns, _on)
    assert verdicts is not None
    assert len(verdicts) == len(ODD)
    assert all(isinstance(one, UnchangedItem) for one in verdicts)


@pytest.mark.parametrize("name", ["món.csv", "món.xlsx"])
def test_another_shop_takes_the_same_catalogue_in(till: Till, tmp_path: Path, name: str) -> None:
    for item in ODD:
        add(till, item)
    path = write_items(tmp_path / name, till.items.catalogue().items, HEADINGS, yes="có", no="không")
    other = new_till(tmp_path / "other")
    sheet = read_list(path, guess=guess_item_columns)
    verdicts = judge_item_list(other, sheet.rows, guess_item_columns(sheet.headings), _on)
    assert verdicts is not None
    assert all(isinstance(one, Listed) for one in verdicts)
    other.items.take_in(new_id(other), verdicts, progress=_on)
    assert all_of(other) == all_of(till)
    other.shop.close()


def test_a_spreadsheet_reckons_with_nothing_of_it(till: Till, tmp_path: Path) -> None:
    add(till, ODD[1])
    path = write_items(tmp_path / "out", till.items.catalogue().items, HEADINGS, yes="x", no="")
    assert path.name == "out.csv"
    assert "\"'=HYPERLINK" in path.read_text(encoding="utf-8-sig")


def test_a_folder_that_cannot_be_written_is_said(till: Till, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name in ("a.csv", "a.xlsx"):
        with pytest.raises(CannotWrite):
            write_items(tmp_path / "file" / name, (), HEADINGS, yes="x", no="")


def test_judging_can_be_stopped(till: Till) -> None:
    rows = [ListRow(number, ("Trà", "1")) for number in range(500)]
    assert judge_item_list(till, rows, {}, lambda _done, _whole: False) is None
