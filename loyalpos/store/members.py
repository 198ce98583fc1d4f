"""Members: who they are, what they agreed to, and the codes and words they are found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.codes import CardCode
from loyalpos.engine.json_values import from_json
from loyalpos.engine.members import Consent, Member
from loyalpos.engine.names import search_key
from loyalpos.engine.phones import Phone, PhoneProblem, parse_phone
from loyalpos.store import merge_tables, tables
from loyalpos.store.cards import drop_cards, link_cards
from loyalpos.store.connection import Connection
from loyalpos.store.consents import add_consents, keep_before
from loyalpos.store.days import add_day_line, mark_undone, strike_gifts
from loyalpos.store.given import write_paid
from loyalpos.store.ledger import begin_summaries, post_entries, post_first_entries
from loyalpos.store.origins import put_origin
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.tiers import forget_looks
from loyalpos.store.written import Written

__all__ = [
    "CustomerListRow",
    "Opening",
    "customer_lists",
    "forget_words",
    "is_anybody_erased",
    "is_erased",
    "list_members",
    "make_findable",
    "member_by_id",
    "member_by_phone",
    "member_named",
    "opening_of",
    "write_change",
    "write_enrolment_undone",
    "write_enrolments",
    "write_list",
    "write_list_undone",
    "write_opening_undone",
]

_NEVER_SEEN_MS = 0
"""When a person was seen who came with an old list: after all who ever stood at the counter."""

_ADD = NewRow("member")
_ADD_FINDING = NewRow("finding")
_ADD_WORD = NewRow("member_word")
_LAST_ROW = Prepared("SELECT coalesce(max(row), 0) AS row FROM finding")
_ROW_OF = Prepared("SELECT row FROM finding WHERE member = :whose")
_FORGET_WORDS = Prepared("DELETE FROM member_word WHERE row = :which")
_FORGET_FINDING = Prepared("DELETE FROM finding WHERE row = :which")
_GO = Prepared("UPDATE member SET gone = 1 WHERE id = :whose")
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
_NAMED = Prepared("SELECT member FROM finding WHERE search_key = :wanted LIMIT 2")
_ANY_ERASED = Prepared("SELECT member FROM erasure LIMIT 1")


def write_enrolments(connection: Connection, records: Sequence[Written]) -> None:
    """Add members with cards, consents and the points of the first hour; their ids are the records'."""
    _ADD.add_all(connection, [_member_row(record) for record in records])
    _make_findable(connection, [(one.id, one.private, _seen_ms(one)) for one in records])
    begin_summaries(connection, (record.id for record in records))
    agreed = (
        (one, from_json(given, Consent)) for one in records for given in one.request.get("consents", ())
    )
    add_consents(connection, agreed)
    link_cards(connection, (link for record in records for link in _codes_of(record)))
    post_first_entries(connection, {record.id: record.entries for record in records})
    for record in records:
        put_origin(connection, record.id, record.request.get("origin", {}))
        write_paid(connection, record, record.id, record.id)
        if record.request.get("list") is None:
            over = record.outcome.get("over_budget")
            add_day_line(
                connection,
                record,
                day=record.outcome["day"],
                kind="enrolled",
                member=record.id,
                earned=sum(entry.points for entry in record.entries),
                rewards="" if over is None else over["name"],
            )


def _member_row(record: Written) -> dict[str, object]:
    batch = record.request.get("list")
    return {
        "id": record.id.bytes,
        "name": record.private.get("name"),
        "phone": record.private.get("phone"),
        "birthday": record.private.get("birthday"),
        "note": record.private.get("note", ""),
        "joined": record.outcome["day"],
        "birthday_known": None,
        "list_batch": None if batch is None else UUID(batch).bytes,
        "gone": 0,
    }


def _seen_ms(record: Written) -> int:
    return record.at_ms if record.request.get("list") is None else _NEVER_SEEN_MS


def _codes_of(record: Written) -> Iterator[tuple[str, str, UUID, int]]:
    code = record.request.get("card") or record.outcome.get("code")
    if code is not None:
        yield code, "own", record.id, record.at_ms
    if "alias" in record.private:
        yield record.private["alias"], "alias", record.id, record.at_ms


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
    _GO.run(connection, whose=whose.bytes)
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


def is_anybody_erased(connection: Connection) -> bool:
    """Tell whether anybody was ever erased in this file."""
    return _ANY_ERASED.first(connection) is not None


def member_by_phone(connection: Connection, phone: str) -> tuple[UUID, str | None] | None:
    """Find the member who has a phone number: id and name."""
    row = _BY_PHONE.first(connection, wanted=phone)
    return None if row is None else (UUID(bytes=row.id), row.name)


def member_named(connection: Connection, text: str) -> UUID | None:
    """Find the one member who has a phone number, or a whole name that nobody else has."""
    phone = parse_phone(text)
    if not isinstance(phone, PhoneProblem):
        found = member_by_phone(connection, phone)
        return None if found is None else found[0]
    key = search_key(text)
    if " " not in key:
        return None
    rows = _NAMED.all(connection, wanted=key)
    return UUID(bytes=rows[0].member) if len(rows) == 1 else None


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


def make_findable(connection: Connection, whose: UUID, private: Mapping[str, Any], seen_ms: int) -> None:
    """Write the words and digits a member is found by."""
    _make_findable(connection, ((whose, private, seen_ms),))


def _make_findable(connection: Connection, people: Iterable[tuple[UUID, Mapping[str, Any], int]]) -> None:
    """Write what people are found by; the rows of one follow those of the other."""
    last = _LAST_ROW.first(connection)
    assert last is not None
    findings: list[dict[str, object]] = []
    words: list[dict[str, object]] = []
    for row, (whose, private, seen_ms) in enumerate(people, last.row + 1):
        name, phone = private.get("name"), private.get("phone")
        key = "" if name is None else search_key(name)
        findings.append(
            {
                "row": row,
                "member": whose.bytes,
                "search_key": key,
                "phone_reversed": "" if phone is None else phone[::-1],
                "last_seen_ms": seen_ms,
            }
        )
        words += ({"word": word, "row": row} for word in sorted(set(key.split())))
    _ADD_FINDING.add_all(connection, findings)
    _ADD_WORD.add_all(connection, words)


def forget_words(connection: Connection, whose: UUID) -> None:
    """Remove the words and digits a member was found by."""
    found = _ROW_OF.first(connection, whose=whose.bytes)
    if found is not None:
        _FORGET_WORDS.run(connection, which=found.row)
        _FORGET_FINDING.run(connection, which=found.row)
