"""What the look of cards is decided with: the shop's logo, and the longest names."""

from __future__ import annotations

from base64 import b64decode

import sqlalchemy as sa

from loyalpos.store import tables
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = ["logo", "longest_names", "write_logo"]

_LOGO = Prepared("SELECT image FROM logo")
_LONGEST = Prepared(
    """
    SELECT name
    FROM member
    WHERE gone = 0 AND name IS NOT NULL
    ORDER BY length(name) DESC, name
    LIMIT :most
    """
)


def write_logo(connection: Connection, record: Written) -> None:
    """Keep the shop's logo, in place of another; none takes it away."""
    image = record.request["image"]
    connection.execute(sa.delete(tables.logo))
    if image is not None:
        connection.execute(sa.insert(tables.logo), {"one": 1, "image": b64decode(image)})


def logo(connection: Connection) -> bytes | None:
    """Read the shop's logo, or None."""
    found = _LOGO.first(connection)
    return None if found is None else bytes(found.image)


def longest_names(connection: Connection, most: int) -> tuple[str, ...]:
    """Read the longest names of members, the longest first."""
    return tuple(row.name for row in _LONGEST.all(connection, most=most))
