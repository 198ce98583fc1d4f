"""Who stays away for years is listed, warned of, and made nameless – and nobody who is kept."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.members import Purpose
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import PartPaid
from loyalpos.engine.requests import RequestKind, RequestStep, Wish
from loyalpos.engine.retention import RetentionRules
from loyalpos.engine.staff import Role
from loyalpos.services.till import Till
from loyalpos.store import erasure_journal
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import CONSENT, PROGRAM, World, days_later, enrolled, new_till
from tests.store.pages import everything_in


def go_on(_done: int, _whole: int) -> bool:
    return True


@pytest.fixture
def world() -> World:
    return World(seed=6)


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world)
    till.days.open()
    return till


def named(till: Till, number: int) -> UUID:
    return enrolled(till, f"09111111{number:02d}", f"Vắng Mặt {number}")


def listed(till: Till) -> list[UUID]:
    return [one.member for one in till.retention.listed().shown]


@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), st.integers(1, 60))
def test_somebody_is_due_on_the_first_day_that_reaches_back_to_their_last(last: date, months: int) -> None:
    rules = RetentionRules(months, warn_days=0)
    due = rules.due(last)
    assert rules.last_day_before(due) >= last
    assert rules.last_day_before(due - timedelta(days=1)) < last
    assert RetentionRules(months, 30, due).due_by_itself(last) == due + timedelta(days=30)


def test_who_stays_away_is_listed_before_and_made_nameless_when_due(
    tmp_path: Path, till: Till, world: World
) -> None:
    away, comes = named(till, 1), named(till, 2)
    till.counter.record_bill(world.new_id(), away, Bill(250_000))
    days_later(till, world, 365)
    till.counter.record_bill(world.new_id(), comes, Bill(50_000))
    days_later(till, world, 330)
    assert till.retention.listed().shown == ()
    days_later(till, world, 10)
    found = till.retention.listed()
    (one,) = found.shown
    assert (one.member, one.last_visit, one.due) == (away, date(2026, 11, 23), date(2028, 11, 23))
    assert (found.due, found.soon) == (0, 1)
    assert till.retention.due() == ()
    days_later(till, world, 30)
    assert till.retention.due() == (away,)
    assert till.retention.make_nameless(till.retention.due(), tmp_path / "backups", go_on) == 1
    assert [(gone.member, gone.reason) for gone in till.erasures.erased()] == [(away, "inactive")]
    assert [noted.member for noted in erasure_journal.read(tmp_path / "backups")] == [away]
    assert b"0911111101" not in everything_in(till.shop.file.path, PUBLISHED_KEY)
    assert till.members.member(comes).name == "Vắng Mặt 2"
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_who_is_kept_or_is_heard_of_stays(tmp_path: Path, till: Till, world: World) -> None:
    held, asks, owes, works, says, goes = (named(till, number) for number in range(1, 7))
    till.erasures.hold(held, "tranh chấp")
    asked = till.requests.receive(
        world.new_id(), Wish(RequestKind.SEE, till.shop.time.business_day(till.shop.now()), asks)
    )
    till.staff.add(world.new_id(), "Hoa", Role.CASHIER, works)
    till.shop.publish(replace(PROGRAM, part_paid=PartPaid.AS_PAID))
    till.counter.record_bill(world.new_id(), owes, Bill(90_000, paid_vnd=10_000))
    days_later(till, world, 720)
    till.consents.give(says, replace(CONSENT, purpose=Purpose.MESSAGES))
    days_later(till, world, 30)
    assert set(listed(till)) == {goes}
    till.requests.step(asked.id, RequestStep.DONE)
    till.erasures.let_go(held)
    assert set(listed(till)) == {held, asks, goes}
    # Whoever comes between the list and the deed stays.
    due = till.retention.due()
    till.counter.record_bill(world.new_id(), goes, Bill(50_000))
    assert till.retention.make_nameless(due, tmp_path / "backups", go_on) == 2
    assert till.members.member(goes).name == "Vắng Mặt 6"
    till.shop.close()


def test_nobody_is_listed_where_the_owner_wants_never(till: Till, world: World) -> None:
    named(till, 1)
    till.retention.choose(0, 30, automatic=False)
    days_later(till, world, 4_000)
    assert till.retention.listed().shown == ()
    assert till.retention.due() == ()
    till.shop.close()


def test_it_can_be_stopped_and_goes_on_later(tmp_path: Path, till: Till, world: World) -> None:
    everybody = [named(till, number) for number in range(6)]
    days_later(till, world, 800)
    due = till.retention.due()
    assert set(due) == set(everybody)
    stopped = till.retention.make_nameless(due, tmp_path / "backups", lambda done, _whole: done < 4)
    assert stopped == 4
    assert len(till.retention.due()) == 2
    assert till.retention.make_nameless(till.retention.due(), tmp_path / "backups", go_on) == 2
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_the_close_of_a_day_does_it_only_where_wanted_and_after_the_days_of_notice(
    tmp_path: Path, till: Till, world: World
) -> None:
    away = named(till, 1)
    backups = tmp_path / "backups"
    days_later(till, world, 800)
    till.days.close(backups)
    assert till.erasures.erased() == (), "nobody has turned it on"
    till.retention.choose(24, 30, automatic=True)
    days_later(till, world, 29)
    till.days.close(backups)
    assert till.erasures.erased() == (), "the owner had no month to look at the list"
    # Saying the same again begins no new month.
    till.retention.choose(24, 30, automatic=True)
    days_later(till, world, 1)
    theirs, ours = tmp_path / "cards" / "Vắng Mặt 1.pdf", tmp_path / "cards" / "Vắng Lặng.pdf"
    theirs.parent.mkdir()
    for paper in (theirs, ours):
        paper.touch()
    made = till.days.close(backups)
    assert (theirs.exists(), ours.exists()) == (False, True)
    assert [gone.member for gone in till.erasures.erased()] == [away]
    assert b"0911111101" not in everything_in(made.path, PUBLISHED_KEY), "the backup knows them no more"
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_a_clock_that_ran_ahead_makes_nobody_nameless_and_drops_nothing(
    tmp_path: Path, till: Till, world: World
) -> None:
    here = named(till, 1)
    till.my_data.note(here, "page")
    till.members.change(here, name="Tên Đúng", phone=Phone("0911111101"), birthday=None, note="")
    till.retention.choose(24, 30, automatic=True)
    world.clock.forward(days=3 * 365)
    till.days.open()
    till.days.close(tmp_path / "backups")
    assert till.erasures.erased() == ()
    assert till.retention.listed().shown == ()
    assert [one.field for one in till.consents.of(here).corrected] == ["name"]
    assert len(till.my_data.accesses(here)) == 1
    # Somebody says that the date is right.
    till.days.trust_clock()
    till.days.close(tmp_path / "backups")
    assert [gone.member for gone in till.erasures.erased()] == [here]
    till.shop.close()


def test_who_is_due_by_fewer_months_is_listed_for_the_days_of_notice_first(
    tmp_path: Path, till: Till, world: World
) -> None:
    away = named(till, 1)
    till.retention.choose(24, 30, automatic=True)
    days_later(till, world, 200)
    till.retention.choose(3, 30, automatic=True)
    till.days.close(tmp_path / "backups")
    assert till.erasures.erased() == (), "nobody had seen them on a list"
    # More months warn of nobody new.
    till.retention.choose(4, 30, automatic=True)
    days_later(till, world, 30)
    till.days.close(tmp_path / "backups")
    assert [gone.member for gone in till.erasures.erased()] == [away]
    till.shop.close()


def test_whoever_has_a_particular_changed_or_a_code_linked_is_heard_of(till: Till, world: World) -> None:
    changes, links = named(till, 1), named(till, 2)
    days_later(till, world, 700)
    till.members.change(changes, name="Tên Đúng", phone=Phone("0911111101"), birthday=None, note="")
    till.members.link(links, "KH-000123")
    days_later(till, world, 60)
    assert listed(till) == []
    days_later(till, world, 700)
    assert set(listed(till)) == {changes, links}
    till.shop.close()


def test_who_looked_at_whom_is_told_for_a_year(tmp_path: Path, till: Till, world: World) -> None:
    member = named(till, 1)
    till.my_data.note(member, "page")
    days_later(till, world, 360)
    till.my_data.note(member, "my_data")
    till.days.close(tmp_path / "backups")
    assert [one.how for one in till.my_data.accesses(member)] == ["my_data", "page"]
    days_later(till, world, 7)
    till.days.close(tmp_path / "backups")
    assert [one.how for one in till.my_data.accesses(member)] == ["my_data"]
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_two_who_are_one_stay_where_one_of_them_is_kept(till: Till, world: World) -> None:
    one, other = named(till, 1), named(till, 2)
    till.erasures.hold(other, "tranh chấp")
    till.merging.merge(one, other)
    days_later(till, world, 800)
    assert listed(till) == []
    till.erasures.let_go(one)
    assert listed(till) == [one]
    till.shop.close()
