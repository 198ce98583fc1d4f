"""Good causes: what members have given, and the total that hangs on the wall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from loyalpos.engine.side_programs import Cause

__all__ = ["CauseTotal", "Donation", "cause_totals", "donate", "taken_back"]


@dataclass(frozen=True, slots=True)
class Donation:
    """An entry in the ledger of causes; what is taken back is an entry below nothing.

    ``point_vnd`` is what a point was worth to the cause on that day: the owner may change it later.
    """

    cause: str
    day: date
    points: int
    point_vnd: int

    @property
    def value_vnd(self) -> int:
        """What the shop owes the cause for it."""
        return self.points * self.point_vnd


@dataclass(frozen=True, slots=True)
class CauseTotal:
    """What a cause has been given; ``times`` counts what was not taken back."""

    cause: Cause
    points: int
    value_vnd: int
    times: int


def donate(cause: Cause, points: int, day: date) -> Donation:
    """Give points to a cause."""
    assert points > 0
    return Donation(cause.id, day, points, cause.point_vnd)


def taken_back(donation: Donation, day: date) -> Donation:
    """Take a donation back because the bill it was made with was returned as a whole, or undone."""
    return Donation(donation.cause, day, -donation.points, donation.point_vnd)


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
            sum(1 if one.points > 0 else -1 for one in counted if one.cause == cause.id),
        )
        for cause in causes
    )
