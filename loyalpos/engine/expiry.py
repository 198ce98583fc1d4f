"""Which instant the lots of a member are judged by."""

from __future__ import annotations

from datetime import datetime, timedelta

from loyalpos.engine.program import Program
from loyalpos.engine.times import ShopTime

__all__ = ["CLOCK_TRUST", "expiry_clock"]

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
