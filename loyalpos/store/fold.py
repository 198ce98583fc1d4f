"""The books added up a second way: summaries against entries, lots and bills."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from sqlalchemy import Connection, func, select

from loyalpos.store.tables import bill, entry, lot, summary

__all__ = ["members_out_of_balance"]


def members_out_of_balance(connection: Connection, most: int = 100) -> tuple[UUID, ...]:
    """Name members whose summary is not what their entries, lots and bills add up to.

    A balance is the sum of all entries and also the rests of all lots less the debt; visits and
    spend are those of the bills that stand; the remainder is the sum of what bills left of it.
    """
    entries = _sums(connection, entry.c.member, func.sum(entry.c.points))
    rests = _sums(connection, lot.c.member, func.sum(lot.c.rest))
    standing = connection.execute(
        select(
            bill.c.member,
            func.sum(1 - bill.c.whole).label("visits"),
            func.sum(bill.c.total_vnd - bill.c.returned_vnd).label("spend"),
        )
        .where(bill.c.member.is_not(None))
        .group_by(bill.c.member)
    )
    bills = {row.member: (row.visits, row.spend) for row in standing}
    carried: dict[bytes, Fraction] = {}
    for row in connection.execute(
        select(bill.c.member, bill.c.carry_delta).where(
            bill.c.member.is_not(None), bill.c.carry_delta.not_in(("0", "0/1"))
        )
    ):
        carried[row.member] = carried.get(row.member, Fraction(0)) + Fraction(row.carry_delta)
    wrong: list[UUID] = []
    for row in connection.execute(select(summary).execution_options(yield_per=1000)):
        agrees = (
            row.balance == entries.get(row.member, 0) == rests.get(row.member, 0) - row.debt
            and (row.visits, row.spend_vnd) == bills.get(row.member, (0, 0))
            and Fraction(row.carry) == carried.get(row.member, Fraction(0))
        )
        if not agrees:
            wrong.append(UUID(bytes=row.member))
            if len(wrong) == most:
                break
    return tuple(wrong)


def _sums(connection: Connection, whose: object, total: object) -> dict[bytes, int]:
    rows = connection.execute(select(whose, total).group_by(whose))  # type: ignore[call-overload]
    return {row[0]: int(row[1]) for row in rows}
