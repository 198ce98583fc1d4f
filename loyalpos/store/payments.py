"""Later payments of bills that were not paid at once, as recorded and as looked up again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.part_paid import Owed
from loyalpos.engine.times import from_ms
from loyalpos.store.beside import write_beside_again
from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line, mark_undone
from loyalpos.store.given import write_given
from loyalpos.store.ledger import Visit, post_entries
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.vouchers import write_vouchers, write_vouchers_back
from loyalpos.store.written import Written

__all__ = [
    "PaymentRow",
    "expired_of",
    "owed_by",
    "owed_to_shop",
    "payment_by_id",
    "payment_like",
    "standing_payments",
    "write_payment",
    "write_payment_undone",
]

_ADD = NewRow("bill_payment")
_BILL = Prepared("SELECT * FROM bill WHERE id = :which")
_RESTATE = Prepared(
    """
    UPDATE bill
    SET earned=(earned + :points), forgiven=(forgiven + :forgiven), carry_delta=:carry,
      open_vnd=(open_vnd - :paid)
    WHERE id = :which
    """
)
_BY_ID = Prepared("SELECT * FROM bill_payment WHERE id = :which")
_STANDING = Prepared("SELECT * FROM bill_payment WHERE bill = :which AND undone = 0 ORDER BY number")
_LIKE = Prepared(
    """
    SELECT *
    FROM bill_payment
    WHERE bill = :which AND amount_vnd = :amount_vnd AND undone = 0
      AND at_ms >= :since_ms AND at_ms < :before_ms
    ORDER BY number DESC
    LIMIT 1
    """
)
_UNDO = Prepared("UPDATE bill_payment SET undone=1 WHERE id = :which")
_OWED = Prepared(
    """
    SELECT id, day, number, total_vnd, open_vnd, revision
    FROM bill
    WHERE member = :whose AND open_vnd > 0
    ORDER BY at_ms, id
    """
)
_ALL_OWED = Prepared(
    """
    SELECT id, member, day, number, total_vnd, open_vnd, revision
    FROM bill INDEXED BY bill_open_of
    WHERE open_vnd > 0 AND member IS NOT NULL
    ORDER BY day, at_ms, id
    """
)
_EXPIRED = Prepared("SELECT expired FROM lot WHERE member = :whose AND id = :which")


class PaymentRow(Struct, frozen=True):
    """A payment as it stands.

    Attributes:
        number: Which of the standing payments of its bill it is, from 1 on.
        parts: How many returns the bill had had before it.
    """

    id: UUID
    bill: UUID
    number: int
    parts: int
    amount_vnd: int
    earned: int
    carry_delta: Fraction
    undone: bool
    at: datetime


def write_payment(connection: Connection, record: Written) -> None:
    """Write a payment: the bill has earned more, and less of it is open."""
    asked, came = record.request, record.outcome
    row = _bill(connection, UUID(asked["bill"]))
    amount_vnd, delta = asked["amount_vnd"], Fraction(came["carry_delta"])
    _ADD.add(
        connection,
        id=record.id.bytes,
        bill=row.id,
        number=came["number"],
        parts=row.parts,
        amount_vnd=amount_vnd,
        earned=came["earned"],
        carry_delta=came["carry_delta"],
        undone=0,
        at_ms=record.at_ms,
    )
    _restate(connection, row, paid_vnd=amount_vnd, points=came["earned"], delta=delta)
    bill, whose = UUID(bytes=row.id), UUID(bytes=row.member)
    visit = Visit(delta, 0, 0, None, amount_vnd, came["earned"])
    post_entries(connection, record.id, whose, record.entries, bill=bill, visit=visit)
    write_given(connection, record, whose, bill, row.day)
    write_vouchers(connection, record, bill)
    write_beside_again(connection, record, bill)
    if not amount_vnd:
        # It came with a return, and goes with it.
        return
    add_day_line(
        connection,
        record,
        day=came["today"],
        kind="payment",
        member=whose,
        bill=bill,
        number=row.number,
        total_vnd=amount_vnd,
        earned=came["earned"],
    )


def write_payment_undone(connection: Connection, record: Written) -> None:
    """Take a payment back: the bill is open again as before it."""
    paid = payment_by_id(connection, UUID(record.request["payment"]))
    assert paid is not None, "what was undone was recorded"
    row = _bill(connection, paid.bill)
    _UNDO.run(connection, which=paid.id.bytes)
    _restate(
        connection,
        row,
        paid_vnd=-paid.amount_vnd,
        points=-paid.earned,
        delta=-paid.carry_delta,
        forgiven=record.outcome["forgiven"],
    )
    whose = UUID(bytes=row.member)
    visit = Visit(-paid.carry_delta, 0, 0, None, -paid.amount_vnd, -paid.earned)
    post_entries(connection, record.id, whose, record.entries, visit=visit)
    write_given(connection, record, whose, paid.bill, row.day)
    write_vouchers_back(connection, record)
    write_beside_again(connection, record, paid.bill)
    mark_undone(connection, paid.id)


def payment_by_id(connection: Connection, which: UUID) -> PaymentRow | None:
    """Read a payment."""
    row = _BY_ID.first(connection, which=which.bytes)
    return None if row is None else _payment(row)


def payment_like(
    connection: Connection, bill: UUID, amount_vnd: int, *, since_ms: int, before_ms: int
) -> PaymentRow | None:
    """Find a standing payment of a bill, of the same amount, recorded in a stretch of time."""
    row = _LIKE.first(
        connection, which=bill.bytes, amount_vnd=amount_vnd, since_ms=since_ms, before_ms=before_ms
    )
    return None if row is None else _payment(row)


def standing_payments(connection: Connection, bill: UUID) -> tuple[PaymentRow, ...]:
    """Read the later payments of a bill that were not undone, in their order."""
    return tuple(_payment(row) for row in _STANDING.all(connection, which=bill.bytes))


def owed_by(connection: Connection, whose: UUID) -> tuple[Owed, ...]:
    """List the bills of a member's of which something is still to be paid, the oldest first."""
    return tuple(_owed(row) for row in _OWED.all(connection, whose=whose.bytes))


def owed_to_shop(connection: Connection) -> tuple[tuple[UUID, Owed], ...]:
    """List all bills of members that are still to be paid, each with whose it is, the oldest first."""
    return tuple((UUID(bytes=row.member), _owed(row)) for row in _ALL_OWED.all(connection))


def expired_of(connection: Connection, whose: UUID, lots: Iterable[UUID]) -> int:
    """Count the points of some lots of a member's that have expired."""
    found = (_EXPIRED.first(connection, whose=whose.bytes, which=lot.bytes) for lot in lots)
    return sum(row.expired for row in found if row is not None)


def _owed(row: Any) -> Owed:
    return Owed(
        UUID(bytes=row.id),
        date.fromisoformat(row.day),
        row.number,
        row.total_vnd,
        row.open_vnd,
        row.revision,
    )


def _bill(connection: Connection, which: UUID) -> Any:
    row = _BILL.first(connection, which=which.bytes)
    assert row is not None, "a payment names a bill that was recorded"
    return row


def _restate(
    connection: Connection, row: Any, *, paid_vnd: int, points: int, delta: Fraction, forgiven: int = 0
) -> None:
    carry = Fraction(row.carry_delta) + delta
    _RESTATE.run(
        connection,
        which=row.id,
        paid=paid_vnd,
        points=points,
        forgiven=forgiven,
        carry=f"{carry.numerator}/{carry.denominator}",
    )


def _payment(row: Any) -> PaymentRow:
    return PaymentRow(
        UUID(bytes=row.id),
        UUID(bytes=row.bill),
        row.number,
        row.parts,
        row.amount_vnd,
        row.earned,
        Fraction(row.carry_delta),
        bool(row.undone),
        from_ms(row.at_ms),
    )
