"""The books added up a second way: summaries against entries, lots and bills."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from sqlalchemy import Connection, func, select

from loyalpos.store.bills import PAID_VND
from loyalpos.store.program_tables import given, unit_entry, voucher
from loyalpos.store.tables import bill, entry, lot, summary

__all__ = ["members_out_of_balance"]


def members_out_of_balance(connection: Connection, most: int = 100) -> tuple[UUID, ...]:
    """Name members whose summary is not what their entries, lots and bills add up to.

    A balance is the sum of all entries and also the rests of all lots less the debt; visits, spend and
    what tiers count are those of the bills that stand; the remainder is the sum of what bills left of it.
    What caps count of a bill is what stands of its points, and of a bill that came back whole nothing is
    counted, no stamp is left, and no voucher is good or used.
    """
    entries = _sums(connection, entry.c.member, func.sum(entry.c.points))
    rests = _sums(connection, lot.c.member, func.sum(lot.c.rest))
    standing = connection.execute(
        select(
            bill.c.member,
            func.sum(1 - bill.c.whole).label("visits"),
            func.sum(bill.c.total_vnd - bill.c.returned_vnd).label("spend"),
            func.sum(PAID_VND).label("paid"),
            func.sum(bill.c.earned - bill.c.taken_back).label("earned"),
        )
        .where(bill.c.member.is_not(None))
        .group_by(bill.c.member)
    )
    bills = {row.member: (row.visits, row.spend, row.paid, row.earned) for row in standing}
    carried: dict[bytes, Fraction] = {}
    for row in connection.execute(
        select(bill.c.member, bill.c.carry_delta).where(
            bill.c.member.is_not(None), bill.c.carry_delta.not_in(("0", "0/1"))
        )
    ):
        carried[row.member] = carried.get(row.member, Fraction(0)) + Fraction(row.carry_delta)
    counts = _members_miscounted(connection)
    wrong: list[UUID] = []
    for row in connection.execute(select(summary).execution_options(yield_per=1000)):
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
        select(
            given.c.member,
            given.c.bill,
            given.c.id,
            func.sum(given.c.times).label("times"),
            func.sum(given.c.points).label("points"),
            func.sum(given.c.cost_vnd).label("cost_vnd"),
        )
        .group_by(given.c.member, given.c.bill, given.c.id)
        .subquery()
    )
    counts = select(per_bill.c.member).join(bill, bill.c.id == per_bill.c.bill)
    units = (
        select(unit_entry.c.member)
        .join(bill, bill.c.id == unit_entry.c.bill)
        .where(bill.c.whole == 1)
        .group_by(unit_entry.c.member, unit_entry.c.bill, unit_entry.c.unit)
        .having(func.sum(unit_entry.c.count) > 0)
    )
    of_caps = (per_bill.c.id == "") & (per_bill.c.points != bill.c.earned - bill.c.taken_back)
    is_counted = (per_bill.c.times != 0) | (per_bill.c.points != 0) | (per_bill.c.cost_vnd != 0)
    below_none = (per_bill.c.times < 0) | (per_bill.c.cost_vnd < 0)
    odd = counts.where(of_caps | below_none | ((bill.c.whole == 1) & is_counted))
    earned = (
        select(voucher.c.member)
        .join(bill, bill.c.id == voucher.c.bill)
        .where(bill.c.whole == 1, voucher.c.earned == 1)
    )
    used = select(voucher.c.member).join(bill, bill.c.id == voucher.c.used_in).where(bill.c.whole == 1)
    return {whose for each in (odd, units, earned, used) for whose in connection.execute(each).scalars()}


def _sums(connection: Connection, whose: object, total: object) -> dict[bytes, int]:
    rows = connection.execute(select(whose, total).group_by(whose))  # type: ignore[call-overload]
    return {row[0]: int(row[1]) for row in rows}
