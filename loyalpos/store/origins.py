"""Where members came from: who referred them, how they heard of the shop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select

from loyalpos.engine.members import Origin, Source
from loyalpos.store.prepared import Prepared
from loyalpos.store.program_tables import origin
from loyalpos.store.tables import member
from loyalpos.store.written import Written

__all__ = ["origin_of", "put_origin", "referred_by", "referrer_of", "write_origin"]

_OF = Prepared(select(origin.c.referrer, origin.c.source).where(origin.c.member == bindparam("whose")))


def write_origin(connection: Connection, record: Written) -> None:
    """Write where a member came from, in place of what was said before."""
    connection.execute(delete(origin).where(origin.c.member == record.member.bytes))
    put_origin(connection, record.member, record.request["origin"])


def put_origin(connection: Connection, whose: UUID, said: Mapping[str, Any]) -> None:
    """Add where a member came from; of whom nobody said anything there is no row."""
    referrer, source = said.get("referrer"), said.get("source")
    if referrer is None and source is None:
        return
    connection.execute(
        insert(origin),
        {
            "member": whose.bytes,
            "referrer": None if referrer is None else UUID(referrer).bytes,
            "source": source,
        },
    )


def origin_of(connection: Connection, whose: UUID) -> Origin:
    """Read where a member came from; a source of a later version counts as another one."""
    row = _OF.first(connection, whose=whose.bytes)
    if row is None:
        return Origin()
    known = row.source in tuple(Source)
    return Origin(
        None if row.referrer is None else UUID(bytes=row.referrer),
        None if row.source is None else Source(row.source) if known else Source.OTHER,
    )


def referrer_of(connection: Connection, whose: UUID) -> UUID | None:
    """Name who referred a member."""
    return origin_of(connection, whose).referrer


def referred_by(connection: Connection, whose: UUID) -> tuple[UUID, ...]:
    """Name whom a member has brought, as far as they are still there."""
    rows = connection.execute(
        select(origin.c.member)
        .join(member, member.c.id == origin.c.member)
        .where(origin.c.referrer == whose.bytes, origin.c.referrer.is_not(None), member.c.gone == 0)
        .order_by(member.c.joined, member.c.id)
    )
    return tuple(UUID(bytes=row.member) for row in rows)
