"""The end of the points themselves: until when they are given, and until when they are honoured."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.ledger import GIVEN_BACK_LIFE, Account, Lot, in_eating_order
from loyalpos.engine.times import ShopTime

__all__ = ["PointsEnd", "PointsEnding", "PointsState", "earned_before", "ending_by", "gives_points"]

_TOLD_DAYS = timedelta(days=14)
"""How long before the last day, and after nothing more comes, a member is told."""


class PointsEnd(Struct, frozen=True):
    """When the points end: ``last_day`` is the last on which any are given.

    Those a member holds are good to the end of ``good_to`` and end then; None lets them stay.
    """

    last_day: date
    good_to: date | None = None

    def over_at(self, shop: ShopTime) -> datetime | None:
        """Give the instant at which all points end, or None where they stay."""
        return None if self.good_to is None else shop.day_ends(self.good_to)


class PointsState(StrEnum):
    """What a member is to hear of the end of the points."""

    RUNNING = "running"
    HONOURED = "honoured"
    STAYING = "staying"
    OVER = "over"


class PointsEnding(Struct, frozen=True):
    """The end of the points, as far as a member should hear of it."""

    end: PointsEnd
    state: PointsState

    @classmethod
    def on(cls, end: PointsEnd | None, day: date, balance: int) -> PointsEnding | None:
        """Tell what a member with a balance should hear on a business day.

        Of an end that is near everybody hears; once none are given, who holds some hears to the day they
        end, and for a while after that everybody does.
        """
        if end is None:
            return None
        if day <= end.last_day:
            is_near = end.last_day - day < _TOLD_DAYS
            return cls(end, PointsState.RUNNING) if is_near else None
        if end.good_to is None:
            is_fresh = day - end.last_day <= _TOLD_DAYS
            return cls(end, PointsState.STAYING) if is_fresh else None
        if day <= end.good_to:
            return cls(end, PointsState.HONOURED) if balance > 0 else None
        return cls(end, PointsState.OVER) if day - end.good_to <= _TOLD_DAYS else None


def gives_points(end: PointsEnd | None, day: date) -> bool:
    """Tell whether any points are given on a business day."""
    return end is None or day <= end.last_day


def ending_by(account: Account, over_at: datetime) -> Account:
    """Give no lot of an account a later end than that of all points; the next to end first.

    What comes in after it, as points given back by a return do, lives :data:`GIVEN_BACK_LIFE`.
    """
    return replace(account, lots=in_eating_order(_sooner(lot, over_at) for lot in account.lots))


def earned_before(over_at: datetime, alive_at: datetime) -> datetime | None:
    """Give the instant such that points that came in before it are over; None where all live on."""
    if alive_at < over_at:
        return None
    return max(over_at, alive_at - GIVEN_BACK_LIFE + timedelta(milliseconds=1))


def _sooner(lot: Lot, over_at: datetime) -> Lot:
    ends = over_at if lot.earned_at < over_at else lot.earned_at + GIVEN_BACK_LIFE
    return lot if lot.expires_at is not None and lot.expires_at <= ends else replace(lot, expires_at=ends)
