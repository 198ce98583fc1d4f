"""Laws of rewards: the customer never pays less than nothing, nor with points that are not there."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account, earn_entry, post
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, PercentOff, Program, Reward, UnknownReward
from loyalpos.engine.rewards import (
    Offer,
    OfferState,
    Quote,
    best_offer,
    kind_of,
    offers,
    points_by_blocks,
    quote,
)
from loyalpos.errors import NotEnoughPoints, RewardNotTakeable, WrongPointsToPay
from tests.engine.shapes import ENTRY, NOON, earned, one_rule, rewards

COFFEE = Gift("coffee", "Cà phê", 10, counted=True)
TEN_OFF = AmountOff("ten_off", "Giảm 10.000", 5, 10_000)
FIFTH_OFF = PercentOff("fifth_off", "Giảm 20%", 8, 2_000, cap_vnd=30_000)
PAY = PayWithPoints("pay", "Trả bằng điểm", 5, 5_000, max_share_bp=5_000)
PLENTY = 1_000_000

totals = st.integers(0, 2_000_000)
spendables = st.integers(0, 2_000)
reward_lists = st.lists(rewards, max_size=5).map(tuple)


def _program(*given_rewards: Reward) -> Program:
    return replace(one_rule(10_000), rewards=given_rewards)


def _account(points: int) -> Account:
    if not points:
        return Account()
    return post(Account(), earn_entry(Account(), entry_id=ENTRY, points=points, at=NOON, expires_at=None))


def _quote(
    program: Program, points: int, total_vnd: int, *taken: Taken, stock: dict[str, int] | None = None
) -> Quote:
    shelf = {reward.id: PLENTY for reward in program.rewards} if stock is None else stock
    return quote(
        program,
        _account(points),
        plain_footing(program),
        Bill(total_vnd, NOON),
        taken,
        spendable=points,
        stock=shelf,
    )


def _offers(
    program: Program,
    points: int,
    total_vnd: int | None,
    *taken: Taken,
    stock: dict[str, int] | None = None,
) -> dict[str, Offer]:
    shelf = {reward.id: PLENTY for reward in program.rewards} if stock is None else stock
    bill = None if total_vnd is None else Bill(total_vnd)
    found = offers(program, plain_footing(program), bill, spendable=points, stock=shelf, taken=taken)
    return {offer.reward.id: offer for offer in found}


@st.composite
def choices(draw: st.DrawFn) -> tuple[Program, tuple[Taken, ...]]:
    """A program, and rewards chosen from it in any order, sensibly or not."""
    program = _program(*draw(reward_lists))
    ids = [reward.id for reward in program.rewards] + ["no such reward"]
    taken = st.builds(Taken, st.sampled_from(ids), st.none() | st.integers(-5, 600))
    return program, tuple(draw(st.lists(taken, max_size=6)))


@given(choices(), spendables, totals)
def test_a_quote_never_falls_below_nothing_nor_spends_more_than_there_is(
    chosen: tuple[Program, tuple[Taken, ...]], points: int, total_vnd: int
) -> None:
    program, taken = chosen
    priced = _quote(program, points, total_vnd, *taken)
    assert 0 <= priced.due_vnd <= total_vnd
    assert 0 <= priced.spent_points <= points
    assert priced.due_vnd == total_vnd - sum(one.value_vnd for one in priced.redemptions)
    assert all(one.points > 0 and one.value_vnd >= 0 for one in priced.redemptions)
    assert len(priced.redemptions) + len(priced.refused) == len(taken), "each choice is taken or refused"
    assert len({one.reward for one in priced.redemptions}) == len(priced.redemptions)
    assert priced.balance_after == points - priced.spent_points + priced.earning.points


@given(choices(), spendables, totals)
def test_only_the_money_part_earns(
    chosen: tuple[Program, tuple[Taken, ...]], points: int, total_vnd: int
) -> None:
    program, taken = chosen
    priced = _quote(program, points, total_vnd, *taken)
    alone = earned(program, Fraction(0), priced.due_vnd)
    if priced.due_vnd:
        assert priced.earning == alone
    else:
        # A bill that points and rewards pay wholly is one, and says so line by line.
        assert replace(priced.earning, lines=()) == alone
        assert [line.points for line in priced.earning.lines] == [0] * len(priced.earning.lines)


@given(reward_lists, spendables, st.none() | totals)
def test_an_offer_that_can_be_taken_is_priced_the_same_when_it_is(
    given_rewards: tuple[Reward, ...], points: int, total_vnd: int | None
) -> None:
    program = _program(*given_rewards)
    for offer in _offers(program, points, total_vnd).values():
        if offer.state is OfferState.TAKEABLE:
            priced = _quote(program, points, total_vnd or 0, Taken(offer.reward.id))
            assert not priced.refused
            assert (priced.spent_points, priced.value_vnd) == (offer.points, offer.value_vnd)
        elif total_vnd is not None:
            assert _quote(program, points, total_vnd, Taken(offer.reward.id)).refused


@given(reward_lists, spendables, totals)
def test_the_points_an_offer_says_are_missing_are_exactly_those(
    given_rewards: tuple[Reward, ...], points: int, total_vnd: int
) -> None:
    program = _program(*given_rewards)
    for reward_id, offer in _offers(program, points, total_vnd).items():
        if offer.state is OfferState.POINTS_MISSING:
            states = [
                _offers(program, points + offer.missing - less, total_vnd)[reward_id].state for less in (0, 1)
            ]
            assert states[0] is not OfferState.POINTS_MISSING
            assert states[1] is OfferState.POINTS_MISSING
        if offer.state is OfferState.BILL_TOO_SMALL:
            larger = _offers(program, points, total_vnd + offer.missing)[reward_id].state
            assert larger is not OfferState.BILL_TOO_SMALL


@given(choices(), spendables, st.none() | totals)
def test_every_reward_is_offered_once_and_keeps_its_place_whatever_can_be_taken(
    chosen: tuple[Program, tuple[Taken, ...]], points: int, total_vnd: int | None
) -> None:
    program, taken = chosen
    bill = None if total_vnd is None else Bill(total_vnd)
    listed = offers(program, plain_footing(program), bill, spendable=points, stock={}, taken=taken)
    assert tuple(offer.reward for offer in listed) == program.rewards


@given(choices(), spendables, st.none() | totals)
def test_the_best_reward_can_be_taken_and_no_other_lowers_the_bill_more(
    chosen: tuple[Program, tuple[Taken, ...]], points: int, total_vnd: int | None
) -> None:
    program, taken = chosen
    bill = None if total_vnd is None else Bill(total_vnd)
    listed = offers(program, plain_footing(program), bill, spendable=points, stock={}, taken=taken)
    takeable = [offer for offer in listed if offer.state is OfferState.TAKEABLE]
    best = best_offer(listed)
    if best is None:
        assert not takeable
        return
    assert best in takeable
    rivals = [offer for offer in takeable if not isinstance(offer.reward, PayWithPoints)]
    assert best in (rivals or takeable)
    assert best.value_vnd == max(offer.value_vnd for offer in rivals or takeable)


def test_paying_with_points_is_never_the_best_beside_a_reward_nor_a_gift_beside_money_off() -> None:
    program = _program(PAY, COFFEE, TEN_OFF)

    def best(points: int, total_vnd: int | None) -> str | None:
        found = best_offer(tuple(_offers(program, points, total_vnd).values()))
        return None if found is None else found.reward.id

    assert best(100, 125_000) == "ten_off"
    assert best(100, None) == "coffee"
    assert best(5, 5_000) == "ten_off"
    assert best(0, 125_000) is None
    only_paying = _program(PAY, COFFEE)
    found = best_offer(tuple(_offers(only_paying, 9, 125_000).values()))
    assert found is not None
    assert found.reward.id == "pay"


@given(
    spendables, totals, st.integers(1, 10_000), st.integers(1, 2_500), st.integers(-3, 3), st.integers(0, 60)
)
def test_stepping_by_blocks_always_leads_to_points_that_can_pay(
    points: int, total_vnd: int, share_bp: int, typed: int, blocks: int, minimum: int
) -> None:
    program = _program(replace(PAY, max_share_bp=share_bp, minimum_points=minimum))
    offer = _offers(program, points, total_vnd, Taken("pay", typed))["pay"]
    if not offer.most_points:
        return
    stepped = points_by_blocks(offer, typed, blocks)
    assert not _quote(program, points, total_vnd, Taken("pay", stepped)).refused
    if not _quote(program, points, total_vnd, Taken("pay", typed)).refused:
        assert stepped == max(offer.least_points, min(offer.most_points, typed + 5 * blocks))


@given(spendables, totals, st.none() | st.integers(1, 2_500))
def test_the_most_that_can_be_paid_stays_known_when_fewer_points_are_chosen(
    points: int, total_vnd: int, wanted: int | None
) -> None:
    program = _program(TEN_OFF, PAY)
    most = _quote(program, points, total_vnd, Taken("ten_off"), Taken("pay"))
    offer = _offers(program, points, total_vnd, Taken("pay", wanted), Taken("ten_off"))["pay"]
    paid = next((one.points for one in most.redemptions if one.reward == "pay"), 0)
    assert offer.most_points == paid


@given(st.permutations([Taken("ten_off"), Taken("fifth_off"), Taken("pay")]), spendables, totals)
def test_the_order_of_choosing_rewards_of_different_kinds_changes_nothing(
    taken: list[Taken], points: int, total_vnd: int
) -> None:
    program = _program(PAY, FIFTH_OFF, TEN_OFF)
    in_program_order = _quote(program, points, total_vnd, Taken("ten_off"), Taken("fifth_off"), Taken("pay"))
    chosen = _quote(program, points, total_vnd, *taken)
    assert chosen.redemptions == in_program_order.redemptions
    assert chosen.due_vnd == in_program_order.due_vnd


@given(st.data(), st.lists(rewards.filter(lambda r: not isinstance(r, PayWithPoints)), max_size=5), totals)
def test_the_order_of_choosing_changes_nothing_while_money_and_points_suffice_for_all(
    data: st.DataObject, given_rewards: list[Reward], spare_vnd: int
) -> None:
    program = _program(*given_rewards)
    total_vnd = spare_vnd + max(
        (reward.minimum_vnd for reward in given_rewards if not isinstance(reward, UnknownReward)), default=0
    )
    taken = [Taken(reward.id) for reward in given_rewards]
    first = _quote(program, 5_000, total_vnd, *taken)
    if first.refused or (first.due_vnd == 0 and total_vnd):
        return  # the last one found less than its worth: then the order decides who does
    again = _quote(program, 5_000, total_vnd, *data.draw(st.permutations(taken)))
    assert sorted(again.redemptions, key=repr) == sorted(first.redemptions, key=repr)


@given(spendables, totals, st.integers(1, 10_000), st.none() | st.integers(1, 100_000))
def test_a_share_off_is_rounded_down_and_never_above_its_cap(
    points: int, total_vnd: int, rate_bp: int, cap_vnd: int | None
) -> None:
    program = _program(PercentOff("share", "Giảm", 1, rate_bp, cap_vnd))
    value_vnd = _quote(program, points, total_vnd, Taken("share")).value_vnd
    assert value_vnd <= (total_vnd if cap_vnd is None else cap_vnd)
    assert value_vnd * 10_000 <= total_vnd * rate_bp
    if points and (cap_vnd is None or value_vnd < cap_vnd):
        assert (value_vnd + 1) * 10_000 > total_vnd * rate_bp


@given(spendables, totals, st.integers(1, 10_000), st.none() | st.integers(1, 2_500))
def test_paying_with_points_goes_by_whole_blocks_up_to_the_share(
    points: int, total_vnd: int, share_bp: int, wanted: int | None
) -> None:
    program = _program(replace(PAY, max_share_bp=share_bp))
    priced = _quote(program, points, total_vnd, Taken("pay", wanted))
    blocks, rest = divmod(priced.spent_points, 5)
    assert rest == 0
    assert priced.value_vnd == blocks * 5_000
    assert priced.value_vnd * 10_000 <= total_vnd * share_bp
    if wanted is None:
        one_more = (blocks + 1) * 5_000
        assert (blocks + 1) * 5 > points or one_more * 10_000 > total_vnd * share_bp, "the most that goes"
    else:
        assert priced.spent_points in (0, wanted)
        assert bool(priced.refused) == (priced.spent_points == 0)


@given(st.integers(-12, 60))
def test_part_of_a_block_cannot_be_paid_with(wanted: int) -> None:
    priced = _quote(_program(PAY), 50, 500_000, Taken("pay", wanted))
    assert priced.spent_points == (wanted if wanted in range(5, 51, 5) else 0)


@given(st.integers(-2, 2), spendables)
def test_a_counted_gift_runs_out(left: int, points: int) -> None:
    program = _program(COFFEE)
    offer = _offers(program, points, 50_000, stock={"coffee": left})["coffee"]
    assert (offer.state is OfferState.OUT_OF_STOCK) == (left <= 0)
    assert offer.stock == left
    refused = _quote(program, 10, 50_000, Taken("coffee"), stock={"coffee": left}).refused
    assert bool(refused) == (left <= 0)
    uncounted = _program(replace(COFFEE, counted=False))
    assert not _quote(uncounted, 10, 50_000, Taken("coffee"), stock={}).refused


def test_a_reward_is_taken_once_and_only_if_it_is_known() -> None:
    program = _program(TEN_OFF, UnknownReward("later", "Vòng quay", "raffle"))
    twice = _quote(program, 100, 50_000, Taken("ten_off"), Taken("ten_off"))
    assert [one.value_vnd for one in twice.redemptions] == [10_000]
    assert [type(why) for why in twice.refused] == [RewardNotTakeable]
    for unknown in ("later", "no such reward"):
        (why,) = _quote(program, 100, 50_000, Taken(unknown)).refused
        assert isinstance(why, RewardNotTakeable)
        assert why.why == OfferState.UNKNOWN
    assert _offers(program, 100, 50_000)["later"].state is OfferState.UNKNOWN
    assert [kind_of(reward) for reward in program.rewards] == ["amount_off", "raffle"]


def test_points_that_cannot_pay_are_refused_with_what_can() -> None:
    (why,) = _quote(_program(PAY), 50, 40_000, Taken("pay", 23)).refused
    assert isinstance(why, WrongPointsToPay)
    assert (why.wanted, why.block_points, why.most_points) == (23, 5, 20)


def test_points_are_asked_for_by_what_the_cheaper_rewards_left() -> None:
    program = _program(TEN_OFF, COFFEE)
    priced = _quote(program, 12, 50_000, Taken("ten_off"), Taken("coffee"))
    (why,) = priced.refused
    assert isinstance(why, NotEnoughPoints)
    assert (why.spendable, why.wanted) == (7, 10)


def test_the_worked_example_of_the_till() -> None:
    program = _program(TEN_OFF, FIFTH_OFF, PAY, COFFEE)
    priced = _quote(
        program, 100, 125_000, Taken("pay"), Taken("fifth_off"), Taken("ten_off"), Taken("coffee")
    )
    values = {one.reward: (one.points, one.value_vnd) for one in priced.redemptions}
    assert values == {
        "ten_off": (5, 10_000),
        "coffee": (10, 0),
        "fifth_off": (8, 25_000),  # a fifth of the total, not of what ten off had left
        "pay": (60, 60_000),  # half of 125.000 in whole blocks
    }
    assert (priced.due_vnd, priced.earning.points, priced.balance_after) == (30_000, 3, 20)


def test_offers_show_what_is_left_beside_what_is_taken() -> None:
    program = _program(TEN_OFF, FIFTH_OFF, COFFEE)
    found = _offers(program, 14, 125_000, Taken("ten_off"))
    assert found["ten_off"].state is OfferState.TAKEN
    assert found["fifth_off"].state is OfferState.TAKEABLE
    assert (found["coffee"].state, found["coffee"].missing) == (OfferState.POINTS_MISSING, 1)
    nothing_typed = _offers(program, 14, None)
    assert nothing_typed["ten_off"].state is OfferState.NO_BILL_YET
    assert nothing_typed["coffee"].state is OfferState.TAKEABLE
    assert _offers(program, 14, 0)["ten_off"].state is OfferState.NOTHING_LEFT_TO_PAY
