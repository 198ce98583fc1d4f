"""What a member's bills come to as they stand: visits and their days, what is paid, what they like."""

from __future__ import annotations

import json
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.times import from_ms
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared

__all__ = [
    "IS_VISIT",
    "PAID_VND",
    "BillSums",
    "favourite_of",
    "largest_bill",
    "last_day_of",
    "last_standing_at",
    "last_visit_ms",
    "paid_for",
    "sums_of",
    "visit_days",
]

IS_VISIT = (
    "(bill.total_vnd > 0 OR EXISTS ("
    "SELECT * FROM record WHERE record.id = bill.id"
    " AND json_extract(CAST(record.body AS TEXT), '$.outcome.visit') IS NULL))"
)
"""Whether somebody came to buy: not where rewards were taken alone, unless that was recorded as a visit."""

_LESS_VND = (
    # Most bills have no return to look for.
    "CASE WHEN bill.returned_vnd = 0 THEN 0"
    " ELSE (SELECT coalesce(sum(reversal.refund_vnd + reversal.struck_vnd), 0) FROM reversal"
    " WHERE reversal.bill = bill.id AND reversal.undone = 0) END"
)
PAID_VND = f"(bill.total_vnd - bill.value_vnd - bill.open_vnd - {_LESS_VND})"
"""What is paid for a bill in money as it stands, whole or in part."""
_LAST_STANDING = Prepared(
    f"""
    SELECT at_ms
    FROM bill
    WHERE member = :whose AND whole = 0 AND {IS_VISIT}
    ORDER BY at_ms DESC
    LIMIT 1
    """
)
_LINES = Prepared(
    """
    SELECT lines
    FROM bill
    WHERE member = :whose AND lines <> '[]'
    ORDER BY at_ms DESC
    LIMIT :most
    """
)
_SUMS = Prepared(
    f"""
    SELECT day, recorded_ms,
      {PAID_VND} AS paid_vnd,
      earned - taken_back AS points
    FROM bill
    WHERE member = :whose AND whole = 0 AND at_ms >= :since_ms AND {IS_VISIT}
    """
)
_VISIT_DAYS = Prepared(
    f"""
    SELECT DISTINCT day
    FROM bill
    WHERE member = :whose AND whole = 0 AND day >= :first AND {IS_VISIT}
    """
)
_PAID_FOR = Prepared(
    f"""
    SELECT {PAID_VND} AS paid_vnd
    FROM bill
    WHERE id = :which AND whole = 0 AND {IS_VISIT}
    """
)
_LARGEST = Prepared(
    f"""
    SELECT {PAID_VND} AS paid_vnd
    FROM bill
    WHERE member = :whose AND id <> :but AND whole = 0 AND {IS_VISIT}
    ORDER BY paid_vnd DESC
    LIMIT 1
    """
)
# Who brought a bill back was there; of one that was undone or moved nobody was.
_LAST_VISIT = Prepared(
    f"""
    SELECT bill.at_ms, bill.day
    FROM bill
    WHERE bill.member = :whose AND {IS_VISIT}
      AND NOT (EXISTS (SELECT * FROM day_line WHERE day_line.record = bill.id AND day_line.undone = 1))
    ORDER BY bill.at_ms DESC
    LIMIT 1
    """
)


class BillSums(Struct, frozen=True):
    """What a bill comes to as it stands: đồng paid for it, points, and 1 visit or none."""

    day: date
    recorded_ms: int
    paid_vnd: int
    points: int
    visits: int


def sums_of(connection: Connection, whose: UUID, since_ms: int = 0) -> tuple[BillSums, ...]:
    """Say what each of a member's visits comes to now; a bill that came back whole is left out.

    Args:
        since_ms: Only those of then and later.
    """
    return tuple(
        BillSums(date.fromisoformat(row.day), row.recorded_ms, row.paid_vnd, row.points, 1)
        for row in _SUMS.all(connection, whose=whose.bytes, since_ms=since_ms)
    )


def visit_days(connection: Connection, whose: UUID, first: date) -> tuple[date, ...]:
    """List the business days from one on with a bill of a member's that stands, whole or in part."""
    rows = _VISIT_DAYS.all(connection, whose=whose.bytes, first=first.isoformat())
    return tuple(sorted(date.fromisoformat(row.day) for row in rows))


def paid_for(connection: Connection, which: UUID) -> int | None:
    """Say what is paid in money for a bill as it stands; None where it came back whole, or was none."""
    row = _PAID_FOR.first(connection, which=which.bytes)
    return None if row is None else int(row.paid_vnd)


def largest_bill(connection: Connection, whose: UUID, but: UUID) -> int | None:
    """Say what is paid for the largest of a member's bills that stand, but for one; None without another."""
    row = _LARGEST.first(connection, whose=whose.bytes, but=but.bytes)
    return None if row is None else int(row.paid_vnd)


def last_day_of(connection: Connection, whose: UUID) -> date | None:
    """Give the business day of a member's last visit: of a bill that was not undone, though it came back."""
    row = _LAST_VISIT.first(connection, whose=whose.bytes)
    return None if row is None else date.fromisoformat(row.day)


def last_visit_ms(connection: Connection, whose: UUID) -> int | None:
    """Tell when a member's last visit was; None for who was never there."""
    row = _LAST_VISIT.first(connection, whose=whose.bytes)
    return None if row is None else int(row.at_ms)


def last_standing_at(connection: Connection, whose: UUID) -> datetime | None:
    """Tell when a member last bought what was not wholly taken back."""
    row = _LAST_STANDING.first(connection, whose=whose.bytes)
    return None if row is None else from_ms(row.at_ms)


def favourite_of(connection: Connection, whose: UUID, most: int = 50) -> str | None:
    """Name the item a member buys most, by the last bills with lines; None without lines."""
    count: dict[str, int] = {}
    for row in _LINES.all(connection, whose=whose.bytes, most=most):
        for line in json.loads(row.lines):
            count[line["name"]] = count.get(line["name"], 0) + line["quantity"]
    return max(count, key=lambda name: (count[name], name)) if count else None
