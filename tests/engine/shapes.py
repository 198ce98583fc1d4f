"""What the laws of the engine are tried on: programs, accounts, days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

from hypothesis import strategies as st

from loyalpos.engine.bills import Bill
from loyalpos.engine.earning import Earning, earn
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account, Lot, earn_entry, post
from loyalpos.engine.program import (
    AmountOff,
    Blackout,
    Expiry,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    Reward,
    SpentPoints,
    UnknownReward,
)
from loyalpos.engine.rules import AmountRule, Rounding, Rule, UnknownRule

ENTRY = UUID(int=1)
NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
"""Monday noon in Vietnam."""

bases = st.integers(0, 3_000_000)
purchases = st.integers(1, 900_000)
carries = st.fractions(0, 1, max_denominator=60).filter(lambda carry: carry < 1)
names = st.text(st.characters(categories=("L", "N", "Zs", "S", "P")), min_size=1, max_size=20).filter(
    lambda name: bool(name.strip())
)
kinds_from_later = st.sampled_from(("stamps", "line_rule", "unknown", "thẻ"))
days = st.dates(date(2024, 1, 1), date(2032, 12, 31))
pay_kinds = ("amount_off", "percent_off", "gift", "pay_with_points")


def amount_rules(minimum: st.SearchStrategy[int] | None = None) -> st.SearchStrategy[AmountRule]:
    return st.builds(
        AmountRule,
        id=st.uuids().map(str),
        per_vnd=st.integers(1, 200_000),
        points=st.integers(1, 50),
        minimum_vnd=st.integers(0, 300_000) if minimum is None else minimum,
    )


def earning_programs(
    *, remainder: Remainder = Remainder.DROPPED, minimum: st.SearchStrategy[int] | None = None
) -> st.SearchStrategy[Program]:
    """Programs of rounding-down amount rules only."""
    rules = st.lists(amount_rules(minimum), min_size=1, max_size=3).map(tuple)
    return st.builds(Program, revision=st.just(1), rules=rules, remainder=st.just(remainder))


def _rewards(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Reward]:
    points, amounts, minimum = st.integers(1, 500), st.integers(1, 300_000), st.integers(0, 300_000)
    return st.one_of(
        st.builds(AmountOff, ids, names, points, amounts, minimum),
        st.builds(PercentOff, ids, names, points, st.integers(1, 10_000), st.none() | amounts, minimum),
        st.builds(Gift, ids, names, points, st.booleans(), minimum),
        st.builds(
            PayWithPoints, ids, names, points, amounts, st.integers(1, 10_000), minimum, st.integers(0, 900)
        ),
    )


rewards = _rewards(st.uuids().map(str))


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Any program that has no problem worse than a warning."""
    rounding = draw(st.sampled_from(Rounding))
    remainder = draw(st.sampled_from(Remainder)) if rounding is Rounding.DOWN else Remainder.DROPPED
    ids = st.uuids().map(str)
    rule: st.SearchStrategy[Rule] = amount_rules() | st.builds(UnknownRule, ids, kinds_from_later)
    reward = rewards | st.builds(UnknownReward, ids, names, kinds_from_later)
    kind = draw(st.sampled_from(ExpiryKind))
    first_days = draw(st.lists(days, max_size=2))
    return Program(
        revision=draw(st.integers(0, 9_999)),
        rules=tuple(draw(st.lists(rule, max_size=4))),
        rewards=tuple(draw(st.lists(reward, max_size=5))),
        starts=draw(st.none() | days),
        points_name=draw(names),
        rounding=rounding,
        remainder=remainder,
        welcome_points=draw(st.integers(0, 1_000)),
        expiry=Expiry(kind, 0 if kind is ExpiryKind.NEVER else draw(st.integers(1, 100))),
        blackouts=tuple(
            Blackout(first, first + timedelta(days=draw(st.integers(0, 30)))) for first in first_days
        ),
        spent_points=draw(st.sampled_from(SpentPoints)),
    )


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """Accounts with up to six lots around noon: over, live, for ever; never in debt."""
    account = Account(carry=draw(carries))
    for number in range(draw(st.integers(0, 6))):
        ends = draw(st.none() | st.integers(-5, 20))
        entry = earn_entry(
            account,
            entry_id=UUID(int=draw(st.integers(1, 2**64)) << 8 | number),
            points=draw(st.integers(1, 200)),
            at=NOON - timedelta(days=draw(st.integers(6, 9))),
            expires_at=None if ends is None else NOON + timedelta(days=ends),
        )
        account = post(account, entry)
    return account


def lot_order(lot: Lot) -> tuple[bool, datetime, datetime]:
    """Nearest expiry first, then oldest, never-expiring last: said once more, in other words."""
    return (lot.expires_at is None, lot.expires_at or lot.earned_at, lot.earned_at)


def one_rule(per_vnd: int, points: int = 1, *, minimum_vnd: int = 0, carried: bool = False) -> Program:
    """The common program: so many points for so many đồng."""
    remainder = Remainder.CARRIED if carried else Remainder.DROPPED
    return Program(1, (AmountRule("amount", per_vnd, points, minimum_vnd),), remainder=remainder)


def earned(program: Program, carry: Fraction, base_vnd: int) -> Earning:
    """What a bill of so much earns where every rule is open."""
    return earn(program, plain_footing(program, carry), Bill(base_vnd), 0)
