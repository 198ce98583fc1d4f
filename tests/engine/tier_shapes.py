"""What the laws of tiers are tried on: plans, amounts and members who come daily."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from loyalpos.engine.plans_in_force import InForce, PlansIn
from loyalpos.engine.tier_moves import TierMove, TierState, followed
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan

START = date(2027, 11, 20)
"""Some weeks before a year ends, and a year with a 29 February begins."""

IDS = ("bac", "vang", "kim-cuong", "vip")

offsets = st.integers(0, 500)


def always(plan: TierPlan) -> PlansIn:
    """One plan, in force on every day."""
    return lambda _: (InForce(plan),)


def day(offset: int) -> date:
    return START + timedelta(days=offset)


@st.composite
def plans(draw: st.DrawFn, *, most_grace: int | None = None, least_notice: int = 0) -> TierPlan:
    """Plans of one to four tiers; grace is at most notice and ``most_grace`` where that is told."""
    steps = draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    notice = draw(st.sampled_from([n for n in (0, 1, 3, 7, 30) if n >= least_notice]))
    grace = draw(st.sampled_from((0, 2, 10, 60)))
    tiers = tuple(Tier(IDS[n], IDS[n], sum(steps[: n + 1])) for n in range(len(steps)))
    return TierPlan(
        Reached.VISITS,
        draw(st.sampled_from(Over)),
        tiers,
        notice_days=notice,
        grace_days=grace if most_grace is None else min(grace, notice + most_grace),
    )


amounts = st.lists(st.builds(Dated, offsets.map(day), st.integers(1, 5)), max_size=8)


def daily(
    plan: TierPlan, dated: Sequence[Dated], last: int, state: TierState | None = None
) -> tuple[TierMove, ...]:
    """The moves of a member whose till opens every day from START on."""
    progress, state = Progress.of(dated), state or TierState()
    moves: list[TierMove] = []
    for offset in range(last + 1):
        today = followed(always(plan), state, progress, after=None, until=day(offset))
        moves += today
        state = moves[-1].state if moves else state
    return tuple(moves)


def tiers_by_day(plan: TierPlan, moves: Sequence[TierMove], last: int) -> list[int]:
    """How high the member stands at the end of each day."""
    ranks = {"": 0} | {tier.id: rank for rank, tier in enumerate(plan.tiers, 1)}
    at_end = {move.day: ranks[move.state.tier] for move in moves}
    standing, listed = 0, []
    for offset in range(last + 1):
        standing = at_end.get(day(offset), standing)
        listed.append(standing)
    return listed
