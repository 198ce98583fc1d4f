"""Segment tags of members."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.engine.members import Candidate
from loyalpos.engine.phones import Phone
from loyalpos.engine.tags import TagInUse
from loyalpos.engine.times import from_ms
from loyalpos.store.prepared import Prepared
from loyalpos.store.program_tables import tag
from loyalpos.store.tables import finding, member, summary
from loyalpos.store.written import Written

__all__ = ["tags_in_use", "tags_of", "wearers", "write_tags"]

_OF_MEMBER = Prepared(select(tag.c.tag).where(tag.c.member == bindparam("whose")).order_by(tag.c.tag))


def write_tags(connection: Connection, record: Written) -> None:
    """Put tags on members and take others off."""
    for whose in (UUID(one).bytes for one in record.request["members"]):
        for one in record.request["off"]:
            connection.execute(delete(tag).where(tag.c.member == whose, tag.c.tag == one))
        for one in record.request["on"]:
            connection.execute(upsert(tag).on_conflict_do_nothing(), {"member": whose, "tag": one})


def tags_of(connection: Connection, whose: UUID) -> tuple[str, ...]:
    """List the tags a member wears."""
    return tuple(row.tag for row in _OF_MEMBER.all(connection, whose=whose.bytes))


def tags_in_use(connection: Connection) -> tuple[TagInUse, ...]:
    """List the tags members wear, and how many wear each."""
    rows = connection.execute(
        select(tag.c.tag, func.count().label("members"))
        .join(member, member.c.id == tag.c.member)
        .where(member.c.gone == 0)
        .group_by(tag.c.tag)
        .order_by(tag.c.tag)
    )
    return tuple(TagInUse(row.tag, row.members) for row in rows)


def wearers(connection: Connection, wanted: str, most: int) -> tuple[Candidate, ...]:
    """List members who wear a tag, the last seen first."""
    rows = connection.execute(
        select(member.c.id, member.c.name, member.c.phone, summary.c.balance, summary.c.last_visit_ms)
        .select_from(
            tag.join(member, member.c.id == tag.c.member)
            .join(summary, summary.c.member == tag.c.member)
            .join(finding, finding.c.member == tag.c.member)
        )
        .where(tag.c.tag == wanted, member.c.gone == 0)
        .order_by(finding.c.last_seen_ms.desc())
        .limit(most)
    )
    return tuple(
        Candidate(
            UUID(bytes=row.id),
            row.name,
            None if row.phone is None else Phone(row.phone),
            row.balance,
            None if row.last_visit_ms is None else from_ms(row.last_visit_ms),
        )
        for row in rows
    )
