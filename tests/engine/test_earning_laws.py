"""Laws of earning under every kind of rule, each with the programs it holds for and examples outside them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.conditions import BillAtLeast, Match, Not
from loyalpos.engine.earning import Earning, LineKind, earn
from loyalpos.engine.footing import Footing, Room
from loyalpos.engine.limits import had_from
from loyalpos.engine.program import Program, Remainder, Rounded
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    Beside,
    BonusRule,
    Budget,
    Cap,
    Limit,
    MultiplierRule,
    OwnBase,
    Per,
    Rounding,
    Rule,
    UnknownRule,
    VisitRule,
)
from loyalpos.engine.tenders import told_whole
from tests.engine.earning_shapes import (
    BASE_KINDS,
    TIERS,
    bills,
    cases,
    footings,
    open_footing,
    own_bases,
    per_vnds,
    points,
    program_bases,
    programs,
    rules,
)
from tests.engine.shapes import bases

Case = tuple[Program, Footing, Bill, int]

UNITS = (LineKind.STAMPS, LineKind.TICKETS, LineKind.VOUCHER)
CUTS = (LineKind.LIMITED, LineKind.OVER_BUDGET, LineKind.CAPPED)


def _plain(program: Program, total_vnd: int, carry: Fraction = Fraction(0)) -> Earning:
    return earn(program, open_footing(program, carry), Bill(total_vnd), 0)


# For every program, footing and bill ---------------------------------------------------------------


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


# What counts -------------------------------------------------------------------------------------------


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
        assert _plain(program, 100_000).points < _plain(program, less).points


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
        assert 2 * _plain(program, half).points > _plain(program, 2 * half).points


def test_splitting_loses_a_carried_point_where_a_minimum_is_missed() -> None:
    program = Program(1, (AmountRule("base", 10_000, minimum_vnd=20_000),), remainder=Remainder.CARRIED)
    assert _one_by_one(program, [15_000, 15_000], Fraction(0), "") == (0, Fraction(0))
    assert _plain(program, 30_000).points == 3


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
    assert [_plain(Program(1, order), 1).points for order in (alone, alone[::-1])] == [1, 9]
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
