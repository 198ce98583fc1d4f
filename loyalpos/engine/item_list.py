"""A list of items from a spreadsheet judged row by row, before anything of it is written.

What a shop owner expects of it:

* A row means the item of its id, without one that of its code, without either that of its name. The first
  such row of the list counts.
* A column that the list does not have changes nothing; one that it has counts, also where a cell is empty.
* What cannot be read refuses its row, with everything that is wrong at once. A wrong price is money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.customer_list import ListRow
from loyalpos.engine.items import (
    Catalogue,
    Item,
    ItemFault,
    ItemField,
    ItemProblem,
    TypedItem,
    code_key,
    name_key,
    read_item,
)
from loyalpos.engine.list_cells import something
from loyalpos.engine.list_columns import guess
from loyalpos.engine.names import search_key

__all__ = [
    "ChangedItem",
    "ItemRefused",
    "ItemTwice",
    "ItemVerdict",
    "Listed",
    "NewItem",
    "UnchangedItem",
    "guess_item_columns",
    "judge_items",
]

# Folded, best first: the headings of KiotViet, Sapo, POS365, Loyverse and of our own export.
_HEADINGS: Mapping[ItemField, tuple[str, ...]] = {
    ItemField.ID: ("ma noi bo", "item id", "id"),
    ItemField.NAME: (
        "ten mon",
        "mon",
        "ten hang",
        "ten hang hoa",
        "ten san pham",
        "ten mat hang",
        "ten",
        "san pham",
        "mat hang",
        "hang hoa",
        "item name",
        "product name",
        "item",
        "product",
        "name",
    ),
    ItemField.CODE: (
        "ma mon",
        "ma vach",
        "ma hang",
        "ma hang hoa",
        "ma san pham",
        "ma sku",
        "sku",
        "ma",
        "barcode",
        "item code",
        "product code",
        "code",
    ),
    ItemField.CATEGORY: (
        "nhom",
        "nhom hang",
        "nhom mon",
        "nhom san pham",
        "danh muc",
        "loai",
        "loai san pham",
        "category",
        "group",
    ),
    ItemField.TAGS: ("nhan", "the tag", "tags", "tag", "tu khoa"),
    ItemField.PRICE: (
        "gia ban",
        "don gia",
        "gia",
        "gia le",
        "gia ban le",
        "default price",
        "price",
        "selling price",
        "retail price",
    ),
    ItemField.COST: ("gia von", "gia nhap", "cost", "cost price", "purchase cost"),
    ItemField.PREMIUM: ("cao cap", "hang cao cap", "mon cao cap", "premium"),
    ItemField.ACTIVE: ("dang ban", "con ban", "dang kinh doanh", "on sale", "active", "available for sale"),
}
_BEGINNINGS: Mapping[ItemField, tuple[str, ...]] = {
    ItemField.NAME: ("ten mon", "ten hang", "ten san pham"),
    ItemField.CODE: ("ma hang", "ma san pham"),
    ItemField.CATEGORY: ("nhom hang", "danh muc"),
    ItemField.PRICE: ("gia ban", "price"),
    ItemField.COST: ("gia von", "cost"),
    ItemField.ACTIVE: ("available for sale",),
}

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,51}")
_KEPT_FROM_RECKONING = re.compile(r"^'(?=[=+\-@])")
_NO_PARTS_OF_A_DONG = re.compile(r"(?<=[0-9])[.,]0{1,2}$")
_YES: Final = frozenset(("1", "x", "co", "yes", "y", "true", "dung", "v", "dang ban", "con ban"))
_NO: Final = frozenset(("0", "khong", "no", "n", "false", "sai", "ngung ban", "ngung kinh doanh"))


class Listed(Struct, frozen=True):
    """A row that describes an item."""

    row: int
    item: Item


class NewItem(Listed, frozen=True):
    """The item is not in the catalogue yet; its id is ``""`` unless the list names one."""


class ChangedItem(Listed, frozen=True):
    """The item is in the catalogue, and these fields of it become other than they are."""

    fields: tuple[ItemField, ...]


class UnchangedItem(Struct, frozen=True):
    """The catalogue says the same already; the row changes nothing."""

    row: int
    item: Item


class ItemTwice(Struct, frozen=True):
    """An earlier row of the list is the same item and counts instead."""

    row: int
    first_row: int


class ItemRefused(Struct, frozen=True):
    """A row that cannot come in, with all its problems."""

    row: int
    problems: tuple[ItemProblem, ...]


ItemVerdict: TypeAlias = Listed | UnchangedItem | ItemTwice | ItemRefused


def guess_item_columns(headings: Sequence[str]) -> Mapping[ItemField, int]:
    """Guess the columns of a list of items from its headings, in Vietnamese or English.

    Returns:
        The place of each column that was recognised, counted from 0; no place stands twice.
    """
    return guess(headings, _HEADINGS, _BEGINNINGS)


def judge_items(
    rows: Iterable[ListRow], columns: Mapping[ItemField, int], catalogue: Catalogue
) -> tuple[ItemVerdict, ...]:
    """Judge every row of a list of items, in its order, one verdict each.

    Args:
        columns: Where each column lies; cells a short row does not have are empty.
        catalogue: What the shop has already.
    """
    judging = _Judging(columns, catalogue)
    return tuple(judging.judge(row) for row in rows)


class _Judging:
    """What the shop has already, and what the rows before have described."""

    def __init__(self, columns: Mapping[ItemField, int], catalogue: Catalogue) -> None:
        self._columns = columns
        self._catalogue = catalogue
        self._ids: dict[str, int] = {}
        self._names: dict[str, tuple[int, Item]] = {}
        self._codes: dict[str, tuple[int, Item]] = {}

    def judge(self, row: ListRow) -> ItemVerdict:
        cells = {field: self._cell(row, field) for field in self._columns}
        known = self._known(cells)
        item, problems = self._read(cells, known)
        if item is None:
            return ItemRefused(row.number, problems)
        first_row = self._first_row(item, by_name=not item.code and not cells.get(ItemField.ID))
        if first_row is not None:
            return ItemTwice(row.number, first_row)
        problems = tuple(self._taken(item))
        if problems:
            return ItemRefused(row.number, problems)
        if item.id:
            self._ids[item.id] = row.number
        self._names[name_key(item.name)] = (row.number, item)
        if item.code:
            self._codes[code_key(item.code)] = (row.number, item)
        if known is None:
            return NewItem(row.number, item)
        fields = _differences(known, item)
        return ChangedItem(row.number, item, fields) if fields else UnchangedItem(row.number, item)

    def _cell(self, row: ListRow, field: ItemField) -> str:
        place = self._columns[field]
        cell = something(row.cells[place]) if 0 <= place < len(row.cells) else ""
        return _KEPT_FROM_RECKONING.sub("", cell)

    def _known(self, cells: Mapping[ItemField, str]) -> Item | None:
        which, code, name = (cells.get(field, "") for field in (ItemField.ID, ItemField.CODE, ItemField.NAME))
        if which:
            return self._catalogue.by_id(which.casefold())
        by_code = self._catalogue.by_code(code)
        if by_code is not None:
            return by_code
        by_name = self._catalogue.by_name(" ".join(name.split()))
        # With another code it is another item, which cannot have the name; see ``_taken``.
        return by_name if by_name is None or not code or not by_name.code else None

    def _read(
        self, cells: Mapping[ItemField, str], known: Item | None
    ) -> tuple[Item | None, tuple[ItemProblem, ...]]:
        """Read the cells over what is known of the item."""
        before = _as_cells(known)
        now = {**before, **cells}
        premium, active = (_yes(now[field]) for field in (ItemField.PREMIUM, ItemField.ACTIVE))
        which = before[ItemField.ID] or cells.get(ItemField.ID, "").casefold()
        read = read_item(
            TypedItem(
                now[ItemField.NAME],
                _NO_PARTS_OF_A_DONG.sub("", now[ItemField.PRICE]),
                now[ItemField.CODE],
                now[ItemField.CATEGORY],
                now[ItemField.TAGS],
                _NO_PARTS_OF_A_DONG.sub("", now[ItemField.COST]),
                premium=premium is True,
                active=active is not False,
                id=which,
            ),
            thousands=False,
        )
        problems = list(read) if isinstance(read, tuple) else []
        if premium is None and now[ItemField.PREMIUM]:
            problems.append(ItemProblem(ItemField.PREMIUM, ItemFault.UNCLEAR))
        if active is None and now[ItemField.ACTIVE]:
            problems.append(ItemProblem(ItemField.ACTIVE, ItemFault.UNCLEAR))
        if which and not _ID.fullmatch(which):
            problems.append(ItemProblem(ItemField.ID, ItemFault.ODD_CHARACTER))
        return (read, ()) if isinstance(read, Item) and not problems else (None, tuple(problems))

    def _first_row(self, item: Item, *, by_name: bool) -> int | None:
        """Give the earlier row that was the same item."""
        if item.id in self._ids:
            return self._ids[item.id]
        earlier = self._codes.get(code_key(item.code))
        if earlier is None and by_name:
            earlier = self._names.get(name_key(item.name))
        return None if earlier is None else earlier[0]

    def _taken(self, item: Item) -> Iterable[ItemProblem]:
        """Name and code belong to one item each, of the catalogue and of the rows before."""
        with_name = self._catalogue.by_name(item.name) or self._earlier(self._names, name_key(item.name))
        if with_name is not None and (with_name.id != item.id or not item.id):
            yield ItemProblem(ItemField.NAME, ItemFault.TAKEN, other=with_name.name)
        with_code = self._catalogue.by_code(item.code) or self._earlier(self._codes, code_key(item.code))
        if with_code is not None and (with_code.id != item.id or not item.id):
            yield ItemProblem(ItemField.CODE, ItemFault.TAKEN, other=with_code.name)

    @staticmethod
    def _earlier(rows: Mapping[str, tuple[int, Item]], key: str) -> Item | None:
        return rows[key][1] if key in rows else None


def _as_cells(item: Item | None) -> dict[ItemField, str]:
    """Write an item as the cells it would have in a list."""
    if item is None:
        return dict.fromkeys(ItemField, "")
    return {
        ItemField.NAME: item.name,
        ItemField.CODE: item.code,
        ItemField.CATEGORY: item.category,
        ItemField.TAGS: ", ".join(item.tags),
        ItemField.PRICE: str(item.price_vnd),
        ItemField.COST: "" if item.cost_vnd is None else str(item.cost_vnd),
        ItemField.PREMIUM: "1" if item.premium else "0",
        ItemField.ACTIVE: "1" if item.active else "0",
        ItemField.ID: item.id,
    }


def _yes(text: str) -> bool | None:
    """Read yes or no; None for neither, also for nothing."""
    folded = search_key(text)
    if folded in _YES:
        return True
    return False if folded in _NO else None


def _differences(known: Item, item: Item) -> tuple[ItemField, ...]:
    before, now = _as_cells(known), _as_cells(replace(item, id=known.id))
    return tuple(field for field in ItemField if before[field] != now[field])
