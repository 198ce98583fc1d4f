from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.rules import AmountRule
from loyalpos.errors import ProgramUnsound
from loyalpos.services.till import Till
from loyalpos.store import local
from loyalpos.store.check import check
from loyalpos.store.journal import newest_ms
from tests.engine.whole_programs import whole_programs
from tests.shops import PROGRAM, World, enrolled, new_till, reopened

TODAY = date(2026, 11, 23)


def terms(program: Program) -> Program:
    """A program without its number and its day."""
    return replace(program, revision=0, starts=None)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    return new_till(tmp_path, world)


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Till:
    return new_till(tmp_path_factory.mktemp("drafts"))


def test_a_draft_survives_a_restart_and_there_is_one(till: Till, world: World) -> None:
    assert till.programs.desk().draft is None
    for welcome in (30, 40):
        till.programs.keep_draft(replace(PROGRAM, welcome_points=welcome), based_on=1)
    till = reopened(till, world)
    kept = till.programs.desk().draft
    assert kept is not None
    assert (kept.program, kept.based_on) == (replace(PROGRAM, welcome_points=40), 1)
    assert till.programs.desk().running.welcome_points == 20
    till.programs.drop_draft()
    assert reopened(till, world).programs.desk().draft is None


def test_keeping_a_draft_writes_no_record(till: Till) -> None:
    with till.shop.file.read() as connection:
        before = newest_ms(connection)
    till.programs.keep_draft(replace(PROGRAM, welcome_points=40), based_on=1)
    with till.shop.file.read() as connection:
        assert newest_ms(connection) == before


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(program=whole_programs())
def test_every_draft_is_given_back_as_it_was_kept(long_lived: Till, program: Program) -> None:
    long_lived.programs.keep_draft(program, based_on=1)
    kept = long_lived.programs.desk().draft
    assert kept is not None
    assert kept.program == terms(program)


def test_a_draft_with_problems_is_kept_and_cannot_be_published(till: Till) -> None:
    broken = replace(PROGRAM, rules=(AmountRule("base", 0),))
    till.programs.keep_draft(broken, based_on=1)
    with pytest.raises(ProgramUnsound):
        till.programs.publish_draft(broken, TODAY)
    kept = till.programs.desk().draft
    assert kept is not None
    assert kept.program == broken


def test_counts_of_gifts_are_kept_only_where_nobody_has_counted_them(till: Till) -> None:
    more = replace(PROGRAM, rewards=(*PROGRAM.rewards, Gift("mug", "Ly sứ", 400, counted=True)))
    till.programs.keep_draft(more, based_on=1, stock={"coffee": 90, "mug": 5})
    kept = till.programs.desk().draft
    assert kept is not None
    assert kept.stock == {"mug": 5}


def test_what_is_published_is_no_draft_any_more_and_rules_from_its_day(till: Till, world: World) -> None:
    till.programs.keep_draft(replace(PROGRAM, welcome_points=40), based_on=1)
    published = till.programs.publish_draft(replace(PROGRAM, welcome_points=40), date(2026, 12, 1))
    assert (published.revision, published.starts) == (2, date(2026, 12, 1))
    desk = till.programs.desk()
    assert (desk.draft, desk.running.revision, desk.latest.revision, desk.next_number) == (None, 1, 2, 3)
    world.clock.forward(days=8)
    till = reopened(till, world)
    assert till.programs.desk().running.revision == 2
    # What somebody else publishes leaves the draft where it is.
    till.programs.keep_draft(replace(PROGRAM, welcome_points=50), based_on=2)
    till.shop.publish(PROGRAM)
    kept = till.programs.desk().draft
    assert kept is not None
    assert kept.based_on == 2


def test_a_draft_of_a_newer_version_is_not_taken_for_none_and_lost(till: Till) -> None:
    with till.shop.file.work() as connection:
        kept = {"document": '{"format": "x"}', "stock": {}, "based_on": 1, "kept_ms": 0}
        local.remember(connection, "program_draft", json.dumps(kept))
    assert till.programs.desk().draft is None
    with till.shop.file.read() as connection:
        assert local.remembered(connection, "program_draft") is not None


def test_history_tells_who_published_what_and_how_long_it_ruled(till: Till, world: World) -> None:
    till.programs.publish_draft(replace(PROGRAM, welcome_points=30), date(2027, 2, 1))
    world.clock.forward(days=1)
    till.programs.publish_draft(replace(PROGRAM, welcome_points=40), date(2026, 12, 1))
    world.clock.forward(days=1)
    till.shop.who = "Minh"
    till.programs.publish_again(1, date(2026, 12, 24))
    told = [
        (one.number, one.starts.isoformat(), one.until and one.until.isoformat(), one.who, one.same_as)
        for one in till.programs.history()
    ]
    assert told == [
        (4, "2026-12-24", None, "Minh", 1),
        (3, "2026-12-01", "2026-12-24", "Lan", None),
        (2, "2027-02-01", "2026-12-01", "Lan", None),
        (1, "2026-11-23", "2026-12-01", "Lan", None),
    ]
    assert [one.overtaken for one in till.programs.history()] == [False, False, True, False]
    assert [one.program for one in till.programs.history()] == [till.shop.program_of(n) for n in (4, 3, 2, 1)]
    assert check(till.shop.file).is_clean


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ahead=st.lists(st.integers(0, 40), min_size=1, max_size=4), looked=st.integers(0, 60))
def test_history_says_which_revision_rules_on_every_day(
    long_lived: Till, ahead: list[int], looked: int
) -> None:
    for days in ahead:
        day = date.fromordinal(TODAY.toordinal() + days)
        long_lived.programs.publish_draft(PROGRAM, day)
    day = date.fromordinal(TODAY.toordinal() + looked)
    ruling = [
        one.number
        for one in long_lived.programs.history()
        if one.starts <= day and (one.until is None or day < one.until)
    ]
    assert ruling == [long_lived.shop.program_on(day).revision]


def test_rolling_back_leaves_the_draft_and_the_old_revision(till: Till) -> None:
    member = enrolled(till)
    till.programs.publish_draft(replace(PROGRAM, rules=(AmountRule("base", 5_000),)), TODAY)
    till.programs.keep_draft(replace(PROGRAM, welcome_points=99), based_on=2)
    again = till.programs.publish_again(1, TODAY)
    assert (again.revision, terms(again)) == (3, PROGRAM)
    assert till.counter.record_bill(UUID(int=7), member, Bill(100_000)).earned == 10
    assert till.programs.desk().draft is not None
    assert terms(till.shop.program_of(1)) == PROGRAM


def test_what_was_replaced_on_its_first_day_did_run(till: Till) -> None:
    till.programs.publish_again(1, TODAY)
    assert [(one.until, one.overtaken) for one in till.programs.history()] == [(None, False), (TODAY, False)]
