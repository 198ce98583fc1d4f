"""Old customer lists, days and backups, on real database files."""

from __future__ import annotations

from pathlib import Path

from loyalpos.engine.bills import Bill
from loyalpos.engine.customer_list import Column, ListRow, judge
from loyalpos.engine.phones import Phone
from loyalpos.services.backups import restore_backup
from loyalpos.services.lists import TakenIn
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import CONSENT, World, enrolled, new_till, reopened

ROWS = (
    ListRow(2, ("0912 345 678", "Nguyễn Văn Đức", "120")),
    ListRow(3, ("84987654321", "Trần Thị Mai", "0")),
    ListRow(4, ("0912345678", "Ai đó nữa", "7")),
    ListRow(5, ("12", "Số hỏng", "7")),
    ListRow(6, ("0901234567", "Lê Hoàng Anh", "45")),
)
COLUMNS = {Column.PHONE: 0, Column.NAME: 1, Column.POINTS: 2}


def taken_in(till: Till, world: World) -> TakenIn:
    verdicts = judge(ROWS, COLUMNS, taken_phones=lambda _: False)
    return till.lists.take_in(world.new_id(), verdicts, wording=CONSENT, progress=lambda *_: True)


def test_a_list_brings_its_members_with_their_points(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    done = taken_in(till, world)
    assert (done.joined, done.refused, done.cancelled) == (3, (), False)
    duc = till.members.find("duc 678")[0]
    assert duc.balance == 120, "opening points, and no welcome points on top"
    assert [act.kind for act in till.returns.acts()] == [], "a list is not a day's work at the counter"
    assert check(till.shop.file).is_clean


def test_whoever_came_with_a_list_is_found_after_those_who_stood_here(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    early = enrolled(till, "0977777777", "Hoàng Đức")
    taken_in(till, world)
    assert [one.name for one in till.members.recent(1)] == ["Hoàng Đức"]
    assert [one.name for one in till.members.find("duc")] == ["Hoàng Đức", "Nguyễn Văn Đức"]
    known = till.members.find("0912345678")[0].id
    till.members.change(known, name="Nguyễn Đức", phone=Phone("0912345678"), birthday=None, note="")
    assert till.members.find("duc")[0].id == early, "what is corrected in the office was not seen either"
    till.counter.record_bill(world.new_id(), known, Bill(10_000))
    assert till.members.find("duc")[0].id == known
    assert check(till.shop.file).is_clean


def test_a_list_stopped_half_way_goes_on_where_it_stopped(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    verdicts = judge(
        tuple(ListRow(n, (f"09{n:08d}", f"Khách {n}", "1")) for n in range(2, 42)),
        COLUMNS,
        taken_phones=lambda _: False,
    )
    steps: list[int] = []

    def note(done: int, _all: int) -> bool:
        steps.append(done)
        return True

    which = world.new_id()
    half = till.lists.take_in(which, verdicts, wording=CONSENT, progress=lambda done, _: done < 20)
    assert half.cancelled
    assert half.joined == 20
    whole = till.lists.take_in(which, verdicts, wording=CONSENT, progress=note)
    assert (steps[0], steps[1], steps[-1]) == (0, 20, 40), "a till waits for a few rows, never for a list"
    assert (whole.joined, whole.refused) == (40, ())
    assert len(till.members.find("khach", most=100)) == 40
    assert check(till.shop.file).is_clean


def test_a_whole_list_can_be_taken_out_again(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    before = enrolled(till, "0933333333", "Khách Cũ")
    done = taken_in(till, world)
    buyer = till.members.find("duc 678")[0].id
    till.counter.record_bill(world.new_id(), buyer, Bill(100_000))
    assert till.lists.take_out(done.id, lambda *_: True)
    assert till.members.find("mai") == ()
    assert till.members.find("hoang anh") == ()
    stays = till.members.find("duc 678")[0]
    assert stays.balance == 10, "who has bought since stays, without the opening points"
    assert till.counter.desk(before).spendable == 20
    assert till.lists.take_out(done.id, lambda *_: True)
    assert till.members.find("duc 678")[0].balance == 10
    assert check(till.shop.file).is_clean


def test_closing_the_day_leaves_a_backup_that_opens(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    till.days.open()
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(100_000))
    made = till.days.close(tmp_path / "backups")
    assert till.days.backups(tmp_path / "backups") == (made,)
    till = reopened(till, world)
    assert till.counter.desk(member).spendable == 30


def test_points_end_when_their_day_is_over_and_not_before(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    member = enrolled(till)
    till.days.open()
    for _ in range(365):
        world.clock.forward(days=1)
        till.days.open()
    assert till.counter.desk(member).spendable == 20, "the last day counts in full"
    world.clock.forward(days=1)
    till.days.open()
    assert till.counter.desk(member).spendable == 0
    lines = till.members.history(member)
    assert [(line.kind, line.points) for line in lines] == [("earn", 20), ("expire", -20)]
    assert check(till.shop.file).is_clean


def test_closing_a_day_deletes_what_a_restore_moved_aside_long_ago(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    backups = tmp_path / "backups"
    asides = []
    for _ in range(2):
        made = till.days.back_up(backups)
        path = till.shop.file.path
        till.shop.close()
        asides.append(restore_backup(path, made, PUBLISHED_KEY, world.outside()))
        till = Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
        world.clock.forward(days=1)
    old, newest = asides
    assert old is not None
    assert newest is not None
    till.days.close(backups)
    assert old.exists()
    world.clock.forward(days=36)
    till.days.back_up(backups)
    assert old.exists(), "only the close of a day deletes"
    till.days.close(backups)
    assert not old.exists()
    assert newest.exists()


def test_what_cannot_be_deleted_when_a_day_is_closed_is_no_lack_of_a_backup(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world)
    old, stuck, newest = (tmp_path / f"shop-before-202609{day}T020000Z.loyalpos" for day in (11, 12, 13))
    old.write_bytes(b"old")
    # Nobody can delete a folder as if it were a file, as nobody can what another program holds.
    stuck.mkdir()
    newest.write_bytes(b"newest")
    made = till.days.close(tmp_path / "backups")
    assert made.path.is_file()
    assert [path.exists() for path in (old, stuck, newest)] == [False, True, True]
