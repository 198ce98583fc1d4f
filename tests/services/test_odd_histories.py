"""Histories that are seldom, and must come out right all the same, on real database files."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.customer_list import Column, ListRow, judge
from loyalpos.engine.program import Blackout, Expiry, ExpiryKind, Gift, PayWithPoints, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.errors import MemberGone, Unavailable
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till

SHORT_LIVED = replace(PROGRAM, welcome_points=0, expiry=Expiry(ExpiryKind.DAYS, 30))


def balance(till: Till, member: UUID) -> int:
    view = till.counter.desk(member).member
    assert view is not None
    return view.account.balance


def days_pass(till: Till, world: World, days: int, *, opened: bool = True) -> None:
    """Let days pass, each opened as a working shop does, but perhaps not the last."""
    for day in range(days):
        world.clock.forward(days=1)
        if opened or day < days - 1:
            till.days.open()


def spared(program: Program, world: World, till: Till) -> Program:
    """Give a program in which no point expires from today on."""
    today = till.shop.time.business_day(world.clock.at)
    return replace(program, blackouts=(Blackout(today, today + timedelta(days=9)),))


def test_a_blackout_of_today_holds_for_returns_of_bills_from_before_it(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=SHORT_LIVED)
    member = enrolled(till)
    old = till.counter.record_bill(world.new_id(), member, Bill(1_000_000)).bill
    days_pass(till, world, 30)
    till.shop.publish(spared(SHORT_LIVED, world, till))
    days_pass(till, world, 2)
    till.returns.return_bill(old, 1, 10_000)
    assert balance(till, member) == 99, "nothing expires at Tết, whatever the program of then said"
    assert till.returns.desk(old).alive_at == till.counter.desk(member).alive_at


def test_a_blackout_of_today_holds_for_bills_from_before_it(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=SHORT_LIVED)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(1_000_000))
    days_pass(till, world, 30)
    paper_day = world.clock.at - timedelta(days=1)
    till.shop.publish(spared(SHORT_LIVED, world, till))
    days_pass(till, world, 2)
    till.counter.record_bill(world.new_id(), member, Bill(10_000, at=paper_day))
    assert balance(till, member) == 101


def test_what_expired_of_a_bill_that_was_returned_and_restored_is_not_taken_twice(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=SHORT_LIVED)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(100_000)).bill
    back = till.returns.return_bill(bill, 1, 40_000)
    till.returns.undo(back.reversal)
    days_pass(till, world, 31, opened=False)
    till.returns.return_bill(bill, 2, None)
    assert balance(till, member) == 0
    assert check(till.shop.file).is_clean


def test_a_restored_bill_gives_up_its_own_points_first(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=SHORT_LIVED)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(70_000))
    days_pass(till, world, 5)
    bill = till.counter.record_bill(world.new_id(), member, Bill(100_000)).bill
    back = till.returns.return_bill(bill, 1, 40_000)
    till.returns.undo(back.reversal)
    till.returns.return_bill(bill, 2, None)
    days_pass(till, world, 26)
    assert balance(till, member) == 0, "the seven points of the first bill were left, and are over"


def test_opening_points_that_expired_are_not_taken_out_with_their_list(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=SHORT_LIVED)
    rows = judge(
        (ListRow(2, ("0912345678", "Nguyễn Văn Đức", "120")),),
        {Column.PHONE: 0, Column.NAME: 1, Column.POINTS: 2},
        taken_phones=lambda _: False,
    )
    which = world.new_id()
    till.lists.take_in(which, rows, wording=CONSENT, progress=lambda *_: True)
    member = till.members.find("duc")[0].id
    days_pass(till, world, 20)
    till.counter.record_bill(world.new_id(), member, Bill(500_000))
    days_pass(till, world, 11, opened=False)
    assert till.lists.take_out(which, lambda *_: True)
    assert balance(till, member) == 50, "what was bought stays; what expired is not taken again"
    assert check(till.shop.file).is_clean


def test_points_of_a_restored_bill_live_as_long_as_they_would_have(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=SHORT_LIVED)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(3_000_000)).bill
    till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("coffee"),))
    back = till.returns.return_bill(bill, 1, None)
    till.counter.record_bill(world.new_id(), member, Bill(3_000_000))
    assert balance(till, member) == 0, "the second bill has paid the debt"
    till.returns.undo(back.reversal)
    assert balance(till, member) == 300
    days_pass(till, world, 31)
    assert balance(till, member) == 0


def test_points_given_back_again_do_not_live_for_ever(tmp_path: Path) -> None:
    world = World()
    program = replace(SHORT_LIVED, rewards=(PayWithPoints("pay", "Dùng điểm", 1, 1_000),))
    till = new_till(tmp_path, world, program=program, stock={})
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(100_000))
    paid = till.counter.record_bill(world.new_id(), member, Bill(10_000), (Taken("pay", 10),)).bill
    back = till.returns.return_bill(paid, 1, None)
    till.counter.record_bill(world.new_id(), member, Bill(10_000), (Taken("pay", 10),))
    till.returns.undo(back.reversal)
    assert balance(till, member) == -10
    till.counter.record_bill(world.new_id(), member, Bill(100_000))
    till.returns.return_bill(paid, 2, None)
    assert balance(till, member) == 10
    days_pass(till, world, 31)
    assert balance(till, member) == 0


def test_returns_are_undone_one_after_the_other(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    first = till.returns.return_bill(bill, 1, 25_000)
    second = till.returns.return_bill(bill, 2, 25_000)
    for back in (second, first):
        last = till.returns.last()
        assert last is not None
        assert last.record == back.reversal
        till.returns.undo(back.reversal)
    known = till.returns.desk(bill).bill
    assert (known.taken_back, known.returned_vnd, known.left_vnd) == (0, 0, 125_000)
    assert balance(till, member) == 32
    assert check(till.shop.file).is_clean


def test_a_moved_bill_keeps_everything_but_its_member(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Trần Thị Mai")
    whole = Bill(
        86_000,
        number="10234",
        tender="cash",
        lines=(BillLine("Bạc xỉu", 2, 86_000),),
        source="pos",
    )
    bill = till.counter.record_bill(world.new_id(), wrong, whole).bill
    till.shop.publish(replace(PROGRAM, rules=(AmountRule("base", per_vnd=1_000),)))
    moved = till.returns.move_bill(bill, right, world.new_id())
    assert moved.earned == 8, "by the program it was recorded under"
    view = till.counter.desk(right).member
    assert view is not None
    assert view.favourite == "Bạc xỉu"
    with till.shop.file.read() as connection:
        kept = connection.exec_driver_sql("SELECT source, number, tender FROM bill WHERE whole = 0").all()
    assert [tuple(row) for row in kept] == [("pos", "10234", "cash")]
    assert check(till.shop.file).is_clean


def test_a_return_stays_when_its_member_is_gone(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    bill = till.counter.record_bill(world.new_id(), member, Bill(125_000)).bill
    back = till.returns.return_bill(bill, 1, None)
    till.returns.undo(member)
    with pytest.raises(MemberGone):
        till.returns.undo(back.reversal)
    assert check(till.shop.file).is_clean


def test_a_batch_asked_for_twice_is_the_same_cards(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    action = world.new_id()
    assert till.cards.issue(action, 10) == till.cards.issue(action, 10)
    (batch,) = till.cards.batches()
    assert batch.cards == 10


def test_a_killed_card_stays_dead_when_its_enrolment_is_undone(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    (blank, *_) = till.cards.issue(world.new_id(), 2)
    member = enrolled(till)
    till.members.link(member, blank)
    till.members.reissue_card(member)
    assert till.members.by_code(blank).state == "dead"
    till.returns.undo(member)
    assert till.members.by_code(blank).state == "dead"
    assert check(till.shop.file).is_clean


def test_an_endless_paste_finds_nobody(tmp_path: Path) -> None:
    till = new_till(tmp_path)
    enrolled(till)
    assert till.members.find(" ".join(f"khach{n}" for n in range(3_000))) == ()
    assert till.members.find("duc " * 3_000 + "678")[0].name == "Nguyễn Văn Đức"
    names = " ".join(f"d{chr(0x61 + n % 26)}{chr(0x61 + n // 26)}" for n in range(100))
    assert till.members.find(names) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit there")
def test_a_program_the_disk_did_not_take_never_ruled(tmp_path: Path) -> None:
    import resource

    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    gifts = tuple(Gift(f"gift{n}", f"Quà số {n} {'x' * 60}", 300) for n in range(4_000))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, hard))
    try:
        with pytest.raises(Unavailable):
            till.shop.publish(replace(PROGRAM, rules=(AmountRule("base", 1_000),), rewards=gifts))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert till.counter.desk(member).program.revision == 1
    assert till.counter.record_bill(world.new_id(), member, Bill(125_000)).earned == 12
    assert check(till.shop.file).is_clean
