"""The journal: every change is one immutable record, chained to the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, insert, select

from loyalpos.engine.times import from_ms, to_ms
from loyalpos.errors import SameIdOtherContent
from loyalpos.store.journal_tables import link, record, replica

__all__ = [
    "Action",
    "Appended",
    "ChainProblem",
    "Head",
    "Record",
    "append",
    "canonical",
    "find_record",
    "head",
    "records",
    "verify_chain",
]

_GENESIS = bytes(32)
_NOW = select(replica.c.origin).order_by(replica.c.number.desc()).limit(1)
_LAST = (
    select(link.c.seq, link.c.hash, record.c.hlc)
    .join(record, record.c.id == link.c.record)
    .where(link.c.origin == bindparam("of_origin"))
    .order_by(link.c.seq.desc())
    .limit(1)
)
_FIND = select(record).where(record.c.id == bindparam("wanted"))
_ADD_RECORD = insert(record)
_ADD_LINK = insert(link)


@dataclass(frozen=True, slots=True)
class Action:
    """A change as a use case asks for it; ``body`` is ``{"request": …, "outcome": …}``.

    ``private`` holds what is personal and may be erased one day; None where nothing is.
    """

    id: UUID
    kind: str
    version: int
    who: str
    till: str
    at: datetime
    body: Mapping[str, object]
    private: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record as stored; JSON stays the bytes that were hashed."""

    id: UUID
    kind: str
    version: int
    who: str
    till: str
    at: datetime
    hlc: int
    body: bytes
    private: bytes | None
    salt: bytes | None
    private_hash: bytes
    content_hash: bytes


@dataclass(frozen=True, slots=True)
class Appended:
    """The record in the journal; ``repeated`` when it stood there before."""

    record: Record
    repeated: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: printed at the close of the day, it proves what came before it."""

    origin: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class ChainProblem:
    """A place where the journal is not what it was; ``seq`` 0 is a record outside every chain."""

    what: str
    origin: bytes
    seq: int


def canonical(value: object) -> bytes:
    """Write JSON in its one form: sorted keys, no spaces, UTF-8, whole numbers only.

    Raises:
        TypeError: A float, or something JSON does not know, is inside.
    """
    _refuse_fractions(value)
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def _refuse_fractions(value: object) -> None:
    if isinstance(value, Mapping):
        for part in value.values():
            _refuse_fractions(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _refuse_fractions(part)
    elif value is not None and not isinstance(value, str | int):
        raise TypeError(f"{type(value).__name__} has no place in a record")


def append(connection: Connection, action: Action, *, salt: Callable[[int], bytes]) -> Appended:
    """Write one record, chain it, and apply it to the tables, all in the caller's transaction.

    Args:
        salt: Gives so many random bytes, for records with a private part.

    Returns:
        The stored record; the earlier one, unchanged, where the same action was written before.

    Raises:
        SameIdOtherContent: The id stands for another request.
    """
    from loyalpos.store.apply import apply  # noqa: PLC0415 - apply reads records, which are made here

    earlier = find_record(connection, action.id)
    if earlier is not None:
        if not _same_request(earlier, action):
            raise SameIdOtherContent(action.id)
        return Appended(earlier, repeated=True)
    origin = connection.execute(_NOW).scalar_one()
    last = connection.execute(_LAST, {"of_origin": origin}).one_or_none()
    seq, prev, last_hlc = (1, _GENESIS, 0) if last is None else (last.seq + 1, last.hash, last.hlc)
    made = _made(action, last_hlc, salt)
    connection.execute(_ADD_RECORD, _row(made))
    connection.execute(
        _ADD_LINK,
        {
            "origin": origin,
            "seq": seq,
            "record": made.id.bytes,
            "prev": prev,
            "hash": _link_hash(prev, origin, seq, made.id.bytes, made.content_hash),
        },
    )
    apply(connection, made)
    return Appended(made, repeated=False)


def _made(action: Action, last_hlc: int, salt: Callable[[int], bytes]) -> Record:
    body = canonical(dict(action.body))
    private = None if action.private is None else canonical(dict(action.private))
    grain = None if private is None else salt(16)
    private_hash = b"" if private is None or grain is None else hashlib.sha256(grain + private).digest()
    at_ms = to_ms(action.at)
    offset_min = _offset_min(action.at)
    return Record(
        action.id,
        action.kind,
        action.version,
        action.who,
        action.till,
        _at(at_ms, offset_min),
        max(at_ms << 16, last_hlc + 1),
        body,
        private,
        grain,
        private_hash,
        _content_hash(
            action.kind, action.version, action.who, action.till, at_ms, offset_min, body, private_hash
        ),
    )


def _same_request(earlier: Record, action: Action) -> bool:
    """Compare what was asked, never what came of it or when."""
    if earlier.kind != action.kind:
        return False
    if canonical(json.loads(earlier.body)["request"]) != canonical(action.body["request"]):
        return False
    if earlier.private is None:
        return action.private is None or bool(earlier.private_hash)
    return action.private is not None and earlier.private == canonical(dict(action.private))


def _offset_min(at: datetime) -> int:
    offset = at.utcoffset()
    assert offset is not None, "records keep aware times"
    return offset // timedelta(minutes=1)


def _at(at_ms: int, offset_min: int) -> datetime:
    return from_ms(at_ms).astimezone(timezone(timedelta(minutes=offset_min)))


def _content_hash(
    kind: str,
    version: int,
    who: str,
    till: str,
    at_ms: int,
    offset_min: int,
    body: bytes,
    private_hash: bytes,
) -> bytes:
    """Hash every field with its length before it, so that no two contents look alike."""
    parts = (
        kind.encode(),
        str(version).encode(),
        who.encode(),
        till.encode(),
        str(at_ms).encode(),
        str(offset_min).encode(),
        body,
        private_hash,
    )
    return _hash_of(parts)


def _link_hash(prev: bytes, origin: bytes, seq: int, record_id: bytes, content_hash: bytes) -> bytes:
    return _hash_of((prev, origin, str(seq).encode(), record_id, content_hash))


def _hash_of(parts: tuple[bytes, ...]) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def _row(made: Record) -> dict[str, Any]:
    return {
        "id": made.id.bytes,
        "kind": made.kind,
        "version": made.version,
        "who": made.who,
        "till": made.till,
        "at_ms": to_ms(made.at),
        "offset_min": _offset_min(made.at),
        "hlc": made.hlc,
        "body": made.body,
        "private": made.private,
        "salt": made.salt,
        "private_hash": made.private_hash,
        "content_hash": made.content_hash,
    }


def _record(row: Row[Any]) -> Record:
    return Record(
        UUID(bytes=row.id),
        row.kind,
        row.version,
        row.who,
        row.till,
        _at(row.at_ms, row.offset_min),
        row.hlc,
        row.body,
        row.private,
        row.salt,
        row.private_hash,
        row.content_hash,
    )


def find_record(connection: Connection, record_id: UUID) -> Record | None:
    """Look a record up by its id."""
    row = connection.execute(_FIND, {"wanted": record_id.bytes}).one_or_none()
    return None if row is None else _record(row)


def records(connection: Connection) -> Iterator[Record]:
    """Stream all records in the order in which they took effect here."""
    rows = connection.execution_options(yield_per=1000).execute(
        select(record)
        .join(link, link.c.record == record.c.id)
        .join(replica, replica.c.origin == link.c.origin)
        .order_by(replica.c.number, link.c.seq)
    )
    for row in rows:
        yield _record(row)


def head(connection: Connection) -> Head:
    """Give the end of this replica's chain; number 0 while it is empty."""
    origin = connection.execute(_NOW).scalar_one()
    last = connection.execute(_LAST, {"of_origin": origin}).one_or_none()
    return Head(origin, 0, _GENESIS) if last is None else Head(origin, last.seq, last.hash)


def verify_chain(connection: Connection) -> tuple[ChainProblem, ...]:
    """Check every record and link: hashes, order, holes, records outside the chain."""
    problems: list[ChainProblem] = []
    rows = connection.execution_options(yield_per=1000).execute(
        select(link, record)
        .outerjoin(record, record.c.id == link.c.record)
        .order_by(link.c.origin, link.c.seq)
    )
    origin, expected, prev = b"", 1, _GENESIS
    for row in rows:
        if row.origin != origin:
            origin, expected, prev = row.origin, 1, _GENESIS
        problems.extend(ChainProblem(what, origin, row.seq) for what in _wrong_in(row, expected, prev))
        expected, prev = row.seq + 1, row.hash
    outside = connection.execute(
        select(record.c.id).outerjoin(link, link.c.record == record.c.id).where(link.c.record.is_(None))
    )
    problems.extend(ChainProblem("outside", b"", 0) for _ in outside)
    return tuple(problems)


def _wrong_in(row: Row[Any], expected: int, prev: bytes) -> Iterator[str]:
    if row.seq != expected:
        yield "hole"
    if row.prev != prev:
        yield "prev"
    if row.id is None:
        yield "record_missing"
        return
    if row.private is not None and hashlib.sha256(row.salt + row.private).digest() != row.private_hash:
        yield "private"
    content = _content_hash(
        row.kind, row.version, row.who, row.till, row.at_ms, row.offset_min, row.body, row.private_hash
    )
    if content != row.content_hash:
        yield "content"
    if row.hash != _link_hash(row.prev, row.origin, row.seq, row.id, row.content_hash):
        yield "hash"
