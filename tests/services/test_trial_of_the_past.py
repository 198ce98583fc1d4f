"""The past under the rules that were in force gives what was recorded, to the point."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
    FirstPurchase,
    InHours,
    InTier,
    Match,
    NearBirthday,
    OneOf,
    PaidBy,
)
from loyalpos.engine.members import Enrolment
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
from loyalpos.engine.times import to_ms
from loyalpos.engine.trial import Act, BroughtBack, BroughtTwice, PastBill, added
from loyalpos.errors import Refusal
from loyalpos.services.till import Till
from loyalpos.services.trial_part import PartOfPast, try_part
from loyalpos.store.trial import cut_at, watching
from tests.shops import CONSENT, World, new_till

RICH = Program(
    0,
    rules=(
        AmountRule("base", per_vnd=7_000, points=3),
        AmountRule(
            "cake", per_vnd=3_000, only=Match(categories=("Bánh",)), limits=(Limit(Per.EVER, points=90),)
        ),
        MultiplierRule("birthday", rate_bp=20_000, when=NearBirthday(BirthdaySpan.MONTH)),
        MultiplierRule("again", rate_bp=15_000, when=AwayFor(2), limits=(Limit(Per.MONTH, times=2),)),
        BonusRule("first", points=20, when=FirstPurchase()),
        BonusRule("wallet", points=4, when=OneOf((InTier(("gold",)), PaidBy(("momo",)))), budget="month"),
        BonusRule("late", points=2, when=InHours(16 * 60, 9 * 60), limits=(Limit(Per.WEEK, times=3),)),
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
)
PLAIN = replace(
    RICH,
    rules=(AmountRule("base", per_vnd=10_000), MultiplierRule("birthday", rate_bp=30_000, when=AwayFor(1))),
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
            ("bill", "bill", "bill", "bill", "old", "return", "undo", "again", "move", "wait", "publish")
        ),
        st.integers(0, 400_000),
        st.integers(0, 6),
    ),
    min_size=10,
    max_size=30,
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
                    lines=lines if which else (),
                    discount_vnd=1_000 if which == 5 else 0,
                )
                reward = ("", "pay", "", "tenth")[amount_vnd % 4]
                taken = (Taken(reward),) if reward else ()
                codes = [one.voucher.code for one in till.counter.desk(member).vouchers][: which // 4]
                done = till.counter.record_bill(self.world.new_id(), member, bill, taken, tuple(codes))
                self.bills.append(done.bill)
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
                self.bills.append(till.returns.move_bill(moved, member, self.world.new_id()).bill)
            case "publish":
                till.shop.publish(replace(PLAIN if which % 2 else RICH, starts=None))
            case "wait":
                self.world.clock.forward(days=which * which)
                till.days.open()
                till.days.trust_clock()
            case _:
                pass


def living(folder: Path) -> Life:
    world = World()
    till = new_till(folder, world, program=RICH, stock={})
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


@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(acts, st.integers(0, 15))
def test_the_revisions_that_were_in_force_give_what_was_recorded(
    told: list[tuple[str, int, int]], window: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        life = living(Path(folder))
        begin_ms = 0
        for number, (kind, amount_vnd, which) in enumerate(told):
            if number == window:
                begin_ms = to_ms(life.world.clock.at)
            life.go_on(kind, amount_vnd, which)
        seen: list[Act] = []

        def look(act: Act, points: int) -> None:
            seen.append(act)
            assert points == recorded(act)

        part = part_since(life, begin_ms)
        sums = try_part(part, look)
        assert sums.bills == sum(isinstance(act, PastBill) for act in seen)
        assert sums.draft == sums.recorded
        assert (sums.more, sums.fewer, sums.top) == (0, 0, ())
        life.till.shop.close()
