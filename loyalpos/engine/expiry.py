"""Which instant the lots of a member are judged by, and what staying away does to them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.ledger import Account, Lot
from loyalpos.engine.points_end import ending_by
from loyalpos.engine.program import ExpiryKind, Program
from loyalpos.engine.times import ShopTime, add_months

__all__ = ["CLOCK_TRUST", "Absence", "Lives", "expiry_clock"]

CLOCK_TRUST = timedelta(days=2)
"""How far ahead of the newest record the clock is believed where points would be lost."""


def expiry_clock(program: Program, shop: ShopTime, *, now: datetime, newest: datetime | None) -> datetime:
    """Give the instant by which lots count as over.

    It is now, with two exceptions in the member's favour: in a blackout it stands still at the
    blackout's beginning, and it never runs more than :data:`CLOCK_TRUST` ahead of the newest
    record, so that a wrong clock takes nobody's points.

    Args:
        newest: When the newest record of the journal was made; None in an empty journal.
    """
    trusted = now if newest is None else min(now, newest + CLOCK_TRUST)
    day = first = shop.business_day(trusted)
    while program.in_blackout(first):
        # Blackouts that touch or overlap are one: no day inside may start the clock again.
        first = min(blackout.first for blackout in program.blackouts if blackout.covers(first))
        first -= timedelta(days=1)
    return trusted if first == day else shop.day_ends(first)


class Absence(Struct, frozen=True):
    """The rule that a member's whole balance ends after so many months without a bill.

    It is about points that have no last day of their own. They end with the last of so many months from
    the member's last bill on; those that came in later, as a gift does, live that long by themselves.

    Attributes:
        since: The first day the rule rules; nobody's absence counts from before. None is for ever.
    """

    months: int
    shop: ShopTime
    since: date | None = None

    @classmethod
    def under(cls, program: Program, shop: ShopTime, since: date | None = None) -> Absence | None:
        """Give the rule of a program, or None where staying away costs nothing."""
        if program.expiry.kind is not ExpiryKind.INACTIVITY:
            return None
        return cls(program.expiry.count, shop, since)

    def dated(self, account: Account, seen: datetime | None) -> Account:
        """Give the lots of an account the end that they have if nobody comes; the next to end first.

        Args:
            seen: When the member's last bill was, or None.
        """
        lots = (
            replace(lot, expires_at=self._ends(lot, seen)) if lot.expires_at is None else lot
            for lot in account.lots
        )
        return replace(account, lots=tuple(sorted(lots, key=_ending)))

    def seen_too_long_ago(self, alive_at: datetime) -> datetime | None:
        """Give the first instant such that points and bills from then on still live; None where all do."""
        over = self.shop.business_day(alive_at) - timedelta(days=1)
        day = add_months(over, -self.months)
        while add_months(day + timedelta(days=1), self.months) <= over:
            # The 28th of February is a month after four days of January.
            day += timedelta(days=1)
        if self.since is not None and day < self.since:
            return None
        return self.shop.day_ends(day)

    def _ends(self, lot: Lot, seen: datetime | None) -> datetime:
        day = self.shop.business_day(lot.earned_at if seen is None else max(lot.earned_at, seen))
        if self.since is not None:
            day = max(day, self.since)
        return self.shop.day_ends(add_months(day, self.months))


class Lives(Struct, frozen=True):
    """What ends points beside a last day of their own.

    Attributes:
        absence: What staying away does, or None where it costs nothing.
        over_at: When all points end, or None where they do not.
    """

    absence: Absence | None = None
    over_at: datetime | None = None

    @classmethod
    def under(cls, program: Program, shop: ShopTime, since: date | None = None) -> Lives:
        """Give what a program says; ``since`` is the first day its rule on absence rules."""
        end = program.points_end
        return cls(Absence.under(program, shop, since), None if end is None else end.over_at(shop))

    def dated(self, account: Account, seen: datetime | None) -> Account:
        """Give the lots of an account the end they have as things stand; the next to end first.

        Args:
            seen: When the member's last bill was, or None.
        """
        if self.absence is not None:
            account = self.absence.dated(account, seen)
        return account if self.over_at is None else ending_by(account, self.over_at)


def _ending(lot: Lot) -> tuple[datetime, datetime, bytes]:
    assert lot.expires_at is not None
    return lot.expires_at, lot.earned_at, lot.id.bytes
