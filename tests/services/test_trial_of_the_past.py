"""The past under the rules that were in force gives what was recorded, to the point."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
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
from loyalpos.engine.plans_in_force import InForce
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
from loyalpos.engine.side_programs import Membership, StampCard, VoucherKind
from loyalpos.engine.tier_moves import TierState, followed
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.engine.times import to_ms
from loyalpos.engine.trial import (
    Act,
    BroughtBack,
    BroughtTwice,
    EarlierBill,
    FeeCounted,
    Part,
    PastBill,
    TagsChanged,
    TrialSums,
    added,
)
from loyalpos.engine.trial_tiers import Plans, TierDays
from loyalpos.errors import OwnerToAsk, Refusal, TrialCutOff
from loyalpos.services.till import Till
from loyalpos.services.trial import received, try_program
from loyalpos.services.trial_part import PartOfPast, try_part
from loyalpos.store.bills import sums_of
from loyalpos.store.trial import cut_at, watching
from tests.shops import CONSENT, World, new_till

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


@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(acts, st.integers(0, 15), st.booleans())
def test_the_revisions_that_were_in_force_give_what_was_recorded(
    told: list[tuple[str, int, int]], window: int, is_one: bool
) -> None:
    """By each bill's own revision, or by the one draft where it was never another."""
    with tempfile.TemporaryDirectory() as folder:
        life = living(Path(folder))
        begin_ms = 0
        for number, (kind, amount_vnd, which) in enumerate(told):
            if is_one and kind == "publish":
                continue
            if number == window:
                begin_ms = to_ms(life.world.clock.at)
            life.go_on(kind, amount_vnd, which)
        seen: list[Act] = []

        def look(act: Act, points: int) -> None:
            seen.append(act)
            assert points == recorded(act)

        part = part_since(life, begin_ms, RICH if is_one else None)
        sums = try_part(part, look)
        all_bills = {act.id for act in seen if isinstance(act, PastBill)}
        undone: set[UUID] = set()
        for act in seen:
            if isinstance(act, BroughtBack) and act.undo:
                undone.add(act.bill)
            elif isinstance(act, BroughtTwice) and act.back.undo:
                undone.discard(act.back.bill)
        assert sums.undone == len(all_bills & undone)
        assert sums.bills == len(all_bills - undone)
        assert sums.draft == sums.recorded
        assert (sums.more, sums.fewer, sums.top) == (0, 0, ())
        life.till.shop.close()


@pytest.mark.parametrize(("undone", "points"), [("never", 0), ("before", 7), ("inside", 0)])
def test_members_were_there_when_they_were_whether_or_not_tiers_ask_for_their_bills(
    tmp_path: Path, undone: str, points: int
) -> None:
    """Where a draft may move tiers, all earlier bills are read; else the last visit is looked up."""
    life = living(tmp_path, PLAIN)
    life.go_on("bill", 40_000, 1)
    life.go_on("wait", 0, 3)
    life.go_on("bill", 50_000, 1)
    if undone == "before":
        life.till.returns.undo(life.bills[1])
    begin_ms = to_ms(life.world.clock.at) + 1
    life.go_on("bill", 60_000, 1)
    if undone == "inside":
        life.till.returns.undo(life.bills[1])
    back = replace(PLAIN, rules=(BonusRule("back", points=7, when=AwayFor(5)),), budgets=())
    tiers = replace(PLAIN.tiers, tiers=(Tier("silver", "Bạc", 50_000),))
    for draft in (back, replace(back, tiers=tiers)):
        assert try_part(part_since(life, begin_ms, draft), lambda *_: None).draft.points == points


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


def test_two_halves_of_the_members_add_up_to_all_of_them(tmp_path: Path) -> None:
    life = living(tmp_path)
    bought(life)
    part = part_since(life, 0, generous(RICH))
    edge = sorted(member.bytes[-1] for member in life.members)[1]
    halves = (replace(part, high=edge - 1), replace(part, low=edge))
    lower, upper = (try_part(half, lambda *_: None) for half in halves)
    assert 0 < lower.bills < lower.bills + upper.bills
    assert added(lower, upper) == added(upper, lower) == try_part(part, lambda *_: None)


def test_a_draft_is_tried_in_processes_of_their_own(tmp_path: Path) -> None:
    life = living(tmp_path)
    bought(life)
    told: list[tuple[int, int]] = []

    def progress(done: int, whole: int) -> bool:
        told.append((done, whole))
        return True

    shop = life.till.shop
    draft = generous(RICH)
    tried = try_program(shop, draft, 30, progress)
    assert tried is not None
    bills = tried.sums.bills
    assert told[-1] == (bills, bills)
    assert tried.sums == try_part(part_since(life, 0, draft), lambda *_: None)
    assert tried.sums.draft.points > tried.sums.recorded.points
    assert tried.sums.top[0].points >= tried.sums.top[-1].points > 0
    assert set(tried.names) == {gainer.member for gainer in tried.sums.top}
    most = max(tried.sums.groups.items(), key=lambda one: one[1][1])
    assert most[0].part is not Part.MORNING, "who comes before noon gains nothing"
    life.till.counter.record_bill(life.world.new_id(), life.members[0], Bill(50_000))


def test_a_trial_that_is_stopped_comes_to_nothing(tmp_path: Path) -> None:
    life = living(tmp_path)
    bought(life, 6)
    assert try_program(life.till.shop, RICH, 30, lambda *_: False) is None


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_process_that_the_system_ends_is_no_bug_of_ours() -> None:
    context = multiprocessing.get_context("spawn")
    for ending, expected in ((signal.raise_signal, TrialCutOff), (sys.exit, RuntimeError)):
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=ending, args=(9 if ending is signal.raise_signal else 1,))
        child.start()
        sender.close()
        with pytest.raises(expected):
            received(receiver, child)
        receiver.close()


def test_a_shop_without_bills_is_tried_at_once(tmp_path: Path) -> None:
    life = living(tmp_path)
    tried = try_program(life.till.shop, RICH, 30, lambda *_: False)
    assert tried is not None
    assert tried.sums == TrialSums()


def test_only_bills_of_the_window_are_tried(tmp_path: Path) -> None:
    life = living(tmp_path)
    bought(life, 6)
    life.go_on("wait", 0, 6)
    begin_ms = to_ms(life.world.clock.at)
    life.go_on("bill", 50_000, 1)
    seen: list[Act] = []
    sums = try_part(part_since(life, begin_ms, PLAIN), lambda act, _: seen.append(act))
    assert sums.bills == len(seen) == 1


def test_what_was_undone_is_no_bill_and_what_was_brought_back_is_one(tmp_path: Path) -> None:
    life = living(tmp_path)
    till, member = life.till, life.members[0]
    typed = [
        till.counter.record_bill(life.world.new_id(), member, Bill(vnd)) for vnd in (50_000, 60_000, 70_000)
    ]
    till.returns.undo(typed[0].bill)
    till.returns.return_bill(typed[1].bill, 1, 60_000)
    sums = try_part(part_since(life, 0, PLAIN), lambda *_: None)
    assert (sums.bills, sums.undone, sums.sales_vnd) == (2, 1, 70_000)
    for bill in typed[2:]:
        till.returns.undo(bill.bill)
    alone = till.counter.record_bill(life.world.new_id(), life.members[1], Bill(80_000))
    till.returns.undo(alone.bill)
    sums = try_part(part_since(life, 0, PLAIN), lambda *_: None)
    assert (sums.bills, sums.undone, sums.members) == (1, 3, 1), "nobody bought who was typed by mistake"


@pytest.mark.parametrize("least_vnd", [200_000, 800_000, 5_000_000])
def test_tiers_at_the_end_are_those_the_draft_would_have_brought(tmp_path: Path, least_vnd: int) -> None:
    life = living(tmp_path, PLAIN)
    bought(life, 8)
    life.go_on("wait", 0, 5)
    begin_ms = to_ms(life.world.clock.at)
    bought(life, 12)
    tiers = (Tier("silver", "Bạc", 0), Tier("gold", "Vàng", least_vnd))
    draft = replace(PLAIN, tiers=replace(PLAIN.tiers, tiers=tiers))
    part = part_since(life, begin_ms, draft)
    sums = try_part(part, lambda *_: None)
    expected = Counter[str]()
    with life.till.shop.file.read() as connection:
        for member in life.members:
            amounts = [Dated(one.day, one.paid_vnd) for one in sums_of(connection, member)]
            moves = followed(
                lambda day: (InForce(draft.tiers if day >= part.since else PLAIN.tiers),),
                TierState(),
                Progress.of(amounts),
                after=part.since - timedelta(days=1),
                until=part.today,
                untold=True,
            )
            expected[moves[-1].state.tier if moves else ""] += 1
    assert sums.draft.tiers == expected
    standings = [life.till.counter.desk(member).standing for member in life.members]
    assert sums.recorded.tiers == Counter(one.tier for one in standings if one is not None)


NOON_MS = 43_200_000
amounts = st.lists(
    st.tuples(
        st.integers(0, 500) | st.just(192),
        st.integers(0, 400_000),
        st.booleans(),
        st.integers(NOON_MS - 1, NOON_MS),
    ),
    min_size=1,
    max_size=12,
)
"""Days after the first, đồng, whether an earlier one comes back, and when on its day it was recorded."""


@settings(max_examples=30, phases=[Phase.generate])
@given(amounts, st.integers(0, 6), st.sampled_from(Over), st.integers(0, 20))
def test_a_tier_followed_on_is_the_tier_followed_from_the_first_day(
    told: list[tuple[int, int, bool, int]], earlier: int, over: Over, notice_days: int
) -> None:
    """Some bills stand already, others come in any order, some come back; between them the tier is asked."""
    before = TierPlan(over=over, tiers=(Tier("silver", "Bạc", 300_000),), notice_days=notice_days)
    after = replace(before, tiers=(*before.tiers, Tier("gold", "Vàng", 700_000)))
    first, change = date(2026, 3, 1), date(2026, 9, 9)

    def plans_in(day: date) -> tuple[InForce, ...]:
        if day != change:
            return (InForce(after if day > change else before),)
        return InForce(before), InForce(after, from_ms=NOON_MS, revision=1)

    dated = [Dated(first + timedelta(days=passed), vnd, at_ms) for passed, vnd, _, at_ms in told]
    touched = {number // 2 for number, (_, _, comes_back, _) in enumerate(told) if comes_back and number}
    days = TierDays(
        first,
        [
            EarlierBill(
                UUID(int=number) if number in touched else None,
                one.day,
                one.at_ms,
                paid_vnd=one.amount,
                points=0,
                whole=False,
            )
            for number, one in enumerate(dated[:earlier])
        ],
    )
    stand = {UUID(int=number): one for number, one in enumerate(dated[:earlier])}
    plans = Plans(plans_in, (change,))
    for number, (passed, amount_vnd, comes_back, at_ms) in enumerate(told):
        which, day = UUID(int=number), first + timedelta(days=passed)
        if number >= earlier:
            stand[which] = dated[number]
            days.put(which, day, paid_vnd=amount_vnd, points=0, recorded_ms=at_ms)
        if comes_back and number:
            stand.pop(UUID(int=number // 2), None)
            days.drop(UUID(int=number // 2))
        asked = first + timedelta(days=max(passed, 100))
        amounts = [one for one in stand.values() if one.day <= asked]
        yesterday = min((first, *(one.day for one in amounts))) - timedelta(days=1)
        moves = followed(
            plans_in, TierState(), Progress.of(amounts), after=yesterday, until=asked, untold=True
        )
        expected = moves[-1].state if moves else TierState()
        assert days.state(plans, asked) == expected
        plans = Plans(plans_in, (change,))
        days = days.going_on(plans)
        assert days.state(plans, asked) == expected


def test_what_gifts_cost_is_spent_in_the_past_when_they_were_given(tmp_path: Path) -> None:
    program = Program(
        0,
        (AmountRule("base", per_vnd=10_000, budget="month"),),
        occasions=(Milestone("twice", Reached.VISITS, 2, Gives(points=5)),),
        budgets=(Budget("month", "Tháng", 1_000),),
        point_cost_vnd=100,
    )
    life = living(tmp_path, program)
    new_id = life.world.new_id
    totals = (40_000, 10_000, 50_000)
    done = [life.till.counter.record_bill(new_id(), life.members[0], Bill(one)) for one in totals]
    assert [bill.earned for bill in done] == [4, 1, 0]
    for bill in done[1:]:
        life.till.returns.return_bill(bill.bill, 1, None)
    again = life.till.counter.record_bill(new_id(), life.members[1], Bill(50_000))
    assert again.earned == 5
    seen: list[int] = []
    sums = try_part(part_since(life, 0), lambda act, points: seen.append(points))
    assert seen == [4, 1, 0, -1, 0, 5]
    assert sums.draft == sums.recorded
    assert sums.draft.spent_vnd == {("month", date(2026, 11, 1)): 900}
    life.till.shop.close()


@pytest.mark.parametrize("in_window", [True, False])
def test_what_fees_earned_is_counted_in_the_past_as_it_was(tmp_path: Path, *, in_window: bool) -> None:
    program = Program(
        0,
        (AmountRule("base", per_vnd=10_000, budget="month"),),
        caps=(Cap(Per.MONTH, 12),),
        memberships=(Membership("m", "Thẻ", 60_000, 12, fee_earns=True),),
        budgets=(Budget("month", "Tháng", 2_000),),
        point_cost_vnd=100,
    )
    life = living(tmp_path, program)
    till, new_id = life.till, life.world.new_id
    began = to_ms(life.world.clock.at)
    one, other, _ = life.members
    earned = [till.counter.record_bill(new_id(), one, Bill(40_000)).earned]
    undone = till.memberships.sell(one, "m", new_id())
    till.returns.undo(undone.record)
    till.memberships.sell(one, "m", new_id())
    till.memberships.sell(other, "m", new_id())
    life.world.clock.forward(minutes=1)
    began = began if in_window else to_ms(life.world.clock.at)
    for who, total_vnd in ((one, 40_000), (other, 90_000)):
        earned.append(till.counter.record_bill(new_id(), who, Bill(total_vnd)).earned)
    assert earned == [4, 2, 2]
    seen: list[int] = []
    sums = try_part(part_since(life, began), lambda act, points: seen.append(points))
    assert [points for points in seen if points] == (earned if in_window else earned[1:])
    assert sums.draft == sums.recorded
    till.shop.close()
