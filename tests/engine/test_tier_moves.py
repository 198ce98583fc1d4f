"""Members rise at once, fall only after notice, and never move twice for the same reason."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.tier_moves import (
    MoveReason,
    Notice,
    TierMove,
    TierState,
    followed,
    moved,
    set_by_hand,
    tier_gift_id,
    tier_move_id,
)
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tiers import Over, Tier, TierPlan
from tests.engine.tier_shapes import IDS, always, amounts, daily, day, offsets, plans, tiers_by_day

R = MoveReason
MEMBER = UUID(int=7)
BAC, VANG, KIM = (
    Tier("bac", "Bạc", 5, gift_points=10),
    Tier("vang", "Vàng", 10, gift_points=20),
    Tier("kim-cuong", "Kim cương", 20, gift_points=50),
)
PLAN = TierPlan(tiers=(BAC, VANG, KIM), notice_days=30)
TODAY = date(2027, 3, 1)


def _all(plan: TierPlan, state: TierState, measured: int, today: date) -> list[TierMove]:
    moves: list[TierMove] = []
    while (move := moved(plan, state, measured, today)) is not None:
        moves.append(move)
        state = move.state
        assert len(moves) < 20
    return moves


def _after(plan: TierPlan, measured: int, today: date = TODAY, state: TierState | None = None) -> TierState:
    state = state or TierState()
    moves = _all(plan, state, measured, today)
    return moves[-1].state if moves else state


@given(plans(), amounts, offsets)
def test_the_same_facts_never_move_a_member_twice(plan: TierPlan, dated: list[Dated], last: int) -> None:
    moves = daily(plan, dated, last)
    state = moves[-1].state if moves else TierState()
    progress = Progress.of(dated)
    assert moved(plan, state, progress.measured(plan.over, day(last)), day(last)) is None
    assert followed(always(plan), state, progress, after=day(last), until=day(last)) == ()


@given(plans(), amounts, offsets, st.data())
def test_a_closure_no_longer_than_the_notice_changes_no_move_and_no_day(
    plan: TierPlan, dated: list[Dated], last: int, data: st.DataObject
) -> None:
    progress, state, done = Progress.of(dated), TierState(), -1
    moves: list[TierMove] = []
    longest = plan.notice_days or 500
    while done < last:
        until = min(last, done + data.draw(st.integers(1, longest)))
        moves += followed(always(plan), state, progress, after=day(done), until=day(until))
        state, done = (moves[-1].state if moves else state), until
    assert tuple(moves) == daily(plan, dated, last)


@given(plans(most_grace=0), amounts, offsets)
def test_after_a_longer_closure_no_tier_is_lower_than_with_a_till_open_daily(
    plan: TierPlan, dated: list[Dated], last: int
) -> None:
    closed = followed(always(plan), TierState(), Progress.of(dated), after=day(-1), until=day(last))
    ranks = zip(
        tiers_by_day(plan, closed, last), tiers_by_day(plan, daily(plan, dated, last), last), strict=True
    )
    assert all(mine >= theirs for mine, theirs in ranks)


@given(plans(least_notice=1), amounts, st.lists(st.integers(1, 200), min_size=1, max_size=4))
def test_nobody_falls_untold_before_the_day_promised_or_within_grace(
    plan: TierPlan, dated: list[Dated], runs: list[int]
) -> None:
    state, opened = TierState(), -1
    for run in runs:
        told_by = day(opened)
        moves = followed(always(plan), state, Progress.of(dated), after=day(opened), until=day(opened + run))
        opened += run
        for move in moves:
            if move.reason is R.FELL:
                notice = state.notice
                assert notice is not None
                assert notice.falls <= move.day
                assert move.day - notice.given >= timedelta(days=plan.notice_days)
                assert state.rose is not None
                assert move.day - state.rose >= timedelta(days=plan.grace_days)
                assert run <= plan.notice_days or notice.given <= told_by
            state = move.state


@given(plans(most_grace=1), amounts, amounts, offsets)
def test_who_spends_more_never_stands_lower(
    plan: TierPlan, dated: list[Dated], more: list[Dated], last: int
) -> None:
    less_ranks = tiers_by_day(plan, daily(plan, dated, last), last)
    more_ranks = tiers_by_day(plan, daily(plan, [*dated, *more], last), last)
    assert all(rich >= poor for rich, poor in zip(more_ranks, less_ranks, strict=True))


def test_with_grace_longer_than_notice_who_reaches_a_tier_later_keeps_it_longer() -> None:
    """The law above ends here: grace counts from the rise, and who spent more rose earlier."""
    plan = TierPlan(over=Over.CALENDAR_YEAR, tiers=(BAC,), notice_days=0, grace_days=60)
    late = Dated(day(40), 5)
    early = Dated(day(1), 5)
    assert tiers_by_day(plan, daily(plan, [late], 70), 70)[70] == 1
    assert tiers_by_day(plan, daily(plan, [early, late], 70), 70)[70] == 0


@given(plans(), amounts, offsets)
def test_each_gift_comes_once_and_only_for_what_was_reached(
    plan: TierPlan, dated: list[Dated], last: int
) -> None:
    moves = daily(plan, dated, last)
    gifts = [tier for move in moves for tier in move.gifts]
    assert len(gifts) == len(set(gifts))
    most = max(Progress.of(dated).measured(plan.over, day(n)) for n in range(last + 1))
    assert gifts == [tier.id for tier in plan.tiers if tier.threshold <= most]


@given(plans(), amounts, offsets, st.sampled_from(IDS), offsets, offsets)
def test_nobody_stands_below_the_tier_set_by_hand_while_it_is_set(
    plan: TierPlan, dated: list[Dated], last: int, floor: str, on: int, off: int
) -> None:
    assume(plan.tier(floor) is not None and on < off)
    by_hand = {
        day(one): (TierMove(day(one), R.BY_HAND, "", TierState(floor=tier)),)
        for one, tier in ((on, floor), (off, ""))
    }
    moves = followed(
        always(plan), TierState(), Progress.of(dated), after=day(-1), until=day(last), by_hand=by_hand
    )
    ranks = tiers_by_day(plan, moves, last)
    assert all(rank > IDS.index(floor) for rank in ranks[on:off])


@given(plans(), amounts, offsets)
def test_moves_are_named_apart_and_equally_everywhere(plan: TierPlan, dated: list[Dated], last: int) -> None:
    names = [tier_move_id(MEMBER, move) for move in daily(plan, dated, last)]
    assert names == [tier_move_id(MEMBER, move) for move in daily(plan, list(reversed(dated)), last)]
    assert len(names) == len(set(names))


@given(plans(), plans(), st.integers(0, 25), st.integers(0, 25), st.sampled_from(("", *IDS)))
def test_any_state_comes_to_rest_under_any_new_plan(
    old: TierPlan, new: TierPlan, then: int, now: int, floor: str
) -> None:
    state = replace(_after(old, then), floor=floor)
    state = _after(new, now, TODAY + timedelta(days=400), state)
    assert not state.tier or new.tier(state.tier) is not None


@given(plans(least_notice=1), plans(least_notice=1), st.integers(0, 25))
def test_a_new_plan_with_the_same_tiers_lets_nobody_fall_without_notice(
    old: TierPlan, new: TierPlan, measured: int
) -> None:
    state = _after(old, measured)
    assume(not state.tier or new.tier(state.tier) is not None)
    after = _after(new, measured, TODAY + timedelta(days=1), state)
    ranks = ["", *(tier.id for tier in new.tiers)]
    assert ranks.index(after.tier) >= ranks.index(state.tier)


def test_up_goes_at_once_with_the_gifts_of_every_tier_passed() -> None:
    move = moved(PLAN, TierState(), 12, TODAY)
    assert move == TierMove(
        TODAY,
        R.REACHED,
        "",
        TierState(("bac", "vang"), TODAY, TODAY, ever=("bac", "vang"), moves=1),
        ("bac", "vang"),
    )


def test_notice_is_given_withdrawn_and_given_again() -> None:
    gold = _after(PLAN, 12)
    told = moved(PLAN, gold, 8, date(2027, 4, 1))
    assert told is not None
    assert (told.reason, told.state.notice) == (R.NOTICE, Notice(date(2027, 4, 1), date(2027, 5, 1)))
    assert moved(PLAN, told.state, 8, date(2027, 4, 30)) is None
    again = moved(PLAN, told.state, 10, date(2027, 4, 30))
    assert again is not None
    assert (again.reason, again.state.notice, again.state.since) == (R.REACHED_AGAIN, None, TODAY)
    fell = moved(PLAN, told.state, 8, date(2027, 5, 1))
    assert fell is not None
    assert (fell.reason, fell.before, fell.state.tier) == (R.FELL, "vang", "bac")
    assert fell.state.since == date(2027, 5, 1)


def test_a_tier_is_lost_one_step_at_a_time_each_with_its_notice() -> None:
    gold = _after(PLAN, 12)
    lost = followed(always(PLAN), gold, Progress(), after=TODAY, until=date(2027, 12, 31), untold=True)
    assert [(move.reason, move.state.tier, move.day) for move in lost] == [
        (R.NOTICE, "vang", date(2027, 3, 2)),
        (R.FELL, "bac", date(2027, 4, 1)),
        (R.NOTICE, "bac", date(2027, 4, 1)),
        (R.FELL, "", date(2027, 5, 1)),
    ]


def test_without_notice_and_grace_all_steps_are_lost_on_one_day() -> None:
    plan = replace(PLAN, notice_days=0)
    moves = _all(plan, _after(plan, 12), 0, TODAY)
    assert [(move.reason, move.state.tier) for move in moves] == [(R.FELL, "bac"), (R.FELL, "")]


def test_grace_puts_the_fall_off_and_the_notice_says_so() -> None:
    plan = replace(PLAN, notice_days=7, grace_days=90)
    state = _after(plan, 0, date(2027, 3, 10), _after(plan, 6))
    assert state.notice == Notice(date(2027, 3, 10), date(2027, 5, 30))


def test_a_promised_day_is_kept_when_a_revision_shortens_the_notice() -> None:
    told = _after(PLAN, 0, date(2027, 4, 1), _after(PLAN, 6))
    assert moved(replace(PLAN, notice_days=1), told, 0, date(2027, 4, 30)) is None


def test_a_raised_threshold_gives_notice_and_a_lowered_one_lifts_at_once() -> None:
    gold = _after(PLAN, 12)
    raised = replace(PLAN, tiers=(BAC, replace(VANG, threshold=15), KIM))
    dearer = moved(raised, gold, 12, TODAY)
    assert dearer is not None
    assert (dearer.reason, dearer.state.tier) == (R.NOTICE, "vang")
    cheaper = moved(replace(PLAN, tiers=(BAC, VANG, replace(KIM, threshold=12))), gold, 12, TODAY)
    assert cheaper is not None
    assert (cheaper.reason, cheaper.gifts) == (R.REACHED, ("kim-cuong",))


def test_a_tier_taken_out_of_the_plan_leaves_the_next_below_and_what_is_reached() -> None:
    gold = _after(PLAN, 12)
    (gone,) = _all(replace(PLAN, tiers=(BAC, KIM)), gold, 12, TODAY)
    assert (gone.reason, gone.before, gone.state.tier, gone.gifts) == (R.TIER_GONE, "vang", "bac", ())
    others = (Tier("a", "A", 6), Tier("b", "B", 30))
    moves = _all(replace(PLAN, tiers=others), gold, 12, TODAY)
    assert [(move.reason, move.state.tier) for move in moves] == [(R.TIER_GONE, ""), (R.REACHED, "a")]


def test_a_tier_put_in_below_brings_no_gift_to_those_above() -> None:
    without = replace(PLAN, tiers=(BAC, KIM))
    top = _after(without, 25)
    assert moved(PLAN, top, 25, TODAY) is None
    told = followed(always(PLAN), top, Progress(), after=TODAY, until=date(2027, 4, 5), untold=True)
    assert [move.state.tier for move in told if move.reason is R.FELL] == ["vang"]


def test_a_tier_set_by_hand_brings_its_gift_only_when_it_is_reached() -> None:
    set_ = set_by_hand(PLAN, TierState(), "vang", TODAY)
    assert set_ is not None
    assert (set_.reason, set_.state.steps, set_.gifts) == (R.BY_HAND, ("bac", "vang"), ())
    assert set_by_hand(PLAN, set_.state, "vang", TODAY) is None
    assert moved(PLAN, set_.state, 0, TODAY) is None
    reached = moved(PLAN, set_.state, 6, TODAY)
    assert reached is not None
    assert (reached.state.tier, reached.gifts, reached.state.rose) == ("vang", ("bac",), TODAY)
    lifted = set_by_hand(PLAN, reached.state, "", date(2027, 6, 1))
    assert lifted is not None
    assert (lifted.state.tier, lifted.state.floor) == ("vang", "")
    told = moved(PLAN, lifted.state, 6, date(2027, 6, 1))
    assert told is not None
    assert (told.reason, told.state.notice) == (R.NOTICE, Notice(date(2027, 6, 1), date(2027, 7, 1)))


def test_setting_the_tier_a_member_is_about_to_lose_withdraws_the_notice() -> None:
    told = _after(PLAN, 0, date(2027, 4, 1), _after(PLAN, 6))
    assert told.notice is not None
    kept = set_by_hand(PLAN, told, "bac", date(2027, 4, 2))
    assert kept is not None
    assert kept.state.notice is None


def test_a_lower_tier_reached_for_the_first_time_withdraws_no_notice() -> None:
    by_hand = set_by_hand(PLAN, TierState(), "vang", TODAY)
    assert by_hand is not None
    lifted = set_by_hand(PLAN, by_hand.state, "", TODAY)
    assert lifted is not None
    told = _after(PLAN, 0, TODAY, lifted.state)
    reached = moved(PLAN, told, 6, date(2027, 3, 20))
    assert reached is not None
    assert (reached.gifts, reached.state.notice) == (("bac",), Notice(TODAY, date(2027, 3, 31)))


def test_a_tier_reached_again_on_the_day_it_falls_was_lost_as_the_day_opened() -> None:
    told = _after(PLAN, 0, date(2027, 4, 1), _after(PLAN, 6))
    bought = Progress.of([Dated(date(2027, 5, 1), 5)])
    moves = followed(always(PLAN), told, bought, after=date(2027, 4, 30), until=date(2027, 5, 1))
    assert [(move.reason, move.state.tier, move.gifts) for move in moves] == [
        (R.FELL, "", ()),
        (R.REACHED, "bac", ()),
    ]


def test_a_tier_taken_out_of_the_plan_leaves_the_floor_set_by_hand() -> None:
    by_hand = set_by_hand(PLAN, _after(PLAN, 12), "bac", TODAY)
    assert by_hand is not None
    after = _after(replace(PLAN, tiers=(BAC, KIM)), 0, TODAY, replace(by_hand.state, steps=("vang",)))
    assert after.tier == "bac"


def test_a_tier_the_plan_does_not_have_cannot_be_set() -> None:
    with pytest.raises(ValueError):
        set_by_hand(PLAN, TierState(), "gone", TODAY)


def test_a_shop_closed_longer_than_the_notice_tells_first() -> None:
    silver = _after(PLAN, 6)
    for opens in (date(2027, 4, 1), date(2027, 6, 1)):
        moves = followed(always(PLAN), silver, Progress(), after=TODAY, until=opens)
        assert [(move.reason, move.state.notice) for move in moves] == [
            (R.NOTICE, Notice(opens, opens + timedelta(days=30)))
        ]


def test_a_gift_taken_back_is_named_anew_when_it_comes_again() -> None:
    first = tier_gift_id(MEMBER, TierState(), "bac")
    assert first == tier_gift_id(MEMBER, TierState(lost=("vang",)), "bac")
    assert first != tier_gift_id(MEMBER, TierState(lost=("bac",)), "bac")
    assert first != tier_gift_id(UUID(int=8), TierState(), "bac")
