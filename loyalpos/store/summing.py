"""A member's summary added up anew from what stands below it."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.visits import IS_VISIT, PAID_VND, last_visit_ms

__all__ = ["sum_anew"]

_SUMS = Prepared(
    f"""
    SELECT
      (SELECT coalesce(sum(points), 0) FROM entry WHERE member = :whose) AS balance,
      (SELECT coalesce(sum(rest), 0) FROM lot WHERE member = :whose) AS rests,
      coalesce(sum(CASE WHEN {IS_VISIT} THEN 1 - whole ELSE 0 END), 0) AS visits,
      coalesce(sum(total_vnd - returned_vnd), 0) AS spend_vnd,
      coalesce(sum({PAID_VND}), 0) AS paid_vnd,
      coalesce(sum(earned - taken_back), 0) AS earned
    FROM bill
    WHERE member = :whose AND member IS NOT NULL
    """
)
_CARRIES = Prepared(
    "SELECT carry_delta FROM bill WHERE member = :whose AND member IS NOT NULL"
    " AND carry_delta NOT IN ('0', '0/1')"
)
_SUM_UP = Prepared(
    """
    UPDATE summary
    SET balance = :balance, debt = :debt, carry = :carry, visits = :visits, spend_vnd = :spend_vnd,
      paid_vnd = :paid_vnd, earned = :earned, last_visit_ms = :last_visit_ms
    WHERE member = :whose
    """
)


def sum_anew(connection: Connection, whose: UUID) -> None:
    """Write a member's summary as entries, lots and bills add up."""
    sums = _SUMS.first(connection, whose=whose.bytes)
    assert sums is not None
    carries = _CARRIES.all(connection, whose=whose.bytes)
    carry = sum((Fraction(row.carry_delta) for row in carries), Fraction(0))
    _SUM_UP.run(
        connection,
        whose=whose.bytes,
        balance=sums.balance,
        debt=sums.rests - sums.balance,
        carry=f"{carry.numerator}/{carry.denominator}",
        visits=sums.visits,
        spend_vnd=sums.spend_vnd,
        paid_vnd=sums.paid_vnd,
        earned=sums.earned,
        last_visit_ms=last_visit_ms(connection, whose),
    )
