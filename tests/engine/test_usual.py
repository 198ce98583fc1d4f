"""From which total a shop is asked whether it is meant."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.usual import asked_from_vnd

totals = st.integers(1, 3_000_000)


@settings(max_examples=40)
@given(st.lists(totals, max_size=60))
def test_no_total_that_was_seen_twice_is_asked_about(last_vnd: list[int]) -> None:
    for total_vnd in last_vnd:
        assert total_vnd < asked_from_vnd([*last_vnd, total_vnd])


@settings(max_examples=40)
@given(st.lists(totals, min_size=20, max_size=60), st.integers(1, 10**12))
def test_one_slip_that_nobody_saw_lets_no_second_one_through(last_vnd: list[int], slip_vnd: int) -> None:
    assert asked_from_vnd([*last_vnd, slip_vnd]) <= max(1_000_000, 3 * max(last_vnd))


def test_a_coffee_shop_is_asked_about_four_digits_typed_as_thousands() -> None:
    assert asked_from_vnd([45_000] * 198 + [250_000, 385_000]) == 1_000_000


def test_a_shop_that_sells_dear_things_is_asked_later() -> None:
    assert asked_from_vnd([24_000_000] * 2) == 72_000_000
    assert asked_from_vnd([4_000_000] * 20) == 12_000_000


def test_a_new_shop_is_asked_about_what_no_small_shop_sees() -> None:
    assert asked_from_vnd([]) == 5_000_000
    assert asked_from_vnd([45_000] * 19) == 5_000_000
