"""What counts towards a tier, and what is missing to the next."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.tier_progress import (
    Dated,
    Missing,
    Progress,
    missing_to_keep,
    missing_to_next,
    reached_rank,
    span_begins,
)
from loyalpos.engine.tiers import Over, Tier, TierPlan
from tests.engine.shapes import days
from tests.engine.tier_shapes import IDS, amounts, plans

BAC, VANG = Tier("bac", "Bạc", 5_000_000), Tier("vang", "Vàng", 10_000_000)
PLAN = TierPlan(tiers=(BAC, VANG))


@given(amounts, days, st.sampled_from(Over), st.booleans())
def test_what_is_measured_is_the_sum_of_the_span(
    dated: list[Dated], today: date, over: Over, opening: bool
) -> None:
    last = today - timedelta(days=1) if opening else today

    def counts(day: date) -> bool:
        if over is Over.EVER:
            return True
        if over is Over.CALENDAR_YEAR:
            return day.year == today.year
        # A year ago a 29 February was a 28th.
        same = min((today.month, today.day), (2, 28)) if today.month == 2 else (today.month, today.day)
        return (day.year, day.month, day.day) > (today.year - 1, *same)

    expected = sum(one.amount for one in dated if counts(one.day) and one.day <= last)
    assert Progress.of(dated).measured(over, today, opening=opening) == expected


@given(st.data(), amounts)
def test_the_order_of_bills_does_not_matter(data: st.DataObject, dated: list[Dated]) -> None:
    assert Progress.of(data.draw(st.permutations(dated))) == Progress.of(dated)


@given(days)
def test_a_span_never_reaches_back_further_as_days_go_by(today: date) -> None:
    for over in Over:
        assert span_begins(over, today) <= span_begins(over, today + timedelta(days=1))


def test_a_bill_counts_for_twelve_months_to_the_day() -> None:
    progress = Progress.of([Dated(date(2026, 5, 3), 1)])
    assert progress.measured(Over.TWELVE_MONTHS, date(2027, 5, 2)) == 1
    assert progress.measured(Over.TWELVE_MONTHS, date(2027, 5, 3)) == 0


def test_a_bill_of_29_february_counts_up_to_28_february() -> None:
    progress = Progress.of([Dated(date(2028, 2, 29), 1)])
    assert progress.measured(Over.TWELVE_MONTHS, date(2029, 2, 28)) == 1
    assert progress.measured(Over.TWELVE_MONTHS, date(2029, 3, 1)) == 0


def test_a_returned_bill_counts_for_nothing() -> None:
    assert Progress.of([Dated(date(2026, 5, 3), 0)]).measured(Over.EVER, date(2026, 5, 3)) == 0


@given(plans(), st.integers(0, 30), st.sampled_from(("", *IDS)))
def test_with_what_is_missing_the_next_tier_is_reached_and_not_with_one_less(
    plan: TierPlan, measured: int, tier_id: str
) -> None:
    missing = missing_to_next(plan, tier_id, measured)
    if missing is None:
        assert plan.tiers[-1].id == tier_id or measured >= plan.tiers[-1].threshold
    else:
        rank = plan.tiers.index(missing.tier) + 1
        assert reached_rank(plan, measured + missing.amount) == rank
        assert reached_rank(plan, measured + missing.amount - 1) < rank


def test_the_counter_is_told_what_is_missing() -> None:
    assert missing_to_next(PLAN, "", 4_880_000) == Missing(BAC, 120_000)
    assert missing_to_next(PLAN, "bac", 7_000_000) == Missing(VANG, 3_000_000)
    assert missing_to_next(PLAN, "vang", 7_000_000) is None
    assert missing_to_keep(PLAN, "vang", 7_000_000) == Missing(VANG, 3_000_000)
    assert missing_to_keep(PLAN, "bac", 7_000_000) is None
    assert missing_to_keep(PLAN, "gone", 0) is None
