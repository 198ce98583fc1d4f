"""Bills, and programs of a few rules, for worked examples of earning."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.earning import Earning, LineKind, earn
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    AmountRule,
    Rule,
)
from loyalpos.engine.tiers import Tier, TierPlan

RED, BLUE, DELIVERY = (
    BillLine("Đỏ", 1, 12, item="red"),
    BillLine("Xanh", 1, 100, item="blue"),
    BillLine("Giao hàng", 1, 40, item="delivery"),
)
COLOURS = Bill(152, lines=(RED, BLUE, DELIVERY))
CAFE = Bill(
    200_000,
    lines=(
        BillLine("Cà phê", 3, 90_000, "coffee", "drinks", ("hot",)),
        BillLine("Bánh", 2, 60_000, "cake", "food"),
        BillLine("Rượu", 1, 50_000, "wine", "drinks", premium=True),
    ),
)
GOLD = TierPlan(tiers=(Tier("gold", "Vàng", 1, extra_bp=1_000),))


def program_with(*rules: Rule, **more: Any) -> Program:
    return Program(1, rules, **more)


def earned_on(program: Program, bill: Bill | int, off_vnd: int = 0, **footing: Any) -> Earning:
    bill = Bill(bill) if isinstance(bill, int) else bill
    return earn(program, replace(plain_footing(program), **footing), bill, off_vnd)


def points_of(*rules: Rule, bill: Bill | int, off_vnd: int = 0, **more: Any) -> int:
    return earned_on(program_with(*rules, **more), bill, off_vnd).points


def said_in(earning: Earning) -> list[tuple[LineKind, int]]:
    return [(line.kind, line.points) for line in earning.lines]


def per_money(per_vnd: int, points: int = 1, *, rule: str = "base", **more: Any) -> AmountRule:
    return AmountRule(id=rule, per_vnd=per_vnd, points=points, **more)
