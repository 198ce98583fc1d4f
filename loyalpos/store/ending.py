"""Whose points end, and when: with their last day, or because the member stays away."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.times import to_ms
from loyalpos.store import tables
from loyalpos.store.connection import Connection
from loyalpos.store.undone_visits import undone_and_seen_before

__all__ = ["absent_members", "members_holding", "members_with_points_ending"]


def absent_members(connection: Connection, before: datetime) -> tuple[UUID, ...]:
    """Name members last seen before an instant who hold points of before it without a last day."""
    before_ms = to_ms(before)
    undated = sa.exists().where(
        tables.lot.c.member == tables.finding.c.member,
        tables.lot.c.rest > 0,
        tables.lot.c.expires_ms.is_(None),
        tables.lot.c.earned_ms < before_ms,
    )
    found = connection.execute(
        sa.select(tables.finding.c.member)
        .where(tables.finding.c.last_seen_ms < before_ms, undated)
        .order_by(tables.finding.c.last_seen_ms, tables.finding.c.search_key, tables.finding.c.phone_reversed)
    )
    away = tuple(UUID(bytes=row.member) for row in found)
    known = frozenset(away)
    return (*away, *sorted(undone_and_seen_before(connection, before_ms) - known))


def members_holding(connection: Connection, before: datetime) -> tuple[UUID, ...]:
    """Name members who hold points that came in before an instant."""
    found = connection.execute(
        sa.select(tables.lot.c.member)
        .where(tables.lot.c.rest > 0, tables.lot.c.earned_ms < to_ms(before))
        .distinct()
    )
    return tuple(UUID(bytes=row.member) for row in found)


def members_with_points_ending(
    connection: Connection, *, alive_at: datetime, until: datetime
) -> tuple[UUID, ...]:
    """Name members of whose points some that live at an instant have a last day until another."""
    found = connection.execute(
        sa.select(tables.lot.c.member)
        .join(tables.member, tables.member.c.id == tables.lot.c.member)
        .where(
            tables.lot.c.rest > 0,
            tables.lot.c.expires_ms.is_not(None),
            tables.lot.c.expires_ms > to_ms(alive_at),
            tables.lot.c.expires_ms <= to_ms(until),
            tables.member.c.gone == 0,
        )
        .distinct()
    )
    return tuple(UUID(bytes=row.member) for row in found)
