"""What bills of members usually look like: their totals and the days between them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from loyalpos.store.file import Connection
from loyalpos.store.tables import bill

__all__ = ["totals_and_days"]


def totals_and_days(
    connection: Connection, since: date, most: int
) -> tuple[tuple[int, ...], dict[UUID, list[date]]]:
    """Read the totals of members' bills since a day, and on which days each member was there.

    Args:
        most: No more than so many bills, the newest.
    """
    rows = connection.execute(
        select(bill.c.member, bill.c.day, bill.c.total_vnd)
        .where(bill.c.member.is_not(None), bill.c.day >= since.isoformat(), bill.c.whole == 0)
        .order_by(bill.c.at_ms.desc())
        .limit(most)
    ).all()
    days: dict[UUID, list[date]] = {}
    for member, day, _ in rows:
        days.setdefault(UUID(bytes=member), []).append(date.fromisoformat(day))
    return tuple(total for _, _, total in rows), days
