"""A shop ends its points: they are honoured to the day it said, and end then for everyone at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.points_end import PointsEnd, PointsState
from loyalpos.engine.problems import Problem, ProblemKind
from loyalpos.engine.program import Expiry, Gift, Program
from loyalpos.errors import ProgramUnsound, Refusal
from loyalpos.services.till import Till
from loyalpos.store.check import check
from tests.shops import PROGRAM, World, enrolled, new_till, reopened

LAST, GOOD_TO = date(2026, 11, 25), date(2026, 12, 5)
ENDING = replace(PROGRAM, expiry=Expiry(), points_end=PointsEnd(LAST, GOOD_TO))
RUNNING = replace(ENDING, points_end=None)


def _balance(till: Till, member: UUID) -> int:
    view = till.counter.desk(member).member
    assert view is not None
    return view.account.balance


def _days(till: Till, world: World, count: int) -> None:
    for _ in range(count):
        world.clock.forward(days=1)
        till.days.open()


def _shop(folder: Path, world: World, program: Program = ENDING) -> Till:
    till = new_till(folder, world, program=program)
    till.days.open()
    return till


def test_all_points_end_on_the_day_and_the_ledger_says_so(tmp_path: Path) -> None:
    world = World()
    till = _shop(tmp_path, world)
    members = [enrolled(till, f"09123456{at:02}") for at in range(45)]
    for member in members[:30]:
        till.counter.record_bill(world.new_id(), member, Bill(100_000))
    _days(till, world, 3)
    assert till.counter.record_bill(world.new_id(), members[0], Bill(500_000)).earned == 0
    newcomer = enrolled(till, "0987654321")
    assert _balance(till, newcomer) == 0
    desk = till.counter.desk(members[0])
    assert desk.points_ending is not None
    assert desk.points_ending.state is PointsState.HONOURED
    assert desk.member is not None
    assert desk.member.expiring == (GOOD_TO, 30)
    assert len(till.ending.within(30)) == 45
    assert {one.first for one in till.ending.within(30)} == {GOOD_TO}
    _days(till, world, 9)
    assert _balance(till, members[0]) == 30
    _days(till, world, 1)
    assert [_balance(till, member) for member in members] == [0] * 45
    assert till.members.history(members[0])[-1].kind == "expire"
    till = reopened(till, world)
    assert check(till.shop.file).is_clean
    till.days.open()
    assert till.members.history(members[0])[-1].points == -10
    till.shop.close()


def test_publishing_again_before_the_day_keeps_all_points(tmp_path: Path) -> None:
    world = World()
    till = _shop(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(100_000))
    _days(till, world, 5)
    till.programs.publish_draft(RUNNING, date(2026, 12, 1))
    _days(till, world, 20)
    assert _balance(till, member) == 30
    assert till.counter.record_bill(world.new_id(), member, Bill(100_000)).earned == 10
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_the_first_write_of_a_member_takes_out_what_has_ended(tmp_path: Path) -> None:
    world = World()
    till = _shop(tmp_path, world)
    member = enrolled(till)
    till.counter.record_bill(world.new_id(), member, Bill(1_000_000))
    _days(till, world, 12)
    # Nobody opens the day: the till was on over night.
    world.clock.forward(days=1)
    with pytest.raises(Refusal):
        till.counter.record_bill(world.new_id(), member, Bill(200_000), (Taken("tenth"),))
    till.counter.record_bill(world.new_id(), member, Bill(50_000))
    assert _balance(till, member) == 0
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_what_comes_back_after_the_end_is_good_for_a_week(tmp_path: Path) -> None:
    world = World()
    till = _shop(tmp_path, world, replace(ENDING, rewards=(Gift("tea", "Trà sen", 15),)))
    member = enrolled(till)
    _days(till, world, 4)
    bill = till.counter.record_bill(world.new_id(), member, Bill(0), (Taken("tea"),)).bill
    _days(till, world, 10)
    assert _balance(till, member) == 0
    till.returns.undo(bill)
    assert _balance(till, member) == 15
    _days(till, world, 6)
    assert _balance(till, member) == 15
    _days(till, world, 2)
    assert _balance(till, member) == 0
    assert check(till.shop.file).is_clean
    till.shop.close()


def test_a_slip_of_the_year_takes_nobodys_points(tmp_path: Path) -> None:
    world = World()
    till = _shop(tmp_path, world, RUNNING)
    member = enrolled(till)
    over = replace(RUNNING, points_end=PointsEnd(date(2025, 12, 1), date(2026, 11, 22)))
    with pytest.raises(ProgramUnsound) as refused:
        till.programs.publish_draft(over, date(2026, 11, 23))
    (problem,) = refused.value.problems
    assert isinstance(problem, Problem)
    assert (problem.path, problem.kind) == ("$.points_end.good_to", ProblemKind.LAST_BEFORE_FIRST)
    # Today is soon enough; once it is over, other things may still be changed.
    today = replace(over, points_end=PointsEnd(date(2026, 11, 23), date(2026, 11, 23)))
    till.programs.publish_draft(today, date(2026, 11, 23))
    _days(till, world, 2)
    till.programs.publish_draft(replace(today, welcome_points=7), date(2026, 11, 25))
    assert _balance(till, member) == 0
    till.shop.close()
