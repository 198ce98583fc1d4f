"""Laws of what rewards may ask: what is missing is said exactly, and nothing is taken that is not there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.conditions import EveryOf, HasItem, Match
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Room
from loyalpos.engine.reward_kinds import KnownReward, PayWithPoints, UnknownReward, price_points
from loyalpos.engine.rewards import points_rounded
from loyalpos.engine.vouchers import Presented
from tests.engine.offer_shapes import GIFT, PAY, Case, S, case_of, cases, choices, lines, offer_of
from tests.engine.test_vouchers import presented


def reward_of(case: Case, reward_id: str) -> KnownReward:
    reward = case.program.reward(reward_id)
    assert reward is not None
    assert not isinstance(reward, UnknownReward)
    return reward


@given(cases(), choices, presented())
def test_a_quote_takes_nothing_that_is_not_there(
    case: Case, taken: list[Taken], shown: tuple[Presented, ...]
) -> None:
    priced = case.quote(*taken, vouchers=shown)
    assert 0 <= priced.due_vnd <= case.bill.total_vnd
    off_vnd = sum(one.value_vnd for one in priced.redemptions)
    off_vnd += sum(one.value_vnd for one in priced.vouchers)
    assert priced.value_vnd == off_vnd
    assert len(priced.redemptions) + len(priced.vouchers) + len(priced.refused) == len(taken) + len(shown)
    assert all(one.points >= 0 and one.value_vnd >= 0 for one in priced.redemptions)
    cost_points = [reward_of(case, one.reward) for one in priced.redemptions if one.points]
    kept = max((reward.keep_points for reward in cost_points), default=0)
    assert priced.spent_points + kept <= max(case.points, 0), "what must stay stays, whatever else is taken"
    assert sum(one.stamps for one in priced.redemptions) <= case.stamps["card"]
    assert all(bool(one.stamps) == bool(one.card) for one in priced.redemptions)
    assert priced.earning == earn(case.program, case.footing, case.bill, off_vnd)
    for one in priced.redemptions:
        reward = reward_of(case, one.reward)
        room = case.footing.room.get(one.reward, Room())
        assert room.times is None or room.times > 0
        assert room.points is None or one.points <= room.points
        assert reward.day_limit is None or case.today.get(one.reward, 0) < reward.day_limit
        assert one.card or not reward.hidden
        assert one.reward in case.footing.asks
        assert one.reward not in case.footing.bills_missing
        if not isinstance(reward, PayWithPoints):
            assert one.points == (0 if one.card else price_points(reward, case.footing.tier))


@given(cases())
def test_what_can_be_taken_is_priced_the_same_when_it_is_and_nothing_else_can(case: Case) -> None:
    for reward in case.program.rewards:
        listed = case.offers()
        card = case.program.stamp_cards[0]
        is_full = card.reward == reward.id and case.stamps["card"] >= card.size
        pays = is_full and not isinstance(reward, PayWithPoints)
        assert (reward.id in listed) == (pays or not reward_of(case, reward.id).hidden)
        if reward.id not in listed:
            assert case.quote(Taken(reward.id)).refused
            continue
        offer = listed[reward.id]
        assert offer.card == ("card" if pays else "") or offer.state is not S.TAKEABLE
        priced = case.quote(Taken(reward.id, card=offer.card))
        assert bool(priced.refused) == (offer.state is not S.TAKEABLE)
        if not priced.refused:
            assert (priced.spent_points, priced.value_vnd) == (offer.points, offer.value_vnd)


@given(cases())
def test_the_points_that_are_missing_are_exactly_those(case: Case) -> None:
    short = (S.POINTS_MISSING, S.MUST_KEEP)
    for reward_id, offer in case.offers().items():
        if offer.state not in short:
            continue
        more = case.offers(points=case.points + offer.missing)[reward_id]
        less = case.offers(points=case.points + offer.missing - 1)[reward_id]
        assert more.state not in short
        assert less.state in short
        assert (offer.state is S.POINTS_MISSING) == (case.points < offer.least_points)


@given(cases(), st.integers(1, 500))
def test_more_points_never_make_a_reward_unreachable(case: Case, more: int) -> None:
    richer = case.offers(points=case.points + more)
    for reward_id, offer in case.offers().items():
        if offer.state is S.TAKEABLE:
            assert richer[reward_id].state is S.TAKEABLE
            assert richer[reward_id].value_vnd >= offer.value_vnd


@given(cases())
def test_a_bill_that_is_too_small_is_so_by_exactly_as_much(case: Case) -> None:
    for reward_id, offer in case.offers().items():
        if offer.state is not S.BILL_TOO_SMALL:
            continue
        for more_vnd, is_short in ((offer.missing, False), (offer.missing - 1, True)):
            larger = replace(case.bill, total_vnd=case.bill.total_vnd + more_vnd)
            after = case.offers(bill=larger)[reward_id]
            if is_short:
                assert after.state is S.BILL_TOO_SMALL
            else:
                # Of a least total and a condition the total is asked first.
                least = reward_of(case, reward_id).minimum_vnd
                was_total = case.bill.total_vnd < least
                assert (
                    after.state is not S.BILL_TOO_SMALL
                    or was_total
                    or isinstance(case.footing.asks[reward_id], EveryOf)
                )


@given(st.integers(1, 5), st.lists(lines.filter(lambda line: line.quantity > 0), max_size=4))
def test_the_items_that_are_missing_are_exactly_those(quantity: int, bought: list[BillLine]) -> None:
    reward = replace(GIFT, when=HasItem(Match(items=("flan",)), quantity))
    there = sum(line.quantity for line in bought if line.item == "flan")
    tea = BillLine("Trà", 1, 10_000, item="tea")
    offer = offer_of(reward, bill=Bill(100_000, lines=(tea, *bought)))
    assert (offer.state is S.ITEM_MISSING) == (there < quantity)
    assert offer.missing == max(0, quantity - there)


@given(st.integers(-10, 3_000), st.integers(0, 3_000), st.integers(1, 150), st.integers(0, 200_000))
def test_rounded_points_are_the_most_that_can_pay_and_was_asked(
    asked: int, points: int, block: int, total_vnd: int
) -> None:
    case = case_of(replace(PAY, block_points=block), points=points, bill=Bill(total_vnd))
    rounded = points_rounded(case.offers()["pay"], asked)
    payable = [
        number for number in range(block, asked + 1, block) if not case.quote(Taken("pay", number)).refused
    ]
    assert rounded == max(payable, default=0)
