"""Cases with friends and memberships beside a real shop: both come to the same points and money."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from loyalpos.engine.bills import Bill
from loyalpos.engine.members import Origin
from loyalpos.engine.occasions import Gives, Milestone, Referral
from loyalpos.engine.program import Program
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.replay_friends import Company, Person
from loyalpos.engine.replay_steps import (
    BillStep,
    EndStep,
    JoinStep,
    LookStep,
    Opening,
    ReferStep,
    ReturnStep,
    SellStep,
    Step,
)
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import Membership
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.errors import Refusal
from loyalpos.services.till import Till
from tests.shops import World, enrolled, new_till

PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    tiers=TierPlan(tiers=(Tier("silver", "Bạc", 400_000, 1_000, 7),)),
    occasions=(
        Milestone("twice", Reached.VISITS, 2, Gives(points=3)),
        Referral("friends", Gives(points=30), Gives(points=20), 100_000, 1),
        Referral("big", Gives(points=5), Gives(), 250_000),
    ),
    memberships=(Membership("year", "Thẻ năm", 365_000, 12, 500),),
)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("bill", "bill", "bill", "return", "undo", "sell", "end", "wait")),
        st.integers(0, 2),
        st.sampled_from((40_000, 99_000, 100_000, 110_000, 260_000)),
        st.integers(0, 4),
    ),
    min_size=2,
    max_size=9,
)
ENDED_TWICE = [
    ("bill", 0, 40_000, 0),
    ("sell", 2, 110_000, 2),
    ("bill", 0, 260_000, 0),
    ("end", 2, 260_000, 1),
    ("end", 2, 260_000, 3),
    ("undo", 1, 110_000, 0),
    ("bill", 0, 260_000, 3),
    ("wait", 0, 260_000, 4),
    ("wait", 0, 99_000, 2),
]
RENEWED_THEN_THE_FIRST_ENDED = [
    ("sell", 1, 40_000, 0),
    ("sell", 1, 40_000, 0),
    ("end", 1, 40_000, 0),
    ("wait", 1, 40_000, 1),
]


@settings(max_examples=30, phases=[Phase.explicit, Phase.generate])
@given(ACTS)
@example(ENDED_TWICE)
@example(RENEWED_THEN_THE_FIRST_ENDED)
def test_a_company_comes_to_what_the_counter_recorded(told: list[tuple[str, int, int, int]]) -> None:
    world = World()
    with TemporaryDirectory() as folder:
        till = new_till(Path(folder), world, program=PROGRAM, stock={})
        members = [enrolled(till, f"091234567{number}") for number in range(3)]
        for friend in members[1:]:
            till.referrals.say(friend, Origin(referrer=members[0]))
        program = till.shop.program_on(till.shop.time.business_day(world.clock.at))
        books, time = Books(), till.shop.time
        people = {
            str(number): Person(member, str(number), Replay(program, Opening(member=member), books, time))
            for number, member in enumerate(members)
        }
        company = Company(program, people, time)
        for who in people:
            company.step(who, JoinStep(world.clock.at))
        for who in ("1", "2"):
            assert company.step(who, ReferStep(world.clock.at, "0")).refusals == ()
        done: list[list[UUID]] = [[], [], []]
        sales: list[list[UUID]] = [[], [], []]
        for kind, number, amount_vnd, which in told:
            member = members[number]
            world.clock.forward(days=40 * which if kind == "wait" else 1)
            till.days.open()
            while till.days.bring():
                pass
            step, due_vnd = _done(
                till, world, kind, member, amount_vnd, which, bills=done[number], sales=sales[number]
            )
            if step is None:
                continue
            outcome = company.step(str(number), step)
            assert bool(outcome.refusals) == (due_vnd is None)
            assert due_vnd is None or outcome.due_vnd == due_vnd
            for who, one in zip(people, members, strict=True):
                stands = company.step(who, LookStep(world.clock.at))
                desk = till.counter.desk(one)
                assert (who, stands.balance, stands.tier) == (who, desk.account.balance, desk.footing.tier)
                assert bool(stands.memberships) == bool(desk.memberships)
        till.shop.close()


def _done(
    till: Till,
    world: World,
    kind: str,
    member: UUID,
    amount_vnd: int,
    which: int,
    *,
    bills: list[UUID],
    sales: list[UUID],
) -> tuple[Step | None, int | None]:
    """Do it at the counter; what is to be paid then, or None where it is refused.

    Ending twice pays nothing twice: the counter says again what it paid back, and a case says it is over.
    """
    action = world.new_id()
    at = world.clock.at
    try:
        match kind:
            case "bill":
                bills.append(action)
                came = till.counter.record_bill(action, member, Bill(amount_vnd))
                return BillStep(at, Bill(amount_vnd), action.hex), came.due_vnd
            case "return" if bills:
                bill = bills[which % len(bills)]
                part_vnd = amount_vnd // 10 if which else None
                step: Step = ReturnStep(at, bill.hex, part_vnd)
                part = till.returns.desk(bill).bill.parts + 1
                return step, -till.returns.return_bill(bill, part, part_vnd).refund_vnd
            case "undo" if bills:
                bill = bills.pop(which % len(bills))
                step = ReturnStep(at, bill.hex, undo=True)
                left = till.returns.desk(bill).bill
                till.returns.undo(bill)
                return step, -(left.left_vnd - left.off_vnd(left.left_vnd))
            case "sell":
                step = SellStep(at, "year", action.hex)
                sold = till.memberships.sell(member, "year", action)
                sales.append(action)
                return step, sold.amount_vnd
            case "end" if sales:
                sale = sales[which % len(sales)]
                step = EndStep(at, sale.hex)
                ended = till.memberships.end(member, sale)
                return step, None if ended.repeated else -ended.amount_vnd
            case _:
                return LookStep(at), 0
    except Refusal:
        return step, None
