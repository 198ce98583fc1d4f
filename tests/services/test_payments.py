"""Bills that are paid in parts, in a real file: what each payment brings, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, TenderPart
from loyalpos.engine.conditions import BillAtLeast, PaidBy
from loyalpos.engine.program import PartPaid
from loyalpos.engine.rules import AmountRule, StampRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.errors import NotPaidInParts, PaymentTooLarge, Refusal, SameIdOtherContent
from loyalpos.store.check import check
from loyalpos.ui.counter import said
from tests.services.paid_in_parts import AS_PAID, Desk, as_paid, rich, when_paid
from tests.shops import PROGRAM

__all__ = ["as_paid", "rich", "when_paid"]


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
