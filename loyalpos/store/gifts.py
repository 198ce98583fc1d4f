"""Gifts as given and taken back, what decides about them, and whom a day brings one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.brought import GiftGiven, GiftKind, OverBudget
from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.occasions import Gives
from loyalpos.engine.tiers import Reached
from loyalpos.engine.times import from_ms
from loyalpos.engine.trial_gifts import GiftsGiven
from loyalpos.store import program_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line, mark_undone
from loyalpos.store.given import write_given, write_paid
from loyalpos.store.ledger import post_entries
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.vouchers import write_vouchers, write_vouchers_back
from loyalpos.store.written import Written

__all__ = [
    "GiftFacts",
    "GiftLot",
    "GiftRow",
    "born_on",
    "facts_of",
    "gift_lot",
    "gifts_of",
    "gifts_since",
    "joined_on",
    "last_seen_between",
    "welcomed_since",
    "write_gift",
    "write_gift_back",
]

_ADD = NewRow("gift")
_OF_MEMBER = Prepared("SELECT * FROM gift WHERE member = :whose")
_FACTS = Prepared(
    """
    SELECT member.joined,
      CASE WHEN privacy.restricted OR privacy.left_program THEN NULL ELSE member.birthday END AS birthday,
      member.birthday_known, member.list_batch, summary.paid_vnd,
      summary.earned, summary.visits
    FROM member
    JOIN summary ON summary.member = member.id
    LEFT JOIN privacy ON privacy.member = member.id
    WHERE member.id = :whose AND member.gone = 0
    """
)
_LOT = Prepared("SELECT expired, earned_ms, expires_ms FROM lot WHERE member = :whose AND id = :which")
# Word for word what the indexes say, or they do not serve.
_BORN = Prepared(
    """
    SELECT id
    FROM member
    WHERE substr(birthday, -5) = :wanted AND birthday IS NOT NULL AND gone = 0
    """
)
_JOINED = Prepared("SELECT id FROM member WHERE substr(joined, -5) = :wanted AND gone = 0")
_SEEN = Prepared("SELECT member FROM finding WHERE last_seen_ms >= :since AND last_seen_ms < :before")


class GiftRow(Struct, frozen=True):
    """A gift with where its points lie, and the acts that brought it and took it back."""

    gift: GiftGiven
    lot: UUID | None
    act: UUID | None
    taken_in: UUID | None


class GiftLot(Struct, frozen=True):
    """Where the points of a gift lie: how many have expired, when they came, and when they end."""

    expired: int
    earned_at: datetime
    expires_at: datetime | None


class GiftFacts(Struct, frozen=True):
    """What decides about a member's gifts, but for what was given already.

    ``of_list`` is who came with an old customer list: nobody new.
    """

    joined: date
    birthday: Birthday | None
    birthday_known: date | None
    of_list: bool
    totals: dict[Reached, int]


def write_gift(connection: Connection, record: Written) -> None:
    """Write a gift with everything it gives."""
    asked, came = record.request, record.outcome
    whose, act = record.member, came.get("act")
    entries = record.entries
    mine = next((entry for entry in entries if entry.reference == record.id), None)
    gives, over = from_json(came["gives"], Gives), came.get("over_budget")
    _ADD.add(
        connection,
        member=whose.bytes,
        id=record.id.bytes,
        kind=came["kind"],
        occasion=asked["occasion"],
        mark=asked["mark"],
        name=came["name"],
        day=came["day"],
        gives=json.dumps(came["gives"], sort_keys=True),
        lot=None if mine is None else mine.opened[0].id.bytes,
        act=None if act is None else UUID(act).bytes,
        taken_back=0,
        taken_points=0,
        taken_in=None,
        over_budget=None if over is None else json.dumps(over, sort_keys=True),
    )
    post_entries(connection, record.id, whose, entries)
    write_given(connection, record, whose, record.id, came["day"])
    write_paid(connection, record, whose, record.id)
    write_vouchers(connection, record)
    # The friend of a referral may get nothing, and that is settled by a gift of nothing.
    if gives != Gives() or over is not None:
        add_day_line(
            connection,
            record,
            day=came["day"],
            # What a survey brings is an act of the counter; all others go with what brought them.
            kind="survey" if came["kind"] == GiftKind.SURVEY else "gift",
            member=whose,
            earned=gives.points,
            rewards="\n".join((came["kind"], came["name"], *(() if over is None else (over["name"],)))),
        )


def write_gift_back(connection: Connection, record: Written) -> None:
    """Write that a gift was taken back."""
    which, act = UUID(record.request["gift"]), record.outcome.get("act")
    whose = record.member
    connection.execute(
        sa.update(program_tables.gift)
        .where(program_tables.gift.c.member == whose.bytes, program_tables.gift.c.id == which.bytes)
        .values(
            taken_back=1,
            taken_points=record.outcome["points"],
            taken_in=None if act is None else UUID(act).bytes,
        )
    )
    post_entries(connection, record.id, whose, record.entries)
    write_given(connection, record, whose, which, record.outcome["day"])
    write_paid(connection, record, whose, which)
    write_vouchers_back(connection, record)
    mark_undone(connection, which)


def gifts_of(connection: Connection, whose: UUID) -> tuple[GiftRow, ...]:
    """List the gifts a member has had, those taken back as well, the first before."""
    rows = [_row(row) for row in _OF_MEMBER.all(connection, whose=whose.bytes)]
    return tuple(sorted(rows, key=lambda row: (row.gift.day, row.gift.id)))


def gifts_since(connection: Connection, first: date) -> tuple[GiftsGiven, ...]:
    """Count the gifts that were given on a business day and later and still stand, those alike together."""
    gift = program_tables.gift.c
    found = connection.execute(
        sa.select(gift.kind, gift.occasion, gift.gives, sa.func.count().label("gifts"))
        .where(gift.day >= first.isoformat(), gift.taken_back == 0)
        .group_by(gift.kind, gift.occasion, gift.gives)
    )
    return tuple(
        GiftsGiven(GiftKind(row.kind), row.occasion, from_json(json.loads(row.gives), Gives), row.gifts)
        for row in found
    )


def welcomed_since(connection: Connection, first: date) -> tuple[int, int]:
    """Count who joined on a business day and later, not with a list, and the points they had for that."""
    member, entry = tables.member.c, tables.entry.c
    joined = sa.and_(member.joined >= first.isoformat(), member.gone == 0, member.list_batch.is_(None))
    heads = connection.execute(sa.select(sa.func.count()).select_from(tables.member).where(joined))
    points = connection.execute(
        sa.select(sa.func.sum(entry.points))
        .select_from(tables.member)
        .join(tables.entry, sa.and_(entry.member == member.id, entry.reference == member.id))
        .where(joined, entry.kind == EntryKind.EARN.value)
    )
    return int(heads.scalar_one()), int(points.scalar_one_or_none() or 0)


def gift_lot(connection: Connection, whose: UUID, which: UUID) -> GiftLot:
    """Read the lot a gift's points lie in."""
    row = _LOT.first(connection, whose=whose.bytes, which=which.bytes)
    assert row is not None, "a lot stays, though it is eaten"
    ends = None if row.expires_ms is None else from_ms(row.expires_ms)
    return GiftLot(row.expired, from_ms(row.earned_ms), ends)


def facts_of(connection: Connection, whose: UUID) -> GiftFacts | None:
    """Read what decides about a member's gifts; None for nobody or one who is gone."""
    row = _FACTS.first(connection, whose=whose.bytes)
    if row is None:
        return None
    return GiftFacts(
        date.fromisoformat(row.joined),
        None if row.birthday is None else Birthday.from_iso(row.birthday),
        None if row.birthday_known is None else date.fromisoformat(row.birthday_known),
        row.list_batch is not None,
        {Reached.SPEND: row.paid_vnd, Reached.POINTS: row.earned, Reached.VISITS: row.visits},
    )


def born_on(connection: Connection, days: Iterable[str]) -> frozenset[UUID]:
    """Name the members whose birthday is one of some days, each as ``MM-DD``."""
    return frozenset(UUID(bytes=row.id) for day in days for row in _BORN.all(connection, wanted=day))


def joined_on(connection: Connection, days: Iterable[str]) -> frozenset[UUID]:
    """Name the members who joined on one of some days of any year, each as ``MM-DD``."""
    return frozenset(UUID(bytes=row.id) for day in days for row in _JOINED.all(connection, wanted=day))


def last_seen_between(connection: Connection, since_ms: int, before_ms: int) -> frozenset[UUID]:
    """Name the members who were here last in a stretch of time, or joined in it and never came."""
    return frozenset(
        UUID(bytes=row.member) for row in _SEEN.all(connection, since=since_ms, before=before_ms)
    )


def _row(row: Any) -> GiftRow:
    return GiftRow(
        GiftGiven(
            UUID(bytes=row.id),
            GiftKind(row.kind),
            row.occasion,
            row.mark,
            row.name,
            from_json(json.loads(row.gives), Gives),
            date.fromisoformat(row.day),
            bool(row.taken_back),
            row.taken_points,
            None if row.over_budget is None else from_json(json.loads(row.over_budget), OverBudget),
        ),
        *(None if one is None else UUID(bytes=one) for one in (row.lot, row.act, row.taken_in)),
    )
