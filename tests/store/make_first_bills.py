"""Bills as the first release recorded them, and what it gave back for each: how the fixture was made.

Their files and what is said of them are of that program (commit a73971f) and are never made again: it ran
``python -m tests.store.make_first_bills`` with this file put in its place. Only what both it and the
program of today know is used here, so that a test returns the same bills.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.conditions import Match
from loyalpos.engine.program import (
    AmountOff,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    Rounded,
    SpentPoints,
)
from loyalpos.engine.reversal import reversal_id
from loyalpos.engine.rules import (
    AmountRule,
    BonusRule,
    Budget,
    BudgetEnd,
    Cap,
    Limit,
    MultiplierRule,
    Per,
    Rounding,
    StampRule,
    TicketRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Draw, Membership, Prize, StampCard, VoucherKind
from loyalpos.engine.tiers import Over, Tier, TierPlan
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.journal import find_record
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.ledger import standing_of
from tests.shops import World, enrolled, new_till

__all__ = ["FIRST_BILLS", "PARTS", "SAID", "returns_of"]

FIRST_BILLS = Path(__file__).parent / "fixtures" / "first_bills.loyalpos"
SAID = FIRST_BILLS.with_suffix(".json")

PARTS = ("at_once", "in_parts", "undone")
"""How each bill comes back: whole, piece by piece, or as one that never should have been."""

_OUTCOME = (
    "returned_vnd", "refund_vnd", "taken_back", "forgiven", "given_back", "carry_delta", "whole", "stock",
    "balance", "units", "given", "unit_moves", "vouchers_back",
)  # fmt: skip

_TIERS = TierPlan(over=Over.EVER, tiers=(Tier("gold", "Vàng", 1_000, extra_bp=5_000),))


def _budget(id_: str, month_vnd: int, at_end: BudgetEnd = BudgetEnd.STOP) -> tuple[Budget, ...]:
    return (Budget(id_, "Ngân sách", month_vnd, at_end=at_end),)


def _programs() -> dict[str, Program]:
    """Give, by name, programs that the first release cut in another way than it is done now."""
    return {
        # What a tier adds, and stamps and vouchers, were paid for by no budget.
        "budgets": Program(
            revision=0,
            rules=(
                AmountRule("base", per_vnd=10_000, budget="paid"),
                MultiplierRule("more", rate_bp=13_000, budget="paid"),
                StampRule("stamp", card="card", budget="paid"),
                VoucherRule("voucher", "off20", budget="paid"),
            ),
            rewards=(AmountOff("off50", "Giảm 50.000 ₫", 500, 50_000, cost_vnd=40_000),),
            point_cost_vnd=100,
            budgets=_budget("paid", 15_000),
            stamp_cards=(StampCard("card", "Thẻ", 10, "off50"),),
            vouchers=(VoucherKind("off20", "Giảm 20.000 ₫", 30, value_vnd=20_000),),
            tiers=_TIERS,
        ),
        # Remainders went past the limits, and were counted for none.
        "carried": Program(
            revision=0,
            rules=(
                AmountRule("base", per_vnd=70_000, limits=(Limit(Per.MONTH, points=13),)),
                AmountRule("tea", per_vnd=90_000, budget="asked", limits=(Limit(Per.BILL, points=4),)),
                BonusRule("bonus", 2, limits=(Limit(Per.MONTH, times=2),)),
            ),
            point_cost_vnd=100,
            budgets=_budget("asked", 1_200, BudgetEnd.ASK),
            remainder=Remainder.CARRIED,
            caps=(Cap(Per.DAY, 40),),
            tiers=_TIERS,
        ),
        # What limits counted of units, of the rounding of the bill, and of what caps cut.
        "limits": Program(
            revision=0,
            rules=(
                AmountRule("base", per_vnd=30_000, limits=(Limit(Per.MONTH, points=17),), budget="few"),
                AmountRule("second", per_vnd=70_000, limits=(Limit(Per.WEEK, points=20),)),
                StampRule(
                    "stamp", card="card", stamps=2, match=Match(), limits=(Limit(Per.MONTH, points=7),)
                ),
                TicketRule("ticket", draw="draw", per_vnd=100_000, limits=(Limit(Per.MONTH, points=9),)),
            ),
            rewards=(Gift("coffee", "Tặng 1 bạc xỉu", 10, counted=True),),
            point_cost_vnd=100,
            budgets=_budget("few", 1_500),
            rounding=Rounding.HALF_UP,
            rounded=Rounded.BILL,
            caps=(Cap(Per.BILL, 21),),
            stamp_cards=(StampCard("card", "Thẻ", 10, "coffee"),),
            draws=(Draw("draw", "Rút thăm", date(2027, 1, 31), (Prize("Xe đạp"),)),),
        ),
        # What came off as a share stayed off; rewards alone were a visit, and earned.
        "rewards": Program(
            revision=0,
            rules=(
                AmountRule("base", per_vnd=1_000),
                VisitRule("visit", 3, limits=(Limit(Per.MONTH, times=9),)),
                VoucherRule("voucher", "tenth", limits=(Limit(Per.DAY, times=1),)),
            ),
            rewards=(
                PercentOff("fifth", "Giảm 20%", 10, 2_000),
                Gift("coffee", "Tặng 1 bạc xỉu", 30, counted=True),
                PayWithPoints("pay", "Trả bằng điểm", 1, 100, 3_000),
            ),
            welcome_points=100,
            vouchers=(VoucherKind("tenth", "Giảm 10%", 30, rate_bp=1_000, cap_vnd=90_000),),
            memberships=(Membership("club", "Hội viên", 90_000, discount_bp=333),),
            spent_points=SpentPoints.WHOLE_RETURN,
        ),
    }


def _bills(till: Till, phone: str, name: str) -> Iterator[UUID]:
    """Let somebody buy, and name the bills."""
    new_id = till.shop.outside.new_id
    member = enrolled(till, phone, name)
    lines = (BillLine("Trà", 2, 300_000), BillLine("Bánh", 1, 130_000))
    record = till.counter.record_bill
    if name == "rewards":
        yield record(new_id(), member, Bill(500_000)).bill
        till.memberships.sell(member, "club", new_id())
        (voucher,) = till.counter.desk(member).vouchers
        yield record(
            new_id(), member, Bill(430_000, lines=lines), (Taken("fifth"),), (voucher.voucher.code,)
        ).bill
        yield record(new_id(), member, Bill(250_000), (Taken("pay", 70), Taken("coffee"))).bill
        yield record(new_id(), member, Bill(0), (Taken("coffee"),)).bill
        return
    for total_vnd in (1_000, 1_000_000, 437_500, 96_000):
        yield record(new_id(), member, Bill(total_vnd)).bill
    yield record(new_id(), member, Bill(430_000, lines=lines)).bill


def returns_of(bill: UUID, parts: str) -> list[dict[str, Any]]:
    """Let one bill come back, and say what that did; the file stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "shop.loyalpos"
        shutil.copyfile(FIRST_BILLS, copy)
        world = World(seed=7)
        world.clock.forward(hours=2)
        till = Till(Shop.open(copy, PUBLISHED_KEY, world.outside()))
        try:
            return list(_returned(till, bill, parts))
        finally:
            till.shop.close()


def _returned(till: Till, bill: UUID, parts: str) -> Iterator[dict[str, Any]]:
    desk = till.returns.desk(bill)
    total_vnd = desk.bill.total_vnd
    pieces = [one for one in (1, total_vnd // 3, total_vnd // 4) if one and total_vnd and parts == "in_parts"]
    for number, piece in enumerate([*pieces, None], start=1):
        if parts == "undone":
            till.returns.undo(bill)
        else:
            till.returns.return_bill(bill, number, piece)
        with till.shop.file.read() as connection:
            record = find_record(connection, reversal_id(bill, number))
            assert record is not None
            assert desk.bill.member is not None
            visits = standing_of(connection, desk.bill.member).visits
        came = json.loads(record.body)["outcome"]
        yield {**{key: came[key] for key in _OUTCOME if key in came}, "visits": visits}


def main() -> None:
    """Let members buy under each program, and keep the file and what comes of returning each bill."""
    bills: list[UUID] = []
    with tempfile.TemporaryDirectory() as folder:
        world = World(seed=3)
        till = new_till(Path(folder), world)
        till.days.open()
        for number, (name, program) in enumerate(_programs().items()):
            till.shop.publish(program, {"coffee": 14})
            bills += _bills(till, f"091234560{number}", name)
        path = till.shop.file.path
        till.shop.close()
        shutil.copyfile(path, FIRST_BILLS)
    said = {bill.hex: {parts: returns_of(bill, parts) for parts in PARTS} for bill in bills}
    SAID.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
