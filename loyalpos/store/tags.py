"""Segment tags of members."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.tags import TagInUse
from loyalpos.store import program_tables, tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = ["tags_in_use", "tags_of", "write_tags"]

_OF_MEMBER = Prepared("SELECT tag FROM tag WHERE member = :whose ORDER BY tag")


def write_tags(connection: Connection, record: Written) -> None:
    """Put tags on members and take others off."""
    for whose in (UUID(one).bytes for one in record.request["members"]):
        for one in record.request["off"]:
            connection.execute(
                sa.delete(program_tables.tag).where(
                    program_tables.tag.c.member == whose, program_tables.tag.c.tag == one
                )
            )
        for one in record.request["on"]:
            connection.execute(
                upserts.upsert(program_tables.tag).on_conflict_do_nothing(), {"member": whose, "tag": one}
            )


def tags_of(connection: Connection, whose: UUID) -> tuple[str, ...]:
    """List the tags a member wears."""
    return tuple(row.tag for row in _OF_MEMBER.all(connection, whose=whose.bytes))


def tags_in_use(connection: Connection) -> tuple[TagInUse, ...]:
    """List the tags members wear, and how many wear each."""
    rows = connection.execute(
        sa.select(program_tables.tag.c.tag, sa.func.count().label("members"))
        .join(tables.member, tables.member.c.id == program_tables.tag.c.member)
        .where(tables.member.c.gone == 0)
        .group_by(program_tables.tag.c.tag)
        .order_by(program_tables.tag.c.tag)
    )
    return tuple(TagInUse(row.tag, row.members) for row in rows)
