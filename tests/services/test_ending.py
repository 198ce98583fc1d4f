"""Points that end: by staying away, with the month, and who is to be told in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.members import Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Blackout, Expiry, ExpiryKind, Program
from loyalpos.services.ending_export import write_ending
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till

AWAY = replace(PROGRAM, welcome_points=0, expiry=Expiry(ExpiryKind.INACTIVITY, 2))
MONTHLY = replace(PROGRAM, welcome_points=0, expiry=Expiry(ExpiryKind.MONTH_END, 0))


def _shop(folder: Path, program: Program) -> tuple[Till, World]:
    world = World()
    till = new_till(folder, world, program=program)
    till.days.open()
    return till, world


def _buy(till: Till, member: UUID, total_vnd: int = 100_000) -> int:
    return till.counter.record_bill(till.shop.outside.new_id(), member, Bill(total_vnd)).balance


def _days(till: Till, world: World, count: int) -> None:
    """Let days go by, the till opened on each."""
    for _ in range(count):
        world.clock.forward(days=1)
        till.days.open()


def test_a_whole_balance_ends_when_the_member_stays_away(tmp_path: Path) -> None:
    till, world = _shop(tmp_path, AWAY)
    away, faithful = enrolled(till), enrolled(till, "0987654321", "Hoa")
    for member in (away, faithful):
        _buy(till, member)
    _days(till, world, 40)
    _buy(till, faithful)
    _days(till, world, 21)
    assert till.counter.desk(away).spendable == 10, "the 23rd of January is the last day"
    _days(till, world, 1)
    assert (till.counter.desk(away).spendable, till.counter.desk(faithful).spendable) == (0, 20)
    assert [line.kind for line in till.members.history(away)] == ["earn", "expire"]
    assert _buy(till, away) == 10, "and begins again"
    assert check(till.shop.file).is_clean


def test_a_bill_that_was_undone_keeps_no_balance_alive(tmp_path: Path) -> None:
    till, world = _shop(tmp_path, AWAY)
    member = enrolled(till)
    _buy(till, member)
    _days(till, world, 40)
    wrong = world.new_id()
    till.counter.record_bill(wrong, member, Bill(100_000))
    _days(till, world, 10)
    till.returns.undo(wrong)
    _days(till, world, 12)
    assert [line.kind for line in till.members.history(member)][-1] == "expire"
    assert check(till.shop.file).is_clean


def test_a_bill_settles_what_absence_ended_though_the_day_was_not_opened_anew(tmp_path: Path) -> None:
    till, world = _shop(tmp_path, AWAY)
    member = enrolled(till)
    _buy(till, member)
    _days(till, world, 61)
    world.clock.forward(days=1)
    assert till.counter.desk(member).spendable == 0
    assert _buy(till, member) == 10
    assert [line.points for line in till.members.history(member)] == [10, -10, 10]
    assert check(till.shop.file).is_clean


def test_no_balance_ends_in_a_blackout_nor_by_a_clock_that_leapt(tmp_path: Path) -> None:
    spared = Blackout(date(2027, 1, 20), date(2027, 2, 10))
    till, world = _shop(tmp_path / "tet", replace(AWAY, blackouts=(spared,)))
    member = enrolled(till)
    _buy(till, member)
    _days(till, world, 75)
    assert till.counter.desk(member).spendable == 10
    _days(till, world, 5)
    assert till.counter.desk(member).spendable == 0, "the day after it is over"
    other, world = _shop(tmp_path / "leapt", AWAY)
    member = enrolled(other)
    _buy(other, member)
    world.clock.forward(days=365)
    other.days.open()
    assert other.counter.desk(member).spendable == 10, "nobody has said that this date is right"
    other.days.trust_clock()
    assert other.counter.desk(member).spendable == 0


def test_absence_counts_from_the_day_the_rule_begins(tmp_path: Path) -> None:
    till, world = _shop(tmp_path, replace(AWAY, expiry=Expiry()))
    member = enrolled(till)
    _buy(till, member)
    _days(till, world, 100)
    till.shop.publish(AWAY)
    till.shop.publish(replace(AWAY, welcome_points=5))
    _days(till, world, 50)
    assert till.counter.desk(member).spendable == 10
    _days(till, world, 13)
    assert till.counter.desk(member).spendable == 0


def test_points_of_a_month_end_with_it(tmp_path: Path) -> None:
    till, world = _shop(tmp_path, MONTHLY)
    member = enrolled(till)
    _buy(till, member)
    _days(till, world, 7)
    assert till.counter.desk(member).spendable == 10, "the 30th of November"
    _days(till, world, 1)
    assert till.counter.desk(member).spendable == 0


def test_who_is_to_be_told_stands_in_the_list_in_time_and_is_written_only_if_they_agreed(
    tmp_path: Path,
) -> None:
    till, _ = _shop(tmp_path, MONTHLY)
    quiet = enrolled(till)
    agreed = till.members.enrol(
        till.shop.outside.new_id(),
        Enrolment(
            Phone("0987654321"), "=Hoa", consents=(CONSENT, replace(CONSENT, purpose=Purpose.MESSAGES))
        ),
    ).member
    for member, total_vnd in ((quiet, 200_000), (agreed, 100_000)):
        _buy(till, member, total_vnd)
    assert till.ending.within(7) == ()
    told = till.ending.within(8)
    assert [(one.id, one.points, one.first, one.messages) for one in told] == [
        (quiet, 20, date(2026, 11, 30), False),
        (agreed, 10, date(2026, 11, 30), True),
    ]
    written = write_ending(tmp_path / "ending", told, ("Name", "Phone", "Points", "Last day"))
    rows = written.read_text("utf-8-sig").splitlines()
    assert rows == ["Name;Phone;Points;Last day", "'=Hoa;0987654321;10;30/11/2026"]


def test_who_will_lose_the_balance_by_staying_away_is_named_in_time(tmp_path: Path) -> None:
    till, world = _shop(tmp_path, AWAY)
    member = enrolled(till)
    _buy(till, member)
    _days(till, world, 51)
    assert till.ending.within(10) == ()
    (one,) = till.ending.within(11)
    assert (one.id, one.points, one.first) == (member, 10, date(2027, 1, 23))
    view = till.counter.desk(member).member
    assert view is not None
    assert view.expiring == (date(2027, 1, 23), 10)
    _buy(till, member)
    assert till.ending.within(30) == ()
