"""How far a member has come: what dated amounts add up to over the span a tier plan measures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate

from msgspec import Struct, field

from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.engine.times import add_months

__all__ = [
    "Dated",
    "Missing",
    "Progress",
    "missing_to_keep",
    "missing_to_next",
    "reached_rank",
    "span_begins",
]


class Dated(Struct, frozen=True):
    """What one bill counts for, on the business day it happened: đồng paid, points earned, or 1 visit.

    A return lowers the amount of its bill, on the bill's day; a bill wholly returned counts for nothing.

    Attributes:
        at_ms: The instant it was recorded at; 0 where nothing is asked within the day.
    """

    day: date
    amount: int
    at_ms: int = 0


class Progress(Struct, frozen=True):
    """A member's dated amounts, ready to be summed over any span.

    Attributes:
        days: In ascending order, each once.
        sums: What all amounts up to and with that day come to.
        amounts: They themselves.
        others: The same bills as other plans measure them, where such plans were in force as well.
    """

    days: tuple[date, ...] = ()
    sums: tuple[int, ...] = ()
    amounts: tuple[Dated, ...] = ()
    others: Mapping[Reached, Progress] = field(default_factory=dict)

    @classmethod
    def of(cls, amounts: Iterable[Dated]) -> Progress:
        """Sort amounts by their days; their order does not matter."""
        by_day: dict[date, int] = {}
        every = tuple(sorted(amounts, key=lambda dated: (dated.day, dated.at_ms, dated.amount)))
        for dated in every:
            by_day[dated.day] = by_day.get(dated.day, 0) + dated.amount
        days = tuple(sorted(by_day))
        return cls(days, tuple(accumulate(by_day[day] for day in days)), every)

    def by(self, reached_by: Reached) -> Progress:
        """Give the same bills as a plan measures them."""
        return self.others.get(reached_by, self)

    def measured(self, over: Over, day: date, *, opening: bool = False, before_ms: int | None = None) -> int:
        """Sum the span that ends with a business day.

        Args:
            opening: As the day opens: what happened on the day itself is left out.
            before_ms: Of the day itself only what was recorded before an instant.
        """
        if before_ms is not None:
            late = sum(one.amount for one in self.amounts if one.day == day and one.at_ms >= before_ms)
            return self.measured(over, day) - late
        last = bisect_left(self.days, day) if opening else bisect_right(self.days, day)
        first = 0 if over is Over.EVER else bisect_left(self.days, span_begins(over, day))
        return self._up_to(last) - self._up_to(min(first, last))

    def _up_to(self, count: int) -> int:
        return self.sums[count - 1] if count else 0


def span_begins(over: Over, day: date) -> date:
    """Give the first day that counts on a business day.

    Twelve months are those after the same date of the year before, so that a bill of 3 May 2026 counts up
    to 2 May 2027; after 29 February 2028 comes the span from 1 March 2027, of 366 days.
    """
    match over:
        case Over.EVER:
            return date.min
        case Over.CALENDAR_YEAR:
            return day.replace(month=1, day=1)
        case Over.TWELVE_MONTHS:
            return date.fromordinal(add_months(day, -12).toordinal() + 1)


def reached_rank(plan: TierPlan, measured: int) -> int:
    """Count the tiers that so much reaches: 0 for none, 1 for the lowest."""
    return sum(tier.threshold <= measured for tier in plan.tiers)


class Missing(Struct, frozen=True):
    """What a tier still takes, in đồng, points or visits as the plan measures."""

    tier: Tier
    amount: int


def missing_to_next(plan: TierPlan, tier_id: str, measured: int) -> Missing | None:
    """Tell what is missing to the tier above a member's own; None in the highest."""
    above = next((place for place, tier in enumerate(plan.tiers, 1) if tier.id == tier_id), 0)
    above = max(above, reached_rank(plan, measured))
    if above == len(plan.tiers):
        return None
    tier = plan.tiers[above]
    return Missing(tier, tier.threshold - measured)


def missing_to_keep(plan: TierPlan, tier_id: str, measured: int) -> Missing | None:
    """Tell what is missing to keep a tier; None where nothing is, or the plan has no such tier."""
    tier = plan.tier(tier_id)
    if tier is None or measured >= tier.threshold:
        return None
    return Missing(tier, tier.threshold - measured)
