from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.bills import BillLine
from loyalpos.engine.items import Catalogue, Item, line_of
from loyalpos.engine.typed_lines import MOST_OF_ONE, added, sum_vnd, typed_line

CFS = Item("Cà phê sữa đá", 29_000, "ca-phe-sua-da", "CFS")
UP = Item("7Up", 15_000, "7up")
WATER = Item("Nước suối", 8_000, "nuoc-suoi", "8934563138165")
GONE = Item("Cà phê trứng", 45_000, "ca-phe-trung", active=False)
SHOP = Catalogue((CFS, UP, WATER, GONE))


@pytest.mark.parametrize(
    ("typed", "quantity", "item"),
    [
        ("cfs", 1, CFS),
        ("sua da", 1, CFS),
        ("2*cfs", 2, CFS),
        ("2x cfs", 2, CFS),
        ("2 x sua", 2, CFS),
        ("x2 cfs", 2, CFS),
        ("12*7up", 12, UP),
        ("7up", 1, UP),
        ("3*8934563138165", 3, WATER),
        ("8934563138165", 1, WATER),
        ("x2", 2, None),
        ("trung", 1, None),
        ("0*cfs", 1, CFS),
    ],
)
def test_a_line_is_typed_as_cashiers_write_it(typed: str, quantity: int, item: Item | None) -> None:
    read = typed_line(typed, SHOP)
    assert read is not None
    assert (read.quantity, read.item) == (quantity, item)


def test_nothing_typed_is_no_line() -> None:
    assert typed_line("  ", SHOP) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_makes_a_line_of_an_item_on_sale_or_none(text: str) -> None:
    read = typed_line(text, SHOP)
    if read is None:
        assert not text.strip()
        return
    assert 1 <= read.quantity <= MOST_OF_ONE
    assert read.item is None or read.item.active
    assert (read.line is None) == (read.item is None)


@given(st.lists(st.tuples(st.sampled_from((CFS, UP, WATER)), st.integers(1, 9)), max_size=12))
def test_lines_add_up_to_what_was_added_and_the_same_item_twice_is_one_line(
    typed: list[tuple[Item, int]],
) -> None:
    lines: tuple[BillLine, ...] = ()
    for item, quantity in typed:
        lines = added(lines, line_of(item, quantity))
    assert sum_vnd(lines) == sum(item.price_vnd * quantity for item, quantity in typed)
    assert sum(line.quantity for line in lines) == sum(quantity for _, quantity in typed)
    assert all(one.item != after.item for one, after in pairwise(lines))
