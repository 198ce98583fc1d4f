"""Which tier plan is in force at each moment of a business day: one published in its midst rules the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from loyalpos.engine.program import Program
from loyalpos.engine.tiers import TierPlan
from loyalpos.engine.times import ShopTime, from_ms

__all__ = ["InForce", "PlansIn", "Published", "in_force", "published", "until_next"]


class InForce(Struct, frozen=True):
    """A tier plan in force during a business day, until the next one of that day.

    Attributes:
        from_ms: The instant of its publication, where that was on the day itself; 0 as the day opens.
        revision: The program it belongs to.
    """

    plan: TierPlan
    from_ms: int = 0
    revision: int = 0


PlansIn = Callable[[date], tuple[InForce, ...]]
"""Gives the plans of a business day in their order: at least the one it opens with."""


class Published(Struct, frozen=True):
    """A tier plan as it was published.

    Attributes:
        day: The business day of its publication.
        starts: The business day from which it is in force, never before ``day``.
    """

    plan: TierPlan
    revision: int
    starts: date
    day: date
    at_ms: int


def published(program: Program, at_ms: int, shop: ShopTime) -> Published:
    """Take the plan of a published program.

    Args:
        at_ms: The instant of its publication.
    """
    day = shop.business_day(from_ms(at_ms))
    starts = program.starts or day
    return Published(program.tiers, program.revision, starts, min(day, starts), at_ms)


def in_force(revisions: Iterable[Published], day: date) -> tuple[InForce, ...]:
    """Give the plans in force during a business day; of those that are the same, the first.

    Args:
        revisions: All of them, in order; of those that have started, the last one is in force.
    """
    found: list[InForce] = []
    first: InForce | None = None
    for one in revisions:
        first = first or InForce(one.plan, 0, one.revision)
        if one.starts > day:
            continue
        if one.day < day:
            found = [InForce(one.plan, 0, one.revision)]
        elif not found:
            # The shop's first day opens with what was published on it.
            found = [first]
        if found[-1].plan != one.plan:
            found.append(InForce(one.plan, max(one.at_ms, found[-1].from_ms), one.revision))
    assert first is not None, "an open shop has a program"
    return tuple(found) or (first,)


def until_next(plans: tuple[InForce, ...]) -> Iterable[tuple[InForce, InForce | None]]:
    """Pair each plan of a day with the one that follows it on that day."""
    return zip(plans, (*plans[1:], None), strict=True)
