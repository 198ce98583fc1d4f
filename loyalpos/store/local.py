"""What belongs to this till alone and is not in the journal: sessions, and ids of bills to come."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.store.journal_tables import draft, session

__all__ = [
    "begin_session",
    "draft_of",
    "drop_draft",
    "end_session",
    "keep_draft",
    "unclean_stop_before",
]

_KEEP = upsert(draft)
_KEEP = _KEEP.on_conflict_do_update(
    index_elements=["member"],
    set_={"action": _KEEP.excluded.action, "shown_at_ms": _KEEP.excluded.shown_at_ms},
)
_OF = select(draft.c.action).where(draft.c.member == bindparam("whose"))
_DROP = delete(draft).where(draft.c.member == bindparam("whose"))


def begin_session(connection: Connection, session_id: UUID, at_ms: int) -> None:
    """Note that the till started."""
    connection.execute(insert(session), {"id": session_id.bytes, "started_at_ms": at_ms, "ended_at_ms": None})


def end_session(connection: Connection, session_id: UUID, at_ms: int) -> None:
    """Note that the till was closed as it should be."""
    connection.execute(update(session).where(session.c.id == session_id.bytes).values(ended_at_ms=at_ms))


def unclean_stop_before(connection: Connection, session_id: UUID) -> int | None:
    """Give the start of this session if the one before it did not end as it should, else None."""
    mine = connection.execute(select(session).where(session.c.id == session_id.bytes)).one()
    before = connection.execute(
        select(session.c.ended_at_ms)
        .where(session.c.number < mine.number)
        .order_by(session.c.number.desc())
        .limit(1)
    ).one_or_none()
    return None if before is None or before.ended_at_ms is not None else int(mine.started_at_ms)


def keep_draft(connection: Connection, whose: UUID, action: UUID, at_ms: int) -> None:
    """Keep the id of the bill that may come."""
    connection.execute(_KEEP, {"member": whose.bytes, "action": action.bytes, "shown_at_ms": at_ms})


def draft_of(connection: Connection, whose: UUID) -> UUID | None:
    """Give the id kept for somebody's next bill."""
    found = connection.execute(_OF, {"whose": whose.bytes}).scalar_one_or_none()
    return None if found is None else UUID(bytes=found)


def drop_draft(connection: Connection, whose: UUID) -> None:
    """Forget the id; the bill is recorded."""
    connection.execute(_DROP, {"whose": whose.bytes})
