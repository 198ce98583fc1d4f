"""Bills that are paid in parts, in a real file: what each payment brings, undone, returned, tried again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind, BillPaid
from loyalpos.engine.bills import Bill, TenderPart
from loyalpos.engine.conditions import BillAtLeast, PaidBy
from loyalpos.engine.occasions import Gives, Milestone
from loyalpos.engine.program import Expiry, ExpiryKind, PartPaid, Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    Budget,
    BudgetEnd,
    Cap,
    Limit,
    Per,
    StampRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Cause, StampCard, VoucherKind
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.engine.trial import BroughtBack, PastBill
from loyalpos.errors import (
    CannotUndo,
    NothingToUndo,
    NotPaidInParts,
    PaymentTooLarge,
    Refusal,
    SameIdOtherContent,
)
from loyalpos.services.till import Till
from loyalpos.services.trial_part import PartOfPast, try_part
from loyalpos.store.check import check
from loyalpos.store.trial import cut_at, watching
from loyalpos.ui.counter import said
from tests.shops import PROGRAM, World, enrolled, new_till

AS_PAID = replace(PROGRAM, rewards=(), part_paid=PartPaid.AS_PAID, expiry=Expiry())
WHEN_PAID = replace(AS_PAID, part_paid=PartPaid.WHEN_PAID)
RICH = replace(
    AS_PAID,
    rewards=PROGRAM.rewards,
    rules=(
        AmountRule("base", 7_000, 3),
        AmountRule("card", 10_000, when=PaidBy(("card",))),
        VisitRule("large", 20, when=BillAtLeast(150_000)),
        VisitRule("visit", 4, limits=(Limit(Per.DAY, times=3),)),
        StampRule("stamp", "cafe"),
        VoucherRule("thanks", "next", when=BillAtLeast(100_000)),
    ),
    remainder=Remainder.CARRIED,
    expiry=Expiry(ExpiryKind.DAYS, 40),
    tiers=TierPlan(Reached.SPEND, tiers=(Tier("gold", "Vàng", 300_000, 1_000, gift_points=9),)),
    occasions=(Milestone("much", Reached.SPEND, 250_000, Gives(points=5)),),
    stamp_cards=(StampCard("cafe", "Thẻ", 10, "coffee"),),
    vouchers=(VoucherKind("next", "Phiếu 20.000 ₫", 30, value_vnd=20_000),),
    causes=(Cause("tree", "Trồng cây", 10, share_bp=100),),
)

BOUND = replace(
    RICH,
    rules=(
        AmountRule("base", 7_000, 3, budget="ask", limits=(Limit(Per.MONTH, points=130),)),
        VisitRule("large", 20, budget="stop", when=BillAtLeast(150_000)),
        *RICH.rules[3:],
    ),
    budgets=(Budget("stop", "A", 700), Budget("ask", "B", 600, at_end=BudgetEnd.ASK)),
    point_cost_vnd=20,
    caps=(Cap(Per.DAY, 60), Cap(Per.BILL, 45)),
)
"""Bound by limits, caps and budgets, of which one asks the owner."""


class Desk:
    """A till with one member, and the points of the member."""

    def __init__(self, folder: Path, program: Program) -> None:
        self.world = World()
        self.till: Till = new_till(folder, self.world, program=program)
        self.member = enrolled(self.till)
        self.begun = self.balance

    @property
    def balance(self) -> int:
        view = self.till.counter.desk(self.member).member
        assert view is not None
        return view.account.balance

    def tier(self) -> str | None:
        standing = self.till.counter.desk(self.member).tier
        return None if standing is None or standing.tier is None else standing.tier.id

    @property
    def owed(self) -> list[int]:
        return [one.open_vnd for one in self.till.counter.desk(self.member).owed]

    def bill(self, total_vnd: int, paid_vnd: int | None = None, **more: object) -> UUID:
        bill = Bill(total_vnd, paid_vnd=paid_vnd, **more)  # type: ignore[arg-type]
        said = {"ask": total_vnd % 2 == 0}
        return self.till.counter.record_bill(self.world.new_id(), self.member, bill, owner_said=said).bill

    def pay(self, bill: UUID, amount_vnd: int, tender: str | None = None) -> BillPaid:
        return self.till.payments.pay(self.world.new_id(), bill, amount_vnd, tender)

    def back(self, bill: UUID, amount_vnd: int | None = None) -> None:
        part = self.till.returns.desk(bill).bill.parts + 1
        self.till.returns.return_bill(bill, part, amount_vnd)


@pytest.fixture
def as_paid(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, AS_PAID)
    yield desk
    assert check(desk.till.shop.file).is_clean


@pytest.fixture
def when_paid(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, WHEN_PAID)
    yield desk
    assert check(desk.till.shop.file).is_clean


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, RICH)
    yield desk
    assert check(desk.till.shop.file).is_clean


def test_points_come_for_each_part_that_is_paid(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    assert (desk.balance - desk.begun, desk.owed) == (6, [120_000])
    first = desk.pay(bill, 100_000)
    assert (first.earned, first.open_vnd, desk.balance - desk.begun) == (10, 20_000, 16)
    last = desk.pay(bill, 20_000)
    assert (last.earned, last.open_vnd, desk.owed) == (2, 0, [])
    assert sum(line.points for line in last.lines) == 18, "the lines explain all the bill has earned"


def test_points_come_only_when_all_is_paid_where_the_owner_wants_it_so(when_paid: Desk) -> None:
    desk = when_paid
    bill = desk.bill(185_000, 0)
    assert desk.pay(bill, 165_000).earned == 0
    assert desk.balance == desk.begun
    assert desk.pay(bill, 20_000).earned == 18


def test_more_than_is_open_is_refused_and_so_is_nothing(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    for amount_vnd in (0, 120_001):
        with pytest.raises(PaymentTooLarge):
            desk.pay(bill, amount_vnd)
    desk.pay(bill, 120_000)
    with pytest.raises(PaymentTooLarge):
        desk.pay(bill, 1)
    with pytest.raises(PaymentTooLarge):
        desk.bill(185_000, 185_001)


def test_a_bill_is_paid_in_parts_only_by_a_member_and_where_the_program_says_so(
    as_paid: Desk, tmp_path: Path
) -> None:
    with pytest.raises(NotPaidInParts):
        as_paid.till.counter.record_bill(as_paid.world.new_id(), None, Bill(185_000, paid_vnd=1))
    other = Desk(tmp_path / "other", replace(AS_PAID, part_paid=PartPaid.NO))
    with pytest.raises(NotPaidInParts):
        other.bill(185_000, 1)
    other.bill(185_000, 185_000)
    assert other.owed == [], "paid at once"


def test_the_same_payment_twice_is_one_and_another_amount_is_not_the_same(as_paid: Desk) -> None:
    desk = as_paid
    bill, action = desk.bill(185_000, 65_000), desk.world.new_id()
    once = desk.till.payments.pay(action, bill, 100_000)
    again = desk.till.payments.pay(action, bill, 100_000)
    assert again == replace(once, repeated=True)
    assert desk.owed == [20_000]
    with pytest.raises(SameIdOtherContent):
        desk.till.payments.pay(action, bill, 20_000)


def test_a_later_payment_counts_by_its_own_tender_and_goes_with_it(tmp_path: Path) -> None:
    rules = (AmountRule("base", 10_000), AmountRule("card", 5_000, when=PaidBy(("card",))))
    desk = Desk(tmp_path, replace(AS_PAID, rules=rules))
    bill = desk.bill(185_000, 65_000, tender="card")
    said = desk.till.payments.foresee(desk.world.new_id(), bill, 100_000, "card")
    action = desk.world.new_id()
    paid = desk.till.payments.pay(action, bill, 100_000, "card")
    assert (said.earned, paid.earned, desk.balance - desk.begun) == (30, 30, 16 + 33)
    with pytest.raises(SameIdOtherContent):
        desk.till.payments.pay(action, bill, 100_000)
    untold = desk.pay(bill, 20_000)
    assert desk.balance - desk.begun == 18 + 33, "nobody told how the last was paid"
    desk.till.returns.undo(untold.payment)
    desk.pay(bill, 20_000, "card")
    assert desk.balance - desk.begun == 18 + 37, "as paid at once by card"
    desk.back(bill)
    assert desk.balance == desk.begun
    assert check(desk.till.shop.file).is_clean


def test_a_card_that_a_later_payment_fills_is_said(tmp_path: Path) -> None:
    rules = (StampRule("stamp", "cafe", 2, when=BillAtLeast(100_000)),)
    cards = (StampCard("cafe", "Thẻ", 2, "coffee"),)
    desk = Desk(tmp_path, replace(AS_PAID, rewards=PROGRAM.rewards, rules=rules, stamp_cards=cards))
    bill = desk.bill(185_000, 65_000)
    paid = desk.pay(bill, 120_000)
    assert paid.full_cards == (("Thẻ", "Tặng 1 bạc xỉu"),)
    assert "Thẻ is full: next time Tặng 1 bạc xỉu" in said.paid(paid, "điểm")[1]
    desk.till.returns.undo(paid.payment)
    assert check(desk.till.shop.file).is_clean


def test_what_a_payment_would_bring_is_said_before_and_is_what_it_brings(rich: Desk) -> None:
    bill, action = rich.bill(185_000, 65_000), rich.world.new_id()
    said = rich.till.payments.foresee(action, bill, 120_000)
    assert rich.owed == [120_000], "nothing of it is kept"
    done = rich.till.payments.pay(action, bill, 120_000)
    assert (said.earned, said.balance, said.lines) == (done.earned, done.balance, done.lines)
    assert done.balance == rich.balance


def test_a_payment_is_an_act_of_the_day_and_undone_like_one(rich: Desk) -> None:
    bill = rich.bill(185_000, 65_000)
    before, desk_before = rich.balance, rich.till.counter.desk(rich.member)
    paid = rich.pay(bill, 120_000)
    act = rich.till.returns.last()
    assert act is not None
    assert (act.kind, act.total_vnd, act.earned, act.bill_vnd) == (
        ActKind.PAYMENT,
        120_000,
        paid.earned,
        185_000,
    )
    assert len(rich.till.counter.desk(rich.member).vouchers) == 1
    rich.till.returns.undo_last()
    after = rich.till.counter.desk(rich.member)
    assert (rich.balance, after.owed, after.units, after.vouchers) == (
        before,
        desk_before.owed,
        desk_before.units,
        (),
    )
    with pytest.raises(NothingToUndo):
        rich.till.returns.undo(paid.payment)
    assert rich.pay(bill, 120_000).earned == paid.earned


def test_the_history_names_the_payment_and_its_bill(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000, number="10234")
    paid = desk.pay(bill, 100_000)
    desk.till.returns.undo(paid.payment)
    lines = desk.till.members.history(desk.member)[-3:]
    told = [(line.points, line.number, line.total_vnd, line.paid_vnd) for line in lines]
    assert told == [
        (6, "10234", 185_000, 0),
        (10, "10234", 185_000, 100_000),
        (-10, "10234", 185_000, -100_000),
    ]


def test_a_return_strikes_what_is_open_before_it_hands_money_back(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    back = desk.till.returns.return_bill(bill, 1, 100_000)
    assert (back.refund_vnd, back.taken_back, desk.owed) == (0, 0, [20_000])
    back = desk.till.returns.return_bill(bill, 2, 30_000)
    assert (back.refund_vnd, back.taken_back, desk.owed) == (10_000, 1, [])
    back = desk.till.returns.return_bill(bill, 3, None)
    assert (back.refund_vnd, back.taken_back, desk.balance) == (55_000, 5, desk.begun)


def test_a_return_that_leaves_nothing_to_be_paid_lets_the_points_come(when_paid: Desk) -> None:
    desk = when_paid
    bill = desk.bill(185_000, 65_000)
    said = desk.till.returns.foresee(bill, 120_000)
    back = desk.till.returns.return_bill(bill, 1, 120_000)
    assert (said.settled, said.balance) == (6, desk.begun + 6)
    assert (back.settled, back.balance, desk.balance, desk.owed) == (6, said.balance, said.balance, [])
    again = desk.till.returns.return_bill(bill, 1, 120_000)
    assert (again.repeated, again.settled, again.balance) == (True, 6, said.balance)
    acts = desk.till.returns.acts()
    assert [act.kind for act in acts[:2]] == [ActKind.RETURN, ActKind.BILL], "it is of the return"
    desk.till.returns.undo(back.reversal)
    assert (desk.balance, desk.owed) == (desk.begun, [120_000])
    assert desk.pay(bill, 120_000).earned == 18
    desk.back(bill)
    assert desk.balance == desk.begun


def test_the_whole_return_of_a_bill_paid_in_parts_leaves_nothing(rich: Desk) -> None:
    bill = rich.bill(185_000, 65_000)
    rich.pay(bill, 100_000)
    rich.pay(bill, 20_000)
    assert rich.till.counter.desk(rich.member).units
    back = rich.till.returns.return_bill(bill, 1, None)
    desk = rich.till.counter.desk(rich.member)
    assert back.refund_vnd == 185_000
    assert (rich.balance, desk.vouchers, desk.owed) == (rich.begun, (), ())
    assert not any(desk.units.values())


def test_an_undone_bill_takes_its_payments_out_of_the_day(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    desk.pay(bill, 100_000)
    desk.till.returns.undo(bill)
    assert desk.balance == desk.begun
    acts = desk.till.returns.acts()
    assert all(act.undone for act in acts if act.kind in (ActKind.BILL, ActKind.PAYMENT))


def test_what_came_later_is_undone_first(as_paid: Desk) -> None:
    desk = as_paid
    bill = desk.bill(185_000, 65_000)
    first, second = desk.pay(bill, 50_000), desk.pay(bill, 20_000)
    with pytest.raises(CannotUndo, match="later_payment"):
        desk.till.returns.undo(first.payment)
    back = desk.till.returns.return_bill(bill, 1, 10_000)
    with pytest.raises(CannotUndo, match="later_return"):
        desk.till.returns.undo(second.payment)
    third = desk.pay(bill, 20_000)
    with pytest.raises(CannotUndo, match="later_payment"):
        desk.till.returns.undo(back.reversal)
    for one in (third.payment, back.reversal, second.payment, first.payment):
        desk.till.returns.undo(one)
    assert (desk.balance - desk.begun, desk.owed) == (6, [120_000])


def test_a_bill_with_a_later_payment_is_not_moved_and_one_without_goes_as_it_was_paid(as_paid: Desk) -> None:
    desk = as_paid
    right = enrolled(desk.till, "0987654321", "Trần Thị Mai")
    bill = desk.bill(185_000, 65_000)
    paid = desk.pay(bill, 20_000)
    with pytest.raises(CannotUndo, match="later_payment"):
        desk.till.returns.move_bill(bill, right, desk.world.new_id())
    desk.till.returns.undo(paid.payment)
    moved = desk.till.returns.move_bill(bill, right, desk.world.new_id())
    assert (moved.earned, moved.open_vnd, desk.owed) == (6, 120_000, [])
    assert [one.open_vnd for one in desk.till.counter.desk(right).owed] == [120_000]


def test_points_that_expired_are_not_taken_twice_when_their_payment_is_undone(tmp_path: Path) -> None:
    desk = Desk(tmp_path, replace(AS_PAID, expiry=Expiry(ExpiryKind.DAYS, 10)))
    bill = desk.bill(185_000, 65_000)
    paid = desk.pay(bill, 120_000)
    desk.world.clock.forward(days=12)
    desk.till.days.open()
    desk.till.days.trust_clock()
    desk.till.returns.undo(paid.payment)
    assert desk.balance == 0
    desk.back(bill)
    assert desk.balance == 0, "nor when the bill comes back"
    assert check(desk.till.shop.file).is_clean


def test_tiers_milestones_and_causes_count_what_is_paid(rich: Desk) -> None:
    bill = rich.bill(400_000, 200_000)
    assert rich.tier() is None
    paid = rich.pay(bill, 200_000)
    assert rich.tier() == "gold"
    assert {gift.gives.points for gift in paid.brought.gifts} == {5, 9}
    rich.till.returns.undo(paid.payment)
    assert rich.tier() is None


def test_what_is_paid_later_is_paid_in_no_told_way(rich: Desk) -> None:
    with pytest.raises(Refusal):
        rich.bill(100_000, 40_000, tender_parts=(TenderPart("card", 40_001),))
    bill = rich.bill(100_000, 40_000, tender="cash", tender_parts=(TenderPart("card", 20_000),))
    lines = {line.rule: line.base_vnd for line in rich.pay(bill, 60_000).lines}
    assert lines["card"] == 20_000, "nobody told how the rest was paid"


acts = st.lists(
    st.tuples(
        st.sampled_from(("bill", "bill", "pay", "pay", "pay", "return", "undo", "wait")),
        st.integers(1, 400_000),
        st.integers(0, 6),
    ),
    max_size=14,
)


@settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(acts, st.sampled_from((PartPaid.AS_PAID, PartPaid.WHEN_PAID)), st.sampled_from((RICH, BOUND)))
def test_whatever_is_paid_returned_and_undone_the_file_is_sound_and_tried_again_gives_the_same(
    done: list[tuple[str, int, int]], part_paid: PartPaid, program: Program
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), replace(program, part_paid=part_paid))
        till, bills, recorded = desk.till, list[UUID](), dict[UUID, int]()
        last: list[UUID] = []
        for kind, amount_vnd, which in done:
            bill = bills[-1 - which % len(bills)] if bills else None
            try:
                if kind == "bill":
                    paid_vnd = amount_vnd * which // 6
                    bills.append(desk.bill(amount_vnd, paid_vnd, tender="card" if which % 2 else None))
                    last.append(bills[-1])
                elif kind == "wait":
                    desk.world.clock.forward(days=which * which)
                    till.days.open()
                    till.days.trust_clock()
                elif kind == "undo" and last:
                    till.returns.undo(last.pop())
                elif bill is not None and kind == "pay":
                    open_vnd = till.returns.desk(bill).bill.open_vnd
                    paid = desk.pay(
                        bill,
                        amount_vnd if which % 2 else min(open_vnd, amount_vnd),
                        "card" if amount_vnd % 3 else None,
                    )
                    last.append(paid.payment)
                elif bill is not None and kind == "return":
                    part = till.returns.desk(bill).bill.parts + 1
                    back = till.returns.return_bill(bill, part, None if which == 6 else amount_vnd)
                    last.append(back.reversal)
            except Refusal:
                pass
        assert check(till.shop.file).is_clean
        for bill in bills:
            known = till.returns.desk(bill).bill
            assert known.earned >= known.taken_back >= 0
            assert known.paid_vnd >= 0
            recorded[bill] = known.earned - known.taken_back
        stood = [till.returns.desk(bill).bill for bill in bills]
        view = till.counter.desk(desk.member).member
        assert view is not None
        assert view.spend_vnd == sum(one.paid_vnd for one in stood), "what is paid is counted, no more"
        owed = [one.open_vnd for one in till.counter.desk(desk.member).owed]
        assert sorted(owed) == sorted(one.open_vnd for one in stood if one.open_vnd)
        tried: dict[UUID, int] = {}

        def tell(act: object, points: int) -> None:
            if isinstance(act, PastBill):
                tried[act.id] = points
            elif isinstance(act, BroughtBack):
                tried[act.bill] += points
            else:
                tried[act.back.bill] += points  # type: ignore[attr-defined]

        file, today = till.shop.file, till.shop.time.business_day(till.shop.now())
        with watching(file.path, file.key) as connection:
            cut = cut_at(connection, 0)
        past = PartOfPast(file.path, file.key, cut, None, till.shop.time, today - timedelta(days=400), today)
        try_part(past, tell)
        assert tried == recorded
