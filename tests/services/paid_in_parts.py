"""Programs for bills that are paid in parts, and a till with one member who pays so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import BillPaid
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import BillAtLeast, PaidBy
from loyalpos.engine.occasions import Gives, Milestone
from loyalpos.engine.program import Expiry, ExpiryKind, PartPaid, Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    Budget,
    BudgetEnd,
    Cap,
    Limit,
    Per,
    StampRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Cause, StampCard, VoucherKind
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import PROGRAM, World, enrolled, new_till

__all__ = ["AS_PAID", "BOUND", "RICH", "WHEN_PAID", "Desk", "as_paid", "rich", "when_paid"]

AS_PAID = replace(PROGRAM, rewards=(), part_paid=PartPaid.AS_PAID, expiry=Expiry())
WHEN_PAID = replace(AS_PAID, part_paid=PartPaid.WHEN_PAID)
RICH = replace(
    AS_PAID,
    rewards=PROGRAM.rewards,
    rules=(
        AmountRule("base", 7_000, 3),
        AmountRule("card", 10_000, when=PaidBy(("card",))),
        VisitRule("large", 20, when=BillAtLeast(150_000)),
        VisitRule("visit", 4, limits=(Limit(Per.DAY, times=3),)),
        StampRule("stamp", "cafe"),
        VoucherRule("thanks", "next", when=BillAtLeast(100_000)),
    ),
    remainder=Remainder.CARRIED,
    expiry=Expiry(ExpiryKind.DAYS, 40),
    tiers=TierPlan(Reached.SPEND, tiers=(Tier("gold", "Vàng", 300_000, 1_000, gift_points=9),)),
    occasions=(Milestone("much", Reached.SPEND, 250_000, Gives(points=5)),),
    stamp_cards=(StampCard("cafe", "Thẻ", 10, "coffee"),),
    vouchers=(VoucherKind("next", "Phiếu 20.000 ₫", 30, value_vnd=20_000),),
    causes=(Cause("tree", "Trồng cây", 10, share_bp=100),),
)

BOUND = replace(
    RICH,
    rules=(
        AmountRule("base", 7_000, 3, budget="ask", limits=(Limit(Per.MONTH, points=130),)),
        VisitRule("large", 20, budget="stop", when=BillAtLeast(150_000)),
        *RICH.rules[3:],
    ),
    budgets=(Budget("stop", "A", 700), Budget("ask", "B", 600, at_end=BudgetEnd.ASK)),
    point_cost_vnd=20,
    caps=(Cap(Per.DAY, 60), Cap(Per.BILL, 45)),
)
"""Bound by limits, caps and budgets, of which one asks the owner."""


class Desk:
    """A till with one member, and the points of the member."""

    def __init__(self, folder: Path, program: Program) -> None:
        self.world = World()
        self.till: Till = new_till(folder, self.world, program=program)
        self.member = enrolled(self.till)
        self.begun = self.balance

    @property
    def balance(self) -> int:
        view = self.till.counter.desk(self.member).member
        assert view is not None
        return view.account.balance

    def tier(self) -> str | None:
        standing = self.till.counter.desk(self.member).tier
        return None if standing is None or standing.tier is None else standing.tier.id

    @property
    def owed(self) -> list[int]:
        return [one.open_vnd for one in self.till.counter.desk(self.member).owed]

    def bill(self, total_vnd: int, paid_vnd: int | None = None, **more: object) -> UUID:
        bill = Bill(total_vnd, paid_vnd=paid_vnd, **more)  # type: ignore[arg-type]
        said = {"ask": total_vnd % 2 == 0}
        return self.till.counter.record_bill(self.world.new_id(), self.member, bill, owner_said=said).bill

    def pay(self, bill: UUID, amount_vnd: int, tender: str | None = None) -> BillPaid:
        return self.till.payments.pay(self.world.new_id(), bill, amount_vnd, tender)

    def back(self, bill: UUID, amount_vnd: int | None = None) -> None:
        part = self.till.returns.desk(bill).bill.parts + 1
        self.till.returns.return_bill(bill, part, amount_vnd)


@pytest.fixture
def as_paid(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, AS_PAID)
    yield desk
    assert check(desk.till.shop.file).is_clean


@pytest.fixture
def when_paid(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, WHEN_PAID)
    yield desk
    assert check(desk.till.shop.file).is_clean


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, RICH)
    yield desk
    assert check(desk.till.shop.file).is_clean
