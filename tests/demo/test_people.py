"""Draws that repeat, and people nobody takes for each other."""

from __future__ import annotations

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.demo import day
from loyalpos.demo.draws import Draws
from loyalpos.demo.part import cast_of, in_order
from loyalpos.demo.people import people
from loyalpos.engine.names import clean_name, search_words
from loyalpos.engine.phones import parse_phone

SEEDS = st.integers(min_value=0, max_value=10**9)


@given(SEEDS, st.lists(st.integers(1, 10**6), max_size=20))
def test_the_same_words_draw_the_same(seed: int, bounds: list[int]) -> None:
    first, second, other = Draws("x", seed), Draws("x", seed), Draws("y", seed)
    drawn = [first.below(bound) for bound in bounds]
    assert drawn == [second.below(bound) for bound in bounds]
    assert all(0 <= draw < bound for draw, bound in zip(drawn, bounds, strict=True))
    assert first.random_bytes(16) == second.random_bytes(16)
    assert first.random_bytes(16) != other.random_bytes(16)


@given(SEEDS, st.lists(st.integers(), max_size=30))
def test_a_shuffle_loses_nothing(seed: int, things: list[int]) -> None:
    assert sorted(Draws(seed).shuffled(things)) == sorted(things)


@given(SEEDS)
def test_customers_are_told_apart_by_phone_and_name(seed: int) -> None:
    cast = cast_of(seed)
    assert sorted(cast) == sorted(day.CARDS)
    assert len({one.last_digits for one in cast.values()}) == len(cast)
    for who, one in cast.items():
        assert parse_phone(one.phone) == one.phone
        assert clean_name(one.name) == one.name
        found = [
            other
            for other, person in cast.items()
            if set(search_words(one.plain_name)) <= set(search_words(person.name))
        ]
        assert found == [who]


def test_a_hundred_people_share_no_name_and_no_last_digits() -> None:
    drawn = list(islice(people(Draws("crowd")), 100))
    assert len({one.name for one in drawn}) == 100
    assert len({one.last_digits for one in drawn}) == 100


@given(SEEDS)
def test_another_order_keeps_every_step_and_the_clock(seed: int) -> None:
    for part in day.PARTS:
        ordered = in_order(part.steps, seed)
        assert [step.at for step in ordered] == [step.at for step in part.steps]
        assert sorted(step.name for step in ordered) == sorted(step.name for step in part.steps)
        fixed = [step.name for step in part.steps if not step.any_order]
        assert [step.name for step in ordered if not step.any_order] == fixed


def test_seeds_give_other_people_and_another_order() -> None:
    orders = {tuple(step.name for step in in_order(day.PARTS[0].steps, seed)) for seed in range(20)}
    casts = {cast_of(seed)["A"] for seed in range(20)}
    assert len(orders) > 5
    assert len(casts) == 20
