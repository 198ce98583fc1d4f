"""Limits, caps, budgets, stamps and tickets hold at the counter, and go by what stands."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.earning import LineKind
from loyalpos.engine.program import Gift, PayWithPoints, Program, Remainder, Rounded
from loyalpos.engine.rules import (
    AmountRule,
    Budget,
    Cap,
    Limit,
    Per,
    Rounding,
    Rule,
    StampRule,
    TicketRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Draw, Prize, StampCard, VoucherKind
from loyalpos.errors import RewardNotTakeable
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from tests.shops import World, enrolled, new_till

BASE = AmountRule("base", per_vnd=10_000)
CARD = StampCard("card", "Thẻ cà phê", 3, "coffee")
COFFEE = Gift("coffee", "Tặng 1 bạc xỉu", 300)


def till_with(folder: Path, world: World, *rules: Rule, **more: Any) -> Till:
    till = new_till(folder, world, program=Program(0, rules, **more), stock={})
    till.days.open()
    return till


def buy(till: Till, whose: UUID, total_vnd: int = 50_000, *taken: Taken, **more: Any) -> Any:
    return till.counter.record_bill(till.shop.outside.new_id(), whose, Bill(total_vnd, **more), taken)


def holds_together(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    assert check(till.shop.file).is_clean


def test_a_limit_of_the_day_holds_for_the_day_and_the_member(tmp_path: Path) -> None:
    world = World()
    once = VisitRule("visit", 7, limits=(Limit(Per.DAY, times=1),))
    till = till_with(tmp_path, world, once)
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    assert buy(till, lan).earned == 7
    again = buy(till, lan)
    assert again.earned == 0
    assert [line.kind for line in again.lines] == [LineKind.LIMITED]
    assert buy(till, hoa).earned == 7
    world.clock.forward(days=1)
    till.days.open()
    assert buy(till, lan).earned == 7
    holds_together(till)


def test_the_desk_shows_what_the_bill_will_bring(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE, caps=(Cap(Per.MONTH, 8),))
    lan = enrolled(till)
    buy(till, lan)
    assert till.counter.desk(lan).footing.cap_points == 3
    assert buy(till, lan).earned == 3
    holds_together(till)


def test_a_limit_counts_a_bill_of_yesterday_in_yesterdays_span(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, VisitRule("visit", 7, limits=(Limit(Per.DAY, times=1),)))
    lan = enrolled(till)
    yesterday = world.clock.at
    world.clock.forward(days=1)
    till.days.open()
    assert buy(till, lan).earned == 7
    assert buy(till, lan, at=yesterday).earned == 7
    assert buy(till, lan, at=yesterday).earned == 0
    holds_together(till)


def test_a_limit_in_points_counts_points_made_of_remainders(tmp_path: Path) -> None:
    world = World()
    once = AmountRule("a", per_vnd=50_000, limits=(Limit(Per.DAY, points=1),))
    till = till_with(tmp_path, world, once, remainder=Remainder.CARRIED)
    lan = enrolled(till)
    assert sum(buy(till, lan, 49_000).earned for _ in range(10)) == 1
    world.clock.forward(days=1)
    till.days.open()
    assert [buy(till, lan, 49_000).earned for _ in range(2)] == [1, 0]
    holds_together(till)


def test_a_limit_in_points_counts_points_made_by_rounding_the_bill(tmp_path: Path) -> None:
    world = World()
    once = AmountRule("a", per_vnd=50_000, limits=(Limit(Per.DAY, points=1),))
    till = till_with(tmp_path, world, once, rounded=Rounded.BILL, rounding=Rounding.HALF_UP)
    lan = enrolled(till)
    assert [buy(till, lan, 49_000).earned for _ in range(3)] == [1, 0, 0]
    holds_together(till)


def test_a_budget_pays_for_points_made_of_remainders(tmp_path: Path) -> None:
    world = World()
    till = till_with(
        tmp_path,
        world,
        AmountRule("a", per_vnd=50_000, budget="month"),
        remainder=Remainder.CARRIED,
        budgets=(Budget("month", "Tháng", 2_000),),
        point_cost_vnd=1_000,
    )
    lan = enrolled(till)
    assert sum(buy(till, lan, 49_000).earned for _ in range(10)) == 2
    holds_together(till)


def test_a_limit_does_not_count_what_a_cap_took(tmp_path: Path) -> None:
    world = World()
    base = AmountRule("a", per_vnd=1_000, limits=(Limit(Per.EVER, points=100),))
    till = till_with(tmp_path, world, base, caps=(Cap(Per.BILL, 10),))
    lan = enrolled(till)
    assert [buy(till, lan, 60_000).earned for _ in range(11)] == [10] * 10 + [0]
    holds_together(till)


@pytest.mark.parametrize(
    ("rule", "units"),
    [
        (StampRule("s", "card", stamps=2), [2, 1, 0]),
        (TicketRule("t", "draw", tickets=2), [2, 1, 0]),
        (VoucherRule("v", "next"), [1, 1, 1]),
    ],
)
def test_a_limit_of_what_rules_bring_beside_points_binds_all_bills_of_its_span(
    tmp_path: Path, rule: StampRule | TicketRule | VoucherRule, units: list[int]
) -> None:
    world = World()
    till = till_with(
        tmp_path,
        world,
        replace(rule, limits=(Limit(Per.DAY, points=3),)),
        rewards=(COFFEE,),
        stamp_cards=(CARD,),
        draws=(Draw("draw", "Tết", world.clock.at.date() + timedelta(days=60), (Prize("Xe", 1),)),),
        vouchers=(VoucherKind("next", "Phiếu", 30, value_vnd=10_000),),
    )
    lan = enrolled(till)
    came: list[int] = []
    for _ in range(4):
        before = till.counter.desk(lan)
        buy(till, lan)
        after = till.counter.desk(lan)
        count = sum(after.units.values()) + len(after.vouchers)
        came.append(count - sum(before.units.values()) - len(before.vouchers))
    assert came == [*units, 0]
    holds_together(till)


def test_what_is_taken_back_is_given_again(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, VisitRule("visit", 7, limits=(Limit(Per.EVER, times=1),)))
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    first = buy(till, lan)
    back = till.returns.return_bill(first.bill, 1, None)
    assert buy(till, lan).earned == 7
    till.returns.undo_last()
    till.returns.undo(back.reversal)
    assert buy(till, lan).earned == 0
    assert till.returns.move_bill(first.bill, hoa, world.new_id()).earned == 7
    assert buy(till, lan).earned == 7
    assert buy(till, hoa).earned == 0
    holds_together(till)


def test_part_of_a_bill_leaves_room_for_what_came_back(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE, caps=(Cap(Per.DAY, 10),))
    lan = enrolled(till)
    bill = buy(till, lan, 100_000)
    assert buy(till, lan, 100_000).earned == 0
    back = till.returns.return_bill(bill.bill, 1, 40_000)
    assert till.counter.desk(lan).footing.cap_points == 4
    till.returns.undo(back.reversal)
    assert till.counter.desk(lan).footing.cap_points == 0
    holds_together(till)


def test_a_budget_is_spent_by_all_members_of_a_month(tmp_path: Path) -> None:
    world = World()
    dear = AmountRule("base", per_vnd=10_000, budget="ads")
    till = till_with(tmp_path, world, dear, budgets=(Budget("ads", "Quảng cáo", 800),), point_cost_vnd=100)
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    assert buy(till, lan).earned == 5
    assert till.counter.desk(hoa).footing.budget_vnd == {"ads": 300}
    assert buy(till, hoa).earned == 3
    assert buy(till, lan).earned == 0
    world.clock.forward(days=31)
    till.days.open()
    assert buy(till, lan).earned == 5
    holds_together(till)


def test_a_reward_is_given_so_many_times_a_day(tmp_path: Path) -> None:
    world = World()
    tea = Gift("tea", "Tặng trà", 1, day_limit=1)
    mine = Gift("mine", "Tặng bánh", 1, limits=(Limit(Per.WEEK, times=1),))
    till = till_with(tmp_path, world, BASE, rewards=(tea, mine))
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    buy(till, lan, 100_000)
    buy(till, hoa, 100_000)
    first = buy(till, lan, 0, Taken("tea"), Taken("mine"))
    for reward in ("tea", "mine"):
        with pytest.raises(RewardNotTakeable):
            buy(till, lan, 0, Taken(reward))
    with pytest.raises(RewardNotTakeable):
        buy(till, hoa, 0, Taken("tea"))
    buy(till, hoa, 0, Taken("mine"))
    till.returns.return_bill(first.bill, 1, None)
    buy(till, lan, 0, Taken("tea"), Taken("mine"))
    holds_together(till)


def test_a_full_stamp_card_buys_its_reward_once(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, StampRule("stamp", "card"), rewards=(COFFEE,), stamp_cards=(CARD,))
    lan = enrolled(till)
    bills = [buy(till, lan) for _ in range(3)]
    assert till.counter.desk(lan).units == {"card": 3}
    drunk = buy(till, lan, 0, Taken("coffee", card="card"))
    stamped = till.counter.desk(lan).units.get("card", 0)
    with pytest.raises(RewardNotTakeable):
        buy(till, lan, 0, Taken("coffee", card="card"))
    back = till.returns.return_bill(drunk.bill, 1, None)
    assert till.counter.desk(lan).units == {"card": 3}
    till.returns.undo(back.reversal)
    assert till.counter.desk(lan).units.get("card", 0) == stamped
    till.returns.return_bill(bills[0].bill, 1, None)
    assert till.counter.desk(lan).units.get("card", 0) == stamped - 1
    holds_together(till)


def test_tickets_come_and_go_with_their_bill(tmp_path: Path) -> None:
    world = World()
    day = world.clock.at.date()
    draw = Draw("tet", "Quay Tết", day.replace(month=12), (Prize("Lì xì", 1),))
    tickets = TicketRule("ticket", "tet", 1, per_vnd=20_000)
    till = till_with(tmp_path, world, tickets, draws=(draw,))
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    bill = buy(till, lan, 100_000)
    assert till.counter.desk(lan).units == {"tet": 5}
    back = till.returns.return_bill(bill.bill, 1, 30_000)
    assert till.counter.desk(lan).units == {"tet": 3}
    till.returns.undo(back.reversal)
    assert till.counter.desk(lan).units == {"tet": 5}
    moved = world.new_id()
    till.returns.move_bill(bill.bill, hoa, moved)
    assert (till.counter.desk(lan).units, till.counter.desk(hoa).units) == ({}, {"tet": 5})
    till.returns.undo(moved)
    assert (till.counter.desk(lan).units, till.counter.desk(hoa).units) == ({"tet": 5}, {})
    holds_together(till)


def test_a_program_without_limits_writes_no_counts(tmp_path: Path) -> None:
    till = till_with(tmp_path, World(), BASE, rewards=(PayWithPoints("pay", "Dùng điểm", 1, 1_000),))
    buy(till, enrolled(till))
    counts = check(till.shop.file).counts
    assert (counts["given"], counts["unit_entry"]) == (0, 0)
