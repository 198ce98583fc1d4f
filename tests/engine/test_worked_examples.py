"""Worked examples of earning, to the point: what a shop is promised, line by line."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.conditions import (
    BillAtLeast,
    EveryOf,
    Match,
    OnWeekdays,
)
from loyalpos.engine.earning import LineKind, earn
from loyalpos.engine.footing import Standing, plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.next_point import missing_vnd
from loyalpos.engine.program import AmountOff, PayWithPoints, Remainder, Rounded
from loyalpos.engine.rewards import offers, points_rounded, quote
from loyalpos.engine.rules import (
    Beside,
    MultiplierRule,
    Rounding,
    VisitRule,
)
from tests.engine.books import Books
from tests.engine.shapes import NOON, one_rule
from tests.engine.worked import (
    COLOURS,
    GOLD,
    earned_on,
    per_money,
    points_of,
    program_with,
    said_in,
)

# As the shop's neighbours promise them ------------------------------------------------------------


def test_one_point_for_fifty_thousand() -> None:
    assert points_of(per_money(50_000), bill=123_000) == 2


@pytest.mark.parametrize(("total_vnd", "points"), [(104_000, 10), (105_000, 11)])
def test_half_a_point_is_rounded_up_where_the_shop_says_so(total_vnd: int, points: int) -> None:
    assert points_of(per_money(10_000), bill=total_vnd, rounding=Rounding.HALF_UP) == points


def test_three_points_for_a_thousand() -> None:
    assert points_of(per_money(1_000, 3), bill=40_000) == 120


def test_two_adding_rules_are_rounded_each_for_itself_or_together() -> None:
    two = (per_money(1_000, rule="one"), per_money(2_000, rule="two"))
    assert said_in(earned_on(program_with(*two), 19_990)) == [(LineKind.AMOUNT, 19), (LineKind.AMOUNT, 9)]
    together = earned_on(program_with(*two, rounded=Rounded.BILL), 19_990)
    assert together.points == 29
    assert said_in(together) == [(LineKind.AMOUNT, 19), (LineKind.AMOUNT, 9), (LineKind.ROUNDED, 1)]


def test_an_exclusive_rule_of_higher_priority_stands_alone() -> None:
    low = VisitRule(id="low", points=50, priority=5, beside=Beside.EXCLUSIVE)
    high = VisitRule(id="high", points=200, priority=20, beside=Beside.EXCLUSIVE)
    earning = earned_on(program_with(low, high), 10_000)
    assert earning.points == 200
    assert said_in(earning) == [(LineKind.VISIT, 200), (LineKind.OUTDONE, 0)]


def test_nineteen_points_one_and_a_half_times() -> None:
    rules = (VisitRule(id="visit", points=19), MultiplierRule(id="half", rate_bp=15_000))
    assert points_of(*rules, bill=1) == 28
    assert points_of(*rules, bill=1, rounding=Rounding.HALF_UP) == 29


def test_thirty_and_twenty_thousand_at_a_point_for_fifty() -> None:
    for carried, points in ((False, [0, 0]), (True, [0, 1])):
        books = Books(one_rule(50_000, carried=carried), NOON)
        assert [books.bill(str(total), total).earning.points for total in (30_000, 20_000)] == points


def test_lines_at_four_points_for_a_dong() -> None:
    assert points_of(per_money(1, 4), bill=COLOURS) == 608
    assert points_of(per_money(1, 4, without=Match(items=("blue",))), bill=COLOURS) == 208
    red = MultiplierRule(id="red", rate_bp=30_000, match=Match(items=("red",)))
    blue = MultiplierRule(id="blue", rate_bp=60_000, match=Match(items=("blue",)))
    assert points_of(per_money(1, 4), red, blue, bill=COLOURS) == 2_704


def test_points_pay_in_blocks_of_a_hundred() -> None:
    pay = PayWithPoints("pay", "Trả bằng điểm", 100, 5_000)
    program = replace(one_rule(10_000), rewards=(pay,))
    footing = plain_footing(program)
    (offer,) = offers(program, footing, Bill(200_000), spendable=5_000, stock={})
    assert points_rounded(offer, 1_050) == 1_000


def test_points_pay_no_more_than_what_is_left_of_the_bill() -> None:
    ten = AmountOff("off", "Giảm 80", 1, 80)
    pay = PayWithPoints("pay", "Trả bằng điểm", 1, 10)
    program = replace(one_rule(10_000), rewards=(ten, pay))
    taken = (Taken("off"), Taken("pay"))
    priced = quote(program, Account(), plain_footing(program), Bill(100), taken, spendable=50, stock={})
    assert [redemption.points for redemption in priced.redemptions] == [1, 2]
    assert priced.due_vnd == 0


def test_a_rule_of_friday_and_saturday_gives_nothing_on_a_thursday() -> None:
    weekend = per_money(1_000, when=OnWeekdays((4, 5)))
    thursday = date(2026, 11, 19)
    found = []
    for day in (thursday, thursday + timedelta(days=1)):
        standing = Standing(day=day, minute=600, joined=thursday)
        footing = footing_of(program_with(weekend), standing)
        found.append(earn(program_with(weekend), footing, Bill(20_000), 0).points)
    assert found == [0, 20]


def test_half_a_bill_comes_back() -> None:
    books = Books(one_rule(10_000), NOON)
    assert books.bill("bill", 95_000).earning.points == 9
    assert books.reverse("bill", 47_500).taken_back == 5
    assert books.account.balance == 4


def test_a_returned_remainder_is_owed_to_the_next_bill() -> None:
    books = Books(one_rule(50_000, carried=True), NOON)
    assert [books.bill(str(total), total).earning.points for total in (30_000, 20_000)] == [0, 1]
    books.reverse("30000")
    assert (books.account.balance, books.account.carry) == (1, Fraction(-3, 5))
    assert books.bill("next", 30_000).earning.points == 0
    assert books.account.carry == 0
    assert books.bill("after", 50_000).earning.points == 1


def test_twelve_base_points_twice_and_a_tenth_for_gold() -> None:
    program = program_with(per_money(10_000), MultiplierRule(id="birthday", rate_bp=20_000), tiers=GOLD)
    earning = earned_on(program, 125_000, tier="gold")
    assert earning.points == 26
    assert said_in(earning) == [(LineKind.AMOUNT, 12), (LineKind.MULTIPLIED, 12), (LineKind.TIER, 2)]


# Rounding and remainders --------------------------------------------------------------------------


def test_a_rule_may_round_otherwise_than_its_program() -> None:
    up = per_money(10_000, rule="up", rounding=Rounding.UP)
    assert points_of(up, per_money(10_000, rule="down"), bill=15_000) == 2 + 1
    assert points_of(up, per_money(10_000, rule="down"), bill=15_000, rounded=Rounded.BILL) == 2 + 1


def test_a_remainder_is_carried_after_multiplier_and_tier() -> None:
    program = program_with(
        per_money(10_000),
        MultiplierRule(id="x2", rate_bp=20_000),
        tiers=GOLD,
        remainder=Remainder.CARRIED,
    )
    earning = earned_on(program, 125_000, tier="gold")
    # 12.5 twice and a tenth more are 27.5: whole lines of 12, 12 and 2, one more of what they left over.
    assert said_in(earning)[-1] == (LineKind.CARRIED, 1)
    assert (earning.points, earning.carry_delta) == (27, Fraction(1, 2))


@pytest.mark.parametrize(("carry", "missing"), [(Fraction(0), 50_000), (Fraction(3, 5), 20_000)])
def test_what_is_missing_is_less_where_points_are_doubled(carry: Fraction, missing: int) -> None:
    plain = one_rule(50_000, carried=True)
    doubled = replace(plain, rules=(*plain.rules, MultiplierRule(id="x2", rate_bp=20_000)))
    assert missing_vnd(plain, plain_footing(plain, carry)) == missing
    assert missing_vnd(doubled, plain_footing(doubled, carry)) == missing // 2


def test_four_thousand_more_make_the_next_point_from_a_hundred_thousand_up_too() -> None:
    rule = per_money(10_000, when=EveryOf((BillAtLeast(3_000), BillAtLeast(1))))
    program = program_with(rule, remainder=Remainder.CARRIED)
    standing = Standing(day=date(2026, 3, 2), minute=0, joined=date(2026, 3, 2))
    footing = footing_of(program, standing)
    assert missing_vnd(program, replace(footing, carry=Fraction(6, 10))) == 4_000
    assert missing_vnd(program, replace(footing, carry=Fraction(9, 10))) == 3_000
