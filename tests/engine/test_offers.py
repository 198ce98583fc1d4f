"""What a reward may ask, one by one: what an offer says of it, and when it can be taken."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Taken
from loyalpos.engine.conditions import BillAtLeast, EveryOf, HasItem, InTier, Match, Not, OnWeekdays, PaidBy
from loyalpos.engine.footing import Given
from loyalpos.engine.offers import OfferState
from loyalpos.engine.reward_kinds import ServiceReward, TicketReward, VoucherReward
from loyalpos.engine.rewards import points_rounded
from loyalpos.engine.rules import Limit, Per
from loyalpos.engine.side_programs import AtEnd, Draw, Plan, StampCard, VoucherKind
from loyalpos.errors import WrongPointsToPay
from tests.engine.offer_shapes import GIFT, MONDAY, PAY, STANDING, S, case_of, offer_of


@pytest.mark.parametrize(
    ("changes", "state", "missing"),
    [
        ({}, S.TAKEABLE, 0),
        ({"when": OnWeekdays((0,))}, S.TAKEABLE, 0),
        ({"when": OnWeekdays((5, 6))}, S.NOT_NOW, 0),
        ({"when": InTier(("gold",))}, S.NOT_NOW, 0),
        ({"when": BillAtLeast(250_000)}, S.BILL_TOO_SMALL, 50_000),
        ({"minimum_vnd": 250_000}, S.BILL_TOO_SMALL, 50_000),
        ({"when": HasItem(Match(items=("flan",)), 2)}, S.ITEM_MISSING, 2),
        ({"when": EveryOf((BillAtLeast(1), HasItem(Match(items=("flan",)))))}, S.ITEM_MISSING, 1),
        ({"when": PaidBy(("card",))}, S.NOT_THIS_BILL, 0),
        ({"when": Not(BillAtLeast(100_000))}, S.NOT_THIS_BILL, 0),
        ({"minimum_bills": 5}, S.TAKEABLE, 0),
        ({"minimum_bills": 8}, S.BILLS_MISSING, 3),
        ({"keep_points": 9_900}, S.TAKEABLE, 0),
        ({"keep_points": 9_901}, S.MUST_KEEP, 1),
        ({"points": 10_050}, S.POINTS_MISSING, 50),
        ({"points": 10_050, "keep_points": 20}, S.POINTS_MISSING, 70),
        ({"points": 10_000, "keep_points": 20}, S.MUST_KEEP, 20),
        ({"limits": (Limit(Per.DAY, 1),)}, S.TAKEABLE, 0),
        ({"limits": (Limit(Per.MONTH, 2),)}, S.LIMIT_REACHED, 0),
        ({"limits": (Limit(Per.MONTH, points=300),)}, S.TAKEABLE, 0),
        ({"limits": (Limit(Per.MONTH, points=299),)}, S.LIMIT_REACHED, 0),
        ({"day_limit": 4}, S.TAKEABLE, 0),
        ({"day_limit": 3}, S.NONE_LEFT_TODAY, 0),
        ({"counted": True}, S.OUT_OF_STOCK, 0),
    ],
)
def test_an_offer_says_what_is_missing(changes: dict[str, Any], state: OfferState, missing: int) -> None:
    reward = replace(GIFT, **changes)
    had = {("gift", Per.MONTH): Given(2, 200)}
    offer = offer_of(reward, standing=replace(STANDING, given=had), today={"gift": 3})
    assert (offer.state, offer.missing) == (state, missing)


def test_a_hidden_reward_is_neither_listed_nor_taken_for_points() -> None:
    case = case_of(replace(GIFT, hidden=True))
    assert case.offers() == {}
    (why,) = case.quote(Taken("gift")).refused
    assert why.args == ("Cà phê", S.HIDDEN, 0)


def test_a_reward_asks_nothing_of_the_bill_that_is_not_there_yet() -> None:
    for reward in (GIFT, ServiceReward("s", "Gội", 1), VoucherReward("v", "Phiếu", 1, "ten")):
        assert offer_of(reward, bill=None).state in (S.TAKEABLE, S.NOT_NOW)
        assert offer_of(replace(reward, when=PaidBy(("cash",))), bill=None).state in (
            S.NO_BILL_YET,
            S.NOT_NOW,
        )
    assert offer_of(GIFT, bill=None).state is S.TAKEABLE
    assert offer_of(PAY, bill=None).state is S.NO_BILL_YET
    assert offer_of(replace(GIFT, minimum_vnd=1), bill=None).state is S.NO_BILL_YET


@pytest.mark.parametrize(
    "day", [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 28), date(2026, 11, 29)]
)
@pytest.mark.parametrize("at_end", AtEnd)
def test_a_program_that_has_ended_honours_its_rewards_for_a_while(day: date, at_end: AtEnd) -> None:
    # It ended on the 24th and is honoured for five days: the 28th is the last.
    plan = Plan("autumn", "Thu", date(2026, 9, 1), date(2026, 11, 24), at_end, 5)
    standing = replace(STANDING, day=day)
    offer = offer_of(replace(GIFT, plan="autumn"), standing=standing, plans=(plan,))
    last = 23 if at_end is AtEnd.GONE else 28
    assert (offer.state is S.TAKEABLE) == (day.day <= last)
    before = replace(STANDING, day=date(2026, 8, 31))
    assert offer_of(replace(GIFT, plan="autumn"), standing=before, plans=(plan,)).state is S.NOT_NOW
    assert offer_of(replace(GIFT, plan="nobody's")).state is S.NOT_NOW


def test_tickets_of_a_draw_that_is_closed_and_vouchers_of_an_ended_program_are_not_given() -> None:
    reward = TicketReward("t", "Vé", 10, "tet", 3)
    for closes, state in ((MONDAY, S.TAKEABLE), (date(2026, 11, 22), S.NOT_NOW)):
        assert offer_of(reward, draws=(Draw("tet", "Tết", closes, ()),)).state is state
    ended = Plan("autumn", "Thu", until=MONDAY)
    kind = VoucherKind("ten", "Giảm", 30, 10_000, plan="autumn")
    given = offer_of(VoucherReward("v", "Phiếu", 10, "ten"), vouchers=(kind,), plans=(ended,))
    assert given.state is S.NOT_NOW


def test_a_full_stamp_card_pays_for_its_reward_and_no_other() -> None:
    card = StampCard("tea", "Mua 9 tặng 1", 9, "gift")
    case = case_of(replace(GIFT, hidden=True), PAY, stamp_cards=(card,), stamps={"tea": 10}, points=0)
    priced = case.quote(Taken("gift", card="tea"))
    assert not priced.refused
    assert [(one.points, one.card, one.stamps) for one in priced.redemptions] == [(0, "tea", 9)]
    offer = case.offers(Taken("gift", card="tea"))["gift"]
    assert (offer.state, offer.points, offer.stamps) == (S.TAKEN, 0, 9)
    full = case.offers()["gift"]
    assert (full.state, full.card, list(case.offers())) == (S.TAKEABLE, "tea", ["pay", "gift"])
    assert "gift" not in case.offers(stamps={"tea": 8})
    (why,) = case.quote(Taken("gift", card="tea"), stamps={"tea": 7}).refused
    assert why.args == ("Cà phê", S.STAMPS_MISSING, 2)
    for wrong in (Taken("pay", card="tea"), Taken("gift", card="cake")):
        (why,) = case.quote(wrong).refused
        assert why.args[1] == S.STAMPS_MISSING


def test_one_card_does_not_pay_twice() -> None:
    cards = (StampCard("tea", "Thẻ", 9, "gift"), StampCard("cup", "Thẻ", 9, "gift"))
    other = replace(GIFT, id="other")
    case = case_of(GIFT, other, stamp_cards=(*cards, StampCard("tea", "Thẻ", 9, "other")), points=0)
    taken = (Taken("gift", card="tea"), Taken("other", card="tea"))
    assert len(case.quote(*taken, stamps={"tea": 18}).redemptions) == 2
    (why,) = case.quote(*taken, stamps={"tea": 17}).refused
    assert why.args == ("Cà phê", S.STAMPS_MISSING, 1)


def test_part_of_a_block_is_refused_at_the_counter_and_rounded_down_where_nobody_stands() -> None:
    case = case_of(PAY)
    (why,) = case.quote(Taken("pay", 1_050)).refused
    assert isinstance(why, WrongPointsToPay)
    assert points_rounded(case.offers()["pay"], 1_050) == 1_000
