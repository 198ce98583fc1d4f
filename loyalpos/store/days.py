"""Business days: opened, closed, what expired on them, and the list of what was done."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Connection, bindparam, func, insert, select, update

from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import Entry
from loyalpos.store.journal_tables import link, replica
from loyalpos.store.ledger import post_entries
from loyalpos.store.prepared import Prepared
from loyalpos.store.program_tables import gift
from loyalpos.store.tables import day_line, opened_day
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

_ADD = Prepared(insert(day_line))
_LAST_TRUSTED = Prepared(
    select(func.max(opened_day.c.opened_ms).label("at_ms")).where(opened_day.c.trusted == 1)
)
_MARK = update(day_line).where(day_line.c.record == bindparam("which")).values(undone=bindparam("now"))
# In the order of the journal: a clock that was set back would make an older act the newest.
_NEWEST_FIRST = (
    select(day_line)
    .join(link, link.c.record == day_line.c.record)
    .join(replica, replica.c.origin == link.c.origin)
    .order_by(replica.c.number.desc(), link.c.seq.desc())
)
_OF_DAY = _NEWEST_FIRST.where(day_line.c.day == bindparam("wanted")).limit(bindparam("most"))
_SINCE = _NEWEST_FIRST.where(
    day_line.c.day >= bindparam("today"), day_line.c.till == bindparam("mine"), day_line.c.kind != "gift"
)


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
    _ADD.run(
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
    connection.execute(_MARK, {"which": record.bytes, "now": int(undone)})


def strike_gifts(connection: Connection, member: UUID) -> None:
    """Strike the gifts of a member whose enrolment was undone."""
    given = select(gift.c.id).where(gift.c.member == member.bytes)
    connection.execute(update(day_line).where(day_line.c.record.in_(given)).values(undone=1))


def write_opening(connection: Connection, record: Written) -> None:
    """Note that a till opened its day."""
    connection.execute(
        insert(opened_day),
        {
            "day": record.request["day"],
            "till": record.till,
            "opened_ms": record.at_ms,
            "closed_ms": None,
            "trusted": int(record.outcome["trusted"]),
            "gifts": 0,
        },
    )


def write_trust(connection: Connection, record: Written) -> None:
    """Note that a person confirmed the date of a day the clock had leapt to."""
    connection.execute(
        update(opened_day)
        .where(opened_day.c.day == record.request["day"], opened_day.c.till == record.till)
        .values(trusted=1)
    )


def write_gifts_done(connection: Connection, record: Written) -> None:
    """Note that everybody has had the gifts of a day."""
    connection.execute(update(opened_day).where(opened_day.c.day == record.request["day"]).values(gifts=1))


def gifts_done_until(connection: Connection) -> date | None:
    """Give the last day of which everybody has had the gifts."""
    found = connection.execute(select(func.max(opened_day.c.day)).where(opened_day.c.gifts == 1)).scalar()
    return None if found is None else date.fromisoformat(found)


def last_trusted_ms(connection: Connection) -> int | None:
    """Give the opening of the newest day whose date is beyond doubt; None before the first."""
    newest = _LAST_TRUSTED.first(connection)
    return None if newest is None or newest.at_ms is None else int(newest.at_ms)


def write_closing(connection: Connection, record: Written) -> None:
    """Note that a till closed its day."""
    connection.execute(
        update(opened_day)
        .where(opened_day.c.day == record.request["day"], opened_day.c.till == record.till)
        .values(closed_ms=record.at_ms)
    )


def write_expiry(connection: Connection, record: Written) -> None:
    """Write the expiries that time alone brought about."""
    for whose, entries in record.outcome["expired"].items():
        post_entries(connection, record.id, UUID(whose), from_json(entries, tuple[Entry, ...]))


def is_open(connection: Connection, day: str, till: str) -> bool:
    """Tell whether a till has opened a day."""
    return (
        connection.execute(
            select(opened_day.c.day).where(opened_day.c.day == day, opened_day.c.till == till)
        ).one_or_none()
        is not None
    )


def is_trusted(connection: Connection, day: str, till: str) -> bool:
    """Tell whether the date of an opened day is beyond doubt."""
    found = connection.execute(
        select(opened_day.c.trusted).where(opened_day.c.day == day, opened_day.c.till == till)
    )
    return bool(found.scalar_one())


def is_doubtful(connection: Connection, day: str) -> bool:
    """Tell whether the clock leapt to a day, and nobody has said that its date is right."""
    found = connection.execute(select(func.max(opened_day.c.trusted)).where(opened_day.c.day == day)).scalar()
    return found == 0


def day_lines(connection: Connection, day: str, most: int) -> tuple[DayLineRow, ...]:
    """List what was done on a business day, newest first."""
    return tuple(_line(row) for row in connection.execute(_OF_DAY, {"wanted": day, "most": most}))


def last_line(connection: Connection, day: str, till: str) -> DayLineRow | None:
    """Find the newest act of a till on a day that still stands.

    A gift is none: it goes with what brought it. Acts of later days count where the journal has them after
    an act of this one: they were done today, by a clock that was ahead and has been corrected since.
    """
    last: DayLineRow | None = None
    for row in connection.execute(_SINCE, {"today": day, "mine": till}):
        if last is None and not row.undone:
            last = _line(row)
        if last is not None and row.day == day:
            return last
    return None


def line_of(connection: Connection, record: UUID) -> DayLineRow | None:
    """Find the line a record left."""
    row = connection.execute(select(day_line).where(day_line.c.record == record.bytes)).one_or_none()
    return None if row is None else _line(row)


def _line(row: object) -> DayLineRow:
    from_row = {name: getattr(row, name) for name in DayLineRow.__slots__}
    for name in ("record", "member", "bill"):
        if from_row[name] is not None:
            from_row[name] = UUID(bytes=from_row[name])
    from_row["undone"] = bool(from_row["undone"])
    return DayLineRow(**from_row)
