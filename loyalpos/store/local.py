"""What only this till remembers: its sessions, the ids of acts not yet done, and what is not yet decided."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.store.journal_tables import draft, record, session, setting
from loyalpos.store.prepared import Prepared

__all__ = [
    "begin_session",
    "draft_of",
    "end_session",
    "forget",
    "keep_draft",
    "remember",
    "remembered",
    "unclean_stop_before",
]

_KEEP_DRAFT = upsert(draft)
_KEEP_DRAFT = _KEEP_DRAFT.on_conflict_do_update(
    index_elements=["member"],
    set_={"action": _KEEP_DRAFT.excluded.action, "shown_at_ms": _KEEP_DRAFT.excluded.shown_at_ms},
)
_DRAFT_OF = Prepared(
    select(draft.c.action).where(
        draft.c.member == bindparam("whose"),
        ~select(record.c.id).where(record.c.id == draft.c.action).exists(),
    )
)


def begin_session(connection: Connection, which: UUID, at_ms: int) -> None:
    """Note that the program was started."""
    connection.execute(insert(session), {"id": which.bytes, "started_at_ms": at_ms})


def end_session(connection: Connection, which: UUID, at_ms: int) -> None:
    """Note that the program was stopped as it should be."""
    connection.execute(
        update(session).where(session.c.id == bindparam("which")).values(ended_at_ms=at_ms),
        {"which": which.bytes},
    )


def unclean_stop_before(connection: Connection, which: UUID) -> int | None:
    """Tell when the session after the last one that never ended began; None if all before this one ended.

    What was recorded before that instant may be unknown to the person at the till, also where somebody
    has opened and closed the program since.
    """
    mine = select(session.c.number).where(session.c.id == which.bytes).scalar_subquery()
    never_ended = (
        select(func.max(session.c.number))
        .where(session.c.number < mine, session.c.ended_at_ms.is_(None))
        .scalar_subquery()
    )
    began: int | None = connection.execute(
        select(session.c.started_at_ms)
        .where(session.c.number > never_ended)
        .order_by(session.c.number)
        .limit(1)
    ).scalar_one_or_none()
    return began


def keep_draft(connection: Connection, member: UUID, action: UUID, at_ms: int) -> None:
    """Keep the id of the next act for a member, in place of an earlier one."""
    connection.execute(_KEEP_DRAFT, {"member": member.bytes, "action": action.bytes, "shown_at_ms": at_ms})


def draft_of(connection: Connection, member: UUID) -> UUID | None:
    """Read the id that was kept for a member, if its act is not done yet."""
    found = _DRAFT_OF.first(connection, whose=member.bytes)
    return None if found is None else UUID(bytes=found.action)


def remember(connection: Connection, key: str, value: str) -> None:
    """Keep a text under a name, in place of an earlier one."""
    connection.execute(
        upsert(setting).on_conflict_do_update(index_elements=["key"], set_={"value": value}),
        {"key": key, "value": value},
    )


def remembered(connection: Connection, key: str) -> str | None:
    """Read the text kept under a name, or None."""
    return connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar_one_or_none()


def forget(connection: Connection, key: str) -> None:
    """Keep nothing under a name any more."""
    connection.execute(delete(setting).where(setting.c.key == key))
