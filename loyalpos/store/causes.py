"""The ledger of good causes: what members have given, and what was taken back."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

import sqlalchemy as sa

from loyalpos.engine.causes import Donation
from loyalpos.engine.json_values import from_json
from loyalpos.store import program_tables
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow
from loyalpos.store.written import Written

__all__ = ["donations", "write_donations"]

_ADD = NewRow("donation")


def write_donations(connection: Connection, record: Written, bill: UUID) -> None:
    """Write what a bill gave to causes, or its return took back, or an undone return gave again."""
    for index, one in enumerate(from_json(record.outcome["donated"], tuple[Donation, ...])):
        _ADD.add(
            connection,
            id=uuid5(record.id, f"donation:{index}").bytes,
            cause=one.cause,
            day=one.day.isoformat(),
            **_kept(one),
            bill=bill.bytes,
        )


def donations(connection: Connection) -> tuple[Donation, ...]:
    """Read the whole ledger."""
    rows = connection.execute(
        sa.select(
            program_tables.donation.c.cause,
            program_tables.donation.c.day,
            program_tables.donation.c.points,
            program_tables.donation.c.point_vnd,
        )
    )
    return tuple(_read(row.cause, date.fromisoformat(row.day), row.points, row.point_vnd) for row in rows)


def _kept(one: Donation) -> dict[str, int]:
    """Keep a share of a bill as so many đồng at nothing each: no point is worth nothing."""
    if one.share_vnd:
        return {"points": one.share_vnd, "point_vnd": 0}
    return {"points": one.points, "point_vnd": one.point_vnd}


def _read(cause: str, day: date, points: int, point_vnd: int) -> Donation:
    return Donation(cause, day, points, point_vnd) if point_vnd else Donation(cause, day, 0, 0, points)
