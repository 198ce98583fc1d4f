"""The advisor's arithmetic, each figure worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.advice import (
    Advice,
    Caution,
    Form,
    Names,
    Profile,
    ShopKind,
    adopted,
    advise,
    usual_gap_days,
)
from loyalpos.engine.bills import Bill
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import AmountOff, Gift, Program
from loyalpos.engine.rules import AmountRule, BonusRule, StampRule
from loyalpos.engine.side_programs import Plan, StampCard
from tests.engine.whole_programs import whole_programs

NAMES = Names("điểm", "Phần thưởng", "Vàng", "Kim cương")


def told(kind: ShopKind, bill_vnd: int, visits_a_year: int, margin_bp: int) -> Advice:
    return advise(Profile(kind, bill_vnd, visits_a_year, margin_bp), NAMES)


def test_a_cafe_gives_a_gift_after_ten_cups() -> None:
    # 96 visits: every 3 days. A tenth of 60 % is 6 %, 5 % at most. 50.000 / 10 = 5.000 a point: 10 a bill.
    # 60 days would be 20 visits, 10 at most: 100 points. 10 x 50.000 x 5 % = 25.000.
    advice = told(ShopKind.CAFE, 50_000, 96, 6_000)
    assert advice.form is Form.GIFT
    assert advice.program.rules == (AmountRule("base", 5_000),)
    assert advice.program.rewards == (Gift("gift-1", "Phần thưởng", 100, cost_vnd=25_000),)
    assert (advice.cost_bp, advice.reward_vnd, advice.visits, advice.days) == (500, 25_000, 10, 30)
    assert advice.program.point_cost_vnd == 250
    assert advice.cautions == ()


def test_a_grocery_gives_money_off_its_thin_margin() -> None:
    # 48 visits: every 7 days; 60 // 7 = 8 visits. 12 % gives 1,2 %. 120.000 / 10 = 12.000, a step down is
    # 10.000: 12 points a bill, 96, 90 in tens. 90/12 bills x 120.000 x 1,2 % = 10.800, 10.000 in thousands.
    # 12 x 10.000 / 90 = 1.333 of 120.000: 111 basis points. 90 points take 8 bills, 56 days.
    advice = told(ShopKind.GROCERY, 120_000, 48, 1_200)
    assert advice.form is Form.MONEY
    assert advice.program.rewards == (
        AmountOff("amount_off-1", "Phần thưởng", 90, 10_000, 20_000, cost_vnd=10_000),
    )
    assert (advice.cost_bp, advice.visits, advice.days) == (111, 8, 56)


def test_a_hairdresser_gets_tiers_above_a_regular_customer() -> None:
    # 12 visits of 300.000 are 3.600.000 a year: gold from 7.200.000, diamond from twice that.
    # Every 30 days; 60 // 30 = 2, 3 at least. 30.000 down to 20.000: 15 a bill, 45, 40 in tens.
    # 40/15 x 300.000 x 5 % = 40.000. 15 x 40.000 / 40 = 15.000 of 300.000: 500.
    advice = told(ShopKind.BEAUTY, 300_000, 12, 7_000)
    assert advice.form is Form.TIERS
    assert [(tier.name, tier.threshold, tier.extra_bp) for tier in advice.program.tiers.tiers] == [
        ("Vàng", 7_200_000, 1_000),
        ("Kim cương", 14_400_000, 2_000),
    ]
    assert (advice.reward_vnd, advice.cost_bp, advice.visits, advice.days) == (40_000, 500, 3, 90)


def test_who_comes_twice_a_year_is_asked_to_bring_a_friend() -> None:
    # Every 182 days: three visits are 546 days, more than a year.
    advice = told(ShopKind.DURABLES, 6_000_000, 2, 1_500)
    assert advice.form is Form.FRIENDS
    assert advice.cautions == (Caution.LONG_CYCLE,)
    (referral,) = advice.program.occasions
    assert referral.id == "friends"
    # 600.000 down to 500.000: 12 a bill, three bills 36, 30 in tens; half of it for each side.
    assert referral.referrer.points == referral.friend.points == 15  # type: ignore[union-attr]
    assert advice.program.expiry.count == 24


def test_three_visits_a_year_are_just_enough() -> None:
    # Every 121 days: three visits are 363 days.
    assert told(ShopKind.DURABLES, 1_000_000, 3, 2_000).cautions == ()
    assert told(ShopKind.DURABLES, 1_000_000, 2, 2_000).cautions == (Caution.LONG_CYCLE,)


def test_a_thin_margin_is_said_and_never_given_away() -> None:
    # A tenth of 0,8 % would be raised to 0,5 %, more than half of it: 0,4 %.
    advice = told(ShopKind.GROCERY, 200_000, 48, 80)
    assert advice.cautions == (Caution.THIN_MARGIN,)
    assert advice.cost_bp <= 40


def test_of_tiny_bills_a_reward_takes_longer_instead_of_costing_more() -> None:
    # 5.000 a bill, 1.000 a point: 5 points. 10 bills x 5.000 x 0,5 % = 250, less than 1.000:
    # 1.000 x 5 x 10.000 / (5.000 x 50) = 200 points.
    advice = told(ShopKind.GROCERY, 5_000, 300, 500)
    assert (advice.program.rewards[0].points, advice.reward_vnd) == (200, 1_000)  # type: ignore[union-attr]
    assert (advice.cost_bp, advice.visits, advice.days) == (50, 40, 40)


profiles = st.builds(
    Profile,
    st.sampled_from(ShopKind),
    st.integers(1_000, 500_000_000),
    st.integers(1, 1_000),
    st.integers(100, 9_900),
)


@settings(max_examples=80)
@given(profiles)
def test_every_proposal_can_be_published_and_costs_no_more_than_it_says(profile: Profile) -> None:
    advice = advise(profile, NAMES)
    assert problems_in(advice.program) == ()
    assert advice.cost_bp <= min(500, profile.margin_bp // 2) + 1
    # The engine's own earning agrees with how soon the reward is reached.
    each = earn(advice.program, plain_footing(advice.program), Bill(profile.bill_vnd), 0).points
    points = advice.program.rewards[0].points  # type: ignore[union-attr]
    assert each * advice.visits >= points > each * (advice.visits - 1)


def test_the_usual_gap_is_the_median_of_all_who_came_back() -> None:
    start = date(2026, 1, 1)

    def on(*days: int) -> list[date]:
        return [start + timedelta(days=day) for day in days]

    # Gaps 7, 7 and 30; one who came once, and one with two bills on a day.
    assert usual_gap_days([on(0, 14, 7), on(3), on(5, 5, 35)]) == 7
    assert usual_gap_days([on(0, 10), on(0, 20)]) == 10
    assert usual_gap_days([on(0), []]) is None


@pytest.mark.parametrize("kind", list(ShopKind))
def test_every_kind_of_shop_has_a_form(kind: ShopKind) -> None:
    assert told(kind, 100_000, 50, 3_000).form in Form


def test_a_running_program_keeps_what_is_not_points() -> None:
    base = Program(
        7,
        (AmountRule("base", 3_000), StampRule("cup", "ten"), BonusRule("summer", 5, plan="p")),
        (Gift("old", "Cũ", 5), Gift("free", "Một ly", 1, hidden=True), Gift("ten_full", "Đầy thẻ", 9)),
        stamp_cards=(StampCard("ten", "Thẻ", 9, "ten_full"),),
        plans=(Plan("p", "Hè"),),
        points_name="hạt",
    )
    draft = adopted(base, told(ShopKind.CAFE, 50_000, 96, 6_000))
    assert [rule.id for rule in draft.rules] == ["base", "cup", "summer"]
    assert draft.rules[0] == AmountRule("base", 5_000)
    assert [reward.id for reward in draft.rewards] == ["gift-1", "free", "ten_full"]
    assert (draft.points_name, draft.revision, draft.stamp_cards) == ("hạt", 7, base.stamp_cards)
    assert problems_in(draft) == ()


@settings(max_examples=15)
@given(whole_programs(), profiles)
def test_a_proposal_brings_no_problem_into_any_program(base: Program, profile: Profile) -> None:
    after = [problem for problem in problems_in(adopted(base, advise(profile, NAMES))) if problem.is_error]
    assert not [one for one in after if one.path.startswith(("$.rules[0]", "$.rewards[0]"))]
