"""The catalogue of what the shop sells: described, withdrawn, taken in from a list and out again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.item_list import ItemVerdict, Listed
from loyalpos.engine.items import Catalogue, Item, ItemField, name_key, new_item_id
from loyalpos.engine.json_values import from_json
from loyalpos.engine.staff import Right
from loyalpos.errors import ItemGone, ItemTaken, Refusal
from loyalpos.services.shop import Shop
from loyalpos.store import items as stored
from loyalpos.store.cards import card_by_code
from loyalpos.store.file import Connection
from loyalpos.store.items import ItemListRow
from loyalpos.store.journal import find_record

__all__ = ["ItemListRow", "Items", "ItemsTakenIn"]

_ROWS_AT_ONCE: Final = 5
"""Rows in one transaction: few, so that the till never waits for a list."""

_BREATH_S: Final = 0.003
"""Between two transactions, as with lists of customers: a scan wants its turn."""


class ItemsTakenIn(Struct, frozen=True):
    """What became of a list of items: its id, how many it described, and the rows refused with the reason."""

    id: UUID
    described: int
    refused: tuple[tuple[int, Refusal], ...]
    cancelled: bool


class Items:
    """The shop's own small catalogue."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def catalogue(self) -> Catalogue:
        """Read all items, sold or no longer sold."""
        with self._shop.file.read() as connection:
            return Catalogue(stored.all_items(connection))

    def names(self) -> dict[str, str]:
        """Tell what every item is called that rules name by its id."""
        return {item.id: item.name for item in self.catalogue().items}

    def describe(self, action: UUID, item: Item) -> Item:
        """Put an item into the catalogue, or change the one that has its id.

        Args:
            action: Fixed before the first try, so that a retry is the same action.
            item: What it shall be; without an id it is new.

        Returns:
            The item with its id.

        Raises:
            ItemTaken: Another item has the name or the code, or a member has the code for a card.
            ItemGone: There is no item of this id any more.
            SameIdOtherContent: The action's id was used for something else.
        """
        with self._shop.file.work() as connection:
            if item.id and stored.item_by_id(connection, item.id) is None:
                raise ItemGone
            return self._describe(connection, action, item)

    def withdraw(self, which: str, *, active: bool = False) -> Item:
        """Sell an item no longer, or again; it keeps its name, its code and its place in rules.

        Raises:
            ItemGone: There is no such item.
        """
        with self._shop.file.work() as connection:
            known = stored.item_by_id(connection, which)
            if known is None:
                raise ItemGone
            if known.active == active:
                return known
            return self._describe(connection, self._shop.outside.new_id(), replace(known, active=active))

    # Lists ----------------------------------------------------------------------------------------

    def lists(self) -> tuple[ItemListRow, ...]:
        """List what was taken in, newest first, with how many items still stand as it left them."""
        with self._shop.file.read() as connection:
            return stored.item_lists(connection)

    def take_in(
        self, list_id: UUID, verdicts: Sequence[ItemVerdict], *, progress: Callable[[int, int], bool]
    ) -> ItemsTakenIn:
        """Describe every item of a list that is new or other than before, in many small transactions.

        Args:
            list_id: The id of this taking-in; running it again goes on where it stopped.
            progress: Told rows done and rows in all after each step; False stops between two steps.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.IMPORT)
        ready = [verdict for verdict in verdicts if isinstance(verdict, Listed)]
        with self._shop.file.work() as connection:
            self._shop.write(connection, "item_list_begun", {"rows": len(ready)}, action=list_id)
        described = 0
        refused: list[tuple[int, Refusal]] = []
        for start in range(0, len(ready), _ROWS_AT_ONCE):
            if not progress(start, len(ready)):
                return ItemsTakenIn(list_id, described, tuple(refused), cancelled=True)
            with self._shop.file.work() as connection:
                for row in ready[start : start + _ROWS_AT_ONCE]:
                    action = uuid5(list_id, f"row:{row.row}")
                    try:
                        self._describe(connection, action, row.item, item_list=list_id)
                        described += 1
                    except Refusal as refusal:
                        refused.append((row.row, refusal))
            time.sleep(_BREATH_S)
        progress(len(ready), len(ready))
        return ItemsTakenIn(list_id, described, tuple(refused), cancelled=False)

    def take_out(self, list_id: UUID, progress: Callable[[int, int], bool]) -> bool:
        """Undo a whole list: what it brought goes, what it changed is as before; later changes stay.

        An item whose name or code somebody else has since stays as the list left it.

        Returns:
            False if it was stopped on the way; calling again goes on.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.IMPORT)
        with self._shop.file.read() as connection:
            left = stored.items_of_list(connection, list_id)
        whole = len(left)
        while left:
            blocked: list[str] = []
            for start in range(0, len(left), _ROWS_AT_ONCE):
                if not progress(whole - len(left) + start - len(blocked), whole):
                    return False
                with self._shop.file.work() as connection:
                    for one in left[start : start + _ROWS_AT_ONCE]:
                        if not self._put_back(connection, list_id, one):
                            blocked.append(one)
                time.sleep(_BREATH_S)
            if len(blocked) == len(left):
                break
            # A name may be free again, now that others have theirs back.
            left = tuple(blocked)
        with self._shop.file.work() as connection:
            self._shop.write(
                connection, "item_list_undone", {"list": list_id.hex}, action=uuid5(list_id, "undone")
            )
        progress(whole, whole)
        return True

    # How ------------------------------------------------------------------------------------------

    def _describe(
        self, connection: Connection, action: UUID, item: Item, *, item_list: UUID | None = None
    ) -> Item:
        request: dict[str, object] = {"item": item.id, "described": stored.described(item)}
        if item_list is not None:
            request["list"] = item_list.hex
        if find_record(connection, action) is not None:
            again = self._shop.write(connection, "item_described", request, action=action)
            return replace(item, id=json.loads(again.record.body)["outcome"]["item"])
        self._refuse_taken(connection, item)
        which = item.id or new_item_id(item.name, stored.item_ids(connection))
        self._shop.write(connection, "item_described", request, {"item": which}, action=action)
        return replace(item, id=which)

    def _put_back(self, connection: Connection, list_id: UUID, which: str) -> bool:
        """Make an item what it was before a list, unless that is taken; tell whether it was done."""
        before = stored.before_list(connection, list_id, which)
        if before is not None:
            try:
                self._refuse_taken(connection, replace(from_json(before, Item), id=which))
            except ItemTaken:
                return False
        self._shop.write(
            connection,
            "item_described",
            {"item": which, "described": before, "undoes": list_id.hex},
            {"item": which},
        )
        return True

    def _refuse_taken(self, connection: Connection, item: Item) -> None:
        other = stored.item_like(connection, item)
        if other is not None:
            same_name = name_key(other.name) == name_key(item.name)
            field = ItemField.NAME if same_name else ItemField.CODE
            raise ItemTaken(field, other.name, withdrawn=not other.active)
        if item.code:
            card = card_by_code(connection, item.code)
            if card is not None and card.state != "blank":
                raise ItemTaken(ItemField.CODE, "", withdrawn=False)
