"""Members of whose bills some were undone: they were seen last before what lists and search go by.

Any bill puts a member near the top of the counter's lists; whether somebody stayed away is asked of bills
that were not undone. Such members are few, so that they are looked for among the returns.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, Connection, select

from loyalpos.store.tables import bill, day_line, reversal, summary

__all__ = ["away_since_an_undo", "undone_and_seen_before"]

_MEMBERS = (
    select(bill.c.member)
    .join(reversal, reversal.c.bill == bill.c.id)
    .join(day_line, day_line.c.record == bill.c.id)
    .join(summary, summary.c.member == bill.c.member)
    .where(reversal.c.undone == 0, day_line.c.undone == 1)
)


def undone_and_seen_before(connection: Connection, before_ms: int) -> frozenset[UUID]:
    """Name those whose last bill that was not undone, if any, was before an instant."""
    return _read(connection, summary.c.last_visit_ms.is_(None) | (summary.c.last_visit_ms < before_ms))


def away_since_an_undo(
    connection: Connection, since_ms: int, before_ms: int, *, undone_ms: int
) -> frozenset[UUID]:
    """Name those who were here last in a stretch of time; or before its end, as an undo has only now shown.

    Args:
        undone_ms: From when on an undo is news.
    """
    seen = summary.c.last_visit_ms
    is_news = reversal.c.at_ms >= undone_ms
    return _read(connection, (seen < before_ms) & ((seen >= since_ms) | is_news))


def _read(connection: Connection, when: ColumnElement[bool]) -> frozenset[UUID]:
    return frozenset(UUID(bytes=row.member) for row in connection.execute(_MEMBERS.where(when)))
