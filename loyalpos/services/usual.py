"""What is usual in the shop, as its own bills say: for the advisor."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from msgspec import Struct

from loyalpos.engine.advice import usual_gap_days
from loyalpos.services.shop import Shop
from loyalpos.store.usual import balances, totals_and_days

__all__ = ["Standing", "Usual", "standing_of", "usual_of"]

_DAYS: Final = 365
_MOST_BILLS: Final = 20_000
_FEW: Final = 20
"""Fewer bills say nothing."""


class Usual(Struct, frozen=True):
    """This is the median bill of a member and the median gap between two visits; None where unknown."""

    bill_vnd: int | None = None
    gap_days: int | None = None


class Standing(Struct, frozen=True):
    """This is whom another program would meet: all members, those with points, and their points together."""

    members: int
    holders: int
    points: int


def standing_of(shop: Shop) -> Standing:
    """Count the members and what they have."""
    with shop.file.read() as connection:
        return Standing(*balances(connection))


def usual_of(shop: Shop) -> Usual:
    """Look at the members' bills of the last year, whole returns left out."""
    today = shop.time.business_day(shop.now())
    with shop.file.read() as connection:
        totals, days = totals_and_days(connection, today - timedelta(days=_DAYS), _MOST_BILLS)
    if len(totals) < _FEW:
        return Usual()
    return Usual(sorted(totals)[(len(totals) - 1) // 2], usual_gap_days(days.values()))
