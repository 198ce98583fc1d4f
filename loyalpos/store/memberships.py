"""Memberships as sold, ended early, and undone."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.json_values import from_json
from loyalpos.engine.memberships import Sold
from loyalpos.store import program_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line, mark_undone
from loyalpos.store.given import write_given
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.written import Written

__all__ = [
    "memberships_ending",
    "sold_to",
    "write_end",
    "write_end_undone",
    "write_sale",
    "write_sale_undone",
]

_ADD = NewRow("membership_sale")
_OF_MEMBER = Prepared("SELECT * FROM membership_sale WHERE member = :whose ORDER BY first, id")


def write_sale(connection: Connection, record: Written) -> None:
    """Write a membership as it was sold."""
    sold = from_json(record.outcome["sold"], Sold)
    _ADD.add(
        connection,
        id=sold.id.bytes,
        member=record.member.bytes,
        membership=sold.membership,
        name=sold.name,
        first=sold.first.isoformat(),
        until=_day(sold.until),
        fee_vnd=sold.fee_vnd,
        discount_bp=sold.discount_bp,
        refundable=int(sold.refundable),
        anchor=sold.anchor.isoformat(),
        months=sold.months,
        package=sold.package,
    )
    add_day_line(
        connection,
        record,
        day=record.outcome["today"],
        kind="membership",
        member=record.member,
        total_vnd=sold.fee_vnd,
        rewards=sold.name,
    )
    _count(connection, record, sold.id)


def write_end(connection: Connection, record: Written) -> None:
    """Write that a membership was ended early."""
    sold = from_json(record.outcome["sold"], Sold)
    _end(connection, sold)
    _count(connection, record, sold.id)
    add_day_line(
        connection,
        record,
        day=record.outcome["today"],
        kind="membership_ended",
        member=record.member,
        total_vnd=record.outcome["refund_vnd"],
        rewards=sold.name,
    )


def write_sale_undone(connection: Connection, record: Written) -> None:
    """Take a sale away, as if it had never been."""
    sale = UUID(record.request["undone"])
    connection.execute(
        sa.delete(program_tables.membership_sale).where(program_tables.membership_sale.c.id == sale.bytes)
    )
    mark_undone(connection, sale)
    _count(connection, record, sale)


def write_end_undone(connection: Connection, record: Written) -> None:
    """Let a membership go on as it was sold."""
    sold = from_json(record.outcome["sold"], Sold)
    _end(connection, sold)
    _count(connection, record, sold.id)
    mark_undone(connection, UUID(record.request["undone"]))


def _count(connection: Connection, record: Written, sale: UUID) -> None:
    """Write how a record moves what the fee of a sale counts for, on the day of the sale."""
    if "counted_on" in record.outcome:
        write_given(connection, record, record.member, sale, record.outcome["counted_on"])


def _end(connection: Connection, sold: Sold) -> None:
    changed = sa.update(program_tables.membership_sale).where(
        program_tables.membership_sale.c.id == sold.id.bytes
    )
    connection.execute(changed.values(until=_day(sold.until)))


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def sold_to(connection: Connection, whose: UUID) -> tuple[Sold, ...]:
    """List all that a member was sold, ended ones as they were left."""
    return tuple(_sold(row) for row in _OF_MEMBER.all(connection, whose=whose.bytes))


def memberships_ending(connection: Connection, after: date, until: date) -> tuple[tuple[UUID, Sold], ...]:
    """List whose memberships have their first day without them after one day and up to another."""
    found = connection.execute(
        sa.select(program_tables.membership_sale)
        .join(tables.member, tables.member.c.id == program_tables.membership_sale.c.member)
        .where(
            program_tables.membership_sale.c.until > after.isoformat(),
            program_tables.membership_sale.c.until <= until.isoformat(),
            tables.member.c.gone == 0,
        )
        .order_by(program_tables.membership_sale.c.until, program_tables.membership_sale.c.id)
    )
    return tuple((UUID(bytes=row.member), _sold(row)) for row in found)


def _sold(row: Any) -> Sold:
    return Sold(
        UUID(bytes=row.id),
        row.membership,
        row.name,
        date.fromisoformat(row.first),
        None if row.until is None else date.fromisoformat(row.until),
        row.fee_vnd,
        row.discount_bp,
        bool(row.refundable),
        date.fromisoformat(row.anchor),
        row.months,
        row.package,
    )
