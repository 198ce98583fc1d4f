"""A later payment for a bill that was not paid at once."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.bills import RecordedBill, Redemption, TenderPart
from loyalpos.engine.counted import Counted, counted_in
from loyalpos.engine.earn_lines import Earning, UnitsGiven
from loyalpos.engine.frozen import earned_by_rest
from loyalpos.engine.program import PartPaid, Program
from loyalpos.engine.units_given import missing_units, more_units
from loyalpos.errors import PaymentTooLarge

__all__ = ["Payment", "after_payment", "counted_paid", "pay", "settle"]


class Payment(Struct, frozen=True):
    """What a payment brings.

    Attributes:
        points: What it adds to what stands of the bill's points.
        units: Stamps, tickets and vouchers that come with it.
        earning: What the bill has earned now, with the lines that explain it.
        tender: How it is made; None where nobody told.
    """

    amount_vnd: int
    points: int
    carry_delta: Fraction
    units: tuple[UnitsGiven, ...]
    earning: Earning
    tender: str | None = None


def pay(program: Program, bill: RecordedBill, amount_vnd: int, tender: str | None = None) -> Payment:
    """Work out what a payment brings: what the bill has earned with it, less what stands of that.

    Nothing is taken where a larger bill earns less: there the payments may bring more than the bill paid at
    once (a band that falls, a poor rule that shuts out a rich one).

    Args:
        program: The revision the bill was recorded under.
        tender: How it is paid; None is told of nobody, and counts for no rule that asks.

    Raises:
        PaymentTooLarge: More is paid than is open, or not more than nothing.
    """
    if not 0 < amount_vnd <= bill.open_vnd:
        raise PaymentTooLarge(bill.open_vnd, amount_vnd)
    return _payment(program, bill, amount_vnd, tender)


def settle(program: Program, bill: RecordedBill, struck_vnd: int) -> Payment | None:
    """Work out what comes where a return leaves nothing to be paid of a bill that earns when it is paid.

    Args:
        bill: The bill as the return leaves it.
        struck_vnd: What of it the return has made never to be paid.

    Returns:
        A payment of nothing, or None where the return did not bring that about.
    """
    if not struck_vnd or bill.open_vnd or bill.whole or program.part_paid is not PartPaid.WHEN_PAID:
        return None
    return _payment(program, bill, 0)


def _payment(program: Program, bill: RecordedBill, amount_vnd: int, tender: str | None = None) -> Payment:
    open_vnd = bill.open_vnd - amount_vnd
    paid = replace(bill, open_vnd=open_vnd, later=_with(bill.later, tender, amount_vnd))
    earning = earned_by_rest(program, paid, bill.left_vnd, open_vnd)
    return Payment(
        amount_vnd,
        max(0, earning.points - (bill.earned - bill.taken_back)),
        earning.carry_delta - bill.carry_delta,
        missing_units(earning.units, bill.units),
        earning,
        tender,
    )


def _with(later: tuple[TenderPart, ...], tender: str | None, amount_vnd: int) -> tuple[TenderPart, ...]:
    return later if tender is None else (*later, TenderPart(tender, amount_vnd))


def after_payment(bill: RecordedBill, paid: Payment, lot: UUID | None = None) -> RecordedBill:
    """Give a bill as a payment leaves it.

    Args:
        lot: What the points of the payment came into.
    """
    return replace(
        bill,
        earned=bill.earned + paid.points,
        earned_lots=bill.earned_lots if lot is None else bill.earned_lots | {lot},
        carry_delta=bill.carry_delta + paid.carry_delta,
        units=more_units(bill.units, paid.units),
        open_vnd=bill.open_vnd - paid.amount_vnd,
        later=_with(bill.later, paid.tender, paid.amount_vnd),
    )


def counted_paid(
    program: Program, bill: RecordedBill, paid: Payment, redemptions: tuple[Redemption, ...]
) -> tuple[Counted, ...]:
    """Say what a bill counts for after a payment.

    Args:
        bill: The bill as it stood before the payment.
    """
    stands = bill.earned - bill.taken_back + paid.points
    return tuple(
        Counted("", one.times, stands) if not one.id else one
        for one in counted_in(program, paid.earning, redemptions)
    )
