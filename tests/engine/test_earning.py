"""Laws of earning: more money is never fewer points, and splitting a bill never pays."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.earning import LineKind
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.next_point import missing_vnd
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import AmountRule, Rounding, UnknownRule
from tests.engine.shapes import (
    amount_rules,
    bases,
    carries,
    earned,
    earning_programs,
    one_rule,
    programs,
    purchases,
)

NONE = Fraction(0)
no_minimum = st.just(0)


def _points(program: Program, base_vnd: int) -> int:
    return earned(program, NONE, base_vnd).points


def _missing(program: Program, carry: Fraction) -> int | None:
    return missing_vnd(program, plain_footing(program, carry))


def _in_sequence(program: Program, carry: Fraction, parts: list[int]) -> tuple[int, Fraction]:
    points = 0
    for part in parts:
        earning = earned(program, carry, part)
        points, carry = points + earning.points, carry + earning.carry_delta
    return points, carry


@given(programs(), carries, bases, bases)
def test_a_larger_bill_never_earns_less_whatever_the_program(
    program: Program, carry: Fraction, one: int, other: int
) -> None:
    less, more = sorted((one, other))
    assert earned(program, carry, less).points <= earned(program, carry, more).points


@given(earning_programs(), st.lists(bases, min_size=1, max_size=5))
def test_splitting_a_bill_never_earns_more_where_points_are_rounded_down(
    program: Program, parts: list[int]
) -> None:
    assert sum(_points(program, part) for part in parts) <= _points(program, sum(parts))


@given(
    earning_programs(remainder=Remainder.CARRIED, minimum=no_minimum),
    carries,
    st.lists(bases, min_size=1, max_size=6),
)
def test_splitting_a_bill_earns_exactly_as_much_where_the_remainder_is_carried(
    program: Program, carry: Fraction, parts: list[int]
) -> None:
    whole = earned(program, carry, sum(parts))
    assert _in_sequence(program, carry, parts) == (whole.points, carry + whole.carry_delta)


@given(earning_programs(remainder=Remainder.CARRIED), carries, st.lists(bases, min_size=1, max_size=6))
def test_splitting_a_bill_never_earns_more_where_a_carried_rule_has_a_minimum(
    program: Program, carry: Fraction, parts: list[int]
) -> None:
    assert _in_sequence(program, carry, parts)[0] <= earned(program, carry, sum(parts)).points


@given(earning_programs(remainder=Remainder.CARRIED), carries, st.lists(bases, max_size=8))
def test_the_carried_remainder_stays_below_one_point_and_nothing_gets_lost(
    program: Program, carry: Fraction, parts: list[int]
) -> None:
    exact = carry
    for part in parts:
        exact += sum(
            (
                Fraction(part * rule.points, rule.per_vnd)
                for rule in program.rules
                if isinstance(rule, AmountRule) and part >= rule.minimum_vnd
            ),
            NONE,
        )
    points, carry = _in_sequence(program, carry, parts)
    assert 0 <= carry < 1
    assert points + carry == exact


@given(st.fractions(-3, 4, max_denominator=40), purchases)
def test_a_remainder_a_return_pushed_outside_settles_with_the_next_earn(
    carry: Fraction, base_vnd: int
) -> None:
    earning = earned(one_rule(50_000, carried=True), carry, base_vnd)
    assert earning.points >= 0
    after = carry + earning.carry_delta
    assert after + earning.points == carry + Fraction(base_vnd, 50_000)
    assert after < 1
    assert after >= 0 or earning.points == 0, "what is owed of a point is paid before one is given"


@given(programs(), carries, purchases)
def test_the_lines_of_an_earning_add_up_to_it(program: Program, carry: Fraction, base_vnd: int) -> None:
    earning = earned(program, carry, base_vnd)
    assert sum(line.points for line in earning.lines) == earning.points
    ruled = [line.rule for line in earning.lines if line.kind is not LineKind.CARRIED]
    assert ruled == [rule.id for rule in program.rules], "each rule says something, in its order"
    assert (earning.base_vnd, earning.carry_in) == (base_vnd, carry)


@given(purchases, st.sampled_from(Rounding))
def test_an_unknown_rule_gives_no_points_and_says_so(base_vnd: int, rounding: Rounding) -> None:
    known = one_rule(10_000)
    program = replace(known, rules=(UnknownRule("later", "stamps"), *known.rules), rounding=rounding)
    earning = earned(program, NONE, base_vnd)
    assert earning.points == earned(replace(known, rounding=rounding), NONE, base_vnd).points
    assert (earning.lines[0].kind, earning.lines[0].points) == (LineKind.UNKNOWN, 0)


@given(amount_rules(), bases)
def test_each_rounding_is_what_its_name_says(rule: AmountRule, base_vnd: int) -> None:
    assume(base_vnd >= rule.minimum_vnd)
    exact = Fraction(base_vnd * rule.points, rule.per_vnd)
    down, half, up = (
        _points(Program(1, (rule,), rounding=mode), base_vnd)
        for mode in (Rounding.DOWN, Rounding.HALF_UP, Rounding.UP)
    )
    assert down <= exact < down + 1
    assert up - 1 < exact <= up
    assert half - exact <= Fraction(1, 2) < half - exact + 1


@given(amount_rules(st.integers(2, 300_000)))
def test_a_bill_below_the_minimum_earns_nothing_and_says_what_the_minimum_is(rule: AmountRule) -> None:
    for remainder in Remainder:
        program = Program(1, (rule,), remainder=remainder)
        below = earned(program, Fraction(1, 2), rule.minimum_vnd - 1)
        assert (below.points, below.carry_delta) == (0, NONE)
        assert (below.lines[0].kind, below.lines[0].limit_vnd) == (LineKind.BELOW_MINIMUM, rule.minimum_vnd)
        assert earned(program, NONE, rule.minimum_vnd).lines[0].kind is LineKind.AMOUNT


@given(amount_rules(), st.fractions(-2, 1, max_denominator=40).filter(lambda carry: carry < 1))
def test_what_is_missing_for_the_next_point_is_the_least_amount_that_earns_one(
    rule: AmountRule, carry: Fraction
) -> None:
    program = Program(1, (rule,), remainder=Remainder.CARRIED)
    missing = _missing(program, carry)
    assert missing is not None
    assert missing >= 1
    assert earned(program, carry, missing).points >= 1
    assert earned(program, carry, missing - 1).points == 0


def test_what_is_missing_is_unsaid_where_rules_overlap_or_nothing_is_carried() -> None:
    rule = AmountRule("amount", 10_000)
    assert _missing(Program(1, (rule,)), NONE) is None
    assert _missing(Program(1, (rule, rule), remainder=Remainder.CARRIED), NONE) is None
    assert _missing(Program(1, (), remainder=Remainder.CARRIED), NONE) is None


def test_a_carried_part_joins_whole_lines_in_a_line_of_its_own() -> None:
    lines = earned(one_rule(50_000, carried=True), Fraction(3, 5), 70_000).lines
    assert [(line.kind, line.points) for line in lines] == [(LineKind.AMOUNT, 1), (LineKind.CARRIED, 1)]


def test_half_a_point_is_rounded_up_every_time() -> None:
    program = replace(one_rule(10_000), rounding=Rounding.HALF_UP)
    assert [_points(program, base_vnd) for base_vnd in (4_999, 5_000, 15_000, 25_000)] == [0, 1, 2, 3]


def test_the_worked_examples_of_the_counter() -> None:
    dropped, carried = one_rule(10_000), one_rule(50_000, carried=True)
    assert _points(dropped, 125_000) == 12
    assert _points(one_rule(10_000, minimum_vnd=50_000), 49_999) == 0
    assert earned(carried, NONE, 30_000).points == 0
    assert earned(carried, NONE, 30_000).carry_delta == Fraction(3, 5)
    assert earned(carried, Fraction(3, 5), 20_000).points == 1
    assert earned(carried, Fraction(3, 5), 20_000).carry_delta == Fraction(-3, 5)
    assert _missing(carried, Fraction(3, 5)) == 20_000
