"""Laws of returns and of the next point under every kind of rule: what is left is the same bill in part."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import Always, BillAtLeast
from loyalpos.engine.earning import UnitsGiven, earn
from loyalpos.engine.footing import Footing
from loyalpos.engine.frozen import frozen, thawed
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.next_point import missing_vnd
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import AmountRule, BonusRule, MultiplierRule, StampRule, UnknownRule, VisitRule
from loyalpos.engine.tenders import told_whole
from loyalpos.engine.units_given import missing_units
from tests.engine.books import Books
from tests.engine.earning_shapes import TIERS, cases, footings, programs
from tests.engine.shapes import NOON

Case = tuple[Program, Footing, Bill, int]


@given(cases(), st.fractions(-2, 2, max_denominator=20), st.integers(0, 100))
def test_what_is_frozen_with_a_bill_earns_the_same_years_later(
    case: Case, carry: Fraction, percent: int
) -> None:
    program, footing, bill, off_vnd = case
    footing = replace(footing, carry=carry)
    kept = frozen(program, footing)
    stored = json.dumps(to_json(kept))
    again = thawed(program, None if kept is None else from_json(json.loads(stored), Footing), carry)
    left_vnd = bill.total_vnd * percent // 100
    assert earn(program, again, bill, off_vnd, left_vnd=left_vnd) == earn(
        program, footing, bill, off_vnd, left_vnd=left_vnd
    )


@given(cases(), st.lists(st.integers(1, 2_000_000), max_size=4))
def test_the_parts_of_a_return_add_up_to_the_whole_whatever_the_program(case: Case, cuts: list[int]) -> None:
    program, footing, bill, _ = case
    bill = replace(bill, total_vnd=bill.total_vnd + 1)
    at_once, in_parts = Books(program, NOON), Books(program, NOON)
    for books in (at_once, in_parts):
        books.bill("before", 70_001)
        books.bill("bill", bill, footing=footing)
    assert at_once.bills == in_parts.bills
    given_units = at_once.bills["bill"].units
    assert at_once.reverse("bill").units == given_units
    places = sorted({0, bill.total_vnd, *(cut % bill.total_vnd for cut in cuts)})
    came_back: tuple[UnitsGiven, ...] = ()
    for before, after in pairwise(places):
        standing = in_parts.bills["bill"]
        part = in_parts.reverse("bill", after - before)
        assert 0 <= part.taken_back <= standing.earned - standing.taken_back
        came_back += part.units
    assert in_parts.account.balance == at_once.account.balance
    assert in_parts.account.carry == at_once.account.carry
    assert in_parts.bills["bill"].units == ()
    for one in given_units:
        back = [unit.count for unit in came_back if (unit.rule, unit.unit) == (one.rule, one.unit)]
        assert sum(back) == one.count


@given(cases(), st.integers(1, 99))
def test_what_stands_after_a_part_is_never_more_than_what_the_rest_earns_or_what_stood(
    case: Case, percent: int
) -> None:
    program, footing, bill, _ = case
    bill = replace(bill, total_vnd=bill.total_vnd + 100)
    books = Books(program, NOON)
    carry = books.account.carry
    books.bill("bill", bill, footing=footing)
    back = bill.total_vnd * percent // 100
    books.reverse("bill", back)
    known = books.bills["bill"]
    whole = told_whole(bill, bill.total_vnd)
    rest = earn(program, replace(footing, carry=carry), whole, 0, left_vnd=bill.total_vnd - back)
    assert known.earned - known.taken_back == min(known.earned, rest.points)
    assert books.account.carry == carry + rest.carry_delta


@given(st.integers(1, 500_000), st.integers(0, 500_000))
def test_a_part_of_a_plain_bill_earns_what_a_bill_of_that_much_would(total_vnd: int, more_vnd: int) -> None:
    program = Program(1, (AmountRule(id="base", per_vnd=999), VisitRule(id="visit", points=2)))
    footing = Footing(asks={"base": BillAtLeast(60_000), "visit": Always()})
    part = earn(program, footing, Bill(total_vnd + more_vnd), 0, left_vnd=total_vnd)
    assert part == earn(program, footing, Bill(total_vnd), 0)


def test_units_that_a_rest_would_still_bring_stay() -> None:
    given_units = (UnitsGiven("a", "card", 3), UnitsGiven("b", "card", 1), UnitsGiven("c", "draw", 2))
    rest = (UnitsGiven("a", "card", 1), UnitsGiven("c", "draw", 5))
    assert missing_units(given_units, rest) == (UnitsGiven("a", "card", 2), UnitsGiven("b", "card", 1))


# The next point ------------------------------------------------------------------------------------

least = st.just(Always()) | st.builds(BillAtLeast, st.integers(0, 90_000))
pennies = st.fractions(-2, 1, max_denominator=40).filter(lambda one: one < 1)


@st.composite
def single_rules(draw: st.DrawFn) -> tuple[Program, Footing]:
    """One amount rule, carried, that may be multiplied and raised."""
    rule = AmountRule(
        id="base",
        per_vnd=draw(st.integers(1, 99_999)),
        points=draw(st.integers(1, 5)),
        minimum_vnd=draw(st.sampled_from((0, 0, 30_000))),
    )
    multipliers = [
        MultiplierRule(
            id=f"m{number}",
            rate_bp=draw(st.integers(10_001, 40_000)),
            of=draw(st.sampled_from(((), ("base",), ("other",)))),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    units = (StampRule(id="stamp", card="card"), UnknownRule("later", "raffle"))
    program = Program(1, (rule, *multipliers, *units), remainder=Remainder.CARRIED, tiers=TIERS)
    asks = {one.id: Always() for one in multipliers}
    tier = draw(st.sampled_from(("", "silver", "gold")))
    return program, Footing(draw(pennies), tier, {**asks, "base": draw(least), "stamp": Always()})


@given(single_rules())
def test_what_is_missing_is_the_least_bill_that_earns_a_point(case: tuple[Program, Footing]) -> None:
    missing = missing_vnd(*case)
    assert missing is not None
    assert missing >= 1
    assert earn(*case, Bill(missing), 0).points >= 1
    assert earn(*case, Bill(missing - 1), 0).points == 0


@given(programs((AmountRule, MultiplierRule)), st.data())
def test_nothing_wrong_is_said_of_what_is_missing_whatever_the_program(
    program: Program, data: st.DataObject
) -> None:
    program = replace(program, remainder=Remainder.CARRIED, rules=program.rules[:2])
    footing = replace(data.draw(footings(program)), carry=data.draw(pennies))
    missing = missing_vnd(program, footing)
    if missing is not None:
        assert earn(program, footing, Bill(missing), 0).points >= 1
        assert earn(program, footing, Bill(missing - 1), 0).points == 0


@pytest.mark.parametrize(
    "more",
    [
        VisitRule(id="more", points=1),
        BonusRule(id="more", points=1),
        AmountRule(id="more", per_vnd=1_000),
    ],
)
def test_what_is_missing_is_unsaid_where_another_rule_gives_points_too(
    more: VisitRule | BonusRule | AmountRule,
) -> None:
    program = Program(1, (AmountRule(id="base", per_vnd=10_000), more), remainder=Remainder.CARRIED)
    closed = Footing(asks={"base": Always()})
    assert missing_vnd(program, replace(closed, asks={"base": Always(), "more": Always()})) is None
    assert missing_vnd(program, closed) == 10_000, "a rule that is not open does not count"
    assert missing_vnd(program, Footing()) is None
    assert missing_vnd(program, replace(closed, cap_points=0)) is None
