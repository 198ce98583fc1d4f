"""Shops that have lived for a while, whose past a trial goes through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import BillRecorded
from loyalpos.engine.bills import Bill, BillLine, Taken, TenderPart
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
    FirstPurchase,
    HasTag,
    InHours,
    InTier,
    Match,
    NearBirthday,
    OneOf,
    PaidBy,
)
from loyalpos.engine.members import Enrolment
from loyalpos.engine.occasions import BirthdayGift, Gives, Milestone
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Expiry, ExpiryKind, PayWithPoints, PercentOff, Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    BonusRule,
    Budget,
    BudgetEnd,
    Cap,
    Limit,
    MultiplierRule,
    Per,
    StampRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import StampCard, VoucherKind
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.engine.trial import (
    Act,
    BroughtBack,
    BroughtTwice,
    FeeCounted,
    PastBill,
    TagsChanged,
)
from loyalpos.errors import OwnerToAsk, Refusal
from loyalpos.services.till import Till
from loyalpos.services.trial_part import PartOfPast
from loyalpos.store.trial import cut_at, watching
from tests.shops import CONSENT, World, new_till

__all__ = ["PLAIN", "RICH", "Life", "acts", "bought", "generous", "living", "part_since", "recorded"]

RICH = Program(
    0,
    rules=(
        AmountRule("base", per_vnd=7_000, points=3),
        AmountRule(
            "cake", per_vnd=3_000, only=Match(categories=("Bánh",)), limits=(Limit(Per.EVER, points=90),)
        ),
        AmountRule("momo", per_vnd=9_000, when=PaidBy(("momo",))),
        MultiplierRule("birthday", rate_bp=20_000, when=NearBirthday(BirthdaySpan.MONTH)),
        MultiplierRule("again", rate_bp=15_000, when=AwayFor(2), limits=(Limit(Per.MONTH, times=2),)),
        BonusRule("first", points=20, when=FirstPurchase()),
        BonusRule("wallet", points=4, when=OneOf((InTier(("gold",)), PaidBy(("momo",)))), budget="month"),
        BonusRule("late", points=2, when=InHours(16 * 60, 9 * 60), limits=(Limit(Per.WEEK, times=3),)),
        BonusRule("regular", points=6, when=HasTag(("Khách ruột",))),
        VoucherRule("thanks", "next", when=BillAtLeast(100_000)),
        StampRule("stamp", "card"),
    ),
    rewards=(
        PayWithPoints("pay", "Dùng điểm", 1, 100, 5_000),
        PercentOff("tenth", "Giảm 10%", 20, 1_000, 20_000, limits=(Limit(Per.WEEK, times=2),)),
    ),
    remainder=Remainder.CARRIED,
    welcome_points=30,
    expiry=Expiry(ExpiryKind.DAYS, 40),
    tiers=TierPlan(
        Reached.POINTS,
        Over.TWELVE_MONTHS,
        (Tier("silver", "Bạc", 40, 500), Tier("gold", "Vàng", 120, 1_500)),
        notice_days=3,
    ),
    caps=(Cap(Per.WEEK, 400),),
    budgets=(Budget("month", "Tháng", 3_000),),
    point_cost_vnd=100,
    vouchers=(VoucherKind("next", "Phiếu 20.000 ₫", 30, value_vnd=20_000),),
    stamp_cards=(StampCard("card", "Thẻ", 10, "pay"),),
    occasions=(
        Milestone("twice", Reached.VISITS, 2, Gives(points=3)),
        BirthdayGift("born", Gives(points=2)),
    ),
)


PLAIN = replace(
    RICH,
    rules=(
        AmountRule("base", per_vnd=10_000, budget="month"),
        MultiplierRule("birthday", rate_bp=30_000, when=AwayFor(1)),
    ),
    remainder=Remainder.DROPPED,
    tiers=replace(RICH.tiers, reached_by=Reached.SPEND, tiers=(Tier("gold", "Vàng", 900_000, 2_000),)),
    budgets=(replace(RICH.budgets[0], at_end=BudgetEnd.ASK),),
    caps=(),
    stamp_cards=(),
    vouchers=(),
)


acts = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "bill",
                "bill",
                "bill",
                "bill",
                "old",
                "return",
                "undo",
                "again",
                "move",
                "wait",
                "publish",
                "tag",
            )
        ),
        st.integers(0, 400_000),
        st.integers(0, 6),
    ),
    min_size=10,
    max_size=24,
)


@dataclass
class Life:
    """A shop that lives through what it is told."""

    till: Till
    world: World
    members: list[UUID]
    bills: list[UUID] = field(default_factory=list)
    backs: list[UUID] = field(default_factory=list)

    def go_on(self, kind: str, amount_vnd: int, which: int) -> None:
        self.world.clock.forward(hours=5)
        try:
            self._do(kind, amount_vnd, which)
        except Refusal:
            return

    def _do(self, kind: str, amount_vnd: int, which: int) -> None:
        till, member = self.till, self.members[which % len(self.members)]
        match kind:
            case "bill" | "old":
                at = self.world.clock.at - timedelta(days=which, hours=3) if kind == "old" else None
                lines = (BillLine("Bánh mì", 1, amount_vnd // 2, category="Bánh"),) if which % 2 else ()
                bill = Bill(
                    amount_vnd if which else 0,
                    at=at,
                    tender="momo" if which == 3 else None,
                    tender_parts=(TenderPart("cash", amount_vnd // 7),) if which == 3 else (),
                    lines=lines if which else (),
                    discount_vnd=1_000 if which == 5 else 0,
                )
                reward = ("", "pay", "", "tenth")[amount_vnd % 4]
                taken = (Taken(reward),) if reward else ()
                codes = [one.voucher.code for one in till.counter.desk(member).vouchers][: which // 4]
                record = partial(
                    till.counter.record_bill, self.world.new_id(), member, bill, taken, tuple(codes)
                )
                self.bills.append(self._as_said(record, agrees=which % 2 == 0).bill)
            case "return" if self.bills:
                desk = till.returns.desk(self.bills[-1 - which % len(self.bills)])
                part_vnd = None if amount_vnd % 3 == 0 else desk.bill.left_vnd // 2
                back = till.returns.return_bill(desk.bill.id, desk.bill.parts + 1, part_vnd)
                self.backs.append(back.reversal)
            case "undo" if self.bills:
                till.returns.undo(self.bills[-1 - which % len(self.bills)])
            case "again" if self.backs:
                till.returns.undo(self.backs.pop())
            case "move" if self.bills:
                moved = self.bills[-1 - which % len(self.bills)]
                move = partial(till.returns.move_bill, moved, member, self.world.new_id())
                self.bills.append(self._as_said(move, agrees=which % 2 == 0).bill)
            case "tag":
                till.tags.change([member], **{"on" if amount_vnd % 2 else "off": ["Khách ruột"]})
            case "publish":
                till.shop.publish(replace(PLAIN if which % 2 else RICH, starts=None))
            case "wait":
                self.world.clock.forward(days=which * which)
                till.days.open()
                till.days.trust_clock()
            case _:
                pass

    @staticmethod
    def _as_said(record: Callable[..., BillRecorded], *, agrees: bool) -> BillRecorded:
        try:
            return record()
        except OwnerToAsk as asked:
            return record(owner_said={budget: agrees for budget, _ in asked.budgets})


def living(folder: Path, program: Program = RICH) -> Life:
    world = World()
    till = new_till(folder, world, program=program, stock={})
    members = []
    for number in range(3):
        birthday = Birthday(20, 11 + number % 2) if number < 2 else None
        enrolment = Enrolment(Phone(f"09{number:08d}"), "Mai", birthday=birthday, consents=(CONSENT,))
        members.append(till.members.enrol(world.new_id(), enrolment).member)
    return Life(till, world, members)


def part_since(life: Life, begin_ms: int, draft: Program | None = None) -> PartOfPast:
    """Take the whole past since an instant."""
    shop = life.till.shop
    with watching(shop.file.path, shop.file.key) as connection:
        cut = cut_at(connection, begin_ms)
    today = shop.time.business_day(life.world.clock.at)
    return PartOfPast(
        shop.file.path, shop.file.key, cut, draft, shop.time, since=date(2026, 11, 1), today=today
    )


def recorded(act: Act) -> int:
    match act:
        case PastBill():
            return act.earned
        case BroughtBack():
            return -act.taken_back
        case BroughtTwice():
            return act.back.taken_back
        case TagsChanged() | FeeCounted():
            return 0


def bought(life: Life, count: int = 24) -> None:
    """Let everybody come now and then for a fortnight."""
    for number in range(count):
        life.go_on("bill", 40_000 + 7_300 * number, 1 + number % 6)
        if number % 5 == 4:
            life.go_on("return", 20_001, number)


def generous(program: Program) -> Program:
    """Give half as many points again for what is bought after noon."""
    more = MultiplierRule("more", rate_bp=15_000, when=InHours(12 * 60, 24 * 60))
    return replace(program, rules=(*program.rules, more), budgets=(), caps=())
