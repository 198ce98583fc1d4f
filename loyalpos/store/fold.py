"""The books added up a second way: summaries against entries, lots and bills."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

import sqlalchemy as sa

from loyalpos.store import program_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.visits import IS_VISIT, PAID_VND

__all__ = ["members_out_of_balance"]


def members_out_of_balance(connection: Connection, most: int = 100) -> tuple[UUID, ...]:
    """Name members whose summary is not what their entries, lots and bills add up to.

    A balance is the sum of all entries and also the rests of all lots less the debt; visits, spend and
    what tiers count are those of the bills that stand; the remainder is the sum of what bills left of it.
    What caps count of a bill is what stands of its points, and of a bill that came back whole nothing is
    counted, no stamp is left, and no voucher is good or used.
    """
    entries = _sums(connection, tables.entry.c.member, sa.func.sum(tables.entry.c.points))
    rests = _sums(connection, tables.lot.c.member, sa.func.sum(tables.lot.c.rest))
    standing = connection.execute(
        sa.select(
            tables.bill.c.member,
            sa.func.sum(sa.case((sa.literal_column(IS_VISIT), 1 - tables.bill.c.whole), else_=0)).label(
                "visits"
            ),
            sa.func.sum(tables.bill.c.total_vnd - tables.bill.c.returned_vnd).label("spend"),
            sa.func.sum(sa.literal_column(PAID_VND)).label("paid"),
            sa.func.sum(tables.bill.c.earned - tables.bill.c.taken_back).label("earned"),
        )
        .where(tables.bill.c.member.is_not(None))
        .group_by(tables.bill.c.member)
    )
    bills = {row.member: (row.visits, row.spend, row.paid, row.earned) for row in standing}
    carried: dict[bytes, Fraction] = {}
    for row in connection.execute(
        sa.select(tables.bill.c.member, tables.bill.c.carry_delta).where(
            tables.bill.c.member.is_not(None), tables.bill.c.carry_delta.not_in(("0", "0/1"))
        )
    ):
        carried[row.member] = carried.get(row.member, Fraction(0)) + Fraction(row.carry_delta)
    counts = _members_miscounted(connection)
    wrong: list[UUID] = []
    for row in connection.execute(sa.select(tables.summary).execution_options(yield_per=1000)):
        agrees = (
            row.balance == entries.get(row.member, 0) == rests.get(row.member, 0) - row.debt
            and (row.visits, row.spend_vnd, row.paid_vnd, row.earned) == bills.get(row.member, (0, 0, 0, 0))
            and Fraction(row.carry) == carried.get(row.member, Fraction(0))
            and row.member not in counts
        )
        if not agrees:
            wrong.append(UUID(bytes=row.member))
            if len(wrong) == most:
                break
    return tuple(wrong)


def _members_miscounted(connection: Connection) -> set[bytes]:
    """Name members of whose bills the counts of limits, caps and budgets, units or vouchers cannot be."""
    per_bill = (
        sa.select(
            program_tables.given.c.member,
            program_tables.given.c.bill,
            program_tables.given.c.id,
            sa.func.sum(program_tables.given.c.times).label("times"),
            sa.func.sum(program_tables.given.c.points).label("points"),
            sa.func.sum(program_tables.given.c.cost_vnd).label("cost_vnd"),
        )
        .group_by(program_tables.given.c.member, program_tables.given.c.bill, program_tables.given.c.id)
        .subquery()
    )
    counts = sa.select(per_bill.c.member).join(tables.bill, tables.bill.c.id == per_bill.c.bill)
    units = (
        sa.select(program_tables.unit_entry.c.member)
        .join(tables.bill, tables.bill.c.id == program_tables.unit_entry.c.bill)
        .where(tables.bill.c.whole == 1)
        .group_by(
            program_tables.unit_entry.c.member,
            program_tables.unit_entry.c.bill,
            program_tables.unit_entry.c.unit,
        )
        .having(sa.func.sum(program_tables.unit_entry.c.count) > 0)
    )
    of_caps = (per_bill.c.id == "") & (per_bill.c.points != tables.bill.c.earned - tables.bill.c.taken_back)
    is_counted = (per_bill.c.times != 0) | (per_bill.c.points != 0) | (per_bill.c.cost_vnd != 0)
    below_none = (per_bill.c.times < 0) | (per_bill.c.cost_vnd < 0)
    odd = counts.where(of_caps | below_none | ((tables.bill.c.whole == 1) & is_counted))
    earned = (
        sa.select(program_tables.voucher.c.member)
        .join(tables.bill, tables.bill.c.id == program_tables.voucher.c.bill)
        .where(tables.bill.c.whole == 1, program_tables.voucher.c.earned == 1)
    )
    used = (
        sa.select(program_tables.voucher.c.member)
        .join(tables.bill, tables.bill.c.id == program_tables.voucher.c.used_in)
        .where(tables.bill.c.whole == 1)
    )
    return {whose for each in (odd, units, earned, used) for whose in connection.execute(each).scalars()}


def _sums(connection: Connection, whose: object, total: object) -> dict[bytes, int]:
    rows = connection.execute(sa.select(whose, total).group_by(whose))  # type: ignore[call-overload]
    return {row[0]: int(row[1]) for row in rows}
