"""Memberships that are paid for: sold, renewed, on a bill, and ended early."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Redemption
from loyalpos.engine.plans import PlanState, state_of
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import MemberPrice, Membership
from loyalpos.engine.times import add_months

__all__ = [
    "MEMBERSHIP_KIND",
    "MEMBER_PRICE_KIND",
    "Covered",
    "Ended",
    "MembershipProblem",
    "Sold",
    "coverages",
    "covered_until",
    "end_early",
    "held_for_ever",
    "is_active",
    "is_over",
    "member_discount",
    "notice_due",
    "sell",
]

MEMBERSHIP_KIND = "membership"
"""The kind of the line that a membership's discount is on a bill."""

MEMBER_PRICE_KIND = "member_price"
"""Its kind where an item costs a member less than that."""

_FOR_EVER = date.max


class MembershipProblem(StrEnum):
    """Why a membership cannot be sold to a member, or ended."""

    NOT_ON_SALE = "not_on_sale"
    FOR_EVER_ALREADY = "for_ever_already"
    OVER = "over"


class Sold(Struct, frozen=True):
    """A membership as sold once: what was agreed stays, whatever the program says later.

    Attributes:
        id: The sale's own.
        membership: By its id in the program.
        name: What it is called.
        first: The first day it counts.
        until: The first day it no longer does; None is for ever.
        fee_vnd: What was paid.
        discount_bp: What comes off every bill.
        refundable: Whether unused days are refunded.
        anchor: The day its months are counted from, which renewals without a gap keep, so that the 31st
            comes back after a February.
        months: How many months from the anchor it ends; 0 for ever.
        package: What else it brings, in the owner's words.
    """

    id: UUID
    membership: str
    name: str
    first: date
    until: date | None
    fee_vnd: int
    discount_bp: int
    refundable: bool
    anchor: date
    months: int
    package: str = ""


def sell(
    program: Program, membership: Membership, sold: Iterable[Sold], *, sale: UUID, day: date
) -> Sold | MembershipProblem:
    """Sell a membership, or renew it: before its end it goes on from there, after it from the day of sale.

    Args:
        sold: All that this member was sold, of any membership, ended ones as they were left.
        sale: The id of this sale.
        day: The business day of the sale, which counts.
    """
    if state_of(program, membership.plan, day) is not PlanState.RUNNING:
        return MembershipProblem.NOT_ON_SALE
    last = _last(sold, membership.id, day)
    if last is not None and last.until is None:
        return MembershipProblem.FOR_EVER_ALREADY
    goes_on = last is not None and last.until == add_months(last.anchor, last.months)
    first = day if last is None or last.until is None else last.until
    anchor = last.anchor if last is not None and goes_on else first
    before = last.months if last is not None and goes_on else 0
    months = 0 if membership.months is None else before + membership.months
    return Sold(
        sale,
        membership.id,
        membership.name,
        first,
        add_months(anchor, months) if months else None,
        membership.fee_vnd,
        membership.discount_bp,
        membership.refundable,
        anchor,
        months,
        membership.package,
    )


def is_active(sold: Sold, day: date) -> bool:
    """Tell whether a sold membership counts on a day."""
    return sold.first <= day and (sold.until is None or day < sold.until)


def covered_until(sold: Iterable[Sold], membership: str, day: date) -> date | None:
    """Give the first day without a membership, renewals included: today if there is none, None for ever."""
    last = _last(sold, membership, day)
    return day if last is None else last.until


def notice_due(membership: Membership, sold: Iterable[Sold], day: date) -> date | None:
    """Give the day a membership ends, in the days before it in which a member is to be told.

    That is from ``notice_days`` before the end on; a renewal ends it.
    """
    ends = covered_until(sold, membership.id, day)
    if ends is None or ends <= day or day < ends - timedelta(days=membership.notice_days):
        return None
    return ends


class Covered(Struct, frozen=True):
    """A membership a member has on a day.

    Attributes:
        name: What it is called.
        discount_bp: What comes off every bill.
        package: What else it brings.
        until: The first day without it, renewals included; None is for ever.
        is_due: Whether the member is to be told of the end.
    """

    name: str
    discount_bp: int
    package: str
    until: date | None
    is_due: bool


def coverages(program: Program, sold: Iterable[Sold], day: date) -> tuple[Covered, ...]:
    """List the memberships that count on a day; of one sold twice for it, what comes off more."""
    periods = tuple(sold)
    active: dict[str, Sold] = {}
    for one in sorted(periods, key=lambda one: one.discount_bp):
        if is_active(one, day):
            active[one.membership] = one
    known = {membership.id: membership for membership in program.memberships}
    return tuple(
        Covered(
            one.name,
            one.discount_bp,
            one.package,
            covered_until(periods, which, day),
            which in known and notice_due(known[which], periods, day) is not None,
        )
        for which, one in active.items()
    )


def member_discount(program: Program, sold: Iterable[Sold], *, day: date, bill: Bill) -> Redemption | None:
    """Price what a membership takes off a bill before rewards; of several the one that takes most.

    Its share was agreed with its sale; what members pay for items is what the program says on the day. A line
    of such an item costs the member's price or less the share, whichever is less; all of it is rounded down
    once.

    Returns:
        A line that costs no points, or None where nothing comes off.
    """
    prices = {one.id: one.prices for one in program.memberships}
    best: Redemption | None = None
    for one in sold:
        if not is_active(one, day):
            continue
        share_vnd = bill.total_vnd * one.discount_bp // 10_000
        off_vnd = _off_items(bill, prices.get(one.membership, ()), one.discount_bp)
        kind = MEMBERSHIP_KIND if off_vnd == share_vnd else MEMBER_PRICE_KIND
        if off_vnd > (0 if best is None else best.value_vnd):
            best = Redemption(one.membership, kind, one.name, 0, off_vnd)
    return best


def held_for_ever(program: Program, memberships: Iterable[str], member: UUID) -> tuple[Sold, ...]:
    """Give memberships as if they had been sold without an end, for a member of a case."""
    known = {one.id: one for one in program.memberships}
    return tuple(
        Sold(
            member,
            one.id,
            one.name,
            date.min,
            None,
            one.fee_vnd,
            one.discount_bp,
            one.refundable,
            date.min,
            0,
            one.package,
        )
        for one in (known[which] for which in memberships)
    )


def _off_items(bill: Bill, prices: tuple[MemberPrice, ...], discount_bp: int) -> int:
    """Work out what comes off together, at most the whole bill."""
    price_of = {price.item: price.price_vnd for price in prices}
    priced_vnd, off = 0, 0
    for line in bill.lines if price_of else ():
        if line.item in price_of and line.quantity > 0 and line.amount_vnd > 0:
            priced_vnd += line.amount_vnd
            less_vnd = line.amount_vnd - price_of[line.item] * line.quantity
            off += max(less_vnd * 10_000, line.amount_vnd * discount_bp)
    off += max(0, bill.total_vnd - priced_vnd) * discount_bp
    return min(bill.total_vnd, off // 10_000)


class Ended(Struct, frozen=True):
    """A membership ended early: as it stands now, and the fee cut in two.

    ``refund_vnd`` goes back to the member, ``used_vnd`` stays in the shop; together they are the fee.
    """

    sold: Sold
    refund_vnd: int
    used_vnd: int


def end_early(sold: Sold, day: date) -> Ended:
    """End a sold membership with a day, which still counts, and work out what is refunded.

    The refund is ``fee_vnd x days unused // days paid for``, in whole đồng rounded down. A period that has
    not begun is refunded whole, and one that has no end, or is over, not at all. Where the membership is
    not refundable the refund is 0. Periods bought ahead are ended each for itself.
    """
    if sold.until is None:
        stops = max(sold.first, day + timedelta(days=1))
        refund_vnd = 0 if sold.first <= day else sold.fee_vnd
    else:
        stops = min(sold.until, max(sold.first, day + timedelta(days=1)))
        refund_vnd = sold.fee_vnd * (sold.until - stops).days // (sold.until - sold.first).days
    if not sold.refundable:
        refund_vnd = 0
    return Ended(replace(sold, until=stops), refund_vnd, sold.fee_vnd - refund_vnd)


def _last(sold: Iterable[Sold], membership: str, day: date) -> Sold | None:
    """Find the last period, or the one that comes last of those bought ahead, if it is not over."""
    return max(
        (one for one in sold if one.membership == membership and not is_over(one, day)),
        key=lambda one: one.until or _FOR_EVER,
        default=None,
    )


def is_over(sold: Sold, day: date) -> bool:
    """Tell whether a sold membership no longer counts on a day or any later one."""
    return sold.until is not None and (sold.until <= day or sold.until <= sold.first)
