"""The points end: none are given after the last day, those collected are honoured to a day, or stay."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.earning import earn
from loyalpos.engine.expiry import Lives
from loyalpos.engine.footing import Standing
from loyalpos.engine.ledger import (
    GIVEN_BACK_LIFE,
    Account,
    earn_entry,
    expire_entries,
    post,
    post_all,
    take_back_entry,
)
from loyalpos.engine.occasions import Gives, Milestone
from loyalpos.engine.points_end import (
    PointsEnd,
    PointsEnding,
    PointsState,
    earned_before,
    ending_by,
    gives_points,
)
from loyalpos.engine.problems import ProblemKind, problems_in
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_counts import Books as Shelf
from loyalpos.engine.replay_steps import BillStep, LookStep, Opening, RedeemStep, ReturnStep
from loyalpos.engine.rules import StampRule, VisitRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.engine.times import ShopTime
from tests.engine.shapes import NOON, one_rule
from tests.engine.whole_programs import whole_programs

SHOP = ShopTime(closing_hour=2)
TODAY = SHOP.business_day(NOON)
OVER_AT = NOON + timedelta(days=30)

instants = st.integers(0, 90 * 24).map(lambda hours: NOON + timedelta(hours=hours))
lots = st.lists(st.tuples(st.integers(1, 50), instants, st.none() | instants), max_size=6)


def _account(held: list[tuple[int, datetime, datetime | None]], debt: int) -> Account:
    account = Account()
    for number, (points, earned, ends) in enumerate(held):
        entry = earn_entry(account, entry_id=UUID(int=number + 1), points=points, at=earned, expires_at=ends)
        account = post(account, entry)
    if debt:
        owed = take_back_entry(
            account,
            entry_id=UUID(int=99),
            points=account.balance + debt,
            at=NOON,
            alive_at=NOON - timedelta(days=1),
            own_lots=frozenset(),
            reference=UUID(int=98),
        )
        account = post(account, owed)
    return account


@given(lots, st.integers(0, 20), instants, instants)
def test_what_ends_is_taken_out_of_real_lots_and_the_balance_is_the_sum_of_all(
    held: list[tuple[int, datetime, datetime | None]], debt: int, over_at: datetime, now: datetime
) -> None:
    account = _account(held, debt)
    entries = expire_entries(ending_by(account, over_at), at=now, alive_at=now)
    after = post_all(account, entries)
    assert after.balance == account.balance + sum(entry.points for entry in entries)
    assert all(0 <= lot.rest <= lot.points for lot in after.lots)
    assert after.debt == account.debt
    # Nothing outlives the end, but what came in after it: that has its week.
    for lot in after.lots:
        assert now < over_at or (lot.earned_at >= over_at and now < lot.earned_at + GIVEN_BACK_LIFE)
    # Doing it again takes nothing more.
    assert expire_entries(ending_by(after, over_at), at=now, alive_at=now) == ()


@given(lots, instants, instants)
def test_nothing_lives_longer_for_the_end_and_nothing_ends_before_it(
    held: list[tuple[int, datetime, datetime | None]], over_at: datetime, now: datetime
) -> None:
    account = _account(held, 0)
    own = {entry.reference for entry in expire_entries(account, at=now, alive_at=now)}
    ended = {entry.reference for entry in expire_entries(ending_by(account, over_at), at=now, alive_at=now)}
    assert own <= ended
    if now < over_at:
        assert own == ended


@given(lots, instants, instants)
def test_who_is_looked_up_for_the_end_is_who_loses_points_by_it(
    held: list[tuple[int, datetime, datetime | None]], over_at: datetime, now: datetime
) -> None:
    account = _account([(points, earned, None) for points, earned, _ in held], 0)
    ended = expire_entries(ending_by(account, over_at), at=now, alive_at=now)
    before = earned_before(over_at, now)
    found = [lot.id for lot in account.lots if before is not None and lot.earned_at < before]
    assert sorted(entry.reference for entry in ended if entry.reference) == sorted(found)


@given(whole_programs(), st.integers(1, 400))
def test_no_rule_of_any_program_gives_points_after_the_last_day(program: Program, later: int) -> None:
    ended = replace(program, points_end=PointsEnd(TODAY - timedelta(days=later)))
    running = replace(program, points_end=PointsEnd(TODAY + timedelta(days=later)))
    plain = replace(program, points_end=None)
    standing = Standing(day=TODAY, minute=600, joined=TODAY)
    bill = Bill(1_234_000)
    earnings = [earn(one, footing_of(one, standing), bill, 0) for one in (ended, running, plain)]
    assert earnings[0].points == 0
    assert earnings[1] == earnings[2]
    # Stamps, tickets and vouchers have ends of their own.
    assert earnings[0].stamps == earnings[2].stamps
    assert earnings[0].tickets == earnings[2].tickets
    assert earnings[0].vouchers == earnings[2].vouchers


def _ending_program(good_to: date | None) -> Program:
    return replace(
        one_rule(10_000),
        rules=(*one_rule(10_000).rules, VisitRule("visit", 1), StampRule("stamp", "card")),
        rewards=(Gift("tea", "Trà sen", 4),),
        stamp_cards=(StampCard("card", "Mua 9 tặng 1", 9, "tea"),),
        tiers=TierPlan(tiers=(Tier("gold", "Vàng", 200_000, gift_points=50),)),
        occasions=(Milestone("third", Reached.VISITS, 3, Gives(points=30)),),
        points_end=PointsEnd(TODAY + timedelta(days=1), good_to),
    )


def _at(days: int) -> datetime:
    return NOON + timedelta(days=days)


def test_points_are_honoured_to_the_day_and_end_then() -> None:
    replay = Replay(_ending_program(TODAY + timedelta(days=10)), Opening(member=UUID(int=1)), Shelf(), SHOP)
    first = replay.step(BillStep(_at(0), Bill(80_000), "a"))
    last = replay.step(BillStep(_at(1), Bill(80_000), "b"))
    # The third visit and the tier come too late for their points; the stamp still comes.
    late = replay.step(BillStep(_at(2), Bill(80_000), "c"))
    taken = replay.step(RedeemStep(_at(10), (Taken("tea"),), "tea"))
    gone = replay.step(LookStep(_at(11)))
    assert [one.balance for one in (first, last, late, taken, gone)] == [9, 18, 18, 14, 0]
    assert (late.points, late.gift_points, late.tier, late.units) == (0, 0, "gold", {"card": 3})
    assert gone.expired_points == 14


def test_points_stay_where_the_end_says_so() -> None:
    replay = Replay(_ending_program(None), Opening(member=UUID(int=1)), Shelf(), SHOP)
    replay.step(BillStep(_at(0), Bill(80_000), "a"))
    much_later = replay.step(BillStep(_at(900), Bill(80_000), "b"))
    assert (much_later.points, much_later.balance, much_later.spendable) == (0, 9, 9)


def test_points_a_return_gives_back_after_the_end_are_good_for_a_week() -> None:
    replay = Replay(_ending_program(TODAY + timedelta(days=10)), Opening(member=UUID(int=1)), Shelf(), SHOP)
    replay.step(BillStep(_at(0), Bill(80_000), "a"))
    replay.step(RedeemStep(_at(9), (Taken("tea"),), "tea"))
    replay.step(LookStep(_at(12)))
    back = replay.step(ReturnStep(_at(13), "tea", undo=True))
    week = replay.step(LookStep(_at(19)))
    gone = replay.step(LookStep(_at(21)))
    assert [(one.balance, one.spendable) for one in (back, week, gone)] == [(4, 4), (4, 4), (0, 0)]


def test_a_member_hears_of_it_in_time_and_for_a_while() -> None:
    end = PointsEnd(date(2026, 12, 31), date(2027, 1, 31))

    def said(day: date, balance: int = 5, end: PointsEnd = end) -> PointsState | None:
        found = PointsEnding.on(end, day, balance)
        return None if found is None else found.state

    assert said(date(2026, 12, 17)) is None
    assert said(date(2026, 12, 18), 0) is PointsState.RUNNING
    assert said(date(2026, 12, 31)) is PointsState.RUNNING
    assert said(date(2027, 1, 1)) is PointsState.HONOURED
    assert said(date(2027, 1, 1), 0) is None
    assert said(date(2027, 1, 31)) is PointsState.HONOURED
    assert said(date(2027, 2, 1), 0) is PointsState.OVER
    assert said(date(2027, 2, 15)) is None
    stays = PointsEnd(date(2026, 12, 31))
    assert said(date(2027, 1, 1), 0, stays) is PointsState.STAYING
    assert said(date(2027, 1, 15), 5, stays) is None
    assert PointsEnding.on(None, date(2027, 1, 1), 5) is None
    assert gives_points(end, date(2026, 12, 31))
    assert not gives_points(end, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("end", "path", "kind"),
    [
        (PointsEnd(date(2027, 1, 2), date(2027, 1, 1)), "good_to", ProblemKind.LAST_BEFORE_FIRST),
        (PointsEnd(date(1926, 1, 2)), "last_day", ProblemKind.DATE_OUT_OF_RANGE),
        (PointsEnd(date(2027, 1, 2), date(2200, 1, 1)), "good_to", ProblemKind.DATE_OUT_OF_RANGE),
    ],
)
def test_an_end_that_cannot_be_meant_is_a_problem(end: PointsEnd, path: str, kind: ProblemKind) -> None:
    (problem,) = problems_in(replace(one_rule(10_000), points_end=end))
    assert (problem.path, problem.kind) == (f"$.points_end.{path}", kind)


def test_an_end_on_its_own_last_day_is_sound_and_lives_say_when() -> None:
    day = date(2027, 1, 2)
    program = replace(one_rule(10_000), points_end=PointsEnd(day, day))
    assert problems_in(program) == ()
    assert Lives.under(program, SHOP) == Lives(None, SHOP.day_ends(day))
