"""What a shop sells, as far as its rules ask: a small catalogue, typed values read, items found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from loyalpos.engine.bills import BillLine
from loyalpos.engine.codes import ForeignScan, GoodsScan, decode
from loyalpos.engine.money import AmountProblem, parse_amount
from loyalpos.engine.names import search_key

__all__ = [
    "LONGEST_ITEM_CODE",
    "LONGEST_ITEM_NAME",
    "LONGEST_TAG",
    "MOST_TAGS",
    "Catalogue",
    "Item",
    "ItemFault",
    "ItemField",
    "ItemProblem",
    "TypedItem",
    "code_key",
    "line_of",
    "name_key",
    "new_item_id",
    "parse_code",
    "parse_price",
    "parse_tags",
    "read_item",
]

LONGEST_ITEM_NAME: Final = 120
LONGEST_ITEM_CODE: Final = 40
LONGEST_TAG: Final = 40
MOST_TAGS: Final = 12
_LONGEST_ID: Final = 48

_TURNING: Final = frozenset(("R", "AL", "AN"))
_BETWEEN_TAGS = re.compile(r"[,;\n|]")


class Item(Struct, frozen=True):
    """Something the shop sells.

    ``id`` is a short text that rules name the item by; it is made of the first name and never changes.
    ``""`` is an item that is not in the catalogue yet. ``code`` is the shop's own short code or the barcode
    of the goods, ``""`` for none. ``price_vnd`` is for one of it, with tax; ``cost_vnd`` what one costs the
    shop, None where nobody knows. An item that is not ``active`` is no longer sold, but rules may name it.
    """

    name: str
    price_vnd: int
    id: str = ""
    code: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    cost_vnd: int | None = None
    premium: bool = False
    active: bool = True


class ItemField(StrEnum):
    """What can be said of an item, in the order people say it."""

    NAME = "name"
    CODE = "code"
    CATEGORY = "category"
    TAGS = "tags"
    PRICE = "price"
    COST = "cost"
    PREMIUM = "premium"
    ACTIVE = "active"
    ID = "id"


class ItemFault(StrEnum):
    """Why a typed text cannot stand in a field of an item."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    ODD_CHARACTER = "odd_character"
    """A control character, an emoji, or letters that would turn round the figures beside them."""
    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"
    UNCLEAR = "unclear"
    """Digits that can be read in two ways, or a word that is neither yes nor no."""
    OF_A_CARD = "of_a_card"
    """The code is one of our cards or vouchers, or looks like a piece of one."""
    TAKEN = "taken"
    """Another item has this name or code."""


class ItemProblem(Struct, frozen=True):
    """A field that cannot be read.

    Attributes:
        limit: How many letters or tags there may be, where that is the fault; else 0.
        other: The item that has it already, where that is the fault; else ``""``.
    """

    field: ItemField
    fault: ItemFault
    limit: int = 0
    other: str = ""


class TypedItem(Struct, frozen=True):
    """An item as it stands in the boxes of a form."""

    name: str
    price: str
    code: str = ""
    category: str = ""
    tags: str = ""
    cost: str = ""
    premium: bool = False
    active: bool = True
    id: str = ""


def read_item(typed: TypedItem, *, thousands: bool) -> Item | tuple[ItemProblem, ...]:
    """Read an item as a person types it.

    Args:
        typed: Texts of any length and any characters; ``id`` is kept as it is.
        thousands: Whether one to four plain digits of an amount mean thousands.

    Returns:
        The item, or everything that is wrong with it, in the order of the fields.
    """
    name = _clean(ItemField.NAME, typed.name, LONGEST_ITEM_NAME)
    if name == "":
        name = ItemProblem(ItemField.NAME, ItemFault.EMPTY)
    code = parse_code(typed.code)
    category = _clean(ItemField.CATEGORY, typed.category, LONGEST_TAG)
    tags = parse_tags(typed.tags)
    price_vnd = parse_price(ItemField.PRICE, typed.price, thousands=thousands)
    if price_vnd is None:
        price_vnd = ItemProblem(ItemField.PRICE, ItemFault.EMPTY)
    cost_vnd = parse_price(ItemField.COST, typed.cost, thousands=thousands)
    read = (name, code, category, tags, price_vnd, cost_vnd)
    problems = tuple(one for one in read if isinstance(one, ItemProblem))
    if problems:
        return problems
    assert isinstance(name, str)
    assert isinstance(code, str)
    assert isinstance(category, str)
    assert isinstance(tags, tuple)
    assert isinstance(price_vnd, int)
    assert not isinstance(cost_vnd, ItemProblem)
    return Item(name, price_vnd, typed.id, code, category, tags, cost_vnd, typed.premium, typed.active)


def parse_code(text: str) -> str | ItemProblem:
    """Read an item's own code; ``""`` for none.

    A code that our cards and vouchers begin with, or a piece of one, is refused: a scan of it must stay a
    scan of a card.
    """
    code = _clean(ItemField.CODE, text, LONGEST_ITEM_CODE)
    if isinstance(code, ItemProblem) or not code:
        return code
    if not isinstance(decode(code), GoodsScan | ForeignScan) and len(code) > 2:
        return ItemProblem(ItemField.CODE, ItemFault.OF_A_CARD)
    return code


def parse_tags(text: str) -> tuple[str, ...] | ItemProblem:
    """Read tags with commas between them; one that is there already, in whatever case, is left out."""
    tags: dict[str, str] = {}
    for part in _BETWEEN_TAGS.split(text[: MOST_TAGS * LONGEST_TAG * 8]):
        tag = _clean(ItemField.TAGS, part.strip().removeprefix("#"), LONGEST_TAG)
        if isinstance(tag, ItemProblem):
            return tag
        if tag:
            tags.setdefault(tag.casefold(), tag)
    if len(tags) > MOST_TAGS:
        return ItemProblem(ItemField.TAGS, ItemFault.TOO_MANY, MOST_TAGS)
    return tuple(tags.values())


def parse_price(field: ItemField, text: str, *, thousands: bool) -> int | ItemProblem | None:
    """Read đồng for one of an item, from 0; None for nothing typed."""
    amount = parse_amount(text, thousands=thousands)
    match amount:
        case int():
            return amount
        case AmountProblem.EMPTY:
            return None
        case AmountProblem.ZERO:
            return 0
        case AmountProblem():
            return ItemProblem(field, ItemFault(amount.value))


def _clean(field: ItemField, text: str, longest: int) -> str | ItemProblem:
    """Bring a text into the form it is kept in: composed, single spaces, none at the ends."""
    # Cut first, because a paste may be endless.
    cut = unicodedata.normalize("NFC", " ".join(text[: 100 * longest].split()))
    for character in cut:
        odd = not character.isprintable() or unicodedata.category(character) in ("So", "Me")
        if odd or unicodedata.bidirectional(character) in _TURNING:
            return ItemProblem(field, ItemFault.ODD_CHARACTER)
    return cut if len(cut) <= longest else ItemProblem(field, ItemFault.TOO_LONG, longest)


def name_key(name: str) -> str:
    """Give what two items of one name share: case does not part them, marks do (bánh bò, bánh bơ)."""
    return name.casefold()


def code_key(code: str) -> str:
    """Give what two items of one code share."""
    return code.casefold()


def new_item_id(name: str, taken: Collection[str]) -> str:
    """Make the id of a new item from its name: ``ca-phe-sua``, or ``ca-phe-sua-2`` where that is taken."""
    plain = (
        re.sub("[^a-z0-9]+", "-", search_key(name).casefold()).strip("-")[:_LONGEST_ID].strip("-") or "mon"
    )
    number, made = 1, plain
    while made in taken:
        number += 1
        made = f"{plain}-{number}"
    return made


def line_of(item: Item, quantity: int = 1) -> BillLine:
    """Make the line of a bill for so many of an item, with what rules may ask of it."""
    return BillLine(
        item.name,
        quantity,
        item.price_vnd * quantity,
        item=item.id,
        category=item.category,
        tags=item.tags,
        premium=item.premium,
    )


class Catalogue:
    """All items of a shop, folded once, so that they are found at every keystroke.

    Attributes:
        items: Those that are sold before those that are no longer, each by name.
    """

    __slots__ = ("_by_code", "_by_id", "_by_name", "_folded", "items")

    def __init__(self, items: Iterable[Item]) -> None:
        folded = [(search_key(item.name), item) for item in items]
        folded.sort(key=lambda one: (not one[1].active, one[0], one[1].name, one[1].id))
        self.items = tuple(item for _, item in folded)
        self._folded = tuple(
            (f" {key}", f" {search_key(' '.join((item.category, *item.tags)))}", item) for key, item in folded
        )
        self._by_id = {item.id: item for item in self.items}
        self._by_name = {name_key(item.name): item for item in self.items}
        self._by_code = {code_key(item.code): item for item in self.items if item.code}

    def by_id(self, item: str) -> Item | None:
        """Find an item by what rules call it."""
        return self._by_id.get(item)

    def by_name(self, name: str) -> Item | None:
        """Find the item of exactly this name, in whatever case."""
        return self._by_name.get(name_key(name))

    def by_code(self, code: str) -> Item | None:
        """Find the item of this code or barcode."""
        return self._by_code.get(code_key(code)) if code else None

    def find(self, typed: str, most: int, *, active_only: bool = False) -> tuple[Item, ...]:
        """List the items that fit what is typed: a code or its beginning, or beginnings of words of the name.

        Marks and case do not matter, but what has the marks as typed comes first. Words of the category and
        of tags count too, after those of names.

        Args:
            typed: Any text; nothing fits all.
        """
        words = search_key(typed).split()
        code = code_key(typed.strip())
        if not words and code:
            return ()
        exact = name_key(unicodedata.normalize("NFC", " ".join(typed.split())))
        ranked: list[tuple[int, int, Item]] = []
        for place, (name, other, item) in enumerate(self._folded):
            rank = self._rank(item, name, other, words, code, exact)
            if rank is not None and (item.active or not active_only):
                ranked.append((rank + 10 * (not item.active), place, item))
        ranked.sort(key=lambda one: one[:2])
        return tuple(item for _, _, item in ranked[:most])

    @staticmethod
    def _rank(item: Item, name: str, other: str, words: list[str], code: str, exact: str) -> int | None:
        """Say how well an item fits, 0 best; None for not at all."""
        own = code_key(item.code)
        if code and own == code:
            return 0
        if all(f" {word}" in name for word in words):
            begins = name.startswith(" " + " ".join(words))
            return (1 if begins else 3) + (exact not in item.name.casefold())
        if code and own.startswith(code):
            return 5
        together = name + other
        return 6 if all(f" {word}" in together for word in words) else None
