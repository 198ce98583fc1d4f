"""What a little more would bring is true: so much more brings it, and one đồng less does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import BillAtLeast, EveryOf, OneOf, OnWeekdays, PaidBy
from loyalpos.engine.earning import Earning, earn
from loyalpos.engine.footing import Footing, Given, Standing
from loyalpos.engine.nearly import Nearly, nearly, offers_open
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    Beside,
    BonusRule,
    Budget,
    Limit,
    MultiplierRule,
    Per,
    StampRule,
    TicketRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Draw, Prize, StampCard, VoucherKind
from tests.engine.earning_shapes import cases

BASE = AmountRule("base", per_vnd=10_000)
FROM_100 = BillAtLeast(100_000)
MONDAY = Standing(day=date(2026, 11, 23), minute=600, joined=date(2026, 1, 1))


def near(program: Program, bill: Bill, *, share_bp: int = 0, standing: Standing = MONDAY) -> list[Nearly]:
    """Work it out, with a share that comes off every bill."""
    footing = footing_of(program, standing)

    def earn_at(total_vnd: int) -> Earning:
        off_vnd = total_vnd * share_bp // 10_000
        return earn(program, footing, replace(bill, total_vnd=total_vnd), off_vnd)

    return list(nearly(program, footing, bill, earn_at(bill.total_vnd), earn_at))


def told(program: Program, total_vnd: int, share_bp: int = 0) -> list[tuple[str, int]]:
    return [(one.rule.id, one.missing_vnd) for one in near(program, Bill(total_vnd), share_bp=share_bp)]


@given(cases())
def test_so_much_more_brings_it(case: tuple[Program, Footing, Bill, int]) -> None:
    program, footing, bill, off_vnd = case

    def earn_at(total_vnd: int) -> Earning:
        return earn(program, footing, replace(bill, total_vnd=total_vnd), off_vnd)

    now = earn_at(bill.total_vnd)
    found = nearly(program, footing, bill, now, earn_at)
    assert len(found) <= 3
    assert [one.missing_vnd for one in found] == sorted(one.missing_vnd for one in found)
    for one in found:
        assert one.missing_vnd > 0
        then = earn_at(bill.total_vnd + one.missing_vnd)
        units = sum(given.count for given in then.units if given.rule == one.rule.id)
        points = sum(line.points for line in then.lines if line.rule == one.rule.id)
        assert (points, units) == (one.points, one.count)
        assert points > 0 or units > 0


@given(st.integers(1, 400_000), st.integers(1, 400_000), st.sampled_from([0, 500, 1_000, 3_333]))
def test_one_dong_less_does_not(total_vnd: int, from_vnd: int, share_bp: int) -> None:
    program = Program(0, (BASE, BonusRule("bonus", 5, when=BillAtLeast(from_vnd))))
    found = told(program, total_vnd, share_bp=share_bp)

    def base_vnd(total: int) -> int:
        return total - total * share_bp // 10_000

    assume(base_vnd(total_vnd) > 0)
    if base_vnd(total_vnd) < from_vnd <= 2 * base_vnd(total_vnd):
        ((rule, missing_vnd),) = found
        assert rule == "bonus"
        assert base_vnd(total_vnd + missing_vnd) >= from_vnd > base_vnd(total_vnd + missing_vnd - 1)
    else:
        assert found == []


@pytest.mark.parametrize(
    ("rule", "total_vnd", "expected"),
    [
        (MultiplierRule("x2", 20_000, when=FROM_100), 88_000, [("x2", 12_000)]),
        (MultiplierRule("x2", 20_000, when=FROM_100), 49_999, []),
        (MultiplierRule("x2", 20_000, when=FROM_100), 100_000, []),
        (StampRule("stamp", "card", when=FROM_100), 60_000, [("stamp", 40_000)]),
        (VoucherRule("thanks", "next", when=FROM_100), 99_000, [("thanks", 1_000)]),
        (TicketRule("tickets", "draw", per_vnd=50_000), 88_000, [("tickets", 12_000)]),
        (TicketRule("tickets", "draw", per_vnd=50_000), 60_000, []),
        (BandRule("band", (Band(50_000, 1), Band(100_000, 5))), 60_000, [("band", 40_000)]),
        (BandRule("band", (Band(50_000, 5), Band(100_000, 5))), 60_000, []),
        (AmountRule("more", 1_000, minimum_vnd=70_000), 60_000, [("more", 10_000)]),
        (BonusRule("b", 5, when=OneOf((FROM_100, PaidBy(("momo",))))), 80_000, [("b", 20_000)]),
        (BonusRule("b", 5, when=EveryOf((FROM_100, PaidBy(("momo",))))), 80_000, []),
        (BonusRule("b", 5, when=EveryOf((FROM_100, OnWeekdays((1,))))), 80_000, []),
        (BonusRule("b", 5, when=EveryOf((FROM_100, OnWeekdays((0,))))), 80_000, [("b", 20_000)]),
    ],
)
def test_what_is_near(rule: BonusRule, total_vnd: int, expected: list[tuple[str, int]]) -> None:
    program = Program(
        0,
        (BASE, rule),
        stamp_cards=(StampCard("card", "Thẻ", 8, "none"),),
        vouchers=(VoucherKind("next", "Phiếu", 30, value_vnd=10_000),),
        draws=(Draw("draw", "Quay số", date(2026, 12, 31), (Prize("Nồi", 1),)),),
    )
    assert told(program, total_vnd) == expected


def test_nothing_is_promised_that_would_not_come() -> None:
    once = BonusRule("once", 5, when=FROM_100, limits=(Limit(Per.DAY, times=1),))
    paid = BonusRule("paid", 5, when=FROM_100, budget="month")
    weak = BonusRule("weak", 5, when=FROM_100)
    strong = BonusRule("strong", 9, when=BillAtLeast(60_000), beside=Beside.EXCLUSIVE)
    budget = Budget("month", "Tháng", 100)
    had = replace(MONDAY, given={("once", Per.DAY): Given(times=1)})
    bill = Bill(80_000)
    assert [one.rule.id for one in near(Program(0, (BASE, once)), bill)] == ["once"]
    assert near(Program(0, (BASE, once)), bill, standing=had) == []
    stops = Program(0, (BASE, paid), budgets=(budget,), point_cost_vnd=100)
    assert [one.rule.id for one in near(stops, bill)] == ["paid"]
    spent = replace(MONDAY, spent_vnd={"month": 100})
    assert near(stops, bill, standing=spent) == []
    assert near(Program(0, (BASE, weak, strong)), bill) == []


def test_offers_are_what_this_customer_has_today() -> None:
    offers = (
        MultiplierRule("monday", 20_000, when=OnWeekdays((0,))),
        MultiplierRule("sunday", 20_000, when=OnWeekdays((6,))),
        BonusRule("big", 5, when=FROM_100),
        BonusRule("once", 5, limits=(Limit(Per.DAY, times=1),)),
    )
    had = replace(MONDAY, given={("once", Per.DAY): Given(times=1)})
    program = Program(0, (BASE, *offers))
    listed = offers_open(program, footing_of(program, had))
    assert [(one.rule.id, one.asked == FROM_100) for one in listed] == [("monday", False), ("big", True)]
