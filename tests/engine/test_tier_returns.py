"""A return takes a rise and its gift with it, and buys no time."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.tier_moves import TierMove, TierState, set_by_hand
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tier_returns import Redone, redone
from loyalpos.engine.tiers import Over, Tier, TierPlan
from tests.engine.tier_shapes import always, amounts, daily, day, offsets, plans

PLAN = TierPlan(tiers=(Tier("bac", "Bạc", 5, gift_points=10), Tier("vang", "Vàng", 10)), notice_days=30)


def _state(moves: tuple[TierMove, ...]) -> TierState:
    return moves[-1].state if moves else TierState()


def _return(
    plan: TierPlan, moves: tuple[TierMove, ...], kept: list[Dated], bill: Dated, left: int, today: date
) -> Redone | None:
    return redone(
        always(plan),
        _state(moves),
        moves,
        before=Progress.of([*kept, bill]),
        after=Progress.of([*kept, Dated(bill.day, left)]),
        bill_day=bill.day,
        today=today,
    )


def _facts(state: TierState) -> TierState:
    return replace(state, lost=(), moves=0)


@given(plans(), amounts, st.builds(Dated, offsets.map(day), st.integers(1, 9)), offsets, st.data())
def test_after_a_return_a_member_stands_as_if_it_had_never_been_bought(
    plan: TierPlan, kept: list[Dated], bill: Dated, last: int, data: st.DataObject
) -> None:
    last = max(last, (bill.day - day(0)).days)
    left = data.draw(st.integers(0, bill.amount - 1))
    moves = daily(plan, [*kept, bill], last)
    never = daily(plan, [*kept, Dated(bill.day, left)], last)
    result = _return(plan, moves, kept, bill, left, day(last))
    had = {tier for move in moves for tier in move.gifts}
    due = {tier for move in never for tier in move.gifts}
    if result is None:
        assert _facts(_state(moves)) == _facts(_state(never))
        assert had == due
        return
    assert _facts(result.state) == _facts(_state(never))
    assert (set(result.taken_back), set(result.gifts)) == (had - due, due - had)
    assert result.state.moves >= _state(moves).moves
    assert result.state.lost == result.taken_back


@given(plans(), amounts, st.builds(Dated, offsets.map(day), st.integers(1, 9)), offsets)
def test_bought_again_after_a_return_the_same_is_reached_again_and_its_gift_is_named_anew(
    plan: TierPlan, kept: list[Dated], bill: Dated, last: int
) -> None:
    last = max(last, (bill.day - day(0)).days)
    moves = daily(plan, [*kept, bill], last)
    result = _return(plan, moves, kept, bill, 0, day(last))
    if result is None:
        return
    standing = (*(move for move in moves if move.day < bill.day), *result.moves)
    back = redone(
        always(plan),
        result.state,
        standing,
        before=Progress.of(kept),
        after=Progress.of([*kept, bill]),
        bill_day=bill.day,
        today=day(last),
    )
    assert back is not None
    assert _facts(back.state) == _facts(_state(moves))
    assert set(back.gifts) == set(result.taken_back)
    assert all(back.state.lost.count(tier) == 1 for tier in back.gifts)


def test_a_rise_and_its_gift_are_undone_at_once() -> None:
    bill = Dated(day(10), 6)
    moves = daily(PLAN, [bill], 12)
    result = _return(PLAN, moves, [], bill, 0, day(12))
    assert result is not None
    assert (result.state.tier, result.taken_back, result.moves) == ("", ("bac",), ())


def test_a_return_that_leaves_the_tier_reached_changes_nothing() -> None:
    bill = Dated(day(10), 8)
    assert _return(PLAN, daily(PLAN, [bill], 12), [], bill, 5, day(12)) is None


def test_a_tier_reached_before_is_lost_by_time_not_by_the_return() -> None:
    """Reached on day 10 by the first bill, held since by the second, which comes back."""
    plan = replace(PLAN, over=Over.CALENDAR_YEAR)
    kept, bill = [Dated(day(10), 5)], Dated(day(50), 5)
    moves = daily(plan, [*kept, bill], 60)
    assert _state(moves).notice is None
    result = _return(plan, moves, kept, bill, 0, day(60))
    assert result is not None
    notice = result.state.notice
    assert (result.state.tier, result.taken_back) == ("bac", ())
    assert notice is not None
    assert notice.given == date(2028, 1, 1)


def test_buying_and_returning_buys_no_time() -> None:
    plan = replace(PLAN, over=Over.CALENDAR_YEAR)
    kept, bill = [Dated(day(10), 5)], Dated(day(70), 5)
    moves = daily(plan, [*kept, bill], 80)
    assert _state(moves).tier == "bac"
    result = _return(plan, moves, kept, bill, 0, day(80))
    assert result is not None
    assert result.state.tier == ""


def test_a_tier_set_by_hand_outlives_the_return() -> None:
    bill = Dated(day(10), 6)
    moves = daily(PLAN, [bill], 12)
    hand = set_by_hand(PLAN, _state(moves), "vang", day(12))
    assert hand is not None
    result = _return(PLAN, (*moves, hand), [], bill, 0, day(13))
    assert result is not None
    assert (result.state.tier, result.state.floor, result.taken_back) == ("vang", "vang", ("bac",))
