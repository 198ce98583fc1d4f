"""Laws of rules beside one another: their order, the lines they share, and rounding them together."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.conditions import Match
from loyalpos.engine.earning import LineKind, earn
from loyalpos.engine.footing import Room
from loyalpos.engine.program import Program, Remainder, Rounded
from loyalpos.engine.rules import (
    AmountRule,
    Beside,
    Budget,
    MultiplierRule,
    Rounding,
    Rule,
    UnknownRule,
    VisitRule,
)
from tests.engine.earning_shapes import (
    BASE_KINDS,
    Case,
    bills,
    cases,
    open_footing,
    per_vnds,
    plain_earning,
    points,
    programs,
    rules,
)

# The order of independent rules does not matter ------------------------------------------------------
# Of programs whose rules all add with one priority, and are paid from no budget that stops.


@given(cases(), st.data())
def test_the_order_of_rules_that_add_does_not_matter(case: Case, data: st.DataObject) -> None:
    program, footing, bill, off_vnd = case
    adding = [
        rule if isinstance(rule, UnknownRule) else replace(rule, beside=Beside.ADD, priority=0)
        for rule in program.rules
    ]
    footing = replace(footing, budget_vnd={}, cap_points=None)
    program = replace(program, caps=())
    one = earn(replace(program, rules=tuple(adding)), footing, bill, off_vnd)
    other = earn(replace(program, rules=tuple(data.draw(st.permutations(adding)))), footing, bill, off_vnd)
    assert (one.points, one.carry_delta, one.cost_vnd) == (other.points, other.carry_delta, other.cost_vnd)
    assert sorted(map(repr, one.lines)) == sorted(map(repr, other.lines))
    assert set(one.units) == set(other.units)


def test_the_order_decides_between_equals_that_stand_alone_and_who_is_paid_from_a_budget() -> None:
    alone = (
        VisitRule(id="one", points=1, beside=Beside.EXCLUSIVE),
        VisitRule(id="nine", points=9, beside=Beside.EXCLUSIVE),
    )
    assert [plain_earning(Program(1, order), 1).points for order in (alone, alone[::-1])] == [1, 9]
    paid = (VisitRule(id="one", points=1, budget="b"), VisitRule(id="nine", points=9, budget="b"))
    found = []
    for order in (paid, paid[::-1]):
        program = Program(1, order, budgets=(Budget("b", "B", 1),), point_cost_vnd=1)
        earning = earn(program, replace(open_footing(program), budget_vnd={"b": 3}), Bill(1), 0)
        assert earning.points == 3
        found.append({line.rule for line in earning.lines if line.kind is LineKind.OVER_BUDGET})
    assert found == [{"nine"}, {"one", "nine"}]


# Lines and shares ------------------------------------------------------------------------------------


@given(bills, per_vnds, points)
def test_what_is_counted_and_what_is_left_out_is_the_whole_bill(bill: Bill, per_vnd: int, each: int) -> None:
    drinks = Match(categories=("drinks",))
    counted = AmountRule(id="r0", per_vnd=per_vnd, points=each, only=drinks)
    left_out = AmountRule(id="r1", per_vnd=per_vnd, points=each, without=drinks)
    both = Program(1, (counted, left_out), remainder=Remainder.CARRIED)
    whole = Program(1, (AmountRule(id="r0", per_vnd=per_vnd, points=each),), remainder=Remainder.CARRIED)
    one, other = (earn(program, open_footing(program), bill, 0) for program in (both, whole))
    assert (one.points, one.carry_delta) == (other.points, other.carry_delta)


@given(rules(0, BASE_KINDS), bills, st.integers(10_001, 50_000))
def test_multiplying_some_lines_and_the_others_is_multiplying_all(
    rule: Rule, bill: Bill, rate_bp: int
) -> None:
    def extra(*multipliers: MultiplierRule) -> Fraction:
        program = Program(1, (rule, *multipliers), remainder=Remainder.CARRIED)
        earning = earn(program, open_footing(program), bill, 0)
        return earning.points + earning.carry_delta

    drinks = Match(categories=("drinks",))
    # Every other line belongs to one of these: of no category, or of food.
    others = [("drinks",), ("food",), ("",)]
    cut = tuple(
        MultiplierRule(id=f"m{at}", rate_bp=rate_bp, match=Match(categories=names))
        for at, names in enumerate(others)
    )
    assert drinks == cut[0].match
    assert extra(*cut) == extra(MultiplierRule(id="all", rate_bp=rate_bp))


def _bare(rule: Rule) -> Rule:
    if isinstance(rule, AmountRule):
        rule = replace(rule, rounding=None)
    return rule if isinstance(rule, UnknownRule) else replace(rule, beside=Beside.ADD, budget="")


@given(programs(BASE_KINDS), bills)
def test_rounding_together_is_rounding_the_exact_sum(program: Program, bill: Bill) -> None:
    bare = tuple(_bare(rule) for rule in program.rules)
    down = Program(1, bare, remainder=Remainder.CARRIED, base=program.base)
    exact = earn(down, open_footing(down), bill, 0)
    total = exact.points + exact.carry_delta
    for rounding in Rounding:
        together = Program(1, bare, rounding=rounding, rounded=Rounded.BILL, base=program.base)
        found = earn(together, open_footing(together), bill, 0).points
        assert (
            found
            == {
                Rounding.DOWN: total.__floor__(),
                Rounding.HALF_UP: (total + Fraction(1, 2)).__floor__(),
                Rounding.UP: total.__ceil__(),
            }[rounding]
        )


def test_a_bill_of_gifts_has_lines_that_are_worth_nothing() -> None:
    free = Bill(0, lines=(BillLine("Quà", 1, 0, "coffee"),))
    program = Program(1, (AmountRule(id="r0", per_vnd=1, only=Match(items=("coffee",))),))
    assert earn(program, open_footing(program), free, 0).points == 0


def test_room_for_a_rule_is_not_room_for_what_multiplies_it() -> None:
    rules_ = (VisitRule(id="visit", points=10), MultiplierRule(id="x2", rate_bp=20_000))
    program = Program(1, rules_)
    footing = replace(open_footing(program), room={"visit": Room(points=4)})
    assert earn(program, footing, Bill(1), 0).points == 4 + 10
