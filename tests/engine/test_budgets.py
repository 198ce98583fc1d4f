"""Budgets count what was really given, are never overrun where they stop, and say what they cannot count."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.earning import Earning, LineKind, earn
from loyalpos.engine.footing import Footing
from loyalpos.engine.occasions import BirthdayGift, Gives, Referral, WelcomeGift
from loyalpos.engine.problems import ProblemKind, problems_in
from loyalpos.engine.program import AmountOff, Gift, PercentOff, Program, Remainder, Rounded
from loyalpos.engine.rules import (
    AmountRule,
    BonusRule,
    Budget,
    BudgetEnd,
    Cap,
    MultiplierRule,
    Per,
    Rounding,
    Rule,
    StampRule,
    TicketRule,
    UnknownRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Draw, Prize, StampCard, VoucherKind
from loyalpos.engine.tiers import Tier, TierPlan
from tests.engine.earning_shapes import BASE_KINDS, cases, open_footing

Case = tuple[Program, Footing, Bill, int]

STOPS = Budget("stop", "A", 100_000)
CARD = StampCard("card", "Thẻ", 4, "cup")
CUP = Gift("cup", "Ly cà phê", 90, cost_vnd=9_000)
VOUCHER = VoucherKind("voucher", "Phiếu", 30, value_vnd=700)
GOLD = TierPlan(tiers=(Tier("gold", "Vàng", 1, 5_000),))


def _of_one(program: Program, budget: str) -> Program:
    rules = tuple(
        one if isinstance(one, UnknownRule) else replace(one, budget=budget) for one in program.rules
    )
    return replace(program, rules=rules, stamp_cards=(CARD,), rewards=(CUP,), vouchers=(VOUCHER,))


def _given_vnd(program: Program, earning: Earning) -> int:
    """Add up what a bill gave, a second way: by what it gave, not by the rules that did."""
    stamps = sum(-(-one.count * 9_000 // 4) for one in earning.stamps)
    return earning.points * program.point_cost_vnd + stamps + 700 * len(earning.vouchers)


@given(cases((*BASE_KINDS, MultiplierRule, BonusRule, StampRule, VoucherRule)), st.integers(0, 20_000))
def test_a_budget_of_every_rule_counts_exactly_what_the_bill_gave_and_is_never_overrun(
    case: Case, left_vnd: int
) -> None:
    program, footing, bill, off_vnd = case
    program = _of_one(program, "stop")
    footing = replace(footing, budget_vnd={"stop": left_vnd})
    if footing.carry < 0 and program.remainder is Remainder.CARRIED:
        # What earlier bills owe lowers the points, and so the cost.
        footing = replace(footing, carry=-footing.carry % 1)
    earning = earn(program, footing, bill, off_vnd)
    assert earning.cost_vnd.get("stop", 0) == _given_vnd(program, earning) <= left_vnd


@given(cases(), st.integers(0, 3_000))
def test_two_budgets_together_count_no_less_than_their_rules_gave(case: Case, left_vnd: int) -> None:
    program, footing, bill, off_vnd = case
    rules = tuple(
        one if isinstance(one, UnknownRule) else replace(one, budget=("stop", "other")[number % 2])
        for number, one in enumerate(program.rules)
    )
    budgets = (STOPS, replace(STOPS, id="other", name="B"))
    program = replace(_of_one(program, ""), rules=rules, budgets=budgets)
    footing = replace(footing, budget_vnd={"stop": left_vnd, "other": 2_000}, carry=footing.carry % 1)
    earning = earn(program, footing, bill, off_vnd)
    assert earning.cost_vnd.get("stop", 0) <= left_vnd
    assert earning.cost_vnd.get("other", 0) <= 2_000
    assert sum(earning.cost_vnd.values()) >= _given_vnd(program, earning)


def _earn(*rules: Rule, left_vnd: int, total_vnd: int = 100_000, tier: str = "", **more: Any) -> Earning:
    more = {"budgets": (STOPS,), "point_cost_vnd": 100, "tiers": GOLD, **more}
    program = Program(1, rules, stamp_cards=(CARD,), rewards=(CUP,), vouchers=(VOUCHER,), **more)
    footing = replace(open_footing(program, tier=tier), budget_vnd={"stop": left_vnd})
    return earn(program, footing, Bill(total_vnd), 0)


BASE = AmountRule("base", per_vnd=10_000, budget="stop")


def test_a_tiers_raise_of_budgeted_points_is_paid_from_the_budget() -> None:
    assert _earn(BASE, left_vnd=1_500, tier="gold").cost_vnd == {"stop": 1_500}
    short = _earn(BASE, left_vnd=1_250, tier="gold")
    assert (short.points, short.cost_vnd) == (12, {"stop": 1_200})
    assert [(line.kind, line.points) for line in short.lines[-1:]] == [(LineKind.OVER_BUDGET, -3)]
    free = AmountRule("free", per_vnd=10_000)
    both = _earn(BASE, free, left_vnd=1_250, tier="gold")
    assert (both.points, both.cost_vnd) == (27, {"stop": 1_200}), "a raise of other points goes on"


def test_rounding_the_whole_bill_is_paid_from_the_budget() -> None:
    rules = (replace(BASE, id="one", per_vnd=20_000), replace(BASE, id="two", per_vnd=20_000))
    rounding = {"rounding": Rounding.UP, "rounded": Rounded.BILL}
    assert _earn(*rules, left_vnd=9_999, total_vnd=110_000, **rounding).cost_vnd == {"stop": 1_100}
    assert _earn(*rules, left_vnd=1_099, total_vnd=110_000, **rounding).points == 10


def test_vouchers_and_stamps_cost_what_they_are_worth() -> None:
    voucher = VoucherRule("thanks", "voucher", budget="stop")
    assert _earn(voucher, left_vnd=700).cost_vnd == {"stop": 700}
    assert _earn(voucher, left_vnd=699).vouchers == ()
    stamps = StampRule("stamp", "card", stamps=3, budget="stop")
    assert _earn(stamps, left_vnd=6_750).cost_vnd == {"stop": 6_750}
    assert [one.count for one in _earn(stamps, left_vnd=6_749).stamps] == [2]


def test_a_voucher_over_a_budget_that_asks_asks() -> None:
    asks = replace(STOPS, at_end=BudgetEnd.ASK)
    earning = _earn(VoucherRule("thanks", "voucher", budget="stop"), left_vnd=1, budgets=(asks,))
    assert (earning.asks_owner, len(earning.vouchers)) == (("stop",), 1)


SOUND = Program(
    1,
    (BASE,),
    stamp_cards=(CARD,),
    rewards=(CUP, AmountOff("off", "Bớt", 900, 9_000), PercentOff("share", "Giảm", 500, 1_000, 5_000)),
    vouchers=(VOUCHER, VoucherKind("share10", "Giảm 10%", 30, rate_bp=1_000)),
    draws=(Draw("draw", "Tết", date(2027, 1, 1), (Prize("Xe"),)),),
    budgets=(STOPS,),
    point_cost_vnd=100,
)


@pytest.mark.parametrize(
    ("change", "path", "kind"),
    [
        ({"point_cost_vnd": 0}, "$.point_cost_vnd", ProblemKind.COSTS_NOTHING),
        ({"point_cost_vnd": 0, "rules": (VoucherRule("v", "voucher", budget="stop"),)}, None, None),
        ({"point_cost_vnd": 0, "rules": (replace(BASE, budget=""),)}, None, None),
        (
            {"rules": (VoucherRule("v", "share10", budget="stop"),)},
            "$.vouchers[1].cap_vnd",
            ProblemKind.NEEDS_CAP,
        ),
        (
            {"occasions": (BirthdayGift("b", Gives(voucher="share10")),)},
            "$.vouchers[1].cap_vnd",
            ProblemKind.NEEDS_CAP,
        ),
        (
            {
                "occasions": (Referral("r", Gives(), Gives(voucher="share10"), budget="stop"),),
                "vouchers": (VOUCHER, VoucherKind("share10", "Giảm 10%", 30, rate_bp=1_000, cap_vnd=9_000)),
            },
            None,
            None,
        ),
        ({"occasions": (WelcomeGift("w", Gives(voucher="share10")),)}, None, None),
        ({"rules": (VoucherRule("v", "share10"),)}, None, None),
        ({"rules": (TicketRule("t", "draw", budget="stop"),)}, "$.rules[0].budget", ProblemKind.NOT_COUNTED),
        ({"rules": (StampRule("s", "card", budget="stop"),)}, None, None),
        (
            {
                "rules": (StampRule("s", "card", budget="stop"),),
                "rewards": (replace(CUP, cost_vnd=None), *SOUND.rewards[1:]),
            },
            "$.rules[0].budget",
            ProblemKind.NOT_COUNTED,
        ),
    ],
)
def test_a_budget_that_could_never_stop_is_told_at_its_place(
    change: dict[str, Any], path: str | None, kind: ProblemKind | None
) -> None:
    found = [(one.path, one.kind) for one in problems_in(replace(SOUND, **change)) if one.is_error]
    assert found == ([] if path is None else [(path, kind)])


def test_a_point_of_remainders_alone_is_paid_by_who_gives_beside_it() -> None:
    bonus = BonusRule("bonus", points=1, budget="stop")
    program = Program(1, (bonus,), remainder=Remainder.CARRIED, budgets=(STOPS,), point_cost_vnd=100)
    footing = replace(open_footing(program), carry=Fraction(1), budget_vnd={"stop": 199})
    assert earn(program, footing, Bill(1), 0).cost_vnd == {"stop": 100}
    enough = replace(footing, budget_vnd={"stop": 200})
    assert (earn(program, enough, Bill(1), 0).points, earn(program, enough, Bill(1), 0).cost_vnd) == (
        2,
        {"stop": 200},
    )


def test_a_raise_that_a_budget_stopped_is_not_capped_once_more() -> None:
    short = _earn(BASE, left_vnd=1_000, tier="gold", caps=(Cap(Per.BILL, 9),))
    assert (short.points, short.cost_vnd) == (9, {"stop": 900})
