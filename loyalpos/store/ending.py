"""Whose points end, and when: with their last day, or because the member stays away."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, exists, select

from loyalpos.engine.times import to_ms
from loyalpos.store.tables import finding, lot, member
from loyalpos.store.undone_visits import undone_and_seen_before

__all__ = ["absent_members", "members_with_points_ending"]


def absent_members(connection: Connection, before: datetime) -> tuple[UUID, ...]:
    """Name members last seen before an instant who hold points of before it without a last day."""
    before_ms = to_ms(before)
    undated = exists().where(
        lot.c.member == finding.c.member,
        lot.c.rest > 0,
        lot.c.expires_ms.is_(None),
        lot.c.earned_ms < before_ms,
    )
    found = connection.execute(
        select(finding.c.member)
        .where(finding.c.last_seen_ms < before_ms, undated)
        .order_by(finding.c.last_seen_ms, finding.c.search_key, finding.c.phone_reversed)
    )
    away = tuple(UUID(bytes=row.member) for row in found)
    known = frozenset(away)
    return (*away, *sorted(undone_and_seen_before(connection, before_ms) - known))


def members_with_points_ending(
    connection: Connection, *, alive_at: datetime, until: datetime
) -> tuple[UUID, ...]:
    """Name members of whose points some that live at an instant have a last day until another."""
    found = connection.execute(
        select(lot.c.member)
        .join(member, member.c.id == lot.c.member)
        .where(
            lot.c.rest > 0,
            lot.c.expires_ms.is_not(None),
            lot.c.expires_ms > to_ms(alive_at),
            lot.c.expires_ms <= to_ms(until),
            member.c.gone == 0,
        )
        .distinct()
    )
    return tuple(UUID(bytes=row.member) for row in found)
