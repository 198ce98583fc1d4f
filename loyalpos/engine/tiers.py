"""Tiers: what a member reaches by spending, points or visits, and what it brings."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

__all__ = ["Over", "Reached", "Tier", "TierPlan", "measured_by"]


class Reached(StrEnum):
    """What is measured: đồng paid, points earned, or bills."""

    SPEND = "spend"
    POINTS = "points"
    VISITS = "visits"


class Over(StrEnum):
    """The span that is measured: the last twelve months, this calendar year, or all time."""

    TWELVE_MONTHS = "twelve_months"
    CALENDAR_YEAR = "calendar_year"
    EVER = "ever"


class Tier(Struct, frozen=True):
    """One step: reached at ``threshold``, it raises points by ``extra_bp`` and brings perks.

    ``gift_points`` come once, when it is reached for the first time. ``package`` names a VIP package;
    ``hotline`` is printed on the card. ``budget`` pays for the gift, by id (see
    :mod:`~loyalpos.engine.gift_budgets`).
    """

    id: str
    name: str
    threshold: int
    extra_bp: int = 0
    gift_points: int = 0
    perks: tuple[str, ...] = ()
    package: str = ""
    hotline: str = ""
    budget: str = ""


class TierPlan(Struct, frozen=True):
    """The shop's tiers, lowest first.

    Up goes at once. Who no longer reaches a tier is told, and falls ``notice_days`` later unless it is
    reached again; nobody falls within ``grace_days`` after reaching it.
    """

    reached_by: Reached = Reached.SPEND
    over: Over = Over.TWELVE_MONTHS
    tiers: tuple[Tier, ...] = ()
    notice_days: int = 30
    grace_days: int = 0

    def tier(self, tier_id: str) -> Tier | None:
        """Find a tier by its id."""
        for tier in self.tiers:
            if tier.id == tier_id:
                return tier
        return None


def measured_by(reached_by: Reached, spend_vnd: int, points: int, visits: int) -> int:
    """Pick what is measured."""
    match reached_by:
        case Reached.SPEND:
            return spend_vnd
        case Reached.POINTS:
            return points
        case Reached.VISITS:
            return visits
