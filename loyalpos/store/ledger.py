"""Entries, lots and the member's summary: written from records, read for decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.engine.ledger import POINTS, Account, Entry, EntryKind, Lot
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.store.tables import entry, finding, lot, summary

__all__ = [
    "account_of",
    "begin_summary",
    "count_bill",
    "expired_of_bill",
    "members_due_to_expire",
    "post_entries",
    "sum_of_entries",
]

_ADD_ENTRY = insert(entry)
_ADD_LOT = insert(lot)
_EAT = (
    update(lot)
    .where(lot.c.id == bindparam("lot_id"))
    .values(rest=lot.c.rest - bindparam("taken"), expired=lot.c.expired + bindparam("lost"))
)
_MOVE = (
    update(summary)
    .where(summary.c.member == bindparam("whose"))
    .values(balance=summary.c.balance + bindparam("points"), debt=summary.c.debt + bindparam("owed"))
)
_COUNT = (
    update(summary)
    .where(summary.c.member == bindparam("whose"))
    .values(
        carry=bindparam("carried"),
        visits=summary.c.visits + bindparam("visit"),
        spend_vnd=summary.c.spend_vnd + bindparam("spent"),
        last_visit_ms=bindparam("last_ms"),
    )
)
_SEEN = (
    update(finding)
    .where(finding.c.member == bindparam("whose"), finding.c.last_seen_ms < bindparam("seen_ms"))
    .values(last_seen_ms=bindparam("seen_ms"))
)
_SUMMARY = select(summary).where(summary.c.member == bindparam("whose"))
_OPEN_LOTS = (
    select(lot)
    .where(lot.c.member == bindparam("whose"), lot.c.rest > 0)
    .order_by(lot.c.expires_ms.is_(None), lot.c.expires_ms, lot.c.earned_ms, lot.c.id)
)
_EXPIRED = select(func.sum(lot.c.expired)).where(lot.c.bill == bindparam("which"), lot.c.bill.is_not(None))


def begin_summary(connection: Connection, member: UUID) -> None:
    """Open a member's summary at nothing."""
    connection.execute(
        upsert(summary).on_conflict_do_nothing(),
        {"member": member.bytes, "balance": 0, "debt": 0, "carry": "0/1", "visits": 0, "spend_vnd": 0},
    )


def post_entries(
    connection: Connection, record: UUID, member: UUID, entries: Iterable[Entry], *, bill: UUID | None = None
) -> None:
    """Write decided entries of one member: lines, lots opened and eaten, balance and debt.

    Args:
        bill: The bill whose earning the opened lots are, or None.
    """
    points = owed = 0
    posted = False
    for one in entries:
        posted = True
        connection.execute(
            _ADD_ENTRY,
            {
                "id": one.id.bytes,
                "member": member.bytes,
                "unit": one.unit,
                "kind": one.kind.value,
                "points": one.points,
                "at_ms": to_ms(one.at),
                "record": record.bytes,
                "reference": None if one.reference is None else one.reference.bytes,
            },
        )
        for opened in one.opened:
            connection.execute(
                _ADD_LOT,
                {
                    "id": opened.id.bytes,
                    "member": member.bytes,
                    "unit": one.unit,
                    "points": opened.points,
                    "rest": opened.rest,
                    "expired": 0,
                    "earned_ms": to_ms(opened.earned_at),
                    "expires_ms": None if opened.expires_at is None else to_ms(opened.expires_at),
                    "bill": None if bill is None else bill.bytes,
                },
            )
        for part in one.eaten:
            lost = part.points if one.kind is EntryKind.EXPIRE else 0
            connection.execute(_EAT, {"lot_id": part.lot.bytes, "taken": part.points, "lost": lost})
        points += one.points
        owed += one.debt_made - one.debt_paid
    if posted:
        connection.execute(_MOVE, {"whose": member.bytes, "points": points, "owed": owed})


def count_bill(
    connection: Connection,
    member: UUID,
    *,
    carry_delta: Fraction,
    visits: int,
    spend_vnd: int,
    visit_ms: int | None,
) -> None:
    """Move a member's remainder, visits and spend by what a bill or its return did.

    Args:
        visit_ms: When the bill happened, or None where nobody came.
    """
    row = connection.execute(_SUMMARY, {"whose": member.bytes}).one()
    last_ms = row.last_visit_ms
    if visit_ms is not None:
        last_ms = visit_ms if last_ms is None else max(last_ms, visit_ms)
    carry = Fraction(row.carry) + carry_delta
    connection.execute(
        _COUNT,
        {
            "whose": member.bytes,
            "carried": f"{carry.numerator}/{carry.denominator}",
            "visit": visits,
            "spent": spend_vnd,
            "last_ms": last_ms,
        },
    )
    if visit_ms is not None:
        connection.execute(_SEEN, {"whose": member.bytes, "seen_ms": visit_ms})


def account_of(connection: Connection, member: UUID) -> Account:
    """Read what a member holds: open lots in eating order, debt and remainder."""
    row = connection.execute(_SUMMARY, {"whose": member.bytes}).one_or_none()
    if row is None:
        return Account()
    lots = tuple(
        Lot(
            UUID(bytes=one.id),
            one.points,
            one.rest,
            from_ms(one.earned_ms),
            None if one.expires_ms is None else from_ms(one.expires_ms),
        )
        for one in connection.execute(_OPEN_LOTS, {"whose": member.bytes})
    )
    account = Account(lots, row.debt, Fraction(row.carry), POINTS)
    assert account.balance == row.balance, "the summary agrees with the lots before anything is decided"
    return account


def expired_of_bill(connection: Connection, which: UUID) -> int:
    """Count the points of a bill that have expired."""
    return int(connection.execute(_EXPIRED, {"which": which.bytes}).scalar_one_or_none() or 0)


def members_due_to_expire(connection: Connection, alive_at: datetime, most: int) -> tuple[UUID, ...]:
    """Name members who hold lots that are over, at most ``most`` of them."""
    found = connection.execute(
        select(lot.c.member)
        .where(lot.c.rest > 0, lot.c.expires_ms.is_not(None), lot.c.expires_ms <= to_ms(alive_at))
        .distinct()
        .limit(most)
    )
    return tuple(UUID(bytes=row.member) for row in found)


def sum_of_entries(connection: Connection, member: UUID) -> int:
    """Add up a member's ledger, the slow and certain way."""
    total = connection.execute(select(func.sum(entry.c.points)).where(entry.c.member == member.bytes))
    return int(total.scalar_one_or_none() or 0)
