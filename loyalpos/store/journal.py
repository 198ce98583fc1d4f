"""The journal: every change to the shop's data, written once and never rewritten."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.times import from_ms, to_ms
from loyalpos.errors import SameIdOtherContent
from loyalpos.store import journal_tables
from loyalpos.store.apply import apply, apply_all
from loyalpos.store.connection import BooksDisagree, Connection
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.record import (
    NO_HASH,
    Action,
    Record,
    canonical,
    content_hash,
    link_hash,
    private_hash,
)

__all__ = [
    "Action",
    "Appended",
    "Head",
    "Record",
    "append",
    "append_all",
    "begin_life",
    "canonical",
    "find_record",
    "head",
    "known_among",
    "link_said",
    "linked_rows",
    "newest_ms",
    "newest_record",
    "record_of",
    "records",
]

_MINUTE = timedelta(minutes=1)
_AT_ONCE = 500
"""Rows fetched at a time, so that a million records pass through the memory of a few."""

_STATE = Prepared(
    """
    SELECT replica.origin, link.seq, link.hash, record.hlc
    FROM replica
    LEFT OUTER JOIN link ON link.origin = replica.origin
      AND link.seq = (SELECT max(seq) FROM link WHERE link.origin = replica.origin)
    LEFT OUTER JOIN record ON record.id = link.record
    ORDER BY replica.number DESC
    LIMIT 1
    """
)
_EARLIER = Prepared(
    """
    SELECT replica.origin, link.seq, link.hash, record.hlc
    FROM replica
    JOIN link ON link.origin = replica.origin
      AND link.seq = (SELECT max(seq) FROM link WHERE link.origin = replica.origin)
    JOIN record ON record.id = link.record
    ORDER BY replica.number DESC
    LIMIT 1
    """
)
_ADD_RECORD = Prepared(
    """
    INSERT INTO record (
      id, kind, version, who, till, at_ms, offset_min, hlc, body, private, salt, private_hash, content_hash
    ) VALUES (
      :id, :kind, :version, :who, :till, :at_ms, :offset_min, :hlc, :body, :private, :salt, :private_hash,
      :content_hash
    )
    ON CONFLICT (id) DO NOTHING
    """
)
_ADD_NEW = NewRow("record")
_ADD_LIFE = NewRow("replica")
_ADD_LINK = NewRow("link")
_BY_ID = Prepared("SELECT * FROM record WHERE id = :which")
_BETWEEN = Prepared("SELECT id FROM record WHERE id BETWEEN :first AND :last")
_LIVES = Prepared("SELECT origin FROM replica ORDER BY number")
_NEWEST_OF = Prepared(
    """
    SELECT record.*
    FROM record
    JOIN link ON link.record = record.id
    WHERE link.origin = :life AND record.till = :mine
      AND record.kind NOT IN (SELECT value FROM json_each(:but))
    ORDER BY link.seq DESC
    LIMIT 1
    """
)


class Appended(Struct, frozen=True):
    """A record that stands in the journal; ``repeated`` if it stood there before."""

    record: Record
    repeated: bool


class Head(Struct, frozen=True):
    """The last link of the current life; ``seq`` 0 before its first."""

    origin: bytes
    seq: int
    hash: bytes


def append(connection: Connection, action: Action, *, salt: Callable[[int], bytes]) -> Appended:
    """Write one action into the journal and, in the same transaction, into the projections.

    An action whose id stands there already is compared by kind, request and, unless it was erased,
    private part; the stored record is the answer, whatever outcome or time the repetition has.

    Args:
        connection: Of :meth:`ShopFile.work`.
        salt: Gives so many random bytes.

    Raises:
        SameIdOtherContent: The id was used for something else.
        TypeError: The body holds what cannot stand in a record.
    """
    origin, seq, prev, last_hlc = _end(connection)
    stands = _recorded(action, last_hlc, salt)
    if not _ADD_RECORD.run(connection, **_row_of(stands)):
        return Appended(_same(connection, action, stands.body, stands.private), repeated=True)
    link = _link_row(stands, origin, seq + 1, prev)
    _ADD_LINK.add(connection, **link)
    connection.reached = origin, seq + 1, link["hash"], to_ms(stands.at)
    apply(connection, stands)
    return Appended(stands, repeated=False)


def append_all(connection: Connection, actions: Sequence[Action], *, salt: Callable[[int], bytes]) -> None:
    """Write many actions of which none stands in the journal yet, as :func:`append` writes each.

    Raises:
        sqlcipher3.dbapi2.IntegrityError: One stands there: a bug of the caller.
    """
    origin, seq, prev, hlc = _end(connection)
    stand: list[Record] = []
    links: list[dict[str, object]] = []
    for number, action in enumerate(actions, seq + 1):
        one = _recorded(action, hlc, salt)
        link = _link_row(one, origin, number, prev)
        stand.append(one)
        links.append(link)
        hlc, prev = one.hlc, link["hash"]
    _ADD_NEW.add_all(connection, [_row_of(one) for one in stand])
    _ADD_LINK.add_all(connection, links)
    if stand:
        connection.reached = origin, seq + len(stand), prev, to_ms(stand[-1].at)
    apply_all(connection, stand)


def known_among(connection: Connection, ids: Sequence[UUID]) -> frozenset[UUID]:
    """Tell which of some ids that lie close together stand in the journal."""
    if not ids:
        return frozenset()
    first, last = min(ids).bytes, max(ids).bytes
    there = (UUID(bytes=row.id) for row in _BETWEEN.all(connection, first=first, last=last))
    return frozenset(there).intersection(ids)


def _recorded(action: Action, last_hlc: int, salt: Callable[[int], bytes]) -> Record:
    """Give the record of an action, as it stands in the journal after a clock value."""
    assert set(action.body) == {"request", "outcome"}
    assert action.at.tzinfo is not None
    body = canonical(dict(action.body))
    private = None if action.private is None else canonical(dict(action.private))
    at_ms, offset_min = to_ms(action.at), (action.at.utcoffset() or timedelta()) // _MINUTE
    hlc = max(at_ms << 16, last_hlc + 1)
    salted = None if private is None else salt(16)
    hidden = b"" if private is None or salted is None else private_hash(salted, private)
    content = content_hash(
        kind=action.kind.encode(),
        version=action.version,
        who=action.who.encode(),
        till=action.till.encode(),
        at_ms=at_ms,
        offset_min=offset_min,
        hlc=hlc,
        body=body,
        private_hash=hidden,
    )
    return Record(
        action.id,
        action.kind,
        action.version,
        action.who,
        action.till,
        _instant(at_ms, offset_min),
        hlc,
        body,
        private,
        salted,
        hidden,
        content,
    )


def _row_of(one: Record) -> dict[str, object]:
    return {
        "id": one.id.bytes,
        "kind": one.kind,
        "version": one.version,
        "who": one.who,
        "till": one.till,
        "at_ms": to_ms(one.at),
        "offset_min": (one.at.utcoffset() or timedelta()) // _MINUTE,
        "hlc": one.hlc,
        "body": one.body,
        "private": one.private,
        "salt": one.salt,
        "private_hash": one.private_hash,
        "content_hash": one.content_hash,
    }


def _link_row(one: Record, origin: bytes, seq: int, prev: bytes) -> dict[str, Any]:
    return {
        "origin": origin,
        "seq": seq,
        "record": one.id.bytes,
        "prev": prev,
        "hash": link_hash(prev, origin, seq, one.id.bytes, one.content_hash),
    }


def begin_life(connection: Connection, origin: bytes, at_ms: int) -> None:
    """Begin a new life of this file: from here on its links stand in a chain of their own.

    Args:
        origin: 16 random bytes, never used before.
    """
    _ADD_LIFE.add(connection, origin=origin, began_at_ms=at_ms)


def newest_ms(connection: Connection) -> int:
    """Give the latest instant a record of this file was written at, by whatever clock; 0 without any."""
    return _end(connection)[3] >> 16


def find_record(connection: Connection, which: UUID) -> Record | None:
    """Read one record by its id."""
    found = _BY_ID.first(connection, which=which.bytes)
    return None if found is None else record_of(found)


def newest_record(connection: Connection, *, till: str, but: Sequence[str]) -> Record | None:
    """Read the last record a till wrote in the current life that is of none of some kinds."""
    found = _NEWEST_OF.first(connection, life=_end(connection)[0], mine=till, but=json.dumps(but))
    return None if found is None else record_of(found)


def records(connection: Connection) -> Iterator[Record]:
    """Stream all records in the order in which they took effect in this file."""
    for rows in linked_rows(connection):
        for row in rows:
            yield record_of(row)


def linked_rows(connection: Connection) -> Iterator[Sequence[sa.Row[Any]]]:
    """Stream links with their records, all columns, some hundred at a time in the order of ``records``."""
    # Life by life: over all lives at once the database would sort the whole journal in memory.
    for life in _LIVES.all(connection):
        rows = (
            sa.select(journal_tables.record, journal_tables.link)
            .join(journal_tables.link, journal_tables.link.c.record == journal_tables.record.c.id)
            .where(journal_tables.link.c.origin == life.origin)
            .order_by(journal_tables.link.c.seq)
            .execution_options(yield_per=_AT_ONCE)
        )
        yield from connection.execute(rows).partitions()


def head(connection: Connection) -> Head:
    """Read the last link of the current life, which is printed on the closing slip."""
    origin, seq, last, _ = _end(connection)
    return Head(origin, seq, last)


def record_of(row: Any) -> Record:
    """Read a record from a row that has the columns of its table."""
    return Record(
        UUID(bytes=row.id),
        row.kind,
        row.version,
        row.who,
        row.till,
        _instant(row.at_ms, row.offset_min),
        row.hlc,
        row.body,
        row.private,
        row.salt,
        row.private_hash,
        row.content_hash,
    )


def _instant(at_ms: int, offset_min: int) -> datetime:
    at = from_ms(at_ms)
    return at.astimezone(timezone(offset_min * _MINUTE)) if offset_min else at


def _end(connection: Connection) -> tuple[bytes, int, bytes, int]:
    """Find where the chain goes on: origin, number and hash of its last link, and the last clock value.

    A new life goes on from the last link of the one before it, so that nothing can be cut off there.
    """
    state = _STATE.first(connection)
    assert state is not None
    if state.seq is not None:
        if state.hlc is None:
            raise BooksDisagree("record")
        return state.origin, state.seq, state.hash, state.hlc
    earlier = _EARLIER.first(connection)
    return (state.origin, 0, NO_HASH, 0) if earlier is None else (state.origin, 0, earlier.hash, earlier.hlc)


def _same(connection: Connection, action: Action, body: bytes, private: bytes | None) -> Record:
    """Give the record that stands under an action's id, if it is the same action."""
    stands = find_record(connection, action.id)
    assert stands is not None
    request, asked = json.loads(stands.body)["request"], json.loads(body)["request"]
    erased = stands.private is None and stands.private_hash != b""
    same_private = (private is not None) if erased else stands.private == private
    if stands.kind != action.kind or canonical(request) != canonical(asked) or not same_private:
        raise SameIdOtherContent(action.id)
    return stands


def link_said(row: sa.Row[Any]) -> dict[str, object]:
    """Say a row of :func:`linked_rows` as files have it, but for what was recorded: each has that its way."""
    return {
        "origin": row.origin.hex(),
        "seq": row.seq,
        "prev": row.prev.hex(),
        "hash": row.hash.hex(),
        "record": row.record.hex(),
        "kind": row.kind,
        "version": row.version,
        "who": row.who,
        "till": row.till,
        "at_ms": row.at_ms,
    }
