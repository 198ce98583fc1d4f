"""A return that is only looked at says what it would do, and leaves nothing behind."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.conditions import BillAtLeast
from loyalpos.engine.occasions import Gives, Milestone
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, StampRule, TicketRule, VoucherRule
from loyalpos.engine.side_programs import Draw, Prize, StampCard, VoucherKind
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.errors import ReturnTooLarge
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.journal import head
from tests.shops import PROGRAM, World, enrolled, new_till

RICH = Program(
    0,
    (
        AmountRule("base", per_vnd=10_000),
        StampRule("stamp", "card", when=BillAtLeast(50_000)),
        TicketRule("tickets", "draw", per_vnd=50_000),
        VoucherRule("thanks", "next", when=BillAtLeast(100_000)),
    ),
    rewards=PROGRAM.rewards,
    stamp_cards=(StampCard("card", "Thẻ cà phê", 8, "coffee"),),
    draws=(Draw("draw", "Quay số Tết", date(2026, 12, 31), (Prize("Nồi", 1),)),),
    vouchers=(VoucherKind("next", "Phiếu", 30, value_vnd=20_000),),
    occasions=(Milestone("half", Reached.SPEND, 500_000, Gives(points=40), "Nửa triệu"),),
    tiers=TierPlan(Reached.SPEND, Over.TWELVE_MONTHS, (Tier("silver", "Bạc", 600_000, 500, gift_points=30),)),
)


def journal(till: Till) -> object:
    with till.shop.file.read() as connection:
        return head(connection)


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from((30_000, 120_000, 260_000, 700_000)), min_size=1, max_size=4),
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from((None, 1, 20_000, 90_000))), min_size=1, max_size=4
    ),
)
def test_what_is_foreseen_is_what_then_happens(
    totals: list[int], parts: list[tuple[int, int | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World()
        till = new_till(Path(folder), world, program=RICH, stock={})
        member = enrolled(till)
        bills = [till.counter.record_bill(world.new_id(), member, Bill(total)).bill for total in totals]
        for which, part_vnd in parts:
            bill = bills[which % len(bills)]
            known = till.returns.desk(bill).bill
            if known.whole or (part_vnd is not None and part_vnd > known.left_vnd):
                continue
            before = journal(till)
            foreseen = till.returns.foresee(bill, part_vnd)
            assert journal(till) == before
            assert till.returns.desk(bill).bill == known
            assert till.returns.foresee(bill, part_vnd) == foreseen
            assert till.returns.return_bill(bill, known.parts + 1, part_vnd) == foreseen
        assert check(till.shop.file).is_clean
        till.shop.close()


def test_everything_that_goes_with_a_bill_is_named(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=RICH, stock={})
    done = till.counter.record_bill(world.new_id(), enrolled(till), Bill(700_000))
    back = till.returns.foresee(done.bill, None)
    assert [(move.unit, move.count) for move in back.moves] == [("card", -1), ("draw", -14)]
    assert (back.vouchers_void, back.vouchers_back) == (1, 0)
    assert back.brought.tier_rose is False
    assert {gift.kind for gift in back.brought.taken_back} == {GiftKind.MILESTONE, GiftKind.TIER}
    assert replace(back, moves=()).refund_vnd == 700_000


def test_what_cannot_come_back_is_refused_as_the_return_would_be(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    done = till.counter.record_bill(world.new_id(), enrolled(till), Bill(70_000))
    with pytest.raises(ReturnTooLarge):
        till.returns.foresee(done.bill, 70_001)
    assert till.returns.return_bill(done.bill, 1, 70_000).whole


@settings(max_examples=20)
@given(st.lists(st.sampled_from((30_000, 120_000, 260_000, 700_000)), min_size=1, max_size=4))
def test_what_a_bill_is_foreseen_to_bring_is_what_it_then_brings(totals: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World()
        till = new_till(Path(folder), world, program=RICH, stock={})
        member = enrolled(till)
        for total_vnd in totals:
            action, before = world.new_id(), journal(till)
            foreseen = till.counter.foresee_bill(action, member, Bill(total_vnd))
            assert journal(till) == before
            done = till.counter.record_bill(action, member, Bill(total_vnd))
            assert replace(foreseen, vouchers=()) == replace(done, vouchers=())
        till.shop.close()
