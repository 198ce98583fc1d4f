"""What a bill stood on is kept with it, and a return long after asks the same."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
    EveryOf,
    FirstPurchase,
    HasItem,
    InHours,
    Match,
    NearBirthday,
    OnDates,
)
from loyalpos.engine.earning import LineKind, UnitsGiven
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.rules import (
    AmountRule,
    Base,
    BonusRule,
    Discount,
    MultiplierRule,
    OwnBase,
    Paid,
    Rule,
    StampRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import StampCard, VoucherKind
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.journal import find_record
from loyalpos.store.shop import program_revisions
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till, reopened

BASE = AmountRule("base", per_vnd=10_000)
COFFEES = (BillLine("Cà phê", 2, 80_000, "coffee"), BillLine("Bánh", 1, 20_000, "cake"))


def till_with(folder: Path, world: World, *rules: Rule, **more: Any) -> Till:
    return new_till(folder, world, program=Program(0, rules, **more), stock={})


def outcome(till: Till, record: UUID) -> dict[str, Any]:
    with till.shop.file.read() as connection:
        found = find_record(connection, record)
    assert found is not None
    kept: dict[str, Any] = json.loads(found.body)["outcome"]
    return kept


def earned(till: Till, world: World, member: UUID, bill: Bill | int) -> int:
    what = Bill(bill) if isinstance(bill, int) else bill
    return till.counter.record_bill(world.new_id(), member, what).earned


def test_only_the_first_bill_is_the_first(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE, BonusRule(id="first", points=50, when=FirstPurchase()))
    member = enrolled(till)
    desk = till.counter.desk(member)
    assert "first" in desk.footing.asks, "the preview asks what the record will"
    assert [earned(till, world, member, 100_000) for _ in range(2)] == [60, 10]
    assert "first" not in till.counter.desk(member).footing.asks


def test_who_stayed_away_is_welcomed_back_once(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE, BonusRule(id="back", points=30, when=AwayFor(20)))
    member = enrolled(till)
    assert earned(till, world, member, 10_000) == 1
    world.clock.forward(days=25)
    till.days.open()
    assert [earned(till, world, member, 10_000) for _ in range(2)] == [31, 1]


def test_a_bill_that_was_undone_or_moved_was_no_visit(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE, BonusRule(id="back", points=30, when=AwayFor(20)))
    member, other = enrolled(till), enrolled(till, "0911111111", "Minh")
    for who in (member, other):
        earned(till, world, who, 10_000)
    world.clock.forward(days=25)
    till.days.open()
    assert earned(till, world, member, 10_000) == 31
    till.returns.undo_last()
    assert earned(till, world, member, 11_000) == 31, "typed again, it is the same visit"
    wrong = till.returns.last()
    assert wrong is not None
    moved = world.new_id()
    assert till.returns.move_bill(wrong.record, other, moved).earned == 31
    assert earned(till, world, member, 10_000) == 31
    till.returns.undo_last()
    till.returns.undo(moved)
    assert earned(till, world, member, 10_000) == 1, "moved back, it was a visit after all"
    assert earned(till, world, other, 10_000) == 31
    assert check(till.shop.file).is_clean


def test_who_brings_a_bill_back_was_there(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE, BonusRule(id="back", points=30, when=AwayFor(20)))
    member = enrolled(till)
    earned(till, world, member, 10_000)
    bill = world.new_id()
    world.clock.forward(days=25)
    till.days.open()
    till.counter.record_bill(bill, member, Bill(10_000))
    till.returns.return_bill(bill, 1, None)
    assert earned(till, world, member, 10_000) == 1


def test_a_happy_hour_is_that_of_the_bill_and_not_of_its_entry(tmp_path: Path) -> None:
    world = World()
    local = new_till(tmp_path / "clock", world).shop.time.local(world.clock.at)
    minute = local.hour * 60 + local.minute
    happy = MultiplierRule(id="happy", rate_bp=20_000, when=InHours(minute, minute + 30))
    till = till_with(tmp_path / "shop", world, BASE, happy)
    member = enrolled(till)
    at = world.clock.at
    assert earned(till, world, member, 100_000) == 20
    world.clock.at = at + timedelta(hours=2)
    assert earned(till, world, member, 100_000) == 10
    assert earned(till, world, member, Bill(100_000, at + timedelta(minutes=29))) == 20


def test_a_bill_that_is_entered_later_stands_on_its_own_day(tmp_path: Path) -> None:
    world = World()
    fair = world.clock.at.date() + timedelta(days=1)
    double = MultiplierRule(id="fair", rate_bp=20_000, when=OnDates(fair, fair + timedelta(days=1)))
    till = till_with(tmp_path, world, BASE, double)
    member = enrolled(till)
    world.clock.forward(days=1)
    till.days.open()
    then = world.clock.at
    world.clock.forward(days=3)
    till.days.open()
    assert earned(till, world, member, 100_000) == 10
    assert earned(till, world, member, Bill(100_000, then)) == 20


def test_a_bill_is_returned_as_it_was_earned_however_long_after(tmp_path: Path) -> None:
    world = World()
    till = till_with(
        tmp_path,
        world,
        BASE,
        MultiplierRule(id="x2", rate_bp=20_000, when=EveryOf((FirstPurchase(), BillAtLeast(50_000)))),
    )
    member = enrolled(till)
    first = till.counter.record_bill(world.new_id(), member, Bill(100_000))
    assert first.earned == 20
    earned(till, world, member, 10_000)
    world.clock.forward(days=40)
    till.days.open()
    assert till.returns.return_bill(first.bill, 1, 40_000).taken_back == 8, "60,000 would be doubled too"
    assert till.returns.return_bill(first.bill, 2, 20_000).taken_back == 8, "40,000 would not"
    assert till.returns.return_bill(first.bill, 3, None).taken_back == 4
    assert check(till.shop.file).is_clean


def test_lines_discount_and_tax_count_for_what_is_left_too(tmp_path: Path) -> None:
    world = World()
    whole = OwnBase(discount=Discount.BEFORE, paid=Paid.WHOLE)
    coffee = AmountRule("coffee", per_vnd=1_000, only=Match(items=("coffee",)), base=whole)
    till = till_with(tmp_path, world, coffee)
    member = enrolled(till)
    bill = Bill(90_000, lines=COFFEES, discount_vnd=10_000, tax_vnd=8_000)
    recorded = till.counter.record_bill(world.new_id(), member, bill)
    assert recorded.earned == 80
    assert till.returns.return_bill(recorded.bill, 1, 45_000).taken_back == 40


def test_a_revision_of_version_2_goes_on_counting_what_it_counted(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE)
    document = {
        "format": "loyalpos.program",
        "version": 2,
        "revision": 2,
        "rules": [{"kind": "amount", "id": "own", "per_vnd": 1_000, "base": {"discount": "before"}}],
        "base": {"tax": "without"},
    }
    today = till.shop.time.business_day(till.shop.now())
    with till.shop.file.work() as connection:
        written = {"document": json.dumps(document)}
        till.shop.write(
            connection, "program_published", written, {"revision": 2, "starts": today.isoformat()}
        )
    till = reopened(till, world)
    till.days.open()
    member = enrolled(till)
    bill = Bill(90_000, discount_vnd=10_000, tax_vnd=8_000)
    recorded = till.counter.record_bill(world.new_id(), member, bill)
    assert recorded.earned == 100, "its tax counts: what the rule left open was as usual, not as the program"
    assert till.returns.return_bill(recorded.bill, 1, 45_000).taken_back == 50
    # Published again, it says all of it, and goes on the same.
    till.shop.publish(replace(till.shop.program_on(today), revision=0))
    assert earned(till, world, member, bill) == 100
    with till.shop.file.read() as connection:
        again = json.loads(program_revisions(connection)[-1][2])
    assert (again["version"], again["rules"][0]["base"]) == (
        3,
        {"discount": "before", "tax": "with", "paid": "money"},
    )
    assert check(till.shop.file).is_clean


def test_a_moved_bill_keeps_its_lines_discount_and_tax(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, replace(BASE, base=Base(discount=Discount.BEFORE)))
    wrong, right = enrolled(till), enrolled(till, "0987654321", "Lê Thị Hoa")
    bill = Bill(90_000, lines=COFFEES, discount_vnd=10_000)
    recorded = till.counter.record_bill(world.new_id(), wrong, bill)
    assert till.returns.move_bill(recorded.bill, right, world.new_id()).earned == recorded.earned == 10


NINE, COFFEE = StampCard("nine", "Mua 9 tặng 1", 9, "coffee"), Gift("coffee", "Cà phê", 10)
UNITS = (
    StampRule(id="stamps", card="nine", match=Match(items=("coffee",))),
    VoucherRule(id="again", voucher="ten", when=BillAtLeast(100_000)),
)


def test_stamps_and_vouchers_of_a_bill_come_back_together(tmp_path: Path) -> None:
    world = World()
    till = till_with(
        tmp_path,
        world,
        BASE,
        *UNITS,
        stamp_cards=(NINE,),
        rewards=(COFFEE,),
        vouchers=(VoucherKind("ten", "Phiếu 10.000", 30, 10_000),),
    )
    member = enrolled(till)
    done = till.counter.record_bill(world.new_id(), member, Bill(100_000, lines=COFFEES))
    assert [line.kind for line in done.lines] == [LineKind.AMOUNT, LineKind.STAMPS, LineKind.VOUCHER]
    stamps, voucher = UnitsGiven("stamps", "nine", 2), UnitsGiven("again", "ten", 1)
    assert till.returns.desk(done.bill).bill.units == (stamps, voucher)
    back = till.returns.return_bill(done.bill, 1, 50_000)
    assert till.returns.desk(done.bill).bill.units == (replace(stamps, count=1),)
    assert [one["count"] for one in outcome(till, back.reversal)["units"]] == [1, 1]
    till.returns.undo(back.reversal)
    assert till.returns.desk(done.bill).bill.units == (stamps, voucher)
    till.returns.return_bill(done.bill, 2, None)
    assert till.returns.desk(done.bill).bill.units == ()
    assert check(till.shop.file).is_clean


def test_a_bill_of_nobody_gives_no_units(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world, BASE, UNITS[0], stamp_cards=(NINE,), rewards=(COFFEE,))
    done = till.counter.record_bill(world.new_id(), None, Bill(100_000, lines=COFFEES))
    assert "units" not in outcome(till, done.bill)
    assert till.returns.desk(done.bill).bill.units == ()


def test_no_particulars_of_a_member_stand_in_the_record_of_a_bill(tmp_path: Path) -> None:
    world = World()
    rules = (
        BASE,
        MultiplierRule(id="x2", rate_bp=20_000, when=NearBirthday(BirthdaySpan.MONTH)),
        BonusRule(id="wine", points=5, when=EveryOf((NearBirthday(), HasItem(Match(items=("wine",)))))),
    )
    till = till_with(tmp_path, world, *rules)
    today = till.shop.time.business_day(world.clock.at)
    birthday = Birthday(today.day, today.month, 1987)
    person = Enrolment(Phone("0912345678"), "Nguyễn Văn Đức", birthday=birthday, consents=(CONSENT,))
    member = till.members.enrol(world.new_id(), person).member
    done = till.counter.record_bill(world.new_id(), member, Bill(100_000))
    assert done.earned == 20
    kept = outcome(till, done.bill)
    assert set(kept["footing"]) == {"asks"}
    assert set(kept["footing"]["asks"]) == {"base", "x2", "wine"}
    said = json.dumps(kept, ensure_ascii=False)
    for particular in (
        "birthday",
        "1987",
        "Đức",
        "0912345678",
        "joined",
        "visits",
        date.isoformat(person_day(birthday)),
    ):
        assert particular not in said.replace(kept["day"], "").replace(kept["today"], "")


def person_day(birthday: Birthday) -> date:
    assert birthday.year is not None
    return birthday.in_year(birthday.year)


def test_a_bill_on_the_plain_footing_is_recorded_as_before_footings_were_kept(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    done = till.counter.record_bill(world.new_id(), enrolled(till), Bill(125_000))
    assert not {"footing", "units"} & set(outcome(till, done.bill))
    bill = till.returns.desk(done.bill).bill
    assert (bill.footing, bill.units, bill.typed is not None) == (None, (), True)
    assert till.returns.return_bill(done.bill, 1, 25_000).taken_back == 2
    assert PROGRAM.rules[0].id == "base"


@pytest.mark.parametrize("taxed", [0, 8_000])
def test_a_repeated_bill_is_compared_with_all_that_was_typed(tmp_path: Path, taxed: int) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member, action = enrolled(till), world.new_id()
    bill = Bill(90_000, discount_vnd=taxed, tax_vnd=taxed)
    done = till.counter.record_bill(action, member, bill)
    assert till.counter.record_bill(action, member, bill) == replace(done, repeated=True)
