"""The journal read from its end, a page at a time, however long it is.

Days are found by halving: within a life the logical clock only rises. Nothing else is indexed, so that a
bill costs no write more for it; each look goes past no more than some records, and says where it goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.audit import (
    ALL_KINDS,
    AuditAsk,
    AuditLine,
    AuditPage,
    AuditPlace,
    RecordGroup,
    kinds_in,
)
from loyalpos.engine.times import ShopTime, to_ms
from loyalpos.store import journal_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.journal import record_of
from loyalpos.store.prepared import Prepared
from loyalpos.store.record import Record

__all__ = ["AT_ONCE", "audit_page", "records_in", "who_wrote"]

AT_ONCE: Final = 1_000
"""So many records are gone past at a time: a few milliseconds, whatever is asked."""
_CLOCK_BITS: Final = 16
_END = Prepared("SELECT max(seq) AS seq FROM link WHERE origin = :life")
_CLOCK = Prepared(
    """
    SELECT record.hlc
    FROM link
    JOIN record ON record.id = link.record
    WHERE link.origin = :life AND link.seq = :seq
    """
)
_OF_BILL: Final = ("bill", "reversal", "payment")


def audit_page(
    connection: Connection, ask: AuditAsk, shop: ShopTime, below: AuditPlace | None, most: int
) -> AuditPage:
    """Read the newest records that are asked for, below a place; perhaps none, and a place to go on from.

    Args:
        below: Where an earlier page ended; None begins at the newest record.
    """
    lives = _lives(connection)
    at = below or AuditPlace(len(lives), -1)
    while at.life > 0:
        origin = lives[at.life - 1]
        low, high = _between(connection, origin, ask, shop)
        high = high if at.seq < 0 else min(high, at.seq)
        if high >= low:
            floor = max(low, high - AT_ONCE + 1)
            rows = connection.execute(_rows(ask, origin, floor, high, most)).all()
            down_to = (rows[-1].seq if len(rows) == most else floor) - 1
            then = AuditPlace(at.life, down_to) if down_to >= low else AuditPlace(at.life - 1, -1)
            return AuditPage(_lines(connection, at.life, rows), then if then.life else None)
        at = AuditPlace(at.life - 1, -1)
    return AuditPage((), None)


def records_in(connection: Connection) -> int:
    """Count the records of the journal by the ends of its lives."""
    link = journal_tables.link
    ends = (
        connection.execute(sa.select(sa.func.max(link.c.seq)).where(link.c.origin == origin)).scalar() or 0
        for origin in _lives(connection)
    )
    return sum(ends)


def who_wrote(connection: Connection, latest: int) -> tuple[str, ...]:
    """Name those whom the latest records name."""
    link, record = journal_tables.link, journal_tables.record
    newest = (
        sa.select(link.c.record)
        .join(journal_tables.replica, journal_tables.replica.c.origin == link.c.origin)
        .order_by(journal_tables.replica.c.number.desc(), link.c.seq.desc())
        .limit(latest)
    ).subquery()
    rows = connection.execute(
        sa.select(record.c.who).join(newest, newest.c.record == record.c.id).distinct().order_by(record.c.who)
    )
    return tuple(rows.scalars())


def _lives(connection: Connection) -> Sequence[bytes]:
    replica = journal_tables.replica
    return connection.execute(sa.select(replica.c.origin).order_by(replica.c.number)).scalars().all()


def _between(connection: Connection, origin: bytes, ask: AuditAsk, shop: ShopTime) -> tuple[int, int]:
    """Find the first and the last number of a life that lie in the days."""
    found = _END.first(connection, life=origin)
    end = 0 if found is None or found.seq is None else int(found.seq)
    first_ms, after_ms = to_ms(shop.day_begins(ask.first)), to_ms(shop.day_ends(ask.last))
    low = _first_since(connection, origin, end, first_ms)
    return low, _first_since(connection, origin, end, after_ms) - 1


def _first_since(connection: Connection, origin: bytes, end: int, at_ms: int) -> int:
    """Find the first number of a life at or after an instant; one past its end where there is none."""
    low, high = 1, end + 1
    while low < high:
        middle = (low + high) // 2
        found = _CLOCK.first(connection, life=origin, seq=middle)
        assert found is not None
        if found.hlc >> _CLOCK_BITS < at_ms:
            low = middle + 1
        else:
            high = middle
    return low


def _rows(ask: AuditAsk, origin: bytes, low: int, high: int, most: int) -> sa.Select[Any]:
    link, record = journal_tables.link, journal_tables.record
    found = (
        sa.select(link.c.seq, record)
        .join(record, record.c.id == link.c.record)
        .where(link.c.origin == origin, link.c.seq.between(low, high))
        .order_by(link.c.seq.desc())
        .limit(most)
    )
    if ask.who is not None:
        found = found.where(record.c.who == ask.who)
    if ask.group is RecordGroup.OTHER:
        found = found.where(record.c.kind.not_in(sorted(ALL_KINDS)))
    elif ask.group is not None:
        found = found.where(record.c.kind.in_(sorted(kinds_in(ask.group))))
    return found if ask.member is None else found.where(_is_about(ask.member))


def _is_about(member: UUID) -> sa.ColumnElement[bool]:
    """Tell whether a record names a member, or a bill of theirs."""
    record, back, bill = journal_tables.record, tables.reversal, tables.bill
    named = sa.func.instr(record.c.body, sa.cast(sa.literal(member.hex.encode()), sa.LargeBinary)) > 0
    of_bills = sa.select(back.c.id).join(bill, bill.c.id == back.c.bill).where(bill.c.member == member.bytes)
    of_entries = sa.select(tables.entry.c.record).where(tables.entry.c.member == member.bytes)
    return sa.or_(record.c.id == member.bytes, named, record.c.id.in_(of_bills), record.c.id.in_(of_entries))


def _lines(connection: Connection, life: int, rows: Sequence[sa.Row[Any]]) -> tuple[AuditLine, ...]:
    records = [(row.seq, record_of(row)) for row in rows]
    bodies = {record.id: json.loads(record.body) for _, record in records}
    whose = _members(connection, [record for _, record in records], bodies)
    names = _names(connection, set(whose.values()))
    lines = []
    for seq, record in records:
        asked, came = bodies[record.id]["request"], bodies[record.id]["outcome"]
        member = whose.get(record.id)
        lines.append(
            AuditLine(
                life,
                seq,
                record.id,
                record.kind,
                record.at,
                record.who,
                record.till,
                member,
                names.get(member) if member is not None else None,
                member in names,
                _whole(came.get("returned_vnd", asked.get("total_vnd", asked.get("amount_vnd")))),
                _whole(came.get("earned")) or -(_whole(came.get("taken_back")) or 0),
                asked.get("number") or "",
                _reason(record, asked, came),
                str(came.get("approved_by", "")),
                record.id.hex if record.kind == "staff_added" else str(asked.get("person", "")),
                _what(record.kind, asked),
            )
        )
    return tuple(lines)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _what(kind: str, asked: Mapping[str, Any]) -> str:
    """Tell which of several things of a kind was done, where that is worth a word."""
    if kind == "staff_pin_set" and not asked["set"]:
        return "away"
    what = asked.get("by" if kind == "staff_pin_set" else "what", "")
    return what if isinstance(what, str) else ""


def _reason(record: Record, asked: Mapping[str, Any], came: Mapping[str, Any]) -> str:
    private: Mapping[str, Any] = {} if record.private is None else json.loads(record.private)
    said = [asked.get("reason"), private.get("reason"), came.get("reason")]
    reasons = came.get("reasons")
    if isinstance(reasons, dict):
        said.extend(reasons.values())
    return "; ".join(str(one) for one in said if isinstance(one, str) and one)


def _members(
    connection: Connection, records: Iterable[Record], bodies: Mapping[UUID, Any]
) -> dict[UUID, UUID]:
    """Find whom each record is about, by itself or by the bill it names."""
    whose: dict[UUID, UUID] = {}
    named: dict[UUID, UUID] = {}
    for record in records:
        asked = bodies[record.id]["request"]
        member = asked.get("member")
        if isinstance(member, str):
            whose[record.id] = UUID(member)
        elif record.kind == "member_enrolled":
            whose[record.id] = record.id
        else:
            other = next((asked[name] for name in _OF_BILL if isinstance(asked.get(name), str)), None)
            if other is not None:
                named[record.id] = UUID(other)
    owners = _owners(connection, set(named.values()))
    return whose | {one: owners[other] for one, other in named.items() if other in owners}


def _owners(connection: Connection, ids: set[UUID]) -> dict[UUID, UUID]:
    """Find whose bills some ids are, or name by a return or a payment."""
    if not ids:
        return {}
    bill = tables.bill
    wanted = [one.bytes for one in ids]
    found = [sa.select(bill.c.id.label("id"), bill.c.member).where(bill.c.id.in_(wanted))]
    found.extend(
        sa.select(part.c.id.label("id"), bill.c.member)
        .join(bill, bill.c.id == part.c.bill)
        .where(part.c.id.in_(wanted))
        for part in (tables.reversal, tables.bill_payment)
    )
    rows = connection.execute(sa.union_all(*found))
    return {UUID(bytes=row.id): UUID(bytes=row.member) for row in rows if row.member is not None}


def _names(connection: Connection, ids: set[UUID]) -> dict[UUID, str | None]:
    member = tables.member
    rows = connection.execute(
        sa.select(member.c.id, member.c.name).where(
            member.c.id.in_([one.bytes for one in ids]), member.c.gone == 0
        )
    )
    return {UUID(bytes=row.id): row.name for row in rows}
