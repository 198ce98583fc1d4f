"""A bill that is paid in parts: what it has earned so far, and what a payment brings.

What a bill has earned is a matter of what is left of it and of what is paid of that, whatever way led there:
the inputs frozen with it decide, as for a return. So its payments bring together what the bill paid at once
would have brought, wherever a larger bill never earns less (see :func:`loyalpos.engine.payments.pay`), and a
return takes back exactly what stands. Limits and budgets are those of the moment the bill was recorded.

Where points come as a bill is paid, the part that is not paid counts as if it were not there: lines, discount
and tax are there in exactly the fraction the total is. A bill of which nothing is paid has earned nothing.
A later payment tells its tender as a bill does; one that tells none is counted by no rule for a tender.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.bills import Bill
from loyalpos.engine.earn_lines import Earning
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Footing
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import PartPaid, Program
from loyalpos.engine.tenders import told_later, told_whole
from loyalpos.errors import NotPaidInParts, PaymentTooLarge, Refusal

__all__ = [
    "Debtor",
    "Owed",
    "earn_as_typed",
    "earn_once_paid",
    "earned_so_far",
    "open_of",
    "payment_undone",
    "refused_in_parts",
    "settled_by",
]


class Owed(Struct, frozen=True):
    """A bill of which something is still to be paid."""

    bill: UUID
    day: date
    number: str | None
    total_vnd: int
    open_vnd: int
    revision: int = 0


class Debtor(Struct, frozen=True):
    """A member's bill of which something is still to be paid, and whom to ask for it."""

    member: UUID
    name: str | None
    phone: Phone | None
    owed: Owed
    days: int


def payment_undone(payment: UUID) -> UUID:
    """Name the undoing of a payment, equally on every till."""
    return uuid5(payment, "undone")


def settled_by(reversal: UUID) -> UUID:
    """Name what comes with a return that leaves nothing to be paid of its bill, equally on every till."""
    return uuid5(reversal, "settled")


def open_of(bill: Bill, due_vnd: int) -> int:
    """Say what of a bill is to be paid later."""
    return 0 if bill.paid_vnd is None else max(0, due_vnd - bill.paid_vnd)


def refused_in_parts(program: Program, paid_vnd: int, due_vnd: int) -> tuple[Refusal, ...]:
    """Say why a bill cannot be paid in parts, or not so much of it at once."""
    if program.part_paid is PartPaid.NO and paid_vnd < due_vnd:
        return (NotPaidInParts(),)
    return (PaymentTooLarge(due_vnd, paid_vnd),) if not 0 <= paid_vnd <= due_vnd else ()


def earn_as_typed(program: Program, footing: Footing, bill: Bill, off_vnd: int) -> Earning:
    """Work out what a bill earns with what is paid of it at once.

    Args:
        footing: What the member brings.
        off_vnd: What rewards and points take off the bill's total.
    """
    open_vnd = open_of(bill, bill.total_vnd - off_vnd)
    if not open_vnd:
        return earn(program, footing, bill, off_vnd)
    whole = told_whole(bill, bill.total_vnd - off_vnd - open_vnd)
    return earned_so_far(program, footing, whole, off_vnd, left_vnd=bill.total_vnd, open_vnd=open_vnd)


def earn_once_paid(program: Program, footing: Footing, bill: Bill, off_vnd: int) -> Earning:
    """Work out what a bill will have earned when all of it is paid; how the rest will be, nobody knows.

    Args:
        footing: What the member brings.
        off_vnd: What rewards and points take off the bill's total.
    """
    due_vnd = bill.total_vnd - off_vnd
    open_vnd = open_of(bill, due_vnd)
    whole = told_later(told_whole(bill, due_vnd - open_vnd), due_vnd - open_vnd, open_vnd)
    return earn(program, footing, whole, off_vnd, left_vnd=bill.total_vnd)


def earned_so_far(
    program: Program, footing: Footing, bill: Bill, off_vnd: int, *, left_vnd: int, open_vnd: int
) -> Earning:
    """Work out what a bill that is not wholly paid has earned.

    Args:
        bill: One whose tenders come to what was paid at first.
        off_vnd: What is off the part that is left.
        left_vnd: What returns have left of the total.
        open_vnd: What of that is still to be paid, above nothing.
    """
    paid_vnd = left_vnd - off_vnd - open_vnd
    if program.part_paid is PartPaid.WHEN_PAID or paid_vnd <= 0:
        return Earning(0, (), 0, footing.carry)
    return earn(program, footing, bill, off_vnd, left_vnd=left_vnd - open_vnd)
