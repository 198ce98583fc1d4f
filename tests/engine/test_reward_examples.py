"""Worked examples of rewards and vouchers, as an owner would reckon them on paper."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.codes import voucher_code
from loyalpos.engine.footing import Footing, Room, plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.offers import Offer, OfferState
from loyalpos.engine.reward_kinds import (
    AmountOff,
    Gift,
    ItemReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TierPrice,
)
from loyalpos.engine.rewards import Quote, offers, points_rounded, quote
from loyalpos.engine.rules import Limit, Per
from loyalpos.engine.side_programs import StampCard, VoucherKind
from loyalpos.engine.vouchers import Presented, VoucherWhy, issue
from loyalpos.errors import RewardNotTakeable, WrongPointsToPay
from tests.engine.shapes import one_rule

AN = UUID(int=1)
DAY = date(2026, 11, 23)
BLOCKS = PayWithPoints("pay", "Trả bằng điểm", 100, 5_000)
TEN_DONG = PayWithPoints("pay", "Trả bằng điểm", 1, 10)
TEN = VoucherKind("ten", "Phiếu 10.000", 30, value_vnd=10_000)
TENTH = VoucherKind("tenth", "Phiếu 10%", 30, rate_bp=1_000, cap_vnd=15_000)
FLAN = ItemReward("flan", "Bánh flan", 60, "flan")


def _quote(
    *rewards: Reward,
    bill: Bill,
    taken: tuple[Taken, ...] | None = None,
    points: int = 100_000,
    tier: str = "",
    vouchers: tuple[VoucherKind, ...] = (),
    **shelf: Any,
) -> Quote:
    program = replace(one_rule(10_000), rewards=rewards, stamp_cards=shelf.pop("stamp_cards", ()))
    shown = tuple(
        Presented(issue(kind, voucher_code(number), AN, DAY), kind) for number, kind in enumerate(vouchers)
    )
    chosen = tuple(Taken(reward.id) for reward in rewards) if taken is None else taken
    return quote(
        program,
        Account(),
        replace(plain_footing(program), tier=tier, room=shelf.pop("room", {})),
        bill,
        chosen,
        spendable=points,
        stock=shelf.pop("stock", {}),
        vouchers=shown,
        **shelf,
    )


def _pay_offer(reward: PayWithPoints, total_vnd: int, points: int) -> Offer:
    program = replace(one_rule(10_000), rewards=(reward,))
    footing: Footing = plain_footing(program)
    return offers(program, footing, Bill(total_vnd), spendable=points, stock={})[0]


def _paid(priced: Quote) -> list[tuple[str, int, int]]:
    assert not priced.refused
    return [(one.reward, one.points, one.value_vnd) for one in priced.redemptions]


def _bought(*lines: tuple[str, int, int]) -> Bill:
    made = tuple(BillLine(item, quantity, vnd, item=item) for item, quantity, vnd in lines)
    return Bill(sum(line.amount_vnd for line in made), lines=made)


def test_blocks_of_100_points_for_5_000_on_200_000_asked_1_050_take_1_000() -> None:
    offer = _pay_offer(BLOCKS, 200_000, 2_000)
    assert points_rounded(offer, 1_050) == 1_000
    priced = _quote(BLOCKS, bill=Bill(200_000), taken=(Taken("pay", 1_000),))
    assert (_paid(priced), priced.due_vnd) == ([("pay", 1_000, 50_000)], 150_000)


def test_points_of_10_each_on_a_bill_of_20_take_only_2() -> None:
    assert _paid(_quote(TEN_DONG, bill=Bill(20), points=500)) == [("pay", 2, 20)]
    assert points_rounded(_pay_offer(TEN_DONG, 20, 500), 400) == 2


def test_points_of_10_each_on_what_a_discount_leaves_of_a_bill_take_only_those() -> None:
    off = AmountOff("off", "Giảm 99.980", 50, 99_980)
    assert _paid(_quote(off, TEN_DONG, bill=Bill(100_000), points=500)) == [
        ("off", 50, 99_980),
        ("pay", 2, 20),
    ]


def test_a_bill_that_blocks_do_not_divide_leaves_the_rest_to_be_paid_in_money() -> None:
    priced = _quote(BLOCKS, bill=Bill(12_000), points=1_000)
    assert (_paid(priced), priced.due_vnd) == ([("pay", 200, 10_000)], 2_000)


def test_a_share_of_30_percent_of_100_000_is_six_blocks_of_5_000() -> None:
    share = replace(BLOCKS, max_share_bp=3_000)
    assert _paid(_quote(share, bill=Bill(100_000))) == [("pay", 600, 30_000)]
    assert _paid(_quote(share, bill=Bill(99_999))) == [("pay", 500, 25_000)]


FROM_100 = PayWithPoints("pay", "Trả bằng điểm", 10, 1_000, minimum_points=100)


def test_from_100_points_on_by_tens() -> None:
    assert _paid(_quote(FROM_100, bill=Bill(50_000), points=137)) == [("pay", 130, 13_000)]
    for asked, pays in ((90, False), (100, True), (105, False), (110, True), (140, False)):
        priced = _quote(FROM_100, bill=Bill(50_000), points=137, taken=(Taken("pay", asked),))
        assert (not priced.refused) is pays
        if not pays:
            (why,) = priced.refused
            assert isinstance(why, WrongPointsToPay)
            assert (why.least_points, why.block_points, why.most_points) == (100, 10, 130)


def test_who_has_fewer_than_the_first_points_hears_how_many_are_missing() -> None:
    offer = _pay_offer(FROM_100, 50_000, 93)
    assert (offer.state, offer.missing) == (OfferState.POINTS_MISSING, 7)
    # A bill that the first points would more than pay is too small for them, and says by how much.
    small = _pay_offer(FROM_100, 9_000, 500)
    assert (small.state, small.missing) == (OfferState.BILL_TOO_SMALL, 1_000)
    half = _pay_offer(replace(FROM_100, max_share_bp=5_000), 15_000, 500)
    assert (half.state, half.missing) == (OfferState.BILL_TOO_SMALL, 5_000)
    assert _pay_offer(replace(FROM_100, max_share_bp=5_000), 20_000, 500).points == 100


def test_first_points_that_are_no_whole_blocks_are_rounded_up_to_them() -> None:
    odd = replace(FROM_100, minimum_points=95)
    assert _pay_offer(odd, 50_000, 99).state is OfferState.POINTS_MISSING
    assert points_rounded(_pay_offer(odd, 50_000, 150), 99) == 0
    assert points_rounded(_pay_offer(odd, 50_000, 150), 109) == 100


def test_two_ways_to_pay_with_points_share_what_points_may_pay() -> None:
    half = replace(BLOCKS, max_share_bp=5_000)
    other = replace(half, id="other", max_share_bp=6_000)
    assert _paid(_quote(half, other, bill=Bill(100_000))) == [("pay", 1_000, 50_000), ("other", 200, 10_000)]
    twice = _quote(half, replace(half, id="other"), bill=Bill(100_000))
    (refusal,) = twice.refused
    assert isinstance(refusal, RewardNotTakeable)
    assert refusal.why == OfferState.NOTHING_LEFT_TO_PAY
    assert twice.due_vnd == 50_000


def test_fewer_points_than_a_block_pay_nothing() -> None:
    assert points_rounded(_pay_offer(BLOCKS, 200_000, 99), 99) == 0
    assert points_rounded(_pay_offer(BLOCKS, 200_000, 2_000), 99) == 0


def test_gold_members_pay_with_blocks_of_80_points() -> None:
    gold = replace(BLOCKS, tier_prices=(TierPrice("gold", 80),))
    assert _paid(_quote(gold, bill=Bill(200_000), points=200, tier="gold")) == [("pay", 160, 10_000)]
    assert _paid(_quote(gold, bill=Bill(200_000), points=200)) == [("pay", 200, 10_000)]


def test_a_coffee_for_100_points_is_70_for_gold_and_free_for_diamond() -> None:
    coffee = Gift("coffee", "Cà phê", 100, tier_prices=(TierPrice("gold", 70), TierPrice("diamond", 0)))
    for tier, points in (("", 100), ("silver", 100), ("gold", 70), ("diamond", 0)):
        assert _paid(_quote(coffee, bill=Bill(50_000), tier=tier)) == [("coffee", points, 0)]
    assert _paid(_quote(coffee, bill=Bill(50_000), tier="diamond", points=0)) == [("coffee", 0, 0)]


def test_of_1_284_points_1_200_can_pay_where_50_must_stay() -> None:
    keep = replace(BLOCKS, keep_points=50)
    assert _paid(_quote(keep, bill=Bill(500_000), points=1_284)) == [("pay", 1_200, 60_000)]
    assert _paid(_quote(keep, bill=Bill(500_000), points=1_249)) == [("pay", 1_100, 55_000)]


def test_points_that_must_stay_are_not_spent_on_the_next_reward_either() -> None:
    coffee = Gift("coffee", "Cà phê", 100, keep_points=50)
    wash = ServiceReward("wash", "Gội đầu", 80)
    priced = _quote(coffee, wash, bill=Bill(50_000), points=229)
    assert [one.reward for one in priced.redemptions] == ["coffee"]
    assert priced.refused[0].args == ("Gội đầu", OfferState.MUST_KEEP, 1)
    assert len(_paid(_quote(coffee, wash, bill=Bill(50_000), points=230))) == 2


def test_a_free_flan_takes_its_price_off_a_bill_with_lines() -> None:
    priced = _quote(FLAN, bill=_bought(("tea", 2, 60_000), ("flan", 3, 75_000)))
    assert (_paid(priced), priced.due_vnd) == ([("flan", 60, 25_000)], 110_000)


def test_a_flan_for_5_000_takes_the_rest_of_its_price_off() -> None:
    priced = _quote(replace(FLAN, price_vnd=5_000), bill=_bought(("flan", 1, 25_000)))
    assert (_paid(priced), priced.due_vnd) == ([("flan", 60, 20_000)], 5_000)


def test_of_two_flans_at_two_prices_the_dearest_is_free() -> None:
    bill = _bought(("flan", 2, 40_000), ("flan", 1, 25_000))
    assert _paid(_quote(FLAN, bill=bill)) == [("flan", 60, 25_000)]
    second = replace(FLAN, id="second", points=80)
    assert _paid(_quote(FLAN, second, bill=bill)) == [("flan", 60, 25_000), ("second", 80, 20_000)]


def test_one_flan_on_the_bill_is_free_once() -> None:
    second = replace(FLAN, id="second", points=80)
    priced = _quote(FLAN, second, bill=_bought(("flan", 1, 25_000)))
    assert priced.refused[0].args == ("Bánh flan", OfferState.ITEM_MISSING, 1)


def test_a_free_tea_in_between_does_not_free_the_only_flan_twice() -> None:
    tea = ItemReward("tea", "Trà", 40, "tea")
    second = replace(FLAN, id="second")
    priced = _quote(FLAN, tea, second, bill=_bought(("flan", 1, 25_000), ("tea", 1, 30_000)))
    assert [one.reward for one in priced.redemptions] == ["flan", "tea"]
    assert priced.refused[0].args == ("Bánh flan", OfferState.ITEM_MISSING, 1)


def test_a_flan_is_handed_over_beside_a_bill_without_lines() -> None:
    assert _paid(_quote(FLAN, bill=Bill(80_000))) == [("flan", 60, 0)]


def test_a_flan_that_is_not_on_the_bill_is_missing_and_one_that_costs_less_is_not_worth_it() -> None:
    priced = _quote(FLAN, bill=_bought(("tea", 1, 30_000)))
    assert priced.refused[0].args == ("Bánh flan", OfferState.ITEM_MISSING, 1)
    dear = _quote(replace(FLAN, price_vnd=30_000), bill=_bought(("flan", 1, 25_000)))
    assert dear.refused[0].args == ("Bánh flan", OfferState.NOTHING_LEFT_TO_PAY, 0)


def test_a_voucher_a_discount_a_share_and_points_come_off_in_this_order() -> None:
    off = AmountOff("off", "Giảm 20.000", 200, 20_000)
    share = PercentOff("share", "Giảm 10%", 100, 1_000)
    priced = _quote(BLOCKS, share, off, bill=Bill(100_000), points=2_000, vouchers=(TENTH, TEN))
    assert [(one.kind, one.value_vnd) for one in priced.vouchers] == [("ten", 10_000), ("tenth", 10_000)]
    assert _paid(priced) == [("off", 200, 20_000), ("share", 100, 10_000), ("pay", 1_000, 50_000)]
    assert (priced.due_vnd, priced.earning.points) == (0, 0)


def test_a_voucher_and_a_reward_of_more_than_the_bill_leave_nothing_to_pay_and_no_less() -> None:
    off = AmountOff("off", "Giảm 20.000", 200, 20_000)
    priced = _quote(off, bill=Bill(25_000), vouchers=(TEN,))
    assert (priced.due_vnd, _paid(priced)) == (0, [("off", 200, 15_000)])
    tiny = _quote(off, bill=Bill(10_000), vouchers=(TEN,))
    assert tiny.refused[0].args == ("Giảm 20.000", OfferState.NOTHING_LEFT_TO_PAY, 0)
    assert tiny.due_vnd == 0


def test_a_voucher_of_10_percent_up_to_15_000_on_200_000_takes_15_000_and_the_rest_earns() -> None:
    priced = _quote(bill=Bill(200_000), vouchers=(TENTH,))
    assert (priced.due_vnd, priced.earning.points) == (185_000, 18)


def test_a_voucher_from_50_000_on_lacks_8_000_on_42_000() -> None:
    priced = _quote(bill=Bill(42_000), vouchers=(replace(TEN, minimum_vnd=50_000),))
    assert priced.refused[0].args == ("Phiếu 10.000", VoucherWhy.BILL_TOO_SMALL, 8_000)
    assert priced.due_vnd == 42_000


def test_nine_stamps_bring_the_tenth_coffee_and_cost_no_point() -> None:
    coffee = Gift("coffee", "Cà phê", 100, hidden=True)
    card = StampCard("nine", "Mua 9 tặng 1", 9, "coffee")
    taken = (Taken("coffee", card="nine"),)
    for stamps, missing in ((9, 0), (12, 0), (8, 1)):
        priced = _quote(
            coffee, bill=Bill(30_000), taken=taken, points=0, stamp_cards=(card,), stamps={"nine": stamps}
        )
        assert [one.args for one in priced.refused] == (
            [("Cà phê", OfferState.STAMPS_MISSING, missing)] if missing else []
        )
        assert sum(one.stamps for one in priced.redemptions) == (0 if missing else 9)


def test_of_250_points_a_month_two_blocks_of_100_can_pay() -> None:
    monthly = replace(BLOCKS, limits=(Limit(Per.MONTH, points=250),))
    priced = _quote(monthly, bill=Bill(200_000), room={"pay": Room(points=250)})
    assert _paid(priced) == [("pay", 200, 10_000)]
    spent = _quote(monthly, bill=Bill(200_000), room={"pay": Room(points=99)})
    assert spent.refused[0].args == ("Trả bằng điểm", OfferState.LIMIT_REACHED, 0)


def test_a_free_flan_takes_no_more_off_than_a_discount_has_left() -> None:
    off = AmountOff("off", "Giảm 20.000", 200, 20_000)
    priced = _quote(off, FLAN, bill=_bought(("flan", 1, 25_000), ("tea", 1, 5_000)))
    assert (_paid(priced), priced.due_vnd) == ([("off", 200, 20_000), ("flan", 60, 10_000)], 0)


def test_what_costs_a_tier_nothing_asks_for_no_points_to_stay() -> None:
    coffee = Gift("coffee", "Cà phê", 100, keep_points=50, tier_prices=(TierPrice("diamond", 0),))
    assert _paid(_quote(coffee, bill=Bill(50_000), tier="diamond", points=10)) == [("coffee", 0, 0)]
