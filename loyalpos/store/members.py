"""Members: who they are, what they agreed to, and the codes and words they are found by."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.codes import CardCode
from loyalpos.engine.json_values import from_json
from loyalpos.engine.members import Consent, Member
from loyalpos.engine.names import search_key, search_words
from loyalpos.engine.phones import Phone
from loyalpos.store import merge_tables, tables
from loyalpos.store.cards import drop_cards, link_card
from loyalpos.store.connection import Connection
from loyalpos.store.consents import add_consent, keep_before
from loyalpos.store.days import add_day_line, mark_undone, strike_gifts
from loyalpos.store.given import write_paid
from loyalpos.store.ledger import begin_summary, post_entries
from loyalpos.store.origins import put_origin
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.tiers import forget_looks
from loyalpos.store.written import Written

__all__ = [
    "CustomerListRow",
    "Opening",
    "customer_lists",
    "forget_words",
    "is_erased",
    "list_members",
    "make_findable",
    "member_by_id",
    "member_by_phone",
    "opening_of",
    "write_change",
    "write_enrolment",
    "write_enrolment_undone",
    "write_list",
    "write_list_undone",
    "write_opening_undone",
]

_NEVER_SEEN_MS = 0
"""When a person was seen who came with an old list: after all who ever stood at the counter."""

_ADD = NewRow("member")
_ADD_FINDING = NewRow("finding")
_ADD_WORD = NewRow("member_word")
_BY_ID = Prepared(
    """
    SELECT member.id, member.name, member.phone, member.birthday, member.note, member.joined,
      member.birthday_known, member.list_batch, member.gone,
      (
        SELECT card.code FROM card
        WHERE card.kind = 'own' AND card.state = 'linked' AND card.member = member.id
        ORDER BY card.label, card.at_ms DESC LIMIT 1
      ) AS code,
      privacy.restricted OR privacy.left_program AS restricted, privacy.under_age,
      privacy.left_program
    FROM member
    LEFT JOIN privacy ON privacy.member = member.id
    WHERE member.id = :whose
    """
)
_BY_PHONE = Prepared("SELECT id, name FROM member WHERE phone = :wanted AND phone IS NOT NULL AND gone = 0")
_ERASED = Prepared("SELECT member FROM erasure WHERE member = :whose")


def write_enrolment(connection: Connection, record: Written) -> None:
    """Add a member with card, consents and the points of the first hour; the record's id is the member's."""
    private = record.private
    batch = record.request.get("list")
    _ADD.add(
        connection,
        id=record.id.bytes,
        name=private.get("name"),
        phone=private.get("phone"),
        birthday=private.get("birthday"),
        note=private.get("note", ""),
        joined=record.outcome["day"],
        birthday_known=None,
        list_batch=None if batch is None else UUID(batch).bytes,
        gone=0,
    )
    make_findable(connection, record.id, private, record.at_ms if batch is None else _NEVER_SEEN_MS)
    begin_summary(connection, record.id)
    for given in record.request.get("consents", ()):
        add_consent(connection, record, record.id, from_json(given, Consent), given=True)
    code = record.request.get("card") or record.outcome.get("code")
    if code is not None:
        link_card(connection, code, "own", record.id, record.at_ms)
    if "alias" in private:
        link_card(connection, private["alias"], "alias", record.id, record.at_ms)
    put_origin(connection, record.id, record.request.get("origin", {}))
    entries = record.entries
    post_entries(connection, record.id, record.id, entries)
    write_paid(connection, record, record.id, record.id)
    over = record.outcome.get("over_budget")
    if batch is None:
        add_day_line(
            connection,
            record,
            day=record.outcome["day"],
            kind="enrolled",
            member=record.id,
            earned=sum(entry.points for entry in entries),
            rewards="" if over is None else over["name"],
        )


def write_change(connection: Connection, record: Written) -> None:
    """Change particulars; what the record does not name stays."""
    changed = {
        name: record.private[name] for name in ("name", "phone", "birthday", "note") if name in record.private
    }
    before = _BY_ID.first(connection, whose=record.member.bytes)
    if before is None or before.gone:
        # Whoever was erased stays so, whatever comes in later from elsewhere.
        return
    keep_before(connection, record, {name: getattr(before, name) for name in changed}, changed)
    if changed.get("birthday", before.birthday) != before.birthday:
        changed["birthday_known"] = record.outcome.get("day")
    if changed:
        connection.execute(
            sa.update(tables.member).where(tables.member.c.id == record.member.bytes).values(**changed)
        )
    # Also where what it said was erased: the rows they are found by have the numbers they had.
    row = _BY_ID.first(connection, whose=record.member.bytes)
    assert row is not None
    seen = connection.execute(
        sa.select(tables.finding.c.last_seen_ms).where(tables.finding.c.member == record.member.bytes)
    )
    seen_ms = seen.scalar_one()
    forget_words(connection, record.member)
    make_findable(connection, record.member, {"name": row.name, "phone": row.phone}, seen_ms)


def write_enrolment_undone(connection: Connection, record: Written) -> None:
    """Take an enrolment back: the points go, the codes are free, the person is no longer found."""
    whose = record.member
    post_entries(connection, record.id, whose, record.entries)
    write_paid(connection, record, whose, whose)
    drop_cards(connection, whose)
    forget_words(connection, whose)
    connection.execute(sa.update(tables.member).where(tables.member.c.id == whose.bytes).values(gone=1))
    forget_looks(connection, whose)
    strike_gifts(connection, whose)
    mark_undone(connection, whose)


def write_opening_undone(connection: Connection, record: Written) -> None:
    """Take opening points back from a member who has bought since, and so stays."""
    post_entries(connection, record.id, record.member, record.entries)


def write_list(connection: Connection, record: Written) -> None:
    """Note that a customer list is being taken in."""
    connection.execute(
        sa.insert(tables.list_batch),
        {"id": record.id.bytes, "at_ms": record.at_ms, "rows": record.request["rows"], "undone": 0},
    )


def write_list_undone(connection: Connection, record: Written) -> None:
    """Note that a customer list was taken out again; its members went one by one before."""
    batch = UUID(record.request["list"])
    connection.execute(
        sa.update(tables.list_batch).where(tables.list_batch.c.id == batch.bytes).values(undone=1)
    )


def member_by_id(connection: Connection, whose: UUID) -> Member | None:
    """Read a member's particulars, or None for nobody or one who is gone."""
    row = _BY_ID.first(connection, whose=whose.bytes)
    if row is None or row.gone:
        return None
    return Member(
        whose,
        row.name,
        None if row.phone is None else Phone(row.phone),
        None if row.birthday is None else Birthday.from_iso(row.birthday),
        row.note,
        date.fromisoformat(row.joined),
        None if row.code is None else CardCode(row.code),
        restricted=bool(row.restricted),
        under_age=bool(row.under_age),
        left_program=bool(row.left_program),
    )


def is_erased(connection: Connection, whose: UUID) -> bool:
    """Tell whether a member was erased: nothing is recorded about them any more."""
    return _ERASED.first(connection, whose=whose.bytes) is not None


def member_by_phone(connection: Connection, phone: str) -> tuple[UUID, str | None] | None:
    """Find the member who has a phone number: id and name."""
    row = _BY_PHONE.first(connection, wanted=phone)
    return None if row is None else (UUID(bytes=row.id), row.name)


def list_members(connection: Connection, batch: UUID) -> tuple[UUID, ...]:
    """Name those who came in with a customer list and are still there, by themselves or in another."""
    goes = merge_tables.merged.c
    is_merged = sa.exists().where(goes.goes == tables.member.c.id, goes.undone_in.is_(None))
    rows = connection.execute(
        sa.select(tables.member.c.id).where(
            tables.member.c.list_batch == batch.bytes, sa.or_(tables.member.c.gone == 0, is_merged)
        )
    )
    return tuple(UUID(bytes=row.id) for row in rows)


class CustomerListRow(Struct, frozen=True):
    """A customer list that was taken in: its rows, and how many of its members are still there."""

    id: UUID
    at_ms: int
    rows: int
    members: int
    undone: bool


def customer_lists(connection: Connection) -> tuple[CustomerListRow, ...]:
    """List the customer lists, newest first."""
    there = (
        sa.select(sa.func.count())
        .where(tables.member.c.list_batch == tables.list_batch.c.id, tables.member.c.gone == 0)
        .scalar_subquery()
    )
    rows = connection.execute(
        sa.select(tables.list_batch, there.label("there")).order_by(tables.list_batch.c.at_ms.desc())
    )
    return tuple(
        CustomerListRow(UUID(bytes=row.id), row.at_ms, row.rows, row.there, bool(row.undone)) for row in rows
    )


class Opening(Struct, frozen=True):
    """The opening points of an old customer: the entry, its lot, and what of it has expired."""

    entry: UUID
    lot: UUID
    points: int
    expired: int


def opening_of(connection: Connection, whose: UUID, came_as: UUID) -> Opening | None:
    """Find the opening points a member still has to account for, or None.

    Args:
        came_as: Who they were given to: the member, or somebody who was merged into it.
    """
    opened = connection.execute(
        sa.select(tables.entry.c.id, tables.entry.c.points).where(
            tables.entry.c.member == whose.bytes,
            tables.entry.c.kind == "opening",
            tables.entry.c.record == came_as.bytes,
        )
    ).one_or_none()
    if opened is None:
        return None
    answered = connection.execute(
        sa.select(tables.entry.c.id).where(
            tables.entry.c.reference == opened.id, tables.entry.c.member == whose.bytes
        )
    )
    if answered.first() is not None:
        return None
    lot_id = uuid5(UUID(bytes=opened.id), "lot")
    expired = connection.execute(
        sa.select(tables.lot.c.expired).where(tables.lot.c.id == lot_id.bytes)
    ).scalar_one()
    return (
        None if expired == opened.points else Opening(UUID(bytes=opened.id), lot_id, opened.points, expired)
    )


def make_findable(connection: Connection, whose: UUID, private: dict[str, Any] | Any, seen_ms: int) -> None:
    """Write the words and digits a member is found by."""
    name, phone = private.get("name"), private.get("phone")
    row = _ADD_FINDING.add(
        connection,
        member=whose.bytes,
        search_key="" if name is None else search_key(name),
        phone_reversed="" if phone is None else phone[::-1],
        last_seen_ms=seen_ms,
    )
    words = () if name is None else sorted(set(search_words(name)))
    for word in words:
        _ADD_WORD.add(connection, word=word, row=row)


def forget_words(connection: Connection, whose: UUID) -> None:
    """Remove the words and digits a member was found by."""
    row = connection.execute(
        sa.select(tables.finding.c.row).where(tables.finding.c.member == whose.bytes)
    ).scalar_one_or_none()
    if row is not None:
        connection.execute(sa.delete(tables.member_word).where(tables.member_word.c.row == row))
        connection.execute(sa.delete(tables.finding).where(tables.finding.c.row == row))
