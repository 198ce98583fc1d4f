"""The shop's past as a trial reads it: records of a window in the order they took effect, in pages."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.store import journal_tables, program_tables, tables
from loyalpos.store.connecting import looking
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.shop import program_revisions, publications
from loyalpos.store.surroundings import translated
from loyalpos.store.visits import IS_VISIT, PAID_VND

__all__ = [
    "Act",
    "Cut",
    "bills_after",
    "costs_of",
    "counts_of",
    "cut_at",
    "earlier_bills",
    "owner_of",
    "payment_record",
    "people",
    "programs",
    "records_after",
    "records_since",
    "reversal_day",
    "standings",
    "tags_worn",
    "tiers_now",
    "visits_before",
    "watching",
]

_REVERSED, _UNDONE = "bill_reversed", "reversal_undone"
_PAID, _UNPAID = "bill_paid", "payment_undone"
_TAGS = "tags_changed"
_FEES = ("membership_sold", "membership_sale_undone", "membership_ended", "membership_end_undone")
_GIFTS = (
    "member_enrolled",
    "enrolment_undone",
    "gift_given",
    "gift_taken_back",
    "survey_answered",
    "survey_undone",
)

_LIVES = sa.select(journal_tables.replica.c.origin).order_by(journal_tables.replica.c.number)
_LAST = Prepared("SELECT max(seq) AS seq FROM link WHERE origin = :life")
_AT = Prepared(
    """
    SELECT record.at_ms
    FROM record
    JOIN link ON link.record = record.id
    WHERE link.origin = :life AND link.seq = :which
    """
)
_ACTS = Prepared(
    """
    SELECT record.id, record.kind, record.at_ms, record.body
    FROM link
    JOIN record ON record.id = link.record
    LEFT JOIN bill ON bill.id = record.id
    WHERE link.origin = :life AND link.seq > :after AND (
      record.kind IN (SELECT value FROM json_each(:kinds))
      OR record.kind = 'bill_recorded' AND substr(bill.member, 16, 1) BETWEEN :low AND :high
    )
    ORDER BY link.seq
    """
)
_BILLS = Prepared(
    """
    SELECT count(*) AS bills
    FROM link
    JOIN bill ON bill.id = link.record
    WHERE link.origin = :life AND link.seq > :after AND bill.member IS NOT NULL
    """
)
_TIMES = Prepared(
    """
    SELECT id, at_ms
    FROM bill
    WHERE member = :whose AND member IS NOT NULL
    ORDER BY at_ms DESC
    """
)
_IS_UNDONE = "whole = 1 AND EXISTS (SELECT * FROM day_line WHERE record = bill.id AND undone = 1)"
_CAME = Prepared(
    f"""
    SELECT {IS_VISIT} AS is_visit, {_IS_UNDONE} AS undone
    FROM bill
    WHERE id = :which
    """
)
_EARLIER = Prepared(
    # The plus keeps SQLite from going through the members' index, which would read a page for every bill.
    f"""
    SELECT member, id, day, recorded_ms, {PAID_VND} AS paid_vnd, earned - taken_back AS points, whole,
      at_ms, {_IS_UNDONE} AS undone
    FROM bill
    WHERE +member IS NOT NULL AND substr(member, 16, 1) BETWEEN :low AND :high AND {IS_VISIT}
    ORDER BY member
    """
)
_OWNER = Prepared(f"SELECT member, day, {IS_VISIT} AS is_visit FROM bill WHERE id = :which")
_REVERSAL = Prepared(
    """
    SELECT record.body, record.at_ms, reversal.bill
    FROM record
    JOIN reversal ON reversal.id = record.id
    WHERE record.id = :which
    """
)

_PAYMENT = Prepared("SELECT body, at_ms FROM record WHERE id = :which")


class Cut(Struct, frozen=True):
    """Where a window begins: behind which link of each life of the file that reaches into it."""

    after: tuple[tuple[bytes, int], ...]


class Act(Struct, frozen=True):
    """A record of a bill or of its return."""

    id: UUID
    kind: str
    at_ms: int
    body: bytes


@contextmanager
def watching(path: Path, key: bytes) -> Iterator[Connection]:
    """Read a shop's file in one unchanging view, beside a till that writes it.

    Raises:
        Unavailable: The surroundings fail.
    """
    with translated(path), looking(path, key, "read") as connection:
        yield connection


def cut_at(connection: Connection, at_ms: int) -> Cut:
    """Find where the records of a time on begin; where a clock was set back, one of the places it may be."""
    after: list[tuple[bytes, int]] = []
    for life in connection.execute(_LIVES).scalars():
        last = _LAST.first(connection, life=life)
        low, high = 0, 0 if last is None or last.seq is None else last.seq
        if not high:
            continue
        while low < high:
            middle = (low + high + 1) // 2
            found = _AT.first(connection, life=life, which=middle)
            if found is not None and found.at_ms < at_ms:
                low = middle
            else:
                high = middle - 1
        after.append((life, low))
    return Cut(tuple(after))


def records_since(connection: Connection, cut: Cut) -> int:
    """Count the records of any kind since a cut, by their numbers alone."""
    ends = (_LAST.first(connection, life=life) for life, _ in cut.after)
    return sum(end.seq - after for end, (_, after) in zip(ends, cut.after, strict=True) if end is not None)


def bills_after(connection: Connection, cut: Cut) -> int:
    """Count the bills of members recorded since a cut."""
    return sum(int(_BILLS.all(connection, life=life, after=after)[0].bills) for life, after in cut.after)


def records_after(
    connection: Connection,
    cut: Cut,
    low: int,
    high: int,
    *,
    tags: bool = False,
    gifts: bool = False,
    fees: bool = False,
) -> Iterator[Act]:
    """Stream since a cut the bills of members whose ids end with a byte in a range, all returns and payments.

    Args:
        tags: Whether changes of tags are wanted too.
        gifts: Whether gifts, and what took them back, are wanted too.
        fees: Whether sales of memberships, their ends and their undoing are wanted too.
    """
    kinds = [_REVERSED, _UNDONE, _PAID, _UNPAID, *([_TAGS] if tags else [])]
    kinds += [*(_GIFTS if gifts else ()), *(_FEES if fees else ())]
    told = {"low": bytes((low,)), "high": bytes((high,)), "kinds": json.dumps(kinds)}
    for life, after in cut.after:
        for which, kind, at_ms, body in _ACTS.stream(connection, life=life, after=after, **told):
            yield Act(UUID(bytes=which), kind, at_ms, body)


def owner_of(connection: Connection, which: UUID) -> tuple[UUID | None, str]:
    """Say whose visit a bill is, and on which business day; rewards taken alone are nobody's."""
    row = _OWNER.first(connection, which=which.bytes)
    assert row is not None, "a return names a bill that was recorded"
    whose = UUID(bytes=row.member) if row.member is not None and row.is_visit else None
    return whose, row.day


def reversal_day(connection: Connection, which: UUID) -> Act:
    """Read the record of a return."""
    row = _REVERSAL.first(connection, which=which.bytes)
    assert row is not None, "what was undone was recorded"
    return Act(which, _REVERSED, row.at_ms, row.body)


def payment_record(connection: Connection, which: UUID) -> Act:
    """Read the record of a payment."""
    row = _PAYMENT.first(connection, which=which.bytes)
    assert row is not None, "what was undone was recorded"
    return Act(which, _PAID, row.at_ms, row.body)


def programs(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Read all published revisions in order: documents, and the milliseconds of their publication."""
    published = zip(program_revisions(connection), publications(connection), strict=True)
    return tuple((document, at_ms) for (_, _, document), (_, at_ms, _) in published)


def people(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, tuple[str, str | None]]:
    """Read the days on which members joined, and their birthdays; also of those who have gone."""
    found = connection.execute(
        sa.select(tables.member.c.id, tables.member.c.joined, tables.member.c.birthday).where(
            _among(tables.member.c.id)
        ),
        _told(whose),
    )
    return {UUID(bytes=row.id): (row.joined, row.birthday) for row in found}


def tags_worn(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, frozenset[str]]:
    """Read the tags members wear now."""
    worn: dict[UUID, frozenset[str]] = {}
    found = connection.execute(
        sa.select(program_tables.tag.c.member, program_tables.tag.c.tag).where(
            _among(program_tables.tag.c.member)
        ),
        _told(whose),
    )
    for row in found.all():
        who = UUID(bytes=row.member)
        worn[who] = worn.get(who, frozenset()) | {row.tag}
    return worn


def tiers_now(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, str]:
    """Read the tiers members were judged to be in last; who never moved is left out."""
    wanted = sa.select(program_tables.tier_state.c.member, program_tables.tier_state.c.tier).where(
        _among(program_tables.tier_state.c.member)
    )
    return {UUID(bytes=row.member): row.tier for row in connection.execute(wanted, _told(whose)).all()}


def standings(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, tuple[int, str, int]]:
    """Read how many bills of members stand now, the remainders they carry, and what they have paid."""
    wanted = sa.select(
        tables.summary.c.member, tables.summary.c.visits, tables.summary.c.carry, tables.summary.c.paid_vnd
    )
    found = connection.execute(wanted.where(_among(tables.summary.c.member)), _told(whose)).all()
    return {UUID(bytes=row.member): (row.visits, row.carry, row.paid_vnd) for row in found}


def visits_before(
    connection: Connection, whose: UUID, *, but: Collection[bytes], undone: Mapping[UUID, bool]
) -> list[int]:
    """Say when a member was there, the last time first; of a bill that was undone nobody was.

    Args:
        but: The bills to leave out, by their ids.
        undone: Whether bills were undone then, where that is not as it is now; only if there are any, all
            visits are told, and else the last one alone.
    """
    was_undone = {one.bytes: was for one, was in undone.items()}
    found: list[int] = []
    # Newest first: what is to be left out stands before what is asked for.
    for which, at_ms in _TIMES.stream(connection, whose=whose.bytes):
        if which in but:
            continue
        # Asked of these alone: all else is in the index, and to read each bill of the window takes long.
        came = _CAME.first(connection, which=which)
        assert came is not None, "the index names bills"
        if came.is_visit and not was_undone.get(which, came.undone):
            found.append(at_ms)
            if not undone:
                break
    return found


@contextmanager
def earlier_bills(connection: Connection, low: int, high: int) -> Iterator[Iterator[tuple[Any, ...]]]:
    """Read the visits of members whose ids end with a byte in a range, as they stand now.

    All in one, and in the order of the members' ids: the bills of one member lie far apart in the file, so
    that to look them up takes ten times as long as to read the file from end to end.

    Returns:
        Of each bill the ids of member and bill as bytes, day, milliseconds of its recording, đồng paid,
        points, whether it came back whole, milliseconds of the visit, and whether it was undone.
    """
    told = {"low": bytes((low,)), "high": bytes((high,))}
    with closing(connection.driver.execute(_EARLIER.sql, told)) as rows:
        yield rows


def counts_of(
    connection: Connection, whose: Sequence[UUID], ids: Sequence[str]
) -> Iterator[tuple[UUID, Any]]:
    """Read what limits and caps of these ids have counted for members, with the records that say so."""
    found = connection.execute(
        sa.select(
            program_tables.given.c.member,
            program_tables.given.c.record,
            program_tables.given.c.day,
            program_tables.given.c.id,
            program_tables.given.c.times,
            program_tables.given.c.points,
        ).where(
            _among(program_tables.given.c.member),
            program_tables.given.c.id.in_(sa.bindparam("ids", expanding=True)),
        ),
        {**_told(whose), "ids": list(ids)},
    )
    for row in found.all():
        yield UUID(bytes=row.member), row


def costs_of(connection: Connection, ids: Sequence[str], first: str) -> Iterator[tuple[str, str, int]]:
    """Add up what budgets have spent on each day from a first one on."""
    found = connection.execute(
        sa.select(
            program_tables.given.c.id,
            program_tables.given.c.day,
            sa.func.sum(program_tables.given.c.cost_vnd).label("cost_vnd"),
        )
        .where(
            program_tables.given.c.id.in_(sa.bindparam("ids", expanding=True)),
            program_tables.given.c.day >= sa.bindparam("first"),
        )
        .group_by(program_tables.given.c.id, program_tables.given.c.day),
        {"ids": list(ids), "first": first},
    )
    for row in found:
        yield row.id, row.day, row.cost_vnd


def _among(column: Any) -> Any:
    return column.in_(sa.bindparam("whose", expanding=True))


def _told(whose: Sequence[UUID]) -> dict[str, Any]:
    return {"whose": [one.bytes for one in whose]}
