"""Entries, lots and the member's summary: written from records, read for decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.engine.ledger import POINTS, Account, Entry, EntryKind, Lot
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.store.prepared import Prepared
from loyalpos.store.tables import entry, finding, lot, summary

__all__ = [
    "Standing",
    "Visit",
    "account_of",
    "begin_summary",
    "lots_of_bill",
    "members_due_to_expire",
    "post_entries",
    "put_last_visit",
    "standing_of",
    "sum_of_entries",
]

_ADD_ENTRY = Prepared(insert(entry))
_ADD_LOT = Prepared(insert(lot))
_EAT = Prepared(
    update(lot)
    .where(lot.c.member == bindparam("whose"), lot.c.id == bindparam("which"))
    .values(rest=lot.c.rest - bindparam("taken"), expired=lot.c.expired + bindparam("lost"))
)
_MOVE = Prepared(
    update(summary)
    .where(summary.c.member == bindparam("whose"))
    .values(
        balance=summary.c.balance + bindparam("points"),
        debt=summary.c.debt + bindparam("owed"),
        carry=func.coalesce(bindparam("carried"), summary.c.carry),
        visits=summary.c.visits + bindparam("came"),
        spend_vnd=summary.c.spend_vnd + bindparam("spent"),
        paid_vnd=summary.c.paid_vnd + bindparam("paid"),
        earned=summary.c.earned + bindparam("won"),
        # SQLite's max of two values; nothing is the larger where either is nothing.
        last_visit_ms=func.max(
            func.coalesce(summary.c.last_visit_ms, bindparam("visit_ms")),
            func.coalesce(bindparam("visit_ms"), summary.c.last_visit_ms),
        ),
    )
)
_SEEN = Prepared(
    update(finding)
    .where(finding.c.member == bindparam("whose"), finding.c.last_seen_ms < bindparam("seen_ms"))
    .values(last_seen_ms=bindparam("seen_ms"))
)
_SUMMARY = Prepared(select(summary).where(summary.c.member == bindparam("whose")))
_OPEN_LOTS = Prepared(
    select(lot.c.id, lot.c.points, lot.c.rest, lot.c.earned_ms, lot.c.expires_ms)
    .where(lot.c.member == bindparam("whose"), lot.c.rest > 0)
    .order_by(lot.c.expires_ms.is_(None), lot.c.expires_ms, lot.c.earned_ms, lot.c.id)
)
_OF_BILL = Prepared(
    select(lot.c.id, lot.c.expired).where(
        lot.c.member == bindparam("whose"), lot.c.bill == bindparam("which"), lot.c.bill.is_not(None)
    )
)


class Visit(Struct, frozen=True):
    """What a bill or its return changes beside points: remainder, visits and spend.

    Attributes:
        paid_vnd: What milestones and tiers count: paid in money.
        earned: The points of the bill as it stands.
        at_ms: When the bill happened, or None where nobody came.
    """

    carry_delta: Fraction
    visits: int
    spend_vnd: int
    at_ms: int | None = None
    paid_vnd: int = 0
    earned: int = 0


class Standing(Struct, frozen=True):
    """What a member holds, how often they have bought, and what they have paid for it in money."""

    account: Account
    visits: int
    spend_vnd: int
    last_visit: datetime | None


def begin_summary(connection: Connection, member: UUID) -> None:
    """Open a member's summary at nothing."""
    connection.execute(
        upsert(summary).on_conflict_do_nothing(),
        {
            "member": member.bytes,
            "balance": 0,
            "debt": 0,
            "carry": "0/1",
            "visits": 0,
            "spend_vnd": 0,
            "paid_vnd": 0,
            "earned": 0,
        },
    )


def post_entries(
    connection: Connection,
    record: UUID,
    member: UUID,
    entries: Iterable[Entry],
    *,
    bill: UUID | None = None,
    visit: Visit | None = None,
) -> None:
    """Write decided entries of one member: lines, lots opened and eaten, and the member's summary.

    Args:
        bill: The bill whose earning the opened lots are, or None.
        visit: The visit the entries belong to, or its return; it counts even without entries.
    """
    points = owed = 0
    written = False
    for one in entries:
        written = True
        _ADD_ENTRY.run(
            connection,
            id=one.id.bytes,
            member=member.bytes,
            unit=one.unit,
            kind=one.kind.value,
            points=one.points,
            at_ms=to_ms(one.at),
            record=record.bytes,
            reference=None if one.reference is None else one.reference.bytes,
        )
        for opened in one.opened:
            _ADD_LOT.run(
                connection,
                id=opened.id.bytes,
                member=member.bytes,
                unit=one.unit,
                points=opened.points,
                rest=opened.rest,
                expired=0,
                earned_ms=to_ms(opened.earned_at),
                expires_ms=None if opened.expires_at is None else to_ms(opened.expires_at),
                bill=None if bill is None else bill.bytes,
            )
        for part in one.eaten:
            lost = part.points if one.kind is EntryKind.EXPIRE else 0
            _EAT.run(connection, whose=member.bytes, which=part.lot.bytes, taken=part.points, lost=lost)
        points += one.points
        owed += one.debt_made - one.debt_paid
    if written or visit is not None:
        _sum_up(connection, member, points, owed, visit or Visit(Fraction(0), 0, 0))


def _sum_up(connection: Connection, member: UUID, points: int, owed: int, visit: Visit) -> None:
    """Move a member's summary, and bring who came to the top of the recent visitors."""
    carried = None
    if visit.carry_delta:
        before = _SUMMARY.first(connection, whose=member.bytes)
        assert before is not None
        carry = Fraction(before.carry) + visit.carry_delta
        carried = f"{carry.numerator}/{carry.denominator}"
    _MOVE.run(
        connection,
        whose=member.bytes,
        points=points,
        owed=owed,
        carried=carried,
        came=visit.visits,
        spent=visit.spend_vnd,
        paid=visit.paid_vnd,
        won=visit.earned,
        visit_ms=visit.at_ms,
    )
    if visit.at_ms is not None:
        _SEEN.run(connection, whose=member.bytes, seen_ms=visit.at_ms)


def put_last_visit(connection: Connection, member: UUID, at_ms: int | None) -> None:
    """Say anew when a member was there last, where the visit that counted was none of theirs."""
    now = update(summary).where(summary.c.member == member.bytes).values(last_visit_ms=at_ms)
    connection.execute(now)


def standing_of(connection: Connection, member: UUID) -> Standing:
    """Read how a member stands."""
    row = _SUMMARY.first(connection, whose=member.bytes)
    if row is None:
        return Standing(Account(), 0, 0, None)
    lots = tuple(
        Lot(
            UUID(bytes=one.id),
            one.points,
            one.rest,
            from_ms(one.earned_ms),
            None if one.expires_ms is None else from_ms(one.expires_ms),
        )
        for one in _OPEN_LOTS.all(connection, whose=member.bytes)
    )
    account = Account(lots, row.debt, Fraction(row.carry), POINTS)
    assert account.balance == row.balance, "the summary agrees with the lots before anything is decided"
    last_visit = None if row.last_visit_ms is None else from_ms(row.last_visit_ms)
    return Standing(account, row.visits, row.paid_vnd, last_visit)


def account_of(connection: Connection, member: UUID) -> Account:
    """Read what a member holds: open lots in eating order, debt and remainder."""
    return standing_of(connection, member).account


def lots_of_bill(connection: Connection, member: UUID, which: UUID) -> tuple[frozenset[UUID], int]:
    """Name the lots a member's bill has opened, and count the points of them that have expired."""
    found = _OF_BILL.all(connection, whose=member.bytes, which=which.bytes)
    return frozenset(UUID(bytes=row.id) for row in found), sum(row.expired for row in found)


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
