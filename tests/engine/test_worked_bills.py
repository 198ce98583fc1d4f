"""Worked examples of what bills ask and bring: conditions, limits, budgets, stamps, and parts of a bill."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.conditions import (
    HasItem,
    Match,
    Not,
    PaidBy,
    UnknownCondition,
)
from loyalpos.engine.earning import LineKind, UnitsGiven, earn
from loyalpos.engine.footing import Footing, Given, Room, Standing, plain_footing
from loyalpos.engine.program import AmountOff
from loyalpos.engine.rewards import OfferState, offers
from loyalpos.engine.rules import (
    Beside,
    BonusRule,
    Budget,
    BudgetEnd,
    Cap,
    ItemRule,
    Limit,
    MultiplierRule,
    OwnBase,
    Per,
    StampRule,
    Tax,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import StampCard
from tests.engine.books import Books
from tests.engine.shapes import NOON, one_rule
from tests.engine.worked import (
    CAFE,
    earned_on,
    per_money,
    program_with,
    said_in,
)

# Conditions on the bill ---------------------------------------------------------------------------


def test_a_wallet_doubles_and_cash_does_not() -> None:
    program = program_with(per_money(10_000), MultiplierRule(id="momo", rate_bp=20_000))
    asks = {"base": plain_footing(program).asks["base"], "momo": PaidBy(("momo",))}
    paid = [earned_on(program, Bill(100_000, tender=tender), asks=asks).points for tender in ("momo", "cash")]
    assert paid == [20, 10]


def test_a_rule_may_ask_for_an_item_or_for_none() -> None:
    rule = VisitRule(id="visit", points=1)
    program = program_with(rule)
    wine = HasItem(Match(items=("wine",)))
    assert earned_on(program, CAFE, asks={"visit": wine}).points == 1
    assert earned_on(program, CAFE, asks={"visit": Not(wine)}).points == 0
    assert earned_on(program, CAFE, asks={"visit": HasItem(Match(items=("coffee",)), 4)}).points == 0


def test_an_unknown_condition_holds_nowhere_and_the_rule_says_so() -> None:
    rules = (per_money(10_000), VisitRule(id="later", points=5, when=Not(UnknownCondition("moon"))))
    program = program_with(*rules, UnknownRule("other", "raffle"))
    standing = Standing(day=date(2026, 3, 2), minute=0, joined=date(2026, 3, 2))
    earning = earn(program, footing_of(program, standing), Bill(50_000), 0)
    assert said_in(earning) == [(LineKind.AMOUNT, 5), (LineKind.UNKNOWN, 0), (LineKind.UNKNOWN, 0)]


# Limits, caps and budgets -------------------------------------------------------------------------


def test_a_limit_cuts_what_it_does_not_leave() -> None:
    program = program_with(per_money(10_000), VisitRule(id="visit", points=5))
    earning = earned_on(program, 200_000, room={"base": Room(points=12), "visit": Room(times=0)})
    assert earning.points == 12
    assert said_in(earning) == [(LineKind.AMOUNT, 20), (LineKind.LIMITED, 0), (LineKind.LIMITED, -8)]


def test_nothing_is_said_of_a_limit_where_nothing_would_be_given() -> None:
    program = program_with(per_money(10_000))
    assert said_in(earned_on(program, 50_000, 50_000, room={"base": Room(times=0)})) == [(LineKind.AMOUNT, 0)]


def test_a_limit_of_one_bill_is_whole_on_every_bill() -> None:
    rule = per_money(10_000, limits=(Limit(Per.BILL, points=5), Limit(Per.DAY, times=2)))
    program = program_with(rule)
    today = date(2026, 3, 2)
    found = []
    for times in range(3):
        had = {("base", Per.DAY): Given(times, 5 * times)}
        footing = footing_of(program, Standing(day=today, minute=0, joined=today, given=had))
        found.append(earn(program, footing, Bill(90_000), 0).points)
    assert found == [5, 5, 0]


def test_a_limited_rule_leaves_no_remainder_above_its_limit() -> None:
    program = one_rule(10_000, carried=True)
    earning = earned_on(program, 128_000, room={"amount": Room(points=12)})
    assert (earning.points, earning.carry_delta) == (12, Fraction(0))


@pytest.mark.parametrize(("left", "points"), [(None, 15), (20, 15), (9, 9), (0, 0)])
def test_the_narrowest_cap_counts(left: int | None, points: int) -> None:
    program = program_with(
        per_money(10_000), BonusRule(id="bonus", points=3), caps=(Cap(Per.BILL, 15), Cap(Per.DAY, 50))
    )
    earning = earned_on(program, 200_000, cap_points=left)
    assert earning.points == points
    assert said_in(earning)[-1] == (LineKind.CAPPED, points - 23)


WELCOME = Budget("welcome", "Khách mới", 100_000)


@pytest.mark.parametrize(("left_vnd", "points"), [(100_000, 20), (1_999, 19), (100, 1), (99, 0), (0, 0)])
def test_a_budget_that_stops_gives_no_more_than_it_pays_for(left_vnd: int, points: int) -> None:
    program = program_with(per_money(10_000, budget="welcome"), budgets=(WELCOME,), point_cost_vnd=100)
    earning = earned_on(program, 200_000, budget_vnd={"welcome": left_vnd})
    assert earning.points == points
    assert earning.cost_vnd == ({"welcome": points * 100} if points else {})
    assert earning.asks_owner == ()
    assert (LineKind.OVER_BUDGET in [line.kind for line in earning.lines]) is (points < 20)


@pytest.mark.parametrize(("left_vnd", "asks"), [(2_000, ()), (1_999, ("welcome",)), (0, ("welcome",))])
def test_a_budget_that_asks_gives_and_names_itself(left_vnd: int, asks: tuple[str, ...]) -> None:
    asking = replace(WELCOME, at_end=BudgetEnd.ASK)
    program = program_with(per_money(10_000, budget="welcome"), budgets=(asking,), point_cost_vnd=100)
    earning = earned_on(program, 200_000, budget_vnd={"welcome": left_vnd})
    assert (earning.points, earning.asks_owner) == (20, asks)


def test_two_rules_share_a_budget_the_first_goes_first() -> None:
    rules = (
        VisitRule(id="second", points=10, budget="welcome"),
        VisitRule(id="first", points=10, priority=1, budget="welcome"),
    )
    program = program_with(*rules, budgets=(WELCOME,), point_cost_vnd=100)
    lines = earned_on(program, 1, budget_vnd={"welcome": 1_500}).lines
    assert [(line.rule, line.points) for line in lines] == [("first", 10), ("second", 10), ("second", -5)]


def test_a_cap_takes_what_came_last_off_what_a_budget_pays() -> None:
    rules = (per_money(10_000), BonusRule(id="bonus", points=8, budget="welcome"))
    program = program_with(*rules, budgets=(WELCOME,), caps=(Cap(Per.BILL, 25),), point_cost_vnd=100)
    earning = earned_on(program, 200_000, budget_vnd={"welcome": 9_000})
    assert (earning.points, earning.cost_vnd) == (25, {"welcome": 500})


# Stamps, tickets and vouchers ---------------------------------------------------------------------


def test_a_bill_brings_stamps_tickets_and_a_voucher() -> None:
    card = StampCard("nine", "Mua 9 tặng 1", 9, "coffee")
    program = program_with(
        StampRule(id="a stamp", card="nine"),
        StampRule(id="each coffee", card="nine", match=Match(items=("coffee",))),
        TicketRule(id="tickets", draw="tet", per_vnd=60_000),
        VoucherRule(id="again", voucher="ten"),
        stamp_cards=(card,),
    )
    earning = earned_on(program, CAFE)
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
    program = program_with(*rules)
    earning = earned_on(program, CAFE, room={"each": Room(points=2), "again": Room(times=0)})
    assert earning.stamps == (UnitsGiven("each", "nine", 2),)
    assert earning.vouchers == ()
    kinds = [line.kind for line in earning.lines]
    assert kinds == [LineKind.OUTDONE, LineKind.STAMPS, LineKind.LIMITED, LineKind.LIMITED]


# Parts of a bill ----------------------------------------------------------------------------------


def test_what_is_left_of_a_bill_is_the_same_bill_in_part() -> None:
    program = program_with(
        per_money(1_000, only=Match(categories=("drinks",)), base=OwnBase(tax=Tax.WITHOUT)),
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
    program = program_with(VisitRule(id="visit", points=5))
    footing = replace(plain_footing(program), asks={"visit": HasItem(Match(items=("wine",)))})
    assert [earn(program, footing, CAFE, 0, left_vnd=left).points for left in (200_000, 1)] == [5, 5]


def test_offers_know_what_the_bill_lacks() -> None:
    off = AmountOff("off", "Giảm 10.000", 1, 10_000, minimum_vnd=50_000)
    program = replace(one_rule(10_000), rewards=(off,))
    (offer,) = offers(program, plain_footing(program), Bill(40_000), spendable=5, stock={})
    assert (offer.state, offer.missing) == (OfferState.BILL_TOO_SMALL, 10_000)


def test_a_footing_on_which_nothing_is_open_gives_nothing() -> None:
    program = program_with(
        per_money(1_000), VisitRule(id="visit", points=5), VoucherRule(id="v", voucher="ten")
    )
    earning = earn(program, Footing(carry=Fraction(1, 2)), Bill(100_000), 0)
    assert (earning.points, earning.lines, earning.units, earning.carry_delta) == (0, (), (), Fraction(0))
