"""What is shown of a member's tier: how far it is to the next, and what keeps the one that is held."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.tier_moves import MoveReason, Notice, TierState
from loyalpos.engine.tier_progress import Missing, missing_to_keep, missing_to_next
from loyalpos.engine.tiers import Reached, Tier, TierPlan

__all__ = ["TierStanding", "TierTold", "standing_in"]


class TierStanding(Struct, frozen=True):
    """A member's tier as it is shown.

    Attributes:
        tier: The tier held, or None.
        measured: What the plan measures now.
        missing: What the next tier still takes; None in the highest.
        to_keep: What the tier held still takes, where it is about to be lost.
        notice: Until when.
        floor: The tier set by hand, by its id.
    """

    plan: TierPlan
    tier: Tier | None
    measured: int
    missing: Missing | None = None
    to_keep: Missing | None = None
    notice: Notice | None = None
    floor: str = ""

    def after(self, *, spend_vnd: int, points: int, visits: int) -> TierStanding:
        """Say how it would be shown after one more bill."""
        more = {Reached.SPEND: spend_vnd, Reached.POINTS: points, Reached.VISITS: visits}
        measured = self.measured + more[self.plan.reached_by]
        held = "" if self.tier is None else self.tier.id
        missing = missing_to_next(self.plan, held, measured)
        to_keep = None if self.notice is None else missing_to_keep(self.plan, held, measured)
        return replace(self, measured=measured, missing=missing, to_keep=to_keep)

    def reached_with(self, measured: int) -> Tier | None:
        """Name the tier that so much would raise the member to; None where it raises to none."""
        held = [tier.id for tier in self.plan.tiers]
        rank = 0 if self.tier is None else held.index(self.tier.id) + 1
        reached = [tier for tier in self.plan.tiers[rank:] if tier.threshold <= measured]
        return reached[-1] if reached else None


class TierTold(Struct, frozen=True):
    """A move between tiers as it is told to the owner.

    Attributes:
        before: The name of the tier before; ``""`` is none.
        floor: The name of the tier below which the member does not fall after it; ``""`` is none.
        note: What was said by who set it by hand.
    """

    day: date
    reason: MoveReason
    before: str
    after: str
    notice: Notice | None
    floor: str
    note: str


def standing_in(plan: TierPlan, state: TierState, measured: int) -> TierStanding:
    """Gather what is shown of a member's tier."""
    tier = plan.tier(state.tier)
    held = "" if tier is None else tier.id
    return TierStanding(
        plan,
        tier,
        measured,
        missing_to_next(plan, held, measured),
        None if state.notice is None else missing_to_keep(plan, held, measured),
        state.notice,
        state.floor,
    )
