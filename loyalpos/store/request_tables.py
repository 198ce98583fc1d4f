"""The projections of what people ask for about their particulars, and of what went wrong with them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text

from loyalpos.store.columns import id_column, int_column, table, text_column

__all__ = ["breach", "personal_request"]

personal_request = table(
    "personal_request",
    id_column("id", key=True),
    id_column("member", optional=True),
    text_column("kind"),
    text_column("day"),
    int_column("third_party"),
    text_column("asker"),
    text_column("words"),
    text_column("answered", optional=True),
    int_column("extended"),
    text_column("closed", optional=True),
    int_column("refused"),
    text_column("reason"),
    CheckConstraint("third_party IN (0, 1)", "personal_request_third_party"),
    CheckConstraint("extended IN (0, 1)", "personal_request_extended"),
    CheckConstraint("refused IN (0, 1)", "personal_request_refused"),
    Index("personal_request_open", "day", sqlite_where=text("closed IS NULL")),
    Index("personal_request_member", "member", sqlite_where=text("member IS NOT NULL")),
)

breach = table(
    "breach",
    id_column("id", key=True),
    int_column("noticed_ms"),
    text_column("words"),
    int_column("reported_ms", optional=True),
)
