"""Laws of a month's goals."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.goals import (
    Goal,
    Metric,
    Pace,
    days_of,
    month_of,
    next_month,
    pace,
    targets_in,
    with_targets,
)
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.shop import ShopDescription

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
MONTHS = DAYS.map(month_of)
TARGETS = st.dictionaries(st.sampled_from(Metric), st.integers(1, 10**12))


@given(st.lists(st.tuples(MONTHS, TARGETS), max_size=6), MONTHS)
def test_what_is_set_holds_until_it_is_set_anew_and_never_before(
    said: list[tuple[date, dict[Metric, int]]], month: date
) -> None:
    goals: tuple[Goal, ...] = ()
    said = sorted(said, key=lambda one: one[0])
    for since, targets in said:
        goals = with_targets(goals, since, targets)
    due = [targets for since, targets in said if since <= month]
    assert targets_in(goals, month) == (due[-1] if due else {})


@given(st.lists(st.tuples(MONTHS, TARGETS), max_size=6), MONTHS, TARGETS, MONTHS)
def test_earlier_months_keep_their_goals(
    said: list[tuple[date, dict[Metric, int]]], month: date, targets: dict[Metric, int], other: date
) -> None:
    goals: tuple[Goal, ...] = ()
    for since, wanted in said:
        goals = with_targets(goals, since, wanted)
    after = with_targets(goals, month, targets)
    assert targets_in(after, month) == targets
    if other < month:
        assert targets_in(after, other) == targets_in(goals, other)
    assert with_targets(after, month, targets) == after


def test_a_figure_of_a_later_version_is_kept_and_not_shown() -> None:
    later = Goal("smiles", date(2026, 11, 1), 7)
    goals = with_targets((later,), date(2026, 11, 1), {Metric.SALES: 5})
    assert later in goals
    assert targets_in(goals, date(2026, 12, 1)) == {Metric.SALES: 5}


@given(DAYS)
def test_a_month_ends_where_the_next_begins(day: date) -> None:
    after = next_month(day)
    assert after.day == 1
    assert month_of(after - timedelta(days=1)) == month_of(day)


@given(MONTHS, DAYS, st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 100))
def test_more_is_never_a_worse_pace(month: date, today: date, reached: int, target: int, more: int) -> None:
    order = [Pace.MISSED, Pace.BEHIND, Pace.IN_TIME, Pace.REACHED]
    less, better = (pace(one, target, month, today) for one in (reached, reached + more))
    assert order.index(less) <= order.index(better)
    assert (less is Pace.REACHED) == (reached >= target)


def test_the_pace_is_that_of_the_days_gone_by() -> None:
    november, day10 = date(2026, 11, 1), date(2026, 11, 10)
    assert days_of(november, day10) == (10, 30)
    # Nine days are over: 9 of 30 is in step.
    assert pace(9, 30, november, day10) is Pace.IN_TIME
    assert pace(8, 30, november, day10) is Pace.BEHIND
    assert pace(29, 30, november, date(2026, 12, 1)) is Pace.MISSED
    assert pace(0, 30, november, november) is Pace.IN_TIME


def test_goals_are_kept_with_what_the_shop_says_of_itself() -> None:
    shop = ShopDescription("Mây", goals=(Goal("sales", date(2026, 11, 1), 5),))
    assert from_json(to_json(shop), ShopDescription) == shop
    # What an older version wrote has none.
    assert from_json({"name": "Mây"}, ShopDescription).goals == ()
