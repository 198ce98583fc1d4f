"""Programs side by side run, are honoured for a while, and are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.plans import PlanState, gone_from, plan_state, state_of
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import AtEnd, Plan
from tests.engine.shapes import days

SUMMER = Plan("summer", "Hè", date(2027, 6, 1), date(2027, 9, 1), AtEnd.HONOURED, 30)

plans = st.builds(
    Plan,
    st.just("p"),
    st.just("P"),
    st.none() | days,
    st.none() | days,
    st.sampled_from(AtEnd),
    st.integers(0, 400),
)


@given(plans, days)
def test_states_follow_each_other_and_never_go_back(plan: Plan, day: date) -> None:
    order = list(PlanState)
    today, tomorrow = plan_state(plan, day), plan_state(plan, day + timedelta(days=1))
    assert order.index(today) <= order.index(tomorrow)


@given(plans, days)
def test_from_the_day_it_is_gone_nothing_is_honoured(plan: Plan, day: date) -> None:
    gone = gone_from(plan)
    begun = plan.first is None or day >= plan.first
    assert plan_state(plan, day).honours == (begun and (gone is None or day < gone))


def test_a_plan_runs_before_its_end_and_is_honoured_after_it() -> None:
    last, end = date(2027, 8, 31), date(2027, 9, 1)
    assert plan_state(SUMMER, date(2027, 5, 31)) is PlanState.NOT_BEGUN
    assert plan_state(SUMMER, date(2027, 6, 1)) is PlanState.RUNNING
    assert plan_state(SUMMER, last) is PlanState.RUNNING
    assert plan_state(SUMMER, end) is PlanState.HONOURED
    assert plan_state(SUMMER, date(2027, 9, 30)) is PlanState.HONOURED
    assert plan_state(SUMMER, date(2027, 10, 1)) is PlanState.OVER
    assert plan_state(replace(SUMMER, at_end=AtEnd.GONE), end) is PlanState.OVER


def test_the_shops_own_program_always_runs_and_an_unknown_one_never() -> None:
    program = Program(1, (), plans=(SUMMER,))
    assert state_of(program, "", date(2027, 9, 1)) is PlanState.RUNNING
    assert state_of(program, "summer", date(2027, 9, 1)) is PlanState.HONOURED
    assert state_of(program, "winter", date(2027, 9, 1)) is PlanState.OVER
