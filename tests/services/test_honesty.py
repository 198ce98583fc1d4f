"""A day is looked at once more over a real file, and what was looked at is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.honesty import FindingKind
from loyalpos.engine.watch import Watch
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.journal import find_record
from tests.shops import World, enrolled, new_till, reopened

DAY = date(2026, 11, 23)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Iterator[Till]:
    opened = new_till(tmp_path, world)
    yield opened
    opened.shop.close()


def buy(till: Till, world: World, member: UUID, total_vnd: int = 500_000, *taken: Taken) -> UUID:
    done = till.counter.record_bill(world.new_id(), member, Bill(total_vnd), taken)
    return done.bill


def test_a_new_member_who_buys_once_is_nothing_to_look_at(till: Till, world: World) -> None:
    buy(till, world, enrolled(till))
    review = till.honesty.of_day(DAY)
    assert (review.open, review.seen) == ((), ())


def test_every_finding_of_a_real_day_stands_on_records_that_are_there(till: Till, world: World) -> None:
    member = enrolled(till)
    bills = [buy(till, world, member) for _ in range(6)]
    buy(till, world, member, 50_000, Taken("pay", 100))
    world.clock.forward(minutes=30)
    till.returns.undo(bills[0])
    till.returns.return_bill(bills[1], 1, None)
    review = till.honesty.of_day(DAY)
    assert {one.kind for one in review.open} == {
        FindingKind.CARD_OFTEN,
        FindingKind.SAME_HAND,
        FindingKind.JOINED_AND_SPENT,
        FindingKind.SPENT_AND_UNDONE,
    }
    assert review.names == {member: "Nguyễn Văn Đức"}
    with till.shop.file.read() as connection:
        for one in review.open:
            assert one.who == "Lan"
            assert all(find_record(connection, record) is not None for record in one.records)
    assert set(bills[1:]) < set(review.bills)


def test_what_was_looked_at_stays_so_once_and_is_kept_as_it_was(
    till: Till, world: World, tmp_path: Path
) -> None:
    member = enrolled(till)
    for _ in range(4):
        buy(till, world, member)
    (one,) = till.honesty.of_day(DAY).open
    till.honesty.acknowledge(one)
    till.honesty.acknowledge(one)
    assert till.honesty.of_day(DAY).open == ()
    till = reopened(till, world)
    till.honesty.watch(replace(Watch(), same_hand=50))
    review = till.honesty.of_day(DAY)
    assert review.open == ()
    assert [(seen.finding, seen.by) for seen in review.seen] == [(one, "Lan")]
    report = check(till.shop.file)
    assert report.is_clean
    till.shop.close()


def test_a_finding_that_grew_is_to_be_looked_at_again(till: Till, world: World) -> None:
    member = enrolled(till)
    for _ in range(4):
        buy(till, world, member)
    till.honesty.acknowledge(till.honesty.of_day(DAY).open[0])
    buy(till, world, member)
    review = till.honesty.of_day(DAY)
    assert [len(one.records) for one in review.open] == [5]
    assert [len(seen.finding.records) for seen in review.seen] == [4]


def test_a_bill_moved_to_the_right_member_was_not_taken_back(till: Till, world: World) -> None:
    wrong, right = enrolled(till), enrolled(till, "0912345679", "Trần Thị Hoa")
    world.clock.forward(days=1)
    bill = buy(till, world, wrong)
    buy(till, world, wrong, 50_000, Taken("pay", 20))
    world.clock.forward(minutes=30)
    till.returns.move_bill(bill, right, world.new_id())
    assert till.honesty.of_day(date(2026, 11, 24)).open == ()


def test_a_merge_between_a_bill_and_its_undoing_hides_nothing(till: Till, world: World) -> None:
    stays, goes = enrolled(till, "0911111111", "Hoa"), enrolled(till)
    world.clock.forward(days=1)
    till.days.open()
    bill = buy(till, world, goes, 5_000_000)
    spent = buy(till, world, goes, 100_000, Taken("off50"))
    till.merging.merge(stays, goes)
    world.clock.forward(hours=1)
    till.returns.undo(bill)
    found = till.honesty.of_day(till.honesty.today()).open
    (one,) = (one for one in found if one.kind is FindingKind.SPENT_AND_UNDONE)
    assert (one.member, spent in one.records) == (stays, True)
