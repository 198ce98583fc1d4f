"""What came of it all, over a real file, beside a notebook of what was bought and brought back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random
from threading import Thread
from uuid import UUID

import pytest
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.exports import Export
from loyalpos.engine.goals import Metric, next_month
from loyalpos.engine.members import Consent, Enrolment, Origin, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.journal import newest_ms
from tests.shops import CONSENT, World, enrolled, new_till, reopened

HEADS = ("Name", "Phone", "Bills", "Bought")


class _Notebook:
    """What each bill comes to, by hand."""

    def __init__(self, till: Till, world: World, seed: int) -> None:
        self.till = till
        self.world = world
        self.random = Random(seed)
        self.members = [enrolled(till, f"09012340{at:02d}", f"Khách {at}") for at in range(8)]
        self.bills: dict[UUID, tuple[UUID, int, int]] = {}
        self.parts: dict[UUID, int] = {}
        self.from_where: dict[UUID, UUID] = {}

    def buy(self) -> None:
        whose = self.random.choice(self.members)
        total_vnd = self.random.randrange(10, 400) * 1_000
        done = self.till.counter.record_bill(self.world.new_id(), whose, Bill(total_vnd))
        assert done.bill is not None
        self.bills[done.bill] = (whose, total_vnd, total_vnd)
        self.parts[done.bill] = 0

    def bring_back(self) -> None:
        which = self.random.choice(list(self.bills))
        whose, total_vnd, left_vnd = self.bills[which]
        if left_vnd:
            back_vnd = self.random.choice([left_vnd, left_vnd // 2])
            self.parts[which] += 1
            self.till.returns.return_bill(which, self.parts[which], back_vnd)
            self.bills[which] = (whose, total_vnd, left_vnd - back_vnd)

    def undo(self) -> None:
        which = self.random.choice(list(self.bills))
        whose, total_vnd, left_vnd = self.bills[which]
        if left_vnd == total_vnd:
            self.till.returns.undo(which)
            self.bills[which] = (whose, total_vnd, 0)
            self.parts[which] += 1
            if which in self.from_where:
                # A move is undone by its bill: it stands again where it stood before.
                back = self.from_where[which]
                self.bills[back] = (self.bills[back][0], total_vnd, total_vnd)
                self.parts[back] -= 1

    def move(self) -> None:
        which = self.random.choice(list(self.bills))
        whose, total_vnd, left_vnd = self.bills[which]
        to = self.random.choice(self.members)
        if left_vnd == total_vnd and to != whose:
            moved = self.till.returns.move_bill(which, to, self.world.new_id())
            assert moved.bill is not None
            self.bills[which] = (whose, total_vnd, 0)
            self.bills[moved.bill] = (to, total_vnd, total_vnd)
            self.parts[which] += 1
            self.parts[moved.bill] = 0
            self.from_where[moved.bill] = which

    def bought(self) -> dict[UUID, tuple[int, int]]:
        sums: dict[UUID, tuple[int, int]] = {}
        for whose, _, left_vnd in self.bills.values():
            bills, sales_vnd = sums.get(whose, (0, 0))
            sums[whose] = (bills + bool(left_vnd), sales_vnd + left_vnd)
        return {whose: one for whose, one in sums.items() if one[1]}


@pytest.mark.parametrize("seed", range(4))
def test_the_best_are_those_whose_bills_stand_highest(tmp_path: Path, seed: int) -> None:
    world = World(seed)
    till = new_till(tmp_path, world)
    book = _Notebook(till, world, seed)
    for _ in range(40):
        book.buy()
        book.random.choice([book.bring_back, book.undo, book.move, book.buy])()
    best = till.results.best(None, 50, 50)
    bought = book.bought()
    assert {one.id: (one.bills, one.sales_vnd) for one in till.results.best(None, 100, 50).listed} == bought
    assert (best.buyers, best.sales_vnd) == (len(bought), sum(sales for _, sales in bought.values()))
    assert best.chosen == -(-len(bought) // 2) == len(best.listed)
    assert [one.sales_vnd for one in best.listed] == sorted(
        (sales for _, sales in bought.values()), reverse=True
    )[: best.chosen]
    assert till.results.best(None, 50, 2).listed == best.listed[:2]
    till.shop.close()


def test_only_bills_of_the_days_count_and_nobody_buys_for_nothing(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    early, late = enrolled(till), enrolled(till, "0987654321", "Hoa")
    till.counter.record_bill(world.new_id(), early, Bill(900_000))
    world.clock.forward(days=30)
    till.counter.record_bill(world.new_id(), late, Bill(100_000))
    till.counter.record_bill(world.new_id(), None, Bill(5_000_000))
    assert [one.id for one in till.results.best(30, 100, 9).listed] == [late]
    assert [one.id for one in till.results.best(31, 100, 9).listed] == [early, late]
    world.clock.forward(days=60)
    nobody = till.results.best(30, 20, 9)
    assert (nobody.buyers, nobody.sales_vnd, nobody.chosen, nobody.listed) == (0, 0, 0, ())
    till.shop.close()


def test_the_file_has_everybody_and_numbers_only_of_those_who_agreed(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    shy = enrolled(till)
    agreed = Consent(Purpose.MESSAGES, "messages", 1, "vi", "spoken")
    told = till.members.enrol(
        world.new_id(), Enrolment(Phone("0987654321"), "Hoa", consents=(CONSENT, agreed))
    ).member
    till.counter.record_bill(world.new_id(), told, Bill(700_000))
    till.counter.record_bill(world.new_id(), shy, Bill(200_000))
    seen: list[tuple[int, int]] = []

    def go_on(part: int, whole: int) -> bool:
        seen.append((part, whole))
        return True

    path = till.results.write_best(
        tmp_path / "best.xlsx", 90, 100, HEADS, Export("kế toán", "Lan, 9:00"), go_on
    )
    assert path is not None
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows == [
        list(HEADS),
        ["Hoa", "0987654321", 1, 700_000],
        ["Nguyễn Văn Đức", "", 1, 200_000],
        [""] * 4,
        ["Lan, 9:00", "", "", ""],
    ]
    assert seen == [(0, 2)]
    assert (
        till.results.write_best(tmp_path / "none.csv", 90, 100, HEADS, Export("x"), lambda *_: False) is None
    )
    assert not (tmp_path / "none.csv").exists()
    till.shop.close()


def test_the_counter_goes_on_while_everything_is_added_up(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(100_000))
    read: list[int] = []
    # A look at the file holds neither the reader's nor the writer's connection.
    with till.shop.file.read() as connection, till.shop.file.work():
        look = Thread(target=lambda: read.append(till.results.best(90, 20, 9).sales_vnd), daemon=True)
        look.start()
        look.join(timeout=20)
        assert read == [100_000]
        assert connection is not None
    till.shop.close()


def test_a_month_counts_who_came_first_and_who_came_again(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    early = enrolled(till)
    once = enrolled(till, "0987654321", "Hoa")
    undone = till.counter.record_bill(world.new_id(), once, Bill(70_000))
    till.counter.record_bill(world.new_id(), early, Bill(5_000_000))
    world.clock.forward(days=10)
    # December: one who comes again, one whose first bill was undone, one brought by a friend.
    till.returns.undo(undone.bill)
    friend = till.members.enrol(
        world.new_id(), Enrolment(Phone("0912000111"), "Bạn", consents=(CONSENT,), origin=Origin(early))
    ).member
    enrolled(till, "0912000222", "Mới")
    redeemed = till.counter.record_bill(world.new_id(), early, Bill(200_000), (Taken("off50"),))
    for member, total_vnd in ((once, 40_000), (friend, 60_000), (friend, 10_000), (None, 900_000)):
        till.counter.record_bill(world.new_id(), member, Bill(total_vnd))
    assert till.results.month().first == date(2026, 12, 1)
    december = {
        Metric.NEW_MEMBERS: 2,
        Metric.RETURNING: 1,
        Metric.FRIENDS: 1,
        Metric.SALES: 310_000,
        Metric.REDEEMED: 500,
    }
    assert till.results.month().figures == december
    november = till.results.month(date(2026, 11, 1)).figures
    assert (november[Metric.NEW_MEMBERS], november[Metric.SALES]) == (2, 5_000_000)
    assert november[Metric.RETURNING] == november[Metric.REDEEMED] == 0
    till.returns.undo(redeemed.bill)
    less = till.results.month().figures
    assert (less[Metric.RETURNING], less[Metric.SALES], less[Metric.REDEEMED]) == (0, 110_000, 0)
    till.shop.close()


def test_goals_are_of_the_journal_and_outlive_a_restart_and_other_settings(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    november = till.results.month().first
    till.results.aim(november, {Metric.SALES: 9_000_000, Metric.FRIENDS: 3})
    till.results.aim(next_month(november), {Metric.SALES: 9_500_000})
    till.shop.describe(replace(till.shop.description, contact="12 Hàng Bài"))
    till = reopened(till, world)
    assert till.results.month().targets == {Metric.SALES: 9_000_000, Metric.FRIENDS: 3}
    assert till.results.month(date(2027, 3, 1)).targets == {Metric.SALES: 9_500_000}
    before = till.shop.file.path.stat().st_size, newest(till)
    till.results.aim(november, {Metric.SALES: 9_000_000, Metric.FRIENDS: 3})
    assert (till.shop.file.path.stat().st_size, newest(till)) == before, "nothing new is no record"
    assert check(till.shop.file).is_clean
    till.shop.close()


def newest(till: Till) -> int:
    with till.shop.file.read() as connection:
        return newest_ms(connection)


def test_what_came_by_friends_is_told_apart(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    first, second = enrolled(till), enrolled(till, "0987654321", "Hoa")

    def sent(phone: str, by: UUID) -> UUID:
        said = Enrolment(Phone(phone), "Bạn", consents=(CONSENT,), origin=Origin(by))
        return till.members.enrol(world.new_id(), said).member

    early = sent("0912000111", first)
    till.counter.record_bill(world.new_id(), early, Bill(5_000_000))
    world.clock.forward(days=60)
    late, later = sent("0912000222", second), sent("0912000333", second)
    undone = till.counter.record_bill(world.new_id(), later, Bill(990_000))
    till.returns.undo(undone.bill)
    for member, total_vnd in ((first, 70_000), (early, 200_000), (late, 30_000), (None, 800_000)):
        till.counter.record_bill(world.new_id(), member, Bill(total_vnd))
    seen = till.results.friends(30, 9)
    assert (seen.joined, seen.friends) == (2, 2)
    assert (seen.sales_vnd, seen.friends_vnd) == (300_000, 230_000)
    assert [(one.id, one.friends, one.sales_vnd) for one in seen.listed] == [
        (first, 0, 200_000),
        (second, 2, 30_000),
    ]
    ever = till.results.friends(None, 1)
    assert (ever.joined, ever.friends, ever.friends_vnd) == (5, 3, 5_230_000)
    assert [one.name for one in ever.listed] == ["Nguyễn Văn Đức"]
    till.shop.close()
