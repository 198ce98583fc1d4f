"""What the fees of memberships earn in a replay, as at the till, and what of it a refund takes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.counted import Counted, difference
from loyalpos.engine.fees import counts_that_stay, earned_by_fee
from loyalpos.engine.footing import Standing
from loyalpos.engine.limits import Had
from loyalpos.engine.memberships import Ended
from loyalpos.engine.program import Program
from loyalpos.engine.replay_counts import Books, Counts
from loyalpos.engine.replay_purse import Purse

__all__ = ["FeeBook"]


class _Fee(Struct, frozen=True):
    """What one fee earned: on which day, the lot of its points, and what they count for."""

    day: date
    points: int
    lot: UUID | None
    given: tuple[Counted, ...]


class FeeBook:
    """The fees of one member."""

    def __init__(self, program: Program, purse: Purse, books: Books, counts: Counts) -> None:
        self._program = program
        self._purse = purse
        self._books = books
        self._counts = counts
        self._fees: dict[str, _Fee] = {}

    def earn(self, sale: str, fee_vnd: int, standing: Standing, at: datetime) -> int:
        """Give what a fee earns, and say how many points.

        Args:
            sale: What the end calls it by.
        """
        # A fee is paid beside all bills: it neither takes their remainder nor leaves one.
        earned = earned_by_fee(self._program, replace(standing, carry=Fraction(0)), fee_vnd)
        self._fees[sale] = _Fee(standing.day, earned.points, self._purse.add(earned.points, at), earned.given)
        self._move(standing.day, earned.given)
        return earned.points

    def refund(self, sale: str, ended: Ended, at: datetime) -> int:
        """Take back what the refunded part of a fee had earned, and say how many points less that is."""
        fee = self._fees.pop(sale, None)
        if fee is None or not ended.refund_vnd:
            return 0
        taken = self._purse.take_back(fee.points, fee.lot, at)
        again = min(taken, fee.points * ended.used_vnd // ended.sold.fee_vnd)
        self._purse.add(again, at)
        stays = counts_that_stay(fee.given, fee.points, ended)
        self._move(fee.day, difference(fee.given, stays))
        return taken - again

    def _move(self, day: date, given: Iterable[Counted]) -> None:
        moves = tuple(given)
        self._counts.count(day, (Had(one.id, one.times, one.points) for one in moves))
        self._books.spend(day, {one.id: one.cost_vnd for one in moves if one.cost_vnd})
