"""The projections of what members agreed to, what is minded of them, and what stood in their particulars."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text

from loyalpos.store.columns import id_column, int_column, table, text_column

__all__ = ["consent", "correction", "privacy"]

consent = table(
    "consent",
    id_column("record", key=True),
    text_column("purpose", key=True),
    id_column("member"),
    int_column("given"),
    text_column("wording"),
    int_column("wording_version"),
    text_column("language"),
    text_column("channel"),
    int_column("notice_version"),
    int_column("at_ms"),
    text_column("who"),
    CheckConstraint("given IN (0, 1)", "consent_given"),
    Index("consent_member", "member"),
)

# Only members of whom something is to be minded have a row.
privacy = table(
    "privacy",
    id_column("member", key=True),
    int_column("restricted"),
    int_column("left_program"),
    int_column("under_age"),
    text_column("guardian"),
    CheckConstraint("restricted IN (0, 1)", "privacy_restricted"),
    CheckConstraint("left_program IN (0, 1)", "privacy_left_program"),
    CheckConstraint("under_age IN (0, 1)", "privacy_under_age"),
)

correction = table(
    "correction",
    id_column("record", key=True),
    text_column("field", key=True),
    id_column("member"),
    text_column("before", optional=True),
    int_column("at_ms"),
    text_column("who"),
    Index("correction_member", "member"),
    Index("correction_kept", "at_ms", sqlite_where=text("before IS NOT NULL")),
)
