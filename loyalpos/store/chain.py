"""Checking that the journal is what was written: every hash, every order, every place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.store import journal_tables
from loyalpos.store.connection import Connection
from loyalpos.store.record import NO_HASH, content_hash, link_hash, private_hash

__all__ = ["ChainFault", "ChainProblem", "VerifyingStopped", "link_faults", "verify_chain"]

_AT_ONCE = 1_000
_TOLD_EVERY = 200


class ChainFault(Enum):
    """What can be wrong with a link or its record."""

    HOLE = "hole"
    PREV = "prev"
    HASH = "hash"
    RECORD_MISSING = "record_missing"
    CONTENT = "content"
    PRIVATE = "private"
    UNLINKED = "unlinked"
    UNKNOWN_LIFE = "unknown_life"


class ChainProblem(Struct, frozen=True):
    """A place where the journal is not what was written.

    Attributes:
        origin: The chain; empty for a record that stands in none.
        seq: The link's number; 0 for a record that stands in no chain.
        record: The record the link names.
    """

    fault: ChainFault
    origin: bytes
    seq: int
    record: UUID


class VerifyingStopped(Exception):
    """A person asked the check of the chain to stop."""


def verify_chain(
    connection: Connection, goes_on: Callable[[int], bool] | None = None
) -> tuple[ChainProblem, ...]:
    """Check every link and record of every life; an erased private part is no problem.

    What this cannot see is a chain cut off at its end: for that the day's last hash is printed.

    Args:
        goes_on: Told now and then how many links were checked; False stops.

    Raises:
        VerifyingStopped: It was asked to.
    """
    problems: list[ChainProblem] = []
    starts: dict[bytes, sa.Row[Any]] = {}
    heads: dict[bytes, bytes] = {}
    seq = 0
    for checked, row in enumerate(connection.execute(_all_rows())):
        if goes_on is not None and checked % _TOLD_EVERY == 0 and not goes_on(checked):
            raise VerifyingStopped
        if row.origin in heads:
            expected, prev = seq + 1, heads[row.origin]
        else:
            # What a first link goes on from is known when all chains are read.
            expected, prev = 1, row.prev
            starts[row.origin] = row
        seq = row.seq
        heads[row.origin] = row.hash
        problems.extend(
            _problem(fault, row) for fault in link_faults(row, (row.kind, row.who, row.till), expected, prev)
        )
    problems.extend(_faults_of_lives(connection, starts, heads))
    problems.extend(
        ChainProblem(ChainFault.UNLINKED, b"", 0, UUID(bytes=row.id))
        for row in connection.execute(_unlinked())
    )
    return tuple(problems)


def _problem(fault: ChainFault, row: sa.Row[Any]) -> ChainProblem:
    return ChainProblem(fault, row.origin, row.seq, UUID(bytes=row.record[:16].ljust(16, b"\0")))


def link_faults(
    row: Any, texts: tuple[bytes, bytes, bytes], expected: int, prev: bytes
) -> Iterator[ChainFault]:
    """Find what is wrong with a link and its record.

    Args:
        row: Has the columns of both tables; ``id`` is None where there is no record.
        texts: Kind, who and till of the record, as they are stored.
        expected: The number the link must have.
        prev: The hash the link before it must have.
    """
    if row.seq != expected:
        yield ChainFault.HOLE
    if row.prev != prev:
        yield ChainFault.PREV
    if row.id is None:
        yield ChainFault.RECORD_MISSING
        return
    if row.private is not None and private_hash(row.salt, row.private) != row.private_hash:
        yield ChainFault.PRIVATE
    content = content_hash(
        kind=texts[0],
        version=row.version,
        who=texts[1],
        till=texts[2],
        at_ms=row.at_ms,
        offset_min=row.offset_min,
        hlc=row.hlc,
        body=row.body,
        private_hash=row.private_hash,
    )
    if content != row.content_hash:
        yield ChainFault.CONTENT
    if link_hash(row.prev, row.origin, row.seq, row.record, row.content_hash) != row.hash:
        yield ChainFault.HASH


def _faults_of_lives(
    connection: Connection, starts: dict[bytes, sa.Row[Any]], heads: dict[bytes, bytes]
) -> Iterator[ChainProblem]:
    """Check that every life goes on from the end of the one before it."""
    before = NO_HASH
    lives = (
        connection.execute(
            sa.select(journal_tables.replica.c.origin).order_by(journal_tables.replica.c.number)
        )
        .scalars()
        .all()
    )
    for origin in lives:
        if origin in starts:
            if starts[origin].prev != before:
                yield _problem(ChainFault.PREV, starts[origin])
            before = heads[origin]
    for origin in starts.keys() - set(lives):
        yield _problem(ChainFault.UNKNOWN_LIFE, starts[origin])


def _all_rows() -> sa.Select[Any]:
    # Texts are read as bytes: a damaged one may be no text at all.
    return (
        sa.select(
            journal_tables.link,
            journal_tables.record.c.id,
            journal_tables.record.c.version,
            journal_tables.record.c.at_ms,
            journal_tables.record.c.offset_min,
            journal_tables.record.c.hlc,
            journal_tables.record.c.body,
            journal_tables.record.c.private,
            journal_tables.record.c.salt,
            journal_tables.record.c.private_hash,
            journal_tables.record.c.content_hash,
            sa.cast(journal_tables.record.c.kind, sa.LargeBinary).label("kind"),
            sa.cast(journal_tables.record.c.who, sa.LargeBinary).label("who"),
            sa.cast(journal_tables.record.c.till, sa.LargeBinary).label("till"),
        )
        .outerjoin(journal_tables.record, journal_tables.record.c.id == journal_tables.link.c.record)
        .order_by(journal_tables.link.c.origin, journal_tables.link.c.seq)
        .execution_options(yield_per=_AT_ONCE)
    )


def _unlinked() -> sa.Select[Any]:
    return (
        sa.select(journal_tables.record.c.id)
        .where(
            ~sa.select(journal_tables.link.c.record)
            .where(journal_tables.link.c.record == journal_tables.record.c.id)
            .exists()
        )
        .execution_options(yield_per=_AT_ONCE)
    )
