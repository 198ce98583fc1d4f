"""Programs side by side: when one runs, and what its end leaves of what it has given."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import AtEnd, Plan

__all__ = ["PlanState", "gone_from", "plan_state", "state_of"]


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
