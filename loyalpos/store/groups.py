"""Members by what they have in common: the month they were born in, their tier, a tag.

Whoever asked to be left out of lists is in none.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from loyalpos.engine.members import Candidate
from loyalpos.store import program_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.consents import is_kept_back
from loyalpos.store.search import candidate

__all__ = ["born_in", "in_tier", "wearers"]


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


def wearers(connection: Connection, tag: str, most: int) -> tuple[Candidate, ...]:
    """List members who wear a tag, the last seen first."""
    worn_by = sa.select(program_tables.tag.c.member).where(program_tables.tag.c.tag == tag)
    wearing = _people().where(tables.member.c.id.in_(worn_by))
    return _listed(connection, wearing.order_by(tables.finding.c.last_seen_ms.desc()), most)


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
        .where(tables.member.c.gone == 0, ~is_kept_back(tables.member.c.id))
    )


def _listed(connection: Connection, wanted: Any, most: int) -> tuple[Candidate, ...]:
    return tuple(candidate(row) for row in connection.execute(wanted.limit(most)))
