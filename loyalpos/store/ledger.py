"""Entries, lots and the member's summary: written from records, read for decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.ledger import POINTS, Account, Entry, EntryKind, Lot
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.store import tables
from loyalpos.store.connection import BooksDisagree, Connection
from loyalpos.store.prepared import NewRow, Prepared

__all__ = [
    "Standing",
    "Visit",
    "account_of",
    "begin_summaries",
    "lots_of_bill",
    "members_due_to_expire",
    "post_entries",
    "post_first_entries",
    "put_last_visit",
    "standing_of",
    "sum_of_entries",
]

_ADD_ENTRY = NewRow("entry")
_ADD_LOT = NewRow("lot")
_EAT = Prepared(
    """
    UPDATE lot
    SET rest=(rest - :taken), expired=(expired + :lost)
    WHERE member = :whose AND id = :which
    """
)
_MOVE = Prepared(
    """
    UPDATE summary
    SET balance=(balance + :points), debt=(debt + :owed), carry=coalesce(:carried, carry),
      visits=(visits + :came), spend_vnd=(spend_vnd + :spent), paid_vnd=(paid_vnd + :paid),
      earned=(earned + :won),
      last_visit_ms=max(coalesce(last_visit_ms, :visit_ms), coalesce(:visit_ms, last_visit_ms))
    WHERE member = :whose
    """
)
_BEGIN = Prepared(
    """
    INSERT INTO summary (member, balance, debt, carry, visits, spend_vnd, paid_vnd, earned)
    VALUES (:whose, 0, 0, '0/1', 0, 0, 0, 0)
    ON CONFLICT DO NOTHING
    """
)
_SEEN = Prepared("UPDATE finding SET last_seen_ms=:seen_ms WHERE member = :whose AND last_seen_ms < :seen_ms")
_DUE = Prepared(
    """
    SELECT DISTINCT member
    FROM lot
    WHERE rest > 0 AND expires_ms IS NOT NULL AND expires_ms <= :now
    LIMIT :most
    """
)
_SUMMARY = Prepared("SELECT * FROM summary WHERE member = :whose")
_OPEN_LOTS = Prepared(
    """
    SELECT id, points, rest, earned_ms, expires_ms
    FROM lot
    WHERE member = :whose AND rest > 0
    ORDER BY expires_ms IS NULL, expires_ms, earned_ms, id
    """
)
_OF_BILL = Prepared(
    """
    SELECT id, expired
    FROM lot
    WHERE member = :whose AND bill = :which AND bill IS NOT NULL
    """
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


def begin_summaries(connection: Connection, members: Iterable[UUID]) -> None:
    """Open members' summaries at nothing."""
    _BEGIN.run_all(connection, [{"whose": member.bytes} for member in members])


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
        _ADD_ENTRY.add(connection, **_entry_row(record, member, one))
        for opened in one.opened:
            _ADD_LOT.add(connection, **_lot_row(member, one.unit, opened, bill))
        for part in one.eaten:
            lost = part.points if one.kind is EntryKind.EXPIRE else 0
            _EAT.run(connection, whose=member.bytes, which=part.lot.bytes, taken=part.points, lost=lost)
        points += one.points
        owed += one.debt_made - one.debt_paid
    if written or visit is not None:
        _sum_up(connection, member, points, owed, visit or Visit(Fraction(0), 0, 0))


def post_first_entries(connection: Connection, first: Mapping[UUID, tuple[Entry, ...]]) -> None:
    """Write the entries that members join with, whose record has the member's id.

    There is nothing before them that they could eat.
    """
    had = [(member, one) for member, entries in first.items() for one in entries]
    assert not any(one.eaten for _, one in had)
    _ADD_ENTRY.add_all(connection, [_entry_row(member, member, one) for member, one in had])
    lots = [_lot_row(member, one.unit, opened, None) for member, one in had for opened in one.opened]
    _ADD_LOT.add_all(connection, lots)
    nobody_came = Visit(Fraction(0), 0, 0)
    moves = (
        _moved(
            member,
            sum(one.points for one in entries),
            sum(one.debt_made - one.debt_paid for one in entries),
            nobody_came,
        )
        for member, entries in first.items()
        if entries
    )
    _MOVE.run_all(connection, list(moves))


def _entry_row(record: UUID, member: UUID, one: Entry) -> dict[str, object]:
    return {
        "id": one.id.bytes,
        "member": member.bytes,
        "unit": one.unit,
        "kind": one.kind.value,
        "points": one.points,
        "at_ms": to_ms(one.at),
        "record": record.bytes,
        "reference": None if one.reference is None else one.reference.bytes,
    }


def _lot_row(member: UUID, unit: str, opened: Lot, bill: UUID | None) -> dict[str, object]:
    return {
        "id": opened.id.bytes,
        "member": member.bytes,
        "unit": unit,
        "points": opened.points,
        "rest": opened.rest,
        "expired": 0,
        "earned_ms": to_ms(opened.earned_at),
        "expires_ms": None if opened.expires_at is None else to_ms(opened.expires_at),
        "bill": None if bill is None else bill.bytes,
    }


def _sum_up(connection: Connection, member: UUID, points: int, owed: int, visit: Visit) -> None:
    """Move a member's summary, and bring who came to the top of the recent visitors."""
    carried = None
    if visit.carry_delta:
        before = _SUMMARY.first(connection, whose=member.bytes)
        assert before is not None
        carry = Fraction(before.carry) + visit.carry_delta
        carried = f"{carry.numerator}/{carry.denominator}"
    _MOVE.run(connection, **_moved(member, points, owed, visit, carried))
    if visit.at_ms is not None:
        _SEEN.run(connection, whose=member.bytes, seen_ms=visit.at_ms)


def _moved(
    member: UUID, points: int, owed: int, visit: Visit, carried: str | None = None
) -> dict[str, object]:
    return {
        "whose": member.bytes,
        "points": points,
        "owed": owed,
        "carried": carried,
        "came": visit.visits,
        "spent": visit.spend_vnd,
        "paid": visit.paid_vnd,
        "won": visit.earned,
        "visit_ms": visit.at_ms,
    }


def put_last_visit(connection: Connection, member: UUID, at_ms: int | None) -> None:
    """Say anew when a member was there last, where the visit that counted was none of theirs."""
    now = sa.update(tables.summary).where(tables.summary.c.member == member.bytes).values(last_visit_ms=at_ms)
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
    if account.balance != row.balance:
        # Before anything is shown or decided by it.
        raise BooksDisagree("summary")
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
    found = _DUE.all(connection, now=to_ms(alive_at), most=most)
    return tuple(UUID(bytes=row.member) for row in found)


def sum_of_entries(connection: Connection, member: UUID) -> int:
    """Add up a member's ledger, the slow and certain way."""
    total = connection.execute(
        sa.select(sa.func.sum(tables.entry.c.points)).where(tables.entry.c.member == member.bytes)
    )
    return int(total.scalar_one_or_none() or 0)
