"""What the laws of earning are tried on: rules of every kind, bills with lines, footings of every width."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, BillLine, TenderPart
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
from loyalpos.engine.earning import Earning, earn
from loyalpos.engine.footing import Footing, Room, plain_footing
from loyalpos.engine.program import Program, Remainder, Rounded
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    Base,
    Beside,
    BonusRule,
    Budget,
    BudgetEnd,
    Cap,
    Discount,
    ItemRule,
    MultiplierRule,
    OwnBase,
    Paid,
    Per,
    Rounding,
    Rule,
    StampRule,
    Tax,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.tiers import Tier, TierPlan

ITEMS, CATEGORIES, TAGS = ("coffee", "cake", "wine"), ("drinks", "food"), ("hot", "new")

matches = st.builds(
    Match,
    st.lists(st.sampled_from(ITEMS), max_size=2, unique=True).map(tuple),
    st.lists(st.sampled_from(CATEGORIES), max_size=1).map(tuple),
    st.lists(st.sampled_from(TAGS), max_size=1).map(tuple),
    st.booleans(),
)
lines = st.builds(
    BillLine,
    st.just("x"),
    st.integers(-1, 6),
    st.integers(-10_000, 300_000),
    st.sampled_from(("", *ITEMS)),
    st.sampled_from(("", *CATEGORIES)),
    st.lists(st.sampled_from(TAGS), max_size=2, unique=True).map(tuple),
    st.booleans(),
)
bills = st.builds(
    Bill,
    st.integers(0, 2_000_000),
    tender=st.none() | st.sampled_from(("cash", "momo")),
    lines=st.lists(lines, max_size=4).map(tuple),
    discount_vnd=st.integers(0, 200_000),
    tax_vnd=st.integers(0, 200_000),
)
program_bases = st.builds(Base, st.sampled_from(Discount), st.sampled_from(Tax), st.sampled_from(Paid))
points = st.integers(1, 40)
own_bases = st.builds(
    OwnBase,
    st.none() | st.sampled_from(Discount),
    st.none() | st.sampled_from(Tax),
    st.none() | st.sampled_from(Paid),
)
per_vnds = st.sampled_from((1, 7, 999, 1_000, 3_000, 10_000, 50_000))
besides = st.sampled_from((Beside.ADD, Beside.ADD, *Beside))

_leaves = st.one_of(
    st.just(Always()),
    st.builds(BillAtLeast, st.integers(0, 500_000)),
    st.builds(HasItem, matches, st.integers(1, 3)),
    st.just(PaidBy(("momo",))),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(EveryOf, st.lists(inner, max_size=2).map(tuple)),
        st.builds(OneOf, st.lists(inner, max_size=2).map(tuple)),
    ),
    max_leaves=3,
)


def written_out(base: Base) -> OwnBase:
    """What counts, said by a rule to the last field."""
    return OwnBase(base.discount, base.tax, base.paid)


@st.composite
def rules(draw: st.DrawFn, number: int, kinds: Sequence[type]) -> Rule:
    """A rule of one of some kinds, standing beside others in any way."""
    rule = draw(_of_kind(f"r{number}", draw(st.sampled_from(kinds))))
    if isinstance(rule, UnknownRule):
        return rule
    return replace(
        rule,
        priority=draw(st.integers(-1, 2)),
        beside=draw(besides),
        group=draw(st.sampled_from(("", "g"))),
        budget=draw(st.sampled_from(("", "stop", "ask"))),
    )


def _of_kind(rule: str, kind: type) -> st.SearchStrategy[Rule]:
    ids, maybe, rounding = st.just(rule), st.none() | matches, st.none() | st.sampled_from(Rounding)
    built: dict[type, st.SearchStrategy[Rule]] = {
        AmountRule: st.builds(
            AmountRule,
            id=ids,
            per_vnd=per_vnds,
            points=points,
            minimum_vnd=st.sampled_from((0, 0, 50_000)),
            only=maybe,
            without=maybe,
            base=st.none() | own_bases,
            rounding=rounding,
        ),
        VisitRule: st.builds(VisitRule, id=ids, points=points),
        BandRule: st.builds(
            BandRule,
            id=ids,
            bands=st.lists(st.builds(Band, st.integers(0, 900_000), points), min_size=1, max_size=3).map(
                tuple
            ),
            base=st.none() | own_bases,
        ),
        ItemRule: st.builds(ItemRule, id=ids, match=matches, points=points, per_quantity=st.integers(1, 3)),
        MultiplierRule: st.builds(
            MultiplierRule,
            id=ids,
            rate_bp=st.integers(10_001, 60_000),
            of=st.sampled_from(((), (), ("r0",), ("r0", "r1"))),
            match=maybe,
            rounding=rounding,
        ),
        BonusRule: st.builds(BonusRule, id=ids, points=points),
        StampRule: st.builds(
            StampRule,
            id=ids,
            card=st.just("card"),
            stamps=st.integers(1, 3),
            match=maybe,
            per_quantity=st.integers(1, 2),
        ),
        TicketRule: st.builds(TicketRule, id=ids, draw=st.just("draw"), per_vnd=st.none() | per_vnds),
        VoucherRule: st.builds(VoucherRule, id=ids, voucher=st.just("voucher")),
        UnknownRule: st.builds(UnknownRule, id=ids, kind=st.just("later")),
    }
    return built[kind]


BASE_KINDS = (AmountRule, VisitRule, BandRule, ItemRule)
EVERY_KIND = (*BASE_KINDS, AmountRule, MultiplierRule, MultiplierRule, BonusRule, StampRule, TicketRule)
EVERY_KIND_AND_LATER = (*EVERY_KIND, VoucherRule, UnknownRule)
TIERS = TierPlan(tiers=(Tier("silver", "Bạc", 1, 500), Tier("gold", "Vàng", 2, 1_500)))


@st.composite
def programs(draw: st.DrawFn, kinds: Sequence[type] = EVERY_KIND_AND_LATER) -> Program:
    """Any program as far as earning goes."""
    remainder = draw(st.sampled_from(Remainder))
    count = draw(st.integers(1, 6))
    return Program(
        1,
        tuple(draw(rules(number, kinds)) for number in range(count)),
        rounding=Rounding.DOWN if remainder is Remainder.CARRIED else draw(st.sampled_from(Rounding)),
        remainder=remainder,
        base=draw(program_bases),
        rounded=draw(st.sampled_from(Rounded)),
        tiers=TIERS,
        caps=draw(st.sampled_from(((), (), (Cap(Per.BILL, 25),)))),
        budgets=(Budget("stop", "A", 1_000), Budget("ask", "B", 1_000, at_end=BudgetEnd.ASK)),
        point_cost_vnd=draw(st.sampled_from((0, 1, 30))),
    )


@st.composite
def footings(draw: st.DrawFn, program: Program) -> Footing:
    """A footing of a program: some rules closed, some asking, some limited."""
    plain = plain_footing(program)
    asks = {one: draw(st.just(Always()) | conditions) for one in plain.asks if draw(st.integers(0, 5))}
    rooms = st.builds(Room, st.none() | st.integers(0, 2), st.none() | st.integers(0, 60))
    return Footing(
        carry=draw(st.fractions(-2, 2, max_denominator=30)),
        tier=draw(st.sampled_from(("", "silver", "gold", "gone"))),
        asks=asks,
        room={one: draw(rooms) for one in asks if draw(st.booleans())},
        cap_points=draw(st.none() | st.integers(0, 200)),
        budget_vnd=draw(
            st.fixed_dictionaries({}, optional={"stop": st.integers(0, 1_500), "ask": st.integers(0, 1_500)})
        ),
    )


@st.composite
def cases(
    draw: st.DrawFn, kinds: Sequence[type] = EVERY_KIND_AND_LATER
) -> tuple[Program, Footing, Bill, int]:
    """A program, a footing of it, a bill, and what rewards take off that."""
    program = draw(programs(kinds))
    bill = draw(bills)
    footing, off_vnd = draw(footings(program)), draw(st.integers(0, bill.total_vnd))
    return program, footing, draw(paid_in_ways(bill, bill.total_vnd - off_vnd)), off_vnd


@st.composite
def paid_in_ways(draw: st.DrawFn, bill: Bill, due_vnd: int) -> Bill:
    """The bill, paid in one way or in several that come to what is due at most."""
    parts: list[TenderPart] = []
    for tender in draw(st.lists(st.sampled_from(("momo", "cash", "card")), max_size=3)):
        parts.append(TenderPart(tender, draw(st.integers(0, due_vnd))))
        due_vnd -= parts[-1].amount_vnd
    return replace(bill, tender_parts=tuple(parts))


def open_footing(program: Program, carry: Fraction = Fraction(0), tier: str = "") -> Footing:
    """The footing on which every rule asks what it asks of the bill, and nothing is limited."""
    asks = {rule.id: Always() if isinstance(rule, UnknownRule) else rule.when for rule in program.rules}
    return Footing(carry=carry, tier=tier, asks=asks)


Case = tuple[Program, Footing, Bill, int]


def plain_earning(program: Program, total_vnd: int, carry: Fraction = Fraction(0)) -> Earning:
    return earn(program, open_footing(program, carry), Bill(total_vnd), 0)
