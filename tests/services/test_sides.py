"""Points for a good cause and codes for a partner, through returns, undoing, restarts and month ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind, BillRecorded
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import is_voucher, voucher_code
from loyalpos.engine.partners import CodeState, CodeWhy
from loyalpos.engine.program import DonationReward, PartnerReward, Program, SpentPoints, VoucherReward
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.side_programs import Cause, Partner, VoucherKind
from loyalpos.engine.vouchers import VoucherWhy
from loyalpos.errors import CodeNotOpen, VoucherNotTakeable
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import World, enrolled, new_till, reopened

BOOKS = Cause("books", "Sách cho em", 100)
SPA = Partner("spa", "Spa Sen", "Gội đầu miễn phí", 30_000)
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=1_000),),
    rewards=(
        DonationReward("give", "Góp sách", 20, "books"),
        PartnerReward("wash", "Gội đầu ở Spa Sen", 50, "spa"),
        VoucherReward("swap", "Phiếu", 5, "next"),
    ),
    causes=(BOOKS,),
    partners=(SPA,),
    vouchers=(VoucherKind("next", "Phiếu 20.000 ₫", 30, value_vnd=20_000),),
)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    return opened(tmp_path, world)


def opened(folder: Path, world: World, program: Program = PROGRAM) -> Till:
    till = new_till(folder, world, program=program, stock={})
    till.days.open()
    return till


def take(till: Till, whose: UUID, *rewards: str, total_vnd: int = 0) -> BillRecorded:
    taken = tuple(Taken(reward) for reward in rewards)
    return till.counter.record_bill(till.shop.outside.new_id(), whose, Bill(total_vnd), taken)


def rich(till: Till, phone: str = "0912345678") -> UUID:
    member = enrolled(till, phone)
    take(till, member, total_vnd=500_000)
    return member


def given_to_books(till: Till) -> tuple[int, int, int]:
    (line,) = till.sides.causes()
    return line.total.points, line.total.value_vnd, line.total.times


def test_points_go_to_a_cause_and_come_back_with_the_bill(till: Till, world: World) -> None:
    lan = rich(till)
    done = take(till, lan, "give")
    take(till, lan, "give")
    assert given_to_books(till) == (40, 4_000, 2)
    till.returns.undo(done.bill)
    assert given_to_books(till) == (20, 2_000, 1)
    another = take(till, lan, "give", total_vnd=30_000)
    till.returns.return_bill(another.bill, 1, 10_000)
    assert given_to_books(till) == (40, 4_000, 2)
    back = till.returns.return_bill(another.bill, 2, None)
    assert given_to_books(till) == (20, 2_000, 1)
    till.returns.undo(back.reversal)
    assert given_to_books(reopened(till, world)) == (40, 4_000, 2)
    assert check(till.shop.file).is_clean


def test_a_point_keeps_what_it_was_worth_on_its_day(till: Till) -> None:
    lan = rich(till)
    old = take(till, lan, "give")
    till.shop.publish(replace(PROGRAM, causes=(replace(BOOKS, point_vnd=300),)))
    take(till, lan, "give")
    assert given_to_books(till) == (40, 8_000, 2)
    till.returns.undo(old.bill)
    assert given_to_books(till) == (20, 6_000, 1)


def test_a_cause_that_left_the_program_keeps_what_it_was_given(till: Till, world: World) -> None:
    lan = rich(till)
    take(till, lan, "give")
    without = replace(PROGRAM, rewards=PROGRAM.rewards[1:], causes=(Cause("trees", "Trồng cây", 100),))
    till.shop.publish(without)
    assert [(one.total.cause.id, one.total.points) for one in till.sides.causes()] == [
        ("books", 20),
        ("trees", 0),
    ]
    world.clock.forward(days=31)
    assert [one.month.points for one in till.sides.causes()] == [0, 0]


def test_points_that_stay_spent_stay_given(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, replace(PROGRAM, spent_points=SpentPoints.NEVER))
    lan = rich(till)
    kept = take(till, lan, "give", "wash", total_vnd=10_000)
    till.returns.return_bill(kept.bill, 1, None)
    assert given_to_books(till) == (20, 2_000, 1)
    assert till.sides.partners(NOVEMBER).settlements[0].issued == 1
    undone = take(till, lan, "give")
    till.returns.undo(undone.bill)
    assert given_to_books(till) == (20, 2_000, 1)
    assert check(till.shop.file).is_clean


SHARING = replace(PROGRAM, causes=(replace(BOOKS, share_bp=100), Cause("trees", "Trồng cây", 50)))


def shared(till: Till) -> tuple[int, int]:
    line = till.sides.causes()[0]
    return line.total.share_vnd, line.total.value_vnd


def test_a_share_of_each_bill_goes_to_a_cause_whoever_bought(tmp_path: Path, world: World) -> None:
    till = opened(tmp_path, world, SHARING)
    lan = rich(till)
    assert shared(till) == (5_000, 5_000)
    with_points = take(till, lan, "give", total_vnd=85_990)
    assert shared(till) == (5_859, 7_859)
    nobodys = till.counter.record_bill(world.new_id(), None, Bill(40_000))
    assert shared(till) == (6_259, 8_259)
    till.returns.return_bill(nobodys.bill, 1, 10_050)
    assert shared(till) == (6_158, 8_158)
    till.returns.undo(nobodys.bill)
    assert shared(till) == (5_859, 7_859)
    back = till.returns.return_bill(with_points.bill, 1, None)
    assert shared(till) == (5_000, 5_000)
    till.returns.undo(back.reversal)
    till.shop.publish(replace(SHARING, causes=(replace(BOOKS, share_bp=5_000),)))
    part = till.returns.return_bill(with_points.bill, 2, 85_890)
    assert shared(till) == (5_001, 7_001), "by the share of that day"
    till.returns.undo(part.reversal)
    mai = enrolled(till, "0987654321", "Mai")
    till.returns.move_bill(take(till, lan, total_vnd=20_000).bill, mai, world.new_id())
    assert shared(reopened(till, world)) == (15_859, 17_859)
    assert check(till.shop.file).is_clean


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(("bill", "part", "whole", "undo", "again")), st.integers(1, 300_000)),
        max_size=9,
    )
)
@settings(max_examples=4)
def test_the_shares_are_those_of_what_is_paid(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    world = World()
    till = opened(tmp_path_factory.mktemp("shop"), world, SHARING)
    lan = enrolled(till, "0912345678")
    made: list[UUID] = []
    for what, number in steps:
        if what == "bill":
            whose = lan if number % 2 else None
            made.append(till.counter.record_bill(world.new_id(), whose, Bill(number), another=True).bill)
            continue
        if not made:
            continue
        if what == "again":
            last = till.returns.last()
            if last is not None and last.kind is ActKind.RETURN:
                till.returns.undo(last.record)
            continue
        bill = till.returns.desk(made[number % len(made)]).bill
        if bill.whole:
            continue
        if what == "undo":
            till.returns.undo(bill.id)
        else:
            part_vnd = None if what == "whole" else 1 + number % bill.left_vnd
            till.returns.return_bill(bill.id, bill.parts + 1, part_vnd, another=True)
    standing = [till.returns.desk(one).bill for one in made]
    assert shared(till)[0] == sum(0 if one.whole else one.left_vnd // 100 for one in standing)
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_a_code_is_given_redeemed_at_the_partners_and_settled(till: Till, world: World) -> None:
    lan = rich(till)
    action = world.new_id()
    done = till.counter.record_bill(action, lan, Bill(0), (Taken("wash"),))
    (given,) = done.codes
    assert is_voucher(given.code.code)
    assert (given.partner_name, given.perk) == ("Spa Sen", "Gội đầu miễn phí")
    assert till.counter.record_bill(action, lan, Bill(0), (Taken("wash"),)).codes == done.codes
    with pytest.raises(VoucherNotTakeable) as refused:
        till.counter.show_voucher(given.code.code, lan)
    assert (refused.value.why, refused.value.voucher_name) == (VoucherWhy.PARTNERS, "Spa Sen")
    take(till, lan, "wash")
    world.clock.forward(days=12)
    redeemed = till.sides.redeem(given.code.code, NOVEMBER)
    assert redeemed.code.redeemed == date(2026, 11, 30)
    (november,) = till.sides.partners(NOVEMBER).settlements
    assert (november.issued, november.redeemed, november.owed_vnd, november.open) == (2, 1, 30_000, 1)
    with pytest.raises(CodeNotOpen) as again:
        till.sides.redeem(given.code.code, DECEMBER)
    assert (again.value.why, again.value.redeemed) == (CodeWhy.REDEEMED, date(2026, 11, 30))
    till.sides.reopen(given.code.code)
    with pytest.raises(CodeNotOpen):
        till.sides.reopen(given.code.code)
    till.sides.redeem(given.code.code, DECEMBER)
    (december,) = till.sides.partners(DECEMBER).settlements
    assert (december.issued, december.redeemed, december.owed_vnd, december.open) == (0, 1, 30_000, 1)
    with pytest.raises(CodeNotOpen):
        till.sides.redeem(voucher_code(7), DECEMBER)
    assert check(till.shop.file).is_clean


def test_a_returned_bill_takes_its_code_back_unless_it_was_redeemed(till: Till) -> None:
    lan = rich(till)
    early, late = take(till, lan, "wash"), take(till, lan, "wash")
    till.sides.redeem(early.codes[0].code.code, NOVEMBER)
    back = [till.returns.return_bill(one.bill, 1, None) for one in (early, late)]
    states = {one.code.code: one.code.state for one in till.sides.partners(NOVEMBER).codes}
    assert [states[one.codes[0].code.code] for one in (early, late)] == [CodeState.REDEEMED, CodeState.GONE]
    with pytest.raises(CodeNotOpen):
        till.sides.redeem(late.codes[0].code.code, NOVEMBER)
    till.returns.undo(back[1].reversal)
    till.sides.redeem(late.codes[0].code.code, NOVEMBER)
    assert till.sides.partners(NOVEMBER).settlements[0].owed_vnd == 60_000
    assert check(till.shop.file).is_clean


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(("give", "wash", "both", "back", "undo")), st.integers(0, 9)), max_size=8
    )
)
@settings(max_examples=3)
def test_what_stands_is_what_was_given(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    till = opened(tmp_path_factory.mktemp("shop"), World())
    lan = rich(till)
    done: list[tuple[BillRecorded, int, int]] = []
    for what, which in steps:
        if what in ("back", "undo"):
            if not done:
                continue
            bill = done[which % len(done)][0].bill
            if till.returns.desk(bill).bill.whole:
                continue
            if what == "back":
                till.returns.return_bill(bill, till.returns.desk(bill).bill.parts + 1, None)
            else:
                till.returns.undo(bill)
            continue
        rewards = ("give", "wash") if what == "both" else (what,)
        if till.counter.desk(lan).spendable >= 70:
            done.append((take(till, lan, *rewards), int("give" in rewards), int("wash" in rewards)))
    standing = [(give, wash) for one, give, wash in done if not till.returns.desk(one.bill).bill.whole]
    gifts, washes = sum(give for give, _ in standing), sum(wash for _, wash in standing)
    assert given_to_books(till) == (20 * gifts, 2_000 * gifts, gifts)
    assert till.sides.partners(NOVEMBER).settlements[0].open == washes
    assert check(till.shop.file).is_clean
    till.shop.close()
