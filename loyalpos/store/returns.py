"""Returns as recorded: of a bill, of a bill that was moved, and of a return that was undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.store import tables
from loyalpos.store.beside import write_beside_again, write_beside_back
from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line, mark_undone
from loyalpos.store.given import write_given
from loyalpos.store.ledger import Visit, post_entries, put_last_visit
from loyalpos.store.prepared import Prepared
from loyalpos.store.shop import move_stock
from loyalpos.store.visits import IS_VISIT, last_visit_ms
from loyalpos.store.vouchers import write_vouchers_again, write_vouchers_back
from loyalpos.store.written import Written

__all__ = [
    "MovedHere",
    "last_part",
    "moved_here",
    "return_like",
    "reversal_by_id",
    "standing_parts",
    "write_reversal",
    "write_reversal_undone",
]

_BILL = Prepared(f"SELECT *, {IS_VISIT} AS is_visit FROM bill WHERE id = :which")
_PARTS = Prepared("SELECT id FROM reversal WHERE bill = :which AND undone = 0")
_PAYMENTS = Prepared("SELECT id FROM bill_payment WHERE bill = :which AND undone = 0")
_MOVED_HERE = Prepared(
    """
    SELECT reversal.id, reversal.bill, reversal.undone, bill.member
    FROM reversal
    JOIN bill ON bill.id = reversal.bill
    WHERE reversal.moved_to = :to AND reversal.moved_to IS NOT NULL
    """
)


class MovedHere(Struct, frozen=True):
    """Where a bill was before it was moved.

    Attributes:
        reversal: What took it from there.
        bill: The bill as it was recorded there.
        member: Whose it was, or None for nobody's.
        undone: Whether the bill stands there again.
    """

    reversal: UUID
    bill: UUID
    member: UUID | None
    undone: bool


def write_reversal(connection: Connection, record: Written) -> None:
    """Write a return: the bill keeps its inputs, and its standing falls."""
    asked, came = record.request, record.outcome
    row = _BILL.first(connection, which=UUID(asked["bill"]).bytes)
    assert row is not None
    delta = Fraction(came["carry_delta"])
    gave_back = came["given_back"] > 0
    moved_to = came.get("moved_to")
    connection.execute(
        sa.insert(tables.reversal),
        {
            "id": record.id.bytes,
            "bill": row.id,
            "part": asked["part"],
            "returned_vnd": came["returned_vnd"],
            "refund_vnd": came["refund_vnd"],
            "struck_vnd": came.get("struck_vnd", 0),
            "taken_back": came["taken_back"],
            "forgiven": came["forgiven"],
            "carry_delta": came["carry_delta"],
            "whole": int(came["whole"]),
            "undone": 0,
            "at_ms": record.at_ms,
            "moved_to": None if moved_to is None else UUID(moved_to).bytes,
        },
    )
    _restate(
        connection,
        row,
        taken_back=came["taken_back"],
        forgiven=came["forgiven"],
        returned_vnd=came["returned_vnd"],
        open_vnd=-came.get("struck_vnd", 0),
        delta=delta,
        parts=asked["part"],
        whole=bool(came["whole"]),
        spent="[]" if gave_back else row.spent,
    )
    whose = None if row.member is None else UUID(bytes=row.member)
    if whose is not None:
        visit = Visit(
            delta,
            -row.is_visit if came["whole"] else 0,
            -came["returned_vnd"],
            paid_vnd=-came["refund_vnd"],
            earned=-came["taken_back"],
        )
        post_entries(connection, record.id, whose, record.entries, visit=visit)
        write_given(connection, record, whose, UUID(bytes=row.id), row.day)
        write_vouchers_back(connection, record)
    write_beside_back(connection, record, UUID(bytes=row.id))
    move_stock(connection, came.get("stock", {}))
    if asked["undo"]:
        mark_undone(connection, UUID(bytes=row.id))
        # Its returns and payments went with it: there is nothing left to undo of them.
        for part in (
            *_PARTS.all(connection, which=row.id),
            *(_PAYMENTS.all(connection, which=row.id) if record.outcome.get("paid_later") else ()),
        ):
            mark_undone(connection, UUID(bytes=part.id))
        if whose is not None:
            put_last_visit(connection, whose, last_visit_ms(connection, whose))
        return
    add_day_line(
        connection,
        record,
        day=came["today"],
        kind="return",
        member=whose,
        bill=UUID(bytes=row.id),
        number=row.number,
        total_vnd=came["returned_vnd"],
        earned=came["given_back"],
        spent=-sum(entry.points for entry in record.entries if entry.points < 0),
    )


def write_reversal_undone(connection: Connection, record: Written) -> None:
    """Take a return back: the bill stands again as before it."""
    back = connection.execute(
        sa.select(tables.reversal).where(tables.reversal.c.id == UUID(record.request["reversal"]).bytes)
    ).one()
    row = _BILL.first(connection, which=back.bill)
    assert row is not None
    delta = -Fraction(back.carry_delta)
    connection.execute(sa.update(tables.reversal).where(tables.reversal.c.id == back.id).values(undone=1))
    spent = record.outcome.get("spent")
    _restate(
        connection,
        row,
        taken_back=-back.taken_back,
        forgiven=-back.forgiven,
        returned_vnd=-back.returned_vnd,
        open_vnd=back.struck_vnd,
        delta=delta,
        parts=row.parts,
        whole=False,
        spent=row.spent if spent is None else json.dumps(spent, sort_keys=True),
    )
    if row.member is not None:
        whose = UUID(bytes=row.member)
        visit = Visit(
            delta,
            row.is_visit if back.whole else 0,
            back.returned_vnd,
            paid_vnd=back.refund_vnd,
            earned=back.taken_back,
        )
        post_entries(connection, record.id, whose, record.entries, bill=UUID(bytes=row.id), visit=visit)
        write_given(connection, record, whose, UUID(bytes=row.id), row.day)
        write_vouchers_again(connection, record, UUID(bytes=row.id))
    write_beside_again(connection, record, UUID(bytes=row.id))
    move_stock(connection, record.outcome.get("stock", {}))
    if back.moved_to is None:
        mark_undone(connection, UUID(bytes=back.id))
    else:
        mark_undone(connection, UUID(bytes=row.id), undone=False)
        if row.member is not None:
            whose = UUID(bytes=row.member)
            put_last_visit(connection, whose, last_visit_ms(connection, whose))


def reversal_by_id(connection: Connection, which: UUID) -> Mapping[str, Any] | None:
    """Read a return: bill, part, whole, undone, what it took and gave."""
    row = connection.execute(
        sa.select(tables.reversal).where(tables.reversal.c.id == which.bytes)
    ).one_or_none()
    return None if row is None else dict(row._mapping)


def return_like(
    connection: Connection, which: UUID, returned_vnd: int, *, since_ms: int, before_ms: int
) -> Mapping[str, Any] | None:
    """Find a standing return of a bill, of the same amount, recorded in a stretch of time."""
    row = connection.execute(
        sa.select(tables.reversal)
        .where(
            tables.reversal.c.bill == which.bytes,
            tables.reversal.c.returned_vnd == returned_vnd,
            tables.reversal.c.undone == 0,
            tables.reversal.c.at_ms >= since_ms,
            tables.reversal.c.at_ms < before_ms,
        )
        .order_by(tables.reversal.c.part.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else dict(row._mapping)


def last_part(connection: Connection, which: UUID) -> int:
    """Give the number of a bill's last return that was not undone; 0 without one."""
    last = sa.select(sa.func.max(tables.reversal.c.part)).where(
        tables.reversal.c.bill == which.bytes, tables.reversal.c.undone == 0
    )
    return int(connection.execute(last).scalar_one_or_none() or 0)


def standing_parts(connection: Connection, which: UUID) -> tuple[UUID, ...]:
    """Name a bill's returns that were not undone."""
    return tuple(UUID(bytes=row.id) for row in _PARTS.all(connection, which=which.bytes))


def moved_here(connection: Connection, which: UUID) -> MovedHere | None:
    """Tell from where a bill was moved, or None for one that was recorded where it is."""
    row = _MOVED_HERE.first(connection, to=which.bytes)
    if row is None:
        return None
    whose = None if row.member is None else UUID(bytes=row.member)
    return MovedHere(UUID(bytes=row.id), UUID(bytes=row.bill), whose, bool(row.undone))


def _restate(
    connection: Connection,
    row: Any,
    *,
    taken_back: int,
    forgiven: int,
    returned_vnd: int,
    open_vnd: int,
    delta: Fraction,
    parts: int,
    whole: bool,
    spent: str,
) -> None:
    carry = Fraction(row.carry_delta) + delta
    connection.execute(
        sa.update(tables.bill)
        .where(tables.bill.c.id == row.id)
        .values(
            taken_back=row.taken_back + taken_back,
            forgiven=row.forgiven + forgiven,
            returned_vnd=row.returned_vnd + returned_vnd,
            open_vnd=row.open_vnd + open_vnd,
            carry_delta=f"{carry.numerator}/{carry.denominator}",
            parts=parts,
            whole=int(whole),
            spent=spent,
        )
    )
