"""What being a member has saved somebody."""

from __future__ import annotations

from uuid import UUID

from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared

__all__ = ["saved_by"]

_SAVED = Prepared(
    "SELECT coalesce(sum(value_vnd), 0) AS value_vnd FROM bill WHERE member = :whose AND returned_vnd = 0"
)


def saved_by(connection: Connection, whose: UUID) -> int:
    """Sum up what was taken off a member's bills, in đồng; a bill of which anything came back is left out."""
    found = _SAVED.first(connection, whose=whose.bytes)
    assert found is not None
    return int(found.value_vnd)
