"""The fee of a membership that earns: no mix of fees and bills passes a limit, a cap or a budget."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import AwayFor, FirstPurchase
from loyalpos.engine.extras import EndOffer, MembershipChanged, SaleOffer
from loyalpos.engine.program import AmountOff, Program
from loyalpos.engine.rules import (
    AmountRule,
    BonusRule,
    Budget,
    BudgetEnd,
    Cap,
    Limit,
    Per,
    StampRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Membership, StampCard, VoucherKind
from loyalpos.services.till import Till
from loyalpos.store import program_tables
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.given import cost_between, given_between, units_of
from loyalpos.ui.counter import said
from tests.shops import World, enrolled, new_till

MONTH = Membership("m", "Thẻ tháng", 300_000, 1, fee_earns=True)
BASE = AmountRule("base", per_vnd=10_000)
ONCE = BonusRule("once", 100, name="Một lần", limits=(Limit(Per.EVER, times=1),))
SHOP = Program(0, (BASE,), point_cost_vnd=100, memberships=(MONTH,))
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def shop_of(folder: Path, world: World, program: Program) -> Till:
    till = new_till(folder, world, program=program, stock={})
    till.days.open()
    return till


def sell(till: Till, member: UUID) -> MembershipChanged:
    offer = next(one for one in till.memberships.offers(member) if isinstance(one, SaleOffer))
    return till.memberships.sell(member, offer.sold.membership, offer.sold.id)


def end(till: Till, member: UUID) -> MembershipChanged:
    offer = next(one for one in till.memberships.offers(member) if isinstance(one, EndOffer))
    return till.memberships.end(member, offer.ended.sold.id)


def balance(till: Till, member: UUID) -> int:
    return till.counter.desk(member).account.balance


def counted(till: Till, member: UUID, which: str, first: date, last: date) -> tuple[int, int]:
    with till.shop.file.read() as connection:
        had = given_between(connection, member, which, first, last)
    return had.times, had.points


def spent_vnd(till: Till, first: date = NOVEMBER[0], last: date = NOVEMBER[1]) -> int:
    with till.shop.file.read() as connection:
        return cost_between(connection, "b", first, last)


def still_counted(till: Till) -> list[tuple[object, ...]]:
    table = program_tables.given.c
    sums = [sa.func.sum(column) for column in (table.times, table.points, table.cost_vnd)]
    wanted = sa.select(table.member, table.id, table.day, *sums).group_by(table.member, table.id, table.day)
    with till.shop.file.read() as connection:
        return [tuple(row) for row in connection.execute(wanted) if any(row[3:])]


CAPPED = replace(SHOP, caps=(Cap(Per.EVER, 40),))
LIMITED = replace(SHOP, rules=(replace(BASE, limits=(Limit(Per.EVER, points=40),)),))
BONUS = replace(SHOP, rules=(ONCE,))


def within_budget(at_end: BudgetEnd) -> Program:
    rules = (replace(BASE, budget="b"), BonusRule("more", 3, name="Thêm", budget="b"))
    return replace(SHOP, rules=rules, budgets=(Budget("b", "Ngân sách", 6_000, at_end=at_end),))


BOUNDS: dict[str, tuple[Program, Callable[[list[int]], bool]]] = {
    "cap": (CAPPED, lambda points: max(points) <= 40),
    "limit": (LIMITED, lambda points: max(points) <= 40),
    "bonus": (BONUS, lambda points: max(points) <= 100),
    "stops": (within_budget(BudgetEnd.STOP), lambda points: sum(points) <= 60),
    "asks": (within_budget(BudgetEnd.ASK), lambda points: sum(points) <= 60),
}

scripts = st.lists(
    st.tuples(
        st.sampled_from(("sell", "sell", "bill", "return", "end", "end_undone", "undo", "wait")),
        st.integers(0, 1),
        st.integers(1, 400_000),
    ),
    min_size=3,
    max_size=10,
)


@pytest.mark.parametrize("bound", BOUNDS)
@settings(max_examples=5, deadline=None)
@given(script=scripts)
def test_no_mix_of_fees_and_bills_passes_what_is_set(bound: str, script: list[tuple[str, int, int]]) -> None:
    program, holds = BOUNDS[bound]
    world = World()
    with tempfile.TemporaryDirectory() as folder:
        till = shop_of(Path(folder), world, program)
        members = [enrolled(till, "0911111111"), enrolled(till, "0922222222")]
        done: list[UUID] = []
        bills: list[UUID] = []
        waited = 0
        for what, which, number in script:
            who = members[which]
            if what == "wait" and waited < 6:
                # Within the month of a budget.
                waited += 1
                world.clock.forward(days=1)
                till.days.open()
            elif what == "sell":
                done.append(sell(till, who).record)
            elif what == "bill":
                said = {"b": False} if program.budgets else {}
                bill = till.counter.record_bill(world.new_id(), who, Bill(number), owner_said=said)
                done.append(bill.bill)
                bills.append(bill.bill)
            elif what == "return" and bills:
                left_vnd = till.returns.desk(bills[-1]).bill.left_vnd
                part = 1 + number % left_vnd
                back = till.returns.return_bill(
                    bills[-1], 1 + till.returns.desk(bills[-1]).bill.parts, None if part == left_vnd else part
                )
                done.append(back.reversal)
                if part == left_vnd:
                    bills.pop()
            elif what in ("end", "end_undone"):
                running = [one for one in till.memberships.offers(who) if isinstance(one, EndOffer)]
                if running:
                    before = still_counted(till)
                    ended = till.memberships.end(who, running[-1].ended.sold.id)
                    if what == "end":
                        done.append(ended.record)
                    else:
                        till.returns.undo(ended.record)
                        assert still_counted(till) == before
            elif what == "undo" and done:
                undone = done.pop()
                bills = [one for one in bills if one != undone]
                till.returns.undo(undone)
                bills = [one for one in bills if till.returns.desk(one).bill.left_vnd]
            points = [balance(till, one) for one in members]
            if what != "undo":
                assert holds(points), points
            if bound == "cap":
                assert [counted(till, one, "", date.min, date.max)[1] for one in members] == points
            with till.shop.file.read() as connection:
                assert members_out_of_balance(connection) == ()
        for one in reversed(done):
            till.returns.undo(one)
        assert still_counted(till) == []
        assert [balance(till, one) for one in members] == [0, 0]
        assert check(till.shop.file).is_clean
        till.shop.close()


def test_fees_and_a_bill_share_a_cap_of_the_month_and_a_budget_that_stops(tmp_path: Path) -> None:
    world = World()
    cards = tuple(Membership(one, one, 500_000, 12, fee_earns=True) for one in ("m1", "m2"))
    program = replace(
        SHOP,
        rules=(replace(BASE, budget="b"),),
        caps=(Cap(Per.MONTH, 10),),
        budgets=(Budget("b", "Ngân sách", 2_000),),
        memberships=cards,
    )
    till = shop_of(tmp_path, world, program)
    lan = enrolled(till)
    earned = [till.memberships.sell(lan, card.id, world.new_id()).earned for card in cards]
    bill = till.counter.record_bill(world.new_id(), lan, Bill(1_000_000))
    assert (earned, bill.earned, balance(till, lan)) == ([10, 0], 0, 10)
    assert (counted(till, lan, "", *NOVEMBER)[1], spent_vnd(till)) == (10, 1_000)


def test_a_bonus_once_for_ever_comes_with_one_fee_and_not_with_the_next_nor_a_bill(tmp_path: Path) -> None:
    world = World()
    till = shop_of(tmp_path, world, replace(SHOP, rules=(BASE, ONCE)))
    lan = enrolled(till)
    assert [sell(till, lan).earned for _ in range(3)] == [130, 30, 30]
    assert till.counter.record_bill(world.new_id(), lan, Bill(10_000)).earned == 1


def test_the_first_purchase_and_a_return_after_long_are_visits_and_no_fees(tmp_path: Path) -> None:
    world = World()
    rules = (
        BASE,
        BonusRule("first", 500, name="Lần đầu", when=FirstPurchase()),
        BonusRule("back", 50, name="Trở lại", when=AwayFor(30)),
    )
    till = shop_of(tmp_path, world, replace(SHOP, rules=rules))
    lan = enrolled(till)
    assert [sell(till, lan).earned for _ in range(2)] == [30, 30]
    assert till.counter.record_bill(world.new_id(), lan, Bill(10_000)).earned == 501
    world.clock.forward(days=40)
    till.days.open()
    assert sell(till, lan).earned == 30
    assert till.counter.record_bill(world.new_id(), lan, Bill(10_000)).earned == 51


def test_a_fee_is_held_to_a_budget_that_asks_and_the_result_says_so(tmp_path: Path) -> None:
    world = World()
    till = shop_of(tmp_path, world, within_budget(BudgetEnd.ASK))
    lan = enrolled(till)
    sold = [sell(till, lan) for _ in range(3)]
    assert [(one.earned, one.short_of) for one in sold] == [
        (33, ()),
        (27, ("Ngân sách",)),
        (0, ("Ngân sách",)),
    ]
    assert (balance(till, lan), spent_vnd(till)) == (60, 6_000)
    assert till.memberships.sell(lan, "m", sold[1].record) == replace(sold[1], repeated=True)


def test_a_fee_brings_no_stamps_and_no_vouchers_and_no_budget_pays_for_them(tmp_path: Path) -> None:
    world = World()
    program = replace(
        SHOP,
        rules=(
            BASE,
            StampRule("stamp", card="c", budget="b", limits=(Limit(Per.DAY, times=1),)),
            VoucherRule("slip", voucher="v", budget="b"),
        ),
        rewards=(AmountOff("off", "Giảm 20.000 ₫", 5, 20_000),),
        stamp_cards=(StampCard("c", "Thẻ tem", 10, "off"),),
        vouchers=(VoucherKind("v", "Phiếu", 30, value_vnd=1_000),),
        budgets=(Budget("b", "Ngân sách", 100_000),),
    )
    till = shop_of(tmp_path, world, program)
    lan = enrolled(till)
    assert sell(till, lan).earned == 30
    with till.shop.file.read() as connection:
        assert units_of(connection, lan) == {}
    assert (spent_vnd(till), still_counted(till)) == (0, [])


def test_what_is_ended_or_undone_in_another_month_counts_less_in_that_of_the_sale(tmp_path: Path) -> None:
    world = World()
    program = replace(
        SHOP,
        rules=(replace(BASE, budget="b"), replace(ONCE, budget="b")),
        caps=(Cap(Per.MONTH, 200),),
        budgets=(Budget("b", "Ngân sách", 1_000_000),),
        memberships=(replace(MONTH, fee_vnd=365_000, months=12),),
    )
    till = shop_of(tmp_path, world, program)
    lan = enrolled(till)
    sale = sell(till, lan)
    assert (counted(till, lan, "", *NOVEMBER), spent_vnd(till)) == ((1, 136), 13_600)
    world.clock.forward(days=99)
    till.days.open()
    ended = end(till, lan)
    # 100 of 365 days are used; the bonus was had all the same.
    assert balance(till, lan) == 37
    assert (counted(till, lan, "", *NOVEMBER), spent_vnd(till)) == ((1, 37), 3_727)
    assert counted(till, lan, "once", date.min, date.max)[0] == 1
    later = (date(2026, 12, 1), date(2027, 12, 31))
    assert (counted(till, lan, "", *later), spent_vnd(till, *later)) == ((0, 0), 0)
    till.returns.undo(ended.record)
    assert (counted(till, lan, "", *NOVEMBER), spent_vnd(till)) == ((1, 136), 13_600)
    till.returns.undo(sale.record)
    assert still_counted(till) == []
    assert sell(till, lan).earned == 136


def test_the_result_says_what_the_fee_earned_and_which_budget_did_not_give_more(tmp_path: Path) -> None:
    till = shop_of(tmp_path, World(), within_budget(BudgetEnd.ASK))
    lan = enrolled(till)
    sell(till, lan)
    _, more = said.membership(sell(till, lan), "điểm")
    assert "+27\u00a0điểm for the fee" in more
    assert "budget Ngân sách is used up, and the owner is not asked here" in more
