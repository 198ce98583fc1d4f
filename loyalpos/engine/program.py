"""A program is a value: one numbered, immutable revision of the shop's rules and rewards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from loyalpos.engine.occasions import Occasion
from loyalpos.engine.points_end import PointsEnd
from loyalpos.engine.reward_kinds import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TicketReward,
    UnknownReward,
    VoucherReward,
)
from loyalpos.engine.rules import AmountRule, BandRule, Base, Budget, BudgetEnd, Cap, OwnBase, Rounding, Rule
from loyalpos.engine.side_programs import Cause, Draw, Membership, Partner, Plan, StampCard, VoucherKind
from loyalpos.engine.tiers import TierPlan
from loyalpos.engine.times import ShopTime, add_months
from loyalpos.engine.turns import Turns

__all__ = [
    "AmountOff",
    "Blackout",
    "DonationReward",
    "Expiry",
    "ExpiryKind",
    "Gift",
    "ItemReward",
    "PartPaid",
    "PartnerReward",
    "PayWithPoints",
    "PercentOff",
    "PointsEnd",
    "Program",
    "Remainder",
    "Reward",
    "Rounded",
    "ServiceReward",
    "SpentPoints",
    "TicketReward",
    "UnknownReward",
    "VoucherReward",
]


class Remainder(StrEnum):
    """Whether the part that rounding down leaves over waits for the member's next bill."""

    DROPPED = "dropped"
    CARRIED = "carried"


class ExpiryKind(StrEnum):
    """How long a lot lives."""

    NEVER = "never"
    DAYS = "days"
    MONTHS = "months"
    MONTH_END = "month_end"
    YEAR_END = "year_end"
    INACTIVITY = "inactivity"


class Expiry(Struct, frozen=True):
    """The life of points, counted from the business day they were earned on.

    ``count`` says how many days or months; at a month's or a year's end how many months or years after
    that of the day, and with inactivity after how many months without a visit the whole balance ends (see
    :class:`loyalpos.engine.expiry.Absence`).
    """

    kind: ExpiryKind = ExpiryKind.NEVER
    count: int = 0

    def last_day(self, earned: date) -> date | None:
        """Give the last day on which points of that day may be spent, or None where they have none."""
        match self.kind:
            case ExpiryKind.NEVER | ExpiryKind.INACTIVITY:
                return None
            case ExpiryKind.DAYS:
                return date.fromordinal(earned.toordinal() + self.count)
            case ExpiryKind.MONTHS:
                return add_months(earned, self.count)
            case ExpiryKind.MONTH_END:
                return add_months(earned.replace(day=1), self.count + 1) - timedelta(days=1)
            case ExpiryKind.YEAR_END:
                return date(earned.year + self.count, 12, 31)

    def expires_at(self, earned_at: datetime, shop: ShopTime) -> datetime | None:
        """Give the first instant at which points earned then may no longer be spent."""
        last = self.last_day(shop.business_day(earned_at))
        return None if last is None else shop.day_ends(last)


class Blackout(Struct, frozen=True):
    """Days, both included, in which no point expires (Tết)."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Tell whether a day lies inside."""
        return self.first <= day <= self.last


class Rounded(StrEnum):
    """Whether each rule's points are rounded for themselves, or their sum."""

    EACH_RULE = "each_rule"
    BILL = "bill"


class SpentPoints(StrEnum):
    """When a returned bill gives back the points that were spent on it."""

    WHOLE_RETURN = "whole_return"
    NEVER = "never"


class PartPaid(StrEnum):
    """Whether a bill may be paid in parts, and when its points come then."""

    NO = "no"
    AS_PAID = "as_paid"
    WHEN_PAID = "when_paid"


class Program(Struct, frozen=True, dict=True):
    """One revision of the shop's program; a draft has ``revision`` 0.

    ``starts`` is the first business day it rules; None means from its publication on.
    ``point_cost_vnd`` is what a point costs the shop, for budgets and for trying a draft.
    """

    revision: int
    rules: tuple[Rule, ...]
    rewards: tuple[Reward, ...] = ()
    starts: date | None = None
    points_name: str = "điểm"
    rounding: Rounding = Rounding.DOWN
    remainder: Remainder = Remainder.DROPPED
    welcome_points: int = 0
    expiry: Expiry = Expiry()
    blackouts: tuple[Blackout, ...] = ()
    spent_points: SpentPoints = SpentPoints.WHOLE_RETURN
    base: Base = Base()
    rounded: Rounded = Rounded.EACH_RULE
    tiers: TierPlan = TierPlan()
    caps: tuple[Cap, ...] = ()
    budgets: tuple[Budget, ...] = ()
    point_cost_vnd: int = 0
    occasions: tuple[Occasion, ...] = ()
    plans: tuple[Plan, ...] = ()
    stamp_cards: tuple[StampCard, ...] = ()
    memberships: tuple[Membership, ...] = ()
    vouchers: tuple[VoucherKind, ...] = ()
    draws: tuple[Draw, ...] = ()
    causes: tuple[Cause, ...] = ()
    partners: tuple[Partner, ...] = ()
    points_end: PointsEnd | None = None
    part_paid: PartPaid = PartPaid.NO

    @cached_property
    def turns(self) -> Turns:
        """The order its rules are asked in: of a value it never changes, and every bill needs it."""
        return Turns.of(self.rules)

    @cached_property
    def _bases(self) -> Mapping[OwnBase, Base]:
        # Kept, as the turns are: a bill remembers its amounts by the identity of what counts.
        counting = (rule.base for rule in self.rules if isinstance(rule, AmountRule | BandRule))
        return {own: own.over(self.base) for own in counting if own is not None}

    @cached_property
    def stopping(self) -> frozenset[str]:
        """Its budgets that stop their rules once they are used up, by id."""
        return frozenset(budget.id for budget in self.budgets if budget.at_end is BudgetEnd.STOP)

    def base_of(self, rule: AmountRule | BandRule) -> Base:
        """Say which amount one of its rules counts: the rule's own, and the program's where that is open."""
        return self.base if rule.base is None else self._bases[rule.base]

    def reward(self, reward_id: str) -> Reward | None:
        """Find a reward by its id."""
        return next((reward for reward in self.rewards if reward.id == reward_id), None)

    def in_blackout(self, day: date) -> bool:
        """Tell whether points are spared from expiry on a day."""
        return any(blackout.covers(day) for blackout in self.blackouts)
