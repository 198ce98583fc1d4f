"""The fee of a membership in a case comes to what it comes to at the till, and so does its early end."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.extras import EndOffer, SaleOffer
from loyalpos.engine.program import Program
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.replay_steps import BillStep, EndStep, Opening, SellStep
from loyalpos.engine.rules import AmountRule, BonusRule, Budget, BudgetEnd, Cap, Limit, Per
from loyalpos.engine.side_programs import Membership
from loyalpos.engine.times import ShopTime
from tests.shops import World, enrolled, new_till

ONCE = BonusRule("once", 7, name="Một lần", limits=(Limit(Per.EVER, times=1),))
FREE = Program(
    0,
    (AmountRule("base", per_vnd=10_000), ONCE),
    point_cost_vnd=100,
    memberships=(Membership("m", "Thẻ tháng", 300_000, 1, fee_earns=True),),
)
BOUND = replace(
    FREE,
    rules=(AmountRule("base", per_vnd=10_000, budget="keep"), ONCE),
    caps=(Cap(Per.MONTH, 90),),
    budgets=(Budget("keep", "Giữ khách", 5_000, at_end=BudgetEnd.ASK),),
)
acts = st.lists(st.tuples(st.sampled_from(("sell", "sell", "end", "bill")), st.integers(0, 9)), max_size=9)


@pytest.mark.parametrize("program", [FREE, BOUND], ids=["free", "bound"])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=acts)
def test_a_case_gives_for_fees_what_the_till_gives(program: Program, story: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        world = World()
        till = new_till(Path(folder), world, program=program, stock={})
        lan = enrolled(till)
        shop = till.shop.time
        replay = Replay(program, Opening(member=lan, joined=shop.business_day(world.clock())), Books(), shop)
        names: dict[UUID, str] = {}
        for number, (what, days) in enumerate(story):
            world.clock.forward(days=days)
            offers, at = till.memberships.offers(lan), world.clock()
            if what == "bill":
                # It has its own part of the bonus that comes once for ever.
                till.counter.record_bill(world.new_id(), lan, Bill(9_000))
                came = replay.step(BillStep(at, Bill(9_000), str(number)))
            elif what == "sell":
                sale = next(one.sold.id for one in offers if isinstance(one, SaleOffer))
                sold = till.memberships.sell(lan, "m", sale)
                names[sale] = str(number)
                came = replay.step(SellStep(at, "m", str(number)))
                assert (came.points, came.due_vnd) == (sold.earned, sold.amount_vnd)
            else:
                end = next((one.ended.sold.id for one in offers if isinstance(one, EndOffer)), None)
                if end is None:
                    continue
                back = till.memberships.end(lan, end)
                came = replay.step(EndStep(at, names[end]))
                assert came.due_vnd == -back.amount_vnd
            assert came.balance == till.counter.desk(lan).account.balance
        till.shop.close()


def test_half_a_fee_handed_back_takes_half_its_points() -> None:
    world = World()
    shop = ShopTime()
    at = world.clock()
    replay = Replay(FREE, Opening(member=world.new_id(), joined=shop.business_day(at)), Books(), shop)
    sold = replay.step(SellStep(at, "m", "1"))
    assert (sold.points, sold.balance, sold.due_vnd) == (37, 37, 300_000)
    world.clock.forward(days=14)
    back = replay.step(EndStep(world.clock(), "1"))
    assert (back.due_vnd, back.points, back.balance) == (-150_000, -19, 18)
