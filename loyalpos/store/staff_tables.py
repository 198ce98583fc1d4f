"""The projections of who works in the shop, and of what somebody has looked at once more."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index

from loyalpos.store.columns import id_column, int_column, table, text_column

__all__ = ["acknowledgement", "staff", "staff_pin"]

staff = table(
    "staff",
    id_column("id", key=True),
    # Null where it was erased.
    text_column("name", optional=True),
    text_column("role"),
    id_column("member", optional=True),
    int_column("gone"),
    CheckConstraint("role IN ('owner', 'manager', 'cashier')", "staff_role"),
    CheckConstraint("gone IN (0, 1)", "staff_gone"),
)

# Apart, so that no table that is written into files for people holds a hash.
staff_pin = table("staff_pin", id_column("person", key=True), text_column("hash"))

# What somebody has looked at once more: a finding as it was then.
acknowledgement = table(
    "acknowledgement",
    id_column("id", key=True),
    text_column("day"),
    text_column("kind"),
    text_column("who"),
    id_column("member", optional=True),
    text_column("records"),
    int_column("points"),
    int_column("other"),
    text_column("seen_by"),
    int_column("at_ms"),
    Index("acknowledgement_day", "day"),
)
