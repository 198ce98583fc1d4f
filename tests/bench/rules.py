"""What thirty rules of every kind take to work out for one bill: ``python -m tests.bench.rules``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fractions import Fraction
from time import perf_counter

from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.conditions import BillAtLeast, Condition, HasItem, Match, PaidBy
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Footing, Room, plain_footing
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    Beside,
    BonusRule,
    Budget,
    Cap,
    ItemRule,
    MultiplierRule,
    Per,
    Rule,
    StampRule,
    TicketRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.tiers import Tier, TierPlan

__all__ = ["bench_rules"]

_LINES = (
    BillLine("Cà phê", 2, 86_000, "coffee", "c1", ("new",)),
    BillLine("Trà", 1, 50_000, "tea", "c2"),
    BillLine("Bánh", 3, 50_000, "cake", "c3"),
)


def _rules() -> tuple[Rule, ...]:
    amounts = [AmountRule(id=f"a{at}", per_vnd=10_000 + at, minimum_vnd=1_000 * at) for at in range(6)]
    lines = [
        AmountRule(id=f"l{at}", per_vnd=5_000 + at, only=Match(categories=(f"c{at}",))) for at in range(4)
    ]
    items = [ItemRule(id=f"i{at}", match=Match(tags=("new",)), points=at + 1) for at in range(4)]
    multipliers = [
        MultiplierRule(
            id=f"m{at}",
            rate_bp=12_000 + at,
            of=("a1", "a2") if at % 3 else (),
            match=Match(categories=("c1",)) if at % 2 else None,
            beside=Beside.BEST if at > 3 else Beside.ADD,
            budget="month" if at == 4 else "",
        )
        for at in range(6)
    ]
    return (
        *amounts,
        *lines,
        *items,
        *multipliers,
        VisitRule(id="visit", points=5),
        BandRule(id="bands", bands=(Band(0, 1), Band(100_000, 5), Band(200_000, 12))),
        *(BonusRule(id=f"b{at}", points=at + 1) for at in range(4)),
        StampRule(id="stamps", card="card"),
        TicketRule(id="tickets", draw="draw", per_vnd=50_000),
        *(VoucherRule(id=f"v{at}", voucher="voucher") for at in range(2)),
    )


def _footing(program: Program, *, open_rules: int) -> Footing:
    """Close every so many rules, and let others ask the bill, as a usual day does."""
    plain = plain_footing(program, Fraction(1, 3))
    asking: tuple[Condition, ...] = (BillAtLeast(50_000), PaidBy(("momo",)), HasItem(Match(items=("tea",))))
    asks = {
        one: asking[at % 3] if open_rules < 30 and at % 3 == 1 else asked
        for at, (one, asked) in enumerate(plain.asks.items())
        if at % 30 * open_rules % 30 < open_rules
    }
    rooms = {one: Room(None, 500) for one in list(asks)[::5]}
    return replace(plain, tier="gold", asks=asks, room=rooms, budget_vnd={"month": 900})


def bench_rules(turns: int = 2_000) -> Iterator[str]:
    """Time one call of ``earn``, the best of many, with all thirty rules open and with half of them."""
    program = Program(
        1,
        _rules(),
        tiers=TierPlan(tiers=(Tier("gold", "Vàng", 1, 1_000),)),
        caps=(Cap(Per.BILL, 10_000),),
        budgets=(Budget("month", "Tháng", 1_000),),
        point_cost_vnd=10,
    )
    assert len(program.rules) == 30
    for open_rules in (15, 30):
        for remainder in Remainder:
            found = replace(program, remainder=remainder)
            footing = _footing(found, open_rules=open_rules)
            for bill in (Bill(186_000), Bill(186_000, lines=_LINES)):
                best = min(_seconds(found, footing, bill) for _ in range(turns))
                yield (
                    f"{len(footing.asks)} of 30 rules open, {len(bill.lines)} lines, remainder "
                    f"{remainder.value}: {best * 1e6:.0f} µs"
                )


def _seconds(program: Program, footing: Footing, bill: Bill) -> float:
    before = perf_counter()
    earn(program, footing, bill, 0)
    return perf_counter() - before


if __name__ == "__main__":
    for line in bench_rules():
        sys.stdout.write(line + "\n")
