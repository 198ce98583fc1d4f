"""Worked examples of what each kind of rule counts: money, bands, visits, items, multipliers, bonuses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    Match,
    NearBirthday,
)
from loyalpos.engine.earning import LineKind, earn
from loyalpos.engine.footing import Standing
from loyalpos.engine.rules import (
    Band,
    BandRule,
    Base,
    Beside,
    BonusRule,
    Discount,
    ItemRule,
    MultiplierRule,
    OwnBase,
    Paid,
    Tax,
    VisitRule,
)
from tests.engine.earning_shapes import written_out
from tests.engine.worked import (
    CAFE,
    GOLD,
    earned_on,
    per_money,
    points_of,
    program_with,
)

# Which money counts -------------------------------------------------------------------------------

MEAL = Bill(90_000, discount_vnd=10_000, tax_vnd=9_000)


@pytest.mark.parametrize(
    ("base", "points"),
    [
        (Base(), 60),
        (Base(paid=Paid.WHOLE), 90),
        (Base(discount=Discount.BEFORE, paid=Paid.WHOLE), 100),
        (Base(tax=Tax.WITHOUT, paid=Paid.WHOLE), 81),
        (Base(discount=Discount.BEFORE, tax=Tax.WITHOUT, paid=Paid.WHOLE), 91),
        (Base(tax=Tax.WITHOUT), 54),
        (Base(discount=Discount.BEFORE), 66),
    ],
)
def test_thirty_thousand_of_a_meal_are_paid_with_points(base: Base, points: int) -> None:
    assert points_of(per_money(1_000), bill=MEAL, off_vnd=30_000, base=base) == points
    assert points_of(per_money(1_000, base=written_out(base)), bill=MEAL, off_vnd=30_000) == points, (
        "a rule may say so itself"
    )


@pytest.mark.parametrize(
    ("own", "points"),
    [
        (None, 90),
        (OwnBase(), 90),
        (OwnBase(tax=Tax.WITHOUT), 81),
        (OwnBase(Discount.BEFORE), 100),
        (OwnBase(Discount.BEFORE, Tax.WITHOUT), 91),
        (OwnBase(paid=Paid.MONEY), 60),
        (OwnBase(tax=Tax.WITHOUT, paid=Paid.MONEY), 54),
    ],
)
def test_a_rule_takes_from_the_program_what_its_own_base_leaves_open(
    own: OwnBase | None, points: int
) -> None:
    whole = Base(paid=Paid.WHOLE)
    assert points_of(per_money(1_000, base=own), bill=MEAL, off_vnd=30_000, base=whole) == points
    bands = BandRule("band", tuple(Band(step * 1_000, step) for step in range(1, 120)), base=own)
    assert points_of(bands, bill=MEAL, off_vnd=30_000, base=whole) == points


def test_what_points_pay_is_paid_for_every_line_alike() -> None:
    drinks = per_money(1_000, only=Match(categories=("drinks",)))
    assert points_of(drinks, bill=CAFE) == 140
    assert points_of(drinks, bill=CAFE, off_vnd=50_000) == 105
    assert points_of(drinks, bill=replace(CAFE, total_vnd=100_000, discount_vnd=100_000)) == 70


def test_money_on_no_line_is_of_no_item() -> None:
    service = replace(CAFE, total_vnd=250_000)
    assert points_of(per_money(1_000), bill=service) == 250
    assert points_of(per_money(1_000, without=Match(categories=("drinks", "food"))), bill=service) == 50
    assert points_of(per_money(1_000, only=Match(items=("coffee",))), bill=200_000) == 0


# Bands, visits and items --------------------------------------------------------------------------

BANDS = BandRule(id="bands", bands=(Band(50_000, 1), Band(100_000, 3), Band(200_000, 8)))


@pytest.mark.parametrize(
    ("total_vnd", "points"),
    [(49_999, 0), (50_000, 1), (99_999, 1), (100_000, 3), (199_999, 3), (200_000, 8), (9_000_000, 8)],
)
def test_a_band_begins_on_its_edge_and_ends_before_the_next(total_vnd: int, points: int) -> None:
    assert points_of(BANDS, bill=total_vnd) == points


def test_below_the_lowest_band_the_bill_is_told_where_it_begins() -> None:
    (line,) = earned_on(program_with(BANDS), 10_000).lines
    assert (line.kind, line.limit_vnd) == (LineKind.BELOW_MINIMUM, 50_000)


def test_a_visit_counts_once_whatever_it_comes_to() -> None:
    visit = VisitRule(id="visit", points=5)
    assert [points_of(visit, bill=total_vnd) for total_vnd in (0, 1, 900_000)] == [0, 5, 5]


def test_items_count_by_whole_sets() -> None:
    def bill(quantity: int) -> Bill:
        return Bill(100_000, lines=(BillLine("Cà phê", quantity, 100_000, "coffee"),))

    pairs = ItemRule(id="pairs", match=Match(items=("coffee",)), points=5, per_quantity=2)
    assert [points_of(pairs, bill=bill(count)) for count in (1, 2, 3, 4)] == [0, 5, 5, 10]


def test_items_are_found_by_name_category_tag_or_grade() -> None:
    def one(**wanted: Any) -> int:
        return points_of(ItemRule(id="item", match=Match(**wanted), points=1), bill=CAFE)

    assert one(items=("coffee",)) == 3
    assert one(categories=("drinks",)) == 4
    assert one(tags=("hot",)) == 3
    assert one(items=("cake",), tags=("hot",)) == 5
    assert one(premium=True) == 1
    assert one(categories=("drinks",), premium=True) == 1
    assert one() == 6


# Multipliers and bonuses --------------------------------------------------------------------------


def test_two_multipliers_multiply_the_same_base() -> None:
    twice = MultiplierRule(id="twice", rate_bp=20_000)
    thrice = MultiplierRule(id="thrice", rate_bp=30_000)
    assert points_of(per_money(10_000), twice, thrice, bill=100_000) == 10 + 10 + 20


def test_a_multiplier_may_mean_some_rules_only() -> None:
    twice = MultiplierRule(id="twice", rate_bp=20_000, of=("visit",))
    assert points_of(per_money(10_000), VisitRule(id="visit", points=3), twice, bill=100_000) == 10 + 3 + 3


def test_a_multiplier_on_lines_sees_the_share_of_each_rule_on_them() -> None:
    drinks = MultiplierRule(id="drinks", rate_bp=20_000, match=Match(categories=("drinks",)))
    cakes = ItemRule(id="cakes", match=Match(items=("cake", "coffee")), points=2)
    # 200 base points, 140 of them on drinks; 10 for five items, 6 of them for coffee; 5 for the visit, 3.5.
    visit = VisitRule(id="visit", points=5)
    assert points_of(per_money(1_000), cakes, visit, drinks, bill=CAFE) == 215 + 140 + 6 + 3


def test_a_bonus_is_neither_multiplied_nor_raised() -> None:
    program = program_with(
        per_money(10_000),
        MultiplierRule(id="twice", rate_bp=20_000),
        BonusRule(id="bonus", points=7),
        tiers=GOLD,
    )
    assert earned_on(program, 100_000, tier="gold").points == 10 + 10 + 2 + 7


def test_the_best_of_a_group_stands_beside_what_adds() -> None:
    rules = (
        per_money(10_000),
        VisitRule(id="five", points=5, beside=Beside.BEST, group="gift"),
        VisitRule(id="nine", points=9, beside=Beside.BEST, group="gift"),
        VisitRule(id="four", points=4, beside=Beside.BEST, group="other"),
    )
    assert points_of(*rules, bill=100_000) == 10 + 9 + 4


def test_nothing_of_lower_priority_follows_the_last() -> None:
    rules = (
        VisitRule(id="first", points=1, priority=9),
        VisitRule(id="last", points=10, priority=5, beside=Beside.LAST),
        VisitRule(id="beside", points=100, priority=5),
        VisitRule(id="after", points=1_000, priority=1),
    )
    assert points_of(*rules, bill=1) == 111


def test_the_best_of_those_the_last_leaves_is_taken() -> None:
    rules = (
        VisitRule(id="last", points=10, priority=5, beside=Beside.LAST),
        VisitRule(id="beside", points=100, priority=5, beside=Beside.BEST),
        VisitRule(id="after", points=1_000, priority=1, beside=Beside.BEST),
    )
    assert points_of(*rules, bill=1) == 110


def test_an_exclusive_rule_with_nothing_to_give_excludes_nobody() -> None:
    wine = ItemRule(id="beer", match=Match(items=("beer",)), points=9, beside=Beside.EXCLUSIVE)
    assert points_of(per_money(10_000), wine, bill=CAFE) == 20


def test_a_birthday_doubles_on_the_day_and_not_the_day_after() -> None:
    program = program_with(per_money(10_000), MultiplierRule(id="x2", rate_bp=20_000, when=NearBirthday()))
    birthday = date(2026, 3, 2)
    found = []
    for day in (birthday, birthday + timedelta(days=1)):
        standing = Standing(day=day, minute=0, joined=date(2025, 1, 1), birthday=Birthday(2, 3))
        found.append(earn(program, footing_of(program, standing), Bill(125_000), 0).points)
    assert found == [24, 12]
