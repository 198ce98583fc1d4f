"""The projections of members who were merged: which into which, what came over, and who is not the same."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index

from loyalpos.store.columns import id_column, int_column, table, text_column

__all__ = ["merged", "merged_row", "told_apart"]

merged = table(
    "merged",
    id_column("id", key=True),
    id_column("stays"),
    id_column("goes"),
    int_column("at_ms"),
    text_column("who"),
    # When either was seen last, which is not what the one who stays shows now.
    int_column("stays_seen_ms"),
    int_column("goes_seen_ms"),
    id_column("undone_in", optional=True),
    Index("merged_stays", "stays"),
    Index("merged_goes", "goes"),
    rowid=False,
)

merged_row = table(
    "merged_row",
    id_column("merged", key=True),
    # The table and the key of a row that came over, and what of it an undo must find again.
    text_column("of", key=True),
    text_column("key", key=True),
    text_column("mark"),
    rowid=False,
)

told_apart = table(
    "told_apart",
    id_column("first", key=True),
    id_column("second", key=True),
    CheckConstraint("first < second", "told_apart_order"),
    rowid=False,
)
