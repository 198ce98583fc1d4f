"""Laws of earning under every kind of rule, for every program, footing and bill."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.earning import LineKind, earn
from loyalpos.engine.footing import Room
from loyalpos.engine.limits import had_from
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    Beside,
    Limit,
    MultiplierRule,
    OwnBase,
    Per,
    UnknownRule,
    VisitRule,
)
from loyalpos.engine.tenders import told_whole
from tests.engine.earning_shapes import (
    BASE_KINDS,
    Case,
    bills,
    cases,
    footings,
    open_footing,
    own_bases,
    program_bases,
    programs,
)
from tests.engine.shapes import bases

UNITS = (LineKind.STAMPS, LineKind.TICKETS, LineKind.VOUCHER)
CUTS = (LineKind.LIMITED, LineKind.OVER_BUDGET, LineKind.CAPPED)


@given(cases())
def test_the_lines_add_up_to_the_points_and_only_cuts_and_remainders_take_away(case: Case) -> None:
    earning = earn(*case)
    assert earning.points == sum(line.points for line in earning.lines)
    assert earning.points >= 0
    for line in earning.lines:
        if line.points < 0:
            assert line.kind in (*CUTS, LineKind.CARRIED)
        if line.kind in (*UNITS, LineKind.UNKNOWN, LineKind.OUTDONE, LineKind.BELOW_MINIMUM):
            assert line.points == 0


@given(cases())
def test_everything_that_is_given_is_a_whole_number_and_the_remainder_a_fraction(case: Case) -> None:
    program, footing, _, _ = case
    earning = earn(*case)
    for line in earning.lines:
        assert type(line.points) is type(line.base_vnd) is type(line.count) is int
    assert type(earning.base_vnd) is type(earning.points) is int
    assert type(earning.carry_delta) is Fraction
    assert (earning.carry_in, earning.base_vnd >= 0) == (footing.carry, True)
    assert all(type(cost_vnd) is int and cost_vnd > 0 for cost_vnd in earning.cost_vnd.values())
    if program.remainder is Remainder.DROPPED:
        assert earning.carry_delta == 0
    elif earning.carry_delta and footing.carry < 1:
        assert footing.carry + earning.carry_delta < 1


@given(cases())
def test_no_limit_cap_or_budget_is_overrun(case: Case) -> None:
    program, footing, _, _ = case
    earning = earn(*case)
    for rule, room in footing.room.items():
        if room.times == 0:
            assert not earning.given.get(rule)
        if room.points is not None:
            assert earning.given.get(rule, 0) <= room.points
    if footing.cap_points is not None:
        assert earning.points <= footing.cap_points
    assert all(earning.points <= cap.points for cap in program.caps)
    if "stop" in footing.budget_vnd:
        assert earning.cost_vnd.get("stop", 0) <= footing.budget_vnd["stop"]
    over = "ask" in footing.budget_vnd and earning.cost_vnd.get("ask", 0) > footing.budget_vnd["ask"]
    assert earning.asks_owner == (("ask",) if over else ())


@given(cases())
def test_every_point_and_unit_is_of_the_rule_whose_limits_it_counts_for(case: Case) -> None:
    """All but a tier's, which no limit binds: rounding, remainders and caps are of rules as well."""
    program, footing, _, _ = case
    earning = earn(*case)
    counted = {one.id: one for one in had_from(earning)}
    units = {one.rule: one.count for one in earning.units}
    points = sum(count for rule, count in earning.given.items() if rule not in units)
    has_tier = program.tiers.tier(footing.tier) is not None
    assert points <= earning.points if has_tier else points == earning.points
    assert {rule: earning.given[rule] for rule in units} == units
    given = {rule: count for rule, count in earning.given.items() if count}
    assert {rule: one.points for rule, one in counted.items() if rule} == given


@given(
    programs((AmountRule, BandRule, VisitRule)), st.lists(bases, min_size=2, max_size=6), st.integers(1, 9)
)
def test_no_limit_of_a_day_is_overrun_by_bills_of_that_day(
    program: Program, totals: list[int], most: int
) -> None:
    limits = (Limit(Per.DAY, points=most),)
    limited = replace(program, rules=tuple(replace(rule, limits=limits) for rule in program.rules))
    given, carry = dict[str, int](), Fraction(0)
    for total_vnd in totals:
        room = {rule.id: Room(points=most - given.get(rule.id, 0)) for rule in limited.rules}
        earning = earn(limited, replace(open_footing(limited, carry), room=room), Bill(total_vnd), 0)
        carry += earning.carry_delta
        for one in had_from(earning):
            given[one.id] = given.get(one.id, 0) + one.points
    assert given.pop("") <= most * len(limited.rules)
    assert all(points <= most for points in given.values())


@given(cases())
def test_what_is_cut_was_given_first(case: Case) -> None:
    program, footing, bill, off_vnd = case
    cut = earn(*case)
    freed = replace(footing, room={}, cap_points=None, budget_vnd={}, carry=Fraction(0))
    free = earn(replace(program, caps=(), remainder=Remainder.DROPPED), freed, bill, off_vnd)
    dropped = earn(
        replace(program, remainder=Remainder.DROPPED), replace(footing, carry=Fraction(0)), bill, off_vnd
    )
    stands_alone = {rule.beside for rule in program.rules if not isinstance(rule, UnknownRule)} == {
        Beside.ADD
    }
    if stands_alone and not any(isinstance(rule, MultiplierRule) for rule in program.rules):
        assert dropped.points <= free.points
    for line in cut.lines:
        if line.kind in CUTS and line.rule and line.points:
            mine = [one.points for one in cut.lines if one.rule == line.rule and one.points > 0]
            assert sum(mine) >= -line.points


@given(cases())
def test_nothing_bought_earns_nothing(case: Case) -> None:
    program, footing, bill, _ = case
    earning = earn(program, footing, replace(bill, total_vnd=0), 0)
    assert (earning.points, earning.lines, earning.units, earning.cost_vnd) == (0, (), (), {})
    assert earning.carry_delta == 0


@given(cases())
def test_an_unknown_rule_changes_nothing_but_says_so(case: Case) -> None:
    program, footing, bill, off_vnd = case
    assume(bill.is_purchase)
    later = UnknownRule("from later", "raffle")
    with_it = earn(replace(program, rules=(*program.rules, later)), footing, bill, off_vnd)
    without = earn(*case)
    said = [line for line in with_it.lines if line.rule == later.id]
    assert [(line.kind, line.points) for line in said] == [(LineKind.UNKNOWN, 0)]
    assert replace(with_it, lines=without.lines) == without
    assert [line for line in with_it.lines if line.rule != later.id] == list(without.lines)


@given(cases())
def test_a_rule_that_is_not_open_might_as_well_not_be_there(case: Case) -> None:
    program, footing, bill, off_vnd = case
    there = tuple(rule for rule in program.rules if isinstance(rule, UnknownRule) or rule.id in footing.asks)
    assert earn(replace(program, rules=there), footing, bill, off_vnd) == earn(*case)


@given(cases())
def test_all_that_is_left_of_a_bill_is_the_bill(case: Case) -> None:
    program, footing, bill, off_vnd = case
    whole = told_whole(bill, bill.total_vnd - off_vnd)
    assert earn(program, footing, whole, off_vnd, left_vnd=bill.total_vnd) == earn(*case)


@given(programs(BASE_KINDS), bills, st.data())
def test_a_stage_says_each_rule_once(program: Program, bill: Bill, data: st.DataObject) -> None:
    earning = earn(program, data.draw(footings(program)), bill, 0)
    given_lines = [
        line.rule for line in earning.lines if line.rule and not (line.kind in CUTS and line.points)
    ]
    assert len(given_lines) == len(set(given_lines))


@given(programs((AmountRule, BandRule)), bills, st.data())
def test_a_base_that_leaves_fields_open_counts_as_one_written_out_under_any_program(
    program: Program, bill: Bill, data: st.DataObject
) -> None:
    usual, other = program.base, data.draw(program_bases)
    open_rules, whole_rules = [], []
    for rule in program.rules:
        assert isinstance(rule, AmountRule | BandRule)
        own = data.draw(own_bases)
        said = OwnBase(
            usual.discount if own.discount is None else own.discount,
            usual.tax if own.tax is None else own.tax,
            usual.paid if own.paid is None else own.paid,
        )
        open_rules.append(replace(rule, base=own))
        whole_rules.append(replace(rule, base=said))
    inheriting = replace(program, rules=tuple(open_rules))
    # Of what the program counts nothing is left to a rule that says all of it, and no condition asks.
    written = replace(program, rules=tuple(whole_rules), base=other)
    off_vnd = data.draw(st.integers(0, bill.total_vnd))
    footing = open_footing(program)
    inherited, said_out = (earn(one, footing, bill, off_vnd) for one in (inheriting, written))
    assert (inherited.points, inherited.lines) == (said_out.points, said_out.lines)
