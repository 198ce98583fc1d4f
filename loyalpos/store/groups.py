"""Members by what they have in common: the month they were born in, the tier they stand in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.members import Candidate
from loyalpos.engine.phones import Phone
from loyalpos.engine.times import from_ms
from loyalpos.store import program_tables, tables
from loyalpos.store.connection import Connection

__all__ = ["born_in", "in_tier"]


def born_in(connection: Connection, month: int, most: int) -> tuple[Candidate, ...]:
    """List members whose birthday is in a month, by its day."""
    day = sa.func.substr(tables.member.c.birthday, -5)
    wanted = _people().where(
        tables.member.c.birthday.is_not(None), day >= f"{month:02d}-01", day <= f"{month:02d}-31"
    )
    return _listed(connection, wanted.order_by(day, tables.member.c.name), most)


def in_tier(connection: Connection, tier: str, most: int) -> tuple[Candidate, ...]:
    """List members who stand in a tier, the last seen first."""
    stands = sa.exists().where(
        program_tables.tier_state.c.member == tables.member.c.id, program_tables.tier_state.c.tier == tier
    )
    return _listed(connection, _people().where(stands).order_by(tables.finding.c.last_seen_ms.desc()), most)


def _people() -> Any:
    return (
        sa.select(
            tables.member.c.id,
            tables.member.c.name,
            tables.member.c.phone,
            tables.summary.c.balance,
            tables.summary.c.last_visit_ms,
        )
        .select_from(
            tables.member.join(tables.summary, tables.summary.c.member == tables.member.c.id).join(
                tables.finding, tables.finding.c.member == tables.member.c.id
            )
        )
        .where(tables.member.c.gone == 0)
    )


def _listed(connection: Connection, wanted: Any, most: int) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            UUID(bytes=row.id),
            row.name,
            None if row.phone is None else Phone(row.phone),
            row.balance,
            None if row.last_visit_ms is None else from_ms(row.last_visit_ms),
        )
        for row in connection.execute(wanted.limit(most))
    )
