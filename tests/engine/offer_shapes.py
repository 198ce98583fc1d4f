"""What the laws of offers are tried on: rewards that ask anything, what they stand on, and what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

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
    Match,
    Not,
    OneOf,
    PaidBy,
)
from loyalpos.engine.footing import Footing, Room, Standing
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
    VoucherReward,
)
from loyalpos.engine.rewards import Quote, offers, quote
from loyalpos.engine.rules import Base, Tax
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.vouchers import Presented
from tests.engine.shapes import one_rule

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


GIFT = Gift("gift", "Cà phê", 100)
PAY = PayWithPoints("pay", "Trả bằng điểm", 100, 5_000)


def case_of(*made: Reward, standing: Standing = STANDING, **fields: Any) -> Case:
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


def offer_of(reward: Reward, *, standing: Standing = STANDING, **fields: Any) -> Offer:
    return case_of(reward, standing=standing, **fields).offers()[reward.id]
