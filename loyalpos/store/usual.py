"""What bills of members usually look like: their totals and the days between them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalpos.store import tables
from loyalpos.store.connection import Connection

__all__ = ["balances", "totals_and_days"]


def totals_and_days(
    connection: Connection, since: date, most: int
) -> tuple[tuple[int, ...], dict[UUID, list[date]]]:
    """Read the totals of members' bills since a day, and on which days each member was there.

    Args:
        most: No more than so many bills, the newest.
    """
    rows = connection.execute(
        sa.select(tables.bill.c.member, tables.bill.c.day, tables.bill.c.total_vnd)
        .where(
            tables.bill.c.member.is_not(None),
            tables.bill.c.day >= since.isoformat(),
            tables.bill.c.whole == 0,
            tables.bill.c.total_vnd > 0,
        )
        .order_by(tables.bill.c.at_ms.desc())
        .limit(most)
    ).all()
    days: dict[UUID, list[date]] = {}
    for member, day, _ in rows:
        days.setdefault(UUID(bytes=member), []).append(date.fromisoformat(day))
    return tuple(total for _, _, total in rows), days


def balances(connection: Connection) -> tuple[int, int, int]:
    """Count the members, those who have points, and what they have together."""
    has_some = tables.summary.c.balance > 0
    row = connection.execute(
        sa.select(
            sa.func.count(),
            sa.func.coalesce(sa.func.sum(sa.cast(has_some, sa.Integer)), 0),
            sa.func.coalesce(sa.func.sum(sa.case((has_some, tables.summary.c.balance), else_=0)), 0),
        ).select_from(tables.summary)
    ).one()
    return row[0], row[1], row[2]
