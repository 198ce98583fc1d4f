"""What the owner's answer does to an earning, whatever else is in the program."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.bills import Bill
from loyalpos.engine.earning import LineKind, earn
from loyalpos.engine.footing import Footing
from loyalpos.engine.owner import asked_of_owner, has_said
from loyalpos.engine.program import Program
from tests.engine.earning_shapes import cases

Case = tuple[Program, Footing, Bill, int]


@given(cases())
def test_a_yes_changes_no_point_and_says_so_where_it_mattered(case: Case) -> None:
    program, footing, bill, off_vnd = case
    asked = earn(*case)
    agreed = earn(program, has_said(footing, {"ask": True}), bill, off_vnd)
    assert agreed.points == asked.points
    assert (agreed.units, agreed.cost_vnd, agreed.carry_delta) == (
        asked.units,
        asked.cost_vnd,
        asked.carry_delta,
    )
    assert agreed.asks_owner == ()
    said = [line for line in agreed.lines if line.kind is LineKind.OWNER_AGREED]
    assert len(said) == len(asked.asks_owner)
    assert [line for line in agreed.lines if line not in said] == list(asked.lines)


@given(cases())
def test_a_no_keeps_the_budget_as_one_that_stops_does(case: Case) -> None:
    program, footing, bill, off_vnd = case
    declined = earn(program, has_said(footing, {"ask": False}), bill, off_vnd)
    assert declined.asks_owner == ()
    if "ask" in footing.budget_vnd:
        assert declined.cost_vnd.get("ask", 0) <= footing.budget_vnd["ask"]
    assert declined.points == sum(line.points for line in declined.lines)


@given(cases(), st.booleans())
def test_the_owner_is_asked_for_what_a_no_would_take(case: Case, agrees: bool) -> None:
    program, footing, bill, off_vnd = case
    earning = earn(*case)
    asked = asked_of_owner(program, footing, bill, off_vnd, earning)
    assert (asked is None) == (earning.asks_owner == ())
    if asked is None:
        return
    assert [budget for budget, _ in asked.budgets] == ["ask"]
    then = earn(program, has_said(footing, {"ask": agrees}), bill, off_vnd)
    assert then.points == earning.points - (0 if agrees else asked.points)
