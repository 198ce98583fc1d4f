"""The shop's past as a trial reads it: records of a window in the order they took effect, in pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Connection, Select, bindparam, exists, func, literal_column, or_, select

from loyalpos.store.connecting import looking
from loyalpos.store.journal_tables import link, record, replica
from loyalpos.store.prepared import Prepared
from loyalpos.store.program_tables import given, tag, tier_state
from loyalpos.store.shop import program_revisions, publications
from loyalpos.store.surroundings import translated
from loyalpos.store.tables import bill, day_line, member, reversal, summary

__all__ = [
    "Act",
    "Cut",
    "bills_after",
    "costs_of",
    "counts_of",
    "cut_at",
    "earlier_bills",
    "owner_of",
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

_AT_ONCE = 500
_BILL, _REVERSED, _UNDONE = "bill_recorded", "bill_reversed", "reversal_undone"
_TAGS = "tags_changed"

_LIVES = select(replica.c.origin).order_by(replica.c.number)
_LAST = Prepared(select(func.max(link.c.seq).label("seq")).where(link.c.origin == bindparam("life")))
_AT = Prepared(
    select(record.c.at_ms)
    .join(link, link.c.record == record.c.id)
    .where(link.c.origin == bindparam("life"), link.c.seq == bindparam("which"))
)
_IN_WINDOW = (link.c.origin == bindparam("life")) & (link.c.seq > bindparam("after"))
_LAST_BYTE = func.substr(bill.c.member, 16, 1)
_ACTS = (
    select(link.c.seq, record.c.id, record.c.kind, record.c.at_ms, record.c.body)
    .join(record, link.c.record == record.c.id)
    .outerjoin(bill, bill.c.id == record.c.id)
    .where(
        _IN_WINDOW,
        or_(
            record.c.kind.in_(bindparam("kinds", expanding=True)),
            (record.c.kind == _BILL) & _LAST_BYTE.between(bindparam("low"), bindparam("high")),
        ),
    )
    .order_by(link.c.seq)
    .execution_options(yield_per=_AT_ONCE)
)
_BILLS = Prepared(
    select(func.count().label("bills"))
    .select_from(link)
    .join(bill, bill.c.id == link.c.record)
    .where(_IN_WINDOW, bill.c.member.is_not(None))
)
_VISITS = Prepared(
    select(
        bill.c.id,
        bill.c.at_ms,
        exists().where(day_line.c.record == bill.c.id, day_line.c.undone == 1).label("undone"),
    )
    .where(bill.c.member == bindparam("whose"), bill.c.member.is_not(None))
    .order_by(bill.c.at_ms.desc())
)
_OWNER = Prepared(select(bill.c.member, bill.c.day).where(bill.c.id == bindparam("which")))
_REVERSAL = Prepared(
    select(record.c.body, record.c.at_ms, reversal.c.bill)
    .join(reversal, reversal.c.id == record.c.id)
    .where(record.c.id == bindparam("which"))
)


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
    connection: Connection, cut: Cut, low: int, high: int, *, tags: bool = False
) -> Iterator[Act]:
    """Stream the bills of members whose ids end with a byte in a range, and all returns, since a cut.

    Args:
        tags: Whether changes of tags are wanted too.
    """
    kinds = [_REVERSED, _UNDONE, *([_TAGS] if tags else [])]
    for life, after in cut.after:
        told: dict[str, Any] = {"life": life, "after": after, "low": bytes((low,)), "high": bytes((high,))}
        told["kinds"] = kinds
        for rows in connection.execute(_ACTS, told).partitions():
            for row in rows:
                yield Act(UUID(bytes=row.id), row.kind, row.at_ms, row.body)


def owner_of(connection: Connection, which: UUID) -> tuple[UUID | None, str]:
    """Say whose a bill is, and on which business day it happened."""
    row = _OWNER.first(connection, which=which.bytes)
    assert row is not None, "a return names a bill that was recorded"
    return None if row.member is None else UUID(bytes=row.member), row.day


def reversal_day(connection: Connection, which: UUID) -> Act:
    """Read the record of a return."""
    row = _REVERSAL.first(connection, which=which.bytes)
    assert row is not None, "what was undone was recorded"
    return Act(which, _REVERSED, row.at_ms, row.body)


def programs(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Read all published revisions in order: documents, and the milliseconds of their publication."""
    published = zip(program_revisions(connection), publications(connection), strict=True)
    return tuple((document, at_ms) for (_, _, document), (_, at_ms, _) in published)


def people(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, tuple[str, str | None]]:
    """Read the days on which members joined, and their birthdays; also of those who have gone."""
    found = connection.execute(
        select(member.c.id, member.c.joined, member.c.birthday).where(_among(member.c.id)), _told(whose)
    )
    return {UUID(bytes=row.id): (row.joined, row.birthday) for row in found}


def tags_worn(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, frozenset[str]]:
    """Read the tags members wear now."""
    worn: dict[UUID, frozenset[str]] = {}
    found = connection.execute(select(tag.c.member, tag.c.tag).where(_among(tag.c.member)), _told(whose))
    for row in found.all():
        who = UUID(bytes=row.member)
        worn[who] = worn.get(who, frozenset()) | {row.tag}
    return worn


def tiers_now(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, str]:
    """Read the tiers members were judged to be in last; who never moved is left out."""
    wanted = select(tier_state.c.member, tier_state.c.tier).where(_among(tier_state.c.member))
    return {UUID(bytes=row.member): row.tier for row in connection.execute(wanted, _told(whose)).all()}


def standings(connection: Connection, whose: Sequence[UUID]) -> dict[UUID, tuple[int, str, int]]:
    """Read how many bills of members stand now, the remainders they carry, and what they have paid."""
    wanted = select(summary.c.member, summary.c.visits, summary.c.carry, summary.c.paid_vnd)
    found = connection.execute(wanted.where(_among(summary.c.member)), _told(whose)).all()
    return {UUID(bytes=row.member): (row.visits, row.carry, row.paid_vnd) for row in found}


def visits_before(
    connection: Connection, whose: UUID, *, but: Collection[UUID], undone: Mapping[UUID, bool]
) -> list[int]:
    """Say when a member was there, the last time first; of a bill that was undone nobody was.

    Args:
        but: The bills to leave out.
        undone: Whether bills were undone then, where that is not as it is now; only if there are any, all
            visits are told, and else the last one alone.
    """
    left_out = {one.bytes for one in but}
    was_undone = {one.bytes: was for one, was in undone.items()}
    found: list[int] = []
    # Newest first: what is to be left out stands before what is asked for.
    for which, at_ms, is_undone in _VISITS.stream(connection, whose=whose.bytes):
        if which not in left_out and not was_undone.get(which, is_undone):
            found.append(at_ms)
            if not undone:
                break
    return found


def earlier_bills(connection: Connection, whose: Sequence[UUID]) -> Iterator[tuple[UUID, Any]]:
    """Read the bills of members as they stand now."""
    wanted = (bill.c.id, bill.c.day, bill.c.recorded_ms, bill.c.total_vnd, bill.c.value_vnd)
    counted = (
        bill.c.returned_vnd,
        (bill.c.earned - bill.c.taken_back).label("points"),
        bill.c.whole,
        bill.c.member_vnd,
    )
    for row in connection.execute(_of_members(*wanted, *counted), _told(whose)).all():
        yield UUID(bytes=row.member), row


def counts_of(
    connection: Connection, whose: Sequence[UUID], ids: Sequence[str]
) -> Iterator[tuple[UUID, Any]]:
    """Read what limits and caps of these ids have counted for members, with the records that say so."""
    found = connection.execute(
        select(given.c.member, given.c.record, given.c.day, given.c.id, given.c.times, given.c.points).where(
            _among(given.c.member), given.c.id.in_(bindparam("ids", expanding=True))
        ),
        {**_told(whose), "ids": list(ids)},
    )
    for row in found.all():
        yield UUID(bytes=row.member), row


def costs_of(connection: Connection, ids: Sequence[str], first: str) -> Iterator[tuple[str, str, int]]:
    """Add up what budgets have spent on each day from a first one on."""
    found = connection.execute(
        select(given.c.id, given.c.day, func.sum(given.c.cost_vnd).label("cost_vnd"))
        .where(given.c.id.in_(bindparam("ids", expanding=True)), given.c.day >= bindparam("first"))
        .group_by(given.c.id, given.c.day),
        {"ids": list(ids), "first": first},
    )
    for row in found:
        yield row.id, row.day, row.cost_vnd


def _of_members(*wanted: Any) -> Select[Any]:
    # Word for word what the index says, or it does not serve.
    return select(bill.c.member, *wanted).where(_among(bill.c.member), literal_column("member IS NOT NULL"))


def _among(column: Any) -> Any:
    return column.in_(bindparam("whose", expanding=True))


def _told(whose: Sequence[UUID]) -> dict[str, Any]:
    return {"whose": [one.bytes for one in whose]}
