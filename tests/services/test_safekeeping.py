"""Backups while the till works: when one is due, the second folder, and what is said of both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loyalpos.engine.bills import Bill
from loyalpos.errors import BackupFailed, FileClosed, FileDamaged, FolderReadOnly
from loyalpos.services.safekeeping import OVERDUE_AFTER, Safety, is_due
from loyalpos.services.till import Till
from loyalpos.store.backup import backups
from tests.shops import MORNING, World, enrolled, new_till


class Place:
    """A shop, its folder of backups and a stick."""

    def __init__(self, folder: Path) -> None:
        self.world = World()
        self.till: Till = new_till(folder / "shop", self.world)
        self.backups = folder / "shop" / "backups"
        self.stick = folder / "stick"
        self.stick.mkdir()

    def safe(self) -> Safety:
        """Let the quiet job run."""
        return self.till.days.safekeeping.keep_safe(self.backups)

    def sell(self, bills: int) -> None:
        for _ in range(bills):
            self.till.counter.record_bill(self.world.new_id(), None, Bill(50_000))

    def whys(self) -> list[str]:
        return [made.why for made in backups(self.backups)]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.till.shop.close()


def test_a_quiet_backup_is_made_when_much_is_new_and_the_last_is_old(place: Place) -> None:
    assert place.safe().last is not None, "the books themselves are new"
    place.sell(60)
    place.world.clock.forward(hours=3)
    place.safe()
    assert place.whys() == ["quiet"], "not yet four hours"
    place.world.clock.forward(hours=2)
    made = place.safe()
    assert place.whys() == ["quiet", "quiet"]
    assert made.last is not None
    assert made.last > MORNING + timedelta(hours=5)
    place.world.clock.forward(hours=5)
    place.sell(10)
    place.safe()
    assert len(place.whys()) == 2, "ten bills can wait"
    place.world.clock.forward(hours=20)
    third = place.safe()
    assert third.last is not None
    assert third.last > MORNING + timedelta(hours=30), "but not for a second day"


def test_nothing_new_makes_no_backup_however_long(place: Place) -> None:
    place.safe()
    for _ in range(5):
        place.world.clock.forward(days=1)
        place.safe()
    assert place.whys() == ["quiet"]


def test_a_quiet_backup_is_compared_with_its_replay(place: Place) -> None:
    with place.till.shop.file.work() as connection:
        connection.exec_driver_sql('UPDATE stock SET "left" = 99')
    assert place.safe().failed
    assert place.whys() == []


def test_books_that_do_not_add_up_get_no_backup(place: Place) -> None:
    member = enrolled(place.till)
    with place.till.shop.file.work() as connection:
        connection.exec_driver_sql("UPDATE summary SET balance = balance + 1")
    with pytest.raises(BackupFailed, match="sums"):
        place.till.days.back_up(place.backups)
    with place.till.shop.file.work() as connection:
        connection.exec_driver_sql("UPDATE summary SET balance = balance - 1")
    assert place.till.days.back_up(place.backups).members == 1
    assert place.till.counter.desk(member).spendable == 20


def test_a_day_closed_says_so_in_the_manifest_with_what_is_in_it(place: Place) -> None:
    enrolled(place.till)
    place.sell(2)
    made = place.till.days.close(place.backups)
    assert (made.why, made.bills, made.members) == ("closing", 2, 1)


@given(
    hours=st.integers(-100, 200),
    records=st.integers(0, 200),
)
@example(hours=4, records=50)
@example(hours=4, records=51)
@example(hours=3, records=51)
@example(hours=24, records=1)
def test_a_backup_is_due_only_for_something_new(hours: int, records: int) -> None:
    due = is_due(MORNING, MORNING - timedelta(hours=hours), records)
    assert not (due and records == 0)
    assert due == (records > 0 and (hours < 0 or hours >= 24 or (hours >= 4 and records > 50)))


def test_the_first_backup_is_due_with_the_first_record() -> None:
    assert is_due(MORNING, None, 1)
    assert not is_due(MORNING, None, 0)


def test_three_days_without_a_good_backup_are_too_long(place: Place) -> None:
    began = place.till.days.safekeeping.safety(place.backups)
    assert began.last is None
    assert not began.is_overdue(MORNING + timedelta(days=2))
    assert began.is_overdue(MORNING + timedelta(days=3, hours=1))
    safety = place.safe()
    assert safety.last is not None
    assert not safety.is_overdue(safety.last + OVERDUE_AFTER - timedelta(seconds=1))
    assert safety.is_overdue(safety.last + OVERDUE_AFTER)


def test_a_backup_that_went_bad_is_not_the_last_good_one(place: Place) -> None:
    place.safe()
    (made,) = backups(place.backups)
    made.path.write_bytes(b"?")
    assert place.till.days.safekeeping.safety(place.backups).last is None


def test_what_one_may_go_back_to_is_not_dropped_before_one_does(place: Place) -> None:
    place.safe()
    place.sell(1)
    place.world.clock.forward(days=50)
    place.till.days.back_up(place.backups, "restore")
    assert place.whys() == ["restore", "quiet"]
    place.till.days.back_up(place.backups)
    assert place.whys() == ["asked", "restore"]


def test_what_waited_until_the_books_were_put_away_makes_and_drops_nothing(place: Place) -> None:
    place.safe()
    place.sell(1)
    place.world.clock.forward(days=50)
    place.till.days.safekeeping.end()
    with pytest.raises(FileClosed):
        place.till.days.back_up(place.backups)
    assert not place.safe().failed
    assert place.whys() == ["quiet"]


def test_whoever_closes_the_till_waits_for_no_replay(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.sell(120)
    keeping, replays, hurried = place.till.days.safekeeping, Event(), []

    def breathe(_seconds: float) -> None:
        replays.set()
        hurried.append(keeping._hurry.wait(5))

    monkeypatch.setattr("loyalpos.services.safekeeping.time.sleep", breathe)
    quiet = Thread(target=place.safe)
    quiet.start()
    assert replays.wait(10)
    place.till.days.close(place.backups)
    quiet.join()
    assert hurried == [True]
    assert sorted(place.whys()) == ["closing", "quiet"]


def test_nothing_is_made_quietly_any_more_where_the_books_are_put_away(place: Place) -> None:
    place.sell(1)
    place.till.days.safekeeping.end()
    assert place.safe().last is None
    assert place.whys() == []


def test_the_second_folder_gets_every_backup(place: Place) -> None:
    keeping = place.till.days.safekeeping
    place.safe()
    chosen = keeping.choose_second(place.backups, place.stick)
    assert chosen.second is not None
    assert (chosen.second.path, chosen.second.away_since) == (place.stick, None)
    assert len(backups(place.stick)) == 1, "what there was is copied at once"
    place.till.days.close(place.backups)
    assert len(backups(place.stick)) == 2
    assert keeping.choose_second(place.backups, None).second is None
    place.till.days.close(place.backups)
    assert len(backups(place.stick)) == 2


def test_a_folder_that_is_away_is_named_with_its_day_and_caught_up_when_it_is_back(place: Place) -> None:
    keeping = place.till.days.safekeeping
    keeping.choose_second(place.backups, place.stick)
    bag = place.stick.rename(place.stick.with_name("bag"))
    place.till.days.close(place.backups)
    away = keeping.safety(place.backups)
    assert away.last is not None
    assert away.second is not None
    assert away.second.away_since is not None
    place.world.clock.forward(days=1)
    assert place.safe().second == away.second, "since when does not change"
    bag.rename(place.stick)
    back = place.safe()
    assert back.second is not None
    assert back.second.away_since is None
    assert {made.sha256 for made in backups(place.stick)} == {made.sha256 for made in backups(place.backups)}


def test_a_second_folder_that_takes_nothing_is_said_and_the_backup_counts(place: Place) -> None:
    keeping = place.till.days.safekeeping
    keeping.choose_second(place.backups, place.stick)
    made = place.till.days.back_up(place.backups)
    # Something stands where the copy's name should be.
    for each in place.stick.glob("shop-*"):
        each.unlink()
    (place.stick / made.path.name).mkdir()
    safety = place.safe()
    assert safety.last == made.at
    assert not safety.failed
    assert safety.second is not None
    assert safety.second.failing
    shutil.rmtree(place.stick / made.path.name)
    mended = place.safe()
    assert mended.second is not None
    assert not mended.second.failing


def test_the_folder_of_the_backups_is_no_second_one(place: Place) -> None:
    place.safe()
    with pytest.raises(FolderReadOnly):
        place.till.days.safekeeping.choose_second(place.backups, place.backups)
    assert place.till.days.safekeeping.safety(place.backups).second is None


def test_nothing_is_recorded_over_damage_and_what_can_be_read_is_read(place: Place) -> None:
    member = enrolled(place.till)
    path = place.till.shop.file.path
    place.till.days.stop_recording(FileDamaged(path, "page 7"))
    with pytest.raises(FileDamaged):
        place.sell(1)
    assert place.till.counter.desk(member).spendable == 20
    with pytest.raises(FileDamaged):
        place.till.days.close(place.backups)
    assert place.whys() == []
