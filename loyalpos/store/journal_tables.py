"""The tables that are no projection: the journal itself, and what only this till remembers.

STRICT tables know whole numbers, text and bytes. Ids are 16 bytes, hashes 32, times milliseconds.
Migrations change these tables; all others are dropped and rebuilt from the journal.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = ["JOURNAL", "LOCAL", "draft", "link", "metadata", "record", "replica", "session", "setting"]

metadata = MetaData()

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
    # Empty where there never was a private part, so that an erased one is told from none.
    Column("private_hash", LargeBinary, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    CheckConstraint("length(id) = 16", "record_id"),
    CheckConstraint("version >= 1", "record_version"),
    CheckConstraint("(private IS NULL) = (salt IS NULL)", "record_private_salt"),
    CheckConstraint("length(private_hash) = 32 OR private IS NULL AND private_hash = x''", "record_private"),
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
    ForeignKeyConstraint(["record"], ["record.id"], name="link_to_record"),
    CheckConstraint("length(origin) = 16", "link_origin"),
    CheckConstraint("seq >= 1", "link_seq"),
    CheckConstraint("length(prev) = 32", "link_prev"),
    CheckConstraint("length(hash) = 32", "link_hash"),
    Index("link_record", "record"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

replica = Table(
    "replica",
    metadata,
    # Numbered, because a clock that was set back would make an old life the newest.
    Column("number", Integer, primary_key=True, nullable=False),
    Column("origin", LargeBinary, nullable=False),
    Column("began_at_ms", Integer, nullable=False),
    UniqueConstraint("origin", name="replica_origin_once"),
    CheckConstraint("length(origin) = 16", "replica_origin"),
    sqlite_strict=True,
)

session = Table(
    "session",
    metadata,
    Column("number", Integer, primary_key=True, nullable=False),
    Column("id", LargeBinary, nullable=False),
    Column("started_at_ms", Integer, nullable=False),
    Column("ended_at_ms", Integer),
    UniqueConstraint("id", name="session_id_once"),
    CheckConstraint("length(id) = 16", "session_id"),
    sqlite_strict=True,
)

draft = Table(
    "draft",
    metadata,
    Column("member", LargeBinary, primary_key=True, nullable=False),
    Column("action", LargeBinary, nullable=False),
    Column("shown_at_ms", Integer, nullable=False),
    CheckConstraint("length(member) = 16", "draft_member"),
    CheckConstraint("length(action) = 16", "draft_action"),
    sqlite_strict=True,
)

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

JOURNAL: tuple[Table, ...] = (record, link)
LOCAL: tuple[Table, ...] = (replica, session, draft, setting)
