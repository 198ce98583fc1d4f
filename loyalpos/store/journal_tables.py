"""The journal's two tables, and the few that belong to this till alone."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, MetaData, Table, Text

__all__ = ["JOURNAL", "LOCAL", "draft", "link", "metadata", "record", "replica", "session"]

metadata = MetaData()
"""Every table of the shop's file: journal, local tables and projections."""

record = Table(
    "record",
    metadata,
    Column("id", LargeBinary, primary_key=True, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("till", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("offset_min", Integer, nullable=False),
    Column("hlc", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("private", LargeBinary),
    Column("salt", LargeBinary),
    Column("private_hash", LargeBinary, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    CheckConstraint("length(id) = 16", "record_id"),
    CheckConstraint("(private IS NULL) = (salt IS NULL)", "record_private"),
    CheckConstraint("length(content_hash) = 32", "record_content_hash"),
    sqlite_strict=True,
)

link = Table(
    "link",
    metadata,
    Column("origin", LargeBinary, primary_key=True, nullable=False),
    Column("seq", Integer, primary_key=True, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    CheckConstraint("seq > 0", "link_seq"),
    CheckConstraint("length(hash) = 32", "link_hash"),
    Index("link_record", "record"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

replica = Table(
    "replica",
    metadata,
    Column("number", Integer, primary_key=True, nullable=False),
    Column("origin", LargeBinary, nullable=False, unique=True),
    Column("began_at_ms", Integer, nullable=False),
    CheckConstraint("length(origin) = 16", "replica_origin"),
    sqlite_strict=True,
)

session = Table(
    "session",
    metadata,
    Column("number", Integer, primary_key=True, nullable=False),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("started_at_ms", Integer, nullable=False),
    Column("ended_at_ms", Integer),
    sqlite_strict=True,
)

draft = Table(
    "draft",
    metadata,
    Column("member", LargeBinary, primary_key=True, nullable=False),
    Column("action", LargeBinary, nullable=False),
    Column("shown_at_ms", Integer, nullable=False),
    sqlite_strict=True,
)

JOURNAL = (record, link)
LOCAL = (replica, session, draft)
