"""The catalogue of items: described one by one or by a list, which can be taken out again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.items import Item, code_key, name_key
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.store import item_tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
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

_BY_CODE = Prepared("SELECT * FROM item WHERE code_key = :wanted AND code_key <> ''")
_BY_ID = Prepared("SELECT * FROM item WHERE id = :which")


def write_item(connection: Connection, record: Written) -> None:
    """Describe an item anew, or take it away where it is described as nothing.

    What a list describes keeps what was before it. Whoever changes an item by hand makes it theirs: the
    list can no longer take it back.
    """
    which = record.outcome["item"]
    asked = record.request
    came_with = None if "list" not in asked else UUID(asked["list"]).bytes
    if came_with is not None:
        was = _BY_ID.first(connection, which=which)
        connection.execute(
            sa.insert(item_tables.item_before),
            {
                "list": came_with,
                "item": which,
                "described": None if was is None else json.dumps(described(_item(was)), sort_keys=True),
                "of_list": None if was is None else was.list,
            },
        )
    elif "undoes" in asked:
        before = _before(UUID(asked["undoes"]), which)
        came_with = connection.execute(
            sa.select(item_tables.item_before.c.of_list).where(before)
        ).scalar_one()
        connection.execute(sa.delete(item_tables.item_before).where(before))
    else:
        connection.execute(sa.delete(item_tables.item_before).where(item_tables.item_before.c.item == which))
    if asked["described"] is None:
        connection.execute(sa.delete(item_tables.item).where(item_tables.item.c.id == which))
    else:
        now = from_json(asked["described"], Item)
        written = upserts.upsert(item_tables.item)
        anew = {column.name: written.excluded[column.name] for column in item_tables.item.c}
        connection.execute(
            written.on_conflict_do_update(index_elements=["id"], set_=anew),
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
        sa.insert(item_tables.item_list),
        {"id": record.id.bytes, "at_ms": record.at_ms, "rows": record.request["rows"], "undone": 0},
    )


def write_list_undone(connection: Connection, record: Written) -> None:
    """Note that a list of items was taken out again; its items went back one by one before.

    What a later list has described stays as that one has it, and goes back to what was before this one.
    """
    which = UUID(record.request["list"]).bytes
    connection.execute(
        sa.update(item_tables.item_list).where(item_tables.item_list.c.id == which).values(undone=1)
    )
    connection.execute(sa.update(item_tables.item).where(item_tables.item.c.list == which).values(list=None))
    for row in connection.execute(
        sa.select(item_tables.item_before).where(item_tables.item_before.c.list == which)
    ).all():
        connection.execute(
            sa.update(item_tables.item_before)
            .where(item_tables.item_before.c.item == row.item, item_tables.item_before.c.of_list == which)
            .values(described=row.described, of_list=row.of_list)
        )
    connection.execute(sa.delete(item_tables.item_before).where(item_tables.item_before.c.list == which))


def described(one: Item) -> dict[str, Any]:
    """Write down an item as a record carries it: without its id."""
    written = to_json(replace(one, id=""))
    assert isinstance(written, dict)
    return written


def all_items(connection: Connection) -> tuple[Item, ...]:
    """Read the whole catalogue, in no order."""
    return tuple(_item(row) for row in connection.execute(sa.select(item_tables.item)))


def item_ids(connection: Connection) -> frozenset[str]:
    """Read the ids that are given away."""
    return frozenset(connection.execute(sa.select(item_tables.item.c.id)).scalars())


def item_by_id(connection: Connection, which: str) -> Item | None:
    """Read an item, or None where there is none of this id."""
    row = _BY_ID.first(connection, which=which)
    return None if row is None else _item(row)


def item_by_code(connection: Connection, code: str) -> Item | None:
    """Find the item of a code or barcode; ``""`` is none."""
    row = _BY_CODE.first(connection, wanted=code_key(code))
    return None if row is None else _item(row)


def item_like(connection: Connection, one: Item) -> Item | None:
    """Find another item that has the name or the code of one."""
    same = sa.or_(
        item_tables.item.c.name_key == name_key(one.name),
        (item_tables.item.c.code_key != "") & (item_tables.item.c.code_key == code_key(one.code)),
    )
    row = connection.execute(
        sa.select(item_tables.item).where(item_tables.item.c.id != one.id, same).limit(1)
    ).one_or_none()
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
    there = (
        sa.select(sa.func.count())
        .where(item_tables.item.c.list == item_tables.item_list.c.id)
        .scalar_subquery()
    )
    rows = connection.execute(
        sa.select(item_tables.item_list, there.label("there")).order_by(item_tables.item_list.c.at_ms.desc())
    )
    return tuple(
        ItemListRow(UUID(bytes=row.id), row.at_ms, row.rows, row.there, bool(row.undone)) for row in rows
    )


def items_of_list(connection: Connection, which: UUID) -> tuple[str, ...]:
    """Name the items that stand as a list left them."""
    return tuple(
        connection.execute(
            sa.select(item_tables.item.c.id).where(item_tables.item.c.list == which.bytes)
        ).scalars()
    )


def before_list(connection: Connection, which: UUID, one: str) -> Mapping[str, Any] | None:
    """Read what an item was before a list described it, as a record carries it; None for nothing."""
    was = connection.execute(
        sa.select(item_tables.item_before.c.described).where(_before(which, one))
    ).scalar_one()
    return None if was is None else json.loads(was)


def _before(which: UUID, one: str) -> sa.ColumnElement[bool]:
    return (item_tables.item_before.c.list == which.bytes) & (item_tables.item_before.c.item == one)


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
