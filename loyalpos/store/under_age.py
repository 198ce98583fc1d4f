"""Who is noted as under age, since when, and when they were born; asked as each day opens."""

from __future__ import annotations

from uuid import UUID

from msgspec import Struct

from loyalpos.engine.birthdays import Birthday
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared

__all__ = ["UnderAge", "is_noted", "noted"]

_NOTED = Prepared(
    """
    SELECT member.id, member.birthday, max(correction.at_ms) AS said_ms
    FROM privacy
    JOIN member ON member.id = privacy.member
    JOIN correction ON correction.member = privacy.member AND correction.field = 'under_age'
    WHERE privacy.under_age = 1 AND member.gone = 0 AND member.birthday IS NOT NULL
    GROUP BY member.id
    """
)
_IS_NOTED = Prepared("SELECT 1 AS found FROM privacy WHERE member = :whose AND under_age = 1")


class UnderAge(Struct, frozen=True):
    """Somebody who is noted as under age and told when they were born; ``said_ms`` is when that was noted."""

    member: UUID
    birthday: Birthday
    said_ms: int


def noted(connection: Connection) -> tuple[UnderAge, ...]:
    """List everybody who is noted as under age and told a birthday."""
    return tuple(
        UnderAge(UUID(bytes=row.id), Birthday.from_iso(row.birthday), row.said_ms)
        for row in _NOTED.all(connection)
    )


def is_noted(connection: Connection, whose: UUID) -> bool:
    """Tell whether a member is noted as under age."""
    return _IS_NOTED.first(connection, whose=whose.bytes) is not None
