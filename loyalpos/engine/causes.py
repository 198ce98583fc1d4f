"""Good causes: what members have given, what the shop gives of each bill, and the total for the wall."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from loyalpos.engine.program import Program
from loyalpos.engine.redeemed import BroughtByRewards
from loyalpos.engine.side_programs import Cause

__all__ = [
    "CauseTotal",
    "Donation",
    "cause_totals",
    "donate",
    "donations_by",
    "share_vnd",
    "shares_moved",
    "taken_back",
]


class Donation(Struct, frozen=True):
    """An entry in the ledger of causes; what is taken back is an entry below nothing.

    ``point_vnd`` is what a point was worth to the cause on that day: the owner may change it later. A share
    of a bill has no points, but ``share_vnd``.
    """

    cause: str
    day: date
    points: int
    point_vnd: int
    share_vnd: int = 0

    @property
    def value_vnd(self) -> int:
        """What the shop owes the cause for it."""
        return self.points * self.point_vnd + self.share_vnd


class CauseTotal(Struct, frozen=True):
    """What a cause has been given.

    Attributes:
        points: What members gave, less what was taken back.
        value_vnd: What it comes to, with the shares of bills.
        times: How often points were given that were not taken back.
        share_vnd: What of the value are shares of bills.
    """

    cause: Cause
    points: int
    value_vnd: int
    times: int
    share_vnd: int = 0


def donate(cause: Cause, points: int, day: date) -> Donation:
    """Give points to a cause."""
    assert points > 0
    return Donation(cause.id, day, points, cause.point_vnd)


def donations_by(program: Program, brought: BroughtByRewards, day: date) -> tuple[Donation, ...]:
    """Say what the redemptions of a bill give to causes."""
    causes = {cause.id: cause for cause in program.causes}
    return tuple(
        donate(causes[one.unit], one.count, day)
        for one in brought.donated
        if one.unit in causes and one.count > 0
    )


def taken_back(donation: Donation, day: date) -> Donation:
    """Take a donation back because the bill it was made with was returned as a whole, or undone."""
    return Donation(donation.cause, day, -donation.points, donation.point_vnd, -donation.share_vnd)


def share_vnd(cause: Cause, paid_vnd: int) -> int:
    """Say what of a bill goes to a cause, rounded down.

    Args:
        paid_vnd: What is paid for it in money.
    """
    return paid_vnd * cause.share_bp // 10_000


def shares_moved(program: Program, day: date, *, before_vnd: int, after_vnd: int) -> tuple[Donation, ...]:
    """Say what causes are given of a bill, or lose by a return: the share of what is left of it stays.

    Args:
        program: The one the bill was recorded under.
        before_vnd: What was paid for the bill in money so far; 0 for one that is recorded.
        after_vnd: What is paid for it now; 0 for one that comes back as a whole.
    """
    moved = (
        (cause.id, share_vnd(cause, after_vnd) - share_vnd(cause, before_vnd)) for cause in program.causes
    )
    return tuple(Donation(cause, day, 0, 0, by_vnd) for cause, by_vnd in moved if by_vnd)


def cause_totals(
    causes: tuple[Cause, ...],
    donations: Iterable[Donation],
    *,
    first: date | None = None,
    until: date | None = None,
) -> tuple[CauseTotal, ...]:
    """Add up what each cause was given from ``first`` on and before ``until``, in the program's order."""
    counted = [
        one for one in donations if (first is None or first <= one.day) and (until is None or one.day < until)
    ]
    return tuple(
        CauseTotal(
            cause,
            sum(one.points for one in counted if one.cause == cause.id),
            sum(one.value_vnd for one in counted if one.cause == cause.id),
            sum((one.points > 0) - (one.points < 0) for one in counted if one.cause == cause.id),
            sum(one.share_vnd for one in counted if one.cause == cause.id),
        )
        for cause in causes
    )
