from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.codes import CardScan, VoucherScan, card_code, decode, voucher_code
from loyalpos.engine.items import (
    LONGEST_ITEM_NAME,
    MOST_TAGS,
    Catalogue,
    Item,
    ItemFault,
    ItemField,
    ItemProblem,
    TypedItem,
    line_of,
    new_item_id,
    read_item,
)

ITEMS = (
    Item("Cà phê sữa đá", 29_000, "ca-phe-sua-da", "CFS", "Cà phê", ("đá",), 9_000),
    Item("Cà phê đen", 25_000, "ca-phe-den", "CFD", "Cà phê"),
    Item("Bạc xỉu", 32_000, "bac-xiu", "BX", "Cà phê", premium=True),
    Item("Bánh bò", 10_000, "banh-bo", category="Bánh"),
    Item("Bánh bơ", 12_000, "banh-bo-2", category="Bánh"),
    Item("Nước suối", 8_000, "nuoc-suoi", "8934563138165"),
    Item("333", 18_000, "333", category="Bia"),
    Item("Cà phê trứng", 45_000, "ca-phe-trung", active=False),
)


def found(typed: str, **more: bool) -> list[str]:
    return [item.name for item in Catalogue(ITEMS).find(typed, 9, **more)]


def faults(typed: TypedItem) -> list[tuple[ItemField, ItemFault]]:
    read = read_item(typed, thousands=True)
    return [(one.field, one.fault) for one in read] if isinstance(read, tuple) else []


def test_an_item_is_read_as_it_is_typed() -> None:
    typed = TypedItem(
        "  Cà phê  sữa đá ",
        "29",
        code="CFS",
        category="Cà phê",
        tags="đá, Bán chạy; #đá",
        cost="9.500",
        premium=True,
    )
    assert read_item(typed, thousands=True) == Item(
        "Cà phê sữa đá",
        29_000,
        code="CFS",
        category="Cà phê",
        tags=("đá", "Bán chạy"),
        cost_vnd=9_500,
        premium=True,
    )


def test_a_cost_that_is_not_typed_is_unknown_and_zero_is_zero() -> None:
    unknown = read_item(TypedItem("Trà đá", "0"), thousands=True)
    free = read_item(TypedItem("Trà đá", "3", cost="0"), thousands=True)
    assert isinstance(unknown, Item)
    assert isinstance(free, Item)
    assert (unknown.price_vnd, unknown.cost_vnd) == (0, None)
    assert (free.price_vnd, free.cost_vnd) == (3_000, 0)


def test_everything_wrong_is_told_at_once_each_at_its_field() -> None:
    typed = TypedItem(" ", "", "x" * 41, "x" * 41, ",".join(map(str, range(MOST_TAGS + 1))), "-5")
    assert faults(typed) == [
        (ItemField.NAME, ItemFault.EMPTY),
        (ItemField.CODE, ItemFault.TOO_LONG),
        (ItemField.CATEGORY, ItemFault.TOO_LONG),
        (ItemField.TAGS, ItemFault.TOO_MANY),
        (ItemField.PRICE, ItemFault.EMPTY),
        (ItemField.COST, ItemFault.NEGATIVE),
    ]
    assert faults(TypedItem("Trà", "12.34")) == [(ItemField.PRICE, ItemFault.UNCLEAR)]
    assert faults(TypedItem("Trà", "mười")) == [(ItemField.PRICE, ItemFault.NOT_A_NUMBER)]
    assert faults(TypedItem("Trà", "9" * 15)) == [(ItemField.PRICE, ItemFault.TOO_LARGE)]
    assert read_item(TypedItem("x" * 121, "1"), thousands=False) == (
        ItemProblem(ItemField.NAME, ItemFault.TOO_LONG, LONGEST_ITEM_NAME),
    )


def test_names_of_goods_need_no_letter_but_nothing_that_breaks_a_line_of_figures() -> None:
    for name in ("333", "7Up", "Combo 1+1", "Trà sữa 50% đường", "Cà phê 1/2"):
        assert faults(TypedItem(name, "1")) == []
    for name in ("Trà \u0007", "שלום", "Trà 🍵", "a\u202eb"):
        assert faults(TypedItem(name, "1")) == [(ItemField.NAME, ItemFault.ODD_CHARACTER)]


@given(st.integers(0, 10**12 - 1), st.booleans())
def test_no_code_of_an_item_is_ever_taken_for_a_card(twelve: int, voucher: bool) -> None:
    ours = str(voucher_code(twelve) if voucher else card_code(twelve))
    for text in (ours, ours[:-2], ours[1:]):
        assert faults(TypedItem("Trà", "1", text)) == [(ItemField.CODE, ItemFault.OF_A_CARD)]


@given(st.text(max_size=60))
def test_whatever_can_be_an_items_code_is_no_card_and_no_voucher(text: str) -> None:
    read = read_item(TypedItem("Trà", "1", text), thousands=True)
    if isinstance(read, Item) and read.code:
        assert not isinstance(decode(read.code), CardScan | VoucherScan)


def test_a_barcode_of_goods_and_a_short_code_are_fine() -> None:
    for code in ("8934563138165", "CF01", "12", "98", "9"):
        assert faults(TypedItem("Trà", "1", code)) == []


@given(st.text(max_size=300), st.text(max_size=40), st.text(max_size=60), st.text(max_size=60))
def test_any_typed_text_is_an_item_or_has_problems_and_reading_again_changes_nothing(
    name: str, price: str, code: str, tags: str
) -> None:
    read = read_item(TypedItem(name, price, code, tags, tags, price), thousands=True)
    if isinstance(read, tuple):
        assert read
        assert all(isinstance(one, ItemProblem) for one in read)
        return
    cost = "" if read.cost_vnd is None else str(read.cost_vnd)
    again = TypedItem(read.name, str(read.price_vnd), read.code, read.category, ", ".join(read.tags), cost)
    assert read_item(again, thousands=False) == read


def test_items_are_found_by_beginnings_of_words_without_marks() -> None:
    assert found("ca ph") == ["Cà phê đen", "Cà phê sữa đá", "Bạc xỉu", "Cà phê trứng"]
    assert found("sua") == ["Cà phê sữa đá"]
    assert found("da ca") == ["Cà phê sữa đá"]
    assert found("CA PHE", active_only=True) == ["Cà phê đen", "Cà phê sữa đá", "Bạc xỉu"]
    assert found("he") == []
    assert found("") == [item.name for item in Catalogue(ITEMS).items]
    assert found("?!") == []


def test_marks_as_typed_put_the_item_meant_on_top() -> None:
    assert found("bánh bơ") == ["Bánh bơ", "Bánh bò"]
    assert found("bánh bò") == ["Bánh bò", "Bánh bơ"]


def test_a_code_finds_its_item_first_and_its_beginning_too() -> None:
    assert found("bx") == ["Bạc xỉu"]
    assert found("8934563138165") == ["Nước suối"]
    assert found("893") == ["Nước suối"]
    assert found("333") == ["333"]


def test_categories_and_tags_are_found_after_names() -> None:
    assert found("banh") == ["Bánh bò", "Bánh bơ"]
    assert found("bia") == ["333"]
    assert found("ca phe da") == ["Cà phê sữa đá"]
    assert found("bac ca phe") == ["Bạc xỉu"]


@given(st.text(max_size=20), st.integers(0, 5))
def test_a_search_of_anything_answers_with_items_of_the_catalogue_once_each(typed: str, most: int) -> None:
    answer = Catalogue(ITEMS).find(typed, most)
    assert len(answer) <= most
    assert len(set(answer)) == len(answer)
    assert set(answer) <= set(ITEMS)


@given(st.lists(st.text(max_size=60), max_size=8))
def test_ids_are_short_plain_words_and_never_twice(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        made = new_item_id(name, taken)
        assert made not in taken
        assert made.isascii()
        assert 0 < len(made) <= 52
        assert made == made.strip("-")
        taken.add(made)


def test_the_id_of_an_item_says_its_name() -> None:
    assert new_item_id("Cà phê sữa đá", ()) == "ca-phe-sua-da"
    assert new_item_id("Bánh bơ", {"banh-bo"}) == "banh-bo-2"
    assert new_item_id("☕", ()) == "mon"


def test_a_line_carries_what_rules_ask_of_an_item() -> None:
    line = line_of(ITEMS[0], 3)
    assert (line.name, line.quantity, line.amount_vnd) == ("Cà phê sữa đá", 3, 87_000)
    assert (line.item, line.category, line.tags, line.premium) == (
        "ca-phe-sua-da",
        "Cà phê",
        ("đá",),
        False,
    )
    assert line_of(ITEMS[2]).premium
