"""Laws of amounts and where they end: more money is never fewer points, and splitting a bill never pays."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import BillAtLeast, Not
from loyalpos.engine.earning import earn
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    Beside,
    BonusRule,
    Budget,
    Cap,
    MultiplierRule,
    Per,
    Rounding,
    Rule,
    UnknownRule,
    VisitRule,
)
from tests.engine.earning_shapes import (
    TIERS,
    bills,
    footings,
    open_footing,
    per_vnds,
    plain_earning,
    points,
    programs,
)
from tests.engine.shapes import bases

# More money is never fewer points --------------------------------------------------------------------
# Of programs whose rules all add, whose bands rise, that ask of the bill at most that it be large enough,
# and that are paid from no budget while a remainder is carried.


def _rising(rule: Rule) -> Rule:
    if isinstance(rule, BandRule):
        edges = sorted({band.from_vnd for band in rule.bands})
        rising = sorted(band.points for band in rule.bands)
        rule = replace(rule, bands=tuple(Band(*pair) for pair in zip(edges, rising, strict=False)))
    return rule if isinstance(rule, UnknownRule) else replace(rule, beside=Beside.ADD)


@given(programs(), bases, bases, st.data())
def test_a_larger_bill_never_earns_less(program: Program, one: int, other: int, data: st.DataObject) -> None:
    program = replace(program, rules=tuple(_rising(rule) for rule in program.rules))
    footing = data.draw(footings(program))
    asks = {rule: data.draw(st.builds(BillAtLeast, st.integers(0, 500_000))) for rule in footing.asks}
    footing = replace(footing, asks=asks)
    if program.remainder is Remainder.CARRIED:
        footing = replace(footing, budget_vnd={})
    less, more = sorted((one, other))
    assert earn(program, footing, Bill(less), 0).points <= earn(program, footing, Bill(more), 0).points


@given(programs(), bills, st.data())
def test_paying_more_of_a_bill_with_points_never_earns_more(
    program: Program, bill: Bill, data: st.DataObject
) -> None:
    program = replace(program, rules=tuple(_rising(rule) for rule in program.rules))
    footing = data.draw(footings(program))
    asks = {rule: data.draw(st.builds(BillAtLeast, st.integers(0, 500_000))) for rule in footing.asks}
    footing = replace(footing, asks=asks, budget_vnd={})
    less, more = sorted(data.draw(st.tuples(*[st.integers(0, bill.total_vnd)] * 2)))
    assert earn(program, footing, bill, more).points <= earn(program, footing, bill, less).points


def test_a_larger_bill_may_earn_less_where_bands_fall_or_a_poor_rule_shuts_out_a_rich_one() -> None:
    falling = BandRule(id="bands", bands=(Band(0, 9), Band(100_000, 1)))
    poor = VisitRule(id="poor", points=1, beside=Beside.EXCLUSIVE, when=BillAtLeast(100_000))
    small_only = VisitRule(id="small", points=9, when=Not(BillAtLeast(100_000)))
    best = (
        AmountRule(id="a", per_vnd=10_000, beside=Beside.BEST),
        VisitRule(id="b", points=9, beside=Beside.BEST),
        MultiplierRule(id="only b", rate_bp=30_000, of=("b",)),
    )
    outside: tuple[tuple[tuple[Rule, ...], int], ...] = (
        ((falling,), 99_999),
        ((AmountRule(id="base", per_vnd=10_000), poor), 99_999),
        ((small_only,), 99_999),
        (best, 89_999),
    )
    for found, less in outside:
        program = Program(1, found)
        assert plain_earning(program, 100_000).points < plain_earning(program, less).points


def test_a_point_made_of_remainders_is_paid_from_the_budget_too() -> None:
    found = (
        AmountRule(id="base", per_vnd=10_000, budget="b", priority=1),
        VisitRule(id="visit", points=3, budget="b"),
    )
    program = Program(
        1, found, remainder=Remainder.CARRIED, budgets=(Budget("b", "B", 1),), point_cost_vnd=100
    )
    footing = replace(open_footing(program, Fraction(1, 2)), budget_vnd={"b": 600})
    assert [earn(program, footing, Bill(total), 0).points for total in (59_000, 60_000)] == [6, 6]


# Splitting a bill never pays, where everything is by the amount and rounded down ---------------------


@st.composite
def by_amount(draw: st.DrawFn, remainder: Remainder, *, minimum: int = 0) -> Program:
    """Amount rules and multipliers of them, rounded down, with a tier."""
    count = draw(st.integers(1, 3))
    amounts = [
        AmountRule(
            id=f"r{number}",
            per_vnd=draw(per_vnds),
            points=draw(points),
            minimum_vnd=draw(st.integers(0, minimum)),
        )
        for number in range(count)
    ]
    least = BillAtLeast(draw(st.integers(0, minimum)))
    multipliers = [
        MultiplierRule(
            id=f"m{number}",
            rate_bp=draw(st.integers(10_001, 40_000)),
            of=draw(st.sampled_from(((), ("r0",)))),
            when=least,
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    return Program(1, (*amounts, *multipliers), remainder=remainder, tiers=TIERS)


splits = st.lists(bases, min_size=1, max_size=5)
tiers = st.sampled_from(("", "silver", "gold"))


def _one_by_one(program: Program, parts: list[int], carry: Fraction, tier: str) -> tuple[int, Fraction]:
    given_points = 0
    for part in parts:
        earning = earn(program, open_footing(program, carry, tier), Bill(part), 0)
        given_points, carry = given_points + earning.points, carry + earning.carry_delta
    return given_points, carry


@given(by_amount(Remainder.DROPPED, minimum=300_000), splits, tiers)
def test_splitting_never_earns_more_where_parts_of_points_are_dropped(
    program: Program, parts: list[int], tier: str
) -> None:
    whole = earn(program, open_footing(program, tier=tier), Bill(sum(parts)), 0)
    assert _one_by_one(program, parts, Fraction(0), tier)[0] <= whole.points


@given(
    by_amount(Remainder.CARRIED),
    splits,
    tiers,
    st.fractions(0, 1, max_denominator=50).filter(lambda c: c < 1),
)
def test_splitting_earns_exactly_as_much_where_the_remainder_is_carried_after_multipliers(
    program: Program, parts: list[int], tier: str, carry: Fraction
) -> None:
    whole = earn(program, open_footing(program, carry, tier), Bill(sum(parts)), 0)
    assert _one_by_one(program, parts, carry, tier) == (whole.points, carry + whole.carry_delta)


@given(by_amount(Remainder.CARRIED, minimum=300_000), splits, tiers)
def test_splitting_never_earns_more_where_a_carried_rule_asks_for_a_minimum(
    program: Program, parts: list[int], tier: str
) -> None:
    whole = earn(program, open_footing(program, tier=tier), Bill(sum(parts)), 0)
    assert _one_by_one(program, parts, Fraction(0), tier)[0] <= whole.points


def test_splitting_pays_where_a_bill_as_such_counts_or_points_are_rounded_up() -> None:
    amount = AmountRule(id="base", per_vnd=10_000)
    outside = (
        (Program(1, (amount, VisitRule(id="visit", points=1))), 20_000),
        (Program(1, (amount, BonusRule(id="bonus", points=1))), 20_000),
        (Program(1, (BandRule(id="bands", bands=(Band(0, 5), Band(30_000, 6))),)), 20_000),
        (Program(1, (amount,), rounding=Rounding.HALF_UP), 25_000),
        (Program(1, (amount,), rounding=Rounding.UP), 25_000),
        (Program(1, (amount,), caps=(Cap(Per.BILL, 2),)), 20_000),
        (Program(1, (replace(amount, when=Not(BillAtLeast(30_000))),)), 20_000),
    )
    for program, half in outside:
        assert 2 * plain_earning(program, half).points > plain_earning(program, 2 * half).points


def test_splitting_loses_a_carried_point_where_a_minimum_is_missed() -> None:
    program = Program(1, (AmountRule("base", 10_000, minimum_vnd=20_000),), remainder=Remainder.CARRIED)
    assert _one_by_one(program, [15_000, 15_000], Fraction(0), "") == (0, Fraction(0))
    assert plain_earning(program, 30_000).points == 3
