"""A replay does what the counter does: laws of it, and a second opinion by the counter itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.conditions import Always
from loyalpos.engine.occasions import Gives, Milestone
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Expiry, Program
from loyalpos.engine.replay import Replay
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.replay_steps import (
    BillStep,
    JoinStep,
    LookStep,
    Opening,
    OpeningLot,
    Outcome,
    RedeemStep,
    ReturnStep,
    Step,
)
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.engine.rules import AmountRule, Beside, Budget, Rule, StampRule, TicketRule, UnknownRule
from loyalpos.engine.tiers import Reached
from loyalpos.engine.times import ShopTime
from tests.engine.shapes import names
from tests.engine.whole_programs import NAMED, whole_programs

SHOP = ShopTime()
BEGIN = datetime(2026, 2, 1, 3, 0, tzinfo=UTC)
MEMBER = UUID(int=7)

lines = st.builds(
    BillLine,
    name=st.sampled_from(("Cà phê", "Trà")),
    quantity=st.integers(0, 5),
    amount_vnd=st.integers(0, 400_000),
    item=st.sampled_from(("", "Cà phê", "Trà")),
    category=st.sampled_from(("", "Cà phê")),
    tags=st.lists(names, max_size=1).map(tuple),
    premium=st.booleans(),
)
bills = st.builds(
    Bill,
    total_vnd=st.integers(0, 3_000_000) | st.sampled_from((0, 1, 999_999_999_999)),
    tender=st.none() | st.sampled_from(("cash", "momo")),
    lines=st.lists(lines, max_size=3).map(tuple),
    discount_vnd=st.integers(0, 100_000),
)


@st.composite
def stories(draw: st.DrawFn, program: Program) -> list[Step]:
    """Anything that may happen to one member, in the order of time."""
    at, story = BEGIN, list[Step]()
    rewards = [reward.id for reward in program.rewards]
    taken = st.lists(
        st.builds(Taken, st.sampled_from(rewards), st.none() | st.integers(-5, 300)), max_size=2
    ).map(tuple)
    for number in range(draw(st.integers(1, 7))):
        at += timedelta(hours=draw(st.sampled_from((0, 1, 30, 24 * 20))))
        kind = draw(st.sampled_from(("bill", "bill", "return", "look", "redeem")))
        name = str(number)
        if kind == "bill" or not number:
            used = tuple(draw(st.lists(st.sampled_from(NAMED.vouchers), max_size=1)))
            bill = draw(bills)
            story.append(BillStep(at, replace(bill, tax_vnd=bill.total_vnd // 11), name, draw(taken), used))
        elif kind == "return":
            part = draw(st.none() | st.integers(-5, 500_000))
            which = str(draw(st.integers(0, number)))
            story.append(ReturnStep(at, which, part, undo=draw(st.booleans())))
        elif kind == "redeem":
            story.append(RedeemStep(at, draw(taken), name))
        else:
            story.append(LookStep(at))
    return story


def _always(rule: Rule) -> Rule:
    """Let a rule apply whenever the bill brings something."""
    if isinstance(rule, UnknownRule):
        return rule
    rule = replace(rule, when=Always(), plan="", beside=Beside.ADD)
    if isinstance(rule, StampRule):
        return replace(rule, match=None)
    return replace(rule, per_vnd=None) if isinstance(rule, TicketRule) else rule


def _opening(program: Program) -> Opening:
    return Opening(
        member=MEMBER,
        joined=BEGIN.date() - timedelta(days=400),
        tier=program.tiers.tiers[-1].id if program.tiers.tiers else "",
        lots=(OpeningLot(300, BEGIN.date()),),
        units={NAMED.cards[0]: 5},
        vouchers={NAMED.vouchers[0]: 1},
    )


def _run(program: Program, story: list[Step], opening: Opening | None = None) -> list[Outcome]:
    books = Books()
    books.stock.update({reward.id: 3 for reward in program.rewards})
    replay = Replay(program, opening or _opening(program), books, SHOP)
    return [replay.step(step) for step in story]


@settings(max_examples=60, phases=[Phase.generate])
@given(whole_programs(), st.data())
def test_every_sound_program_can_be_replayed_on_any_story(program: Program, data: st.DataObject) -> None:
    assert [problem for problem in problems_in(program) if problem.is_error] == []
    story = data.draw(stories(program))
    balance = 300
    for outcome in _run(program, story):
        balance += outcome.points - outcome.spent_points + outcome.gift_points
        balance += outcome.forgiven_points - outcome.expired_points
        assert outcome.balance == balance
        assert sum(line.points for line in outcome.lines) == max(0, outcome.points)
        assert outcome.spendable <= max(0, outcome.balance)
        if outcome.refusals:
            assert not outcome.points
            assert not outcome.spent_points


@settings(max_examples=40, phases=[Phase.generate])
@given(whole_programs(), st.data())
def test_an_undone_bill_leaves_the_member_as_before(program: Program, data: st.DataObject) -> None:
    """Points, stamps, tickets, vouchers, tier and remainder; but for vouchers it used, which live longer."""
    known = [reward for reward in program.rewards if not isinstance(reward, UnknownReward)]
    rules = tuple(_always(rule) for rule in program.rules)
    cards = tuple(replace(card, plan="") for card in program.stamp_cards)
    kinds = tuple(replace(kind, plan="") for kind in program.vouchers)
    program = replace(
        program, rules=rules, rewards=tuple(known), expiry=Expiry(), stamp_cards=cards, vouchers=kinds
    )
    taken = tuple(Taken(reward.id) for reward in known[: data.draw(st.integers(0, 1))])
    bill = data.draw(bills)
    before, done, after = _run(
        program,
        [
            LookStep(BEGIN),
            BillStep(BEGIN, bill, "bill", taken),
            ReturnStep(BEGIN, "bill", None, undo=True),
        ],
    )
    if done.refusals:
        return
    assert not after.refusals
    assert (after.balance, after.remainder, after.tier) == (before.balance, before.remainder, before.tier)
    assert (after.units, after.vouchers) == (before.units, before.vouchers)
    again = data.draw(bills)
    second = BillStep(BEGIN, again, "again")
    straight = _run(program, [LookStep(BEGIN), second])[-1]
    around = _run(
        program,
        [
            LookStep(BEGIN),
            BillStep(BEGIN, bill, "bill", taken),
            ReturnStep(BEGIN, "bill", None, undo=True),
            second,
        ],
    )[-1]
    assert (around.points, around.lines, around.units) == (straight.points, straight.lines, straight.units)


@settings(max_examples=40, phases=[Phase.generate])
@given(whole_programs(), st.data())
def test_looking_in_between_changes_nothing(program: Program, data: st.DataObject) -> None:
    story = data.draw(stories(program))
    looked: list[Step] = []
    for step in story:
        looked += [LookStep(step.at), step]
    plain, between = _run(program, story)[-1], _run(program, looked)[-1]
    assert (plain.balance, plain.remainder, plain.tier) == (between.balance, between.remainder, between.tier)
    assert (plain.units, plain.vouchers, plain.points) == (between.units, between.vouchers, between.points)


@settings(max_examples=30, phases=[Phase.generate])
@given(whole_programs())
def test_who_joins_is_welcomed_once(program: Program) -> None:
    opening = Opening(member=MEMBER)
    program = replace(program, budgets=(), points_end=None)
    first, second = _run(program, [JoinStep(BEGIN), LookStep(BEGIN)], opening)
    assert first.gift_points >= program.welcome_points
    assert not second.gift_points


def test_a_gift_that_is_taken_back_frees_its_budget() -> None:
    program = Program(
        1,
        (AmountRule("base", per_vnd=10_000, budget="keep"),),
        occasions=(Milestone("twice", Reached.VISITS, 2, Gives(points=8)),),
        budgets=(Budget("keep", "Giữ khách", 1_100),),
        point_cost_vnd=100,
    )
    bills = [BillStep(BEGIN + timedelta(hours=at), Bill(10_000), str(at)) for at in range(5)]
    back = ReturnStep(BEGIN + timedelta(hours=1), "1", None)
    told = _run(program, [*bills[:2], back, *bills[2:]], Opening(member=MEMBER))
    assert [one.gift_points for one in told] == [0, 8, -8, 8, 0, 0]
    assert [one.points for one in told] == [1, 1, -1, 1, 1, 0], "1.100 ₫ pay for eleven points"
