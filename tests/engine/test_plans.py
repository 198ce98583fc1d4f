"""Programs side by side run, are honoured for a while, and are over."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.plans import ENDING_DAYS, PlanState, endings, gone_from, plan_state, state_of
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.side_programs import AtEnd, Plan, StampCard
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


@given(plans, days, st.integers(-20, 60), st.integers(0, 12), st.booleans())
def test_an_end_is_told_before_it_comes_and_as_long_as_it_matters(
    plan: Plan, day: date, away: int, stamps: int, has_reward: bool
) -> None:
    if plan.until is not None:
        day = plan.until + timedelta(days=away)
    rewards = (Gift("tea", "Trà", 10, plan="p"),) if has_reward else ()
    program = Program(
        1, (), rewards, plans=(plan,), stamp_cards=(StampCard("card", "Thẻ", 10, "tea", plan="p"),)
    )
    found = endings(program, {"card": stamps}, day)
    state, gone = plan_state(plan, day), gone_from(plan)
    if plan.until is None or gone is None or state is PlanState.NOT_BEGUN:
        assert found == ()
        return
    soon = state is PlanState.RUNNING and plan.until - timedelta(days=ENDING_DAYS) <= day
    if soon or state is PlanState.HONOURED:
        assert bool(found) == bool(stamps or has_reward)
        assert all(one.lost == 0 and day <= one.honoured_to for one in found)
    elif state is PlanState.OVER:
        assert bool(found) == (stamps > 0 and day < gone + timedelta(days=ENDING_DAYS))
        assert all(one.lost == stamps and one.honoured_to < day for one in found)
    else:
        assert found == ()
