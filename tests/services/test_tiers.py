"""The tier of a member raises points at the counter, by the bills that stand."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.plans_in_force import InForce
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.tier_days import moves_until, next_look
from loyalpos.engine.tier_moves import MoveReason, TierState, followed, moved
from loyalpos.engine.tier_progress import Dated, Missing, Progress
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import World, enrolled, new_till

SILVER = Tier("silver", "Bạc", 1_000_000, extra_bp=1_000)
GOLD = Tier("gold", "Vàng", 3_000_000, extra_bp=10_000)
PLAN = TierPlan(Reached.SPEND, Over.TWELVE_MONTHS, (SILVER, GOLD), notice_days=30)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(
        tmp_path,
        world,
        program=Program(0, (AmountRule("base", per_vnd=10_000),), tiers=PLAN),
        stock={},
    )
    till.days.open()
    return till


def buy(till: Till, whose: UUID, total_vnd: int) -> tuple[UUID, int]:
    bill = till.counter.record_bill(till.shop.outside.new_id(), whose, Bill(total_vnd))
    return bill.bill, bill.earned


def test_the_bill_after_the_one_that_reached_it_earns_more(till: Till) -> None:
    lan = enrolled(till)
    assert buy(till, lan, 1_000_000)[1] == 100
    assert till.counter.desk(lan).footing.tier == "silver"
    assert buy(till, lan, 2_000_000)[1] == 220
    assert buy(till, lan, 100_000)[1] == 20


def test_a_return_leaves_the_tier_as_if_it_had_never_been(till: Till) -> None:
    lan = enrolled(till)
    first, _ = buy(till, lan, 1_000_000)
    second, earned = buy(till, lan, 500_000)
    assert earned == 55
    back = till.returns.return_bill(first, 1, 600_000)
    assert till.counter.desk(lan).footing.tier == ""
    assert buy(till, lan, 90_000)[1] == 9
    till.returns.undo(back.reversal)
    assert till.counter.desk(lan).footing.tier == "silver"
    # What was earned in the tier is taken back as it was given.
    assert till.returns.return_bill(second, 1, None).taken_back == 55
    assert check(till.shop.file).is_clean


def test_a_tier_falls_when_its_notice_is_over(till: Till, world: World) -> None:
    lan = enrolled(till)
    buy(till, lan, 1_000_000)
    open_day(till, world, days=365)
    open_day(till, world, days=29)
    desk = till.counter.desk(lan)
    assert desk.footing.tier == "silver"
    assert desk.tier is not None
    assert desk.tier.notice is not None
    assert desk.tier.to_keep == Missing(SILVER, 1_000_000)
    open_day(till, world)
    assert till.counter.desk(lan).footing.tier == ""
    assert check(till.shop.file).is_clean


def test_nobody_falls_untold_while_the_till_was_closed(till: Till, world: World) -> None:
    lan = enrolled(till)
    buy(till, lan, 1_000_000)
    open_day(till, world, days=500)
    tier = till.counter.desk(lan).tier
    assert tier is not None
    assert tier.tier == SILVER
    assert tier.notice is not None
    assert tier.notice.falls == till.shop.time.business_day(world.clock.at) + timedelta(days=30)


def test_another_plan_gives_notice_as_the_next_day_opens(till: Till, world: World) -> None:
    lan = enrolled(till)
    buy(till, lan, 1_000_000)
    higher = replace(PLAN, tiers=(replace(SILVER, threshold=2_000_000), GOLD))
    till.shop.publish(replace(till.shop.program_of(1), tiers=higher))
    open_day(till, world)
    told = till.tiers.moves(lan)[0]
    assert (told.reason, told.after) == (MoveReason.NOTICE, "Bạc")
    assert len(till.tiers.moves(lan)) == 2
    open_day(till, world, days=30)
    assert till.counter.desk(lan).footing.tier == ""
    assert check(till.shop.file).is_clean


def open_day(till: Till, world: World, days: int = 1) -> None:
    world.clock.forward(days=days)
    if not till.days.open().trusted:
        till.days.trust_clock()
    while till.days.bring():
        pass


def test_a_bill_of_yesterday_earns_by_the_tier_of_yesterday(till: Till, world: World) -> None:
    lan = enrolled(till)
    yesterday = world.clock.at
    world.clock.forward(days=1)
    till.days.open()
    buy(till, lan, 3_000_000)
    late = till.counter.record_bill(world.new_id(), lan, Bill(100_000, at=yesterday))
    assert late.earned == 10
    assert buy(till, lan, 100_000)[1] == 20


FIRST = date(2023, 12, 20)
PLANS = st.builds(
    TierPlan,
    st.just(Reached.SPEND),
    st.sampled_from(Over),
    st.sampled_from([(SILVER,), (SILVER, GOLD), (Tier("all", "Bạn", 0), SILVER, GOLD)]),
    notice_days=st.sampled_from([0, 1, 30]),
    grace_days=st.sampled_from([0, 90]),
)


@settings(max_examples=50)
@given(
    plans=st.tuples(PLANS, PLANS),
    changed=st.integers(0, 900),
    bills=st.lists(
        st.tuples(
            st.integers(0, 900) | st.sampled_from([71, 436, 437]),
            st.sampled_from([400_000, 1_000_000, 3_000_000]),
        ),
        max_size=8,
    ),
    length=st.integers(0, 1_300),
)
def test_days_that_are_passed_over_would_have_brought_nothing(
    plans: tuple[TierPlan, TierPlan], changed: int, bills: list[tuple[int, int]], length: int
) -> None:
    progress = Progress.of(Dated(FIRST + timedelta(days=on), vnd) for on, vnd in bills if on <= length)
    day = FIRST + timedelta(days=length)

    def plans_in(on: date) -> tuple[InForce, ...]:
        return (InForce(plans[on >= FIRST + timedelta(days=changed)]),)

    before = FIRST - timedelta(days=1)
    every = followed(plans_in, TierState(), progress, after=before, until=day)
    begin = FIRST + timedelta(days=changed)
    found = moves_until(
        plans_in, TierState(), progress, judged=before, first=FIRST, until=day, plans_begin=(begin,)
    )
    assert found == every
    # The day to look at next is the first on which time alone brings something.
    state, plan = (every[-1].state if every else TierState()), plans_in(day)[0].plan
    looks = next_look(plan, state, progress, day)
    for on in (day + timedelta(days=ahead) for ahead in range(1, 500)):
        if moved(plan, state, progress.measured(plan.over, on, opening=True), on) is not None:
            assert looks == on
            break
        if looks is not None and on > looks:
            raise AssertionError(looks)
