"""Laws of how bills of the first release are worked out; what its program really did is kept as a fixture."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import Always
from loyalpos.engine.earning import earn
from loyalpos.engine.first_cuts import earn_at_first
from loyalpos.engine.footing import Footing
from loyalpos.engine.limits import had_from
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Budget, BudgetEnd, StampRule
from loyalpos.engine.tiers import Tier, TierPlan
from tests.engine.books import Books
from tests.engine.earning_shapes import cases as any_cases
from tests.engine.shapes import NOON

Case = tuple[Program, Footing, Bill, int]


def cases() -> st.SearchStrategy[Case]:
    """What any bill may meet; none of then was paid in several ways."""
    return any_cases().map(lambda case: (case[0], case[1], replace(case[2], tender_parts=()), case[3]))


@given(cases(), st.fractions(-2, 2, max_denominator=20))
def test_where_nothing_is_cut_a_bill_earns_what_it_earns_today(case: Case, carry: Fraction) -> None:
    program, footing, bill, off_vnd = case
    program = replace(program, caps=(), budgets=())
    footing = replace(footing, carry=carry, room={}, cap_points=None, budget_vnd={})
    then, now = (work(program, footing, bill, off_vnd) for work in (earn_at_first, earn))
    if bill.is_purchase:
        assert (then.points, then.carry_delta, then.lines, then.units) == (
            now.points, now.carry_delta, now.lines, now.units,
        )  # fmt: skip


@given(cases(), st.fractions(-2, 2, max_denominator=20))
def test_lines_add_up_and_whoever_gave_units_is_counted(case: Case, carry: Fraction) -> None:
    program, footing, bill, off_vnd = case
    earning = earn_at_first(program, replace(footing, carry=carry), bill, off_vnd)
    assert earning.points == sum(line.points for line in earning.lines) >= 0
    assert {one.rule for one in earning.units} <= {one.id for one in had_from(earning)}


@given(cases(), st.integers(1, 2_000_000))
def test_the_parts_of_a_return_add_up_to_the_whole(case: Case, cut: int) -> None:
    program, footing, bill, _ = case
    bill = replace(bill, total_vnd=bill.total_vnd + 2)
    at_once, in_parts = Books(program, NOON), Books(program, NOON)
    for books in (at_once, in_parts):
        books.bill("bill", bill, footing=footing)
        books.bills["bill"] = replace(books.bills["bill"], cuts=1)
    at_once.reverse("bill")
    in_parts.reverse("bill", 1 + cut % (bill.total_vnd - 1))
    in_parts.reverse("bill")
    assert in_parts.account.balance == at_once.account.balance
    assert in_parts.account.carry == at_once.account.carry
    assert in_parts.bills["bill"].units == ()


def test_a_budget_pays_for_the_points_of_its_rules_alone() -> None:
    program = Program(
        1,
        (
            AmountRule("base", per_vnd=10_000, budget="money"),
            StampRule("stamp", card="card", budget="money"),
        ),
        point_cost_vnd=100,
        budgets=(Budget("money", "Ngân sách", 10_000, at_end=BudgetEnd.STOP),),
        tiers=TierPlan(tiers=(Tier("gold", "Vàng", 1_000, extra_bp=5_000),)),
    )
    footing = Footing(
        tier="gold",
        asks={"base": Always(), "stamp": Always()},
        budget_vnd={"money": 10_000},
    )
    then = earn_at_first(program, footing, Bill(1_000_000), 0)
    assert (then.points, then.cost_vnd, len(then.stamps)) == (150, {"money": 10_000}, 1)
    assert earn(program, footing, Bill(1_000_000), 0).points == 100
