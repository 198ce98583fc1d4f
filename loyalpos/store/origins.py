"""Where members came from: who referred them, how they heard of the shop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.members import Origin, Source
from loyalpos.store import program_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = ["origin_of", "put_origin", "referred_by", "referrer_of", "write_origin"]

_OF = Prepared("SELECT referrer, source FROM origin WHERE member = :whose")


def write_origin(connection: Connection, record: Written) -> None:
    """Write where a member came from, in place of what was said before."""
    connection.execute(
        sa.delete(program_tables.origin).where(program_tables.origin.c.member == record.member.bytes)
    )
    put_origin(connection, record.member, record.request["origin"])


def put_origin(connection: Connection, whose: UUID, said: Mapping[str, Any]) -> None:
    """Add where a member came from; of whom nobody said anything there is no row."""
    referrer, source = said.get("referrer"), said.get("source")
    if referrer is None and source is None:
        return
    connection.execute(
        sa.insert(program_tables.origin),
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
        sa.select(program_tables.origin.c.member)
        .join(tables.member, tables.member.c.id == program_tables.origin.c.member)
        .where(
            program_tables.origin.c.referrer == whose.bytes,
            program_tables.origin.c.referrer.is_not(None),
            tables.member.c.gone == 0,
        )
        .order_by(tables.member.c.joined, tables.member.c.id)
    )
    return tuple(UUID(bytes=row.member) for row in rows)
