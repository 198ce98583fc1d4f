"""Acts that happen once for what they are about, on all tills together, or again once they were undone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from uuid import UUID, uuid5

from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record

__all__ = ["standing_attempt", "undone_id"]


def undone_id(record: UUID) -> UUID:
    """Name the undoing of a record, equally on every till."""
    return uuid5(record, "undone")


def standing_attempt(connection: Connection, name: Callable[[int], UUID]) -> tuple[UUID, Record | None]:
    """Find the attempt that stands, or the id of the next: one that was undone leaves its place to another.

    Args:
        name: Gives the id of each attempt, from 0.
    """
    for attempt in count():
        which = name(attempt)
        record = find_record(connection, which)
        if record is None or find_record(connection, undone_id(which)) is None:
            return which, record
    raise AssertionError
