"""A redeemed service waits until somebody ticks it off, and goes with its bill."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.program import Program, ServiceReward
from loyalpos.engine.rules import AmountRule
from loyalpos.errors import ServiceNotOpen
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import World, enrolled, new_till, reopened

PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    rewards=(ServiceReward("wash", "Gội đầu", 5), ServiceReward("nails", "Sơn móng", 3)),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    return till


def test_a_service_is_done_once_and_may_turn_out_not_to_be(till: Till, world: World) -> None:
    lan = enrolled(till)
    till.counter.record_bill(world.new_id(), lan, Bill(500_000))
    assert till.counter.desk(lan).services == ()
    bill = till.counter.record_bill(world.new_id(), lan, Bill(90_000), (Taken("wash"), Taken("nails")))
    assert [one.name for one in till.counter.desk(lan).services] == ["Gội đầu", "Sơn móng"]
    done = till.done.tick(lan, bill.bill, "wash")
    assert (done.service, done.repeated) == ("Gội đầu", False)
    assert till.done.tick(lan, bill.bill, "wash").repeated
    assert [one.name for one in till.counter.desk(lan).services] == ["Sơn móng"]
    assert till.returns.acts()[0].kind is ActKind.SERVICE
    till.returns.undo_last()
    assert len(till.counter.desk(lan).services) == 2
    till.done.tick(lan, bill.bill, "wash")
    assert check(till.shop.file).is_clean
    assert [one.name for one in reopened(till, world).counter.desk(lan).services] == ["Sơn móng"]


def test_what_came_back_is_not_to_be_done_any_more(till: Till, world: World) -> None:
    lan = enrolled(till)
    till.counter.record_bill(world.new_id(), lan, Bill(500_000))
    bill = till.counter.record_bill(world.new_id(), lan, Bill(90_000), (Taken("wash"),))
    back = till.returns.return_bill(bill.bill, 1, None)
    assert till.counter.desk(lan).services == ()
    with pytest.raises(ServiceNotOpen):
        till.done.tick(lan, bill.bill, "wash")
    till.returns.undo(back.reversal)
    assert len(till.counter.desk(lan).services) == 1
    assert check(till.shop.file).is_clean
