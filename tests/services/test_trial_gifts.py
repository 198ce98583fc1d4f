"""A trial sets the gifts of a window beside what they would be under the draft: exactly, or not at all."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.brought import GiftKind, kind_of
from loyalpos.engine.occasions import Every, Gives, Milestone, Referral, Streak, UnknownOccasion, WelcomeGift
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.engine.trial_gifts import GiftsGiven, GiftsTried, GiftSums, gifts_tried
from loyalpos.services.trial import try_program
from loyalpos.ui.office.trial_result import figures_of
from tests.engine.whole_programs import whole_programs
from tests.shops import World, enrolled, new_till

PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    occasions=(
        WelcomeGift("hello", Gives(points=10)),
        Milestone("third", Reached.VISITS, 3, Gives(points=30), "Lần thứ ba"),
    ),
    tiers=TierPlan(tiers=(Tier("gold", "Vàng", 500_000, gift_points=50),)),
    welcome_points=5,
    point_cost_vnd=100,
)


@given(whole_programs(), st.integers(0, 9), st.data())
def test_under_the_program_that_gave_them_gifts_are_what_they_were(
    program: Program, joined: int, data: st.DataObject
) -> None:
    counts = st.integers(1, 9)
    had = [
        GiftsGiven(kind_of(one), one.id, one.gives, data.draw(counts))
        for one in program.occasions
        if not isinstance(one, Referral | UnknownOccasion)
    ]
    had += [
        GiftsGiven(GiftKind.TIER, one.id, Gives(points=one.gift_points), data.draw(counts))
        for one in program.tiers.tiers
    ]
    welcomed = joined * program.welcome_points
    tried = gifts_tried(program, program, had, joined=joined, welcome_points=welcomed)
    assert tried.draft == tried.recorded
    assert tried.uncounted == ()
    assert tried.recorded.points == welcomed + sum(one.count * one.gives.points for one in had)


def test_other_amounts_are_counted_and_other_terms_are_named() -> None:
    had = (
        GiftsGiven(GiftKind.MILESTONE, "third", Gives(points=30), 4),
        GiftsGiven(GiftKind.TIER, "gold", Gives(points=50), 2),
        GiftsGiven(GiftKind.WELCOME, "hello", Gives(points=10), 7),
    )
    draft = replace(
        PROGRAM,
        occasions=(
            WelcomeGift("hello", Gives(points=20, voucher="v")),
            Milestone("third", Reached.VISITS, 5, Gives(points=99), "Lần thứ năm"),
            Streak("week", Every.DAY, 7, Gives(points=1), "Bảy ngày liền"),
            WelcomeGift("more", Gives(points=1)),
        ),
        tiers=TierPlan(tiers=(Tier("gold", "Vàng", 600_000, gift_points=80),)),
        welcome_points=6,
    )
    tried = gifts_tried(draft, PROGRAM, had, joined=8, welcome_points=40)
    assert tried.recorded == GiftSums(count=8 + 4 + 2 + 7, points=40 + 120 + 100 + 70)
    assert tried.draft == GiftSums(count=8 + 7 + 8, points=48 + 140 + 8, vouchers=7)
    assert tried.uncounted == ("Lần thứ năm", "Bảy ngày liền", "Vàng")


def test_the_cost_of_a_trial_has_the_gifts_of_the_window_in_it(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    members = [enrolled(till, f"091234560{at}") for at in range(3)]
    for member in members[:2]:
        for _ in range(3):
            till.counter.record_bill(world.new_id(), member, Bill(100_000))
            world.clock.forward(minutes=1)
    # What a return takes back was given to nobody.
    last = till.counter.record_bill(world.new_id(), members[2], Bill(600_000)).bill
    till.returns.undo(last)
    running = till.shop.program_on(till.shop.time.business_day(world.clock.at))
    same = try_program(till.shop, running, 30, lambda _done, _whole: True)
    assert same is not None
    assert same.gifts == GiftsTried(GiftSums(8, 3 * 5 + 3 * 10 + 2 * 30), GiftSums(8, 105))
    dearer = replace(
        running, occasions=(running.occasions[0], replace(running.occasions[1], gives=Gives(points=60)))
    )
    other = try_program(till.shop, dearer, 30, lambda _done, _whole: True)
    assert other is not None
    assert other.gifts.draft.points == 165
    assert other.gifts.recorded.points == 105
    figures = {one.label: one for one in figures_of(other)}
    assert figures["Gifts beside bills"].value == "8"
    assert figures["Estimated cost of rewards"].value.replace("\u00a0", " ") == "23.000 ₫"
    till.shop.close()
