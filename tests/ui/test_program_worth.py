"""What a program is worth, as the program page reckons it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.points_worth import Worth
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import (
    AmountOff,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    ServiceReward,
    UnknownReward,
)
from loyalpos.engine.reward_kinds import first_points
from loyalpos.engine.rules import AmountRule, BonusRule
from loyalpos.ui.office.worth import cost_vnd, example, visits_until
from tests.engine import shapes
from tests.shops import PROGRAM
from tests.ui.program_office import Office, office
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "office", "speaking"]


@given(program=shapes.programs(), total_vnd=st.integers(1, 2_000_000))
def test_visits_until_is_the_first_visit_with_enough_points(program: Program, total_vnd: int) -> None:
    for reward in program.rewards:
        visits = visits_until(program, reward, total_vnd)
        if visits is None or isinstance(reward, UnknownReward):
            continue
        needed = first_points(reward, "")
        points, carry, after = program.welcome_points, Fraction(0), []
        for _ in range(visits):
            after.append(points)
            earning = shapes.earned(program, carry, total_vnd)
            points, carry = points + earning.points, carry + earning.carry_delta
        assert points >= needed
        assert all(fewer < needed for fewer in after)


@pytest.mark.parametrize("kind", [ServiceReward, Gift])
def test_every_reward_with_a_price_in_points_is_reached_some_day(kind: type[ServiceReward | Gift]) -> None:
    wash = kind("wash", "Gội đầu", 80)
    program = Program(0, (AmountRule("base", 10_000),), (wash,))
    assert visits_until(program, wash, 330_000) == 3


@given(per_vnd=st.integers(1, 100_000), block_vnd=st.integers(1, 1_000), total_vnd=st.integers(1, 5_000_000))
def test_points_that_pay_are_worth_what_they_pay(per_vnd: int, block_vnd: int, total_vnd: int) -> None:
    pay = PayWithPoints("pay", "Trả bằng điểm", 1, block_vnd)
    program = Program(0, (AmountRule("base", per_vnd),), (pay,))
    made = example(program, total_vnd)
    points = total_vnd // per_vnd
    assert made.worth == (Worth(1, points * block_vnd) if points else None)


@given(program=shapes.programs(), total_vnd=st.integers(1, 5_000_000))
def test_an_example_can_be_made_of_any_sound_program(program: Program, total_vnd: int) -> None:
    assert not any(problem.is_error for problem in problems_in(program))
    made = example(program, total_vnd)
    assert made.earning == shapes.earned(program, Fraction(0), total_vnd)
    assert made.worth is None or made.worth.value_vnd > 0
    if made.worth is not None and not any(isinstance(one, PayWithPoints) for one in program.rewards):
        # Each time it is taken a reward takes off what the engine says, and the points pay for each time.
        points = made.earning.points * made.worth.bills
        takers = [one for one in program.rewards if isinstance(one, AmountOff | PercentOff)]
        assert points >= min(one.points for one in takers if one.points)


def test_a_share_of_the_bill_is_taken_once_not_point_by_point() -> None:
    rules = (AmountRule("base", 10_000), BonusRule("big", 10))
    ten = PercentOff("p10", "Giảm 10%", 15, 1_000, cap_vnd=30_000)
    made = example(Program(0, rules, (ten,)), 285_000)
    assert (made.earning.points, made.worth, made.share_bp) == (38, Worth(1, 28_500), 1_000)
    # Where points pay, the same is said as at the counter: whole blocks of 10 points.
    pay = PayWithPoints("pay", "Trả bằng hạt", 10, 1_000, max_share_bp=5_000)
    both = Program(0, rules, (ten, pay))
    made = example(both, 285_000)
    assert (made.worth, made.share_bp) == (Worth(1, 3_000), 105)
    assert cost_vnd(both, 3_800, 285_000, 100) == 380_000
    assert cost_vnd(Program(0, rules, (ten,)), 3_800, 285_000, 100) == 100 * 28_500


def test_a_reward_only_stamps_bring_is_no_goal_for_points(office: Office) -> None:
    panel = office.page.example
    cup = Gift("cup", "Một ly miễn phí", 40)
    panel.show_program(replace(PROGRAM, rewards=(*PROGRAM.rewards, cup)))
    assert "Một ly miễn phí" in panel.reached.text()
    panel.show_program(replace(PROGRAM, rewards=(*PROGRAM.rewards, replace(cup, hidden=True))))
    assert "Một ly miễn phí" not in panel.reached.text()
