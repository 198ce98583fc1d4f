"""Business days: opened, closed, what expired on them, and the list of what was done."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.consents import KEPT_CORRECTED
from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import Entry
from loyalpos.store import tables
from loyalpos.store.connection import Connection
from loyalpos.store.ledger import post_entries
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.written import Written

__all__ = [
    "DayLineRow",
    "add_day_line",
    "day_lines",
    "gifts_done_until",
    "is_doubtful",
    "is_open",
    "is_trusted",
    "last_line",
    "last_trusted_ms",
    "line_of",
    "mark_undone",
    "strike_gifts",
    "write_closing",
    "write_expiry",
    "write_gifts_done",
    "write_opening",
    "write_trust",
]

_KEPT_CORRECTED_MS = KEPT_CORRECTED // timedelta(milliseconds=1)
_ADD = NewRow("day_line")
_DROP_CORRECTED = Prepared(
    "UPDATE correction SET before = NULL WHERE before IS NOT NULL AND at_ms < :kept_ms"
    " AND field NOT IN ('restricted', 'under_age')"
)
_LAST_TRUSTED = Prepared("SELECT max(opened_ms) AS at_ms FROM opened_day WHERE trusted = 1")
_STRIKE_GIFTS = Prepared(
    "UPDATE day_line SET undone = 1 WHERE record IN (SELECT id FROM gift WHERE member = :whose)"
)
_MARK = Prepared("UPDATE day_line SET undone = :now WHERE record = :which")
# In the order of the journal: a clock that was set back would make an older act the newest.
_OF_DAY = Prepared(
    """
    SELECT day_line.*
    FROM day_line
    JOIN link ON link.record = day_line.record
    JOIN replica ON replica.origin = link.origin
    WHERE day_line.day = :wanted
    ORDER BY replica.number DESC, link.seq DESC
    LIMIT :most
    """
)
_SINCE = Prepared(
    """
    SELECT day_line.*
    FROM day_line
    JOIN link ON link.record = day_line.record
    JOIN replica ON replica.origin = link.origin
    WHERE day_line.day >= :today AND day_line.till = :mine AND day_line.kind <> 'gift'
    ORDER BY replica.number DESC, link.seq DESC
    """
)
_LINE = Prepared("SELECT * FROM day_line WHERE record = :which")
_OPEN = NewRow("opened_day")
_MINE = Prepared("SELECT trusted FROM opened_day WHERE day = :day AND till = :till")
_TRUST = Prepared("SELECT max(trusted) AS trusted FROM opened_day WHERE day = :day")


class DayLineRow(Struct, frozen=True):
    """One act of the day, as the counter lists it."""

    record: UUID
    day: str
    kind: str
    at_ms: int
    member: UUID | None
    bill: UUID | None
    number: str | None
    total_vnd: int
    earned: int
    spent: int
    rewards: str
    units: int
    till: str
    undone: bool


def add_day_line(
    connection: Connection,
    record: Written,
    *,
    day: str,
    kind: str,
    member: UUID | None = None,
    bill: UUID | None = None,
    number: str | None = None,
    total_vnd: int = 0,
    earned: int = 0,
    spent: int = 0,
    rewards: str = "",
    units: int = 0,
) -> None:
    """Add a line to the day's list."""
    _ADD.add(
        connection,
        record=record.id.bytes,
        day=day,
        kind=kind,
        at_ms=record.at_ms,
        member=None if member is None else member.bytes,
        bill=None if bill is None else bill.bytes,
        number=number,
        total_vnd=total_vnd,
        earned=earned,
        spent=spent,
        rewards=rewards,
        units=units,
        till=record.till,
        undone=0,
    )


def mark_undone(connection: Connection, record: UUID, *, undone: bool = True) -> None:
    """Strike a line of the day's list, or take the stroke away."""
    _MARK.run(connection, which=record.bytes, now=int(undone))


def strike_gifts(connection: Connection, member: UUID) -> None:
    """Strike the gifts of a member whose enrolment was undone."""
    _STRIKE_GIFTS.run(connection, whose=member.bytes)


def write_opening(connection: Connection, record: Written) -> None:
    """Note that a till opened its day; what members had corrected long ago is forgotten."""
    _OPEN.add(
        connection,
        day=record.request["day"],
        till=record.till,
        opened_ms=record.at_ms,
        closed_ms=None,
        trusted=int(record.outcome["trusted"]),
        gifts=0,
    )
    _DROP_CORRECTED.run(connection, kept_ms=record.at_ms - _KEPT_CORRECTED_MS)


def write_trust(connection: Connection, record: Written) -> None:
    """Note that a person confirmed the date of a day the clock had leapt to."""
    connection.execute(
        sa.update(tables.opened_day)
        .where(tables.opened_day.c.day == record.request["day"], tables.opened_day.c.till == record.till)
        .values(trusted=1)
    )


def write_gifts_done(connection: Connection, record: Written) -> None:
    """Note that everybody has had the gifts of a day."""
    connection.execute(
        sa.update(tables.opened_day).where(tables.opened_day.c.day == record.request["day"]).values(gifts=1)
    )


def gifts_done_until(connection: Connection) -> date | None:
    """Give the last day of which everybody has had the gifts."""
    found = connection.execute(
        sa.select(sa.func.max(tables.opened_day.c.day)).where(tables.opened_day.c.gifts == 1)
    ).scalar()
    return None if found is None else date.fromisoformat(found)


def last_trusted_ms(connection: Connection) -> int | None:
    """Give the opening of the newest day whose date is beyond doubt; None before the first."""
    newest = _LAST_TRUSTED.first(connection)
    return None if newest is None or newest.at_ms is None else int(newest.at_ms)


def write_closing(connection: Connection, record: Written) -> None:
    """Note that a till closed its day."""
    connection.execute(
        sa.update(tables.opened_day)
        .where(tables.opened_day.c.day == record.request["day"], tables.opened_day.c.till == record.till)
        .values(closed_ms=record.at_ms)
    )


def write_expiry(connection: Connection, record: Written) -> None:
    """Write the expiries that time alone brought about."""
    for whose, entries in record.outcome["expired"].items():
        post_entries(connection, record.id, UUID(whose), from_json(entries, tuple[Entry, ...]))


def is_open(connection: Connection, day: str, till: str) -> bool:
    """Tell whether a till has opened a day."""
    return _MINE.first(connection, day=day, till=till) is not None


def is_trusted(connection: Connection, day: str, till: str) -> bool:
    """Tell whether the date of an opened day is beyond doubt."""
    found = _MINE.first(connection, day=day, till=till)
    assert found is not None
    return bool(found.trusted)


def is_doubtful(connection: Connection, day: str) -> bool:
    """Tell whether the clock leapt to a day, and nobody has said that its date is right."""
    found = _TRUST.first(connection, day=day)
    return found is not None and found.trusted == 0


def day_lines(connection: Connection, day: str, most: int) -> tuple[DayLineRow, ...]:
    """List what was done on a business day, newest first."""
    return tuple(_line(row) for row in _OF_DAY.all(connection, wanted=day, most=most))


def last_line(connection: Connection, day: str, till: str) -> DayLineRow | None:
    """Find the newest act of a till on a day that still stands.

    A gift is none: it goes with what brought it. Acts of later days count where the journal has them after
    an act of this one: they were done today, by a clock that was ahead and has been corrected since.
    """
    last: DayLineRow | None = None
    for row in _SINCE.rows(connection, today=day, mine=till):
        if last is None and not row.undone:
            last = _line(row)
        if last is not None and row.day == day:
            return last
    return None


def line_of(connection: Connection, record: UUID) -> DayLineRow | None:
    """Find the line a record left."""
    row = _LINE.first(connection, which=record.bytes)
    return None if row is None else _line(row)


def _line(row: object) -> DayLineRow:
    from_row = {name: getattr(row, name) for name in DayLineRow.__struct_fields__}
    for name in ("record", "member", "bill"):
        if from_row[name] is not None:
            from_row[name] = UUID(bytes=from_row[name])
    from_row["undone"] = bool(from_row["undone"])
    return DayLineRow(**from_row)
