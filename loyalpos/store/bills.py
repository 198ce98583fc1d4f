"""Bills and their returns, as recorded and as the counter looks them up again."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.bills import Bill, BillLine, RecordedBill, Redemption
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.ledger import Eaten
from loyalpos.engine.times import from_ms
from loyalpos.store import tables
from loyalpos.store.beside import write_beside
from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line
from loyalpos.store.given import write_given
from loyalpos.store.ledger import Visit, lots_of_bill, post_entries
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.shop import move_stock
from loyalpos.store.vouchers import write_vouchers
from loyalpos.store.written import Written

__all__ = [
    "bill_as_typed",
    "bill_by_id",
    "bill_with_number",
    "bills_numbered",
    "bills_of",
    "discounted_bills",
    "has_standing_bills",
    "last_totals",
    "number_is_used_again",
    "recent_bill_like",
    "redemptions_of",
    "write_bill",
]

_ADD = NewRow("bill")
_BY_ID = Prepared("SELECT * FROM bill WHERE id = :which")
_BY_NUMBER = Prepared(
    """
    SELECT *
    FROM bill
    WHERE source = :from_source AND number = :wanted AND number IS NOT NULL AND period = :in_period
      AND whole = 0
    """
)
_BACK = Prepared(
    """
    SELECT coalesce(sum(refund_vnd), 0) AS refunded_vnd, coalesce(sum(struck_vnd), 0) AS struck_vnd
    FROM reversal
    WHERE bill = :which AND undone = 0
    """
)
_STANDING = Prepared(
    """
    SELECT *
    FROM bill
    WHERE number = :wanted AND number IS NOT NULL AND whole = 0
    ORDER BY at_ms DESC
    LIMIT :most
    """
)
_UNDONE = Prepared(
    """
    SELECT *
    FROM bill
    WHERE number = :wanted AND number IS NOT NULL AND whole = 1
    ORDER BY at_ms DESC
    LIMIT :most
    """
)
_OF_MEMBER = Prepared("SELECT * FROM bill WHERE member = :whose ORDER BY at_ms DESC LIMIT :most")
_HAS_STANDING = Prepared(
    "SELECT id FROM bill WHERE member = :whose AND member IS NOT NULL AND whole = 0 LIMIT 1"
)
_LIKE = Prepared(
    """
    SELECT id
    FROM bill
    WHERE total_vnd = :total AND whole = 0 AND recorded_ms >= :since AND recorded_ms < :before
      AND member = :whose
    ORDER BY recorded_ms DESC
    LIMIT 1
    """
)
# Ids grow with time: the newest bills lie at the end.
_LAST_TOTALS = Prepared(
    """
    SELECT total_vnd
    FROM bill
    WHERE whole = 0 AND total_vnd > 0
    ORDER BY id DESC
    LIMIT :most
    """
)
_LIKE_OF_NOBODY = Prepared(
    """
    SELECT id
    FROM bill
    WHERE total_vnd = :total AND whole = 0 AND recorded_ms >= :since AND recorded_ms < :before
      AND member IS NULL
    ORDER BY recorded_ms DESC
    LIMIT 1
    """
)


def write_bill(connection: Connection, record: Written) -> None:
    """Write a bill with everything it gave and took, together."""
    asked, came = record.request, record.outcome
    whose = None if asked["member"] is None else UUID(asked["member"])
    entries = record.entries
    spent = [part for entry in entries if entry.kind == "redeem" for part in entry.eaten]
    value_vnd, open_vnd = came["value_vnd"], came.get("open_vnd", 0)
    _ADD.add(
        connection,
        id=record.id.bytes,
        member=None if whose is None else whose.bytes,
        revision=came["revision"],
        source=asked["source"],
        number=asked["number"],
        period=came["period"],
        at_ms=came["at_ms"],
        recorded_ms=record.at_ms,
        day=came["day"],
        total_vnd=asked["total_vnd"],
        value_vnd=value_vnd,
        member_vnd=came.get("membership", {}).get("value_vnd", 0),
        earned=came["earned"],
        taken_back=0,
        forgiven=0,
        carry_in=came["carry_in"],
        carry_delta=came["carry_delta"],
        redemptions=json.dumps(came["redemptions"], ensure_ascii=False, sort_keys=True),
        spent=_spent_text(spent),
        lines=json.dumps(asked["lines"], ensure_ascii=False, sort_keys=True),
        tender=asked["tender"],
        returned_vnd=0,
        open_vnd=open_vnd,
        parts=0,
        whole=0,
        till=record.till,
        who=record.who,
    )
    if whose is not None:
        is_visit = came.get("visit", True)
        visit = Visit(
            Fraction(came["carry_delta"]),
            int(is_visit),
            asked["total_vnd"],
            came["at_ms"] if is_visit else None,
            asked["total_vnd"] - value_vnd - open_vnd,
            came["earned"],
        )
        post_entries(connection, record.id, whose, entries, bill=record.id, visit=visit)
        write_given(connection, record, whose, record.id, came["day"])
        write_vouchers(connection, record)
    write_beside(connection, record)
    move_stock(connection, came.get("stock", {}))
    add_day_line(
        connection,
        record,
        day=came["today"],
        kind="bill",
        member=whose,
        bill=record.id,
        number=asked["number"],
        total_vnd=asked["total_vnd"],
        earned=came["earned"],
        spent=sum(one["points"] for one in came["redemptions"]),
        rewards="\n".join(one["name"] for one in came["redemptions"]),
    )


def _recorded(connection: Connection, row: Any) -> RecordedBill:
    bill_id, whose = UUID(bytes=row.id), None if row.member is None else UUID(bytes=row.member)
    back = _BACK.first(connection, which=row.id) if row.returned_vnd else None
    lots, expired = (frozenset[UUID](), 0) if whose is None else lots_of_bill(connection, whose, bill_id)
    return RecordedBill(
        id=bill_id,
        member=whose,
        revision=row.revision,
        at=from_ms(row.at_ms),
        number=row.number,
        total_vnd=row.total_vnd,
        value_vnd=row.value_vnd,
        earned=row.earned,
        taken_back=row.taken_back,
        forgiven=row.forgiven,
        earned_lots=lots,
        expired=expired,
        carry_in=Fraction(row.carry_in),
        carry_delta=Fraction(row.carry_delta),
        spent=from_json(json.loads(row.spent), tuple[Eaten, ...]),
        returned_vnd=row.returned_vnd,
        parts=row.parts,
        whole=bool(row.whole),
        member_vnd=row.member_vnd,
        refunded_vnd=0 if back is None else back.refunded_vnd,
        open_vnd=row.open_vnd,
        struck_vnd=0 if back is None else back.struck_vnd,
    )


def bill_by_id(connection: Connection, which: UUID) -> RecordedBill | None:
    """Read a bill as it stands after its returns so far."""
    row = _BY_ID.first(connection, which=which.bytes)
    return None if row is None else _recorded(connection, row)


def bill_as_typed(connection: Connection, which: UUID) -> Bill:
    """Read a bill as it stood at the counter before it was recorded."""
    row = _BY_ID.first(connection, which=which.bytes)
    assert row is not None
    lines = from_json(json.loads(row.lines), tuple[BillLine, ...])
    return Bill(row.total_vnd, from_ms(row.at_ms), row.number, row.tender, lines, row.source)


def discounted_bills(connection: Connection, whose: UUID, first: date) -> tuple[UUID, ...]:
    """Name a member's standing bills of a day and later that a membership took its share off."""
    found = sa.select(tables.bill.c.id).where(
        tables.bill.c.member == whose.bytes,
        tables.bill.c.whole == 0,
        tables.bill.c.member_vnd > 0,
        tables.bill.c.day >= first.isoformat(),
    )
    return tuple(UUID(bytes=row.id) for row in connection.execute(found))


def number_is_used_again(connection: Connection, which: UUID) -> bool:
    """Tell whether a bill that was wholly reversed has left its number to another that stands."""
    row = _BY_ID.first(connection, which=which.bytes)
    assert row is not None
    if row.number is None:
        return False
    other = _BY_NUMBER.first(connection, from_source=row.source, wanted=row.number, in_period=row.period)
    return other is not None and other.id != row.id


def has_standing_bills(connection: Connection, whose: UUID) -> bool:
    """Tell whether a member has bills that were not wholly taken back."""
    return _HAS_STANDING.first(connection, whose=whose.bytes) is not None


def last_totals(connection: Connection, most: int) -> tuple[int, ...]:
    """List the totals of the last bills that were not wholly taken back."""
    return tuple(row.total_vnd for row in _LAST_TOTALS.all(connection, most=most))


def bill_with_number(connection: Connection, source: str, number: str, period: str) -> RecordedBill | None:
    """Find the standing bill that has a number in a numbering period."""
    row = _BY_NUMBER.first(connection, from_source=source, wanted=number, in_period=period)
    return None if row is None else _recorded(connection, row)


def bills_numbered(connection: Connection, number: str, most: int = 5) -> tuple[RecordedBill, ...]:
    """Find bills by the number on the paper: those that stand first, newest first, whatever their period."""
    rows = _STANDING.all(connection, wanted=number, most=most)
    rows += _UNDONE.all(connection, wanted=number, most=most - len(rows))
    return tuple(_recorded(connection, row) for row in rows)


def bills_of(connection: Connection, whose: UUID, most: int = 20) -> tuple[RecordedBill, ...]:
    """Read a member's last bills, newest first."""
    rows = _OF_MEMBER.all(connection, whose=whose.bytes, most=most)
    return tuple(_recorded(connection, row) for row in rows)


def recent_bill_like(
    connection: Connection, whose: UUID | None, total_vnd: int, *, since_ms: int, before_ms: int
) -> UUID | None:
    """Find a standing bill of the same member and amount recorded in a stretch of time."""
    like = _LIKE_OF_NOBODY if whose is None else _LIKE
    found = like.first(
        connection,
        **({} if whose is None else {"whose": whose.bytes}),
        total=total_vnd,
        since=since_ms,
        before=before_ms,
    )
    return None if found is None else UUID(bytes=found.id)


def redemptions_of(connection: Connection, which: UUID) -> tuple[Redemption, ...]:
    """Read the rewards that were taken into a bill."""
    found = connection.execute(
        sa.select(tables.bill.c.redemptions).where(tables.bill.c.id == which.bytes)
    ).scalar_one()
    return from_json(json.loads(found), tuple[Redemption, ...])


def _spent_text(spent: list[Eaten]) -> str:
    return json.dumps(to_json(spent), sort_keys=True)
