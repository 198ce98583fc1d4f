"""Old paper cards swapped in, as recorded and as undone."""

from __future__ import annotations

from uuid import UUID

from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line, mark_undone
from loyalpos.store.given import write_units
from loyalpos.store.written import Written

__all__ = ["write_swap", "write_swap_undone"]


def write_swap(connection: Connection, record: Written) -> None:
    """Put the stamps of a paper card onto a member's card."""
    write_units(connection, record, record.member, record.id)
    add_day_line(
        connection,
        record,
        day=record.outcome["today"],
        kind="stamps",
        member=record.member,
        units=record.request["stamps"],
        rewards=record.outcome["name"],
    )


def write_swap_undone(connection: Connection, record: Written) -> None:
    """Take them off again."""
    swap = UUID(record.request["undone"])
    write_units(connection, record, record.member, swap)
    mark_undone(connection, swap)
