"""Programs side by side: when one runs, and what its end leaves of what it has given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.engine.side_programs import AtEnd, Plan

__all__ = ["ENDING_DAYS", "Ending", "PlanState", "endings", "gone_from", "plan_state", "state_of"]

ENDING_DAYS: Final = 14
"""How long before its end, and after nothing of it counts any more, a program's end is spoken of."""


class PlanState(StrEnum):
    """What a program beside others does on a day."""

    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    HONOURED = "honoured"
    OVER = "over"

    @property
    def honours(self) -> bool:
        """Tell whether stamps and tickets it has given are worth something."""
        return self in (PlanState.RUNNING, PlanState.HONOURED)


def gone_from(plan: Plan) -> date | None:
    """Give the first day on which nothing it has given is worth anything; None for a plan without an end."""
    if plan.until is None:
        return None
    if plan.at_end is AtEnd.GONE:
        return plan.until
    return plan.until + timedelta(days=plan.honoured_days)


def plan_state(plan: Plan, day: date) -> PlanState:
    """Tell what a plan does on a business day."""
    gone = gone_from(plan)
    if plan.first is not None and day < plan.first:
        return PlanState.NOT_BEGUN
    if plan.until is None or day < plan.until:
        return PlanState.RUNNING
    return PlanState.HONOURED if gone is not None and day < gone else PlanState.OVER


def state_of(program: Program, plan_id: str, day: date) -> PlanState:
    """Tell what the plan with an id does; ``""`` is the shop's own and runs, one nobody knows is over."""
    if not plan_id:
        return PlanState.RUNNING
    plan = next((plan for plan in program.plans if plan.id == plan_id), None)
    return PlanState.OVER if plan is None else plan_state(plan, day)


class Ending(Struct, frozen=True):
    """A program beside others that ends soon or has ended, as far as a member should hear of it.

    Attributes:
        state: What it does today.
        last_day: The last day on which it runs.
        honoured_to: The last day on which what it gave is worth something.
        lost: The member's stamps of it that are worth nothing any more.
    """

    plan: Plan
    state: PlanState
    last_day: date
    honoured_to: date
    lost: int = 0


def endings(program: Program, units: Mapping[str, int], day: date) -> tuple[Ending, ...]:
    """List the programs whose end a member should hear of on a day, in the program's order.

    Of one that ends within :data:`ENDING_DAYS` or is honoured, where it has rewards or the member stamps of
    it; of one that is over for so many days at most, where stamps are lost. Points never end with a program.

    Args:
        units: Stamps by the card's id.
    """
    found: list[Ending] = []
    for plan in program.plans:
        gone = gone_from(plan)
        if plan.until is None or gone is None:
            continue
        state = plan_state(plan, day)
        stamps = sum(max(0, units.get(card.id, 0)) for card in program.stamp_cards if card.plan == plan.id)
        rewards = any(
            reward.plan == plan.id and not reward.hidden
            for reward in program.rewards
            if not isinstance(reward, UnknownReward)
        )
        last_day, honoured_to = plan.until - _DAY, max(plan.until, gone) - _DAY
        ends_soon = state is PlanState.RUNNING and (plan.until - day).days <= ENDING_DAYS
        if (ends_soon or state is PlanState.HONOURED) and (stamps or rewards):
            found.append(Ending(plan, state, last_day, honoured_to))
        elif state is PlanState.OVER and stamps and (day - gone).days < ENDING_DAYS:
            found.append(Ending(plan, state, last_day, honoured_to, stamps))
    return tuple(found)


_DAY: Final = timedelta(days=1)
