"""What thirty rules of every kind take for one bill, and for its preview at each key.

``python -m tests.bench.rules``
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from time import perf_counter
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.acts import Desk
from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.conditions import BillAtLeast, Condition, HasItem, Match, PaidBy
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Footing, Room, Standing, plain_footing
from loyalpos.engine.ledger import Account, Lot
from loyalpos.engine.members import Member, MemberView
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, PercentOff, Program, Remainder
from loyalpos.engine.rewards import offers
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
from loyalpos.engine.side_programs import Draw, Prize, StampCard, VoucherKind
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.ui.counter.pricing import Pricing

__all__ = ["bench_preview", "bench_rules"]

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


def _program() -> Program:
    program = Program(
        1,
        _rules(),
        rewards=(
            AmountOff("off", "Giảm 20.000 ₫", 200, 20_000),
            PercentOff("tenth", "Giảm 10 %", 100, 1_000, 20_000),
            Gift("tea", "Trà sen", 150),
            PayWithPoints("pay", "Trả bằng điểm", 10, 1_000, 5_000),
        ),
        tiers=TierPlan(tiers=(Tier("gold", "Vàng", 1, 1_000),)),
        caps=(Cap(Per.BILL, 10_000),),
        budgets=(Budget("month", "Tháng", 1_000),),
        point_cost_vnd=10,
        stamp_cards=(StampCard("card", "Mua 9 tặng 1", 9, "tea"),),
        draws=(Draw("draw", "Rút thăm", date(2026, 12, 31), (Prize("Bình giữ nhiệt"),)),),
        vouchers=(VoucherKind("voucher", "Phiếu 10.000 ₫", 30, 10_000),),
    )
    assert len(program.rules) == 30
    return program


def _desk(program: Program) -> Desk:
    day = date(2026, 11, 23)
    at = datetime(2026, 11, 23, 2, tzinfo=UTC)
    lots = tuple(Lot(UUID(int=at_), 60, 60, at, at + timedelta(days=at_)) for at_ in range(1, 9))
    account = Account(lots, carry=Fraction(1, 3))
    person = Member(UUID(int=1), "Nguyễn Văn Đức", None, None, "", day, None)
    return Desk(
        MemberView(person, account, account.balance, 9, 1_000_000, at),
        program,
        {},
        at,
        UUID(int=2),
        Standing(
            day=day, minute=600, joined=day, tier="gold", visits=9, carry=account.carry, units={"card": 4}
        ),
    )


def bench_preview(turns: int = 400) -> Iterator[str]:
    """Time what the counter works out at every key of a total, with all thirty rules open.

    The footing, the price, the rewards that may be taken, what the owner is asked and what the cashier may
    tell, as :mod:`loyalpos.ui.counter.billing` asks for them; without the painting.
    """
    keys = [Bill(int("186000"[:length])) for length in range(1, 7)]
    for taken in ((), (Taken("off"), Taken("pay"))):
        for remainder in Remainder:
            desk = _desk(replace(_program(), remainder=remainder))
            assert len(desk.footing.asks) == 34
            seconds = sorted(_preview_seconds(desk, bill, taken) for _ in range(turns) for bill in keys)
            usual, slow = (seconds[len(seconds) * part // 100] * 1e3 for part in (50, 99))
            yield (
                f"preview, 30 of 30 rules open, {len(taken)} rewards taken, remainder {remainder.value}: "
                f"{usual:.2f} ms a key, {slow:.2f} ms at the 99th of a hundred"
            )


def _preview_seconds(desk: Desk, bill: Bill, taken: tuple[Taken, ...]) -> float:
    before = perf_counter()
    pricing = Pricing(desk, desk.footing, taken, ())
    priced = pricing.quote(bill)
    offers(
        desk.program,
        desk.footing,
        bill,
        spendable=desk.spendable,
        stock=desk.stock,
        today=desk.given_today,
        stamps=desk.stamps,
        taken=taken,
        vouchers=(),
        membership=desk.discount(bill),
    )
    pricing.asked(bill, priced)
    pricing.told(bill, priced)
    return perf_counter() - before


def bench_rules(turns: int = 2_000) -> Iterator[str]:
    """Time one call of ``earn``, the best and the usual of many, with all thirty rules open and with half."""
    program = replace(_program(), rewards=())
    for open_rules in (15, 30):
        for remainder in Remainder:
            found = replace(program, remainder=remainder)
            footing = _footing(found, open_rules=open_rules)
            for bill in (Bill(186_000), Bill(186_000, lines=_LINES)):
                seconds = sorted(_seconds(found, footing, bill) for _ in range(turns))
                best_us, usual_us = seconds[0] * 1e6, seconds[turns // 2] * 1e6
                yield (
                    f"{len(footing.asks)} of 30 rules open, {len(bill.lines)} lines, remainder "
                    f"{remainder.value}: {best_us:.0f} µs, usually {usual_us:.0f} µs"
                )


def _seconds(program: Program, footing: Footing, bill: Bill) -> float:
    before = perf_counter()
    earn(program, footing, bill, 0)
    return perf_counter() - before


if __name__ == "__main__":
    for line in (*bench_rules(), *bench_preview()):
        sys.stdout.write(line + "\n")
