"""What only this till remembers: its sessions, the ids of acts not yet done, and what is not yet decided."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from loyalpos.store import journal_tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow, Prepared

__all__ = [
    "begin_session",
    "draft_of",
    "end_session",
    "first_began_ms",
    "forget",
    "keep_draft",
    "remember",
    "remembered",
    "unclean_stop_before",
]

_BEGIN = NewRow("session")
_NEVER_ENDED = Prepared(
    """
    SELECT started_at_ms
    FROM session
    WHERE number > (
      SELECT max(number) FROM session
      WHERE number < (SELECT number FROM session WHERE id = :which) AND ended_at_ms IS NULL
    )
    ORDER BY number
    LIMIT 1
    """
)
_KEEP_DRAFT = Prepared(
    """
    INSERT INTO draft (member, action, shown_at_ms) VALUES (:member, :action, :shown_at_ms)
    ON CONFLICT (member) DO UPDATE SET action = excluded.action, shown_at_ms = excluded.shown_at_ms
    """
)
_DRAFT_OF = Prepared(
    """
    SELECT draft.action
    FROM draft
    WHERE draft.member = :whose
      AND NOT (EXISTS (SELECT record.id FROM record WHERE record.id = draft.action))
    """
)


def begin_session(connection: Connection, which: UUID, at_ms: int) -> None:
    """Note that the program was started."""
    _BEGIN.add(connection, id=which.bytes, started_at_ms=at_ms)


def first_began_ms(connection: Connection) -> int:
    """Tell when the first life of the file began."""
    first = sa.select(journal_tables.replica.c.began_at_ms).order_by(journal_tables.replica.c.number).limit(1)
    return int(connection.execute(first).scalar_one())


def end_session(connection: Connection, which: UUID, at_ms: int) -> None:
    """Note that the program was stopped as it should be."""
    connection.execute(
        sa.update(journal_tables.session)
        .where(journal_tables.session.c.id == sa.bindparam("which"))
        .values(ended_at_ms=at_ms),
        {"which": which.bytes},
    )


def unclean_stop_before(connection: Connection, which: UUID) -> int | None:
    """Tell when the session after the last one that never ended began; None if all before this one ended.

    What was recorded before that instant may be unknown to the person at the till, also where somebody
    has opened and closed the program since.
    """
    found = _NEVER_ENDED.first(connection, which=which.bytes)
    return None if found is None else int(found.started_at_ms)


def keep_draft(connection: Connection, member: UUID, action: UUID, at_ms: int) -> None:
    """Keep the id of the next act for a member, in place of an earlier one."""
    _KEEP_DRAFT.run(connection, member=member.bytes, action=action.bytes, shown_at_ms=at_ms)


def draft_of(connection: Connection, member: UUID) -> UUID | None:
    """Read the id that was kept for a member, if its act is not done yet."""
    found = _DRAFT_OF.first(connection, whose=member.bytes)
    return None if found is None else UUID(bytes=found.action)


def remember(connection: Connection, key: str, value: str) -> None:
    """Keep a text under a name, in place of an earlier one."""
    connection.execute(
        upserts.upsert(journal_tables.setting).on_conflict_do_update(
            index_elements=["key"], set_={"value": value}
        ),
        {"key": key, "value": value},
    )


def remembered(connection: Connection, key: str) -> str | None:
    """Read the text kept under a name, or None."""
    return connection.execute(
        sa.select(journal_tables.setting.c.value).where(journal_tables.setting.c.key == key)
    ).scalar_one_or_none()


def forget(connection: Connection, key: str) -> None:
    """Keep nothing under a name any more."""
    connection.execute(sa.delete(journal_tables.setting).where(journal_tables.setting.c.key == key))
