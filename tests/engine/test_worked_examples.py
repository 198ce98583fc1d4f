"""Worked examples of earning, to the point: what a shop is promised, line by line."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    BillAtLeast,
    EveryOf,
    HasItem,
    Match,
    NearBirthday,
    Not,
    OnWeekdays,
    PaidBy,
    UnknownCondition,
)
from loyalpos.engine.earning import Earning, LineKind, UnitsGiven, earn
from loyalpos.engine.footing import Footing, Given, Room, Standing, plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.next_point import missing_vnd
from loyalpos.engine.program import AmountOff, PayWithPoints, Program, Remainder, Rounded
from loyalpos.engine.rewards import OfferState, offers, points_rounded, quote
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    Base,
    Beside,
    BonusRule,
    Budget,
    BudgetEnd,
    Cap,
    Discount,
    ItemRule,
    Limit,
    MultiplierRule,
    OwnBase,
    Paid,
    Per,
    Rounding,
    Rule,
    StampRule,
    Tax,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Tier, TierPlan
from tests.engine.books import Books
from tests.engine.earning_shapes import written_out
from tests.engine.shapes import NOON, one_rule

RED, BLUE, DELIVERY = (
    BillLine("Đỏ", 1, 12, item="red"),
    BillLine("Xanh", 1, 100, item="blue"),
    BillLine("Giao hàng", 1, 40, item="delivery"),
)
COLOURS = Bill(152, lines=(RED, BLUE, DELIVERY))
CAFE = Bill(
    200_000,
    lines=(
        BillLine("Cà phê", 3, 90_000, "coffee", "drinks", ("hot",)),
        BillLine("Bánh", 2, 60_000, "cake", "food"),
        BillLine("Rượu", 1, 50_000, "wine", "drinks", premium=True),
    ),
)
GOLD = TierPlan(tiers=(Tier("gold", "Vàng", 1, extra_bp=1_000),))


def _program(*rules: Rule, **more: Any) -> Program:
    return Program(1, rules, **more)


def _earn(program: Program, bill: Bill | int, off_vnd: int = 0, **footing: Any) -> Earning:
    bill = Bill(bill) if isinstance(bill, int) else bill
    return earn(program, replace(plain_footing(program), **footing), bill, off_vnd)


def _points(*rules: Rule, bill: Bill | int, off_vnd: int = 0, **more: Any) -> int:
    return _earn(_program(*rules, **more), bill, off_vnd).points


def _said(earning: Earning) -> list[tuple[LineKind, int]]:
    return [(line.kind, line.points) for line in earning.lines]


def _per(per_vnd: int, points: int = 1, *, rule: str = "base", **more: Any) -> AmountRule:
    return AmountRule(id=rule, per_vnd=per_vnd, points=points, **more)


# As the shop's neighbours promise them ------------------------------------------------------------


def test_one_point_for_fifty_thousand() -> None:
    assert _points(_per(50_000), bill=123_000) == 2


@pytest.mark.parametrize(("total_vnd", "points"), [(104_000, 10), (105_000, 11)])
def test_half_a_point_is_rounded_up_where_the_shop_says_so(total_vnd: int, points: int) -> None:
    assert _points(_per(10_000), bill=total_vnd, rounding=Rounding.HALF_UP) == points


def test_three_points_for_a_thousand() -> None:
    assert _points(_per(1_000, 3), bill=40_000) == 120


def test_two_adding_rules_are_rounded_each_for_itself_or_together() -> None:
    two = (_per(1_000, rule="one"), _per(2_000, rule="two"))
    assert _said(_earn(_program(*two), 19_990)) == [(LineKind.AMOUNT, 19), (LineKind.AMOUNT, 9)]
    together = _earn(_program(*two, rounded=Rounded.BILL), 19_990)
    assert together.points == 29
    assert _said(together) == [(LineKind.AMOUNT, 19), (LineKind.AMOUNT, 9), (LineKind.ROUNDED, 1)]


def test_an_exclusive_rule_of_higher_priority_stands_alone() -> None:
    low = VisitRule(id="low", points=50, priority=5, beside=Beside.EXCLUSIVE)
    high = VisitRule(id="high", points=200, priority=20, beside=Beside.EXCLUSIVE)
    earning = _earn(_program(low, high), 10_000)
    assert earning.points == 200
    assert _said(earning) == [(LineKind.VISIT, 200), (LineKind.OUTDONE, 0)]


def test_nineteen_points_one_and_a_half_times() -> None:
    rules = (VisitRule(id="visit", points=19), MultiplierRule(id="half", rate_bp=15_000))
    assert _points(*rules, bill=1) == 28
    assert _points(*rules, bill=1, rounding=Rounding.HALF_UP) == 29


def test_thirty_and_twenty_thousand_at_a_point_for_fifty() -> None:
    for carried, points in ((False, [0, 0]), (True, [0, 1])):
        books = Books(one_rule(50_000, carried=carried), NOON)
        assert [books.bill(str(total), total).earning.points for total in (30_000, 20_000)] == points


def test_lines_at_four_points_for_a_dong() -> None:
    assert _points(_per(1, 4), bill=COLOURS) == 608
    assert _points(_per(1, 4, without=Match(items=("blue",))), bill=COLOURS) == 208
    red = MultiplierRule(id="red", rate_bp=30_000, match=Match(items=("red",)))
    blue = MultiplierRule(id="blue", rate_bp=60_000, match=Match(items=("blue",)))
    assert _points(_per(1, 4), red, blue, bill=COLOURS) == 2_704


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
    weekend = _per(1_000, when=OnWeekdays((4, 5)))
    thursday = date(2026, 11, 19)
    found = []
    for day in (thursday, thursday + timedelta(days=1)):
        standing = Standing(day=day, minute=600, joined=thursday)
        footing = footing_of(_program(weekend), standing)
        found.append(earn(_program(weekend), footing, Bill(20_000), 0).points)
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
    program = _program(_per(10_000), MultiplierRule(id="birthday", rate_bp=20_000), tiers=GOLD)
    earning = _earn(program, 125_000, tier="gold")
    assert earning.points == 26
    assert _said(earning) == [(LineKind.AMOUNT, 12), (LineKind.MULTIPLIED, 12), (LineKind.TIER, 2)]


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
    assert _points(_per(1_000), bill=MEAL, off_vnd=30_000, base=base) == points
    assert _points(_per(1_000, base=written_out(base)), bill=MEAL, off_vnd=30_000) == points, (
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
    assert _points(_per(1_000, base=own), bill=MEAL, off_vnd=30_000, base=whole) == points
    bands = BandRule("band", tuple(Band(step * 1_000, step) for step in range(1, 120)), base=own)
    assert _points(bands, bill=MEAL, off_vnd=30_000, base=whole) == points


def test_what_points_pay_is_paid_for_every_line_alike() -> None:
    drinks = _per(1_000, only=Match(categories=("drinks",)))
    assert _points(drinks, bill=CAFE) == 140
    assert _points(drinks, bill=CAFE, off_vnd=50_000) == 105
    assert _points(drinks, bill=replace(CAFE, total_vnd=100_000, discount_vnd=100_000)) == 70


def test_money_on_no_line_is_of_no_item() -> None:
    service = replace(CAFE, total_vnd=250_000)
    assert _points(_per(1_000), bill=service) == 250
    assert _points(_per(1_000, without=Match(categories=("drinks", "food"))), bill=service) == 50
    assert _points(_per(1_000, only=Match(items=("coffee",))), bill=200_000) == 0


# Bands, visits and items --------------------------------------------------------------------------

BANDS = BandRule(id="bands", bands=(Band(50_000, 1), Band(100_000, 3), Band(200_000, 8)))


@pytest.mark.parametrize(
    ("total_vnd", "points"),
    [(49_999, 0), (50_000, 1), (99_999, 1), (100_000, 3), (199_999, 3), (200_000, 8), (9_000_000, 8)],
)
def test_a_band_begins_on_its_edge_and_ends_before_the_next(total_vnd: int, points: int) -> None:
    assert _points(BANDS, bill=total_vnd) == points


def test_below_the_lowest_band_the_bill_is_told_where_it_begins() -> None:
    (line,) = _earn(_program(BANDS), 10_000).lines
    assert (line.kind, line.limit_vnd) == (LineKind.BELOW_MINIMUM, 50_000)


def test_a_visit_counts_once_whatever_it_comes_to() -> None:
    visit = VisitRule(id="visit", points=5)
    assert [_points(visit, bill=total_vnd) for total_vnd in (0, 1, 900_000)] == [0, 5, 5]


def test_items_count_by_whole_sets() -> None:
    def bill(quantity: int) -> Bill:
        return Bill(100_000, lines=(BillLine("Cà phê", quantity, 100_000, "coffee"),))

    pairs = ItemRule(id="pairs", match=Match(items=("coffee",)), points=5, per_quantity=2)
    assert [_points(pairs, bill=bill(count)) for count in (1, 2, 3, 4)] == [0, 5, 5, 10]


def test_items_are_found_by_name_category_tag_or_grade() -> None:
    def one(**wanted: Any) -> int:
        return _points(ItemRule(id="item", match=Match(**wanted), points=1), bill=CAFE)

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
    assert _points(_per(10_000), twice, thrice, bill=100_000) == 10 + 10 + 20


def test_a_multiplier_may_mean_some_rules_only() -> None:
    twice = MultiplierRule(id="twice", rate_bp=20_000, of=("visit",))
    assert _points(_per(10_000), VisitRule(id="visit", points=3), twice, bill=100_000) == 10 + 3 + 3


def test_a_multiplier_on_lines_sees_the_share_of_each_rule_on_them() -> None:
    drinks = MultiplierRule(id="drinks", rate_bp=20_000, match=Match(categories=("drinks",)))
    cakes = ItemRule(id="cakes", match=Match(items=("cake", "coffee")), points=2)
    # 200 base points, 140 of them on drinks; 10 for five items, 6 of them for coffee; 5 for the visit, 3.5.
    visit = VisitRule(id="visit", points=5)
    assert _points(_per(1_000), cakes, visit, drinks, bill=CAFE) == 215 + 140 + 6 + 3


def test_a_bonus_is_neither_multiplied_nor_raised() -> None:
    program = _program(
        _per(10_000),
        MultiplierRule(id="twice", rate_bp=20_000),
        BonusRule(id="bonus", points=7),
        tiers=GOLD,
    )
    assert _earn(program, 100_000, tier="gold").points == 10 + 10 + 2 + 7


def test_the_best_of_a_group_stands_beside_what_adds() -> None:
    rules = (
        _per(10_000),
        VisitRule(id="five", points=5, beside=Beside.BEST, group="gift"),
        VisitRule(id="nine", points=9, beside=Beside.BEST, group="gift"),
        VisitRule(id="four", points=4, beside=Beside.BEST, group="other"),
    )
    assert _points(*rules, bill=100_000) == 10 + 9 + 4


def test_nothing_of_lower_priority_follows_the_last() -> None:
    rules = (
        VisitRule(id="first", points=1, priority=9),
        VisitRule(id="last", points=10, priority=5, beside=Beside.LAST),
        VisitRule(id="beside", points=100, priority=5),
        VisitRule(id="after", points=1_000, priority=1),
    )
    assert _points(*rules, bill=1) == 111


def test_the_best_of_those_the_last_leaves_is_taken() -> None:
    rules = (
        VisitRule(id="last", points=10, priority=5, beside=Beside.LAST),
        VisitRule(id="beside", points=100, priority=5, beside=Beside.BEST),
        VisitRule(id="after", points=1_000, priority=1, beside=Beside.BEST),
    )
    assert _points(*rules, bill=1) == 110


def test_an_exclusive_rule_with_nothing_to_give_excludes_nobody() -> None:
    wine = ItemRule(id="beer", match=Match(items=("beer",)), points=9, beside=Beside.EXCLUSIVE)
    assert _points(_per(10_000), wine, bill=CAFE) == 20


def test_a_birthday_doubles_on_the_day_and_not_the_day_after() -> None:
    program = _program(_per(10_000), MultiplierRule(id="x2", rate_bp=20_000, when=NearBirthday()))
    birthday = date(2026, 3, 2)
    found = []
    for day in (birthday, birthday + timedelta(days=1)):
        standing = Standing(day=day, minute=0, joined=date(2025, 1, 1), birthday=Birthday(2, 3))
        found.append(earn(program, footing_of(program, standing), Bill(125_000), 0).points)
    assert found == [24, 12]


# Rounding and remainders --------------------------------------------------------------------------


def test_a_rule_may_round_otherwise_than_its_program() -> None:
    up = _per(10_000, rule="up", rounding=Rounding.UP)
    assert _points(up, _per(10_000, rule="down"), bill=15_000) == 2 + 1
    assert _points(up, _per(10_000, rule="down"), bill=15_000, rounded=Rounded.BILL) == 2 + 1


def test_a_remainder_is_carried_after_multiplier_and_tier() -> None:
    program = _program(
        _per(10_000),
        MultiplierRule(id="x2", rate_bp=20_000),
        tiers=GOLD,
        remainder=Remainder.CARRIED,
    )
    earning = _earn(program, 125_000, tier="gold")
    # 12.5 twice and a tenth more are 27.5: whole lines of 12, 12 and 2, one more of what they left over.
    assert _said(earning)[-1] == (LineKind.CARRIED, 1)
    assert (earning.points, earning.carry_delta) == (27, Fraction(1, 2))


@pytest.mark.parametrize(("carry", "missing"), [(Fraction(0), 50_000), (Fraction(3, 5), 20_000)])
def test_what_is_missing_is_less_where_points_are_doubled(carry: Fraction, missing: int) -> None:
    plain = one_rule(50_000, carried=True)
    doubled = replace(plain, rules=(*plain.rules, MultiplierRule(id="x2", rate_bp=20_000)))
    assert missing_vnd(plain, plain_footing(plain, carry)) == missing
    assert missing_vnd(doubled, plain_footing(doubled, carry)) == missing // 2


def test_four_thousand_more_make_the_next_point_from_a_hundred_thousand_up_too() -> None:
    rule = _per(10_000, when=EveryOf((BillAtLeast(3_000), BillAtLeast(1))))
    program = _program(rule, remainder=Remainder.CARRIED)
    standing = Standing(day=date(2026, 3, 2), minute=0, joined=date(2026, 3, 2))
    footing = footing_of(program, standing)
    assert missing_vnd(program, replace(footing, carry=Fraction(6, 10))) == 4_000
    assert missing_vnd(program, replace(footing, carry=Fraction(9, 10))) == 3_000


# Conditions on the bill ---------------------------------------------------------------------------


def test_a_wallet_doubles_and_cash_does_not() -> None:
    program = _program(_per(10_000), MultiplierRule(id="momo", rate_bp=20_000))
    asks = {"base": plain_footing(program).asks["base"], "momo": PaidBy(("momo",))}
    paid = [_earn(program, Bill(100_000, tender=tender), asks=asks).points for tender in ("momo", "cash")]
    assert paid == [20, 10]


def test_a_rule_may_ask_for_an_item_or_for_none() -> None:
    rule = VisitRule(id="visit", points=1)
    program = _program(rule)
    wine = HasItem(Match(items=("wine",)))
    assert _earn(program, CAFE, asks={"visit": wine}).points == 1
    assert _earn(program, CAFE, asks={"visit": Not(wine)}).points == 0
    assert _earn(program, CAFE, asks={"visit": HasItem(Match(items=("coffee",)), 4)}).points == 0


def test_an_unknown_condition_holds_nowhere_and_the_rule_says_so() -> None:
    rules = (_per(10_000), VisitRule(id="later", points=5, when=Not(UnknownCondition("moon"))))
    program = _program(*rules, UnknownRule("other", "raffle"))
    standing = Standing(day=date(2026, 3, 2), minute=0, joined=date(2026, 3, 2))
    earning = earn(program, footing_of(program, standing), Bill(50_000), 0)
    assert _said(earning) == [(LineKind.AMOUNT, 5), (LineKind.UNKNOWN, 0), (LineKind.UNKNOWN, 0)]


# Limits, caps and budgets -------------------------------------------------------------------------


def test_a_limit_cuts_what_it_does_not_leave() -> None:
    program = _program(_per(10_000), VisitRule(id="visit", points=5))
    earning = _earn(program, 200_000, room={"base": Room(points=12), "visit": Room(times=0)})
    assert earning.points == 12
    assert _said(earning) == [(LineKind.AMOUNT, 20), (LineKind.LIMITED, 0), (LineKind.LIMITED, -8)]


def test_nothing_is_said_of_a_limit_where_nothing_would_be_given() -> None:
    program = _program(_per(10_000))
    assert _said(_earn(program, 50_000, 50_000, room={"base": Room(times=0)})) == [(LineKind.AMOUNT, 0)]


def test_a_limit_of_one_bill_is_whole_on_every_bill() -> None:
    rule = _per(10_000, limits=(Limit(Per.BILL, points=5), Limit(Per.DAY, times=2)))
    program = _program(rule)
    today = date(2026, 3, 2)
    found = []
    for times in range(3):
        had = {("base", Per.DAY): Given(times, 5 * times)}
        footing = footing_of(program, Standing(day=today, minute=0, joined=today, given=had))
        found.append(earn(program, footing, Bill(90_000), 0).points)
    assert found == [5, 5, 0]


def test_a_limited_rule_leaves_no_remainder_above_its_limit() -> None:
    program = one_rule(10_000, carried=True)
    earning = _earn(program, 128_000, room={"amount": Room(points=12)})
    assert (earning.points, earning.carry_delta) == (12, Fraction(0))


@pytest.mark.parametrize(("left", "points"), [(None, 15), (20, 15), (9, 9), (0, 0)])
def test_the_narrowest_cap_counts(left: int | None, points: int) -> None:
    program = _program(
        _per(10_000), BonusRule(id="bonus", points=3), caps=(Cap(Per.BILL, 15), Cap(Per.DAY, 50))
    )
    earning = _earn(program, 200_000, cap_points=left)
    assert earning.points == points
    assert _said(earning)[-1] == (LineKind.CAPPED, points - 23)


WELCOME = Budget("welcome", "Khách mới", 100_000)


@pytest.mark.parametrize(("left_vnd", "points"), [(100_000, 20), (1_999, 19), (100, 1), (99, 0), (0, 0)])
def test_a_budget_that_stops_gives_no_more_than_it_pays_for(left_vnd: int, points: int) -> None:
    program = _program(_per(10_000, budget="welcome"), budgets=(WELCOME,), point_cost_vnd=100)
    earning = _earn(program, 200_000, budget_vnd={"welcome": left_vnd})
    assert earning.points == points
    assert earning.cost_vnd == ({"welcome": points * 100} if points else {})
    assert earning.asks_owner == ()
    assert (LineKind.OVER_BUDGET in [line.kind for line in earning.lines]) is (points < 20)


@pytest.mark.parametrize(("left_vnd", "asks"), [(2_000, ()), (1_999, ("welcome",)), (0, ("welcome",))])
def test_a_budget_that_asks_gives_and_names_itself(left_vnd: int, asks: tuple[str, ...]) -> None:
    asking = replace(WELCOME, at_end=BudgetEnd.ASK)
    program = _program(_per(10_000, budget="welcome"), budgets=(asking,), point_cost_vnd=100)
    earning = _earn(program, 200_000, budget_vnd={"welcome": left_vnd})
    assert (earning.points, earning.asks_owner) == (20, asks)


def test_two_rules_share_a_budget_the_first_goes_first() -> None:
    rules = (
        VisitRule(id="second", points=10, budget="welcome"),
        VisitRule(id="first", points=10, priority=1, budget="welcome"),
    )
    program = _program(*rules, budgets=(WELCOME,), point_cost_vnd=100)
    lines = _earn(program, 1, budget_vnd={"welcome": 1_500}).lines
    assert [(line.rule, line.points) for line in lines] == [("first", 10), ("second", 10), ("second", -5)]


def test_a_cap_takes_what_came_last_off_what_a_budget_pays() -> None:
    rules = (_per(10_000), BonusRule(id="bonus", points=8, budget="welcome"))
    program = _program(*rules, budgets=(WELCOME,), caps=(Cap(Per.BILL, 25),), point_cost_vnd=100)
    earning = _earn(program, 200_000, budget_vnd={"welcome": 9_000})
    assert (earning.points, earning.cost_vnd) == (25, {"welcome": 500})


# Stamps, tickets and vouchers ---------------------------------------------------------------------


def test_a_bill_brings_stamps_tickets_and_a_voucher() -> None:
    card = StampCard("nine", "Mua 9 tặng 1", 9, "coffee")
    program = _program(
        StampRule(id="a stamp", card="nine"),
        StampRule(id="each coffee", card="nine", match=Match(items=("coffee",))),
        TicketRule(id="tickets", draw="tet", per_vnd=60_000),
        VoucherRule(id="again", voucher="ten"),
        stamp_cards=(card,),
    )
    earning = _earn(program, CAFE)
    assert earning.points == 0
    assert earning.stamps == (UnitsGiven("a stamp", "nine", 1), UnitsGiven("each coffee", "nine", 3))
    assert earning.tickets == (UnitsGiven("tickets", "tet", 3),)
    assert earning.vouchers == (UnitsGiven("again", "ten", 1),)
    assert [(line.kind, line.count) for line in earning.lines] == [
        (LineKind.STAMPS, 1),
        (LineKind.STAMPS, 3),
        (LineKind.TICKETS, 3),
        (LineKind.VOUCHER, 1),
    ]
    assert earning.lines[0].name == "Mua 9 tặng 1"


def test_stamps_know_limits_and_the_best() -> None:
    rules = (
        StampRule(id="one", card="nine", beside=Beside.BEST),
        StampRule(id="each", card="nine", match=Match(items=("coffee",)), beside=Beside.BEST),
        VoucherRule(id="again", voucher="ten"),
    )
    program = _program(*rules)
    earning = _earn(program, CAFE, room={"each": Room(points=2), "again": Room(times=0)})
    assert earning.stamps == (UnitsGiven("each", "nine", 2),)
    assert earning.vouchers == ()
    kinds = [line.kind for line in earning.lines]
    assert kinds == [LineKind.OUTDONE, LineKind.STAMPS, LineKind.LIMITED, LineKind.LIMITED]


# Parts of a bill ----------------------------------------------------------------------------------


def test_what_is_left_of_a_bill_is_the_same_bill_in_part() -> None:
    program = _program(
        _per(1_000, only=Match(categories=("drinks",)), base=OwnBase(tax=Tax.WITHOUT)),
        ItemRule(id="coffee", match=Match(items=("coffee",)), points=2),
    )
    footing = plain_footing(program)
    bill = replace(CAFE, tax_vnd=20_000)
    # Without tax 180,000, of which 14 parts in 20 are drinks; then half of it, and one coffee and a half.
    assert earn(program, footing, bill, 0).points == 126 + 6
    assert earn(program, footing, bill, 0, left_vnd=100_000).points == 63 + 2


def test_what_a_fixed_amount_took_off_stays_off_what_is_left() -> None:
    off = AmountOff("off", "Giảm 30.000", 3, 30_000)
    books = Books(replace(one_rule(10_000), rewards=(off,)), NOON)
    books.earn("opening", 3)
    assert books.bill("bill", 100_000, Taken("off")).earning.points == 7
    assert [books.reverse("bill", 20_000).taken_back for _ in range(4)] == [2, 2, 2, 1]


def test_a_part_of_an_item_that_is_left_is_still_there() -> None:
    program = _program(VisitRule(id="visit", points=5))
    footing = replace(plain_footing(program), asks={"visit": HasItem(Match(items=("wine",)))})
    assert [earn(program, footing, CAFE, 0, left_vnd=left).points for left in (200_000, 1)] == [5, 5]


def test_offers_know_what_the_bill_lacks() -> None:
    off = AmountOff("off", "Giảm 10.000", 1, 10_000, minimum_vnd=50_000)
    program = replace(one_rule(10_000), rewards=(off,))
    (offer,) = offers(program, plain_footing(program), Bill(40_000), spendable=5, stock={})
    assert (offer.state, offer.missing) == (OfferState.BILL_TOO_SMALL, 10_000)


def test_a_footing_on_which_nothing_is_open_gives_nothing() -> None:
    program = _program(_per(1_000), VisitRule(id="visit", points=5), VoucherRule(id="v", voucher="ten"))
    earning = earn(program, Footing(carry=Fraction(1, 2)), Bill(100_000), 0)
    assert (earning.points, earning.lines, earning.units, earning.carry_delta) == (0, (), (), Fraction(0))
