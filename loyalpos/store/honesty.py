"""What of a day is looked at once more, read through its indexes, and what an owner has looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.honesty import Deed, DeedKind, Finding, FindingKind
from loyalpos.store import journal_tables, staff_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow
from loyalpos.store.who_now import who_is_now
from loyalpos.store.written import Written

__all__ = [
    "Acknowledged",
    "BillSeen",
    "acknowledged_on",
    "bills_seen",
    "deeds_of",
    "write_acknowledgement",
]

_ADD = NewRow("acknowledgement")
_KINDS = {
    "bill": DeedKind.BILL,
    "enrolled": DeedKind.JOINED,
    "voucher": DeedKind.BY_HAND,
    "stamps": DeedKind.BY_HAND,
}


class Acknowledged(Struct, frozen=True):
    """A finding somebody has looked at; ``by`` is who that was, as the record has it."""

    finding: Finding
    by: str
    at_ms: int


class BillSeen(Struct, frozen=True):
    """A bill a finding stands on."""

    id: UUID
    at_ms: int
    number: str | None
    total_vnd: int
    member: UUID | None


def write_acknowledgement(connection: Connection, record: Written) -> None:
    """Keep that somebody has looked at a finding, and what it was."""
    asked = record.request
    _ADD.add(
        connection,
        id=record.id.bytes,
        day=asked["day"],
        kind=asked["kind"],
        who=asked["who"],
        member=None if asked["member"] is None else UUID(asked["member"]).bytes,
        records=json.dumps(asked["records"]),
        points=asked["points"],
        other=asked["other"],
        seen_by=record.who,
        at_ms=record.at_ms,
    )


def acknowledged_on(connection: Connection, day: date) -> tuple[Acknowledged, ...]:
    """List what was looked at of a day, in the order that was done."""
    seen = staff_tables.acknowledgement
    rows = connection.execute(
        sa.select(seen).where(seen.c.day == day.isoformat()).order_by(seen.c.at_ms, seen.c.id)
    )
    return tuple(Acknowledged(_finding(row), row.seen_by, row.at_ms) for row in rows)


def deeds_of(connection: Connection, day: date) -> tuple[Deed, ...]:
    """Read what was done on a business day, and what was taken back of its bills since."""
    line, record, bill = tables.day_line, journal_tables.record, tables.bill
    rows = connection.execute(
        sa.select(
            line.c.record,
            line.c.kind,
            line.c.member,
            line.c.number,
            line.c.earned,
            line.c.spent,
            line.c.bill,
            line.c.undone,
            line.c.at_ms,
            record.c.who,
            bill.c.earned.label("bill_earned"),
            bill.c.recorded_ms,
        )
        .select_from(
            line.join(record, record.c.id == line.c.record).outerjoin(bill, bill.c.id == line.c.bill)
        )
        .where(line.c.day == day.isoformat())
    ).all()
    deeds = [deed for row in rows if (deed := _deed(row)) is not None]
    undone = [row.record for row in rows if row.undone and row.kind == DeedKind.BILL]
    # The day keeps whom it was done for; what they had may be another's since.
    return tuple(
        deed if deed.member is None else replace(deed, member=who_is_now(connection, deed.member))
        for deed in (*deeds, *_undone_bills(connection, undone))
    )


def bills_seen(connection: Connection, records: Iterable[UUID]) -> tuple[BillSeen, ...]:
    """Read those of some records that are bills, in the order they were recorded."""
    bill = tables.bill
    rows = connection.execute(
        sa.select(bill.c.id, bill.c.recorded_ms, bill.c.number, bill.c.total_vnd, bill.c.member)
        .where(bill.c.id.in_([one.bytes for one in records]))
        .order_by(bill.c.recorded_ms, bill.c.id)
    )
    return tuple(
        BillSeen(UUID(bytes=row.id), row.recorded_ms, row.number, row.total_vnd, _id(row.member))
        for row in rows
    )


def _deed(row: sa.Row[Any]) -> Deed | None:
    kind = _KINDS.get(row.kind)
    member = _id(row.member)
    record = UUID(bytes=row.record)
    if kind is not None:
        return Deed(
            record,
            kind,
            row.who,
            row.at_ms,
            member,
            numbered=row.number is not None,
            points=row.earned if kind is DeedKind.BILL else 0,
            spent=row.spent if kind is DeedKind.BILL else 0,
        )
    if row.kind == "return" and not row.undone and row.bill is not None:
        return Deed(
            record,
            DeedKind.UNDONE,
            row.who,
            row.at_ms,
            member,
            points=row.bill_earned,
            of=UUID(bytes=row.bill),
            of_at_ms=row.recorded_ms,
        )
    return None


def _undone_bills(connection: Connection, bills: list[bytes]) -> Iterable[Deed]:
    """Read who took bills back as a whole; one that was moved to the right member was not taken back."""
    back, record, bill = tables.reversal, journal_tables.record, tables.bill
    rows = connection.execute(
        sa.select(
            back.c.id,
            back.c.bill,
            back.c.at_ms,
            record.c.who,
            bill.c.member,
            bill.c.earned,
            bill.c.recorded_ms,
        )
        .select_from(back.join(record, record.c.id == back.c.id).join(bill, bill.c.id == back.c.bill))
        .where(back.c.bill.in_(bills), back.c.whole == 1, back.c.undone == 0, back.c.moved_to.is_(None))
    )
    for row in rows:
        yield Deed(
            UUID(bytes=row.id),
            DeedKind.UNDONE,
            row.who,
            row.at_ms,
            _id(row.member),
            points=row.earned,
            of=UUID(bytes=row.bill),
            of_at_ms=row.recorded_ms,
        )


def _finding(row: sa.Row[Any]) -> Finding:
    return Finding(
        date.fromisoformat(row.day),
        FindingKind(row.kind),
        row.who,
        _id(row.member),
        tuple(UUID(one) for one in json.loads(row.records)),
        row.points,
        row.other,
    )


def _id(stored: bytes | None) -> UUID | None:
    return None if stored is None else UUID(bytes=stored)
