"""What bills have given, as limits, caps and budgets count it, and the stamps and tickets of members."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from loyalpos.engine.counted import Counted, UnitMove
from loyalpos.engine.footing import Given
from loyalpos.engine.gift_budgets import Paid
from loyalpos.engine.json_values import from_json
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.written import Written

__all__ = [
    "cost_between",
    "counted_of",
    "given_between",
    "paid_for_gift",
    "paid_for_member",
    "times_on",
    "units_of",
    "write_given",
    "write_paid",
    "write_units",
]

_ADD = NewRow("given")
_ADD_UNITS = NewRow("unit_entry")
_OF_BILL = Prepared(
    """
    SELECT id, sum(times) AS times, sum(points) AS points, sum(cost_vnd) AS cost_vnd
    FROM given
    WHERE bill = :which
    GROUP BY id
    """
)
_PAID_FOR_GIFT = Prepared(
    """
    SELECT id, day, sum(cost_vnd) AS cost_vnd
    FROM given
    WHERE bill = :which
    GROUP BY id, day
    HAVING sum(cost_vnd) <> 0
    """
)
_PAID_FOR_MEMBER = Prepared(
    """
    SELECT id, day, sum(cost_vnd) AS cost_vnd
    FROM given
    WHERE member = :whose
    GROUP BY id, day
    HAVING sum(cost_vnd) <> 0
    """
)
_TO_MEMBER = Prepared(
    """
    SELECT coalesce(sum(times), 0) AS times, coalesce(sum(points), 0) AS points
    FROM given
    WHERE member = :whose AND id = :which AND day >= :first AND day <= :last
    """
)
_TO_ALL = Prepared(
    """
    SELECT coalesce(sum(times), 0) AS times, coalesce(sum(cost_vnd), 0) AS cost_vnd
    FROM given
    WHERE id = :which AND day >= :first AND day <= :last
    """
)
_UNITS = Prepared("SELECT unit, sum(count) AS count FROM unit_entry WHERE member = :whose GROUP BY unit")


def write_given(connection: Connection, record: Written, member: UUID, bill: UUID, day: str) -> None:
    """Write how a bill, its return or its undoing moves counts, stamps and tickets.

    Args:
        day: The business day of the bill, in whose spans it counts, whenever it is returned.
    """
    for one in from_json(record.outcome.get("given", ()), tuple[Counted, ...]):
        _ADD.add(
            connection,
            member=member.bytes,
            id=one.id,
            day=day,
            record=record.id.bytes,
            bill=bill.bytes,
            times=one.times,
            points=one.points,
            cost_vnd=one.cost_vnd,
        )
    write_units(connection, record, member, bill)


def write_paid(connection: Connection, record: Written, member: UUID, paid_for: UUID) -> None:
    """Write what budgets pay for a gift, or are given back.

    Args:
        paid_for: The record of the gift, or of the enrolment that welcomed.
    """
    for one in from_json(record.outcome.get("paid", ()), tuple[Paid, ...]):
        _ADD.add(
            connection,
            member=member.bytes,
            id=one.budget,
            day=one.day.isoformat(),
            record=record.id.bytes,
            bill=paid_for.bytes,
            times=0,
            points=0,
            cost_vnd=one.cost_vnd,
        )


def paid_for_gift(connection: Connection, which: UUID) -> tuple[Paid, ...]:
    """Say what budgets have paid for a gift that stands."""
    rows = _PAID_FOR_GIFT.all(connection, which=which.bytes)
    return tuple(Paid(date.fromisoformat(row.day), row.id, row.cost_vnd) for row in rows)


def paid_for_member(connection: Connection, member: UUID) -> tuple[Paid, ...]:
    """Say what budgets have paid for a member, on which days."""
    rows = _PAID_FOR_MEMBER.all(connection, whose=member.bytes)
    return tuple(Paid(date.fromisoformat(row.day), row.id, row.cost_vnd) for row in rows)


def write_units(connection: Connection, record: Written, member: UUID, brought_by: UUID) -> None:
    """Write the stamps and tickets that a record brings or takes.

    Args:
        brought_by: The bill they belong to, or the record that gave them without one.
    """
    moves = from_json(record.outcome.get("unit_moves", ()), tuple[UnitMove, ...])
    for index, move in enumerate(moves):
        _ADD_UNITS.add(
            connection,
            member=member.bytes,
            id=uuid5(record.id, f"unit:{index}").bytes,
            unit=move.unit,
            count=move.count,
            kind=move.kind.value,
            at_ms=record.at_ms,
            bill=brought_by.bytes,
        )


def counted_of(connection: Connection, bill: UUID) -> tuple[Counted, ...]:
    """Say what a bill counts for now, after its returns so far."""
    return tuple(
        Counted(row.id, row.times, row.points, row.cost_vnd)
        for row in _OF_BILL.all(connection, which=bill.bytes)
    )


def given_between(connection: Connection, member: UUID, which: str, first: date, last: date) -> Given:
    """Say what a rule, a reward or (by ``""``) the program has given a member from one day to another."""
    row = _TO_MEMBER.first(
        connection,
        whose=member.bytes,
        which=which,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    assert row is not None
    return Given(row.times, row.points)


def cost_between(connection: Connection, budget: str, first: date, last: date) -> int:
    """Say what the rules of a budget have cost from one day to another, for all members."""
    return int(_to_all(connection, budget, first, last).cost_vnd)


def times_on(connection: Connection, reward: str, day: date) -> int:
    """Say how often a reward was given on a business day, to all members."""
    return int(_to_all(connection, reward, day, day).times)


def _to_all(connection: Connection, which: str, first: date, last: date) -> Any:
    row = _TO_ALL.first(connection, which=which, first=first.isoformat(), last=last.isoformat())
    assert row is not None
    return row


def units_of(connection: Connection, member: UUID) -> dict[str, int]:
    """Add up a member's stamps and tickets, by the id of card or draw; a debt is below zero."""
    return {row.unit: row.count for row in _UNITS.all(connection, whose=member.bytes) if row.count}
