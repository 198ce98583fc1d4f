"""What is usual in a shop, from bills that stand."""

from __future__ import annotations

from pathlib import Path

from loyalpos.engine.bills import Bill
from loyalpos.services.usual import Usual, usual_of
from tests.shops import World, enrolled, new_till


def test_a_shop_s_own_bills_say_what_is_usual(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    assert usual_of(till.shop) == Usual()
    # 21 bills, one every three days; the dearest is wholly returned and says nothing.
    for number in range(21):
        world.clock.forward(days=3)
        till.counter.record_bill(world.new_id(), member, Bill(40_000 + 1_000 * number))
    world.clock.forward(days=90)
    done = till.counter.record_bill(world.new_id(), member, Bill(9_000_000))
    till.returns.undo(done.bill)
    till.counter.record_bill(world.new_id(), None, Bill(7_000_000))
    assert usual_of(till.shop) == Usual(50_000, 3)
    world.clock.forward(days=400)
    assert usual_of(till.shop) == Usual()
    till.shop.close()
