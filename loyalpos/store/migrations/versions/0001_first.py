"""The first version of the shop's file: the journal, and what only the till remembers."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    """
    CREATE TABLE record (
        id BLOB NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        who TEXT NOT NULL,
        till TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        hlc INTEGER NOT NULL,
        body BLOB NOT NULL,
        private BLOB,
        salt BLOB,
        private_hash BLOB NOT NULL,
        content_hash BLOB NOT NULL,
        PRIMARY KEY (id),
        CONSTRAINT record_id CHECK (length(id) = 16),
        CONSTRAINT record_version CHECK (version >= 1),
        CONSTRAINT record_private_salt CHECK ((private IS NULL) = (salt IS NULL)),
        CONSTRAINT record_private CHECK (length(private_hash) = 32 OR private IS NULL AND private_hash = x''),
        CONSTRAINT record_content_hash CHECK (length(content_hash) = 32)
    )
     STRICT
    """,
    """
    CREATE TABLE link (
        origin BLOB NOT NULL,
        seq INTEGER NOT NULL,
        record BLOB NOT NULL,
        prev BLOB NOT NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (origin, seq),
        CONSTRAINT link_to_record FOREIGN KEY(record) REFERENCES record (id),
        CONSTRAINT link_origin CHECK (length(origin) = 16),
        CONSTRAINT link_seq CHECK (seq >= 1),
        CONSTRAINT link_prev CHECK (length(prev) = 32),
        CONSTRAINT link_hash CHECK (length(hash) = 32)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE INDEX link_record ON link (record)
    """,
    """
    CREATE TABLE replica (
        number INTEGER NOT NULL,
        origin BLOB NOT NULL,
        began_at_ms INTEGER NOT NULL,
        PRIMARY KEY (number),
        CONSTRAINT replica_origin_once UNIQUE (origin),
        CONSTRAINT replica_origin CHECK (length(origin) = 16)
    )
     STRICT
    """,
    """
    CREATE TABLE session (
        number INTEGER NOT NULL,
        id BLOB NOT NULL,
        started_at_ms INTEGER NOT NULL,
        ended_at_ms INTEGER,
        PRIMARY KEY (number),
        CONSTRAINT session_id_once UNIQUE (id),
        CONSTRAINT session_id CHECK (length(id) = 16)
    )
     STRICT
    """,
    """
    CREATE TABLE draft (
        member BLOB NOT NULL,
        action BLOB NOT NULL,
        shown_at_ms INTEGER NOT NULL,
        PRIMARY KEY (member),
        CONSTRAINT draft_member CHECK (length(member) = 16),
        CONSTRAINT draft_action CHECK (length(action) = 16)
    )
     STRICT
    """,
    """
    CREATE TABLE setting (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY ("key")
    )
     STRICT
    """,
)


def upgrade() -> None:
    """Create the tables, written out as they were then."""
    for table in _TABLES:
        op.execute(table)
