"""The catalogue of items: described one by one or by a list, which can be taken out again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.engine.items import Item, code_key, name_key
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.store.item_tables import item, item_before, item_list
from loyalpos.store.written import Written

__all__ = [
    "ItemListRow",
    "all_items",
    "before_list",
    "described",
    "item_by_code",
    "item_by_id",
    "item_ids",
    "item_like",
    "item_lists",
    "items_of_list",
    "write_item",
    "write_list",
    "write_list_undone",
]

_WRITE = upsert(item)
_WRITE = _WRITE.on_conflict_do_update(
    index_elements=["id"],
    set_={column.name: _WRITE.excluded[column.name] for column in item.c if column.name != "id"},
)
_BY_ID = select(item).where(item.c.id == bindparam("which"))


def write_item(connection: Connection, record: Written) -> None:
    """Describe an item anew, or take it away where it is described as nothing.

    What a list describes keeps what was before it. Whoever changes an item by hand makes it theirs: the
    list can no longer take it back.
    """
    which = record.outcome["item"]
    asked = record.request
    came_with = None if "list" not in asked else UUID(asked["list"]).bytes
    if came_with is not None:
        was = connection.execute(_BY_ID, {"which": which}).one_or_none()
        connection.execute(
            insert(item_before),
            {
                "list": came_with,
                "item": which,
                "described": None if was is None else json.dumps(described(_item(was)), sort_keys=True),
                "of_list": None if was is None else was.list,
            },
        )
    elif "undoes" in asked:
        before = _before(UUID(asked["undoes"]), which)
        came_with = connection.execute(select(item_before.c.of_list).where(before)).scalar_one()
        connection.execute(delete(item_before).where(before))
    else:
        connection.execute(delete(item_before).where(item_before.c.item == which))
    if asked["described"] is None:
        connection.execute(delete(item).where(item.c.id == which))
    else:
        now = from_json(asked["described"], Item)
        connection.execute(
            _WRITE,
            {
                "id": which,
                "name": now.name,
                "name_key": name_key(now.name),
                "code": now.code,
                "code_key": code_key(now.code),
                "category": now.category,
                "tags": json.dumps(now.tags, ensure_ascii=False),
                "price_vnd": now.price_vnd,
                "cost_vnd": now.cost_vnd,
                "premium": int(now.premium),
                "active": int(now.active),
                "list": came_with,
            },
        )


def write_list(connection: Connection, record: Written) -> None:
    """Note that a list of items is being taken in."""
    connection.execute(
        insert(item_list),
        {"id": record.id.bytes, "at_ms": record.at_ms, "rows": record.request["rows"], "undone": 0},
    )


def write_list_undone(connection: Connection, record: Written) -> None:
    """Note that a list of items was taken out again; its items went back one by one before.

    What a later list has described stays as that one has it, and goes back to what was before this one.
    """
    which = UUID(record.request["list"]).bytes
    connection.execute(update(item_list).where(item_list.c.id == which).values(undone=1))
    connection.execute(update(item).where(item.c.list == which).values(list=None))
    for row in connection.execute(select(item_before).where(item_before.c.list == which)).all():
        connection.execute(
            update(item_before)
            .where(item_before.c.item == row.item, item_before.c.of_list == which)
            .values(described=row.described, of_list=row.of_list)
        )
    connection.execute(delete(item_before).where(item_before.c.list == which))


def described(one: Item) -> dict[str, Any]:
    """Write down an item as a record carries it: without its id."""
    written = to_json(replace(one, id=""))
    assert isinstance(written, dict)
    return written


def all_items(connection: Connection) -> tuple[Item, ...]:
    """Read the whole catalogue, in no order."""
    return tuple(_item(row) for row in connection.execute(select(item)))


def item_ids(connection: Connection) -> frozenset[str]:
    """Read the ids that are given away."""
    return frozenset(connection.execute(select(item.c.id)).scalars())


def item_by_id(connection: Connection, which: str) -> Item | None:
    """Read an item, or None where there is none of this id."""
    row = connection.execute(_BY_ID, {"which": which}).one_or_none()
    return None if row is None else _item(row)


def item_by_code(connection: Connection, code: str) -> Item | None:
    """Find the item of a code or barcode; ``""`` is none."""
    found = select(item).where(item.c.code_key == code_key(code), item.c.code_key != "")
    row = connection.execute(found).one_or_none()
    return None if row is None else _item(row)


def item_like(connection: Connection, one: Item) -> Item | None:
    """Find another item that has the name or the code of one."""
    same = or_(
        item.c.name_key == name_key(one.name),
        (item.c.code_key != "") & (item.c.code_key == code_key(one.code)),
    )
    row = connection.execute(select(item).where(item.c.id != one.id, same).limit(1)).one_or_none()
    return None if row is None else _item(row)


class ItemListRow(Struct, frozen=True):
    """A list of items that was taken in: its rows, and how many items still stand as it left them."""

    id: UUID
    at_ms: int
    rows: int
    items: int
    undone: bool


def item_lists(connection: Connection) -> tuple[ItemListRow, ...]:
    """List the lists of items, newest first."""
    there = select(func.count()).where(item.c.list == item_list.c.id).scalar_subquery()
    rows = connection.execute(select(item_list, there.label("there")).order_by(item_list.c.at_ms.desc()))
    return tuple(
        ItemListRow(UUID(bytes=row.id), row.at_ms, row.rows, row.there, bool(row.undone)) for row in rows
    )


def items_of_list(connection: Connection, which: UUID) -> tuple[str, ...]:
    """Name the items that stand as a list left them."""
    return tuple(connection.execute(select(item.c.id).where(item.c.list == which.bytes)).scalars())


def before_list(connection: Connection, which: UUID, one: str) -> Mapping[str, Any] | None:
    """Read what an item was before a list described it, as a record carries it; None for nothing."""
    was = connection.execute(select(item_before.c.described).where(_before(which, one))).scalar_one()
    return None if was is None else json.loads(was)


def _before(which: UUID, one: str) -> ColumnElement[bool]:
    return (item_before.c.list == which.bytes) & (item_before.c.item == one)


def _item(row: Any) -> Item:
    return Item(
        row.name,
        row.price_vnd,
        row.id,
        row.code,
        row.category,
        tuple(json.loads(row.tags)),
        row.cost_vnd,
        bool(row.premium),
        bool(row.active),
    )
