"""A replay beside a real shop: both come to the same points, balances and refusals."""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import UUID

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import AwayFor, FirstPurchase
from loyalpos.engine.members import Enrolment
from loyalpos.engine.occasions import BirthdayGift, Gives, Milestone, WelcomeGift, WinBack
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Expiry, ExpiryKind, Gift, PartPaid, Program, Remainder, SpentPoints
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.replay_steps import (
    BillStep,
    JoinStep,
    LookStep,
    Opening,
    PayStep,
    RedeemStep,
    ReturnStep,
    Step,
)
from loyalpos.engine.rules import (
    AmountRule,
    BonusRule,
    Budget,
    BudgetFor,
    Limit,
    MultiplierRule,
    Per,
    StampRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import StampCard, VoucherKind
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.errors import Refusal
from loyalpos.services.till import Till
from tests.draws import draws
from tests.shops import CONSENT, PROGRAM, World, new_till

BORN = Birthday(28, 11, 1990)

SHORT_LIVED = replace(
    PROGRAM,
    rules=(
        AmountRule("base", per_vnd=7_000, points=3),
        MultiplierRule("half", rate_bp=15_000),
        BonusRule("bonus", points=2),
    ),
    remainder=Remainder.CARRIED,
    expiry=Expiry(ExpiryKind.DAYS, 20),
)

GENEROUS = replace(
    SHORT_LIVED,
    tiers=TierPlan(
        Reached.SPEND,
        Over.TWELVE_MONTHS,
        (Tier("silver", "Bạc", 500_000, 1_000, 7), Tier("gold", "Vàng", 1_200_000, 2_000, 11)),
    ),
    occasions=(
        WelcomeGift("welcome", Gives(points=13)),
        BirthdayGift("birthday", Gives(points=17), before_days=2),
        Milestone("visits", Reached.VISITS, 2, Gives(points=19)),
        Milestone("points", Reached.POINTS, 400, Gives(points=23)),
        WinBack("back", 4, Gives(points=29)),
    ),
)
"""Tiers with gifts, and a gift for every occasion."""

SPARING = replace(
    GENEROUS,
    welcome_points=5,
    budgets=(Budget("keep", "Giữ khách", 5_900), Budget("new", "Khách mới", 1_500, BudgetFor.NEW_CUSTOMERS)),
    point_cost_vnd=100,
)
"""The same from budgets that do not pay for all of it."""

AWAY = replace(
    SHORT_LIVED,
    rules=(*SHORT_LIVED.rules, BonusRule("missed", points=31, when=AwayFor(3))),
    expiry=Expiry(ExpiryKind.INACTIVITY, 1),
    occasions=(WinBack("back", 3, Gives(points=29)),),
)
"""Everything that asks how long a member stayed away."""

EAGER = replace(
    GENEROUS,
    rules=(
        VisitRule("visit", points=4, limits=(Limit(Per.WEEK, points=9),)),
        BonusRule("first", points=41, when=FirstPurchase()),
        AmountRule("base", per_vnd=9_000, limits=(Limit(Per.DAY, points=40), Limit(Per.MONTH, times=5))),
        StampRule("stamp", "card", stamps=2, limits=(Limit(Per.WEEK, points=5),)),
        VoucherRule("thanks", "next", limits=(Limit(Per.EVER, times=3),)),
    ),
    rewards=tuple(replace(one, day_limit=1) if isinstance(one, Gift) else one for one in GENEROUS.rewards),
    remainder=Remainder.DROPPED,
    spent_points=SpentPoints.NEVER,
    welcome_points=1_500,
    tiers=TierPlan(Reached.VISITS, Over.EVER, (Tier("silver", "Bạc", 2, 500, 7),)),
    expiry=Expiry(ExpiryKind.INACTIVITY, 1),
    stamp_cards=(StampCard("card", "Thẻ", 3, "coffee"),),
    vouchers=(VoucherKind("next", "Phiếu", 30, value_vnd=10_000),),
)
"""Everything that pays for coming, with limits; points that were spent stay spent."""

acts = st.lists(
    st.tuples(
        st.sampled_from(("bill", "bill", "pay", "redeem", "return", "undo", "wait")),
        st.integers(0, 900_000),
        st.sampled_from(("", "", "pay", "coffee", "coffee", "tenth", "off50")),
        st.integers(0, 5) | st.integers(0, 33),
    ),
    min_size=1,
    max_size=12,
)


def open_day(till: Till) -> None:
    till.days.open()
    while till.days.bring():
        pass


@settings(max_examples=draws(80), phases=[Phase.generate])
@given(
    st.sampled_from((PROGRAM, SHORT_LIVED, GENEROUS, SPARING, SPARING, AWAY, EAGER, EAGER)),
    st.sampled_from(PartPaid),
    acts,
)
def test_a_replay_comes_to_what_the_counter_recorded(
    program: Program, part_paid: PartPaid, told: list[tuple[str, int, str, int]]
) -> None:
    world, program = World(), replace(program, part_paid=part_paid)
    with tempfile.TemporaryDirectory() as folder:
        till = new_till(Path(folder), world, program=program)
        joins = Enrolment(Phone("0912345678"), "Đức", birthday=BORN, consents=(CONSENT,))
        member = till.members.enrol(world.new_id(), joins).member
        published = till.shop.program_on(till.shop.time.business_day(world.clock.at))
        books = Books()
        books.stock["coffee"] = 14
        replay = Replay(published, Opening(member=member, birthday=BORN), books, till.shop.time)
        welcomed = replay.step(JoinStep(world.clock.at))
        assert welcomed.balance == till.counter.desk(member).account.balance
        recorded: list[UUID] = []
        parts: dict[UUID, int] = {}
        for kind, amount_vnd, reward, which in told:
            world.clock.forward(hours=7)
            open_day(till)
            step: Step
            refused, points, balance = False, 0, None
            if kind == "wait":
                for _ in range(which):
                    world.clock.forward(days=1)
                    open_day(till)
                step = LookStep(world.clock.at)
            elif kind in ("bill", "redeem"):
                taken = (Taken(reward),) if reward else ()
                if reward == "coffee" and which % 2:
                    taken = (Taken(reward, card="card"),)
                action = world.new_id()
                bill = Bill(amount_vnd if kind == "bill" else 0)
                if kind == "bill" and which % 3 == 2:
                    bill = replace(bill, paid_vnd=amount_vnd // which)
                step = BillStep(world.clock.at, bill, action.hex, taken)
                if kind == "redeem":
                    step = RedeemStep(world.clock.at, taken, action.hex)
                try:
                    done = till.counter.record_bill(action, member, bill, taken)
                    points, balance = done.earned, done.balance
                    recorded.append(action)
                except Refusal:
                    refused = True
            elif recorded and kind == "pay":
                paid_for = recorded[which % len(recorded)]
                open_vnd = till.returns.desk(paid_for).bill.open_vnd
                now_vnd = open_vnd if amount_vnd % 2 else min(amount_vnd // 4, open_vnd)
                tender = ("momo", "cash", None)[which % 3]
                step = PayStep(world.clock.at, paid_for.hex, now_vnd, tender)
                try:
                    paid = till.payments.pay(world.new_id(), paid_for, now_vnd, tender)
                    points, balance = paid.earned, paid.balance
                except Refusal:
                    refused = True
            elif recorded:
                back_to = recorded[which % len(recorded)]
                part_vnd = amount_vnd // 4 if kind == "return" and amount_vnd > 300_000 else None
                step = ReturnStep(world.clock.at, back_to.hex, part_vnd, undo=kind == "undo")
                try:
                    if kind == "undo":
                        till.returns.undo(back_to)
                    else:
                        back = till.returns.return_bill(back_to, parts.get(back_to, 0) + 1, part_vnd)
                        parts[back_to] = parts.get(back_to, 0) + 1
                        points = back.settled - back.taken_back
                except Refusal:
                    refused = True
            else:
                continue
            outcome = replay.step(step)
            assert bool(outcome.refusals) == refused
            assert outcome.points == points or kind == "undo"
            desk = till.counter.desk(member)
            account = desk.account
            assert outcome.tier == desk.footing.tier
            assert outcome.balance == account.balance
            assert outcome.remainder == account.carry
            assert books.stock["coffee"] == desk.stock["coffee"]
            assert outcome.units == {unit: count for unit, count in desk.units.items() if count}
            assert sum(outcome.vouchers.values()) == len(desk.vouchers)
            if balance is not None:
                assert outcome.balance == balance
        till.shop.close()
