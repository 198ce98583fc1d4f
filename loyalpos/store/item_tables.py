"""The projections of what the shop sells."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text

from loyalpos.store.columns import id_column, int_column, table, text_column

__all__ = [
    "item",
    "item_before",
    "item_list",
]

item = table(
    "item",
    text_column("id", key=True),
    text_column("name"),
    text_column("name_key"),
    text_column("code"),
    text_column("code_key"),
    text_column("category"),
    text_column("tags"),
    int_column("price_vnd"),
    int_column("cost_vnd", optional=True),
    int_column("premium"),
    int_column("active"),
    # The list that described it last, where nobody has changed it since.
    id_column("list", optional=True),
    CheckConstraint("price_vnd >= 0", "item_price"),
    CheckConstraint("cost_vnd >= 0", "item_cost"),
    CheckConstraint("premium IN (0, 1)", "item_premium"),
    CheckConstraint("active IN (0, 1)", "item_active"),
    Index("item_name", "name_key", unique=True),
    Index("item_code", "code_key", unique=True, sqlite_where=text("code_key <> ''")),
    Index("item_list_of", "list", sqlite_where=text("list IS NOT NULL")),
    rowid=False,
)

item_list = table(
    "item_list",
    id_column("id", key=True),
    int_column("at_ms"),
    int_column("rows"),
    int_column("undone"),
    CheckConstraint("undone IN (0, 1)", "item_list_undone"),
)

item_before = table(
    "item_before",
    id_column("list", key=True),
    text_column("item", key=True),
    # What the item was before a list described it; null where it was not there.
    text_column("described", optional=True),
    id_column("of_list", optional=True),
    Index("item_before_item", "item"),
    rowid=False,
)
