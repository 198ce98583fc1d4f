"""Laws of what rewards may ask: what is missing is said exactly, and nothing is taken that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, BillLine, Taken
from loyalpos.engine.conditions import (
    Always,
    BillAtLeast,
    Condition,
    EveryOf,
    HasItem,
    InTier,
    Match,
    Not,
    OneOf,
    OnWeekdays,
    PaidBy,
)
from loyalpos.engine.earning import earn
from loyalpos.engine.footing import Footing, Given, Room, Standing
from loyalpos.engine.ledger import Account
from loyalpos.engine.offers import Offer, OfferState
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    KnownReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TicketReward,
    TierPrice,
    UnknownReward,
    VoucherReward,
    price_points,
)
from loyalpos.engine.rewards import Quote, offers, points_rounded, quote
from loyalpos.engine.rules import Base, Limit, Per, Tax
from loyalpos.engine.side_programs import AtEnd, Draw, Plan, StampCard, VoucherKind
from loyalpos.engine.vouchers import Presented
from loyalpos.errors import WrongPointsToPay
from tests.engine.shapes import one_rule
from tests.engine.test_vouchers import presented

S = OfferState
MONDAY = date(2026, 11, 23)
STANDING = Standing(day=MONDAY, minute=600, joined=date(2026, 1, 1), visits=5)
ITEMS = ("flan", "tea", "cup")

small = st.integers(0, 6)
asked_of_bills = st.one_of(
    st.just(Always()),
    st.builds(BillAtLeast, st.integers(0, 200_000)),
    st.builds(HasItem, st.builds(Match, items=st.tuples(st.sampled_from(ITEMS))), st.integers(1, 3)),
    st.builds(PaidBy, st.just(("cash",))),
)
left_of_conditions: st.SearchStrategy[Condition] = st.one_of(
    asked_of_bills,
    st.builds(Not, asked_of_bills),
    st.builds(EveryOf, st.lists(asked_of_bills, max_size=3).map(tuple)),
    st.builds(OneOf, st.lists(asked_of_bills, max_size=2).map(tuple)),
)
lines = st.builds(
    BillLine, st.just("Món"), st.integers(-1, 4), st.integers(0, 90_000), item=st.sampled_from(ITEMS)
)
bills = st.builds(
    Bill,
    st.integers(0, 400_000),
    tender=st.none() | st.sampled_from(("cash", "card")),
    lines=st.lists(lines, max_size=4).map(tuple),
)


@st.composite
def rewards(draw: st.DrawFn, reward_id: str) -> KnownReward:
    """A reward of any kind that asks anything."""
    points, vnd = st.integers(1, 300), st.integers(1, 120_000)
    minimum = st.sampled_from((0, 0, 50_000))
    made: KnownReward = draw(
        st.one_of(
            st.builds(AmountOff, st.just(reward_id), st.just("Quà"), points, vnd, minimum),
            st.builds(
                PercentOff,
                st.just(reward_id),
                st.just("Quà"),
                points,
                st.integers(1, 10_000),
                st.none() | vnd,
                minimum,
            ),
            st.builds(Gift, st.just(reward_id), st.just("Quà"), points, st.booleans(), minimum),
            st.builds(
                PayWithPoints,
                st.just(reward_id),
                st.just("Quà"),
                points,
                vnd,
                st.integers(1, 10_000),
                minimum,
                st.sampled_from((0, 0, 7, 60, 333)),
            ),
            st.builds(ServiceReward, st.just(reward_id), st.just("Quà"), points, minimum),
            st.builds(
                ItemReward,
                st.just(reward_id),
                st.just("Quà"),
                points,
                st.sampled_from(ITEMS),
                st.integers(0, 20_000),
                minimum,
            ),
            st.builds(VoucherReward, st.just(reward_id), st.just("Quà"), points, st.just("v"), minimum),
            st.builds(TicketReward, st.just(reward_id), st.just("Quà"), points, st.just("d"), small, minimum),
            st.builds(DonationReward, st.just(reward_id), st.just("Quà"), points, st.just("c"), minimum),
            st.builds(PartnerReward, st.just(reward_id), st.just("Quà"), points, st.just("p"), minimum),
        )
    )
    least = 1 if isinstance(made, PayWithPoints) else 0
    return replace(
        made,
        day_limit=draw(st.none() | small),
        keep_points=draw(st.sampled_from((0, 0, 40))),
        tier_prices=draw(st.sampled_from(((), (TierPrice("gold", draw(st.integers(least, 50))),)))),
        hidden=draw(st.sampled_from((False, False, False, True))),
    )


class Case(Struct, frozen=True):
    """Everything an offer depends on."""

    program: Program
    footing: Footing
    bill: Bill
    points: int
    stock: Mapping[str, int]
    today: Mapping[str, int]
    stamps: Mapping[str, int]

    def quote(self, *taken: Taken, vouchers: tuple[Presented, ...] = (), **changes: Any) -> Quote:
        case = replace(self, **changes)
        return quote(
            case.program,
            Account(),
            case.footing,
            case.bill,
            taken,
            spendable=case.points,
            stock=case.stock,
            today=case.today,
            stamps=case.stamps,
            vouchers=vouchers,
        )

    def offers(self, *taken: Taken, **changes: Any) -> dict[str, Offer]:
        case = replace(self, **changes)
        listed = offers(
            case.program,
            case.footing,
            case.bill,
            spendable=case.points,
            stock=case.stock,
            taken=taken,
            today=case.today,
            stamps=case.stamps,
        )
        return {offer.reward.id: offer for offer in listed}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    ids = [f"r{number}" for number in range(draw(st.integers(1, 4)))]
    made = tuple(draw(rewards(one)) for one in ids)
    card = StampCard("card", "Thẻ", draw(st.integers(1, 4)), draw(st.sampled_from(ids)))
    some = st.dictionaries(st.sampled_from(ids), small)
    room = st.builds(Room, st.none() | small, st.none() | st.integers(0, 200))
    program = replace(
        one_rule(10_000),
        rewards=made,
        stamp_cards=(card,),
        base=draw(st.sampled_from((Base(), Base(tax=Tax.WITHOUT)))),
    )
    footing = Footing(
        tier=draw(st.sampled_from(("", "gold"))),
        asks={
            "amount": Always(),
            **{one: draw(left_of_conditions) for one in ids if draw(st.integers(0, 5))},
        },
        room=draw(st.dictionaries(st.sampled_from(ids), room)),
        bills_missing=draw(st.dictionaries(st.sampled_from(ids), st.integers(1, 3), max_size=1)),
    )
    bill = draw(bills)
    return Case(
        program,
        footing,
        replace(bill, tax_vnd=bill.total_vnd // 11),
        draw(st.integers(0, 900)),
        draw(some),
        draw(some),
        {"card": draw(small)},
    )


choices = st.lists(
    st.builds(
        Taken,
        st.sampled_from(("r0", "r1", "r2", "r3", "no such reward")),
        st.none() | st.integers(-5, 400),
        st.sampled_from(("", "", "card", "no such card")),
    ),
    max_size=6,
)


def _reward(case: Case, reward_id: str) -> KnownReward:
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
    cost_points = [_reward(case, one.reward) for one in priced.redemptions if one.points]
    kept = max((reward.keep_points for reward in cost_points), default=0)
    assert priced.spent_points + kept <= max(case.points, 0), "what must stay stays, whatever else is taken"
    assert sum(one.stamps for one in priced.redemptions) <= case.stamps["card"]
    assert all(bool(one.stamps) == bool(one.card) for one in priced.redemptions)
    assert priced.earning == earn(case.program, case.footing, case.bill, off_vnd)
    for one in priced.redemptions:
        reward = _reward(case, one.reward)
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
        assert (reward.id in listed) == (pays or not _reward(case, reward.id).hidden)
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
                least = _reward(case, reward_id).minimum_vnd
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
    offer = _offer(reward, bill=Bill(100_000, lines=(tea, *bought)))
    assert (offer.state is S.ITEM_MISSING) == (there < quantity)
    assert offer.missing == max(0, quantity - there)


GIFT = Gift("gift", "Cà phê", 100)
PAY = PayWithPoints("pay", "Trả bằng điểm", 100, 5_000)


def _case(*made: Reward, standing: Standing = STANDING, **fields: Any) -> Case:
    program = replace(
        one_rule(10_000),
        rewards=made,
        stamp_cards=fields.pop("stamp_cards", ()),
        plans=fields.pop("plans", ()),
        draws=fields.pop("draws", ()),
        vouchers=fields.pop("vouchers", ()),
    )
    fields = {"bill": Bill(200_000), "points": 10_000, "stock": {}, "today": {}, "stamps": {}, **fields}
    return Case(program, footing_of(program, standing), **fields)


def _offer(reward: Reward, *, standing: Standing = STANDING, **fields: Any) -> Offer:
    return _case(reward, standing=standing, **fields).offers()[reward.id]


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
    offer = _offer(reward, standing=replace(STANDING, given=had), today={"gift": 3})
    assert (offer.state, offer.missing) == (state, missing)


def test_a_hidden_reward_is_neither_listed_nor_taken_for_points() -> None:
    case = _case(replace(GIFT, hidden=True))
    assert case.offers() == {}
    (why,) = case.quote(Taken("gift")).refused
    assert why.args == ("Cà phê", S.HIDDEN, 0)


def test_a_reward_asks_nothing_of_the_bill_that_is_not_there_yet() -> None:
    for reward in (GIFT, ServiceReward("s", "Gội", 1), VoucherReward("v", "Phiếu", 1, "ten")):
        assert _offer(reward, bill=None).state in (S.TAKEABLE, S.NOT_NOW)
        assert _offer(replace(reward, when=PaidBy(("cash",))), bill=None).state in (S.NO_BILL_YET, S.NOT_NOW)
    assert _offer(GIFT, bill=None).state is S.TAKEABLE
    assert _offer(PAY, bill=None).state is S.NO_BILL_YET
    assert _offer(replace(GIFT, minimum_vnd=1), bill=None).state is S.NO_BILL_YET


@pytest.mark.parametrize(
    "day", [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 28), date(2026, 11, 29)]
)
@pytest.mark.parametrize("at_end", AtEnd)
def test_a_program_that_has_ended_honours_its_rewards_for_a_while(day: date, at_end: AtEnd) -> None:
    # It ended on the 24th and is honoured for five days: the 28th is the last.
    plan = Plan("autumn", "Thu", date(2026, 9, 1), date(2026, 11, 24), at_end, 5)
    standing = replace(STANDING, day=day)
    offer = _offer(replace(GIFT, plan="autumn"), standing=standing, plans=(plan,))
    last = 23 if at_end is AtEnd.GONE else 28
    assert (offer.state is S.TAKEABLE) == (day.day <= last)
    before = replace(STANDING, day=date(2026, 8, 31))
    assert _offer(replace(GIFT, plan="autumn"), standing=before, plans=(plan,)).state is S.NOT_NOW
    assert _offer(replace(GIFT, plan="nobody's")).state is S.NOT_NOW


def test_tickets_of_a_draw_that_is_closed_and_vouchers_of_an_ended_program_are_not_given() -> None:
    reward = TicketReward("t", "Vé", 10, "tet", 3)
    for closes, state in ((MONDAY, S.TAKEABLE), (date(2026, 11, 22), S.NOT_NOW)):
        assert _offer(reward, draws=(Draw("tet", "Tết", closes, ()),)).state is state
    ended = Plan("autumn", "Thu", until=MONDAY)
    kind = VoucherKind("ten", "Giảm", 30, 10_000, plan="autumn")
    given = _offer(VoucherReward("v", "Phiếu", 10, "ten"), vouchers=(kind,), plans=(ended,))
    assert given.state is S.NOT_NOW


def test_a_full_stamp_card_pays_for_its_reward_and_no_other() -> None:
    card = StampCard("tea", "Mua 9 tặng 1", 9, "gift")
    case = _case(replace(GIFT, hidden=True), PAY, stamp_cards=(card,), stamps={"tea": 10}, points=0)
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
    case = _case(GIFT, other, stamp_cards=(*cards, StampCard("tea", "Thẻ", 9, "other")), points=0)
    taken = (Taken("gift", card="tea"), Taken("other", card="tea"))
    assert len(case.quote(*taken, stamps={"tea": 18}).redemptions) == 2
    (why,) = case.quote(*taken, stamps={"tea": 17}).refused
    assert why.args == ("Cà phê", S.STAMPS_MISSING, 1)


def test_part_of_a_block_is_refused_at_the_counter_and_rounded_down_where_nobody_stands() -> None:
    case = _case(PAY)
    (why,) = case.quote(Taken("pay", 1_050)).refused
    assert isinstance(why, WrongPointsToPay)
    assert points_rounded(case.offers()["pay"], 1_050) == 1_000


@given(st.integers(-10, 3_000), st.integers(0, 3_000), st.integers(1, 150), st.integers(0, 200_000))
def test_rounded_points_are_the_most_that_can_pay_and_was_asked(
    asked: int, points: int, block: int, total_vnd: int
) -> None:
    case = _case(replace(PAY, block_points=block), points=points, bill=Bill(total_vnd))
    rounded = points_rounded(case.offers()["pay"], asked)
    payable = [
        number for number in range(block, asked + 1, block) if not case.quote(Taken("pay", number)).refused
    ]
    assert rounded == max(payable, default=0)
