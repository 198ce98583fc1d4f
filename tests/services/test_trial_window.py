"""What a trial of the past counts: whose bills, of which days, stopped or not, tiers and gifts among them."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.occasions import Gives, Milestone
from loyalpos.engine.plans_in_force import InForce
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    AmountRule,
    Budget,
    Cap,
    Per,
)
from loyalpos.engine.side_programs import Membership
from loyalpos.engine.tier_moves import TierState, followed
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.engine.times import to_ms
from loyalpos.engine.trial import (
    Act,
    EarlierBill,
    Part,
    TrialSums,
    added,
)
from loyalpos.engine.trial_tiers import Plans, TierDays
from loyalpos.errors import TrialCutOff
from loyalpos.services.trial import received, try_program
from loyalpos.services.trial_part import try_part
from loyalpos.store.visits import sums_of
from tests.services.past import PLAIN, RICH, bought, generous, living, part_since


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
