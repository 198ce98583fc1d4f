"""Members of whose bills some were undone: they were seen last before what lists and search go by.

Any bill puts a member near the top of the counter's lists; whether somebody stayed away is asked of bills
that were not undone. Such members are few, so that they are looked for among the returns.
"""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from loyalpos.store import tables
from loyalpos.store.connection import Connection

__all__ = ["away_since_an_undo", "undone_and_seen_before"]


def undone_and_seen_before(connection: Connection, before_ms: int) -> frozenset[UUID]:
    """Name those whose last bill that was not undone, if any, was before an instant."""
    return _read(
        connection, tables.summary.c.last_visit_ms.is_(None) | (tables.summary.c.last_visit_ms < before_ms)
    )


def away_since_an_undo(
    connection: Connection, since_ms: int, before_ms: int, *, undone_ms: int
) -> frozenset[UUID]:
    """Name those who were here last in a stretch of time; or before its end, as an undo has only now shown.

    Args:
        undone_ms: From when on an undo is news.
    """
    seen = tables.summary.c.last_visit_ms
    is_news = tables.reversal.c.at_ms >= undone_ms
    return _read(connection, (seen < before_ms) & ((seen >= since_ms) | is_news))


def _read(connection: Connection, when: sa.ColumnElement[bool]) -> frozenset[UUID]:
    undone = (
        sa.select(tables.bill.c.member)
        .join(tables.reversal, tables.reversal.c.bill == tables.bill.c.id)
        .join(tables.day_line, tables.day_line.c.record == tables.bill.c.id)
        .join(tables.summary, tables.summary.c.member == tables.bill.c.member)
        .where(tables.reversal.c.undone == 0, tables.day_line.c.undone == 1)
    )
    return frozenset(UUID(bytes=row.member) for row in connection.execute(undone.where(when)))
