"""Services that were redeemed, and which of them were done."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.bills import Redemption
from loyalpos.engine.json_values import from_json
from loyalpos.engine.open_services import OpenService
from loyalpos.store import program_tables
from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line, mark_undone
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = ["open_services_of", "write_done", "write_done_undone"]

_KIND = "service"
_REDEEMED = Prepared(
    """
    SELECT id, day, redemptions
    FROM bill
    WHERE member = :whose AND whole = 0 AND instr(redemptions, '"kind": "service"') > 0
    ORDER BY at_ms
    """
)
_DONE = Prepared(
    """
    SELECT service_done.bill, service_done.reward
    FROM service_done
    WHERE EXISTS (SELECT * FROM bill WHERE bill.id = service_done.bill AND bill.member = :whose)
    """
)


def write_done(connection: Connection, record: Written) -> None:
    """Write that a service was done."""
    connection.execute(
        sa.insert(program_tables.service_done),
        {
            "bill": UUID(record.request["bill"]).bytes,
            "reward": record.request["reward"],
            "record": record.id.bytes,
        },
    )
    add_day_line(
        connection,
        record,
        day=record.outcome["today"],
        kind=_KIND,
        member=record.member,
        rewards=record.outcome["name"],
    )


def write_done_undone(connection: Connection, record: Written) -> None:
    """Write that it was not done after all."""
    done = UUID(record.request["undone"])
    connection.execute(
        sa.delete(program_tables.service_done).where(program_tables.service_done.c.record == done.bytes)
    )
    mark_undone(connection, done)


def open_services_of(connection: Connection, whose: UUID) -> tuple[OpenService, ...]:
    """List the services of a member's standing bills that nobody has done yet, the oldest first."""
    redeemed = [
        OpenService(UUID(bytes=row.id), one.reward, one.name, date.fromisoformat(row.day))
        for row in _REDEEMED.all(connection, whose=whose.bytes)
        for one in from_json(json.loads(row.redemptions), tuple[Redemption, ...])
        if one.kind == _KIND
    ]
    if not redeemed:
        return ()
    done = {(row.bill, row.reward) for row in _DONE.all(connection, whose=whose.bytes)}
    return tuple(one for one in redeemed if (one.bill.bytes, one.reward) not in done)
