"""Who has now what was done for a member: they themselves, or who took them in."""

from __future__ import annotations

from uuid import UUID

from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared

__all__ = ["who_is_now"]

# The counter asks it of each line of the day: apart from all that a merge needs besides.
_TAKEN_IN_BY = Prepared("SELECT stays FROM merged WHERE goes = :whose AND undone_in IS NULL")


def who_is_now(connection: Connection, whose: UUID) -> UUID:
    """Name the member who has what was somebody's: mostly that one still."""
    row = _TAKEN_IN_BY.first(connection, whose=whose.bytes)
    return whose if row is None else who_is_now(connection, UUID(bytes=row.stays))
