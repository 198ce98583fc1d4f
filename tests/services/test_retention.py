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
from loyalpos.engine.program import PartPaid
from loyalpos.engine.requests import RequestKind, RequestStep, Wish
from loyalpos.engine.retention import RetentionRules
from loyalpos.engine.staff import Role
from loyalpos.services.till import Till
from loyalpos.store import erasure_journal
from loyalpos.store.check import check
from loyalpos.store.keys import PUBLISHED_KEY
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till
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
    world.clock.forward(days=365)
    till.counter.record_bill(world.new_id(), comes, Bill(50_000))
    world.clock.forward(days=330)
    assert till.retention.listed().shown == ()
    world.clock.forward(days=10)
    found = till.retention.listed()
    (one,) = found.shown
    assert (one.member, one.last_visit, one.due) == (away, date(2026, 11, 23), date(2028, 11, 23))
    assert (found.due, found.soon) == (0, 1)
    assert till.retention.due() == ()
    world.clock.forward(days=30)
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
    world.clock.forward(days=720)
    till.consents.give(says, replace(CONSENT, purpose=Purpose.MESSAGES))
    world.clock.forward(days=30)
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
    world.clock.forward(days=4_000)
    assert till.retention.listed().shown == ()
    assert till.retention.due() == ()
    till.shop.close()


def test_it_can_be_stopped_and_goes_on_later(tmp_path: Path, till: Till, world: World) -> None:
    everybody = [named(till, number) for number in range(6)]
    world.clock.forward(days=800)
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
    world.clock.forward(days=800)
    till.days.close(backups)
    assert till.erasures.erased() == (), "nobody has turned it on"
    till.retention.choose(24, 30, automatic=True)
    world.clock.forward(days=29)
    till.days.close(backups)
    assert till.erasures.erased() == (), "the owner had no month to look at the list"
    # Saying the same again begins no new month.
    till.retention.choose(24, 30, automatic=True)
    world.clock.forward(days=1)
    made = till.days.close(backups)
    assert [gone.member for gone in till.erasures.erased()] == [away]
    assert b"0911111101" not in everything_in(made.path, PUBLISHED_KEY), "the backup knows them no more"
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_who_looked_at_whom_is_told_for_a_year(tmp_path: Path, till: Till, world: World) -> None:
    member = named(till, 1)
    till.my_data.note(member, "page")
    world.clock.forward(days=360)
    till.my_data.note(member, "my_data")
    till.days.close(tmp_path / "backups")
    assert [one.how for one in till.my_data.accesses(member)] == ["my_data", "page"]
    world.clock.forward(days=7)
    till.days.close(tmp_path / "backups")
    assert [one.how for one in till.my_data.accesses(member)] == ["my_data"]
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_two_who_are_one_stay_where_one_of_them_is_kept(till: Till, world: World) -> None:
    one, other = named(till, 1), named(till, 2)
    till.erasures.hold(other, "tranh chấp")
    till.merging.merge(one, other)
    world.clock.forward(days=800)
    assert listed(till) == []
    till.erasures.let_go(one)
    assert listed(till) == [one]
    till.shop.close()
