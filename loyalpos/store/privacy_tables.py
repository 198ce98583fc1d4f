"""The projections about persons as such: whose private parts are whose, who was erased, who was looked at."""

from __future__ import annotations

from sqlalchemy import Index

from loyalpos.store.columns import id_column, int_column, table, text_column

__all__ = ["access", "erasure", "hold", "private_part"]

# A row for each member whom the private part of a record is about, also when that was erased.
private_part = table(
    "private_part",
    id_column("member", key=True),
    id_column("record", key=True),
    rowid=False,
)

erasure = table(
    "erasure",
    id_column("member", key=True),
    int_column("at_ms"),
    text_column("reason"),
    int_column("points"),
    text_column("who"),
    rowid=False,
)

hold = table(
    "hold",
    id_column("member", key=True),
    int_column("since_ms"),
    text_column("who"),
    # "" where that was erased.
    text_column("reason"),
    rowid=False,
)

access = table(
    "access",
    id_column("record", key=True),
    # Null where all members were written down at once.
    id_column("member", optional=True),
    int_column("at_ms"),
    text_column("how"),
    text_column("who"),
    Index("access_member", "member", "at_ms"),
    rowid=False,
)
