"""Laws of the best customers' share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.best_customers import PERCENTS, fewest_for, members_in, top_parts

SALES = st.lists(st.integers(1, 10**10), max_size=60).map(lambda made: sorted(made, reverse=True))


@given(SALES)
def test_more_buyers_bring_more_and_the_best_never_less_than_their_part(sales: list[int]) -> None:
    parts = top_parts(sales)
    assert [part.percent for part in parts] == list(PERCENTS)
    assert list(parts) == sorted(parts, key=lambda part: part.sales_vnd)
    for part in parts:
        assert part.sales_vnd == sum(sales[: part.members])
        # The best bring at least what any others of their number would.
        assert part.sales_vnd * len(sales) >= sum(sales) * part.members
        assert abs(part.share_bp * sum(sales) - part.sales_vnd * 10_000) * 2 <= sum(sales)


@given(SALES, st.integers(1, 10_000))
def test_the_fewest_are_enough_and_one_less_is_not(sales: list[int], share_bp: int) -> None:
    few = fewest_for(sales, share_bp)
    assert sum(sales[:few]) * 10_000 >= sum(sales) * share_bp
    if few:
        assert sum(sales[: few - 1]) * 10_000 < sum(sales) * share_bp


@given(st.integers(1, 100), st.integers(0, 10**6))
def test_a_part_of_a_person_counts_as_one(percent: int, buyers: int) -> None:
    members = members_in(percent, buyers)
    assert members * 100 >= buyers * percent > (members - 1) * 100 or members == buyers == 0


def test_one_in_five_who_buys_four_fifths() -> None:
    sales = [800_000, 50_000, 50_000, 50_000, 50_000]
    fifth = next(part for part in top_parts(sales) if part.percent == 20)
    assert (fifth.members, fifth.sales_vnd, fifth.share_bp) == (1, 800_000, 8_000)
    assert fewest_for(sales, 8_000) == 1
    assert fewest_for(sales, 8_001) == 2


def test_without_sales_nobody_brings_anything() -> None:
    assert all((part.members, part.share_bp) == (0, 0) for part in top_parts([]))
    assert fewest_for([], 8_000) == 0
