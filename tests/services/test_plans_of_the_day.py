"""A plan published in the midst of a day judges from then on, also where a bill of that day is undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.tier_moves import TierState
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.engine.times import to_ms
from loyalpos.services.brought import bring_time
from loyalpos.services.tiers import judged_on
from loyalpos.services.till import Till
from loyalpos.services.trial_part import PartOfPast, try_part
from loyalpos.store.check import check
from loyalpos.store.gifts import gifts_of
from loyalpos.store.trial import cut_at
from tests.draws import draws
from tests.shops import World, enrolled, new_till

SILVER = Tier("silver", "Bạc", 1_000_000, gift_points=70)
GOLD = Tier("gold", "Vàng", 3_000_000, gift_points=110)
EASY = TierPlan(Reached.SPEND, Over.TWELVE_MONTHS, (SILVER, GOLD), notice_days=30)
HARD = replace(EASY, tiers=(replace(SILVER, threshold=5_000_000), replace(GOLD, threshold=9_000_000)))
PROGRAM = Program(0, (AmountRule("base", per_vnd=10_000),), tiers=EASY)


def _publish(till: Till, plan: TierPlan) -> None:
    till.shop.publish(replace(PROGRAM, tiers=plan))


def _buy(till: Till, whose: UUID, total_vnd: int) -> UUID:
    return till.counter.record_bill(till.shop.outside.new_id(), whose, Bill(total_vnd)).bill


def _today(till: Till) -> date:
    return till.shop.time.business_day(till.shop.now())


def _state(till: Till, whose: UUID) -> TierState:
    with till.shop.file.read() as connection:
        return judged_on(connection, till.shop, whose, _today(till)).state


def _stands(till: Till, whose: UUID) -> dict[str, Any]:
    """How a member stands: tier, floor and notice, points, and the gifts that were not taken back."""
    with till.shop.file.work() as connection:
        bring_time(connection, till.shop, whose, _today(till))
    with till.shop.file.read() as connection:
        gifts = [row.gift for row in gifts_of(connection, whose) if not row.gift.is_taken_back]
    desk = till.counter.desk(whose)
    assert desk.member is not None
    return {
        "state": replace(_state(till, whose), lost=(), moves=0),
        "balance": desk.member.account.balance,
        "gifts": sorted((gift.occasion, gift.gives.points) for gift in gifts),
    }


def test_a_bill_undone_after_a_harder_plan_leaves_what_the_morning_gave(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(), program=PROGRAM, stock={})
    till.days.open()
    lan = enrolled(till)
    _buy(till, lan, 1_200_000)
    _publish(till, HARD)
    before = _stands(till, lan)
    assert before["state"].tier == "silver"
    assert before["gifts"] == [("silver", 70)]
    late = _buy(till, lan, 6_000_000)
    till.returns.undo(late)
    assert _stands(till, lan) == before
    assert check(till.shop.file).is_clean


def test_the_bill_of_the_morning_takes_its_tier_along_whatever_was_published_since(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(), program=PROGRAM, stock={})
    till.days.open()
    lan = enrolled(till)
    before = _stands(till, lan)
    early = _buy(till, lan, 1_200_000)
    _publish(till, HARD)
    back = till.returns.return_bill(early, 1, None)
    assert _stands(till, lan) == before
    till.returns.undo(back.reversal)
    assert _stands(till, lan)["gifts"] == [("silver", 70)]
    assert _state(till, lan).tier == "silver"
    assert check(till.shop.file).is_clean


def test_another_plan_judges_from_the_moment_it_is_published(tmp_path: Path) -> None:
    till = new_till(tmp_path, World(), program=PROGRAM, stock={})
    till.days.open()
    lan = enrolled(till)
    _buy(till, lan, 1_200_000)
    _publish(till, HARD)
    standing = till.tiers.standing(lan)
    assert standing is not None
    assert standing.notice is not None
    assert standing.notice.given == _today(till)
    _publish(till, EASY)
    standing = till.tiers.standing(lan)
    assert standing is not None
    assert standing.notice is None


def test_the_gift_of_a_tier_is_what_the_plan_gave_that_brought_it(tmp_path: Path) -> None:
    """Reached by an easier plan in the morning, written down after the next was published."""
    till = new_till(tmp_path, World(), program=replace(PROGRAM, tiers=HARD), stock={})
    till.days.open()
    lan = enrolled(till)
    _buy(till, lan, 1_200_000)
    _publish(till, EASY)
    _publish(till, replace(HARD, tiers=tuple(replace(tier, gift_points=1) for tier in HARD.tiers)))
    assert _stands(till, lan)["gifts"] == [("silver", 70)]


THRESHOLDS = {Reached.SPEND: (1_000_000, 2_000_000, 4_000_000), Reached.VISITS: (1, 2, 3)}


@st.composite
def _plans(draw: st.DrawFn) -> TierPlan:
    reached_by = draw(st.sampled_from(sorted(THRESHOLDS)))
    first = draw(st.sampled_from(THRESHOLDS[reached_by]))
    return TierPlan(
        reached_by,
        draw(st.sampled_from(Over)),
        (replace(SILVER, threshold=first), replace(GOLD, threshold=2 * first)),
        notice_days=draw(st.sampled_from([0, 3, 30])),
        grace_days=draw(st.sampled_from([0, 5])),
    )


AMOUNTS = st.sampled_from([300_000, 1_000_000, 2_500_000])
HAPPENS = st.one_of(
    st.tuples(st.just("bill"), AMOUNTS),
    st.tuples(st.just("bill"), AMOUNTS),
    st.tuples(st.just("plan"), _plans()),
    st.tuples(st.just("plan"), _plans()),
    st.tuples(st.just("day"), st.sampled_from([1, 1, 3, 40])),
    st.tuples(st.just("floor"), st.sampled_from(["", "silver", "gold"])),
    st.tuples(st.just("undo"), st.integers(0, 5)),
)
STORIES = st.lists(HAPPENS, max_size=9)


class Lived:
    """A shop with one member, in whose story one bill may be left out."""

    def __init__(self, folder: Path) -> None:
        self.world = World()
        self.till = new_till(folder, self.world, program=PROGRAM, stock={})
        self.till.days.open()
        self.lan = enrolled(self.till)
        self.bills: list[UUID] = []

    def live(self, what: str, how: Any) -> None:
        till = self.till
        match what:
            case "bill":
                self.bills.append(_buy(till, self.lan, how))
            case "plan":
                _publish(till, how)
            case "day":
                for _ in range(how):
                    self.world.clock.forward(days=1)
                    till.days.open()
                    while till.days.bring():
                        pass
            case "floor":
                till.tiers.set_by_hand(self.world.new_id(), self.lan, how, "quen")
            case "undo" if self.bills:
                till.returns.undo(self.bills.pop(how % len(self.bills)))


@settings(max_examples=draws(40))
@given(STORIES, AMOUNTS)
def test_undoing_what_was_just_recorded_gives_back_what_stood_before(
    story: list[tuple[str, Any]], total_vnd: int
) -> None:
    with TemporaryDirectory() as folder:
        lived = Lived(Path(folder))
        for what, how in story:
            lived.live(what, how)
        before = _stands(lived.till, lived.lan)
        lived.till.returns.undo(_buy(lived.till, lived.lan, total_vnd))
        assert _stands(lived.till, lived.lan) == before
        assert check(lived.till.shop.file).is_clean


@settings(max_examples=draws(40))
@given(STORIES, AMOUNTS, STORIES)
@example([("bill", 1_000_000), ("bill", 1_000_000)], 1_000_000, [("bill", 300_000), ("floor", "gold")])
def test_a_bill_undone_late_leaves_the_tier_as_if_it_had_never_been(
    before: list[tuple[str, Any]], total_vnd: int, after: list[tuple[str, Any]]
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        never, undone = Lived(Path(one)), Lived(Path(other))
        for what, how in before:
            never.live(what, how)
            undone.live(what, how)
        wrong = _buy(undone.till, undone.lan, total_vnd)
        for what, how in after:
            never.live(what, how)
            undone.live(what, how)
        undone.till.returns.undo(wrong)
        assert _stands(undone.till, undone.lan) == _stands(never.till, never.lan)


def test_a_trial_knows_that_the_plan_of_the_morning_brought_the_tier(tmp_path: Path) -> None:
    """By the plan of the evening nobody has a tier, in force or drafted: it would tell of no difference."""
    till = new_till(tmp_path, World(), program=PROGRAM, stock={})
    till.days.open()
    lan = enrolled(till)
    _buy(till, lan, 1_200_000)
    _publish(till, HARD)
    _buy(till, lan, 100_000)
    shop, today = till.shop, _today(till)
    with shop.file.read() as connection:
        cut = cut_at(connection, to_ms(shop.time.day_begins(today)))
    draft = replace(PROGRAM, tiers=HARD)
    part = PartOfPast(shop.file.path, shop.file.key, cut, draft, shop.time, today, today)
    sums = try_part(part, lambda *_: None)
    assert sums.recorded.tiers == {"silver": 1}
    assert sums.draft.tiers == {"": 1}
